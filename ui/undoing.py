"""Undo and redo of the open session: done, said, and shown where it happened.

What concerns very many rows is done beside the window, one after the other as the keys were
pressed. What lies under another item than the one that is worked on says so; the review goes there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.domain.changes import ChangeSet, Entity
from app.errors import RefusedError
from ui.pages import ItemPlace, Step

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.plan import PlanItemView
    from app.services.history import HistoryService
    from ui.pages import Toolbox
    from ui.places import Places
    from ui.tasks import Task

MANY = 60
"""From so many entries of the journal on it takes longer than a blink."""
UNDO, REDO = "undo", "redo"


class Undoing(QObject):
    """For the session that is open in ``places``."""

    def __init__(self, tools: Toolbox, places: Places, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._places = places
        self._waiting: list[str] = []
        """What was asked for while something is being done beside the window, first to last."""
        self._busy = False

    def undo(self) -> None:
        """Take back the last change and say which."""
        self._ask(UNDO)

    def redo(self) -> None:
        """Do again what undo took back last."""
        self._ask(REDO)

    def _ask(self, role: str) -> None:
        if self._busy:
            self._waiting.append(role)
            return
        history, session_uid = self._tools.services.history, self._places.session_uid
        if history.weight(session_uid, role) > MANY:
            self._busy = True
            self._tools.tasks.run(
                partial(_beside, history, session_uid, role),
                done=partial(self._done_beside, session_uid, role),
                failed=self._failed_beside,
                title=self.tr("Undoing") if role == UNDO else self.tr("Doing again"),
            )
        else:
            self._do(role, history, session_uid)

    def _do(self, role: str, history: HistoryService, session_uid: str) -> None:
        """At once. That there is nothing is no fault: it is said until the next change."""
        try:
            change_set = _revert(history, session_uid, role)
        except RefusedError as error:
            if error.code != f"{role}_nothing":
                raise
            messages = self._tools.messages
            messages.warn(messages.in_words(error), passing=True)
        else:
            self._say(role, change_set)

    def _done_beside(self, session_uid: str, role: str, change_set: ChangeSet) -> None:
        if session_uid == self._places.session_uid:
            self._say(role, change_set)
        self._next()

    def _failed_beside(self, error: BaseException) -> None:
        self._waiting.clear()
        self._busy = False
        raise error  # to where an error of the window goes

    def _next(self) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, []
        for role in waiting:
            self._ask(role)

    def _say(self, role: str, change_set: ChangeSet) -> None:
        name = self._tools.texts.get(f"operations.{change_set.operation}")
        elsewhere = self._elsewhere(change_set)
        if elsewhere is not None:
            where = self.tr("%1 under “%2”").replace("%2", elsewhere.title)
            name = where.replace("%1", name)
        text = self.tr("Undone: %1") if role == UNDO else self.tr("Done again: %1")
        button = self.tr("Redo") if role == UNDO else self.tr("Undo")
        back = self.redo if role == UNDO else self.undo
        self._tools.messages.done(text.replace("%1", name), button, back)

    def _elsewhere(self, change_set: ChangeSet) -> PlanItemView | None:
        """The item where it happened, if another one is worked on; the review goes there."""
        place: object = self._places.current
        views = self._tools.services.views
        uids = change_set.uids(Entity.STATEMENT)
        item = views.item_of_statement(uids[0]) if uids else None
        if item is None or not isinstance(place, ItemPlace) or item.uid == place.item_at_work():
            return None
        if self._places.step is Step.REVIEW and self._places.current is not None:
            there = views.statements_by_uid(uids[:1])
            shown = there[0].uid if there else ""
            self._places.current.reveal(item.uid, shown)
        return item


def _revert(history: HistoryService, session_uid: str, role: str) -> ChangeSet:
    work: Callable[[str], ChangeSet] = history.undo if role == UNDO else history.redo
    return work(session_uid)


def _beside(history: HistoryService, session_uid: str, role: str, _task: Task) -> ChangeSet:
    return _revert(history, session_uid, role)
