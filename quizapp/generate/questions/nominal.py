"""Questions about names: who holds an office, what something is, what letters stand for, who said it."""

from collections.abc import Callable, Iterator, Mapping

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Sort
from quizapp.generate.questions import clausal, verbs


def identity(article: Article, fact: Fact) -> Iterator[Candidate]:
    """"Who is Dmitri Peskov?" and, where only one can be it, "Who is the Kremlin spokesman?"."""
    said, *when = (argument.phrase for argument in fact.arguments)
    tail = f" {when[0].text}" if when else ""
    verb = fact.predicate.form
    word = "Who" if fact.subject.sort is Sort.PERSON else "What"
    yield _made(fact, f"{word} {verb} {fact.subject.text}{tail}?", said.text, Sort.THING, "what it is", worth=0.4)
    if not said.text.startswith(("a ", "an ", "one ")) and fact.subject.entity is not None:
        asked = "Who" if word == "Who" else "What"
        yield _made(fact, f"{asked} {verb} {said.text}{tail}?", fact.subject.text, fact.subject.sort, "who holds it", worth=0.5)


def acronym(article: Article, fact: Fact) -> Iterator[Candidate]:
    """What letters stand for, and which letters stand for it."""
    name = fact.arguments[0].phrase.text
    letters = fact.subject.text
    yield _made(fact, f"What does {letters} stand for?", name, Sort.THING, "expansion", worth=0.4)


def quotation(article: Article, fact: Fact) -> Iterator[Candidate]:
    """Who said it."""
    spoken = fact.arguments[0].phrase.text
    verb = verbs.plain(fact.predicate, singular=True)
    yield _made(fact, f"Who {verb}, {spoken}?", clausal.answer_text(fact.subject), fact.subject.sort, "speaker", worth=0.1)


def _made(fact: Fact, question: str, answer: str, sort: Sort, asked: str, *, worth: float) -> Candidate:
    return Candidate(
        question=question,
        answer=answer,
        sort=sort,
        rule=f"{fact.construct}/{asked}",
        fact=fact,
        asked=fact.subject,
        substitutions=fact.substitutions,
        risk=fact.risk,
        worth=worth,
    )


TEMPLATES: Mapping[str, Callable[[Article, Fact], Iterator[Candidate]]] = {
    "apposition": identity,
    "role": identity,
    "acronym": acronym,
    "quotation": quotation,
}
"""Constructs with templates of their own; every other fact is a clause."""
