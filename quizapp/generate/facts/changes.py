"""What rose or fell, by how much, to what and from what.

Rule ``change``: "sales rose 2% to $11.1bn from $10.9bn", "the number grew from 488,000 in 2000 to 786,000
in 2012". What follows the verb is read from left to right; what stands there besides figures is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from spacy.tokens import Doc, Token

from quizapp.generate import cut, lexicon, syntax
from quizapp.generate.arguments import pieces
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.cut import At
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.facts import clauses
from quizapp.generate.figures import Figure, figure_at
from quizapp.generate.verbgroup import verb_group

VERBS = lexicon.CHANGE_VERBS | frozenset(
    "slow ease edge leap rocket surge shoot double triple quadruple halve widen narrow climb creep inch shed".split()
)
_PASSED = frozenset({",", "up", "down", "back", "again", "still", "even", "or"})
_SETTING = frozenset({"in", "during", "over", "for", "since", "at", "after", "within", "on", "between"})
_PERIODS = frozenset({"for", "over", "during", "in"})
_WHERE_TO = frozenset({"to", "from", "by"})


@dataclass(slots=True)
class _Read:
    """What was read behind the verb: figures by their preposition, each with the year or month behind it."""

    figures: dict[str, Figure] = field(default_factory=dict)
    times: dict[str, Phrase] = field(default_factory=dict)
    period: tuple[Token, ...] = ()
    """As in "for the three months to December"."""


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every verb of more or less that a figure follows."""
    for verb in sentence.span:
        if verb.pos_ != "VERB" or verb.dep_ not in _TELLING:
            continue
        made = _object(verb)
        if verb.lemma_.lower() in (MADE if made is not None else VERBS):
            read = _read(sentence, verb, made)
            if read.figures and (made is None or "to" in read.figures):
                found = _change(article, sentence, verb, read, made)
                if found is not None:
                    yield found


_TELLING = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


MADE = frozenset("raise cut lift lower increase reduce hike trim slash boost decrease double triple narrow".split())
"""What somebody does to a rate or a price."""


def _object(verb: Token) -> Token | None:
    """Return what is raised or cut: a noun right behind the verb that is no figure itself."""
    noun = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    return None if noun is None or noun.pos_ == "NUM" or figure_at(verb.doc, noun.left_edge.i) is not None else noun


def _read(sentence: Sentence, verb: Token, made: Token | None) -> _Read:
    """Read figures from left to right until something comes that is none of a change."""
    doc, end = verb.doc, sentence.span.end
    found = _Read()
    place, last = (verb.i if made is None else syntax.phrase_tokens(made)[-1].i) + 1, ""
    while place < end:
        token = doc[place]
        key = token.lower_ if token.lower_ in _WHERE_TO else ""
        figure = _with_unit(figure_at(doc, place + bool(key)), doc)
        if figure is not None and figure.end <= end and _is_whole(figure, doc[min(figure.end, end - 1)]):
            key = key or "by"
            if key in found.figures and token.nbor(-1).lower_ != "or":
                break
            found.figures.setdefault(key, figure)
            place, last = figure.end, key
            continue
        time, after = _time(token)
        if time is not None and last:
            found.times.setdefault(last, time)
            place = after
        elif token.lower_ in _SETTING and last and not key:
            after = _behind(token, end)
            if token.lower_ in _PERIODS and any(one.lemma_ in lexicon.DURATION_NOUNS for one in doc[place:after]):
                found.period = tuple(doc[place:after])
            place = after
        elif token.lower_ in _PASSED or token.tag_ in {"RB", "RBR"}:
            place += 1
        else:
            break
    return found


def _with_unit(figure: Figure | None, doc: Doc) -> Figure | None:
    """Take in what is counted where it is one word: "to 12,000 votes from …"."""
    if figure is None or figure.sort is not Sort.COUNT or figure.end + 1 >= len(doc):
        return figure
    unit, after = doc[figure.end], doc[figure.end + 1]
    if unit.tag_ != "NNS" or not (after.is_punct or after.pos_ in {"ADP", "CCONJ", "SCONJ"}) or after.lower_ == "of":
        return figure
    return replace(figure, text=f"{figure.text} {unit.text}", end=figure.end + 1)


def _is_whole(figure: Figure, follows: Token) -> bool:
    """Say whether nothing is counted by a figure: "rose to 3,000", not "rose to 3,000 a day", "to two places"."""
    if figure.sort is not Sort.COUNT:
        return follows.lower_ != "of"
    return follows.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} and follows.lower_ not in {"of", "a", "per", "%", "-"}


def _time(preposition: Token) -> tuple[Phrase | None, int]:
    """Return the year, or the month with its year, behind a preposition, and where it ends."""
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if preposition.lower_ not in {"in", "since"} or noun is None or noun.i != noun.right_edge.i:
        return None, preposition.i
    tokens = tuple(noun.subtree)
    words = [token.text for token in tokens]
    year = words[-1].isdigit() and len(words[-1]) == _YEAR
    if year and (len(words) == 1 or (len(words) == _MONTH_AND_YEAR and words[0] in lexicon.MONTHS)):
        text = f"{preposition.lower_} {' '.join(words)}"
        return Phrase(text, Sort.DATE, (preposition, *tokens), noun), noun.i + 1
    return None, preposition.i


_YEAR, _MONTH_AND_YEAR = 4, 2


def _behind(preposition: Token, end: int) -> int:
    """Return where a phrase that only sets the scene is over: "for the three months to December"."""
    place = preposition.i + 1
    while place < end and preposition.doc[place].text not in {",", ";"}:
        key = preposition.doc[place].lower_ in _WHERE_TO
        if (key and figure_at(preposition.doc, place + 1)) or preposition.doc[place].pos_ in {"VERB", "AUX", "SCONJ"}:
            break
        place += 1
    return place


def _change(
    article: Article, sentence: Sentence, verb: Token, read: _Read, made: Token | None
) -> Fact | Silence | None:
    subject = syntax.subject_of(verb)
    if subject is None or syntax.is_relative_pronoun(subject) or not syntax.is_finite(verb):
        return None
    told = clauses.stated(article, sentence, verb)
    if isinstance(told, Silence):
        return told
    group = _group(verb, attributed=bool(told[1]))
    worded = cut.noun_phrase(article, sentence, subject)
    if isinstance(group, str) or isinstance(worded, Abstention):
        why = (
            group
            if isinstance(group, str)
            else f"the subject: {worded.reason}"
            if isinstance(worded, Abstention)
            else ""
        )
        return Silence(sentence, "change", why, verb.text)
    changed = _changed(article, sentence, worded, made)
    if isinstance(changed, Silence):
        return changed
    worded = _owned(article, sentence, verb, worded)
    if _is_bare(worded) and not told[1]:
        return Silence(sentence, "change", "whose figures they are is not told", worded.text)
    return Fact(
        "change",
        sentence,
        worded,
        group,
        (*changed, *_arguments(verb, read), *_setting(article, sentence, verb, read)),
        attribution=told[1],
        risk=0.1,
        substitutions=(*worded.substitutions, *(pair for one in changed for pair in one.phrase.substitutions)),
    )


def _setting(article: Article, sentence: Sentence, verb: Token, read: _Read) -> Iterator[Argument]:
    """Yield the time of the whole change: "in 2017" in front, "for the three months to December" behind."""
    if read.period:
        said = cut.source_text(read.period)
        yield Argument(Slot.ANCHOR, Phrase(said, Sort.DATE, read.period, read.period[-1]), "", optional=True)
        return
    taken = {token.i for time in read.times.values() for token in time.tokens}
    taken |= {place for one in read.figures.values() for place in range(one.start - 1, one.end)}
    for piece in pieces(At(article, sentence, (), negative=False), verb, frozenset(taken)):
        if (
            isinstance(piece, Argument)
            and piece.slot is Slot.TIME
            and not taken & {one.i for one in piece.phrase.tokens}
        ):
            yield replace(piece, slot=Slot.ANCHOR, optional=True)


def _before(verb: Token) -> str:
    """Return the two words before a verb: "more than" doubled."""
    return verb.doc[verb.i - 2 : verb.i].text.lower()


_HEDGED = re.compile(r"more than$|(?:nearly|almost|roughly)$")
_OF_A_COMPANY = frozenset("revenue sale profit earning turnover income share stock loss margin".split())


def _owned(article: Article, sentence: Sentence, verb: Token, subject: Phrase) -> Phrase:
    """Say whose revenues grew where the company that is told of stands in the clause before: "while revenues grew"."""
    doer = syntax.subject_of(verb.head) if verb.dep_ in {"advcl", "conj"} else None
    owner = article.entity_at(sentence, doer) if doer is not None else None
    if owner is None or owner.kind is not EntityKind.ORGANISATION or not _is_bare(subject):
        return subject
    whose = f"{owner.spoken}'" if owner.spoken.endswith("s") else f"{owner.spoken}'s"
    put = (*subject.substitutions, ("", whose))
    return replace(subject, text=f"{whose} {subject.text}", substitutions=put)


def _is_bare(subject: Phrase) -> bool:
    """Say whether a company's figures stand without the company: "revenues", "fourth quarter sales"."""
    whose = any(token.dep_ in {"det", "poss", "prep"} for token in subject.tokens)
    return subject.text.islower() and not whose and subject.head.lemma_.lower() in _OF_A_COMPANY


def _group(verb: Token, *, attributed: bool) -> Predicate | str:
    """Return the verb with "more than" before "doubled", or what speaks against it."""
    group = verb_group(verb, attributed=attributed)
    if isinstance(group, str):
        return group
    if group.negation or syntax.has_condition(verb):
        return "denied, or under a condition"
    hedge = _HEDGED.search(_before(verb)) if verb.i > 1 else None
    return replace(group, adverbs=(*group.adverbs, hedge[0])) if hedge else group


def _changed(article: Article, sentence: Sentence, doer: Phrase, made: Token | None) -> tuple[Argument, ...] | Silence:
    """Return what somebody raised or cut."""
    if made is None:
        return ()
    known = (doer.entity,) if doer.entity is not None else (doer.head,)
    worded = cut.worded_phrase(At(article, sentence, known, negative=False), made)
    return worded if isinstance(worded, Silence) else (Argument(Slot.OBJECT, worded),)


def _arguments(verb: Token, read: _Read) -> Iterator[Argument]:
    for key, figure in read.figures.items():
        tokens = tuple(verb.doc[figure.start : figure.end])
        slot = Slot.AMOUNT if key == "by" else Slot.OBLIQUE
        bare = key == "by" and verb.doc[figure.start - 1].lower_ != "by"
        yield Argument(slot, Phrase(figure.text, figure.sort, tokens, tokens[-1]), "" if bare else key)
        if key in read.times:
            yield Argument(Slot.TIME, read.times[key], "", optional=True)
