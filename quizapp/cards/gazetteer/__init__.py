"""What everybody knows about the world: countries, cities, organisations, months.

Names are looked up with or without "the", with either apostrophe, with or without accents, but with
their own capitals: "Turkey" is a country, "turkey" is not. The facts and their sources are in the
text files of this folder. A *kind* is one of the constants here or a small closed class of
``words.txt`` ("month", "weekday", "ocean").
"""

from quizapp.cards.gazetteer import order
from quizapp.cards.gazetteer.data import (
    Country,
    Organisation,
    cities,
    countries,
    key,
    members,
    metonyms,
    organisations,
    states,
)
from quizapp.cards.gazetteer.lookup import (
    capital,
    closed_names,
    countries_in,
    countries_of_demonym,
    country,
    country_of_capital,
    country_of_city,
    country_of_demonym,
    demonyms,
    is_metonym,
    is_nationality,
    is_people,
    is_seat,
    is_state,
    metonym,
    organisation,
    relatives,
)
from quizapp.cards.gazetteer.naming import is_acronym, with_article
from quizapp.cards.gazetteer.order import comparable
from quizapp.cards.numerals import number_of_ordinal, number_of_word, ordinal_of_number, word_of_number

__all__ = [
    "CITY",
    "COUNTRY",
    "METONYM",
    "NATIONALITY",
    "NUMBER",
    "ORDINAL",
    "ORGANISATION",
    "PEOPLE",
    "SEAT",
    "STATE",
    "Country",
    "Organisation",
    "capital",
    "cities",
    "class_members",
    "closed_classes",
    "closed_names",
    "comparable",
    "countries",
    "countries_in",
    "countries_of_demonym",
    "country",
    "country_of_capital",
    "country_of_city",
    "country_of_demonym",
    "demonyms",
    "is_acronym",
    "is_metonym",
    "is_nationality",
    "is_people",
    "is_seat",
    "is_state",
    "key",
    "kind_of",
    "kinds_of",
    "members",
    "metonym",
    "metonyms",
    "number_of_ordinal",
    "number_of_word",
    "ordinal_of_number",
    "organisation",
    "organisations",
    "relatives",
    "states",
    "with_article",
    "word_of_number",
]

COUNTRY = "country"
NATIONALITY = "nationality"
"""The adjective of a country: "Turkish"."""
PEOPLE = "people"
"""One or more people of a country: "Turk", "Turks"."""
CITY = "city"
STATE = "state"
"""A state of the United States."""
ORGANISATION = "organisation"
SEAT = "seat"
"""A capital, of a country or of a state, where a capital is asked for."""
METONYM = "metonym"
"""A word that stands for a government: "Kremlin"."""
NUMBER = "number"
"""A number written out: "ten"."""
ORDINAL = "ordinal"


def kinds_of(name: str) -> tuple[str, ...]:
    """Return every kind that ``name`` may be of, the likeliest first: "Georgia" is a country and a state.

    That a city is a capital is asked with `is_seat`.
    """
    tests = {
        COUNTRY: country(name) is not None,
        NATIONALITY: is_nationality(name),
        PEOPLE: is_people(name),
        CITY: country_of_city(name) is not None,
        STATE: is_state(name),
        ORGANISATION: organisation(name) is not None,
        METONYM: is_metonym(name),
    }
    found = [kind for kind, holds in tests.items() if holds]
    found.extend(member.kind for member in closed_names(name))
    if number_of_word(name) is not None:
        found.append(NUMBER)
    if number_of_ordinal(name) is not None:
        found.append(ORDINAL)
    return tuple(found)


def kind_of(name: str) -> str | None:
    """Return the likeliest kind of ``name``, or None if the gazetteer does not know it."""
    return next(iter(kinds_of(name)), None)


def class_members(kind: str, near: str = "") -> tuple[str, ...]:
    """Return the usual names of a kind, those most like ``near`` first; what says the same as ``near`` is left out.

    Countries, and what belongs to them, come by region, then continent, then fame; organisations by
    class; months round the circle. The word for a people follows the number of ``near``, the name of
    an organisation its form (acronym or full name). Empty for numbers and for a kind that is unknown.
    """
    alike = {
        COUNTRY: order.countries_alike,
        NATIONALITY: order.nationalities_alike,
        PEOPLE: order.peoples_alike,
        CITY: order.cities_alike,
        STATE: order.states_alike,
        SEAT: order.seats_alike,
        ORGANISATION: order.organisations_alike,
        METONYM: order.metonyms_alike,
    }
    names = alike[kind](near) if kind in alike else order.neighbours(kind, near)
    own = {key(name) for name in (near, *relatives(near))}
    return tuple(name for name in dict.fromkeys(names) if key(name) not in own)


def closed_classes() -> frozenset[str]:
    """Return the kinds that are small closed classes of words: month, ocean, colour."""
    return frozenset(member.kind for member in members())
