"""The cards and the history of a home as a collection of Anki's, and what Anki does with them."""

import sys
import time

import anki._backend
from anki.collection import AddNoteRequest, Collection

# Anki prints a trace of calls whenever something takes a fifth of a second, which is no news here.
anki._backend.print = lambda *_: None  # type: ignore[attr-defined]


def build(path, texts, today):
    """Make a collection of the decks in ``texts``, (question, answer, extra, due day or None, interval) each."""
    collection = Collection(str(path))
    try:
        model = collection.models.by_name("Basic")
        for name, cards in texts:
            deck = collection.decks.id(f"All::{name}")
            requests = []
            for question, answer, extra, _, _ in cards:
                note = collection.new_note(model)
                note.fields = [question, f"{answer}<br>{extra}" if extra else answer]
                requests.append(AddNoteRequest(note, deck))
            collection.add_notes(requests)
        states = [(due, interval) for _, cards in texts for *_, due, interval in cards]
        ids = collection.db.list("select id from cards order by id")
        began = collection.sched.today
        rows = [
            (began + due - today, max(interval, 1), card)
            for card, (due, interval) in zip(ids, states, strict=True)
            if due is not None
        ]
        reviewed = [(card, each) for _, _, card in rows for each in range(10)]

        def enter():
            collection.db.executemany(
                "update cards set type = 2, queue = 2, factor = 2500, reps = 10, due = ?, ivl = ? where id = ?", rows
            )
            collection.db.executemany(
                "insert into revlog values (?, ?, -1, 3, 10, 5, 2500, 5000, 1)",
                [(1_600_000_000_000 + number, card) for number, (card, _) in enumerate(reviewed)],
            )

        # In one transaction, for each by itself would wait for the disk.
        collection.db.transact(enter)
    finally:
        collection.close()


def opened(path):
    """Return a collection with all its decks chosen."""
    collection = Collection(str(path))
    collection.decks.select(collection.decks.id("All"))
    return collection


def first_card(path):
    """Return the question of the first card to be asked."""
    collection = opened(path)
    queued = collection.sched.get_queued_cards(fetch_limit=1)
    return collection.get_card(queued.cards[0].card.id).question()


def answer(collection):
    """Answer the next card and return how long that took, in seconds."""
    queued = collection.sched.get_queued_cards(fetch_limit=1).cards[0]
    card = collection.get_card(queued.card.id)
    card.start_timer()
    given = collection.sched.build_answer(card=card, states=queued.states, rating=2)
    began = time.perf_counter()
    collection.sched.answer_card(given)
    return time.perf_counter() - began


if __name__ == "__main__":
    first_card(sys.argv[1])
