"""The rest of a removal on request, beside the window: free space, log and backups."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import UserError

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.erasure import Settled
    from ui.messages import Messages
    from ui.tasks import Task, Tasks


class Settling(QObject):
    """Carries out what is left of a wish, also after the program was ended in the middle."""

    def __init__(
        self, services: Services, tasks: Tasks, messages: Messages, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._messages = messages

    def run(self, said: str = "") -> None:
        """Begin; ``said`` is what to say when all is done."""
        self._tasks.run(
            partial(_settled, self._services),
            done=partial(self._say, said),
            failed=self._failed,
            title=self.tr("Removing it everywhere"),
        )

    def resume(self) -> None:
        """Go on with what the last program could not finish, if there is anything."""
        if self._services.erasure.is_pending:
            self.run(self.tr("What was removed on request is gone from all backups now, too."))

    def _say(self, said: str, settled: Settled) -> None:
        if settled.left:
            names = ", ".join(path.name for path in settled.left)
            text = self.tr(
                "It is gone from the session, but not yet from: %1. Please close what has these "
                "files open; it is tried again when the program ends and at the next start."
            )
            self._messages.warn(text.replace("%1", names))
        elif settled.put_off:
            more = self.tr("The last trace in the file goes when you close the program.")
            self._messages.done(f"{said} {more}".strip(), lasting=True)
        elif said:
            self._messages.done(said, lasting=True)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        text = self.tr(
            "It is gone from the session, but not yet from backups. It is tried again when the "
            "program ends and at the next start."
        )
        self._messages.warn(text)


def _settled(services: Services, _task: Task) -> Settled:
    return services.erasure.settle()
