"""Stage 4: who and what the article names, over all mentions.

Mentions with the same name are one group; groups are merged by surname, by acronym and by country;
the kind is voted over all mentions and corrected by the gazetteer and by what names end in.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Doc, Span, Token

from quizapp.generate.article import Entity, EntityKind, Mention, Sentence
from quizapp.generate.cues import relabelled
from quizapp.generate.first_names import FEMALE_NAMES, MALE_NAMES
from quizapp.generate.groups import Group, merged, with_spelled_out
from quizapp.generate.names import VALUE_LABELS, Named, name_text, named_spans, value_spans
from quizapp.generate.roles import Described, described
from quizapp.generate.vocabulary import ALWAYS_DEFINITE, HONORIFICS, ORGANISATION_WORDS
from quizapp.generate.world import bare, country_name


def find_entities(docs: Sequence[Doc], sentences: Sequence[Sentence]) -> tuple[Entity, ...]:
    """Return the entities of an article in the order in which they are first named.

    Args:
        docs: the parsed lines; `Sentence.paragraph` counts them.
        sentences: all of them, in order.
    """
    where = _Places(sentences)
    groups: dict[str, Group] = {}
    values: dict[str, Group] = {}
    for paragraph, doc in enumerate(docs):
        brackets = [bracket for sentence in where.sentences(paragraph) for bracket in sentence.parentheticals]
        for named in with_spelled_out(doc, named_spans(doc), brackets):
            _add(groups, where, paragraph, doc, relabelled(doc, named))
        for named in value_spans(doc):
            _add(values, where, paragraph, doc, named)
    _add_bare_surnames(groups, where, docs)
    everyone = sorted([*merged(groups, sentences), *values.values()], key=lambda group: group.first)
    return tuple(_entity(number, group) for number, group in enumerate(everyone))


def _add_bare_surnames(groups: dict[str, Group], where: "_Places", docs: Sequence[Doc]) -> None:
    """Find the surnames that look like common words: "Sessions on Monday reversed", "Page left the team"."""
    surnames = {group.words[-1] for group in groups.values() if len(group.words) > 1 and group.is_person}
    often = {group.name: max(group.labels) for group in groups.values() if len(group.words) == 1 < len(group.mentions)}
    named: dict[int, set[int]] = {}
    for group in groups.values():
        for mention, span in zip(group.mentions, group.spans, strict=True):
            named.setdefault(id(span.doc), set()).update(range(mention.start, mention.end))
    for paragraph, doc in enumerate(docs):
        taken = named.get(id(doc), set())
        for token in doc:
            if token.text in surnames and token.i not in taken and _stands_as_name(token):
                _add(groups, where, paragraph, doc, Named(token.i, token.i + 1, "PERSON", sure=True))
            elif token.text in often and token.text[0].isupper() and token.i not in taken and _stands_as_name(token):
                _add(groups, where, paragraph, doc, Named(token.i, token.i + 1, often[token.text]))


def _stands_as_name(token: Token) -> bool:
    if any(
        child.i < token.i and child.dep_ in ("det", "amod", "compound", "poss", "nummod") for child in token.children
    ):
        return False
    if token.nbor(-1).text == "-" if token.i else False:
        return False
    first = token.is_sent_start or token.i == 0 or token.nbor(-1).text in ('"', "'")
    if not first or token.tag_ in ("NNP", "NNPS"):
        return token.dep_ != "compound" or token.head.pos_ != "PROPN"
    verb = token.head
    finite = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    plural = any(each.tag_ == "VBP" or each.lower_ in ("are", "were", "have") for each in finite)
    return token.dep_ in ("nsubj", "nsubjpass") and not (plural and token.tag_ == "NNS")


class _Places:
    """Which sentence a token belongs to."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._by_paragraph: dict[int, list[Sentence]] = {}
        for sentence in sentences:
            self._by_paragraph.setdefault(sentence.paragraph, []).append(sentence)
        self._starts = {
            paragraph: [sentence.span.start for sentence in inside] for paragraph, inside in self._by_paragraph.items()
        }

    def sentences(self, paragraph: int) -> Sequence[Sentence]:
        return self._by_paragraph.get(paragraph, ())

    def sentence(self, paragraph: int, token: int) -> Sentence | None:
        place = bisect_right(self._starts.get(paragraph, ()), token)
        sentence = self._by_paragraph[paragraph][place - 1] if place else None
        return sentence if sentence is not None and token < sentence.span.end else None


def _add(groups: dict[str, Group], where: _Places, paragraph: int, doc: Doc, named: Named) -> None:
    sentence = where.sentence(paragraph, named.start)
    if sentence is None or named.end > sentence.span.end:
        return
    span = named.span(doc)
    name = name_text(span)
    key = _key(name, named.label)
    group = groups.setdefault(key, Group(key, tuple(name.split()), name))
    group.mentions.append(Mention(sentence.number, named.start, named.end, name))
    group.spans.append(span)
    group.labels[named.label] += 1
    group.names.append(name)
    group.sure = group.sure or named.sure


def _key(name: str, label: str) -> str:
    if label in VALUE_LABELS:
        return f"{label}:{name.lower()}"
    country = country_name(name) if label != "PERSON" else ""
    return f"country:{country}" if country else name.lower().replace(".", "").removeprefix("the ")


def _entity(number: int, group: Group) -> Entity:
    kind = group.kind
    description = described(group.spans) if kind is EntityKind.PERSON else Described()
    name = group.name if kind is not EntityKind.COUNTRY else _usual(group.names)
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
        definite=_is_definite(group, name, kind),
        gender=_gender(group, description) if kind is EntityKind.PERSON else "",
        plural=_is_plural(group, kind),
    )


def _usual(names: Sequence[str]) -> str:
    """Return the name that the article uses most; of equals the longest."""
    counts = Counter(names)
    return max(counts, key=lambda name: (counts[name], len(name), name))


def _short(name: str, names: Sequence[str], kind: EntityKind) -> str:
    """Return the surname, or the acronym that the article uses."""
    shorter = Counter(each for each in names if each != name and len(each) < len(name))
    if kind is EntityKind.PERSON:
        return max((each for each in shorter if " " not in each), key=lambda each: (shorter[each], each), default="")
    acronyms = [each for each in shorter if each.replace(".", "").isupper() and len(each) <= 6]
    return max(acronyms, key=lambda each: (shorter[each], each), default="")


def _is_definite(group: Group, name: str, kind: EntityKind) -> bool:
    if kind in (EntityKind.PERSON, EntityKind.NATIONALITY, EntityKind.DATE, EntityKind.NUMBER):
        return False
    if bare(name).lower() in ALWAYS_DEFINITE:
        return True
    heads = [span for span in group.spans if not _modifies(span)]
    telling = [span for span in heads if not _is_owned(span)]
    if telling:
        return sum(_has_article(span) for span in telling) * 2 > len(telling)
    words = name.lower().split()
    return len(words) > 1 and (words[-1] in _WITH_ARTICLE or bool(set(words[1:-1]) & {"of", "for", "on"}))


_WITH_ARTICLE = ORGANISATION_WORDS - frozenset(
    "airlines congress corp corporation inc ltd parliament university college school house nations group company police"
    " hospital church party services people caucus".split()
)


def _is_owned(span: Span) -> bool:
    """Say whether an owner or an adjective stands where the article would: "the UN's Human Rights Council"."""
    before = _before(span)
    return before is not None and before.tag_ in ("POS", "PRP$", "JJ", "NNP")


def _modifies(span: Span) -> bool:
    """Say whether a name stands before another noun ("the SCO summit"): its article is then not its own."""
    root = span.root
    return root.dep_ in ("compound", "amod", "nmod") and root.head.i >= span.end


def _has_article(span: Span) -> bool:
    before = _before(span)
    return before is not None and before.lower_ == "the"


def _before(span: Span) -> Token | None:
    return span.doc[span.start - 1] if span.start else None


def _gender(group: Group, description: Described) -> str:
    if description.gender:
        return description.gender
    first = next((word.lower() for word in group.words if word.lower() not in HONORIFICS), "")
    male, female = first in MALE_NAMES, first in FEMALE_NAMES
    if male == female or len(group.words) == 1:
        return ""
    return "m" if male else "f"


def _is_plural(group: Group, kind: EntityKind) -> bool:
    if kind is EntityKind.PERSON or kind is EntityKind.COUNTRY:
        return False
    return all(span.root.tag_ == "NNPS" for span in group.spans) and kind in (EntityKind.NATIONALITY, EntityKind.OTHER)
