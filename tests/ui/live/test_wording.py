"""The sentences of the live page that depend on numbers."""

import datetime as dt

import pytest

from app.domain.schedule import Progress, lay_out
from app.texts import Texts
from tests.support.cards import item
from ui.live.wording import LiveWords
from ui.models.plan_model import ItemState, PlanRows
from ui.widgets.plan_column import plan_words

pytestmark = pytest.mark.usefixtures("german")

END = dt.datetime(2026, 11, 20, 18, 18, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "Im Plan"),
        (3, "3 min hinter dem Plan"),
        (-59, "59 min vor dem Plan"),
        (60, "1 h hinter dem Plan"),
        (-130, "2 h 10 min vor dem Plan"),
        (360, "6 h hinter dem Plan"),
        (361, "Ende etwa 19:18"),
        (-806, "Ende etwa 19:18"),
    ],
)
def test_ahead_or_behind_is_said_in_hours_and_not_at_all_beyond_reason(
    minutes: int, text: str
) -> None:
    words = LiveWords(Texts("de"), "Europe/Berlin")
    status = words.plan_status(Progress("q4", dt.timedelta(minutes=minutes), END, END))
    assert status is not None
    assert status.text == text
    assert "19:18" in status.text + status.end


def test_what_came_from_elsewhere_without_an_end_does_not_run_in_a_closed_session() -> None:
    words = LiveWords(Texts("de"), "Europe/Berlin")
    started = item("q4", number=4, started=True)
    schedule = lay_out((started,), date=END.date(), start=None)
    assert words.since(started, schedule) == "läuft seit 17:38 Uhr"
    assert words.since(started, schedule, over=True) == "beendet"
    rows = PlanRows(Texts("de"), plan_words())
    (row,) = rows.live([started], {})
    assert row.state is ItemState.RUNNING
    (row,) = rows.live([started], {}, over=True)
    assert row.state is ItemState.DONE
