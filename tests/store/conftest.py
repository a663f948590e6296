"""Disks that fail on purpose, and a few values that the tests of the store share."""

from datetime import UTC, datetime

import pytest
from harness.disks import FaultyDisk

NOW = datetime(2026, 1, 1, 9, 0, 0, 123000, tzinfo=UTC)


@pytest.fixture
def faulty():
    return FaultyDisk


@pytest.fixture
def now():
    return NOW
