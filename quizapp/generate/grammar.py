"""Who does what in a parse: the subject of a verb, said or implied, and the clause a word stands in."""

from spacy.tokens import Token

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE_TAGS = ("WDT", "WP", "WP$")

_OF_THE_OBJECT = frozenset(
    """
    advise allow ask assist authorize beg cause challenge choose command compel convince direct elect empower enable
    encourage entitle expect find forbid force get have hear help hire inspire instruct invite lead leave let make
    motivate move oblige order pay permit persuade press pressure prompt push recruit remind request require see
    select send show support teach tell tempt train trust urge want warn watch
    """.split()
)
"""Verbs whose object does what follows: "told the crew to sail"; the ships of "sold ships to buy time" buy none."""
_MODIFYING = ("relcl", "acl")


def clause_verb(token: Token) -> Token | None:
    """Return the verb of the clause that ``token`` stands in."""
    return next((each for each in token.ancestors if each.pos_ in ("VERB", "AUX")), None)


def own_subject(verb: Token) -> Token | None:
    """Return the subject that stands with a verb."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def subject_of(verb: Token, depth: int = 0) -> Token | None:  # noqa: PLR0911  a return for each case
    """Return the head of a verb's subject, its own or the one it shares with another verb.

    A relative pronoun gives way to the noun it goes back to; a participle's subject is its noun.
    """
    if depth > 6:
        return None
    subject = own_subject(verb)
    if subject is not None:
        if subject.tag_ in ("WDT", "WP") or (subject.lower_ == "that" and verb.dep_ == "relcl"):
            clause = _relative_clause(verb)
            return clause.head if clause is not None else None
        return subject
    if verb.dep_ == "acl" and verb.tag_ in ("VBG", "VBN", "VBD"):
        return verb.head
    if verb.dep_ == "xcomp" and verb.head.pos_ in ("VERB", "AUX"):
        if verb.tag_ == "VB" and verb.head.lemma_.lower() not in _OF_THE_OBJECT:
            return subject_of(verb.head, depth + 1)
        controlled = next((child for child in verb.head.children if child.dep_ == "dobj" and child.i < verb.i), None)
        return controlled if controlled is not None else subject_of(verb.head, depth + 1)
    if verb.dep_ in ("conj", "advcl", "pcomp") and verb.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head, depth + 1)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        return subject_of(verb.head.head, depth + 1)
    return None


def is_passive(verb: Token) -> bool:
    """Say whether a verb is passive: "was ostracized", or "ostracized by the West" behind a noun."""
    if any(child.dep_ in ("nsubjpass", "auxpass", "agent") for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def nouns_around(token: Token) -> list[Token]:
    """Return the nouns whose phrase ``token`` stands in, up to its verb: none of them can be what it means."""
    found = []
    for each in token.ancestors:
        if each.pos_ in ("VERB", "AUX"):
            break
        found.append(each)
    return found


def _relative_clause(verb: Token) -> Token | None:
    """Return the verb that hangs on the antecedent: ``verb`` itself, or the one it is joined to."""
    current = verb
    for _ in range(4):
        if current.dep_ == "relcl":
            return current
        if current.dep_ not in ("conj", "ccomp", "xcomp", "advcl"):
            return None
        current = current.head
    return None
