import codecs

import pytest

from quizapp.errors import QuizError
from quizapp.reading.encoding import decoded

TEXT = "Café “Zürich” – déjà vu"


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    ],
)
def test_unicode_with_and_without_a_mark(data):
    assert decoded(data, "f") == (TEXT, ())


def test_windows_encoding_is_read_and_said():
    assert decoded(TEXT.encode("cp1252"), "f") == (TEXT, ("not UTF-8; read as cp1252",))


def test_declared_encoding_goes_before_the_guess():
    text = "Ελλάδα, a country"
    assert decoded(text.encode("iso-8859-7"), "f", "ISO-8859-7")[0] == text


@pytest.mark.parametrize("declared", ["utf-7", "zlib", "rot13", "unicode_escape", "no-such"])
def test_no_other_codec_is_ever_used(declared):
    assert decoded("é".encode("cp1252"), "f", declared)[0] == "é"


@pytest.mark.parametrize(
    "data",
    [
        b"abc\0def",
        bytes(range(1, 32)) * 10,
        bytes(range(256)),
        b"%PDF-1.7 x",
        b"PK\x03\x04 x",
        b"\x1f\x8b\x08 x",
        b"word \x81\x8d",
        codecs.BOM_UTF16_LE + b"odd",
    ],
)
def test_what_is_no_text_is_refused_with_a_remedy(data):
    with pytest.raises(QuizError) as caught:
        decoded(data, "f")
    assert caught.value.problems[0].remedy.startswith("save the article as")


def test_composed_and_inert():
    text, notices = decoded(("e\u0301 \u202eabc\x1b[31m" + " word" * 400).encode(), "f")
    assert text.startswith("é \ufffdabc\ufffd[31m")
    assert notices == ("2 control characters were replaced",)


def test_invisible_characters_go_and_line_ends_become_newlines():
    assert decoded("in\u00advisible \u200bspace\r\nnext\rlast\u2028still".encode(), "f")[0] == (
        "invisible space\nnext\nlast still"
    )
