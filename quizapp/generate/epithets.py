"""What the article calls a thing with a name: "Pedalo, an electric bike maker" asks "which electric bike maker".

Only what is said with "a" or "an" counts, beside the name or behind "is": a kind, and no praise.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import lexicon, syntax
from quizapp.generate.article import Article, Entity, EntityKind

LONGEST = 4
"""Words of a kind; more make a question clumsy."""
_LOOKED_AT = 20
"""Mentions of a name: what it is, is told early."""
_KINDS = frozenset({EntityKind.ORGANISATION, EntityKind.OTHER})
_NO_KIND = frozenset(
    "member part one example ally sign outlier name result success failure place time home question answer".split()
)
"""Nouns that tell how a thing stands, and not what it is."""
_NO_PART = frozenset({"JJS", "RBS", "JJR", "RBR", "POS", "PRP$", "RB", "VBD"})
"""Tags of words that praise, compare or tell whose it is."""


def kind_of(article: Article, entity: Entity) -> str:
    """Return what kind of thing the article says an entity is; empty if it says nothing of use."""
    if entity.kind not in _KINDS:
        return ""
    return next(_kinds(article, entity), "")


def kind_before(text: str, entity: Entity) -> str:
    """Return the kind that stands right before a name: "French newspaper" of "the French newspaper Le Monde"."""
    if entity.kind is EntityKind.PERSON or not text.endswith(f" {entity.name}"):
        return ""
    words = text.removesuffix(entity.name).split()
    kind = words[1:] if words[0].lower() in {"the", "a", "an"} else []
    plain = bool(kind) and kind[-1].islower() and kind[-1] not in _NO_KIND | lexicon.VAGUE_NOUNS
    return " ".join(kind) if plain and len(kind) <= LONGEST and not _PRAISES.search(" ".join(kind)) else ""


_PRAISES = re.compile(r"\b(?:best|most|least|\w{3,}est|first|last|only|new|same|other|former|so-called)\b|[\"'’]")


def _kinds(article: Article, entity: Entity) -> Iterator[str]:
    for mention in entity.mentions[:_LOOKED_AT]:
        span = article.sentences[mention.sentence].span
        root = span.doc[mention.start : mention.end].root
        if syntax.in_quotation(root) or root.tag_ not in {"NNP", "NNPS", "NN"}:
            continue
        for noun in _said_of(root, mention.end):
            words = words_of(noun)
            if words and not set(words.lower().split()) & set(entity.name.lower().split()):
                yield words


def _said_of(root: Token, end: int) -> Iterator[Token]:
    """Yield the nouns that are said of a name: in apposition right behind it, or after "is a"."""
    for child in root.children:
        right_behind = child.left_edge.i == end + 1 and root.doc[end].text == ","
        if child.dep_ == "appos" and right_behind and child.left_edge.lower_ in {"a", "an"}:
            yield child
    verb = root.head
    if root.dep_ == "nsubj" and verb.lemma_ == "be" and not any(one.dep_ in {"aux", "neg"} for one in verb.children):
        yield from (one for one in verb.children if one.dep_ == "attr" and one.left_edge.lower_ in {"a", "an"})


def words_of(noun: Token) -> str:
    """Return a noun with what stands before it, without the article; empty if it is no plain kind."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or lemma in _NO_KIND | lexicon.VAGUE_NOUNS or lexicon.names_person(lemma):
        return ""
    before = [token for token in noun.doc[noun.left_edge.i + 1 : noun.i + 1] if token.text != '"']
    if any(token.tag_ in _NO_PART or (token.is_punct and token.text != "-") for token in before):
        return ""
    text = "".join(token.text_with_ws for token in before).strip()
    return text if len(text.split()) <= LONGEST else ""
