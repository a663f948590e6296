import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quizapp.cards.model import Item
from quizapp.errors import QuizError
from quizapp.library.arranging import Arranging
from quizapp.library.bulk import Bulk
from quizapp.library.orders import ORDERS, in_order
from quizapp.library.told import standing

ACTS = {
    "tag": lambda bulk, hits: bulk.tag(hits, "one two -asia"),
    "suspend": lambda bulk, hits: bulk.suspend(hits, on=True),
    "flag": lambda bulk, hits: bulk.flag(hits, on=True),
    "move": lambda bulk, hits: bulk.move(hits, "water"),
    "delete": lambda bulk, hits: bulk.delete(hits),
}


def files(library):
    return {path.name: path.read_bytes() for path in library.home.decks.rglob("*.yaml")}


def states(library):
    past = library.progress.past
    return [(past.of(hit.card.id).suspended, past.of(hit.card.id).flagged) for hit in library.search("")]


def questions(library, deck):
    return [item.question or item.cloze for item in library.shelf.named(deck)[0].deck.items]


@pytest.mark.parametrize("act", ACTS)
def test_every_act_on_many_cards_is_taken_back_as_one(house, act):
    library = house.open()
    bulk, before = Bulk(library), (files(library), states(library))
    told = ACTS[act](bulk, list(library.search("capital")))
    assert told.startswith(("5 ", "6 "))
    assert (files(library), states(library)) != before
    assert bulk.undo() == told
    after = files(library)
    assert states(library) == before[1]
    assert {name: sorted(data.split(b"\n")) for name, data in after.items()} == {
        name: sorted(data.split(b"\n")) for name, data in before[0].items()
    }
    assert bulk.undo() == ""


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(st.sampled_from(["tag", "suspend", "flag", "move"]), max_size=4), pick=st.sets(st.integers(0, 8)))
def test_any_acts_on_any_cards_are_taken_back_to_the_last_byte(house, acts, pick):
    library = house.open()
    bulk, before = Bulk(library), (files(library), states(library))
    for act in acts:
        ACTS[act](bulk, [hit for number, hit in enumerate(library.search("")) if number in pick])
    while bulk.undo():
        pass
    assert (files(library), states(library)) == before


def test_moved_cards_keep_what_was_learned(house):
    library = house.open()
    session = library.study(["capitals"])
    session, answered = session.reveal().grade(3, library.now())
    library.record(answered)
    hits = list(library.search("Kazakhstan"))
    Bulk(library).move(hits, "water")
    (hit,) = library.search("Kazakhstan")
    assert hit.deck.title == "Water"
    assert "What is the capital of Kazakhstan?" not in questions(library, "capitals")
    assert library.progress.past.of(hit.card.id).reviews


def test_tags_are_given_and_taken_away(house):
    library = house.open()
    bulk = Bulk(library)
    assert bulk.tag(list(library.search("Turkey")), "-asia europe") == "1 entry tagged"
    assert [hit.card.item.tags for hit in library.search("Turkey")] == [("europe",)] * 2
    with pytest.raises(QuizError, match="no tag"):
        bulk.tag(list(library.search("Turkey")), " , ")


def test_a_deck_that_is_not_there_is_no_place_to_move_to(house):
    library = house.open()
    with pytest.raises(QuizError, match="no deck called"):
        Bulk(library).move(list(library.search("Peru")), "nowhere")


def test_an_edit_is_taken_back_with_its_past(house):
    library = house.open()
    session = library.study(["capitals"])
    session, answered = session.reveal().grade(3, library.now())
    library.record(answered)
    (hit,) = library.search("Kazakhstan")
    bulk, before = Bulk(library), files(library)
    bulk.edit(hit, Item("What is Kazakhstan's capital city?", "Astana"))
    (now,) = library.search("Kazakhstan")
    assert library.progress.past.of(now.card.id).reviews
    bulk.undo()
    assert files(library) == before
    assert library.progress.past.of(hit.card.id).reviews


def test_a_deck_is_begun_and_written_card_by_card(house):
    library = house.open()
    deck = library.new_deck("My own: things")
    library.add_cards(deck, [Item("What?", "This")])
    bulk = Bulk(library)
    Arranging(library).add(library.shelf.named("My own: things")[0], [Item(cloze="It is {{here}}.")])
    assert questions(library, "My own: things") == ["What?", "It is {{here}}."]
    bulk.undo()
    assert questions(library, "My own: things") == ["What?"]


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: order.name)
def test_every_order_has_every_card_once(house, order):
    library = house.open()
    session = library.study(["capitals"])
    session, answered = session.reveal().grade(1, library.now())
    library.record(answered)
    hits = library.search("")
    ordered = in_order(library, hits, order)
    assert sorted(hit.card.id for hit in ordered) == sorted(hit.card.id for hit in hits)
    if order.name == "question":
        assert [hit.card.question.casefold() for hit in ordered] == sorted(h.card.question.casefold() for h in hits)
    if order.name in ("due day", "difficulty"):
        assert ordered[0].card.id == answered.card.id


def test_where_a_card_stands_is_told_in_a_word(house):
    library = house.open()
    (hit,) = library.search("Peru")
    assert standing(library, hit) == "new"
    bulk = Bulk(library)
    bulk.flag([hit], on=True)
    assert standing(library, hit) == "* new"
    bulk.suspend([hit], on=True)
    assert standing(library, hit) == "* suspended"
