"""A noun phrase of the article as a card may use it: self-contained, names in full, typography clean."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Token

from quizapp.generate.article import (
    Abstention,
    Article,
    Entity,
    EntityKind,
    Known,
    Mention,
    Reference,
    Sentence,
    Wording,
)
from quizapp.generate.vocabulary import HONORIFICS, STORMS

DROPPED_ADVERBS = frozenset(
    "also however meanwhile moreover furthermore therefore thus nevertheless nonetheless instead indeed besides"
    " likewise"
    " too".split()
)
"""Words that only tie a sentence to the one before."""

_NO_BLANK_BEFORE = re.compile(r"\s+([,.;:!?%)\]])")
_NO_BLANK_AFTER = re.compile(r"([(\[])\s+")
_EDGES = " ,;:–-"


def wording(
    article: Article,
    sentence: Sentence,
    tokens: Sequence[Token],
    known: Collection[Known] = (),
    spell_out: bool = False,
) -> Wording | Abstention:
    """Return the phrase that ``tokens`` make as the text of a card.

    Args:
        article: as analysed.
        sentence: the one ``tokens`` stand in.
        tokens: in order; some of the sentence's may be left out.
        known: what the card names already: a pronoun for it stays, a surname is enough.
        spell_out: write "Shanghai Cooperation Organization (SCO)" where the source has the acronym.

    Returns:
        The wording, or why there is none: a reference in the phrase could not be resolved.
    """
    return _Writer(article, sentence, list(tokens), known, spell_out).written()


class _Writer:
    """Writes one phrase, token by token."""

    def __init__(
        self, article: Article, sentence: Sentence, tokens: list[Token], known: Collection[Known], spell_out: bool
    ) -> None:
        self._article = article
        self._sentence = sentence
        self._tokens = tokens
        self._inside = {token.i for token in tokens}
        self._named = {one.number for one in known if isinstance(one, Entity)}
        self._spoken_of = set(self._places(one for one in known if isinstance(one, Token)))
        self._spell_out = spell_out
        self._parts: list[str] = []
        self._substitutions: list[tuple[str, str]] = []
        self._skip_to = -1

    def _places(self, known: Iterable[Token]) -> Iterator[tuple[int, int]]:
        """Yield where words that the card has stand in the article, and where that is which they refer to."""
        for token in known:
            yield self._sentence.paragraph, token.i
            reference = self._article.references.get((self._sentence.paragraph, token.i))
            if reference is not None and reference.antecedent is not None:
                yield reference.antecedent

    def written(self) -> Wording | Abstention:
        """Return the whole phrase."""
        if not self._tokens:
            return Abstention("", "there are no words")
        for place, token in enumerate(self._tokens):
            if token.i < self._skip_to:
                continue
            failed = self._write(place, token)
            if failed:
                return failed
        text = tidy("".join(self._parts))
        return (
            Wording(text, self._entity(), tuple(self._substitutions)) if text else Abstention("", "no words are left")
        )

    def _write(self, place: int, token: Token) -> Abstention | None:
        reference = self._article.references.get((self._sentence.paragraph, token.i))
        if reference is not None and not self._stays(reference):
            return self._put(reference, token)
        entity = self._article.entity_at(self._sentence, token)
        mention = self._mention(entity, token.i) if entity else None
        if entity and mention and mention.start == token.i and set(range(mention.start, mention.end)) <= self._inside:
            self._name(entity, mention)
            return None
        if self._is_dropped(place, token):
            self._substitutions.append((token.text, ""))
            return None
        self._add(token.text, token)
        return None

    def _put(self, reference: Reference, token: Token) -> Abstention | None:
        """Write what a reference means in its place."""
        meaning = reference.meaning
        if isinstance(meaning, Abstention):
            return meaning
        if not set(range(reference.start, reference.end)) <= self._inside or token.i != reference.start:
            return Abstention(token.text, "only a part of the reference is in the phrase")
        last = token.doc[reference.end - 1]
        text = meaning.text
        if meaning.entity and meaning.entity.number in self._named and meaning.entity.kind is EntityKind.PERSON:
            text = text.replace(meaning.entity.name, meaning.entity.short or meaning.entity.name)
        if reference.preposition and not self._after_preposition(token):
            text = f"{reference.preposition} {text}"
        if meaning.entity:
            self._named.add(meaning.entity.number)
        self._substitutions.append((token.doc[reference.start : reference.end].text, text))
        self._skip_to = reference.end
        self._add(text, last)
        return None

    def _stays(self, reference: Reference) -> bool:
        """Say whether a pronoun may stay: what it stands for is named on the card, or before it in the phrase."""
        if reference.kind not in ("pronoun", "possessive", "relative"):
            return False
        paragraph, head = reference.antecedent or (-1, -1)
        if paragraph == self._sentence.paragraph and head in self._inside and head < reference.start:
            return True
        if reference.kind == "possessive" and reference.antecedent in self._spoken_of:
            return True
        entity = reference.meaning.entity if isinstance(reference.meaning, Wording) else None
        return entity is not None and entity.number in self._named

    def _name(self, entity: Entity, mention: Mention) -> None:
        """Write a name: in full the first time, short afterwards."""
        doc = self._sentence.span.doc
        first, last = doc[mention.start], doc[mention.end - 1]
        text = self._name_text(entity, mention, first)
        self._named.add(entity.number)
        if text != mention.text:
            self._substitutions.append((mention.text, text))
        self._skip_to = mention.end
        self._add(text, last)

    def _name_text(self, entity: Entity, mention: Mention, first: Token) -> str:
        if in_quotation(self._article, self._sentence, first):
            return mention.text
        if entity.kind is EntityKind.PERSON:
            root = first.doc[mention.start : mention.end].root
            # "the Obama administration", "pro-Clinton": the surname is part of another word.
            modifying = root.dep_ in ("compound", "nmod") and root.head.i >= mention.end
            hyphened = first.i > 0 and first.nbor(-1).text == "-"
            return mention.text if entity.number in self._named or modifying or hyphened else entity.name
        if entity.kind is EntityKind.EVENT and entity.name.lower().split()[0] in STORMS:
            return entity.name
        if entity.kind is EntityKind.ORGANISATION or entity.short:
            if mention.text == entity.short:
                spelled = f"{entity.name} ({entity.short})"
                return spelled if self._spell_out and entity.number not in self._named else mention.text
            whole_phrase = first.i and first.nbor(-1).lower_ == "the"
            if whole_phrase and entity.number not in self._named and _is_part(mention.text, entity.name):
                return entity.name
        return mention.text

    def _mention(self, entity: Entity, place: int) -> Mention | None:
        return next(
            (m for m in entity.mentions if m.sentence == self._sentence.number and m.start <= place < m.end), None
        )

    def _is_dropped(self, place: int, token: Token) -> bool:
        """Say whether a word is left out: a linking adverb, or the honorific of a full name."""
        if token.lower_ in DROPPED_ADVERBS and token.pos_ in ("ADV", "SCONJ") and token.dep_ == "advmod":
            # "too many guns" keeps its adverb; only one that modifies a verb ties sentences together.
            return token.head.pos_ in ("VERB", "AUX")
        if token.lower_ not in HONORIFICS or place + 1 >= len(self._tokens):
            return False
        following = self._article.entity_at(self._sentence, self._tokens[place + 1])
        return following is not None and following.kind is EntityKind.PERSON

    def _after_preposition(self, token: Token) -> bool:
        before = token.doc[token.i - 1] if token.i else None
        return bool(self._parts) and before is not None and before.i in self._inside and before.tag_ in ("IN", "TO")

    def _add(self, text: str, token: Token) -> None:
        """Append words; a blank follows unless the next token of the phrase clings to this one."""
        following = token.i + 1
        clings = following in self._inside and not token.whitespace_
        self._parts.append(text if clings else f"{text} ")

    def _entity(self) -> Entity | None:
        """Return the entity that the phrase as a whole stands for."""
        head = _head(self._tokens)
        if head is None:
            return None
        reference = self._article.references.get((self._sentence.paragraph, head.i))
        if reference is not None:
            if reference.kind == "possessive" or isinstance(reference.meaning, Abstention):
                return None
            return reference.meaning.entity
        return self._article.entity_at(self._sentence, head)


def in_quotation(article: Article, sentence: Sentence, token: Token) -> bool:
    """Say whether a token stands between quotation marks."""
    return any(q.sentence == sentence.number and q.start <= token.i < q.end for q in article.quotations)


def tidy(text: str) -> str:
    """Return text with its blanks and marks in order: none before a comma, no mark left alone."""
    text = " ".join(text.split())
    text = _NO_BLANK_AFTER.sub(r"\1", _NO_BLANK_BEFORE.sub(r"\1", text))
    if text.count('"') % 2:
        last = text.rindex('"')
        text = text[:last] + text[last + 1 :]
    text = re.sub(r'(^|\s)" (?=\w)', r'\1"', text)
    text = re.sub(r",\s*(?=[,.;:])", "", text)
    return text.strip(_EDGES).strip()


def possessive(text: str, plural: bool = False) -> str:
    """Return a name in the possessive: "Belarus's", "the United States'"."""
    last = text.rsplit(" ", 1)[-1].lower()
    several = plural or last in _PLURAL_NAMES or last.endswith(("ders", "gers", "ters"))
    return f"{text}'" if last.endswith("s") and several else f"{text}'s"


_PLURAL_NAMES = frozenset(
    {"states", "nations", "netherlands", "philippines", "emirates", "islands", "maldives", "bahamas"}
)


def _head(tokens: Sequence[Token]) -> Token | None:
    """Return the one token of the phrase that hangs on none of the others."""
    inside = {token.i for token in tokens}
    heads = [token for token in tokens if (token.head.i not in inside or token.head is token) and not token.is_punct]
    heads = [token for token in heads if token.dep_ not in ("det", "punct", "cc", "case")]
    return heads[0] if heads and (len(heads) == 1 or heads[0].pos_ in ("NOUN", "PROPN", "PRON")) else None


def _is_part(short: str, long: str) -> bool:
    return len(short) < len(long) and short in long and not short.replace(".", "").isupper()
