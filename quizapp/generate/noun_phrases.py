"""Noun phrases as antecedents: what they stand for, their number, animacy and gender."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.generate.article import Article, Entity, EntityKind, Sentence
from quizapp.generate.roles import is_person_noun
from quizapp.generate.vocabulary import FEMALE_TITLES, MALE_TITLES

_PEOPLE = frozenset(
    "people men women children police troops staff republicans democrats lawmakers parents couples researchers"
    " scientists"
    " cavers employees senators officials".split()
)
_INANIMATE = (
    EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.ORGANISATION, EntityKind.EVENT,
)  # fmt: skip
_NO_ANTECEDENT = frozenset({EntityKind.DATE, EntityKind.NUMBER})

_TIMES = frozenset(
    "second minute hour day week weekend month year decade century time morning evening night moment end beginning"
    " spring"
    " summer autumn winter monday tuesday wednesday thursday friday saturday sunday percent %".split()
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Something a pronoun may refer to."""

    sentence: Sentence
    head: Token
    entity: Entity | None
    plural: bool
    animate: bool | None
    """None when the article does not tell."""
    gender: str = ""
    members: tuple["NounPhrase", ...] = ()
    """Of a coordination: "Putin and Xi"."""
    stands_for: "NounPhrase | None" = None
    """What a resolved pronoun stands for."""

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for two phrases that surely mean the same."""
        if self.stands_for:
            return self.stands_for.key
        if self.members:
            return ("and", *(member.key for member in self.members))
        if self.entity:
            return ("entity", self.entity.number)
        return ("phrase", self.sentence.paragraph, self.head.i)

    @property
    def meant(self) -> "NounPhrase":
        """The phrase that has the words: itself, or what it stands for."""
        return self.stands_for.meant if self.stands_for else self

    @property
    def end(self) -> int:
        """Index of its last head."""
        return self.members[-1].head.i if self.members else self.head.i

    def agrees(self, plural: bool, animate: bool | None, gender: str) -> bool:
        """Say whether a pronoun of this number, animacy and gender may mean it."""
        if self.plural != plural:
            return False
        if plural:
            return True
        if animate is not None and self.animate is not None and animate != self.animate:
            return False
        return not (gender and self.gender and gender != self.gender)


def noun_phrases(article: Article, sentence: Sentence) -> list[NounPhrase]:
    """Return the phrases of a sentence that a pronoun may mean, in the order of their heads."""
    singles = {token.i: phrase for token in sentence.span if (phrase := _single(article, sentence, token))}
    found = list(singles.values())
    found.extend(_coordinations(sentence, singles))
    return sorted(found, key=lambda phrase: (phrase.end, len(phrase.members)))


def at_head(phrases: list[NounPhrase], token: Token) -> NounPhrase | None:
    """Return the phrase with this head: the widest one, so that "Putin and Xi" comes before "Putin"."""
    found = [phrase for phrase in phrases if phrase.head.i == token.i]
    return max(found, key=lambda phrase: len(phrase.members), default=None)


def only_says_what_somebody_is(phrase: NounPhrase) -> bool:
    """Say whether a noun is no one else than the subject: "Holm is a lawyer", "won a term as president"."""
    token = phrase.head
    if phrase.stands_for or not (token.tag_ == "NN" and is_person_noun(token)):
        return False
    bare = not any(child.dep_ in ("det", "poss") for child in token.children)
    return (token.dep_ == "attr" and token.head.lemma_ in ("be", "become", "remain")) or (
        token.dep_ == "pobj" and token.head.lower_ == "as" and bare
    )


def standing_for(phrase: NounPhrase, pronoun: Token, sentence: Sentence) -> NounPhrase:
    """Return a phrase for a resolved pronoun."""
    return replace(phrase, sentence=sentence, head=pronoun, stands_for=phrase, members=())


def conjuncts(token: Token) -> list[Token]:
    """Return the heads that are joined to ``token`` by "and", itself first; alone if there are none."""
    found = [token]
    current = token
    joined = False
    while True:
        following = next((child for child in current.children if child.dep_ == "conj" and child.i > current.i), None)
        joined = joined or any(child.lower_ in ("and", "&") for child in current.children if child.dep_ == "cc")
        if following is None:
            break
        found.append(following)
        current = following
    return found if joined else [token]


def _single(article: Article, sentence: Sentence, token: Token) -> NounPhrase | None:
    # A name may be tagged as any other word where a sentence starts with it.
    named = article.entity_at(sentence, token)
    bears = named is not None and named.kind is EntityKind.PERSON
    if (token.pos_ not in ("NOUN", "PROPN") and not bears) or token.lemma_.lower() in _TIMES:
        return None
    if (
        token.dep_ == "appos"
        and len(conjuncts(token)) == 1
        and _is_person(article, sentence, token)
        and _is_person(article, sentence, token.head)
    ):
        return None
    beside = _named_beside(article, sentence, token)
    entity = beside or article.entity_at(sentence, token)
    if entity and not beside and (entity.kind in _NO_ANTECEDENT or not _is_mention_head(entity, sentence, token)):
        return None
    if not entity and (
        token.dep_ in ("compound", "nmod", "npadvmod") or (token.pos_ == "PROPN" and token.dep_ == "amod")
    ):
        return None
    if entity and token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
        return None
    return NounPhrase(
        sentence,
        token,
        entity,
        plural=_is_plural(token, entity),
        animate=_is_animate(token, entity),
        gender=_gender(token, entity),
    )


def _is_person(article: Article, sentence: Sentence, token: Token) -> bool:
    entity = article.entity_at(sentence, token)
    if entity and token.tag_ == "NNP" and entity.kind is EntityKind.NATIONALITY:
        return True
    return entity.kind is EntityKind.PERSON if entity else token.pos_ == "NOUN" and is_person_noun(token)


def _named_beside(article: Article, sentence: Sentence, token: Token) -> Entity | None:
    """Return whose name stands beside a noun: "the Kremlin spokesman, Dmitri Peskov", "the Minister, Ada Holm"."""
    named = article.entity_at(sentence, token)
    if token.tag_ not in {"NN", "NNP"} or not is_person_noun(token) or (named and named.kind is EntityKind.PERSON):
        return None
    for child in token.children:
        entity = article.entity_at(sentence, child) if child.dep_ == "appos" else None
        if entity and entity.kind is EntityKind.PERSON:
            return entity
    return None


def _is_mention_head(entity: Entity, sentence: Sentence, token: Token) -> bool:
    if token.pos_ == "NOUN" and entity.kind is EntityKind.PERSON:
        return True
    return any(
        mention.sentence == sentence.number
        and mention.start <= token.i < mention.end
        and sentence.span.doc[mention.start : mention.end].root.i == token.i
        for mention in entity.mentions
    )


def _is_plural(token: Token, entity: Entity | None) -> bool:
    if entity and entity.kind is not EntityKind.NATIONALITY and not entity.plural:
        return False
    return token.tag_ in ("NNS", "NNPS") or token.lower_ in _PEOPLE


def _is_animate(token: Token, entity: Entity | None) -> bool | None:
    if entity:
        if entity.kind is EntityKind.PERSON:
            return True
        if entity.kind in _INANIMATE:
            return False
        if entity.kind is EntityKind.NATIONALITY:
            return True
        return False if entity.definite or " " in entity.name else None
    return is_person_noun(token) or token.lower_ in _PEOPLE


def _gender(token: Token, entity: Entity | None) -> str:
    if entity:
        return entity.gender
    if token.lemma_.lower() in MALE_TITLES or token.lemma_.lower() in ("man", "boy"):
        return "m"
    return "f" if token.lemma_.lower() in FEMALE_TITLES or token.lemma_.lower() in ("woman", "girl") else ""


def _coordinations(sentence: Sentence, singles: dict[int, NounPhrase]) -> Iterator[NounPhrase]:
    for phrase in singles.values():
        if phrase.head.dep_ == "conj" and phrase.head.head.i in singles:
            continue
        heads = conjuncts(phrase.head)
        members = tuple(singles[head.i] for head in heads if head.i in singles)
        if len(heads) > 1 and len(members) == len(heads):
            animates = {member.animate for member in members}
            yield NounPhrase(
                sentence,
                phrase.head,
                None,
                plural=True,
                animate=animates.pop() if len(animates) == 1 else None,
                members=members,
            )
