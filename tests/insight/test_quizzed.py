from datetime import UTC, datetime, timedelta

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold
from quizapp.insight.quizzed import DeckAt, quizzes_by_place

START = datetime(2026, 1, 1, 9, tzinfo=UTC)
RIVERS = DeckAt("rivers", "Rivers", [CardId("nile"), CardId("seine")])
LAKES = DeckAt("geo/lakes", "Lakes", [CardId("chad"), CardId("nile")])


def event(number, kind, **data):
    t = START + timedelta(minutes=number)
    return Event(EventId(f"{number:032x}"), kind, DeviceId("a"), number, t, 20454, data)


def quiz(number, name, *cards, decks=("Rivers",), places=()):
    more = {"places": places} if places else {}
    return [
        event(number, kinds.QUIZ_START, quiz=name, decks=decks, questions=len(cards), mode="typed", **more),
        *(
            event(number + place, kinds.QUIZ_ANSWER, quiz=name, card=card, verdict="right")
            for place, card in enumerate(cards, 1)
        ),
    ]


def told(decks, *events):
    return {place: [quiz.id for quiz in quizzes] for place, quizzes in quizzes_by_place(fold(events), decks).items()}


def test_a_quiz_is_of_the_deck_at_its_place_whatever_the_titles_are():
    renamed = RIVERS._replace(title="Streams")
    namesake = DeckAt("other", "Rivers", [CardId("nile")])
    assert told([renamed, namesake], *quiz(1, "q", "nile", places=("rivers",))) == {"rivers": ["q"]}


def test_a_quiz_on_several_decks_is_of_each():
    played = quiz(1, "q", "nile", "chad", places=("rivers", "geo/lakes"))
    assert told([RIVERS, LAKES], *played) == {"rivers": ["q"], "geo/lakes": ["q"]}


def test_a_quiz_goes_with_its_deck_and_a_new_deck_at_the_place_has_its_own():
    moved = RIVERS._replace(place="water/rivers")
    newcomer = DeckAt("rivers", "Rivers", [CardId("nile")])
    events = [
        *quiz(1, "old", "nile", places=("rivers",)),
        event(5, kinds.MOVE, old="rivers", new="water/rivers"),
        *quiz(9, "new", "nile", places=("rivers",)),
    ]
    assert told([moved, newcomer], *events) == {"water/rivers": ["old"], "rivers": ["new"]}


def test_a_journal_that_tells_no_place_is_read_by_cards_and_then_titles():
    assert told([RIVERS, LAKES], *quiz(1, "q", "chad", decks=("A title given up",))) == {"geo/lakes": ["q"]}
    assert told([RIVERS, LAKES], *quiz(1, "q", "nile")) == {"rivers": ["q"]}


def test_where_no_deck_stands_any_more_the_cards_tell():
    assert told([LAKES], *quiz(1, "q", "chad", places=("rivers",))) == {"geo/lakes": ["q"]}
    assert told([LAKES], *quiz(1, "q", "seine", places=("rivers",))) == {}


def test_cards_are_followed_through_their_links():
    edited = RIVERS._replace(cards=[CardId("the nile")])
    events = [*quiz(1, "q", "nile", decks=()), event(5, kinds.LINK, old="nile", new="the nile")]
    assert told([edited], *events) == {"rivers": ["q"]}


def test_quizzes_are_told_in_the_order_they_began():
    events = [*quiz(9, "b", "nile", places=("rivers",)), *quiz(1, "a", "nile")]
    assert told([RIVERS], *events) == {"rivers": ["a", "b"]}
