"""The typed line keeps track of plain ranges and chips, whatever is edited."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Completion, Line, Sign, Span
from app.domain.text import from_utf16, to_utf16

PERSON = Span(0, 12, Sign.PERSON, "1", "Karin Weiß")
LINE = Line("@Karin Weiß: ja (eingefügt) gut", literal=((16, 27),), chosen=(PERSON,))

edits = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 6), st.text("ab *#", max_size=6), st.booleans()),
    max_size=25,
)


@pytest.mark.parametrize(
    ("at", "removed", "inserted", "literal"),
    [
        (0, 0, "xx", (18, 29)),
        (16, 0, "xx", (18, 29)),
        (27, 0, "xx", (16, 27)),
        (20, 0, "xx", (16, 29)),
        (20, 2, "", (16, 25)),
        (14, 4, "x", (15, 24)),
        (25, 4, "x", (16, 25)),
        (16, 3, "x", (17, 25)),
        (24, 3, "x", (16, 24)),
    ],
)
def test_typing_around_and_inside_pasted_text(
    at: int, removed: int, inserted: str, literal: tuple[int, int]
) -> None:
    line = LINE.edited(at, removed, inserted)
    assert line.text == LINE.text[:at] + inserted + LINE.text[at + removed :]
    assert line.literal == (literal,)


def test_replacing_all_of_it_leaves_nothing_plain() -> None:
    assert LINE.edited(15, 14, "neu").literal == ()
    assert LINE.edited(0, len(LINE.text), "").literal == ()


def test_pasted_ranges_that_touch_are_one() -> None:
    line = Line().edited(0, 0, "ab", pasted=True).edited(2, 0, "cd", pasted=True)
    assert line == Line("abcd", literal=((0, 4),))
    assert Line("x").edited(0, 1, "", pasted=True) == Line("")


@given(edits)
def test_a_character_is_plain_exactly_if_it_was_pasted_or_typed_into_pasted_text(
    steps: list[tuple[int, int, str, bool]],
) -> None:
    line = Line()
    plain: list[bool] = []
    for at, removed, inserted, pasted in steps:
        start = min(at, len(plain))
        stop = min(start + removed, len(plain))
        line = line.edited(start, stop - start, inserted, pasted=pasted)
        inside = 0 < start <= stop < len(plain) and all(plain[start - 1 : stop + 1])
        plain[start:stop] = [pasted or inside] * len(inserted)
    assert [line.is_literal(at, at + 1) for at in range(len(line.text))] == plain


def test_a_chip_moves_with_its_text_and_dies_when_touched() -> None:
    assert LINE.edited(12, 0, "x").chosen == (PERSON,)
    assert LINE.edited(0, 0, "* ").chosen == (Span(2, 14, Sign.PERSON, "1", "Karin Weiß"),)
    assert LINE.edited(11, 1, "").chosen == ()
    assert LINE.edited(5, 0, "x").chosen == ()


def test_choosing_a_proposal() -> None:
    completion = Completion(4, 7, "#Wohnen", Sign.THEME, "Wohnen", "Wohnen")
    line = Line("abc #wo").chose(completion)
    assert line.text == "abc #Wohnen "
    assert line.chosen == (Span(4, 11, Sign.THEME, "Wohnen", "Wohnen"),)
    assert completion.cursor == len(line.text)
    assert Line("abc #wo d").chose(completion).text == "abc #Wohnen d"


def test_choosing_again_replaces_the_chip() -> None:
    completion = Completion(0, 12, "@Ada Ott", Sign.PERSON, "2", "Ada Ott")
    line = LINE.chose(completion)
    assert line.text == "@Ada Ott ja (eingefügt) gut"
    assert [chip.value for chip in line.chosen] == ["2"]
    assert line.literal == ((12, 23),)


def test_taking_a_chip_back_or_away() -> None:
    released = LINE.released(PERSON)
    assert (released.text, released.chosen) == (LINE.text, ())
    assert released.is_literal(0, 1)
    assert LINE.without(PERSON).text == " ja (eingefügt) gut"


def test_a_draft_brings_the_line_back() -> None:
    data = json.loads(json.dumps(LINE.to_data()))
    assert Line.from_data(LINE.text, data) == LINE
    assert Line.from_data("kw: ja", {}) == Line("kw: ja")


@pytest.mark.parametrize(
    "data",
    [
        {"literal": 5},
        {"literal": [[1]]},
        {"literal": [["a", 2]]},
        {"literal": [[0, 99]]},
        {"chosen": [[0, 2, "colour", "", ""]]},
        {"chosen": [[2, 2, "kind", "", ""]]},
    ],
)
def test_a_damaged_draft_is_plain_text(data: dict[str, object]) -> None:
    assert Line.from_data("kw: ja", data) == Line("kw: ja", literal=((0, 6),))
    assert Line.from_data("", data).literal == ()


@given(st.text(max_size=20), st.integers(0, 20))
def test_positions_of_qt(text: str, at: int) -> None:
    at = min(at, len(text))
    assert from_utf16(text, to_utf16(text, at)) == at


def test_an_emoji_counts_twice_for_qt() -> None:
    assert to_utf16("a😀b", 2) == 3
    assert from_utf16("a😀b", 3) == 2
