import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.advice import advise
from quizapp.cards.model import Deck, Item


def messages(*items):
    return [problem.message for problem in advise(Deck("D", items))]


def basic(question="What is the capital of Kazakhstan?", answer="Astana", **more):
    return Item(question=question, answer=answer, **more)


def test_a_good_deck_needs_none():
    good = (
        basic(wrong=("Almaty", "Bishkek", "Tashkent"), accept=("Nur-Sultan",), hint="Once Tselinograd"),
        Item(question="Name three Baltic states.", answers=("Estonia", "Latvia", "Lithuania")),
        Item(cloze="The SCO was founded in {{2001::year}} in {{Shanghai}}."),
        Item(question="Turkey", answer="Ankara", reverse=True),
        basic("Which is larger, Jupiter or Saturn?", "Jupiter"),
    )
    assert advise(Deck("D", good)) == ()


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (basic("Is Astana the capital?"), "the question gives its answer away: Astana"),
        (basic("What is the ASTANA forum called?", "astana"), "the question gives its answer away: astana"),
        (
            basic("Who led the Organization?", "the organisation"),
            "the question gives its answer away: the organisation",
        ),
        (basic(accept=("capital of Kazakhstan",)), "the question gives its answer away: capital of Kazakhstan"),
        (basic(hint="It is Astana"), "the hint gives the answer away: Astana"),
        (Item(cloze="{{Paris}} is Paris."), "the question gives its answer away: Paris"),
        (basic(wrong=("the Astana",)), "a wrong choice is right: the Astana"),
        (basic("How much?", "40 %", wrong=("40 percent",)), "a wrong choice is right: 40 percent"),
        (basic("Who?", "United States", wrong=("USA",)), "a wrong choice is right: USA"),
        (basic(accept=("Akmola",), wrong=("Akmola",)), "a wrong choice is right: Akmola"),
        (basic(wrong=("Almaty", "almaty")), "two wrong choices are one: Almaty, almaty"),
        (
            basic("Why?", "because it lies in the middle of the country", wrong=("by chance", "no reason", "for fun")),
            "the right choice is the longest by far",
        ),
        (Item(question="Name them.", answers=tuple("abcdefgh")), "8 parts are too many to recite"),
        (Item(question="Name them.", answers=("one", "two", "One")), "the list has one part twice: One"),
        (basic("Who came?", "Iran, Iraq, Oman and Qatar"), "the answer strings 4 things together"),
        (basic("Why?", "word " * 31), "an answer of 31 words is long"),
        (Item(cloze="No gap here."), "the cloze has no gap"),
        (Item(cloze="A {{ }} gap."), "a gap is empty"),
        (Item(cloze="{{all of it}}."), "nothing is left of the sentence beside its gap"),
    ],
)
def test_what_could_be_better_is_said(item, message):
    assert message in messages(item)


@pytest.mark.parametrize(
    "item",
    [
        basic("How many of the 3 came?", "3"),
        basic("Which flag of `ls -t` sorts by time?", "-t"),
        basic("Why?", "it is long", wrong=("no", "yes", "so")),
        Item(question="In which order?", answers=("left", "right", "left"), ordered=True),
        basic("When?", "4 July 2024, in the morning"),
        Item(cloze="{{++}} adds one."),
    ],
)
def test_what_is_fine_is_left_alone(item):
    assert messages(item) == []


def test_two_cards_with_one_question():
    first = basic("What is it?", "A", line=3)
    assert messages(first, basic("what is it", "B", line=5)) == [
        "ambiguous: the same question has another answer on line 3"
    ]
    assert messages(first, basic("what is it", "a", note="again", accept=("B",), line=5)) == [
        "the same question is asked on line 3"
    ]
    assert messages(first, basic("What is it?", "A", note="again", line=5)) == ["the same card stands on line 3"]
    assert messages(basic("Q", "x"), basic("Q", "y")) == ["ambiguous: the same question has another answer before"]


def test_two_sentences_that_leave_the_same_are_ambiguous():
    first = Item(cloze="{{Paris}} lies in {{France}}.", line=1)
    assert messages(first, Item(cloze="{{France::land}} has {{Lyon}}.", line=2)) == []
    assert messages(first, Item(cloze="{{Lyon}} lies in {{France}}.", line=2)) == [
        "ambiguous: the same question has another answer on line 1"
    ]
    assert messages(first, Item(cloze="{{Paris}} lies in {{France}}.", line=2)) == ["the same card stands on line 1"]


def test_two_answers_that_are_one_question_the_other_way_round():
    both = (basic("Turkey", "Ankara", reverse=True, line=1), basic("Ottoman seat", "Ankara", reverse=True, line=4))
    assert messages(*both) == ["asked the other way round, this has the question of the card on line 1"]


def test_advice_says_where():
    (problem,) = advise(Deck("D", (Item(cloze="No gap.", line=12, column=3),)))
    assert str(problem.at("x.yaml")) == "x.yaml:12:3: the cloze has no gap; mark what is to be left out as {{…}}"


@given(
    st.lists(
        st.builds(
            Item,
            question=st.text(max_size=12),
            answer=st.text(max_size=12),
            answers=st.lists(st.text(max_size=5), max_size=3).map(tuple),
            cloze=st.one_of(st.just(""), st.text(st.sampled_from("{}:ab \\c1"), max_size=20)),
            wrong=st.lists(st.text(max_size=5), max_size=3).map(tuple),
            accept=st.lists(st.text(max_size=5), max_size=2).map(tuple),
            hint=st.text(max_size=5),
            reverse=st.booleans(),
        ),
        max_size=4,
    )
)
@settings(deadline=None)
def test_any_deck_can_be_advised_on(items):
    problems = advise(Deck("D", tuple(items)))
    assert all(problem.message and problem.remedy for problem in problems)
