"""What everybody knows about the world: countries, cities, organisations, months.

Names are looked up with or without "the", with either apostrophe, with or without accents, but with
their own capitals: "Turkey" is a country, "turkey" is not. The facts and their sources are in the
text files that `gazetteer_data` reads. A *kind* is one of the constants here or a small closed class
of ``gazetteer_words.txt`` ("month", "weekday", "ocean").
"""

from functools import cache

from quizapp.cards.gazetteer_data import (
    Country,
    Member,
    Organisation,
    cities,
    countries,
    key,
    members,
    metonyms,
    organisations,
    states,
)
from quizapp.cards.numerals import number_of_ordinal, number_of_word, ordinal_of_number, word_of_number

__all__ = [
    "Country",
    "Organisation",
    "countries",
    "number_of_ordinal",
    "number_of_word",
    "ordinal_of_number",
    "organisations",
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
METONYM = "metonym"
"""A word that stands for a government: "Kremlin"."""
NUMBER = "number"
"""A number written out: "ten"."""
ORDINAL = "ordinal"


def country(name: str) -> Country | None:
    """Return the country that ``name`` names ("US", "Türkiye", "the Netherlands"), or None."""
    return _country_index().get(key(name))


def countries_in(place: str) -> tuple[Country, ...]:
    """Return the countries of a continent, a region or an organisation, empty if ``place`` is none of them."""
    body = organisation(place)
    if body:
        return tuple(found for member in body.members if (found := country(member)))
    wanted = key(place)
    return tuple(each for each in countries() if wanted in (key(each.continent), key(each.region)))


def countries_of_demonym(word: str) -> tuple[Country, ...]:
    """Return the countries that an adjective or a word for a people may speak of: two for "Congolese"."""
    return _demonym_index().get(key(word), ())


def country_of_demonym(word: str) -> Country | None:
    """Return the country of "Turkish", "Turk" or "Turks"; None if there is none, or more than one."""
    found = countries_of_demonym(word)
    return found[0] if len(found) == 1 else None


def country_of_capital(city: str) -> Country | None:
    """Return the country whose capital, or one of whose capitals, ``city`` is, or None."""
    return _capital_index().get(key(city))


def country_of_city(city: str) -> Country | None:
    """Return the country of a capital or of another well-known city, or None."""
    return country_of_capital(city) or _city_index().get(key(city))


def capital(name: str) -> str | None:
    """Return the capital of the country that ``name`` names, or None."""
    found = country(name)
    return found.capitals[0] if found else None


def demonyms(name: str) -> tuple[str, ...]:
    """Return the adjectives and words for the people of the country that ``name`` names; empty if unknown."""
    found = country(name)
    return found.demonyms if found else ()


def organisation(name: str) -> Organisation | None:
    """Return the organisation that a name or an acronym names, or None."""
    return _organisation_index().get(key(name))


def metonym(word: str) -> str | None:
    """Return whose government a word stands for: "Kremlin" or "Moscow" for "Russia"; None if it does not."""
    stands_for = _metonym_index().get(key(word))
    if stands_for:
        return stands_for
    found = country_of_capital(word)
    return found.name if found else None


def kinds_of(name: str) -> tuple[str, ...]:
    """Return every kind that ``name`` may be of, the likeliest first: "Georgia" is a country and a state."""
    wanted = key(name)
    indexes = {
        COUNTRY: _country_index(),
        NATIONALITY: _adjectives(),
        PEOPLE: _people(),
        CITY: _city_index(),
        STATE: _state_index(),
        ORGANISATION: _organisation_index(),
        METONYM: _metonym_index(),
    }
    found = [kind for kind, index in indexes.items() if wanted in index]
    found.extend(member.kind for member in _member_index().get(wanted, ()))
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
        COUNTRY: _countries_alike,
        NATIONALITY: _nationalities_alike,
        PEOPLE: _peoples_alike,
        CITY: _cities_alike,
        STATE: _states_alike,
        ORGANISATION: _organisations_alike,
        METONYM: _metonyms_alike,
    }
    names = alike[kind](near) if kind in alike else _neighbours(kind, near)
    own = {key(name) for name in (near, *relatives(near))}
    return tuple(name for name in dict.fromkeys(names) if key(name) not in own)


def relatives(name: str) -> tuple[str, ...]:
    """Return what says too nearly the same as ``name``: other names, demonyms, capitals, metonyms.

    A wrong choice may not be one of them, and a question that holds one gives its answer away.
    """
    wanted = key(name)
    meant = [country(name), *countries_of_demonym(name), country_of_capital(name), country(metonym(name) or "")]
    related = [word for each in dict.fromkeys(meant) if each for word in _words_of(each)]
    for body in (organisation(name), organisation(metonym(name) or "")):
        related += body.names if body else ()
    for state, (seat, _) in states().items():
        if wanted in (key(state), key(seat)):
            related += [state, seat]
    for member in _member_index().get(wanted, ()):
        related += member.names
    return tuple(each for each in dict.fromkeys(related) if key(each) != wanted)


def _words_of(found: Country) -> list[str]:
    speaking = [word for word, name in metonyms().items() if name == found.name]
    return [*found.names, *found.demonyms, *found.capitals, *speaking]


def _countries_alike(near: str) -> list[str]:
    return [each.name for each in _by_likeness(country(near))]


def _nationalities_alike(near: str) -> list[str]:
    return [each.adjectives[0] for each in _by_likeness(next(iter(countries_of_demonym(near)), None))]


def _peoples_alike(near: str) -> list[str]:
    singular = key(near) in {key(pair[0]) for each in countries_of_demonym(near) for pair in each.people}
    people = (each.people[0] for each in _by_likeness(next(iter(countries_of_demonym(near)), None)))
    return [pair[0] if singular else pair[1] for pair in people]


def _cities_alike(near: str) -> list[str]:
    home = country_of_city(near)
    order = _by_likeness(home)
    seats = [each.capitals[0] for each in order]
    place = {each.name: number for number, each in enumerate(order)}
    others = sorted(cities(), key=lambda city: place[cities()[city]])
    return seats + others if country_of_capital(near) else others + seats


def _states_alike(near: str) -> list[str]:
    part = next((part for state, (_, part) in states().items() if key(state) == key(near)), "")
    return sorted(states(), key=lambda state: states()[state][1] != part)


def _organisations_alike(near: str) -> list[str]:
    body = organisation(near)
    order = sorted(organisations(), key=lambda each: body is None or each.group != body.group)
    if is_acronym(near):
        return [short for each in order if (short := next(filter(is_acronym, each.names), ""))]
    return [each.name for each in order if not is_acronym(each.name)]


def _metonyms_alike(near: str) -> list[str]:
    own = metonym(near)
    return [word for word, name in metonyms().items() if name != own]


def _neighbours(kind: str, near: str) -> list[str]:
    of_kind = [member for member in members() if member.kind == kind]
    places = [place for place, member in enumerate(of_kind) if key(near) in map(key, member.names)]

    def distance(place: int) -> int:
        step = abs(place - places[0])
        return min(step, len(of_kind) - step) if of_kind[0].circular else step

    order = sorted(range(len(of_kind)), key=distance) if places else range(len(of_kind))
    return [of_kind[place].name for place in order]


def _by_likeness(near: Country | None) -> list[Country]:
    """Return all countries: first of the same region, then of the continent; the best known first; dependents last."""
    rank: dict[str, int] = {}
    fame = [rank.setdefault(each.region, 0) or 0 for each in countries()]
    for number, each in enumerate(countries()):
        fame[number] = rank[each.region]
        rank[each.region] += 1

    def likeness(number: int) -> tuple[bool, bool, bool, int, int]:
        each = countries()[number]
        same_region = near is not None and each.region == near.region
        same_continent = near is not None and each.continent == near.continent
        return each.standing.startswith("attached"), not same_region, not same_continent, fame[number], number

    return [countries()[number] for number in sorted(range(len(countries())), key=likeness)]


def is_acronym(name: str) -> bool:
    """Say whether a name is written as an acronym: capitals, perhaps with digits, stops or one small letter."""
    letters = [letter for letter in name if letter.isalpha()]
    return " " not in name and len(letters) < 9 and sum(map(str.isupper, letters)) > max(1, len(letters) // 2)


@cache
def _country_index() -> dict[str, Country]:
    return {key(name): each for each in reversed(countries()) for name in each.names}


@cache
def _demonym_index() -> dict[str, tuple[Country, ...]]:
    found: dict[str, tuple[Country, ...]] = {}
    for each in countries():
        for word in dict.fromkeys(map(key, each.demonyms)):
            found[word] = (*found.get(word, ()), each)
    return found


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(key(word) for each in countries() for word in each.adjectives)


@cache
def _people() -> frozenset[str]:
    return frozenset(key(word) for each in countries() for pair in each.people for word in pair)


@cache
def _capital_index() -> dict[str, Country]:
    return {key(city): each for each in reversed(countries()) for city in reversed(each.capitals)}


@cache
def _city_index() -> dict[str, Country]:
    listed = {key(city): found for city, name in cities().items() if (found := country(name))}
    return listed | _capital_index()


@cache
def _state_index() -> frozenset[str]:
    return frozenset(map(key, states()))


@cache
def _organisation_index() -> dict[str, Organisation]:
    return {key(name): each for each in reversed(organisations()) for name in each.names}


@cache
def _metonym_index() -> dict[str, str]:
    return {key(word): name for word, name in metonyms().items()}


@cache
def _member_index() -> dict[str, tuple[Member, ...]]:
    found: dict[str, tuple[Member, ...]] = {}
    for member in members():
        for name in dict.fromkeys(map(key, member.names)):
            found[name] = (*found.get(name, ()), member)
    return found
