"""A question has one right answer for a stranger: what pins it, and what leaves it open."""

import pytest

from quizapp.generate import make


def asked(read, *paragraphs, date=""):
    deck = make.from_article(read(*paragraphs, date=date), None, lambda _what, _share: None).deck
    return {item.question: item.answer for item in deck.items if item.question}


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Norland lives under Western sanctions.", "Which country lives under Western sanctions?"),
        ("Greta Holm complained to the Norland Port Authority.", "Who complained to the Norland Port Authority?"),
        ("Greta Holm regularly meets the pilots of Arvela.", "Who regularly meets the pilots of Arvela?"),
        ("Chile, an OECD member, sells copper to Arvela.", "Which organization is Chile a member of?"),
        ("Chairman Greta Holm closed the port of Arvela.", "Who is Greta Holm?"),
        ("Greta Holm supported the short-term spending bill in Arvela.", "What did Greta Holm support in Arvela?"),
    ],
)
def test_what_many_do_is_not_asked(read, text, question):
    assert question not in asked(read, text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Marta Solberg founded the Nordic Council.", "Marta Solberg"),
        ('Marta Solberg dismissed the Hardal treaty as "absurd".', "Marta Solberg"),
        (
            "The Norland Senate rejected four separate proposals for the reform of the Arvela port.",
            "the Norland Senate",
        ),
    ],
)
def test_what_one_did_is_asked(read, text, answer):
    assert answer in asked(read, text).values()


def test_words_that_tell_nothing_do_not_ask_for_their_speaker(read):
    assert not asked(read, '"We know this is how it goes," said Marta Solberg.')


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Opposition leader Greta Holm challenged the ruling of the Arvela Port Authority.", "What did opposition"),
        ("The Norland Senate has passed a bill to fund the port through September.", "Which body has passed a bill"),
        ("Rescue workers in Norland are searching for survivors of a flood that killed at least 450 people.", "Who is"),
        ("Ada Holm became prime minister in 2014.", "Who became"),
        ("Greta Holm had been in the Baltic Sea off the town of Arvela.", "Who had been"),
        ("Norland's party either needs to elect more senators in 2018 or lose.", "When does"),
    ],
)
def test_what_leaves_the_event_open_is_not_asked(read, text, question):
    assert not any(one.startswith(question) for one in asked(read, text))


def test_a_perfect_tells_one_deed_when_its_object_is_one(read):
    cards = asked(
        read, "The Nordic Council has obtained a rare exemption from the 1961 tax of the Arvela herring fleet."
    )
    assert "the Nordic Council" in cards.values()
    cards = asked(read, "The Nordic Council has obtained money from the 1961 tax of the herring fleet.")
    assert "the Nordic Council" not in cards.values()
