"""From tokens to a phrase a card may say, or a reason why it may not."""

import re

from spacy.tokens import Token

from quizapp.cards import gazetteer
from quizapp.generate import lexicon, syntax
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Sentence
from quizapp.generate.fact import Phrase, Sort
from quizapp.generate.wording import wording

_ENTITY_SORT = {
    EntityKind.PERSON: Sort.PERSON,
    EntityKind.COUNTRY: Sort.COUNTRY,
    EntityKind.PLACE: Sort.PLACE,
    EntityKind.ORGANISATION: Sort.ORGANISATION,
    EntityKind.NATIONALITY: Sort.PERSON,
    EntityKind.EVENT: Sort.THING,
    EntityKind.DATE: Sort.DATE,
    EntityKind.OTHER: Sort.THING,
    EntityKind.NUMBER: Sort.COUNT,
}
_YEAR = re.compile(r"\b(1[0-9]|20)\d\d\b")
_DATE = re.compile(rf"\b({'|'.join(lexicon.MONTHS)})\b")
_SINGLE_OUT = frozenset({"first", "second", "third", "last", "only", "same", "next", "main", "former"}) - {"same", "next", "former"}
_BINDING = frozenset({"of", "between", "against", "for", "in", "at", "on", "from", "to", "with", "into", "over", "about"})
_NATIONAL = frozenset(
    "government army military parliament capital economy media press invasion embassy border people language population"
    " market constitution police navy police currency revolution coast".split()
)
"""What a country has one of: "the Russian media"."""
_PRONOUN_TAGS = frozenset({"PRP", "PRP$", "WP", "WDT", "WP$", "EX"})


def phrase(article: Article, sentence: Sentence, head: Token, known: tuple[Entity, ...] = ()) -> Phrase | Abstention:
    """Return the noun phrase under ``head`` worded for a card, whoever is ``known`` being named on it already."""
    return phrase_of(article, sentence, head, syntax.phrase_tokens(head), known)


def phrase_of(
    article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...], known: tuple[Entity, ...] = ()
) -> Phrase | Abstention:
    """Return ``tokens``, whose head is ``head``, worded for a card; an abstention says what stands in the way."""
    tokens = _without_loose_times(article, sentence, head, tokens)
    if not tokens:
        return Abstention(head.text, "nothing is left of the phrase")
    if _cuts_a_word(tokens):
        return Abstention(head.text, "a word with a hyphen is cut")
    if _joins_unlike(article, sentence, head, tokens):
        return Abstention(head.text, "what is joined is not alike")
    worded = wording(article, sentence, tokens, known=known)
    if isinstance(worded, Abstention):
        return worded
    text = tidy(worded.text)
    if tokens[0].is_sent_start and not _stays_capital(article, sentence, tokens[0]) and text.startswith(tokens[0].text):
        text = text[0].lower() + text[1:]
    if loose := pointing_back(article, sentence, tokens):
        return Abstention(text, f"{loose!r} points back to something the phrase does not name")
    if not syntax.quotes_balanced(text):
        return Abstention(text, "a quotation is cut")
    entity = worded.entity or article.entity_at(sentence, head)
    names = _names_in(article, text) if (sentence.paragraph, head.i) in article.references else []
    if len(names) > 1 and len({one.kind for one in names}) == 1:
        return Phrase(text, _ENTITY_SORT[names[0].kind], tokens, head, plural=True, members=len(names), substitutions=worded.substitutions)
    joined = syntax.conjuncts(head) if head.pos_ in {"NOUN", "PROPN", "NUM", "PRON"} else (head,)
    joined = tuple(one for one in joined if one in tokens)
    return Phrase(
        text=text,
        sort=sort_of(article, sentence, head, entity, tokens),
        tokens=tokens,
        head=head,
        plural=is_plural(head, text, joined, worded.entity if head.pos_ == "PROPN" else None),
        members=len(joined),
        entity=entity,
        substitutions=worded.substitutions,
    )


def _in_dictionary(word: str) -> bool:
    from lemminflect import getAllLemmas  # noqa: PLC0415 - its first call costs 0.2 s, few articles need it

    return "NOUN" in getAllLemmas(word)


def _names_in(article: Article, text: str) -> list[Entity]:
    """Return the entities that a text joins: "Charlie Craig and David Mullins" and nothing else."""
    parts = re.split(r", (?:and )?| and ", text)
    found = [next((one for one in article.entities if part in {one.name, one.spoken, one.short}), None) for part in parts]
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


def _joins_unlike(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> bool:
    """Say whether a thing is joined to a country or a person: "an industry and Laos" is a parse gone wrong."""
    joined = [one for one in syntax.conjuncts(head) if one in tokens] if head.pos_ in {"NOUN", "PROPN"} else []
    named = [one for one in joined if one.pos_ == "PROPN" and (entity := article.entity_at(sentence, one)) and entity.kind in {EntityKind.COUNTRY, EntityKind.PERSON}]
    return bool(named) and any(one.tag_ == "NN" and not _names_person(one) for one in joined)


def _without_loose_times(article: Article, sentence: Sentence, head: Token, tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out "on Thursday" and its like where no date of the article says which: the rest stands without it."""
    loose: set[int] = set()
    for token in tokens:
        reference = article.references.get((sentence.paragraph, token.i))
        if reference is None or reference.kind != "date" or not isinstance(reference.meaning, Abstention):
            continue
        inside = set(range(reference.start, reference.end))
        if head.i in inside:
            return tokens
        top = next(one for one in tokens if one.i in inside and one.head.i not in inside) if inside else token
        if top.dep_ == "pobj" and top.head.dep_ == "prep":
            inside |= {one.i for one in top.head.subtree}
        elif top.dep_ != "npadvmod":
            continue
        loose |= inside
    return syntax.tidied(token for token in tokens if token.i not in loose) if loose else tokens


def _stays_capital(article: Article, sentence: Sentence, token: Token) -> bool:
    """Say whether a word at the start of a sentence has its capital for its own sake."""
    if gazetteer.number_of_word(token.text.lower()) is not None:
        return False
    if token.tag_ == "NN":
        return any(token.text in entity.name.split() for entity in article.entities) or not _in_dictionary(token.text.lower())
    if token.pos_ == "PROPN" or token.ent_type_ in {"NORP", "GPE", "PERSON", "ORG", "LOC", "FAC"} or token.text.isupper():
        return True
    if token.text in {"Western", "Eastern", "Northern", "Southern", "Central"} or gazetteer.kind_of(token.text) is not None:
        return True
    return article.entity_at(sentence, token) is not None or bool(token.text[1:2].isupper())


def pointing_back(article: Article, sentence: Sentence, tokens: tuple[Token, ...]) -> str:
    """Return a definite noun of the phrase that only a reader of the article can place: "the bill"; else empty.

    "the bill" needs something that says which: a name, a year, a number in order, a superlative, "of
    …", a clause. What there is only one of ("the world"), and what a reference was put for, needs none.
    """
    inside = set(tokens)
    quoted = any(token.text == syntax.QUOTE for token in tokens)
    for token in tokens:
        if token.lemma_.lower() == "counterpart" and (sentence.paragraph, token.i) not in article.references:
            return token.text
        if token.dep_ != "det" or token.lower_ not in {"the", "this", "these", "that", "those", "such", "both"}:
            continue
        noun = token.head
        if noun not in inside or noun.pos_ not in {"NOUN", "NUM", "ADJ"} or (quoted and syntax.in_quotation(noun)):
            continue
        if noun.lemma_ in {"nation", "country"} and noun.dep_ == "poss" and _speaks_of_a_country(article, sentence):
            continue
        if (sentence.paragraph, token.i) in article.references or (sentence.paragraph, noun.i) in article.references:
            continue
        if token.lower_ in {"the", "both"} and (noun.lemma_.lower() in lexicon.UNIQUE_THINGS or says_which(article, sentence, noun, inside)):
            continue
        return f"{token.lower_} {noun.text}"
    return ""


def _speaks_of_a_country(article: Article, sentence: Sentence) -> bool:
    return any(one.kind is EntityKind.COUNTRY and any(m.sentence == sentence.number for m in one.mentions) for one in article.entities) or any(
        token.text in {"U.S.", "US"} for token in sentence.span
    )


def has_name(article: Article, sentence: Sentence, phrase: Phrase) -> bool:
    """Say whether a phrase is a name or holds one: "the bridge of Mostar"."""
    return phrase.entity is not None or any(article.entity_at(sentence, token) is not None for token in phrase.tokens)


def says_which(article: Article, sentence: Sentence, noun: Token, inside: set[Token]) -> bool:
    """Say whether something in the phrase tells which ``noun`` is meant."""
    for child in noun.children:
        if child not in inside:
            continue
        if child.tag_ in {"JJS", "RBS"} or child.lower_ in _SINGLE_OUT or child.text == syntax.QUOTE:
            return True
        if child.dep_ in {"relcl", "acl"} or (child.dep_ == "prep" and child.lower_ in _BINDING):
            return True
        if child.dep_ in {"compound", "amod", "nmod", "nummod", "poss", "appos"} and _names_something(article, sentence, child, noun):
            return True
    return False


def _names_something(article: Article, sentence: Sentence, modifier: Token, noun: Token) -> bool:
    if modifier.dep_ == "poss" or _YEAR.fullmatch(modifier.text):
        return True
    entity = article.entity_at(sentence, modifier)
    if entity is not None and entity.kind is EntityKind.NATIONALITY:
        return noun.lemma_.lower() in lexicon.OFFICES | _NATIONAL or noun.tag_ == "NNS"
    return modifier.pos_ == "PROPN" or any(_names_something(article, sentence, child, noun) for child in modifier.children)


def tidy(text: str) -> str:
    """Return ``text`` on one line, spaces before punctuation gone."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"\s+([,.;:!?%])", r"\1", text)
    return re.sub(r"^(The|A|An|This|These|Those|Some|Many|Most|Several|Its|His|Her|Their|Two|Three|Four|Five|About|Around|Nearly|Almost|More|At|Over|Up|Another|Both)\b",
                  lambda match: match[0].lower(), text)  # fmt: skip


def sort_of(article: Article, sentence: Sentence, head: Token, entity: Entity | None, tokens: tuple[Token, ...]) -> Sort:
    """Say what kind of thing a phrase names, from its entity, its number or its head noun."""
    numeral = number_token(head)
    if head.lower_ in {"%", "percent", "per"} or any(token.lower_ in {"%", "percent"} and token.head is head for token in tokens):
        return Sort.SHARE
    if numeral is not None and (head.lemma_.lower() in lexicon.CURRENCIES or any(token.tag_ == "$" for token in tokens)):
        return Sort.MONEY
    if head.lower_ == "%":
        return Sort.SHARE
    if numeral is not None and head.lemma_.lower() in lexicon.DURATION_NOUNS:
        return Sort.DURATION
    if numeral is not None and numeral is not head and not is_date(head, tokens):
        return Sort.COUNT
    if is_date(head, tokens):
        return Sort.DATE
    joined = [article.entity_at(sentence, one) for one in syntax.conjuncts(head) if one in tokens]
    if len(joined) > 1:
        kinds = {one.kind if one is not None else None for one in joined}
        if len(kinds) > 1 or None in kinds:
            return Sort.PERSON if all(_names_person(one) for one in syntax.conjuncts(head)) else Sort.THING
    if entity is not None and (head.pos_ == "PROPN" or head.tag_ in _PRONOUN_TAGS or head.ent_type_):
        return _ENTITY_SORT[entity.kind]
    if _names_person(head):
        return Sort.PERSON
    if entity is not None:
        return _ENTITY_SORT[entity.kind]
    if head.lemma_.lower() in lexicon.PLACE_NOUNS and head.pos_ == "NOUN":
        return Sort.PLACE
    return Sort.THING


def _names_person(head: Token) -> bool:
    lemma = head.lemma_.lower()
    if lemma in {"group", "team", "couple", "majority", "crowd", "pair", "number", "dozen", "hundred", "thousand", "million", "gang", "band", "generation"}:
        inner = [noun for child in head.children if child.lower_ == "of" for noun in child.children if noun.dep_ == "pobj"]
        return bool(inner) and _names_person(inner[0])
    return head.pos_ == "NOUN" and lexicon.names_person(lemma) and lemma not in lexicon.PERSON_AMBIGUOUS


def number_token(head: Token) -> Token | None:
    """Return the numeral that counts ``head``, or ``head`` itself when it is one."""
    for child in head.children:
        if child.dep_ == "nummod" and child.pos_ == "NUM" and child.i < head.i and not _YEAR.fullmatch(child.text):
            return child
    return head if head.pos_ == "NUM" and not _YEAR.fullmatch(head.text) else None


def is_date(head: Token, tokens: tuple[Token, ...]) -> bool:
    """Say whether a phrase names a point in time."""
    if _YEAR.fullmatch(head.text) and head.pos_ == "NUM":
        return True
    if head.ent_type_ == "DATE" and head.lemma_.lower() in lexicon.TIME_NOUNS:
        return True
    return head.pos_ == "PROPN" and head.text in lexicon.MONTHS and len(tokens) <= 4  # noqa: PLR2004 - "4 July 2024" and its like


def names_a_date(text: str) -> bool:
    """Say whether ``text`` holds a year or a month: a date that stands by itself."""
    return bool(_YEAR.search(text) or _DATE.search(text))


def is_plural(head: Token, text: str, joined: tuple[Token, ...], entity: Entity | None = None) -> bool:
    """Say whether a phrase takes a plural verb."""
    if len(joined) <= 1 and entity is not None and entity.kind is not EntityKind.NATIONALITY:
        return entity.plural
    if len(joined) > 1 and not syntax.is_alternative(head):
        return True
    if head.tag_ in _PRONOUN_TAGS:
        return " and " in text or head.lower_ in {"they", "them", "their", "we", "us", "these", "those"}
    return head.tag_ in {"NNS", "NNPS"} and not text.startswith(("the United States", "the United Nations", "the Philippines"))
