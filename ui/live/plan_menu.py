"""The menu of an item of the plan: let it run, or put the line there."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.live.live_session import LiveSession
from ui.pages import Toolbox
from ui.widgets.plan_column import PlanList


class PlanMenu(QObject):
    """Opens at a row; signals carry the item's uid."""

    start_wanted = Signal(str)
    send_wanted = Signal(str)

    def __init__(self, tools: Toolbox, plan: PlanList, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._plan = plan
        self._session: LiveSession | None = None
        plan.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        plan.customContextMenuRequested.connect(self._open)

    def set_session(self, session: LiveSession) -> None:
        """The session whose plan it is."""
        self._session = session

    def _open(self, position: QPoint) -> None:
        index = self._plan.indexAt(position)
        if not index.isValid() or self._session is None or self._session.is_closed:
            return
        uid = self._plan.plan().row_at(index.row()).uid
        menu = QMenu(self._plan)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        running = self._session.standing.running
        start = self._add(menu, self.tr("Go to this item now"), "player-play")
        start.setEnabled(running is None or running.uid != uid)
        start.triggered.connect(partial(self._emit_start, uid))
        send = self._add(menu, self.tr("Put my line here"), "pencil")
        send.triggered.connect(partial(self._emit_send, uid))
        menu.popup(self._plan.viewport().mapToGlobal(position))

    def _add(self, menu: QMenu, text: str, icon: str) -> QAction:
        action = QAction(text, menu)
        self._tools.theme.set_icon(action, icon)
        menu.addAction(action)
        return action

    def _emit_start(self, uid: str, _checked: bool = False) -> None:
        self.start_wanted.emit(uid)

    def _emit_send(self, uid: str, _checked: bool = False) -> None:
        self.send_wanted.emit(uid)
