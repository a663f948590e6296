"""What a noun measures, told before it: "a 157-year-old law", "a 50-metre drainpipe", "a $4.5 billion merger".

Rule ``measure``: the noun is told apart by the clause it stands in ("the law that India's Supreme Court
struck down"), or by what follows it ("the 1,860-metre tunnel under the Brunner Pass").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.generate import cut, definite, lexicon, phrases, sorts, syntax
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Predicate, Silence, Slot, Sort
from quizapp.generate.facts import clauses
from quizapp.generate.figures import figure_at
from quizapp.generate.inflection import inflected
from quizapp.generate.questions import verbs

_LONGEST = 16
"""Words of the noun with what tells it apart."""
_LONG = frozenset(
    """
    tunnel bridge drainpipe pipe pipeline road route run race journey trip queue canal track line trail wall fence
    border coastline stretch corridor runway railway march walk hike convoy column river cable rope banner boat yacht
    train
    """.split()
)
_HIGH = frozenset(
    "tower peak mountain building statue skyscraper monument cliff wave waterfall hill volcano dam".split()
)
_LENGTHS = frozenset(
    "metre meter kilometre kilometer mile foot inch yard km centimetre centimeter millimetre millimeter".split()
)
_WEIGHTS = frozenset("tonne ton kilo kilogram kg pound gram".split())
_PARTS = frozenset(
    "page seat member bed room storey story room judge nation country goal lap stage acre hectare song track episode"
    " minister".split()
)
_WORTH = frozenset(
    """
    deal merger takeover contract project fund package programme program plan loan bailout budget investment bid offer
    acquisition sale purchase aid stake house mansion painting industry market business company lawsuit settlement
    scheme grant donation prize bond share fine
    """.split()
)


@dataclass(frozen=True, slots=True)
class _Measure:
    """What stands before the noun: its words, the question it answers, and the answer."""

    asked: str
    verb: str
    """Empty for "how old is it"; a verb for "how many pages does it have"."""
    answer: str
    sort: Sort
    tokens: tuple[Token, ...]


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every noun that is measured before it."""
    for noun in sentence.span:
        if noun.pos_ != "NOUN" or noun.tag_ != "NN" or syntax.in_quotation(noun):
            continue
        measure = _measure(noun)
        if measure is not None:
            told = _told_apart(article, sentence, noun, measure)
            if isinstance(told, Silence):
                yield told
            else:
                yield _fact(sentence, noun, measure, *told)


def _measure(noun: Token) -> _Measure | None:
    """Return what stands before a noun and measures it."""
    for child in noun.lefts:
        unit = _unit(child)
        if unit is not None:
            number = sorts.number_token(unit)
            if number is None:
                continue
            inside = tuple(token for token in noun.doc[number.left_edge.i : child.i + 1])
            return _of_unit(noun, unit, cut.source_text(tuple(number.subtree)), inside, old=child.lower_ == "old")
    return _of_money(noun) or _of_magnitude(noun)


def _of_magnitude(noun: Token) -> _Measure | None:
    """As in "a magnitude 7.8 earthquake"."""
    for word in noun.doc[noun.left_edge.i : noun.i]:
        if word.lower_ == "magnitude" and word.nbor(1).pos_ == "NUM":
            return _Measure("what", "", word.nbor(1).text, Sort.THING, (word, word.nbor(1)))
    return None


def _unit(child: Token) -> Token | None:
    """Return the unit in "157-year-old" or "50-metre"."""
    if child.lower_ == "old":
        return next((one for one in child.lefts if one.dep_ == "npadvmod"), None)
    return child if child.dep_ in {"compound", "nmod"} and child.tag_ == "NN" else None


def _of_unit(noun: Token, unit: Token, number: str, tokens: tuple[Token, ...], *, old: bool) -> _Measure | None:
    name = unit.lemma_.lower()
    plural = inflected(name, "NNS")
    said = f"{number} {plural if number.lower() not in _SINGLE else name}"
    asked, verb, sort = _asked(noun, name, plural, old=old)
    if not asked or (sort is Sort.COUNT and number.lower() in _SINGLE):
        return None
    return _Measure(asked, verb, number if sort in {Sort.COUNT, Sort.THING} else said, sort, tokens)


_SINGLE = frozenset({"one", "1"})


def _asked(noun: Token, unit: str, plural: str, *, old: bool) -> tuple[str, str, Sort]:
    """Return what a unit before a noun is asked with, and the verb; nothing for what nobody asks."""
    kind = noun.lemma_.lower()
    found = ("", "", Sort.DURATION)
    if old and unit in lexicon.DURATION_NOUNS:
        found = ("" if sorts.names_person(noun) else "how old", "", Sort.DURATION)
    elif unit in lexicon.DURATION_NOUNS:
        found = ("how long" if kind in _LASTING else "", "", Sort.DURATION)
    elif unit in _LENGTHS:
        found = ("how long" if kind in _LONG else "how high" if kind in _HIGH else "", "", Sort.DURATION)
    elif unit in _WEIGHTS:
        found = ("how much", "weigh", Sort.DURATION)
    elif unit in _PARTS:
        found = (f"how many {plural}", "have", Sort.COUNT)
    elif unit == "magnitude":
        found = ("what", "", Sort.THING)
    return found


def _of_money(noun: Token) -> _Measure | None:
    if noun.lemma_.lower() not in _WORTH or noun.left_edge == noun:
        return None
    for child in noun.lefts:
        figure = figure_at(noun.doc, child.left_edge.i) if child.dep_ in {"nummod", "quantmod", "nmod"} else None
        if figure is not None and figure.sort is Sort.MONEY and figure.end <= noun.i:
            return _Measure("how much", "worth", figure.text, Sort.MONEY, tuple(noun.doc[figure.start : figure.end]))
    return None


def _told_apart(article: Article, sentence: Sentence, noun: Token, measure: _Measure) -> tuple[Phrase, str] | Silence:
    """Return "the …" with what tells it apart (what follows it, what was done to it or by it), and whose statement."""
    gone = {token for token in noun.doc[noun.left_edge.i : noun.i] if token.dep_ == "det" and token.head == noun}
    gone |= set(measure.tokens)
    by_itself = _definite(article, sentence, noun, gone)
    if isinstance(by_itself, Silence):
        return by_itself
    if definite.has_name(article, sentence, by_itself) and _is_bound(noun):
        return by_itself, ""
    verb = noun.head
    fact = clauses.from_verb(article, sentence, verb) if verb.pos_ == "VERB" else None
    if isinstance(fact, Fact) and not fact.negative:
        gone |= {token for child in noun.lefts if _only_paints(child) for token in child.subtree}
        plain = _definite(article, sentence, noun, gone)
        done = _by_its_deed(noun, plain, fact) if isinstance(plain, Phrase) else None
        if done is not None:
            return done, fact.attribution
    if any(child.dep_ in {"relcl", "acl"} for child in noun.rights):
        return by_itself, ""
    return Silence(sentence, "measure", "nothing tells which one is meant", by_itself.text)


def _definite(article: Article, sentence: Sentence, noun: Token, gone: set[Token]) -> Phrase | Silence:
    """Word a noun without the tokens in ``gone``, as one that is known."""
    tokens = [token for token in syntax.phrase_tokens(noun) if token not in gone and not _is_hyphen_of(token, gone)]
    whole = phrases.phrase_of(article, sentence, noun, syntax.tidied(tokens))
    if isinstance(whole, Abstention):
        return Silence(sentence, "measure", whole.reason, whole.text)
    owned = any(child.dep_ == "poss" for child in noun.lefts)
    return whole if owned else replace(whole, text=f"the {whole.text}")


def _only_paints(child: Token) -> bool:
    return child.dep_ == "amod" and child.tag_ == "JJ" and child.text.islower() and child.ent_type_ == ""


def _is_bound(noun: Token) -> bool:
    """Say whether what follows a noun tells which: "the report on the Hardal Bridge", not "the visit to Norland"."""
    return any(
        child.dep_ == "prep" and child.lower_ in {"of", "on", "under", "between"} for child in noun.rights
    ) or any(child.dep_ in {"acl", "advcl"} for child in noun.rights)


def _is_hyphen_of(token: Token, gone: set[Token]) -> bool:
    return token.text == "-" and (token.head in gone or token.nbor(-1) in gone)


def _by_its_deed(noun: Token, said: Phrase, fact: Fact) -> Phrase | None:
    """Say "the law that India's Supreme Court struck down", "the earthquake that struck central Italy"."""
    others = [
        one for one in fact.arguments if noun not in one.phrase.tokens and (not one.optional or one.slot is Slot.PLACE)
    ]
    if noun == fact.subject.head:
        words = [verbs.plain(fact.predicate, singular=True), *(one.text for one in others)]
    elif noun.dep_ == "dobj" and noun.head == fact.predicate.token and fact.subject.sort is not Sort.CLAUSE:
        words = [fact.subject.text, verbs.plain(fact.predicate, singular=False), *(one.text for one in others)]
    else:
        return None
    that = "and that" if any(child.dep_ == "relcl" for child in noun.rights) else "that"
    put = tuple(pair for one in (fact.subject, *(other.phrase for other in others)) for pair in one.substitutions)
    told = (*fact.subject.tokens, *(token for one in others for token in one.phrase.tokens))
    text = f"{said.text} {that} {' '.join(words)}"
    return replace(said, text=text, tokens=told, substitutions=(*said.substitutions, *put))


def _is_said(argument: Argument) -> bool:
    return not argument.optional or argument.slot is Slot.PLACE


def _fact(sentence: Sentence, noun: Token, measure: _Measure, told: Phrase, attribution: str) -> Fact | Silence:
    if len(told.text.split()) > _LONGEST:
        return Silence(sentence, "measure", "what tells which one is meant is too long", told.text)
    past = sentence.span.root.tag_ == "VBD"
    if measure.verb in {"have", "weigh"}:
        group = Predicate(noun, measure.verb, measure.verb, ("did" if past else "does",))
    else:
        group = Predicate(noun, "be", "was" if past else "is")
    said = Argument(Slot.AMOUNT, Phrase(measure.answer, measure.sort, measure.tokens, measure.tokens[0]), measure.asked)
    rest = (Argument(Slot.FIXED, Phrase("worth", Sort.CLAUSE, (), noun)),) if measure.verb == "worth" else ()
    log: tuple[tuple[str, str], ...] = (
        (cut.source_text(measure.tokens), f"{measure.answer} magnitude that {measure.verb}"),
    )
    log = (*told.substitutions, *log)
    return Fact("measure", sentence, told, group, (said, *rest), attribution, risk=0.1, substitutions=log)


_LASTING = frozenset(
    """
    ceasefire truce trip visit summit sentence term ban war conflict battle strike siege occupation deadline period
    festival conference tour mission journey flight campaign suspension contract lease mandate trial race reign rule
    curfew lockdown quarantine insurgency standoff stay voyage drought boycott blockade embargo investigation
    """.split()
)
