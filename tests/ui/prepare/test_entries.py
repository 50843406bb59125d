"""Dates, times and lists of names as people type them."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.prepare.entries import is_no_day, join_names, parse_date, parse_time, split_names
from ui.start.dates import Dates, clock

TODAY = dt.date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "20.11.2026",
        "20.11.26",
        "20.11.",
        "20.11",
        " 20. 11. 2026 ",
        "20/11/2026",
        "20-11-2026",
        "2026-11-20",
        "20. November 2026",
        "20. Nov",
        "Fr 20. November 2026",
        "Freitag, 20. November 2026",
        "20 November 2026",
    ],
)
def test_the_same_day_in_many_spellings(text: str) -> None:
    assert parse_date(text, TODAY) == TODAY


@pytest.mark.parametrize("text", ["", "31.2.2026", "morgen", "20", "2026", "20.13.2026", "x.y.z"])
def test_what_is_no_date(text: str) -> None:
    assert parse_date(text, TODAY) is None


def test_without_a_year_the_next_such_day_is_meant() -> None:
    assert parse_date("5.1.", TODAY) == dt.date(2027, 1, 5)
    assert parse_date("1.11.", TODAY) == dt.date(2026, 11, 1), "just past stays this year"
    assert parse_date("29.2.", dt.date(2027, 5, 1)) == dt.date(2028, 2, 29)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("16:15", dt.time(16, 15)),
        ("16.15", dt.time(16, 15)),
        ("1615", dt.time(16, 15)),
        ("915", dt.time(9, 15)),
        ("16", dt.time(16)),
        ("16 Uhr", dt.time(16)),
        ("16:15 Uhr", dt.time(16, 15)),
        ("0:05", dt.time(0, 5)),
    ],
)
def test_times_in_many_spellings(text: str, time: dt.time) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize("text", ["", "24:00", "16:60", "abends", "16:5", "123456"])
def test_what_is_no_time(text: str) -> None:
    assert parse_time(text) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2999, 12, 31)))
def test_what_stands_in_the_field_is_understood(date: dt.date) -> None:
    for language in ("de", "en"):
        assert parse_date(Dates(language).field(date), TODAY) == date


@given(st.times())
def test_a_shown_time_is_understood(time: dt.time) -> None:
    assert parse_time(clock(time)) == time.replace(second=0, microsecond=0)


def test_names_keep_their_commas() -> None:
    names = ("Ulrike Mahnke, Diakonie", "Tobias Reimers")
    assert split_names(join_names(names)) == names
    assert split_names(" ; Anna ;; ") == ("Anna",)


@pytest.mark.parametrize(
    ("typed", "is_so"),
    [
        ("31.2.", True),
        ("Fr 31.02.2026", True),
        ("2026-13-01", True),
        ("30. Februar", True),
        ("28.2.", False),
        ("bald", False),
        ("3 Äpfel", False),
        ("", False),
    ],
)
def test_a_day_that_does_not_exist(typed: str, is_so: bool) -> None:
    assert is_no_day(typed, TODAY) is is_so
