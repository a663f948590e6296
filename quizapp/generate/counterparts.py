"""Who "his Chinese counterpart" is: the holder of the possessor's office for that nation."""

from spacy.tokens import Token

from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Reference, Sentence, Wording
from quizapp.generate.world import nation_of


def counterpart(article: Article, sentence: Sentence, head: Token) -> Reference | None:
    """Resolve "his Chinese counterpart": who holds the possessor's office for that nation."""
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    nation = next((child for child in head.children if child.i < head.i and nation_of(child.text)), None)
    if owner is None or nation is None:
        return None
    holders = [
        entity
        for entity in article.entities
        if entity.kind is EntityKind.PERSON and entity.role and nation_of(entity.nationality) == nation_of(nation.text)
        and any(m.sentence < sentence.number for m in entity.mentions)
    ]  # fmt: skip
    possessors = _possessors(article, sentence, owner)
    fitting = [each for each in holders if any(_same_office(each, other) for other in possessors)]
    start = owner.left_edge.i
    text = head.doc[start : head.i + 1].text
    if len(fitting) == 1:
        meaning: Wording | Abstention = Wording(fitting[0].name, fitting[0], ((text, fitting[0].name),))
    else:
        meaning = Abstention(text, "nobody of that nation was named with the same office")
    return Reference(sentence.paragraph, start, head.i + 1, head.i, "description", meaning)


def _possessors(article: Article, sentence: Sentence, owner: Token) -> list[Entity]:
    """Return who may be the "his" of a counterpart: what it is known to mean, else all persons near."""
    known = article.entity_at(sentence, owner)
    reference = article.references.get((sentence.paragraph, owner.i))
    if reference is not None and isinstance(reference.meaning, Wording) and reference.meaning.entity:
        known = reference.meaning.entity
    if known is not None:
        return [known]
    near = range(sentence.number - 1, sentence.number + 1)
    return [
        entity
        for entity in article.entities
        if entity.kind is EntityKind.PERSON and any(mention.sentence in near for mention in entity.mentions)
    ]


def _same_office(one: Entity, other: Entity) -> bool:
    if one.number == other.number or not other.role:
        return False
    return one.role.split()[-1].lower() == other.role.split()[-1].lower() and one.nationality != other.nationality
