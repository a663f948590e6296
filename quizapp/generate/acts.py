"""What "the decision" means where no noun said it before: what somebody was told to have done.

"Norway's parliament voted to close nine ports." goes on as "the vote": that by Norway's parliament to
close nine ports; "A guard was stabbed in Bern." as "the attack": the stabbing of a guard in Bern.
"""

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from quizapp.generate import grammar, syntax
from quizapp.generate.article import Abstention, EntityKind, Sentence, Wording
from quizapp.generate.described import Description
from quizapp.generate.doers import may_act
from quizapp.generate.earlier import earlier
from quizapp.generate.lexicon import GIVING_VERBS, MONTHS, TIME_NOUNS
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.phrasing import phrase_wording
from quizapp.generate.things import uncoloured
from quizapp.generate.violence import deed, has_happened
from quizapp.generate.vocabulary import COLOUR
from quizapp.generate.wording import possessive, wording

_BACK = 2
"""Sentences before the description in which the act may be told; else it is in the article's first one."""
_LONGEST = 17
"""Words, so that a question has room for it."""
_COMFORTABLE = 11
"""Words of what a decision is about."""
_TAKEN = frozenset(
    """
    abolish adopt allow annul approve award back ban boycott cancel choose close cut delay dismiss dissolve exclude
    expel fire forbid freeze grant halt impose invalidate legalise legalize lift nationalise nationalize outlaw overturn
    pardon postpone quash raise ratify recall recognise recognize reinstate reject release remove rename reopen
    restore reverse revoke sack sanction scrap strike suspend uphold veto withdraw
    """.split()
)
"""What is decided on."""
_RULED = frozenset({"rule", "hold"})
"""What courts do about something, or in favour of somebody."""
_DECIDED = frozenset({"decide", "vote", "agree", "choose", "opt", "resolve", "refuse", "elect"})
"""Verbs whose infinitive says what was decided."""
_COURTS = frozenset("court tribunal judge justice bench jury judges justices".split())
_PARLIAMENTS = frozenset(
    "parliament congress senate house assembly council lawmakers mps senators deputies committee legislature voters"
    " chamber bundestag duma knesset diet board members states".split()
)
_BY_NOUN: Mapping[str, frozenset[str]] = {
    "decision": _TAKEN | _DECIDED | _RULED,
    "move": _TAKEN | _DECIDED,
    "step": _TAKEN | _DECIDED,
    "ruling": _TAKEN | _RULED | {"block"},
    "verdict": _TAKEN | _RULED,
    "judgment": _TAKEN | _RULED,
    "judgement": _TAKEN | _RULED,
    "vote": _TAKEN | {"vote", "pass"},
    "agreement": frozenset({"agree"}),
    "deal": frozenset({"agree"}),
    "accord": frozenset({"agree"}),
    "pact": frozenset({"agree"}),
    "pledge": frozenset({"pledge", "promise", "vow"}),
    "promise": frozenset({"pledge", "promise", "vow"}),
    "offer": frozenset({"offer"}),
    "refusal": frozenset({"refuse"}),
    "threat": frozenset({"threaten"}),
    "plan": frozenset({"plan"}),
    "proposal": frozenset({"propose"}),
}  # fmt: skip
"""Noun -> verbs of what it means."""
_OF = {"ruling": _COURTS, "verdict": _COURTS, "judgment": _COURTS, "judgement": _COURTS, "vote": _PARLIAMENTS}
"""Noun -> whose it is."""
_WRITTEN = {"ruling": "decision", "verdict": "decision", "judgment": "decision", "judgement": "decision"}
"""What stands before "to …" in a card: rulings are to nothing."""
_TOWARDS: Mapping[str, tuple[frozenset[str], str]] = {
    "acquisition": (frozenset({"acquire", "buy"}), "of"),
    "announcement": (frozenset({"announce"}), "of"),
    "approval": (frozenset({"approve"}), "of"),
    "ban": (frozenset({"ban", "outlaw"}), "on"),
    "launch": (frozenset({"launch", "unveil"}), "of"),
    "purchase": (frozenset({"acquire", "buy", "purchase"}), "of"),
    "takeover": (frozenset({"acquire", "buy"}), "of"),
    "victory": (frozenset({"beat", "defeat"}), "over"),
    "visit": (frozenset({"visit"}), "to"),
    "win": (frozenset({"beat", "defeat"}), "over"),
}
"""Noun -> the verbs it goes back to, and what stands before their object."""
_BY_ITSELF: Mapping[str, frozenset[str]] = {
    "death": frozenset({"die"}),
    "departure": frozenset({"leave", "resign", "depart", "quit"}),
    "resignation": frozenset({"resign", "quit"}),
    "retirement": frozenset({"retire"}),
}
"""Noun -> the verbs of what somebody does by himself."""


def told(found: Description) -> Wording | Abstention | None:
    """Resolve a description by an earlier noun for the thing, else by the verb that told of it."""
    meaning = earlier(found)
    if isinstance(meaning, Wording) or found.head.tag_ != "NN" or not _is_plain(found):
        return meaning
    return _act(found) or deed(found) or meaning


def _is_plain(found: Description) -> bool:
    """Say whether no word tells the thing from others of its kind."""
    return all(token.lower_ in COLOUR | {"latest", "recent"} for token in found.modifiers)


def _near(found: Description) -> Iterator[Sentence]:
    """Yield the sentences that may tell of it: the last ones, else the first one."""
    number = found.sentence.number
    for place in range(number - 1, max(-1, number - 1 - _BACK), -1):
        yield found.article.sentences[place]
    if number > _BACK:
        yield found.article.sentences[0]


def _verbs(sentence: Sentence) -> Iterator[Token]:
    """Yield the verbs of what a sentence tells as done: its main ones, and those of what somebody announced."""
    for token in sentence.span:
        if token.pos_ != "VERB" or syntax.in_quotation(token):
            continue
        top = token
        while top.dep_ == "conj" or (top.dep_ == "ccomp" and top.head.lemma_.lower() in {"announce", "confirm"}):
            top = top.head
        leads = top.dep_ == "ROOT" or (top.dep_ == "advcl" and grammar.own_subject(top) is not None)
        if leads and has_happened(token):
            yield token


def _act(found: Description) -> Wording | None:
    """Resolve "the decision": somebody's decision to do what the nearest sentence tells."""
    wanted = _verbs_of(found.noun)
    for sentence in _near(found) if wanted else ():
        verbs = [verb for verb in _verbs(sentence) if verb.lemma_.lower() in wanted and not grammar.is_passive(verb)]
        if verbs:
            together = all(_goes_with(verb, verbs) for verb in verbs[1:])
            return _worded_act(found, sentence, verbs) if together and len(verbs) <= _TOGETHER else None
    return None


def _goes_with(verb: Token, verbs: list[Token]) -> bool:
    """Say whether a verb is joined to one of ``verbs`` and has its subject from there."""
    return verb.dep_ == "conj" and verb.head in verbs and grammar.own_subject(verb) is None


def _verbs_of(noun: str) -> frozenset[str]:
    if noun in _TOWARDS:
        return _TOWARDS[noun][0]
    return _BY_NOUN.get(noun) or _BY_ITSELF.get(noun, frozenset())


def _worded_act(found: Description, sentence: Sentence, verbs: list[Token]) -> Wording | None:
    subject = grammar.subject_of(verbs[0])
    actor = at_head(found.phrases.get(sentence.number, []), subject) if subject is not None else None
    if actor is None or not may_act(actor) or not _fits(found, actor):
        return None
    who = _actor(found, actor.meant)
    what = _what(found, sentence, verbs)
    if who is None or what is None:
        return None
    noun, _, rest = what.partition(" ")
    simple = "'s " not in who and len(who.split()) <= _SIMPLE
    text = f"{possessive(who, actor.plural)} {what}" if simple else f"the {noun} by {who} {rest}".strip()
    return Wording(text) if len(text.split()) <= _LONGEST else None


def _actor(found: Description, actor: NounPhrase) -> str | None:
    """Return who did it, with the country whose court or parliament it is."""
    worded = phrase_wording(found.article, actor)
    if not isinstance(worded, Wording):
        return None
    owner = next((child for child in actor.head.children if child.dep_ == "poss"), None)
    country = found.article.entity_at(actor.sentence, owner) if owner is not None else None
    if country is None or country.kind is not EntityKind.COUNTRY or country.name in worded.text:
        return worded.text
    return f"{possessive(country.spoken)} {worded.text.removeprefix('the ')}"


def _what(found: Description, sentence: Sentence, verbs: list[Token]) -> str | None:
    """Return the noun with what tells of it: "decision to close nine ports", "resignation", "ruling on Norway"."""
    noun, first = found.noun, verbs[0]
    if noun in _BY_ITSELF:
        return noun if len(verbs) == 1 else None
    if noun in _TOWARDS:
        thing = next((child for child in first.children if child.dep_ == "dobj" and child.i > first.i), None)
        worded = _object(found, sentence, thing) if thing is not None and len(verbs) == 1 else None
        return f"{noun} {_TOWARDS[noun][1]} {worded}" if worded else None
    if first.lemma_.lower() in _RULED:
        worded = _ruled_on(found, sentence, first) if len(verbs) == 1 else None
        return f"{noun} {worded}" if worded else None
    done = [_done(found, sentence, verb) for verb in verbs]
    return f"{_WRITTEN.get(noun, noun)} to {' and '.join(each for each in done if each)}" if None not in done else None


def _ruled_on(found: Description, sentence: Sentence, verb: Token) -> str | None:
    """Return "in favor of a baker", "against Norway", or on whom a court ruled that something holds."""
    for child in verb.children:
        if child.dep_ == "prep" and child.i == verb.i + 1 and child.lower_ in {"in", "against", "for"}:
            favour = child.lower_ != "in" or child.nbor(1).lower_ in {"favor", "favour"}
            return _whole_or_cut(found, sentence, list(child.subtree)) if favour else None
    clause = next((child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i), None)
    subject = grammar.own_subject(clause) if clause is not None else None
    worded_subject = _object(found, sentence, subject) if subject is not None and subject.pos_ != "PRON" else None
    return f"on {worded_subject}" if worded_subject else None


_SIMPLE = 4
"""Words of a name that takes "'s"."""
_TOGETHER = 2
"""Deeds that one decision may have been."""


def _fits(found: Description, actor: NounPhrase) -> bool:
    """Say whether who did it does such things: rulings are a court's."""
    whose = _OF.get(found.noun)
    if whose is None:
        return True
    meant = actor.meant
    words = set(meant.entity.name.lower().split()) if meant.entity else set()
    return bool(whose & (words | {meant.head.lemma_.lower(), meant.head.lower_}))


def _done(found: Description, sentence: Sentence, verb: Token) -> str | None:
    """Return what was decided, as it stands behind "to"."""
    if verb.lemma_.lower() not in _TAKEN:
        infinitive = next(
            (child for child in verb.children if child.dep_ in {"xcomp", "advcl"} and child.i > verb.i), None
        )
        if infinitive is None or infinitive.tag_ != "VB" or not _comes_next(verb, infinitive):
            return None
        return _infinitive(found, sentence, infinitive)
    return _infinitive(found, sentence, verb)


def _comes_next(verb: Token, infinitive: Token) -> bool:
    """Say whether nothing but the time stands between "voted" and "to close": "voted on Monday to close"."""
    between = verb.doc[verb.i + 1 : infinitive.i]
    return all(token.tag_ in {"TO", "IN", "RP"} or token.lemma_.lower() in TIME_NOUNS for token in between)


def _infinitive(found: Description, sentence: Sentence, verb: Token) -> str | None:
    """Return "strike down a law on tolls" for a verb with its particle and its object."""
    thing = next((child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i), None)
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    if thing is None or any(child.dep_ in {"neg", "ccomp", "xcomp", "oprd"} for child in verb.children):
        return None
    worded = _object(found, sentence, thing)
    behind = next((child for child in verb.children if _belongs_to_it(verb, thing, child)), None)
    whom = _whole_or_cut(found, sentence, list(behind.subtree)) or "" if behind is not None else ""
    return " ".join(part for part in (verb.lemma_.lower(), particle, worded, whom) if part) if worded else None


def _belongs_to_it(verb: Token, thing: Token, phrase: Token) -> bool:
    """Say whether a phrase behind the object says what it is about, or to whom it is given: "rules on cigarettes"."""
    given = phrase.lower_ == "to" and verb.lemma_.lower() in GIVING_VERBS
    about = phrase.lower_ in {"on", "about", "against"} and phrase.i == thing.right_edge.i + 1
    timed = any(child.lemma_.lower() in TIME_NOUNS | _MONTHS for child in phrase.subtree)
    return phrase.dep_ in {"prep", "dative"} and phrase.i > thing.i and (given or about) and not timed


_MONTHS = frozenset(month.lower() for month in MONTHS)


def _object(found: Description, sentence: Sentence, thing: Token) -> str | None:
    """Word an object without what only paints it and without what a comma sets off."""
    tokens = uncoloured(thing, syntax.phrase_tokens(thing))
    comma = next((token.i for token in tokens if token.text in {",", "--", ":"} and token.i > thing.i), len(thing.doc))
    return _whole_or_cut(found, sentence, [token for token in tokens if token.i < comma])


def _whole_or_cut(found: Description, sentence: Sentence, tokens: list[Token]) -> str | None:
    """Word a phrase; a long one without the clause that tells more of it."""
    if len(tokens) > _COMFORTABLE:
        clause = next((token.left_edge.i for token in tokens if token.dep_ in {"relcl", "acl"}), len(tokens[0].doc))
        shorter = [token for token in tokens if token.i < clause]
        tokens = shorter if any(token.pos_ == "PROPN" for token in shorter) else tokens
    worded = wording(found.article, sentence, tokens)
    whole = isinstance(worded, Wording) and re.search(r"\w$", worded.text) is not None
    return worded.text if isinstance(worded, Wording) and whole and not _ENDS_IN_A_SCORE.search(worded.text) else None


_ENDS_IN_A_SCORE = re.compile(r"[A-Za-z] \d{1,2}$")
"""What is left of "beat Norway 1-0"."""
