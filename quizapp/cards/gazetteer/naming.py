"""Which names take "the" in running text, and which are acronyms."""

from quizapp.cards.gazetteer.data import key, names_with_article
from quizapp.cards.gazetteer.lookup import closed_names, organisation

_SAID_AS_WORDS = frozenset(
    "NATO AUKUS ASEAN ECOWAS SAARC OPEC BRICS BRICS+ APEC USMCA UNESCO UNICEF UNRWA NASA JAXA ISRO FIFA UEFA TASS AFP "
    "IBM BMW HRW RSF MSF CARE ISIS ISIL QUAD CNN".split()
)
"""Acronyms without "the"."""
_BODY_WORDS = frozenset(
    "Organization Organisation Union League Nations States Council Fund Bank Court Commission Parliament Group Agency "
    "Association Community Forum Area Committee Programme Administration Bureau Department Commonwealth Pact Dialogue "
    "Agreement Alliance Party Cross Reserve Assembly Centers Foundation Eurozone Taliban Quad Cooperation".split()
)
"""Words that give the name of an organisation "the"."""


def with_article(name: str) -> str:
    """Return a name as it stands in running text: "the Netherlands", "the SCO", but "NATO"."""
    bare = name[4:] if name[:4] in ("the ", "The ") else name
    wet = any(member.kind in ("ocean", "sea", "river") for member in closed_names(name))
    body = organisation(name)
    takes_it = key(name) in names_with_article() or wet or (body is not None and _body_takes_article(bare))
    return f"the {bare}" if takes_it and not name.startswith("The ") else name


def _body_takes_article(name: str) -> bool:
    if is_acronym(name):
        return name not in _SAID_AS_WORDS
    return not _BODY_WORDS.isdisjoint(name.split())


def is_acronym(name: str) -> bool:
    """Say whether a name is written as an acronym: capitals, perhaps with digits, stops or one small letter."""
    letters = [letter for letter in name if letter.isalpha()]
    return " " not in name and len(letters) < 9 and sum(map(str.isupper, letters)) > max(1, len(letters) // 2)
