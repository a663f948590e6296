"""Studying by typing and by choosing, and everything that is one key away from a card."""

import pytest

from quizapp.library.selection import Selection, StudyWish
from quizapp.memory.ways import Grades, StudyBy
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import SetUpStudy, StudyDecks

TYPED, CHOSEN = StudyWish(by=StudyBy.TYPED), StudyWish(by=StudyBy.CHOICE)
FIRST = "What is the capital of Kazakhstan?"


@pytest.fixture
def studying(library):
    """Open the app on a session."""

    def open_app(deck, wish):
        return QuizApp(library, StudyDecks((deck,), wish))

    return open_app


def reviews(library):
    return [review for past in library.progress.past.cards.values() for review in past.reviews]


async def test_a_typed_answer_is_marked_and_enter_takes_the_grade_that_is_proposed(driven, studying, library):
    async with driven(studying("capitals", TYPED)) as user:
        assert user.shows(FIRST, "Type the answer, then Enter", "Esc  other keys")
        await user.press(*"astana", "enter")
        assert user.shows("✓ Right", "answer     Astana", "3 Good")
        await user.press("enter")
        assert user.shows("What is the capital of Mongolia?")
    assert [(int(review.grade), review.via) for review in reviews(library)] == [(3, "typed")]


async def test_letters_are_letters_while_typing_and_keys_after_escape(driven, studying):
    async with driven(studying("capitals", TYPED)) as user:
        await user.press(*"su", "space", *"h1")
        assert user.shows("su h1", FIRST)
        await user.press("escape", "s")
        assert user.shows("What is the capital of Mongolia?", "Card skipped")
        await user.press("escape", "space")
        assert user.shows("Ulaanbaatar", "3 Good")
        await user.press("escape")
        assert user.place == "HomeScreen"


async def test_another_cards_answer_is_contrasted_and_again_is_proposed(driven, studying, library):
    async with driven(studying("capitals", TYPED)) as user:
        await user.press(*"thimphu", "enter")
        assert user.shows("✗ Wrong", "you typed  thimphu", "≠ Thimphu answers: What is the capital of Bhutan?")
        await user.press("space")
        assert [int(review.grade) for review in reviews(library)] == [1]
        assert reviews(library)[0].other


async def test_i_was_right_counts_and_writes_the_alias_to_the_deck(driven, studying, library, home):
    async with driven(studying("capitals", TYPED)) as user:
        await user.press(*"Akmola", "enter")
        assert user.shows("✗ Wrong", "y  I was right")
        await user.press("y")
        assert user.shows("✓ Right", "Accepted from now on.")
        await user.press("space")
    assert "accept: [Akmola]" in (home / "decks" / "capitals.yaml").read_text()
    assert [int(review.grade) for review in reviews(library)] == [3]


async def test_nearly_right_shows_the_letters(driven, studying):
    async with driven(studying("capitals", StudyWish(by=StudyBy.TYPED))) as user:
        await user.press("escape", "s", *"Ulanbaatar", "enter")
        assert user.shows("≈ Nearly, and it counts", "you typed  Ulanbaatar", "answer     Ulaanbaatar")


async def test_an_option_is_chosen_by_key_and_a_right_one_is_hard(driven, studying, library):
    async with driven(studying("capitals", CHOSEN)) as user:
        assert user.shows("1–4  choose", "Almaty", "Astana")
        place = user.app.screen._session.asked.choices.index("Astana")
        await user.press("abcd"[place])
        assert user.shows("✓ Right", "✓ right answer")
        await user.press("space")
    assert [(int(review.grade), review.via) for review in reviews(library)] == [(2, "choice")]


async def test_an_option_can_be_clicked_or_passed_over(driven, studying):
    async with driven(studying("capitals", CHOSEN)) as user:
        await user.click("ChoiceList", offset=(4, 0))
        assert user.shows("right answer")
        await user.press("1", "space")
        assert user.shows("Ulaanbaatar   ✓ right answer", "3 Good")
        assert not user.shows("✗ Wrong")


async def test_two_grades_are_wrong_and_right(driven, library, studying):
    library.settings = library.settings.__class__(grades=Grades.TWO)
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("space")
        assert user.shows("1 Wrong", "2 Right", "10m")
        assert not user.shows("Easy")
        await user.press("4")
        assert user.shows("1 Wrong", FIRST)
        await user.press("2", "space", "1")
    assert [int(review.grade) for review in reviews(library)] == [3, 1]


async def test_a_cram_says_so_and_saves_nothing(driven, studying, library):
    async with driven(studying("capitals", StudyWish(cram=True))) as user:
        assert user.shows("Cram · Capitals")
        await user.press("space", "1", *["space", "2"] * 3)
        assert user.place == "StudySummary"
        await user.press("u", "2")
        assert user.place == "StudySummary"
    assert not library.progress.past.cards


async def test_the_flag_shows_and_is_undone_in_its_place(driven, studying, library):
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("space", "4", "space", "asterisk")
        assert user.shows("⚑ Capitals", "Flagged.", "Ulaanbaatar")
        await user.press("u")
        assert user.shows("Ulaanbaatar", "1 done · 2 left")
        assert not user.shows("⚑")
        await user.press("u")
        assert user.shows(FIRST, "0 done · 3 left")
    assert not any(past.flagged or past.reviews for past in library.progress.past.cards.values())


async def test_what_is_known_of_a_card_is_one_key_away(driven, studying):
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("i")
        assert user.shows(FIRST, "deck        Capitals", "new, never answered")
        await user.press("i", "space", "1", "s", "s", "i")
        assert user.shows(FIRST, "learning", "known now", "stability", "difficulty", "1 answer", "Again")
        assert not user.shows("Astana")
        await user.press("escape")
        assert user.shows("show the answer")


async def test_a_card_is_edited_where_it_is_and_its_past_follows(driven, studying, library, home):
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("space", "1", "s", "s")
        assert user.shows(FIRST)
        await user.press("e")
        assert user.place == "CardEditor"
        user.app.screen.query_one("#field-question").load_text("Which city is Kazakhstan's capital?")
        await user.press("ctrl+s")
        assert user.place == "StudyScreen"
        assert user.shows("Which city is Kazakhstan's capital?", "show the answer")
        await user.press("space", "3")
    assert "Which city is Kazakhstan's capital?" in (home / "decks" / "capitals.yaml").read_text()
    assert sorted(len(past.reviews) for past in library.progress.past.cards.values()) == [2]


async def test_an_edit_is_undone_in_its_place_among_the_other_steps(driven, studying, home):
    deck = home / "decks" / "capitals.yaml"
    before = deck.read_bytes()
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("space", "4", "e")
        user.app.screen.query_one("#field-answer").load_text("Urga")
        await user.press("ctrl+s", "space")
        assert user.shows("Urga")
        await user.press("3", "u")
        assert user.shows("Urga", "1 done · 2 left")
        await user.press("u")
        assert user.shows("Mongolia", "The edit is taken back.", "1 done · 2 left")
        assert not user.shows("Urga")
        assert deck.read_bytes() == before
        await user.press("u")
        assert user.shows("Kazakhstan", "0 done · 3 left")


async def test_an_alias_is_undone_too(driven, studying, home):
    deck = home / "decks" / "capitals.yaml"
    before = deck.read_bytes()
    async with driven(studying("capitals", StudyWish(by=StudyBy.TYPED))) as user:
        await user.press(*"Nur", "enter", "y")
        assert b"Nur" in deck.read_bytes()
        await user.press("u")
        assert user.shows("✗ Wrong", "I was right")
        assert deck.read_bytes() == before


async def test_an_edit_of_a_file_that_was_changed_since_stays(driven, studying, home):
    deck = home / "decks" / "capitals.yaml"
    async with driven(studying("capitals", StudyWish())) as user:
        await user.press("e")
        user.app.screen.query_one("#field-answer").load_text("Akmola")
        await user.press("ctrl+s")
        deck.write_bytes(deck.read_bytes() + b"# mine\n")
        await user.press("u")
        assert user.shows("changed since", "show the answer")
    assert b"Akmola" in deck.read_bytes()


async def test_an_edit_that_is_refused_goes_on_with_what_was_written(driven, studying, home):
    async with driven(studying("capitals", StudyWish())) as user:
        (home / "decks" / "capitals.yaml").write_text("title: Capitals\ncards:\n- gone: away\n")
        await user.press("e")
        user.app.screen.query_one("#field-answer").load_text("Akmola")
        await user.press("ctrl+s")
        assert user.place == "CardEditor"
        assert user.shows("Akmola")
        await user.press("escape")
        assert user.place == "StudyScreen"
        assert user.shows("show the answer")


async def test_markdown_is_shown_with_code_in_colour(driven, opened, home):
    card = """
- question: |
    What does **this** give?
    ```python
    len('ab')
    ```
  answer: The number `2`.
"""
    (home / "decks" / "code.yaml").write_text(f"title: Code\ncards:{card}")
    async with driven(QuizApp(opened(home), StudyDecks(("code",)))) as user:
        await user.press("space")
        assert user.shows("What does this give?", "▏ len('ab')", "The number 2.")
        assert not user.shows("`")


async def test_what_to_study_is_chosen_on_a_sheet(driven, library):
    async with driven(QuizApp(library, SetUpStudy(("capitals",)))) as user:
        assert user.shows("Study   Capitals", "[due]", "[any number]", "[any time]", "[flip]")
        await user.press("right", "right", "right")
        assert user.shows("[all]", "The schedule stays.")
        await user.press("down", "down", "right", "right")
        assert user.shows("[10 min]", "10 min ≈ 50 cards, at a usual pace")
        await user.press("down", "right", "enter")
        assert user.place == "StudyScreen"
        assert user.shows("Cram · Capitals", "Type the answer")


async def test_nothing_flagged_is_said(driven, library):
    async with driven(QuizApp(library, StudyDecks((), StudyWish(Selection(flagged=True), cram=True)))) as user:
        assert user.place == "HomeScreen"
        assert user.shows("Nothing to study here")


async def test_notices_do_not_pile_up(driven, studying):
    async with driven(studying("festival", StudyWish())) as user:
        await user.press("s", "minus", "at")
        assert user.shows("Card suspended")
        assert not user.shows("Card skipped")


@pytest.mark.parametrize("theme", ["quizapp-dark", "quizapp-light", "ansi-dark", "ansi-light"])
async def test_what_stands_out_can_be_read_in_every_theme(driven, library, theme):
    async with driven(QuizApp(library, StudyDecks(("festival",)), theme=theme)) as user:
        await user.press("space")
        lines = user.app.screen._compositor.render_strips()
        segments = [segment for line in lines for segment in line if segment.text.strip() in {"Good", "10m", "Ostrava"}]
        assert {segment.text.strip() for segment in segments} == {"Good", "10m", "Ostrava"}
        for segment in segments:
            assert segment.style.color != segment.style.bgcolor
            if segment.style.bgcolor.name != "default":
                assert segment.style.color.name != "default"


async def test_without_colours_right_and_wrong_are_told_by_signs_and_words(driven, library, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(QuizApp(library, StudyDecks(("capitals",), StudyWish(by=StudyBy.CHOICE)))) as user:
        await user.press("1")
        assert user.shows("✓ right answer")
        assert user.shows("✓ Right") != user.shows("✗ Wrong", "✗ your answer")
        strips = user.app.screen._compositor.render_strips()
        colours = {segment.style.color.get_truecolor() for line in strips for segment in line if segment.style.color}
        assert all(colour.red == colour.green == colour.blue for colour in colours)
