"""Stage 4: who and what the article names, over all mentions.

Mentions with the same name are one group; groups are merged by surname, by acronym and by country;
the kind is voted over all mentions and corrected by the gazetteer and by what names end in.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span, Token

from quizapp.generate.article import Entity, EntityKind, Mention, Sentence
from quizapp.generate.brackets import acronym_words
from quizapp.generate.kinds import kind_of_name
from quizapp.generate.names import VALUE_LABELS, Named, name_text, named_spans, value_spans
from quizapp.generate.roles import Described, described
from quizapp.generate.vocabulary import ALWAYS_DEFINITE, FEMALE_NAMES, HONORIFICS, MALE_NAMES
from quizapp.generate.world import bare, country_name


@dataclass(slots=True)
class _Group:
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

    @property
    def first(self) -> tuple[int, int]:
        """Where it is first named."""
        return min((mention.sentence, mention.start) for mention in self.mentions)

    @property
    def is_person(self) -> bool:
        """Whether most mentions are taken for a person."""
        return self.labels["PERSON"] * 2 > sum(self.labels.values()) - self.labels[""]

    def take(self, other: "_Group") -> None:
        """Merge ``other`` into this group; the longer name wins."""
        if (len(other.words), len(other.name)) > (len(self.words), len(self.name)):
            self.name, self.words = other.name, other.words
        self.mentions += other.mentions
        self.spans += other.spans
        self.labels += other.labels
        self.names += other.names
        self.short = self.short or other.short


def find_entities(docs: Sequence[Doc], sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """Return the entities of an article in the order in which they are first named.

    Args:
        docs: the parsed lines; `Sentence.paragraph` counts them.
        sentences: all of them, in order.
    """
    where = _Places(sentences)
    groups: dict[str, _Group] = {}
    values: dict[str, _Group] = {}
    for paragraph, doc in enumerate(docs):
        brackets = [(s, p) for s in sentences if s.paragraph == paragraph for p in s.parentheticals]
        for named in _with_spelled_out(doc, named_spans(doc), brackets):
            _add(groups, where, paragraph, doc, named)
        for named in value_spans(doc):
            _add(values, where, paragraph, doc, named)
    merged = _merged(groups, sentences)
    everyone = sorted([*merged, *values.values()], key=lambda group: group.first)
    return tuple(_entity(number, group) for number, group in enumerate(everyone))


class _Places:
    """Which sentence a token belongs to."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._by_paragraph: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self._by_paragraph.setdefault(sentence.paragraph, []).append(sentence)

    def sentence(self, paragraph: int, token: int) -> Sentence | None:
        for sentence in self._by_paragraph.get(paragraph, ()):
            if sentence.span.start <= token < sentence.span.end:
                return sentence
        return None


def _add(groups: dict[str, _Group], where: _Places, paragraph: int, doc: Doc, named: Named) -> None:
    sentence = where.sentence(paragraph, named.start)
    if sentence is None or named.end > sentence.span.end:
        return
    span = named.span(doc)
    name = name_text(span)
    key = _key(name, named.label)
    group = groups.setdefault(key, _Group(key, tuple(name.split()), name))
    group.mentions.append(Mention(sentence.number, named.start, named.end, name))
    group.spans.append(span)
    group.labels[named.label] += 1
    group.names.append(name)


def _key(name: str, label: str) -> str:
    if label in VALUE_LABELS:
        return f"{label}:{name.lower()}"
    country = country_name(name) if label != "PERSON" else ""
    return f"country:{country}" if country else name.lower().replace(".", "").removeprefix("the ")


def _with_spelled_out(doc: Doc, found: list[Named], brackets: list[tuple[Sentence, object]]) -> list[Named]:
    """Draw the edges of names by their acronyms: "Deferred Action on Childhood Arrivals (DACA)"."""
    for _, bracket in brackets:
        kind, text, after = bracket.kind, bracket.text, bracket.after  # type: ignore[attr-defined]
        if kind != "acronym":
            continue
        start = _start_of_spelled_out(doc, text, after)
        if start is None or not doc[start].text[0].isupper():
            continue
        inside = [named for named in found if named.start <= after and named.end > start]
        label = next((named.label for named in inside if named.label), "")
        found = [named for named in found if named not in inside]
        found.append(Named(start, after + 1, label))
    return sorted(found, key=lambda named: named.start)


def _start_of_spelled_out(doc: Doc, acronym: str, last: int) -> int | None:
    for start in range(last, max(last - 12, -1), -1):
        words = doc[start : last + 1].text
        used = acronym_words(acronym, words)
        if used and used == len([token for token in doc[start : last + 1] if token.is_alpha or token.text == "&"]):
            return start
    return None


def _merged(groups: dict[str, _Group], sentences: Sequence[Sentence]) -> list[_Group]:
    ordered = sorted(groups.values(), key=lambda group: group.first)
    ordered = _merged_acronyms(ordered, sentences)
    ordered = _merged_persons(ordered)
    return _merged_short_forms(ordered)


def _merged_acronyms(groups: list[_Group], sentences: Sequence[Sentence]) -> list[_Group]:
    for sentence in sentences:
        for bracket in sentence.parentheticals:
            if bracket.kind not in ("acronym", "expansion"):
                continue
            owner = next(
                (g for g in groups for m in g.mentions if m.sentence == sentence.number and m.end == bracket.after + 1),
                None,
            )
            if owner is None:
                continue
            other = next((group for group in groups if group.key == bracket.text.lower().replace(".", "")), None)
            if bracket.kind == "acronym":
                owner.short = owner.short or bracket.text
                owner.names.append(bracket.text)
            else:
                owner.short, owner.name = owner.name, bracket.text
                owner.words = tuple(bracket.text.split())
                owner.names.append(bracket.text)
            if other is not None and other is not owner:
                owner.take(other)
                groups.remove(other)
    return groups


def _merged_persons(groups: list[_Group]) -> list[_Group]:
    """Give surnames (or a family name that stands first) to the one person who bears them."""
    full = [group for group in groups if len(group.words) > 1 and group.is_person]
    for long in sorted(full, key=lambda group: -len(group.words)):
        for other in full:
            if other is not long and other in groups and long in groups and _is_fuller(long.words, other.words):
                long.take(other)
                groups.remove(other)
    full = [group for group in full if group in groups]
    for group in list(groups):
        if len(group.words) != 1 or group.key.startswith("country:"):
            continue
        word = group.words[0]
        bearers = [long for long in full if long.words[-1] == word] or [long for long in full if long.words[0] == word]
        if len(bearers) == 1 and (group.is_person or group.labels["NORP"] * 2 <= sum(group.labels.values())):
            bearers[0].take(group)
            groups.remove(group)
    return groups


def _is_fuller(long: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Say whether ``short`` is ``long`` with first or middle names left out."""
    if len(short) >= len(long) or long[-1] != short[-1]:
        return False
    remaining = iter(long)
    return all(word in remaining for word in short) or long[-len(short) :] == short


def _merged_short_forms(groups: list[_Group]) -> list[_Group]:
    """Join "Supreme Court" to "U.S. Supreme Court", "National Aquarium" to "National Aquarium of New Zealand"."""
    for short in list(groups):
        if short.is_person or short.key.startswith("country:") or short not in groups:
            continue
        longer = [long for long in groups if long is not short and not long.is_person and _shortens(short, long)]
        if len(longer) == 1:
            longer[0].take(short)
            groups.remove(short)
    return groups


def _shortens(short: _Group, long: _Group) -> bool:
    few, many = short.words, long.words
    if len(few) >= len(many) or kind_of_name(short.name, short.labels) is not kind_of_name(long.name, long.labels):
        return False
    if many[-len(few) :] == few:
        before = " ".join(many[: -len(few)])
        return len(few) > 1 or bool(country_name(before))
    return len(few) > 1 and many[: len(few)] == few and many[len(few)].lower() in ("of", "for")


def _entity(number: int, group: _Group) -> Entity:
    kind = kind_of_name(group.name, group.labels)
    description = described(group.spans) if kind is EntityKind.PERSON else Described()
    name = group.name
    aliases = frozenset(group.names) - {name}
    return Entity(
        number=number,
        name=name,
        kind=kind,
        aliases=aliases,
        short=group.short or _short(name, group.names, kind),
        role=description.role,
        nationality=description.nationality,
        mentions=tuple(sorted(group.mentions, key=lambda mention: (mention.sentence, mention.start))),
        definite=_is_definite(group, kind),
        gender=_gender(group, description) if kind is EntityKind.PERSON else "",
        plural=_is_plural(group, kind),
    )


def _short(name: str, names: Sequence[str], kind: EntityKind) -> str:
    """Return the surname, or the acronym that the article uses."""
    shorter = Counter(each for each in names if each != name and len(each) < len(name))
    if kind is EntityKind.PERSON:
        return max((each for each in shorter if " " not in each), key=lambda each: (shorter[each], each), default="")
    acronyms = [each for each in shorter if each.replace(".", "").isupper() and len(each) <= 6]
    return max(acronyms, key=lambda each: (shorter[each], each), default="")


def _is_definite(group: _Group, kind: EntityKind) -> bool:
    if kind in (EntityKind.PERSON, EntityKind.NATIONALITY, EntityKind.DATE, EntityKind.NUMBER):
        return False
    if bare(group.name).lower() in ALWAYS_DEFINITE:
        return True
    heads = [span for span in group.spans if not _modifies(span)]
    return sum(_has_article(span) for span in heads) * 2 > len(heads)


def _modifies(span: Span) -> bool:
    """Say whether a name stands before another noun ("the SCO summit"): its article is then not its own."""
    root = span.root
    return root.dep_ in ("compound", "amod", "nmod") and root.head.i >= span.end


def _has_article(span: Span) -> bool:
    before = _before(span)
    return before is not None and before.lower_ == "the"


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start else None


def _gender(group: _Group, description: Described) -> str:
    if description.gender:
        return description.gender
    first = next((word.lower() for word in group.words if word.lower() not in HONORIFICS), "")
    male, female = first in MALE_NAMES, first in FEMALE_NAMES
    if male == female or len(group.words) == 1:
        return ""
    return "m" if male else "f"


def _is_plural(group: _Group, kind: EntityKind) -> bool:
    if kind is EntityKind.PERSON or kind is EntityKind.COUNTRY:
        return False
    if group.name.lower() in ("united nations",):
        return False
    return all(span.root.tag_ == "NNPS" for span in group.spans) and kind in (EntityKind.NATIONALITY, EntityKind.OTHER)
