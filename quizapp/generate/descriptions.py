"""What "the group", "his Chinese counterpart", "the former president" or "this region" means.

A description is resolved by its type to an entity that fits and has been named; by its head to the
one fuller description the article has given; or it abstains. One that stands by itself ("the Turkish
president", "the release of the report") is no reference.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Mention, Reference, Sentence, Wording
from quizapp.generate.fitting import called, fits_office, is_of_type, may_be_called, named_by
from quizapp.generate.lexicon import GROUP_NOUNS, OFFICES, UNIQUE_OFFICES
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.phrasing import noun_tokens, phrase_wording
from quizapp.generate.places import places_in
from quizapp.generate.roles import is_person_noun
from quizapp.generate.vocabulary import ALONE
from quizapp.generate.world import is_city, is_region, is_state, nation_of

_POINTING = frozenset({"this", "that", "these", "those"})
_PAIRS = frozenset({"couple", "pair", "duo"})
_COUNTRY_NOUNS = frozenset({"country", "nation", "state", "republic", "kingdom"})
_CITY_NOUNS = frozenset({"city", "town", "capital"})
_REGION_NOUNS = frozenset({"region", "continent", "area"})
_WINDOW = 2
"""Sentences before this one in which the entity must have been named."""

_OFTEN = 60
"""Mentions of a noun looked at; a word that stands more often is no description of one thing."""


class Context:
    """What all descriptions of an article are held against."""

    def __init__(self, article: Article, phrases: Mapping[int, list[NounPhrase]]) -> None:
        """Keep the article, and the noun phrases by sentence, which grow while it is read."""
        self.article = article
        self.phrases = phrases
        self.heads: dict[tuple[str, str], list[tuple[Sentence, Token]]] = {}
        for sentence in article.sentences:
            for token in sentence.span:
                if token.pos_ == "NOUN" and token.dep_ != "compound" and article.entity_at(sentence, token) is None:
                    self.heads.setdefault((token.lemma_.lower(), token.tag_), []).append((sentence, token))
        self._called: dict[int, set[str]] = {}

    def called(self, entity: Entity) -> set[str]:
        """Return the nouns that the article applies to an entity."""
        if entity.number not in self._called:
            self._called[entity.number] = called(self.article, entity)
        return self._called[entity.number]


@dataclass(frozen=True, slots=True)
class _Description:
    """A definite phrase without anything behind its head."""

    context: Context
    sentence: Sentence
    head: Token
    determiner: Token

    @property
    def article(self) -> Article:
        """The article it stands in."""
        return self.context.article

    @property
    def phrases(self) -> Mapping[int, list[NounPhrase]]:
        """The noun phrases of each sentence read so far."""
        return self.context.phrases

    @property
    def noun(self) -> str:
        """Its head, in the singular."""
        return self.head.lemma_.lower()

    @property
    def modifiers(self) -> list[Token]:
        """The words between the determiner and the head."""
        return list(self.head.doc[self.determiner.i + 1 : self.head.i])

    @property
    def text(self) -> str:
        """As in the source."""
        return self.head.doc[self.determiner.i : self.head.i + 1].text

    @property
    def points(self) -> bool:
        """Whether it begins with "this" or the like."""
        return self.determiner.lower_ in _POINTING

    def named_before(self, window: int | None = None) -> list[Entity]:
        """Return the entities named before it, in the article or in so many sentences and its own."""
        first = 0 if window is None else self.sentence.number - window
        return [entity for entity in self.article.entities if any(self._is_before(m, first) for m in entity.mentions)]

    def _is_before(self, mention: Mention, first: int) -> bool:
        sentence, start = mention.sentence, mention.start
        return first <= sentence < self.sentence.number or (
            sentence == self.sentence.number and start < self.determiner.i
        )


def descriptions(context: Context, sentence: Sentence, head: Token) -> Reference | None:  # noqa: PLR0911  a return for each case
    """Return the reference that a definite phrase with this head makes, or None if it makes none."""
    article = context.article
    apposed = head.dep_ == "appos" or any(child.dep_ == "appos" for child in head.children)
    if head.pos_ != "NOUN" or apposed or article.entity_at(sentence, head) is not None or head.dep_ == "compound":
        return None
    if head.lemma_.lower() == "counterpart":
        return _counterpart(article, sentence, head)
    determiner = next((child for child in head.children if child.dep_ == "det" and child.i < head.i), None)
    if determiner is None or determiner.lower_ not in _POINTING | {"the"}:
        return None
    if any(q.sentence == sentence.number and q.start <= head.i < q.end for q in article.quotations):
        return None
    found = _Description(context, sentence, head, determiner)
    if _says_more_behind(head):
        return _anchored(found)
    meaning = _meaning(found)
    if meaning is None:
        return None
    if isinstance(meaning, Wording):
        meaning = Wording(meaning.text, meaning.entity, ((found.text, meaning.text),), meaning.members)
    return Reference(sentence.paragraph, determiner.i, head.i + 1, head.i, "description", meaning)


def _meaning(found: _Description) -> Wording | Abstention | None:
    for rule in _RULES:
        meaning = rule(found)
        if meaning is not None:
            return meaning
    if found.points:
        return Abstention(found.text, "what it points at is not named by a phrase that fits")
    if not found.modifiers and found.noun not in ALONE and (found.noun in GROUP_NOUNS or _was_said(found)):
        return Abstention(found.text, "nothing that was named fits it alone")
    return None


def _office(found: _Description) -> Wording | Abstention | None:
    """Resolve "the president", "the former president", "the attorney general" by the office of a person."""
    words = [token.lower_ for token in (*found.modifiers, found.head)]
    if found.head.tag_ != "NN" or not (found.noun in OFFICES or is_person_noun(found.head)):
        return None
    holders = [each for each in found.named_before() if each.kind is EntityKind.PERSON and fits_office(each, words)]
    if len(holders) == 1:
        return Wording(holders[0].name, holders[0])
    if any(nation_of(token.text) for token in found.modifiers):
        return None
    if holders:
        return Abstention(found.text, "more than one person holds that office")
    if found.noun in UNIQUE_OFFICES and not found.modifiers:
        return Abstention(found.text, "nobody was named who holds that office")
    return None


def _pair(found: _Description) -> Wording | Abstention | None:
    """Resolve "the couple" by the one pair of persons named shortly before."""
    if found.noun not in _PAIRS or found.modifiers:
        return None
    number = found.sentence.number
    pairs = {
        phrase.key: phrase
        for place in range(max(0, number - 3), number + 1)
        for phrase in found.phrases.get(place, ())
        if len(phrase.members) == 2 and all(m.entity and m.animate for m in phrase.members) and (
            place < number or phrase.end < found.determiner.i
        )
    }  # fmt: skip
    if len(pairs) == 1:
        return phrase_wording(found.article, next(iter(pairs.values())))
    return Abstention(found.text, "no single pair was named before it")


def _bearer(found: _Description) -> Wording | Abstention | None:
    """Resolve "the commission" by the one name that has Commission for its head."""
    if found.head.tag_ != "NN" or any(nation_of(token.text) or token.pos_ == "PROPN" for token in found.modifiers):
        return None
    modifiers = {token.lower_ for token in found.modifiers}
    bearers = [entity for entity in found.named_before() if named_by(entity, found.noun)]
    bearers = [entity for entity in bearers if modifiers <= {word.lower() for word in entity.name.split()}]
    if len(bearers) == 1:
        return _spoken(bearers[0])
    return Abstention(found.text, "more than one name fits it") if bearers else None


def _typed(found: _Description) -> Wording | Abstention | None:
    """Resolve "the group", "this alliance" by the type of the organisation, "the country" by kind."""
    if found.head.tag_ != "NN" or found.modifiers:
        return None
    near = found.named_before(_WINDOW)
    fitting = [entity for entity in near if is_of_type(entity, found.noun, found.context.called(entity))]
    if found.noun == "state":
        fitting = [entity for entity in near if entity.kind is EntityKind.PLACE and is_state(entity.name)]
    elif found.noun in _COUNTRY_NOUNS:
        fitting = fitting or [entity for entity in near if entity.kind is EntityKind.COUNTRY]
    elif found.noun in _CITY_NOUNS:
        fitting = fitting or [e for e in near if e.kind is EntityKind.PLACE and is_city(e.name)]
    elif found.noun in _REGION_NOUNS:
        fitting = [e for e in near if e.kind is EntityKind.PLACE and (e in fitting or is_region(e.name))]
        titled = [entity for entity in places_in(found.sentence.heading, found.article) if entity in fitting]
        fitting = titled if len(titled) == 1 else fitting
    rivals = [entity for entity in near if entity not in fitting and may_be_called(entity, found.noun)]
    if len(fitting) == 1 and not rivals:
        return _spoken(fitting[0])
    return Abstention(found.text, "more than one name of that type stands near") if fitting else None


def _fuller(found: _Description) -> Wording | Abstention | None:
    """Resolve "the deal" by the one fuller description of a deal that came before."""
    if found.modifiers or found.noun in ALONE:
        return None
    fuller: dict[str, tuple[Sentence, Token]] = {}
    for sentence, token in _same_heads(found):
        words = [each.lower_ for each in noun_tokens(token) if each.tag_ not in ("DT", "PRP$")]
        if len(words) > 1:
            fuller.setdefault(" ".join(words), (sentence, token))
    if not fuller:
        return None
    if len(fuller) > 1:
        return Abstention(found.text, "more than one fuller description came before it")
    sentence, token = next(iter(fuller.values()))
    if found.head.tag_ == "NNS" and sentence.number < found.sentence.number - 1:
        return Abstention(found.text, "the fuller description is too far away")
    phrase = at_head(found.phrases.get(sentence.number, []), token)
    if phrase is None or phrase.members:
        return Abstention(found.text, "its fuller description cannot be told apart")
    return phrase_wording(found.article, phrase)


_RULES: tuple[Callable[[_Description], Wording | Abstention | None], ...] = (_office, _pair, _bearer, _typed, _fuller)


def _same_heads(found: _Description) -> Iterator[tuple[Sentence, Token]]:
    for sentence, token in found.context.heads.get((found.noun, found.head.tag_), ())[:_OFTEN]:
        if sentence.number < found.sentence.number or token.i < found.determiner.i:
            yield sentence, token


def _was_said(found: _Description) -> bool:
    return any(True for _ in _same_heads(found))


def _says_more_behind(head: Token) -> bool:
    """Say whether something behind the head tells which one is meant; what a comma sets off does not."""
    return any(
        child.i > head.i
        and child.dep_ in ("relcl", "acl", "prep")
        and not any(token.text == "," for token in head.doc[head.i + 1 : child.left_edge.i + 1])
        and (child.dep_ != "prep" or child.i == head.i + 1 or child.head is not head)
        for child in (*head.children, *(grand for c in head.children if c.dep_ == "conj" for grand in c.children))
    )


def _anchored(found: _Description) -> Reference | None:
    """Turn "this summit in Astana" into "the summit in Astana"; other pointing phrases abstain."""
    if not found.points:
        return None
    anchored = any(
        child.dep_ == "prep"
        and child.lower_ in ("in", "at", "on", "of")
        and any(t.pos_ == "PROPN" for t in child.subtree)
        for child in found.head.children
    )
    word = found.determiner
    meaning: Wording | Abstention = Abstention(found.text, "what it points at is not named by a phrase that fits")
    if anchored and found.head.tag_ == "NN":
        meaning = Wording("the", None, ((word.text, "the"),))
    return Reference(found.sentence.paragraph, word.i, word.i + 1, word.i, "description", meaning)


def _counterpart(article: Article, sentence: Sentence, head: Token) -> Reference | None:
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


def _spoken(entity: Entity) -> Wording:
    name = entity.short if entity.short and entity.kind is not EntityKind.PERSON else entity.name
    definite = entity.definite or (entity.kind in (EntityKind.ORGANISATION, EntityKind.OTHER) and " " in entity.name)
    return Wording(f"the {name}" if definite else name, entity)
