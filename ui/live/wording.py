"""The sentences of the live page: headings, times, ahead or behind, where the line belongs."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.domain.plan import PlanItemView
from app.domain.schedule import Clock, Phase, Progress, Schedule, clock_text
from app.domain.shorthand import ParsedStep
from app.texts import Texts
from ui.dates import short_day
from ui.keys import key_text
from ui.live.standing import Move, Return, Standing
from ui.widgets.clock_card import PlanStatus

_LONGEST_TITLE = 28
_KEYED_QUESTIONS = 8
_FARTHEST_FROM_PLAN = 6 * 60
"""Farther than this nobody is behind: it is a rehearsal at another time of the day."""


@dataclass(frozen=True, slots=True)
class ButtonText:
    """What a button of the foot says."""

    text: str
    icon: str


class LiveWords(QObject):
    """Says things about one session in its own zone."""

    def __init__(self, texts: Texts, time_zone: str) -> None:
        super().__init__()
        self._texts = texts
        self._zone = ZoneInfo(time_zone)

    def time(self, moment: dt.datetime) -> str:
        """As "17:38", in the session's zone."""
        return moment.astimezone(self._zone).strftime("%H:%M")

    def local(self, moment: dt.datetime) -> dt.datetime:
        """A moment in the session's zone."""
        return moment.astimezone(self._zone)

    def item(self, item: PlanItemView) -> str:
        """As "Leitfrage 4", or the title of another item."""
        if item.number is None:
            return item.title
        return self.tr("Question %1").replace("%1", str(item.number))

    def overline(self, standing: Standing, item: PlanItemView) -> str:
        """As "Leitfrage 4 von 8", or what kind of item it is."""
        together = [str(each.number) for each in standing.running_together if each.number]
        if item.number is not None and len(together) > 1 and str(item.number) in together:
            text = self.tr("Questions %1 and %2 together")
            return text.replace("%1", ", ".join(together[:-1])).replace("%2", together[-1])
        if item.number is not None:
            text = self.tr("Question %1 of %2").replace("%1", str(item.number))
            return text.replace("%2", str(standing.question_count))
        word = self._texts.word(item.kind)
        return word if word != item.heading else self.tr("Item of the plan")

    def since(self, item: PlanItemView, schedule: Schedule, *, over: bool = False) -> str:
        """As "läuft seit 17:38 Uhr", "beendet um …" or "geplant um …".

        ``over``: the session is closed, nothing runs any more.
        """
        if item.is_running and over:
            return self.tr("ended")
        if item.is_running and item.started_at:
            return self.tr("running since %1").replace("%1", self.time(item.started_at))
        if item.ended_at:
            return self.tr("ended at %1").replace("%1", self.time(item.ended_at))
        start = schedule.slot(item.uid).start
        if start is None:
            return self.tr("not begun yet")
        return self.tr("planned for %1").replace("%1", self.time(start))

    def speaker(self, item: PlanItemView) -> str:
        """Who presents, with organisation."""
        return ", ".join(filter(None, (item.speaker, item.organisation)))

    def planned(self, item: PlanItemView) -> str:
        """As "von 15 min"."""
        given = item.time_given
        return self.tr("of %1 min").replace("%1", str(given)) if given else ""

    def when(self, item: PlanItemView, start: str) -> str:
        """As "17:50 · 15 min"."""
        parts = [start, self.tr("%1 min").replace("%1", str(item.time_given))]
        return " · ".join(filter(None, parts))

    def remaining(self, clock: Clock | None) -> str:
        """The clock in a line of text: "noch 10:53", "bald: noch 01:20", "+01:20 darüber"."""
        if clock is None:
            return ""
        if clock.remaining is None:
            return self.tr("since %1 min").replace("%1", clock_text(clock.elapsed))
        words = {
            Phase.NORMAL: self.tr("%1 left"),
            Phase.SOON: self.tr("soon over, %1 left"),
            Phase.OVER: self.tr("%1 over time"),
        }
        text = words[clock.phase].replace("%1", clock_text(clock.remaining))
        return self.tr("paused, %1").replace("%1", text) if clock.paused else text

    def threshold(self, item: PlanItemView, phase: Phase) -> str:
        """What a screen reader says when the time of an item gets short, or is up."""
        if phase is Phase.OVER:
            return self.tr("%1: time is up").replace("%1", self.item(item))
        return self.tr("%1: soon over").replace("%1", self.item(item))

    def plan_status(self, progress: Progress | None) -> PlanStatus | None:
        """Ahead or behind with the expected end; None before the session has begun."""
        if progress is None:
            return None
        end = self.tr("End about %1").replace("%1", self.time(progress.expected_end))
        behind = progress.minutes_behind
        if behind is None or not self.is_near_the_plan(progress):
            return PlanStatus(end, "ink2", "clock")
        if behind > 0:
            text = self.tr("%1 behind the plan").replace("%1", self._length(behind))
            return PlanStatus(text, "open", "clock", end)
        if behind < 0:
            text = self.tr("%1 ahead of the plan").replace("%1", self._length(-behind))
            return PlanStatus(text, "settled", "circle-check", end)
        return PlanStatus(self.tr("On schedule"), "settled", "circle-check", end)

    def is_near_the_plan(self, progress: Progress) -> bool:
        """Whether it is the evening of the plan, and no rehearsal at another time of the day."""
        behind = progress.minutes_behind
        return behind is not None and abs(behind) <= _FARTHEST_FROM_PLAN

    def _length(self, minutes: int) -> str:
        """As "12 min", "2 h" or "2 h 10 min"."""
        hours, rest = divmod(minutes, 60)
        if not hours:
            return self.tr("%1 min").replace("%1", str(minutes))
        text = self.tr("%1 h %2 min") if rest else self.tr("%1 h")
        return text.replace("%1", str(hours)).replace("%2", str(rest))

    def step(self, text: str, step: ParsedStep) -> str:
        """As "Nächster Schritt: Stadt anrufen – Karin Weiß, bis Fr 27.11.2026"."""
        due = self.tr("by %1").replace("%1", short_day(step.due)) if step.due else ""
        detail = ", ".join(filter(None, (step.who, due)))
        said = self.tr("Next step: %1").replace("%1", text)
        return f"{said} – {detail}" if detail else said

    def target(self, item: PlanItemView) -> str:
        """As "Beitrag zu Leitfrage 3: Was ist neu?"."""
        text = (
            self.tr("Statement on question %1: %2") if item.number else self.tr("Statement on: %2")
        )
        return text.replace("%1", str(item.number)).replace("%2", item.title)

    def place(self, apart: PlanItemView | None, table: str) -> str:
        """Where the line belongs, if not simply to what runs; a table that reports is named."""
        target = self.target(apart) if apart else ""
        said = self.tr("%1 reports").replace("%1", table) if table else ""
        return " · ".join(filter(None, (said, target)))

    def tables(self, item: PlanItemView) -> list[str]:
        """As "Tisch 1: bis 18:05"; before the item has begun its minutes."""
        lines = []
        for table in item.tables:
            if item.started_at:
                end = self.time(table.ends(item.started_at, item.time_given))
                said = self.tr("%1: until %2").replace("%2", end)
            else:
                minutes = item.time_given if table.minutes is None else table.minutes
                said = self.tr("%1: %2 min").replace("%2", str(minutes))
            lines.append(said.replace("%1", table.name))
        return lines

    def way_to(self, running: PlanItemView) -> str:
        """As "Alt+4 legt ihn zu Leitfrage 4"; empty where no key leads."""
        if running.number is None or running.number > _KEYED_QUESTIONS:
            return ""
        keys = key_text(f"Alt+{running.number}")
        text = self.tr("%1 puts it to question %2").replace("%1", keys)
        return text.replace("%2", str(running.number))

    def forward(self, standing: Standing) -> ButtonText:
        """What the conclusion says."""
        move, following = standing.move, standing.next
        if move is Move.GO_ON and following is not None:
            name = self.tr("Question %1", "on a button").replace("%1", str(following.number))
            title = name if following.number else _short(following.title)
            return ButtonText(self.tr("Next: %1").replace("%1", title), "chevron-right")
        texts = {
            Move.BEGIN: ButtonText(self.tr("Begin the session"), "player-play"),
            Move.FINISH: ButtonText(self.tr("End the session"), "flag"),
            Move.REVIEW: ButtonText(self.tr("To the review"), "chevron-right"),
            Move.MINUTES: ButtonText(self.tr("To the minutes"), "chevron-right"),
        }
        return texts.get(move, texts[Move.BEGIN])

    def backward(self, standing: Standing) -> ButtonText | None:
        """What the button beside it says; None when there is none."""
        texts = {
            Return.BACK: ButtonText(self.tr("Back"), "chevron-left"),
            Return.RESUME: ButtonText(self.tr("Resume"), "player-play"),
            Return.BEGIN: ButtonText(self.tr("Begin the session"), "player-play"),
        }
        return texts.get(standing.way_back)


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
