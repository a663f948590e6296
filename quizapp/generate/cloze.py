"""Clozes, where no question is safe: a sentence that stands by itself, with one name or number left out."""

from collections.abc import Iterator, Sequence

from quizapp.cards import cloze as marks
from quizapp.cards.model import Kind
from quizapp.generate import lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.fact import Candidate, Fact, Phrase, Predicate, Sort

SHARE = 5
"""At most one card in so many is a cloze."""
_FEWEST, _MOST = 8, 30
_KINDS = {
    EntityKind.PERSON: Sort.PERSON,
    EntityKind.COUNTRY: Sort.COUNTRY,
    EntityKind.PLACE: Sort.PLACE,
    EntityKind.ORGANISATION: Sort.ORGANISATION,
}


def clozes(article: Article, taken: Sequence[int]) -> Iterator[Candidate]:
    """Yield a cloze for every sentence that no card was made of (``taken`` are their numbers) and that allows one."""
    for sentence in article.sentences:
        if sentence.number not in taken:
            found = _cloze(article, sentence)
            if found is not None:
                yield found


def _cloze(article: Article, sentence: Sentence) -> Candidate | None:
    tokens = tuple(token for token in sentence.span if not token.is_space)
    if any(token.text == syntax.QUOTE for token in tokens) or any(
        token.dep_ == "ROOT" and token.pos_ not in {"VERB", "AUX"} for token in tokens
    ):
        return None
    worded = phrases.phrase_of(article, sentence, sentence.span.root, syntax.tidied(tokens))
    if isinstance(worded, Abstention) or not _FEWEST <= len(worded.text.split()) <= _MOST:
        return None
    if any(
        token.tag_ in {"PRP", "PRP$"} and (sentence.paragraph, token.i) not in article.references for token in tokens
    ):
        return None
    if any(token.lower_ in lexicon.DEICTIC_ADVERBS for token in tokens):
        return None
    gap = _gap(article, sentence, worded.text)
    if gap is None:
        return None
    entity, name = gap
    text = worded.text[0].upper() + worded.text[1:] + "."
    marked = marks.escaped(text).replace(name, "{{" + name + "}}", 1)
    root = sentence.span.root
    subject = Phrase(name, _KINDS[entity.kind], (root,), root, entity=entity)
    fact = Fact(
        "cloze", sentence, subject, Predicate(root, root.lemma_, root.text), (), substitutions=worded.substitutions
    )
    return Candidate(
        marked,
        name,
        subject.sort,
        "cloze/name",
        fact,
        subject,
        Kind.CLOZE,
        risk=0.5,
        substitutions=worded.substitutions,
    )


def _gap(article: Article, sentence: Sentence, text: str) -> tuple[Entity, str] | None:
    """Return the name to leave out: one of the sentence's, said once, the least central one that tells most."""
    found: list[tuple[int, int, Entity, str]] = []
    for entity in article.entities:
        if entity.kind not in _KINDS or not any(mention.sentence == sentence.number for mention in entity.mentions):
            continue
        name = next((one for one in (entity.name, entity.short) if one and text.count(one) == 1), "")
        others = any(one in text.replace(name, "") for one in (entity.name, entity.nationality) if one)
        if name and not others:
            found.append((len(entity.mentions), text.index(name), entity, name))
    best = min(found, key=lambda one: one[:2], default=None)
    return (best[2], best[3]) if best else None
