"""The arguments of a verb: objects, agents, complements, and the clauses that hang on it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, sorts, syntax
from quizapp.generate.adjuncts import bare_time, late_adverb, prepositional
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.beginnings import beginnings
from quizapp.generate.cut import At, whole_phrase, worded_phrase
from quizapp.generate.fact import Argument, Phrase, Silence, Slot, Sort
from quizapp.generate.inflection import may_be

_MAX_SAID = 20
"""Tokens of what somebody says, in a question that has little else."""
_BEHIND_COMMA = "an object behind a comma"


def pieces(at: At, verb: Token, without: frozenset[int]) -> Iterator[Argument | Silence]:
    """Yield the arguments after the subject; of what stands before it only time, place and "because" are kept."""
    fronted: list[Argument] = []
    for child in verb.children:
        if child.i in without or child.dep_ in syntax.SUBJECTS or child.dep_ == "punct":
            continue
        if _belongs_to_next(verb, child):
            continue
        for piece in _piece(at, verb, child):
            if child.i > verb.i or isinstance(piece, Silence) or child.dep_ == "ccomp":
                yield piece
            elif piece.slot in {Slot.TIME, Slot.PLACE} or (
                piece.slot is Slot.CAUSE and child.dep_ in {"advcl", "prep"}
            ):
                fronted.append(replace(piece, optional=True))
    yield from fronted


def _belongs_to_next(verb: Token, child: Token) -> bool:
    """Say whether a phrase between "and" and a second verb was hung on the first: "printed and, in May, sold"."""
    second = next((other for other in verb.children if other.dep_ == "conj" and other.i > child.i), None)
    if second is None and verb.dep_ == "ccomp" and verb.head.i > child.i:
        second = verb.head
    return second is not None and any(
        joint.dep_ == "cc" and verb.i < joint.i < child.i < second.i for joint in verb.children
    )


def _piece(at: At, verb: Token, child: Token) -> Iterator[Argument | Silence]:
    """Yield what one dependent of a verb brings to its clause."""
    finder = _FINDERS.get(child.dep_)
    if finder is not None:
        yield from finder(at, verb, child)


def _object(at: At, verb: Token, head: Token) -> Iterator[Argument | Silence]:
    light = verb.lemma_.lower() in lexicon.LIGHT_VERBS or _is_money(head)
    if light and head.dep_ in {"dobj", "attr"} and inner_preposition(head) is not None:
        yield from _taken_apart(at, head)
        return
    found = _nominal(at, head)
    misread = isinstance(found, Silence) and found.reason == _BEHIND_COMMA and _has_place_between(verb, head)
    if not misread:
        yield found


def _nominal(at: At, head: Token) -> Argument | Silence:
    """An object or a predicate noun; one behind a comma is no object of this verb."""
    first = syntax.phrase_tokens(head)[0]
    if first.i > 0 and first.nbor(-1).text == "," and first.i > head.head.i:
        return Silence(at.sentence, "", _BEHIND_COMMA, head.text)
    slot = {"dobj": Slot.OBJECT, "dative": Slot.OBLIQUE}.get(head.dep_, Slot.ATTRIBUTE)
    worded = worded_phrase(at, head)
    if isinstance(worded, Silence):
        return worded
    if head.dep_ == "dative" and head.pos_ == "ADP":
        return Silence(at.sentence, "", "an indirect object with a preposition", head.text)
    return Argument(slot, worded)


def _is_money(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon.CURRENCIES and sorts.number_token(noun) is not None


def _has_place_between(verb: Token, noun: Token) -> bool:
    """Say whether the verb has a phrase of its own before the comma: then the noun behind it is no object."""
    return any(
        child.dep_ in {"prep", "dobj", "xcomp", "advmod"} and verb.i < child.i < noun.i for child in verb.children
    )


def inner_preposition(head: Token) -> Token | None:
    """Return the last preposition inside an object, when what follows it may be asked by itself."""
    last = next(
        (child for child in reversed(list(head.children)) if child.dep_ == "prep" and not syntax.is_aside(child)), None
    )
    if last is None or last.lower_ in {"of", "than", "as"} or len(syntax.conjuncts(head)) > 1:
        return None
    return last


def _taken_apart(at: At, head: Token) -> Iterator[Argument | Silence]:
    """Take "rocky relations with the Kremlin" apart after "have": the relations, and with whom."""
    preposition = inner_preposition(head)
    if preposition is None:
        return
    inside = set(preposition.subtree)
    worded = worded_phrase(
        at, head, syntax.tidied(token for token in syntax.phrase_tokens(head) if token not in inside)
    )
    if isinstance(worded, Silence):
        yield worded
        return
    yield Argument(Slot.OBJECT if head.dep_ == "dobj" else Slot.ATTRIBUTE, worded)
    for piece in prepositional(at, head, preposition):
        yield replace(piece, optional=False) if isinstance(piece, Argument) else piece


def parted(article: Article, sentence: Sentence, argument: Argument) -> tuple[Argument, Argument] | None:
    """Take a long object apart at its last preposition: "an investigation" and "into Russian interference"."""
    head = argument.phrase.head
    preposition = inner_preposition(head)
    if (
        preposition is None
        or preposition.lower_ not in lexicon.ASKABLE_PREPOSITIONS
        or preposition not in argument.phrase.tokens
    ):
        return None
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    front = syntax.tidied(token for token in argument.phrase.tokens if token.i < preposition.i)
    if noun is None or not front or not syntax.is_indefinite(head):
        return None
    at = At(article, sentence, (), negative=False)
    outer, inner = whole_phrase(at, head, front), worded_phrase(at, noun)
    if isinstance(outer, Silence) or isinstance(inner, Silence):
        return None
    return replace(argument, phrase=outer), Argument(Slot.OBLIQUE, inner, preposition.lower_)


def counted_end(article: Article, sentence: Sentence, argument: Argument) -> tuple[Argument, Argument] | None:
    """Take an object apart before the counted noun it ends with: "the votes of" and "39 senators"."""
    tokens = argument.phrase.tokens
    noun = next((one for one in reversed(tokens) if one.tag_ == "NNS"), None)
    if (
        noun is None
        or any(one.i > noun.i and noun not in one.ancestors for one in tokens)
        or noun.dep_ != "pobj"
        or sorts.number_token(noun) is None
    ):
        return None
    preposition = noun.head
    front = syntax.tidied(token for token in tokens if token.i < preposition.i)
    if preposition not in tokens or noun.left_edge.i != preposition.i + 1 or not front:
        return None
    counts = preposition.lower_ != "of" or front[-1].lemma_ in _HOLDING or front[-1].lemma_.endswith(_DEEDS)
    if preposition.head != argument.phrase.head or not counts:
        return None
    inner = worded_phrase(At(article, sentence, (), negative=False), noun)
    if isinstance(inner, Silence) or not argument.phrase.text.endswith(f" {preposition.lower_} {inner.text}"):
        return None
    text = argument.phrase.text.removesuffix(f" {preposition.lower_} {inner.text}")
    outer = replace(argument.phrase, text=text, tokens=front)
    return replace(argument, phrase=outer), Argument(Slot.OBLIQUE, inner, preposition.lower_)


_HOLDING = frozenset(
    {"list", "collection", "catalogue", "catalog", "set", "group", "network", "fleet", "team", "panel"}
)
"""What has things in it that are counted: "publish a list of", not "win the votes of"."""
_DEEDS = ("tion", "sion", "ment", "al")
"""Ends of nouns for what is done to those that are counted: "the nomination of"."""


def _agent(at: At, _verb: Token, by: Token) -> Iterator[Argument | Silence]:
    for noun in by.children:
        if noun.dep_ == "pobj":
            worded = worded_phrase(at, noun)
            yield worded if isinstance(worded, Silence) else Argument(Slot.AGENT, worded, "by")
        elif noun.dep_ == "pcomp":
            yield Silence(at.sentence, "", "a way of doing it, no agent", by.text)


def _complement(at: At, _verb: Token, verb: Token) -> Iterator[Argument | Silence]:
    """A verb that completes another: "claims to represent 40%", "vow to put an end to it"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        worded = worded_phrase(at, verb)
        yield worded if isinstance(worded, Silence) else Argument(Slot.ATTRIBUTE, worded)
        return
    if any(token.text == syntax.QUOTE for token in verb.subtree) and not any(
        child.text == syntax.QUOTE for child in verb.head.children
    ):
        worded = worded_phrase(at, verb)
        yield worded if isinstance(worded, Silence) else Argument(Slot.FIXED, worded)
        return
    if any(child.dep_ in syntax.SUBJECTS for child in verb.children):
        yield Silence(at.sentence, "", "the second verb has a subject of its own", verb.text)
        return
    lead = [child for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt", "mark"}]
    words = " ".join(token.lower_ for token in sorted([*lead, verb], key=lambda token: token.i))
    yield Argument(Slot.FIXED, Phrase(words, Sort.CLAUSE, (*lead, verb), verb))
    for child in verb.children:
        if child not in lead and child.dep_ != "punct":
            yield from _piece(at, verb, child)


def _made_to(at: At, clause: Token, doer: Token) -> Iterator[Argument | Silence]:
    """Take "caused Acacia to end the deal" apart: whom it caused, and to do what."""
    worded = worded_phrase(at, doer)
    yield worded if isinstance(worded, Silence) else Argument(Slot.OBJECT, worded)
    lead = [child for child in clause.children if child.dep_ in {"aux", "auxpass", "neg", "prt"}]
    words = " ".join(token.lower_ for token in sorted([*lead, clause], key=lambda token: token.i))
    yield Argument(Slot.FIXED, Phrase(words, Sort.CLAUSE, (*lead, clause), clause))
    for child in clause.children:
        if child not in lead and child is not doer and child.dep_ != "punct":
            yield from _piece(at, clause, child)


def _goes_on(tokens: tuple[Token, ...]) -> bool:
    """Say whether a verb without a subject follows: "Kenyans detained during the revolt | have the right"."""
    last = tokens[-1] if tokens else None
    following = last.nbor(1) if last is not None and last.i + 1 < len(last.doc) else None
    return following is not None and following.tag_ in {"VBP", "VBZ", "MD"} and following.pos_ in {"VERB", "AUX"}


def _that_clause(at: At, verb: Token, clause: Token) -> Iterator[Argument | Silence]:
    """What somebody says, in the article's words: kept whole, so that it can be asked whose words they are."""
    doer = syntax.subject_of(clause)
    made = clause.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
    if made and doer is not None and verb.i < doer.i < clause.i and verb.lemma_.lower() in lexicon.MAKING_VERBS:
        yield from _made_to(at, clause, doer)
        return
    tokens = syntax.tidied(clause.subtree)
    if _goes_on(tokens):
        yield Silence(at.sentence, "", "the clause that is said goes on where the parse lost it", clause.text)
        return
    said = verb.lemma_.lower() in lexicon.SPEAK_VERBS | lexicon.FORCE_VERBS
    if not said or syntax.in_quotation(clause):
        yield Silence(at.sentence, "", "what follows is a clause of its own", clause.text)
        return
    if len(tokens) > _MAX_SAID:
        tokens = next((short for short in beginnings(tokens, clause) if len(short) <= _MAX_SAID), tokens)
    if tokens[-1].i - tokens[0].i >= len(tokens) or syntax.subject_of(clause) is None:
        yield Silence(at.sentence, "", "the clause that is said is not whole", clause.text)
        return
    if len(tokens) > _MAX_SAID or not syntax.is_finite(clause):
        yield Silence(at.sentence, "", "what is said is too long", clause.text)
        return
    worded = phrases.phrase_of(at.article, at.sentence, clause, tokens, at.known)
    if isinstance(worded, Abstention):
        yield Silence(at.sentence, "", worded.reason, worded.text)
        return
    text = worded.text if worded.text.startswith("that ") else f"that {worded.text}"
    yield Argument(Slot.FIXED, replace(worded, text=text))


def _adverbial(at: At, verb: Token, clause: Token) -> Iterator[Argument | Silence]:
    """A clause that says why, what for or when; anything else is left out if a comma sets it off."""
    mark = syntax.mark_of(clause)
    infinitive = clause.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
    if infinitive and verb.lemma_.lower() in lexicon.INFINITIVE_VERBS:
        yield from _complement(at, verb, clause)
        return
    if infinitive and _is_sent_to(verb, clause):
        yield Silence(at.sentence, "", "it may be to whom, and not what for", clause.text)
        return
    if mark == "because" or infinitive:
        tokens = syntax.tidied(
            token for token in syntax.phrase_tokens(clause) if not (token.lower_ == mark and token.head == clause)
        )
        worded = worded_phrase(at, clause, tokens)
        if isinstance(worded, Silence):
            return
        slot, words = (Slot.PURPOSE, "") if infinitive else (Slot.CAUSE, "because")
        yield Argument(slot, worded, words, optional=True)
        return
    if mark in {"after", "before", "since", "while", "although", "though", "as", "when", "until"} or not mark:
        return


def _is_sent_to(verb: Token, clause: Token) -> bool:
    """Say whether "sold ships to tour companies" was read as what they were sold for."""
    beside = any(child.dep_ == "dobj" and child.i == clause.i + 1 for child in clause.children)
    return verb.lemma_.lower() in lexicon.GIVING_VERBS and beside and may_be(clause.lower_, "NOUN")


_FINDERS: Mapping[str, Callable[[At, Token, Token], Iterator[Argument | Silence]]] = {
    "dobj": _object,
    "attr": _object,
    "acomp": _object,
    "oprd": _object,
    "dative": lambda at, verb, to: (prepositional if to.pos_ == "ADP" else _object)(at, verb, to),
    "agent": _agent,
    "prep": prepositional,
    "npadvmod": lambda at, _verb, noun: bare_time(at, noun),
    "xcomp": _complement,
    "advcl": _adverbial,
    "advmod": lambda at, verb, adverb: late_adverb(at, adverb) if adverb.i > verb.i else iter(()),
    "ccomp": _that_clause,
}
"""What each kind of dependent brings; the others bring nothing."""
