"""Where somebody holds an office: "Of which organization was Ada Holm director?".

Offices change hands, so that who holds one can be asked only as of a known month. Of what somebody
was the director stays true: an undated article is asked that.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.cards import gazetteer
from quizapp.generate import lexicon
from quizapp.generate.article import Article, Entity, EntityKind
from quizapp.generate.fact import Fact, Phrase, Sort
from quizapp.generate.questions.words import is_british, organisation

_OF_A_STATE = frozenset("president premier chancellor king queen monarch emperor emir sultan minister".split())
"""Offices of which a country has one, or one a field: asked with "of which country"."""
_OF_A_PLACE = frozenset({"mayor", "governor"})
_ON_BEHALF = ("spokes", "lawyer", "attorney", "lobbyist", "envoy")
_AT = frozenset(
    "professor lecturer fellow researcher scientist analyst economist historian student teacher engineer curator keeper"
    " physicist biologist chemist astronomer archaeologist ecologist geologist psychologist expert".split()
)
_BEFORE = re.compile(r"^(?P<body>[A-Z].*?)(?:'s|')? (?P<office>(?:[\w-]+ ){0,3}[\w-]+)$")
_BEHIND = re.compile(r"^(?P<office>[\w -]+?) (?:of|at|for|with) (?P<the>the )?(?P<body>[A-Z].*)$")
_OF_KIND = re.compile(
    r"^(?P<office>[\w -]+?) (?:of|at|for|with) the (?:[a-z-]+ )*(?P<body>[A-Z][\w'-]*(?: [A-Z][\w'-]*)*)"
    r" (?P<kind>party|movement|group|militia|coalition|alliance|federation|union|club|charity|foundation|newspaper"
    r"|network|think tank|company|committee|campaign)$"
)
"""As in "leader of the Nahda party": what it is of is told with its kind."""
_OF_COUNTRY = re.compile(
    r"^(?P<office>[\w -]+?) (?:of|for) (?:the )?(?P<body>[A-Z][\w-]*(?: [A-Z][\w-]*)*)(?:'s)? "
    r"(?P<kind>(?:[a-z]+ )*(?:parliament|government|army|military|navy|police|bank|federation|agency|ministry|court"
    r"|church|opposition|team|bishops))$"
)
_NAME = re.compile(r"[A-Z][\w.&'-]*(?: (?:of|for|and|the|on|&|[A-Z][\w.&'-]*))* [A-Z][\w.&'-]*")
"""A name of several words that the article gives to somebody's workplace alone."""
_FIELDS = frozenset(
    "prime foreign finance defense defence interior justice health trade executive managing general vice deputy acting"
    " chief program programme research technical medical scientific creative artistic marketing press".split()
)
"""Words with a capital that belong to an office and not to a longer name: "Foreign Minister"."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """An office taken apart: what it is, and of what."""

    words: str
    """The question, with ``{}`` for who holds the office: "of which country did {} become president"."""
    answer: str
    sort: Sort
    entity: Entity | None
    substitutions: tuple[tuple[str, str], ...] = ()

    def question(self, holder: str) -> str:
        """Return the question about ``holder``."""
        asked = self.words.format(holder)
        return f"{asked[0].upper()}{asked[1:]}?"


@dataclass(frozen=True, slots=True)
class _Office:
    """An office as a description tells it: "the former professor of chemistry" was a professor."""

    words: str
    """Small, no article before it: "professor of chemistry"."""
    noun: str
    over: bool
    """Whether somebody held it before: told with "had been"."""
    owned: bool = False
    """Whether its body stands before it with "'s"."""

    @property
    def spoken(self) -> str:
        """The office behind the verb: alone where one holds it, with an article where several may."""
        headed = self.words.startswith(("director general", "director-general", "managing director", "chief executive"))
        if headed or (self.noun in lexicon.UNIQUE_OFFICES and not self.noun.startswith(_ON_BEHALF)):
            return self.words
        article = "the" if self.owned else "an" if self.words[0] in "aeiou" else "a"
        return f"{article} {self.words}"

    def held(self, asked: str) -> str:
        """Word that somebody held the office, behind ``asked``."""
        return f"{asked} had {{}} been {self.spoken}" if self.over else f"{asked} was {{}} {self.spoken}"


def workplaces(article: Article, fact: Fact, said: Phrase) -> Iterator[Workplace]:
    """Yield of what somebody holds the office ``said``, if its words name a country or an organisation."""
    told = re.sub(r"^(?:the |an? )", "", said.text)
    over, acting = told.startswith("former "), told.startswith("acting ")
    told = told.removeprefix("former ").removeprefix("acting ")
    match = next(filter(None, (shape.match(told) for shape in _SHAPES)), None)
    if match is None or _says_it_was(told):
        return
    body = match["body"]
    office = _office(f"acting {match['office']}" if acting else match["office"], over, owned=f"{body}'" in told)
    if office is not None:
        for found in _of_something(article, office, match):
            if found.answer not in fact.subject.text:
                yield found
                return


_SHAPES = (_OF_KIND, _OF_COUNTRY, _BEFORE, _BEHIND)


def _says_it_was(description: str) -> bool:
    """Say whether somebody held the office before, or as one of several: that is not told by "was"."""
    return re.search(r"\b(?:former|ex|then|late|co|elect)\b", description, re.IGNORECASE) is not None


def _office(words: str, over: bool, *, owned: bool) -> _Office | None:
    """Return an office in small letters, None if it is none or holds a name of its own."""
    head, *field = re.split(r" (?:of|for|on|in) ", words, maxsplit=1)
    *before, last = head.split()
    named = any(word[:1].isupper() and word.lower() not in _FIELDS for word in before)
    loose = any(word[:1].isupper() or word in {"the", "this", "that"} for part in field for word in part.split())
    if last.lower() not in lexicon.OFFICES | _AT or named or loose:
        return None
    return _Office(words.lower(), last.lower(), over, owned)


def _of_something(article: Article, office: _Office, match: re.Match[str]) -> Iterator[Workplace]:
    body, kind = match["body"], match.groupdict().get("kind", "")
    found = gazetteer.country(body) or gazetteer.country_of_demonym(body)
    country = gazetteer.with_article(found.name) if found is not None else ""
    if kind:
        put = () if body == country else ((body, country),)
        if country and match.re is _OF_COUNTRY:
            yield Workplace(office.held(f"of which country's {kind}"), country, Sort.COUNTRY, None, put)
        elif not country and match.re is _OF_KIND:
            yield Workplace(office.held(f"of which {kind}"), body, Sort.ORGANISATION, None)
        return
    if country:
        yield from _of_country(country, office, body)
        return
    entity = next((one for one in article.register.within(body) if body in {one.name, one.short, *one.aliases}), None)
    if entity is not None and entity.kind is EntityKind.ORGANISATION:
        yield from _of_body(article, entity, office)
    elif entity is not None and entity.kind is EntityKind.PLACE and office.noun in _OF_A_PLACE:
        kind = next((one for one in gazetteer.kinds_of(body) if one in {gazetteer.CITY, gazetteer.STATE}), "")
        yield Workplace(office.held(f"of which {kind}" if kind else "where"), body, Sort.PLACE, entity)
    elif "the" in match.groupdict() and office.noun in lexicon.UNIQUE_OFFICES and _NAME.fullmatch(body):
        spoken = f"the {body}" if match["the"] else body
        yield Workplace(f"{office.held('what')} of", spoken, Sort.ORGANISATION, entity)


def _of_country(country: str, office: _Office, said: str) -> Iterator[Workplace]:
    *before, last = office.words.split()
    if last not in _OF_A_STATE or any(word not in _FIELDS for word in before):
        return
    put = () if said == country else ((said, country),)
    if office.over or before[:1] == ["acting"]:
        yield Workplace(office.held("of which country"), country, Sort.COUNTRY, None, put)
        return
    # Who heads a state may still do so, so that "was" would say too much.
    words = f"of which country did {{}} become {office.words}"
    yield Workplace(words, country, Sort.COUNTRY, None, ((last, f"become {last}"), *put))


def _of_body(article: Article, entity: Entity, office: _Office) -> Iterator[Workplace]:
    word = organisation(entity.name, british=is_british(article))
    if word.leads:
        preposition = "for" if office.noun.startswith(_ON_BEHALF) else "at" if office.noun in _AT else "of"
        yield Workplace(office.held(f"{preposition} {word.words}"), entity.spoken, Sort.ORGANISATION, entity)
