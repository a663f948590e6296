"""The generator: a document in, a deck out, and an account of what was left out."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from quizapp.cards.model import Deck, Item, Kind, Source
from quizapp.generate import anchored, choose, cloze, facts, gates, occasions, unique, wrongs
from quizapp.generate.analyse import read_article
from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Fact, Silence
from quizapp.generate.parse import load_model
from quizapp.reading.document import Document

Progress = Callable[[str, float], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A card of the deck and the candidate it was."""

    item: Item
    candidate: Candidate


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that is not in the deck, and why."""

    candidate: Candidate
    reason: str


@dataclass(frozen=True, slots=True)
class Generated:
    """A deck, and everything that can be told about how it came to be."""

    deck: Deck
    cards: tuple[Made, ...]
    silences: tuple[Silence, ...]
    rejected: tuple[Rejected, ...]
    article: Article


class Generator:
    """Makes decks; loads the language model once."""

    def __init__(self) -> None:
        self._nlp = load_model()

    def make(self, document: Document, *, max_cards: int | None = None, progress: Progress | None = None) -> Generated:
        """Make a deck from ``document``.

        Args:
            document: The article.
            max_cards: The most cards wanted; by default what its length is worth.
            progress: Called with what is being done and how much of all is done, from 0 to 1.

        Raises:
            QuizError: The text is not English running text.
        """
        tell = progress or (lambda _what, _share: None)
        tell("reading", 0.0)
        article = read_article(document, self._nlp)
        tell("looking for facts", 0.6)
        return from_article(article, max_cards, tell)


def from_article(article: Article, max_cards: int | None, tell: Progress) -> Generated:
    """Make a deck from an article that has been read."""
    found: list[Fact] = []
    silences: list[Silence] = []
    for sentence in article.sentences:
        for one in facts.find(article, sentence):
            (found if isinstance(one, Fact) else silences).append(one)  # type: ignore[arg-type]
    tell("wording questions", 0.7)
    passed, rejected = _gated(article, found)
    clashing = list(unique.clashes(passed, found))
    rejected += [Rejected(card, f"one_answer: {reason}") for card, reason in clashing]
    out = {id(card) for card, _ in clashing}
    passed = [card for card in passed if id(card) not in out]
    tell("choosing", 0.85)
    limit = choose.how_many(article) if max_cards is None else max_cards
    chosen = choose.choose(article, passed, limit)
    chosen = _with_clozes(article, chosen, found, limit)
    kept = {id(card) for card in chosen}
    rejected += [Rejected(card, "another card was chosen instead") for card in passed if id(card) not in kept]
    cards = tuple(Made(_item(article, card, passed, found), card) for card in chosen)
    tell("done", 1.0)
    deck = Deck(title=_title(article), items=tuple(made.item for made in cards), source=_source(article))
    return Generated(deck, cards, tuple(silences), tuple(rejected), article)


def _with_clozes(article: Article, chosen: list[Candidate], facts: list[Fact], limit: int) -> list[Candidate]:
    """Add clozes for facts without a card, while there is room and never more than one card in five."""
    room = max(0, min(limit - len(chosen), len(chosen) // (cloze.SHARE - 1)))
    full = {number for number, cards in Counter(card.sentence.number for card in chosen).items()
            if cards >= choose.PER_SENTENCE}  # fmt: skip
    found = [
        card
        for card in cloze.clozes(article, facts, chosen)
        if card.sentence.number not in full and gates.refusal(article, card) is None
    ]
    best = sorted(choose.choose(article, found, len(found)), key=lambda card: -choose.rank(article, card))
    one_each = {card.sentence.number: card for card in reversed(best)}
    kept = sorted(one_each.values(), key=lambda card: (-choose.rank(article, card), card.sentence.number))[:room]
    return sorted([*chosen, *kept], key=lambda card: card.sentence.number)


def _gated(article: Article, found: list[Fact]) -> tuple[list[Candidate], list[Rejected]]:
    passed: list[Candidate] = []
    rejected: list[Rejected] = []
    main = occasions.of_article(article)
    for fact in found:
        for card, reason in anchored.settled(article, fact, main):
            if reason is None:
                passed.append(card)
            else:
                rejected.append(Rejected(card, reason))
    return passed, rejected


def _item(article: Article, card: Candidate, cards: list[Candidate], found: list[Fact]) -> Item:
    quote = card.sentence.text
    if card.kind is Kind.CLOZE:
        return Item(cloze=card.question, quote=quote, context=_context(article, card), rule=card.rule)
    if card.kind is Kind.LIST:
        return Item(
            question=card.question, answers=card.answers, quote=quote, context=_context(article, card), rule=card.rule
        )
    return Item(
        question=card.question,
        answer=card.answer,
        accept=wrongs.accepted(article, card),
        wrong=wrongs.wrong(article, card, cards, found),
        quote=quote,
        context=_context(article, card),
        rule=card.rule,
    )


def _context(article: Article, card: Candidate) -> str:
    """Return the sentences of the card's paragraph, empty when the quotation is all of it."""
    around = [sentence.text for sentence in article.sentences if sentence.paragraph == card.sentence.paragraph]
    return " ".join(around) if len(around) > 1 else ""


def _title(article: Article) -> str:
    return article.document.title or "Untitled"


def _source(article: Article) -> Source:
    document = article.document
    return Source(title=document.title, url=document.url, author=document.author, date=article.date or document.date)
