import threading

import pytest

from quizapp.errors import QuizError
from quizapp.generate import helper
from quizapp.library.making import Article, Making
from quizapp.store.deckfile import read_deck

BRIDGE = """The new bridge

2024-05-08

The Halvik Bridge Authority (HBA) was founded in Oslo in 1987. The Norwegian prime minister, Greta Holm, opened the new
Halvik Bridge on Wednesday, and the company that built the bridge employed 1,200 workers for six years.
"""


def test_a_pasted_article_becomes_a_deck_in_the_inbox_and_tells_its_stages(tmp_path):
    told = []
    made = Making(tmp_path, Article(text=BRIDGE)).run(lambda what, share: told.append((what, share)))
    assert made.path.name == "the-new-bridge.yaml"
    assert len(read_deck(made.path).deck.items) == made.cards > 0
    assert made.dated
    assert [what for what, _ in told][:2] == ["reading the article", "loading the language model"]
    assert told[-1] == ("done", 1.0)
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_a_stopped_making_leaves_nothing(tmp_path):
    making = Making(tmp_path / "inbox", Article(text=BRIDGE))

    def stop(what, share):
        if what == "loading the language model":
            threading.Thread(target=making.stop).start()

    assert making.run(stop) is None
    assert not (tmp_path / "inbox").exists()


def test_a_making_stopped_before_it_began_starts_no_process(tmp_path, monkeypatch):
    monkeypatch.setattr(helper.Helper, "start_on", lambda *_: pytest.fail("started"))
    making = Making(tmp_path, Article(text=BRIDGE))
    making.stop()
    assert making.run(lambda *_: None) is None


@pytest.mark.parametrize(
    ("article", "told"),
    [
        (Article(path="/no/such.txt"), "no such file"),
        (Article(text="  ", path=""), "article"),
        (Article(text=BRIDGE, date="May"), "is not a date"),
        (Article(text="Nothing here can be asked, or so it seems to me."), "no card could be made"),
    ],
)
def test_what_cannot_be_made_is_told(tmp_path, article, told):
    with pytest.raises(QuizError, match=told):
        Making(tmp_path, article).run(lambda *_: None)
