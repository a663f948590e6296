"""The main event in front of a question: "After Cyclone Idai, which country pledged £18 million in aid?".

A sentence tells of the event without naming it. Its question may name it where the deed is one that
follows such an event or is a part of it, where it is told as done once, and where nothing in the
sentence or in the one before it leads to another time or another event.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quizapp.cards.model import Kind
from quizapp.generate import lexicon
from quizapp.generate.article import Article, Sentence
from quizapp.generate.fact import Candidate, Slot, Sort
from quizapp.generate.gates import weight
from quizapp.generate.gates.form import content_words
from quizapp.generate.natures import ELSEWHEN, HARMED, NATURES, STORM_NAME, Nature
from quizapp.generate.occasions import Occasion
from quizapp.generate.things import determiner_of, family

_REACTING = frozenset(
    """
    welcome praise condemn criticise criticize denounce apologise apologize urge warn pledge promise vow demand
    celebrate protest express blame hail thank appeal concede congratulate
    """.split()
)
"""What is said and done about a deed that has become known."""
_HELPING = _REACTING | frozenset(
    """
    release send deploy open close convene order offer allocate cancel postpone suspend visit cut evacuate rush donate
    deliver launch declare arrest detain search rescue pull divert claim shut divert reopen cordon mobilise mobilize
    dispatch raise lower impose tighten lift ground freeze fine recover
    """.split()
)
"""What is done when something terrible has happened."""
_CONTESTED = frozenset(
    """
    win lose beat defeat campaign concede finish score vote receive poll reject approve abstain
    """.split()
)
"""What is done in an election, a vote or a match."""
_GAINED = frozenset("have get take secure gain garner obtain command".split())
"""What is done with a share of the vote."""
_MET = frozenset("demand oppose agree sign reject veto block urge adopt endorse back pledge".split())
"""What is done at a meeting."""
_TRADED = frozenset("share stock currency price index bond yield market".split())
"""What rises and falls when something has been done."""
_COUNTED = frozenset({"vote", "ballot", "poll", "runoff"})
"""What belongs to an election or a vote, whatever it is called."""
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")


def with_occasion(article: Article, card: Candidate, occasions: Sequence[Occasion]) -> Iterator[Candidate]:
    """Yield the question of ``card`` with the article's main event, where its sentence is of that event."""
    for occasion in occasions:
        preposition = _preposition(article, card, occasion)
        if not preposition:
            return
        said = f"{preposition} {occasion.text}"
        log = (*card.substitutions, *occasion.substitutions, ("", said))
        yield replace(card, question=_put(card, said), substitutions=log, occasion=said)


def in_office_then(card: Candidate, occasions: Sequence[Occasion]) -> Iterator[Candidate]:
    """Yield who held an office when the article's main event happened: an office is told of the article's own day."""
    office = _OFFICE.fullmatch(card.question)
    if office is None or not card.rule.endswith("/who holds it"):
        return
    for occasion in occasions:
        clause = occasion.nature in {Nature.DEED, Nature.BLOW}
        said = f"when {occasion.text}" if clause else f"at the time of {occasion.text}"
        if office["office"].split()[-1].lower() in said.lower().split() or card.answer.split()[-1] in said:
            continue
        log = (*card.substitutions, *occasion.substitutions, ("", said), ("is", "was"))
        yield replace(card, question=f"Who was {office['office']} {said}?", substitutions=log, occasion=said)


_OFFICE = re.compile(r"Who (?:is|was) (?P<office>the (?!former\b|then\b|late\b|first\b).+)\?")


def _put(card: Candidate, said: str) -> str:
    """Put an event in front; behind, where it is told in front whose statement it is."""
    if card.question.startswith("According to "):
        return f"{card.question.removesuffix('?')} {said}?"
    question = card.question[0].lower() + card.question[1:]
    return f"{said[0].upper()}{said[1:]}, {question}"


def _preposition(article: Article, card: Candidate, occasion: Occasion) -> str:
    """Return what the event stands behind in this question; empty where it has no place in it."""
    told = occasion.nature in {Nature.DEED, Nature.BLOW} and card.sentence.number <= occasion.sentence.number
    if card.kind is not Kind.BASIC or told or _names_it(card, occasion) or _says_little(card):
        return ""
    if _is_elsewhere(article, card, occasion):
        return ""
    if card.rule == "quotation/speaker":
        return _SAID.get(occasion.nature, "after") if _is_told_then(card) else ""
    stated = card.fact.construct in {"clause", "relative", "background", "reported"}
    return _beside(card, occasion.nature) if stated and _is_done_once(card) else ""


_SAID = {Nature.UNREST: "during", Nature.MEETING: ""}
"""Where words are said, if not after the event; not all that is told of a meeting is said there."""
_BESIDE: dict[Nature, tuple[tuple[frozenset[str], str], ...]] = {
    Nature.STORM: ((HARMED, "during"), (_HELPING, "after")),
    Nature.DISASTER: ((HARMED, "in"), (_HELPING, "after")),
    Nature.BLOW: ((HARMED, "when"), (_HELPING, "after")),
    Nature.UNREST: ((HARMED | {"arrest", "detain"}, "during"),),
    Nature.MEETING: ((_MET, "at"),),
    Nature.CONTEST: ((_CONTESTED, "in"),),
    Nature.DEED: ((_REACTING, "after"),),
}
"""What is done in an event or comes of it, and the preposition that says so."""


def _beside(card: Candidate, nature: Nature) -> str:
    """Return the preposition for the deed of a fact beside an event of some nature."""
    deed = card.fact.predicate.lemma
    if nature is Nature.CONTEST and deed in _GAINED and card.sort is Sort.SHARE:
        return "in"
    if deed == "cut" and "short" in card.sentence.text.split() and "short" not in card.question:
        return ""
    if nature is Nature.DEED and deed in lexicon.CHANGE_VERBS and card.fact.subject.head.lemma_.lower() in _TRADED:
        return "after"
    return next((preposition for deeds, preposition in _BESIDE[nature] if deed in deeds), "")


def _names_it(card: Candidate, occasion: Occasion) -> bool:
    """Say whether question or answer have the event already, or one it is told of."""
    noun = occasion.noun or occasion.text.split()[-1]
    if any(len(name.split()) > 1 and name in card.question for name in weight.NAME.findall(occasion.text)):
        return True
    return re.search(rf"\b{re.escape(noun)}", f"{card.question} {card.answer}", re.IGNORECASE) is not None


def _says_little(card: Candidate) -> bool:
    """Say whether the answer to "what" is one common noun: "responsibility"."""
    bare = len(content_words(card.answer)) == 1 and card.answer.islower()
    return card.rule.endswith(("/object", "/oblique")) and bare


def _is_told_then(card: Candidate) -> bool:
    """Say whether somebody "said" it, once; what he "says" or "has said" may be older than the event."""
    predicate = card.fact.predicate
    return not predicate.auxiliaries and (predicate.token.tag_ == "VBD" or predicate.form == "said")


def _is_done_once(card: Candidate) -> bool:
    """Say whether a deed is told as done, not as going on or as planned."""
    predicate = card.fact.predicate
    if any(one.slot is Slot.ANCHOR for one in card.fact.arguments):
        return False
    if predicate.passive:
        return predicate.auxiliaries in {("was",), ("were",), ("had", "been")}
    return predicate.auxiliaries == ("had",) or (predicate.token.tag_ == "VBD" and not predicate.auxiliaries)


def _is_elsewhere(article: Article, card: Candidate, occasion: Occasion) -> bool:
    """Say whether the sentence, or the one it goes on from, tells of another time or of another event."""
    sentence = card.sentence
    before = article.sentences[sentence.number - 1] if sentence.number else sentence
    goes_on = before.paragraph == sentence.paragraph and before.number > occasion.sentence.number
    return _tells_of_another(sentence, occasion, card) or (goes_on and _tells_of_another(before, occasion, None))


def _tells_of_another(sentence: Sentence, occasion: Occasion, card: Candidate | None) -> bool:
    verb = sentence.span.root if card is None else card.fact.predicate.token
    over = any(child.lower_ == "had" and child.dep_ in {"aux", "auxpass"} for child in verb.children)
    within = card is not None and (card.fact.attribution or occasion.nature is Nature.CONTEST)
    if ELSEWHEN.search(_QUOTED.sub("", sentence.text)) or (over and not within):
        return True
    if any(name not in occasion.text for name in STORM_NAME.findall(sentence.text)):
        return True
    own = set(family(occasion.noun)) if occasion.noun else set()
    own |= _COUNTED if occasion.nature is Nature.CONTEST else set()
    return any(
        token.lemma_.lower() not in own
        and NATURES.get(token.lemma_.lower()) is occasion.nature
        and not (occasion.nature is Nature.CONTEST and determiner_of(token) == "the")
        for token in sentence.span
        if token.pos_ == "NOUN" and token.dep_ != "compound"
    )
