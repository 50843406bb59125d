"""The wiring place of the window: what is built, in which order, and who hears whom.

First a window is painted, with what the last visit remembered (``ui.opening``); then its real
content is built, then the services are imported and opened – SQLAlchemy is larger than Qt. What
stands at the top of this file is imported before the first paint, so it is little.
"""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.opening import opening
from ui.plain_imports import without_looking
from ui.settings import Settings

if TYPE_CHECKING:
    from app.config import WindowRequest
    from ui.backups import Afterwards
    from ui.program import Program

DEFAULT_LANGUAGE = "de"


def run_window(request: WindowRequest) -> int:
    """Show the window until it is closed; returns the exit code."""
    without_looking()
    settings = Settings()
    if not _has_display():
        from app.texts import Texts

        texts = Texts(request.language or settings.text("language", DEFAULT_LANGUAGE))
        sys.stderr.write(texts.get("command_line.no_display") + "\n")
        return 1
    # A start makes many objects that stay; looking for garbage among them is a tenth of the time.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Quartiersdialog")
    app.setDesktopFileName("quartiersdialog")
    theme = request.theme or settings.text("theme", "system")
    first: Afterwards | None = None
    while True:
        window = MainWindow(None, settings, opening(request.database, theme))
        start = Start(app, request, settings, window, first)
        window.first_painted.connect(start.go_on)
        window.open()
        code = app.exec()
        first = start.close()
        if first is None:
            return code
        request = replace(request, database=first.database or request.database)


class Start:
    """From the first paint to the program."""

    def __init__(
        self,
        app: QApplication,
        request: WindowRequest,
        settings: Settings,
        window: MainWindow,
        first: Afterwards | None = None,
    ) -> None:
        self._app = app
        self._request = request
        self._settings = settings
        self._window = window
        self._first = first
        self._program: Program | None = None

    def go_on(self) -> None:
        """The window can be seen: build the rest."""
        from ui.program import Program

        self._program = Program(
            self._app, self._request, self._settings, self._window, first=self._first
        )
        self._program.start()

    def close(self) -> Afterwards | None:
        """The window has closed; what is to be done before another one opens, if one does."""
        if self._program is None:
            return None
        self._program.close()
        for translator in self._program.translators:
            self._app.removeTranslator(translator)
        return self._program.then


def _has_display() -> bool:
    """Whether Qt will find a screen; without one it would end the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
