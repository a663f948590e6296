import unicodedata
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from quizapp.cards.identity import cards_in, cards_of, item_key
from quizapp.cards.model import Deck, Item, Kind, Source

WORDS = st.text(st.sampled_from("abcéA 1{}\\:."), min_size=1, max_size=10).filter(str.strip)
TEXTS = st.tuples(WORDS, WORDS)
BASICS = st.builds(Item, question=WORDS, answer=WORDS, reverse=st.booleans(), id=st.sampled_from(["", "x"]))
LISTS = st.builds(
    Item, question=WORDS, answers=st.lists(WORDS, min_size=1, max_size=4).map(tuple), ordered=st.booleans()
)
CLOZES = st.lists(
    st.sampled_from(["{{a}}", "{{b::h}}", "{{c1::a}}", "{{c1::b}}", "text", "{{a}}"]), min_size=1, max_size=6
).map(lambda parts: Item(cloze=" ".join(parts)))
ITEMS = st.one_of(BASICS, LISTS, CLOZES)


def ids(item):
    return [card.id for card in cards_of(item)]


def basic(question="Turkey", answer="Ankara", **more):
    return Item(question=question, answer=answer, **more)


class TestCards:
    def test_a_question_is_one_card(self):
        (card,) = cards_of(basic(accept=("Angora",), wrong=("Izmir",), hint="inland"))
        assert (card.question, card.answer, card.answers) == ("Turkey", "Ankara", ("Ankara",))
        assert (card.accept, card.wrong, card.hint) == (("Angora",), ("Izmir",), "inland")

    def test_a_reversible_item_is_asked_both_ways(self):
        there, back = cards_of(basic(reverse=True, accept=("Angora",)))
        assert (back.question, back.answer, back.direction) == ("Ankara", "Turkey", "reverse")
        assert back.accept == ()
        assert there.id == cards_of(basic())[0].id != back.id

    def test_a_list_wants_all_its_parts(self):
        (card,) = cards_of(Item(question="Name two.", answers=("a", "b")))
        assert (card.kind, card.answer, card.answers) == (Kind.LIST, "a, b", ("a", "b"))

    def test_each_gap_is_a_card(self):
        year, place = cards_of(Item(cloze="Founded in {{2001::year}} in {{Shanghai}}."))
        assert (year.question, year.answer, year.filled) == (
            "Founded in [year] in Shanghai.",
            "2001",
            "Founded in 2001 in Shanghai.",
        )
        assert place.question == "Founded in 2001 in […]."

    def test_gaps_of_one_number_are_left_out_together(self):
        both, alone = cards_of(Item(cloze="{{c1::Lima}}, {{c2::Peru}}, {{c1::coast}}"))
        assert (both.question, both.answers) == ("[…], Peru, […]", ("Lima", "coast"))
        assert alone.answers == ("Peru",)

    def test_accept_and_wrong_belong_to_a_lone_gap(self):
        assert cards_of(Item(cloze="In {{2001}}.", accept=("'01",)))[0].accept == ("'01",)
        assert all(card.accept == () for card in cards_of(Item(cloze="{{a}} {{b}}", accept=("x",))))

    def test_a_cloze_without_a_gap_has_no_cards(self):
        assert cards_of(Item(cloze="Nothing.")) == ()

    def test_a_deck_has_the_cards_of_its_items_in_order(self):
        deck = Deck("D", (basic(), Item(cloze="{{a}} {{b}}")))
        assert [card.answer for card in cards_in(deck)] == ["Ankara", "a", "b"]


class TestIdentity:
    @given(ITEMS)
    def test_the_cards_of_an_item_are_different_cards(self, item):
        assert len(set(ids(item))) == len(ids(item))

    @given(ITEMS)
    def test_what_stands_beside_the_question_changes_no_card(self, item):
        decorated = replace(
            item,
            tags=("t",),
            note="n",
            hint="h",
            wrong=("w",),
            accept=("a",),
            quote="q",
            context="c",
            rule="r",
            doubt="d",
            source=Source("s"),
            line=7,
        )
        assert ids(decorated) == ids(item)

    @given(ITEMS)
    def test_spaces_and_composition_change_no_card(self, item):
        def loose(text):
            return "  " + unicodedata.normalize("NFD", text).replace(" ", " \n ") + " "

        # Inside a gap a space is stripped anyway; around the marks it may stand freely.
        other = replace(
            item,
            question=loose(item.question),
            answer=loose(item.answer) if item.answer else "",
            answers=tuple(map(loose, item.answers)),
            cloze=loose(item.cloze) if item.cloze else "",
        )
        assert ids(other) == ids(item)

    @given(st.lists(WORDS, min_size=2, max_size=5), st.randoms())
    def test_the_order_of_a_list_matters_only_where_it_is_asked_for(self, answers, chance):
        shuffled = answers.copy()
        chance.shuffle(shuffled)
        free, mixed = (Item(question="Q", answers=tuple(each)) for each in (answers, shuffled))
        assert ids(free) == ids(mixed)
        if [" ".join(text.split()) for text in answers] != [" ".join(text.split()) for text in shuffled]:
            assert ids(replace(free, ordered=True)) != ids(replace(mixed, ordered=True))

    @given(TEXTS, TEXTS)
    def test_another_question_or_answer_is_another_card(self, one, other):
        assume([" ".join(text.split()) for text in one] != [" ".join(text.split()) for text in other])
        assert ids(basic(*one)) != ids(basic(*other))

    @given(ITEMS)
    def test_an_id_outlives_every_edit(self, item):
        named, edited = replace(item, id="k"), replace(item, id="k", question=item.question + "!")
        assert ids(named) == ids(edited)
        assert set(ids(named)).isdisjoint(ids(replace(item, id="other")))

    def test_adding_a_gap_or_a_hint_keeps_the_other_gaps(self):
        one = ids(Item(cloze="In {{2001}} in Shanghai."))
        two = ids(Item(cloze="In {{2001::year}} in {{Shanghai}}."))
        assert one[0] == two[0]

    def test_equal_gaps_are_told_apart_by_their_occurrence(self):
        first, second = cards_of(Item(cloze="{{a}} and {{a}}"))
        assert (first.gap, second.gap) == ("a#1", "a#2")

    def test_kinds_are_told_apart(self):
        keys = {
            item_key(basic("Q", "a")),
            item_key(Item(question="Q", answers=("a",))),
            item_key(Item(cloze="Q {{a}}")),
            item_key(Item(question="Q", answer="a", id="a")),
        }
        assert len(keys) == 4

    @pytest.mark.parametrize("text", ["\ud800", "a\x1fb", "\x00", "🎉"])
    def test_any_text_has_an_id(self, text):
        (card,) = cards_of(basic(text, text))
        assert len(card.id) == 32
        assert int(card.id, 16) >= 0

    def test_ids_never_change_from_one_version_to_the_next(self):
        # Progress hangs on these: a change here would start every card of every user over.
        assert ids(basic(reverse=True)) == ["d61a1b8153fa81f70afddc3b0608ee10", "4e3c59c295a6a5a2cbb410c662433116"]
        assert ids(Item(question="Name two.", answers=("b", "a"))) == ["4ac2c5a636b4521f14861df0d8840cb7"]
        assert ids(Item(cloze="In {{2001::year}}.")) == ["3f04195198bfa95ea4ef300a69492e67"]


def test_every_card_of_a_strict_deck_is_strict_and_stays_the_same_card():
    items = (Item(question="q", answer="a", reverse=True), Item(cloze="{{One}} and {{two}}."))
    strict, lenient = list(cards_in(Deck("t", items, strict=True))), list(cards_in(Deck("t", items)))
    assert [card.strict for card in strict] == [True] * 4
    assert [card.id for card in strict] == [card.id for card in lenient]
