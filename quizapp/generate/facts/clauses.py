"""Main clauses, clauses joined to them, and what is reported: subject, verb, and what follows.

Rules: ``clause`` (the article's own statement), ``reported`` ("Wray said the audit focused on …":
kept as Wray's), ``background`` (after, although, while: what the clause takes for granted), ``embedded``
("It has long been known that …", "The vote means that …": what the clause above vouches for).
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from quizapp.generate import clause, cut, lexicon, phrases, syntax
from quizapp.generate.article import Abstention, Article, EntityKind, Sentence
from quizapp.generate.clause import Clause
from quizapp.generate.fact import Fact, Phrase, Silence
from quizapp.generate.facts import contents
from quizapp.generate.introduced import introduced

_BACKGROUND_MARKS = frozenset({"after", "although", "though", "while", "because", "since", "as", "when", "whereas"})


_WHOSE_STAFF = frozenset(
    "staff officials employees workers managers members neighbors neighbours friends colleagues organizers organisers"
    " supporters opponents critics police prosecutors lawyers authorities residents locals parents witnesses".split()
)
"""Speakers that a card without the article cannot place."""


_STATED = frozenset({"ROOT", "conj", "ccomp", "advcl", "parataxis"})


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every clause that is stated, and a reason for every one that is not."""
    for verb in sentence.span:
        if verb.pos_ in {"VERB", "AUX"} and (verb.dep_ in _STATED or contents.is_content(verb)):
            found = from_verb(article, sentence, verb)
            if found is not None:
                yield found


def from_verb(article: Article, sentence: Sentence, verb: Token) -> Fact | Silence | None:
    """Take the clause of a verb apart; None if it has no subject of its own."""
    subject = syntax.subject_of(verb)
    if subject is None or syntax.is_relative_pronoun(subject):
        return None
    standing = stated(article, sentence, verb)
    if isinstance(standing, Silence):
        return standing
    construct, attribution = standing
    if not syntax.is_finite(verb) and verb.dep_ != "conj":
        return Silence(sentence, construct, "the verb is not finite", verb.text)
    worded = cut.noun_phrase(article, sentence, subject)
    if isinstance(worded, Abstention):
        return Silence(sentence, construct, f"the subject: {worded.reason}", worded.text)
    if attribution and worded.text == attribution:
        worded = _of_himself(worded, subject)
    if verb.dep_ == "conj" and verb.head.dep_ == "ROOT" and subject.head == verb.head:
        worded = introduced(article, sentence, verb.head, worded) or worded
    speaker = tuple(one for one in article.entities if one.spoken == attribution) if attribution else ()
    return clause.fact(article, sentence, Clause(verb, worded, construct, attribution=attribution, known=speaker))


def _of_himself(worded: Phrase, subject: Token) -> Phrase:
    """Let "According to Ada Holm" be followed by "she": nobody is named twice in one question."""
    return replace(worded, text=subject.lower_) if subject.lower_ in lexicon.SUBJECT_PRONOUNS else worded


def stated(article: Article, sentence: Sentence, verb: Token) -> tuple[str, str] | Silence:
    """Return (construct, whose statement it is), or why nobody vouches for the clause."""
    if syntax.in_quotation(verb) and not _is_quoted_statement(verb):
        return Silence(sentence, "clause", "it stands inside a quotation", verb.text)
    match verb.dep_:
        case "ROOT":
            return "clause", _cited(article, sentence, verb)
        case "conj" | "parataxis" if verb.head.pos_ in {"VERB", "AUX"}:
            return stated(article, sentence, verb.head)
        case "ccomp" | "acl" | "relcl":
            return _held(article, sentence, verb.head) if verb.dep_ != "ccomp" else _content(article, sentence, verb)
        case "advcl":
            return _background(article, sentence, verb)
        case _:
            return Silence(sentence, "clause", "not stated by itself", verb.text)


def _background(article: Article, sentence: Sentence, verb: Token) -> tuple[str, str] | Silence:
    """A clause after "although", "while", "after": taken for granted by the clause it hangs on."""
    mark = syntax.mark_of(verb)
    if not mark:
        return Silence(sentence, "clause", "a clause without a tense", verb.text)
    still_to_come = mark in {"when", "as"} and not _is_past(verb)
    if mark not in _BACKGROUND_MARKS or not syntax.is_finite(verb) or still_to_come:
        return Silence(sentence, "clause", f"a clause with {mark!r} is not a statement", verb.text)
    standing = stated(article, sentence, verb.head)
    return standing if isinstance(standing, Silence) else ("background", standing[1])


def _is_past(verb: Token) -> bool:
    """Say whether a clause is told as past: "when he is sworn in" has still to come."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    first = helpers[0] if helpers else verb
    return first.tag_ == "VBD" or syntax.passes_for_past(verb)


def _is_quoted_statement(verb: Token) -> bool:
    """Say whether a quoted clause is what a verb outside the quotation marks says."""
    return verb.dep_ == "ccomp" and verb.head.lemma_.lower() in lexicon.SAY_VERBS and not syntax.in_quotation(verb.head)


def _content(article: Article, sentence: Sentence, verb: Token) -> tuple[str, str] | Silence:
    """Return whose a clause is that another verb holds; what somebody knows, or something means, stands for itself."""
    if _shares_its_subject(verb):
        return stated(article, sentence, verb.head)
    if not contents.is_vouched_for(verb) or _asks(verb):
        return _reported(article, sentence, verb)
    standing = stated(article, sentence, verb.head)
    return standing if isinstance(standing, Silence) else ("embedded", standing[1])


def _reported(article: Article, sentence: Sentence, verb: Token) -> tuple[str, str] | Silence:
    saying = verb.head
    if saying.pos_ != "VERB" or saying.lemma_.lower() not in lexicon.SAY_VERBS:
        return Silence(sentence, "reported", f"what follows {saying.text!r} is nobody's plain statement", verb.text)
    if (saying.dep_ in {"relcl", "acl"} and not _adds(saying)) or _asks(verb):
        return Silence(sentence, "reported", "an indirect question, or said in passing", verb.text)
    if any(child.dep_ == "neg" for child in saying.children) or syntax.mark_of(verb) in lexicon.CONDITIONAL_MARKS:
        return Silence(sentence, "reported", "not stated, or denied", verb.text)
    speaker = _speaker(saying)
    worded = (
        cut.noun_phrase(article, sentence, speaker)
        if speaker is not None
        else Abstention(saying.text, "nobody says it")
    )
    if isinstance(worded, Abstention):
        return Silence(sentence, "reported", f"the speaker: {worded.reason}", worded.text)
    of_the_place = worded.text.lower() in _OF_THE_PLACE and _names_a_place(article, sentence, verb)
    if worded.text.lower() in _WHOSE_STAFF and not of_the_place:
        return Silence(sentence, "reported", "the speakers: nobody can tell whose they are", worded.text)
    return "reported", _by_name(worded)


def _held(article: Article, sentence: Sentence, noun: Token) -> tuple[str, str] | Silence:
    """Return whose the content of a noun is: the article's own behind "the news that", else its owner's."""
    if contents.is_told(noun):
        return "embedded", ""
    owner = contents.owner_of(noun)
    worded = (
        cut.noun_phrase(article, sentence, owner) if owner is not None else Abstention(noun.text, "nobody holds it")
    )
    if isinstance(worded, Abstention):
        return Silence(sentence, "reported", f"the speaker: {worded.reason}", worded.text)
    return "reported", _by_name(worded)


_OF_THE_PLACE = frozenset({"police", "officials", "authorities", "prosecutors", "rescuers", "investigators"})
"""Speakers who are those of the place where it happened."""


def _names_a_place(article: Article, sentence: Sentence, verb: Token) -> bool:
    """Say whether what is said tells where it happened: "… in northern Peru, police said"."""
    found = (article.entity_at(sentence, token) for token in verb.subtree if token.pos_ == "PROPN")
    return any(one is not None and one.kind in {EntityKind.COUNTRY, EntityKind.PLACE} for one in found)


def _adds(saying: Token) -> bool:
    """Say whether ", which said …" goes on about the name right before."""
    own = syntax.subject_of(saying)
    return own is not None and own.tag_ in {"WP", "WDT"} and saying.head.pos_ == "PROPN" and syntax.is_aside(saying)


def _shares_its_subject(verb: Token) -> bool:
    """Say whether a clause read as what is said is the first of two deeds: "The agency published … and plans …"."""
    other = verb.head
    joined = any(child.dep_ == "cc" and verb.i < child.i < other.i for child in (*verb.children, *other.children))
    return (
        verb.i < other.i
        and joined
        and syntax.is_finite(verb)
        and syntax.is_finite(other)
        and not any(child.dep_ in {*syntax.SUBJECTS, "expl"} for child in other.children)
    )


def _asks(verb: Token) -> bool:
    """Say whether a clause is an indirect question: "how much weight it is gaining", "what it wants"."""
    return any(
        token.tag_ in {"WRB", "WP", "WDT", "WP$"} and token.i < verb.i and token.dep_ != "mark"
        for token in verb.subtree
        if token.i < verb.i and _near(token, verb)
    )


def _near(token: Token, verb: Token) -> bool:
    return verb in {token.head, token.head.head, token.head.head.head}


def _speaker(saying: Token) -> Token | None:
    """Return who says it; "…, saying that" is said by the subject of the clause before."""
    own = syntax.subject_of(saying)
    if saying.dep_ == "relcl":
        return saying.head
    if own is None and saying.dep_ == "pcomp" and saying.head.head.pos_ == "VERB":
        return syntax.subject_of(saying.head.head)
    if own is None and saying.dep_ == "advcl" and saying.tag_ == "VBG" and saying.i > saying.head.i:
        return syntax.subject_of(saying.head)
    return own


def _by_name(speaker: Phrase) -> str:
    return speaker.entity.spoken if speaker.entity is not None and speaker.members == 1 else speaker.text


def _passes_on(clause: Token) -> bool:
    """Say whether "as the bureau reported in 2014" tells whose statement the sentence is."""
    return (
        clause.dep_ == "advcl"
        and syntax.mark_of(clause) == "as"
        and clause.lemma_.lower() in {"report", "say", "note", "put"}
        and not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in clause.children)
    )


def _cited(article: Article, sentence: Sentence, verb: Token) -> str:
    """Return the source of "according to …" or "as … reported", as a card names it."""
    for child in verb.children:
        source = syntax.subject_of(child) if _passes_on(child) else None
        if source is not None and isinstance(worded := phrases.phrase(article, sentence, source), Phrase):
            return worded.text
        if child.lower_ == "according":
            for noun in (inner for to in child.children for inner in to.children if inner.dep_ == "pobj"):
                worded = phrases.phrase(article, sentence, noun)
                if isinstance(worded, Phrase):
                    return worded.text
    return ""
