"""Which backups stay."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from app.domain.backups import ALL_FOR, DAILY, kept

NOW = dt.datetime(2026, 11, 28, 12, tzinfo=dt.UTC)
_AGES = st.lists(st.integers(0, 400 * 24 * 60), max_size=200).map(
    lambda minutes: {NOW - dt.timedelta(minutes=each) for each in minutes}
)


def _by_the_rule(moments: set[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """The same rule said in another way: moment by moment."""
    older = {each for each in moments if each <= now - ALL_FOR}
    days = sorted({each.date() for each in older}, reverse=True)[:DAILY]
    staying = moments - older
    for each in older:
        if each.date() in days:
            mates = {other for other in older if other.date() == each.date()}
        else:
            rest = {other for other in older if other.date() not in days}
            week = each.isocalendar()[:2]
            mates = {other for other in rest if other.isocalendar()[:2] == week}
        if each == max(mates):
            staying = staying | {each}
    return staying


@given(_AGES)
def test_rotation_keeps_exactly_what_the_rule_says(moments: set[dt.datetime]) -> None:
    assert kept(moments, NOW) == _by_the_rule(moments, NOW)


@given(_AGES)
def test_what_stays_stays_when_nothing_was_added(moments: set[dt.datetime]) -> None:
    staying = kept(moments, NOW)
    assert kept(staying, NOW) == staying
    assert not moments or max(moments) in staying


def test_half_a_year_of_every_ten_minutes() -> None:
    moments = {NOW - dt.timedelta(minutes=10 * n) for n in range(6 * 24 * 182)}
    staying = kept(moments, NOW)
    assert len({each for each in staying if each > NOW - ALL_FOR}) == 2 * 24 * 6
    older = sorted(staying - {each for each in staying if each > NOW - ALL_FOR}, reverse=True)
    assert [each.date() for each in older[:DAILY]] == [
        (NOW - ALL_FOR - dt.timedelta(days=n)).date() for n in range(DAILY)
    ]
    gaps = [a - b for a, b in zip(older[DAILY:], older[DAILY + 1 :], strict=False)]
    assert set(gaps[1:]) == {dt.timedelta(days=7)}


def test_one_from_the_future_counts_as_new() -> None:
    ahead = NOW + dt.timedelta(days=300)
    assert kept({ahead, NOW - dt.timedelta(days=1)}, NOW) == {ahead, NOW - dt.timedelta(days=1)}
