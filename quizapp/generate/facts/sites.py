"""Where something with a name stands: "the International Maritime Museum in Hamburg".

Rule ``site``: the name is that of a house or an institution, its place has a name too, and nothing but
"in" (or "in the port city of") stands between them; or a town is said to be "a town in …".
Rule ``inhabitants``: "Amatrice, a town of about 2,700".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import phrases, sorts, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort

_SITES = frozenset(
    """
    academy airport aquarium archive arena basilica bridge cakeshop castle cathedral cemetery center centre church
    clinic college conservatory factory gallery garden gardens hall hospital institute institution laboratory
    lab library mosque monastery monument museum observatory opera palace park prison reactor refinery school
    shipyard shrine stadium studio studios synagogue temple theater theatre tower university zoo
    """.split()
)
"""What stands in one place and has a name; hotels and restaurants have names that many others have."""
_FEWEST = 2
"""Words of a name: "the Museum" may be any."""
_SMALL = frozenset({"the", "of", "for", "and", "&", "'s", "de", "la", "del", "di"})
_TOWNS = frozenset(
    {"town", "city", "village", "hamlet", "suburb", "port", "resort", "district", "island", "municipality"}
)
_PEOPLE = ("people", "inhabitants", "residents")
_WITHIN = frozenset({"city", "town", "village", "capital", "suburb", "district", "state", "province", "county"})


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every house or institution that is named with its place."""
    for preposition in sentence.span:
        if preposition.lower_ == "in" and preposition.dep_ == "prep" and preposition.i > sentence.span.start:
            head = _head_of_name(preposition.nbor(-1))
            if {head.lower_, head.left_edge.lower_} & _SITES and head.pos_ == "PROPN":
                found = _site(article, sentence, head, preposition)
                if found is not None:
                    yield found
    for noun in sentence.span:
        if noun.dep_ == "appos" and noun.lemma_.lower() in _TOWNS and syntax.is_aside(noun):
            yield from _town(article, sentence, noun)


def _town(article: Article, sentence: Sentence, noun: Token) -> Iterator[Fact | Silence]:
    """As in "Amatrice, a town of about 2,700 in the province of Rieti": where it is, and how many live there."""
    entity = article.entity_at(sentence, noun.head)
    town = phrases.phrase(article, sentence, noun.head)
    indefinite = any(child.lower_ in {"a", "an"} for child in noun.lefts)
    if entity is None or isinstance(town, Abstention) or town.members > 1 or not indefinite:
        return
    if entity.kind is EntityKind.PERSON or syntax.in_quotation(noun) or town.text not in {entity.name, entity.spoken}:
        return
    for preposition in noun.rights:
        inner = next((child for child in preposition.children if child.dep_ == "pobj"), None)
        if inner is not None and preposition.lower_ == "in":
            where = phrases.phrase(article, sentence, inner)
            name = _name_of(inner)
            if isinstance(where, Phrase) and name is not None and article.entity_at(sentence, name) is not None:
                yield _stands(sentence, town, preposition, where)
        elif inner is not None and preposition.lower_ == "of":
            number = sorts.number_token(inner)
            clauses = {one for child in inner.children if child.dep_ in {"relcl", "acl"} for one in child.subtree}
            bare = syntax.tidied(one for one in syntax.phrase_tokens(inner) if one not in clauses)
            counted = phrases.phrase_of(article, sentence, inner, bare)
            if number is not None and isinstance(counted, Phrase) and inner.lemma_.lower() in {number.lower_, *_PEOPLE}:
                yield _inhabited(sentence, town, preposition, counted)


def _inhabited(sentence: Sentence, town: Phrase, of: Token, counted: Phrase) -> Fact:
    people = counted.text if counted.text.endswith(_PEOPLE) else f"{counted.text} people"
    said = Phrase(
        people, Sort.COUNT, counted.tokens, counted.head, plural=True, substitutions=((of.text, "live people"),)
    )
    place = Argument(Slot.FIXED, replace(town, text=f"in {town.text}"))
    return Fact("inhabitants", sentence, said, Predicate(of, "live", "live"), (place,), risk=0.1)


def _head_of_name(last: Token) -> Token:
    """Return "Museum" for the last word of "Museum of Modern Art"."""
    head = last
    while head.pos_ == "PROPN" and (
        (head.dep_ == "compound" and head.head.i < last.i + 1)
        or (head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.pos_ == "PROPN")
    ):
        head = head.head if head.dep_ == "compound" else head.head.head
    return head


def _site(article: Article, sentence: Sentence, head: Token, preposition: Token) -> Fact | Silence | None:
    noun = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    name = _name_of(noun) if noun is not None else None
    place = article.entity_at(sentence, name) if name is not None else None
    tokens = tuple(sentence.span.doc[head.left_edge.i : preposition.i])
    if name is None or place is None or place.kind not in {EntityKind.PLACE, EntityKind.COUNTRY}:
        return None
    if len(tokens) < _FEWEST or not all(token.text[:1].isupper() or token.lower_ in _SMALL for token in tokens):
        return None
    subject = phrases.phrase_of(article, sentence, head, tokens)
    where = phrases.phrase(article, sentence, name)
    for one in (subject, where):
        if isinstance(one, Abstention):
            return Silence(sentence, "site", one.reason, one.text)
    if not isinstance(subject, Phrase) or not isinstance(where, Phrase):
        return None
    if syntax.in_quotation(preposition) or len(syntax.conjuncts(name)) > 1 or place.name in subject.text:
        return Silence(sentence, "site", "it stands in a quotation or in a list", subject.text)
    return _stands(sentence, subject, preposition, where)


def _stands(sentence: Sentence, site: Phrase, preposition: Token, where: Phrase) -> Fact:
    located = Predicate(preposition, "locate", "located", ("is",), passive=True)
    return Fact("site", sentence, site, located, (Argument(Slot.PLACE, where, "in", optional=True),), risk=0.1)


def _name_of(noun: Token) -> Token | None:
    """Return the name in "Hamburg" or "the port city of Hamburg"."""
    if noun.pos_ == "PROPN":
        return noun
    if noun.lemma_.lower() not in _WITHIN:
        return None
    names = [one for of in noun.children if of.lower_ == "of" for one in of.children if one.dep_ == "pobj"]
    return names[0] if names and names[0].pos_ == "PROPN" else None
