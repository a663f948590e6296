"""What is kept of decks outside the home says what their files say, whatever has become of it."""

import os
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.cards.identity import cards_in, item_key
from quizapp.cards.model import Deck, Item, Source
from quizapp.errors import QuizError
from quizapp.store import cachefile, deckcache
from quizapp.store.cachefile import read_cache, write_cache
from quizapp.store.deckcache import DeckCache
from quizapp.store.deckfile import DeckFile, read_deck
from quizapp.store.keptdeck import KeptDeck
from quizapp.store.packing import packed

TEXT = """\
title: Ťeský
tags: [a, b]
source: {title: S, date: 2024-07-04}
cards:
- Turkey: Ankara
  reverse: yes
- Turkey: Ankara
- cloze: The {{Seine}} flows through {{Paris}}.
- question: broken
- question: "Mesopotamia: \\U0001F600?"
  answers: [Tigris, Euphrates]
  source: {url: "https://example.org"}
- cut: here #1
"""


@pytest.fixture
def deck(tmp_path):
    path = tmp_path / "decks" / "d.yaml"
    path.parent.mkdir()
    path.write_text(TEXT)
    settle(path)
    return path


def settle(path, ago=100):
    """Let a file's last change be some seconds ago."""
    then = path.stat().st_mtime - ago
    os.utime(path, (then, then))


def first_of_each(deck):
    cards = {}
    for card in cards_in(deck):
        cards.setdefault(card.id, card)
    return cards


def kept_in(folder, path):
    return DeckCache(folder).read(path)[0]


def same(kept, path):
    """Say whether what is kept is what the file says."""
    file = read_deck(path)
    cards = first_of_each(file.deck)
    return (
        kept.deck == file.deck
        and kept.heading == replace(file.deck, items=())
        and [item.line for item in kept.deck.items] == [item.line for item in file.deck.items]
        and (kept.problems, kept.advice, kept.digest) == (file.problems, file.advice, file.digest)
        and list(kept.card_ids) == list(cards)
        and [kept.card(number) for number in range(len(kept))] == list(cards.values()) == list(kept.cards)
        and [kept.sibling(number) for number in range(len(kept))] == [item_key(card.item) for card in cards.values()]
        and [kept.number_of(card) for card in cards] == list(range(len(cards)))
        and not kept.holds(f"{0:032x}")
        and len(kept.words) == len(kept.answers) == len(kept.tags) == len(cards)
    )


def parses(monkeypatch):
    """Return the list to which every parse from now on is added."""
    seen = []
    whole = deckcache._parsed
    monkeypatch.setattr(deckcache, "_parsed", lambda path, *rest: seen.append(path) or whole(path, *rest))
    return seen


def test_a_deck_is_parsed_once_and_then_comes_from_the_cache(tmp_path, deck, monkeypatch):
    seen = parses(monkeypatch)
    assert same(kept_in(tmp_path / "cache", deck), deck)
    assert same(kept_in(tmp_path / "cache", deck), deck)
    assert len(seen) == 1


def test_without_a_folder_nothing_is_kept(tmp_path, deck, monkeypatch):
    seen = parses(monkeypatch)
    assert same(kept_in(None, deck), deck)
    assert same(kept_in(None, deck), deck)
    assert len(seen) == 2


def test_damage_anywhere_is_noticed_and_the_cache_made_anew(tmp_path, deck):
    folder = tmp_path / "cache"
    kept_in(folder, deck)
    (file,) = folder.iterdir()
    whole = file.read_bytes()
    for place in range(0, len(whole), 7):
        for data in (
            whole[:place],
            whole[:place] + bytes([whole[place] ^ 16]) + whole[place + 1 :],
            whole[:place] + b"x",
        ):
            file.write_bytes(data)
            assert read_cache(file, str(deck)) is None
    assert same(kept_in(folder, deck), deck)
    assert file.read_bytes() == whole


def test_an_edit_is_noticed_by_size_time_and_inode(tmp_path, deck):
    folder = tmp_path / "cache"
    kept_in(folder, deck)
    for text in (TEXT + "- x: y\n", TEXT.replace("Ankara", "Izmir!")):
        deck.write_text(text)
        assert same(kept_in(folder, deck), deck)
    other = deck.with_name("other")
    other.write_text(TEXT.replace("Ankara", "Bodrum"))
    os.utime(other, ns=(deck.stat().st_atime_ns, deck.stat().st_mtime_ns))
    other.replace(deck)
    assert same(kept_in(folder, deck), deck)


def test_an_edit_within_the_clocks_tick_is_noticed_too(tmp_path, deck):
    """The stamp stays the same; while a change is fresh, the content decides."""
    folder = tmp_path / "cache"
    os.utime(deck)
    kept_in(folder, deck)
    stamp = deck.stat()
    with deck.open("r+") as file:
        file.write(TEXT.replace("Ankara", "Bodrum"))
    os.utime(deck, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert same(kept_in(folder, deck), deck)


def test_a_touched_file_with_its_old_content_is_not_parsed_again(tmp_path, deck, monkeypatch):
    folder = tmp_path / "cache"
    kept_in(folder, deck)
    settle(deck)
    seen = parses(monkeypatch)
    assert same(kept_in(folder, deck), deck)
    assert not seen


def test_other_code_makes_its_own_cache(tmp_path, deck, monkeypatch):
    folder = tmp_path / "cache"
    kept_in(folder, deck)
    monkeypatch.setattr(cachefile, "made_by", lambda: "another version")
    seen = parses(monkeypatch)
    assert same(kept_in(folder, deck), deck)
    assert len(seen) == 1


def test_a_deck_that_broke_is_refused_whatever_was_kept_of_it(tmp_path, deck):
    folder = tmp_path / "cache"
    kept_in(folder, deck)
    deck.write_text("title: [\n")
    with pytest.raises(QuizError):
        kept_in(folder, deck)


def test_what_is_kept_of_decks_that_are_gone_is_removed(tmp_path, deck):
    folder = tmp_path / "cache"
    other = deck.with_name("other.yaml")
    other.write_text(TEXT)
    reader = DeckCache(folder)
    reader.read(deck)
    reader.read(other)
    reader = DeckCache(folder)
    reader.read(deck)
    assert [gone for gone, _ in reader.gone()] == [other]
    assert len(list(folder.iterdir())) == 1


def test_a_cache_that_cannot_be_written_stops_nothing(tmp_path, deck):
    (tmp_path / "file").write_text("")
    assert same(kept_in(tmp_path / "file" / "cache", deck), deck)
    write_cache(tmp_path / "file" / "x", "key", {})
    assert read_cache(tmp_path / "file" / "x", "key") is None


WORDS = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\0"), min_size=1, max_size=8)
VALUES = {"str": WORDS, "bool": st.booleans(), "tuple[str, ...]": st.lists(WORDS, max_size=2).map(tuple)}
SOURCES = st.builds(Source, title=WORDS, date=WORDS)


@st.composite
def items(draw):
    """Items with any of their fields filled in."""
    kinds = {each.name: each.type for each in fields(Item) if each.name not in {"line", "column", "cloze", "answers"}}
    told = {}
    for name in draw(st.lists(st.sampled_from(sorted(kinds)), unique=True, max_size=5)):
        kind = getattr(kinds[name], "__name__", str(kinds[name]))
        told[name] = draw(
            SOURCES if "Source" in kind else VALUES["tuple[str, ...]" if "tuple" in str(kinds[name]) else kind]
        )
    return Item(**{"question": draw(WORDS), "answer": draw(WORDS)} | told, line=draw(st.integers(1, 99)))


@given(
    st.builds(
        Deck,
        title=WORDS,
        tags=VALUES["tuple[str, ...]"],
        source=SOURCES,
        items=st.lists(items(), max_size=4).map(tuple),
    )
)
def test_every_field_of_a_deck_is_kept(deck):
    file = DeckFile(path=None, name="x", deck=deck, problems=(), advice=(), digest="d")
    kept = KeptDeck(packed(file))
    assert kept.deck == deck
    assert [item.line for item in kept.deck.items] == [item.line for item in deck.items]
    assert list(kept.cards) == list(first_of_each(deck).values())


def test_a_card_is_held_by_its_whole_name_only(deck):
    kept = KeptDeck(packed(read_deck(deck)))
    for number, card in enumerate(kept.card_ids):
        assert kept.number_of(card) == number
        assert not any(map(kept.holds, ("", card[:2], card[:-2], f"{card}00", "gone", "é", f"{card[:-1]} ")))
