import pytest

from quizapp.tui.app import QuizApp
from quizapp.tui.widgets.charts import columns, heatmap, sparkline


async def test_t_tells_how_it_is_going(driven, app):
    async with driven(app, size=(140, 40)) as user:
        await user.press("space", "space", "1", *["space", "4"] * 3, "space", "t")
        assert user.place == "StatsScreen"
        assert user.shows("1 day in a row", "4 answers", "3 of 8 cards seen", "Coming back", "Hardest", "1 of 2")
        await user.press("q")
        assert user.place == "HomeScreen"


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 36), (200, 60)])
async def test_stats_fit_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("t")
        assert user.shows("Answers a day", "0 days in a row", "Mon", "Back")
        assert all(
            part.content_size.width >= app.screen._part_width for part in app.screen.query(".part") if part.display
        )
        await user.press("G", "g")
        assert user.shows("Answers a day")


async def test_the_end_of_a_long_page_is_reached_by_keys(driven, app):
    async with driven(app, size=(60, 20)) as user:
        await user.press("t")
        assert not user.shows("Coming back")
        await user.press("G")
        assert user.shows("Coming back")


async def test_a_quiz_shows_its_trend(driven, library):
    async with driven(QuizApp(library), size=(140, 40)) as user:
        await user.press("z", "down", "right", "enter", *["1", "space"] * 3, "q", "t")
        assert user.shows("Quizzes", "Capitals")


def test_bars_grow_with_their_numbers():
    assert sparkline([0, 0.5, 1, 7]) == "▁▅██"
    assert columns([0, 1, 2], 2).plain == "· ▅ █ "
    assert columns([], 2).plain == ""


def test_a_calendar_has_a_row_a_weekday_and_a_shade_a_day():
    monday = 20_514
    lines = [line.plain for line in heatmap({monday: 8, monday - 7: 1}, monday + 2, 2)]
    assert len(lines) == 8
    assert lines[1].split() == ["Mon", "░░██"]
    assert [line.count("·") for line in lines[1:]] == [0, 2, 2, 1, 1, 1, 1]
