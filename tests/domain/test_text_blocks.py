import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text_blocks import (
    TextBlockView,
    block_before,
    fitting,
    free_name,
    is_block_name,
    name_being_typed,
    proposed_name,
)
from app.paths import resource

FIRE = TextBlockView("1", "fw", "Freiwillige Feuerwehr")
STREET = TextBlockView("2", "Straße", "Runder Tisch Straßenraum")
BLOCKS = (FIRE, STREET)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (";fw", 0),
        ("kw: ;fw", 4),
        ("Mit der ;FW", 8),
        ("(;fw", 1),
        ("„;fw", 1),
        ("eins\n;fw", 5),
        ("x" * 500 + " ;fw", 501),
    ],
)
def test_a_written_name(text: str, start: int) -> None:
    found = block_before(text, len(text), BLOCKS)
    assert found is not None
    assert (found.start, found.block) == (start, FIRE)


@pytest.mark.parametrize(
    "text",
    ["fw", "; fw", "Ende;fw", ";fwx", ";f", ";", "", "a;;fw", "&auml;fw", ";" + "x" * 40, ":fw"],
)
def test_what_is_none(text: str) -> None:
    assert block_before(text, len(text), BLOCKS) is None


def test_only_up_to_the_cursor() -> None:
    assert block_before(";fw kommt", 3, BLOCKS) is not None
    assert block_before(";fw kommt", 5, BLOCKS) is None
    assert block_before(";strasse", 8, BLOCKS) is not None


def test_german_texts_hold_no_name() -> None:
    """Whatever the names are: nobody who only writes ever gets a block."""
    shipped = (*resource("help", "de").glob("*.md"), *resource("example").glob("*.json"))
    own = (path for path in Path(__file__).parents[1].rglob("golden/*-de.txt"))
    for path in (*shipped, *own):
        text = path.read_text("utf-8")
        for place in re.finditer(r"\b", text):
            assert not name_being_typed(text[: place.start()][-80:], 80)


def test_a_name_while_it_is_typed() -> None:
    assert name_being_typed("Mit der ;", 9) == ""
    assert name_being_typed("Mit der ;st", 11) == "st"
    assert name_being_typed("Mit der ; ", 10) is None
    assert [block.name for block in fitting(BLOCKS, "ST")] == ["Straße"]
    assert fitting(BLOCKS, "") == [FIRE, STREET]


@pytest.mark.parametrize("name", ["fw", "a", "Straße", "f2", "a-b", "x" * 30])
def test_names(name: str) -> None:
    assert is_block_name(name)
    found = block_before(f";{name}", len(name) + 1, [TextBlockView("1", name, "x")])
    assert found is not None


@pytest.mark.parametrize("name", ["", "f w", "-a", ";fw", "f.", "x" * 31, "_a", "a\n"])
def test_no_names(name: str) -> None:
    assert not is_block_name(name)


@given(st.text(max_size=60))
def test_a_proposed_name_is_one_and_free(text: str) -> None:
    name = proposed_name(text, {"tb", "tb-2"})
    assert is_block_name(name)
    assert name not in ("tb", "tb-2")


def test_free_names() -> None:
    assert free_name("fw", ()) == "fw"
    assert free_name("FW", {"fw"}) == "FW-2"
    assert free_name("fw", {"fw", "fw-2"}) == "fw-3"
    assert free_name("x" * 30, {"x" * 30}) == "x" * 28 + "-2"
