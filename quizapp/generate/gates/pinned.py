"""Gates on what pins a question to one event or thing: a stranger could give no second right answer (6).

Names, years, numbers, quoted words, superlatives and words of content beside the verb each weigh
something. What has to be reached depends on what is asked for and on whether it is told of one
moment of the past or as a state or habit, which many share.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from quizapp.cards import gazetteer
from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words

NAMED_RULES = (
    "role/",
    "apposition/",
    "definition/",
    "the kind/subject",
    "acronym/",
    "quotation/",
    "description/",
    "named list/",
    "members/",
    "among/",
    "inhabitants/",
)
"""Rules whose questions tell by their own shape what they are about."""
_ONE_DEED, _ONE_STATE, _ONE_GAP, _ONE_ACTOR = 2.3, 2.7, 2.2, 3.2
_ONE_OBJECT, _ONE_LASTING_OBJECT, _ONE_TIME = 1.6, 1.9, 1.6
"""What the rest of the question has to weigh, by what is asked for."""
_ROUTINE, _THING_LESS = 3.4, 0.5
_ROUTINE_VERBS = frozenset(
    """
    adjourn appear arrive attend come compete complain go listen live meet move operate participate preside receive
    return speak stay talk travel visit vote walk work shun
    """.split()
)
"""Deeds that everybody does every day."""
_OF_ONE_VERBS = frozenset(
    """
    administer author become build chair coin compose confer create design direct discover establish film
    found flow govern
    head host house inaugurate invent kill launch lead name oversee own paint patent pioneer publish represent rise sink
    stand succeed topple win write
    """.split()
)
"""Deeds and states that one doer has towards one named thing."""
_NAMING = frozenset({"know", "nickname", "dub"})
"""Who is known as the Iron Lady: one alone bears the name."""
_DONE_TO_MANY = frozenset(
    {"approve", "review", "license", "test", "inspect", "ban", "fine", "arrest", "detain", "charge"}
)
"""What one body does to many: that it was done by this body does not tell to which."""
_ENTERING = frozenset({"join", "leave", "enter"})
"""Deeds of one at a time: whom and when tell which."""
_TO_ONE_VERBS = frozenset({"resign", "marry", "succeed", "graduate", "retire", "flow", "rise", "lie", "win"})
"""What is done to one thing, or once."""
_HELD = frozenset({"say", "believe", "think", "hope"})
"""What is held and said by many: the name in it does not tell who."""
_EXAMPLE = re.compile(r"\b(?:like|such as|including) ")
_HABIT = re.compile(
    r"\b(?:regularly|often|constantly|frequently|usually|always|repeatedly|at regular intervals|sometimes|every|daily)"
    r"\b"
)
_SPEECH = frozenset("call urge denounce demand warn appeal plead say tell declare insist criticize criticise".split())
_EVENT = re.compile(r"\b(?:at|during|in|after|before) (?:an?|the) (?:[\w-]+ )*?(?:\w+)\b")
_MEMBERSHIP = re.compile(r"\b(?:a |an )?(?:member|part|partner|ally|neighbou?r|signatory) of\??$|\bis part of\b")


def pinned(article: Article, card: Candidate) -> str | None:
    """Want the rest of the question to pin the one event or thing it is about (6)."""
    card = replace(card, question=card.without_offices)
    if card.kind is Kind.CLOZE:
        return _one_gap(article, card)
    if card.kind is not Kind.BASIC or card.rule.startswith(NAMED_RULES):
        return None
    if card.rule.endswith("/subject"):
        return _one_doer(article, card)
    if card.sort in {Sort.CLAUSE, Sort.QUOTE}:
        return None
    if card.sort in {Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DURATION} or card.rule.endswith("/quantity"):
        return _one_number(article, card)
    return _one_time(article, card) if card.rule.endswith("/time") else _one_object(article, card)


def closed_membership(_article: Article, card: Candidate) -> str | None:
    """Ask not what somebody is a member of: most are members of several (6)."""
    if card.rule.endswith("/membership") or _MEMBERSHIP.search(card.question):
        return "it may belong to several"
    return None


def quotation_tells(_article: Article, card: Candidate) -> str | None:
    """Ask whose words they are only where the words tell what they are about (3, 6)."""
    if not card.rule.startswith("quotation/"):
        return None
    words = " ".join(weight.QUOTED.findall(card.question)).strip('"')
    names = len(weight.NAME.findall(words[1:]))
    loose = len(re.findall(r"\b(?:it|this|that|these|those|he|she|they|him|them|there|his|her|their)\b", words.lower()))
    ours = len(re.findall(r"\b(?:we|us|our|you|your|i|me|my)\b", words.lower()))
    telling = len(set(content_words(words)) - _LITTLE) + 2 * names
    by_itself = not loose and telling > 1 and not ours
    by_its_event = bool(card.occasion) and telling - loose > 1
    enough = telling - loose - 0.5 * ours >= _TOLD
    return None if by_itself or by_its_event or enough else "the words tell too little of what they are about"


_TOLD, _SHORT = 4, 3
_LITTLE = frozenset(
    """
    we us our you your i me my it this that these those he she they him them there his her their have has had do does
    did not n't can could will would should may might must so but if then very really quite just what who which when
    where how more most some lot about think know say get go make want i'm we're it's that's
    before after start started work going find found thing things turn turned come came idea ideas way pretty staff much
    """.split()
)


def _one_doer(article: Article, card: Candidate) -> str | None:
    found = weight.of_card(article, card)
    return next(_open_to_many(card), None) or _too_light(card, found)


def _open_to_many(card: Candidate) -> Iterator[str]:
    """Yield why a deed is, by the way it is told, not of one doer alone."""
    question = card.question
    if card.fact.attribution and re.search(r"\b(?:his|her|their) ", question):
        yield "whose it is hangs on the answer"
    if re.search(r"\b(?:some|one|many|several|part) of\b", question):
        yield "others may do the same to the rest"
    if _EXAMPLE.search(card.answer):
        yield "the answer is an example"
    if _HABIT.search(question) and not weight.QUOTED.search(question):
        yield "it is told as a habit, which others share"


def _too_light(card: Candidate, found: float) -> str | None:
    predicate = card.fact.predicate
    if predicate.lemma in _HELD:
        found -= weight.NAME_WEIGHT
    if weight.NAME.search(card.fact.attribution):
        found += weight.NAME_WEIGHT
    defined = predicate.lemma == "be" and _is_defined(card)
    told = weight.DAY.sub("", weight.ASKING.sub("", card.question))
    named = weight.NAME.search(told) is not None or found >= _ONE_DEED
    done_by_one = predicate.lemma in _OF_ONE_VERBS and not predicate.passive and found >= weight.NAME_WEIGHT and named
    entered = predicate.lemma in _ENTERING and found >= 2 * weight.NAME_WEIGHT
    named_so = predicate.lemma in _NAMING and predicate.passive and found >= weight.NAME_WEIGHT
    if defined or done_by_one or entered or named_so:
        return None
    is_somewhere = predicate.lemma == "be" and not any(one.slot is Slot.ATTRIBUTE for one in card.fact.arguments)
    done_to_many = predicate.passive and predicate.lemma in _DONE_TO_MANY
    goes_on = any(one.slot is Slot.FIXED and one.text.startswith("to ") for one in card.fact.arguments)
    routine = predicate.lemma in _ROUTINE_VERBS and not predicate.particle and not goes_on
    if is_somewhere or done_to_many or routine:
        return "many do that" if found < _ROUTINE else None
    wanted = _ONE_DEED if _is_past(card) and predicate.lemma not in _SPEECH else _ONE_STATE
    governs = card.question.startswith("Which government")
    if (card.sort is Sort.THING or governs) and predicate.token.tag_ != "VBG":
        wanted = round(wanted - _THING_LESS, 1)
    return "others may be right as well" if found < wanted else None


def _has_attribute(card: Candidate) -> bool:
    """Say whether a noun tells what somebody is; "present" tells only that he is there."""
    return any(one.slot is Slot.ATTRIBUTE and one.phrase.head.pos_ != "ADJ" for one in card.fact.arguments)


def _is_defined(card: Candidate) -> bool:
    """Say whether what somebody is can be said of one only: "the center of Britain's industry"."""
    attributes = [one for one in card.fact.arguments if one.slot is Slot.ATTRIBUTE]
    return any(re.match(r"the (?!same|kind)", one.text) or "'s " in one.text for one in attributes)


def _one_gap(article: Article, card: Candidate) -> str | None:
    """Want a statement with a gap to tell enough beside it, and the gap to be no part of a longer name."""
    if re.search(r"\b(?!The |According |In |At |On )[A-Z][\w-]+ …|… [A-Z][a-z]+", card.question):
        return "the gap is a part of a name"
    doer = re.match(r"(?:The )?…", card.question) is not None
    wanted = (_ONE_STATE if card.sort is Sort.PERSON else _ONE_ACTOR) if doer else _ONE_GAP
    return "others fit the gap" if weight.of_text(article, card.question, "") < wanted else None


def _is_past(card: Candidate) -> bool:
    """Say whether one moment of the past is told: what has been so and still is, is a state."""
    token = card.fact.predicate.token
    if card.fact.predicate.auxiliaries[:1] in {("has",), ("have",)}:
        return _done_once(card)
    if card.fact.predicate.passive:
        return card.fact.predicate.auxiliaries[:1] not in {("is",), ("are",), ("be",)}
    return token.tag_ in {"VBD", "VBN"}


def _done_once(card: Candidate) -> bool:
    """Say whether what "has" been done was one deed: "has obtained an exemption"; what has been so may be so still."""
    predicate = card.fact.predicate
    objects = [one.phrase for one in card.fact.arguments if one.slot is Slot.OBJECT]
    one_thing = any(one.head.tag_ == "NN" and re.match(r"an? ", one.text) for one in objects)
    return one_thing and not predicate.passive and predicate.token.tag_ == "VBN" and len(predicate.auxiliaries) == 1


def _one_object(article: Article, card: Candidate) -> str | None:
    predicate = card.fact.predicate
    found = weight.of_card(article, card)
    if _EXAMPLE.search(card.answer):
        return "the answer is an example"
    if card.rule.endswith("/what it is") and card.fact.subject.entity is None and "'s " in card.fact.subject.text:
        return None
    if predicate.lemma in _ROUTINE_VERBS and not predicate.passive:
        return "the same doer did it elsewhere too" if found < _ONE_DEED else None
    wanted = _ONE_OBJECT if _is_past(card) else _ONE_LASTING_OBJECT
    somewhere = (
        predicate.lemma == "be"
        and card.rule.endswith("/place")
        and card.fact.subject.sort is Sort.PERSON
        and not _has_attribute(card)
    )
    if somewhere:
        return "somebody is in many places" if not weight.YEAR.search(card.question) else None
    if predicate.passive or predicate.lemma in _TO_ONE_VERBS or card.rule.endswith("/place"):
        wanted = weight.NAME_WEIGHT if not _is_anybody(card) else _ONE_OBJECT
    if _is_anybody(card):
        wanted = max(wanted, _ONE_GAP) if card.rule.endswith("/object") else wanted
    if card.fact.attribution:
        found += weight.WEAK_WEIGHT
    if card.rule.endswith("/in its place"):
        wanted = max(wanted, _ONE_DEED)
    if _tells_its_task(card):
        wanted = weight.NAME_WEIGHT
    return "it may be true of several things" if found < wanted else None


def _is_anybody(card: Candidate) -> bool:
    """Say whether those it is told of are nobody in particular: "several people", "hundreds of refugees"."""
    subject = card.fact.subject
    return subject.entity is None and subject.plural and not any(token.pos_ == "PROPN" for token in subject.tokens)


def _tells_its_task(card: Candidate) -> bool:
    """Say whether ", which monitors the treaties" tells what a body with a name is there for."""
    subject = card.fact.subject
    relative = card.fact.construct == "relative" and card.fact.predicate.token.tag_ == "VBZ"
    body = subject.sort is Sort.ORGANISATION and subject.entity is not None and " " in subject.entity.name
    known = body and gazetteer.organisation(subject.entity.name if subject.entity is not None else "") is not None
    return relative and card.fact.predicate.lemma not in {"be", "have"} and body and not known


def _one_number(article: Article, card: Candidate) -> str | None:
    """Want a number that was, or will be, to be that of one event: "how many were killed in 2018" has many answers."""
    if card.fact.predicate.token.tag_ in {"VBP", "VBZ"} or card.fact.predicate.auxiliaries[:1] in _STILL:
        return None
    beside = any(one.slot is Slot.ANCHOR and one.text in card.question for one in card.fact.arguments)
    told = any(one.slot is Slot.FIXED and one.phrase.sort in _FIGURES for one in card.fact.arguments)
    if (
        card.rule.endswith("/amount")
        and not beside
        and not card.occasion
        and not told
        and not weight.YEAR.search(card.question)
    ):
        return "it rose and fell at other times too"
    if _is_an_event(card):
        return None
    return "it may have been so many times" if weight.of_card(article, card) < _ONE_OBJECT else None


def _is_an_event(card: Candidate) -> bool:
    """Say whether it is told of one event with a place or name: "the earthquake in Lund" killed so many once."""
    subject = card.fact.subject
    event = subject.head.tag_ == "NN" and subject.head.lemma_.lower() in lexicon.EVENT_NOUNS
    return event and subject.text.startswith("the ") and weight.NAME.search(subject.text) is not None


_FIGURES = frozenset({Sort.COUNT, Sort.SHARE, Sort.MONEY})
"""What tells a rise to $11.1bn from others."""
_STILL = {("is",), ("are",), ("has",), ("have",), ("can",), ("may",), ("must",)}


def _one_time(article: Article, card: Candidate) -> str | None:
    """Ask when somebody said something only of an event with a name: it is said over and over."""
    predicate = card.fact.predicate
    if predicate.lemma in _SPEECH and not predicate.passive and not _EVENT.search(weight.QUOTED.sub("", card.question)):
        return "it may have been said more than once"
    if predicate.passive or predicate.lemma in {"die", "be", *_OF_ONE_VERBS}:
        return None
    found = weight.of_card(article, card)
    return "it may have happened more than once" if found < _ONE_TIME else None
