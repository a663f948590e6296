"""Files as no hand writes them: decks and journals with bytes flipped, cut, doubled, moved and put in."""

import random

from quizapp.cards.advice import advise
from quizapp.cards.identity import cards_in
from quizapp.errors import QuizError
from quizapp.store.deckfile import parse_deck
from quizapp.store.deckwriter import deck_text
from quizapp.text import acting_characters, shown

PIECES = [
    *(bytes([byte]) for byte in b"\0\t\n\r\x1b\x7f\x85\xa0\xc3\xe2\xff:-?#&*!|>'\"%@`{}[],\\ <=~"),
    *(text.encode() for text in ("\u0085", "\u2028", "\u202e", "\ufeff", "\ud7ff", "😀", "e\u0301", "{{", "}}", "::")),
    *(
        b"---\n",
        b"...\n",
        b"<<: *a\n",
        b"&a ",
        b"*a",
        b"!!int ",
        b"? ",
        b"- - - ",
        b"\r\n",
        b"<<<<<<< x\n",
        b"=======\n",
    ),
    *(b"cards:\n", b"title: x\n", b"question: ", b"answer:", b"reverse: yes\n", b"id: a\n", b"  ", b"\\u0000", b'"\\x'),
    *(b"[" * 40, b"{" * 40, b"a" * 3000, b"9" * 400, b"\n" * 50, b"- \n" * 20),
]

SEED = """\
# A deck with every kind of card.
title: "Rivers: all of them"
description: |
  Two lines
  of text.
tags: [geography, water]
source: {title: A book, author: N. N., url: "https://example.org/a?b=c#d", date: 2024-07-04}
cards:
- Which river flows through Cairo?: the Nile
- question: Which river flows through Vienna?
  answer: the Danube
  accept: [Danube, 'Donau']
  wrong: [the Rhine, the Elbe, the Oder]
  quote: The Danube flows through Vienna.
  hint: >-
    It ends in
    the Black Sea.
  tags: [europe]
- cloze: The {{Seine}} flows through {{Paris::city}}, \\{not a gap}.
  id: seine
- question: Name the rivers of Mesopotamia.
  answers: [Tigris, Euphrates]
  ordered: true
- {question: Turkey, answer: Ankara, reverse: true, note: 12:30, context: "no"}
"""


def mutated(data, chance):
    """Return ``data`` with one to four things done to it."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randint(0, len(data))
        to = min(len(data), at + chance.choice([1, 1, 2, 5, 20, 200]))
        match chance.randint(0, 6):
            case 0:
                data = data[:at] + data[to:]
            case 1:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 2:
                data = data[:at] + chance.choice(PIECES) + data[to:]
            case 3:
                data = data[:at] + bytes([chance.randint(0, 255)]) + data[at + 1 :]
            case 4:
                data = data[:at] + data[at:to] * 2 + data[to:]
            case 5:
                there = chance.randint(0, len(data))
                data = data[:there] + data[at:to] + data[there:]
            case 6:
                data = data[:at]
    return data


def mutants(count, seed=1):
    """Yield so many mutants, the same for the same seed."""
    chance = random.Random(seed)
    return (mutated(SEED.encode(), chance) for _ in range(count))


def faults_of(data, *, thorough=True):
    """Read the bytes of a deck and do with it what the program does; return what is wrong with how it is told.

    What takes long, the advice and writing it anew, is done if ``thorough``.
    """
    try:
        read = parse_deck(data, "x.yaml")
    except QuizError as error:
        return _untold(error.problems) or ([] if error.problems else ["refused without a problem"])
    cards = list(cards_in(read.deck))
    faults = _untold([*read.problems, *read.advice])
    if len({card.id for card in cards}) < len({(card.question, card.answer) for card in cards}):
        faults.append("two cards share an id")
    faults += [f"acts: {card.question!r}" for card in cards if acting_characters(shown(card.question + card.answer))]
    if thorough:
        faults += _untold(problem.at("x.yaml") for problem in advise(read.deck))
    if thorough and parse_deck(deck_text(read.deck).encode(), "x.yaml").problems:
        faults.append("what is written cannot be read")
    return faults


def _untold(problems):
    return [
        f"without place or remedy: {problem}"
        for problem in problems
        if not (problem.line and problem.column and problem.message and "\n" not in str(problem))
    ]
