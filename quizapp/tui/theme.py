"""The app's own look, in two registers: ink on paper, and paper-coloured ink on a dark desk.

One accent (`primary`) says where the focus is. Green, amber and red are kept for right, nearly and
wrong, and always stand beside a sign and a word.
"""

from textual.theme import Theme

DARK = Theme(
    name="quizapp-dark",
    dark=True,
    background="#15171c",
    surface="#1d2027",
    panel="#282c35",
    foreground="#e4e1da",
    primary="#9db4f0",
    secondary="#8cc0b8",
    accent="#9db4f0",
    success="#93c98f",
    warning="#dbb66f",
    error="#ea9083",
    variables={
        "muted": "#9a9da6",
        "faint": "#4a4f5b",
        "marker": "#3a3a22",
        "marked": "#e4e1da",
        "block-cursor-background": "#303540",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#252830",
        "block-cursor-blurred-foreground": "#e4e1da",
        "footer-background": "#15171c",
        "footer-key-foreground": "#9db4f0",
        "footer-description-foreground": "#9a9da6",
        "input-cursor-background": "#9db4f0",
        "input-selection-background": "#9db4f0 35%",
        "scrollbar": "#3a3f4a",
        "scrollbar-background": "#15171c",
        "scrollbar-background-hover": "#15171c",
        "scrollbar-background-active": "#15171c",
        "scrollbar-corner-color": "#15171c",
    },
)

LIGHT = Theme(
    name="quizapp-light",
    dark=False,
    background="#eeece8",
    surface="#fdfbf6",
    panel="#e6e0d4",
    foreground="#23262d",
    primary="#2f4fa8",
    secondary="#1f6a60",
    accent="#2f4fa8",
    success="#1d7536",
    warning="#7d5600",
    error="#b3261e",
    variables={
        "muted": "#5d6069",
        "faint": "#bdb6a8",
        "marker": "#fbeeb5",
        "marked": "#23262d",
        "block-cursor-background": "#dce3f5",
        "block-cursor-foreground": "#0e1220",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e9e5dc",
        "block-cursor-blurred-foreground": "#23262d",
        "footer-background": "#eeece8",
        "footer-key-foreground": "#2f4fa8",
        "footer-description-foreground": "#5d6069",
        "input-cursor-background": "#2f4fa8",
        "input-selection-background": "#2f4fa8 25%",
        "scrollbar": "#c9c4ba",
        "scrollbar-background": "#eeece8",
        "scrollbar-background-hover": "#eeece8",
        "scrollbar-background-active": "#eeece8",
        "scrollbar-corner-color": "#eeece8",
    },
)

THEMES = (DARK, LIGHT)
