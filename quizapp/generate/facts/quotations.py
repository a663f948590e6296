"""What somebody said, in quotation marks: who said it.

Rule ``description``: "The Nile is the mother of Egypt": how the speaker describes it.
Rule ``quotation``: a statement of 4 to 17 words, its speaker named, the verb's force kept. A longer one
is quoted up to where a clause that it can do without begins; one that runs over several sentences is
taken sentence by sentence.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import cut, lexicon, syntax, verbgroup
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.beginnings import beginnings
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort

SHORTEST, LONGEST = 4, 17
_TELLING = 8
"""Words of a quotation that "those employees" may stand in: the rest lets one know it."""
_SAID_ON = 7
"""Words of a quotation whose speaker stands in another sentence."""
_PERSONAL = frozenset({"he", "she", "they", "him", "her", "them", "his", "their", "hers", "theirs"})
_POINTING = frozenset({"this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A clause inside quotation marks and the words that are quoted of it."""

    verb: Token
    tokens: tuple[Token, ...]

    @property
    def text(self) -> str:
        """The words, a capital in front."""
        said = "".join(token.text_with_ws for token in self.tokens).strip().rstrip(",.")
        return said[:1].upper() + said[1:]


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every quotation with a verb of saying and a speaker, or with the speaker of its neighbor."""
    for verb in sentence.span:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in lexicon.SPEAK_VERBS and not syntax.in_quotation(verb):
            yield from _said(article, sentence, verb)
    yield from _said_on(article, sentence)


def _said(article: Article, sentence: Sentence, verb: Token) -> Iterator[Fact | Silence]:
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and syntax.in_quotation(child)]
    for clause in clauses:
        spoken = _quoted(sentence, clause)
        if isinstance(spoken, Silence):
            yield spoken
            continue
        said = _by_subject(article, sentence, verb, spoken)
        yield said
        if isinstance(said, Fact):
            yield from _described(article, sentence, said.subject, spoken)


def _said_on(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """A whole sentence inside a quotation that goes on: its speaker stands in the sentence beside it."""
    root = sentence.span.root
    place = bisect_left(article.quotations, sentence.number, key=lambda one: one.sentence)
    whole = article.quotations[place] if place < len(article.quotations) else None
    if whole is None or whole.sentence != sentence.number or whole.start > root.i:
        return
    outside = [token for token in sentence.span if not whole.start <= token.i < whole.end]
    if whole.speaker is None or root.pos_ not in {"VERB", "AUX"}:
        return
    if any(not token.is_punct for token in outside) or whole.speaker.entity is None:
        return
    spoken = _quoted(sentence, root)
    if isinstance(spoken, Silence):
        yield spoken
        return
    if _count(spoken.tokens) < _SAID_ON:
        yield Silence(sentence, "quotation", "too little to be known by, its speaker elsewhere", root.text)
        return
    entity = whole.speaker.entity
    if entity.kind is not EntityKind.PERSON:
        return
    subject = Phrase(entity.name, Sort.PERSON, (), root, entity=entity)
    yield _fact(sentence, subject, Predicate(root, "say", "said"), spoken)
    yield from _described(article, sentence, subject, spoken)


def _quoted(sentence: Sentence, verb: Token) -> _Spoken | Silence:
    """Return what is quoted of a clause: all of it, or its beginning; a silence when that would say too little."""
    tokens = _stretch(sentence, verb)
    if _count(tokens) > LONGEST:
        tokens = next((short for short in beginnings(tokens, verb) if _count(short) <= LONGEST), tokens)
    words = [token for token in tokens if not token.is_punct]
    reason = _objection(words) or ("" if _is_whole(tokens, verb) else "only a part of a statement is quoted")
    return Silence(sentence, "quotation", reason, verb.text) if reason else _Spoken(verb, tokens)


def _is_whole(tokens: Sequence[Token], verb: Token) -> bool:
    """Say whether the quoted words make a sentence: a capital in front, and the subject or an order inside."""
    first = next((token for token in tokens if not token.is_punct), verb)
    subject = next((child for child in verb.children if child.dep_ in {*syntax.SUBJECTS, "expl"}), None)
    opened = first.i > 0 and first.nbor(-1).dep_ == "cc"
    return (first.text[:1].isupper() or opened) and (subject is None or subject in tokens)


def _objection(words: Sequence[Token]) -> str:
    if not SHORTEST <= len(words) <= LONGEST:
        return f"a quotation of {len(words)} words"
    if words[0].lower_ in {"it", "yes", "no", "well"} or not any(token.pos_ in {"NOUN", "PROPN"} for token in words):
        return "it says too little to be known by"
    if len(words) < {"i": _SAID_ON, "we": _SAID_ON, "you": _TELLING}.get(words[0].lower_, SHORTEST):
        return "it says too little to be known by"
    if any(token.lower_ in _PERSONAL or _points(token, len(words)) for token in words):
        return "it speaks of somebody it does not name"
    return ""


def _points(token: Token, words: int) -> bool:
    """Say whether "this" or "those" stands alone, or in a quotation too short to be known without it."""
    if token.lower_ not in _POINTING or token.tag_ not in {"DT", "PDT"} or token.dep_ == "mark":
        return False
    alone = token.dep_ != "det" and not any(token.rights)
    return alone or words < _TELLING


def _count(tokens: Sequence[Token]) -> int:
    return sum(1 for token in tokens if not token.is_punct)


def _stretch(sentence: Sentence, inside: Token) -> tuple[Token, ...]:
    """Return the quoted tokens around ``inside`` in this sentence, a linking word in front left out."""
    doc, start, end = sentence.span.doc, inside.i, inside.i
    while start > sentence.span.start and doc[start - 1].text != syntax.QUOTE:
        start -= 1
    while end < sentence.span.end and doc[end].text != syntax.QUOTE:
        end += 1
    start += doc[start].dep_ == "cc" or doc[start].is_punct
    return tuple(doc[start:end])


def _by_subject(article: Article, sentence: Sentence, verb: Token, spoken: _Spoken) -> Fact | Silence:
    subject = _speaker(verb, spoken)
    worded = (
        cut.noun_phrase(article, sentence, subject) if subject is not None else Abstention(verb.text, "nobody says it")
    )
    if isinstance(worded, Phrase) and worded.text[:1].isupper() and not _has_its_name(worded):
        return Silence(sentence, "quotation", "the speaker has no name", worded.text)
    if isinstance(worded, Abstention):
        return Silence(sentence, "quotation", f"the speaker: {worded.reason}", worded.text)
    group = verbgroup.verb_group(verb)
    if isinstance(group, str) or group.negation:
        return Silence(sentence, "quotation", "not plainly said", verb.text)
    if group.lemma == "tell":
        group = Predicate(verb, "say", "said")
    return _fact(sentence, worded, group, spoken)


def _speaker(verb: Token, spoken: _Spoken) -> Token | None:
    """Return who says it; behind a quotation, what passes for the verb's object is who spoke."""
    subject = syntax.subject_of(verb)
    if subject is not None or spoken.verb.i > verb.i:
        return subject
    return next((child for child in verb.children if child.dep_ == "dobj" and child.left_edge.i == verb.i + 1), None)


def _fact(sentence: Sentence, subject: Phrase, group: Predicate, spoken: _Spoken) -> Fact:
    quotation = Phrase(f'"{spoken.text}"', Sort.QUOTE, spoken.tokens, spoken.verb)
    return Fact("quotation", sentence, subject, group, (Argument(Slot.FIXED, quotation),))


def _has_its_name(speaker: Phrase) -> bool:
    return speaker.members > 1 or (speaker.entity is not None and speaker.entity.name in speaker.text)


def _described(article: Article, sentence: Sentence, speaker: Phrase, spoken: _Spoken) -> Iterator[Fact | Silence]:
    """Yield how the speaker describes something: "The Nile is the mother of Egypt"."""
    verb = spoken.verb
    thing = syntax.subject_of(verb)
    said = next((child for child in verb.children if child.dep_ in {"attr", "acomp"} and child.i > verb.i), None)
    if verb.lemma_ != "be" or verb.tag_ not in {"VBZ", "VBP"} or thing is None or said is None:
        return
    others = {child.dep_ for child in verb.children} - _BESIDE
    if others or thing.pos_ not in {"NOUN", "PROPN"} or not {thing, said} <= set(spoken.tokens):
        yield Silence(sentence, "description", "it is no plain description", verb.text)
        return
    worded = cut.noun_phrase(article, sentence, thing)
    if isinstance(worded, Abstention):
        yield Silence(sentence, "description", worded.reason, worded.text)
        return
    tokens = tuple(token for token in syntax.tidied(said.subtree) if token in spoken.tokens)
    text = "".join(token.text_with_ws for token in tokens).strip()
    if not _FEWEST_DESCRIBING <= len(text.split()) <= _MOST_DESCRIBING or any(
        t.tag_ in {"PRP", "PRP$"} for t in tokens
    ):
        yield Silence(sentence, "description", "the description is too short, too long, or points elsewhere", text)
        return
    quoted = Phrase(f'"{text}"', Sort.QUOTE, tokens, said)
    yield Fact(
        "description",
        sentence,
        speaker,
        Predicate(verb, "describe", "describe", ("did",)),
        (Argument(Slot.OBJECT, worded), Argument(Slot.ATTRIBUTE, quoted)),
        substitutions=(*worded.substitutions, (verb.text, "describe")),
    )


_BESIDE = frozenset({"nsubj", "attr", "acomp", "punct", "cc", "advmod"})
"""What a plain description has beside its verb; a second clause or a denial would be lost."""
_FEWEST_DESCRIBING, _MOST_DESCRIBING = 2, 10
