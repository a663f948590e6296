from datetime import date

import pytest
import yaml

from quizapp.errors import QuizError
from quizapp.store.home import Home
from quizapp.store.schedule import ScheduleRow, schedule_path, write_schedule

ROWS = [
    ScheduleRow(date(2026, 2, 1), "Which is later: this or that?", 31.456, 5, "review"),
    ScheduleRow(date(2026, 1, 2), "What is the capital of Kazakhstan?", 3.2, 5.5, "learning"),
]


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path, "abcd", tmp_path / "cache")


def test_a_schedule_is_for_reading(home):
    path = write_schedule(home, "asia/sco", ROWS)
    assert path == home.root / "schedule" / "abcd" / "asia" / "sco.yaml"
    assert path.read_text().split("\n", 1)[1] == (
        "deck: asia/sco\n"
        "cards:\n"
        "- card: What is the capital of Kazakhstan?\n"
        "  due: 2026-01-02\n"
        "  stability: 3.20\n"
        "  difficulty: 5.50\n"
        "  phase: learning\n"
        '- card: "Which is later: this or that?"\n'
        "  due: 2026-02-01\n"
        "  stability: 31.46\n"
        "  difficulty: 5.00\n"
        "  phase: review\n"
    )
    assert yaml.safe_load(path.read_text())["cards"][0]["due"] == date(2026, 1, 2)


def test_no_cards_is_an_empty_list(home):
    assert yaml.safe_load(write_schedule(home, "x", []).read_text()) == {"deck": "x", "cards": []}


@pytest.mark.parametrize("name", ["", "/etc/x", "../x", "a/../../x", "a\0b"])
def test_a_name_cannot_lead_out_of_the_folder(home, name):
    with pytest.raises(QuizError, match="no name of a deck"):
        schedule_path(home, name)
