"""Participles: a passive fact about the noun they follow.

Rules: ``participle`` ("the Astana Declaration, signed in the capital of Kazakhstan", "the SCO founded
in 2001"), ``going along`` ("…, winning the votes of 39 senators"; "Appearing before the court, she …":
done by the subject of the past clause beside it). Other present participles say too little of when and
whether, and stay silent.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import clause, definite, lexicon, phrases, syntax
from quizapp.generate.arguments import pieces
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.cut import At
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot
from quizapp.generate.facts import apposition
from quizapp.generate.introduced import introduced

_STATES = frozenset(
    {"know", "call", "base", "locate", "situate", "own", "involve", "mean", "need", "anchor", "protect", "name"}
)
"""Participles that tell a state: present, not past."""


_SAYS_LITTLE = frozenset(
    {
        "quote",
        "annoy",
        "compare",
        "give",
        "see",
        "ask",
        "follow",
        "accompany",
        "face",
        "concern",
        "interview",
        "contact",
        "picture",
        "photograph",
    }
)
"""Participles that set a scene and are not worth a question."""


_NO_DEEDS = lexicon.SAY_VERBS | frozenset(
    "be have do include follow accord depend consider regard concern begin start exclude base range involve call"
    " refer cause mean lead leave allow enable let give become remain seem appear".split()
) - {"appear"}
"""Present participles that link, or tell what the whole clause before led to."""
_COMMA_BETWEEN = 2


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every past participle that follows a name."""
    for verb in sentence.span:
        if verb.dep_ == "acl" and verb.tag_ == "VBN" and verb.i > verb.head.i and not syntax.in_quotation(verb):
            yield _from_participle(article, sentence, verb)
        elif verb.dep_ == "advcl" and verb.tag_ == "VBN" and _opens(sentence, verb):
            yield _in_front(article, sentence, verb)
        elif verb.dep_ == "advcl" and verb.tag_ == "VBG" and _goes_along(sentence, verb):
            yield going_along(article, sentence, verb)
            yield from (going_along(article, sentence, verb, other) for other in _joined(verb))
        elif verb.dep_ == "pcomp" and verb.tag_ == "VBG" and _done_before(verb):
            yield going_along(article, sentence, verb)
        elif verb.dep_ == "acl" and verb.tag_ == "VBG" and syntax.is_aside(verb):
            yield Silence(sentence, "participle", "a present participle does not say when", verb.text)


def _opens(sentence: Sentence, verb: Token) -> bool:
    """Say whether a participle opens the sentence, with nothing but its own phrase before the comma."""
    return verb.left_edge.i == sentence.span.start and not any(
        child.dep_ in {"mark", *syntax.SUBJECTS} for child in verb.children
    )


def _goes_along(sentence: Sentence, verb: Token) -> bool:
    """Say whether a present participle beside a past clause tells what its subject did as well."""
    past = verb.head.tag_ == "VBD" and verb.head.dep_ in {"ROOT", "conj"} and verb.head.lemma_ != "be"
    if not (past or _is_background(verb.head)) or verb.lemma_ in _NO_DEEDS or syntax.in_quotation(verb):
        return False
    if any(child.dep_ in {"mark", "neg", "aux", "auxpass", *syntax.SUBJECTS} for child in verb.children):
        return False
    behind = verb.left_edge == verb and verb.i > verb.head.i and verb.nbor(-1).text == ","
    return behind or (verb.left_edge == verb and verb.i == sentence.span.start)


_TAKEN_FOR_GRANTED = frozenset({"after", "as", "when", "since", "because"})


def _is_background(verb: Token) -> bool:
    """Say whether a past clause is one that the main clause takes for granted: "after the storm tore into …"."""
    return verb.dep_ == "advcl" and verb.tag_ == "VBD" and syntax.mark_of(verb) in _TAKEN_FOR_GRANTED


def _done_before(verb: Token) -> bool:
    """Say whether "after winning …" tells what the subject of a past clause had done; of one held it is a charge."""
    preposition = verb.head
    main = preposition.head
    past = main.tag_ == "VBD" and main.dep_ in {"ROOT", "conj"} and main.lemma_ != "be"
    if not past or preposition.lower_ != "after" or verb.lemma_ in _NO_DEEDS or syntax.in_quotation(verb):
        return False
    helped = any(child.dep_ in {"mark", "neg", "aux", "auxpass", *syntax.SUBJECTS} for child in verb.children)
    return not helped and not any(one.dep_ == "auxpass" for one in main.children)


def _joined(verb: Token) -> Iterator[Token]:
    """Yield the participle joined to one: "killing 12 people and wounding 34"."""
    yield from (
        one
        for one in verb.children
        if one.dep_ == "conj" and one.tag_ == "VBG" and one.lemma_ not in _NO_DEEDS and one.i > verb.i
    )


def going_along(article: Article, sentence: Sentence, verb: Token, joined: Token | None = None) -> Fact | Silence:
    """Give what a participle tells, or one joined to it, to the subject of the clause it goes along with."""
    main = verb.head.head if verb.dep_ == "pcomp" else verb.head
    subject = syntax.subject_of(main)
    if subject is None or syntax.is_relative_pronoun(subject):
        return Silence(sentence, "going along", "nobody does it", verb.text)
    if verb.i < subject.i and subject.left_edge.i - verb.right_edge.i != _COMMA_BETWEEN:
        return Silence(sentence, "going along", "the subject does not follow at once", verb.text)
    worded = phrases.phrase(article, sentence, subject)
    if isinstance(worded, Abstention):
        return Silence(sentence, "going along", f"its subject: {worded.reason}", worded.text)
    told_by = joined or verb
    lemma = told_by.lemma_.lower()
    particle = next((child.lower_ for child in told_by.children if child.dep_ == "prt"), "")
    group = Predicate(told_by, lemma, lemma, ("did",), particle=particle)
    told = introduced(article, sentence, main, worded)
    worded = told or worded
    together = verb.dep_ == "advcl" and verb.i > main.i and told is None
    places = _places(article, sentence, main) if together else ()
    return clause.fact(
        article, sentence, Clause(told_by, worded, "going along", predicate=group, risk=0.15, extra=places)
    )


def _places(article: Article, sentence: Sentence, verb: Token) -> tuple[Argument, ...]:
    """Return where the clause beside it happened: it happened there too."""
    at = At(article, sentence, (), negative=False)
    found = (piece for piece in pieces(at, verb, frozenset()) if isinstance(piece, Argument))
    return tuple(replace(one, optional=True) for one in found if one.slot is Slot.PLACE)[:1]


def _in_front(article: Article, sentence: Sentence, verb: Token) -> Fact | Silence:
    """As in "Founded in 1701, Yale University is …": said of the subject right after the comma."""
    subject = syntax.subject_of(verb.head)
    if subject is None or subject.left_edge.i - verb.right_edge.i != 2:
        return Silence(sentence, "participle", "the subject does not follow at once", verb.text)
    worded = phrases.phrase(article, sentence, subject)
    if isinstance(worded, Abstention):
        return Silence(sentence, "participle", f"its noun: {worded.reason}", worded.text)
    return _passive(article, sentence, verb, worded)


def _from_participle(article: Article, sentence: Sentence, verb: Token) -> Fact | Silence:
    subject = _noun(article, sentence, verb)
    if isinstance(subject, Silence):
        return subject
    return _passive(article, sentence, verb, subject)


def _passive(article: Article, sentence: Sentence, verb: Token, subject: Phrase) -> Fact | Silence:
    if verb.lemma_ in _SAYS_LITTLE:
        return Silence(sentence, "participle", "it only sets the scene", verb.text)
    tense = ("are" if subject.plural else "is") if verb.lemma_ in _STATES else ("were" if subject.plural else "was")
    group = Predicate(verb, verb.lemma_.lower(), verb.lower_, (tense,), passive=True)
    return clause.fact(article, sentence, Clause(verb, subject, "participle", predicate=group, risk=0.1))


def _noun(article: Article, sentence: Sentence, verb: Token) -> Phrase | Silence:
    noun = verb.head
    name = apposition.name_beside(article, sentence, noun)
    if name is not None:
        worded = phrases.phrase(article, sentence, name)
        reason = worded.reason if isinstance(worded, Abstention) else ""
        one = worded if isinstance(worded, Abstention) else replace(worded, plural=False)
        return one if isinstance(one, Phrase) else Silence(sentence, "participle", reason, name.text)
    if syntax.is_aside(verb) and _follows_another_noun(verb):
        return Silence(sentence, "participle", "another noun stands nearer", verb.text)
    inside = {token.i for token in verb.subtree}
    tokens = tuple(token for token in syntax.phrase_tokens(noun) if token.i not in inside)
    if not syntax.is_aside(verb) and noun.pos_ != "PROPN":
        return Silence(sentence, "participle", "it narrows its noun down and says nothing by itself", verb.text)
    worded = phrases.phrase_of(article, sentence, noun, syntax.tidied(tokens))
    if isinstance(worded, Abstention):
        return Silence(sentence, "participle", f"its noun: {worded.reason}", worded.text)
    if not definite.has_name(article, sentence, worded):
        return Silence(sentence, "participle", "its noun has no name", worded.text)
    return worded


def _follows_another_noun(verb: Token) -> bool:
    """Say whether a comma divides a participle from another noun: "Ada Holm, who led a party, founded in 1988"."""
    comma = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    before = comma.nbor(-1) if comma.text == "," and comma.i else verb
    return before.i > verb.head.i and before.pos_ in {"NOUN", "PROPN"} and before not in syntax.phrase_tokens(verb.head)
