# ruff: noqa: RUF001  the marks that real pages have look alike
"""Stage 2: from a document's blocks to lines of running text, ready to parse and exact to quote.

Three texts of each paragraph are kept apart. The *source* is the block as it was read. The *text* is
what is quoted: the source, mended where the page was broken. The *plain* text is what is parsed:
straight quotes, brackets lifted out. Every character knows the offset it comes from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quizapp.generate.brackets import Lifted, lift_brackets
from quizapp.generate.tracked import Tracked
from quizapp.reading.document import Block, BlockKind, Document

MAXIMUM_WORDS = 10_000
"""Of an article; what comes after is left out, so that the time stays within half a minute."""

PIECE_CHARACTERS = 6_000
"""A paragraph longer than this is parsed in pieces."""

HEADING_WORDS = 12
"""A line without an end stop and with no more words than this is no running text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, or a piece of a very long one."""

    block: int
    """Index into the document's blocks."""
    heading: str
    """The nearest heading above, else empty."""
    source: str
    """The block's text."""
    text: Tracked
    """As it is quoted; its offsets point into the block's text."""
    plain: Tracked
    """As it is parsed; its offsets point into ``text``."""
    lifted: tuple[Lifted, ...] = ()
    """The brackets taken out; their places are offsets in ``plain``."""

    def quoted(self, start: int, end: int) -> tuple[str, int, int]:
        """Return the words to quote for ``plain[start:end]`` and their place in the block's text.

        A bracket that stood between two parsed characters is part of the quotation again.
        """
        first, last = self.plain.origin[start], self.plain.origin[end - 1] + 1
        return (
            self.text.text[first:last],
            self.text.origin[first],
            self.text.origin[last - 1] + self.text.width[last - 1],
        )


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An article's running text."""

    lines: tuple[Line, ...]
    place: str = ""
    """Of the dateline, else empty."""
    notices: tuple[str, ...] = ()


def clean(document: Document, kept: Iterable[bool] | None = None) -> Cleaned:
    """Return the running text of ``document``, junk and headings gone.

    Args:
        document: as it was read.
        kept: for each block, whether it may stay (language); all by default.
    """
    stays = list(kept) if kept is not None else [True] * len(document.blocks)
    lines: list[Line] = []
    heading, place, words, cut = "", "", 0, False
    for number, block in enumerate(document.blocks):
        if not stays[number]:
            continue
        if is_heading(block):
            heading = "" if is_junk(block.text) else _headline(block.text)
            continue
        if is_junk(block.text):
            continue
        source = _first_words(block.text, MAXIMUM_WORDS - words)
        words += source.count(" ") + 1
        cut = len(source) < len(block.text)
        if cut and not source:
            break
        text = _mended(source)
        if not lines:
            text, place = _without_dateline(text)
        lines.extend(_lines(number, heading, block.text, text))
        if cut:
            break
    notices = (f"only the first {MAXIMUM_WORDS:,} words were read",) if cut else ()
    return Cleaned(tuple(line for line in lines if line.plain.text), place, notices)


def is_heading(block: Block) -> bool:
    """Say whether a block is a heading: marked as one, or short and without an end stop."""
    text = block.text.strip()
    if block.kind is BlockKind.HEADING:
        return True
    return len(text.split()) <= HEADING_WORDS and not _END_STOP.search(text)


def is_junk(text: str) -> bool:
    """Say whether a line belongs to the page and not to the article."""
    text = text.strip()
    if len(text) > _LONGEST_JUNK:
        return False
    letters = sum(character.isalpha() for character in text)
    if letters < 0.5 * len(text.replace(" ", "")):
        return True
    return bool(_JUNK.search(text)) or (len(text.split()) <= 8 and bool(_CAPTION.search(text)))


_END_STOP = re.compile(r"[.!?…:;,][\"'”’»)\]]*$|[.!?…][\"'”’»)\]]+$")

_JUNK = re.compile(
    r"""
      ^(to\ see|to\ watch|watch|see)\b.{0,30}\bvideo\b
    | ^(video|photo|photos|image|images|picture|graphic|gallery|listen|audio)\s*[:|]
    | ^(source|via)\s+\S+-\d+$
    | ^(click|tap)\ (here|on|to)\b | \bclick\ here\b
    | ^(read|see|watch|find)\ (more|also|next|out\ more|the\ full)\b.{0,90}$
    | ^(related|more\ (on|from)|recommended|advertisement|sponsored|trending|topics|tags|share|follow\ us|sign\ up|
        subscribe|newsletter|comments?|print|e-?mail|copyright|all\ rights\ reserved|terms\ of|cookie)\b.{0,90}$
    | ^(©|\(c\)\s) | \ball\ rights\ reserved\b
    | \bcontributed\ to\ this\ (report|article|story)\b
    | ^\(?(reporting|editing|additional\ reporting|writing|compiled|translated)\ by\b.{0,200}$
    | ^(by|from)\ [A-Z][\w.'’-]+(\ [A-Z][\w.'’-]+){0,3}(\s*[,|].*)?$
    | ^(last\ )?(updated|published|posted|modified|first\ published)\b.{0,60}$
    | ^file\s*(photo)?\s*[-–—:]
    | \((ap|afp|reuters|epa|getty|getty\ images|file|photo|ap\ photo|courtesy)\b[^)]*\)\s*$
    | \b(getty\ images|shutterstock|ap\ photo)\b.{0,40}$
    | ^(https?://|www\.)\S+$ | ^\S+@\S+\.\w+$
    | ^(this\ article|this\ story)\ (was|is|has\ been|appeared|originally)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_JUNK = 400
"""Characters; what is longer is no line of the page."""
_CAPTION = re.compile(r"@|https?:|www\.|^\W*$|^[\w.-]+\.(com|org|net)\b", re.IGNORECASE)

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]")
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffd]")

_STRAIGHT = str.maketrans({
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "″": '"',
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'", "′": "'",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2011": "-", "\u2010": "-", "—": "–", "\u2212": "-",
    "\t": " ", "\n": " ",
})  # fmt: skip

# A stop with a letter right behind it: either a blank is missing or a torn piece of another sentence follows.
_SPLICE = re.compile(r"(?<=[a-z0-9%\"”’)])(?P<stop>[.!?][\"”’)]?)(?P<next>[A-Za-z][A-Za-z]*)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*(?=\s|$)")
_DOMAIN = re.compile(
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|info|int|mil|io|co|tv|fm|js|py|ai|uk|de|fr|eu|us|ru|ca|au|nz|in|jp|cn"
    r"|me|ly|app|dev|html?|pdf|docx?|txt|yaml|json|csv|jpe?g|png)(?:\.[a-z]{2})?(?:/\S*)?(?![A-Za-z])"
)
_LONGEST_WORD = 200
"""Characters; a longer run without a blank is neither a word nor an address, and the tokenizer would choke on it."""
_ENDLESS = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}[A-Za-z]?|\b(?:No|Nos|vs|pp?|art|fig|ca?|approx)\.\d*", re.IGNORECASE)

_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z'’.-]+(?:[ ,/][A-Z][A-Za-z'’.,/ -]{1,40}?)?"
    r"|[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}(?:, [A-Z][\w.]+)?)"
    r"(?P<rest>,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}))?"
    r"(?: ?\((?:Reuters|AP|AFP|Xinhua|VOA|dpa|UPI|CNN|TASS|IPS)[^)]{0,20}\))?"
    r"\s*(?:[—–]|--|(?<=[ )])-(?=\s))\s+(?=[\"“‘'A-Z])"
)


def _first_words(text: str, limit: int) -> str:
    """Return ``text`` up to its last whole sentence within ``limit`` words, all of it if it is shorter."""
    if text.count(" ") < limit:
        return text
    end = next((match.start() for number, match in enumerate(re.finditer(" ", text), 1) if number >= limit), len(text))
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, end)] if limit > 0 else []
    return text[: ends[-1]] if ends else text[: max(0, end if limit > 0 else 0)]


def _headline(text: str) -> str:
    return text.strip().translate(_STRAIGHT)


def _mended(source: str) -> Tracked:
    """Return the text to quote: ligatures opened, invisible characters gone, splices cut."""
    text = Tracked.of(source)
    text = text.replaced((m.start(), m.end(), _LIGATURES[m.group()]) for m in _LIGATURE.finditer(text.text))
    text = text.replaced((m.start(), m.end(), "") for m in _INVISIBLE.finditer(text.text))
    text = text.replaced((m.start(), m.end(), "") for m in _ENDLESS.finditer(text.text))
    text = text.replaced((m.start(), m.end(), " ") for m in re.finditer(r"\s{2,}|[\t\n\r]", text.text))
    return text.replaced(_splices(text.text))


def _splices(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the replacements that mend torn sentence ends, in order and apart."""
    guarded = [*_addresses(text), *(match.span() for match in _DOTTED.finditer(text))]
    done = 0
    for match in _SPLICE.finditer(text):
        place = match.start("next")
        if match.start() < done or any(start <= match.start("stop") < end for start, end in guarded):
            continue
        if match["next"][0].isupper():
            if len(match["next"]) > 1 or match["next"] in "AI":
                yield place, place, " "
            continue
        end = _SENTENCE_END.search(text, match.end())
        done = end.end() if end else len(text)
        yield place, done, ""


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses, domains and file names stand, word by word."""
    for word in re.finditer(r"\S+", text):
        if "." not in word.group():
            continue
        if any(mark in word.group() for mark in ("://", "www.", "@")) or len(word.group()) > _LONGEST_WORD:
            yield word.span()
        else:
            for match in _DOMAIN.finditer(word.group()):
                yield word.start() + match.start(), word.start() + match.end()


def _without_dateline(text: Tracked) -> tuple[Tracked, str]:
    """Cut ``WASHINGTON —`` or ``LONDON (Reuters) -`` off the first paragraph; return the place too."""
    match = _DATELINE.match(text.text)
    if match is None:
        return text, ""
    first = re.split(r"[ ,/]", match["place"])[0]
    shouted = first.isupper() and len(first) > len("UN")
    if not (shouted or match["place"].isupper() or "(" in match.group() or match["rest"]):
        return text, ""
    place = match["place"].strip(" ,")
    place = place.split(",")[0] if shouted else place
    return text.part(match.end(), len(text.text)), place.title() if place.isupper() else place


def _lines(block: int, heading: str, source: str, text: Tracked) -> Iterator[Line]:
    for start, end in _pieces(text.text):
        piece = text.part(start, end).stripped()
        straight = Tracked.of(piece.text.translate(_STRAIGHT))
        plain, lifted = lift_brackets(straight)
        yield Line(block, heading, source, piece, plain, lifted)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Cut a very long paragraph at sentence ends, or where it must be cut."""
    start = 0
    while len(text) - start > PIECE_CHARACTERS:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, start + PIECE_CHARACTERS)]
        space = text.rfind(" ", start, start + PIECE_CHARACTERS)
        end = ends[-1] if ends else space if space > start else start + PIECE_CHARACTERS
        yield start, end
        start = end
    yield start, len(text)
