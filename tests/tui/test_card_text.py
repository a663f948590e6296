"""The texts of a card as one widget: drawn anew where they change, laid out anew only where they must be."""

from textual.app import App
from textual.content import Content

from quizapp.tui.app import QuizApp
from quizapp.tui.messages import StudyDecks
from quizapp.tui.prose import shown
from quizapp.tui.widgets.card_text import CardText


class Sheet(App):
    def compose(self):
        yield CardText("text")


async def test_an_answer_and_the_next_card_show_without_a_layout(driven, library):
    app = QuizApp(library, StudyDecks(("capitals",)))
    async with driven(app) as user:
        laid_out = []
        app.screen.screen_layout_refresh_signal.subscribe(app.screen, laid_out.append, immediate=True)
        await user.press("space")
        assert user.shows("Kazakhstan", "Astana", "1 Again", "8d")
        await user.press("4")
        assert user.shows("Mongolia", "show the answer", "1 done · 2 left")
        assert not user.shows("Astana")
        assert not user.shows("Again")
        assert not laid_out


async def test_what_was_longer_before_leaves_nothing_behind(driven):
    app = Sheet()
    async with driven(app) as user:
        text = app.query_one(CardText)
        text.show({"question": shown("one\ntwo\nthree"), "answer": shown("four")})
        await user.settle()
        assert user.text.split() == ["one", "two", "three", "four"]
        text.show({"question": shown("five")})
        await user.settle()
        assert user.text.split() == ["five"]


async def test_a_change_of_style_alone_is_drawn(driven):
    app = Sheet()
    async with driven(app) as user:
        text = app.query_one(CardText)
        text.show({"question": Content("plain")})
        await user.settle()
        text.show({"question": Content.styled("plain", "underline")})
        await user.settle()
        assert any(segment.style.underline for segment in app.screen._compositor.render_strips()[0] if segment.style)


async def test_each_line_of_a_quotation_has_its_edge_at_any_width(driven):
    app = Sheet()
    async with driven(app) as user:
        app.query_one(CardText).show({"question": shown("Why?"), "quote": shown("word " * 40)})
        for width in (80, 40, 120):
            await user.pilot.resize_terminal(width, 24)
            await user.settle()
            first, *lines = [line for line in user.text.splitlines() if line]
            assert first == "Why?"
            assert all(line.startswith("▌  word") for line in lines)
            assert sum(line.count("word") for line in lines) == 40
            assert all(len(line) <= width for line in lines)
