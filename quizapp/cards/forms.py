"""What a short text looks like: how an answer is written, and what a question asks for.

A wrong choice must look like the right one. What is compared is written in the text itself: capital
letter, article, plural, gerund or infinitive, quotation marks, a preposition in front. No parser is
used, so that a deck written by hand in any language can be compared too.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

_KEPT = 50_000
"""How many texts are remembered: a large deck's answers and questions."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_STOP = _words("a an the of in on at to for by with from as and or is was are were be its his her their this that 's s")
_DETERMINERS = {
    "the": "the",
    "a": "a",
    "an": "a",
    "its": "its",
    "his": "its",
    "her": "its",
    "their": "its",
    "our": "its",
}
_PREPOSITIONS = _words(
    "about across after against along among around at because before behind below beneath between "
    "beyond by despite during for from in inside into near of off on onto out outside over since "
    "through throughout toward towards under until up upon with within without"
)
_NO_GERUND = _words("king thing spring string ring wing being evening morning nothing something everything ceiling")
_NO_PLURAL = re.compile(r"(?:ss|us|is|news|series|species)$")
_AFTER_HEAD = re.compile(
    r"\s(?:of|in|on|at|to|for|by|with|from|that|which|who|against|over|about|between|and|or|as)\s|,"
)
_QUOTES = "\"'“”‘’«»"
_EDGE = ".,;:!?()[]…" + _QUOTES

_ARTICLE = re.compile(r"^[Tt]he ")
_PARTICLES = _words("de da di du del della der den van von zu bin ibn al el la le af ter of the")
_TITLES = _words(
    "president prime minister king queen prince princess pope sir lord lady dr dr. mr mr. mrs "
    "mrs. ms ms. saint st. chancellor general foreign professor senator emperor"
)
_NO_PERSON = _words(
    "academy act agency agreement airlines airport alliance army association avenue award bank "
    "battle bay bridge bureau building castle cathedral center centre church city club coast "
    "college commission committee company conference congress convention corporation council "
    "county court cup day democratic department desert district empire federation festival fund "
    "games group gulf hall hospital house independence initiative institute island islands lake "
    "law league mountain mountains mount museum national nations ocean office organisation "
    "organization palace park parliament party peninsula platform plan police prize programme "
    "project railway republic research resolution revolution river road school sea shield society "
    "state states station street summit supreme theory times tower treaty tribunal union united "
    "university valley war world"
)

_ASKS = re.compile(
    r"\b(?:(?P<how>how (?:many|much|long|old|far|often|tall|high|big|large|fast|deep|wide|heavy))"
    r"|(?P<word>who|whom|whose|what|which|when|where|why|how))\b(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AUXILIARIES = _words("is was are were do does did has have had can could will would should may might must 's be been")
_HEAD = re.compile(
    r"(?:is|was|are|were)\s+(?:the|a|an)\s+((?:[\w-]+\s+){0,2}?[\w-]+?)\s+(?:of|in|for|at|on|to|by|that|who)\b"
)

PERSON, PLACE, TIME, NUMBER, REASON, MANNER, THING = "person", "place", "time", "number", "reason", "manner", ""
_SORT_OF_WORD = {
    "who": PERSON,
    "whom": PERSON,
    "whose": PERSON,
    "when": TIME,
    "where": PLACE,
    "why": REASON,
    "how": MANNER,
    "how often": MANNER,
}
_SORT_OF_HEAD = {
    **dict.fromkeys(_words("year years date day month decade century time weekday season"), TIME),
    **dict.fromkeys(_words("number percentage percent share proportion population age price amount fraction"), NUMBER),
    **dict.fromkeys(
        _words(
            "country countries nation state city town village capital continent region province river "
            "lake sea ocean island mountain place county district port"
        ),
        PLACE,
    ),
    **dict.fromkeys(
        _words(
            "person man woman president minister king queen author writer poet painter artist composer "
            "singer actor actress director scientist physicist chemist inventor leader politician general "
            "philosopher player emperor explorer astronaut spokesman spokeswoman"
        ),
        PERSON,
    ),
    **dict.fromkeys(
        _words(
            "language planet currency nationality religion colour color metal element fuel direction "
            "organisation organization alliance bloc agency group company office adjective member"
        ),
        THING,
    ),
}


@dataclass(frozen=True, slots=True)
class Form:
    """What can be seen of how an answer is written; equal forms look alike."""

    capital: bool
    acronym: bool
    determiner: str
    """"the", "a", "its" (any possessive) or nothing."""
    plural: bool
    verb: str
    """"to" for an infinitive, "ing" for a gerund, or nothing."""
    preposition: str
    quoted: bool
    stopped: bool
    digits: bool
    possessive: bool
    joined: bool
    """Whether it names two things with "and"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks for."""

    word: str
    """The question word in small letters, or nothing (a cloze, a term)."""
    head: str
    """What "which" or "what" is about ("country", "capital"), or nothing."""
    sort: str
    """One of the sorts of this module: person, place, time, number, reason, manner, or nothing definite."""


@lru_cache(_KEPT)
def form(text: str) -> Form:
    """Return how ``text`` is written."""
    bare = text.strip().strip(_QUOTES)
    words = bare.split()
    first = words[0].casefold() if words else ""
    determiner = _DETERMINERS.get(first, "")
    rest = words[1:] if determiner else words
    capital = bool(rest) and rest[0][:1].isupper()
    head = _AFTER_HEAD.split(bare, maxsplit=1)[0].split() if not capital and rest else []
    last = head[-1].strip(_EDGE) if head else ""
    gerund = len(first) > 4 and first.endswith("ing") and first not in _NO_GERUND
    return Form(
        capital=capital,
        acronym=" " not in bare and bare.isupper() and sum(map(str.isalpha, bare)) > 1,
        determiner=determiner,
        plural=len(last) > 3 and last.endswith("s") and not _NO_PLURAL.search(last),
        verb="to" if first == "to" and len(words) > 1 else "ing" if gerund else "",
        preposition=first if first in _PREPOSITIONS and len(words) > 1 else "",
        quoted=text.strip()[:1] in _QUOTES and text.strip()[:1] != "",
        stopped=bare.endswith((".", "!", "?")) and len(words) > 1,
        digits=any(map(str.isdigit, bare)),
        possessive=bare.endswith(("'s", "’s", "s'", "s’")),
        joined=" and " in bare or " & " in bare,
    )


@lru_cache(_KEPT)
def asked(question: str) -> Asked:
    """Return what ``question`` asks for; nothing definite for a cloze or a mere term."""
    match = _ASKS.search(question) if question.rstrip().endswith("?") else None
    if not match:
        return Asked("", "", THING)
    if match["how"]:
        return Asked(match["how"].lower(), "", NUMBER)
    word = match["word"].lower()
    head = _head(match["rest"]) if word in ("what", "which") else ""
    return Asked(word, head, _SORT_OF_WORD.get(word) or _SORT_OF_HEAD.get(_last(head), THING))


@lru_cache(_KEPT)
def content(text: str) -> frozenset[str]:
    """Return the telling words of ``text`` in one form: small letters, no possessive, no plural s."""
    words = (word.strip(_EDGE) for word in text.casefold().replace("’", "'").split())
    plain = {word.removesuffix("'s").removesuffix("'") for word in words}
    telling = {_singular(word) for word in plain if word and word not in _STOP}
    return frozenset(telling or {text.casefold().strip()})


def too_alike(one: str, other: str) -> bool:
    """Say whether the telling words of one text are all among the other's, or one is the other's initials.

    Of two acronyms the one may not begin with the other: UN and UNSC.
    """
    mine, yours = content(one), content(other)
    short, long = sorted((_ARTICLE.sub("", one), _ARTICLE.sub("", other)), key=len)
    nested = " " not in long and len(short) > 1 and long.isupper() and long.startswith(short)
    return (
        nested
        or mine <= yours
        or yours <= mine
        or _initials(one) == _letters(other)
        or _initials(other) == _letters(one)
    )


@lru_cache(_KEPT)
def looks_like_person(text: str) -> bool:
    """Say whether ``text`` is written like a person's name: one to five capitalised words, none of an institution."""
    words = [word for word in text.split() if word.casefold() not in _TITLES]
    if not 1 <= len(words) <= 5 or words[0].casefold() == "the":
        return False
    names = [word for word in words if word not in _PARTICLES]
    return bool(names) and all(_is_name(word) for word in names)


def _is_name(word: str) -> bool:
    letters = re.sub(r"['’.-]", "", word)
    acronym = len(letters) > 1 and letters.isupper() and "." not in word
    return letters.isalpha() and word[0].isupper() and not acronym and word.casefold() not in _NO_PERSON


def _head(rest: str) -> str:
    words: list[str] = [word.casefold() for word in re.findall(r"[\w'-]+", rest)]
    if not words:
        return ""
    if words[0] in _AUXILIARIES or rest.startswith(("'s", "’s")):
        found = _HEAD.search(rest)
        return str(found[1]).casefold() if found else ""
    phrase = list(takewhile(lambda word: word not in _AUXILIARIES, words[:5]))
    return next((word for word in phrase if word in _SORT_OF_HEAD), words[0])


def _last(words: str) -> str:
    return words.rpartition(" ")[2]


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 4 and word.endswith("s") and not _NO_PLURAL.search(word) else word


def _initials(text: str) -> str:
    words = [word for word in re.split(r"[\s-]+", text) if word[:1].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else "\0"


def _letters(text: str) -> str:
    return text.replace(".", "").strip()
