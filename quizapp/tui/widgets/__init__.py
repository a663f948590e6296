"""Widgets: each shows one thing and says what was done to it; none decides anything."""
