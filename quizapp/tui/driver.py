"""The terminal's side of the app: what a terminal does wrong must neither end the app nor keep it running."""

import select
import signal

from textual.drivers.linux_driver import LinuxDriver

_LOOK_AGAIN = 2.0
"""Seconds between looks at whether the terminal is still there."""


class ForgivingDriver(LinuxDriver):
    """Passes over bytes that are no text, and ends the app when its terminal was closed."""

    def start_application_mode(self) -> None:
        """Take over the terminal, and watch that it stays."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual has not typed it
        self._app.set_interval(_LOOK_AGAIN, self._leave_a_closed_terminal)

    def run_input_thread(self) -> None:
        """Dispatch what is typed until the app ends.

        A terminal of another encoding may send bytes that are no UTF-8; these are as if they were not typed.
        """
        while not self.exit_event.is_set():
            try:
                super().run_input_thread()
            except UnicodeDecodeError:
                continue

    def _leave_a_closed_terminal(self) -> None:
        """End the app when nobody can see it, which a terminal does not tell every program."""
        looking = select.poll()
        looking.register(self.fileno, select.POLLHUP)
        if any(happened & select.POLLHUP for _, happened in looking.poll(0)):
            self._app.exit(return_code=128 + signal.SIGHUP)
