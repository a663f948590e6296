"""A question tells as much as it needs: offices and kinds, and what else happened, where many events would fit."""

import pytest

from quizapp.generate import make


def asked(read, *paragraphs):
    generated = make.from_article(read(*paragraphs), None, lambda _what, _share: None)
    return {made.item.question: made.item.answer for made in generated.cards if made.item.question}


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            'Norland Finance Minister Greta Holm said, "The harbor of Arvela deserves a second quay of stone."',
            'Which Norland finance minister said, "The harbor of Arvela deserves a second quay of stone"?',
            "Greta Holm",
        ),
        (
            'The Kremlin spokesman, Oleg Tarn, dismissed the Hardal treaty as "absurd".',
            'What did Kremlin spokesman Oleg Tarn dismiss as "absurd"?',
            "the Hardal treaty",
        ),
        (
            "Orvane, a Belgian chemicals company, recalled 40,000 bottles of bleach in 2016.",
            "Which Belgian chemicals company recalled 40,000 bottles of bleach in 2016?",
            "Orvane",
        ),
        (
            "Orvane, a Belgian chemicals company, recalled 40,000 bottles of bleach in 2016.",
            "How many bottles of bleach did Belgian chemicals company Orvane recall in 2016?",
            "40,000",
        ),
    ],
)
def test_a_stranger_is_told_who_somebody_is(read, text, question, answer):
    assert asked(read, text)[question] == answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('The founder, Greta Holm, said, "The harbor of Arvela deserves a second quay of stone."', "founder"),
        ("Chairman Greta Holm launched the Aurora Prize in Arvela in 2011.", "which chairman"),
        ("Orvane, the best-known company in Norland, launched the Aurora Prize in 2011.", "best"),
        ("Orvane, a success, launched the Aurora Prize in Arvela in 2011.", "success"),
    ],
)
def test_what_tells_nothing_by_itself_is_not_put_in(read, text, words):
    questions = asked(read, text)
    assert questions
    assert not any(words in question.lower() for question in questions)


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        (
            "Norland Finance Minister Greta Holm resigned on Monday after she lost a confidence vote in parliament.",
            "Which Norland finance minister resigned after losing a confidence vote in parliament?",
            "Greta Holm",
        ),
        (
            "Police in Arvela arrested Olav Brekke on Friday as he tried to board a ferry to Brno.",
            "Who arrested Olav Brekke as he tried to board a ferry to Brno?",
            "police in Arvela",
        ),
        (
            "In an interview with the Vell Courier, Mayor Ana Petrescu criticized the Norland Senate.",
            "Which body did Mayor Ana Petrescu criticize in an interview with the Vell Courier?",
            "the Norland Senate",
        ),
        (
            "The Norland Senate blocked the sale of Orvane, dealing a blow to Prime Minister Ada Holm.",
            "Which body blocked the sale of Orvane, dealing a blow to Prime Minister Ada Holm?",
            "the Norland Senate",
        ),
    ],
)
def test_what_happened_beside_it_tells_which_event_is_meant(read, text, question, answer):
    assert asked(read, text).get(question) == answer


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Marta Solberg founded the Nordic Council after she lost an election in Arvela.", "Council after"),
        ("Greta Holm praised Orvane while the mayor praised Halvorsen.", "while"),
        ("Greta Holm did not praise Orvane after the fire in Arvela destroyed the quay.", "after the fire"),
        ("Greta Holm praised Orvane, saying the harbor needed a second quay.", ", saying"),
    ],
)
def test_no_more_is_told_than_is_needed_and_sure(read, text, words):
    assert not any(words in question for question in asked(read, text))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("Greta Holm, secretary general of the Nordic Council,", "Nordic Council secretary general"),
        ("Greta Holm, former president of Norway,", "former Norway president"),
        ("Peru's president, Greta Holm,", "Peruvian president"),
        ("The Hardal Museum's chief curator, Greta Holm,", "Hardal Museum chief curator"),
    ],
)
def test_an_office_is_said_as_it_stands_before_a_name(read, text, office):
    cards = asked(read, f'{text} called the Arvela treaty "a gift to the herring fleet of Estmark" in 1994.')
    assert any(f"{office} Greta Holm" in one or f"hich {office}" in one for one in cards), cards


def test_what_was_put_in_is_logged(read):
    article = read("Norland Finance Minister Greta Holm resigned after she lost a confidence vote in parliament.")
    made = make.from_article(article, None, lambda _what, _share: None).cards
    card = next(one.candidate for one in made if one.item.answer == "Greta Holm")
    assert ("who", "which Norland finance minister") in card.substitutions
    assert ("", "after losing a confidence vote in parliament") in card.substitutions
