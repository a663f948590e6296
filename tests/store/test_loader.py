import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quizapp.errors import QuizError
from quizapp.store import loader
from quizapp.store.disk import SIZE_LIMIT
from quizapp.store.loader import DEPTH_LIMIT, ListNode, MapNode, SyntaxFault, TextNode, load
from quizapp.store.source import Source, decoded

BOMBS = {
    "brackets": "[" * 1_000_000,
    "braces": "{" * 1_000_000,
    "mixed": "[{" * 500_000,
    "dashes": "- " * 500_000,
    "questions": "? " * 500_000,
    "anchors": "&a " * 300_000,
    "aliases": "[" + "*a, " * 300_000,
    "tags": "!" * 1_000_000,
    "quotes": '"' * 1_000_000,
    "colons": ": " * 500_000,
    "laughs": "a: &a [x, x]\n" + "".join(f"{c}: &{c} [*a, *a]\n" for c in "bcdefgh"),
    "merges": "a: &a {x: y}\n" + "".join(f"{c}: &{c} {{<<: *a}}\n" for c in "bcdefgh"),
}


@pytest.fixture(params=["libyaml", "python"])
def parser(request, monkeypatch):
    if request.param == "libyaml" and not yaml.__with_libyaml__:
        pytest.skip("no libyaml here")
    monkeypatch.setattr(loader, "PARSER", yaml.CLoader if request.param == "libyaml" else yaml.Loader)


def plain(node):
    match node:
        case TextNode():
            return node.value
        case ListNode():
            return [plain(child) for child in node.children]
        case MapNode():
            return {key: plain(value) for key, (_, value) in node.entries.items()}
        case None:
            return None


def loaded(text):
    return load(decoded(text.encode() if isinstance(text, str) else text, "x.yaml"))


def problems_of(text):
    try:
        return loaded(text).problems
    except QuizError as error:
        return error.problems


def refusal(text):
    with pytest.raises(QuizError) as caught:
        loaded(text)
    return str(caught.value)


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    "text",
    "No off yes ON y n ~ null 12:30 1:30:15 007 010 0x1F 1_000 08 1.10 .5 .nan 1e3 6.02e23 1.0e+3 2001-01-01 2001-13-45"
    " = + -1 True FALSE 0b11 1__0 .inf 0o17 12e03 <".split(),
)
def test_every_plain_scalar_is_the_text_that_was_typed(text):
    assert plain(loaded(f"answer: {text}\n").root) == {"answer": text}
    assert plain(loaded(f"[{text}]").root) == [text]


@pytest.mark.usefixtures("parser")
def test_nothing_is_an_empty_text():
    assert plain(loaded("a:\nb: #1 fan\nc: C #\n").root) == {"a": "", "b": "", "c": "C"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a: &x b", "x.yaml:1:4: `&x` is read as an anchor"),
        ("a: *x", "x.yaml:1:4: `*x` is read as an alias"),
        ("a: !!int 3", "x.yaml:1:4: `tag:yaml.org,2002:int` is read as a tag"),
        ("a: ! b", "x.yaml:1:4: `!` is read as a tag"),
        ("a: !x [b]", "x.yaml:1:4: `!x` is read as a tag"),
        ("a: b\na: c", "x.yaml:2:1: `a` is here twice, first in line 1"),
        ("<<: b", "x.yaml:1:1: the merge key `<<`"),
        ("? [a]\n: b", "x.yaml:1:3: a key must be one text"),
        ('a: "\\e[31m"', "x.yaml:1:4: the text holds a control character (U+001B)"),
        ('a: "\\0"', "x.yaml:1:4: the text holds a control character (U+0000)"),
        ('a: "\\N"', "x.yaml:1:4: the text holds a control character (U+0085)"),
        ("a: \x1b[31m", "x.yaml:1:4: an invisible control character (U+001B)"),
        ("b: c\na: b\x00\x00c", "x.yaml:2:5: an invisible control character (U+0000, 2 times)"),
        ("a: b\u2028c", "x.yaml:1:5: an invisible control character (U+2028)"),
        ("a: b\x85c", "x.yaml:1:5: an invisible control character (U+0085)"),
    ],
)
def test_what_is_no_plain_text_is_a_problem_with_its_place(text, said):
    problems = loaded(text).problems
    assert len(problems) == 1
    assert str(problems[0]).startswith(said)
    assert problems[0].remedy


def test_all_problems_are_found_at_once():
    found = loaded("a: &x 1\nb: *x\nc: !t 2\na: 3\n").problems
    assert [problem.line for problem in found] == [1, 2, 3, 4]


def test_a_quoted_merge_key_is_a_text():
    found = loaded('"<<": b')
    assert not found.problems
    assert plain(found.root) == {"<<": "b"}


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused(name):
    problems = problems_of(BOMBS[name])[:100]
    assert problems
    assert all(problem.line and problem.column and problem.remedy for problem in problems)


def test_depth_is_limited():
    assert plain(loaded("[" * DEPTH_LIMIT + "x" + "]" * DEPTH_LIMIT).root)
    assert "x.yaml:1:9: nested deeper than 8 levels" in refusal("[" * 9 + "x" + "]" * 9)


def test_nodes_are_counted():
    source = Source("x.yaml", "[a, b, c]")
    assert load(source, node_limit=4).root
    with pytest.raises(QuizError, match="more than 3 texts"):
        load(source, node_limit=3)
    with pytest.raises(QuizError, match="more than 3 texts"):
        load(Source("x.yaml", "- a\n" * 1000), node_limit=3)


def test_size_is_limited():
    assert "larger than 8 MiB" in refusal(b"#" * (SIZE_LIMIT + 1))
    assert loaded(b"#" * SIZE_LIMIT).root is None


def test_encoding_is_strict():
    assert plain(loaded(b"\xef\xbb\xbfa: b").root) == {"a": "b"}
    assert refusal(b"a: b\nb: \xff").startswith("x.yaml:2:4: not UTF-8 text (byte 0xff)")
    assert "UTF-16" in refusal("a: b".encode("utf-16"))
    assert refusal(b"a: \xed\xa0\x80").startswith("x.yaml:1:4: not UTF-8")


def test_a_second_document_is_refused():
    assert plain(loaded("---\na: b\n...\n").root) == {"a": "b"}
    assert refusal("a: b\n---\nc: d\n").startswith("x.yaml:2:1: a second document")


def test_an_unfinished_merge_has_its_own_message():
    said = refusal("a:\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> main\n").splitlines()
    assert [line.split(": ")[0] for line in said] == ["x.yaml:2:1", "x.yaml:6:1"]
    assert all("merge of two versions" in line for line in said)


def test_too_many_problems_refuse_the_file():
    assert "and there are more problems" in refusal("- &a b\n" * 200)


@pytest.mark.parametrize(
    ("line", "place", "said"),
    [
        ("answer: a: b", "1:10", "`: ` in it must be quoted"),
        ("answer: @x", "1:9", "begins with `@`"),
        ("answer: `x", "1:9", "begins with ```"),
        ("answer: %x", "1:9", "begins with `%`"),
        ("answer: **b** c", "1:9", "begins with `*`"),
        ("answer: & b", "1:9", "begins with `&`"),
        ("answer: [a] b", "1:13", "begins with `[`"),
        ("answer: {a} b", "1:13", "begins with `{`"),
        ("answer: [a", "1:9", "begins with `[`"),
        ("answer: }", "1:9", "begins with `}`"),
        ("answer: |x", "1:10", "begins with `|`"),
        ("answer: - x", "1:9", "begins with `- `"),
        ("answer: ? x", "1:9", "begins with `? `"),
        ("answer: 'tis", "1:9", "opened and never closed"),
        ('answer: "a" b', "1:13", "goes on after its closing quotation mark"),
        ('answer: "\\q"', "1:10", "a backslash in double quotes"),
        ("a: b\n\tc: d", "2:1", "a tab indents"),
        ("- a: b\n   c: d", "2:5", "not indented like the keys above"),
        ("a: b\nfoo\nc: d", "2:1", "neither `key: text` nor part"),
        ("a:\n- b\nx\n- c", "3:1", "neither `key: text` nor part"),
        ("- b\nx: y", "2:1", "neither a new entry nor part"),
        ("  a: b\nc: d", "2:1", "outside of the file's one mapping"),
        ("a: # b\n  c: d\n e: f", "3:2", "does not fit the lines above"),
    ],
)
def test_syntax_errors_say_where_why_and_what_to_do(line, place, said):
    with pytest.raises(SyntaxFault) as caught:
        loaded(line)
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"x.yaml:{place}: ")
    assert said in problem.message
    assert problem.remedy
    assert line.splitlines()[problem.line - 1].strip() in problem.message


@given(st.text("abc:-?[]{},#&*!|>'\"%@` \n\t\\<~\x00\x1b\x85\u2028é😀\ufeff0", max_size=60))
def test_no_text_does_more_than_load_or_be_refused(text):
    assert all(problem.line and problem.column for problem in problems_of(text))


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufffe\uffff")))
    )
)
def test_the_loader_agrees_with_a_writer_of_yaml(texts):
    dumped = yaml.safe_dump(texts, default_style='"', allow_unicode=True, default_flow_style=True, width=sys.maxsize)
    assert plain(loaded(dumped).root) == texts
