"""Text that wants to do something, and a home in which every text, name and line is such."""

import json
from datetime import UTC, datetime

from quizapp.cards.identity import cards_in
from quizapp.store.deckfile import parse_deck

DEVICE = "abcde12345"

PAYLOADS = {
    "CSI that prints the screen": "\x1b[5i",
    "OSC 52 to the clipboard": "\x1b]52;c;cHdu\x07",
    "OSC 8 link": "\x1b]8;;http://evil.example\x07click\x1b]8;;\x07",
    "OSC 0 title": "\x1b]0;pwn\x1b\\",
    "DCS": "\x1bP$qm\x1b\\",
    "APC": "\x1b_Gi=1\x1b\\",
    "reset": "\x1bc",
    "C1 CSI": "\x9b5i",
    "C1 OSC": "\x9d52;c;cHdu\x9c",
    "NEL": "\x85",
    "DEL": "\x7f",
    "BEL": "\x07",
    "BS": "\x08\x08",
    "shift out": "\x0e",
    "VT and FF": "\x0b\x0c",
    "NUL": "\x00",
    "bidirectional overrides": "\u202a\u202b\u202c\u202d\u202e",
    "bidirectional isolates": "\u2066\u2067\u2068\u2069",
    "line and paragraph separators": "\u2028\u2029",
}
MARKUP = {
    "action": "[@click=app.quit]m[/]",
    "stray end": "[/]",
    "type": "list[int]",
    "style": "[bold red]b[/bold red]",
    "link": "[link=file:///etc/passwd]l[/link]",
    "variable": "[$primary]v",
    "escaped": "\\[e]",
    "format": "{x.y[0]} {0!r} %s %(a)s",
}
ACTING = "".join(PAYLOADS.values())
READABLE = "".join(text for text in PAYLOADS.values() if text >= "\u2000")
"""What a deck may bring to a screen; with the other payloads a text is refused where the deck is read."""
BRACKETS = " ".join(MARKUP.values())
LITERAL = "[@click=app.quit]m[/] [/] list[int] [bold red]b[/bold red]"
"""How `BRACKETS` begins, to be found on the screen as it stands."""

_CARDS = [
    {
        "question": "Q {0}",
        "answer": "the answer {0}",
        "wrong": ["w1 {0}", "w2 {0}", "w3 {0}"],
        "accept": ["also {0}"],
        "quote": "The quote has the answer {0} in it.",
        "context": "Before. The quote has the answer {0} in it. After.",
        "hint": "H {0}",
        "note": "N {0}",
        "tags": ["c {0}"],
        "rule": "r {0}",
        "doubt": "d {0}",
        "source": {"title": "S {0}", "author": "A {0}", "url": "javascript:{0}", "date": "{0}"},
    },
    {"cloze": "C {0} has {{{{a gap::L {0}}}}} in it."},
    {"question": "List {0}", "answers": ["one {0}", "two {0}"]},
    {"question": "F {0}", "answer": "B {0}", "reverse": "true"},
]


def filled(value, text):
    """Return a value with ``text`` in the place of every ``{0}``."""
    if isinstance(value, dict):
        return {key: filled(each, text) for key, each in value.items()}
    if isinstance(value, list):
        return [filled(each, text) for each in value]
    return value.replace("{0}", text).replace("{{{{", "{{").replace("}}}}", "}}")


def deck(title="T {0}"):
    """Return the text of a deck whose every field is hostile; cards with control characters are refused."""
    good = filled(_CARDS, f"{READABLE} {BRACKETS}")
    refused = [{"question": f"refused {number}{text}", "answer": text} for number, text in enumerate(PAYLOADS.values())]
    strange = {"question": "odd key", f"key {ACTING}{BRACKETS}": "x"}
    whole = {
        "title": filled(title, f"{READABLE} {BRACKETS}"),
        "description": f"D {READABLE} {BRACKETS}",
        "tags": [f"t {READABLE} {BRACKETS}"],
        "source": good[0]["source"],
        "cards": [*good, *refused, strange],
    }
    return json.dumps(whole).replace("\x7f", "\\u007f")


def name(text):
    """Return ``text`` as far as it can be the name of a file."""
    return text.replace("/", "").replace("\0", "")


def build(folder):
    """Make a home below ``folder`` in which everything is hostile; return its path."""
    home = folder / f"home{name(ACTING)}"
    group = home / "decks" / f"group{name(ACTING)}[b]"
    group.mkdir(parents=True)
    for below in ("inbox", "journal"):
        (home / below).mkdir()
    (group / f"evil{name(ACTING)}[@click=app.quit].yaml").write_text(deck())
    (group / "sur\udcffrogate.yaml").write_text("title: s\ncards:\n- a: b\n")
    (home / "inbox" / "waiting.yaml").write_text(deck("W {0}"))
    (home / "decks" / f"broken{name(ACTING)}[].yaml").write_text(f"title: x\ncards:\n- {{ {ACTING}{BRACKETS}\n")
    (home / "settings.yaml").write_text(json.dumps({"version": "1", f"k {BRACKETS}": "1", "retention": READABLE}))
    (home / "journal" / f"other{name(ACTING)}-2026.yaml").write_text(f'- {{"v": 1, "id": "{ACTING}\n')
    (home / "journal" / f"{DEVICE}-2026.yaml").write_text("".join(_journal()))
    config = folder / "config" / "quizapp"
    config.mkdir(parents=True)
    (config / "device.yaml").write_text(f"device: {DEVICE}\n")
    (config / "config.yaml").write_text(json.dumps({"version": "1", "theme": READABLE + BRACKETS}))
    return home


def _journal():
    """Yield lines of this device's journal: a quiz that was missed, and an answer that can be taken back."""
    hostile = f"J {ACTING} {BRACKETS}"
    title = filled("T {0}", f"{READABLE} {BRACKETS}")
    card = str(next(cards_in(parse_deck(deck().encode(), "evil.yaml").deck)).id)
    asked = {"quiz": "q" * 32, "card": card, "question": hostile, "answer": hostile, "given": hostile}
    told = [
        ("quiz-start", {"quiz": "q" * 32, "decks": [title], "questions": 1, "mode": "typed"}),
        ("quiz-answer", {**asked, "choices": [], "verdict": "wrong", "ms": 5}),
        ("quiz-end", {"quiz": "q" * 32, "right": 0, "total": 1}),
        ("review", {"card": "gone", "question": hostile, "answer": hostile, "grade": 3, "ms": 5, "via": "typed"}),
    ]
    for number, (kind, data) in enumerate(told, 1):
        moment = datetime(2026, 1, 1, 9, number, tzinfo=UTC).isoformat()
        head = {"v": 1, "id": f"{number:032x}", "kind": kind, "dev": DEVICE, "n": number, "t": moment, "day": 20454}
        yield f"- {json.dumps({**head, **data})}\n"
