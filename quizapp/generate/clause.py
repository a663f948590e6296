"""The engine of every construct: a verb and its subject in, a fact or a stated silence out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort

_CONTRACTED = {"'re": "are", "'ve": "have", "'ll": "will", "ca": "can", "wo": "will", "sha": "shall", "'m": "am"}
_LIGHT_ADVERBS = lexicon.DEICTIC_ADVERBS | lexicon.LINKING_ADVERBS
_SEEMING = frozenset({"appear", "seem", "look", "feel", "sound"})
_LASTING = frozenset({"last", "take", "run", "continue", "span", "wait", "stay"})
_NOBODY = frozenset({"everything", "something", "nothing", "anything", "everyone", "everybody", "someone", "somebody", "anyone", "nobody", "many", "some", "most", "few", "others", "none", "all", "one", "another", "both", "each", "much"})
_BEHIND_COMMA = "an object behind a comma"
_MAX_PIECE = 16
"""Tokens: a longer argument makes no question that can be read at once."""
_COMFORTABLE = 9
"""Tokens: a longer argument is cut if it can be."""


@dataclass(frozen=True, slots=True)
class _At:
    """Where the clause stands, and who its subject already names."""

    article: Article
    sentence: Sentence
    known: tuple[Entity, ...]
    negative: bool


def _named(article: Article, sentence: Sentence, subject: Phrase) -> tuple[Entity, ...]:
    if subject.entity is not None and subject.members == 1:
        return (subject.entity,)
    found = [article.entity_at(sentence, one) for one in syntax.conjuncts(subject.head)]
    return tuple(one for one in found if one is not None)


def fact(
    article: Article,
    sentence: Sentence,
    verb: Token,
    subject: Phrase,
    construct: str,
    *,
    without: frozenset[int] = frozenset(),
    predicate: Predicate | None = None,
    attribution: str = "",
    risk: float = 0.0,
    extra: tuple[Argument, ...] = (),
) -> Fact | Silence:
    """Take the clause of ``verb`` apart, its subject given.

    Args:
        article: The article the sentence is from.
        sentence: Where the clause stands.
        verb: Its verb.
        subject: What it is said of, already worded.
        construct: The rule that asks.
        without: Indices of tokens whose phrases are left alone (a relative pronoun, the antecedent).
        predicate: The verb group, when the rule words it itself.
        attribution: Whose statement it is.
        risk: How unsure the rule is of the parse.
        extra: Arguments that stand outside the clause: the year before ", when".
    """
    group = predicate or verb_group(verb)
    if isinstance(group, str):
        return Silence(sentence, construct, group, verb.text)
    if any(token.lower_ == "respectively" for token in verb.subtree):
        return Silence(sentence, construct, "\"respectively\" pairs what one question would mix", verb.text)
    if not subject.text.lower().startswith(("no fewer than", "no less than")) and subject.text.lower().startswith(("neither ", "nor ", "no ", "nobody", "nothing", "none ", "hardly ", "few ")):
        return Silence(sentence, construct, "a denial that hides in its subject", subject.text)
    if _joined_by_comma_alone(verb):
        return Silence(sentence, construct, "joined by a comma alone", verb.text)
    if group.lemma in lexicon.ELLIPTIC_VERBS and not _has_object(verb) and not any(c.dep_ == "prep" and c.i == verb.i + 1 for c in verb.children):
        return Silence(sentence, construct, "the verb lacks its object", verb.text)
    if syntax.has_condition(verb):
        return Silence(sentence, construct, "said under a condition", verb.text)
    arguments: list[Argument] = []
    at = _At(article, sentence, _named(article, sentence, subject), bool(group.negation))
    for piece in _pieces(at, verb, without):
        if isinstance(piece, Silence):
            return Silence(sentence, construct, piece.reason, piece.text)
        arguments.append(piece)
    arguments.extend(extra)
    if sum(1 for one in arguments if one.slot is Slot.TIME and one.phrase.sort is Sort.DATE) > 1:
        return Silence(sentence, construct, "two times stand in one clause", verb.text)
    arguments = [_with_their(subject, one) for one in arguments]
    if group.lemma in _SEEMING:
        return Silence(sentence, construct, "it tells how something seemed", verb.text)
    if attribution and attribution == subject.text:
        return Silence(sentence, construct, "somebody speaks of himself", subject.text)
    if subject.head.tag_ == "NN" and len(subject.tokens) == 1 and any(subject.text in one.name.split() for one in article.entities):
        return Silence(sentence, construct, "a name that is not known", subject.text)
    if subject.head.lower_ in _NOBODY:
        return Silence(sentence, construct, "its subject is nobody in particular", subject.text)
    if subject.sort is Sort.CLAUSE or not (arguments or group.lemma not in {"be", "have", "do"}):
        return Silence(sentence, construct, "the clause says too little", verb.text)
    substitutions = subject.substitutions + tuple(pair for one in arguments for pair in one.phrase.substitutions)
    return Fact(
        construct=construct,
        sentence=sentence,
        subject=subject,
        predicate=group,
        arguments=tuple(arguments),
        attribution=attribution,
        risk=risk + _parse_risk(sentence, verb),
        substitutions=substitutions,
    )


def parted(article: Article, sentence: Sentence, argument: Argument) -> tuple[Argument, Argument] | None:
    """Take a long object apart at its last preposition: "an investigation" and "into Russian interference"."""
    head = argument.phrase.head
    preposition = _inner(head)
    if preposition is None or preposition.lower_ not in lexicon.ASKABLE_PREPOSITIONS or preposition not in argument.phrase.tokens:
        return None
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    front = syntax.tidied(token for token in argument.phrase.tokens if token.i < preposition.i)
    if noun is None or not front or not syntax.is_indefinite(head):
        return None
    at = _At(article, sentence, (), negative=False)
    outer, inner = _whole(at, head, front), _worded(at, noun)
    if isinstance(outer, Silence) or isinstance(inner, Silence):
        return None
    return replace(argument, phrase=outer), Argument(Slot.OBLIQUE, inner, preposition.lower_)


def _with_their(subject: Phrase, argument: Argument) -> Argument:
    """Say "their wedding" where the subject, named right before, is joined names."""
    owner = f"{subject.text}'" if subject.text.endswith("s") else f"{subject.text}'s"
    if not subject.plural or f"{owner} " not in argument.phrase.text:
        return argument
    return replace(argument, phrase=replace(argument.phrase, text=argument.phrase.text.replace(f"{owner} ", "their ")))


def verb_group(verb: Token) -> Predicate | str:
    """Return the verb with its auxiliaries, negation and particle; a reason when it is no plain statement."""
    auxiliaries: list[str] = []
    negation = particle = ""
    adverbs: list[str] = []
    for child in verb.children:
        if child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO":
            auxiliaries.append(full_form(child))
        elif child.dep_ == "neg" or (child.lower_ in {"never"} and child.dep_ == "advmod"):
            negation = "never" if child.lower_ == "never" else "not"
        elif child.dep_ == "prt":
            particle = child.lower_
        elif child.dep_ == "advmod" and child.i < verb.i and child.tag_ != "WRB" and child.lower_ not in _LIGHT_ADVERBS:
            if any(True for _ in child.children):
                continue
            adverbs.append(child.lower_)
        elif child.dep_ == "advmod" and child.lower_ in lexicon.SCOPE_ADVERBS - {"only", "once", "no"} and child.i < verb.i:
            adverbs.append(child.lower_)
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in {"VBN", "VBG", "VB"}:
        auxiliaries = [full_form(child) for child in verb.head.children if child.dep_ in {"aux", "auxpass"} and child.tag_ != "TO"]
    if not auxiliaries and verb.tag_ not in {"VBD", "VBZ", "VBP"} and not syntax.passes_for_past(verb):
        return "the verb is not finite"
    if any(aux in {"would", "could", "should"} for aux in auxiliaries) and "have" in auxiliaries:
        return "said of what did not happen"
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    return Predicate(verb, verb.lemma_.lower(), full_form(verb), tuple(auxiliaries), negation, particle, tuple(adverbs), passive)


def full_form(token: Token) -> str:
    """Return an auxiliary or verb as it is written out: "'ve" is "have", "'s" is "is" or "has"."""
    lower = token.lower_
    if lower == "'s":
        return "has" if token.lemma_ == "have" else "is"
    if lower == "'d":
        return "had" if token.lemma_ == "have" else "would"
    return _CONTRACTED.get(lower, lower)


def _joined_by_comma_alone(verb: Token) -> bool:
    """Say whether a participle passes for a second verb: "…, now firmly anchored to China"."""
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBG"} or any(child.dep_ in {"aux", "auxpass"} for child in verb.children):
        return False
    return not any(child.dep_ == "cc" and verb.head.i < child.i < verb.i for child in verb.head.children)


def _parse_risk(sentence: Sentence, verb: Token) -> float:
    length = len(sentence.span)
    commas = sum(1 for token in sentence.span if token.text == ",")
    return max(0, length - 20) / 60 + commas / 40 + (0.1 if verb.dep_ == "conj" else 0.0)


def _pieces(at: _At, verb: Token, without: frozenset[int]) -> Iterator[Argument | Silence]:
    """Yield the arguments after the subject; of what stands before it only time and place are kept."""
    fronted: list[Argument] = []
    for child in verb.children:
        if child.i in without or child.dep_ in syntax.SUBJECTS or child.dep_ == "punct":
            continue
        for piece in _piece(at, verb, child):
            if child.i > verb.i or isinstance(piece, Silence):
                yield piece
            elif piece.slot in {Slot.TIME, Slot.PLACE}:
                fronted.append(replace(piece, optional=True))
    yield from fronted


def _piece(at: _At, verb: Token, child: Token) -> Iterator[Argument | Silence]:
    match child.dep_:
        case "dobj" | "attr" if _inner(child) is not None and (verb.lemma_.lower() in lexicon.LIGHT_VERBS or _is_money(child)):
            yield from _taken_apart(at, child)
        case "dobj" | "attr" | "acomp" | "oprd" | "dative":
            found = _nominal(at, child)
            if not (isinstance(found, Silence) and found.reason == _BEHIND_COMMA and _has_place_between(verb, child)):
                yield found
        case "agent":
            yield from _agent(at, child)
        case "prep":
            yield from _prepositional(at, verb, child)
        case "npadvmod":
            yield from _bare_time(at, child)
        case "xcomp":
            yield from _complement(at, child)
        case "advcl":
            yield from _adverbial(at, verb, child)
        case "advmod" if child.i > verb.i:
            yield from _late_adverb(at, child)
        case "ccomp":
            yield _that_clause(at, verb, child)
        case _:
            return


def _nominal(at: _At, head: Token) -> Argument | Silence:
    """An object or a predicate noun; one behind a comma is no object of this verb."""
    first = syntax.phrase_tokens(head)[0]
    if first.i > 0 and first.nbor(-1).text == "," and first.i > head.head.i:
        return Silence(at.sentence, "", _BEHIND_COMMA, head.text)
    slot = {"dobj": Slot.OBJECT, "dative": Slot.OBLIQUE}.get(head.dep_, Slot.ATTRIBUTE)
    worded = _worded(at, head)
    if isinstance(worded, Silence):
        return worded
    if head.dep_ == "dative" and head.pos_ == "ADP":
        return Silence(at.sentence, "", "an indirect object with a preposition", head.text)
    return Argument(slot, worded)


def _is_money(noun: Token) -> bool:
    return noun.lemma_.lower() in lexicon.CURRENCIES and phrases.number_token(noun) is not None


def _has_place_between(verb: Token, noun: Token) -> bool:
    """Say whether the verb has a phrase of its own before the comma: then the noun behind it is no object."""
    return any(child.dep_ in {"prep", "dobj", "xcomp", "advmod"} and verb.i < child.i < noun.i for child in verb.children)


def _inner(head: Token) -> Token | None:
    """Return the last preposition inside an object, when what follows it may be asked by itself."""
    last = next((child for child in reversed(list(head.children)) if child.dep_ == "prep" and not syntax.is_aside(child)), None)
    if last is None or last.lower_ in {"of", "than", "as"} or len(syntax.conjuncts(head)) > 1:
        return None
    return last


def _taken_apart(at: _At, head: Token) -> Iterator[Argument | Silence]:
    """ "rocky relations with the Kremlin" after "have": the relations, and with whom."""
    preposition = _inner(head)
    if preposition is None:
        return
    inside = set(preposition.subtree)
    worded = _worded(at, head, syntax.tidied(token for token in syntax.phrase_tokens(head) if token not in inside))
    if isinstance(worded, Silence):
        yield worded
        return
    yield Argument(Slot.OBJECT if head.dep_ == "dobj" else Slot.ATTRIBUTE, worded)
    for piece in _prepositional(at, head, preposition):
        yield replace(piece, optional=False) if isinstance(piece, Argument) else piece


def _agent(at: _At, by: Token) -> Iterator[Argument | Silence]:
    for noun in by.children:
        if noun.dep_ == "pobj":
            worded = _worded(at, noun)
            yield worded if isinstance(worded, Silence) else Argument(Slot.AGENT, worded, "by")
        elif noun.dep_ == "pcomp":
            yield Silence(at.sentence, "", "a way of doing it, no agent", by.text)


def _prepositional(at: _At, verb: Token, preposition: Token) -> Iterator[Argument | Silence]:
    words = preposition.lower_
    nouns = [child for child in preposition.children if child.dep_ in {"pobj", "pcomp", "prep"}]
    if not nouns and words == "as" and preposition.i > verb.i:
        yield from _described_as(at, preposition)
        return
    if not nouns:
        if preposition.i > verb.i and not _set_off(preposition):
            yield Silence(at.sentence, "", "a preposition without its noun", preposition.text)
        return
    setting = words in lexicon.SETTING_PREPOSITIONS
    if words == "because":
        words, setting = "because of", True
        nouns = [child for child in preposition.children if child.dep_ == "pobj"]
    noun = nouns[0] if nouns else None
    if noun is not None and noun.dep_ == "prep":
        inner = [child for child in noun.children if child.dep_ == "pobj"]
        words, noun = f"{words} {noun.lower_}", inner[0] if inner else None
    if noun is None:
        return
    next_to_verb = preposition.i == verb.i + 1 and not _is_time(noun) and _has_object(verb)
    optional = setting and not next_to_verb and (_has_object(verb) or _not_first(verb, preposition) or _is_time(noun))
    optional = optional or words in lexicon.SCENE_PREPOSITIONS or _set_off(preposition) or preposition.i < verb.i
    if preposition.i < verb.i and words in {"without", "with"} and noun.dep_ == "pcomp" or words == "without" and preposition.i < verb.i:
        yield Silence(at.sentence, "", "a condition stands in front", preposition.text)
        return
    worded = _worded(at, noun)
    if isinstance(worded, Silence):
        if not optional:
            yield worded
        return
    if worded.sort is Sort.DATE and not phrases.names_a_date(worded.text):
        return
    yield Argument(_slot(words, worded, noun), worded, words, optional)


def _described_as(at: _At, preposition: Token) -> Iterator[Argument | Silence]:
    """ "described Turkish mediation as "impossible"": the adjective is what somebody says of it."""
    tokens = syntax.tidied(token for token in preposition.subtree if token is not preposition)
    head = next((token for token in tokens if token.pos_ in {"ADJ", "NOUN", "VERB"}), None)
    if head is None:
        return
    worded = _worded(at, head, tokens)
    yield worded if isinstance(worded, Silence) else Argument(Slot.ATTRIBUTE, worded, "as")


def _slot(preposition: str, worded: Phrase, noun: Token) -> Slot:
    if preposition in {"because of", "due to", "owing to", "thanks to"}:
        return Slot.CAUSE
    if preposition == "for" and noun.head.head.lemma_.lower() in lexicon.JUDGING_VERBS:
        return Slot.CAUSE
    if worded.sort in {Sort.DATE, Sort.DURATION} or _is_time(noun):
        return Slot.TIME
    if preposition in {"in", "at", "near", "inside", "outside", "across", "throughout"} and worded.sort in {Sort.PLACE, Sort.COUNTRY}:
        return Slot.PLACE
    return Slot.OBLIQUE


def _is_time(noun: Token) -> bool:
    return noun.ent_type_ in {"DATE", "TIME"} and (noun.lemma_.lower() in lexicon.TIME_NOUNS or noun.pos_ in {"NUM", "PROPN"})


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in {"dobj", "attr", "acomp", "xcomp", "oprd", "agent"} for child in verb.children)


def _not_first(verb: Token, preposition: Token) -> bool:
    return any(child.dep_ == "prep" and verb.i < child.i < preposition.i for child in verb.children)


def _set_off(preposition: Token) -> bool:
    return preposition.i > 0 and preposition.nbor(-1).text == ","


def _bare_time(at: _At, noun: Token) -> Iterator[Argument | Silence]:
    if noun.ent_type_ not in {"DATE", "TIME"} and noun.lemma_.lower() not in lexicon.TIME_NOUNS:
        if noun.i > noun.head.i:
            yield Silence(at.sentence, "", "a measure whose part in the clause is unsure", noun.text)
        return
    if any(child.dep_ == "det" and child.lower_ in {"every", "each", "a", "an"} for child in noun.children) or noun.lower_ == "daily":
        words = source_text(tuple(noun.subtree))
        yield Argument(Slot.FIXED, Phrase(words, Sort.CLAUSE, tuple(noun.subtree), noun))
        return
    worded = _worded(at, noun)
    if isinstance(worded, Phrase) and worded.sort is Sort.DURATION and noun.head.lemma_.lower() in _LASTING and noun.i > noun.head.i:
        yield Argument(Slot.TIME, worded)
        return
    if isinstance(worded, Silence) or not phrases.names_a_date(worded.text):
        return
    preposition, _, rest = worded.text.partition(" ")
    if preposition in {"in", "on"}:
        yield Argument(Slot.TIME, _retold(worded, rest), preposition, optional=True)
    else:
        yield Argument(Slot.TIME, worded, "in" if len(worded.text) == len("2001") else "on", optional=True)


def _retold(worded: Phrase, text: str) -> Phrase:
    return Phrase(text, Sort.DATE, worded.tokens, worded.head, substitutions=worded.substitutions)


def _complement(at: _At, verb: Token) -> Iterator[Argument | Silence]:
    """A verb that completes another: "claims to represent 40%", "vow to put an end to it"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        worded = _worded(at, verb)
        yield worded if isinstance(worded, Silence) else Argument(Slot.ATTRIBUTE, worded)
        return
    if any(token.text == syntax.QUOTE for token in verb.subtree) and not any(child.text == syntax.QUOTE for child in verb.head.children):
        worded = _worded(at, verb)
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


def _that_clause(at: _At, verb: Token, clause: Token) -> Argument | Silence:
    """What somebody says, in the article's words: kept whole, so that it can be asked whose words they are."""
    tokens = syntax.tidied(clause.subtree)
    if verb.lemma_.lower() not in lexicon.SPEAK_VERBS or clause.i < verb.i or syntax.in_quotation(clause):
        return Silence(at.sentence, "", "what follows is a clause of its own", clause.text)
    if len(tokens) > _MAX_PIECE or not syntax.is_finite(clause):
        return Silence(at.sentence, "", "what is said is too long", clause.text)
    worded = _whole(at, clause, tokens)
    if isinstance(worded, Silence):
        return worded
    text = worded.text if worded.text.startswith("that ") else f"that {worded.text}"
    return Argument(Slot.FIXED, replace(worded, text=text))


def _adverbial(at: _At, verb: Token, clause: Token) -> Iterator[Argument | Silence]:
    """A clause that says why, what for or when; anything else is left out if a comma sets it off."""
    mark = syntax.mark_of(clause)
    infinitive = clause.tag_ == "VB" and any(child.lower_ == "to" and child.dep_ == "aux" for child in clause.children)
    if infinitive and verb.lemma_.lower() in lexicon.INFINITIVE_VERBS:
        yield from _complement(at, clause)
        return
    if mark in {"because"} or infinitive:
        tokens = syntax.tidied(token for token in syntax.phrase_tokens(clause) if not (token.lower_ == mark and token.head is clause))
        worded = _worded(at, clause, tokens)
        if isinstance(worded, Silence):
            return
        slot, words = (Slot.PURPOSE, "") if infinitive else (Slot.CAUSE, "because")
        yield Argument(slot, worded, words, optional=True)
        return
    if mark in {"after", "before", "since", "while", "although", "though", "as", "when", "until"} or not mark:
        return


def _late_adverb(at: _At, adverb: Token) -> Iterator[Argument | Silence]:
    where = _worded(at, adverb, (adverb,)) if adverb.lower_ == "there" else None
    if isinstance(where, Phrase) and where.text.startswith("in "):
        place = replace(where, text=where.text.removeprefix("in "), sort=Sort.PLACE)
        yield Argument(Slot.PLACE, place, "in")
    elif adverb.lower_ == "there":
        yield Silence(at.sentence, "", "\"there\" names no place by itself", adverb.text)
    elif any(child.dep_ in {"prep", "npadvmod"} for child in adverb.children):
        yield Silence(at.sentence, "", "an adverb with a phrase of its own", adverb.text)
    elif adverb.lower_ not in _LIGHT_ADVERBS and adverb.tag_ == "RB":
        yield Argument(Slot.FIXED, Phrase(adverb.lower_, Sort.CLAUSE, (adverb,), adverb))


def noun_phrase(article: Article, sentence: Sentence, head: Token) -> Phrase | Abstention:
    """Word a noun phrase by itself: by the name beside it, or cut where it is long and what is left stays true."""
    beside = next((child for child in head.children if child.dep_ == "appos"), None)
    entity = article.entity_at(sentence, beside) if beside is not None and syntax.is_aside(beside) else None
    if entity is not None and beside is not None and entity.kind is EntityKind.PERSON and head.pos_ == "NOUN" and len(syntax.conjuncts(head)) == 1:
        return Phrase(entity.name, Sort.PERSON, syntax.phrase_tokens(beside), beside, entity=entity)
    worded = _worded(_At(article, sentence, (), negative=False), head)
    return Abstention(worded.text, worded.reason) if isinstance(worded, Silence) else worded


def _worded(at: _At, head: Token, tokens: tuple[Token, ...] = ()) -> Phrase | Silence:
    """Word a phrase; one that is long, or of which the end cannot be named, is cut where that stays true."""
    taken = tokens or syntax.phrase_tokens(head)
    first = _whole(at, head, taken)
    if isinstance(first, Phrase) and len(taken) <= _COMFORTABLE:
        return first
    if not at.negative:
        for shorter in syntax.shortened(taken, lexicon.SETTING_PREPOSITIONS | {"following"}):
            if head in shorter and len(shorter) <= _COMFORTABLE:
                worded = _whole(at, head, shorter)
                if isinstance(worded, Phrase):
                    return worded
    return first


def _whole(at: _At, head: Token, tokens: tuple[Token, ...]) -> Phrase | Silence:
    if len(tokens) > _MAX_PIECE:
        return Silence(at.sentence, "", "a phrase is too long", source_text(tokens))
    worded = phrases.phrase_of(at.article, at.sentence, head, tokens, at.known)
    if isinstance(worded, Abstention):
        return Silence(at.sentence, "", worded.reason, worded.text)
    return worded


def source_text(tokens: tuple[Token, ...]) -> str:
    """Return the words of ``tokens`` as they stand, for a message."""
    return "".join(token.text_with_ws for token in tokens).strip()

