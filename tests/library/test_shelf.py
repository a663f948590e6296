import pytest

from quizapp.errors import QuizError
from quizapp.library.shelf import chosen, read_shelf


def shelf(house):
    return read_shelf(house.folder / "home" / "decks")


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("capitals", ["capitals"]),
        ("Capitals", ["capitals"]),
        ("CAPITALS", ["capitals"]),
        ("Water", ["water"]),
        ("water", ["water"]),
        ("science", ["water"]),
        ("science/water", ["water"]),
    ],
)
def test_a_deck_goes_by_its_file_its_title_and_its_group(house, word, names):
    assert [deck.name for deck in chosen(shelf(house), [word])] == names


def test_a_path_leads_to_a_deck_of_the_home_or_outside_of_it(house, tmp_path):
    inside = house.folder / "home" / "decks" / "science" / "water.yaml"
    assert chosen(shelf(house), [str(inside)])[0].group == "science"
    outside = tmp_path / "other.yaml"
    outside.write_text("title: Other\ncards:\n- Which?: This\n")
    assert chosen(shelf(house), [str(outside)])[0].title == "Other"


def test_naming_a_deck_twice_gives_it_once(house):
    assert len(chosen(shelf(house), ["capitals", "Capitals", "science", "water"])) == 2


def test_a_word_for_no_deck_is_answered_with_the_nearest(house):
    with pytest.raises(QuizError, match="did you mean `capitals`"):
        chosen(shelf(house), ["capitels"])


def test_a_word_for_several_decks_is_answered_with_all_of_them(house):
    house.write("more/capitals.yaml", "title: More\ncards:\n- Which?: This\n")
    with pytest.raises(QuizError, match="`capitals`, `more/capitals`"):
        chosen(shelf(house), ["capitals"])


def test_a_broken_deck_leaves_the_others_usable(house):
    house.write("broken.yaml", "title: [\n")
    found = shelf(house)
    assert [deck.name for deck in found.decks] == ["capitals", "water"]
    assert found.broken[0].file.endswith("broken.yaml")
    assert found.broken[0].line


def test_a_card_that_a_deck_repeats_is_studied_once(house):
    house.write("twice.yaml", "title: Twice\ncards:\n- Which?: This\n- Which?: This\n- Other?: That\n")
    (deck,) = chosen(shelf(house), ["twice"])
    assert [card.question for card in deck.cards] == ["Which?", "Other?"]


def test_looking_again_reads_only_what_has_changed(house):
    first = shelf(house)
    house.write("capitals.yaml", "title: Capitals again\ncards:\n- Which?: This\n")
    again = read_shelf(house.folder / "home" / "decks", first)
    assert [deck.title for deck in again.decks] == ["Capitals again", "Water"]
    assert again.decks[1] is first.decks[1]


def test_a_deck_that_breaks_while_it_is_open_keeps_its_last_good_version(house):
    first = shelf(house)
    house.write("capitals.yaml", "title: [\n")
    again = read_shelf(house.folder / "home" / "decks", first)
    assert [deck.title for deck in again.decks] == ["Capitals", "Water"]
    assert again.broken[0].file.endswith("capitals.yaml")


def test_a_conflict_copy_is_told_and_merges_with_nothing(house):
    copy = house.write(
        "capitals (conflicted copy 2026-03-01).yaml", (house.folder / "home/decks/capitals.yaml").read_text()
    )
    decks = {deck.path: deck for deck in house.open().decks()}
    assert [problem.message for problem in decks[copy].problems] == [
        "a conflict copy that a sync has made of another deck"
    ]
    assert not decks[copy.with_name("capitals.yaml")].problems
    assert house.open().due(["capitals"]) == house.open().due([str(copy)])


def test_a_deck_about_a_conflict_is_no_copy(house):
    path = house.write("the-conflict-in-2024.yaml", "title: x\ncards:\n- q: a\n")
    assert not [deck.problems for deck in house.open().decks() if deck.path == path and deck.problems]
