"""Order keys hold whatever is inserted or moved."""

from itertools import pairwise

import pytest
from fractional_indexing import FIError, generate_key_between
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.order import between, is_key, place, spread


def rising(keys: list[str] | tuple[str, ...]) -> bool:
    """Bytewise, as the database compares."""
    return all(one.encode() < other.encode() for one, other in pairwise(keys))


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 10_000)), max_size=60))
def test_any_sequence_of_insertions_and_moves(steps: list[tuple[bool, int]]) -> None:
    keys: list[str] = []
    for moves, at in steps:
        if moves and keys:
            keys.pop(at % len(keys))
        index = at % (len(keys) + 1)
        before = keys[index - 1] if index else None
        after = keys[index] if index < len(keys) else None
        keys.insert(index, between(before, after))
        assert rising(keys)
        assert all(is_key(key) for key in keys)


@pytest.mark.parametrize("count", [0, 1, 2, 14, 1_704, 20_000])
def test_spread_is_rising_and_short(count: int) -> None:
    keys = spread(count)
    assert len(keys) == count
    assert rising(keys)
    assert max(map(len, keys), default=0) <= 4


@given(st.integers(0, 200), st.integers(1, 30), st.integers(0, 28))
def test_spread_between_neighbours(count: int, total: int, at: int) -> None:
    keys = spread(total)
    before = keys[at] if at < total else None
    after = keys[at + 1] if at + 1 < total else None
    new = spread(count, before, after)
    assert len(new) == count
    assert rising([*([before] if before else []), *new, *([after] if after else [])])


def test_counting_on_makes_the_keys_of_the_library() -> None:
    key: str | None = None
    for _ in range(5_000):
        expected = generate_key_between(key, None)
        key = between(key, None)
        assert key == expected
    for before in ("a0V", "Zz", "Z0", "az", "bzz", "a5x", "zzzz"):
        try:
            expected = generate_key_between(before, None)
        except FIError:
            with pytest.raises(ValueError, match="invalid"):
                between(before, None)
        else:
            assert between(before, None) == expected


@pytest.mark.parametrize("end", ["top", "below the first", "bottom"])
def test_many_moves_to_the_same_place_stay_usable(end: str) -> None:
    first, last = spread(2)
    for _ in range(1_500):
        if end == "top":
            first = between(None, first)
        elif end == "bottom":
            last = between(last, None)
        else:
            last = between(first, last)
    assert first < last
    assert len(last) < 300


@pytest.mark.parametrize(
    ("before", "after"), [("a1", "a0"), ("a0", "a0"), ("", "a0"), ("?", None), ("a", None)]
)
def test_wrong_neighbours_are_refused(before: str, after: str | None) -> None:
    with pytest.raises(ValueError, match=r"."):
        between(before, after)


@pytest.mark.parametrize("text", ["", "a", "?1", "a00", "a!", "A" + 26 * "0", "aä", "é"])
def test_foreign_text_is_no_key(text: str) -> None:
    assert not is_key(text)


@settings(max_examples=200)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), st.data())
def test_place_untangles_equal_keys(numbers: list[int], data: st.DataObject) -> None:
    pool = spread(6)
    keys = sorted(pool[number] for number in numbers)
    index = data.draw(st.integers(0, len(keys)))
    result = place(keys, index)
    after = [result.moved.get(at, key) for at, key in enumerate(keys)]
    before_it, behind_it = after[:index], after[index:]
    assert all(key < result.key for key in before_it)
    assert all(key > result.key for key in behind_it)
    assert after == sorted(after)
    if len(set(numbers)) == len(numbers):
        assert not result.moved


def test_equal_neighbours_need_place() -> None:
    with pytest.raises(ValueError, match="a0 >= a0"):
        between("a0", "a0")
    assert place(["a0", "a0"], 1).moved.keys() == {1}
