"""How a vote or a game ended.

Rule ``outcome``: "passed the bill by 51 votes to 49", "ruled 7-2 that …", "beat Brunner City 3-1". The two
numbers are read as they are written; the clause around them is taken apart without them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span, Token

from quizapp.generate import clause, cut, phrases, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Argument, Fact, Phrase, Silence, Slot, Sort
from quizapp.generate.facts import clauses

VOTES = frozenset(
    """
    vote rule pass approve reject back decide confirm adopt ratify survive overturn uphold support agree endorse defeat
    override repeal abolish acquit convict impeach elect
    """.split()
)
GAMES = frozenset("beat defeat win lose draw thrash down edge hammer overcome trounce crush rout triumph".split())
_SCORE = r"\d{1,3}(?:-|–| to )\d{1,3}"
_NUMBER = r"\d{1,3}(?:,\d{3})*"
_SETS = rf"{_SCORE}(?:,? (?:and )?\d{{1,3}}[-–]\d{{1,3}})*"
_MARGIN = re.compile(
    r"(?P<led>\b(?:by|with|on|in) )?(?:"
    rf"(?P<votes>{_NUMBER} votes? (?:to|against) {_NUMBER}(?! ?[%\d])(?: votes?)?)"
    rf"|(?P<of>(?:an?|the) (?:vote|margin|score|count|result|majority) of )(?P<counted>{_SCORE})"
    rf"|(?P<before>an? )(?P<adjective>\d{{1,3}}[-–]\d{{1,3}})(?P<noun> (?:vote|margin|majority|decision|ruling))"
    rf"|(?P<bare>{_SETS}))(?![\d%:]|-\w"
    r"| (?:percent|per cent|million|billion|years?|months?|days?|weeks?|hours?|people))"
)


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every pair of numbers that tells how a vote or a game ended."""
    text = sentence.span.text
    if not any(letter.isdigit() for letter in text):
        return
    start = sentence.span.start_char
    for match in _MARGIN.finditer(text):
        span = sentence.span.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
        if span is None or syntax.in_quotation(span[0]):
            continue
        verb = _verb(span, bare=bool(match["bare"]) and not match["led"])
        if verb is not None:
            said = match["votes"] or match["counted"] or match["adjective"] or match["bare"]
            found = _outcome(article, sentence, verb, Phrase(said, Sort.THING, tuple(span), span.root))
            if found is not None:
                yield found


def _verb(span: Span, *, bare: bool) -> Token | None:
    """Return the verb whose outcome the numbers tell: the next above them that is no participle of a noun."""
    for verb in span.root.ancestors:
        if verb.pos_ == "VERB" and verb.dep_ != "acl" and verb.i < span.start:
            votes, games = verb.lemma_.lower() in VOTES, verb.lemma_.lower() in GAMES
            near = not bare or _follows(verb, span)
            return verb if (votes or games) and near else None
    return None


def _follows(verb: Token, span: Span) -> bool:
    """Say whether bare numbers stand right behind the verb or its object."""
    before = span[0].nbor(-1)
    return before == verb or any(
        child.dep_ in {"dobj", "prt", "advmod"} and before in child.subtree for child in verb.children
    )


def _outcome(article: Article, sentence: Sentence, verb: Token, margin: Phrase) -> Fact | Silence | None:
    told = _doer(article, sentence, verb)
    if not isinstance(told, tuple):
        return told
    subject, attribution, pronoun = told
    inside = {token.i for token in margin.tokens}
    found = clause.fact(
        article,
        sentence,
        Clause(
            verb,
            subject,
            "outcome",
            without=frozenset(inside | {pronoun}),
            attribution=attribution,
            risk=0.1,
            extra=(Argument(Slot.AMOUNT, margin),),
        ),
    )
    return _without_margin(article, found, margin) if isinstance(found, Fact) else found


def _without_margin(article: Article, fact: Fact, margin: Phrase) -> Fact | Silence:
    """Take the numbers out of an object that the parse hung them on: "a no-confidence vote by 153 votes"."""
    arguments: list[Argument] = []
    for one in fact.arguments:
        phrase = one.phrase
        if phrase is not margin and set(phrase.tokens) & set(margin.tokens):
            kept = syntax.tidied(token for token in phrase.tokens if token.i < margin.tokens[0].i)
            worded = phrases.phrase_of(article, fact.sentence, phrase.head, kept)
            if isinstance(worded, Abstention):
                return Silence(fact.sentence, "outcome", worded.reason, worded.text)
            phrase = worded
        arguments.append(replace(one, phrase=phrase))
    return replace(fact, arguments=tuple(arguments))


def _doer(article: Article, sentence: Sentence, verb: Token) -> tuple[Phrase, str, int] | Silence | None:
    """Return whose vote or game it is, whose statement, and the index of the pronoun that stands for the doer."""
    subject = syntax.subject_of(verb)
    if subject is None:
        return None
    attribution, pronoun = "", -1
    if verb.dep_ == "relcl" and syntax.is_relative_pronoun(subject):
        entity = article.entity_at(sentence, verb.head)
        if entity is None or entity.kind not in {EntityKind.PERSON, EntityKind.ORGANISATION}:
            return None
        if not syntax.is_aside(verb) or len(syntax.conjuncts(verb.head)) > 1:
            return None
        worded, pronoun = phrases.phrase(article, sentence, verb.head), subject.i
    else:
        told = clauses.stated(article, sentence, verb)
        if isinstance(told, Silence):
            return told
        worded, attribution = cut.noun_phrase(article, sentence, subject), told[1]
    if isinstance(worded, Abstention):
        return Silence(sentence, "outcome", f"the subject: {worded.reason}", worded.text)
    return worded, attribution, pronoun
