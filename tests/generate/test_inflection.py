"""Words are looked for one by one in lemminflect's tables; what is found is what the library finds."""

import subprocess
import sys

import pytest

from quizapp.generate.inflection import inflected, may_be

WORDS = "be can dare go found lead set tweet frobnicate bus Bush London strap-on x falling fast".split()
TAGS = ("VBD", "VBZ", "VBN", "VBG", "NNS")
PARTS = ("NOUN", "VERB", "ADJ", "ADV")

_BY_THE_LIBRARY = f"""
from lemminflect import getAllLemmas, getInflection
words, tags, parts = {WORDS!r}, {TAGS!r}, {PARTS!r}
print([[str((getInflection(word, tag) or [word])[0]) for tag in tags] for word in words])
print([[part in getAllLemmas(word) for part in parts] for word in words])
"""


def test_what_is_found_is_what_the_library_finds_with_its_tables_read_whole():
    done = subprocess.run([sys.executable, "-c", _BY_THE_LIBRARY], capture_output=True, check=True, text=True)
    forms = [[inflected(word, tag) for tag in TAGS] for word in WORDS]
    kinds = [[may_be(word, part) for part in PARTS] for word in WORDS]
    assert done.stdout.splitlines() == [str(forms), str(kinds)]


@pytest.mark.parametrize("odd", ["", "a,b", "a\nb", "noun", "\u2028", "go,verb"])
def test_what_is_no_word_has_the_form_it_has(odd):
    assert isinstance(inflected(odd, "NNS"), str)
    assert not may_be(odd, "PRON")
