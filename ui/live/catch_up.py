"""Time runs over: up to three ways to end on time, each a line, chosen with one digit."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.catching_up import Way, WayKind, ways
from app.domain.plan import PlanItemView
from app.domain.schedule import Progress
from app.domain.vocabulary import PlanItemKind
from app.errors import UserError
from ui.live.live_session import LiveSession
from ui.live.wording import LiveWords
from ui.pages import Toolbox

_NAMED_ONE_BY_ONE = 2
"""So many shortened items are named; of more it is said that all become shorter."""

_NAMED_ALWAYS = (PlanItemKind.BREAK, PlanItemKind.PRESENTATION)

_ICONS = {
    WayKind.EVENLY: "clock",
    WayKind.NEXT_FIRST: "clock",
    WayKind.LEAVE_OUT: "clock",
    WayKind.IN_WRITING: "pencil",
    WayKind.LATER: "flag",
}


class CatchUp(QObject):
    """Offers the ways of the open session and carries out the one that is chosen."""

    def __init__(self, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools

    def offer(
        self, session: LiveSession, state: Progress | None, anchor: QWidget, at: QPoint
    ) -> QMenu | None:
        """Open the menu at a point of ``anchor``; None after saying that there is nothing to do."""
        deadline = session.deadline
        if state is None or deadline is None:
            self._tools.messages.done(self.tr("There is no end to keep to: the plan has no times."))
            return None
        found = ways(state, session.schedule, deadline)
        if not found:
            self._say_nothing_to_do(session, state, deadline)
            return None
        menu = QMenu(anchor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        words = WayWords(session.words, session.standing.items)
        for number, way in enumerate(found, 1):
            action = menu.addAction(f"&{number}  {words.line(way)}")
            self._tools.theme.set_icon(action, _ICONS[way.kind])
            action.triggered.connect(partial(self._take, session, way))
            if number == 1:
                menu.setActiveAction(action)
        menu.popup(anchor.mapToGlobal(at))
        return menu

    def _say_nothing_to_do(
        self, session: LiveSession, state: Progress, deadline: dt.datetime
    ) -> None:
        end = session.words.time(state.expected_end)
        if state.expected_end <= deadline:
            text = self.tr("Nothing has to be shorter: as it stands it ends at %1, agreed is %2.")
            text = text.replace("%2", session.words.time(deadline))
        else:
            text = self.tr("Nothing is left that could be shortened. The end would be at %1.")
        self._tools.messages.done(text.replace("%1", end))

    def _take(self, session: LiveSession, way: Way, _checked: bool = False) -> None:
        agreed = session.words.local(way.end).time() if way.kind is WayKind.LATER else None
        try:
            self._tools.services.plan.catch_up(
                session.uid, way.minutes, in_writing=way.in_writing, agreed_end=agreed
            )
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        text = self.tr("The plan has changed: end at %1.")
        undo = self._tools.actions.get("session.undo")
        said = text.replace("%1", session.words.time(way.end))
        self._tools.messages.done(said, self.tr("Undo"), undo.trigger)


class WayWords(QObject):
    """A way as one line that is read in two seconds."""

    def __init__(self, words: LiveWords, items: tuple[PlanItemView, ...]) -> None:
        super().__init__()
        self._words = words
        self._items = items

    def line(self, way: Way) -> str:
        """As "Pause 10, alle etwas kürzer – Ende 20:00, Leitfrage 8 behält 20 min"."""
        end = self._words.time(way.end)
        if way.kind is WayKind.LATER:
            return self.tr("End later: %1").replace("%1", end)
        parts = self._shortened(way)
        said = [self.tr("end %1").replace("%1", end)]
        if way.over:
            said.append(self.tr("%1 min late").replace("%1", str(way.over)))
        said += [self._kept(item) for item in way.kept[-1:]]
        return f"{_capital(', '.join(parts))} – {_capital(', '.join(said))}"

    def _shortened(self, way: Way) -> list[str]:
        spared = next((item for item in self._items if item.uid == way.in_writing), None)
        parts = []
        if spared is not None:
            text = self.tr("%1 in writing later")
            parts.append(text.replace("%1", self._words.item(spared)))
        gone = [item for item, minutes in way.shortened if not minutes]
        parts += [self.tr("without %1").replace("%1", self._words.item(item)) for item in gone]
        named = [(item, minutes) for item, minutes in way.shortened if minutes]
        breaks = [pair for pair in named if pair[0].kind in _NAMED_ALWAYS]
        others = [pair for pair in named if pair[0].kind not in _NAMED_ALWAYS]
        parts += [self._to(item, minutes) for item, minutes in breaks[:_NAMED_ONE_BY_ONE]]
        if len(breaks) > _NAMED_ONE_BY_ONE or len(others) > _NAMED_ONE_BY_ONE:
            parts.append(self.tr("all a little shorter"))
        else:
            parts += [self._to(item, minutes) for item, minutes in others]
        return parts

    def _to(self, item: PlanItemView, minutes: int) -> str:
        """As "Pause 10" or "Leitfrage 5: 7"."""
        text = self.tr("%1: %2 min") if item.number else self.tr("%1 %2")
        return text.replace("%1", self._words.item(item)).replace("%2", str(minutes))

    def _kept(self, item: PlanItemView) -> str:
        text = self.tr("%1 keeps %2 min").replace("%1", self._words.item(item))
        return text.replace("%2", str(item.time_given))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
