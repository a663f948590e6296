"""Relative clauses set off by a comma: a fact of its own about what stands right before.

Rules: ``relative`` ("Lukashenko, who has been in power for 30 years and …"), ``relative whose`` ("Central
Asia, whose leaders regularly meet Putin and Xi"), ``one of`` ("one of 22 states that prohibit …").
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import clause, definite, lexicon, phrases, sorts, syntax
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Argument, Fact, Phrase, Silence, Slot, Sort
from quizapp.generate.facts import apposition, stranded

_SINGULAR = frozenset({"is", "has", "was", "does", "'s"})
_PLURAL = frozenset({"are", "have", "were", "do", "'re", "'ve"})


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every relative clause whose antecedent is beyond doubt."""
    for verb in sentence.span:
        if verb.pos_ not in {"VERB", "AUX"} or syntax.in_quotation(verb):
            continue
        if verb.dep_ == "conj" and (first := _first_of(verb)) is not None:
            yield from _second(article, sentence, verb, first)
        elif verb.dep_ == "relcl" and (subject := _subject(verb)) is not None:
            yield _of_clause(article, sentence, verb, subject)


def _of_clause(article: Article, sentence: Sentence, verb: Token, subject: Token) -> Fact | Silence:  # noqa: PLR0911  a return for each case
    if _adverb(verb) is not None:
        return _setting(article, sentence, verb, subject)
    if _is_counted(verb.head) and syntax.is_relative_pronoun(subject):
        return _one_of(article, sentence, verb, subject)
    itself = subject.tag_ in {"WP", "WDT"}
    if itself and apposition.name_beside(article, sentence, verb.head) is not None:
        return _through_apposition(article, sentence, verb, subject)
    if not syntax.is_aside(verb):
        return Silence(sentence, "relative", "it narrows its noun down and says nothing by itself", verb.text)
    if itself:
        return _plain(article, sentence, verb, subject)
    if any(child.lower_ == "whose" for child in subject.children):
        return _whose(article, sentence, verb, subject)
    return stranded.fact(article, sentence, verb, subject, _named(article, sentence, verb))


def _subject(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in syntax.SUBJECTS), None)


def _first_of(verb: Token) -> Token | None:
    """Return the verb of the relative clause that ``verb`` goes on with: "which was drafted and took effect"."""
    first = verb.head
    while first.dep_ == "conj" and first.pos_ in {"VERB", "AUX"}:
        first = first.head
    return first if first.dep_ == "relcl" and first.pos_ in {"VERB", "AUX"} else None


def _second(article: Article, sentence: Sentence, verb: Token, first: Token) -> Iterator[Fact | Silence]:
    """Say the second verb of a relative clause of the same noun: ", who opposed the plan and left in 2012"."""
    own, pronoun = _subject(verb), _subject(first)
    subject = own or syntax.subject_of(verb)
    if (
        subject is None
        or pronoun is None
        or not syntax.is_aside(first)
        or not (syntax.is_finite(verb) or verb.tag_ == "VBN")
    ):
        return
    if subject.tag_ in {"WP", "WDT"} and pronoun.tag_ in {"WP", "WDT"} and subject.lower_ == pronoun.lower_:
        yield _plain(article, sentence, verb, pronoun, first)


def _named(article: Article, sentence: Sentence, verb: Token) -> Phrase | Silence:
    """Return the noun of a clause whose verb shows nothing of its number: a name, or a noun with one."""
    found = _antecedent(article, sentence, verb, agree=False, stuff=True)
    if isinstance(found, Phrase) and found.members > 1:
        return Silence(sentence, "relative", "it may speak of the last or of all that are joined", found.text)
    return found


def _plain(
    article: Article, sentence: Sentence, verb: Token, pronoun: Token, first: Token | None = None
) -> Fact | Silence:
    antecedent = _antecedent(article, sentence, first or verb)
    if isinstance(antecedent, Silence):
        return antecedent
    meaning = article.resolved.get((sentence.paragraph, pronoun.i))
    if isinstance(meaning, Abstention) and meaning.reason.startswith("it may"):
        return Silence(sentence, "relative", meaning.reason, antecedent.text)
    if (
        pronoun.lower_ == "which"
        and verb.lemma_ in lexicon.EFFECT_VERBS
        and antecedent.sort in {Sort.PLACE, Sort.COUNTRY}
    ):
        return Silence(sentence, "relative", "it may speak of the whole clause before it", antecedent.text)
    if pronoun.lower_ == "who" and antecedent.sort is not Sort.PERSON:
        return Silence(sentence, "relative", '"who" after something that is no person', antecedent.text)
    return clause.fact(
        article, sentence, Clause(verb, antecedent, "relative", without=frozenset({pronoun.i}), risk=0.1)
    )


def _through_apposition(article: Article, sentence: Sentence, verb: Token, pronoun: Token) -> Fact | Silence:
    """Say of the name what is said of its kind: "Lunex, a drug that was approved in 2012"."""
    name = apposition.name_beside(article, sentence, verb.head)
    worded = phrases.phrase(article, sentence, name) if name is not None else Abstention(verb.text, "no name")
    if isinstance(worded, Abstention):
        return Silence(sentence, "relative", f"its noun: {worded.reason}", worded.text)
    return clause.fact(article, sentence, Clause(verb, worded, "relative", without=frozenset({pronoun.i}), risk=0.15))


def _whose(article: Article, sentence: Sentence, verb: Token, possessed: Token) -> Fact | Silence:
    antecedent = _antecedent(article, sentence, verb, agree=False)
    if isinstance(antecedent, Silence):
        return antecedent
    pronoun = next(child for child in possessed.children if child.lower_ == "whose")
    meaning = article.resolved.get((sentence.paragraph, pronoun.i))
    if isinstance(meaning, Abstention) and meaning.reason.endswith("of two persons"):
        return Silence(sentence, "relative whose", meaning.reason, antecedent.text)
    tokens = tuple(token for token in syntax.phrase_tokens(possessed) if token.lower_ != "whose")
    worded = phrases.phrase_of(article, sentence, possessed, tokens)
    if isinstance(worded, Abstention):
        return Silence(sentence, "relative whose", worded.reason, worded.text)
    owner = antecedent.text + ("'" if antecedent.text.endswith("s") else "'s")
    subject = replace(
        worded,
        text=f"{owner} {worded.text}",
        substitutions=(*antecedent.substitutions, ("whose", owner)),
        entity=None,
        tokens=(*antecedent.tokens, *worded.tokens),
    )
    return clause.fact(article, sentence, Clause(verb, subject, "relative whose", risk=0.1))


def _one_of(article: Article, sentence: Sentence, verb: Token, pronoun: Token) -> Fact | Silence:
    """Take "one of 22 states that prohibit …" for what it says: how many do."""
    counted = verb.head
    tokens = tuple(token for token in syntax.phrase_tokens(counted) if token not in set(verb.subtree))
    worded = phrases.phrase_of(article, sentence, counted, tokens)
    if isinstance(worded, Abstention):
        return Silence(sentence, "one of", worded.reason, worded.text)
    return clause.fact(article, sentence, Clause(verb, worded, "one of", without=frozenset({pronoun.i})))


def _adverb(verb: Token) -> Token | None:
    """Return the "where" or "when" that ties a clause to a place or a year."""
    return next(
        (child for child in verb.children if child.dep_ == "advmod" and child.lower_ in {"where", "when"}), None
    )


def _setting(article: Article, sentence: Sentence, verb: Token, subject: Token) -> Fact | Silence:
    """Give "2012, when Charlie Craig went to Lakewood" its year."""
    adverb = _adverb(verb)
    noun = phrases.phrase(article, sentence, verb.head)
    worded = phrases.phrase(article, sentence, subject)
    for one in (noun, worded):
        if isinstance(one, Abstention):
            return Silence(sentence, "relative where", one.reason, one.text)
    if adverb is None or not isinstance(noun, Phrase) or not isinstance(worded, Phrase) or not syntax.is_aside(verb):
        return Silence(sentence, "relative where", "it narrows its noun down and says nothing by itself", verb.text)
    if adverb.lower_ == "when" and noun.sort is Sort.DATE and sorts.names_a_date(noun.text):
        extra = Argument(Slot.TIME, noun, "on" if noun.text[:1].isdigit() and " " in noun.text else "in", optional=True)
    elif adverb.lower_ == "where" and noun.sort in {Sort.PLACE, Sort.COUNTRY}:
        extra = Argument(Slot.PLACE, noun, "in")
    else:
        return Silence(sentence, "relative where", "no place or year stands before it", noun.text)
    return clause.fact(
        article,
        sentence,
        Clause(verb, worded, "relative where", without=frozenset({adverb.i}), risk=0.1, extra=(extra,)),
    )


def _is_counted(noun: Token) -> bool:
    one = noun.head.head
    return (
        noun.dep_ == "pobj"
        and noun.head.lower_ == "of"
        and one.lower_ == "one"
        and sorts.number_token(noun) is not None
    )


def _is_stuff(noun: Token) -> bool:
    """Say whether a noun without an article means all there is of it: "copper"."""
    return noun.tag_ == "NN" and not any(True for _ in noun.lefts) and not syntax.is_alternative(noun)


def _antecedent(
    article: Article, sentence: Sentence, verb: Token, *, agree: bool = True, stuff: bool = False
) -> Phrase | Silence:
    noun = verb.head
    comma = verb.left_edge.nbor(-1) if verb.left_edge.i else verb
    tokens = syntax.tidied(token for token in syntax.phrase_tokens(noun) if token.i < verb.left_edge.i)
    if not tokens or comma.i - tokens[-1].i > 1:
        return Silence(sentence, "relative", "something stands between it and its noun", noun.text)
    worded = phrases.phrase_of(article, sentence, noun, tokens)
    if isinstance(worded, Abstention):
        return Silence(sentence, "relative", f"its noun: {worded.reason}", worded.text)
    nameless = not definite.has_name(article, sentence, worded) and not (stuff and _is_stuff(noun))
    if nameless and not worded.text.startswith("the ") and worded.members == 1:
        return Silence(sentence, "relative", "its noun has no name", worded.text)
    number = _number(verb)
    if not number and noun.dep_ == "conj":
        return Silence(sentence, "relative", "it may speak of the last or of all that are joined", worded.text)
    if agree and number and number != ("plural" if worded.plural else "singular"):
        return Silence(sentence, "relative", "verb and noun do not agree in number", worded.text)
    return worded


def _number(verb: Token) -> str:
    """Return the number that a clause's verb shows, or one that goes on with it: "had mediated … and was 79"."""
    joined = (one for one in verb.children if one.dep_ == "conj" and _subject(one) is None)
    return _shown(verb) or next((shown for one in joined if (shown := _shown(one))), "")


def _shown(verb: Token) -> str:
    first = next((child for child in verb.children if child.dep_ in {"aux", "auxpass"}), verb)
    if first.lower_ in _SINGULAR or first.tag_ == "VBZ":
        return "singular"
    if first.lower_ in _PLURAL or (first.tag_ == "VBP" and first.lower_ == first.lemma_.lower()):
        return "plural"
    return ""
