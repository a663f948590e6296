"""A card while it is being written: the texts of a form, the item they make, and what to say about it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quizapp.cards.advice import advise
from quizapp.cards.model import Deck, Item, Kind
from quizapp.errors import Problem, QuizError
from quizapp.store.deckwriter import deck_text


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields of a form; lists have a line for each entry."""

    kind: Kind = Kind.BASIC
    question: str = ""
    """The question, or the sentence with its gaps."""
    answer: str = ""
    """The answer; of a list a line each."""
    accept: str = ""
    wrong: str = ""
    hint: str = ""
    note: str = ""
    quote: str = ""
    tags: str = ""
    ordered: bool = False
    reverse: bool = False

    @classmethod
    def of(cls, item: Item) -> "Draft":
        """Return what a form shows of an item."""
        return cls(
            kind=item.kind,
            question=item.cloze or item.question,
            answer="\n".join(item.answers) or item.answer,
            accept="\n".join(item.accept),
            wrong="\n".join(item.wrong),
            hint=item.hint,
            note=item.note,
            quote=item.quote,
            tags=", ".join(item.tags),
            ordered=item.ordered,
            reverse=item.reverse,
        )

    def item(self, was: Item | None = None) -> Item:
        """Return the item that the form makes; what it does not show stays as it ``was``. Raises QuizError."""
        basic, gaps, several = (self.kind is kind for kind in (Kind.BASIC, Kind.CLOZE, Kind.LIST))
        made = replace(
            was or Item(),
            question="" if gaps else self.question.strip(),
            cloze=self.question.strip() if gaps else "",
            answer=self.answer.strip() if basic else "",
            answers=_lines(self.answer) if several else (),
            accept=() if gaps else _lines(self.accept),
            wrong=() if gaps else _lines(self.wrong),
            hint=self.hint.strip(),
            note=self.note.strip(),
            quote=self.quote.strip(),
            tags=tuple(dict.fromkeys(filter(None, (tag.strip() for tag in self.tags.replace("\n", ",").split(","))))),
            ordered=self.ordered and several,
            reverse=self.reverse and basic,
        )
        if several and not made.answers:
            raise QuizError.of("the list of answers is empty", "write one a line")
        if gaps and "{{" not in made.cloze:
            raise QuizError.of("the sentence has no gap", "mark what is left out: {{so}}")
        deck_text(Deck("draft", (made,)))
        return made


def advice_on(item: Item, others: Iterable[Item] = ()) -> tuple[Problem, ...]:
    """Return what could be better about an item that joins ``others``."""
    numbered = [replace(other, line=0) for other in others]
    found = advise(Deck("draft", (*numbered, replace(item, line=1, column=1))))
    return tuple(replace(problem, line=0, column=0) for problem in found if problem.line == 1)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
