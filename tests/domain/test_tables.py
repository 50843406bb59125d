"""Tables of small groups as somebody types them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.incoming.tables import parse_tables
from app.domain.tables import MAX_TABLES, Table, table_names, tables_text


@pytest.mark.parametrize(
    ("line", "name", "minutes"),
    [
        ("Tisch 1", "Tisch 1", None),
        ("Tisch 1, 20", "Tisch 1", 20),
        ("  Jugend , 15 min ", "Jugend", 15),
        ("Familien, Kinder", "Familien, Kinder", None),
        ("Familien, Kinder, 0", "Familien, Kinder", 0),
        ("Tisch 2, 99999", "Tisch 2, 99999", None),
        ("Tisch 2, ³", "Tisch 2, ³", None),
        (", 5", ", 5", None),
    ],
)
def test_a_line_is_a_table(line: str, name: str, minutes: int | None) -> None:
    (found,) = parse_tables(line)
    assert (found.name, found.minutes) == (name, minutes)


def test_a_name_stands_once_and_empty_lines_are_nothing() -> None:
    found = parse_tables("Tisch 1, 20\n\n  \nTisch 2\nTisch 1, 30")
    assert [(each.name, each.minutes) for each in found] == [("Tisch 1", 20), ("Tisch 2", None)]


@given(st.text())
def test_whatever_is_typed_comes_back_as_it_was_understood(text: str) -> None:
    found = [Table(each.name, each.minutes) for each in parse_tables(text)]
    assert len(found) <= MAX_TABLES
    again = [Table(each.name, each.minutes) for each in parse_tables(tables_text(found))]
    assert [each.name for each in again if each.minutes is not None] == [
        each.name for each in found if each.minutes is not None
    ]


def test_a_table_ends_by_its_own_clock() -> None:
    start = dt.datetime(2026, 11, 22, 17, tzinfo=dt.UTC)
    assert Table("a").ends(start, 30) == start + dt.timedelta(minutes=30)
    assert Table("a", 20).ends(start, 30) == start + dt.timedelta(minutes=20)


def test_the_same_name_at_two_questions_is_one_table() -> None:
    assert table_names([[Table("a"), Table("b", 5)], [], [Table("b"), Table("c")]]) == (
        "a",
        "b",
        "c",
    )
