"""Three devices with clocks of their own whose homes are carried to and fro by a sync that knows nothing."""

import random
import shutil
from datetime import UTC, datetime, timedelta

from harness.disks import HastyDisk

from quizapp.history import events as kinds
from quizapp.library.progress import Progress
from quizapp.memory.days import date_of, study_day
from quizapp.memory.scheduler import Scheduler
from quizapp.store.journal import Journal

DEVICES = ("one", "two", "three")
CARDS = tuple(f"{number + 1:016x}" * 2 for number in range(4))
START = datetime(2026, 1, 1, 9, tzinfo=UTC)
ENDS = (datetime(1, 1, 2, tzinfo=UTC), datetime(1970, 1, 1, tzinfo=UTC), datetime(9999, 12, 30, tzinfo=UTC))
"""Moments at which clocks break."""
SCHEDULER = Scheduler(0.9)


class Device:
    """A home on one device; its clock jumps."""

    def __init__(self, name, folder, chance):
        self.name = name
        self.folder = folder
        self._chance = chance
        self._now = START
        self.open()

    def open(self):
        """Start the program anew."""
        self.progress = Progress(Journal(self.folder, self.name, disk=HastyDisk()), SCHEDULER)

    def do(self):
        """Answer, suspend, reset, link or undo something; return the ids that were acknowledged."""
        chance = self._chance
        card = {"card": chance.choice(CARDS)}
        ways = [(kinds.REVIEW, {**card, "grade": chance.randint(1, 4), "ms": 900, "via": "flip"})] * 6
        ways += [(kinds.SUSPEND, card), (kinds.BURY, card), (kinds.RESET, card), (kinds.FLAG, {**card, "on": True})]
        ways += [(kinds.LINK, {"old": chance.choice(CARDS), "new": chance.choice(CARDS)})]
        if last := self.progress.last_undoable():
            ways += [(kinds.VOID, {"target": str(last.id)})] * 2
        now = self._tick()
        return [event.id for event in self.progress.append([chance.choice(ways)], now, study_day(now, UTC, 4))]

    def _tick(self):
        leap = self._chance.random()
        if leap < 0.03:
            self._now = self._chance.choice(ENDS)
        elif leap < 0.2:
            self._now = START + timedelta(days=self._chance.randint(-4000, 4000), seconds=self._chance.random())
        elif START - timedelta(days=9000) < self._now < START + timedelta(days=9000):
            self._now += timedelta(minutes=self._chance.randint(-3, 2000))
        return self._now


def carry(source, target, chance):
    """Carry each journal to another home as a sync does: a file that differs there is kept as a conflict copy."""
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.yaml")):
        there = target / path.name
        if there.exists() and there.read_bytes() != path.read_bytes():
            tag = f"{chance.getrandbits(40):010x}"
            style = chance.choice(["{0}.sync-conflict-{1}.yaml", "{0} (conflicted copy {1}).yaml", "{0} 2-{1}.yaml"])
            shutil.copyfile(path, target / style.format(path.stem, tag))
        else:
            shutil.copyfile(path, there)


def interleaved(folder, seed):
    """Let three devices work and sync in any order; return them, synced in the end, and all ids acknowledged."""
    chance = random.Random(seed)
    # Now and then a device was cloned, and two go by one name.
    names = (*DEVICES[:2], chance.choice([DEVICES[2]] * 4 + [DEVICES[1]]))
    devices = [Device(name, folder / str(number), chance) for number, name in enumerate(names)]
    acknowledged = []
    for _ in range(chance.randint(4, 14)):
        device, other = chance.sample(devices, 2)
        match chance.randint(0, 9):
            case 0 | 1:
                carry(device.folder, other.folder, chance)
            case 2:
                _restored(device, other, chance)
            case 3:
                device.open()
            case 4:
                device.progress.catch_up()
            case _:
                acknowledged += device.do()
    for device in chance.sample(devices, 3):
        for other in devices:
            if other is not device:
                carry(device.folder, other.folder, chance)
    for device in devices:
        device.progress.catch_up()
    return devices, acknowledged


def _restored(device, other, chance):
    """Put a device's home back to what it was a few bytes ago; what is cut off it has lived on elsewhere."""
    carry(device.folder, other.folder, chance)
    for path in device.folder.glob("*.yaml"):
        lines = path.read_bytes().splitlines(keepends=True)
        path.write_bytes(b"".join(lines[: chance.randint(0, len(lines))]))


def memories(device):
    """Return what the scheduler makes of every answered card on a device."""
    found = {card: device.progress.memory_of(card, SCHEDULER) for card in device.progress.past.cards}
    return {card: memory for card, memory in found.items() if memory is not None}


def impossible(memory):
    """Say whether a card would come back before it was answered, or on a day that no calendar has."""
    date_of(memory.due_day)
    return memory.due_day < memory.last_day
