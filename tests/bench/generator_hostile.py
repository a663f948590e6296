"""Hostile text at full size through ``quizapp generate``: ``python tests/bench/generator_hostile.py [NAME…]``.

Prints seconds, megabytes and the last line for each; exits 1 if one takes over 30 s or 1.5 GB, ends in
a mishap, or says more than a line.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
SECONDS, MEGABYTES = 30, 1500
NEWS = "Mayor Ida Holm opened the new bridge in Halvik in 2021. Halvik was founded in 1854 by King Otto. "


def texts():
    people = range(6000)
    return {
        "100,000 words in one line": NEWS * 5000,
        "no punctuation": "the mayor of the town said that the bridge is open and " * 8500,
        "all capitals": NEWS.upper() * 1000,
        "mixed scripts": f"{NEWS}Мэр открыл мост. 市長は橋を開いた。 افتتح العمدة الجسر. " * 1500,
        "emoji": "Mayor Ida Holm 🎉 opened 👨‍👩‍👧‍👦 the bridge 🇳🇴 in Halvik in 2021. " * 3000,
        "control characters": "Mayor Ida Holm\x1b[31m opened\x07 the \u0085bridge\u202e in 2021.\x08\n\n" * 3000,
        "10,000 quotation marks": '"' * 10_000 + NEWS,
        "10,000 quoted pieces": 'The mayor said "the bridge" is "a gift" to "the town" in 2021. ' * 1700,
        "50,000 open parentheses": "(" * 50_000 + NEWS,
        "25,000 open asides": "The mayor (Ida (Holm " * 12_500 + NEWS,
        "a sentence of 5,000 words": "The mayor of " + "the river of the town and " * 830 + "opened it. " + NEWS,
        "a word of a megabyte": "a" * 1_000_000 + f" {NEWS}",
        "100,000 stops": "." * 100_000 + f" {NEWS}",
        "30,000 commas": "The mayor, " * 30_000 + NEWS,
        "30,000 hyphens": "The well-" * 30_000 + NEWS,
        "6,000 names": " ".join(f"President Ida{n} Holm{n % 97} opened the Bridge of Vell{n}." for n in people),
        "4,000 acronyms": "\n\n".join(f"Anna Holm{n} leads the Lake{n} Commission (LC{n}) in Ulm." for n in people),
    }


def main(names):
    failed = False
    for name, text in texts().items():
        if not names or name in names:
            failed |= _run(name, text)
    sys.exit(failed)


def _run(name, text):
    """Run one; say whether it failed."""
    with tempfile.TemporaryDirectory() as folder:
        article, deck = Path(folder, "article.txt"), Path(folder, "deck.yaml")
        article.write_text(f"A bridge at Halvik\n\n{text}\n", encoding="utf-8")
        command = [sys.executable, "-m", "quizapp", "generate", str(article), "-o", str(deck)]
        began = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "PYTHONPATH": str(PROJECT)}
        )
        said = process.stdout.read().decode().strip()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds, megabytes = time.perf_counter() - began, _megabytes(used)
    last = said.splitlines()[-1].removeprefix(f"{article}: ") if said else ""
    bad = seconds > SECONDS or megabytes > MEGABYTES or "went wrong" in said or "Traceback" in said
    bad = bad or process.returncode not in (0, 1) or (process.returncode == 1 and "\n" in said)
    print(f"{'BAD ' if bad else ''}{name:<28}{seconds:>6.1f} s {megabytes:>6.0f} MB  {last[:90]}", flush=True)
    return bad


def _megabytes(used: resource.struct_rusage):
    return used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    main(sys.argv[1:])
