"""Planned beside actual minutes, and questions that are answered in writing."""

import datetime as dt
from dataclasses import replace

import pytest

from app.domain.minutes import MinutesRecord
from app.domain.pauses import Pause
from app.domain.plan import PlanItemView
from app.domain.vocabulary import MinutesKind
from app.export.blocks import Table
from tests.support.evening import evening, options
from tests.support.minutes import blocks, lines

BEGIN = dt.datetime(2026, 11, 12, 16, tzinfo=dt.UTC)
FULL = options(MinutesKind.FULL)


def minute(number: float) -> dt.datetime:
    return BEGIN + dt.timedelta(minutes=number)


def changed(record: MinutesRecord, **by_title: dict[str, object]) -> MinutesRecord:
    def change(item: PlanItemView) -> PlanItemView:
        plain = replace(item, started_at=None, ended_at=None)
        return replace(plain, **by_title.get(f"q{item.number}", {}))  # type: ignore[arg-type]

    return replace(record, items=tuple(change(item) for item in record.items))


def tables(record: MinutesRecord, **wishes: bool) -> list[Table]:
    found = blocks(record, replace(FULL, **wishes))  # type: ignore[arg-type]
    return [block for block in found if isinstance(block, Table) and block.caption == "Zeiten"]


def test_the_times_stand_in_the_minutes_on_request_only() -> None:
    record = changed(
        evening(),
        q1={
            "started_at": minute(0),
            "ended_at": minute(20),
            "pauses": (Pause(minute(3), minute(5)),),
        },
        q2={"started_at": minute(20), "ended_at": minute(50), "block": "a"},
        q3={"started_at": minute(20), "ended_at": minute(50), "block": "a"},
    )
    (table,) = tables(record, durations=True)
    first, second = [item for item in record.items if item.number in (1, 2)]
    third = next(item for item in record.items if item.number == 3)
    assert table.rows == (
        (first.title, str(first.minutes), "18"),
        (f"{second.title}, {third.title}", str(second.minutes + third.minutes), "30"),
    )
    assert tables(record) == []


def test_without_a_time_there_is_no_table() -> None:
    assert tables(changed(evening()), durations=True) == []


@pytest.mark.parametrize("kind", list(MinutesKind))
def test_a_question_in_writing_is_announced(kind: MinutesKind) -> None:
    said = "Diese Frage wird schriftlich nachgereicht."
    nothing = {"statement_count": 0, "result_count": 0, "summary": ""}
    assert said not in lines(changed(evening(), q2=nothing), options(kind))
    assert said in lines(changed(evening(), q2={**nothing, "in_writing": True}), options(kind))
