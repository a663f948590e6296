"""Which names are most like a name: its neighbours, then what is farther off."""

from collections import Counter
from functools import cache

from quizapp.cards.gazetteer.data import Country, cities, countries, key, members, metonyms, organisations, states
from quizapp.cards.gazetteer.lookup import (
    countries_of_demonym,
    country,
    country_of_capital,
    country_of_city,
    metonym,
    organisation,
)
from quizapp.cards.gazetteer.naming import is_acronym

_BODIES_OF_STATES = frozenset(
    {
        *("alliance", "union", "economic group", "bank or fund", "court", "body of the United Nations"),
        "institution of the European Union",
    }
)
_OTHER_REGION, _OTHER_CONTINENT = 5, 15
"""How many places of fame a country of another region, or continent, loses."""


def countries_alike(near: str) -> list[str]:
    """Return the countries: of the same region, of the continent, then the others, the most like ``near`` first."""
    return [each.name for each in _by_likeness(country(near))]


def nationalities_alike(near: str) -> list[str]:
    """Return the adjectives of countries, the most like ``near`` first."""
    return [each.adjectives[0] for each in _by_likeness(next(iter(countries_of_demonym(near)), None))]


def peoples_alike(near: str) -> list[str]:
    """Return the words for peoples, in the number of ``near``, the most like ``near`` first."""
    words = {pair for each in countries_of_demonym(near) for pair in each.people}
    singular = key(near) in {key(one) for one, many in words if one != many}
    people = (each.people[0] for each in _by_likeness(next(iter(countries_of_demonym(near)), None)))
    return [pair[0] if singular else pair[1] for pair in people]


def cities_alike(near: str) -> list[str]:
    """Return the cities: capitals first if it is one, else those of its country, the most like ``near`` first."""
    home = country_of_city(near)
    order = _by_likeness(home)
    seats = [each.capitals[0] for each in order]
    place = {each.name: number for number, each in enumerate(order)}
    others = sorted(cities(), key=lambda city: place[cities()[city]])
    return seats + others if country_of_capital(near) else others + seats


def seats_alike(near: str) -> list[str]:
    """Return the capitals: of countries or of states, the most like ``near`` first."""
    if country_of_capital(near):
        return [each.capitals[0] for each in _by_likeness(country_of_capital(near))]
    home = next((state for state, (seat, _) in states().items() if key(seat) == key(near)), "")
    return [states()[state][0] for state in (home, *states_alike(home)) if state]


def states_alike(near: str) -> list[str]:
    """Return the states of the United States, the most like ``near`` first."""
    part = next((part for state, (_, part) in states().items() if key(state) == key(near)), "")
    return sorted(states(), key=lambda state: states()[state][1] != part)


def organisations_alike(near: str) -> list[str]:
    """Return the organisations, in the form of ``near`` (acronym or full name), the most like ``near`` first."""
    body = organisation(near)
    order = sorted(organisations(), key=lambda each: body is None or each.group != body.group)
    if is_acronym(near):
        return [short for each in order if (short := next(filter(is_acronym, each.names), ""))]
    return [each.name for each in order if not is_acronym(each.name)]


def metonyms_alike(near: str) -> list[str]:
    """Return the words for governments, the most like ``near`` first."""
    own = metonym(near)
    return [word for word, (name, _) in metonyms().items() if name != own]


def neighbours(kind: str, near: str) -> list[str]:
    """Return the members of a closed class, in the spelling of ``near``, the most like ``near`` first."""
    of_kind = [member for member in members() if member.kind == kind]
    places = [place for place, member in enumerate(of_kind) if key(near) in map(key, member.names)]

    def distance(place: int) -> int:
        step = abs(place - places[0])
        return min(step, len(of_kind) - step) if of_kind[0].circular else step

    order = sorted(range(len(of_kind)), key=distance) if places else range(len(of_kind))
    # "Pacific" and "Jan." are other spellings: what is like them is spelt the same way.
    spelling = list(map(key, of_kind[places[0]].names)).index(key(near)) if places else 0
    return [of_kind[place].names[min(spelling, len(of_kind[place].aliases))] for place in order]


def _by_likeness(near: Country | None) -> list[Country]:
    """Return all countries, the best known of the same region first.

    What is as well known but of another region counts as a little farther off, of another continent
    as much farther; dependent places come last.
    """
    fame = _fame()

    def likeness(each: Country) -> tuple[bool, int, bool]:
        abroad = near is None or each.continent != near.continent
        outside = near is None or each.region != near.region
        distance = fame[each.name] + (_OTHER_CONTINENT if abroad else _OTHER_REGION if outside else 0)
        return each.standing.startswith("attached"), distance, outside

    return sorted(countries(), key=likeness)


@cache
def _fame() -> dict[str, int]:
    """Return the place of each country within its region, from 0."""
    before: Counter[str] = Counter()
    fame = {}
    for each in countries():
        fame[each.name] = before[each.region]
        before[each.region] += 1
    return fame


def comparable(one: str, other: str) -> bool:
    """Say whether two organisations may stand for each other: bodies of states any two, others of one class."""
    mine, yours = organisation(one), organisation(other)
    if mine is None or yours is None:
        return False
    return mine.group == yours.group or {mine.group, yours.group} <= _BODIES_OF_STATES
