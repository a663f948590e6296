"""A large home for the benchmarks: decks of made-up words, and a history that a real user could have.

Every card was answered on the days on which it came back, a little late at times, so that what is due
today is as much as somebody has who studies every day.
"""

import json
import random
from datetime import UTC, datetime

from quizapp.cards.identity import cards_in
from quizapp.history.events import Grade
from quizapp.memory.model import NEW, Phase
from quizapp.memory.scheduler import Scheduler
from quizapp.store.deckfile import parse_deck

_GRADES = (Grade.AGAIN, Grade.AGAIN, Grade.HARD, *([Grade.GOOD] * 6), Grade.EASY)
_LONGEST = 900
"""Days that a history may span."""
_UNSEEN = 0.02
"""The share of cards that were never answered."""


def words(chance):
    """Return some thousands of words that can be pronounced."""
    syllables = [a + b for a in "bcdfghjklmnprstvwz" for b in "aeiouéö"]
    return ["".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(8000)]


def deck_text(chance, known, name, cards):
    """Return the file of one deck."""

    def some(low, high):
        return " ".join(chance.choices(known, k=chance.randint(low, high)))

    lines = [f"title: {name} {some(1, 2)}", "cards:"]
    for number in range(cards):
        lines += [f"- question: What is {some(3, 8)} {number}?", f"  answer: {some(1, 2)} {number}"]
        if number % 3 == 0:
            lines.append(f"  wrong: [{some(1, 1)}, {some(1, 1)}, {some(1, 1)}]")
        if number % 4 == 0:
            lines.append(f"  quote: The {some(8, 20)}.")
        if number % 5 == 0:
            lines.append(f"  tags: [{chance.choice(known[:50])}]")
    return "\n".join(lines) + "\n"


def write_decks(home, decks, cards, seed=1):
    """Write ``decks`` decks of ``cards`` cards each; return their texts by path."""
    chance = random.Random(seed)
    known = words(chance)
    found = {}
    for number in range(decks):
        path = home / "decks" / f"group{number % 10}" / f"deck{number}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        found[path] = deck_text(chance, known, f"Deck {number}", cards)
        path.write_text(found[path], encoding="utf-8")
    return found


def courses(chance, today, answers):
    """Return histories of one card, each a list of days and grades of about ``answers`` answers, and how usual each is.

    A card stays long where its interval is long, so that such a history is that of more cards.
    """
    scheduler = Scheduler()
    found, usual = [], []
    while len(found) < 400:
        day, memory, course = 0, NEW, []
        while len(course) < answers or memory.phase is not Phase.REVIEW:
            grade = chance.choice(_GRADES)
            course.append((day, int(grade)))
            memory = scheduler.review(memory, grade, datetime(2020, 1, 1, tzinfo=UTC), day)
            day = max(memory.due_day, day) + (chance.random() < 0.1)
        last = course[-1][0]
        if last > _LONGEST:
            continue
        # The card is somewhere on its way to the day on which it comes back.
        shift = today - last - chance.randint(1, max(memory.due_day - last, 1))
        found.append([(day + shift, grade) for day, grade in course])
        usual.append(memory.due_day - last)
    return found, usual


def write_answers(home, texts, answers, today, seed=2):
    """Write a journal of about ``answers`` answers to the cards of some decks; return how many there are."""
    chance = random.Random(seed)
    cards = [card.id for path, text in texts.items() for card in cards_in(parse_deck(text.encode(), str(path)).deck)]
    asked = [card for card in cards if chance.random() > _UNSEEN]
    made, usual = courses(chance, today, round(answers / len(asked)))
    given = [(day, card, grade) for card in asked for day, grade in chance.choices(made, usual)[0]]
    given.sort()
    (home / "journal").mkdir(parents=True, exist_ok=True)
    files = {}
    for number, (day, card, grade) in enumerate(given, 1):
        t = datetime.fromtimestamp(86400 * day + 28800 + number * 37 % 36000, UTC)
        event = {"v": 1, "id": f"{chance.getrandbits(128):032x}", "kind": "review", "dev": "benchbench", "n": number}
        event |= {"t": t.isoformat(timespec="milliseconds").replace("+00:00", "Z"), "day": day, "card": card}
        event |= {"grade": grade, "ms": chance.randint(900, 20000), "via": "flip"}
        files.setdefault(t.year, []).append(f"- {json.dumps(event)}\n")
    for year, lines in files.items():
        (home / "journal" / f"benchbench-{year}.yaml").write_text("".join(lines), encoding="ascii")
    return len(given)
