"""Phrases cut to a length that a question bears, as long as what is left stays true."""

from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Known, Sentence
from quizapp.generate.fact import Phrase, Silence, Sort

MAX_PIECE = 18
"""Tokens: a longer argument makes no question that can be read at once."""
_COMFORTABLE = 14
"""Tokens: a longer argument is cut if it can be."""


@dataclass(frozen=True, slots=True)
class At:
    """Where the clause stands, and who its subject already names."""

    article: Article
    sentence: Sentence
    known: tuple[Known, ...]
    negative: bool


def noun_phrase(article: Article, sentence: Sentence, head: Token) -> Phrase | Abstention:
    """Word a noun phrase by itself: by the name beside it, or cut where it is long and what is left stays true."""
    beside = next((child for child in head.children if child.dep_ == "appos"), None)
    entity = article.entity_at(sentence, beside) if beside is not None and syntax.is_aside(beside) else None
    if (
        entity is not None
        and beside is not None
        and entity.kind is EntityKind.PERSON
        and head.pos_ == "NOUN"
        and len(syntax.conjuncts(head)) == 1
    ):
        return Phrase(entity.name, Sort.PERSON, syntax.phrase_tokens(beside), beside, entity=entity)
    worded = worded_phrase(At(article, sentence, (), negative=False), head)
    return Abstention(worded.text, worded.reason) if isinstance(worded, Silence) else worded


def worded_phrase(at: At, head: Token, tokens: tuple[Token, ...] = ()) -> Phrase | Silence:
    """Word a phrase; one that is long, or of which the end cannot be named, is cut where that stays true."""
    taken = tokens or syntax.phrase_tokens(head)
    if head.dep_ in {"dobj", "pobj", "attr"} and _runs_into_a_verb(taken):
        return Silence(at.sentence, "", "a clause follows that the parse lost", source_text(taken))
    first = whole_phrase(at, head, taken)
    if isinstance(first, Phrase) and len(taken) <= _COMFORTABLE:
        return first
    if not at.negative:
        for shorter in syntax.shortened(taken, lexicon.LOOSE_PREPOSITIONS):
            if head in shorter and len(shorter) <= _COMFORTABLE:
                worded = whole_phrase(at, head, shorter)
                if isinstance(worded, Phrase):
                    return worded
    if isinstance(first, Silence) and not tokens and (named := _by_name(at, head)) is not None:
        return named
    return first


def _by_name(at: At, head: Token) -> Phrase | None:
    """Say "Otto Lind" of "his rival Otto Lind": the name tells who is meant, where the words before it do not."""
    beside = next((child for child in head.children if child.dep_ == "appos" and child.left_edge.i == head.i + 1), None)
    entity = at.article.entity_at(at.sentence, beside) if beside is not None else None
    alone = head.pos_ == "NOUN" and len(syntax.conjuncts(head)) == 1
    if beside is None or entity is None or entity.kind is not EntityKind.PERSON or not alone:
        return None
    if len(syntax.conjuncts(beside)) > 1 or entity in at.known:
        return None
    return Phrase(entity.name, Sort.PERSON, syntax.phrase_tokens(beside), beside, entity=entity)


def _runs_into_a_verb(tokens: tuple[Token, ...]) -> bool:
    """Say whether a finite verb without a subject follows an object: "the lack of time couples | have"."""
    last = tokens[-1]
    following = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if following is None or following.tag_ not in {"VBP", "VBZ", "VBD", "MD"}:
        return False
    verb = following.head if following.dep_ in {"aux", "auxpass"} else following
    return not any(child.dep_ in {*syntax.SUBJECTS, "csubj", "expl"} for child in verb.children)


def whole_phrase(at: At, head: Token, tokens: tuple[Token, ...]) -> Phrase | Silence:
    """Word all of ``tokens``, unless they are too many."""
    if len(tokens) > MAX_PIECE:
        return Silence(at.sentence, "", "a phrase is too long", source_text(tokens))
    worded = phrases.phrase_of(at.article, at.sentence, head, tokens, at.known)
    if isinstance(worded, Abstention):
        return Silence(at.sentence, "", worded.reason, worded.text)
    return worded


def source_text(tokens: tuple[Token, ...]) -> str:
    """Return the words of ``tokens`` as they stand, for a message."""
    return "".join(token.text_with_ws for token in tokens).strip()
