"""The program as a whole: what is painted first, what follows, what is there at the end."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from app.bootstrap import workspace
from app.config import WindowRequest
from app.paths import default_database, open_mark, resources_root
from app.services.backups import BackupService
from tests.support.damage import overwrite_page, pages_of
from tests.support.room import Room
from tests.support.tables import dump
from ui.__main__ import open_window
from ui.dialogs.backups import BackupsDialog
from ui.main_window import MainWindow
from ui.opening import GROUNDS, opening, recent_lines
from ui.pages import Step
from ui.program import Program
from ui.recent import RecentSessions
from ui.settings import Settings
from ui.theme import DARK, LIGHT, Tokens
from ui.widgets.band import BandKind

pytestmark = pytest.mark.usefixtures("german")

HEAVY = (
    *("sqlalchemy", "sqlmodel", "sqlcipher3", "alembic", "docx", "lxml", "pydantic"),
    *("app.storage", "app.domain", "app.texts", "ui.widgets", "ui.theme", "PySide6.QtSvg"),
)
"""What the first paint does without."""

FIRST_PAINT = f"""
import sys
from pathlib import Path
from app.config import WindowRequest
from PySide6.QtWidgets import QApplication
import ui.main

def loaded():
    return sorted(n for n in sys.modules if n.startswith({HEAVY!r}))

class Watched(ui.main.Start):
    def go_on(self):
        print("first:", *loaded())
        super().go_on()
        self._program.tasks.hidden.connect(self.ended)

    def ended(self, _task):
        print("later:", len(loaded()) > 10)
        QApplication.instance().quit()

ui.main.Start = Watched
ui.main.run_window(WindowRequest(database=Path(sys.argv[1])))
"""


def test_the_first_paint_needs_no_database(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, tmp_path / "a.db"],
        cwd=resources_root().parent,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.splitlines() == ["first:", "later: True"], done.stderr


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_the_first_moment_has_the_colours_of_the_theme(tokens: Tokens) -> None:
    colors = GROUNDS[tokens.is_dark]
    assert {name: tokens.color(name).name().upper() for name in colors} == colors


def test_the_first_moment_shows_the_sessions_last_seen(qtbot: QtBot, tmp_path: Path) -> None:
    database = tmp_path / "workspace.db"
    with workspace(database) as services:
        Room(services)
        RecentSessions(database).save(services.views.sessions())
    assert recent_lines(database) == [("Strategiegespräch Quartier Lindenviertel", "22.11.2026")]
    window = MainWindow(None, Settings(tmp_path / "s.json"), opening(database, "dark"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.first_painted):
        window.show()
    image = window.grab().toImage()
    assert image.pixelColor(image.width() - 5, image.height() - 5).name() == DARK.paper.name()
    assert image.pixelColor(image.width() - 5, 5).name() == DARK.surface.name()


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'[{"title": "x", "date": 5}]', b"\xff"])
def test_a_broken_list_leaves_the_first_moment_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.recent.json").write_bytes(content)
    assert recent_lines(tmp_path / "a.db") == []


def opened(program: Program) -> bool:
    return program.services is not None


class Case:
    """A started program on a database in the test's folder."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.database = folder / "workspace.db"
        self.settings = Settings(folder / "settings.json")
        self.program: Program | None = None

    def start(self, **values: object) -> Program:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        request = WindowRequest(database=self.database, **values)  # type: ignore[arg-type]
        window = MainWindow(None, self.settings, opening(self.database, "light"))
        self.qtbot.addWidget(window)
        with self.qtbot.waitSignal(window.first_painted):
            window.open()
        program = Program(app, request, self.settings, window)
        program.start()
        self.program = program
        return program

    def ready(self, **values: object) -> Program:
        program = self.start(**values)
        self.qtbot.waitUntil(lambda: program.services is not None, timeout=30_000)
        self.qtbot.waitUntil(lambda: not program.tasks.busy, timeout=30_000)
        return program

    def stop(self) -> None:
        if self.program is not None:
            self.program.window.close()
            self.program.close()
            for translator in self.program.translators:
                QApplication.removeTranslator(translator)
            self.program = None


@pytest.fixture
def case(qtbot: QtBot, tmp_path: Path) -> Iterator[Case]:
    made = Case(qtbot, tmp_path)
    yield made
    made.stop()


def test_the_services_follow_the_window(case: Case) -> None:
    program = case.start()
    assert program.window.isVisible()
    assert not opened(program)
    case.qtbot.waitUntil(lambda: program.services is not None, timeout=30_000)
    assert program.services is not None
    assert program.services.views.sessions() == ()


def test_closing_gives_the_database_back_and_remembers(case: Case) -> None:
    program = case.ready()
    assert program.services is not None
    room = Room(program.services)
    case.stop()
    assert not opened(program)
    remembered = RecentSessions(case.database).load()
    assert [session.uid for session in remembered] == [room.uid]
    with workspace(case.database) as services:
        assert services.workspace.check().problems == ()


def test_a_session_named_at_the_start_is_opened(case: Case) -> None:
    with workspace(case.database) as services:
        uid = Room(services).uid
    program = case.ready(session=uid, page="live")
    assert program.frame.session_uid == uid
    assert program.window.session_bar.steps.buttons()[Step.LIVE].isChecked()


def test_a_file_named_at_the_start_is_read_in(case: Case, tmp_path: Path) -> None:
    with workspace(tmp_path / "other.db") as services:
        uid = Room(services).uid
        services.documents.write(uid, tmp_path / "a.session.json")
    program = case.ready(files=(tmp_path / "a.session.json",))
    case.qtbot.waitUntil(lambda: program.frame.session_uid == uid, timeout=30_000)


def test_a_database_that_is_none_is_said_and_nothing_is_changed(case: Case) -> None:
    case.database.write_bytes(b"x" * 5000)
    program = case.start()
    case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
    notice = program.window.band.notice
    assert notice is not None
    assert notice.button == "Was tun"
    assert "keine Datenbank von Quartiersdialog" in notice.text
    assert notice.action is not None
    notice.action()
    dialog = program.window.findChild(BackupsDialog)
    assert dialog is not None
    case.qtbot.waitUntil(lambda: not program.tasks.busy, timeout=30_000)
    dialog.reject()
    assert case.database.read_bytes() == b"x" * 5000


def test_a_database_that_is_open_elsewhere_is_said_and_the_window_closes(case: Case) -> None:
    with workspace(case.database):
        program = case.start()
        case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
        notice = program.window.band.notice
        assert notice is not None
        assert notice.button == "Beenden"
        assert notice.action is not None
        notice.action()
        assert not program.window.isVisible()


def test_the_dialogs_of_the_frame_open(case: Case) -> None:
    program = case.ready()
    for name in ("keys", "settings"):
        program.frame.open_dialog(name)
        dialogs = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
        assert len(dialogs) == 1
        dialogs[0].close()
    program.crash.report_wanted.emit("Bericht")
    dialogs = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()
    program.actions.get("app.new_session").trigger()
    dialogs = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
    assert len(dialogs) == 1
    dialogs[0].close()


def test_a_hit_of_the_search_leads_to_its_statement(case: Case) -> None:
    with workspace(case.database) as services:
        uid = services.example.ensure()
        statement = services.views.statements(uid)[10]
    program = case.ready()
    program.frame.open_search(everywhere=True, text=statement.text[:40])
    popup = program._search._popup  # type: ignore[union-attr]
    case.qtbot.waitUntil(lambda: popup.model.rowCount() > 0)
    assert popup.model.row_at(0).uid == statement.uid
    case.qtbot.keyClick(popup.field, "\r")
    assert program.frame.session_uid == uid
    assert program.window.session_bar.steps.buttons()[Step.REVIEW].isChecked()


def test_without_a_screen_the_program_says_so(
    case: Case, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert open_window(WindowRequest(database=case.database)) == 1
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "Hier gibt es keinen Bildschirm" in err


def test_no_widget_is_asked_for_its_screen() -> None:
    """PySide ties the screen to the widget that was asked: freed with it, it crashes the next."""
    modules = (resources_root().parent / "ui").rglob("*.py")
    asking = [m.name for m in modules if re.search(r"\w\.screen\(\)(?!``)", m.read_text("utf-8"))]
    assert asking == []


def test_a_session_can_be_typed_into_without_what_writes(tmp_path: Path) -> None:
    """The longest import of all is not waited for; only then is it made."""
    database = tmp_path / "w.db"
    with workspace(database) as services:
        uid = Room(services).uid
    script = f"""
import sys
import ui.main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.config import WindowRequest
from pathlib import Path

def heavy():
    late = ("sqlalchemy", "sqlmodel", "docx", "alembic", "pydantic", "hashlib",
        "app.domain.minutes", "app.domain.due_dates", "app.domain.history", "app.domain.backups",
        "app.domain.people_table")
    return sorted(n for n in sys.modules if n in late)

class Window(ui.main.MainWindow):
    def __init__(self, *args):
        super().__init__(*args)
        QApplication.instance().focusChanged.connect(self.moved)

    def moved(self, _before, now):
        if type(now).__name__ == "EntryEdit":
            print("typed into with", heavy())
            self.look()

    def look(self):
        if "sqlalchemy" in heavy():
            print("later it comes")
            self.close()
        else:
            QTimer.singleShot(20, self.look)

ui.main.MainWindow = Window
ui.main.run_window(WindowRequest(Path({str(database)!r}), session={uid!r}, page="live"))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120
    )
    assert "typed into with []\n" in done.stdout, done.stderr
    assert "later it comes\n" in done.stdout


def test_a_damaged_database_is_not_opened_after_an_unclean_end(case: Case) -> None:
    with workspace(case.database) as services:
        services.example.ensure()
    overwrite_page(case.database, pages_of(case.database)["statement"][2])
    open_mark(case.database).touch()
    program = case.start()
    case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
    notice = program.window.band.notice
    assert notice is not None
    assert (notice.button, "beschädigt" in notice.text) == ("Was tun", True)
    assert not opened(program)
    assert notice.action is not None
    notice.action()
    dialog = program.window.findChild(BackupsDialog)
    assert dialog is not None
    assert dialog.salvage.isVisible()
    case.qtbot.waitUntil(lambda: not program.tasks.busy, timeout=30_000)
    dialog.reject()


def test_after_a_clean_end_damage_is_noticed_beside_the_work(case: Case) -> None:
    with workspace(case.database) as services:
        services.example.ensure()
    overwrite_page(case.database, pages_of(case.database)["statement"][2])
    program = case.ready()
    case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
    notice = program.window.band.notice
    assert notice is not None
    assert notice.button == "Was tun"
    assert BackupService(case.database).last() is None, "and no backup is made of it"


def test_the_window_opens_anew_on_what_was_restored(tmp_path: Path) -> None:
    database = tmp_path / "w.db"
    with workspace(database) as services:
        room = Room(services)
        room.say("Eins")
        services.backups.make()
        room.say("Zwei")
    script = f"""
import sys
import ui.main
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from app.config import WindowRequest
from pathlib import Path

class Watched(ui.main.Start):
    windows = 0
    def go_on(self):
        super().go_on()
        Watched.windows += 1
        QTimer.singleShot(20, self.step)

    def step(self):
        program = self._program
        if program.services is None or program.tasks.busy:
            return QTimer.singleShot(20, self.step)
        statements = sum(s.statement_count for s in program.services.views.sessions())
        notice = program.window.band.notice
        print(Watched.windows, statements, notice.text if notice else "")
        if Watched.windows > 1:
            return program.window.close()
        program.frame.open_dialog("backups")
        self.choose()

    def choose(self):
        dialog = self._program.window.findChild(QDialog)
        if not dialog.list.current_uid():
            return QTimer.singleShot(20, self.choose)
        dialog.list.setCurrentIndex(dialog.list.rows.index(dialog.list.rows.rowCount() - 1, 0))
        dialog.confirm.click()
        dialog.findChild(QDialog).confirm.click()

ui.main.Start = Watched
ui.main.run_window(WindowRequest(Path({str(database)!r}), language="de"))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120
    )
    first, second = done.stdout.splitlines()
    assert first == "1 2 "
    assert second.startswith("2 1 Die Sicherung vom"), done.stderr


def test_a_database_in_a_synchronised_folder_can_be_moved(case: Case, tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        Room(services).say("Im falschen Ordner")
    (tmp_path / "OneDrive").mkdir()
    case.database = (tmp_path / "w.db").rename(tmp_path / "OneDrive" / "w.db")
    before = case.database.read_bytes()
    program = case.start()
    case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
    notice = program.window.band.notice
    assert notice is not None
    assert (notice.button, "OneDrive" in notice.text) == ("Hierher verschieben", True)
    assert notice.action is not None
    notice.action()
    assert not program.window.isVisible()
    then = program.then
    assert then is not None
    assert then.database == default_database()
    try:
        then.say(then.work(None))  # type: ignore[arg-type]
        assert dump(default_database()) == dump(case.database)
        assert case.database.read_bytes() == before
    finally:
        default_database().unlink(missing_ok=True)


def test_little_space_is_said_once_and_quietly(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.place.LOW_SPACE", 1 << 60)
    program = case.ready()
    case.qtbot.waitUntil(lambda: program.window.band.notice is not None, timeout=30_000)
    notice = program.window.band.notice
    assert notice is not None
    assert (notice.kind, "MB frei" in notice.text) == (BandKind.WARNING, True)
