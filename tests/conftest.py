"""What holds for every room's tests."""

from hypothesis import HealthCheck, settings

# A busy machine is no fault of the code: no example has a deadline, and nothing is random between runs.
settings.register_profile(
    "quizapp", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("quizapp")
