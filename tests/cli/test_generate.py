import os
import stat

import pytest

from quizapp.store.deckfile import read_deck

GERMAN = """Der See ist zugefroren

Am Donnerstag ist der große See im Norden des Landes zum ersten Mal seit zehn Jahren wieder ganz
zugefroren. Hunderte Menschen gingen am Wochenende zu Fuß auf die Insel, obwohl die Polizei davor
gewarnt hatte. Der Bürgermeister der Stadt sagte, er habe so etwas seit seiner Kindheit nicht erlebt.

Die Fische bleiben im Winter am Grund des Sees, weil das Wasser dort am wärmsten ist. Erst im
Frühling, wenn das Eis geschmolzen ist, kommen sie wieder an die Oberfläche und werden gefangen.
"""

ENGLISH = """The Bridge at Halvik

The Norwegian town of Halvik opened a new bridge over the river Lom on Monday. Mayor Ingrid Solberg
called the bridge “a gift to our children” at the opening. The bridge was built by the Danish company
Brobyg in 2021 and cost 40 million euros. It is 320 metres long.

Halvik was founded in 1854. About 12,000 people live in the town, which lies 90 kilometres north of
Bergen. The Northern Bridge Association (NBA) gave the bridge its prize in March.
"""


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text(ENGLISH)
    return path


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.txt", None, "no such file"),
        ("empty.txt", b"", "empty"),
        ("noise.txt", bytes(range(256)) * 20_000, "larger than 5 MB"),
        ("binary.txt", bytes(range(256)) * 10, "not text"),
        ("page.pdf", b"%PDF-1.7\n", "a PDF"),
        ("title.txt", b"Only a title\n", "no running text"),
    ],
)
def test_what_is_no_article_is_one_clear_line(quizapp, tmp_path, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    ended = quizapp("generate", path)
    assert (ended.code, ended.out, len(ended.problems)) == (1, "", 1)
    assert ended.err.startswith(f"{path}: ")
    assert said in ended.err


def test_folder(quizapp, tmp_path):
    ended = quizapp("generate", tmp_path)
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert "a folder" in ended.err


def test_german_is_one_clear_line(quizapp, tmp_path):
    path = tmp_path / "see.txt"
    path.write_text(GERMAN)
    ended = quizapp("generate", path)
    assert (ended.code, ended.out, len(ended.problems)) == (1, "", 1)
    assert "English" in ended.err


def test_bad_date(quizapp, article):
    ended = quizapp("generate", article, "--date", "4/7/24")
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert "'4/7/24' is not a date; write it as 2024-07-04" in ended.err


def test_deck_into_a_file(quizapp, article, tmp_path):
    path = tmp_path / "new" / "deck.yaml"
    ended = quizapp("generate", article, "-o", path, "--date", "2024-07-04", "--title", "A bridge")
    assert (ended.code, ended.err) == (0, "")
    deck = read_deck(path).deck
    assert (deck.source.title, deck.source.date) == ("A bridge", "2024-07-04")
    assert ended.out == f"{article}: {len(deck.items)} cards -> {path}\n"
    assert all(item.quote and item.rule for item in deck.items)
    assert stat.S_IMODE(path.stat().st_mode) == 0o666 & ~_umask()


def _umask():
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_printed_deck_is_the_same_each_time(quizapp, article):
    first = quizapp("generate", article, "-o", "-")
    assert first.out.startswith("title: ")
    assert quizapp("generate", article, "-o", "-").out == first.out


def test_explained(quizapp, article):
    plain = quizapp("generate", article, "-o", "-")
    told = quizapp("generate", article, "-o", "-", "--explain")
    assert told.out == plain.out
    assert "Halvik" in told.err


def test_fewer_cards(quizapp, article, tmp_path):
    path = tmp_path / "deck.yaml"
    quizapp("generate", article, "-o", path, "--max-cards", "2")
    assert len(read_deck(path).deck.items) <= 2


def test_without_a_place_into_the_inbox(quizapp, article, home):
    ended = quizapp("generate", article)
    (path,) = (home / "inbox").glob("*.yaml")
    assert str(path) in ended.out
    assert f"quizapp inbox accept {path.stem}" in ended.out


def test_deck_of_its_own_is_made_anew_but_no_other_is_overwritten(quizapp, article, tmp_path):
    path = tmp_path / "deck.yaml"
    assert quizapp("generate", article, "-o", path).code == 0
    assert quizapp("generate", article, "-o", path).code == 0
    mine = "title: x\ncards:\n- a: b\n"
    path.write_text(mine)
    ended = quizapp("generate", article, "-o", path)
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert "--force" in ended.err
    assert path.read_text() == mine
    assert quizapp("generate", article, "-o", path, "--force").code == 0
    assert path.read_text() != mine


def test_bad_file_among_many(quizapp, article, tmp_path):
    other = tmp_path / "deep" / "bridge.txt"
    other.parent.mkdir()
    other.write_text(ENGLISH.replace("Halvik", "Sundby").replace("The Bridge at", "A Bridge for"))
    folder = tmp_path / "decks"
    ended = quizapp("generate", tmp_path / "none.txt", article, other, "-o", folder)
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert sorted(path.name for path in folder.iterdir()) == ["bridge-2.yaml", "bridge.yaml"]
    quizapp("generate", article, other, "-o", folder)
    assert len(list(folder.iterdir())) == 2


def test_many_articles_need_a_folder(quizapp, article):
    for options in (["-o", "x.yaml"], ["-o", "x.yml"], ["--title", "x"]):
        assert quizapp("generate", article, article, *options).code == 2


def test_place_that_cannot_be_written(quizapp, article, tmp_path):
    (tmp_path / "file").write_text("")
    ended = quizapp("generate", article, "-o", tmp_path / "file" / "deck.yaml")
    assert (ended.code, len(ended.problems)) == (1, 1)


def test_home_that_cannot_be_written(quizapp, article, home):
    home.write_text("a file")
    ended = quizapp("generate", article)
    assert (ended.code, len(ended.problems)) == (1, 1)
