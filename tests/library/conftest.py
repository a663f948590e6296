from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizapp.library.library import Library

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@dataclass
class Clock:
    """A clock that stands still until it is told to go on."""

    time: datetime = MONDAY

    def __call__(self) -> datetime:
        return self.time

    def forward(self, **spans: float) -> None:
        self.time += timedelta(**spans)


@dataclass
class House:
    """A home on one or more devices, opened as often as a test likes."""

    folder: Path
    clock: Clock = field(default_factory=Clock)

    def open(self, device: str = "one") -> Library:
        return Library.open(
            self.folder / "home",
            environ={
                "XDG_CONFIG_HOME": str(self.folder / device / "config"),
                "XDG_CACHE_HOME": str(self.folder / device / "cache"),
            },
            now=self.clock,
            zone=UTC,
        )

    def write(self, name: str, text: str) -> Path:
        path = self.folder / "home" / "decks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        return path


@pytest.fixture
def house(tmp_path):
    house = House(tmp_path)
    house.write("capitals.yaml", CAPITALS)
    house.write("science/water.yaml", WATER)
    return house


CAPITALS = """\
title: Capitals
cards:
- What is the capital of Kazakhstan?: Astana
- What is the capital of Japan?: Tokyo
- What is the capital of Peru?: Lima
- What is the capital of Kenya?: Nairobi
- What is the capital of Norway?: Oslo
- question: Turkey
  answer: Ankara
  reverse: true
  tags: [asia]
"""

WATER = """\
title: Water
tags: [chemistry]
cards:
- What is water made of?: hydrogen and oxygen
- cloze: Water boils at {{100}} °C and freezes at {{0}} °C.
"""
