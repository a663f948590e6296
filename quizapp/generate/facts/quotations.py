"""What somebody said, in quotation marks: who said it.

Rule ``quotation``: a whole statement of 4 to 15 words, its speaker named, the verb's force kept.
"""

from collections.abc import Iterator

from spacy.tokens import Token

from quizapp.generate import cut, lexicon, syntax, verbgroup
from quizapp.generate.article import Abstention, Article, Sentence
from quizapp.generate.fact import Argument, Fact, Phrase, Silence, Slot, Sort

SHORTEST, LONGEST = 4, 15
_THIRD_PERSON = frozenset(
    {
        "he",
        "she",
        "they",
        "him",
        "her",
        "them",
        "his",
        "their",
        "hers",
        "theirs",
        "this",
        "that",
        "these",
        "those",
        "you",
        "your",
    }
)


def find(article: Article, sentence: Sentence) -> Iterator[Fact | Silence]:
    """Yield a fact for every short quotation with a verb of saying and a speaker."""
    for verb in sentence.span:
        if verb.pos_ == "VERB" and verb.lemma_.lower() in lexicon.SPEAK_VERBS and not syntax.in_quotation(verb):
            yield from _said(article, sentence, verb)


def _said(article: Article, sentence: Sentence, verb: Token) -> Iterator[Fact | Silence]:
    clauses = [child for child in verb.children if child.dep_ == "ccomp" and syntax.in_quotation(child)]
    for spoken in clauses:
        tokens = _quotation(sentence, spoken)
        if tokens is None:
            yield Silence(sentence, "quotation", "the quotation does not begin and end in this sentence", spoken.text)
            continue
        words = [token for token in tokens if not token.is_punct]
        if not SHORTEST <= len(words) <= LONGEST:
            yield Silence(sentence, "quotation", f"a quotation of {len(words)} words", spoken.text)
            continue
        if words[0].lower_ in {"it", "yes", "no", "well"} or not any(
            token.pos_ in {"NOUN", "PROPN"} for token in words
        ):
            yield Silence(sentence, "quotation", "it says too little to be known by", spoken.text)
            continue
        if any(token.lower_ in _THIRD_PERSON and token.dep_ != "mark" for token in words):
            yield Silence(sentence, "quotation", "it speaks of somebody it does not name", spoken.text)
            continue
        yield _fact(article, sentence, verb, spoken, tokens)


def _fact(
    article: Article, sentence: Sentence, verb: Token, spoken: Token, tokens: tuple[Token, ...]
) -> Fact | Silence:
    subject = syntax.subject_of(verb)
    worded = (
        cut.noun_phrase(article, sentence, subject) if subject is not None else Abstention(verb.text, "nobody says it")
    )
    if isinstance(worded, Phrase) and worded.text[:1].isupper() and not _has_its_name(worded):
        return Silence(sentence, "quotation", "the speaker has no name", worded.text)
    if isinstance(worded, Abstention):
        return Silence(sentence, "quotation", f"the speaker: {worded.reason}", worded.text)
    group = verbgroup.verb_group(verb)
    if isinstance(group, str) or group.negation:
        return Silence(sentence, "quotation", "not plainly said", verb.text)
    text = "".join(token.text_with_ws for token in tokens).strip().rstrip(",.")
    quotation = Phrase(f'"{text}"', Sort.QUOTE, tokens, spoken)
    return Fact("quotation", sentence, worded, group, (Argument(Slot.FIXED, quotation),))


def _has_its_name(speaker: Phrase) -> bool:
    return speaker.members > 1 or (speaker.entity is not None and speaker.entity.name in speaker.text)


def _quotation(sentence: Sentence, inside: Token) -> tuple[Token, ...] | None:
    """Return the tokens between the quotation marks around ``inside``, if both stand in the sentence."""
    doc, start, end = sentence.span.doc, inside.i, inside.i
    while start > sentence.span.start and doc[start - 1].text != syntax.QUOTE:
        start -= 1
    while end < sentence.span.end - 1 and doc[end].text != syntax.QUOTE:
        end += 1
    opened = start > sentence.span.start and doc[start - 1].text == syntax.QUOTE
    closed = doc[end].text == syntax.QUOTE
    return tuple(doc[start:end]) if opened and closed else None
