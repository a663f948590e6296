"""How long before or after another event something happened.

Rule ``span``: "declared a state of emergency, five days after Cyclone Idai tore into the country".
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import anchors, definite, lexicon, phrases, sorts, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.cut import At, source_text
from quizapp.generate.fact import Argument, Fact, Phrase, Silence, Slot, Sort
from quizapp.generate.facts import clauses

_LONGEST = 13
"""Words of the other event."""
_LINKS = frozenset({"after", "before"})


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every length of time that lies between two events."""
    for unit in sentence.span:
        if unit.dep_ != "npadvmod" or unit.lemma_.lower() not in lexicon.DURATION_NOUNS or unit.i + 1 >= len(unit.doc):
            continue
        link = unit.nbor(1)
        if link.lower_ in _LINKS and sorts.number_token(unit) is not None and not syntax.in_quotation(unit):
            found = _span(article, sentence, unit, link)
            if found is not None:
                yield found


def _span(article: Article, sentence: Sentence, unit: Token, link: Token) -> Fact | Silence | None:
    hangs = link if link.dep_ == "prep" else link.head
    verb = hangs.head
    if unit.head not in {link, hangs} or verb.pos_ not in {"VERB", "AUX"} or verb == hangs:
        return None
    main = clauses.from_verb(article, sentence, verb)
    if not isinstance(main, Fact) or main.negative:
        return main
    if main.predicate.token.tag_ != "VBD" and main.predicate.auxiliaries[:1] not in {("was",), ("were",), ("had",)}:
        return Silence(sentence, "span", "no deed of the past", verb.text)
    event = _event(At(article, sentence, (), negative=False), verb, hangs, link.lower_, main.subject)
    if event is None or len(event.text.split()) > _LONGEST:
        return Silence(sentence, "span", "the other event cannot be told by itself", link.text)
    length = syntax.tidied(unit.subtree)
    said = Phrase(source_text(length).lower().removeprefix("just "), Sort.DURATION, length, unit)
    other = {unit, *hangs.subtree}
    kept = [one for one in main.arguments if _stays(one, other)]
    return replace(
        main,
        construct="span",
        arguments=(*kept, Argument(Slot.AMOUNT, said), Argument(Slot.ANCHOR, event)),
        substitutions=(*main.substitutions, *event.substitutions),
        anchors=(),
        risk=main.risk + 0.1,
    )


def _stays(argument: Argument, other: set[Token]) -> bool:
    """Say whether a part of the main clause is said: no date, which would tell the length, and not the other event."""
    tells_when = argument.slot in {Slot.TIME, Slot.CAUSE, Slot.PURPOSE, Slot.ANCHOR}
    return not tells_when and other.isdisjoint(argument.phrase.tokens)


def _event(at: At, verb: Token, hangs: Token, mark: str, subject: Phrase) -> Phrase | None:
    """Word the other event: a clause, "after Ada Holm's death", "after taking office"."""
    if hangs.dep_ == "advcl":
        own = syntax.subject_of(hangs)
        if own is None or own.head != hangs or not syntax.is_finite(hangs) or own.i > hangs.i:
            return None
        return anchors.event(at, hangs, own, mark, subject)
    noun = next((child for child in hangs.children if child.dep_ in {"pobj", "pcomp"}), None)
    if noun is None or hangs.i < verb.i < noun.i:
        return None
    worded = phrases.phrase_of(at.article, at.sentence, noun, syntax.phrase_tokens(noun))
    if isinstance(worded, Abstention) or worded.sort in {Sort.DATE, Sort.DURATION, Sort.PERSON}:
        return None
    if noun.dep_ == "pobj" and not _is_event(at, worded):
        return None
    return replace(worded, text=f"{mark} {worded.text}", sort=Sort.CLAUSE, entity=None)


def _is_event(at: At, worded: Phrase) -> bool:
    named = worded.entity is not None and worded.entity.kind is EntityKind.EVENT
    return named or (worded.head.pos_ == "NOUN" and definite.has_name(at.article, at.sentence, worded))
