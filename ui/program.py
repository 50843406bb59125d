"""Everything that lives as long as the window, built after its first paint.

Nothing imported at the top of this file reaches the storage: the services are imported by a worker
while the start page is already shown, and opened when that is done.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from app.errors import UserError
from app.log import start_logging
from app.paths import default_database
from app.texts import Texts
from ui.actions import Actions
from ui.backups import Afterwards
from ui.bridge import ChangeBridge
from ui.crash import CrashHandler
from ui.factories import FACTORIES, import_places
from ui.frame import FrameController
from ui.garbage import GarbageCollector
from ui.i18n import install_translators
from ui.messages import Messages
from ui.pages import PAGE_NAMES, Toolbox
from ui.recent import RecentSessions
from ui.tasks import Task, Tasks
from ui.theme import Theme, ThemeChoice

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from app.bootstrap import Services
    from app.config import WindowRequest
    from ui.backups import AutomaticBackups
    from ui.main_window import MainWindow
    from ui.prepare.handing_on import HandOn
    from ui.prepare.people_reading import PeopleReader
    from ui.search.controller import SearchController
    from ui.settings import Settings
    from ui.start.controller import StartController
    from ui.start.reading import SessionReader

DEFAULT_LANGUAGE = "de"
_DAMAGED = frozenset({"database_damaged", "check_integrity", "check_incomplete", "not_a_database"})
"""Errors of opening for which a backup is the way on."""
_SETTLED_MS = 100
"""From the window being ready to what is imported beside it."""


class Program(QObject):
    """The wiring: theme, frame, services, and who hears whom."""

    def __init__(
        self,
        app: QApplication,
        request: WindowRequest,
        settings: Settings,
        window: MainWindow,
        *,
        first: Afterwards | None = None,
    ) -> None:
        """``first`` is done before the database is opened."""
        super().__init__()
        start_logging()
        self._request = request
        self._first = first
        self.then: Afterwards | None = None
        """What is to be done when the window has closed, before one opens anew."""
        self._settings = settings
        self._language = request.language or settings.text("language", DEFAULT_LANGUAGE)
        self._texts = Texts(self._language)
        self.translators = install_translators(app, self._language)
        choice = ThemeChoice(request.theme or settings.text("theme", ThemeChoice.SYSTEM))
        self.theme = Theme(app, choice, settings.number("text_scale", 100))
        self.window = window
        window.build(self.theme)
        self.actions = Actions(self.theme, window)
        self.messages = Messages(self._texts, window)
        self.tasks = Tasks(self.messages, window)
        self.frame = FrameController(window, self.theme, settings, self.actions, self.messages)
        self.crash = CrashHandler(self.messages, self.frame.leave, self)
        self.services: Services | None = None
        self._backups: AutomaticBackups | None = None
        self._recent = RecentSessions(request.database)
        self._tools: Toolbox | None = None
        self._search: SearchController | None = None
        self._garbage = GarbageCollector(self)
        self._reader: SessionReader | None = None
        self._lists: PeopleReader | None = None
        self._handing_on: HandOn | None = None
        self._connect(app)

    def start(self) -> None:
        """Load the services; meanwhile show what the last visit remembered."""
        self.crash.install()
        work = partial(_prepare, self._request.database, self._first)
        self.tasks.run(work, done=self._open_workspace, failed=self._stay_closed)
        self.frame.start_with(self._make_start)
        if not self._request.session:
            self.frame.show_start()

    def _make_start(self) -> StartController:
        from ui.start.content import Content
        from ui.start.controller import StartController
        from ui.start.page import StartPage

        page = StartPage(self.theme)
        start = StartController(page, self._texts, self.frame, parent=self.window)
        content = Content(self._texts, self)
        start.show_recent([content.session_row(session) for session in self._recent.load()])
        return start

    def close(self) -> None:
        """After the window has closed: everything is written, the database is given back."""
        self.tasks.wait()
        self.crash.remove()
        if self.services is not None:
            self._remember()
            if self._backups is not None:
                self._backups.settle()
                self._backups.finish()
            self.services.close()
            self.services = None

    # -- services ---------------------------------------------------------------------------

    def _connect(self, app: QApplication) -> None:
        self.window.files_dropped.connect(self._read_files)
        self.window.closing.connect(self.tasks.wait)
        self.tasks.shown.connect(self.window.progress.show_task)
        self.tasks.hidden.connect(self.window.progress.hide_task)
        self.frame.search_wanted.connect(self._open_search)
        self.frame.dialog_wanted.connect(self._open_dialog)
        self.frame.files_wanted.connect(self._ask_for_files)
        self.crash.report_wanted.connect(self._show_report)
        self.actions.get("app.new_session").triggered.connect(self._new_session)
        self.actions.get("session.hand_on").triggered.connect(self._hand_on)
        self.actions.get("session.words").triggered.connect(self._open_words)
        self.actions.get("session.check_in").triggered.connect(self._check_in)
        self.actions.get("session.feedback").triggered.connect(self._open_feedback)
        # The desktop ends the session: what is typed is handed over before.
        app.commitDataRequest.connect(self.frame.leave)

    def _stay_closed(self, error: BaseException) -> None:
        """The database is not opened: it is damaged, or what was to be done first failed."""
        self._garbage.begin()
        self.frame.show_start()
        if not isinstance(error, UserError):
            raise error
        self._say_damage(error)

    def _say_damage(self, error: UserError) -> None:
        self.messages.error(error, self.tr("What to do"), partial(self._show_backups, error))

    def _open_workspace(self, done: str) -> None:
        from app.bootstrap import open_workspace
        from app.services.place import is_place_fault

        try:
            self.services = open_workspace(
                self._request.database, language=self._language, clock=self._request.clock
            )
        except UserError as error:
            self._garbage.begin()
            self.frame.show_start()
            if error.code in _DAMAGED:
                self._say_damage(error)
            elif is_place_fault(error.code) and not default_database().exists():
                self.messages.error(error, self.tr("Move here"), self._move)
            else:
                self.messages.error(error, self.tr("Quit"), self.window.close)
        else:
            self._attach(self.services)
            if done:
                self.messages.done(done)
            # Behind the first key: nothing that can be seen waits for what follows.
            QTimer.singleShot(_SETTLED_MS, self, self._load_the_rest)

    def _load_the_rest(self) -> None:
        """The window is in use: import what writes, remember the sessions."""
        self._garbage.begin()
        if self.services is not None:
            self.tasks.run(partial(_load_services, self.services), done=self._loaded)

    def _loaded(self, _nothing: None) -> None:
        self._remember()
        self._look_for_damage()
        self.frame.make_ready()

    def _look_for_damage(self) -> None:
        """Beside the first work of the user: half a second for a hundred thousand statements."""
        self.tasks.run(partial(_quick_check, self._request.database), done=self._looked)

    def _looked(self, problem: UserError | None) -> None:
        if problem is not None:
            self._say_damage(problem)
        else:
            self._begin_backups()
            self._warn_of_little_space()

    def _warn_of_little_space(self) -> None:
        from app.services.place import little_space

        free = little_space(self._request.database.expanduser().absolute())
        if free is not None and self.window.band.notice is None:
            text = self.tr("Only %1 MB are free on this drive. Please make room before you begin.")
            self.messages.warn(text.replace("%1", str(free // 1_000_000)))

    def _begin_backups(self) -> None:
        from ui.backups import AutomaticBackups

        if self.services is not None:
            self._backups = AutomaticBackups(self.services, self.tasks, self.messages, self)
            # What was written before the program was ended last time.
            self._backups.make()
            self._backups.go_on_removing()

    def _attach(self, services: Services) -> None:
        from ui.spelling import Speller
        from ui.text_blocks import TextBlocks

        speller = Speller(
            self.theme, services, self._settings, self.tasks, self.messages, self.window
        )
        blocks = TextBlocks(services, self.window)
        self._tools = Toolbox(
            theme=self.theme,
            texts=self._texts,
            settings=self._settings,
            actions=self.actions,
            messages=self.messages,
            tasks=self.tasks,
            services=services,
            frame=self.frame,
            speller=speller,
            blocks=blocks,
        )
        self._bridge = ChangeBridge(services.changes, self)
        # Before the places, which ask for the blocks when they are told.
        self._bridge.changed.connect(blocks.on_changed)
        self._bridge.changed.connect(self.frame.on_changed)
        self._bridge.changed.connect(speller.on_changed)
        self.actions.get("app.spelling").triggered.connect(speller.suggest_here)
        speller.words_wanted.connect(self.actions.get("session.words").trigger)
        self.frame.attach(self._tools, FACTORIES)
        if self._request.session:
            self._open_requested(self._request.session)
        if self._request.files:
            self._read_files(self._request.files)

    def _open_requested(self, session_uid: str) -> None:
        page = self._request.page
        try:
            self.frame.open_session(session_uid, PAGE_NAMES[page] if page else None)
        except UserError as error:
            self.frame.show_start()
            self.messages.error(error)

    def _remember(self) -> None:
        if self.services is not None:
            self._recent.save(self.services.views.sessions())

    # -- what the frame leaves to others ----------------------------------------------------

    def _reader_of(self, tools: Toolbox) -> SessionReader:
        from ui.start.reading import SessionReader

        if self._reader is None:
            self._reader = SessionReader(tools, self.window)
        return self._reader

    def _ask_for_files(self) -> None:
        if self._tools is not None:
            self._reader_of(self._tools).ask()

    def _read_files(self, paths: Sequence[Path]) -> None:
        """Session documents; photos, lists of participants, templates for the open session."""
        from app.domain.templates import TEMPLATE_SUFFIXES
        from ui.photos.sources import is_photo
        from ui.prepare.people_reading import SUFFIXES, PeopleReader

        if self._tools is None:
            return
        session = self.frame.session_uid
        lists = [path for path in paths if session and path.suffix.lower() in SUFFIXES]
        if lists:
            self._lists = self._lists or PeopleReader(self._tools, self.window)
            self._lists.read(session, lists[0])
        photos = [path for path in paths if is_photo(path)]
        if photos:
            self.frame.add_photos(photos)
        word = [path for path in paths if path.suffix.lower() in TEMPLATE_SUFFIXES]
        forms = [path for path in word if session and self._is_form(path)]
        if forms:
            self._open_feedback(form=forms[0])
        elif word:
            self.frame.look_at_template(word[0])
        if documents := [path for path in paths if path not in (*lists, *photos, *word)]:
            self._reader_of(self._tools).read(documents)

    def _is_form(self, path: Path) -> bool:
        return self.services is not None and self.services.feedback_forms.is_form(path)

    def _new_session(self) -> None:
        from ui.dialogs.new_session import NewSessionDialog

        if self._tools is not None:
            today = dt.datetime.now().astimezone().date()
            NewSessionDialog(self._tools, today, parent=self.window).show_over()

    def _hand_on(self) -> None:
        from ui.prepare.handing_on import HandOn

        if self._tools is not None and self.frame.session_uid:
            self.frame.leave()
            self._handing_on = self._handing_on or HandOn(self._tools, self.window)
            self._handing_on.ask(self.frame.session_uid)

    def _open_words(self) -> None:
        from ui.dialogs.series_words import SeriesWordsDialog
        from ui.text_blocks import selected_text

        if self._tools is not None and self.frame.session_uid:
            text, uid = selected_text(), self.frame.session_uid
            SeriesWordsDialog(self._tools, uid, text, parent=self.window).show_over()

    def _check_in(self) -> None:
        from ui.checkin.dialog import CheckInDialog

        if self._tools is not None and self.frame.session_uid:
            self.frame.leave()
            CheckInDialog(self._tools, self.frame.session_uid, parent=self.window).show_over()

    def _open_feedback(self, _checked: bool = False, form: Path | None = None) -> None:
        from ui.feedback.dialog import FeedbackDialog

        if self._tools is not None and self.frame.session_uid:
            self.frame.leave()
            dialog = FeedbackDialog(self._tools, self.frame.session_uid, parent=self.window)
            dialog.show_over()
            if form is not None:
                dialog.forms.read(form)

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
            sheet = KeysDialog(self.theme, parent=self.window)
            sheet.card_wanted.connect(self._open_card)
            sheet.show_over()
        elif name == "backups":
            self._show_backups()
        elif name == "settings":
            speller = self._tools.speller if self._tools else None
            dialog = SettingsDialog(
                self.theme, self._settings, self._language, speller, parent=self.window
            )
            dialog.show_over()

    def _show_backups(self, damage: UserError | None = None) -> None:
        from app.services.backups import BackupService
        from ui.dialogs.backups import BackupsDialog

        BackupsDialog(
            self.theme,
            self._texts,
            self.tasks,
            self.messages,
            BackupService(self._request.database.expanduser().absolute()),
            self._begin_again,
            damage=damage,
            parent=self.window,
        ).show_over()

    def _begin_again(self, then: Afterwards) -> None:
        self.then = then
        self.window.close()

    def _move(self) -> None:
        """A checked copy in the user's own folder, which opens then; the other file stays."""
        target = default_database()
        work = partial(_copy_here, self._request.database, target)
        text = self.tr("The database lies in “%1” now. The other file was left as it is.")
        say = partial(_moved, text.replace("%1", str(target.parent)))
        self._begin_again(Afterwards(work, say, target))

    def _open_card(self) -> None:
        from ui.dialogs.sign_card import SignCardDialog

        SignCardDialog(self.theme, self.messages, parent=self.window).show_over()

    def _show_report(self, text: str) -> None:
        from ui.dialogs.report import ReportDialog

        ReportDialog(self.theme, text, parent=self.window).show_over()


def _prepare(database: Path, first: Afterwards | None, task: Task) -> str:
    """Load what opens the database, and look at it if it was not closed; what to say, if anything.

    Raises ``UserError`` if it must not be opened.
    """
    import app.bootstrap  # loaded here, used on the GUI thread
    from app.services.workspace import problem_after_unclean_end

    assert app.bootstrap  # noqa: S101 - imported for its effect
    if first is not None:
        return first.say(first.work(task))
    problem = problem_after_unclean_end(database)
    if problem is not None:
        raise problem
    return ""


def _copy_here(source: Path, target: Path, _task: Task) -> None:
    from app.services.backups import BackupService

    if source.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        BackupService(source).restore_copy(source, target)


def _moved(text: str, _nothing: None) -> str:
    return text


def _quick_check(database: Path, _task: Task) -> UserError | None:
    from app.services.workspace import quick_problem

    return quick_problem(database)


def _load_services(services: Services, _task: Task) -> None:
    services.load()
    import_places()
