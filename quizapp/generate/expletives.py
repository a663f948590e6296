"""Where "it" stands for no thing: "it is clear that", "it takes time to", "it follows weeks of strikes"."""

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.doers import MENTAL
from quizapp.generate.lexicon import SPEAK_VERBS
from quizapp.generate.owners import is_abstract


def is_empty_it(token: Token) -> bool:
    """Say whether "it" stands for nothing: "it is clear that", "it takes time to"."""
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    verb = token.head
    if verb.lemma_ == "come" and any(child.lower_ == "when" for child in verb.children):
        return True
    if verb.lemma_ in ("seem", "appear", "happen", "rain", "snow", "turn"):
        return any(child.dep_ in ("ccomp", "xcomp", "oprd") for child in verb.children) or verb.lemma_ in (
            "rain",
            "snow",
        )
    complements = [child for child in verb.children if child.dep_ in ("ccomp", "csubj", "xcomp", "advcl", "acl")]
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "prep", "oprd", "dobj"):
            complements.extend(
                t for t in child.subtree if t.dep_ in ("ccomp", "xcomp", "acl", "relcl") and t is not child
            )
    if any(child.dep_ == "acomp" and child.lower_ in MENTAL for child in verb.children):
        return False
    be = verb.lemma_ in ("be", "become", "remain", "take", "make")
    passive = grammar.is_passive(verb) and verb.lemma_ in SPEAK_VERBS | {"think", "believe", "know", "hope", "expect"}
    opened = any(t.lower_ in ("that", "to", "whether", "how", "why", "when") for c in complements for t in c.children)
    return (
        (be or passive)
        and bool(complements)
        and (
            opened
            or (
                verb.lemma_ == "be"
                and any(c.lemma_ in ("time", "clear", "possible", "important") for c in verb.children)
            )
        )
    )


def may_be_a_deed(token: Token) -> bool:
    """Say whether "it" may be what happened, and no thing: "It is a response to …", "It follows …"."""
    verb = token.head
    called = [child for child in verb.children if child.dep_ == "attr"] if verb.lemma_ == "be" else []
    return verb.lemma_ in _OF_DEEDS or any(is_abstract(noun) or noun.lemma_.lower() in _DEEDS for noun in called)


_OF_DEEDS = frozenset({"follow", "come", "mean", "mark", "happen", "occur"})
_DEEDS = frozenset(
    "response reaction move blow boost setback reminder warning result victory defeat time shame".split()
)
