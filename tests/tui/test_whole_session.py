"""All of the app in one go, in a real terminal, as somebody who has just found it would go through it."""

import re
import subprocess

import pytest
from harness.terminal import PROGRAM, environment
from harness.tmux import TMUX, Tmux

ARTICLE = """The new bridge

2024-05-08

The Halvik Bridge Authority (HBA) was founded in Oslo in 1987. The Norwegian prime minister, Greta Holm, opened the new
Halvik Bridge on Wednesday, and the company that built the bridge employed 1,200 workers for six years.
"""
DECK = "title: Abbeys\ncards:\n" + "".join(
    f"- {{question: Who founded the abbey of {town}?, answer: {who}, wrong: [Odo, Hugh, Maud]}}\n"
    for town, who in (("Varn", "Berta"), ("Lund", "Karl"), ("Bree", "Ulla"))
)
ASKED, MARKED = re.compile(r"\d–\d  choose|Enter  answer"), r"Space  (next question|the results)"
RESULTS = "q Done"
pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed")


@pytest.fixture
def user(tmp_path):
    """The app in tmux on a home that was never opened, with an article in the folder it is started in."""
    (tmp_path / "bridge.txt").write_text(ARTICLE)
    with Tmux([], environment(tmp_path), tmp_path) as terminal:
        yield terminal


def test_from_a_first_start_through_every_place_and_out(user, tmp_path):
    user.wait_for("Welcome. These decks are samples", "Space", "studies")
    studies(user)
    (tmp_path / "home" / "decks" / "abbeys.yaml").write_text(DECK)
    user.wait_for("Abbeys")
    user.press("g")
    user.wait_for("studies 3 new")
    for kind, name in enumerate(("mixed", "choice", "typed", "true-false", "matching")):
        takes_a_quiz(user, kind, name)
    opens_an_earlier_quiz(user)
    looks_around(user)
    generates(user, tmp_path / "bridge.txt")
    changes_a_setting_and_reads_help(user)
    user.press("d")
    user.wait_for("Quit")
    user.press("q")
    user.ended()
    assert sum(path.read_text().count('"kind": "quiz-end"') for path in (tmp_path / "home" / "journal").iterdir()) == 5


def studies(user):
    """Study: reveal, grade, undo, bury, suspend, flag, skip, info."""
    user.press("Space")
    first = user.wait_for("0 done", "show the answer")
    user.press("Space")
    user.wait_for("1 Again", "4 Easy")
    user.press("4")
    user.wait_for("1 done", "show the answer")
    user.press("u")
    assert user.wait_for("0 done", "1 Again").splitlines()[5] == first.splitlines()[5]
    user.press("3")
    user.wait_for("show the answer", "4 left" if "4 left" in first else "left")
    for key, told in (("-", "Card buried"), ("@", "Card suspended"), ("*", "Flagged"), ("s", "Card skipped")):
        user.press(key)
        user.wait_for(told)
    user.press("i")
    user.wait_for("never answered")
    user.press("i")
    user.wait_for("show the answer")
    user.press("q")
    user.wait_for("Browse", "Stats", "Study all")


def takes_a_quiz(user, kind, name):
    """Take a quiz of some kind, all wrong where that is possible; retry once what was missed."""
    user.press("z")
    user.wait_for("Questions", "Feedback")
    user.press("Down", *["Right"] * kind)
    user.wait_for(re.compile(r"Answers +.*\[" + name))
    user.press("Enter")
    user.wait_while("Feedback")
    if "Retry misses" in answers_all(user) and name == "mixed":
        user.press("r")
        user.wait_while(RESULTS)
        answers_all(user)
    user.press("q")
    user.wait_for("Study all", "Quit")


def answers_all(user):
    """Answer what is asked, with the first option or a word that is wrong; return the results."""
    total = int(re.search(r"1 of (\d+)", user.wait_for(re.compile(r"1 of \d"), ASKED))[1])
    for number in range(1, total + 1):
        if "Enter  answer" in user.wait_for(f"{number} of {total}", ASKED):
            user.type("nobody")
            user.press("Enter")
        else:
            user.press("1")
        # Amid a round of pairs nothing is marked.
        if re.search(MARKED, user.wait_for(re.compile(rf"{MARKED}|{number + 1} of {total}"))):
            user.press("Space")
    return user.wait_for(RESULTS)


def opens_an_earlier_quiz(user):
    """Look at the scores, and at one quiz answer by answer."""
    user.press("r")
    user.wait_for("Scores   Abbeys", "5 quizzes", "Missed most")
    user.press("Enter")
    user.wait_for("Who founded the abbey of", "✗", RESULTS)
    user.press("q")
    user.wait_for("Scores   Abbeys", "Ask its misses")
    user.press("q")
    user.wait_for("Study all")


def looks_around(user):
    """See the statistics, and find a card."""
    user.press("t")
    user.wait_for("Answers a day", "30 days")
    user.press("b")
    user.wait_for("Berta")
    user.press("/")
    user.wait_while("d Decks")
    user.type("Ulla")
    user.wait_for("Who founded the abbey of Bree?")
    user.wait_while("Berta")
    user.press("Escape")
    user.wait_for("d Decks")
    user.press("d")
    user.wait_for("Study all")


def generates(user, article):
    """Make cards from an article; accept one, reject one, and take that back."""
    user.press("m")
    user.wait_for("Generate cards from an article")
    user.type(str(article))
    user.press("Enter")
    user.wait_for("The new bridge", "Accept")
    user.press("a")
    user.wait_for("u takes it back.")
    user.press("r")
    user.wait_for("ejected")
    user.press("u", "u")
    user.wait_for("The new bridge")


def changes_a_setting_and_reads_help(user):
    """Go to the settings, and read which keys there are."""
    user.press(",")
    user.wait_for("Study and memory", "retention")
    user.press("?")
    user.wait_for("Study what is due in this deck")
    user.press("q")
    user.wait_for("Study and memory")


def test_study_and_quiz_as_plain_lines_through_a_pipe(tmp_path):
    (tmp_path / "home" / "decks").mkdir(parents=True)
    (tmp_path / "home" / "decks" / "abbeys.yaml").write_text(DECK)

    def run(*arguments, typed):
        command = [*PROGRAM, *arguments, "--plain", "abbeys"]
        ended = subprocess.run(
            command, input=typed, capture_output=True, text=True, env=environment(tmp_path), check=False
        )
        assert (ended.returncode, ended.stderr) == (0, "")
        return ended.stdout

    studied = run("study", typed="\n4\nu\n3\n-\n@\n*\ns\ni\nq\n")
    for told in ("Berta", "Flagged.", "cards to go", "Known at once"):
        assert told in studied
    quizzed = run("quiz", "--kind", "typed", "--questions", "3", typed="Berta\nKarl\nIda\nOtto\n")
    assert "Question 2 of 2." in quizzed
    assert "\x1b" not in studied + quizzed
