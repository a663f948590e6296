"""What "there" means: the one open place, confirmed by the heading; otherwise nothing."""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Reference, Sentence, Wording

_WHERE = frozenset({"in", "at", "to", "into", "from", "across", "throughout", "near", "on", "via"})
_PLACES = (EntityKind.PLACE, EntityKind.COUNTRY)


def pointing_places(article: Article, sentence: Sentence, token: Token) -> Reference | None:
    """Return what "there" or "here" means, or why it cannot be told; None for any other word."""
    if token.lower_ not in ("there", "here") or token.tag_ != "RB":
        return None
    place = _meant(article, sentence, token)
    if place is None:
        meaning: Wording | Abstention = Abstention(token.text, "no single place is open")
    else:
        meaning = Wording(place.spoken, place, ((token.text, place.spoken),))
    return Reference(sentence.paragraph, token.i, token.i + 1, token.i, "place", meaning, "in")


def places_in(heading: str, article: Article) -> list[Entity]:
    """Return the places that a heading names."""
    return [
        entity
        for entity in article.entities
        if entity.kind in _PLACES and any(name in heading for name in (entity.name, *sorted(entity.aliases)))
    ]


def _meant(article: Article, sentence: Sentence, token: Token) -> Entity | None:
    if any(q.sentence == sentence.number and q.start <= token.i < q.end for q in article.quotations):
        return None
    candidates = list(_open_places(article, sentence, token.i))
    if sentence.number:
        before = article.sentences[sentence.number - 1]
        if before.heading == sentence.heading:
            candidates.extend(_open_places(article, before, before.span.end))
    numbers = dict.fromkeys(entity.number for entity, _ in candidates)
    located = {entity.number: entity for entity, locative in candidates if locative}
    confirmed = [entity for entity in places_in(sentence.heading, article) if entity.number in located]
    if len(confirmed) == 1:
        return confirmed[0]
    only = candidates[0][0] if len(numbers) == 1 else None
    return only if only is not None and (located or _spoken_of(only, sentence, token)) else None


_NOUNS_OF_PLACES = {
    EntityKind.COUNTRY: frozenset({"country", "nation", "state", "island"}),
    EntityKind.PLACE: frozenset({"city", "town", "village", "island", "port", "capital", "region"}),
}


def _spoken_of(place: Entity, sentence: Sentence, token: Token) -> bool:
    """Say whether the place is spoken of as where it happens: "tore into the country, killing 12 people there"."""
    nouns = _NOUNS_OF_PLACES.get(place.kind, frozenset())
    before = sentence.span.doc[sentence.span.start : token.i]
    definite = (one for one in before if one.lower_ in nouns and any(child.lower_ == "the" for child in one.children))
    return any(one.dep_ == "pobj" and one.head.lower_ in _WHERE for one in definite)


def _open_places(article: Article, sentence: Sentence, end: int) -> Iterator[tuple[Entity, bool]]:
    """Yield the places named before ``end``, and whether something is or happens there."""
    for entity in article.entities:
        if entity.kind not in _PLACES:
            continue
        for mention in entity.mentions:
            if mention.sentence != sentence.number or mention.end > end:
                continue
            root = sentence.span.doc[mention.start : mention.end].root
            if root.dep_ in ("compound", "amod", "nmod"):
                continue
            yield entity, root.dep_ == "pobj" and root.head.lower_ in _WHERE
