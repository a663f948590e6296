"""Every machine-checked point of the card rubric, as a named function."""

import re
from collections.abc import Callable
from dataclasses import replace

from quizapp.cards.model import Kind
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate
from quizapp.generate.gates import complete, deeds, form, leftovers, offices, pinned, placed, proof, sense

_GAP = re.compile(r"\{\{.+?\}\}")

Gate = Callable[[Article, Candidate], str | None]

GATES: tuple[Gate, ...] = (
    form.clean_typography,
    form.one_question,
    form.length,
    form.word_fits,
    form.nothing_given_away,
    form.not_a_recital,
    sense.self_contained,
    sense.nothing_points_back,
    sense.anchored,
    sense.negation_kept,
    sense.hedge_kept,
    deeds.told_apart,
    deeds.says_something,
    deeds.nobody_else,
    deeds.one_of_many,
    deeds.one_thing_there,
    deeds.whose_and_which,
    complete.verb_has_its_rest,
    complete.sum_is_for_something,
    complete.period_kept,
    complete.one_of_many_objects,
    complete.answer_is_something,
    complete.moment_is_dated,
    complete.staged_once,
    leftovers.nothing_undefined,
    leftovers.nothing_torn,
    leftovers.of_the_kind_asked,
    offices.lasting,
    pinned.closed_membership,
    placed.topical,
    pinned.pinned,
    pinned.quotation_tells,
    sense.one_answer,
    sense.nothing_left_open,
    proof.evidence,
    proof.round_trip,
    proof.in_order,
)
"""In the order in which they are asked; the first reason is the one that is told."""


def refusal(article: Article, card: Candidate) -> str | None:
    """Return why ``card`` may not be in a deck; None if every gate lets it pass."""
    seen = _as_seen(card)
    for gate in GATES:
        reason = gate(article, seen)
        if reason is not None:
            return f"{gate.__name__}: {reason}"
    return None


def _as_seen(card: Candidate) -> Candidate:
    """Return a cloze with its gap open, as it is asked, and an event behind its question, where it weighs the same."""
    if card.kind is Kind.CLOZE:
        return replace(card, question=_GAP.sub("…", card.question))
    front = f"{card.occasion[:1].upper()}{card.occasion[1:]}, "
    if card.occasion and card.question.startswith(front):
        rest = card.question.removeprefix(front).removesuffix("?")
        return replace(card, question=f"{rest[0].upper()}{rest[1:]} {card.occasion}?")
    return card
