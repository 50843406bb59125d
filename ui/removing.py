"""Removal on request from the window: ask, do it, and see to it that every copy is cleaned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from ui.settling import Settling

if TYPE_CHECKING:
    from ui.models.statement_model import StatementRow
    from ui.pages import Toolbox


class Removing(QObject):
    """Of one session at a time."""

    def __init__(self, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._session_uid = ""
        self._settling = Settling(tools.services, tools.tasks, tools.messages, self)

    def ask(self, session_uid: str, rows: Sequence[StatementRow], window: QWidget) -> None:
        """Ask which of these, newest first, are to be gone, and take them out."""
        from ui.dialogs.removal import RemovalDialog

        dialog = RemovalDialog(self._tools.theme, rows, parent=window)
        self._session_uid = session_uid
        dialog.removal_wanted.connect(self._remove_chosen)
        dialog.show_over()

    def remove_line(
        self, session_uid: str, taken: Sequence[str], begun: dt.datetime | None
    ) -> bool:
        """Take the line out, and the statement it was (``taken``); False if it was refused."""
        work = partial(self._tools.services.erasure.erase, session_uid, taken, line=True)
        text = self.tr("The line was removed, also from drafts and backups.")
        return self._do(partial(work, begun=begun, initiator=self), text)

    def _remove_chosen(self, uids: Sequence[str]) -> None:
        work = partial(self._tools.services.erasure.erase, self._session_uid, uids, initiator=self)
        self._do(work, self._words(len(uids)))

    def _do(self, work: Callable[[], object], said: str) -> bool:
        """At once in the session, and behind that in every copy."""
        try:
            work()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return False
        self._settling.run(said)
        return True

    def _words(self, count: int) -> str:
        one = self.tr("1 statement was removed, also from history, search and backups.")
        many = self.tr("%1 statements were removed, also from history, search and backups.")
        return one if count == 1 else many.replace("%1", str(count))
