"""Minutes are saved by keyboard: where, in which form, and what if that does not work."""

from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges
from tests.support.desk import Desk
from tests.ui.minutes.step import opened, page_of, save_as


@pytest.mark.parametrize(
    ("downs", "suffix", "beginning"),
    [
        (0, "pdf", b"%PDF-"),
        (1, "txt", b"\r\nErgebnis"),
        (2, "xlsx", b"PK"),
        (3, "csv", b"\xef\xbb\xbf"),
    ],
)
def test_another_form_is_chosen_by_key(
    desk: Desk,
    evening: str,
    tmp_path: Path,
    own_dialogs: None,
    downs: int,
    suffix: str,
    beginning: bytes,
) -> None:
    place, path = opened(desk, evening), tmp_path / f"protokoll.{suffix}"
    desk.press("F12")
    desk.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    for _ in range(downs):
        desk.press("Down", to=menu)
    desk.press("Return", to=menu)
    save_as(desk, path, place)
    assert path.read_bytes().startswith(beginning)
    assert page_of(place).notes.saved_path == path


@pytest.mark.usefixtures("own_dialogs")
def test_saving_by_keyboard_writes_a_word_file(
    desk: Desk, services: Services, evening: str, tmp_path: Path
) -> None:
    place = opened(desk, evening)
    target = tmp_path / "protokoll.docx"
    desk.press("Ctrl+S")
    save_as(desk, target, place)
    words = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    results = [s for s in services.views.statements(evening) if s.is_result]
    assert all(result.text in words for result in results)
    assert page_of(place).notes.saved_path == target
    assert desk.settings.text("minutes_folder") == str(tmp_path)
    numbered = services.views.statements_by_uid([result.uid for result in results])
    assert all(statement.evidence in words and statement.evidence for statement in numbered)


@pytest.mark.usefixtures("own_dialogs")
def test_the_name_proposed_is_safe_and_says_what_it_is(
    desk: Desk, services: Services, evening: str
) -> None:
    services.sessions.update(evening, SessionChanges(title="Haus/Hof: „Wer?“ <Entwurf>"))
    place = opened(desk, evening)
    desk.press("Ctrl+S")
    desk.wait_for(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    name = Path(dialog.selectedFiles()[0]).name
    dialog.reject()
    assert name.endswith(".docx")
    assert not set(name) & set('/\\:*?"<>|')
    assert services.views.session(evening).date.isoformat() in name
    assert place.is_settled


@pytest.mark.usefixtures("own_dialogs")
def test_a_target_that_cannot_be_written_is_said_and_another_name_offered(
    desk: Desk, evening: str, tmp_path: Path
) -> None:
    place = opened(desk, evening)
    desk.press("Ctrl+S")
    save_as(desk, tmp_path / "fehlt" / "protokoll.docx", place)
    notice = desk.window.band.notice
    assert notice is not None
    assert str(tmp_path / "fehlt") in notice.text
    assert page_of(place).notes.saved_path is None
    again = next(b for b in desk.window.band.findChildren(QPushButton) if b.text())
    QTimer.singleShot(0, again.click)
    save_as(desk, tmp_path / "anders.docx", place)
    assert (tmp_path / "anders.docx").exists()
    assert desk.window.band.notice is None
