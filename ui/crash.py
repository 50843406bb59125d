"""What happens when something happens that must not: the session goes on.

Qt lets exceptions in slots reach ``sys.excepthook``. An expected error is said in the band. For
anything else drafts are handed over, the log gets type and places – never what people said – and
the band offers a report that can be copied. The hook may run in a worker thread.
"""

import logging
import platform
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from types import TracebackType

from PySide6.QtCore import QObject, Signal, Slot, qVersion

from app import __version__
from app.errors import UserError
from app.log import describe
from ui.messages import Messages
from ui.widgets.band import BandKind

_log = logging.getLogger(__name__)


class CrashHandler(QObject):
    """Takes over both hooks between ``install`` and ``remove``. Lives on the GUI thread."""

    report_wanted = Signal(str)
    """The user wants to see the report with this text."""
    _raised = Signal(object)

    def __init__(
        self,
        messages: Messages,
        save: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._save = save
        self._last_report = ""
        self._before: tuple[object, object] | None = None
        self._raised.connect(self._handle)

    def install(self) -> None:
        """Receive every exception nobody caught."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.hook
        threading.excepthook = self._thread_hook

    def remove(self) -> None:
        """Give the hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None

    def hook(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """As ``sys.excepthook``; may run on any thread and never raises."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        with suppress(RuntimeError):  # the window is gone already
            self._raised.emit(error.with_traceback(trace))

    @property
    def last_report(self) -> str:
        """The text of the newest report, or empty."""
        return self._last_report

    def show_report(self) -> None:
        """Ask for the newest report to be shown."""
        self.report_wanted.emit(self._last_report)

    def _thread_hook(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.hook(args.exc_type, args.exc_value, args.exc_traceback)

    @Slot(object)
    def _handle(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._messages.error(error)
            return
        _log.error("unexpected %s", describe(error))
        self._last_report = report_text(error)
        try:
            self._save()
        except Exception as second:  # noqa: BLE001 – one fault must not hide the first
            _log.error("saving drafts after it: %s", describe(second))
        self._messages.say(
            BandKind.ERROR,
            self.tr("Something went wrong that must not. What was recorded is saved; go on."),
            self.tr("Show report"),
            self.show_report,
        )


def report_text(error: BaseException) -> str:
    """Versions, type and places of an exception: nothing of what was said or typed."""
    places = describe(error).replace(" < ", "\n  < ").replace(" at ", "\n  ", 1)
    return "\n".join(
        (
            f"Quartiersdialog {__version__}",
            f"Python {platform.python_version()}, Qt {qVersion()}",
            f"{platform.system()} {platform.release()}",
            "",
            places,
        )
    )
