"""What a figure is compared with: "seven people were killed in 2012, compared to four in 2011".

Rule ``compared``: the clause is told again with the other figure, and the other year or the other people.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import cut, syntax
from quizapp.generate.article import Article, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Fact, Phrase, Silence, Slot, Sort
from quizapp.generate.facts import clauses
from quizapp.generate.figures import Figure, figure_at, leading


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every figure that another is compared with."""
    for word in sentence.span:
        if word.lower_ != "compared" or word.i + 1 >= sentence.span.end or syntax.in_quotation(word):
            continue
        figure = figure_at(word.doc, word.i + 2) if word.nbor(1).lower_ in {"with", "to"} else None
        if figure is None or figure.end >= len(word.doc):
            continue
        verb = next((one for one in word.ancestors if one.pos_ == "VERB" and syntax.is_finite(one)), None)
        fact = clauses.from_verb(article, sentence, verb) if verb is not None else None
        if isinstance(fact, Fact) and not fact.negative:
            found = _of_others(article, fact, figure, word) or _of_another_year(fact, figure, word)
            if found is not None:
                yield replace(found, construct="compared", anchors=())


def _of_others(article: Article, fact: Fact, figure: Figure, word: Token) -> Fact | None:
    """Say "16% of US workers work more than 49 hours" after "22% of Norlanders do"."""
    of = word.doc[figure.end]
    noun = next((child for child in of.children if child.dep_ == "pobj"), None) if of.lower_ == "of" else None
    if noun is None or figure.sort is not Sort.SHARE or fact.subject.sort is not Sort.SHARE:
        return None
    worded = cut.worded_phrase(At(article, fact.sentence, (), negative=False), noun)
    if isinstance(worded, Silence) or len(syntax.conjuncts(noun)) > 1 or not _is_whole(worded):
        return None
    subject = replace(
        fact.subject, text=f"{figure.text} of {worded.text}", tokens=worded.tokens, substitutions=worded.substitutions
    )
    return replace(fact, subject=subject)


def _is_whole(worded: Phrase) -> bool:
    """Say whether a phrase ends where the sentence pauses: "16% of workers | in Arvela" lost its place."""
    last = worded.tokens[-1]
    return last.i + 1 >= len(last.doc) or last.nbor(1).is_punct


def _of_another_year(fact: Fact, figure: Figure, word: Token) -> Fact | None:
    """Say "four people were killed in 2011" after "seven people were killed in 2012"."""
    preposition = word.doc[figure.end]
    year = preposition.nbor(1) if preposition.lower_ == "in" and preposition.i + 1 < len(word.doc) else None
    time = next((one for one in fact.arguments if one.slot is Slot.TIME and one.phrase.sort is Sort.DATE), None)
    if year is None or not _is_year(year.text) or time is None or not _is_year(time.phrase.text):
        return None
    then = replace(time, phrase=Phrase(year.text, Sort.DATE, (year,), year))
    arguments = tuple(then if one is time else one for one in fact.arguments)
    if fact.subject.sort is Sort.COUNT and figure.sort is Sort.COUNT:
        return replace(fact, subject=_counted(fact.subject, figure), arguments=arguments)
    others = [one for one in arguments if one.slot is Slot.OBJECT and one.phrase.sort in {Sort.COUNT, Sort.MONEY}]
    if len(others) != 1 or figure.sort not in {Sort.COUNT, Sort.MONEY}:
        return None
    told = replace(others[0], phrase=_counted(others[0].phrase, figure))
    return replace(fact, arguments=tuple(told if one is others[0] else one for one in arguments))


def _is_year(text: str) -> bool:
    return text.isdigit() and len(text) == len("2011")


def _counted(phrase: Phrase, figure: Figure) -> Phrase:
    """Return a counted phrase with another number."""
    own = leading(phrase.text) or ""
    return replace(phrase, text=f"{figure.text}{phrase.text[len(own) :]}")
