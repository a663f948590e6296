"""What holds for every room's tests."""

import signal

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: no example has a deadline, and nothing is random between runs.
settings.register_profile(
    "quizapp", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("quizapp")

# Started in the background of a shell, a run inherits that Ctrl-C is ignored, and so would every program it tests.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
