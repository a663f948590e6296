"""What a relative pronoun goes back to: the noun beside it, unless another noun could be meant as well."""

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import EntityKind
from quizapp.generate.lexicon import EFFECT_VERBS, GROUP_NOUNS
from quizapp.generate.noun_phrases import NounPhrase, at_head
from quizapp.generate.vocabulary import ORGANISATION_WORDS

_NAMED = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.PLACE)


def relative_antecedent(token: Token, phrases: list[NounPhrase]) -> NounPhrase | str | None:
    """Return what ``token`` goes back to, why that cannot be told, or None if it is no relative pronoun."""
    clause = next((each for each in token.ancestors if each.dep_ == "relcl"), None)
    phrase = at_head(phrases, clause.head) if clause is not None else None
    if clause is not None and phrase is None and clause.head.dep_ == "appos":
        phrase = at_head(phrases, clause.head.head)
    if clause is None or phrase is None:
        return None
    number = _number(token)
    if phrase.members and phrase.members[-1].head.i > token.i:  # the list goes on behind the clause
        phrase = at_head([each for each in phrases if not each.members], clause.head) or phrase
    if phrase.members and number == "singular":
        phrase = at_head([each for each in phrases if not each.members], phrase.members[-1].head) or phrase
    elif number == "plural" and clause.head.dep_ == "conj":
        phrase = _coordination(clause.head, phrases) or phrase
    elif not number and (phrase.members or (clause.head.dep_ == "conj" and _coordination(clause.head, phrases))):
        return "it may go back to the last of a list or to all of it"
    if number and not phrase.members and phrase.entity is None and phrase.plural != (number == "plural"):
        return "its verb does not agree with the noun beside it"
    if token.lower_ in ("who", "whom") and phrase.animate is False and not _may_be_people(phrase):
        return '"who" does not go with a thing'
    return _doubt(token, clause, phrase, phrases) or phrase


def _may_be_people(phrase: NounPhrase) -> bool:
    """Say whether a common noun names people as far as anybody can tell: "who" behind it proves that it does."""
    return phrase.entity is None and phrase.head.lemma_.lower() not in ORGANISATION_WORDS | GROUP_NOUNS


def _doubt(token: Token, clause: Token, phrase: NounPhrase, phrases: list[NounPhrase]) -> str:  # noqa: PLR0911  a return for each case
    between = list(token.doc[max(clause.head.i, phrase.end) + 1 : token.i])
    if any(each.pos_ in ("VERB", "AUX") and each.dep_ != "amod" for each in between):
        return "the noun it goes back to does not stand beside it"
    who = token.lower_ in ("who", "whom")
    same = bool(_number(token))
    rivals = [p for p in phrases if phrase.end < p.head.i < token.i and (p.plural == phrase.plural or not same)]
    if any(not who or each.animate is not False for each in rivals):
        return "another noun stands between it and the one it seems to go back to"
    official = token.lower_ == "whose" and token.head.lemma_.lower() in _OF_AN_OFFICE
    if official and _another_may_hold_it(phrase, phrases):
        return "it may go back to either of two persons"
    above = [at_head(phrases, noun) for noun in _nouns_above(clause.head)]
    above = [each for each in above if each and each.plural == phrase.plural and bool(each.animate) == who]
    comma = any(each.text == "," for each in between)
    if not comma:
        return ""
    if any(each.entity for each in above if each) and phrase.entity:
        return "it may go back to either of two names"
    if (phrase.entity and phrase.entity.kind in _NAMED) or phrase.animate or phrase.members:
        return ""
    if above:
        return "it may go back to the wider phrase"
    return _whole_clause(token, clause, phrase)


_OF_AN_OFFICE = frozenset(
    "adviser aide cabinet counterpart deputy government predecessor spokesman spokeswoman successor".split()
)
"""What only somebody in office has."""


def _another_may_hold_it(phrase: NounPhrase, phrases: list[NounPhrase]) -> bool:
    """Say whether somebody named before holds an office, and the one beside the pronoun holds none that is told."""
    if not phrase.animate or (phrase.meant.entity is not None and phrase.meant.entity.role):
        return False
    return any(
        each.end < phrase.head.i and each.key != phrase.key and each.entity is not None and each.entity.role != ""
        for each in phrases
    )


def _nouns_above(noun: Token) -> list[Token]:
    """Return the nouns whose phrase holds ``noun``, through participles: "a report produced by the board"."""
    found = []
    for each in noun.ancestors:
        if each.pos_ in ("VERB", "AUX") and each.dep_ != "acl":
            break
        if each.pos_ in ("NOUN", "PROPN"):
            found.append(each)
    return found


def _whole_clause(token: Token, clause: Token, phrase: NounPhrase) -> str:
    """Doubt ", which" behind an object: it may speak of all that was said before it."""
    noun = phrase.head.lemma_.lower()
    institution = noun in ORGANISATION_WORDS or noun in GROUP_NOUNS
    object_ = phrase.head.dep_ in ("dobj", "pobj", "attr")
    if phrase.head.pos_ == "PROPN" and clause.lemma_.lower() not in EFFECT_VERBS:
        return ""
    if (
        token.lower_ == "which"
        and object_
        and not phrase.plural
        and not institution
        and clause.tag_ in ("VBZ", "VB", "VBD")
    ):
        return "it may speak of the whole clause before it"
    return ""


def _number(token: Token) -> str:
    """Return the number that the verb of a subject pronoun shows, or an empty text."""
    if token.dep_ not in grammar.SUBJECTS:
        return ""
    verb = token.head
    words = [verb, *(child for child in verb.children if child.dep_ in ("aux", "auxpass"))]
    finite = min(words, key=lambda each: each.i)
    if finite.lower_ in ("is", "was", "has", "does") or finite.tag_ == "VBZ":
        return "singular"
    if finite.lower_ in ("are", "were", "have", "do") or finite.tag_ == "VBP":
        return "plural"
    return ""


def _coordination(last: Token, phrases: list[NounPhrase]) -> NounPhrase | None:
    return next((each for each in phrases if each.members and each.members[-1].head.i == last.i), None)
