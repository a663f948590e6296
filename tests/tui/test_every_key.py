"""Every key of every place, as help lists them, is pressed where it counts, and does what it is listed for."""

import pytest
from textual.actions import parse
from textual.app import App
from textual.binding import Binding
from textual.screen import Screen

from quizapp.errors import QuizError
from quizapp.library.selection import StudyWish
from quizapp.memory.ways import QuizKind, StudyBy
from quizapp.sessions.quiz import Terms
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import QuizDecks, SetUpStudy, StudyDecks
from quizapp.tui.places import keys_by_place

GENERATED = "title: The new bridge\ncards:\n- Where is it?: in Oslo\n- Who built it?: Greta Holm\n"
FESTIVAL, CAPITALS = StudyDecks(("festival",)), StudyDecks(("capitals",))
CHOOSING = StudyDecks(("capitals",), StudyWish(by=StudyBy.CHOICE))
TYPING = StudyDecks(("capitals",), StudyWish(by=StudyBy.TYPED))
QUIZ = QuizDecks(("capitals",), terms=Terms(number=3, kind=QuizKind.CHOICE))
MISSED_QUIZ = QuizDecks(("capitals",), terms=Terms(number=3, kind=QuizKind.TYPED))
MISSES = ("x", "enter", "space") * 3
STATES = {
    "Decks": [(None, ())],
    "Study, before it starts": [(SetUpStudy(("capitals",)), ())],
    "Study": [(FESTIVAL, ()), (FESTIVAL, ("space",)), (CHOOSING, ()), (TYPING, ("x", "enter"))],
    "Card, what is known of it": [(FESTIVAL, ("i",))],
    "Study, the end": [(CAPITALS, ("space", "4") * 3)],
    "Quiz, before it starts": [(QuizDecks(("capitals",)), ())],
    "Quiz": [(QUIZ, ()), (QUIZ, ("1",))],
    "Quiz, its results": [(MISSED_QUIZ, MISSES)],
    "Scores": [(MISSED_QUIZ, (*MISSES, "q", "r"))],
    "Browse": [(None, ("b",))],
    "Bin": [(None, ("b", "x", "X"))],
    "Stats": [(None, ("t",))],
    "Inbox": [(None, ("i",))],
    "Settings": [(None, ("comma",))],
    "Settings of one deck or group": [(None, ("o",))],
    "Generate": [(None, ("m",))],
    "Card editor": [(None, ("n",))],
    "Paste cards": [(None, ("P",))],
    "When an answer cannot be saved": [(FESTIVAL, ("space", "4"))],
    "In every list": [(None, ())],
    "From the decks, the inbox and their like": [(None, ())],
    "Everywhere": [(None, ())],
}
"""How to come to each place, as it has to stand for its keys to count: what the app opens with, then keys."""
OF_LISTS = ("select", "scroll_down", "scroll_up", "scroll_home", "scroll_end", "cursor_down", "cursor_up")
"""What a list or a long text does of its own with a key that is the place's otherwise: the same."""
EVERYWHERE = {"question_mark": "app.help", "ctrl+p": "app.command_palette", "ctrl+q": "quit"}


def listed(place):
    """Return the keys of a place, each with its action."""
    (bindings,) = (bindings for name, bindings in keys_by_place({}) if name == place)
    return {
        (key.strip(), parse(binding.action or EVERYWHERE[binding.key])[1:])
        for binding in bindings
        if isinstance(binding, Binding)
        for key in binding.key.split(",")
    }


def test_every_place_that_help_knows_is_gone_to():
    assert list(STATES) == [place for place, _ in keys_by_place({})]


@pytest.fixture
def crowded(opened, home):
    """A home with cards in its inbox, too."""
    (home / "inbox").mkdir()
    (home / "inbox" / "bridge.yaml").write_text(GENERATED, encoding="utf-8")
    return opened(home)


@pytest.fixture
def cannot_write(crowded, monkeypatch):
    """Let every write of the journal fail."""

    def fail(*_):
        raise QuizError.of("there is no room left on the disk", "free some")

    monkeypatch.setattr(crowded.progress, "append", fail)


@pytest.fixture
def note(monkeypatch):
    """Note what keys do, instead of doing it: in a list one goes on, everywhere else one stays."""
    ran, usual = [], QuizApp._dispatch_action

    async def noted(app, namespace, name, parameters):
        ran.append((name, parameters))
        return isinstance(namespace, App | Screen) or name == "select" or await usual(app, namespace, name, parameters)

    def begin():
        monkeypatch.setattr(QuizApp, "_dispatch_action", noted)
        return ran

    def end():
        monkeypatch.setattr(QuizApp, "_dispatch_action", usual)
        ran.clear()

    return begin, end


@pytest.mark.parametrize("place", STATES)
async def test_every_key_does_what_it_is_listed_for(driven, crowded, note, request, place):
    begin, end = note
    if place == "When an answer cannot be saved":
        request.getfixturevalue("cannot_write")
    wanted, done = listed(place), set()
    for opening, keys in STATES[place]:
        async with driven(QuizApp(crowded, opening)) as user:
            await user.press(*keys)
            ran = begin()
            for key in sorted({key for key, _ in wanted}):
                await user.press(key)
                done.update((key, action) for action in ran)
                ran.clear()
            end()
    assert {(key, did) for key, did in wanted - done if not any((key, (own, ())) in done for own in OF_LISTS)} == set()
