"""Which mentions are one and the same: by acronym, by surname, by the short form of a long name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from quizapp.generate.article import EntityKind, Mention, Parenthetical, Sentence
from quizapp.generate.brackets import acronym_words
from quizapp.generate.first_names import FEMALE_NAMES, MALE_NAMES
from quizapp.generate.kinds import is_known, kind_of_name
from quizapp.generate.lexicon import SPEAK_VERBS
from quizapp.generate.names import Named
from quizapp.generate.vocabulary import (
    EVENT_WORDS,
    ORGANISATION_WORDS,
    PLACE_WORDS,
    STORMS,
    THING_WORDS,
)
from quizapp.generate.world import country_name


@dataclass(slots=True, eq=False)
class Group:
    """Mentions taken to be one entity, while the groups are still being merged."""

    key: str
    words: tuple[str, ...]
    """Of the fullest name."""
    name: str
    mentions: list[Mention] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    labels: Counter[str] = field(default_factory=Counter)
    names: list[str] = field(default_factory=list)
    short: str = ""
    sure: bool = False
    """Whether some mention proves that it is a person."""

    @property
    def first(self) -> tuple[int, int]:
        """Where it is first named."""
        return min((mention.sentence, mention.start) for mention in self.mentions)

    @property
    def kind(self) -> EntityKind:
        """What kind of thing it is."""
        if self.words[0].lower() in STORMS and len(self.words) > 1:
            return EntityKind.EVENT
        if self.sure:
            return EntityKind.PERSON
        kind = kind_of_name(self.name, self.labels)
        if _bears_first_name(self) and (kind is EntityKind.OTHER or (_acts_by_surname(self) and not self.short)):
            return EntityKind.PERSON
        if kind is EntityKind.PERSON and not _may_be_person(self):
            kind = EntityKind.OTHER
        if kind in (EntityKind.ORGANISATION, EntityKind.OTHER, EntityKind.EVENT) and _stands_in_place(self):
            return EntityKind.PLACE
        return kind

    @property
    def is_person(self) -> bool:
        """Whether most mentions are taken for a person."""
        return self.sure or self.labels["PERSON"] * 2 > sum(self.labels.values()) - self.labels[""]

    def take(self, other: "Group") -> None:
        """Merge ``other`` into this group; the longer name wins."""
        if (len(other.words), len(other.name)) > (len(self.words), len(self.name)):
            self.name, self.words = other.name, other.words
        self.mentions += other.mentions
        self.spans += other.spans
        self.labels += other.labels
        self.names += other.names
        self.short = self.short or other.short
        self.sure = self.sure or other.sure


_BEHIND_PLACES = frozenset({"in", "near", "across", "throughout", "outside"})


def _stands_in_place(group: Group) -> bool:
    """Say whether a name that nothing else tells of stands where only places do: "in Northumberland"."""
    words = group.name.lower().split()
    if group.short or is_known(group.name) or group.name.isupper() or set(words) & (ORGANISATION_WORDS | THING_WORDS):
        return False
    return any(
        span.root.dep_ == "pobj" and span.root.head.lower_ in _BEHIND_PLACES and span.root.head.i == span.start - 1
        for span in group.spans
    ) and not any(span.start and span.doc[span.start - 1].lower_ == "the" for span in group.spans)


def _bears_first_name(group: Group) -> bool:
    """Say whether a name that nothing else tells of is a first name and a surname, and speaks or acts by itself."""
    first = group.words[0].lower()
    named = first in MALE_NAMES | FEMALE_NAMES and 1 < len(group.words) <= _LONGEST_NAME
    plain = all(word[:1].isupper() and word.isalpha() for word in group.words)
    return named and plain and _may_be_person(group) and not set(group.name.lower().split()) & _THINGS


def _acts_by_surname(group: Group) -> bool:
    """Say whether the last word of a name does alone what people do: "Boric pledged to govern"."""
    surnamed = [span.root for span in group.spans if span.text == group.words[-1]]
    return any(
        root.dep_ == "nsubj" and root.head.lemma_.lower() in SPEAK_VERBS | _HUMAN_VERBS | {"pledge"}
        for root in surnamed
    )


_LONGEST_NAME = 3
_THINGS = ORGANISATION_WORDS | THING_WORDS | PLACE_WORDS | EVENT_WORDS


def _may_be_person(group: Group) -> bool:
    """Say whether a supposed person stands like one; a single word must be seen to speak or act."""
    spans = group.spans
    if any(span.start and span.doc[span.start - 1].tag_ == "DT" for span in spans) or spans[0].root.tag_ == "NNPS":
        return False
    if len(group.words) > 1:
        return not group.words[0].endswith("ing")
    roots = [span.root for span in spans]
    subjects = [
        root for root in roots if root.dep_ == "nsubj" and root.head.lemma_.lower() in SPEAK_VERBS | _HUMAN_VERBS
    ]
    return bool(subjects) and not all(root.dep_ in ("compound", "amod") for root in roots)


_HUMAN_VERBS = frozenset(
    "think believe know want hope feel fear plan decide love like hate see hear remember wish live die marry learn"
    " teach"
    " escape clamber smile laugh cry wonder resign retire vow meet attend arrive study".split()
)


def with_spelled_out(doc: Doc, found: list[Named], brackets: Sequence[Parenthetical]) -> list[Named]:
    """Draw the edges of names by their acronyms: "Deferred Action on Childhood Arrivals (DACA)"."""
    for bracket in brackets:
        if bracket.kind != "acronym":
            continue
        text, after = bracket.text, bracket.after
        start = _start_of_spelled_out(doc, text, after)
        if start is None or not doc[start].text[0].isupper():
            continue
        inside = [named for named in found if named.start <= after and named.end > start]
        label = next((named.label for named in inside if named.label), "")
        found = [named for named in found if named not in inside]
        found.append(Named(start, after + 1, label))
    return sorted(found, key=lambda named: named.start)


def _start_of_spelled_out(doc: Doc, acronym: str, last: int) -> int | None:
    sentence = doc[last].sent
    text = doc[sentence.start : last + 1].text
    length = acronym_words(acronym, text)
    span = doc.char_span(sentence.start_char + len(text) - length, sentence.start_char + len(text)) if length else None
    return span.start if span is not None else None


def merged(groups: dict[str, Group], sentences: Sequence[Sentence]) -> list[Group]:
    """Return the entities: groups merged by acronym, surname and short form, in the order of their first mention."""
    ordered = sorted(groups.values(), key=lambda group: group.first)
    ordered = _merged_acronyms(ordered, sentences)
    ordered = _merged_persons(ordered)
    return _merged_short_forms(ordered)


def _merged_acronyms(groups: list[Group], sentences: Sequence[Sentence]) -> list[Group]:
    by_key = {group.key: group for group in groups}
    ending = {(m.sentence, m.end): group for group in reversed(groups) for m in group.mentions}
    for sentence in sentences:
        for bracket in sentence.parentheticals:
            if bracket.kind not in ("acronym", "expansion"):
                continue
            owner = ending.get((sentence.number, bracket.after + 1))
            if owner is None:
                continue
            other = by_key.get(bracket.text.lower().replace(".", ""))
            if bracket.kind == "acronym":
                owner.short = owner.short or bracket.text
                owner.names.append(bracket.text)
            else:
                owner.short, owner.name = owner.name, bracket.text
                owner.words = tuple(bracket.text.split())
                owner.names.append(bracket.text)
            if other is not None and other is not owner:
                ending |= {spot: owner for m in other.mentions if ending.get(spot := (m.sentence, m.end)) is other}
                owner.take(other)
                groups.remove(by_key.pop(other.key))
    return groups


def _merged_persons(groups: list[Group]) -> list[Group]:
    """Give surnames (or a family name that stands first) to the one person who bears them."""
    full = [group for group in groups if len(group.words) > 1 and group.is_person]
    surnamed = _by_word(full, -1)
    for long in sorted(full, key=lambda group: -len(group.words)):
        for other in surnamed[long.words[-1]]:
            if other is not long and _is_fuller(long.words, other.words) and other in groups and long in groups:
                long.take(other)
                groups.remove(other)
    left = set(groups)
    full = [group for group in full if group in left]
    surnamed, first_named = _by_word(full, -1), _by_word(full, 0)
    for group in list(groups):
        if len(group.words) != 1 or group.key.startswith("country:"):
            continue
        word = group.words[0]
        bearers = surnamed.get(word) or first_named.get(word, [])
        if len(bearers) == 1 and (group.is_person or not is_known(group.name)):
            bearers[0].take(group)
            groups.remove(group)
    return groups


def _by_word(groups: Sequence[Group], place: int) -> dict[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in groups:
        found.setdefault(group.words[place], []).append(group)
    return found


def _is_fuller(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Say whether ``short`` is ``long`` with first or middle names left out."""
    if len(short) >= len(long) or long[-1] != short[-1]:
        return False
    remaining = iter(long)
    return all(word in remaining for word in short) or long[-len(short) :] == short


def _merged_short_forms(groups: list[Group]) -> list[Group]:
    """Join "Supreme Court" to "U.S. Supreme Court", "National Aquarium" to "National Aquarium of New Zealand"."""
    beginnings_and_ends: dict[tuple[str, ...], dict[Group, None]] = {}
    for long in groups:
        for place in range(1, len(long.words)):
            beginnings_and_ends.setdefault(long.words[:place], {})[long] = None
            beginnings_and_ends.setdefault(long.words[place:], {})[long] = None
        if long.words[-3:] == ("House", "of", "Representatives"):
            beginnings_and_ends.setdefault(("House",), {})[long] = None
    gone: set[Group] = set()
    for short in list(groups):
        if short.is_person or short.key.startswith("country:"):
            continue
        likely = beginnings_and_ends.get(short.words, {})
        longer = [long for long in likely if long not in gone and not long.is_person and _shortens(short, long)]
        if len(longer) == 1:
            longer[0].take(short)
            gone.add(short)
    return [group for group in groups if group not in gone]


def _shortens(short: Group, long: Group) -> bool:
    few, many = short.words, long.words
    if len(few) >= len(many) or not (few[0] == many[0] or few[-1] == many[-1] or few == ("House",)):
        return False
    if short.kind is not long.kind:
        return False
    if few == ("House",):
        return many[-3:] == ("House", "of", "Representatives")
    if many[-len(few) :] == few:
        before = " ".join(many[: -len(few)])
        return len(few) > 1 or bool(country_name(before))
    return len(few) > 1 and many[: len(few)] == few and many[len(few)].lower() in ("of", "for")
