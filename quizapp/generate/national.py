"""What "the government" means: that of the one country the article is about."""

import re

from quizapp.cards import gazetteer
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Wording
from quizapp.generate.described import Description
from quizapp.generate.world import country_name, nation_of

_INSTITUTIONS = frozenset(
    "government parliament army military constitution economy treasury judiciary electorate".split()
)
"""What a country has one of."""
_WINDOW = 2


def national(found: Description) -> Wording | Abstention | None:
    """Resolve "the government" to "the Japanese government" where only one country is spoken of."""
    if found.noun not in _INSTITUTIONS or found.modifiers or found.head.tag_ != "NN":
        return None
    article, number = found.article, found.sentence.number
    near = _countries(article, range(max(0, number - _WINDOW), number + 1))
    titled = _in_title(article)
    fitting = near if titled == near or not titled else {*titled, *near}
    if not near and len(titled) != 1 and len(everywhere := _countries(article, range(number))) == 1:
        fitting = everywhere
    if not fitting and not _countries(article, range(len(article.sentences))):
        fitting = _at_dateline(article)
    if len(fitting) != 1:
        return Abstention(found.text, "the article does not say of which country")
    adjective = _adjective(next(iter(fitting)))
    return Wording(f"the {adjective} {found.noun}") if adjective else None


def _countries(article: Article, sentences: range) -> set[str]:
    return {
        country
        for entity in article.entities
        if any(mention.sentence in sentences for mention in entity.mentions) and (country := _country(entity))
    }


def _country(entity: Entity) -> str:
    if entity.kind is EntityKind.COUNTRY:
        return country_name(entity.name)
    return nation_of(entity.name) if entity.kind is EntityKind.NATIONALITY else ""


def _in_title(article: Article) -> set[str]:
    words = re.findall(r"[A-Z][\w.]*\w", article.document.title)
    return {country for word in words if (country := country_name(word) or nation_of(word))}


def _at_dateline(article: Article) -> set[str]:
    """Return the country whose capital the article is written from."""
    country = gazetteer.country_of_capital(article.place.title()) if article.place else None
    return {country.name} if country else set()


def _adjective(country: str) -> str:
    if country == "United States":
        return "U.S."
    found = gazetteer.country(country)
    return found.adjectives[0] if found and found.adjectives else ""
