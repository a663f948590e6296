"""The main event of an article, told so that a stranger knows it: "Cyclone Idai", "the summit in Astana".

A card about what came of an event leaves the event out, since its sentence does. What the article is
about is found where news tells it: in a name ("Hurricane Ada"), in a noun of the lead that has a place
or an owner ("Norland's presidential election"), in a disaster that struck a place, else in the deed of
the first sentence ("Norland and Sudland signed an accord"). An article that has none of these has none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import deeds, phrases
from quizapp.generate.article import Article, EntityKind, Sentence, Wording
from quizapp.generate.deeds import Deed
from quizapp.generate.fact import Phrase, Slot, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words
from quizapp.generate.natures import ELSEWHEN, HARMED, NATURES, STORM_NAME, Nature
from quizapp.generate.wording import possessive


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event, as a card may name it."""

    text: str
    """"Cyclone Idai", "the attack on a mosque in Kabul"; of a deed its clause."""
    nature: Nature
    sentence: Sentence
    """Where it is told."""
    substitutions: tuple[tuple[str, str], ...] = ()
    noun: str = ""
    """The noun that names it; empty for a name and for a deed."""


_LEAD = 2
"""Sentences in which an article tells its event."""
_NAMED_EARLY = 5
_LONGEST, _LONGEST_DEED = 9, 14
"""Words of an event beside which there is room for a question."""
_OFTEN = 3
_HITTING = frozenset("strike hit rock shake batter devastate ravage lash pound".split())
"""What a disaster does to a place; it is then "the earthquake in" that place."""
_BLOWS = (HARMED - {"lose", "break"}) | frozenset(
    """
    stab shoot murder assassinate attack bomb kidnap abduct behead crash sink explode capsize derail plunge erupt
    overturn ram slam detonate
    """.split()
)
"""What somebody suffered, and what befalls ships, planes and trains."""
_SHARED = 2
"""Words of the title that a deed shares with it, at least."""
_STEM, _SHORTEST = 5, 2


def of_article(article: Article) -> tuple[Occasion, ...]:
    """Return the main event of an article, the best wording first; nothing where none is sure."""
    told = [deed for sentence in article.sentences[:_LEAD] for deed in deeds.told(article, sentence)]
    found = [*_storms(article), *_struck(article, told), *_nouns(article), *_titled(article)]
    return tuple(found[:1]) or tuple(_deeds(article, told))[:_WORDINGS]


_WORDINGS = 2
"""A deed in full, and without what its nouns have behind them."""


def _storms(article: Article) -> Iterator[Occasion]:
    for one in article.entities:
        first = one.mentions[0].sentence if one.mentions else _NAMED_EARLY
        names = (one.name, *sorted(one.aliases))
        name = next((name for name in names if STORM_NAME.fullmatch(name)), "")
        if name and first < _NAMED_EARLY and (first < _LEAD or len(one.mentions) > 1):
            yield Occasion(name, Nature.STORM, article.sentences[first])


def _struck(article: Article, told: Sequence[Deed]) -> Iterator[Occasion]:
    """Yield "the earthquake in central Norland" for an earthquake that struck central Norland."""
    for deed in told:
        noun = deed.subject.head.lemma_.lower()
        nature = NATURES.get(noun)
        if nature not in {Nature.STORM, Nature.DISASTER} or deed.subject.members > 1:
            continue
        where = next((one.phrase for one in deed.arguments if one.slot is Slot.OBJECT), None)
        if deed.predicate.lemma not in _HITTING or where is None or where.sort not in {Sort.PLACE, Sort.COUNTRY}:
            continue
        text = f"{_definite(deed.subject.text)} in {where.text}"
        if _is_told(article, text):
            yield Occasion(text, nature, deed.sentence, deed.substitutions, noun)


def _titled(article: Article) -> Iterator[Occasion]:
    """Yield "the train crash in Norland" for a title with "Norland train crash"."""
    title = article.document.title
    said = {token.text for sentence in article.sentences for token in sentence.span if token.text.islower()}
    for match in _TITLED.finditer(title):
        noun = match["noun"].lower()
        nature = NATURES.get(noun) or NATURES.get(noun.removesuffix("s"), Nature.DEED)
        place = next((name for name in _places(article) if title[: match.start()].endswith(f"{name} ")), "")
        words = match["words"].lower().split()
        if place and nature in {Nature.DISASTER, Nature.UNREST} and all(word in said for word in (*words, noun)):
            text = " ".join(("the", *words, noun, "in", place))
            yield Occasion(text, nature, article.sentences[0], (("", text),), noun)


_TITLED = re.compile(
    rf"(?P<words>(?:[A-Za-z]+ )?)(?P<noun>(?:{'|'.join(NATURES)})s?)\b(?! (?:survivor|victim|suspect))", re.IGNORECASE
)


def _places(article: Article) -> Iterator[str]:
    for one in article.entities:
        if one.kind in {EntityKind.PLACE, EntityKind.COUNTRY}:
            yield from (one.name, *sorted(one.aliases))


def _nouns(article: Article) -> Iterator[Occasion]:
    """Yield the nouns of the lead, and those named over and over, that name an event with a place or an owner."""
    titled = _stems(article.document.title)
    for sentence in article.sentences:
        # What an article compares its event with is of another time.
        for token in () if ELSEWHEN.search(sentence.text) else sentence.span:
            noun = token.lemma_.lower()
            nature = NATURES.get(noun)
            if nature is None or token.pos_ != "NOUN" or token.dep_ == "compound" or _is_said(article, sentence, token):
                continue
            many = token.tag_ == "NNS" and nature is not Nature.UNREST
            if (many and noun not in _HELD_AS_MANY) or (
                noun in _HELD_AS_MANY - {"election"} and not _is_national(token)
            ):
                continue
            if sentence.number < _LEAD and _is_national(token):
                yield from _of_the_country(article, sentence, token, nature)
            worded = phrases.phrase(article, sentence, token)
            if not isinstance(worded, Phrase) or worded.members > 1 or not _names_it(article, worded, token):
                continue
            main = _is_main(token) or (nature is Nature.CONTEST and bool(_stems(worded.text) & titled))
            if noun[:_STEM] in titled or (sentence.number < _LEAD and main):
                text = _definite(worded.text)
                year = _year(article, sentence) if nature is Nature.CONTEST else ""
                log = (*worded.substitutions, ("", year))
                yield Occasion(_dated(text, year), nature, sentence, log, noun)


_HELD_AS_MANY = frozenset({"election", "poll"})
"""Events that are one though they are said as many: "presidential elections"."""
_NATIONAL = frozenset("presidential parliamentary legislative general federal".split())
"""What an election of a whole country is."""


def _is_national(noun: Token) -> bool:
    return any(child.lower_ in _NATIONAL for child in noun.children)


def _of_the_country(article: Article, sentence: Sentence, noun: Token, nature: Nature) -> Iterator[Occasion]:
    """Yield "Norland's presidential poll" for "this month's presidential poll" where the title names Norland alone."""
    country = article.topic.country if article.topic else ""
    kind = next(child.lower_ for child in noun.children if child.lower_ in _NATIONAL)
    named = any(token.pos_ == "PROPN" for token in noun.subtree)
    other = any(child.dep_ == "poss" and child.ent_type_ not in {"DATE", "TIME"} for child in noun.children)
    if country and not named and not other and noun.head.pos_ != "NOUN":
        text = _dated(f"{possessive(country)} {kind} {noun.lower_}", _year(article, sentence))
        yield Occasion(text, nature, sentence, (("", text),), noun.lemma_.lower())


def _year(article: Article, sentence: Sentence) -> str:
    """Return the year of the day that a sentence tells of; empty where it is not known."""
    found = {
        year
        for place, reference in article.references.items()
        if place[0] == sentence.paragraph and sentence.span.start <= place[1] < sentence.span.end
        if reference.kind == "date" and isinstance(reference.meaning, Wording)
        for year in weight.YEAR.findall(reference.meaning.text)
    }
    return found.pop() if len(found) == 1 else ""


def _dated(text: str, year: str) -> str:
    """Put a year where English has it: "Norland's 2021 presidential election", "the 2021 vote in …"."""
    if not year or weight.YEAR.search(text):
        return text
    return re.sub(r"^(the|.*?(?:'s|s')) ", rf"\1 {year} ", text, count=1)


def _names_it(article: Article, worded: Phrase, noun: Token) -> bool:
    """Say whether a phrase tells one event: a name in it, no clause, no number of them, nothing of another year."""
    plain = not any(token.dep_ in {"relcl", "acl", "nummod"} or token.tag_ == "CD" for token in worded.tokens)
    loose = any(child.lower_ in {"another", "other", "any", "no", "every", "each", "new"} for child in noun.children)
    return plain and not loose and _is_told(article, worded.text)


def _is_told(article: Article, text: str) -> bool:
    return len(text.split()) <= _LONGEST and bool(weight.strong_names(article, f"at {text}"))


def _is_main(token: Token) -> bool:
    """Say whether a noun belongs to the main clause of its sentence, and not to a clause inside a noun."""
    return not any(one.dep_ in {"relcl", "acl", "ccomp", "csubj", "advcl"} for one in (token, *token.ancestors))


def _is_said(article: Article, sentence: Sentence, token: Token) -> bool:
    return any(one.sentence == sentence.number and one.start <= token.i < one.end for one in article.quotations)


def _definite(text: str) -> str:
    """Say "the" of an event that the article brings in with "a" or nothing, and leave out how large it was."""
    bare = _PAINTED.sub("", re.sub(r"^(?:an?|the) ", "", text))
    return bare if _is_owned(bare) else f"the {bare}"


_PAINTED = re.compile(
    r"^(?:(?:large|huge|massive|powerful|devastating|deadly|damaging|strong|enormous|violent|major|big|fresh)"
    r"(?:,? | and ))+"
)
"""How a disaster was: it tells no one from another."""


def _is_owned(text: str) -> bool:
    return re.match(r"(?:[A-Z][\w.-]*,? )*[A-Z][\w.-]*(?:'s|s') ", text) is not None


def _deeds(article: Article, told: Sequence[Deed]) -> Iterator[Occasion]:
    """Yield what somebody did or suffered in the lead, as a clause, if the title tells it too."""
    titled = _stems(article.document.title)
    for deed in told:
        blow = deed.predicate.lemma in _BLOWS
        if deed.reported and not blow:
            continue
        for text in deed.clauses():
            known = len(text.split()) <= _LONGEST_DEED and weight.strong_names(article, f"after {text}")
            if (
                known
                and not _BARE_END.search(text)
                and len(_stems(f"{text} {deed.predicate.lemma}") & titled) >= _SHARED
            ):
                nature = Nature.BLOW if blow else Nature.DEED
                yield Occasion(text, nature, deed.sentence, deed.substitutions)


_BARE_END = re.compile(r"\bthe [a-z]+$")
"""As in "passed the bill": a clause that said which one is gone, or was in another sentence."""


def _stems(text: str) -> frozenset[str]:
    """Return the beginnings of the words that say something."""
    return frozenset(word[:_STEM] for word in content_words(text) if len(word) > _SHORTEST)
