"""Whom an article has spoken of so far: who may be a man, who a woman, and whom it is about."""

import re
from dataclasses import replace

from quizapp.generate import grammar
from quizapp.generate.article import Article, Entity, EntityKind, Sentence
from quizapp.generate.noun_phrases import NounPhrase

_NEAR = 3
"""Sentences: how far back the only man or woman of an article may have been spoken of."""
_OFTEN = 3
"""Mentions of whom an article is about, and how many times as often as anybody else he is named."""


class People:
    """The persons met while an article is read."""

    def __init__(self, article: Article) -> None:
        """Note whom the article is about."""
        self._met: dict[str, dict[tuple[object, ...], NounPhrase]] = {"m": {}, "f": {}}
        self._genders: dict[int, str] = {}
        self.protagonist = protagonist(article)

    def known(self, phrases: list[NounPhrase]) -> list[NounPhrase]:
        """Return phrases with the gender that a pronoun has told of somebody before."""
        return [
            replace(phrase, gender=self._genders[phrase.entity.number], members=tuple(self.known([*phrase.members])))
            if phrase.entity and not phrase.gender and phrase.entity.number in self._genders
            else phrase
            for phrase in phrases
        ]

    def learn(self, phrase: NounPhrase, gender: str) -> None:
        """Note that "he" or "she" was found to be somebody."""
        if phrase.entity is not None and not phrase.gender and phrase.entity.kind is EntityKind.PERSON:
            self._genders.setdefault(phrase.entity.number, gender)
            self._met["f" if gender == "m" else "m"].pop(phrase.key, None)

    def meet(self, phrases: list[NounPhrase], quoted: set[int]) -> None:
        """Remember the last mention of everybody who may be a man, and of everybody who may be a woman."""
        for phrase in phrases:
            if phrase.animate and phrase.entity and not (phrase.head.i in quoted and phrase.key in self._met["m"]):
                for gender, people in self._met.items():
                    if phrase.gender in (gender, "") and not _leads(people.get(phrase.key), phrase.sentence):
                        people[phrase.key] = phrase

    def only_ones(self, sentence: Sentence) -> dict[str, NounPhrase]:
        """Return, for each gender, the one person who can be meant though the sentence before does not name him.

        It is the only one of that gender named so far, or else whom the article is about if nobody else was
        named since; in either case he was spoken of in the last sentences.
        """
        found: dict[str, NounPhrase] = {}
        for gender, people in self._met.items():
            only = next(iter(people.values())) if len(people) == 1 else None
            if only is not None and only.gender != gender:
                only = None
            only = only or self._central(people)
            if only and only.sentence.number >= sentence.number - _NEAR:
                found[gender] = only
        return found

    def _central(self, people: dict[tuple[object, ...], NounPhrase]) -> NounPhrase | None:
        """Return the last mention of whom the article is about, if nobody else came after it."""
        if self.protagonist is None:
            return None
        last = people.get(("entity", self.protagonist.number))
        if last is None:
            return None
        later = [one for one in people.values() if one is not last and one.sentence.number >= last.sentence.number]
        beside = all(
            one.sentence.number == last.sentence.number and one.head.dep_ not in grammar.SUBJECTS for one in later
        )
        return last if not later or (_leads(last, last.sentence) and beside) else None


def _leads(phrase: NounPhrase | None, sentence: Sentence) -> bool:
    """Say whether a phrase is the subject of the main clause of a sentence."""
    if phrase is None or phrase.sentence.number != sentence.number:
        return False
    return phrase.head.dep_ in grammar.SUBJECTS and phrase.head.head.dep_ == "ROOT"


def protagonist(article: Article) -> Entity | None:
    """Return the one person an article is about: the title names nobody else, or nobody else is named half as often."""
    persons = [entity for entity in article.entities if entity.kind is EntityKind.PERSON]
    title = set(re.findall(r"[A-Z][\w'-]+", article.document.title.replace("'s", "").replace("’s", "")))
    titled = [one for one in persons if one.name.split()[-1] in title or one.short in title]
    if titled:
        return titled[0] if len(titled) == 1 and len(titled[0].mentions) > 1 else None
    ranked = sorted(persons, key=lambda one: -len(one.mentions))
    if not ranked or len(ranked[0].mentions) < _OFTEN:
        return None
    rival = len(ranked[1].mentions) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].mentions) >= _OFTEN * rival else None
