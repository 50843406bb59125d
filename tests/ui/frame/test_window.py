"""The frame as a window: narrow, columns, dropped files, closing."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.support.look import clipped, nameless
from tests.ui.frame.plain_frame import Case
from ui.action_spec import Context
from ui.main_window import MainWindow
from ui.pages import Extent, Step
from ui.settings import Settings

pytestmark = pytest.mark.usefixtures("german")


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
