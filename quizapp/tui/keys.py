"""What keys are called wherever they are told: at the foot, in help, in the palette, in the texts of a screen."""

NAMES = {
    "space": "Space",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "backspace": "Backspace",
    "delete": "Del",
    "question_mark": "?",
    "exclamation_mark": "!",
    "minus": "-",
    "plus": "+",
    "at": "@",
    "asterisk": "*",
    "slash": "/",
    "comma": ",",
    "full_stop": ".",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
}


def key_name(key: str) -> str:
    """Return a key as it is told: ``Space``, ``?``, ``Ctrl+Z``."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    name = NAMES.get(last, last.upper() if held and len(last) == 1 else last)
    return "+".join([*(each.capitalize() for each in held), name])
