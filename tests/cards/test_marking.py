import random
import string
import unicodedata

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizapp.cards.identity import cards_of
from quizapp.cards.marking import Difference, Outcome, mark, same
from quizapp.cards.model import Item

RIGHT, CLOSE, WRONG = Outcome.RIGHT, Outcome.CLOSE, Outcome.WRONG


def card(answer="", question="Which?", **more):
    if "answers" not in more and "cloze" not in more:
        more["answer"] = answer
    return cards_of(Item(question="" if "cloze" in more else question, **more))[0]


def outcome(wanted, typed, question="Which?", **more):
    return mark(card(wanted, question), typed, **more).outcome


SAME_ANSWER = [
    # letters: case, accents, look-alike signs
    ("Astana", "astana"),
    ("Astana", "  ASTANA "),
    ("São Paulo", "sao paulo"),
    ("Šárka", "sarka"),
    ("München", "Muenchen"),
    ("München", "Munchen"),
    ("Straße", "strasse"),
    ("Ærø", "aeroe"),
    ("Łódź", "Lodz"),
    ("año", "ano"),
    ("Ἀθῆναι", "αθηναι"),
    ("ёлка", "елка"),
    ("naïve", "nai\u0308ve"),
    ("שָׁלוֹם", "שלום"),
    ("كِتَاب", "كتاب"),
    ("O’Brien", "O'Brien"),
    ("H₂O", "H2O"),
    ("ﬁre", "fire"),
    # articles, punctuation, little words in front
    ("the Louvre", "Louvre"),
    ("Louvre", "the Louvre"),
    ("a nucleus", "nucleus"),
    ("an exon", "the exon"),
    ("President of the Republic", "President of Republic"),
    ("in Paris", "Paris"),
    ("Paris", "in Paris."),
    ("to run", "run"),
    ("Yahoo!", "Yahoo"),
    ("“To be, or not to be”", "to be or not to be"),
    ("well-known", "well known"),
    ("e-mail", "email"),
    ("ice cream", "icecream"),
    ("ice cream", "ice-cream"),
    ("U.S.", "US"),
    ("U.S.A.", "USA"),
    ("J. R. R. Tolkien", "JRR Tolkien"),
    ("Rock & Roll", "rock and roll"),
    ("Dr. Watson", "Watson"),
    ("St. Petersburg", "Saint Petersburg"),
    ("Mt. Everest", "Mount Everest"),
    ("don't know", "do not know"),
    ("cannot", "can't"),
    ("`git add`", "git add"),
    ("**Ankara**", "Ankara"),
    ("Shanghai Cooperation Organisation (SCO)", "Shanghai Cooperation Organisation"),
    ("Shanghai Cooperation Organisation (SCO)", "SCO"),
    ("Istanbul (formerly Constantinople)", "Istanbul"),
    # spelling and number
    ("organisation", "organization"),
    ("the colour red", "the color red"),
    ("centre", "center"),
    ("grey", "gray"),
    ("travelled", "traveled"),
    ("wolves", "wolf"),
    ("city", "cities"),
    ("boxes", "box"),
    ("potato", "potatoes"),
    # numerals and words
    ("10", "ten"),
    ("ten", "10"),
    ("21", "twenty-one"),
    ("twenty one", "21"),
    ("1,200", "1200"),
    ("1,200", "1 200"),
    ("1200", "1.2k"),
    ("1,200", "twelve hundred"),
    ("1.8 million", "1,800,000"),
    ("1.8 million", "1.8m"),
    ("two billion", "2bn"),
    ("half", "1/2"),
    ("½", "0.5"),
    ("two thirds", "2/3"),
    ("2.5", "two and a half"),
    ("2.50", "2.5"),
    ("0,5", "0.5"),
    ("10⁶", "a million"),
    ("10^6", "10⁶"),
    ("-5", "−5"),
    ("-5", "minus five"),
    ("dozen", "12"),
    ("half a million", "500,000"),
    ("one and a half million", "1.5 million"),
    ("10th", "tenth"),
    ("the 20th century", "twentieth century"),
    ("World War II", "World War 2"),
    ("World War II", "world war two"),
    ("Louis XIV", "louis 14"),
    ("Henry VIII", "Henry the Eighth"),
    ("about 30", "30"),
    ("around 30%", "approximately 30 percent"),
    ("c. 1450", "1450"),
    # units
    ("40 %", "40 percent"),
    ("40%", "40 per cent"),
    ("forty percent", "40%"),
    ("5 km", "5 kilometres"),
    ("5 km", "5 kilometers"),
    ("5 km", "5km"),
    ("1 km", "1000 m"),
    ("1.5 kg", "1500 g"),
    ("90 minutes", "1.5 hours"),
    ("$5 million", "5 million dollars"),
    ("€20", "20 euros"),
    ("20 °C", "20 degrees Celsius"),
    ("25 km²", "25 square kilometres"),
    ("25 km²", "25 km2"),
    ("5 MW", "5 megawatts"),
    ("5-year", "5 years"),
    ("44 BC", "44 BCE"),
    ("AD 79", "79"),
    # dates and times
    ("4 July 2024", "July 4, 2024"),
    ("4 July 2024", "2024-07-04"),
    ("4 July 2024", "4th of July 2024"),
    ("4 July 2024", "4 Jul 2024"),
    ("4 July 2024", "04.07.2024"),
    ("4 July 2024", "4/7/2024"),
    ("4 July 2024", "Thursday, 4 July 2024"),
    ("July 2024", "July of 2024"),
    ("on 4 July", "July 4th"),
    ("2001", "in 2001"),
    ("3 pm", "15:00"),
    ("12:30 a.m.", "0:30"),
    ("1914–1918", "1914-1918"),
    ("1914–1918", "1914 to 1918"),
    ("1914–1918", "from 1914 to 1918"),
    ("the 1990s", "1990s"),
    ("1990s", "1990's"),
    # names of one thing
    ("United States", "USA"),
    ("Xi Jinping", "xi jinping"),
]

CLOSE_ENOUGH = [
    ("Kazakhstan", "Kazakstan"),  # codespell:ignore kazakstan
    ("Kyrgyzstan", "Kyrgistan"),
    ("Massachusetts", "Massachusets"),
    ("Philippines", "Phillipines"),  # codespell:ignore phillipines
    ("mitochondrion", "mitochondrian"),
    ("separatism", "seperatism"),  # codespell:ignore seperatism
    ("Bank of England", "Bank England"),
    ("Trinidad and Tobago", "Trinidad Tobago"),
    ("40 percent", "40"),
    ("40", "40 km"),
    ("more than 30", "30"),
    ("nearly 30%", "30%"),
    ("Xi Jinping", "Jinping Xi"),
    ("Xi Jinping", "Jinping, Xi"),
    ("ecosystem", "eco sistem"),  # codespell:ignore sistem
    ("beginning", "begining"),  # codespell:ignore begining
    ("February 2024", "Febuary 2024"),  # codespell:ignore febuary
    ("4 September", "4 Septembre"),
    ("River Thames", "Thames"),
    ("Mount Everest", "Everest"),
    ("Queen Elizabeth II", "Elizabeth II"),
    ("3", "3.0"),
]

OTHER_ANSWER = [
    # names that look alike
    ("Australia", "Austria"),
    ("Austria", "Australia"),
    ("Iran", "Iraq"),
    ("Niger", "Nigeria"),
    ("Nigeria", "Niger"),
    ("Slovakia", "Slovenia"),
    ("slovakia", "slovenia"),
    ("Algeria", "nigeria"),
    ("Gambia", "Zambia"),
    ("Mali", "Malawi"),
    ("Mauritania", "Mauritius"),
    ("Guinea", "Guyana"),
    ("Dominica", "Dominican Republic"),
    ("Republic of the Congo", "Democratic Republic of the Congo"),
    ("South Korea", "North Korea"),
    ("South Korea", "Korea"),
    ("West Virginia", "Virginia"),
    ("New York", "York"),
    ("Monet", "Manet"),
    ("Queen Elizabeth II", "Elizabeth I"),
    ("King Charles", "Queen Charles"),
    ("Dead Sea", "Dead"),
    ("Burkina Faso", "Burkina"),
    # words that look alike
    ("meiosis", "mitosis"),
    ("hypertension", "hypotension"),
    ("sulfate", "sulfite"),
    ("nitrate", "nitrite"),
    ("propane", "propene"),
    ("stalactite", "stalagmite"),
    ("desert", "dessert"),
    ("employer", "employee"),
    ("legal", "illegal"),
    ("symmetric", "asymmetric"),
    ("affect", "effect"),
    ("possible", "impossible"),
    ("lactose", "lactase"),
    ("new", "news"),
    ("cat", "car"),
    ("filling", "filing"),
    ("latter", "later"),
    ("Kyiv (KBP)", "KBP"),
    ("iron (III) oxide", "iron oxide"),
    ("(aside)", "side"),
    ("C++ (++)", "++"),
    ("plane", "planet"),
    ("ferrous", "ferric"),
    # negation
    ("not guilty", "guilty"),
    ("guilty", "not guilty"),
    ("he did", "he didn't"),
    ("fiction", "non-fiction"),
    ("without sugar", "sugar"),
    ("notable", "not able"),
    # numbers, units, dates
    ("1914", "1918"),
    ("1914", "19144"),
    ("10", "1"),
    ("10", "100"),
    ("1,200", "1.2"),
    ("1.2 million", "1.2 billion"),
    ("3.14", "3.1416"),
    ("-5", "5"),
    ("5", "-5"),
    ("40 percent", "40 km"),
    ("5 km", "5 miles"),
    ("5 MW", "5 mW"),
    ("20 °C", "20 °F"),
    ("$5", "€5"),
    ("1990s", "1990"),
    ("10th", "10"),
    ("44 BC", "AD 44"),
    ("more than 30", "less than 30"),
    ("30", "more than 30"),
    ("007", "7"),
    ("3.11", "3.11.2"),
    ("4 July 2024", "4 June 2024"),
    ("4 July 2024", "July 2024"),
    ("4 July", "7 April"),
    ("June 2024", "July 2024"),
    ("3 pm", "3 am"),
    ("World War I", "World War II"),
    ("Henry VIII", "Henry VII"),
    ("vitamin A", "vitamin"),
    ("vitamin A", "vitamin B"),
    ("A minor", "minor"),
    ("H2O", "H2O2"),
    ("B12", "B1"),
    ("COVID-19", "COVID-91"),
    ("one third", "third"),
    # signs
    ("C++", "C"),
    ("C", "C++"),
    ("C#", "C"),
    ("C++", "C#"),
    ("O-", "O+"),
    ("O-", "O"),
    ("Na+", "Na"),
    ("-c", "c"),
    ("--help", "help"),
    (".gitignore", "gitignore"),
    ("5!", "5"),
    ("!=", "=="),
    ("5'", '5"'),
    ("x^2", "x2"),
    ("++", "--"),
    ("++", "+"),
    ("++", "plus plus"),
    ("|", "||"),
    ("...", "…"),
    # other things
    ("dog bites man", "man bites dog"),
    ("Astana", ""),
    ("Astana", "   "),
    ("Astana", "?!"),
    ("Astana", "Almaty"),
    ("on the table", "in the table"),
    ("かき", "がき"),
    ("й", "и"),
    ("der Tisch", "das Tisch"),
    ("Mr. Thatcher", "Mrs. Thatcher"),
    ("at 5", "to 5"),
    ("half a million", "a million"),
]


class TestTables:
    @pytest.mark.parametrize(("wanted", "typed"), SAME_ANSWER)
    def test_right(self, wanted, typed):
        assert outcome(wanted, typed) is RIGHT

    @pytest.mark.parametrize(("wanted", "typed"), CLOSE_ENOUGH)
    def test_close(self, wanted, typed):
        assert outcome(wanted, typed) is CLOSE

    @pytest.mark.parametrize(("wanted", "typed"), OTHER_ANSWER)
    def test_wrong(self, wanted, typed):
        assert outcome(wanted, typed) is WRONG

    @pytest.mark.parametrize(("wanted", "typed"), SAME_ANSWER)
    def test_what_differs_in_form_alone_is_the_same(self, wanted, typed):
        assert same(wanted, typed)

    @pytest.mark.parametrize(("wanted", "typed"), CLOSE_ENOUGH + OTHER_ANSWER)
    def test_what_is_close_or_wrong_is_not_the_same(self, wanted, typed):
        assert not same(wanted, typed)


class TestQuestion:
    @pytest.mark.parametrize(
        ("question", "wanted", "typed", "expected"),
        [
            ("Which river runs through London?", "River Thames", "Thames", RIGHT),
            ("Which river runs through London?", "Thames", "the river Thames", RIGHT),
            ("How many countries are members?", "30 countries", "30", RIGHT),
            ("What percentage is it?", "40%", "40 percent", RIGHT),
            ("How many kilometres is it?", "40", "40 km", RIGHT),
            ("What happened in 2024 and when?", "4 July 2024", "July 4", RIGHT),
            ("When was it?", "4 July 2024", "July 4", WRONG),
            ("Which New England state is it?", "New Hampshire", "Hampshire", WRONG),
            ("Adenine pairs with what, and guanine with cytosine?", "thymine", "thymine, guanine, cytosine", WRONG),
            ("What does `set -- red green; echo $# $2` print?", "2 green", "2", WRONG),
            ("How many member countries are there?", "30 member countries", "30", RIGHT),
            ("Is it the north or the south pole?", "south pole", "pole", WRONG),
            ("Is he guilty or not guilty?", "not guilty", "guilty", WRONG),
            ("What is Myanmar's former name?", "Burma", "Myanmar", WRONG),
            ("What does UN stand for?", "United Nations", "UN", WRONG),
            ("Who runs the peacekeeping missions?", "United Nations", "UN", RIGHT),
        ],
    )
    def test_what_it_says_need_not_be_said_and_what_it_names_is_no_answer(self, question, wanted, typed, expected):
        assert outcome(wanted, typed, question) is expected


class TestStrict:
    @pytest.mark.parametrize(
        ("wanted", "typed", "expected"),
        [
            ("año", "año", RIGHT),
            ("año", "an\u0303o", RIGHT),
            ("año", "  año ", RIGHT),
            ("año", "ano", WRONG),
            ("-C", "-c", WRONG),
            ("-C", "-C", RIGHT),
            ("`-C`", "-C", RIGHT),
            ("the cat", "cat", WRONG),
            ("10", "ten", WRONG),
            ("Kazakhstan", "Kazakstan", WRONG),  # codespell:ignore kazakstan
        ],
    )
    def test_the_very_letters_count(self, wanted, typed, expected):
        assert outcome(wanted, typed, strict=True) is expected

    def test_aliases_and_the_order_of_a_list_are_as_free_as_ever(self):
        assert mark(card("año", accept=("un año",)), "un año", strict=True).outcome is RIGHT
        assert mark(card(answers=("B", "A")), "A, B", strict=True).outcome is RIGHT
        assert mark(card(answers=("B", "A")), "a, B", strict=True).outcome is WRONG


class TestAccepted:
    def test_an_alias_is_right_and_is_what_was_matched(self):
        verdict = mark(card("Belarus", accept=("Republic of Belarus",)), "republic of belarus")
        assert (verdict.outcome, verdict.matched) == (RIGHT, "Republic of Belarus")

    def test_the_nearest_accepted_text_is_told_when_wrong(self):
        verdict = mark(card("Belarus", accept=("Byelorussia",)), "Byelorumania")
        assert (verdict.outcome, verdict.matched) == (WRONG, "Byelorussia")

    def test_a_slip_that_makes_another_cards_answer_is_wrong(self):
        assert outcome("Peterson", "Petersen") is CLOSE
        assert outcome("Peterson", "Petersen", others=["Petersen"]) is WRONG
        assert outcome("Peterson", "petersen", others=["Petersen"]) is WRONG

    def test_a_slip_as_near_to_a_wrong_choice_is_wrong(self):
        assert mark(card("Peterson", wrong=("Petersen",)), "Petersin").outcome is WRONG

    def test_an_accent_that_makes_another_answer_counts(self):
        assert outcome("resume", "résumé") is RIGHT
        assert outcome("resume", "résumé", others=["résumé"]) is WRONG

    def test_a_wrong_choice_that_is_accepted_is_right(self):
        assert mark(card("Belarus", accept=("Minsk",), wrong=("Minsk",)), "Minsk").outcome is RIGHT


EVILS = card(answers=("separatism", "terrorism", "extremism"), question="Name the three evils.")
PHASES = card(answers=("prophase", "metaphase", "anaphase", "telophase"), ordered=True)


class TestLists:
    @pytest.mark.parametrize(
        "typed",
        [
            "separatism, terrorism, extremism",
            "terrorism, extremism and separatism",
            "Extremism; Terrorism; Separatism",
            "terrorism\nseparatism\nextremism",
            "terrorism separatism extremism",
            "terrorism, extremism, and separatism",
            ["extremism", "separatism", "terrorism"],
            ["extremism", "separatism", "terrorism", ""],
            "separatism, separatism, terrorism, extremism",
        ],
    )
    def test_any_order_and_any_separator(self, typed):
        verdict = mark(EVILS, typed)
        assert verdict.outcome is RIGHT
        assert all(part.outcome is RIGHT for part in verdict.parts)

    def test_a_slip_in_one_part_is_close(self):
        verdict = mark(EVILS, "seperatism, terrorism, extremism")  # codespell:ignore seperatism
        assert verdict.outcome is CLOSE
        assert [part.outcome for part in verdict.parts] == [CLOSE, RIGHT, RIGHT]

    def test_a_part_left_out_or_wrong_is_told(self):
        verdict = mark(EVILS, "terrorism, separatism")
        assert verdict.outcome is WRONG
        assert [(part.outcome, part.typed) for part in verdict.parts] == [
            (RIGHT, "separatism"),
            (RIGHT, "terrorism"),
            (WRONG, ""),
        ]

    def test_guessing_more_than_is_wanted_is_wrong(self):
        verdict = mark(EVILS, "terrorism, separatism, extremism, tourism")
        assert verdict.outcome is WRONG
        assert (verdict.parts[-1].typed, verdict.parts[-1].matched) == ("tourism", "")

    def test_a_sequence_wants_its_order(self):
        assert mark(PHASES, "prophase, metaphase, anaphase, telophase").outcome is RIGHT
        verdict = mark(PHASES, "metaphase, prophase, anaphase, telophase")
        assert [part.outcome for part in verdict.parts] == [WRONG, WRONG, RIGHT, RIGHT]

    def test_parts_that_hold_a_comma_or_an_and(self):
        long = card(answers=("bread and butter", "tea, black"))
        assert mark(long, "tea, black; bread and butter").outcome is RIGHT
        assert mark(long, ["bread and butter", "tea, black"]).outcome is RIGHT
        assert mark(long, "tea, black, bread and butter").outcome is WRONG

    def test_an_accepted_whole_is_right(self):
        assert mark(card(answers=("A", "B"), accept=("both of them",)), "both of them").outcome is RIGHT

    def test_the_blanks_of_a_gap_want_their_order(self):
        gap = card(cloze="{{c1::Lima}} is the capital of {{c1::Peru}}.")
        assert mark(gap, "Lima, Peru").outcome is RIGHT
        assert mark(gap, ["Lima", "Peru"]).outcome is RIGHT
        assert mark(gap, "Peru, Lima").outcome is WRONG

    @given(st.permutations(["separatism", "terrorism", "extremism"]), st.sampled_from([", ", "; ", "\n", " and "]))
    def test_every_order_is_right(self, order, separator):
        assert mark(EVILS, separator.join(order)).outcome is RIGHT


TEXTS = st.text(min_size=1, max_size=40)
WORDS = st.text(string.ascii_lowercase, min_size=1, max_size=12)


class TestProperties:
    @given(TEXTS, st.booleans())
    @settings(deadline=None)
    def test_an_answer_itself_is_right(self, text, strict):
        assume(text.strip())
        assert mark(card(text), text, strict).outcome is RIGHT

    @given(TEXTS, TEXTS, st.booleans(), st.lists(TEXTS, max_size=2))
    @settings(deadline=None)
    def test_any_text_gets_the_same_verdict_twice(self, wanted, typed, strict, others):
        assert mark(card(wanted), typed, strict, others) == mark(card(wanted), typed, strict, others)

    @given(st.text(st.sampled_from("ab AB12,.%$-+/' éñ½"), min_size=1, max_size=16), st.data())
    @settings(deadline=None)
    def test_strict_is_never_kinder(self, wanted, data):
        typed = data.draw(st.text(st.sampled_from("ab AB12,.%$-+/' éñ½"), max_size=16))
        if mark(card(wanted), typed, strict=True).outcome is RIGHT:
            assert mark(card(wanted), typed).outcome is RIGHT

    @given(st.lists(WORDS, min_size=1, max_size=5), st.sampled_from(["", ".", "?", ",", ";", ":", ")"]))
    @settings(deadline=None)
    def test_case_space_and_a_stop_do_not_matter(self, words, stop):
        assert outcome(" ".join(words), f"  {'   '.join(words).upper()}{stop} ") is RIGHT

    @given(st.integers(0, 10**9), st.integers(0, 10**9))
    @settings(deadline=None)
    def test_another_number_is_always_wrong(self, wanted, typed):
        assume(wanted != typed)
        for form in (str(typed), f"{typed:,}"):
            assert outcome(str(wanted), form) is WRONG
            assert outcome(f"{wanted:,} people", f"{form} people") is WRONG

    @given(st.integers(0, 10**9))
    @settings(deadline=None)
    def test_a_number_in_another_form_is_right(self, number):
        assert outcome(str(number), f"{number:,}") is RIGHT
        assert outcome(f"{number:,}", f"{number}.0") is CLOSE

    @given(st.dates(), st.dates())
    @settings(deadline=None)
    def test_dates_are_equal_only_to_themselves(self, one, other):
        written = f"{one.day} {one:%B} {one.year:04}"
        assert outcome(written, f"{one:%B} {one.day}, {one.year:04}") is RIGHT
        assert outcome(written, one.isoformat()) is RIGHT
        if one != other:
            assert outcome(written, other.isoformat()) is WRONG

    @given(
        st.text(string.ascii_lowercase, min_size=1, max_size=5), st.text(string.ascii_lowercase, min_size=1, max_size=5)
    )
    @settings(deadline=None)
    def test_no_slip_is_taken_in_a_short_word(self, wanted, typed):
        assert outcome(wanted, typed) is not CLOSE

    @given(st.lists(WORDS, min_size=1, max_size=4))
    @settings(deadline=None)
    def test_a_not_too_many_or_too_few_is_wrong(self, words):
        assume("not" not in words)
        text = " ".join(words)
        assert outcome(text, f"not {text}") is WRONG
        assert outcome(f"not {text}", text) is WRONG

    @given(st.text(max_size=30), st.text(max_size=30))
    @settings(deadline=None)
    def test_the_difference_tells_both_texts(self, wanted, typed):
        assume(wanted.strip())
        verdict = mark(card(wanted), typed)
        told = "".join(piece.text for piece in verdict.difference if piece.kind is not Difference.EXTRA)
        assert told == unicodedata.normalize("NFC", verdict.matched)
        assert all(piece.text for piece in verdict.difference)


class TestDifference:
    def test_it_is_told_letter_by_letter(self):
        verdict = mark(card("Kazakhstan"), "kazakstxan")
        assert [(piece.kind.value, piece.text) for piece in verdict.difference] == [
            ("same", "Kazak"),
            ("missing", "h"),
            ("same", "st"),
            ("extra", "x"),
            ("same", "an"),
        ]

    def test_case_and_accents_that_are_forgiven_are_no_difference(self):
        assert mark(card("Šárka"), "sarka").difference == ((Difference.SAME, "Šárka"),)

    def test_the_parts_of_a_list_are_told_one_after_the_other(self):
        verdict = mark(card(answers=("Lima", "Peru")), "Peru, Lma")
        assert "".join(piece.text for piece in verdict.difference) == "Lima, Peru"


def test_endless_and_hostile_texts_are_marked_in_time():
    noise = random.Random(7)
    for text in ("1," * 5000, "a " * 5000, "-" * 9000, "(" * 4000 + ")", "`" * 5000, "one and " * 2000, "9" * 9000):
        assert mark(card(text), text).outcome is RIGHT
        assert mark(card("Astana"), text).outcome is WRONG
        assert mark(card(answers=("a", "b", "c")), text).outcome is WRONG
    letters = "".join(noise.choice(string.printable) for _ in range(5000))
    assert mark(card(letters), letters[::-1]).outcome is WRONG
