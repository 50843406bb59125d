"""The step "Protokoll" in a window: how tests open it, wait for its paper and read it."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from tests.support.desk import Desk
from ui.minutes.controller import MinutesController
from ui.minutes.page import MinutesPage
from ui.pages import Step

WITHOUT = (5, 7)
"""Questions that ``open_questions`` leaves with neither summary nor result."""


def opened(desk: Desk, session_uid: str) -> MinutesController:
    place = desk.open(session_uid, Step.MINUTES, MinutesController)
    drawn(desk, place)
    return place


def page_of(place: MinutesController) -> MinutesPage:
    page = place.page
    assert isinstance(page, MinutesPage)
    return page


def drawn(desk: Desk, place: MinutesController) -> None:
    """Wait for the paper that belongs to what was chosen last."""
    desk.wait_for(lambda: place.is_settled)
    notes = page_of(place).notes
    control = notes.first_control()
    # What a layout has just got is shown with the next turn of the event loop.
    desk.wait_for(lambda: control is None or control.isVisible() or not notes.isVisible())


def text_on(place: MinutesController) -> str:
    paper = page_of(place).paper.paper
    assert paper is not None
    return paper.document.toPlainText()


def save_as(desk: Desk, path: Path, place: MinutesController) -> None:
    """Answer the file dialog that opens: type the path, press Enter."""
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.selectAll()
    line.setText(str(path))  # typed letters would open a list of proposals
    desk.press("Return", to=line)
    desk.settle()
    logged(desk, place)
    drawn(desk, place)


def logged(desk: Desk, place: MinutesController) -> None:
    """What was saved last is in the log, which comes a moment after the file."""
    desk.wait_for(lambda: place._saving._unnoted is None)
    desk.settle()


def said(notes: QWidget) -> list[str]:
    """What can be read in the column, in a window of whatever width."""
    return [each.text() for each in notes.findChildren(QLabel) if each.isVisibleTo(notes)]
