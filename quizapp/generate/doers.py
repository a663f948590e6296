"""Who a pronoun can mean that does what only somebody does: "it blocked the deal", "they decided to appeal"."""

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import EntityKind
from quizapp.generate.lexicon import MAKING_VERBS, SPEAK_VERBS
from quizapp.generate.noun_phrases import NounPhrase
from quizapp.generate.vocabulary import ORGANISATION_WORDS

_DELIBERATE = (SPEAK_VERBS - {"show", "suggest", "reveal", "find", "explain", "conclude"}) | frozenset(
    """
    abandon abduct accuse acquire adopt allocate agree apologise apologize appoint arrest attend ban blame boycott buy
    campaign charge condemn criticise criticize debate decide decline demand deploy detain donate elect employ enact
    endorse execute expel fear fire hire hope impeach imprison intend interview invade investigate invest invite
    kidnap lobby negotiate nominate oppose pay persuade plan pledge praise prosecute publish punish purchase ratify
    reaccede recruit refuse reject renounce resign retaliate sack sell sentence sign sue summon suspend swear
    sympathise sympathize testify thank threaten treat unveil veto volunteer vote vow want wish withdraw
    """.split()
)
"""Verbs that only people and what people make up are said with."""
MENTAL = frozenset("able unable willing unwilling ready eager keen reluctant determined prepared sorry glad".split())
"""What somebody is, and no clause: "was unable to", "is keen to"."""
_ALSO_OF_THINGS = frozenset({"able", "unable", "ready"})
_BODIES = ORGANISATION_WORDS | frozenset(
    """
    administration airline army authority bloc body brand broadcaster carmaker charity city club coalition company
    country court crew delegation family firm gang government group industry insurer lender maker military militia
    movement nation navy operator opposition organisation organization panel parliament party police publisher regulator
    retailer side state team tribe union
    """.split()
)
"""Common nouns for what acts as one."""
_ACTING = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.NATIONALITY})


def is_done_by_somebody(token: Token) -> bool:
    """Say whether a pronoun is the subject of what only somebody does: things are then out of the question."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.pos_ not in {"VERB", "AUX"} or grammar.is_passive(verb):
        return False
    return verb.lemma_.lower() in _DELIBERATE | (MAKING_VERBS & {"ask", "urge", "beg", "instruct"}) or (
        verb.lemma_ == "be"
        and any(child.lower_ in MENTAL - _ALSO_OF_THINGS for child in verb.children if child.dep_ == "acomp")
    )


def may_act(phrase: NounPhrase) -> bool:
    """Say whether a phrase is somebody, or something that acts like somebody: a country, a company, a court."""
    meant = phrase.meant
    if meant.members:
        return all(may_act(member) for member in meant.members)
    if meant.entity is not None:
        unsure = meant.entity.kind in {EntityKind.OTHER, EntityKind.PLACE} and not meant.entity.definite
        return meant.entity.kind in _ACTING or unsure
    return bool(meant.animate) or meant.head.lemma_.lower() in _BODIES
