from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.model import CardId
from quizapp.history import events as kinds
from quizapp.history.events import DeviceId, Event, EventId, Grade
from quizapp.history.fold import NOTHING, Past, changed_by, extended, fold

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


def event(number, kind, *, dev="a", minute=None, **data):
    minute = number if minute is None else minute
    return Event(
        id=EventId(f"{number:032x}"),
        kind=kind,
        dev=DeviceId(dev),
        n=number,
        t=START + timedelta(minutes=minute),
        day=20454 + minute // 1440,
        data=data,
    )


def review(number, card, grade=3, **more):
    return event(number, kinds.REVIEW, card=card, grade=grade, ms=900, via="flip", **more)


def void(number, target, **more):
    return event(number, kinds.VOID, target=target.id, **more)


def link(number, old, new, **more):
    return event(number, kinds.LINK, old=old, new=new, **more)


CARD_NAMES = ("A", "B", "C", "D")
CARDS = st.sampled_from(CARD_NAMES)
DATA = {
    kinds.REVIEW: st.fixed_dictionaries(
        {"card": CARDS, "grade": st.integers(0, 5), "ms": st.integers(-5, 9000), "via": st.just("flip")},
        optional={"other": CARDS, "question": st.sampled_from(["Q", "R"]), "answer": st.just("x")},
    ),
    kinds.SUSPEND: st.fixed_dictionaries({"card": CARDS}),
    kinds.UNSUSPEND: st.fixed_dictionaries({"card": CARDS}),
    kinds.BURY: st.fixed_dictionaries({"card": CARDS}),
    kinds.RESET: st.fixed_dictionaries({"card": CARDS}),
    kinds.FLAG: st.fixed_dictionaries({"card": CARDS, "on": st.booleans()}),
    kinds.LINK: st.fixed_dictionaries({"old": CARDS, "new": CARDS}),
    kinds.VOID: st.fixed_dictionaries({"target": st.integers(0, 14).map(lambda n: f"{n:032x}")}),
    kinds.REDATE: st.fixed_dictionaries(
        {
            "target": st.integers(0, 14).map(lambda n: f"{n:032x}"),
            "at": st.sampled_from(["2026-01-01T09:05:00+00:00", "2025-12-31T09:00:00+00:00", "never"]),
            "on": st.just(20453),
        }
    ),
    kinds.QUIZ_START: st.fixed_dictionaries({"quiz": st.sampled_from("xy"), "decks": st.just(("t",))}),
    kinds.QUIZ_ANSWER: st.fixed_dictionaries(
        {"quiz": st.sampled_from("xy"), "card": CARDS, "verdict": st.sampled_from(["right", "wrong"])}
    ),
    kinds.QUIZ_END: st.fixed_dictionaries(
        {"quiz": st.sampled_from("xy"), "right": st.integers(-1, 9), "total": st.integers(-1, 9)}
    ),
    kinds.MOVE: st.fixed_dictionaries({"old": CARDS, "new": CARDS}),
    kinds.APART: st.fixed_dictionaries({"old": CARDS, "new": CARDS}),
    kinds.DELETE: st.fixed_dictionaries({"place": CARDS, "card": CARDS}),
    kinds.EMPTY: st.fixed_dictionaries({"targets": st.integers(0, 14).map(lambda n: (f"{n:032x}",))}),
    "of-tomorrow": st.just({}),
}
WEIGHTED = [kinds.REVIEW, kinds.REVIEW, kinds.VOID, kinds.VOID, kinds.LINK, kinds.LINK, *DATA]


@st.composite
def histories(draw):
    events = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(WEIGHTED))
        made = event(number, kind, dev=draw(st.sampled_from("ab")), minute=draw(st.integers(0, 20)))
        version = 2 if draw(st.integers(0, 19)) == 0 else 1
        events.append(replace(made, data=draw(DATA[kind]), v=version))
    return events


@st.composite
def shuffled(draw):
    events = draw(histories())
    copies = draw(st.lists(st.sampled_from(events), max_size=5)) if events else []
    return events, draw(st.permutations(events + copies))


class TestSetOfEvents:
    @given(shuffled())
    @settings(max_examples=150)
    def test_order_and_repetition_change_nothing(self, both):
        events, mixed = both
        assert fold(mixed) == fold(events)

    @given(shuffled())
    @settings(max_examples=150)
    def test_extending_event_by_event_equals_folding_all(self, both):
        events, mixed = both
        past = fold([])
        for one in mixed:
            past = extended(past, one)
        assert past == fold(events)
        assert past.quizzes == fold(events).quizzes

    @given(shuffled(), st.integers(0, 14))
    @settings(max_examples=150)
    def test_many_events_at_once_name_every_card_that_they_change(self, both, number):
        events, mixed = both
        before = fold(mixed[:number])
        after, named = changed_by(before, mixed[number:])
        assert after == fold(events)
        assert {card for card in CARD_NAMES if before.of(card) != after.of(card)} <= named

    @given(histories(), st.data())
    def test_undo_of_the_last_act_leaves_what_was_before_it(self, events, data):
        acting = data.draw(st.sampled_from([kinds.REVIEW, kinds.SUSPEND, kinds.BURY, kinds.FLAG, kinds.RESET]))
        act = event(90, acting, card="A", grade=4, on=True)
        before = fold(events)
        after = extended(before, act)
        assert after.last == act
        assert extended(after, void(91, act)) == before

    @given(histories())
    def test_redo_brings_an_act_back(self, events):
        act = review(90, "A")
        undo = void(91, act)
        assert fold([*events, act, undo, void(92, undo)]) == fold([*events, act])

    @given(histories())
    def test_a_past_that_was_extended_stays_as_it_was(self, events):
        past = fold(events)
        extended(extended(past, review(90, "A")), link(91, "B", "A"))
        assert past == fold(events)

    @given(histories())
    def test_undo_reaches_any_depth(self, events):
        past = fold(events)
        for number in range(100, 200):
            if past.last is None:
                break
            past = extended(past, void(number, past.last))
        assert past.last is None
        assert not any(card.acts for card in past.cards.values())

    def test_of_two_events_with_one_id_the_lower_bytes_win(self):
        low, high = review(1, "A", grade=1), review(1, "B", grade=3)
        assert fold([low, high]) == fold([high, low]) == fold([low])
        assert extended(fold([high]), low) == fold([low])
        assert extended(fold([low]), high) == fold([low])


class TestCards:
    def test_reviews_are_told_in_order(self):
        past = fold([review(2, "A", grade=1), review(1, "A", grade=4)])
        assert [one.grade for one in past.of(CardId("A")).reviews] == [Grade.EASY, Grade.AGAIN]
        assert past.of(CardId("A")).reviews[0].ms == 900

    def test_a_card_never_seen_has_no_past(self):
        assert fold([]).of(CardId("A")) is NOTHING

    def test_suspend_bury_and_flag_hold_until_taken_back(self):
        on = [
            event(1, kinds.SUSPEND, card="A"),
            event(2, kinds.BURY, card="A"),
            event(3, kinds.FLAG, card="A", on=True),
        ]
        card = fold(on).of(CardId("A"))
        assert (card.suspended, card.buried_on, card.flagged) == (True, 20454, True)
        off = [event(4, kinds.UNSUSPEND, card="A"), event(5, kinds.FLAG, card="A", on=False)]
        card = fold(on + off).of(CardId("A"))
        assert (card.suspended, card.flagged) == (False, False)

    def test_reset_forgets_the_reviews_before_it_only(self):
        past = fold([review(1, "A"), event(2, kinds.RESET, card="A"), review(3, "A", grade=2)])
        assert [one.grade for one in past.of(CardId("A")).reviews] == [Grade.HARD]

    def test_question_and_answer_outlive_the_file(self):
        past = fold([review(1, "A", question="Q", answer="x"), review(2, "A")])
        assert (past.of(CardId("A")).question, past.of(CardId("A")).answer) == ("Q", "x")

    def test_a_review_without_a_readable_grade_is_passed_over(self):
        past = fold([review(1, "A", grade=9)])
        assert past.cards == {}
        assert past.passed_over == {kinds.REVIEW}


class TestLinks:
    def test_the_new_name_has_the_past_of_the_old(self):
        past = fold([review(1, "A"), link(2, "A", "B"), review(3, "B")])
        assert len(past.of(CardId("B")).reviews) == 2
        assert past.of(CardId("A")) == past.of(CardId("B"))
        assert set(past.cards) == {"B"}

    def test_a_device_that_has_not_heard_of_the_link_reports_to_the_new_name(self):
        past = fold([review(1, "A"), link(2, "A", "B"), review(3, "A", dev="b")])
        assert len(past.of(CardId("B")).reviews) == 2

    def test_the_first_link_wins(self):
        past = fold([review(1, "A"), link(2, "A", "B"), link(3, "A", "C", dev="b")])
        assert past.name_of(CardId("A")) == "B"
        assert past.of(CardId("C")) is NOTHING

    def test_an_edit_reverted_and_made_anew_keeps_the_past(self):
        past = fold([review(1, "A"), link(2, "A", "B"), link(3, "B", "A"), review(4, "A"), link(5, "A", "D")])
        assert len(past.of(CardId("D")).reviews) == 2
        assert set(past.cards) == {"D"}

    def test_a_chain_of_edits_keeps_the_past(self):
        past = fold([review(1, "A"), link(2, "A", "B"), link(3, "B", "C")])
        assert past.name_of(CardId("A")) == "C"
        assert len(past.of(CardId("C")).reviews) == 1

    def test_a_voided_link_gives_each_card_its_own_past_back(self):
        tie = link(2, "A", "B")
        past = fold([review(1, "A"), tie, review(3, "B", grade=1), void(4, tie)])
        assert [one.grade for one in past.of(CardId("A")).reviews] == [Grade.GOOD]
        assert [one.grade for one in past.of(CardId("B")).reviews] == [Grade.AGAIN]

    def test_a_card_linked_to_itself_stays_itself(self):
        assert len(fold([review(1, "A"), link(2, "A", "A")]).of(CardId("A")).reviews) == 1


class TestVoids:
    def test_a_void_before_its_target_counts(self):
        act = review(5, "A")
        assert fold([void(1, act), act]).cards == {}

    def test_voids_in_a_circle_hit_nothing_and_end(self):
        one, other = event(1, kinds.VOID, target=f"{2:032x}"), event(2, kinds.VOID, target=f"{1:032x}")
        assert fold([one, other, review(3, "A")]).last == review(3, "A")

    def test_a_void_of_something_never_seen_waits(self):
        act = review(1, "A")
        past = extended(fold([]), void(2, act))
        assert extended(past, act).cards == {}


class TestQuizzes:
    ASKED = (
        event(1, kinds.QUIZ_START, quiz="q", decks=("Capitals",), questions=3, mode="choice"),
        event(2, kinds.QUIZ_ANSWER, quiz="q", card="A", verdict="right", given="x", choices=("x", "y"), ms=1200),
        event(3, kinds.QUIZ_ANSWER, quiz="q", card="B", verdict="wrong", given="y"),
    )

    def test_a_quiz_without_an_end_is_unfinished_not_lost(self):
        (quiz,) = fold(self.ASKED).quizzes
        assert (quiz.finished, quiz.right, quiz.total, quiz.planned) == (False, 1, 2, 3)
        assert quiz.decks == ("Capitals",)
        assert quiz.answers[0].choices == ("x", "y")

    def test_a_finished_quiz_has_its_score(self):
        (quiz,) = fold([*self.ASKED, event(4, kinds.QUIZ_END, quiz="q", right=1, total=3)]).quizzes
        assert (quiz.finished, quiz.right, quiz.total) == (True, 1, 3)
        assert quiz.share == 1 / 3

    def test_a_quiz_whose_start_is_taken_back_is_gone(self):
        assert fold([*self.ASKED, void(9, self.ASKED[0])]).quizzes == ()

    def test_a_quiz_is_told_from_its_answers_when_the_start_is_missing(self):
        (quiz,) = fold(self.ASKED[1:]).quizzes
        assert (quiz.id, len(quiz.answers), quiz.planned) == ("q", 2, 0)

    def test_a_score_edited_by_hand_stays_within_bounds(self):
        (quiz,) = fold([*self.ASKED, event(4, kinds.QUIZ_END, quiz="q", right=9, total=3)]).quizzes
        assert quiz.share == 1.0

    def test_quizzes_are_told_in_the_order_they_began(self):
        later = event(20, kinds.QUIZ_START, quiz="a")
        assert [quiz.id for quiz in fold([later, *self.ASKED]).quizzes] == ["q", "a"]


def test_unknown_kinds_and_newer_versions_are_kept_and_passed_over():
    newer = replace(review(2, "A"), v=2)
    past = fold([event(1, "of-tomorrow"), newer])
    assert past.cards == {}
    assert past.passed_over == {"of-tomorrow", kinds.REVIEW}
    assert past.knows(newer)
    assert not past.knows(review(7, "A"))


def test_a_past_says_what_it_is():
    assert isinstance(fold([]), Past)
    assert "cards" in repr(fold([]))


def test_a_review_tells_whose_answer_was_given_until_it_is_taken_back():
    mixed_up = review(1, "A", grade=1)
    mixed_up = replace(mixed_up, data={**mixed_up.data, "given": "x", "other": "B"})
    assert [one.other for one in fold([mixed_up]).of(CardId("A")).reviews] == ["B"]
    assert fold([mixed_up, void(2, mixed_up)]).of(CardId("A")).reviews == ()


def test_an_answer_of_a_quiz_tells_what_it_counted_for():
    told = {"quiz": "x", "card": "A", "verdict": "close", "claim": "c", "late": True, "grade": 3, "other": "B"}
    (answer,) = fold([event(1, kinds.QUIZ_ANSWER, **told)]).quizzes[0].answers
    assert (answer.right, answer.claim, answer.late, answer.grade, answer.other) == (True, "c", True, 3, "B")
