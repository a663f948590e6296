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
_ON_BEHALF = ("spokes", "lawyer", "attorney", "lobbyist", "envoy")
_AT = frozenset(
    "professor lecturer fellow researcher scientist analyst economist historian student teacher engineer curator keeper"
    " physicist biologist chemist astronomer archaeologist expert".split()
)
_BEFORE = re.compile(r"^(?:the |an? )?(?P<body>[A-Z].*?)(?:'s|')? (?P<office>(?:[\w-]+ ){0,3}[\w-]+)$")
_BEHIND = re.compile(r"^(?:the |an? )?(?P<office>[\w -]+?) (?:of|at|for|with) (?:the )?(?P<body>[A-Z].*)$")
_FIELDS = frozenset(
    "prime foreign finance defense defence interior justice health trade executive managing general vice deputy"
    " chief program programme research technical medical scientific creative artistic marketing press".split()
)
"""Words with a capital that belong to an office and not to a longer name: "Foreign Minister"."""


@dataclass(frozen=True, slots=True)
class Workplace:
    """An office taken apart: what it is, and of what."""

    question: str
    """Up to the verb: "of which country"."""
    office: str
    """As the question says it: "foreign minister", "a spokeswoman"."""
    answer: str
    sort: Sort
    entity: Entity | None
    substitutions: tuple[tuple[str, str], ...] = ()

    def verb(self, holder: str) -> str:
        """Word that ``holder`` has the office; who heads a state may still do so, so that "was" would say too much."""
        return f"did {holder} become" if self.sort is Sort.COUNTRY else f"was {holder}"


def workplaces(article: Article, fact: Fact, said: Phrase) -> Iterator[Workplace]:
    """Yield of what somebody holds the office ``said``, if its words name a country or an organisation."""
    match = _BEFORE.match(said.text) or _BEHIND.match(said.text)
    if match is None or _says_it_was(said.text):
        return
    office = _plain_office(match["office"])
    if office:
        country, body = _country(match["body"]), match["body"]
        owned = f"{body}'" in said.text
        found = _of_country(country, office, body) if country else _of_body(article, body, office, owned=owned)
        if found is not None and found.answer not in fact.subject.text:
            yield found


def _says_it_was(description: str) -> bool:
    """Say whether somebody held the office before, or as one of several: that is not told by "was"."""
    return re.search(r"\b(?:former|ex|then|late|acting|co|elect)\b", description, re.IGNORECASE) is not None


def _plain_office(words: str) -> str:
    """Return an office in small letters, empty if it is none or holds a name of its own."""
    *before, last = words.split()
    named = any(word[:1].isupper() and word.lower() not in _FIELDS for word in before)
    return "" if last.lower() not in lexicon.OFFICES or named else words.lower()


def _country(body: str) -> str:
    found = gazetteer.country(body) or gazetteer.country_of_demonym(body)
    return gazetteer.with_article(found.name) if found is not None else ""


def _of_country(country: str, office: str, said: str) -> Workplace | None:
    *before, last = office.split()
    if last not in _OF_A_STATE or any(word not in _FIELDS for word in before):
        return None
    became = (last, f"become {last}")
    substitutions = (became,) if said == country else (became, (said, country))
    return Workplace("of which country", office, country, Sort.COUNTRY, None, substitutions)


def _of_body(article: Article, body: str, office: str, *, owned: bool) -> Workplace | None:
    entity = next((one for one in article.register.within(body) if body in {one.name, one.short, *one.aliases}), None)
    if entity is None or entity.kind is not EntityKind.ORGANISATION:
        return None
    word = organisation(entity.name, british=is_british(article))
    if not word.leads:
        return None
    last = office.rsplit(maxsplit=1)[-1]
    preposition = "for" if last.startswith(_ON_BEHALF) else "at" if last in _AT else "of"
    headed = office.startswith(("director general", "director-general", "managing director", "chief executive"))
    held_alone = headed or (last in lexicon.UNIQUE_OFFICES and not last.startswith(_ON_BEHALF))
    one_of_several = f"{'an' if office[0] in 'aeiou' else 'a'} {office}"
    spoken = office if held_alone else f"the {office}" if owned else one_of_several
    return Workplace(f"{preposition} {word.words}", spoken, entity.spoken, Sort.ORGANISATION, entity)
