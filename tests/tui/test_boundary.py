"""The app's own boundary: pasted text, messages, the clipboard, and the last look at every drawn line."""

from harness.hostile import ACTING, BRACKETS, LITERAL
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.color import Color
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from quizapp.text import acting_characters
from quizapp.tui import prose
from quizapp.tui.app import QuizApp
from quizapp.tui.boundary import InertLines
from quizapp.tui.messages import QuizDecks

BRACKETED = st.lists(
    st.sampled_from(["[", "]", "/", "@click=app.quit", "b", "$primary", "int", "list", "\\", " ", "link=x", "'", "{0}"])
).map("".join)


async def test_what_is_pasted_is_inert(driven, library):
    app = QuizApp(library, QuizDecks(("capitals",)))
    async with driven(app) as user:
        await user.press("down", "right", "right", "enter")
        typed = app.screen.query_one(Input)
        app._driver.send_message(events.Paste(f"{ACTING}{BRACKETS}"))
        await user.settle()
        assert typed.value
        assert not acting_characters(typed.value)


async def test_a_pasted_article_is_not_cut(driven, app):
    article = "A line of the article.\r\n" * 3000
    async with driven(app) as user:
        area = TextArea()
        await app.screen.mount(area)
        area.focus()
        await user.settle()
        app._driver.send_message(events.Paste(article))
        await user.settle()
        assert area.text == article.replace("\r\n", "\n")


async def test_messages_are_never_read_as_markup(driven, app):
    async with driven(app) as user:
        app.screen.notify(f"{ACTING}{LITERAL}", title="[/]", markup=True)
        await user.settle()
        await user.pilot.pause()
        (toast,) = app.screen.query("Toast")
        told = str(toast.render())
        assert LITERAL in told
        assert "[/]" in told
        assert not acting_characters(told)


async def test_the_clipboard_holds_nothing_that_acts(driven, app):
    async with driven(app):
        app.copy_to_clipboard(f"rm\x1b[5i {ACTING}")
        assert app.clipboard.startswith("rm")
        assert not acting_characters(app.clipboard)


async def test_a_widget_that_forgot_the_boundary_still_draws_nothing_that_acts(driven, app):
    async with driven(app) as user:
        await app.screen.mount(Static(Content(f"a{ACTING}z"), id="forgot"), before=0)
        await user.settle()
        strips = app.screen._compositor.render_strips()
        text = "".join(segment.text for strip in strips for segment in strip)
        assert "a" in text
        assert not acting_characters(text.replace("\n", ""))


def test_lines_keep_their_styles_and_lose_their_links():
    plain, linked = Style(bold=True), Style(bold=True, link="file:///x")
    given_line = [Segment("a", plain), Segment("b\x1b", linked)]
    assert InertLines().apply(given_line, Color(0, 0, 0)) == [Segment("a", plain), Segment("b", plain)]


@given(BRACKETED)
@settings(max_examples=200)
def test_brackets_are_shown_as_they_stand(text):
    assert prose.shown(text).plain == text
    assert prose.line(f"x{text}x").plain == " ".join(f"x{text}x".split())
    assert Static(prose.shown(text), markup=False).visual.plain == text


async def test_all_brackets_stand_on_the_card(driven, opened, home):
    text = BRACKETS.replace('"', "")
    (home / "decks" / "brackets.yaml").write_text(
        f"title: Brackets\ncards:\n- question: '{text}'\n  answer: '[/]'\n", encoding="utf-8"
    )
    app = QuizApp(opened(home))
    async with driven(app, size=(200, 40)) as user:
        app.post_message(QuizDecks(("brackets",)))
        await user.settle()
        await user.press("down", "right", "right", "enter")
        assert user.shows(LITERAL)
        await user.press(*"nothing", "enter")
        assert user.shows("answer     [/]")
