"""Gates on the form of a card: rubric points 1, 7, 8, 9, 12, 14. Each returns a reason or None."""

import re
from functools import lru_cache

from quizapp.cards import gazetteer
from quizapp.cards.model import Kind
from quizapp.generate.article import Article, EntityKind
from quizapp.generate.fact import Candidate, Sort
from quizapp.generate.vocabulary import HONORIFICS, PERSONAL_TITLES
from quizapp.text import acting_characters

QUESTION_WORDS = (5, 22)
CLOZE_WORDS = 30
NAME_WORDS = 9
"""Words of an answer that is a name and nothing else: it cannot be told shorter."""
ANSWER_WORDS = {Sort.CLAUSE: 14, Sort.QUOTE: 15}
_PREPOSITIONS = (
    "in|on|at|for|with|by|of|from|to|against|over|under|between|within|about|into|after|through|via|toward|towards|near"
    "|across|throughout|before|since|outside|inside|during|upon|among|amid|behind|beyond|below|above"
)
_OPENERS = re.compile(
    rf"^(?:According to .+, |In (?:the )?[A-Z][\w’' -]+, )?(?:(?:{_PREPOSITIONS}) )?"
    r"(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
_CLOSERS = re.compile(r" (?:whom|which [\w' -]+)\?$")
"""How a statement ends that asks for its last name: "… is based on a novel by which writer?"."""
_WORD = re.compile(r"[\w'’.%$-]+")
_SMALL = frozenset(
    "a an the of in on at to for by with from and or as its their his her is are was were be been it this that 's"
    " s".split()
)


def one_question(_article: Article, card: Candidate) -> str | None:
    """A question opens with a question word and has one question mark (1)."""
    if card.kind is Kind.CLOZE:
        return None
    if card.question.count("?") != 1 or not card.question.endswith(("?", '?"')):
        return "not exactly one question mark"
    in_place = card.rule.endswith("/in its place") and _CLOSERS.search(card.question)
    if card.kind is Kind.BASIC and not in_place and not _OPENERS.match(card.question):
        return "it does not open with a question word"
    return None


def clean_typography(_article: Article, card: Candidate) -> str | None:
    """No leftovers: doubled spaces or marks, unpaired quotes or brackets, control characters (12)."""
    for text in (card.question, card.answer, *card.answers):
        if not text or text != text.strip() or "  " in text or acting_characters(text):
            return "stray white space or control characters"
        if re.search(r"\s[–—]\s|[,;:]\s*[,;:?]|\s[,.;:?!]|\.\.|--|https?://|\w@\w", text):
            return "stray punctuation"
        if text.count('"') % 2 or text.count("(") != text.count(")") or text.count("[") != text.count("]"):
            return "unpaired quotes or brackets"
    if card.answer.endswith((",", ";", ":")):
        return "stray punctuation"
    return None


def length(_article: Article, card: Candidate) -> str | None:
    """Questions of 5 to 22 words, answers of at most 6 (why 14, quotation 15) (9)."""
    asked = len(_WORD.findall(card.question))
    fewest, most = QUESTION_WORDS
    if card.kind is Kind.CLOZE:
        most = CLOZE_WORDS
    if card.kind is Kind.LIST:
        fewest = 3
    if not fewest <= asked <= most:
        return f"a question of {asked} words"
    for answer in card.answers or (card.answer,):
        words = len(_WORD.findall(answer))
        most = NAME_WORDS if answer in _names(card) else 6
        if words > ANSWER_WORDS.get(card.sort, most):
            return f"an answer of {words} words"
    return None


def nothing_given_away(article: Article, card: Candidate) -> str | None:
    """The answer, an alias or its demonym is not in the question (7)."""
    question = f" {_plain(card.question)} "
    for answer in (card.answer, *card.answers):
        words = content_words(answer)
        if f" {_plain(answer)} " in question or (words and all(f" {word} " in question for word in words)):
            return "the answer stands in the question"
    for one in article.register.within(card.answer):
        if one.kind is EntityKind.PERSON and one.name in card.answer and one.name in card.question:
            return f"{one.name!r} stands in question and answer"
    return _named_otherwise(card, question) or _named_by_family(card, question) or _names_its_capital(card, question)


def _named_otherwise(card: Candidate, question: str) -> str | None:
    """Say whether the question has an alias of the answer, or the adjective of the country it is."""
    entity = card.asked.entity if card.asked is not None and card.answer in _names(card) else None
    if entity is None:
        return None
    demonyms = {entity.nationality, *gazetteer.demonyms(entity.name)} if entity.kind is EntityKind.COUNTRY else set()
    for name in sorted({entity.name, *entity.aliases, entity.short, *demonyms} - {""}):
        if len(name) > 2 and f" {_plain(name)} " in question:
            return f"the question names {name!r}, which is the answer"
    return None


def _names_its_capital(card: Candidate, question: str) -> str | None:
    """Say whether the answer is "the capital of Norway" and the question has "Oslo"."""
    match = re.fullmatch(r"the capital of (?P<country>.+)", card.answer)
    country = gazetteer.country(match["country"]) if match else None
    capitals = country.capitals if country is not None else ()
    named = any(f" {_plain(capital)} " in question for capital in capitals)
    return "the question names the capital that is the answer" if named else None


def _named_by_family(card: Candidate, question: str) -> str | None:
    if card.sort not in {Sort.COUNTRY, Sort.PERSON}:
        return None
    stems = [word[:-1] for word in content_words(card.answer) if len(word) > _STEM and word[0].isalpha()]
    return (
        "a word of the answer's family stands in the question"
        if any(f" {stem}" in question for stem in stems)
        else None
    )


_STEM = 4
"""Letters: shorter words prove nothing by their beginning."""


def _names(card: Candidate) -> frozenset[str]:
    entity = card.asked.entity if card.asked is not None else None
    return frozenset({entity.name, entity.spoken, entity.short, *entity.aliases}) if entity is not None else frozenset()


def word_fits(article: Article, card: Candidate) -> str | None:
    """The question word fits the kind of answer, and the answer is more than a title (8)."""
    if card.kind is not Kind.BASIC:
        return None
    if card.answer.lower() in PERSONAL_TITLES | HONORIFICS | {"sheikh"}:
        return "a title without a name"
    asked = re.search(r"\bwhat (?:is|was) (?P<name>[^?]+)\?$", card.question)
    if asked and any(one.kind is EntityKind.PERSON and one.name == asked["name"] for one in article.entities):
        return "'what' does not ask for a person"
    match = re.search(r"\b(who|what|which|when|where|why|how)\b", card.question.lower())
    word = match[1] if match else ""
    wanted: dict[Sort, set[str]] = {
        Sort.DATE: {"when", "which"},
        Sort.DURATION: {"how"},
        Sort.COUNT: {"how"},
        Sort.MONEY: {"how"},
        Sort.SHARE: {"what"},
        Sort.COUNTRY: {"which", "who", "where", "what"},
    }
    if card.sort in wanted and word not in wanted[card.sort]:
        return f"{word!r} does not ask for a {card.sort}"
    if word == "who" and card.sort not in {Sort.PERSON, Sort.THING, Sort.ORGANISATION, Sort.PLACE}:
        return f"'who' does not ask for a {card.sort}"
    return None


def not_a_recital(_article: Article, card: Candidate) -> str | None:
    """No list longer than three, unless it is a list card (14)."""
    if card.kind is Kind.LIST:
        return None
    parts = card.answer.count(",") + (" and " in card.answer)
    return "a list too long to recite" if parts > 2 and card.sort not in {Sort.QUOTE, Sort.CLAUSE} else None


def content_words(text: str) -> list[str]:
    """Return the words of ``text`` that say something, lower case."""
    return list(_content_words(text))


@lru_cache(maxsize=20_000)
def _content_words(text: str) -> tuple[str, ...]:
    return tuple(word for word in _plain(text).split() if word not in _SMALL)


def _plain(text: str) -> str:
    return " ".join(word.strip(".'’-") for word in _WORD.findall(text.lower().replace("'s", "").replace("’s", "")))
