"""A home of each version of the formats: an older one is read as it is, a newer one is kept and named."""

import shutil
from pathlib import Path

import pytest

from quizapp.history.events import VERSION, Grade
from quizapp.library.query import State
from quizapp.store import cachefile
from quizapp.store.settings import SETTINGS_VERSION

HOMES = Path(__file__).parent / "homes"


@pytest.fixture
def home_of(house):
    def copied(version):
        shutil.rmtree(house.folder / "home", ignore_errors=True)
        shutil.copytree(HOMES / version, house.folder / "home")
        return house.open()

    return copied


def files_in(home):
    return {path.relative_to(home): path.read_bytes() for path in home.rglob("*.yaml")}


def test_there_is_a_home_of_each_version():
    known = {f"v{number}" for number in range(1, max(VERSION, SETTINGS_VERSION) + 1)}
    assert {path.name for path in HOMES.iterdir()} == {*known, "newer"}


@pytest.mark.parametrize("version", sorted(path.name for path in HOMES.glob("v*")))
def test_an_older_home_is_read_and_carried_on(home_of, house, version):
    library = home_of(version)
    before = files_in(library.home.root)
    assert (library.settings.new_per_day, library.settings.retention) == (7, 0.93)
    assert not library.problems
    assert not library.progress.problems
    (deck,) = library.decks()
    assert (deck.cards, deck.counts.new, deck.score.best) == (4, 1, 1.0)
    nile, danube = (hit.card.id for hit in library.search("which"))
    assert [review.grade for review in library.progress.past.of(nile).reviews] == [Grade.GOOD]
    assert library.progress.past.of(danube).flagged
    assert len(library.search(f"is:{State.SUSPENDED}")) == 1
    assert files_in(library.home.root) == before
    session = library.study()
    library.record(session.reveal().grade(Grade.GOOD, house.clock())[1])
    after = files_in(library.home.root)
    assert all(after[path].startswith(content) for path, content in before.items())


def test_a_newer_home_is_kept_and_named(home_of, house):
    library = home_of("newer")
    before = files_in(library.home.root)
    told = [str(problem) for problem in (*library.problems, *library.progress.problems)]
    assert any("newer version (9); update quizapp" in line for line in told)
    assert any("unknown setting `moon_phase`; it is kept" in line for line in told)
    assert any("2 events are of a kind that this version does not know; kept" in line for line in told)
    assert library.settings.new_per_day == 7
    assert len(library.search("is:new")) == 3
    session = library.study()
    library.record(session.reveal().grade(Grade.GOOD, house.clock())[1])
    after = files_in(library.home.root)
    assert all(after[path].startswith(content) for path, content in before.items())


def test_a_cache_of_another_version_is_made_anew(home_of, house, monkeypatch):
    library = home_of("v1")
    file = library.home.past_cache
    cachefile.made_by.cache_clear()
    monkeypatch.setattr(cachefile, "CACHE_VERSION", cachefile.CACHE_VERSION + 1)
    before = file.read_bytes()
    assert house.open().decks() == library.decks()
    assert file.read_bytes() != before
    monkeypatch.undo()
    cachefile.made_by.cache_clear()
