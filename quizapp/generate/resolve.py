"""Stage 5: what each reference of the article means, or why that cannot be told.

One reading from the first sentence to the last; each resolved reference is an antecedent for the
ones behind it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Token

from quizapp.generate import grammar
from quizapp.generate.article import Abstention, Article, Entity, EntityKind, Quotation, Reference, Sentence, Wording
from quizapp.generate.dates import day_of, relative_dates
from quizapp.generate.described import Context
from quizapp.generate.descriptions import descriptions
from quizapp.generate.expletives import is_empty_it
from quizapp.generate.noun_phrases import NounPhrase, at_head, noun_phrases, only_says_what_somebody_is, standing_for
from quizapp.generate.owners import Setting
from quizapp.generate.people import People
from quizapp.generate.phrasing import phrase_wording
from quizapp.generate.places import pointing_places
from quizapp.generate.pronouns import SPEAKING, antecedent, gender_of, is_third_person
from quizapp.generate.relatives import relative_antecedent
from quizapp.generate.speaking import Floor
from quizapp.generate.speech import speaker_head
from quizapp.generate.wording import possessive


@dataclass(frozen=True, slots=True)
class Resolved:
    """The references of an article, by every token they cover and by their heads; and who says what."""

    references: Mapping[tuple[int, int], Reference]
    meanings: Mapping[tuple[int, int], Wording | Abstention]
    quotations: tuple[Quotation, ...]


def resolve(article: Article) -> Resolved:
    """Return what the references of ``article`` mean."""
    return _Reader(article).read()


class _Reader:
    """Reads the sentences in order and remembers what was meant so far."""

    def __init__(self, article: Article) -> None:
        self._references: dict[tuple[int, int], Reference] = {}
        self._meanings: dict[tuple[int, int], Wording | Abstention] = {}
        # The wording of an antecedent asks for the references inside it, which are known by then.
        self._article = replace(article, references=self._references, resolved=self._meanings)
        self._phrases: dict[int, list[NounPhrase]] = {}
        self._context = Context(self._article, self._phrases)
        self._floor = Floor()
        self._people = People(self._article)
        self._quoted = {
            (article.sentences[quotation.sentence].paragraph, token): number
            for number, quotation in enumerate(article.quotations)
            for token in range(quotation.start, quotation.end)
        }

    def read(self) -> Resolved:
        """Return every reference of the article."""
        today = day_of(self._article.date)
        for sentence in self._article.sentences:
            for reference in relative_dates(sentence, today):
                self._keep(reference)
            self._phrases[sentence.number] = self._people.known(noun_phrases(self._article, sentence))
            for token in sentence.span:
                self._read_token(sentence, token)
            quoted = set(self._quotations_in(sentence))
            self._people.meet(self._phrases[sentence.number], quoted)
            self._floor.hear(sentence, self._phrases[sentence.number], quoted)
        return Resolved(self._references, self._meanings, self._speakers())

    def _read_token(self, sentence: Sentence, token: Token) -> None:
        if (sentence.paragraph, token.i) in self._references:
            return
        if token.dep_ == "poss" and token.head.lemma_.lower() == "counterpart":
            found = descriptions(self._context, sentence, token.head)
            if found and not isinstance(found.meaning, Abstention):
                self._keep(found)
                return
        if is_third_person(token):
            self._read_pronoun(sentence, token)
        elif token.tag_ in grammar.RELATIVE_TAGS and token.dep_ != "det":
            self._read_relative(sentence, token)
        elif token.lower_ in SPEAKING and token.tag_ in ("PRP", "PRP$"):
            self._abstain(sentence, token, "somebody speaks of himself")
        elif _is_bare_demonstrative(token):
            self._abstain(sentence, token, "it points at something said before")
        else:
            place = pointing_places(self._article, sentence, token)
            found = place or descriptions(self._context, sentence, token)
            if found:
                self._keep(found)

    def _read_pronoun(self, sentence: Sentence, token: Token) -> None:
        if is_empty_it(token):
            self._abstain(sentence, token, "it stands for nothing")
            return
        found = antecedent(token, self._setting(sentence))
        if isinstance(found, str):
            self._abstain(sentence, token, found)
            return
        kind = "possessive" if token.tag_ == "PRP$" else "pronoun"
        if gender := gender_of(token):
            self._people.learn(found, gender)
            found = self._people.known([found])[0]
            self._phrases[sentence.number] = self._people.known(self._phrases[sentence.number])
        self._mean(sentence, token, found, kind)

    def _read_relative(self, sentence: Sentence, token: Token) -> None:
        """A relative pronoun means the noun before its clause, if that is beyond doubt."""
        found = relative_antecedent(token, self._phrases[sentence.number])
        if isinstance(found, str):
            self._abstain(sentence, token, found)
        elif found is not None:
            self._mean(sentence, token, found, "relative")

    def _mean(self, sentence: Sentence, token: Token, phrase: NounPhrase, kind: str) -> None:
        meaning = phrase_wording(self._article, phrase.meant, brief=kind == "relative")
        if isinstance(meaning, Wording):
            owning = token.tag_ in ("PRP$", "WP$")
            text = possessive(meaning.text, phrase.plural) if owning else meaning.text
            meaning = Wording(text, meaning.entity, ((token.text, text),), meaning.members)
        if (
            token.tag_ == "PRP$"
            and isinstance(meaning, Wording)
            and not meaning.entity
            and _ends_elsewhere(phrase.meant, meaning)
        ):
            meaning = Abstention(token.text, "the antecedent is too long for a possessive")
        self._phrases[sentence.number].append(standing_for(phrase.meant, token, sentence))
        place = (phrase.meant.sentence.paragraph, phrase.meant.head.i)
        self._keep(Reference(sentence.paragraph, token.i, token.i + 1, token.i, kind, meaning, "", place))

    def _abstain(self, sentence: Sentence, token: Token, reason: str) -> None:
        kind = "possessive" if token.tag_ == "PRP$" else "pronoun"
        meaning = Abstention(token.text, reason)
        self._keep(Reference(sentence.paragraph, token.i, token.i + 1, token.i, kind, meaning))

    def _setting(self, sentence: Sentence) -> Setting:
        previous = self._previous(sentence)
        return Setting(
            sentence,
            self._who_may_be_meant(sentence),
            self._who_may_be_meant(previous) if previous else [],
            previous.span.root if previous else None,
            self._quotations_in(sentence),
            self._people.only_ones(sentence),
            self._floor,
        )

    def _who_may_be_meant(self, sentence: Sentence) -> list[NounPhrase]:
        return [phrase for phrase in self._phrases[sentence.number] if not only_says_what_somebody_is(phrase)]

    def _quotations_in(self, sentence: Sentence) -> dict[int, int]:
        """Return the number of the quotation for each token that stands in one."""
        paragraph, span = sentence.paragraph, sentence.span
        return {
            token: self._quoted[paragraph, token]
            for token in range(span.start, span.end)
            if (paragraph, token) in self._quoted
        }

    def _previous(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence before, if no heading and no quotation stands between."""
        if not sentence.number:
            return None
        previous = self._article.sentences[sentence.number - 1]
        return previous if previous.heading == sentence.heading else None

    def _keep(self, reference: Reference) -> None:
        places = [(reference.paragraph, token) for token in range(reference.start, reference.end)]
        if any(place in self._references for place in places):
            return
        self._references.update(dict.fromkeys(places, reference))
        self._meanings[reference.paragraph, reference.head] = reference.meaning
        if reference.kind == "description" and isinstance(reference.meaning, Wording) and reference.meaning.entity:
            self._name(reference, reference.meaning.entity)

    def _name(self, reference: Reference, entity: Entity) -> None:
        """Let pronouns behind a description know whom it means."""
        for phrases in reversed(self._phrases.values()):
            if not phrases or phrases[0].sentence.paragraph != reference.paragraph:
                continue
            for place, phrase in enumerate(phrases):
                if phrase.head.i == reference.head and not phrase.members:
                    person = entity.kind is EntityKind.PERSON
                    phrases[place] = replace(
                        phrase, entity=entity, plural=entity.plural, animate=person, gender=entity.gender
                    )
                    return

    def _speakers(self) -> tuple[Quotation, ...]:
        return tuple(self._with_speakers())

    def _with_speakers(self) -> Iterator[Quotation]:
        """Yield the quotations with their speakers; one that goes on has the speaker of its neighbour."""
        quotations = self._article.quotations
        spoken = [self._speaker(quotation) for quotation in quotations]
        for place, quotation in enumerate(quotations):
            speaker = spoken[place]
            if speaker is None and self._is_whole(quotation):
                for near in (place - 1, place + 1):
                    if 0 <= near < len(quotations) and self._adjoin(quotation, quotations[near]) and spoken[near]:
                        speaker = spoken[place] = spoken[near]
                        break
            yield replace(quotation, speaker=speaker)

    def _speaker(self, quotation: Quotation) -> Wording | None:
        sentence = self._article.sentences[quotation.sentence]
        head = speaker_head(sentence, quotation)
        if head is None:
            return None
        phrase = at_head(self._phrases[sentence.number], head)
        if phrase is None:
            reference = self._references.get((sentence.paragraph, head.i))
            return reference.meaning if reference and isinstance(reference.meaning, Wording) else None
        meaning = phrase_wording(self._article, phrase.meant)
        return meaning if isinstance(meaning, Wording) else None

    def _is_whole(self, quotation: Quotation) -> bool:
        """Say whether a sentence is nothing but quotation."""
        span = self._article.sentences[quotation.sentence].span
        words = [token.i for token in span if token.is_alpha]
        return bool(words) and quotation.start <= words[0] and words[-1] < quotation.end

    def _adjoin(self, one: Quotation, other: Quotation) -> bool:
        first, second = (self._article.sentences[each.sentence] for each in (one, other))
        return first.paragraph == second.paragraph and abs(first.number - second.number) == 1


def _ends_elsewhere(phrase: NounPhrase, meaning: Wording) -> bool:
    """Say whether a phrase goes on behind its head: "residents of the island" takes no possessive."""
    last = meaning.text.split()[-1].removesuffix("'s").removesuffix("'")
    return not phrase.members and last.lower() != phrase.head.lower_


def _is_bare_demonstrative(token: Token) -> bool:
    if token.lower_ not in ("this", "these", "those", "that") or token.pos_ != "PRON" or token.tag_ != "DT":
        return False
    alone = not any(child.dep_ in ("prep", "relcl", "acl") for child in token.children)
    return alone and token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
