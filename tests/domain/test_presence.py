import datetime as dt

import pytest

from app.domain.presence import (
    LATE_AFTER,
    Attendance,
    Consent,
    agreed_naming,
    arrival,
    counts_as_present,
    moment_on,
    was_checked,
)
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence

BEGIN = dt.datetime(2026, 11, 20, 16, 0, tzinfo=dt.UTC)
LATER = BEGIN + dt.timedelta(hours=1)


@pytest.mark.parametrize(
    ("own", "may_be_named", "came_later", "level"),
    [
        (None, None, False, None),
        (None, True, False, None),
        (None, False, False, NamingLevel.ANONYMOUS),
        (None, None, True, NamingLevel.ANONYMOUS),
        (None, True, True, None),
        (NamingLevel.NAME, None, True, NamingLevel.NAME),
    ],
)
def test_who_came_later_is_anonymous_until_asked(
    own: NamingLevel | None, may_be_named: bool | None, came_later: bool, level: NamingLevel | None
) -> None:
    found = agreed_naming(own, may_be_named=may_be_named, came_later=came_later)
    assert found is level


def test_every_consent_starts_as_not_asked() -> None:
    assert all(Attendance().consent(purpose) == Consent(None, None) for purpose in ConsentPurpose)


def test_the_first_minutes_are_no_late_arrival() -> None:
    assert arrival(BEGIN + LATE_AFTER, BEGIN) is None
    assert arrival(LATER, BEGIN) == LATER
    assert arrival(LATER, None) is None


def test_a_clock_time_is_one_of_the_session_also_after_midnight() -> None:
    zone, date = "Europe/Berlin", dt.date(2026, 11, 20)
    evening = moment_on(dt.time(18, 20), date=date, start=dt.time(17), zone=zone)
    night = moment_on(dt.time(0, 30), date=date, start=dt.time(20), zone=zone)
    early = moment_on(dt.time(16, 45), date=date, start=dt.time(17), zone=zone)
    assert [evening.isoformat(), night.isoformat(), early.isoformat()] == [
        "2026-11-20T17:20:00+00:00",
        "2026-11-20T23:30:00+00:00",
        "2026-11-20T15:45:00+00:00",
    ]


def test_without_a_check_in_everybody_counts_but_those_excused() -> None:
    nobody = [Attendance(), Attendance(Presence.EXCUSED)]
    assert not was_checked(nobody)
    assert [counts_as_present(each, checked=False) for each in nobody] == [True, False]
    some = [*nobody, Attendance(Presence.PRESENT)]
    assert was_checked(some)
    assert [counts_as_present(each, checked=True) for each in some] == [False, False, True]
