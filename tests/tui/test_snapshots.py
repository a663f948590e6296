"""Pictures of the screens; each test's name says what to look for. Update them with --snapshot-update."""

import sys
from importlib.metadata import version

import pytest
from textual.widgets import Input

from quizapp.library import recording
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import QuizDecks, StudyDecks

DRAWN_WITH = "8.2.8"

pytestmark = pytest.mark.skipif(
    not (3, 11) <= sys.version_info[:2] <= (3, 13) or version("textual") != DRAWN_WITH,
    reason=f"pictures are drawn with Textual {DRAWN_WITH} on Python 3.11 to 3.13",
)

SMALL, WIDE, NARROW = (80, 24), (120, 36), (60, 20)
FESTIVAL, CAPITALS = ("festival",), ("capitals",)


@pytest.fixture(autouse=True)
def still(monkeypatch):
    """Keep the cursor from blinking and draw every quiz alike."""
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(recording, "new_quiz_id", lambda: "the same seed")


@pytest.mark.parametrize("size", [SMALL, WIDE, NARROW], ids="{0[0]}x{0[1]}".format)
def test_home_shows_decks_in_columns_and_beside_them_the_chosen_one_when_wide(snap_compare, app, size):
    assert snap_compare(app, terminal_size=size, press=["down"])


def test_home_without_decks_says_what_to_do(snap_compare, opened, tmp_path, monkeypatch):
    library = opened(tmp_path / "nothing")
    monkeypatch.setattr(library.home.__class__, "decks", property(lambda _: "/home/ada/quizapp/decks"))
    assert snap_compare(QuizApp(library), terminal_size=SMALL)


def test_a_question_stands_alone_with_one_thing_to_press(snap_compare, library):
    assert snap_compare(QuizApp(library, StudyDecks(FESTIVAL)), terminal_size=SMALL)


@pytest.mark.parametrize("size", [SMALL, WIDE, NARROW], ids="{0[0]}x{0[1]}".format)
def test_an_answer_stands_below_its_question_highlighted_in_its_source_over_four_grades(snap_compare, library, size):
    assert snap_compare(QuizApp(library, StudyDecks(FESTIVAL)), terminal_size=size, press=["space"])


def test_the_light_register_reads_as_well(snap_compare, library):
    app = QuizApp(library, StudyDecks(FESTIVAL), theme="quizapp-light")
    assert snap_compare(app, terminal_size=SMALL, press=["space"])


@pytest.mark.usefixtures("full_disk")
def test_a_failed_save_is_told_between_card_and_footer(snap_compare, library):
    assert snap_compare(QuizApp(library, StudyDecks(FESTIVAL)), terminal_size=SMALL, press=["space", "3"])


def test_the_summary_tells_how_it_went_what_was_hard_and_what_comes_next(snap_compare, library):
    app = QuizApp(library, StudyDecks(FESTIVAL))
    assert snap_compare(app, terminal_size=SMALL, press=["space", "1", *["space", "4"] * 4])


def test_the_setup_of_a_quiz_has_its_choices_in_brackets(snap_compare, library):
    assert snap_compare(QuizApp(library, QuizDecks(CAPITALS)), terminal_size=SMALL)


def test_a_marked_choice_has_signs_and_words(snap_compare, library):
    app = QuizApp(library, QuizDecks(CAPITALS))
    assert snap_compare(app, terminal_size=SMALL, press=["down", "right", "enter", "2"])


def test_a_nearly_right_typed_answer_shows_its_slip(snap_compare, library):
    app = QuizApp(library, QuizDecks(CAPITALS))
    press = ["down", "right", "right", "enter", *"astana", "enter", "space", *"thimpu", "enter"]
    assert snap_compare(app, terminal_size=SMALL, press=press)


def test_results_tell_the_score_and_every_answer(snap_compare, library):
    app = QuizApp(library, QuizDecks(CAPITALS))
    assert snap_compare(app, terminal_size=WIDE, press=["down", "right", "enter", *["2", "space"] * 3])


def test_help_lists_keys_by_place(snap_compare, app):
    assert snap_compare(app, terminal_size=WIDE, press=["question_mark"])
