"""The settings of one deck or group: what is said of it, and whose word counts."""

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import partial
from typing import Any, ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from quizapp.library.library import Library
from quizapp.library.meant import Meant
from quizapp.store.preferences import Setting, described
from quizapp.store.settings import DeckSettings
from quizapp.tui import prose
from quizapp.tui.place import Place
from quizapp.tui.screens.changes_settings import SETTING_KEYS, ChangesSettings, Kept, SettingsList, value_line
from quizapp.tui.widgets.key_line import KeyLine
from quizapp.tui.widgets.lines import spread

NAME_WIDTH = 22
WHO_WIDTH = 14


class Level(NamedTuple):
    """A deck, one of the groups around it, or all decks."""

    label: str
    meant: Meant | None
    """None for all decks."""
    own: dict[str, Any]
    """What the settings say of it itself."""


class OwnSettings(ChangesSettings, Place[None]):
    """The settings that a deck or group can have of its own."""

    TITLE = "Settings of one deck or group"
    HELP = "What is said of a deck counts before what is said of its group, and that before what is said of all decks."
    BINDINGS: ClassVar[list[BindingType]] = [
        *SETTING_KEYS,
        Binding(
            "tab", "level(1)", "Deck or group", key_display="Tab", tooltip="Say it of the deck, or of a group around it"
        ),
        Binding("shift+tab", "level(-1)", "Group or deck", show=False, tooltip="The same, the other way round"),
        Binding("question_mark", "app.help", "Help", key_display="?", tooltip="All keys"),
        Binding("q,escape", "leave", "Back", key_display="q", tooltip="Back to the decks"),
    ]

    def __init__(self, library: Library, meant: Meant, title: str) -> None:
        """Show what counts for a deck called ``title``, or for a group of that name."""
        super().__init__()
        self._library = library
        self._meant = meant
        self._title = title
        self._level = 0

    def compose(self) -> ComposeResult:
        """Lay out whose settings they are, the settings, and what the one under the cursor means."""
        yield Static(id="whose", markup=False)
        with Container(id="twofold"):
            yield SettingsList(id="settings", markup=False)
            with Vertical(id="preview"):
                yield Static(id="meaning", markup=False)
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the settings."""
        self.follow()

    def on_resize(self, _: events.Resize) -> None:
        """Fit the lines to the new width."""
        self.call_after_refresh(self.follow)

    def action_level(self, by: int) -> None:
        """Say it of the next level."""
        self._level = (self._level + by) % (len(self._levels) - 1)
        self.follow()

    def action_leave(self) -> None:
        """Go back to the decks."""
        self.dismiss(None)

    @on(OptionList.OptionHighlighted)
    def _tell_meaning(self) -> None:
        kept, setting = self.setting
        self.query_one("#meaning", Static).update(Content("\n").join(self._told(kept, setting)))

    @property
    def setting(self) -> tuple[Kept, Setting]:
        """The setting under the cursor as it counts at the chosen level, and what keeps it there."""
        option = self.query_one(SettingsList).highlighted_option
        name = option.id if option and option.id else fields(DeckSettings)[0].name
        level, library = self._levels[self._level], self._library
        meant = level.meant or self._meant
        kept = Kept(
            level.label,
            library.home.settings_file,
            self._counting,
            partial(library.change_own_setting, meant),
            partial(library.reset_own_setting, meant),
        )
        return kept, next(setting for setting in described(self._counting) if setting.name == name)

    @property
    def _levels(self) -> list[Level]:
        """What settings can be said of, the nearest first; all decks last."""
        library, meant = self._library, self._meant
        found = [] if meant.group else [Level("this deck", meant, dict(library.own_settings(meant)))]
        group = meant.place if meant.group else meant.place.rpartition("/")[0]
        while group:
            of_group = Meant(group, group=True)
            found.append(Level(group, of_group, dict(library.own_settings(of_group))))
            group = group.rpartition("/")[0]
        everywhere = {each.name: getattr(library.settings, each.name) for each in fields(DeckSettings)}
        return [*found, Level("all decks", None, everywhere)]

    def _counts(self, name: str) -> Level:
        """Return whose word counts for a setting at the chosen level."""
        return next(level for level in self._levels[self._level :] if name in level.own)

    @property
    def _counting(self) -> DeckSettings:
        return DeckSettings(**{each.name: self._counts(each.name).own[each.name] for each in fields(DeckSettings)})

    def follow(self) -> None:
        """Show the settings as they are now."""
        whose = Content("   ").join(
            Content.styled(f"[{level.label}]", "bold $primary") if at == self._level else Content(f" {level.label} ")
            for at, level in enumerate(self._levels[:-1])
        )
        title = Content.assemble(("Settings  ", "$muted"), prose.line(self._title, "bold"), "    ", whose)
        self.query_one("#whose", Static).update(title)
        shown = self.query_one(SettingsList)
        width = shown.scrollable_content_region.width - 2
        if width <= 0:
            return
        before = shown.highlighted
        shown.set_options(self._lines(width))
        shown.highlighted = before or 0
        self._tell_meaning()

    def _lines(self, width: int) -> Iterator[Option]:
        chosen = self._levels[self._level]
        for setting in described(self._counting):
            who = self._counts(setting.name)
            own = who.label == chosen.label
            value = Content.styled(setting.value, "bold $primary" if own else "")
            line = Content.assemble(setting.name.ljust(NAME_WIDTH), value)
            label = prose.line(who.label, "$primary" if own else "$muted", WHO_WIDTH)
            yield Option(spread(line, label, width), id=setting.name)

    def _told(self, kept: Kept, setting: Setting) -> Iterator[Content]:
        yield Content.styled(setting.name, "bold $primary")
        yield Content(f"{setting.says}.")
        yield Content()
        counting = self._counts(setting.name)
        for level in self._levels:
            if setting.name in level.own:
                value = replace(setting, value=_text(setting.name, level.own[setting.name]))
                counts = " counts" if level.label == counting.label else ""
                label = prose.line(level.label, "$muted", WHO_WIDTH)
                gap = " " * (WHO_WIDTH + 2 - label.cell_length)
                yield Content.assemble(label, gap, value_line(value), (counts, "$success"))
        yield Content()
        yield Content.assemble(("kept in  ", "$muted"), prose.line(str(kept.path), "$muted"))


def _text(name: str, value: Any) -> str:  # noqa: ANN401 - whatever the setting holds
    """Return a value as the file has it."""
    return next(each.value for each in described(replace(DeckSettings(), **{name: value})) if each.name == name)
