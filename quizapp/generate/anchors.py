"""What tells one event from others like it: clauses and phrases beside a clause that no question asks for.

"after he lost the election" is told as "after losing the election" when the same one did both; what
points elsewhere is resolved or left out, and so is what cannot be worded for a card.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.adjuncts import prepositional
from quizapp.generate.article import Abstention, Entity, EntityKind
from quizapp.generate.cut import At, whole_phrase, worded_phrase
from quizapp.generate.fact import Argument, Phrase, Slot, Sort
from quizapp.generate.inflection import inflected

LONGEST = 15
"""Tokens of an anchor."""
MOST = 4
_MARKS = frozenset({"after", "before", "when", "while", "since", "until", "as"})
"""Conjunctions whose clause tells when it happened; "although" tells no time, and pins nothing."""
_SHARED = frozenset({"after", "before", "when", "while", "since"})
"""Those that a participle may follow: "after losing the election"."""
_FOLLOWING = frozenset({"following", "amid", "after", "during", "alongside", "despite", "before"})
"""Prepositions whose phrase, cut from the end of an object, still says when the deed was done."""
_LOOSE = lexicon.LOOSE_PREPOSITIONS | {"about", "on", "over", "into", "by", "with"}
"""Prepositions that may be cut off an indefinite noun: "a report about …" is a report."""
_OCCASIONS = lexicon.EVENT_NOUNS | frozenset(
    """
    interview speech report letter statement post article address briefing debate testimony lawsuit opinion
    response vote session talk talks visit tour rally broadcast interview memo filing video study survey series
    """.split()
)
"""Nouns that name an occasion on which something is done or said."""


def found(at: At, verb: Token, subject: Phrase, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """Return the anchors of a clause, none longer than a question bears."""
    if at.negative:
        return ()
    said = {token for one in arguments for token in one.phrase.tokens} | set(subject.tokens)
    named = tuple(one.phrase.entity for one in arguments if one.phrase.entity is not None)
    all_of_them = (
        *_clauses(at, verb, subject, named),
        *_in_front(at, verb),
        *_cut_off(at, verb, said),
        *_going_along(at, verb),
    )
    return tuple(one for one in all_of_them if len(one.text.split()) <= LONGEST)[:MOST]


def _clauses(at: At, verb: Token, subject: Phrase, named: tuple[Entity, ...]) -> Iterator[Argument]:
    """Yield "after …", "when …": clauses with a subject and a tense that hang on the verb."""
    for clause in (*verb.children, *_behind_dates(verb)):
        mark = syntax.mark_of(clause)
        hangs = clause.dep_ == "advcl" or clause.head != verb
        if not hangs or mark not in _MARKS or not syntax.is_finite(clause) or _between(verb, clause):
            continue
        own = syntax.subject_of(clause)
        if own is None or own.head != clause or own.i > clause.i or syntax.has_condition(clause):
            continue
        if not _tells_time(verb, clause, mark):
            continue
        worded = event(replace(at, known=_one_person(subject, named)), clause, own, mark, subject)
        if worded is not None:
            yield Argument(Slot.ANCHOR, worded, "", optional=True)


def _behind_dates(verb: Token) -> Iterator[Token]:
    """Yield "when a ferry sank" behind "in 2014": it hangs on the year, and tells of the deed."""
    for preposition in verb.children:
        for date in preposition.children if preposition.dep_ == "prep" else ():
            if date.dep_ == "pobj" and date.ent_type_ == "DATE":
                yield from (child for child in date.children if child.dep_ in {"relcl", "advcl"})


def _one_person(subject: Phrase, named: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return whom a pronoun may stand for: all that are named, unless that may be one of two persons."""
    known = (*named, *((subject.entity,) if subject.entity is not None else ()))
    return known if sum(one.kind is EntityKind.PERSON for one in known) < _TWO else ()


_TWO = 2


def _between(verb: Token, clause: Token) -> bool:
    """Say whether a second verb stands between: then it is not sure on which of them the clause hangs."""
    first, last = sorted((verb.i, clause.left_edge.i))
    return any(
        one.dep_ == "conj" and one.pos_ in {"VERB", "AUX"} and first < one.i < last for one in verb.doc[first:last]
    )


def _tells_time(verb: Token, clause: Token, mark: str) -> bool:
    """Say whether "while" and "as" are told of time: "while the court was sitting", "as the polls closed"."""
    if mark == "while":
        return clause.tag_ == "VBG"
    return mark != "as" or (clause.tag_ in {"VBD", "VBG"} and verb.tag_ in {"VBD", "VBN"})


def event(at: At, clause: Token, own: Token, mark: str, subject: Phrase) -> Phrase | None:
    """Word a clause: as a participle where the subject did both, with "he" where the clause before names him.

    "five days" before its "after" is left out.
    """
    doer = phrases.phrase(at.article, at.sentence, own)
    if isinstance(doer, Abstention):
        return None
    if doer.text == subject.text or (doer.entity is not None and doer.entity is subject.entity):
        return _by_the_same(at, clause, own, mark) if mark in _SHARED else None
    pronoun = own.pos_ == "PRON" and doer.entity in at.known and doer.entity is not None
    if doer.entity in at.known and not pronoun:
        return None
    start = next((child.i for child in clause.children if child.lower_ == mark), clause.left_edge.i)
    tokens = tuple(token for token in syntax.phrase_tokens(clause) if token.i >= start)
    if len(tokens) > LONGEST or _speaks(clause):
        return None
    worded = worded_phrase(at, clause, tokens)
    if not isinstance(worded, Phrase) or not worded.text.lower().startswith(f"{mark} "):
        return None
    text = f"{mark}{worded.text[len(mark) :]}"
    return replace(worded, text=text, sort=Sort.CLAUSE, entity=doer.entity if pronoun else None)


def _speaks(clause: Token) -> bool:
    """Say whether the clause only tells who said so: "as the agency reported"."""
    return clause.lemma_.lower() in lexicon.SAY_VERBS and not any(one.dep_ == "dobj" for one in clause.children)


def _by_the_same(at: At, clause: Token, own: Token, mark: str) -> Phrase | None:
    """Say "after losing the election" of what the same one did before."""
    helping = [one for one in clause.children if one.dep_ in {"aux", "auxpass", "neg"}]
    passive = any(one.dep_ == "auxpass" for one in helping)
    if any(one.lower_ not in {"had", "has", "have", "was", "were", "been", "is", "are"} for one in helping):
        return None
    if own.i > clause.i or any(own.i < one.i < clause.i and one not in helping and one.head != clause
                               for one in clause.subtree if one not in set(own.subtree)):  # fmt: skip
        return None
    behind = [token for token in syntax.phrase_tokens(clause) if token.i > clause.i]
    if len(behind) + 2 > LONGEST or clause.pos_ == "AUX":
        return None
    progressive = clause.tag_ == "VBG"
    form = clause.lower_ if progressive or passive else inflected(clause.lemma_.lower(), "VBG")
    verb = f"being {form}" if passive else form
    if not behind:
        return None
    rest = phrases.phrase_of(at.article, at.sentence, clause, syntax.tidied(behind), at.known)
    if isinstance(rest, Abstention):
        return None
    log = (*rest.substitutions, (own.doc[clause.left_edge.i : clause.i + 1].text, f"{mark} {verb}"))
    return replace(rest, text=f"{mark} {verb} {rest.text}", sort=Sort.CLAUSE, entity=None, substitutions=log)


def _going_along(at: At, verb: Token) -> Iterator[Argument]:
    """Yield what a comma and a participle add: "…, allowing its people to chew the leaves"."""
    for clause in verb.children:
        if clause.dep_ != "advcl" or clause.tag_ != "VBG" or clause.i < verb.i or _between(verb, clause):
            continue
        first = clause.left_edge
        if first.nbor(-1).text != "," or first != clause or clause.lemma_.lower() in _LINKING:
            continue
        worded = _shortest_whole(at, clause)
        if worded is not None:
            told = replace(worded, text=f", {worded.text}", sort=Sort.CLAUSE, entity=None)
            yield Argument(Slot.ANCHOR, told, "", optional=True)


def _shortest_whole(at: At, clause: Token) -> Phrase | None:
    """Word a participle with what it needs; "after a year of setbacks" at its end may go where it is long."""
    tokens = syntax.phrase_tokens(clause)
    loose = [one for one in clause.children if one.dep_ == "prep" and one.lower_ in lexicon.SCENE_PREPOSITIONS]
    for end in (tokens[-1].i + 1, *(one.left_edge.i for one in reversed(loose) if one.right_edge == tokens[-1])):
        kept = syntax.tidied(token for token in tokens if token.i < end)
        if _MIN <= len(kept) < LONGEST:
            worded = phrases.phrase_of(at.article, at.sentence, clause, kept, at.known)
            if isinstance(worded, Phrase):
                return worded
    return None


_MIN = 3
_LINKING = lexicon.SPEAK_VERBS | frozenset(
    """
    include exclude accord follow concern regard refer cite call consider range begin start depend base compare
    """.split()
)
"""Participles that say, or that only link."""


def _in_front(at: At, verb: Token) -> Iterator[Argument]:
    """Yield what stands before the clause and names an occasion: "In an interview with …,"."""
    for preposition in verb.children:
        if preposition.dep_ != "prep" or preposition.i > verb.i:
            continue
        for piece in prepositional(at, verb, preposition):
            if isinstance(piece, Argument) and piece.slot is Slot.OBLIQUE and _tells_when(piece):
                yield replace(piece, slot=Slot.ANCHOR, optional=True)


def _tells_when(argument: Argument) -> bool:
    scene = argument.preposition in lexicon.SCENE_PREPOSITIONS - {"including", "excluding", "besides", "unlike"}
    return scene or (argument.preposition in {"in", "at", "on"} and argument.phrase.head.lemma_.lower() in _OCCASIONS)


def _cut_off(at: At, verb: Token, said: set[Token]) -> Iterator[Argument]:
    """Yield what was cut from the end of an object and still tells when: "following a report on …"."""
    last = max((token.i for token in said if token.i > verb.i), default=verb.i)
    for token in verb.subtree:
        if token.dep_ != "prep" or token.lower_ not in _FOLLOWING or token in said or token.i != last + 1:
            continue
        noun = next((one for one in token.children if one.dep_ == "pobj"), None)
        if noun is None or syntax.in_quotation(token):
            continue
        worded = _cut_to_fit(at, noun)
        if worded is not None and worded.sort not in {Sort.DATE, Sort.DURATION}:
            yield Argument(Slot.ANCHOR, worded, token.lower_, optional=True)


def _cut_to_fit(at: At, noun: Token) -> Phrase | None:
    """Word a noun with as much behind it as fits: of "a report about its handling of the case" the report stays."""
    taken = syntax.phrase_tokens(noun)
    for tokens in (taken, *syntax.shortened(taken, _LOOSE)):
        if noun in tokens and len(tokens) < LONGEST:
            worded = whole_phrase(at, noun, tokens)
            if isinstance(worded, Phrase):
                return worded
    return None
