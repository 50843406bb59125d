"""Somebody who enters a call into the real program, which is killed while they type.

Started with a database and a session; ``unwatched``: with a dialog that keeps no draft.
"""

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from tests.support.keyboard import press, type_text
from tests.support.real_window import real_window, services_of, settle, wait_until
from ui.feedback.by_hand import ByHandDialog
from ui.feedback.dialog import FeedbackDialog

NUMBER, WHO, WORDING = "s1-1-2", "Frau Albers", "Das Amt hat ihn, sagt s"


def main(database: Path, session: str, *, watched: bool) -> None:
    """Type until the power of the process ends."""
    app = QApplication(sys.argv[:1])
    if not watched:
        ByHandDialog._keep_typed = _nothing  # type: ignore[method-assign]
    with real_window(database, session=session, page="review") as program:
        press("Ctrl+Shift+F")
        _on_top(FeedbackDialog)
        press("Ins")
        dialog = _on_top(ByHandDialog)
        assert isinstance(dialog, ByHandDialog)
        type_text(NUMBER)
        press("Tab")
        type_text(WHO)
        dialog.wording.setFocus()
        type_text(WORDING)
        settle(program)
        services_of(program).drafts.flush()
        app.processEvents()
        os.kill(os.getpid(), signal.SIGKILL)


def _nothing(self: ByHandDialog) -> None:
    """What a dialog does that keeps no draft."""


def _on_top(kind: type[QWidget]) -> QWidget:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), kind), kind.__name__)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    return dialog


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], watched="unwatched" not in sys.argv)
