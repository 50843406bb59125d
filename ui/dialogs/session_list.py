"""All sessions with a filter, and what can be done with each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from app.domain.text import matches
from app.domain.vocabulary import SessionState
from ui.dialogs.form_dialog import FormDialog
from ui.start.content import Content
from ui.start.list_view import ListView
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.frames import card, row
from ui.widgets.labels import label

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.sessions import SessionSummary
    from ui.pages import Toolbox
    from ui.start.upkeep import Upkeep
    from ui.tasks import Task


class SessionListDialog(FormDialog):
    """The filter has the focus; the arrow keys go on into the list, Enter opens."""

    def __init__(self, tools: Toolbox, upkeep: Upkeep, *, parent: QWidget) -> None:
        super().__init__(
            tools.theme, self.tr("All sessions"), self.tr("Open"), width=720, parent=parent
        )
        self._tools = tools
        self._upkeep = upkeep
        self._content = Content(tools.texts, self)
        self._sessions: tuple[SessionSummary, ...] = ()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Title, place or series"))
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.filter.installEventFilter(self)
        self.list = ListView(tools.theme, self.tr("All sessions"), fits=False)
        self.list.setMinimumHeight(tools.theme.px(310))
        self.list.opened.connect(self._open)
        self.list.menu_wanted.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.nothing = label(self.tr("No session with this text"), Role.BODY, "ink2")
        self.close_button = button(tools.theme, self.tr("Close session"), icon="lock", size="small")
        self.delete_button = button(tools.theme, self.tr("Delete …"), icon="trash", size="small")
        self.close_button.clicked.connect(self._close_or_reopen)
        self.delete_button.clicked.connect(self._delete)
        self._build()
        upkeep.done.connect(self.load)
        self.load()
        self.filter.setFocus()

    def load(self) -> None:
        """Read the sessions anew, beside the window: counting takes time in a large archive."""
        work = partial(_read, self._tools.services)
        self._tools.tasks.run(work, done=self._loaded)

    def _loaded(self, sessions: tuple[SessionSummary, ...]) -> None:
        if isValid(self):
            self._sessions = sessions
            self._show()

    def accept(self) -> None:
        """Open the current session."""
        uid = self.list.current_uid()
        if uid:
            super().accept()
            self._tools.frame.open_session(uid)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down in the filter goes on in the list."""
        if watched is self.filter and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self.list.rows.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.cancel.setText(self.tr("Close"))
        self.body.addWidget(self.filter)
        frame, inner = card(padding=1, spacing=0)
        inner.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(self.list, 1)
        self.body.addWidget(frame, 1)
        line = row(spacing=8)
        line.addWidget(self.close_button)
        line.addWidget(self.delete_button)
        line.addStretch(1)
        self.body.addLayout(line)

    def _show(self) -> None:
        shown = [s for s in self._sessions if self._fits(s)]
        kept = self.list.current_uid()
        self.list.show_rows([self._content.session_row(s) for s in shown])
        self.list.setVisible(bool(shown))
        self.nothing.setVisible(not shown)
        if shown:
            uids = [s.uid for s in shown]
            self.list.select(kept if kept in uids else uids[0])
        self._show_current()

    def _fits(self, session: SessionSummary) -> bool:
        text = self.filter.text()
        words = f"{session.title}\n{session.place}\n{session.series_title}"
        return not text.strip() or matches(text, words)

    def _current(self) -> SessionSummary | None:
        uid = self.list.current_uid()
        return next((s for s in self._sessions if s.uid == uid), None)

    def _show_current(self, _now: QModelIndex | None = None, _old: object = None) -> None:
        """What the buttons do to the session the keyboard is on."""
        session = self._current()
        for target in (self.close_button, self.delete_button, self.confirm):
            target.setEnabled(session is not None)
        if session is None:
            return
        closed = session.state is SessionState.CLOSED
        self.close_button.setText(self.tr("Reopen") if closed else self.tr("Close session"))
        self.close_button.setEnabled(session.state is not SessionState.PLANNED)

    def _open(self, _uid: str) -> None:
        self.accept()

    def _show_menu(self, wanted: tuple[str, QPoint]) -> None:
        session = next(s for s in self._sessions if s.uid == wanted[0])
        self._upkeep.show_menu(session, wanted[1])

    def _close_or_reopen(self) -> None:
        session = self._current()
        if session is None:
            return
        if session.state is SessionState.CLOSED:
            self._upkeep.reopen(session)
        else:
            self._upkeep.close_session(session)

    def _delete(self) -> None:
        session = self._current()
        if session is not None:
            self._upkeep.ask_delete(session, self)


def _read(services: Services, _task: Task) -> tuple[SessionSummary, ...]:
    return services.views.sessions()
