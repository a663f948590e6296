"""The examiner: what was typed for a card against all that the card accepts, part by part for a list."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from quizapp.cards.marking.difference import LONGEST, distance
from quizapp.cards.marking.folding import as_it_stands
from quizapp.cards.marking.outcome import Outcome, Verdict, better, worse
from quizapp.cards.marking.sameness import compare
from quizapp.cards.model import Card, Kind

_SEPARATORS = (re.compile(r"[\n;]"), re.compile(r"[\n;,]"), re.compile(r"[\n;,]|\s(?:and|&)\s"), re.compile(r"\s+"))
"""What can stand between the parts of a list, from the surest on."""
_LEADING_AND = re.compile(r"^(?:and|&)\s+", re.IGNORECASE)


def mark(card: Card, typed: str | Sequence[str], strict: bool, others: Iterable[str]) -> Verdict:
    """Return the verdict on what was typed for a card; see `cards.marking.mark`."""
    wrong = tuple(dict.fromkeys(text for text in (*card.wrong, *others) if text not in (*card.answers, *card.accept)))
    examiner = _Examiner(card.question, wrong, strict)
    whole = ", ".join(typed) if not isinstance(typed, str) else typed
    accepted = examiner.mark((card.answer, *card.accept), whole)
    if len(card.answers) < 2 or accepted.outcome is Outcome.RIGHT:
        return accepted
    in_order = card.kind is Kind.CLOZE or card.item.ordered
    verdicts = [examiner.mark_parts(card, parts, in_order) for parts in _partings(typed, len(card.answers))]
    return max(verdicts, key=lambda verdict: _merit(verdict, len(card.answers)))


@dataclass(frozen=True, slots=True)
class _Examiner:
    """What an answer is held against, beside what is accepted."""

    question: str
    wrong: tuple[str, ...]
    strict: bool

    def mark(self, accepted: Iterable[str], typed: str) -> Verdict:
        """Return the verdict by the accepted text that fits best."""
        texts = tuple(accepted)
        ranked = sorted(texts, key=lambda text: distance(typed, text))
        if any(as_it_stands(typed) == as_it_stands(text) for text in self.wrong):
            ranked_exact = [text for text in ranked if as_it_stands(typed) == as_it_stands(text)]
            outcome = Outcome.RIGHT if ranked_exact else Outcome.WRONG
            return Verdict(outcome, (ranked_exact or ranked)[0], typed)
        found = Verdict(Outcome.WRONG, ranked[0], typed)
        for text in ranked:
            outcome = compare(text, typed, self.question, strict=self.strict)
            if outcome is Outcome.CLOSE and self._may_be_another(typed):
                outcome = Outcome.WRONG
            if better(found.outcome, outcome) is not found.outcome:
                found = Verdict(outcome, text, typed)
        return found

    def _may_be_another(self, typed: str) -> bool:
        """Say whether what is close to the answer is as close to a wrong one."""
        return any(compare(text, typed, self.question) is not Outcome.WRONG for text in self.wrong)

    def mark_parts(self, card: Card, typed: Sequence[str], in_order: bool) -> Verdict:
        """Return the verdict on the parts of a list, each part typed used once."""
        given = [text for place, text in enumerate(typed) if in_order or text not in typed[:place]]
        pairs = _pairs_in_order if in_order else self._best_pairs
        paired = pairs(card.answers, given)
        parts = [self._mark_part(card, place, given[other] if other >= 0 else "") for place, other in enumerate(paired)]
        left = [text for place, text in enumerate(given) if place not in paired]
        extra = [Verdict(Outcome.WRONG, "", text) for text in left]
        outcome = Outcome.RIGHT
        for verdict in (*parts, *extra):
            outcome = worse(outcome, verdict.outcome)
        return Verdict(outcome, card.answer, ", ".join(typed), (*parts, *extra))

    def _mark_part(self, card: Card, place: int, typed: str) -> Verdict:
        rest = tuple(answer for other, answer in enumerate(card.answers) if other != place)
        wanted = card.answers[place]
        apart = _Examiner(self.question, (*self.wrong, *(text for text in rest if text != wanted)), self.strict)
        return apart.mark((wanted,), typed)

    def _best_pairs(self, wanted: Sequence[str], given: Sequence[str]) -> list[int]:
        """Return for each part wanted the place of the text given for it, -1 if there is none.

        What is right is paired first, then what is close, then the rest by likeness.
        """
        paired = [-1] * len(wanted)
        for level in (Outcome.RIGHT, Outcome.CLOSE):
            for place, text in enumerate(wanted):
                free = [other for other in range(len(given)) if other not in paired]
                if paired[place] < 0:
                    fits = (o for o in free if compare(text, given[o], self.question, strict=self.strict) is level)
                    paired[place] = next(fits, -1)
        near = sorted(
            (distance(given[other], text), place, other)
            for place, text in enumerate(wanted)
            for other in range(len(given))
            if paired[place] < 0 and other not in paired
        )
        for _, place, other in near:
            if paired[place] < 0 and other not in paired:
                paired[place] = other
        return paired


def _pairs_in_order(wanted: Sequence[str], given: Sequence[str]) -> list[int]:
    return [place if place < len(given) else -1 for place in range(len(wanted))]


def _partings(typed: str | Sequence[str], wanted: int) -> Iterator[list[str]]:
    """Yield the ways to part what was typed for a list of ``wanted`` parts."""
    if not isinstance(typed, str):
        yield [text.strip() for text in typed if text.strip()]
        return
    text = typed[:LONGEST]
    yield [text.strip()] if text.strip() else []
    for separator in _SEPARATORS:
        parts = [_LEADING_AND.sub("", part.strip()) for part in separator.split(text)]
        parts = [part for part in parts if part]
        if len(parts) > 1 and (separator is not _SEPARATORS[-1] or len(parts) == wanted):
            yield parts


def _merit(verdict: Verdict, wanted: int) -> tuple[int, int, int]:
    """Rank a verdict on a list: parts right, parts close, few parts too many."""
    right = sum(part.outcome is Outcome.RIGHT for part in verdict.parts)
    close = sum(part.outcome is Outcome.CLOSE for part in verdict.parts)
    return right + close, right, wanted - len(verdict.parts)
