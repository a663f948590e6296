import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.history.events import Grade
from quizapp.library.query import parsed
from quizapp.sessions.steps import Aside
from quizapp.sessions.study import begin
from quizapp.sessions.task import Task

ACCENTS = """\
title: Villes
tags: [Europe]
cards:
- What is the capital of Paraguay?: Asunción
- question: Which city is called Elbflorenz?
  answer: Dresden
  accept: [Drježdźany]
  wrong: [Leipzig]
  note: It lies on the Elbe.
- question: "Where is C++17 said: \\"std::cout\\"?"
  answer: code
"""


@pytest.fixture
def library(house):
    house.write("villes.yaml", ACCENTS)
    return house.open()


def questions(library, query):
    return [hit.card.question for hit in library.search(query)]


def answers(library, query):
    return [hit.card.answer for hit in library.search(query)]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ASUNCION", ["Asunción"]),
        ("asunción", ["Asunción"]),
        ("capital asunc", ["Asunción"]),
        ("capital -of", []),
        ("drjezdz", ["Dresden"]),
        ("elbe", ["Dresden"]),
        ("leipzig", []),
        ('"capital of p"', ["Lima", "Asunción"]),
        ('"capital of p', ["Lima", "Asunción"]),
        ("answer:as", ["Astana", "Asunción"]),
        ("answer:capital", []),
        ("deck:villes capital", ["Asunción"]),
        ("deck:science/wa answer:hydrogen", ["hydrogen and oxygen"]),
        ("tag:ASIA", ["Ankara", "Turkey"]),
        ("tag:europ capital", ["Asunción"]),
        ("-tag:asia capital lima", ["Lima"]),
        ("std::cout", ["code"]),
        ("said:", ["code"]),
        ("C++17", ["code"]),
        ("nowhere", []),
    ],
)
def test_what_is_typed_finds_cards_by_their_words(library, query, found):
    assert answers(library, query) == found


def test_nothing_typed_finds_every_card_in_the_order_of_the_shelf(library):
    everything = library.search("")
    assert len(everything) == len(library.search("is:")) == sum(deck.cards for deck in library.decks())
    assert [hit.deck.name for hit in everything] == ["capitals"] * 7 + ["water"] * 3 + ["villes"] * 3
    assert list(everything[5:8]) == [everything[place] for place in (5, 6, 7)]
    assert everything[-1] == list(everything)[-1]


def test_states_follow_what_happens_to_a_card(library, house):
    session = library.study(["capitals"])
    session, answered = session.reveal().grade(Grade.GOOD, house.clock())
    library.record(answered)
    session, step = session.put_aside(Aside.SUSPENDED, house.clock())
    library.record(step)
    session, step = session.put_aside(Aside.BURIED, house.clock())
    library.record(step)
    session, step = session.flag(on=True)
    library.record(step)
    assert questions(library, "deck:capitals is:due") == [answered.card.question]
    assert len(library.search("deck:capitals is:new")) == 4
    assert len(library.search("is:suspended")) == 1
    assert questions(library, "is:flag") == [session.current.card.question]
    assert len(library.search("deck:capitals -is:new")) == 3
    house.clock.forward(days=1)
    assert len(library.search("deck:capitals is:new")) == 5


def test_a_card_forgotten_again_and_again_is_a_leech(library, house):
    (hit,) = library.search("lima")
    for _ in range(9):
        for grade in (Grade.EASY, Grade.AGAIN, Grade.GOOD):
            task = Task(hit.card, hit.deck.title, library.memory_of(hit.card, hit.deck))
            session = begin([task], library.timetable, house.clock())
            library.record(session.reveal().grade(grade, house.clock())[1])
            house.clock.forward(days=200)
    assert answers(library, "is:leech") == ["Lima"]


def test_an_edited_deck_is_searched_as_it_is_now(library, house):
    house.write("villes.yaml", ACCENTS.replace("Asunción", "Paramaribo"))
    library.refresh()
    assert answers(library, "asuncion") == []
    assert answers(library, "paramaribo") == ["Paramaribo"]


def test_a_state_that_is_none_finds_nothing_and_says_what_there_is(library):
    hits = library.search("capital is:dew")
    assert len(hits) == 0
    assert "is:due" in str(hits.problems[0])


def test_hits_are_sorted_by_any_key_and_stay_in_order_where_it_is_equal(library):
    hits = library.search("capital")
    by_answer = hits.sorted_by(lambda hit: hit.card.answer)
    assert [hit.card.answer for hit in by_answer] == sorted(hit.card.answer for hit in hits)
    assert list(hits.sorted_by(lambda _: 0)) == list(hits)


@given(st.text(alphabet='ab:-" isdueckyé\\', max_size=12))
def test_anything_can_be_typed(text):
    query = parsed(text)
    assert all(term.text for term in query.terms)
