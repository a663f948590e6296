"""Which candidates become the deck: rank, then as different from each other as can be.

A rank is the sum of position, overlap with the title, how central the named are, and the rule's own
worth, less the risk of the parse. Maximal marginal relevance (Carbonell and Goldstein, 1998) then
takes the best card that repeats least of what is taken.
"""

import re
from collections import Counter
from collections.abc import Sequence

from quizapp.generate.article import Article
from quizapp.generate.fact import Candidate, Sort
from quizapp.generate.gates.form import content_words

PER_SENTENCE = 3
WORDS_PER_CARD = 22
FEWEST, MOST = 10, 40
_SAMENESS = 0.9
"""How much likeness to a card already taken costs, against a rank of about 0 to 3."""
_TOO_ALIKE = 0.65
_MIRRORED = 0.6
_SHORT = 4
"""Cards below which a deck is so short that both ends of a fact may be asked."""
_LEAD = 0.4
"""What it is worth that the first sentence tells who did it."""


def how_many(article: Article) -> int:
    """Return how many cards an article is worth: 15 to 30 for 350 to 700 words."""
    words = sum(len(sentence.text.split()) for sentence in article.sentences)
    return max(FEWEST, min(MOST, round(words / WORDS_PER_CARD)))


def choose(article: Article, cards: Sequence[Candidate], limit: int) -> list[Candidate]:
    """Return at most ``limit`` candidates, best first taken, in the order of the article."""
    ranks = [rank(article, card) for card in cards]
    words = [frozenset(content_words(f"{card.without_offices} {card.answer}")) for card in cards]
    likeness = [0.0] * len(cards)
    taken: list[int] = []
    sentences: Counter[int] = Counter()
    identities: Counter[int] = Counter()
    telling = Counter(card.sentence.number for card in cards if not _is_identity(card))
    left = list(range(len(cards)))
    while left and len(taken) < limit:
        best = max(left, key=lambda one: (ranks[one] - _SAMENESS * likeness[one], -one))
        left.remove(best)
        number = cards[best].sentence.number
        if sentences[number] >= PER_SENTENCE or _repeats(best, taken, cards, words):
            continue
        if _is_identity(cards[best]):
            if identities[number] >= max(1, PER_SENTENCE - telling[number]):
                continue
            identities[number] += 1
        sentences[number] += 1
        taken.append(best)
        likeness = [max(like, _jaccard(mine, words[best])) for like, mine in zip(likeness, words, strict=True)]
    return [cards[one] for one in sorted(taken, key=lambda one: (cards[one].sentence.number, one))]


def _is_identity(card: Candidate) -> bool:
    """Say whether a card asks who somebody is or what letters stand for: what happened keeps a place beside it."""
    return card.rule.startswith(("role/", "apposition/", "acronym/"))


def rank(article: Article, card: Candidate) -> float:
    """Return how much a card is wanted: about 0 to 3."""
    sentences = max(1, len(article.sentences))
    position = 1 - card.sentence.number / sentences
    title = set(content_words(article.document.title))
    said = set(content_words(f"{card.question} {card.answer}"))
    overlap = len(title & said) / max(1, min(len(title), 6))
    told_first = _LEAD if card.sentence.number == 0 and card.rule.endswith("/subject") else 0.0
    return (
        told_first
        + 0.6 * position
        + 0.8 * min(1.0, overlap)
        + 0.6 * _centrality(article, card)
        + card.worth
        - card.risk
    )


def _centrality(article: Article, card: Candidate) -> float:
    """Return how much of the article's naming falls on whom the card names, from 0 to 1."""
    most = article.register.most_mentions or 1
    text = f"{card.question} {card.answer}"
    shares = [len(entity.mentions) / most for entity in article.register.within(text)]
    return min(1.0, sum(shares) / 2)


def _repeats(one: int, taken: Sequence[int], cards: Sequence[Candidate], words: Sequence[frozenset[str]]) -> bool:
    """Say whether a card asks what a taken one asks: the same part of the same fact, or nearly the same words."""
    for other in taken:
        if _jaccard(words[one], words[other]) > _TOO_ALIKE and cards[one].answer == cards[other].answer:
            return True
        if cards[one].question == cards[other].question or _tell_one_figure(cards[one], cards[other]):
            return True
        letters = cards[one].rule.startswith("acronym/")
        if (letters or len(taken) >= _SHORT) and _mirrors(cards[one], cards[other], words[one], words[other]):
            return True
    return False


def _tell_one_figure(one: Candidate, other: Candidate) -> bool:
    """Say whether two sentences tell the same figure of the same: "at least 159 people" in the lead, 159 below."""
    if one.sort not in _FIGURES or one.sort is not other.sort or one.sentence is other.sentence:
        return False
    figure, again = (re.search(r"\d[\d,.]*\d", card.answer) for card in (one, other))
    if figure is None or again is None or figure[0] != again[0]:
        return False
    asked, also = (frozenset(content_words(card.without_offices)) for card in (one, other))
    return _jaccard(asked, also) > _ALIKE_FOR_FIGURES


_FIGURES = frozenset({Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DURATION})
_ALIKE_FOR_FIGURES = 0.3
"""How much two questions with the same figure of two digits and more may share and still be two."""


def _mirrors(one: Candidate, other: Candidate, words: frozenset[str], others: frozenset[str]) -> bool:
    """Say whether two cards ask the two ends of one fact: numbers, times and reasons are facts of their own."""
    same = one.sentence is other.sentence and one.fact.predicate.token is other.fact.predicate.token
    own = {Sort.COUNT, Sort.SHARE, Sort.MONEY, Sort.DATE, Sort.DURATION, Sort.CLAUSE, Sort.QUOTE}
    return same and one.sort not in own and other.sort not in own and _jaccard(words, others) > _MIRRORED


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
