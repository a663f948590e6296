"""The facts of the gazetteer, as read from the plain text files beside this module.

Each file names its sources and its date in its heading. A file is read once, when first asked for.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

# Letters that no decomposition makes plain, and the apostrophes people and programs write.
_PLAIN_LETTERS = str.maketrans(
    {
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "\N{LATIN SMALL LETTER DOTLESS I}": "i",
    }
)


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a dependent place."""

    name: str
    """The common English name, without "the"."""
    official: str
    aliases: tuple[str, ...]
    """Other names; the official one is not among them."""
    capitals: tuple[str, ...]
    """The first is the usual answer; further seats of government and spellings follow."""
    adjectives: tuple[str, ...]
    people: tuple[tuple[str, str], ...]
    """(singular, plural) of the words for its people."""
    continent: str
    region: str
    """The part of the continent, such as "Central Asia"."""
    standing: str
    """"member" (of the United Nations), "observer", "disputed" or "attached to" some state."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name of the country, the common one first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, self.official)))

    @property
    def demonyms(self) -> tuple[str, ...]:
        """Return its adjectives and the words for its people, singular and plural."""
        return tuple(dict.fromkeys((*self.adjectives, *(word for pair in self.people for word in pair))))


@dataclass(frozen=True, slots=True)
class Organisation:
    """A large organisation."""

    name: str
    aliases: tuple[str, ...]
    """Acronyms and other names, the usual acronym first."""
    group: str
    """The class whose organisations are like it: "alliance", "court"."""
    members: tuple[str, ...]
    """Member countries by their common names; empty where they are not listed."""

    @property
    def names(self) -> tuple[str, ...]:
        """Return every name of the organisation, the full one first."""
        return (self.name, *self.aliases)


@cache
def countries() -> tuple[Country, ...]:
    """Return every country, by continent and region, the best known of a region first."""
    return tuple(_country(heading, fields) for heading, fields in _rows("countries", 7))


def _country(heading: str, fields: list[str]) -> Country:
    name, official, aliases, capitals, adjectives, people, standing = fields
    continent, _, region = heading.partition(": ")
    return Country(
        name=name,
        official=official,
        aliases=_split(aliases),
        capitals=_split(capitals),
        adjectives=_split(adjectives),
        people=tuple(_with_plural(word) for word in _split(people) or _split(adjectives)),
        continent=continent,
        region=region,
        standing=standing or "member",
    )


def _with_plural(word: str) -> tuple[str, str]:
    singular, slash, plural = word.partition("/")
    if slash:
        return singular, plural
    if singular.endswith(("ese", "ss", "ois")):
        return singular, singular
    return singular, re.sub("man$", "men", singular) if singular.endswith(
        ("shman", "chman", "woman", "xman", "yman")
    ) else f"{singular}s"


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return every organisation, class by class."""
    found: dict[str, Organisation] = {}
    rows = list(_rows("organisations", 3))
    members_of = {name: _split(members) for _, (name, _, members) in rows}
    for group, (name, aliases, _) in rows:
        members = tuple(
            country_name
            for member in members_of[name]
            for country_name in (members_of[member[1:]] if member.startswith("@") else (member,))
        )
        found[name] = Organisation(name, _split(aliases), group, members)
    return tuple(found.values())


@cache
def cities() -> Mapping[str, str]:
    """Return every well-known city that is no national capital, with its country's name."""
    listed = {
        city: name
        for name, cities_there in (line.split(": ") for line in _lines("cities"))
        for city in _split(cities_there)
    }
    return listed | {fields[2]: "United States" for _, fields in _rows("states", 3)}


@cache
def states() -> Mapping[str, tuple[str, str]]:
    """Return the states of the United States, each with its capital and its part of the country."""
    return {name: (seat, part.strip()) for part, (name, _, seat) in _rows("states", 3)}


@cache
def metonyms() -> Mapping[str, tuple[str, tuple[str, ...]]]:
    """Return the words that stand for a government: whose, and in which other spellings."""
    return {word: (name, _split(others)) for _, (word, name, others) in _rows("metonyms", 3)}


@dataclass(frozen=True, slots=True)
class Member:
    """One name of a small closed class: "January" of "month"."""

    kind: str
    circular: bool
    """Whether the last of its class is next to the first, as December is to January."""
    name: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Return every spelling, the usual one first."""
        return (self.name, *self.aliases)


@cache
def members() -> tuple[Member, ...]:
    """Return the members of the small closed classes, each class in order of nearness."""
    return tuple(
        Member(heading.removesuffix("*").strip(), heading.endswith("*"), name, _split(others))
        for heading, (name, others) in _rows("words", 2)
    )


@cache
def names_with_article() -> frozenset[str]:
    """Return the looked-up forms of the names that take "the" in running text."""
    return frozenset(map(key, _lines("articles")))


def _rows(file: str, width: int) -> Iterator[tuple[str, list[str]]]:
    """Yield the heading above each row, and the row's fields, filled up to ``width``."""
    heading = ""
    for line in _lines(file):
        if line.startswith("=="):
            heading = line.lstrip("= ")
        else:
            fields = [field.strip() for field in line.split("|")]
            yield heading, fields + [""] * (width - len(fields))


@cache
def _lines(file: str) -> tuple[str, ...]:
    text = resources.files(__package__).joinpath(f"{file}.txt").read_text("utf-8")
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def _split(field: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in field.split(";")) if field else ()


# Names are compared far more often than there are names.
@lru_cache(16_384)
def key(name: str) -> str:
    """Return the form under which names are looked up and compared: no "the", no accents, plain apostrophes."""
    folded = " ".join(name.split())
    if not folded.isascii():
        parted = unicodedata.normalize("NFKD", folded.translate(_PLAIN_LETTERS))
        folded = "".join(mark for mark in parted if not unicodedata.combining(mark))
    return folded[4:] if folded.startswith(("the ", "The ")) else folded
