import pytest

from quizapp.history.shelf_fold import Move
from quizapp.library.meant import by_place
from quizapp.library.shelf import read_shelf


@pytest.fixture
def decks(tmp_path):
    for place, title in [("rivers", "Water"), ("geo/rivers", "Rivers"), ("geo/asia/lakes", "Lakes"), ("news", "Water")]:
        path = tmp_path / f"{place}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"title: {title}\ncards:\n- What?: {place}\n")
    return read_shelf(tmp_path).decks


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ({"rivers": 1}, {"rivers": 1}),
        ({"geo/rivers": 1}, {"geo/rivers": 1}),
        ({"Lakes": 1}, {"geo/asia/lakes": 1}),
        ({"lakes": 1}, {"geo/asia/lakes": 1}),
        ({"Water": 1}, {}),
        ({"seas": 1}, {}),
        ({"geo": 1}, {"geo/rivers": 1, "geo/asia/lakes": 1}),
        ({"geo/": 1, "geo/asia": 2}, {"geo/rivers": 1, "geo/asia/lakes": 2}),
        ({"geo/asia": 2, "geo": 1}, {"geo/rivers": 1, "geo/asia/lakes": 2}),
        ({"Lakes": 3, "geo/asia": 2, "geo/asia/lakes": 4}, {"geo/asia/lakes": 4}),
        ({"ge": 1}, {}),
    ],
)
def test_a_name_means_a_deck_a_group_or_nothing(decks, named, meant):
    assert by_place(named, decks, ()) == meant


def test_a_name_goes_with_its_deck(decks):
    moves = (Move("old/lakes", "geo/asia/lakes", None),)
    assert by_place({"old/lakes": 1}, decks, moves) == {"geo/asia/lakes": 1}
