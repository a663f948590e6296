"""Cards that no hand writes, on the screen: ``python tests/bench/huge_cards.py [TIMES]``.

Prints for each the median and the worst milliseconds of the processor from the key to the drawn screen: to ask
the card, to show its answer, to scroll it. Then shows 1,000 strings full of brackets on a card and counts those
that did not stand there as they were written; exits 1 if there is one, or if a median is above 100 ms.
"""

import asyncio
import json
import random
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from quizapp.library.library import Library
from quizapp.tui.app import QuizApp
from quizapp.tui.messages import StudyDecks

ENOUGH = 100
LINES = "\n".join(str(number % 100) for number in range(100_000))
TABLE = "\n".join("| " + " | ".join(f"**{row}.{column}**" for column in range(50)) + " |" for row in range(200))
HUGE = {
    "an ordinary card": "Which river flows through Vienna?",
    "100,000 lines": LINES,
    "a Markdown table of 200 × 50": TABLE,
    "a word of 600 kB": "a" * 600_000,
    "600 kB of short words": "long " * 120_000,
    "100,000 empty lines": "a" + "\n" * 100_000 + "b",
    "20,000 wide characters": "河" * 20_000,
    "20,000 combining marks": "e" + "\u0301" * 20_000,
    "20,000 emoji": "👨‍👩‍👧‍👦" * 3000,
}
PIECES = [
    "[",
    "]",
    "/",
    "@click=app.quit",
    "bold red",
    "$primary",
    "int",
    "list",
    "\\",
    " ",
    "link=x",
    "{0}",
    "x",
    "%s",
]


class Bench:
    """The app on one deck, driven by keys."""

    def __init__(self, folder, cards):
        home = Path(folder, "home")
        (home / "decks").mkdir(parents=True)
        (home / "settings.yaml").write_text("new_per_day: 9999\n")
        (home / "decks" / "huge.yaml").write_text(
            json.dumps({"title": "Huge", "cards": cards}, ensure_ascii=False), encoding="utf-8"
        )
        own = {f"XDG_{name}_HOME": folder for name in ("CONFIG", "CACHE")}
        library = Library.open(home, environ=own, now=lambda: datetime(2026, 3, 2, 12, tzinfo=UTC), zone=UTC)
        self.app = QuizApp(library, StudyDecks(("huge",)))

    async def milliseconds(self, pilot, key):
        """Press a key; return how long it takes until all it did is drawn."""
        began = time.process_time()
        await pilot.press(key)
        self.app.screen._on_timer_update()
        self.app.screen._compositor.render_strips()
        return 1000 * (time.process_time() - began)


async def _answered(text, times):
    """Return the milliseconds to ask, to show the answer, to scroll, of a card all made of ``text``."""
    made = [{"question": f"{n} {text}", "answer": text} for n in range(times)]
    taken = {"3": [], "space": [], "j": []}
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder, made)
        async with bench.app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            assert type(bench.app.screen).__name__ == "StudyScreen", "the deck could not be read"
            for _ in range(times - 1):
                for key in ("space", "j", "3"):
                    taken[key].append(await bench.milliseconds(pilot, key))
    return taken


async def _not_literal(count):
    """Return how many of so many bracketed strings do not stand on the card as they were written."""
    chance = random.Random(1)
    texts = ["".join(chance.choices(PIECES, k=chance.randint(2, 6))).strip() or "[]" for _ in range(count)]
    texts = [" ".join(text.split()) for text in texts]
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(folder, [{"question": f"{n}: {text}", "answer": text} for n, text in enumerate(texts)])
        async with bench.app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            for number, text in enumerate(texts):
                await pilot.press("space")
                await pilot.pause()
                bench.app.screen._on_timer_update()
                strips = bench.app.screen._compositor.render_strips()
                shown = "\n".join(strip.text for strip in strips)
                wrong += f"{number}: {text}" not in shown or shown.count(text) < 2
                await pilot.press("4")
    return wrong


def main(times):
    """Print what each takes; return whether all was well."""
    fine = True
    print(f"{'':<32}{'ask':>14}{'answer':>14}{'scroll':>14}   ms, median and worst")
    for name, text in HUGE.items():
        taken = asyncio.run(_answered(text, times + 1))
        medians = [statistics.median(taken[key]) for key in ("3", "space", "j")]
        cells = [
            f"{median:>7.0f} {max(taken[key]):>6.0f}" for key, median in zip(("3", "space", "j"), medians, strict=True)
        ]
        fine &= max(medians) <= ENOUGH
        print(f"{name:<32}{''.join(cells)}", flush=True)
    wrong = asyncio.run(_not_literal(1000))
    print(f"1,000 strings with brackets: {wrong} not shown as they were written")
    return fine and not wrong


if __name__ == "__main__":
    sys.exit(not main(int(sys.argv[1]) if len(sys.argv) > 1 else 2))
