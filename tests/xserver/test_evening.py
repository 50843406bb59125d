"""From an empty machine to a Word file on a real X server, heard by a screen reader."""

from pathlib import Path

import pytest

from app.bootstrap import workspace
from app.domain.statements import StatementView
from tests.support.word import words_of
from tests.xserver.conftest import Start
from tests.xserver.running import Running
from tests.xserver.screen_reader import ScreenReader

pytestmark = [pytest.mark.heavy]

FIRST = "Hilfe wird angenommen, wenn sie aus der Nachbarschaft kommt."
SECOND = "Das Gemeindehaus steht vormittags leer."
DRAFT = "Donnerstags ist jetzt Sprechstunde im"
NAMELESS = """
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
app = QApplication([])
window = QWidget()
window.setWindowTitle("Probe")
layout = QVBoxLayout(window)
for part in (QPushButton("Gespräch"), QLineEdit()):
    layout.addWidget(part)
window.show()
app.exec()
"""
CONTAINERS = {"filler", "panel", "layered pane", "frame", "scroll pane"}
"""Roles that only hold others; Qt calls a scroll area one of them."""


def test_keys_lead_from_an_empty_machine_to_a_word_file(
    start: Start, reader: ScreenReader, tmp_path: Path
) -> None:
    program = start()
    program.wait_for(lambda: has_focus(reader, "Neues Gespräch"))
    named(reader)
    program.press("Return")
    program.wait_for(lambda: has_focus(reader, "Datum"))
    named(reader)
    program.press("Tab", "Tab")
    program.type("Gemeindehaus St. Lukas")
    program.press("Return")
    program.wait_for(lambda: heard(reader, "Gespräch beginnen"))
    program.take_focus()
    named(reader)
    program.press("ctrl+2")
    program.wait_for(lambda: has_focus(reader, "Beitrag"))
    program.press(*["ctrl+Next"] * 4)  # opening, introductions, presentations, question 1
    program.wait_for(lambda: heard(reader, "Leitfrage 1 von 8"))
    for number, text in enumerate((FIRST, SECOND), start=1):
        program.type(text)
        program.press("Return")
        program.wait_for(lambda: len(statements(tmp_path)) == number)  # noqa: B023 – at once
    assert [each.text for each in statements(tmp_path)] == [FIRST, SECOND]
    named(reader)
    program.press("ctrl+3")
    program.wait_for(lambda: heard(reader, "Weiter zum Protokoll"))
    named(reader)
    save_minutes(program, reader, tmp_path / "protokoll.docx")
    program.press("ctrl+q")
    assert program.end() == 0
    printed = words_of(tmp_path / "protokoll.docx")
    assert FIRST in printed
    assert SECOND in printed


def test_what_was_typed_stands_there_again_after_a_kill(
    start: Start, reader: ScreenReader, tmp_path: Path
) -> None:
    with workspace(tmp_path / "workspace.db") as services:
        session = services.example.ensure()
    program = start("open", session, "--page", "live")
    before = len(statements(tmp_path))
    program.wait_for(lambda: has_focus(reader, "Beitrag"))
    program.type(FIRST)
    program.press("Return")
    program.wait_for(lambda: len(statements(tmp_path)) == before + 1)
    program.type(DRAFT)
    program.wait_for(lambda: kept(tmp_path, session) == DRAFT)
    program.kill()
    again = start("open", session, "--page", "live")
    again.wait_for(lambda: has_text(reader, DRAFT))
    assert FIRST in [each.text for each in statements(tmp_path)]
    again.type(" Gemeindehaus.")
    again.press("Return")
    again.wait_for(lambda: len(statements(tmp_path)) == before + 2)
    assert f"{DRAFT} Gemeindehaus." in [each.text for each in statements(tmp_path)]


def test_a_control_without_a_name_is_heard(start: Start, reader: ScreenReader) -> None:
    program = start(code=NAMELESS)
    program.wait_for(lambda: heard(reader, "Gespräch"))
    with pytest.raises(AssertionError):
        named(reader)


def save_minutes(program: Running, reader: ScreenReader, path: Path) -> None:
    program.press("ctrl+4")
    program.wait_for(lambda: heard(reader, "Als Word-Datei speichern …"))
    named(reader)
    program.press("ctrl+s")
    program.wait_for(lambda: has_text(reader, ".docx"))
    program.press("ctrl+a")
    program.type(str(path))
    program.press("Return")
    program.wait_for(lambda: heard(reader, "Ordner öffnen"))
    program.take_focus()


def has_focus(reader: ScreenReader, name: str) -> bool:
    return any(name in part.name for part in reader.focused())


def has_text(reader: ScreenReader, ending: str) -> bool:
    return any(part.text.endswith(ending) for part in reader.focused())


def heard(reader: ScreenReader, name: str) -> bool:
    return any(name in part.name for part in reader.parts())


def named(reader: ScreenReader) -> None:
    """Whatever can take the focus says what it is."""
    nameless = [
        part
        for part in reader.parts()
        if part.focusable and not part.name and part.role not in CONTAINERS
    ]
    assert nameless == []


def statements(folder: Path) -> tuple[StatementView, ...]:
    """What is on the disk, read beside the running program."""
    with workspace(folder / "workspace.db", writing=False) as services:
        (summary,) = services.views.sessions()
        return services.views.statements(summary.uid)


def kept(folder: Path, session: str) -> str:
    """The draft on the disk."""
    with workspace(folder / "workspace.db", writing=False) as services:
        draft = services.drafts.load(session).get("entry")
        return draft.text if draft else ""
