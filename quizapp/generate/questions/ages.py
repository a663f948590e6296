"""How old somebody was when something happened: "How old was Ada Holm when she won the Brunner Prize?"."""

from collections.abc import Iterator
from dataclasses import replace

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Slot, Sort
from quizapp.generate.questions import verbs
from quizapp.generate.questions.assembly import Wanted, candidate, pieces, with_inversion
from quizapp.generate.questions.words import Asking

_PRONOUNS = {"m": "he", "f": "she"}


def ask(_article: Article, fact: Fact) -> Iterator[Candidate]:
    """Ask by "when she" where the article tells the gender, else by "at what age"; a lone age by the month."""
    age = next(one for one in fact.arguments if one.slot is Slot.AMOUNT)
    rest = replace(fact, arguments=tuple(one for one in fact.arguments if one is not age))
    wanted = Wanted(age.phrase.text, Sort.DURATION, "age", strand=False, worth=0.4)
    pronoun = _PRONOUNS.get(fact.subject.entity.gender if fact.subject.entity is not None else "", "")
    if fact.predicate.lemma == "be" and not fact.predicate.auxiliaries:
        told = [one.text for one in rest.arguments]
        yield candidate(fact, "how old", [fact.predicate.form, fact.subject.text, *told], wanted, age.phrase)
    elif pronoun:
        clause = [verbs.plain(fact.predicate, singular=True), *pieces(rest, None, 8)]
        put = replace(rest, substitutions=(*rest.substitutions, ("", f"old when {pronoun}")))
        yield candidate(put, "how old", ["was", fact.subject.text, "when", pronoun, *clause], wanted, age.phrase)
    else:
        at = replace(wanted, sort=Sort.THING)
        yield from with_inversion(replace(rest, arguments=(*rest.arguments, age)), age, Asking("at what age"), at)
