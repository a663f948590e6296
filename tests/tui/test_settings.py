import pytest
from textual.widgets import Input

from quizapp.library.looks import Looks
from quizapp.store.config import load_config
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import StudyDecks


@pytest.fixture
def looks(tmp_path):
    return Looks.at(tmp_path / "config.yaml")


@pytest.fixture
def app(library, looks):
    return QuizApp(library, looks=looks)


async def go_to(user, name):
    """Put the cursor on a setting."""
    options = user.app.screen.query_one("#settings")
    options.highlighted = next(n for n, option in enumerate(options.options) if (option.id or "").endswith(f":{name}"))
    await user.settle()


async def test_every_setting_is_listed_with_its_meaning(driven, app):
    async with driven(app, size=(140, 40)) as user:
        await user.press("comma")
        assert user.place == "SettingsScreen"
        assert user.shows("retention", "new_per_day", "rollover", "This device", "theme", "reduce_motion", "keys")
        assert user.shows("The share of cards you want to know", "home/settings.yaml")


async def test_a_value_is_written_and_kept_beside_the_comments_of_the_file(driven, app, home):
    (home / "settings.yaml").write_text("# mine\nnew_per_day: 20 # twenty\n", encoding="utf-8")
    async with driven(app) as user:
        await user.press("comma")
        await go_to(user, "new_per_day")
        await user.press("enter")
        user.app.screen.query_one(Input).value = "2"
        await user.press("enter", "d")
        assert user.shows("2 cards today")
    assert (home / "settings.yaml").read_text(encoding="utf-8") == "# mine\nnew_per_day: 2 # twenty\n"


async def test_a_value_that_will_not_do_is_told_and_another_can_be_written(driven, app, library):
    async with driven(app) as user:
        await user.press("comma")
        await go_to(user, "rollover")
        await user.press("enter")
        user.app.screen.query_one(Input).value = "25"
        await user.press("enter")
        assert user.shows("must be a whole number from 0 to 23")
        await user.press("escape")
        assert user.place == "SettingsScreen"
    assert library.settings.rollover == 4


async def test_a_few_words_are_stepped_through_and_x_goes_back_to_the_default(driven, app, library):
    async with driven(app) as user:
        await user.press("comma")
        await go_to(user, "study_by")
        seen = []
        for key in ("right", "space", "enter", "h", "x"):
            await user.press(key)
            seen.append(str(library.settings.study_by))
    assert seen == ["typed", "choice", "mixed", "choice", "flip"]


async def test_theme_and_motion_follow_at_once_and_are_kept(driven, app, looks):
    async with driven(app) as user:
        await user.press("comma")
        await go_to(user, "reduce_motion")
        await user.press("enter")
        assert user.app.animation_level == "none"
        await go_to(user, "theme")
        await user.press("enter")
        user.app.screen.query_one(Input).value = "nord"
        await user.press("enter")
        assert user.app.theme == "nord"
    assert load_config(looks.path)[0].theme == "nord"


async def test_a_theme_chosen_elsewhere_stays_when_another_setting_is_changed(driven, app, looks):
    async with driven(app) as user:
        user.app.action_switch_register()
        await user.press("comma")
        await go_to(user, "reduce_motion")
        await user.press("enter")
        assert user.app.theme == "quizapp-light"
    assert load_config(looks.path)[0].theme == "quizapp-light"


async def test_keys_of_ones_own_work_and_are_what_the_foot_and_help_tell(driven, library, looks):
    looks.change("keys", "{home.quiz: Q, study.undo: U}")
    async with driven(QuizApp(library, looks=looks), size=(100, 200)) as user:
        assert user.shows("Q Quiz")
        await user.press("z")
        assert user.place == "HomeScreen"
        await user.press("question_mark")
        line = next(line for line in user.text.splitlines() if "Take a quiz on this deck" in line)
        assert line.split()[0] == "Q"
        await user.press("q", "Q")
        assert user.place == "QuizSetup"
        await user.press("q", "space", "space", "4", "u", "space")
        assert user.shows("3 Good", "1 done")
        await user.press("U")
        assert user.shows("0 done")


async def test_texts_that_name_keys_follow_keys_of_ones_own(driven, library, full_disk, looks):
    own = {
        "home.quiz": "Q",
        "home.study": "f2",
        "study.reveal": "ctrl+r",
        "study.grade-1": "w",
        "study.undo": "full_stop",
        "recording.save-again": "A",
    }
    looks.change("keys", str(own).replace("'", ""))
    async with driven(QuizApp(library, looks=looks)) as user:
        assert user.shows("Q  Enter", "f2 studies 3 new.", "Q takes a quiz")
        await user.press("f2")
        assert user.shows("Ctrl+R  show the answer")
        await user.press("ctrl+r")
        assert user.shows("w Again", "2 Hard")
        await user.press("w")
        assert user.shows("Not saved.", "A try again")
        full_disk()
        await user.press("A")
        await user.press("minus")
        assert user.shows("Card buried. . takes it back.")


async def test_keys_for_actions_that_are_none_are_told(driven, library, looks):
    looks.change("keys", "{home.dance: D}")
    async with driven(QuizApp(library, looks=looks)) as user:
        assert user.shows("there is no action home.dance")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (200, 60)])
async def test_settings_fit_every_size(driven, app, size):
    async with driven(app, size=size) as user:
        await user.press("comma")
        assert user.shows("Study and memory", "retention", "Change", "Back")


async def test_the_palette_has_the_actions_of_the_place(driven, library):
    async with driven(QuizApp(library, StudyDecks(("festival",)))) as user:
        await user.press("ctrl+p", *"suspend")
        await user.settle()
        assert user.shows("Suspend: not until you take it back")
        await user.press("enter")
        await user.settle()
        assert user.shows("suspended")


async def test_keys_stand_beside_the_screen_when_asked_for(driven, app):
    async with driven(app, size=(140, 40)) as user:
        user.app.action_toggle_keys()
        await user.settle()
        assert user.shows("Your decks: how much there is to learn")
        user.app.action_toggle_keys()
        await user.settle()
        assert not user.shows("Your decks: how much there is to learn")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])
async def test_keys_beside_the_screen_are_sentences_of_whole_words(driven, library, size):
    async with driven(QuizApp(library, StudyDecks(("festival",))), size=size) as user:
        user.app.action_toggle_keys()
        await user.settle()
        panel = user.app.screen.query_one("KeysBeside")
        told = [line[panel.region.x :].strip() for line in user.text.splitlines()]
        assert all(len(line) <= size[0] for line in user.text.splitlines())
        said = " ".join(word for line in told for word in line.split())
        assert "Undo the last answer, then those before" in said.replace("u Ctrl+Z ", "")
        assert user.shows("show the")
