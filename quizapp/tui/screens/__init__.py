"""Screens: each is a place. They hold a session's state, draw it and send events to it."""
