import pytest

from quizapp.generate.article import Abstention, Wording
from quizapp.generate.wording import possessive, tidy, wording


@pytest.fixture
def worded(read):
    """Word the part of the last sentence that reads ``part``."""

    def make(text, part, date="", **options):
        article = read(text, date=date)
        sentence = article.sentences[-1]
        start = sentence.span.start_char + sentence.span.text.index(part)
        tokens = sentence.span.doc.char_span(start, start + len(part))
        return wording(article, sentence, list(tokens), **options), article

    return make


@pytest.mark.parametrize(
    ("text", "part", "result"),
    [
        ("Maria Tamm spoke. Mr Holm met Ms. Tamm.", "Ms. Tamm", "Maria Tamm"),
        ("Peter Holm and Anna Berg came. Holm and Berg left.", "Holm and Berg", "Peter Holm and Anna Berg"),
        ("Peter Holm came. The Holm plan failed.", "The Holm plan", "The Holm plan"),
        ("Peter Holm spoke of Holm's boats.", "Peter Holm spoke of Holm's boats", "Peter Holm spoke of Holm's boats"),
        ("Norway wants to keep its ports.", "its ports", "Norway's ports"),
        ("Norway wants to keep its ports.", "Norway wants to keep its ports", "Norway wants to keep its ports"),
        ("NATO met. The members of this alliance agreed.", "The members of this alliance", "The members of NATO"),
        ("The league also agreed.", "The league also agreed", "The league agreed"),
        ("The crew carried too many guns.", "too many guns", "too many guns"),
        ("They want a “just peace” in the north.", 'a "just peace"', 'a "just peace"'),
        ("The boat, he said, sank.", "The boat, he said,".removesuffix(", he said,"), "The boat"),
    ],
)
def test_a_phrase_as_a_card_may_use_it(worded, text, part, result):
    found, _ = worded(text, part)
    assert isinstance(found, Wording)
    assert found.text == result


@pytest.mark.parametrize(
    ("part", "result"),
    [("on Thursday", "on 4 July 2024"), ("Thursday", "on 4 July 2024"), ("met on Thursday", "met on 4 July 2024")],
)
def test_a_date_takes_the_preposition_it_needs(worded, part, result):
    found, _ = worded("The league met on Thursday.", part, date="2024-07-04")
    assert found.text == result


def test_a_reference_without_a_meaning_makes_no_wording(worded):
    found, _ = worded("Peter Holm met John Stone. His boats sank.", "His boats")
    assert isinstance(found, Abstention)
    assert found.reason


def test_what_the_card_names_already_may_stay_a_pronoun(worded, read):
    text = "Norway wants to keep its ports."
    entity = read(text).entities[0]
    found, _ = worded(text, "its ports", known=(entity,))
    assert found.text == "its ports"


def test_the_entity_of_the_whole_phrase_is_told(worded):
    found, article = worded("Maria Tamm spoke. She left.", "She")
    assert found.text == "Maria Tamm"
    assert found.entity == article.entities[0]
    assert ("She", "Maria Tamm") in found.substitutions


def test_an_acronym_is_spelled_out_if_wanted(worded):
    text = "The Alpine Shipping Council (ASC) met. The ASC has nine members."
    assert worded(text, "The ASC")[0].text == "The ASC"
    assert worded(text, "The ASC", spell_out=True)[0].text == "The Alpine Shipping Council (ASC)"


def test_a_pair_tells_its_members(read):
    article = read("Anna Berg and Peter Holm came to Bern. The couple left.")
    sentence = article.sentences[-1]
    meaning = article.resolved[sentence.paragraph, sentence.span.root.i - 1]
    assert [member.name for member in meaning.members] == ["Anna Berg", "Peter Holm"]


@pytest.mark.parametrize(
    ("text", "result"),
    [("  a , b ", "a, b"), ('the "old boat', "the old boat"), ("a ( b )", "a (b)"), ("boats , , and", "boats, and")],
)
def test_typography_is_tidy(text, result):
    assert tidy(text) == result


@pytest.mark.parametrize(
    ("name", "result"),
    [("Belarus", "Belarus's"), ("the United States", "the United States'"), ("Vladimir Putin", "Vladimir Putin's")],
)
def test_possessives(name, result):
    assert possessive(name) == result
