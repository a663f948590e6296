"""What an article is about: whom its title names or it names over and over, the title's own words, one country.

A card that has none of these tells a stranger nothing of what it is about: "How many cameras are
placed in five protected areas?" needs its Nepal.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizapp.cards import gazetteer

if TYPE_CHECKING:
    from quizapp.generate.article import Entity

_OFTEN = 3
"""Mentions that make somebody one of those an article is about, if they are half of the most."""
_STEM = 5
"""Letters that words of one family share."""
_SHORTEST = 4
_SHARED = 2
"""Words of a title that stand in the text, at least, if it names nobody."""
_OF_ANY_TITLE = frozenset(
    """
    about after again against amid another back become becomes before being between calls case could deal decades does
    during election ends faces first five four from gets gives goes have having help hopes into just last leaders less
    lose make makes more most much near news next over part passes people plan plans raises report rise rises rule says
    seek seeks sets should six some start starts still take takes than that their them these they this those three time
    today told under until used vote wants warns week what when where which while will wins with world would year years
    your court government minister president state states city country countries group latest official officials
    """.split()
)
"""Words of titles that stand in many."""
_NAMING = re.compile(r"[A-Z][\w’'.-]*\w")


@dataclass(frozen=True, slots=True)
class Topic:
    """What a card may name to be placed."""

    names: tuple[str, ...]
    stems: frozenset[str]
    country: str
    """The one country that the article is about, as text has it ("the Netherlands"); empty if there is none."""

    def stands_in(self, text: str) -> bool:
        """Say whether ``text`` names anything of the topic."""
        if any(re.search(rf"\b{re.escape(name)}", text) for name in self.names):
            return True
        return any(word[:_STEM] in self.stems for word in re.findall(r"[a-z]{4,}", text.lower()))


def topic_of(title: str, entities: Sequence["Entity"], place: str, text: str) -> Topic | None:
    """Return what an article with this title, these names, this dateline and this text is about.

    None where the title does not tell: it names nobody of the text and shares no two words with it.
    """
    named = [one for one in entities if one.kind not in {"date", "number"}]
    words = set(re.findall(r"[A-Za-z]{3,}", title))
    most = max((len(one.mentions) for one in named), default=0)
    central = [
        one
        for one in named
        if len(one.mentions) >= max(_OFTEN, most / 2) or words & set(re.findall(r"[A-Z][A-Za-z]{2,}", _spellings(one)))
    ]
    titled = [one for one in central if words & set(re.findall(r"[A-Z][A-Za-z]{2,}", _spellings(one)))]
    names = dict.fromkeys(name for one in central for name in _names(one))
    stems = {
        word[:_STEM]
        for word in re.findall(r"[a-z]+", title.lower())
        if len(word) >= _SHORTEST and word not in _OF_ANY_TITLE
    }
    said = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", text.lower())}
    if not titled and len(stems & said) < _SHARED:
        return None
    return Topic(tuple(names), frozenset(stems), _country(title, place))


def _names(one: "Entity") -> tuple[str, ...]:
    """Return the names that a card may use for somebody; of a country its adjective too."""
    surname = one.name.split()[-1] if one.kind == "person" else ""
    adjectives = gazetteer.demonyms(one.name) if one.kind == "country" else ()
    return tuple(name for name in (one.name, one.short, surname, *sorted(one.aliases), *adjectives) if len(name) > 1)


def _spellings(one: "Entity") -> str:
    return " ".join((one.name, one.short, *sorted(one.aliases)))


def _country(title: str, place: str) -> str:
    """Return the one country of the title, else that of the dateline's city."""
    titled = {
        found for word in _NAMING.findall(title) if (found := _as_country(word.removesuffix("'s").removesuffix("’s")))
    }
    if titled:
        return gazetteer.with_article(next(iter(titled))) if len(titled) == 1 else ""
    city = gazetteer.country_of_city(place) if place else None
    return gazetteer.with_article(city.name) if city is not None else ""


def _as_country(word: str) -> str:
    found = gazetteer.country(word) or gazetteer.country_of_demonym(word)
    return found.name if found is not None else ""
