"""Backups while the window is open: every ten minutes if something was written, and at the end.

Made by a worker. Where one fails the work goes on: it is said once, and tried again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from app.errors import UserError

if TYPE_CHECKING:
    from app.bootstrap import Services
    from ui.messages import Messages
    from ui.tasks import Task, Tasks


@dataclass(frozen=True, slots=True)
class Afterwards:
    """Work on the database while no window has it open; then one opens and says the result."""

    work: Callable[[Task], Any]
    say: Callable[[Any], str]
    database: Path | None = None
    """Which one opens then, if it is another."""


log = logging.getLogger(__name__)

EVERY_MS = 10 * 60_000


class AutomaticBackups(QObject):
    """Makes them as long as it lives."""

    def __init__(
        self, services: Services, tasks: Tasks, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._messages = messages
        self._running = False
        self._said = False
        self.timer = QTimer(self)
        self.timer.setInterval(EVERY_MS)
        self.timer.timeout.connect(self.make)
        self.timer.start()

    def make(self) -> None:
        """Make one now, unless nothing was written since the last."""
        if not self._running:
            self._running = True
            work = partial(_make, self._services, "auto")
            self._tasks.run(work, done=self._made, failed=self._failed)

    def go_on_removing(self) -> None:
        """What somebody wanted to be gone may still stand in backups: the program was ended."""
        from ui.settling import Settling

        Settling(self._services, self._tasks, self._messages, self).resume()

    def settle(self) -> None:
        """When the window has closed: whatever is left of what somebody wanted to be gone."""
        try:
            self._services.erasure.settle(closing=True)
        except UserError as error:  # the next start goes on with it
            log.info("removal not finished: %s", error.code)

    def finish(self) -> None:
        """The last one, when the window has closed. Without a window nobody waits for it."""
        self.timer.stop()
        try:
            self._services.backups.make_if_changed("close")
        except UserError as error:  # the next start makes it
            log.info("no backup at the end: %s", error.code)

    def _made(self, _nothing: None) -> None:
        self._running = self._said = False

    def _failed(self, error: BaseException) -> None:
        self._running = False
        if not isinstance(error, UserError):
            raise error
        if not self._said:
            self._said = True
            self._messages.warn(self._words(error))

    def _words(self, error: UserError) -> str:
        text = self.tr("%1 Go on working; it will be tried again in ten minutes.")
        return text.replace("%1", self._services.texts.error(error))


def _make(services: Services, reason: str, _task: Task) -> None:
    services.backups.make_if_changed(reason)
