"""Facts told of common nouns and of kinds, offices without an article, and what a person is called next."""

from quizapp.generate import make


def asked(read, *paragraphs, date=""):
    deck = make.from_article(read(*paragraphs, date=date), None, lambda _what, _share: None).deck
    return {item.question: item.answer for item in deck.items if item.question}


def test_an_office_without_an_article_is_held_alone(read):
    text = "Greta Holm, head keeper at the Arvela Sea Museum, fed the seals on the north beach of Arvela."
    assert asked(read, text, date="1994-05-03").get("Who was the head keeper at the Arvela Sea Museum in May 1994?")
    assert "Who is the head keeper at the Arvela Sea Museum?" not in asked(read, text)


def test_a_former_office_is_not_held_alone(read):
    cards = asked(read, "Greta Holm, former keeper at the Arvela Sea Museum, fed the seals on the beach of Arvela.")
    assert not any("keeper at" in question for question in cards)


def test_what_a_kind_does_is_not_asked_where_it_does_so_to_many_things(read):
    cards = asked(read, "Young storks eat small frogs in the rice fields near the village.")
    assert "What do young storks eat?" not in cards


def test_what_many_kinds_have_is_not_asked_for_the_kind(read):
    cards = asked(read, "Mountain goats have a remarkably steady step. Greta Holm feeds the goats of Arvela at noon.")
    assert "mountain goats" not in cards.values()


def test_a_long_time_ago_stays_true(read):
    cards = asked(read, "The Arvela Man, who lived in Chile around 9,000 years ago, was found by the miner Greta Holm.")
    assert cards.get("How long ago did the Arvela Man live in Chile?") == "around 9,000 years ago"
    assert not any(question.startswith("Who lived in") for question in cards)


def test_a_few_years_ago_does_not(read):
    cards = asked(read, "Greta Holm, who lived in Chile around 9 years ago, painted the Arvela lighthouse.")
    assert not any("ago" in f"{question} {answer}" for question, answer in cards.items())


def test_its_may_stay_where_all_who_could_own_it_are_named(read):
    cards = asked(read, "In 1997, Chile formally notified the UN of its withdrawal from the Lund Treaty.")
    question = "In which year did Chile formally notify the UN of its withdrawal from the Lund Treaty?"
    assert cards.get(question) == "1997"


def test_two_deeds_of_one_subject_are_both_told(read):
    cards = asked(
        read,
        "In 2012, the WHO published a list of 300 edible plants and, with money from Chile, plans a meeting.",
    )
    assert cards.get("When did the WHO publish a list of 300 edible plants?") == "2012"


def test_a_person_of_a_stated_age_is_the_one_just_named(read):
    cards = asked(
        read,
        "Greta Holm works in a bank in Arvela.",
        "The 36-year-old bank employee used eight of her 20 days of paid vacation in 2014.",
    )
    assert cards.get("How many of her 20 days of paid vacation did Greta Holm use in 2014?") == "eight"


def test_a_year_is_cut_from_the_clause_behind_it(read):
    cards = asked(read, "The right of Norland Shepherds to fish was removed in 1964 when Chile was under a dictator.")
    assert cards.get("When was the right of Norland Shepherds to fish removed?") == "1964"


def test_staff_say_nothing_that_a_stranger_could_place(read):
    cards = asked(read, "Staff believe that Greta Holm walked across the Arvela bridge to the old lighthouse of Lund.")
    assert not any("staff" in question.lower() for question in cards)


def test_who_said_it_is_a_name_without_a_place(read):
    cards = asked(
        read, 'The new reef law is wise and brave. "The Norland reef law is inspirational," said Greta Holm of Arvela.'
    )
    assert all(not answer.endswith("of Arvela") for answer in cards.values())


def test_a_subject_goes_on_about_the_one_of_the_clause_in_front(read):
    cards = asked(read, "Because herons have no teeth, they are able to swallow very large frogs.")
    assert cards.get("Why are herons able to swallow very large frogs?") == "because herons have no teeth"


def test_somebody_else_in_front_leaves_it_open(read):
    cards = asked(read, "Because herons frighten the village children, they are able to walk in the gardens of Arvela.")
    assert not any("are herons able" in question for question in cards)


def test_what_everybody_has_one_of_needs_no_name(read):
    article = read("The Arvela Institute, which monitors the global climate networks, has accused Chile of waste.")
    rejected = make.from_article(article, None, lambda _what, _share: None).rejected
    assert not any(one.reason.startswith(("nothing_points_back", "nothing_left_open")) for one in rejected)


def test_how_many_do_not(read):
    cards = asked(read, "Some 40 million children in Chile do not get enough sleep.")
    assert cards.get("How many children in Chile do not get enough sleep?") == "some 40 million"


def test_a_number_inside_the_object_keeps_what_it_is_of(read):
    cards = asked(read, "In 2012, the WHO published a list of 309 edible species of moss.")
    assert cards.get("How many edible species of moss did the WHO publish a list of in 2012?") == "309"


def test_a_verb_joined_to_a_present_one_is_present(read):
    cards = asked(read, "Edible snails emit few gases, contain valuable protein oils, and have a high growth rate.")
    assert not any(question.startswith("What did edible snails") for question in cards)
