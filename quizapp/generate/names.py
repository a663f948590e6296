"""Where a text names somebody or something: the longest proper spans of a parsed line.

The model's entities are the start; they lose first names, keep stray marks and swallow titles, so
their edges are drawn anew. Runs of proper nouns that the model passed over are added.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from quizapp.generate.lexicon import MONTHS, OFFICES, WEEKDAYS
from quizapp.generate.vocabulary import (
    EVENT_WORDS,
    HONORIFICS,
    OPENING_WORDS,
    ORGANISATION_WORDS,
    PERSONAL_TITLES,
    PLACE_WORDS,
    THING_WORDS,
)
from quizapp.generate.world import kinds, nation_of

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART", "LANGUAGE"}
)
VALUE_LABELS = frozenset({"DATE", "TIME", "CARDINAL", "PERCENT", "MONEY", "QUANTITY"})

TITLES = (OFFICES | HONORIFICS | frozenset(
    "mp mep sen. rep. gov. gen. col. prof. pres. rev. st. sens. reps. president-elect senators representatives"
    " congressman congresswoman ambassador lieutenant captain colonel sergeant admiral bishop cardinal rabbi imam"
    " sheikh emir sultan"
    " emperor empress duke duchess saint justice professor deputy vice prime former then chief chairman major dr"
    " cllr baroness baron count marshal brigadier commander inspector detective officer pastor father sister".split()
))  # fmt: skip

_JOINERS = frozenset(
    {"of", "for", "and", "&", "the", "on", "de", "da", "del", "von", "van", "bin", "al", "la", "'s", "-"}
)
_PLURAL_TITLES = frozenset({"presidents", "senators", "representatives", "ministers", "reps.", "sens.", "governors"})
_MARKS = frozenset({'"', "'", "(", ")", "[", "]", ",", ".", ":", ";", "–", "--", "''", "``"})
_TIMES = frozenset(month.lower() for month in MONTHS) | WEEKDAYS


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of tokens that names something, and what the model takes it for."""

    start: int
    end: int
    label: str
    """The model's label; empty for a run it passed over."""
    sure: bool = False
    """Whether the words around it prove the label."""

    def span(self, doc: Doc) -> Span:
        """Return the tokens."""
        return doc[self.start : self.end]


def named_spans(doc: Doc) -> list[Named]:
    """Return the names of a line, apart and in order."""
    taken = [False] * len(doc)
    found: list[Named] = []
    for named in _from_model(doc):
        if not any(taken[named.start : named.end]):
            taken[named.start : named.end] = [True] * (named.end - named.start)
            found.append(named)
    found = [_extended(doc, named, taken) for named in found]
    found.extend(_passed_over(doc, taken))
    return sorted(_across(doc, [*_joined(doc, found)]), key=lambda named: named.start)


def value_spans(doc: Doc) -> list[Named]:
    """Return the dates and numbers of a line, their hedges with them."""
    found = []
    for entity in doc.ents:
        if entity.label_ not in VALUE_LABELS:
            continue
        start, end = _trimmed_value(doc, entity.start, entity.end)
        if start < end:
            found.append(Named(start, end, entity.label_))
    return found


def name_text(span: Span) -> str:
    """Return a name as it is written, blanks tidy."""
    return " ".join(span.text.split())


def is_title(token: Token) -> bool:
    """Say whether a word before a name is an office or an honorific."""
    return token.lower_ in TITLES


def _from_model(doc: Doc) -> Iterator[Named]:
    for entity in doc.ents:
        if entity.label_ not in NAME_LABELS:
            continue
        start, end = _trimmed(doc, entity.start, entity.end, entity.label_)
        yield from _cut_at_marks(doc, start, end, entity.label_)


def _cut_at_marks(doc: Doc, start: int, end: int, label: str) -> Iterator[Named]:
    """Yield the span, or its first half where a bracket, a quotation mark or a comma tears it."""
    stop = next((i for i in range(start, end) if doc[i].text in ('"', "(", ")", ";")), end)
    start, stop = _trimmed(doc, start, stop, label)
    if start >= stop or not (doc[start].text[0].isupper() or doc[start].text[0].isdigit()):
        return
    for first, last, kind in _parts(doc, start, stop, label):
        if first < last:
            yield Named(first, last, kind)


def _parts(doc: Doc, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """Part an entity at a title in its middle, and "Bosch and Shimano" at its "and"."""
    words = [doc[i].lower_ for i in range(start, end)]
    heads = words[-1] in ORGANISATION_WORDS | PLACE_WORDS | THING_WORDS | EVENT_WORDS
    titles = [i for i in range(start, end - 1) if doc[i].lower_ in PERSONAL_TITLES or doc[i].lower_ in _PLURAL_TITLES]
    if label not in ("PERSON", "NORP") and titles and not heads and not is_title(doc[end - 1]):
        first = titles[0]
        if first == start or doc[first].head.i >= titles[-1] or doc[first].dep_ == "compound":
            yield start, _before_titles(doc, start, first), label
            yield titles[-1] + 1, end, "PERSON"
            return
    middle = next((i for i in range(start, end) if doc[i].lower_ == "and"), None)
    if middle is not None and end - start <= 5 and not heads and label != "WORK_OF_ART":
        both = max(middle - start, end - middle - 1) <= 2
        if both and doc[end - 1].tag_ in ("NNP", "NNPS") and doc[middle - 1].tag_ in ("NNP", "NNPS"):
            yield start, middle, label
            yield middle + 1, end, label
            return
    # "FBI Director" before "Christopher Wray": the office is no part of the organisation's name.
    if label != "PERSON" and end < len(doc) and doc[end].ent_type_ == "PERSON":
        end = _before_titles(doc, start, end)
    yield start, end, label


def _before_titles(doc: Doc, start: int, end: int) -> int:
    while end > start and is_title(doc[end - 1]):
        end -= 1
    return end


def _trimmed(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Drop determiners, marks and titles before a name, and the possessive behind it."""
    while start < end and (doc[start].text in _MARKS or doc[start].tag_ in ("DT", "PRP$", "IN", "CC", "POS", "CD")
                           or doc[start].lower_ in ("former", "late") or _only_opens(doc[start], end)):  # fmt: skip
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or doc[end - 1].text in _MARKS or _hangs_behind(doc[end - 1])):
        end -= 1
    if label == "PERSON":
        last_title = max((i for i in range(start, end - 1) if is_title(doc[i])), default=-1)
        start = max(start, last_title + 1)
        # "Inky the Octopus": the name stops where a description starts.
        stop = next((i for i in range(start + 1, end) if doc[i].tag_ == "DT"), end)
        end = stop
    return start, end


def _hangs_behind(token: Token) -> bool:
    """Say whether a word was taken into a name that it only follows: "Hotel Roma in"."""
    return token.is_space or (token.text.islower() and token.tag_ in {"IN", "TO", "CC"})


def _only_opens(token: Token, end: int) -> bool:
    """Say whether the first word of a sentence owes its capital to that: "Suspected" before "Al-Qaeda"."""
    return bool(token.is_sent_start) and token.i + 1 < end and token.lower_ in OPENING_WORDS


def _extended(doc: Doc, named: Named, taken: list[bool]) -> Named:
    """Take in the proper nouns that touch a name and belong to its phrase."""
    start, end = named.start, named.end
    if named.label == "NORP":
        return named
    while start > 0 and _belongs(doc, start - 1, start, end, taken) and not is_title(doc[start - 1]):
        start -= 1
        taken[start] = True
    while end < len(doc) and _belongs(doc, end, start, end, taken) and not is_title(doc[end]):
        taken[end] = True
        end += 1
    return replace(named, start=start, end=end)


def _belongs(doc: Doc, place: int, start: int, end: int, taken: list[bool]) -> bool:
    token = doc[place]
    if taken[place] or token.tag_ not in ("NNP", "NNPS") or not token.text[0].isupper() or token.lower_ in _TIMES:
        return False
    if token.sent.start != doc[start].sent.start or nation_of(token.text):
        return False
    inside = range(start, end)
    return (token.dep_ in ("compound", "nmod", "flat") and token.head.i in inside) or (
        place == end and doc[end - 1].dep_ in ("compound", "nmod", "flat") and doc[end - 1].head.i == place
    )


def _passed_over(doc: Doc, taken: list[bool]) -> Iterator[Named]:
    """Yield the runs of proper nouns that are part of no entity."""
    place = 0
    while place < len(doc):
        if not _is_name_word(doc, place, taken):
            place += 1
            continue
        start = place
        while place < len(doc) and _is_name_word(doc, place, taken):
            place += 1
        while start < place and ((is_title(doc[start]) and place - start > 1) or doc[start].lower_ in _TIMES):
            start += 1
        end = place
        if end < len(doc) and doc[end].ent_type_ == "PERSON":
            end = _before_titles(doc, start, end)
            if end > start and end < place and not kinds(doc[start:end].text) and not doc[start:end].text.isupper():
                continue
        run = doc[start:end]
        if len(run) == 1 and (is_title(run[0]) or run[0].lower_ in _TIMES or _is_common_elsewhere(doc, run[0])):
            continue
        if len(run):
            yield Named(start, end, "")


def _is_name_word(doc: Doc, place: int, taken: list[bool]) -> bool:
    token = doc[place]
    if token.text == "-" and 0 < place < len(doc) - 1 and not taken[place]:
        # "Trans-Caspian": a hyphen between two capitals is inside a name.
        return not doc[place - 1].whitespace_ and doc[place - 1].text[0].isupper() and doc[place + 1].text[0].isupper()
    if taken[place] or not token.text[0].isupper() or len(token.text) < 2:
        return False
    if token.ent_type_ in VALUE_LABELS or token.ent_type_ == "ORDINAL":
        return False
    return token.tag_ in ("NNP", "NNPS") or (token.tag_ == "JJ" and bool(nation_of(token.text)))


def _is_common_elsewhere(doc: Doc, token: Token) -> bool:
    """Say whether a capital may be there only because the sentence starts."""
    first = token.is_sent_start or doc[token.i - 1].text == '"'
    return bool(first and not kinds(token.text) and any(other.text == token.lower_ for other in doc))


def _joined(doc: Doc, found: list[Named]) -> Iterator[Named]:
    """Join neighbours that are one name: "House" + "Foreign Affairs Committee"."""
    pending: Named | None = None
    for named in sorted(found, key=lambda each: each.start):
        if pending and pending.end == named.start and _are_one(doc, pending, named):
            pending = Named(pending.start, named.end, named.label or pending.label)
            continue
        if pending and pending.end + 1 == named.start and _is_of_name(doc, pending, named):
            pending = Named(pending.start, named.end, "LAW")
            continue
        if pending and pending.end + 1 == named.start and _is_named_for(doc, pending, named):
            pending = Named(pending.start, named.end, named.label or "LOC")
            continue
        if pending:
            yield pending
        pending = named
    if pending:
        yield pending


def _across(doc: Doc, found: list[Named]) -> Iterator[Named]:
    """Join what stands on both sides of a preposition with a capital: "Doctors Without Borders"."""
    joints = [
        token.i
        for token in doc[1:-1]
        if token.text in _IN_NAMES and doc[token.i - 1].text[0].isupper() and doc[token.i + 1].text[0].isupper()
    ]
    for joint in joints:
        start = min((n.start for n in found if n.end == joint), default=joint - 1)
        end = max((n.end for n in found if n.start == joint + 1), default=joint + 2)
        found = [n for n in found if n.end <= start or n.start >= end]
        found.append(Named(start, end, "ORG"))
    yield from found


_IN_NAMES = frozenset({"Without", "Against", "Beyond"})


def _are_one(doc: Doc, left: Named, right: Named) -> bool:
    if left.label in ("NORP", "PERSON") or right.label in ("PERSON", "NORP", "GPE"):
        return False
    last = doc[right.end - 1]
    heads = {doc[i].head.i for i in range(left.start, left.end)}
    return last.lower_ in ORGANISATION_WORDS and bool(heads & set(range(right.start, right.end)))


def _is_of_name(doc: Doc, left: Named, right: Named) -> bool:
    """Say whether "Treaty of Ulm" is one name: a capital word for a thing or an event, and whose it is."""
    noun, joiner = doc[left.end - 1], doc[left.end]
    return (
        left.end - left.start == 1
        and noun.text[0].isupper()
        and noun.lower_ in THING_WORDS | EVENT_WORDS
        and joiner.lower_ == "of"
        and joiner.head == noun
        and doc[right.start].head.i in {joiner.i, *range(right.start, right.end)}
    )


def _is_named_for(doc: Doc, left: Named, right: Named) -> bool:
    """Say whether "Hadrian's Wall" is one name: an owner nobody knows, and one word for a place."""
    if doc[left.end].tag_ != "POS" or left.end - left.start > 1 or right.end - right.start > 1:
        return False
    return doc[right.start].lower_ in PLACE_WORDS and not set(kinds(doc[left.start].text)) & {
        "country",
        "city",
        "state",
    }


def _trimmed_value(doc: Doc, start: int, end: int) -> tuple[int, int]:
    while start < end and (doc[start].lower_ in ("only", "just", "even", "the", "and") or doc[start].is_punct):
        start += 1
    while end > start and (doc[end - 1].tag_ == "POS" or (doc[end - 1].is_punct and doc[end - 1].text != "%")):
        end -= 1
    return start, end
