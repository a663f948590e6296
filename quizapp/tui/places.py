"""The places of the app in the order in which help tells of them, with their keys."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from textual.binding import Binding, BindingType
from textual.screen import Screen

from quizapp.tui.place import TopPlace
from quizapp.tui.screens.bin import BinScreen
from quizapp.tui.screens.browse import BrowseScreen
from quizapp.tui.screens.card_editor import CardEditor
from quizapp.tui.screens.card_info import CardInfo
from quizapp.tui.screens.generate import GenerateScreen
from quizapp.tui.screens.home import HomeScreen
from quizapp.tui.screens.inbox import InboxScreen
from quizapp.tui.screens.own_settings import OwnSettings
from quizapp.tui.screens.paste import PasteScreen
from quizapp.tui.screens.quiz import QuizScreen
from quizapp.tui.screens.quiz_setup import QuizSetup
from quizapp.tui.screens.recording import RecordingScreen
from quizapp.tui.screens.results import Results
from quizapp.tui.screens.scores import Scores
from quizapp.tui.screens.settings import SettingsScreen
from quizapp.tui.screens.stats import StatsScreen
from quizapp.tui.screens.study import StudyScreen
from quizapp.tui.screens.study_setup import StudySetup
from quizapp.tui.screens.study_summary import StudySummary
from quizapp.tui.widgets.card_form import CardForm
from quizapp.tui.widgets.moves import MOVES
from quizapp.tui.widgets.picker import Picker

EVERYWHERE = (
    Binding("question_mark", "", tooltip="All keys"),
    Binding("ctrl+p", "", tooltip="Commands: any deck, light or dark, quit"),
    Binding("ctrl+q", "", tooltip="Quit"),
)
PLACES = (
    HomeScreen,
    StudySetup,
    StudyScreen,
    CardInfo,
    StudySummary,
    QuizSetup,
    QuizScreen,
    Results,
    Scores,
    BrowseScreen,
    BinScreen,
    StatsScreen,
    InboxScreen,
    SettingsScreen,
    OwnSettings,
    GenerateScreen,
    CardEditor,
    PasteScreen,
)
WITHIN: dict[type[Screen[Any]], Sequence[BindingType]] = {
    StudySetup: Picker.BINDINGS,
    QuizSetup: Picker.BINDINGS,
    CardEditor: CardForm.BINDINGS,
}
"""Keys of the widgets of a place."""


def keys_by_place(own: Mapping[str, str]) -> list[tuple[str, Iterable[BindingType]]]:
    """Return the name and the keys of every place; ``own`` has the keys that a user has given to actions."""
    return [(place, [_with_own(binding, own) for binding in bindings]) for place, bindings in _places()]


def unknown_names(own: Iterable[str]) -> list[str]:
    """Return those names of actions that no action has."""
    known = {binding.id for _, bindings in _places() for binding in bindings if isinstance(binding, Binding)}
    return [name for name in own if name not in known]


def _with_own(binding: BindingType, own: Mapping[str, str]) -> BindingType:
    keys = own.get(binding.id or "") if isinstance(binding, Binding) else None
    return replace(binding, key=keys) if keys and isinstance(binding, Binding) else binding


def _places() -> list[tuple[str, Iterable[BindingType]]]:
    places = [(place.TITLE or "", [*WITHIN.get(place, ()), *_own(place.BINDINGS)]) for place in PLACES]
    unsaved = ("When an answer cannot be saved", RecordingScreen.BINDINGS)
    return [
        *places,
        unsaved,
        ("In every list", MOVES),
        ("From the decks, the inbox and their like", TopPlace.BINDINGS),
        ("Everywhere", EVERYWHERE),
    ]


def _own(bindings: Iterable[BindingType]) -> Iterable[BindingType]:
    """Leave out the key for help, which is told once."""
    return (binding for binding in bindings if not (isinstance(binding, Binding) and binding.action == "app.help"))
