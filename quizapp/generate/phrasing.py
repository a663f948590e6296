"""The words of an antecedent: short, definite and self-contained, so that they can stand for a pronoun."""

import re

from spacy.tokens import Token

from quizapp.generate.article import Abstention, Article, EntityKind, Mention, Wording
from quizapp.generate.noun_phrases import NounPhrase
from quizapp.generate.vocabulary import ALONE
from quizapp.generate.wording import wording

LONGEST = 9
"""Words; a longer antecedent makes no card that reads well."""

_VAGUE = frozenset(
    "others ones some several many most few any no every each another all both such one other various certain"
    " numerous much more".split()
)


def phrase_wording(article: Article, phrase: NounPhrase, brief: bool = False) -> Wording | Abstention:
    """Return the words that can stand where a pronoun for ``phrase`` stood.

    With ``brief`` a bare "the war" will do: its clause goes on to say which one.
    """
    if phrase.members:
        return _joined(article, phrase)
    if phrase.entity:
        mention = _mention(phrase)
        name = _spoken(phrase, mention)
        if phrase.entity.kind is EntityKind.PERSON:
            return Wording(name, phrase.entity)
        if not _is_modified(phrase, mention):
            return Wording(name, phrase.entity)
    tokens = noun_tokens(phrase.head)
    if phrase.head.i + 1 < len(phrase.head.doc) and phrase.head.nbor(1).text == "-" and not phrase.head.whitespace_:
        return Abstention(phrase.head.text, "a word with a hyphen is torn")
    if any(token.pos_ == "NUM" for token in tokens[:3]):
        return Abstention(phrase.head.text, "the antecedent is counted")
    return definite_wording(article, phrase, tokens, brief=brief)


def noun_tokens(head: Token) -> list[Token]:
    """Return a noun with what stands before it and its "of" phrase; clauses and asides are left out."""
    found = [head]
    for child in head.children:
        hyphen = child.text == "-" and child.i < head.i
        if child.i < head.i and (hyphen or child.dep_ not in ("punct", "cc", "preconj", "appos", "relcl")):
            found.extend(token for token in child.subtree)
        elif (child.dep_ == "prep" and child.lower_ == "of") or (child.dep_ == "prep" and _names_a_place(child)):
            found.extend(child.subtree)
    return sorted(found, key=lambda token: token.i)


def _names_a_place(preposition: Token) -> bool:
    return preposition.lower_ in ("in", "on", "for") and any(
        child.dep_ == "pobj" and child.pos_ == "PROPN" for child in preposition.children
    )


def _mention(phrase: NounPhrase) -> Mention | None:
    return next(
        (
            mention
            for mention in (phrase.entity.mentions if phrase.entity else ())
            if mention.sentence == phrase.sentence.number and mention.start <= phrase.head.i < mention.end
        ),
        None,
    )


def _spoken(phrase: NounPhrase, mention: Mention | None) -> str:
    entity = phrase.entity
    if entity is None:
        return phrase.head.text
    if entity.kind is EntityKind.PERSON or mention is None:
        return entity.spoken
    # An acronym that the article uses is how a card should go on calling it.
    name = entity.short if mention.text == entity.short else entity.name
    return f"the {name}" if entity.definite else name


def _is_modified(phrase: NounPhrase, mention: Mention | None) -> bool:
    """Say whether a name is only a part of the phrase: "Bolivia's Indians", "many Republicans"."""
    if phrase.entity is None or mention is None:
        return True
    return phrase.entity.kind is EntityKind.NATIONALITY


def _joined(article: Article, phrase: NounPhrase) -> Wording | Abstention:
    texts: list[str] = []
    for member in phrase.members:
        found = phrase_wording(article, member)
        if isinstance(found, Abstention):
            return found
        texts.append(found.text)
    text = f"{', '.join(texts[:-1])} and {texts[-1]}"
    members = tuple(member.entity for member in phrase.members if member.entity)
    return _short_enough(Wording(text, members=members if len(members) == len(phrase.members) else ()))


def definite_wording(
    article: Article,
    phrase: NounPhrase,
    tokens: list[Token],
    *,
    brief: bool = False,
    longest: int = LONGEST,
) -> Wording | Abstention:
    """Return ``tokens`` of a phrase as something known by now: "a deal" is "the deal"."""
    first = tokens[0]
    if any(token.lower_ in _VAGUE for token in tokens[:3]):
        return Abstention(phrase.head.text, "the antecedent is not definite")
    if any(token.tag_ in ("JJR", "JJS", "RBR", "RBS") for token in tokens) or _is_misread(phrase.head):
        return Abstention(phrase.head.text, "the antecedent is a comparison, or its phrase is misread")
    if first.lower_ in ("this", "that", "these", "those"):
        return Abstention(phrase.head.text, "the antecedent points elsewhere itself")
    found = wording(article, phrase.sentence, tokens)
    if isinstance(found, Abstention):
        return found
    text = found.text
    for article_word in ("a ", "an ", "A ", "An ", "The "):
        if text.startswith(article_word):
            text = "the " + text[len(article_word) :]
            break
    else:
        if (
            text.startswith(first.text)
            and first.text[0].isupper()
            and first.pos_ != "PROPN"
            and not phrase.entity
            and first.tag_ != "JJ"
        ):
            text = text[0].lower() + text[1:]
    # "the bill" by itself says no more than the pronoun did.
    little = len(text.split()) <= 2 and text.startswith("the ") and phrase.head.lemma_.lower() not in ALONE
    if little and not brief and phrase.entity is None and found.entity is None:
        return Abstention(phrase.head.text, "the antecedent says too little by itself")
    return _short_enough(Wording(text, phrase.entity or found.entity, found.substitutions), longest)


def _is_misread(head: Token) -> bool:
    """Say whether two phrases seem to have been read as one: "the demands companies place"."""
    return any(child.dep_ == "compound" and child.tag_ == "NNS" and child.i < head.i for child in head.children)


def _short_enough(found: Wording, longest: int = LONGEST) -> Wording | Abstention:
    if re.search(r"(?:^|\s)-\w", found.text):
        return Abstention(found.text, "a word with a hyphen is torn")
    if len(found.text.split()) > longest:
        return Abstention(found.text, "the antecedent is too long to stand in its place")
    return found
