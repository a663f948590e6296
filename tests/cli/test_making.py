"""Many articles at once: each deck as if made alone, in the order asked for, and no process left behind."""

import os
import signal
import subprocess
import sys
import time

import pytest

PLACES = ("Halvik", "Sundby", "Orla", "Ulm")
TEXT = """The Bridge at {place}

Mayor Ingrid Solberg of {place} opened a new bridge over the river Lom in 2021. She called the bridge
“a gift to our children” at the opening. The bridge was built by the Danish company Brobyg in 2020 and
cost 40 million euros. It is 320 metres long.

{place} was founded in 1854. About 12,000 people live in the town. The Northern Bridge Association (NBA)
gave the bridge its prize in March.
"""


@pytest.fixture
def articles(tmp_path):
    paths = [tmp_path / f"{place}.txt" for place in PLACES]
    for path, place in zip(paths, PLACES, strict=True):
        path.write_text(TEXT.format(place=place))
    return paths


@pytest.fixture
def two_cores(monkeypatch):
    monkeypatch.setattr("quizapp.generate.many.processes_for", lambda articles: min(2, articles))


@pytest.mark.usefixtures("two_cores")
def test_side_by_side_as_if_alone_and_in_order(quizapp, articles, tmp_path):
    missing, together, alone = tmp_path / "none.txt", tmp_path / "together", tmp_path / "alone"
    ended = quizapp("generate", articles[0], missing, *articles[1:], "-o", together)
    assert (ended.code, len(ended.problems)) == (1, 1)
    assert ended.err.startswith(f"{missing}: ")
    assert [line.split(": ")[0] for line in ended.out.splitlines()] == [str(path) for path in articles]
    for path in articles:
        quizapp("generate", path, "-o", alone)
    decks = sorted(path.name for path in alone.iterdir())
    assert decks == sorted(path.name for path in together.iterdir())
    assert all((alone / name).read_bytes() == (together / name).read_bytes() for name in decks)


@pytest.mark.usefixtures("two_cores")
def test_accounts_come_from_the_other_processes(quizapp, articles):
    ended = quizapp("generate", *articles, "-o", "-", "--explain")
    assert ended.code == 0
    assert [ended.err.count(f"The Bridge at {place}: ") for place in PLACES] == [1] * 4


def test_ctrl_c_ends_all_at_once_without_a_word(home, articles, tmp_path):
    runner = (
        "import sys; from quizapp.generate import many; many.processes_for = lambda n: 2\n"
        "from quizapp.cli.main import main\n"
        "if __name__ == '__main__': sys.exit(main())\n"
    )
    script = tmp_path / "run.py"
    script.write_text(runner)
    arguments = [sys.executable, str(script), "generate", *map(str, articles * 5), "-o", str(tmp_path / "decks")]
    process = subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    time.sleep(1)
    os.killpg(process.pid, signal.SIGINT)
    began = time.monotonic()
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, "")
    assert time.monotonic() - began < 10
    with pytest.raises(ProcessLookupError):
        _wait_for_the_end_of(process.pid)


def _wait_for_the_end_of(group):
    """Raise ProcessLookupError once no process of the group is left."""
    for _ in range(100):
        os.killpg(group, 0)
        time.sleep(0.1)
