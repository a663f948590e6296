import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.history import layers
from quizapp.history.layers import Layered

STEPS = st.lists(
    st.tuples(st.sampled_from(["set", "delete", "copy"]), st.integers(0, 5), st.one_of(st.none(), st.integers())),
    max_size=60,
)


@given(st.dictionaries(st.integers(0, 5), st.integers()), STEPS)
def test_it_behaves_like_a_dict_and_its_copies_stay_apart(base, steps):
    layered, model, kept = Layered(dict(base)), dict(base), []
    for step, key, value in steps:
        if step == "set":
            layered[key] = model[key] = value
        elif step == "delete" and key in model:
            del layered[key]
            del model[key]
        elif step == "copy":
            kept.append((layered, dict(model)))
            layered = layered.copy()
        assert layered == model
        assert len(layered) == len(model)
        assert [key in layered for key in range(6)] == [key in model for key in range(6)]
    assert all(frozen == model for frozen, model in kept)


def test_what_is_not_there_is_a_key_error():
    layered = Layered({1: 2})
    with pytest.raises(KeyError):
        del layered[5]
    del layered[1]
    with pytest.raises(KeyError):
        layered[1]


def test_a_large_top_settles_when_copied(monkeypatch):
    monkeypatch.setattr(layers, "_SETTLE_AT", 2)
    layered = Layered({1: 1})
    layered[2] = 2
    layered[3] = 3
    assert layered.copy() == {1: 1, 2: 2, 3: 3}
    del layered[1]
    assert layered.copy() == {2: 2, 3: 3}
    assert "2: 2" in repr(layered)
