"""Gates on what a question leaves out although its verb, its number or its answer needs it (2, 6, 10)."""

import re
from collections.abc import Iterator
from itertools import chain

from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article
from quizapp.generate.fact import Argument, Candidate, Slot, Sort
from quizapp.generate.gates import weight

_FOR_WHAT = frozenset(
    "run campaign apply qualify vote compete volunteer audition agree object succeed respond react comply contribute"
    " fall adhere refer belong amount resort".split()
)
"""Verbs that leave open for, in or to what: "When is Ada Holm expected to run?"."""
_DONE_WITH = frozenset({"infect", "flag", "charge", "accuse", "equip", "associate"})
"""Deeds that leave open with or as what, or of what: "How many children were infected?"."""
_PAYS = frozenset({"pay", "charge", "spend", "allocate", "donate", "pledge", "release", "give", "owe", "earn", "cost"})
_AS_WHAT = re.compile(rf"\bas\b|\b(?:{'|'.join(sorted(lexicon.OFFICES))})s?\b", re.IGNORECASE)
_OPEN_ENDED = re.compile(r"\bcomparison (?:to|with)\b.*\?$|^(?!.*\bshort of\b).*\bfall (?:[\w.]+ ){0,3}short\b")
_LEAD = re.compile(r"(?:In|At|After|During|Before|Following) (?!which\b|what\b)")
"""An occasion put before the question."""
_MANY_OF = frozenset(
    """
    face welcome describe criticize criticise praise condemn support back oppose promise discuss consider examine
    explore highlight emphasize emphasise stress mention share enjoy want need like love prefer discourage encourage
    confer plead call appeal urge warn defend work call demand blame reject flag
    """.split()
)
"""What one does towards many things: that it is done to this one only a moment told exactly lets one say."""
_HOLLOW = frozenset(
    """
    disagreement dispute row controversy hurdle challenge detail dilemma problem issue concern criticism question option
    step measure effort way result need opportunity potential role impact change rise increase decrease drop generation
    debate discussion route alternative difficulty tension pressure support interest attention progress thing kind sort
    example aspect factor reason event activity situation
    """.split()
)
"""Nouns that say hardly anything without a name beside them: another word would be as right."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = re.compile(r"\d(?:%| percent\b)")
_PERIOD = re.compile(
    r"\b(?:in|during|over|for|since|last|this|past|next|first|second|third|fourth)\b.*"
    r"\b(?:year|month|quarter|half|season|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|week|decade|(?:19|20)\d\d)s?\b",
    re.IGNORECASE,
)


def verb_has_its_rest(_article: Article, card: Candidate) -> str | None:
    """Want what a verb cannot do without: "expected to run" leaves open for what (2, 3)."""
    if card.kind is not Kind.BASIC:
        return None
    predicate = card.fact.predicate
    beside = [one for one in card.fact.arguments if one.slot not in {Slot.TIME, Slot.PLACE}]
    if predicate.lemma in _FOR_WHAT and not predicate.passive and not predicate.particle and not beside:
        return f"for what or to what somebody is to {predicate.lemma} is not told"
    if any(one.text.startswith("to ") and one.text[3:] in _FOR_WHAT for one in beside[-1:]):
        return "for what or to what somebody is to do it is not told"
    rest = [one for one in beside if one.slot is not Slot.OBJECT]
    deeds = {predicate.lemma, *(_last_lemma(one) for one in beside if one.slot is Slot.FIXED)} & _DONE_WITH
    if deeds and not [one for one in rest if one.slot is not Slot.FIXED]:
        return f"with what, as what or of what is not told: {min(deeds)!r}"
    if predicate.lemma == "succeed" and not _AS_WHAT.search(card.question):
        return "as what somebody succeeded is not told"
    return "the comparison is not told whole" if _OPEN_ENDED.search(card.question) else None


def _last_lemma(argument: Argument) -> str:
    return argument.phrase.tokens[-1].lemma_.lower() if argument.phrase.tokens else ""


def sum_is_for_something(_article: Article, card: Candidate) -> str | None:
    """Want to be told what a sum was paid for: "How much had the fund allocated?" (3)."""
    if card.sort is not Sort.MONEY or not _is_paid(card):
        return None
    told = [
        one
        for one in card.fact.arguments
        if one.phrase is not card.asked
        and one.text in card.question
        and one.slot not in {Slot.TIME, Slot.PLACE, Slot.FIXED}
        and one.preposition not in {"from", "out of"}
    ]
    lead = _LEAD.match(card.question)
    return (
        None
        if told or lead or re.search(r"\b(?:for|to|on|in) (?!be\b|have\b)\w", card.question)
        else "for what is not told"
    )


def _is_paid(card: Candidate) -> bool:
    """Say whether the sum is paid: "allocated", "is estimated to be paying"."""
    inner = [
        token.lemma_.lower() for one in card.fact.arguments if one.slot is Slot.FIXED for token in one.phrase.tokens
    ]
    return card.fact.predicate.lemma in _PAYS or any(lemma in _PAYS for lemma in inner)


def period_kept(_article: Article, card: Candidate) -> str | None:
    """Keep the time that a share or a sum is told of: "35 percent in March" is not so of every month (10)."""
    if card.sort not in {Sort.SHARE, Sort.MONEY, Sort.COUNT} and not _SHARE.search(card.question):
        return None
    verb = card.fact.predicate.token
    if any(one.slot is Slot.ANCHOR and one.text in card.question for one in card.fact.arguments):
        return None
    for child in verb.children:
        if child.dep_ not in {"prep", "npadvmod"} or not any(one.ent_type_ == "DATE" for one in child.subtree):
            continue
        said = " ".join(one.text for one in child.subtree)
        times = [one.phrase.text for one in card.fact.arguments if one.slot is Slot.TIME]
        kept = any(one in card.question for one in (*times, *_YEAR.findall(said)))
        if card.rule.startswith("change/") and _YEAR.search(card.question):
            continue  # from 488,000 in 2000 to 786,000 in 2012: the year of one of the two is enough
        if _PERIOD.search(said) and not kept and said not in card.question:
            return f"the time it is told of is lost: {said!r}"
    return None


def one_of_many_objects(article: Article, card: Candidate) -> str | None:
    """Ask not what somebody called for, faced or praised: he did so with many things (6)."""
    if card.kind is not Kind.BASIC or not card.rule.endswith(("/object", "/oblique", "inside the object")):
        return None
    if card.sort in {Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DURATION, Sort.QUOTE}:
        return None
    if card.fact.predicate.passive or card.fact.construct == "force":
        return None
    if _DESCRIBED.search(card.question) and not weight.YEAR.search(card.question):
        return "more than one thing was described so"
    named = bool(weight.NAME.search(card.answer) or re.search(r"\d", card.answer))
    occasion = any(one.slot is Slot.ANCHOR and one.text in card.question for one in card.fact.arguments)
    told = named and (occasion or weight.of_card(article, card) >= _ONE_MOMENT)
    if card.fact.predicate.lemma in _MANY_OF and not told:
        return "it may be so of several things"
    stranded = card.rule.endswith(("/oblique", "inside the object")) and not told
    stranded = stranded and not weight.OF_THE_WORLD.search(card.question)
    return "another answer may be as right" if stranded and not named else None


_DESCRIBED = re.compile(r"\bdescribe as \"[\w-]+(?: [\w-]+)?\"\?$")
"""A word or two of praise or blame: what they were said of may be many things."""
_ONE_MOMENT = 2.6
"""What a question weighs that tells a name, and when and where or a second name."""


def answer_is_something(_article: Article, card: Candidate) -> str | None:
    """Want an answer that only its own words can say: "a major disagreement" may as well be a row (6)."""
    asked = card.asked
    if card.kind is not Kind.BASIC or asked is None or card.sort not in {Sort.THING, Sort.PERSON}:
        return None
    if not card.rule.endswith(("/subject", "/object", "/oblique", "inside the object")):
        return None
    said = re.sub(r"^(?:the|an?) ", "", card.answer)
    if weight.NAME.search(said) or re.search(r'\d|"', said):
        return None
    nouns = {one.lemma_.lower() for one in asked.tokens if one.pos_ == "NOUN"}
    head = asked.head.lemma_.lower()
    hollow = head in _HOLLOW or (head in lexicon.VAGUE_NOUNS and nouns <= _HOLLOW | lexicon.VAGUE_NOUNS)
    specific = any(one.dep_ == "prep" and one.lower_ in {"to", "of", "on", "against", "over"} and
                   any(token.pos_ == "PROPN" for token in one.subtree) for one in asked.head.children)  # fmt: skip
    return "another word would be as right" if hollow and not specific else None


def moment_is_dated(article: Article, card: Candidate) -> str | None:
    """Ask what goes on, or how much is owned, only as of a known day: "is holding five hostages" is soon past (6)."""
    return None if article.date else next(chain(_of_a_moment(card), _number_of_a_moment(card)), None)


def _of_a_moment(card: Candidate) -> Iterator[str]:
    predicate = card.fact.predicate
    going_on = predicate.token.tag_ == "VBG" and predicate.auxiliaries[:1] in {("is",), ("are",)}
    year = weight.YEAR.search(card.question)
    if going_on and not predicate.passive and not year and not weight.QUOTED.search(card.question):
        yield "it goes on, and the article has no date"
    if _A_QUARTER.search(card.question) and not year:
        yield "of which year the quarter is, is not told"
    lasts = any(child.lower_ == "still" for child in predicate.token.children)
    if re.search(r"\bstill\b", card.question) or (lasts and predicate.token.tag_ in {"VBZ", "VBP"}):
        yield "it is still so, and the article has no date"


def _number_of_a_moment(card: Candidate) -> Iterator[str]:
    predicate = card.fact.predicate
    if card.sort not in {Sort.COUNT, Sort.SHARE, Sort.MONEY}:
        return
    if predicate.passive and predicate.lemma == "report" and predicate.auxiliaries[:1] == ("are",):
        yield "it is reported so far, and the article has no date"
    if predicate.token.tag_ == "VB" and predicate.auxiliaries[:1] in {("is",), ("are",)}:
        yield "it was still to come, and the article has no date"
    if predicate.lemma in _HOLDS and predicate.token.tag_ in {"VBZ", "VBP", "VB"}:
        yield "how much it is changes, and the article has no date"


_A_QUARTER = re.compile(
    r"\b(?:first|second|third|fourth|last)[ -](?:quarter|half)\b|\b(?:quarterly|half-year|full-year)\b"
    rf"|\bmonths to (?:{'|'.join(lexicon.MONTHS)})\b"
)
_HOLDS = frozenset({"own", "operate", "employ", "hold", "control", "run", "stock", "sell", "charge", "cost"})
"""What is had for a time, in a number that changes."""


def staged_once(_article: Article, card: Candidate) -> str | None:
    """Ask who staged a rally or spoke somewhere only with a date or the name of the occasion (6)."""
    if card.rule.startswith("quotation/"):
        return None
    fact = card.fact
    thing = next((one.phrase.head.lemma_.lower() for one in fact.arguments if one.slot is Slot.OBJECT), "")
    staged = fact.predicate.lemma in {"stage", "hold", "organize", "organise", "attend"} and thing in _OCCASIONS
    if not staged and fact.predicate.lemma not in {"speak", "appear", "arrive"}:
        return None
    lead = _LEAD.match(card.question)
    dated = weight.YEAR.search(card.question) or any(
        one.slot is Slot.ANCHOR and one.text in card.question for one in fact.arguments
    )
    return None if dated or lead else "it happens time and again"


_OCCASIONS = frozenset(
    "rally protest demonstration meeting march vigil conference briefing summit talk hearing".split()
)
