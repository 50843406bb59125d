"""The sentences of the room view."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject

from app.domain.room import RoomScene, RoomView
from app.domain.schedule import Clock, Phase
from ui.icons import ITEM_ICONS


@dataclass(frozen=True, slots=True)
class BoardText:
    """What stands on the board, in words; an empty text leaves its place to the others."""

    scene: RoomScene
    overline: str = ""
    title: str = ""
    heading: str = ""
    below: str = ""
    """Under the heading: who presents, when it begins, when the break is over."""
    prompt: str = ""
    statements_label: str = ""
    statements: tuple[str, ...] = ()
    speaking: str = ""
    waiting: str = ""
    coming: str = ""
    coming_icon: str = ""
    clock: bool = False

    def said(self) -> str:
        """All of it in one line, for a screen reader."""
        parts = (self.overline, self.heading, self.below, self.prompt, *self.statements)
        return " · ".join(filter(None, (*parts, self.speaking, self.waiting, self.coming)))


class RoomWords(QObject):
    """Says things about one session in its own zone."""

    def __init__(self, time_zone: str) -> None:
        super().__init__()
        self._zone = ZoneInfo(time_zone)

    def board(self, view: RoomView) -> BoardText:
        """What stands on the board."""
        if view.scene is RoomScene.BLACK:
            return BoardText(view.scene)
        if view.scene is RoomScene.MESSAGE:
            return BoardText(view.scene, title=view.title, heading=view.message)
        if view.scene is RoomScene.TITLE:
            begins = f"{view.begins:%H:%M}" if view.begins else ""
            below = self.tr("Begins at %1").replace("%1", begins) if begins else ""
            return BoardText(view.scene, heading=view.title, below=below)
        return BoardText(
            view.scene,
            overline=self._overline(view),
            title=view.title,
            heading=view.heading,
            below=self._below(view),
            prompt=view.prompt,
            statements_label=self.tr("Recorded last") if view.statements else "",
            statements=view.statements,
            speaking=view.speaking,
            waiting=self._waiting(view),
            coming=self._coming(view),
            coming_icon=ITEM_ICONS[view.next_kind] if view.next_kind else "",
            clock=view.clock,
        )

    def clock(self, clock: Clock | None) -> str:
        """What stands above the digits."""
        if clock is None:
            return ""
        if clock.paused:
            return self.tr("the clock stands still")
        if clock.remaining is None:
            return self.tr("since")
        words = {
            Phase.NORMAL: self.tr("left"),
            Phase.SOON: self.tr("soon over, left"),
            Phase.OVER: self.tr("over time"),
        }
        return words[clock.phase]

    def planned(self, minutes: int) -> str:
        """As "von 15 Minuten"."""
        return self.tr("of %1 minutes").replace("%1", str(minutes)) if minutes else ""

    def _overline(self, view: RoomView) -> str:
        numbers = [str(number) for number in view.numbers]
        if not numbers:
            return ""
        if len(numbers) > 1:
            text = self.tr("Questions %1 and %2").replace("%1", ", ".join(numbers[:-1]))
            return text.replace("%2", numbers[-1])
        text = self.tr("Question %1 of %2").replace("%1", numbers[0])
        return text.replace("%2", str(view.question_count))

    def _below(self, view: RoomView) -> str:
        if view.scene is not RoomScene.BREAK:
            return view.presenter
        if view.ends is None:
            return ""
        return self.tr("We go on at %1").replace("%1", self._time(view.ends))

    def _waiting(self, view: RoomView) -> str:
        if not view.waiting:
            return ""
        names = ", ".join(view.waiting)
        if view.more_waiting:
            more = self.tr("%1 + %2 more").replace("%2", str(view.more_waiting))
            names = more.replace("%1", names)
        if not view.speaking:
            return self.tr("Next: %1").replace("%1", names)
        return self.tr("then %1").replace("%1", names)

    def _coming(self, view: RoomView) -> str:
        title = view.next_title
        if view.next_number is not None:
            title = self.tr("Question %1: %2").replace("%1", str(view.next_number))
            title = title.replace("%2", view.next_title)
        if not title or view.next_start is None:
            return title
        return self.tr("%1 at %2").replace("%2", self._time(view.next_start)).replace("%1", title)

    def _time(self, moment: dt.datetime) -> str:
        """As "17:53"; the German text adds "Uhr"."""
        return f"{moment.astimezone(self._zone):%H:%M}"
