"""The wiring place of the window: what is built, in which order, and who hears whom.

First a window is painted, with what the last visit remembered; then the services are imported and
opened – SQLAlchemy is larger than Qt. Nothing imported at the top of this file reaches the storage.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.errors import UserError
from app.log import start_logging
from app.texts import Texts
from ui.actions import Actions
from ui.bridge import ChangeBridge
from ui.crash import CrashHandler
from ui.factories import FACTORIES
from ui.frame import FrameController
from ui.i18n import install_translators
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pages import PAGE_NAMES, Toolbox
from ui.recent import RecentSessions
from ui.settings import Settings
from ui.start.content import Content
from ui.start.controller import StartController
from ui.start.page import StartPage
from ui.tasks import Task, Tasks
from ui.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.config import WindowRequest
    from ui.search.controller import SearchController
    from ui.start.reading import SessionReader

DEFAULT_LANGUAGE = "de"


def run_window(request: WindowRequest) -> int:
    """Show the window until it is closed; returns the exit code."""
    settings = Settings()
    language = request.language or settings.text("language", DEFAULT_LANGUAGE)
    if not _has_display():
        sys.stderr.write(Texts(language).get("command_line.no_display") + "\n")
        return 1
    start_logging()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Quartiersdialog")
    app.setDesktopFileName("quartiersdialog")
    install_translators(app, language)
    program = Program(app, request, settings, language)
    program.start()
    code = app.exec()
    program.close()
    return code


class Program(QObject):
    """Everything that lives as long as the window."""

    def __init__(
        self, app: QApplication, request: WindowRequest, settings: Settings, language: str
    ) -> None:
        super().__init__()
        self._request = request
        self._settings = settings
        self._language = language
        self._texts = Texts(language)
        choice = ThemeChoice(request.theme or settings.text("theme", ThemeChoice.SYSTEM))
        self.theme = Theme(app, choice, settings.number("text_scale", 100))
        self.window = MainWindow(self.theme, settings)
        self.actions = Actions(self.theme, self.window)
        self.messages = Messages(self._texts, self.window)
        self.tasks = Tasks(self.messages, self.window)
        self.frame = FrameController(self.window, self.theme, settings, self.actions, self.messages)
        self.crash = CrashHandler(self.messages, self.frame.leave, self)
        self.services: Services | None = None
        self._recent = RecentSessions(request.database)
        self._start = StartController(
            StartPage(self.theme), self._texts, self.frame, parent=self.window
        )
        self._tools: Toolbox | None = None
        self._search: SearchController | None = None
        self._reader: SessionReader | None = None
        self._connect(app)

    def start(self) -> None:
        """Show the window; the services follow its first paint."""
        self.crash.install()
        content = Content(self._texts, self)
        rows = [content.session_row(session) for session in self._recent.load()]
        self._start.show_recent(rows)
        self.frame.show_start(self._start)
        self.window.show()

    def close(self) -> None:
        """After the window has closed: everything is written, the database is given back."""
        self.tasks.wait()
        self.crash.remove()
        if self.services is not None:
            self._remember()
            self.services.close()
            self.services = None

    # -- services ---------------------------------------------------------------------------

    def _connect(self, app: QApplication) -> None:
        self.window.first_painted.connect(self._load_services)
        self.window.files_dropped.connect(self._read_files)
        self.window.closing.connect(self.tasks.wait)
        self.tasks.shown.connect(self.window.progress.show_task)
        self.tasks.hidden.connect(self.window.progress.hide_task)
        self.frame.search_wanted.connect(self._open_search)
        self.frame.dialog_wanted.connect(self._open_dialog)
        self.frame.files_wanted.connect(self._ask_for_files)
        self.crash.report_wanted.connect(self._show_report)
        self.actions.get("app.new_session").triggered.connect(self._new_session)
        # The desktop ends the session: what is typed is handed over before.
        app.commitDataRequest.connect(self.frame.leave)

    def _load_services(self) -> None:
        """Import beside the event loop; the window already answers."""
        self.tasks.run(_import_services, done=self._open_workspace)

    def _open_workspace(self, _nothing: None) -> None:
        from app.bootstrap import open_workspace

        try:
            self.services = open_workspace(self._request.database, language=self._language)
        except UserError as error:
            self.messages.error(error, self.tr("Quit"), self.window.close)
            return
        self._attach(self.services)

    def _attach(self, services: Services) -> None:
        self._tools = Toolbox(
            theme=self.theme,
            texts=self._texts,
            settings=self._settings,
            actions=self.actions,
            messages=self.messages,
            tasks=self.tasks,
            services=services,
            frame=self.frame,
        )
        self._bridge = ChangeBridge(services.changes, self)
        self._bridge.changed.connect(self.frame.on_changed)
        self.frame.attach(self._tools, FACTORIES)
        self._remember()
        if self._request.session:
            page = self._request.page
            step = PAGE_NAMES[page] if page else None
            self.frame.open_session(self._request.session, step)
        if self._request.files:
            self._read_files(self._request.files)

    def _remember(self) -> None:
        if self.services is not None:
            self._recent.save(self.services.sessions.summaries())

    # -- what the frame leaves to others ----------------------------------------------------

    def _reader_of(self, tools: Toolbox) -> SessionReader:
        from ui.start.reading import SessionReader

        if self._reader is None:
            self._reader = SessionReader(tools, self.window)
        return self._reader

    def _ask_for_files(self) -> None:
        if self._tools is not None:
            self._reader_of(self._tools).ask()

    def _read_files(self, paths: object) -> None:
        if self._tools is not None:
            self._reader_of(self._tools).read(paths)  # type: ignore[arg-type]

    def _new_session(self) -> None:
        from ui.dialogs.new_session import NewSessionDialog

        if self._tools is not None:
            today = dt.datetime.now().astimezone().date()
            NewSessionDialog(self._tools, today, parent=self.window).show_over()

    def _open_search(self, everywhere: bool, text: str) -> None:
        from ui.search.controller import SearchController
        from ui.search.popup import SearchPopup

        if self.services is None:
            return
        if self._search is None:
            popup = SearchPopup(self.theme, self.window)
            self._search = SearchController(popup, self.services.search, self.tasks)
            self._search.chosen.connect(self._reveal)
        self._search.open(everywhere=everywhere, session_uid=self.frame.session_uid, text=text)

    def _reveal(self, hit: object) -> None:
        self.frame.reveal(hit.session_uid, hit.plan_item_uid, hit.statement_uid)  # type: ignore[attr-defined]

    def _open_dialog(self, name: str) -> None:
        from ui.dialogs.keys import KeysDialog
        from ui.dialogs.settings import SettingsDialog

        if name == "keys":
            KeysDialog(self.theme, parent=self.window).show_over()
        elif name == "settings":
            dialog = SettingsDialog(self.theme, self._settings, self._language, parent=self.window)
            dialog.show_over()

    def _show_report(self, text: str) -> None:
        from ui.dialogs.report import ReportDialog

        ReportDialog(self.theme, text, parent=self.window).show_over()


def _import_services(_task: Task) -> None:
    import app.bootstrap  # noqa: F401 – loaded here, used on the GUI thread


def _has_display() -> bool:
    """Whether Qt will find a screen; without one it would end the process."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
