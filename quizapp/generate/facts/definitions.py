"""What a thing is, told beside its name: "serotonin, a brain chemical that plays a role in sleep".

Rules: ``definition`` ("psilocybin, the active ingredient in magic mushrooms": what that is, asked
backwards), ``kind`` ("a brain chemical that plays a role …": which brain chemical does), ``the kind``
("the body that governs …": there is but one). The name is a name, or a bare noun nobody would put an
article before; what only points back stays unsaid.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import clause, epithets, lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.facts import apposition

_MASS = frozenset({"NN", "NNP", "NNPS"})
_NO_DEFINITION = frozenset(
    """
    one first second third last latest same sign result reason move step decision news day week month year time
    number name way fact case example part half majority rest amount kind sort type version title equivalent latter home
    """.split()
)
"""Nouns that judge or compare what was told, and define nothing."""
_WHOSE, _WHERE = frozenset({"of", "for", "to", "behind", "between"}), frozenset({"in", "at", "on"})
"""Prepositions that say of what it is, and those that only say where."""


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every thing that is said to be something right beside its name."""
    for noun in sentence.span:
        if noun.dep_ != "appos" or syntax.in_quotation(noun):
            continue
        name, said = _apart(article, sentence, noun)
        if name is None or said is None:
            continue
        told = any(child.dep_ == "relcl" for child in said.rights)
        if said.left_edge.lower_ == "the" and not told:
            yield _defined(article, sentence, name, said)
        elif told and said is noun:
            yield from _of_a_kind(article, sentence, name, said)


def _apart(article: Article, sentence: Sentence, noun: Token) -> tuple[Token | None, Token | None]:
    """Return which of two nouns beside each other is the name, and which says what it is."""
    first, start = apposition.whole_name(noun.head), noun.left_edge
    beside = start.i > 0 and start.nbor(-1).text in {",", "–", "—", "--"}
    if not beside or start.i - syntax.phrase_tokens(first)[-1].i != _GAP or len(syntax.conjuncts(noun)) > 1:
        return None, None
    if first.dep_ == "conj" or len(syntax.conjuncts(first)) > 1:
        return None, None
    if first.pos_ == "PROPN" and first.dep_ == "pobj" and noun.pos_ == "NOUN" and noun.left_edge == noun:
        first = first.head.head  # "the main export of Norland, cobalt"
    if _is_name(article, sentence, first) and _says_what(noun):
        return first, noun
    if _is_name(article, sentence, noun) and _says_what(first) and first.left_edge.lower_ == "the" and _closed(noun):
        return noun, first
    return None, None


_GAP = 2
LONGEST_ANSWER = 6
"""Words of a name that may be an answer."""


def _closed(noun: Token) -> bool:
    last = syntax.phrase_tokens(noun)[-1]
    return last.i + 1 >= len(last.doc) or last.nbor(1).text in {",", ".", ";", "–", "—", "--"}


def _is_name(article: Article, sentence: Sentence, noun: Token) -> bool:
    """Say whether a noun stands without an article, as the name of a thing does; persons are told elsewhere."""
    entity = article.entity_at(sentence, noun)
    if entity is not None and entity.kind in {EntityKind.PERSON, EntityKind.DATE, EntityKind.NUMBER}:
        return False
    if (sentence.paragraph, noun.i) in article.references or noun.tag_ not in _MASS:
        return False
    if entity is not None:
        return True
    common = noun.tag_ == "NN" or noun.text.islower()
    return common and not any(child.dep_ in _NO_BARE or child.i < noun.i for child in noun.children)


_NO_BARE = frozenset({"prep", "relcl", "acl"})


def _says_what(noun: Token) -> bool:
    """Say whether a noun with an article says what a thing is."""
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or lemma in _NO_DEFINITION | lexicon.VAGUE_NOUNS or lexicon.names_person(lemma):
        return False
    praised = any(token.lower_ in _PRAISE for token in noun.subtree if token.i < noun.i)
    return noun.left_edge.lower_ in {"the", "a", "an"} and not praised


_PRAISE = frozenset({"best", "worst", "most", "greatest", "finest", "ideal", "perfect", "real", "true"})


def _defined(article: Article, sentence: Sentence, name: Token, said: Token) -> Fact | Silence:
    """Say that a thing is "the active ingredient in magic mushrooms"; without its "of what" it is nothing."""
    behind = {child.lower_ for child in said.rights if child.dep_ == "prep"}
    one_of_its_kind = any(child.dep_ in {"amod", "compound"} for child in said.lefts)
    told = bool(behind & _WHOSE) or (one_of_its_kind and bool(behind & _WHERE))
    if not told:
        return Silence(sentence, "definition", "it leaves open of what", said.text)
    subject, what = (phrases.phrase(article, sentence, one) for one in (name, said))
    for one in (subject, what):
        if isinstance(one, Abstention):
            return Silence(sentence, "definition", one.reason, one.text)
    if not isinstance(subject, Phrase) or not isinstance(what, Phrase) or subject.sort is Sort.PERSON:
        return Silence(sentence, "definition", "somebody, and no thing", name.text)
    named = replace(subject, text=_lower(article, sentence, name, subject.text))
    return Fact("definition", sentence, named, Predicate(said, "be", "is"), (Argument(Slot.ATTRIBUTE, what),), risk=0.1)


def _of_a_kind(article: Article, sentence: Sentence, name: Token, said: Token) -> Iterator[Fact | Silence]:
    """Say of a thing what is said of it by its kind: "a chemical that plays a role in sleep"."""
    kind = epithets.words_of(said)
    subject = phrases.phrase(article, sentence, name)
    if not kind or isinstance(subject, Abstention) or subject.sort is Sort.PERSON:
        return
    named = _shortest(replace(subject, text=_lower(article, sentence, name, subject.text)))
    for verb in said.children:
        pronoun = syntax.subject_of(verb) if verb.dep_ == "relcl" else None
        if pronoun is not None and syntax.is_relative_pronoun(pronoun) and pronoun.head == verb:
            construct = "the kind" if said.left_edge.lower_ == "the" else "kind"
            told = Clause(verb, named, construct, without=frozenset({pronoun.i}), risk=0.15)
            found = clause.fact(article, sentence, told)
            yield replace(found, kind=kind) if isinstance(found, Fact) else found


def _shortest(name: Phrase) -> Phrase:
    """Say a long name by its letters, which the article has beside it."""
    entity = name.entity
    if entity is None or not entity.short or len(name.text.split()) <= LONGEST_ANSWER:
        return name
    return replace(name, text=entity.short, substitutions=(*name.substitutions, (entity.name, entity.short)))


def _lower(article: Article, sentence: Sentence, name: Token, text: str) -> str:
    """Write a common noun small that only the start of its sentence gave a capital."""
    if not name.is_sent_start or text != name.text or not text[1:].islower():
        return text
    small = text.lower()
    elsewhere = any(token.text == small for other in article.sentences for token in other.span)
    return small if elsewhere or article.entity_at(sentence, name) is None else text
