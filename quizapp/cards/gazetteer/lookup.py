"""Finding what a name names: by any of its names, by demonym, by capital."""

from functools import cache, lru_cache

from quizapp.cards.gazetteer.data import (
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


@lru_cache(maxsize=4096)
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
    for member in closed_names(name):
        related += member.names
    return tuple(each for each in dict.fromkeys(related) if key(each) != wanted)


def _words_of(found: Country) -> list[str]:
    speaking = [each for word, (name, others) in metonyms().items() if name == found.name for each in (word, *others)]
    return [*found.names, *found.demonyms, *found.capitals, *speaking]


def is_nationality(word: str) -> bool:
    """Say whether ``word`` is the adjective of a country."""
    return key(word) in _adjectives()


def is_people(word: str) -> bool:
    """Say whether ``word`` is one or more of a country's people."""
    return key(word) in _people()


def is_state(name: str) -> bool:
    """Say whether ``name`` is a state of the United States."""
    return key(name) in _state_index()


def is_seat(name: str) -> bool:
    """Say whether ``name`` is the capital of a country or of a state."""
    return key(name) in _capital_index() or key(name) in _seat_index()


def is_metonym(word: str) -> bool:
    """Say whether ``word`` stands for a government and for nothing else: "Kremlin", not "Moscow"."""
    return key(word) in _metonym_index()


def closed_names(name: str) -> tuple[Member, ...]:
    """Return what ``name`` is in the small closed classes."""
    return _member_index().get(key(name), ())


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
def _seat_index() -> frozenset[str]:
    return frozenset(key(seat) for seat, _ in states().values())


@cache
def _state_index() -> frozenset[str]:
    return frozenset(map(key, states()))


@cache
def _organisation_index() -> dict[str, Organisation]:
    return {key(name): each for each in reversed(organisations()) for name in each.names}


@cache
def _metonym_index() -> dict[str, str]:
    return {key(each): name for word, (name, others) in metonyms().items() for each in (word, *others)}


@cache
def _member_index() -> dict[str, tuple[Member, ...]]:
    found: dict[str, tuple[Member, ...]] = {}
    for member in members():
        for name in dict.fromkeys(map(key, member.names)):
            found[name] = (*found.get(name, ()), member)
    return found
