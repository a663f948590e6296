"""A real program in tmux: keys go in as a user presses them, and what stands on the screen comes out."""

import re
import shutil
import subprocess
import time
from uuid import uuid4

from harness.terminal import PROGRAM

TMUX = shutil.which("tmux")


class Tmux:
    """A program in a window of its own, on a server of its own."""

    def __init__(self, arguments, environ, folder, size=(80, 24), program=PROGRAM):
        self._server = f"quizapp-{uuid4().hex[:12]}"
        width, height = map(str, size)
        environ = {name: value for name, value in environ.items() if name != "TMUX"}
        told = [f"-e{name}={value}" for name, value in environ.items() if "\n" not in value]
        command = [TMUX, "-f/dev/null", "-L", self._server, "new-session", "-d", "-x", width, "-y", height, *told]
        subprocess.run([*command, "-c", str(folder), *program, *arguments], env=environ, check=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._tmux("kill-server", check=False)

    def press(self, *keys):
        """Press keys by tmux's names, one after the other."""
        for key in keys:
            self._tmux("send-keys", key)
            time.sleep(0.03)

    def type(self, text):
        """Type a text."""
        self._tmux("send-keys", "-l", text)

    @property
    def screen(self):
        """What stands on the screen."""
        return self._tmux("capture-pane", "-p", check=False).stdout

    def wait_for(self, *texts, seconds=60):
        """Look at the screen until all these texts, or what fits them if they are patterns, stand on it; return it."""
        patterns = [text if isinstance(text, re.Pattern) else re.compile(re.escape(text)) for text in texts]
        return self._until(lambda shown: all(pattern.search(shown) for pattern in patterns), texts, seconds)

    def wait_while(self, text, seconds=60):
        """Look at the screen until a text does not stand on it any more; return it."""
        return self._until(lambda shown: text not in shown, f"the end of {text!r}", seconds)

    def ended(self, seconds=60):
        """Wait until the program has ended."""
        end = time.monotonic() + seconds
        while self._tmux("list-sessions", check=False).stdout:
            assert time.monotonic() < end, f"it does not end:\n{self.screen}"
            time.sleep(0.05)

    def press_and_see(self, key, seconds=60):
        """Press a key and wait until the screen has changed by it, if only in its colours, and changes no more."""
        before, end = self._painted, time.monotonic() + seconds
        self.press(key)
        while self._painted == before:
            assert time.monotonic() < end, f"{key} changed nothing on\n{self.screen}"
            time.sleep(0.02)
        self.settle()

    def settle(self):
        """Wait until nothing on the screen changes any more."""
        before = ""
        while (shown := self._painted) != before:
            before = shown
            time.sleep(0.1)

    def _until(self, fits, wanted, seconds):
        end = time.monotonic() + seconds
        while not fits(shown := self.screen):
            assert time.monotonic() < end, f"{wanted} did not come up on\n{shown}"
            time.sleep(0.05)
        return shown

    @property
    def _painted(self):
        return self._tmux("capture-pane", "-e", "-p").stdout

    def _tmux(self, *arguments, check=True):
        return subprocess.run([TMUX, "-L", self._server, *arguments], capture_output=True, text=True, check=check)
