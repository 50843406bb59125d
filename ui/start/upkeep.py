"""Closing, reopening and deleting sessions, from the lists that show them."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.vocabulary import SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import ConfirmDialog
from ui.prepare.handing_on import HandOn

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from app.bootstrap import Services
    from app.domain.sessions import SessionSummary
    from ui.pages import Toolbox
    from ui.tasks import Task


class Upkeep(QObject):
    """What can be done to a session as a whole. ``done`` comes after every change."""

    done = Signal()

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._hand_on = HandOn(tools, owner)

    def show_menu(self, session: SessionSummary, place: QPoint) -> None:
        """The menu of a session at a place on the screen."""
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        theme = self._tools.theme
        opens = menu.addAction(self.tr("Open"))
        opens.triggered.connect(partial(self.open, session))
        theme.set_icon(opens, "arrow-right")
        hand_on = menu.addAction(self.tr("Hand on …"))
        hand_on.triggered.connect(partial(self.hand_on, session))
        theme.set_icon(hand_on, "file-export")
        similar = menu.addAction(self.tr("New session like this …"))
        similar.triggered.connect(partial(self.prepare_similar, session))
        theme.set_icon(similar, "calendar-plus")
        if session.state is SessionState.CLOSED:
            again = menu.addAction(self.tr("Reopen"))
            again.triggered.connect(partial(self.reopen, session))
            theme.set_icon(again, "lock")
        elif session.state is not SessionState.PLANNED:
            close = menu.addAction(self.tr("Close: nothing more will change"))
            close.triggered.connect(partial(self.close_session, session))
            theme.set_icon(close, "lock")
        menu.addSeparator()
        delete = menu.addAction(self.tr("Delete …"))
        delete.triggered.connect(partial(self.ask_delete, session, self._owner))
        theme.set_icon(delete, "trash")
        menu.popup(place)

    def open(self, session: SessionSummary, _checked: bool = False) -> None:
        """Open it where its state asks for."""
        self._tools.frame.open_session(session.uid)

    def hand_on(self, session: SessionSummary, _checked: bool = False) -> None:
        """Write it as one file for somebody else."""
        self._hand_on.ask(session.uid)

    def prepare_similar(self, session: SessionSummary, _checked: bool = False) -> None:
        """A new session with the plan of this one, and if wanted its people."""
        from ui.dialogs.new_session import NewSessionDialog

        today = dt.datetime.now().astimezone().date()
        over = self._owner.window()
        NewSessionDialog(self._tools, today, earlier=session, parent=over).show_over()

    def close_session(self, session: SessionSummary, _checked: bool = False) -> None:
        """Closed: it can be read and printed, not changed."""
        self._set_state(session, SessionState.CLOSED)

    def reopen(self, session: SessionSummary, _checked: bool = False) -> None:
        """A closed session takes changes again."""
        self._set_state(session, SessionState.REVIEW)

    def ask_delete(self, session: SessionSummary, over: QWidget, _checked: bool = False) -> None:
        """Ask whether a session shall go; ``over`` is the window to ask in."""
        text = self.tr(
            "“%1” with its plan, participants and %2 statements disappears from every list. "
            "A backup is made first; only from there it could be brought back."
        )
        dialog = ConfirmDialog(
            self._tools.theme,
            self.tr("Delete this session?"),
            text.replace("%2", str(session.statement_count)).replace("%1", session.title),
            self.tr("Delete session"),
            parent=over,
        )
        dialog.accepted.connect(partial(self._delete, session))
        dialog.show_over()

    def _set_state(self, session: SessionSummary, state: SessionState) -> None:
        try:
            self._tools.services.sessions.set_state(session.uid, state)
        except UserError as error:
            self._tools.messages.error(error)
            return
        closed = state is SessionState.CLOSED
        text = self.tr("“%1” is closed.") if closed else self.tr("“%1” can be changed again.")
        self._tools.messages.done(text.replace("%1", session.title))
        self.done.emit()

    def _delete(self, session: SessionSummary) -> None:
        self._tools.tasks.run(
            partial(_delete_with_backup, self._tools.services, session.uid),
            done=partial(self._deleted, session.title),
            title=self.tr("Deleting the session"),
        )

    def _deleted(self, title: str, _result: None) -> None:
        self._tools.messages.done(self.tr("“%1” was deleted.").replace("%1", title))
        self.done.emit()


def _delete_with_backup(services: Services, session_uid: str, _task: Task) -> None:
    services.backups.make("delete")
    services.sessions.delete(session_uid)
