"""From tokens to a phrase a card may say, or a reason why it may not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import definite, sorts, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Known, Sentence
from quizapp.generate.fact import Phrase
from quizapp.generate.inflection import may_be
from quizapp.generate.vocabulary import OPENING_WORDS
from quizapp.generate.wording import wording

_STRESS = frozenset({"itself", "himself", "herself", "themselves"})
_FUNCTION_WORD = re.compile(
    r"^(?:The|A|An|This|These|Those|Some|Many|Most|Several|Its|His|Her|Their|Two|Three|Four|Five|About|Around|Nearly"
    r"|Almost|More|At|Over|Up|Another|Both)\b"
)
"""Words that have a capital only at the start of a sentence."""


def phrase(article: Article, sentence: Sentence, head: Token, known: tuple[Known, ...] = ()) -> Phrase | Abstention:
    """Return the noun phrase under ``head`` worded for a card, whoever is ``known`` being named on it already."""
    return phrase_of(article, sentence, head, syntax.phrase_tokens(head), known)


def phrase_of(
    article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...], known: tuple[Known, ...] = ()
) -> Phrase | Abstention:
    """Return ``tokens``, whose head is ``head``, worded for a card; an abstention says what stands in the way."""
    tokens = _with_letter(_without_colour(article, sentence, head, _without_stress(head, tokens)))
    tokens = _without_loose_times(article, sentence, head, tokens)
    for reason in _broken(article, sentence, head, tokens):
        return Abstention(head.text, reason)
    worded = wording(article, sentence, tokens, known=known)
    if isinstance(worded, Abstention):
        return worded
    text = re.sub(r'[,.]"$', '"', tidy(worded.text))
    opens = tokens[0].is_sent_start or (tokens[0].i > 0 and tokens[0].nbor(-1).text == syntax.QUOTE)
    if opens and not stays_capital(article, sentence, tokens[0]) and text.startswith(tokens[0].text):
        text = text[0].lower() + text[1:]
    if loose := definite.pointing_back(article, sentence, tokens):
        return Abstention(text, f"{loose!r} points back to something the phrase does not name")
    if not syntax.quotes_balanced(text):
        return Abstention(text, "a quotation is cut")
    entity = worded.entity or article.entity_at(sentence, head) or _named_beside(article, sentence, head, tokens)
    names = _names_in(article, text) if (sentence.paragraph, head.i) in article.references else []
    joined = syntax.conjuncts(head) if head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} else (head,)
    joined = tuple(one for one in joined if one in tokens)
    found = Phrase(
        text=text,
        sort=sorts.sort_of(article, sentence, head, entity, tokens),
        tokens=tokens,
        head=head,
        plural=sorts.is_plural(head, text, joined, worded.entity if head.pos_ == "PROPN" else None),
        members=len(joined),
        entity=entity,
        substitutions=worded.substitutions,
    )
    if len(names) > 1 and len({one.kind for one in names}) == 1:
        return replace(found, sort=sorts.ENTITY_SORT[names[0].kind], plural=True, members=len(names), entity=None)
    return found


def _with_letter(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Take in the letter of "e-bikes", which the parse may have hung elsewhere."""
    inside = {token.i for token in tokens}
    found = list(tokens)
    for token in tokens:
        hyphen = token.nbor(-1) if token.i > 1 else token
        if hyphen.text == "-" and not hyphen.whitespace_ and len(hyphen.nbor(-1)) == 1:
            found += [one for one in (hyphen.nbor(-1), hyphen) if one.i not in inside]
    return tokens if len(found) == len(tokens) else tuple(sorted(found, key=lambda token: token.i))


def _broken(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> Iterator[str]:
    """Yield what shows that the parse cut a phrase where it should not."""
    if not tokens:
        yield "nothing is left of the phrase"
    if _cuts_a_word(tokens):
        yield "a word with a hyphen is cut"
    if _loses_a_comma(tokens):
        yield "a comma is lost between its parts"
    if _loses_its_time(tokens):
        yield "a participle lost the time it names"
    if _joins_unlike(article, sentence, head, tokens):
        yield "what is joined is not alike"


def _named_beside(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> Entity | None:
    """Return who "the inventor Hugo Lenz" is: the name that follows its noun without a comma."""
    name = next((child for child in head.children if child.dep_ == "appos" and child in tokens), None)
    return article.entity_at(sentence, name) if name is not None else None


def _names_in(article: Article, text: str) -> list[Entity]:
    """Return the entities that a text joins: "Charlie Craig and David Mullins" and nothing else."""
    parts = re.split(r", (?:and )?| and ", text)
    found = [
        next((one for one in article.entities if part in {one.name, one.spoken, one.short}), None) for part in parts
    ]
    return [one for one in found if one is not None] if all(found) else []


def _cuts_a_word(tokens: tuple[Token, ...]) -> bool:
    inside = {token.i for token in tokens}
    for token in tokens:
        before = token.doc[token.i - 1] if token.i else None
        after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if after is not None and after.i not in inside and after.text == "-" and not token.whitespace_:
            return True
        if before is not None and before.i not in inside and before.text == "-" and not before.whitespace_:
            return True
    return False


def _loses_its_time(tokens: tuple[Token, ...]) -> bool:
    """Say whether "benefits beginning | March 5" is cut before the date."""
    last = tokens[-1] if tokens else None
    return last is not None and last.tag_ == "VBG" and any(child.dep_ == "npadvmod" for child in last.rights)


def _loses_a_comma(tokens: tuple[Token, ...]) -> bool:
    """Say whether an aside left the middle of a list, and with it the comma between two items."""
    return any(
        two.i - one.i > 1
        and one.nbor(1).text == ","
        and two.nbor(-1).text == ","
        and two.pos_ in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
        for one, two in pairwise(tokens)
    )


def _joins_unlike(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> bool:
    """Say whether a thing is joined to a country or a person: "an industry and Laos" is a parse gone wrong."""
    joined = [one for one in syntax.conjuncts(head) if one in tokens] if head.pos_ in {"NOUN", "PROPN"} else []
    named = [
        one
        for one in joined
        if one.pos_ == "PROPN"
        and (entity := article.entity_at(sentence, one))
        and entity.kind in {EntityKind.COUNTRY, EntityKind.PERSON}
    ]
    return bool(named) and any(one.tag_ == "NN" and not sorts.names_person(one) for one in joined)


def _without_stress(head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out "itself" after a name: it only stresses it."""
    return tuple(token for token in tokens if token == head or token.lower_ not in _STRESS)


def _without_colour(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what only paints a person who has a name: "an irritated Ada Holm" is "Ada Holm"."""
    entity = article.entity_at(sentence, head) if head.pos_ == "PROPN" else None
    if (
        entity is None
        or entity.kind is not EntityKind.PERSON
        or any(one.lower_ in {"the", "this"} for one in head.lefts)
    ):
        return tokens
    colour = [one for one in head.lefts if one.lower_ in {"a", "an"} or _paints(one)]
    gone = {token.i for one in colour for token in one.subtree}
    return tuple(token for token in tokens if token.i not in gone)


def _paints(modifier: Token) -> bool:
    """Say whether a modifier tells of a mood or a manner, and of no office."""
    return modifier.dep_ == "amod" and modifier.text.islower() and modifier.lower_ not in _OF_AN_OFFICE


_OF_AN_OFFICE = frozenset({"former", "late", "acting", "deputy", "then", "ex", "outgoing", "incoming", "vice", "first"})


def _without_loose_times(
    article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]
) -> tuple[Token, ...]:
    """Leave out "on Thursday" and its like where no date of the article says which: the rest stands without it."""
    loose: set[int] = set()
    for token in tokens:
        reference = article.references.get((sentence.paragraph, token.i))
        if reference is None or reference.kind != "date":
            continue
        inside = set(range(reference.start, reference.end))
        if head.i in inside:
            return tokens
        loose |= _loose_time(tokens, inside, known=not isinstance(reference.meaning, Abstention))
    return syntax.tidied(token for token in tokens if token.i not in loose) if loose else tokens


def _loose_time(tokens: tuple[Token, ...], inside: set[int], *, known: bool) -> set[int]:
    """Return the indices of a time that may go: with its preposition if it is not known, alone if it has none."""
    top = next((one for one in tokens if one.i in inside and one.head.i not in inside), None)
    if top is None:
        return set()
    if top.dep_ in {"npadvmod", "compound", "nmod"}:
        return inside
    if not known and top.dep_ == "pobj" and top.head.dep_ == "prep":
        return inside | {one.i for one in top.head.subtree}
    return set()


def stays_capital(article: Article, sentence: Sentence, token: Token) -> bool:
    """Say whether a word at the start of a sentence has its capital for its own sake."""
    if gazetteer.number_of_word(token.lower_) is not None or token.lower_ in OPENING_WORDS:
        return False
    if token.tag_ == "NN":
        return any(token.text in entity.name.split() for entity in article.entities) or not may_be(
            token.text.lower(), "NOUN"
        )
    if token.tag_ == "JJ" and not may_be(token.text.lower(), "ADJ"):
        return True
    if (
        token.pos_ == "PROPN"
        or token.ent_type_ in {"NORP", "GPE", "PERSON", "ORG", "LOC", "FAC"}
        or token.text.isupper()
    ):
        return True
    if (
        token.text in {"Western", "Eastern", "Northern", "Southern", "Central"}
        or gazetteer.kind_of(token.text) is not None
    ):
        return True
    entity = article.entity_at(sentence, token)
    named = entity is not None and entity.kind not in {EntityKind.NUMBER, EntityKind.DATE}
    return named or bool(token.text[1:2].isupper())


def tidy(text: str) -> str:
    """Return ``text`` on one line, spaces before punctuation gone."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:!?%])", r"\1", text)
    return _FUNCTION_WORD.sub(lambda match: match[0].lower(), text)
