"""Text from outside can reach a screen only through the boundary: what would go round it is refused here.

`refusals` reads code as a tree. What it forbids: printing elsewhere than in cli/terminal.py; widgets that
would read their text as markup; everything that makes markup, links or commands of text.
"""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent.parent / "quizapp"
PRINTS = "cli/terminal.py"
TAKES_NO_MARKUP = {"Input", "TextArea"}
"""Widgets of Textual that have no markup to switch off."""
ACTS = {
    "from_markup": "reads text as markup",
    "from_ansi": "reads text as escapes",
    "render_markup": "reads text as markup",
    "escape": "markup cannot be escaped safely; use Content or markup=False",
    "open_url": "opens a link",
    "eval": "runs text",
    "exec": "runs text",
    "system": "runs text",
    "popen": "runs text",
}
MODULES = {"webbrowser": "opens links", "pickle": "runs what it reads", "logging": "writes round the boundary"}
DRAWN = {"border_title", "border_subtitle", "tooltip", "sub_title"}
"""Attributes of widgets that Textual reads as markup."""


def refusals(files):
    """Return what is wrong in the code of some files, a line each."""
    trees = {file: ast.parse(code) for file, code in files.items()}
    nodes = {file: list(ast.walk(tree)) for file, tree in trees.items()}
    widgets = _widgets([node for each in nodes.values() for node in each])
    return [
        f"{file}:{node.lineno}: {what}"
        for file, each in nodes.items()
        for node in each
        for what in (*_imports(node), *_calls(node, file, widgets), *_texts(node))
    ]


def _widgets(nodes):
    """Return the names of the classes that would read their text as markup if they were not told otherwise."""
    names = {
        alias.name
        for node in nodes
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("textual.widgets")
        for alias in node.names
    } - TAKES_NO_MARKUP
    for node in nodes:
        if isinstance(node, ast.ClassDef) and names & {_name(base) for base in node.bases}:
            made = [call for call in ast.walk(node) if isinstance(call, ast.Call) and _is_super_init(call)]
            if not (made and all(map(_markup_off, made))):
                names.add(node.name)
    return names


def _imports(node):
    if isinstance(node, ast.Import | ast.ImportFrom):
        names = [alias.name for alias in node.names] + [getattr(node, "module", None) or ""]
        for name in names:
            if name.partition(".")[0] in MODULES:
                yield f"{name} {MODULES[name.partition('.')[0]]}"
        yield from (f"{name} draws what it is given as Markdown" for name in names if name.startswith("Markdown"))


def _calls(node, file, widgets):
    if not isinstance(node, ast.Call):
        return
    name = _name(node.func)
    if name in ACTS and not _is_harmless(node.func):
        yield f"{name}: {ACTS[name]}"
    if file != PRINTS and (name == "print" or _writes_to_standard(node)):
        yield "prints elsewhere than in cli/terminal.py"
    if name in widgets and name not in {"Option", "Option.Selected"} and not _markup_off(node):
        yield f"{name} without markup=False"
    if any(keyword.arg == "markup" and not _is_false(keyword.value) for keyword in node.keywords):
        yield "markup is switched on"
    if name in {"Hit", "DiscoveryHit"} and not file.startswith("library/"):
        prompt = node.args[1 if name == "Hit" else 0]
        if not (isinstance(prompt, ast.Call) and _name(prompt.func) in {"Content", "highlight"}):
            yield "a command's prompt that is no Content"


def _texts(node):
    if isinstance(node, ast.Assign) and not isinstance(node.value, ast.Constant):
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in DRAWN:
                yield f"{target.attr} would be read as markup"
    if (
        isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and ("[@click" in node.value or "\x1b" in node.value)
    ):
        yield "an action or an escape in a text"


def _name(node):
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _is_super_init(call):
    return (
        _name(call.func) == "__init__"
        and isinstance(call.func.value, ast.Call)
        and _name(call.func.value.func) == "super"
    )


def _is_harmless(func):
    """Say whether a name that could act does not: ``re.escape``, and methods of objects of our own."""
    return isinstance(func, ast.Attribute) and _name(func.value) in {"re", "html"}


def _markup_off(call):
    return any(keyword.arg == "markup" and _is_false(keyword.value) for keyword in call.keywords)


def _is_false(node):
    return isinstance(node, ast.Constant) and node.value is False


def _writes_to_standard(call):
    written = call.func.value if isinstance(call.func, ast.Attribute) and call.func.attr.startswith("write") else None
    return isinstance(written, ast.Attribute) and written.attr.strip("_") in {"stdout", "stderr"}


def test_nothing_goes_round_the_boundary():
    files = {str(path.relative_to(PACKAGE)): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}
    assert len(files) > 100
    found = refusals(files)
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "code",
    [
        "print(title)",
        "sys.stdout.write(title)",
        "sys.__stderr__.writelines(lines)",
        "from textual.widgets import Static\nStatic(title)",
        "from textual.widgets import Static\nStatic(f'[b]{title}[/b]', markup=True)",
        "from textual.widgets import Static\nclass A(Static):\n  pass\nA(title)",
        "from textual.widgets import Tree\nclass A(Tree):\n  def __init__(self):\n    super().__init__(id='a')\nA()",
        "from textual.widgets import Label as Label\nLabel(title)",
        "from textual.widgets import Markdown",
        "Text.from_markup(title)",
        "Content.from_markup(f'[b]{title}')",
        "from rich.markup import escape\nescape(title)",
        "Text.from_ansi(title)",
        "self.notify(title, markup=True)",
        "self.border_title = deck.title",
        "widget.tooltip = title",
        "DiscoveryHit(title, go)",
        "Hit(1, title, go)",
        "import webbrowser",
        "from pickle import loads",
        "self.app.open_url(url)",
        "os.system(title)",
        "x = '[@click=app.quit]q[/]'",
    ],
)
def test_what_would_go_round_is_noticed(code):
    assert refusals({"x.py": code})


@pytest.mark.parametrize(
    "code",
    [
        "say(title)",
        "re.escape(title)",
        "from textual.widgets import Static\nStatic(title, markup=False)",
        "from textual.widgets import Input\nInput(placeholder=title)",
        "from textual.widgets import Tree\nclass A(Tree):\n def __init__(self):\n  super().__init__(markup=False)\nA()",
        "self.border_title = 'Help'",
        "DiscoveryHit(Content(title), go)",
    ],
)
def test_what_is_safe_is_let_through(code):
    assert not refusals({"x.py": code})
