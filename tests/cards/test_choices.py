import itertools
import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards import forms, gazetteer
from quizapp.cards.choices import choices, distractors
from quizapp.cards.dates import near_dates
from quizapp.cards.identity import cards_in, cards_of
from quizapp.cards.model import Deck, Item, Source
from quizapp.cards.quantities import quantity

ARTICLE = (
    *("Belarus", "Russia", "China", "Turkey", "Ukraine", "Kazakhstan", "the SCO", "NATO", "the Kremlin", "the West"),
    *("Vladimir Putin", "Xi Jinping", "Recep Tayyip Erdogan", "Alexander Lukashenko", "Dmitri Peskov"),
    *("Astana", "Shanghai", "Central Asia", "2001", "40%", "30%", "ten", "Thursday", "a just peace"),
)


def draw(answer, question, candidates=ARTICLE, seed="seed", **more):
    return distractors(answer, question, candidates=candidates, seed=seed, **more)


@pytest.mark.parametrize(
    ("answer", "question", "kind"),
    [
        ("Belarus", "Which country became the tenth member in July 2024?", gazetteer.COUNTRY),
        ("Shanghai", "Where was the group founded?", gazetteer.CITY),
        ("Turkish", "What nationality is he?", gazetteer.NATIONALITY),
        ("Turks", "Who voted?", gazetteer.PEOPLE),
        ("Texas", "Which state did he win?", gazetteer.STATE),
        ("Georgia", "Which US state has Atlanta as its capital?", gazetteer.STATE),
        ("Georgia", "Which country was attacked in 2008?", gazetteer.COUNTRY),
        ("NATO", "Which alliance did Finland join?", gazetteer.ORGANISATION),
        ("the European Union", "Which bloc did Croatia join in 2013?", gazetteer.ORGANISATION),
        ("July", "In which month was the summit?", "month"),
        ("Thursday", "On which day did it end?", "weekday"),
        ("Mercury", "Which planet is closest to the sun?", "planet"),
        ("German", "Which language is spoken there?", "language"),
        ("half", "What share of the voters stayed at home?", "fraction"),
        ("Central Asia", "Leaders of which region met?", "region"),
        ("gold", "Which metal was found?", "metal"),
        ("the Kremlin", "Who denied it?", gazetteer.METONYM),
        ("Muslims", "Who prayed?", "believers"),
        ("the president", "Who spoke?", "office"),
    ],
)
def test_what_the_gazetteer_knows_is_joined_by_its_own_kind(answer, question, kind):
    wrong = draw(answer, question)
    assert len(wrong) == 3
    assert all(kind in gazetteer.kinds_of(text) for text in wrong)


@pytest.mark.parametrize(
    ("answer", "question", "wrong"),
    [
        ("40%", "What share is it?", {"16%", "20%", "30%", "50%", "60%"}),
        ("around 40%", "What share is it?", {"around 20%", "around 30%", "around 50%", "around 60%"}),
        ("2,000", "How many fled?", {"1,000", "1,500", "2,500", "3,000"}),
        ("1,000 people", "How many fled?", {f"{n:,} people" for n in range(400, 1601, 100)}),
        ("$40 million", "How much did it cost?", {"$20 million", "$30 million", "$50 million", "$60 million"}),
        ("3.5%", "By how much did it grow?", {"1.5%", "2.5%", "4.5%", "5.5%"}),
        ("30 years", "How long did he rule?", {f"{n} years" for n in (15, 20, 25, 35, 40, 45)}),
        ("a third", "What share?", {"a tenth", "a fifth", "a quarter", "half", "two-thirds", "three-quarters"}),
        ("19th century", "In which century?", {f"{n}th century" for n in (15, 16, 17, 18, 20)} | {"21st century"}),
    ],
)
def test_numbers_keep_their_unit_and_roundness(answer, question, wrong):
    for seed in "abcdef":
        assert set(draw(answer, question, (), seed=seed)) <= wrong
        assert len(draw(answer, question, (), seed=seed)) == 3


@pytest.mark.parametrize("answer", ["ten", "fourteen", "sixty", "ninety days", "two million", "thirty years", "Twelve"])
def test_numbers_in_words_are_joined_by_words(answer):
    wrong = draw(answer, "How many were there?", ("15", "8"))
    assert len(wrong) == 3
    assert not any(letter.isdigit() for text in wrong for letter in text)
    assert {text[0].isupper() for text in wrong} == {answer[0].isupper()}


def test_a_number_in_words_of_the_article_is_written_as_the_answer_is():
    assert "14" in draw("10", "How many members are there?", ("fourteen", "members"))
    assert "around 30%" in draw("around 40%", "What share is it?", ("30%",))


def test_a_number_of_the_article_with_another_unit_is_no_wrong_choice():
    assert "30 years" not in draw("30 days", "How long was it?", ("25 years",))
    assert all(text.endswith(" days") for text in draw("30 days", "How long was it?", ("25 years",)))


def test_a_number_of_the_article_is_passed_over_if_it_is_rounder_or_less_round():
    for seed in "abcdef":
        assert "49" not in draw("100", "How many hours?", ("49",), seed=seed)
        assert "488,000" not in draw("800,000", "How many?", ("488,000",), seed=seed)


def test_a_share_stays_within_the_whole_and_a_century_within_ours():
    for seed in "abcdef":
        assert all(int(text[:-1]) <= 100 for text in draw("80%", "What share?", (), seed=seed))
        assert all(int(text[:2]) <= 21 for text in draw("20th century", "In which century?", (), seed=seed))


def test_a_single_thing_is_only_pluralised_where_that_is_sure():
    assert set(draw("one year", "How long?", ())) <= {"two years", "three years", "four years", "five years"}
    assert draw("one child", "How many?", ()) == ()


@pytest.mark.parametrize(
    "answer", ["G20", "Boeing 747", "Article 5", "50 Cent", "Catch-22", "007", "9/11", "COVID-19", "one one", "TEN"]
)
def test_a_name_with_a_number_in_it_is_no_quantity(answer):
    assert quantity(answer) is None
    assert near_dates(answer, None, "") is None


@pytest.mark.parametrize(
    ("answer", "year_limit", "latest"),
    [("2001", 2024, 2010), ("in 2001", None, 2010), ("2020", 2024, 2024), ("2024", 2024, 2024), ("1648", None, 1657)],
)
def test_years_are_two_to_nine_off_and_not_after_the_limit(answer, year_limit, latest):
    for seed in "abcdef":
        wrong = draw(answer, "When was it founded?", (), year_limit=year_limit, seed=seed)
        assert len(wrong) == 3
        years = [int(text[-4:]) for text in wrong]
        assert all(2 <= abs(year - int(answer[-4:])) <= 9 and year <= latest for year in years)


def test_a_year_of_the_article_comes_first():
    assert "1996" in draw("2001", "When was the SCO founded?", ("1996", "1950", "NATO"), year_limit=2024)


def test_a_year_to_come_is_joined_by_years_to_come():
    assert all(int(text) > 2024 for text in draw("2030", "By when?", (), year_limit=2024))


@pytest.mark.parametrize(
    "answer",
    [
        *("4 July 2024", "July 4, 2024", "on July 4, 2024", "July 2024", "4 July", "2024-07-04", "the 1990s"),
        *("1914-1918", "from 1939 to 1945", "8 p.m.", "12:30", "8:30 am", "29 February"),
    ],
)
def test_dates_and_hours_keep_their_form(answer):
    wrong = draw(answer, "When was it?", (), year_limit=2024)
    assert len(set(wrong)) == 3
    assert answer not in wrong
    shape = [word.isalpha() and word.islower() for word in answer.split()]
    assert all([word.isalpha() and word.islower() for word in text.split()] == shape for text in wrong)
    assert all(near_dates(text, 2024, "") is not None for text in wrong)
    assert all("2025" not in text for text in wrong)


@pytest.mark.parametrize("answer", ["31 February 2020", "July 40, 2024", "25:30", "13 p.m.", "0001-01-01"])
def test_what_is_no_day_makes_no_dates(answer):
    assert near_dates(answer, None, "") is None


def test_a_count_of_four_figures_is_no_year():
    assert all(text.replace(",", "").isdigit() for text in draw("2000", "How many people came?", ()))
    assert any(not 1991 <= int(text) <= 2009 for text in draw("2000", "How many people came?", ()))


def test_persons_stand_only_against_persons():
    wrong = draw("Xi Jinping", "Who met Putin?")
    assert set(wrong) <= {"Recep Tayyip Erdogan", "Alexander Lukashenko", "Dmitri Peskov"}
    assert draw("Xi Jinping", "Who met Putin?", ("Astana", "Central Asia", "NATO", "Shanghai Pact")) == ()


def test_persons_do_not_stand_against_places():
    assert set(draw("Astana", "Where did they meet?")).isdisjoint({"Xi Jinping", "Dmitri Peskov", "Vladimir Putin"})


@pytest.mark.parametrize(
    ("answer", "question", "never"),
    [
        ("Turkey", "Which country pleaded for peace?", {"Türkiye", "Ankara", "Turkish", "the Turks"}),
        ("Moscow", "Who rejected the plan?", {"the Kremlin", "Russia"}),
        ("the SCO", "Which group did it join?", {"the Shanghai Cooperation Organization", "Shanghai Cooperation"}),
        ("Vladimir Putin", "Who spoke in Astana?", {"Putin", "President Vladimir Putin"}),
        ("the UN", "Which organization voted?", {"the United Nations", "UNSC"}),
        ("14", "How many were freed?", {"fourteen"}),
    ],
)
def test_another_name_of_the_answer_is_never_wrong(answer, question, never):
    assert never.isdisjoint(draw(answer, question, (*ARTICLE, *never)))


def test_what_is_true_is_never_wrong_in_any_spelling():
    true = ("China", "US", "India")
    wrong = draw("Russia", "Which country took part?", ("China", "the United States", "Bharat", "PRC"), true=true)
    assert {"China", "the United States", "United States", "India", "Bharat", "PRC"}.isdisjoint(wrong)
    assert "20%" not in draw("40%", "What share?", ("20%",), true=("20 %", "20%"))


def test_a_word_of_the_question_is_never_wrong():
    wrong = draw("Belarus", "Which country did the Turkish president and Putin's Russia welcome in Astana?")
    assert {"Turkey", "Russia", "Kazakhstan"}.isdisjoint(wrong)
    assert "1996" not in draw("2001", "When was the group of 1996 renamed?", ("1996",))


def test_members_of_an_organisation_stand_only_where_members_are_asked_for():
    nato = set(gazetteer.organisation("NATO").members)
    assert set(draw("Turkey", "Which NATO member is a partner of the SCO?", ())) <= nato
    assert nato.isdisjoint(draw("Sweden", "Which country became a member of NATO in 2024?"))
    assert set(gazetteer.organisation("Eurozone").members).isdisjoint(draw("Spain", "Which country uses the euro?"))


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("Poland", "Name a country that fought in the war."),
        ("Poland", "Which of these countries fought?"),
        ("Poland", "Which country borders Belarus?"),
        ("yes", "Is it true?"),
        ("False", "Is it true?"),
        ("", "What?"),
        ("its support for the war", "Why was it shunned?"),
        ("100%", "What share?"),
    ],
)
def test_where_three_cannot_be_had_there_are_none(answer, question):
    assert draw(answer, question, ()) == ()


def test_capitals_stand_against_capitals_where_a_capital_is_asked_for():
    for question in ("What is the capital of Australia?", "Which capital lies farthest inland?"):
        wrong = draw("Canberra", question, ("Sydney", "Melbourne", "Perth"))
        assert all(gazetteer.country_of_capital(city) for city in wrong)
    assert "Sydney" not in draw("Phoenix", "What is the capital of Arizona?", ("Sydney",))
    assert all(gazetteer.is_seat(city) for city in draw("Phoenix", "What is the capital of Arizona?", ()))


@pytest.mark.parametrize(
    ("answer", "candidates", "wrong"),
    [
        (
            "a nucleus",
            ("the cell", "a membrane", "membranes", "a vacuole", "Golgi", "a wall"),
            {"a membrane", "a vacuole", "a wall"},
        ),
        ("to eat", ("to run", "running", "to read", "to see", "bread"), {"to run", "to read", "to see"}),
        ("running", ("to run", "jumping", "eating", "hopping", "runner"), {"jumping", "eating", "hopping"}),
        ('"bad"', ("good", '"good"', '"fine"', '"poor"', "evil"), {'"good"', '"fine"', '"poor"'}),
        ("in a box", ("a bag", "in a bag", "in a tin", "in a jar"), {"in a bag", "in a tin", "in a jar"}),
        ("dogs", ("cat", "cats", "birds", "mice", "horses"), {"cats", "birds", "horses"}),
        ("DACA", ("CR", "NAFTA", "Senate", "IRCA", "DAPA"), {"CR", "NAFTA", "IRCA", "DAPA"}),
        ("Ann's", ("Bob", "Bob's", "Cem's", "Dana", "Eve's"), {"Bob's", "Cem's", "Eve's"}),
        ("C++", ("C#", "Rust", "Java", "python", "Go"), {"C#", "Rust", "Java", "Go"}),
    ],
)
def test_wrong_choices_have_the_form_of_the_answer(answer, candidates, wrong):
    found = draw(answer, "What is it?", candidates)
    assert set(found) <= wrong
    assert len(found) == 3


def test_the_right_one_is_not_the_only_longest():
    found = draw("extremism", "What is it?", ("violence", "poverty", "hatred", "corruption", "weakness"))
    assert "corruption" in found
    assert draw("extremism", "What is it?", ("violence", "poverty", "hatred", "weakness")) == ()


def test_a_frame_is_kept():
    assert all(text.startswith("in ") for text in draw("in Shanghai", "Where was it founded?"))
    wrong = draw("Astana, Kazakhstan", "Where did they meet?", ())
    assert len(wrong) == 3
    assert all(gazetteer.country_of_city(city).name == home for city, home in (text.split(", ") for text in wrong))
    assert all(text.startswith("the ") for text in draw("the Japanese", "Who lost?", ()))
    assert {text[0].isupper() for text in draw("Gold", "Which metal was found?", ())} == {True}


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
answers = st.one_of(
    texts,
    st.sampled_from(ARTICLE),
    st.integers(0, 10**6).map(str),
    st.integers(0, 10**6).map(lambda number: f"about {number:,} people"),
    st.integers(0, 200).map(gazetteer.word_of_number),
    st.sampled_from([each.name for each in gazetteer.countries()]),
    st.dates().map(lambda day: f"{day.day} {day:%B} {day.year}"),
)
questions = st.one_of(
    texts, st.sampled_from(["Who was it?", "Where is it?", "How many?", "When was it?", "What is it?"])
)


@given(answers, questions, st.lists(answers, max_size=12), st.lists(answers, max_size=3), st.text(max_size=5))
def test_what_is_drawn_keeps_every_rule(answer, question, candidates, true, seed):
    wrong = distractors(answer, question, candidates=candidates, true=true, seed=seed)
    assert wrong == distractors(answer, question, candidates=candidates[::-1], true=true, seed=seed)
    assert len(wrong) in (0, 3)
    assert len({gazetteer.key(text).casefold() for text in wrong}) == len(wrong)
    same = {
        gazetteer.key(word).casefold() for right in (answer, *true) for word in (right, *gazetteer.relatives(right))
    }
    assert same.isdisjoint(gazetteer.key(text).casefold() for text in wrong)
    assert all(len(text.strip()) <= 2 * len(answer.strip()) <= 4 * len(text.strip()) for text in wrong)
    assert not wrong or max(map(len, wrong)) >= len(answer)
    found = quantity(answer)
    if wrong and found and near_dates(answer, None, "") is None and found.value > 6:
        shares = [abs(quantity(text).magnitude / found.magnitude - 1) for text in wrong]
        assert found.unit == " century" or all(0.149 <= share <= 0.601 for share in shares)


@given(texts)
def test_any_text_has_a_form_and_asks_something(text):
    assert forms.form(text) == forms.form(text)
    assert forms.too_alike(text, text)
    forms.asked(text)
    forms.looks_like_person(text)
    found = quantity(text)
    assert found is None or quantity(str(found)) == found


CAPITALS = Deck(
    "Capitals",
    (
        *(
            Item(question=f"What is the capital of {each.name}?", answer=each.capitals[0])
            for each in gazetteer.countries()[:40]
        ),
        Item(question="Who drew the plan?", answer="Daniel Burnham"),
        Item(question="Who paid for it?", answer="Cecil Rhodes"),
        Item(question="Who opened it?", answer="Mary Astor"),
        Item(question="Who closed it?", answer="Nelson Mandela"),
        Item(question="When was it opened?", answer="1912", source=Source(date="1914-05-01")),
        Item(question="Name two colours.", answers=("red", "blue")),
        Item(question="perro", answer="dog", reverse=True),
        Item(question="gato", answer="cat", reverse=True),
        Item(question="vaca", answer="cow", reverse=True),
        Item(question="cerdo", answer="pig", reverse=True),
    ),
)
POOL = tuple(cards_in(CAPITALS))


def card_with(**keys):
    return cards_of(Item(**keys))[0]


def test_the_options_hold_the_right_answer_and_three_wrong_ones():
    shown = {card.question: choices(card, POOL, "s") for card in POOL}
    for card in POOL:
        assert len(set(shown[card.question])) in (0, 4)
        assert card.answer in shown[card.question] or not shown[card.question]
    assert set(shown["Who drew the plan?"]) == {"Daniel Burnham", "Cecil Rhodes", "Mary Astor", "Nelson Mandela"}
    assert set(shown["perro"]) == {"dog", "cat", "cow", "pig"}
    assert set(shown["dog"]) == {"perro", "gato", "vaca", "cerdo"}
    assert all(int(year) <= 1914 for year in shown["When was it opened?"])
    assert shown["Name two colours."] == ()
    assert all(gazetteer.is_seat(city) for city in shown["What is the capital of Nigeria?"])


def test_the_place_of_the_right_answer_varies_with_the_seed_and_the_card():
    places = [choices(card, POOL, seed).index(card.answer) for card in POOL[:30] for seed in "abcd"]
    assert {places.count(place) for place in range(4)} <= set(range(12, 60))


def test_the_pool_s_order_does_not_matter():
    for card, shuffled in itertools.product(POOL[::7], (POOL[::-1], POOL[5:] + POOL[:5])):
        assert choices(card, shuffled, "s") == choices(card, POOL, "s")


def test_a_card_s_own_wrong_choices_are_taken_as_they_are():
    card = card_with(question="Which sign?", answer="|", wrong=("greater than", "&", ";"))
    assert set(choices(card, ())) == {"|", "greater than", "&", ";"}
    many = card_with(question="Which sign?", answer="|", wrong=("1", "2", "3", "4", "5"))
    assert {len(choices(many, (), seed)) for seed in "abc"} == {4}
    assert len({frozenset(choices(many, (), seed)) for seed in "abcdefgh"}) > 1


def test_a_card_s_own_wrong_choices_are_filled_up_and_never_right():
    card = card_with(question="What is the capital of Chile?", answer="Santiago", wrong=("Valparaíso", "santiago"))
    shown = choices(card, POOL)
    assert len(shown) == 4
    assert {"Santiago", "Valparaíso"} < set(shown)
    assert "santiago" not in shown


def test_a_card_with_two_sides_is_for_recall():
    assert choices(card_with(question="Is it true?", answer="Yes"), POOL) == ()
    assert choices(card_with(question="What?", answer="lonely"), ()) == ()


def test_an_accepted_answer_and_that_of_the_same_question_are_never_wrong():
    deck = Deck(
        "d",
        (
            Item(question="Who sang?", answer="Ann Lee", accept=("Bo Ray",)),
            Item(question="Who sang?", answer="Cy Fox"),
            Item(question="Who sang? ", answers=("Di May", "Ed Orr")),
            *(
                Item(question=f"Who played {n}?", answer=name)
                for n, name in enumerate(["Bo Ray", "Di May", "Flo Kay", "Gus Ito"])
            ),
            Item(question="Who danced?", answer="Hal Poe"),
        ),
    )
    pool = tuple(cards_in(deck))
    assert set(choices(pool[0], pool)) == {"Ann Lee", "Flo Kay", "Gus Ito", "Hal Poe"}


def test_cards_with_a_common_tag_come_first():
    items = [
        Item(question=f"Which bird sings {n}?", answer=name, tags=("birds",))
        for n, name in enumerate(("wren", "lark", "rook", "swan"))
    ]
    items += [
        Item(question=f"Which fish swims {n}?", answer=name, tags=("fish",))
        for n, name in enumerate(("carp", "pike", "tuna", "bass"))
    ]
    pool = tuple(cards_in(Deck("d", tuple(items))))
    for seed in "abc":
        assert set(choices(pool[0], pool, seed)) == {"wren", "lark", "rook", "swan"}


def test_a_gap_is_offered_like_words_that_the_sentence_does_not_show():
    deck = Deck("d", (Item(cloze="In {{2001}} it was {{Shanghai}}, then {{Astana}}, then {{Minsk}}."),))
    shown = {card.answer: choices(card, ()) for card in cards_in(deck)}
    assert all(len(options) == 4 for options in shown.values())
    assert {"Astana", "Minsk"}.isdisjoint(shown["Shanghai"])


@pytest.mark.parametrize("hash_seed", ["0", "1", "4711"])
def test_the_options_are_the_same_in_every_process(hash_seed):
    program = (
        "from quizapp.cards.choices import distractors as d\n"
        "print(d('Belarus', 'Which country joined?', candidates={'Poland', 'Cuba', 'China', 'Peru'}, seed='s'))\n"
        "print(d('40%', 'What share?', candidates={'30%', '50%'}, seed='s'))\n"
        "print(d('4 July 2024', 'When?', candidates=(), seed='s'))\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [
        str(distractors("Belarus", "Which country joined?", candidates=["Peru", "China", "Poland", "Cuba"], seed="s")),
        str(distractors("40%", "What share?", candidates=["30%", "50%"], seed="s")),
        str(distractors("4 July 2024", "When?", candidates=(), seed="s")),
    ]
