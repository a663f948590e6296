"""The sample deck from the article in seeds/ is what the generator makes of it, byte for byte."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ARTICLE, DECK = "seeds/sco-summit.md", "decks/sco-summit.yaml"
RENEW = f"quizapp generate {ARTICLE} -o {DECK}"


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_the_deck_is_the_generators_own_under_any_hash_seed(seed):
    """Cards that have become better change the deck: read the difference, then renew it with RENEW."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "quizapp", "generate", ARTICLE, "-o", "-"]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, check=False)

    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == (PROJECT / DECK).read_bytes(), f"the generator makes another deck now; renew it: {RENEW}"
