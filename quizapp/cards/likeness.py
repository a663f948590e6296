"""Answers the gazetteer knows: of which kind an answer is, and which names are like it.

A name may stand in a small frame: "in Shanghai", "the Netherlands", "Astana, Kazakhstan"; what is
like it stands in the same one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.cards import forms, gazetteer

_LEAD = re.compile(r"((?:in|on|at|to|from|by|near|into|until|since) )?((?:the|The) )?(.+)", re.DOTALL)

_KIND_OF_HEAD = {
    "nation": gazetteer.COUNTRY,
    "capital": gazetteer.SEAT,
    "town": gazetteer.CITY,
    "alliance": gazetteer.ORGANISATION,
    "bloc": gazetteer.ORGANISATION,
    "group": gazetteer.ORGANISATION,
    "organization": gazetteer.ORGANISATION,
    "agency": gazetteer.ORGANISATION,
    "company": gazetteer.ORGANISATION,
    "day": "weekday",
    "color": "colour",
    "element": "metal",
    "position": "office",
    "adjective": gazetteer.NATIONALITY,
}
_SPECIFIC_HEADS = frozenset(
    "country city state month weekday language planet currency nationality region continent ocean sea river season "
    "religion colour metal direction organisation office".split()
)
_ACTORS = frozenset(
    {gazetteer.COUNTRY, gazetteer.ORGANISATION, gazetteer.METONYM, gazetteer.PEOPLE, "office", "believers"}
)
_TIMES = frozenset({"month", "weekday", "season"})

_NOT_ONE = re.compile(
    r"\b(?:name|give|list|mention) (?:an?|one|any|some)\b|\b(?:one|some|any|which) of\b|\bexample\b", re.IGNORECASE
)
_MANY_TRUE = re.compile(r"\b(?:border|neighbo|language|spoken|speak|share)", re.IGNORECASE)
_MEMBERSHIP = re.compile(r"\b(?:member|join|belong|acced|currency|euro\b|uses?\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """An answer that the gazetteer knows, in its frame."""

    lead: str
    """A preposition with its space, or nothing."""
    article: str
    """"the " or nothing."""
    name: str
    kind: str
    tail: str = ""
    """", Kazakhstan" after "Astana", or nothing."""
    capital: bool = False
    """Whether a word that is written small begins with a capital letter here."""


def named(answer: str, question: str) -> Named | None:
    """Return what the gazetteer knows an answer as, given what is asked; None if that is nothing.

    "Georgia" is a country but a state where the question asks which state; "Jackson" is a city but
    nothing the gazetteer knows where it asks who.
    """
    match = _LEAD.fullmatch(answer.strip())
    if not match:  # nothing but white space
        return None
    lead, article, name = match[1] or "", match[2] or "", match[3]
    city, comma, home = name.partition(", ")
    place = gazetteer.country(home) if comma else None
    if place and gazetteer.country_of_city(city) is place and not gazetteer.kinds_of(name):
        return Named(lead, article, city, gazetteer.CITY, tail=f", {home}")
    kinds, capital = gazetteer.kinds_of(name), False
    if not kinds and name[:1].isupper():
        name, capital = name[:1].lower() + name[1:], True
        kinds = tuple(kind for kind in gazetteer.kinds_of(name) if kind in gazetteer.closed_classes())
    if article and gazetteer.PEOPLE in kinds:
        # "the Japanese" are people; without the article the word is first of all an adjective.
        kinds = (gazetteer.PEOPLE, *kinds)
    kind = _kind_asked(name, kinds, question)
    return Named(lead, article, name, kind, capital=capital) if kind else None


def is_like(right: Named, text: str) -> bool:
    """Say whether ``text`` is a name of the kind and in the frame of ``right``."""
    match = _LEAD.fullmatch(text.strip())
    if not match or (match[1] or "") != right.lead:
        return False
    name = match[3].removesuffix(f", {_home(match[3])}") if right.tail else match[3]
    if right.tail and name == match[3]:
        return False
    if right.capital:
        name = name[:1].lower() + name[1:]
    if right.kind == gazetteer.ORGANISATION and not gazetteer.comparable(name, right.name):
        return False
    return gazetteer.is_seat(name) if right.kind == gazetteer.SEAT else right.kind in gazetteer.kinds_of(name)


def like_names(right: Named, question: str) -> Iterator[str]:
    """Yield names of the kind of ``right``, in its frame, the most alike first.

    Nothing is yielded where the gazetteer cannot tell what would be true as well.
    """
    if not asks_for_one(question) or (right.kind == gazetteer.COUNTRY and _MANY_TRUE.search(question)):
        return
    for name in gazetteer.class_members(right.kind, right.name):
        takes_article = gazetteer.with_article(name) != name
        # Without its own article a name like "Netherlands" sounds wrong among names that need none.
        if takes_article and right.kind != gazetteer.ORGANISATION and _stands_bare(right):
            continue
        yield _framed(right, name)


def _framed(right: Named, name: str) -> str:
    if right.tail:
        home = gazetteer.country_of_city(name)
        return f"{right.lead}{name}, {home.name}" if home else name
    if right.article:
        keeps = name[:1].isupper() and right.kind not in {gazetteer.PEOPLE, gazetteer.NATIONALITY}
        shown = gazetteer.with_article(name) if keeps else f"{right.article}{name}"
    else:
        shown = name[:1].upper() + name[1:] if right.capital else name
    return right.lead + shown


def asks_for_one(question: str) -> bool:
    """Say whether a question has one answer: not "Name a country that …", "Which of these …"."""
    return not _NOT_ONE.search(question)


def may_be_member(name: str, question: str) -> bool:
    """Say whether a country may be a wrong choice where a question speaks of an organisation's members.

    "Which NATO member …?" wants other members; "Which country joined NATO …?" wants none of them.
    """
    place = gazetteer.country(_bare(name))
    if place is None or not _MEMBERSHIP.search(question):
        return True
    for body in gazetteer.organisations():
        if body.members and (spoken := _spoken(body, question)):
            among = re.search(
                rf"\b(?:which|what) {re.escape(spoken)} (?:member|country|state|nation)", question, re.IGNORECASE
            )
            if (place.name in body.members) != bool(among):
                return False
    return True


def _kind_asked(name: str, kinds: tuple[str, ...], question: str) -> str | None:
    asked = forms.asked(question)
    head = asked.head.rpartition(" ")[2]
    wanted = _KIND_OF_HEAD.get(head, head if head in _SPECIFIC_HEADS else None)
    if wanted == gazetteer.SEAT:
        return wanted if gazetteer.CITY in kinds and gazetteer.is_seat(name) else None
    if wanted:
        return wanted if wanted in kinds else None
    if asked.sort == forms.PERSON:
        return next((kind for kind in kinds[:1] if kind in _ACTORS), None)
    if asked.sort == forms.TIME:
        return next((kind for kind in kinds if kind in _TIMES), None)
    return next(iter(kinds), None)


def _stands_bare(right: Named) -> bool:
    return not right.article and gazetteer.with_article(right.name) == right.name


def _home(name: str) -> str:
    city, comma, home = name.partition(", ")
    place = gazetteer.country(home) if comma else None
    return home if place and gazetteer.country_of_city(city) is place else "\0"


def _bare(name: str) -> str:
    match = _LEAD.fullmatch(name.strip())
    return match[3] if match else name


def _spoken(body: gazetteer.Organisation, question: str) -> str:
    names = (*body.names, *(["euro"] if body.name == "Eurozone" else []))
    return next((name for name in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", question)), "")
