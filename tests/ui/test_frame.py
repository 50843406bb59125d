"""The frame: opening, steps, leaving, undo, saved, narrow windows, columns, dropped files."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.changes import ChangeSet
from app.domain.sessions import SessionChanges
from app.domain.statements import StatementDraft
from app.domain.vocabulary import SessionState
from app.errors import RefusedError
from tests.support.look import clipped, nameless
from tests.support.room import Room
from ui.actions import Actions, Context
from ui.bridge import ChangeBridge
from ui.frame import FrameController
from ui.main_window import MainWindow
from ui.messages import Messages
from ui.pages import Extent, SessionPlace, Step, Toolbox
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import Theme

pytestmark = pytest.mark.usefixtures("german")


class PlainPlace:
    """A step with two fields that notes what the frame tells it."""

    def __init__(self, step: Step) -> None:
        self.step = step
        self.told: list[object] = []
        self.can_reveal = step is Step.REVIEW
        self.page = QWidget()
        self.first, self.second = QLineEdit(), QLineEdit()
        layout = QHBoxLayout(self.page)
        for field in (self.first, self.second):
            field.setAccessibleName("Feld")
            layout.addWidget(field)

    def open_session(self, session_uid: str) -> None:
        self.told.append(("open", session_uid))

    def leave(self) -> None:
        self.told.append("leave")

    def refresh(self, change_set: ChangeSet) -> None:
        self.told.append(change_set.operation)

    def focus_main(self) -> None:
        self.first.setFocus()

    def set_extent(self, extent: Extent) -> None:
        self.told.append(extent)

    def columns(self) -> tuple[QWidget, ...]:
        return (self.first, self.second)

    def reveal(self, _plan_item_uid: str, statement_uid: str) -> bool:
        self.told.append(("reveal", statement_uid))
        return self.can_reveal


class PlainStart:
    """A start page with one button."""

    def __init__(self) -> None:
        self.page = QPushButton("Neues Gespräch")
        self.told: list[object] = []

    def attach(self, tools: Toolbox) -> None:
        self.told.append("attach")

    def refresh(self, change_set: ChangeSet | None) -> None:
        self.told.append(change_set.operation if change_set else None)

    def focus_main(self) -> None:
        self.page.setFocus()

    def set_extent(self, extent: Extent) -> None:
        self.told.append(extent)

    def columns(self) -> tuple[QWidget, ...]:
        return (self.page,)


class Case:
    """A window with plain places on a real database."""

    def __init__(self, qtbot: QtBot, theme: Theme, services: Services, folder: Path) -> None:
        self.qtbot, self.services, self.theme = qtbot, services, theme
        self.room = Room(services)
        self.settings = Settings(folder / "settings.json")
        self.window = MainWindow(theme, self.settings)
        self.window.setWindowState(Qt.WindowState.WindowNoState)
        self.window.resize(1366, 768)
        self.actions = Actions(theme, self.window)
        self.messages = Messages(services.texts, self.window)
        self.tasks = Tasks(self.messages, self.window)
        self.frame = FrameController(self.window, theme, self.settings, self.actions, self.messages)
        self.start = PlainStart()
        self.places = {step: PlainPlace(step) for step in Step}
        self.bridge = ChangeBridge(services.changes, self.window)
        self.bridge.changed.connect(self.frame.on_changed)
        self.tools = Toolbox(
            theme=theme,
            texts=services.texts,
            settings=self.settings,
            actions=self.actions,
            messages=self.messages,
            tasks=self.tasks,
            services=services,
            frame=self.frame,
        )
        qtbot.addWidget(self.window)
        self.frame.start_with(lambda: self.start)
        self.frame.show_start()
        self.frame.attach(self.tools, {step: self._maker(step) for step in Step})
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _maker(self, step: Step) -> Callable[[Toolbox], SessionPlace]:
        return lambda _tools: self.places[step]

    def press(self, keys: str) -> None:
        self.qtbot.keySequence(QApplication.focusWidget() or self.window, keys)

    def record(self, text: str = "Text") -> str:
        item = self.room.question(4).uid
        return self.services.capture.record(StatementDraft(plan_item_uid=item, text=text)).uid

    @property
    def shown(self) -> QWidget | None:
        return self.window.pages.currentWidget()

    @property
    def saved(self) -> str:
        return self.window.session_bar.saved.text()

    @property
    def band(self) -> str:
        notice = self.window.band.notice
        return notice.text if notice else ""


@pytest.fixture
def case(qtbot: QtBot, theme: Theme, services: Services, tmp_path: Path) -> Iterator[Case]:
    made = Case(qtbot, theme, services, tmp_path)
    yield made
    made.bridge.close()


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (SessionState.PLANNED, Step.PREPARE),
        (SessionState.RUNNING, Step.LIVE),
        (SessionState.REVIEW, Step.REVIEW),
        (SessionState.CLOSED, Step.MINUTES),
    ],
)
def test_a_session_opens_where_its_state_asks_for(
    case: Case, state: SessionState, step: Step
) -> None:
    if state is not SessionState.PLANNED:
        case.services.sessions.set_state(case.room.uid, state)
    case.frame.open_session(case.room.uid)
    assert case.shown is case.places[step].page
    assert case.window.session_bar.steps.buttons()[step].isChecked()
    assert QApplication.focusWidget() is case.places[step].first


def test_keys_lead_to_the_steps_and_home(case: Case) -> None:
    case.press("Ctrl+3")
    assert case.shown is case.start.page
    case.frame.open_session(case.room.uid)
    for step in (Step.REVIEW, Step.MINUTES, Step.LIVE, Step.PREPARE):
        case.press(f"Ctrl+{step.value}")
        assert case.shown is case.places[step].page
    case.press("Alt+Home")
    assert case.shown is case.start.page
    assert QApplication.focusWidget() is case.start.page
    assert not case.actions.get("session.undo").isEnabled()


def test_a_step_is_made_once_and_told_when_it_is_left(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    live = case.places[Step.LIVE]
    live.told.clear()
    case.frame.go_to(Step.REVIEW)
    assert live.told == ["leave"]
    case.frame.go_to(Step.LIVE)
    assert live.told == ["leave"]
    case.frame.go_to(Step.LIVE)
    other = Room(case.services)
    live.told.clear()
    case.frame.open_session(other.uid, Step.LIVE)
    assert ("open", other.uid) in live.told
    assert live.told[0] == "leave"


def test_a_step_gets_its_focus_back(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.PREPARE)
    place = case.places[Step.PREPARE]
    place.second.setFocus()
    case.press("Ctrl+3")
    case.press("Ctrl+1")
    assert QApplication.focusWidget() is place.second
    case.press("Ctrl+3")
    place.second.setEnabled(False)
    case.press("Ctrl+1")
    assert QApplication.focusWidget() is place.first, "nothing to give it back to"


def test_live_always_begins_in_its_line(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.places[Step.LIVE].second.setFocus()
    case.press("Ctrl+3")
    case.press("Ctrl+2")
    assert QApplication.focusWidget() is case.places[Step.LIVE].first


def test_a_session_opened_anew_begins_where_work_begins(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.PREPARE)
    case.places[Step.PREPARE].second.setFocus()
    other = Room(case.services)
    case.frame.open_session(other.uid, Step.PREPARE)
    assert QApplication.focusWidget() is case.places[Step.PREPARE].first
    case.places[Step.PREPARE].second.setFocus()
    case.frame.go_home()
    case.frame.open_session(other.uid, Step.PREPARE)
    assert QApplication.focusWidget() is case.places[Step.PREPARE].first


def test_the_bar_says_which_session_and_how_far(case: Case) -> None:
    case.services.sessions.update(
        case.room.uid,
        SessionChanges(title="Strategiegespräch Lindenviertel", date=dt.date(2026, 11, 20)),
    )
    case.frame.open_session(case.room.uid)
    bar = case.window.session_bar
    assert bar.title.text() == "Strategiegespräch Lindenviertel"
    assert bar.subline.text() == "Fr 20. November 2026 · geplant"
    case.record()
    case.frame.go_to(Step.REVIEW)
    assert bar.subline.text() == "Fr 20. November 2026 · 1 Beitrag"
    case.record()
    assert bar.subline.text() == "Fr 20. November 2026 · 2 Beiträge"
    case.services.sessions.update(case.room.uid, SessionChanges(title="Neu"))
    assert bar.title.text() == "Neu"


def test_every_commit_is_said(case: Case) -> None:
    assert case.saved == "alles gespeichert"
    case.frame.open_session(case.room.uid)
    case.record()
    assert case.saved.startswith("gespeichert ")
    assert len(case.saved) == len("gespeichert 10:42:07")


def test_a_session_that_is_opened_says_when_it_was_saved(case: Case) -> None:
    """Also when that was before this start; on another day the date."""
    moment = case.services.views.last_saved(case.room.uid)
    assert moment is not None
    case.frame.open_session(case.room.uid)
    assert case.saved == f"gespeichert {moment.astimezone():%H:%M:%S}"
    with case.services._database.save() as driver:
        driver.execute("UPDATE operation SET at = '2026-11-12 17:33:07.000000'")
    case.frame.open_session(case.room.uid)
    assert case.saved == "gespeichert 12.11.2026"


def test_what_could_not_be_saved_is_said_until_something_is(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    case.messages.unsaved(RefusedError("undo_nothing"))
    assert case.saved == "nicht gespeichert"
    assert case.band
    case.window.session_bar.saved.help_wanted.emit()
    assert "freien Platz" in case.band
    case.record()
    assert case.saved.startswith("gespeichert ")


def test_places_that_were_made_hear_of_changes(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.record()
    assert "statement.record" in case.places[Step.LIVE].told
    assert "statement.record" not in case.places[Step.REVIEW].told


def test_undo_says_what_and_offers_the_way_back(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.record()
    count = len(case.services.views.statements(case.room.uid))
    case.places[Step.REVIEW].page.setFocus()
    case.window.session_bar.home.setFocus()
    case.press("Ctrl+Z")
    assert len(case.services.views.statements(case.room.uid)) == count - 1
    name = case.services.texts.get("operations.statement.record")
    assert case.band == f"Rückgängig gemacht: {name}"
    notice = case.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert len(case.services.views.statements(case.room.uid)) == count
    assert case.band == f"Wiederholt: {name}"


def test_undo_in_the_band_goes_with_the_next_change(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.record("Erster")
    case.frame.undo()
    assert case.band
    other = Room(case.services)
    other.say("In einem anderen Gespräch")
    assert case.band, "that is another history"
    case.record("Zweiter")
    assert case.band == ""


def test_what_the_band_offers_leaves_with_its_session(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.messages.done("1 Beitrag gelöscht.", "Rückgängig", case.frame.undo)
    case.frame.go_home()
    assert case.band == ""
    case.messages.done("Gespeichert.", "Ordner öffnen", list, lasting=True)
    case.frame.open_session(case.room.uid, Step.REVIEW)
    case.messages.done("Gespeichert.", "Ordner öffnen", list, lasting=True)
    case.record()
    assert case.band == "Gespeichert."


def test_nothing_to_undo_is_an_expected_error(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    while case.services.history.undoable(case.room.uid):
        case.services.history.undo(case.room.uid)
    with pytest.raises(RefusedError):
        case.frame.undo()


def test_a_deleted_session_is_left(case: Case) -> None:
    case.frame.open_session(case.room.uid)
    case.services.sessions.delete(case.room.uid)
    assert case.shown is case.start.page
    assert case.frame.session_uid == ""


def test_a_hit_is_shown_where_it_can_be(case: Case) -> None:
    uid = case.record()
    item = case.room.question(4).uid
    case.frame.open_session(case.room.uid, Step.MINUTES)
    case.frame.reveal(case.room.uid, item, uid)
    assert case.shown is case.places[Step.REVIEW].page
    assert case.places[Step.REVIEW].told[-1] == ("reveal", uid)
    case.places[Step.LIVE].can_reveal = True
    case.frame.go_to(Step.LIVE)
    case.frame.reveal(case.room.uid, item, uid)
    assert case.shown is case.places[Step.LIVE].page


def test_search_and_dialogs_are_asked_for(case: Case) -> None:
    asked: list[tuple[bool, str]] = []
    case.frame.search_wanted.connect(lambda everywhere, text: asked.append((everywhere, text)))
    case.press("Ctrl+K")
    case.frame.open_session(case.room.uid)
    case.press("Ctrl+F")
    case.press("Ctrl+K")
    case.window.session_bar.search.click()
    assert asked == [(True, ""), (False, ""), (True, ""), (True, "")]
    with case.qtbot.waitSignal(case.frame.dialog_wanted) as dialog:
        case.press("F1")
    assert dialog.args == ["keys"]


def test_narrow_windows_and_large_texts(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    told = case.places[Step.LIVE].told
    case.window.resize(911, 512)
    QApplication.processEvents()
    assert told[-1] == Extent(narrow=True, low=True)
    bar = case.window.session_bar
    assert not bar.steps.buttons()[Step.LIVE].isVisible()
    assert (bar.search.text(), bar.search.toolTip()) == ("", "Suchen")
    assert bar.saved.width() >= bar.saved.sizeHint().width()
    case.window.resize(700, 512)
    QApplication.processEvents()
    assert told[-1] == Extent(narrow=True, low=True, slim=True)
    case.window.resize(1366, 768)
    QApplication.processEvents()
    assert told[-1] == Extent()
    for _ in range(3):
        case.press("Ctrl++")
    assert case.theme.scale == 150
    assert told[-1] == Extent(narrow=True, low=True)
    assert case.settings.number("text_scale", 100) == 150
    case.press("Ctrl+0")
    assert told[-1] == Extent()
    case.press("Ctrl+-")
    assert case.theme.scale == 90


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        *(((1366, 768), scale) for scale in (100, 150, 200)),
        *(((911, 512), scale) for scale in (100, 150)),
        ((640, 480), 100),
    ],
)
def test_nothing_in_the_bars_is_clipped(case: Case, scale: int, size: tuple[int, int]) -> None:
    case.theme.set_scale(scale)
    case.window.resize(*size)
    QApplication.processEvents()
    assert clipped(case.window.start_bar) == []
    case.frame.open_session(case.room.uid)
    QApplication.processEvents()
    assert clipped(case.window.session_bar) == []
    assert nameless(case.window) == []


def test_f6_goes_from_column_to_column(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.REVIEW)
    place = case.places[Step.REVIEW]
    case.press("F6")
    assert QApplication.focusWidget() is place.second
    case.press("F6")
    assert QApplication.focusWidget() is place.first
    case.press("Shift+F6")
    assert QApplication.focusWidget() is place.second
    place.second.hide()
    place.first.setFocus()
    case.press("F6")
    assert QApplication.focusWidget() is place.first


def dropped(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_files_dropped_anywhere_are_read_in(case: Case, tmp_path: Path) -> None:
    paths = [tmp_path / "a.session.json", tmp_path / "b.session.json"]
    data, left = dropped(paths), Qt.MouseButton.LeftButton
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    veil = case.window._veil
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, keys)
    QApplication.sendEvent(case.window, enter)
    assert veil.isVisible()
    assert veil.geometry() == case.window.rect()
    QApplication.sendEvent(case.window, QDragLeaveEvent())
    assert not veil.isVisible()
    QApplication.sendEvent(case.window, enter)
    with case.qtbot.waitSignal(case.window.files_dropped) as heard:
        QApplication.sendEvent(case.window, QDropEvent(QPointF(5, 5), copy, data, left, keys))
    assert heard.args == [tuple(paths)]
    assert not veil.isVisible()


def test_anything_but_files_is_not_welcome(case: Case) -> None:
    data = QMimeData()
    data.setText("Text")
    copy, keys = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(case.window, enter)
    assert not case.window._veil.isVisible()


def test_closing_hands_over_drafts_and_keeps_the_place(case: Case) -> None:
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.window.resize(700, 600)
    QApplication.processEvents()
    case.window.close()
    assert case.places[Step.LIVE].told[-1] == "leave"
    again = MainWindow(case.theme, Settings(case.settings.path))
    case.qtbot.addWidget(again)
    assert again.size().toTuple() == (700, 600)


def test_a_broken_geometry_is_ignored(case: Case, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "other.json")
    settings.put("geometry", "§§§")
    window = MainWindow(case.theme, settings)
    case.qtbot.addWidget(window)
    assert window.width() >= 560


def test_actions_of_a_step_work_only_there(case: Case) -> None:
    heard: list[str] = []

    def went_on() -> None:
        heard.append("next")

    case.actions.get("live.next").triggered.connect(went_on)
    case.frame.open_session(case.room.uid, Step.LIVE)
    case.press("Ctrl+PgDown")
    assert heard == ["next"]
    case.frame.go_to(Step.MINUTES)
    case.press("Ctrl+PgDown")
    assert heard == ["next"]
    names = {action.objectName() for action in case.places[Step.LIVE].page.actions()}
    assert names == {
        action.objectName()
        for action in case.actions.all()
        if action.objectName().startswith(f"{Context.LIVE}.")
    }
