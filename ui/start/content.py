"""What the start page says, in words: from views to card and rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.vocabulary import SessionState
from ui.start.dates import Dates, clock
from ui.start.overview import Finding, NextUp, Occasion, Point
from ui.start.plan_band import BandItem
from ui.start.rows import Bars, ListRow
from ui.start.session_card import CardContent, PointText
from ui.theme import Tone
from ui.widgets.badges import ChipText

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.plan import PlanItemView
    from app.domain.schedule import Schedule
    from app.domain.series import SeriesView
    from app.domain.sessions import SessionSummary, SessionView
    from app.texts import Texts

NEW, READ, EXAMPLE = "new", "read", "example"
"""The rows of the list "Neu"."""

_CHIPS = {
    SessionState.PLANNED: (Tone.NEUTRAL, "clock"),
    SessionState.RUNNING: (Tone.OPEN, "player-play"),
    SessionState.REVIEW: (Tone.NEUTRAL, "pencil"),
    SessionState.CLOSED: (Tone.SETTLED, "check"),
}


@dataclass(frozen=True, slots=True)
class CardSource:
    """What the card is made from."""

    next_up: NextUp
    session: SessionView
    items: tuple[PlanItemView, ...]
    schedule: Schedule
    findings: tuple[Finding, ...]


class Content(QObject):
    """Writes card, rows and lines in the language of the window."""

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.dates = Dates(texts.language)

    def ways(self) -> list[ListRow]:
        """The three ways to something new."""
        rows = (
            (NEW, "calendar-plus", self.tr("Prepare a session"), self.tr("only date and place")),
            (
                READ,
                "file-import",
                self.tr("Open or read in a session …"),
                self.tr("file from the coordinator"),
            ),
            (
                EXAMPLE,
                "school",
                self.tr("Try the example"),
                self.tr("to practise with, does not count"),
            ),
        )
        return [
            ListRow(uid, title, detail, f"{title}, {detail}", icon=icon)
            for uid, icon, title, detail in rows
        ]

    def building_example(self) -> str:
        """While the example is made."""
        return self.tr("Building the example")

    def overline(self, up: NextUp, today: dt.date) -> str:
        """The line above the card."""
        date = self.dates.weekday(up.session.date)
        if up.occasion is Occasion.RUNNING:
            return self.tr("The session is still running – go on")
        days = (up.session.date - today).days
        if not days:
            return self.tr("Today, %1").replace("%1", date)
        if days == 1:
            return self.tr("Tomorrow, %1").replace("%1", date)
        return self.tr("In %1 days, %2").replace("%1", str(days)).replace("%2", date)

    def card(self, source: CardSource) -> CardContent:
        """Everything on the card."""
        session, occasion = source.session, source.next_up.occasion
        action, icon, link = self._action(occasion)
        is_running = occasion is Occasion.RUNNING
        return CardContent(
            session_uid=session.uid,
            title=session.title,
            detail=self._detail(session),
            times=self._times(session, source.schedule, with_date=is_running),
            place=session.place,
            items=_band_items(source.items, source.schedule),
            points=() if is_running else tuple(self._point(f) for f in source.findings),
            action=action,
            action_icon=icon,
            link=link,
        )

    def session_row(self, session: SessionSummary) -> ListRow:
        """A session in a list."""
        parts = [self.dates.day(session.date)]
        if session.is_example:
            parts.insert(0, self.tr("Example"))
        if session.state is SessionState.PLANNED:
            parts += [session.place] if session.place else []
        else:
            parts.append(self.statements(session.statement_count))
        tone, icon = _CHIPS[session.state]
        chip = ChipText(tone, icon, self._texts.word(session.state))
        detail, note = " · ".join(parts), self._note(session)
        spoken = ", ".join(part for part in (session.title, detail, note, chip.word) if part)
        return ListRow(session.uid, session.title, detail, spoken, note=note, chip=chip)

    def series_row(self, series: SeriesView, up: NextUp | None) -> ListRow:
        """A series with a bar for each session."""
        planned = max(series.planned_sessions or 0, series.session_count)
        counts = self._series_counts(series, planned, up)
        detail = f"{counts} · {self.statements(series.statement_count)}"
        bars = Bars(series.held_count, planned)
        return ListRow(series.uid, series.title, detail, f"{series.title}, {detail}", bars=bars)

    def backup(self, made: dt.datetime | None, today: dt.date) -> str:
        """When the last backup was made; empty without one. ``made`` is local."""
        if made is None:
            return ""
        days = (today - made.date()).days
        if not days:
            text = self.tr("Last backup today at %1, checked")
        elif days == 1:
            text = self.tr("Last backup yesterday at %1, checked")
        else:
            text = self.tr("Last backup on %2 at %1, checked")
        return text.replace("%1", clock(made)).replace("%2", self.dates.day(made.date()))

    def sessions_title(self, *, has_card: bool, has_planned: bool) -> str:
        """The heading of the list."""
        if not has_card:
            return self.tr("Sessions")
        return self.tr("Other sessions") if has_planned else self.tr("Earlier sessions")

    def show_all(self, count: int) -> str:
        """The link beside the heading."""
        return self.tr("Show all %1").replace("%1", str(count))

    def statements(self, count: int) -> str:
        """``112 Beiträge``."""
        if count == 1:
            return self.tr("1 statement")
        return self.tr("%1 statements").replace("%1", self.dates.number(count))

    def _action(self, occasion: Occasion) -> tuple[str, str, str]:
        if occasion is Occasion.RUNNING:
            return self.tr("Go on"), "player-play", ""
        if occasion is Occasion.TODAY:
            return self.tr("Begin the session"), "player-play", self.tr("Open the preparation")
        return self.tr("Open the preparation"), "pencil", ""

    def _detail(self, session: SessionView) -> str:
        if session.is_example:
            return self.tr("Example, counts in no evaluation")
        text = self.tr("Session %1 of the series “%2”")
        return text.replace("%1", str(session.number)).replace("%2", session.series_title)

    def _times(self, session: SessionView, schedule: Schedule, *, with_date: bool) -> str:
        """``16:15 bis 19:15 Uhr``; without a set end the plan says when it is over."""
        end = session.end_time or (schedule.end.time() if schedule.end else None)
        if session.start_time is None:
            times = ""
        elif end is None:
            times = self.tr("from %1").replace("%1", clock(session.start_time))
        else:
            text = self.tr("%1 to %2")
            times = text.replace("%1", clock(session.start_time)).replace("%2", clock(end))
        parts = [self.dates.day(session.date)] if with_date else []
        return ", ".join([*parts, *([times] if times else [])])

    def _point(self, finding: Finding) -> PointText:
        text = self._sentences()[finding.point](*finding.numbers)
        return PointText(text, finding.settled, finding.field)

    def _sentences(self) -> dict[Point, Callable[..., str]]:
        return {
            Point.QUESTIONS: self._questions,
            Point.TOO_LONG: self._too_long,
            Point.PARTICIPANTS: self._invited,
            Point.NO_ORGANISATION: self._without_organisation,
            Point.NOBODY: self._nobody,
            Point.NO_START: self._no_start,
            Point.NO_PLACE: self._no_place,
            Point.NO_FACILITATOR: self._no_facilitator,
            Point.NO_NOTE_TAKER: self._no_note_taker,
        }

    def _questions(self, count: int, minutes: int) -> str:
        text = (
            self.tr("1 question, %2 minutes") if count == 1 else self.tr("%1 questions, %2 minutes")
        )
        return text.replace("%1", str(count)).replace("%2", str(minutes))

    def _too_long(self, minutes: int) -> str:
        return self.tr("The plan is %1 min too long").replace("%1", str(minutes))

    def _invited(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person entered")
        return self.tr("%1 people entered").replace("%1", str(count))

    def _without_organisation(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person without organisation")
        return self.tr("%1 people without organisation").replace("%1", str(count))

    def _nobody(self) -> str:
        return self.tr("No participants yet")

    def _no_start(self) -> str:
        return self.tr("No begin set")

    def _no_place(self) -> str:
        return self.tr("No place set")

    def _no_facilitator(self) -> str:
        return self.tr("Who facilitates is open")

    def _no_note_taker(self) -> str:
        return self.tr("Who takes the notes is open")

    def _note(self, session: SessionSummary) -> str:
        """What is open in a session that was held."""
        held = session.state in (SessionState.REVIEW, SessionState.CLOSED)
        if not held or not session.question_count:
            return ""
        count = session.questions_without_result
        if not count:
            return self.tr("every question has a result")
        if session.state is SessionState.CLOSED:
            return ""
        if count == 1:
            return self.tr("1 question without result")
        return self.tr("%1 questions without result").replace("%1", str(count))

    def _series_counts(self, series: SeriesView, planned: int, up: NextUp | None) -> str:
        is_today = (
            up is not None and up.occasion is Occasion.TODAY and up.session.series_uid == series.uid
        )
        if is_today and up is not None:
            text = self.tr("today number %1 of %2 sessions")
            return text.replace("%1", str(up.session.number)).replace("%2", str(planned))
        text = self.tr("%1 of 1 session") if planned == 1 else self.tr("%1 of %2 sessions")
        return text.replace("%1", str(series.held_count)).replace("%2", str(planned))


def _band_items(items: Sequence[PlanItemView], schedule: Schedule) -> tuple[BandItem, ...]:
    return tuple(
        BandItem(item.kind, item.title, item.minutes, item.number, slot.start, slot.end)
        for item, slot in zip(items, schedule.slots, strict=True)
    )
