"""Questions as a quiz writer would word them: what is odd, open or known elsewhere is left alone."""

from quizapp.generate import make


def made(read, *paragraphs, date=""):
    deck = make.from_article(read(*paragraphs, date=date), None, lambda _what, _share: None).deck
    return {item.question: item for item in deck.items if item.question}


def answers(read, *paragraphs, date=""):
    return {question: item.answer for question, item in made(read, *paragraphs, date=date).items()}


def test_what_used_to_be_is_not_turned_around(read):
    cards = answers(read, "Timber from Norway used to reach Scotland through the port of Arvela.")
    assert cards.get("What used to reach Scotland through the port of Arvela?") == "timber from Norway"
    assert not any(" use to " in question for question in cards)


def test_a_name_needs_no_mood(read):
    cards = answers(read, 'An irritated Otto Reyes, the mayor of Arvela, dismissed the Hardal tunnel plan as "absurd".')
    assert not any("irritated" in f"{question} {answer}" for question, answer in cards.items())
    assert "Otto Reyes" in cards.values()


def test_capitals_that_act_together_are_not_called_what(read):
    cards = answers(read, "The Nordic Council has drawn new strength from Oslo and Helsinki.")
    assert "Oslo and Helsinki" not in cards.values()
    assert "new strength" not in cards.values()


def test_a_country_belongs_to_many_organisations(read):
    cards = answers(read, "The club has six guests, including Norway, a NATO member.")
    assert not any("a member of?" in question for question in cards)


def test_nobody_in_particular_is_no_doer(read):
    cards = answers(read, "Heads of state often receive Otto Reyes and Greta Holm in Central Asia.")
    assert "heads of state" not in cards.values()
    assert not any(answer == "Otto Reyes and Greta Holm" for answer in cards.values())


def test_a_capital_in_the_question_gives_its_description_away(read):
    cards = answers(read, "The Oslo Charter was signed in the capital of Norway in 1988.")
    assert "the capital of Norway" not in cards.values()


def test_a_commitment_says_to_what(read):
    cards = answers(read, "The Hardal Charter proves the commitment of the Nordic Council.")
    assert not any("commitment" in f"{question} {answer}" for question, answer in cards.items())


def test_letters_may_stand_for_a_common_noun(read):
    cards = made(read, "Norway spends a tenth of its gross national income (GNI) on its harbors.")
    card = cards["What does GNI stand for?"]
    assert card.answer == "gross national income"
    assert card.wrong == ()


def test_a_date_is_not_spelled_in_words(read):
    cards = made(read, "The Hardal Bridge was opened by Greta Holm on 4 July 1988.")
    card = next(one for one in cards.values() if one.answer == "4 July 1988")
    assert not any(text.startswith("four") for text in card.accept)


def test_a_government_goes_by_its_country_too(read):
    cards = made(read, "Oslo wants to keep its old hold over the fisheries of the Barents Sea.")
    card = next(one for one in cards.values() if one.answer == "Oslo")
    assert "Norway" in card.accept


def test_an_alliance_named_long_before_is_the_only_one(read):
    cards = answers(
        read,
        "The Nordic Defence Alliance (NDA) was founded in 1988. The NDA owns twelve ships. Oslo pays for the NDA."
        " Winters are long there. Summers are short. Most harbors freeze in January. The alliance has nine members.",
    )
    assert cards.get("How many members does the NDA have?") == "nine"


_COUNCIL = "The Nordic Harbor Council (NHC) meets in Oslo. The NHC pays for ports."


def test_the_tenth_member_is_that_of_the_one_organisation(read):
    cards = answers(read, f"{_COUNCIL} Norway likes the NHC.", "Finland became the tenth member in 1994.")
    assert "Finland" in cards.values() or "1994" in cards.values()
    assert any("the NHC's tenth member" in question for question in cards)


def test_it_is_no_half_of_a_pair(read):
    cards = answers(read, f"{_COUNCIL} The NHC gets its ships from Oslo and Helsinki. It has nine full members.")
    assert cards.get("How many full members does the NHC have?") == "nine"


def test_a_name_in_an_aside_leaves_the_count_alone(read):
    cards = answers(
        read, 'The Nordic Harbor Council counts six "guest ports", among them Gdansk, which lies in Poland.'
    )
    assert cards.get('How many "guest ports" does the Nordic Harbor Council have?') == "six"


def test_what_is_so_of_many_countries_is_not_asked(read):
    cards = answers(read, "Norway lives under heavy tariffs. In spring Norway invaded Finland. Poland was in Oslo.")
    assert "Which country lives under heavy tariffs?" not in cards
    assert "Which country did Norway invade?" not in cards


def test_a_place_does_not_tell_what_was_done_there(read):
    cards = answers(read, "The Hardal Charter was signed in the port of Arvela.")
    assert "the Hardal Charter" not in cards.values()


def test_a_goal_is_not_called_what(read):
    cards = answers(read, "Otto Reyes traveled to the winter fair in Arvela.")
    assert not any(question.endswith(" to?") for question in cards)


def test_a_name_is_not_cut_by_a_gap(read):
    deck = make.from_article(
        read("Otto Reyes often praised the wide harbors of Central Asia, most of all in Asia."), None, lambda *_: None
    ).deck
    assert not any("Central {{" in item.cloze for item in deck.items)


def test_whose_ruling_without_which_is_not_asked(read):
    cards = answers(read, "Judge Otto Reyes directed his ruling at the harbor police of Arvela.")
    assert not any("his ruling" in question for question in cards)


def test_a_workplace_inside_another_goes_by_its_own_name(read):
    cards = answers(
        read,
        "The harbor is quiet, said Greta Holm, a co-director at the Center for Harbor Studies at the University of"
        " Northern Arvela College of the Sea.",
    )
    assert "Who is Greta Holm?" not in cards
    assert cards.get("At which institution is Greta Holm a co-director?", "the Center for Harbor Studies") == (
        "the Center for Harbor Studies"
    )
