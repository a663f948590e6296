"""Where everything is: the home folder, its parts, and what stays on this device."""

import contextlib
import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from quizapp.errors import QuizError
from quizapp.history.events import DeviceId
from quizapp.store.atomic import TEMPORARY, write_atomically
from quizapp.store.disk import failure, make_folders, random_hex, read_bytes

APP = "quizapp"
HOME_VARIABLE = "QUIZAPP_HOME"
DECK_ENDING = ".yaml"

_DEVICE_FILE = "device.yaml"
_DEVICE_LIMIT = 1000
_DEVICE = re.compile(rb"device: ([a-z0-9]{4,40})\s*")
_CONFLICT = re.compile(r"\.sync-conflict-|conflicted copy|\(conflict|-conflict-|\.orig\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """A home folder, as seen from one device."""

    root: Path
    device: DeviceId
    """This device's name in journals and schedules."""
    cache: Path
    """A folder outside the home for what can be made again."""

    @property
    def decks(self) -> Path:
        """The folder of the user's decks; a folder in it is a group."""
        return self.root / "decks"

    @property
    def inbox(self) -> Path:
        """The folder of generated decks that are not accepted yet."""
        return self.root / "inbox"

    @property
    def journal(self) -> Path:
        """The folder of all devices' journals."""
        return self.root / "journal"

    @property
    def schedule(self) -> Path:
        """The folder where this device writes its schedules."""
        return self.root / "schedule" / self.device

    @property
    def own_cache(self) -> Path:
        """The folder of what can be made again from this home's files."""
        name = hashlib.blake2b(str(self.root.absolute()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
        return self.cache / "homes" / name

    @property
    def deck_cache(self) -> Path:
        """The folder of what its decks were parsed to."""
        return self.own_cache / "decks"

    @property
    def bin(self) -> Path:
        """The folder of decks that were deleted."""
        return self.root / ".bin"

    @property
    def backups(self) -> Path:
        """The folder of copies of decks from before the program wrote to them."""
        return self.root / ".backups"

    @property
    def past_cache(self) -> Path:
        """The file of what its journals were folded to."""
        return self.own_cache / "past"

    @property
    def settings_cache(self) -> Path:
        """The file of what its settings were parsed to."""
        return self.own_cache / "settings"

    @property
    def settings_file(self) -> Path:
        """The settings that follow the user."""
        return self.root / "settings.yaml"


def home_folder(chosen: Path | None, environ: Mapping[str, str]) -> Path:
    """Return the home: ``chosen``, or else what the environment says, or the platform's data folder.

    It need not exist yet. Raises QuizError if it is a file.
    """
    named = chosen or (Path(environ[HOME_VARIABLE]) if environ.get(HOME_VARIABLE) else None)
    if named is None:
        named = _by_platform(environ, "XDG_DATA_HOME") or _usual_folder("data")
    folder = expanded(named)
    try:
        if folder.exists() and not folder.is_dir():
            raise QuizError.of("the home is a file, not a folder", "choose a folder with --home", str(named))
    except OSError as error:
        raise failure(error, named) from None
    return folder


def expanded(path: Path) -> Path:
    """Return a path that a user has typed, its ``~`` replaced. Raises QuizError if that is nobody's."""
    try:
        return path.expanduser()
    except RuntimeError:
        raise QuizError.of("there is no such user", "write the path out", str(path)) from None


def config_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of what belongs to this device: its name, theme and keys."""
    return _by_platform(environ, "XDG_CONFIG_HOME") or _usual_folder("config")


def cache_folder(environ: Mapping[str, str]) -> Path:
    """Return the folder of what can be made again at any time."""
    return _by_platform(environ, "XDG_CACHE_HOME") or _usual_folder("cache")


def device_id(config: Path) -> DeviceId:
    """Return this device's random name, making it on first use.

    Raises QuizError when it can be neither read nor written.
    """
    path = config / _DEVICE_FILE
    try:
        known = _known_device(path)
        if known is None:
            write_once(path, f"device: {passing_device_id()}\n".encode())
            known = _known_device(path)
    except OSError as error:
        raise failure(error, path, doing="this device's name cannot be kept") from None
    if known is None:
        raise QuizError.of("this is no device name", "delete the file", str(path), 1, 1)
    return known


def passing_device_id() -> DeviceId:
    """Return a random name for a device."""
    return DeviceId(random_hex(5))


def write_once(path: Path, data: bytes) -> None:
    """Write ``path`` whole, unless another process has just done so.

    Raises OSError.
    """
    make_folders(path.parent)
    temporary = path.with_name(f".{path.name}.{random_hex(4)}{TEMPORARY}")
    write_atomically(temporary, data)
    try:
        with contextlib.suppress(FileExistsError):
            os.link(temporary, path)
    except OSError:
        write_atomically(path, data)
    finally:
        temporary.unlink(missing_ok=True)


def deck_paths(folder: Path) -> list[Path]:
    """Return the deck files in ``folder`` and the folders below it, in a fixed order; none if it is missing.

    Raises QuizError when a folder cannot be listed.
    """

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            raise failure(error, Path(error.filename)) from None

    return sorted(
        Path(root, name)
        for root, folders, names in os.walk(folder, onerror=refuse)
        if _shown(folders)
        for name in names
        if name.endswith(DECK_ENDING) and not name.startswith(".")
    )


def is_conflict_copy(path: Path) -> bool:
    """Say whether a file is the copy that a sync has put aside beside another."""
    return _CONFLICT.search(path.name) is not None


def _shown(folders: list[str]) -> bool:
    """Take hidden folders out of a walk; always true."""
    folders[:] = [name for name in folders if not name.startswith(".")]
    return True


def _known_device(path: Path) -> DeviceId | None:
    if not path.exists():
        return None
    found = _DEVICE.fullmatch(read_bytes(path, most=_DEVICE_LIMIT))
    return DeviceId(found[1].decode()) if found else None


def _usual_folder(kind: str) -> Path:
    """Return the platform's folder for ``data``, ``config`` or ``cache``."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - not where the environment names the folder

    return Path(getattr(PlatformDirs(APP, appauthor=False), f"user_{kind}_path"))


def _by_platform(environ: Mapping[str, str], variable: str) -> Path | None:
    """Return the folder that the XDG variable of the given environment names, if it does."""
    named = environ.get(variable, "")
    return Path(named, APP) if named.startswith("/") else None
