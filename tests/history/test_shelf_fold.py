from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId
from quizapp.history.fold import fold
from quizapp.history.shelf_fold import place_now

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def event(number, kind, **data):
    t = START + timedelta(minutes=number)
    return Event(EventId(f"{number:032x}"), kind, DeviceId("a"), number, t, 20454, data)


def move(number, old, new):
    return event(number, kinds.MOVE, old=old, new=new)


def at(number):
    """Return the place in the order of what happens just after event ``number``."""
    return (START + timedelta(minutes=number, seconds=30), "a", 0, "")


def test_a_deck_is_followed_from_place_to_place():
    moves = fold([move(1, "rivers", "geo/rivers"), move(2, "geo/rivers", "geo/water")]).moves
    assert place_now(moves, "rivers") == "geo/water"
    assert place_now(moves, "rivers", at(0)) == "geo/water"
    assert place_now(moves, "lakes") == "lakes"


def test_what_happened_at_the_old_place_since_is_a_new_decks():
    moves = fold([move(1, "rivers", "geo/rivers")]).moves
    assert place_now(moves, "rivers", at(1)) == "rivers"


def test_a_move_that_another_device_noticed_too_counts_once():
    moves = fold([move(1, "rivers", "geo/rivers"), move(5, "rivers", "geo/rivers")]).moves
    assert len(moves) == 1
    # Between the two a new deck has come to the old place; the second notice does not take it along.
    assert place_now(moves, "rivers", at(3)) == "rivers"


def test_a_deck_that_goes_back_and_forth_is_followed():
    moves = fold([move(1, "a", "b"), move(2, "b", "a"), move(3, "a", "b")]).moves
    assert place_now(moves, "a", at(0)) == "b"
    assert place_now(moves, "b", at(1)) == "b"


def test_a_move_can_be_taken_back():
    told = move(1, "rivers", "geo/rivers")
    undone = event(2, kinds.VOID, target=told.id)
    assert fold([told, undone]).moves == fold([undone, told]).moves == ()
    assert fold([told, undone, event(3, kinds.VOID, target=undone.id)]).moves == fold([told]).moves


def test_the_bin_holds_what_was_deleted_until_it_is_taken_back_or_emptied():
    first, second = (event(n, kinds.DELETE, place="rivers", card=c, item="- a: b") for n, c in ((1, "a"), (2, "b")))
    assert fold([first, second]).shelf.acts == (first, second)
    assert fold([first, second]).last == second
    assert fold([first, second, event(3, kinds.VOID, target=second.id)]).last == first
    emptied = fold([first, second, event(3, kinds.EMPTY, targets=(first.id, second.id))])
    assert (emptied.shelf.acts, emptied.last) == ((), None)


def test_cards_said_to_be_two_are_remembered():
    assert fold([event(1, kinds.APART, old="a", new="b")]).shelf.apart == {("a", "b")}


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), max_size=8))
def test_following_a_place_ends_and_lands_where_no_later_move_starts(pairs):
    moves = fold(move(number, *pair) for number, pair in enumerate(pairs)).moves
    for number in range(-1, len(pairs)):
        for place in "abc":
            now = place_now(moves, place, at(number))
            assert now == place or now in {later.new for later in moves if later.order > at(number)}
