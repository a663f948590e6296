"""Study and quiz as state machines, (state, event) -> state; no screen, no disk, no clock."""
