"""Until when: dates in fields and in sentences, seen from a fixed day."""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.due_dates import Due, NotADateError, find_due, parse_due

TODAY = dt.date(2026, 11, 20)
"""A Friday."""
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 12, 31))


@pytest.mark.parametrize(
    ("typed", "date"),
    [
        ("", None),
        ("4.12.2026", dt.date(2026, 12, 4)),
        ("4.12.26", dt.date(2026, 12, 4)),
        ("04. 12. 2026", dt.date(2026, 12, 4)),
        ("4.12.", dt.date(2026, 12, 4)),
        ("4.12", dt.date(2026, 12, 4)),
        ("20.11.", dt.date(2026, 11, 20)),
        ("19.11.", dt.date(2027, 11, 19)),
        ("4. Dezember", dt.date(2026, 12, 4)),
        ("bis Freitag", dt.date(2026, 11, 27)),
        ("in 2 Wochen", dt.date(2026, 12, 4)),
    ],
)
def test_a_field_as_people_fill_it(typed: str, date: dt.date | None) -> None:
    assert parse_due(typed, TODAY) == date


@pytest.mark.parametrize(
    "typed", ["bald", "31.2.", "12", "4.12.2026.1", "nächste Woche", "0.0.", "4.12. früh", "bis"]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(NotADateError):
        parse_due(typed, TODAY)


@pytest.mark.parametrize(
    ("text", "found", "date"),
    [
        ("Ute fragt bis Freitag", "bis Freitag", (2026, 11, 27)),
        ("bis 15.3. die Stadt anrufen", "bis 15.3.", (2027, 3, 15)),
        ("Antrag bis zum 15. März schreiben", "bis zum 15. März", (2027, 3, 15)),
        ("schreibt in 2 Wochen", "in 2 Wochen", (2026, 12, 4)),
        ("schreibt bis in zwei Wochen", "bis in zwei Wochen", (2026, 12, 4)),
        ("Anruf am 3. März", "am 3. März", (2027, 3, 3)),
        ("Anruf am 3. März 2026.", "am 3. März 2026", (2026, 3, 3)),
        ("meldet sich nächsten Dienstag", "nächsten Dienstag", (2026, 11, 24)),
        ("meldet sich bis übernächsten Dienstag", "bis übernächsten Dienstag", (2026, 12, 1)),
        ("Konzept bis Ende Juni", "bis Ende Juni", (2027, 6, 30)),
        ("Konzept Mitte Januar", "Mitte Januar", (2027, 1, 15)),
        ("Konzept bis Ende Februar 2028", "bis Ende Februar 2028", (2028, 2, 29)),
        ("bis Freitag, den 4.12. melden", "bis Freitag, den 4.12.", (2026, 12, 4)),
        ("spätestens am Montag", "spätestens am Montag", (2026, 11, 23)),
        ("bis zum Jahresende", "bis zum Jahresende", (2026, 12, 31)),
        ("bis Ende der Woche", "bis Ende der Woche", (2026, 11, 20)),
        ("bis Ende des Monats", "bis Ende des Monats", (2026, 11, 30)),
        ("BIS MORGEN", "BIS MORGEN", (2026, 11, 21)),
        ("in einem Monat", "in einem Monat", (2026, 12, 20)),
        ("in 15 Monaten", "in 15 Monaten", (2028, 2, 20)),
        ("bis 2026-12-24 fertig", "bis 2026-12-24", (2026, 12, 24)),
        ("bis Montag reden, bis Mittwoch schreiben", "bis Mittwoch", (2026, 11, 25)),
    ],
)
def test_a_date_in_a_sentence(text: str, found: str, date: tuple[int, int, int]) -> None:
    start = text.index(found)
    assert find_due(text, TODAY) == Due(start, start + len(found), found, dt.date(*date))


@pytest.mark.parametrize(
    "text",
    [
        "Das Treffen am 3. März vorbereiten",
        "In 2 Wochen ist das Fest vorzubereiten",
        "Von 3 bis 5 Leute fragen",
        "bis 5.000 Euro beantragen",
        "bis 12.10 Uhr warten",
        "bis 12.45 Uhr warten",
        "Guten Morgen",
        "jeden Freitag",
        "jeden Freitag öffnen",
        "Version 1.2",
        "Kabis Freitag",
        "bis Freitagabend",
        "bis Juni",
        "bis bald",
        "Maria fragen",
        "",
    ],
)
def test_no_date_in_normal_sentences(text: str) -> None:
    assert find_due(text, TODAY) is None


@pytest.mark.parametrize("typed", ["bis 31.2.", "bis 30. Februar", "bis 29.2.2027", "bis 1.13."])
def test_a_day_that_does_not_exist_is_found_without_a_date(typed: str) -> None:
    assert find_due(f"Ute fragt {typed}", TODAY) == Due(10, 10 + len(typed), typed, None)


@given(DAYS, DAYS)
def test_a_whole_date_means_the_same_on_every_day(date: dt.date, today: dt.date) -> None:
    for text in (f"{date.day}.{date.month}.{date.year}", f"{date:%Y-%m-%d}", f"{date:%d.%m.%Y}"):
        assert parse_due(text, today) == date
        found = find_due(f"Ute ruft an bis {text}", today)
        assert found is not None
        assert found.date == date


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_the_next_one(date: dt.date, today: dt.date) -> None:
    found = find_due(f"bis {date.day}.{date.month}.", today)
    assert found is not None
    if found.date is None:
        assert (date.month, date.day) == (2, 29)
    else:
        assert (found.date.month, found.date.day) == (date.month, date.day)
        assert dt.timedelta() <= found.date - today <= dt.timedelta(days=366)


@given(DAYS, st.integers(0, 6))
def test_a_weekday_is_one_of_the_next_seven_days(today: dt.date, number: int) -> None:
    names = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
    found = find_due(f"bis {names[number]}", today)
    assert found is not None
    assert found.date is not None
    assert found.date.weekday() == number
    assert 1 <= (found.date - today).days <= 7


@given(DAYS, st.integers(0, 999))
def test_days_and_weeks_are_counted(today: dt.date, count: int) -> None:
    assert parse_due(f"in {count} Tagen", today) == today + dt.timedelta(days=count)
    assert parse_due(f"in {count} Wochen", today) == today + dt.timedelta(weeks=count)


@given(st.text(), DAYS)
@example("bis in 999 Jahren", dt.date(9999, 12, 31))
@example("bis ² ٣.٤.", TODAY)
@example("bis ＩＮ ３ Wochen", TODAY)
@example("bis 1. ſept", TODAY)
@example("bis \u017fonntag", TODAY)
def test_nothing_breaks_it(text: str, today: dt.date) -> None:
    for sentence in (text, f"bis {text}", f"{text} am {text}"):
        found = find_due(sentence, today)
        if found is not None:
            assert sentence[found.start : found.end] == found.typed
        try:
            parse_due(sentence, today)
        except NotADateError:
            continue
