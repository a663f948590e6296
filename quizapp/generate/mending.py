"""What the parser gets wrong by rule, put right before anything is read off the parse.

Each repair has its proof in the punctuation: a comma that opens an insertion has to be closed.
"""

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

MAIN_VERBS = "quizapp_main_verbs"
OPEN_RELATIVES = "quizapp_open_relatives"
_OF_ITS_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass", "mark"})
"""What a verb that goes on with another does not have."""
_SHOWN = frozenset("picture photograph see show film base bear know call name age".split())
"""Participles that stand behind a name where nothing is told: "Ada Holm, the mayor, pictured in 2012."."""


@Language.component(MAIN_VERBS)
def mended_main_verbs(doc: Doc) -> Doc:
    """Make the verb behind a long insertion the main one: "Ada Holm, a lawyer who led …, swept to victory".

    The parser takes such a verb for a participle inside the insertion, and the name for a sentence
    without a verb.
    """
    for sentence in list(doc.sents):
        subject = _without_verb(sentence.root)
        if subject is not None and (verb := _lost_verb(sentence, subject)) is not None:
            _make_main(sentence.root, subject, verb)
    return doc


def _without_verb(root: Token) -> Token | None:
    """Return the noun of a sentence without a verb, or with a present participle for one: "Ada Holm …, beating …"."""
    if root.pos_ in {"NOUN", "PROPN"}:
        return root
    helped = any(child.dep_ in {"aux", "auxpass", "mark"} for child in root.children)
    subjects = [child for child in root.children if child.dep_ == "nsubj" and child.i < root.i]
    return subjects[0] if root.tag_ == "VBG" and not helped and len(subjects) == 1 else None


def _lost_verb(sentence: Span, subject: Token) -> Token | None:
    """Return the one past verb behind a comma that can be what is told of ``subject``; None if that is unsure."""
    following = subject.i + 1
    if following >= sentence.end or subject.doc[following].text != "," or subject.left_edge.i != sentence.start:
        return None
    if sentence[-1].text not in {".", '"'} or any(token.text == '"' for token in sentence):
        return None
    found = [token for token in sentence[following - sentence.start :] if _may_be_main(token)]
    if len(found) != 1:
        return None
    inserted = subject.doc[following + 1 : found[0].i - 1]
    told = any(token.tag_ in {"WP", "WDT", "WP$"} for token in inserted)
    return found[0] if told else None


def _may_be_main(token: Token) -> bool:
    """Say whether a participle behind a comma has what only a past tense has: an object, or a way it led to."""
    if token.dep_ != "acl" or token.tag_ not in {"VBD", "VBN"} or token.nbor(-1).text != ",":
        return False
    if any(child.dep_ in {*_OF_ITS_OWN, "agent", "relcl"} for child in token.children) or token.lemma_ in _SHOWN:
        return False
    if token.tag_ == "VBD":
        return True
    return any(
        child.dep_ == "dobj" or (child.dep_ in {"prep", "prt"} and child.i == token.i + 1 and child.lower_ != "by")
        for child in token.rights
    )


def _make_main(root: Token, subject: Token, verb: Token) -> None:
    behind = [child for child in (*root.children, *subject.children) if child.i > verb.i and child.dep_ in _MOVED]
    verb.head = verb
    verb.dep_, verb.tag_ = "ROOT", "VBD"
    subject.head = verb
    subject.dep_ = "nsubj"
    for child in behind:
        child.head = verb
        child.dep_ = "advcl" if child.dep_ == "acl" else child.dep_
    if root != subject:
        root.head = verb
        root.dep_ = "advcl"


_MOVED = frozenset({"acl", "advcl", "prep", "punct", "cc", "conj"})


@Language.component(OPEN_RELATIVES)
def mended_open_relatives(doc: Doc) -> Doc:
    """Hang a verb joined by "and" on the open relative clause before it: ", which banned … and carried".

    A clause that a comma opened has to be closed by one before the sentence goes on.
    """
    for token in doc:
        if token.dep_ == "relcl" and token.tag_ in _WITH_A_TENSE and (joined := _joined_behind(token)) is not None:
            conjunction, verb = joined
            verb.head = conjunction.head = token
    return doc


_WITH_A_TENSE = frozenset({"VBD", "VBZ"})


def _joined_behind(relative: Token) -> tuple[Token, Token] | None:
    """Return "and" and the verb behind it that go on with an open relative clause but hang on a verb above it."""
    opening = relative.left_edge
    if opening.i == 0 or opening.nbor(-1).text != "," or opening.tag_ not in {"WDT", "WP"} or opening.lower_ == "that":
        return None
    above = set(relative.ancestors)
    for place in range(relative.i + 1, len(relative.doc) - 1):
        token, verb = relative.doc[place], relative.doc[place + 1]
        if token.text in {",", ";", ":", "–", "—", "--", "("}:
            return None
        if token.lower_ == "and" and verb.tag_ == relative.tag_ and verb.dep_ == "conj" and verb.head in above:
            has_subject = any(child.dep_ in _OF_ITS_OWN for child in verb.children)
            return None if has_subject or opening.dep_ not in {"nsubj", "nsubjpass"} else (token, verb)
    return None
