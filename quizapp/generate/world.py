"""What the generator asks the gazetteer: which kind a name is of, and whose adjective a word is."""

from functools import cache

from quizapp.cards import gazetteer
from quizapp.generate.vocabulary import CONTINENTS


def bare(name: str) -> str:
    """Return ``name`` without a leading "the" and a trailing "'s"."""
    name = name.removesuffix("'s").removesuffix("'").strip()
    return name[4:] if name[:4].lower() == "the " else name


def is_country(name: str) -> bool:
    """Say whether ``name`` is a country ("the US", "Türkiye")."""
    return gazetteer.country(bare(name)) is not None


def country_name(name: str) -> str:
    """Return the usual name of the country ``name`` stands for, or an empty text."""
    found = gazetteer.country(bare(name))
    return found.name if found else ""


@cache
def kinds(name: str) -> tuple[str, ...]:
    """Return the gazetteer's kinds of ``name``, the likeliest first."""
    return gazetteer.kinds_of(bare(name))


def is_region(name: str) -> bool:
    """Say whether ``name`` is a continent or a part of one."""
    return bare(name).lower() in CONTINENTS


def is_city(name: str) -> bool:
    """Say whether ``name`` is a well-known city."""
    return "city" in kinds(name)


def is_state(name: str) -> bool:
    """Say whether ``name`` is a state of the United States."""
    return "state" in kinds(name)


def nation_of(word: str) -> str:
    """Return the country of "Turkish" or "Turks", or an empty text."""
    found = gazetteer.country_of_demonym(word)
    return found.name if found else ""


def organisation_name(name: str) -> str:
    """Return the full name of a well-known organisation, or an empty text."""
    found = gazetteer.organisation(bare(name))
    return found.name if found else ""
