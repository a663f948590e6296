"""The register finds the same entities as holding a text against every name."""

import random

import pytest

from quizapp.generate.article import Entity, EntityKind, Mention
from quizapp.generate.register import Register

WORDS = ["Ida", "Holm", "Holm1", "Holm12", "of", "Bridge", "UN", "UNSC", "New", "York", "Åse"]


def _entities(draw):
    names = [" ".join(draw.choices(WORDS, k=draw.randint(1, 3))) for _ in range(40)]
    return [
        Entity(n, name, EntityKind.OTHER, short=draw.choice(["", "", "UN", "Hol"]))
        for n, name in enumerate([*names, ""])
    ]


@pytest.mark.parametrize("seed", range(30))
def test_names_within_a_text_are_those_that_stand_in_it(seed):
    draw = random.Random(seed)
    entities = _entities(draw)
    register = Register(entities)
    for _ in range(20):
        text = draw.choice([" ", "  ", "-"]).join(draw.choices([*WORDS, "x" * 90, "the", "'Ida's"], k=5))
        every = [one for one in entities if one.name in text or (one.short and one.short in text)]
        assert register.within(text) == every


def test_those_of_a_sentence_stand_in_order():
    mentions = [(3, 1), (1,), (1, 3, 3)]
    entities = [
        Entity(n, str(n), EntityKind.OTHER, mentions=tuple(Mention(one, 0, 1, str(n)) for one in sentences))
        for n, sentences in enumerate(mentions)
    ]
    register = Register(entities)
    assert [[one.number for one in register.in_sentence(n)] for n in (0, 1, 3)] == [[], [0, 1, 2], [0, 2]]
    assert register.most_mentions == 3
