"""Clauses that another word holds: "the news that …", "his lawyers' claim that …", "it is known that …".

What is known or meant is so where the clause above it is so; what is claimed stays its owner's.
"""

from spacy.tokens import Token

from quizapp.generate import syntax

_TOLD = frozenset({"fact", "news", "discovery", "announcement", "confirmation", "realisation", "realization"})
"""Nouns whose content the article vouches for: "the news that …"."""
_HELD = frozenset(
    {"claim", "allegation", "complaint", "argument", "assertion", "accusation", "belief", "statement", "warning"}
)
"""Nouns whose content is somebody's: "claims from his lawyers that …"."""
_KNOWN = frozenset({"know", "discover", "learn", "realise", "realize", "notice", "mean", "prove", "demonstrate"})
"""Verbs whose content is so where what they say is so."""


def is_content(verb: Token) -> bool:
    """Say whether a clause tells what the noun before it holds: "the news that …"."""
    if verb.dep_ not in {"acl", "relcl"} or verb.head.lemma_.lower() not in _TOLD | _HELD:
        return False
    subject = syntax.subject_of(verb)
    if subject is None or syntax.is_relative_pronoun(subject):
        return False
    return subject.left_edge.nbor(-1).lower_ == "that"


def is_told(noun: Token) -> bool:
    """Say whether the article vouches for what ``noun`` holds."""
    return noun.lemma_.lower() in _TOLD


def owner_of(noun: Token) -> Token | None:
    """Return whose claim it is: "Ada Holm's claim", "claims from his lawyers"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"from", "by"}:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def is_vouched_for(verb: Token) -> bool:
    """Say whether somebody knows, or something means, that it is so: nothing is denied or only possible."""
    knowing = verb.head
    if knowing.lemma_.lower() not in _KNOWN or not syntax.is_finite(knowing):
        return False
    helpers = [child.lower_ for child in knowing.children if child.dep_ in {"aux", "auxpass", "neg"}]
    if knowing.lemma_ == "mean" and (helpers or syntax.has_condition(verb)):
        return False
    unsure = any(child.lower_ in {"may", "might", "could", "would"} for child in verb.children)
    return all(one in {"has", "have", "had", "is", "was", "been"} for one in helpers) and not unsure
