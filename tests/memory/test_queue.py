from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.model import CardId
from quizapp.history.events import EventId, Grade
from quizapp.history.fold import ReviewEvent
from quizapp.memory.model import Memory, Phase
from quizapp.memory.queue import Candidate, Counts, Done, Limits, Room, apart, counts, done_on, queue
from quizapp.memory.scheduler import Scheduler

NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
DAY = 20454
SCHEDULER = Scheduler()
NO_LIMITS = Limits(10_000, 10_000)


def known(stability=10.0, last=DAY - 20, due=None):
    return Memory(Phase.REVIEW, stability, 5.0, 0, last + round(stability) if due is None else due, None, last, 3, 0)


def stepping(minutes=-1, last=DAY):
    return Memory(Phase.LEARNING, 1.0, 5.0, 1, last, NOW + timedelta(minutes=minutes), last, 1, 0)


def candidate(name, memory=None, sibling=None, **more):
    return Candidate(CardId(name), sibling or name, memory, **more)


def asked(candidates, limits=NO_LIMITS, done=Done()):  # noqa: B008 - a frozen value
    return queue(candidates, SCHEDULER, NOW, DAY, room=Room.under(limits, done))


MEMORIES = st.one_of(
    st.none(),
    st.builds(known, st.floats(0.1, 300), st.integers(DAY - 400, DAY)),
    st.builds(stepping, st.integers(-30, 30), st.integers(DAY - 3, DAY)),
)
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        card=st.uuids().map(lambda name: CardId(name.hex)),
        sibling=st.sampled_from("abcdefgh"),
        memory=MEMORIES,
        suspended=st.integers(0, 5).map(lambda n: n == 0),
        buried_on=st.one_of(st.none(), st.integers(DAY - 1, DAY)),
    ),
    max_size=14,
    unique_by=lambda one: one.card,
)
LIMITS = st.builds(Limits, st.integers(0, 5), st.integers(0, 5))
DONE = st.builds(Done, st.integers(0, 5), st.integers(0, 5))


class TestOrder:
    def test_learning_then_reviews_then_new_then_steps_not_over(self):
        cards = [
            candidate("new"),
            candidate("soon", stepping(5)),
            candidate("review", known()),
            candidate("step", stepping(-3)),
        ]
        assert asked(cards) == ("step", "review", "new", "soon")

    def test_what_is_not_due_is_left_out(self):
        assert asked([candidate("later", known(last=DAY - 1))]) == ()

    def test_suspended_and_buried_cards_are_left_out(self):
        cards = [
            candidate("s", suspended=True),
            candidate("b", known(), buried_on=DAY),
            candidate("yesterday", buried_on=DAY - 1),
        ]
        assert asked(cards) == ("yesterday",)

    def test_the_overdue_card_that_gains_more_comes_first(self):
        slipping, safe = candidate("slipping", known(10, DAY - 12)), candidate("safe", known(300, DAY - 301))
        assert asked([safe, slipping]) == asked([slipping, safe]) == ("slipping", "safe")

    def test_a_card_whose_clock_was_wrong_still_finishes_its_steps(self):
        assert asked([candidate("a", stepping(minutes=10**7, last=DAY + 9000))]) == ("a",)

    @given(st.lists(st.builds(known, st.floats(0.1, 300), st.integers(DAY - 400, DAY - 1)), max_size=12))
    @settings(deadline=None, max_examples=60)
    def test_the_reviews_that_fit_are_those_that_gain_most(self, memories):
        due = [memory for memory in memories if memory.due_day <= DAY]
        cards = [candidate(str(number), memory) for number, memory in enumerate(due)]
        order = [SCHEDULER.gain(due[int(card)], DAY) for card in asked(cards, Limits(0, 3))]
        assert order == sorted((SCHEDULER.gain(memory, DAY) for memory in due), reverse=True)[:3]


class TestLimits:
    def test_new_cards_and_reviews_are_counted_apart_and_less_what_was_done(self):
        cards = [candidate(f"n{n}") for n in range(9)] + [candidate(f"r{n}", known()) for n in range(9)]
        assert counts(cards, DAY, Room.under(Limits(5, 7), Done(2, 3))) == Counts(new=3, learning=0, due=4)
        assert counts(cards, DAY, Room.under(Limits(1, 1), Done(2, 3))).total == 0

    def test_cards_in_their_steps_know_no_limit(self):
        assert counts([candidate("a", stepping())], DAY, Room.under(Limits(0, 0), Done())).learning == 1

    @given(CANDIDATES, LIMITS, DONE)
    @settings(deadline=None)
    def test_the_counts_are_what_the_queue_asks(self, candidates, limits, done):
        told = counts(candidates, DAY, Room.under(limits, done))
        order = asked(candidates, limits, done)
        assert len(order) == told.total
        assert len(set(order)) == len(order)

    def test_what_was_done_is_told_from_the_reviews(self):
        def past(*days):
            return [ReviewEvent(Grade.GOOD, NOW, day, 0, "flip", EventId("x")) for day in days]

        pasts = [past(DAY), past(DAY, DAY), past(DAY - 3, DAY), past(DAY - 1), past()]
        assert done_on(DAY, pasts) == Done(new=2, reviews=1)


class TestSiblings:
    def test_one_of_a_group_a_day(self):
        assert asked([candidate("a", sibling="s"), candidate("b", sibling="s")]) == ("a",)
        assert asked([candidate("n", sibling="s"), candidate("r", known(), sibling="s")]) == ("r",)

    def test_none_when_a_sibling_was_asked_today(self):
        seen = candidate("seen", known(last=DAY), sibling="s", suspended=True)
        assert asked([seen, candidate("b", sibling="s"), candidate("c", known(), sibling="s")]) == ()

    @given(CANDIDATES)
    @settings(deadline=None)
    def test_only_cards_in_their_steps_share_a_day(self, candidates):
        by_card = {one.card: one for one in candidates}
        fresh = [
            by_card[card].sibling
            for card in asked(candidates)
            if by_card[card].memory is None or not by_card[card].memory.in_steps
        ]
        assert len(set(fresh)) == len(fresh)


class TestApart:
    @given(st.lists(st.sampled_from("aabbcd"), max_size=14))
    def test_equals_stand_apart_if_that_is_possible(self, letters):
        result = apart(letters, str)
        assert sorted(result) == sorted(letters)
        possible = max((letters.count(letter) for letter in set(letters)), default=0) <= (len(letters) + 1) // 2
        assert all(one != other for one, other in pairwise(result)) or not possible

    @given(st.permutations("abcdefg"))
    def test_what_is_apart_stays_as_it_is(self, letters):
        assert apart(letters, str) == letters
