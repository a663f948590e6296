"""What a verb is said with: prepositional phrases, bare times, adverbs behind it."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import lexicon, sorts, syntax
from quizapp.generate.cut import At, source_text, worded_phrase
from quizapp.generate.fact import Argument, Phrase, Silence, Slot, Sort

LIGHT_ADVERBS = lexicon.DEICTIC_ADVERBS | lexicon.LINKING_ADVERBS | {"late", "early"}
"""Adverbs that a question leaves out."""
_LASTING = frozenset({"last", "take", "run", "continue", "span", "wait", "stay"})


def prepositional(at: At, verb: Token, preposition: Token) -> Iterator[Argument | Silence]:
    """Yield the argument that a preposition of ``verb`` brings, unless it may go and cannot be worded."""
    words, noun = _taken(preposition)
    if words.split()[0] in {"including", "excluding", "compared"}:
        return
    if noun is None or (words == "as" and noun.dep_ == "pcomp"):
        yield from _without_noun(at, verb, preposition)
        return
    if preposition.i < verb.i and (words == "without" or (words == "with" and noun.dep_ == "pcomp")):
        yield Silence(at.sentence, "", "a condition stands in front", preposition.text)
        return
    optional = _is_optional(verb, preposition, words, noun)
    worded = worded_phrase(at, noun, _date_alone(noun))
    if isinstance(worded, Phrase) and (worded.sort is not Sort.DATE or sorts.names_a_date(worded.text)):
        words, worded = _one_preposition(words, worded)
        yield Argument(slot_of(words, worded, noun), worded, words, optional)
    elif isinstance(worded, Silence) and not optional:
        yield worded


def _date_alone(noun: Token) -> tuple[Token, ...]:
    """Return a date without the clause behind it: "1964, when …"; nothing if ``noun`` is no date."""
    told = {token for child in noun.children if child.dep_ in {"relcl", "advcl"} for token in child.subtree}
    if not told or noun.ent_type_ != "DATE" or noun.pos_ not in {"NUM", "PROPN"}:
        return ()
    return syntax.tidied(token for token in syntax.phrase_tokens(noun) if token not in told)


def _one_preposition(words: str, worded: Phrase) -> tuple[str, Phrase]:
    """Say "on 18 June 2018" once: a date that was put for "Monday" brings its own preposition."""
    own, _, rest = worded.text.partition(" ")
    return (own, _retold(worded, rest)) if worded.sort is Sort.DATE and own in {"on", "in"} else (words, worded)


def _taken(preposition: Token) -> tuple[str, Token | None]:
    """Return a preposition in full ("because of", "out of") and the noun or clause behind it."""
    words = preposition.lower_
    kinds = {"pobj"} if words == "because" else {"pobj", "pcomp", "prep"}
    noun = next((child for child in preposition.children if child.dep_ in kinds), None)
    if words == "because":
        return "because of", noun
    if noun is not None and noun.dep_ == "prep":
        return f"{words} {noun.lower_}", next((child for child in noun.children if child.dep_ == "pobj"), None)
    return words, noun


def _without_noun(at: At, verb: Token, preposition: Token) -> Iterator[Argument | Silence]:
    if preposition.i < verb.i:
        return
    if preposition.lower_ == "as":
        yield from _described_as(at, preposition)
    elif not set_off(preposition):
        yield Silence(at.sentence, "", "a preposition without its noun", preposition.text)


def _is_optional(verb: Token, preposition: Token, words: str, noun: Token) -> bool:
    """Say whether a question may leave the phrase out: it sets the scene, and no verb asks for it."""
    if words == "for" and noun.lemma_ == "time":
        return True
    if preposition.i < verb.i or words in lexicon.SCENE_PREPOSITIONS or set_off(preposition):
        return True
    if words == "as":
        return _not_first(verb, preposition)
    if words not in lexicon.SETTING_PREPOSITIONS and words != "because of":
        return False
    next_to_verb = preposition.i == verb.i + 1 and not _is_time(noun) and has_object(verb)
    return not next_to_verb and (has_object(verb) or _not_first(verb, preposition) or _is_time(noun))


def _described_as(at: At, preposition: Token) -> Iterator[Argument | Silence]:
    """Yield what somebody says a thing is: described Turkish mediation as "impossible"."""
    subtree = [token for token in preposition.subtree if token != preposition]
    comma = next((token.i for token in subtree if token.text == ","), preposition.right_edge.i + 1)
    tokens = syntax.tidied(token for token in subtree if token.i < comma)
    head = next((token for token in tokens if token.pos_ in {"ADJ", "NOUN", "VERB"}), None)
    if head is None:
        return
    worded = worded_phrase(at, head, tokens)
    yield worded if isinstance(worded, Silence) else Argument(Slot.ATTRIBUTE, worded, "as")


def _is_amount(verb: Token, words: str, noun: Token) -> bool:
    """Say whether "by 12 percent", "by a third" tells how much something rose or fell."""
    return words == "by" and verb.lemma_.lower() in lexicon.CHANGE_VERBS and _counts(noun)


def _counts(noun: Token) -> bool:
    """Say whether a noun is a share or is counted: "12 percent", "a third", "40 euros"."""
    share = noun.lemma_.lower() in {"third", "half", "quarter", "fifth", "tenth", "percent"}
    return share or sorts.number_token(noun) is not None


def slot_of(preposition: str, worded: Phrase, noun: Token) -> Slot:
    """Return what "in …", "because of …" does in its clause."""
    if _is_amount(noun.head.head, preposition, noun):
        return Slot.AMOUNT
    if preposition in {"because of", "due to", "owing to", "thanks to"}:
        return Slot.CAUSE
    if worded.sort in {Sort.DATE, Sort.DURATION} or _is_time(noun):
        return Slot.TIME
    if preposition == "for" and noun.head.head.lemma_.lower() in lexicon.JUDGING_VERBS:
        return Slot.CAUSE
    if preposition in {"in", "at", "near", "inside", "outside", "across", "throughout"} and worded.sort in {
        Sort.PLACE,
        Sort.COUNTRY,
    }:
        return Slot.PLACE
    return Slot.OBLIQUE


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} and (
        noun.lemma_.lower() in lexicon.TIME_NOUNS or noun.pos_ in {"NUM", "PROPN"}
    )


def has_object(verb: Token) -> bool:
    """Say whether a verb has an object, a predicate noun, a second verb or an agent."""
    return any(child.dep_ in {"dobj", "attr", "acomp", "xcomp", "oprd", "agent"} for child in verb.children)


def _not_first(verb: Token, preposition: Token) -> bool:
    return any(child.dep_ == "prep" and verb.i < child.i < preposition.i for child in verb.children)


def _sums_up(noun: Token) -> bool:
    """Say whether a noun behind a comma judges the whole clause: "grew 2.5 percent, the fastest pace in a decade"."""
    first = noun.left_edge
    return noun.tag_ in {"NN", "JJS"} and first.lower_ in {"the", "a", "an"} and set_off(first)


def _is_among(noun: Token) -> bool:
    """Say whether a name stands in an aside: "…, among them Norway"."""
    first = noun.left_edge
    return noun.pos_ == "PROPN" and first.lower_ == "among" and set_off(first)


def _is_loose_part(noun: Token) -> bool:
    """Say whether an aside tells of a part of those named: "killing 159 people, many while they slept"."""
    return noun.lower_ in {"many", "most", "some", "several", "half", "others"} and set_off(noun.left_edge)


def set_off(preposition: Token) -> bool:
    """Say whether a comma stands right before."""
    return preposition.i > 0 and preposition.nbor(-1).text == ","


def bare_time(at: At, noun: Token) -> Iterator[Argument | Silence]:
    """Yield a time without a preposition: "last year", "every day", how long something lasted."""
    if noun.head.lemma_.lower() in lexicon.CHANGE_VERBS and noun.i > noun.head.i and noun.lemma_ == "percent":
        worded = worded_phrase(at, noun)
        yield worded if isinstance(worded, Silence) else Argument(Slot.AMOUNT, worded)
        return
    if noun.ent_type_ not in {"DATE", "TIME"} and noun.lemma_.lower() not in lexicon.TIME_NOUNS:
        aside = _is_among(noun) or _is_loose_part(noun) or _sums_up(noun)
        if noun.i > noun.head.i and not aside:
            yield Silence(at.sentence, "", "a measure whose part in the clause is unsure", noun.text)
        return
    if (
        any(child.dep_ == "det" and child.lower_ in {"every", "each", "a", "an"} for child in noun.children)
        or noun.lower_ == "daily"
    ):
        words = source_text(tuple(noun.subtree))
        yield Argument(Slot.FIXED, Phrase(words, Sort.CLAUSE, tuple(noun.subtree), noun))
        return
    worded = worded_phrase(at, noun, tuple(token for token in syntax.phrase_tokens(noun) if token.lower_ != "only"))
    if (
        isinstance(worded, Phrase)
        and worded.sort is Sort.DURATION
        and noun.head.lemma_.lower() in _LASTING
        and noun.i > noun.head.i
    ):
        yield Argument(Slot.TIME, worded)
        return
    if isinstance(worded, Silence) or not sorts.names_a_date(worded.text):
        return
    preposition, _, rest = worded.text.partition(" ")
    if preposition in {"in", "on"}:
        yield Argument(Slot.TIME, _retold(worded, rest), preposition, optional=True)
    else:
        yield Argument(Slot.TIME, worded, "in" if len(worded.text) == len("2001") else "on", optional=True)


def _retold(worded: Phrase, text: str) -> Phrase:
    return Phrase(text, Sort.DATE, worded.tokens, worded.head, substitutions=worded.substitutions)


def late_adverb(at: At, adverb: Token) -> Iterator[Argument | Silence]:
    """Yield an adverb that follows its verb: "there" where the place is known, or one that changes what is said."""
    where = worded_phrase(at, adverb, (adverb,)) if adverb.lower_ == "there" else None
    if isinstance(where, Phrase) and where.text.startswith("in "):
        place = replace(where, text=where.text.removeprefix("in "), sort=Sort.PLACE)
        yield Argument(Slot.PLACE, place, "in")
    elif adverb.lower_ == "there":
        yield Silence(at.sentence, "", '"there" names no place by itself', adverb.text)
    elif adverb.lower_ == "ago" and sorts.is_long_ago(adverb):
        tokens = syntax.tidied(adverb.subtree)
        yield Argument(Slot.TIME, Phrase(source_text(tokens), Sort.DURATION, tokens, adverb), "", optional=True)
    elif adverb.lower_ in {"up", "down"} and set_off(adverb.left_edge):
        return  # ", up 25 percent from 2012" compares, and the clause is whole without it
    elif any(child.dep_ in {"prep", "npadvmod"} for child in adverb.children):
        yield Silence(at.sentence, "", "an adverb with a phrase of its own", adverb.text)
    elif adverb.lower_ not in LIGHT_ADVERBS and adverb.tag_ == "RB":
        yield Argument(Slot.FIXED, Phrase(adverb.lower_, Sort.CLAUSE, (adverb,), adverb))
