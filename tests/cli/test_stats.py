import json


def test_stats_of_a_home_without_a_past(quizapp, rivers):
    told = quizapp("stats").out.splitlines()
    assert told[0] == "4 cards, 0 of them seen, 4 new"
    assert "known when they came back: nothing has come back yet (wanted: 90%)" in told


def test_stats_as_json(quizapp, rivers):
    quizapp("quiz", "rivers", "--plain", "--kind", "typed", "--questions", "1", typed="the Nile\n")
    told = json.loads(quizapp("stats", "--json").out)
    assert told["cards"] == 4
    assert [day["answers"] for day in told["days"].values()] == [1]
    assert told["streak"] == 1
    assert told["retention"]["wanted"] == 0.9
    assert len(told["due"]) == 30
    assert [quiz["taken"] for quiz in told["quizzes"]] == [1]


def test_stats_as_lines(quizapp, rivers):
    quizapp("quiz", "rivers", "--plain", "--kind", "typed", "--questions", "1", typed="nothing\n\n")
    out = quizapp("stats").out
    assert "1 day in a row (longest: 1)" in out
    assert "quizzes on Rivers: 1, last 0%" in out
