"""A session travels as one file: from the coordinator to the note-taker and back."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.bootstrap import workspace
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionDraft
from tests.support.keyboard import press, type_text
from tests.support.real_window import real_window, services_of, settle, wait_until
from tests.support.tables import CONTENT, everything
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.program import Program

WRITTEN = "Ein Beitrag vom Laptop der Protokollantin, mit Umlauten: größer, über, Öffnung."


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """What the coordinator prepared, as a file."""
    path = tmp_path / "von-der-koordination.session.json"
    with workspace(tmp_path / "office" / "workspace.db") as office:
        today = dt.datetime.now(dt.UTC).date()
        draft = SessionDraft(date=today, place="Familienzentrum Süd", title="Gespräch im Süden")
        uid = office.sessions.create(draft)
        office.people.add(uid, ParticipantDraft(name="Karin Weiß", organisation="St. Lukas"))
        office.documents.write(uid, path)
    return path


def test_a_file_comes_in_is_written_to_goes_out_and_is_read_elsewhere(
    qapp: QApplication, tmp_path: Path, sent: Path
) -> None:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    laptop, office = tmp_path / "laptop" / "workspace.db", tmp_path / "office" / "workspace.db"
    laptop.parent.mkdir()
    back = tmp_path / "zurück.session.json"
    with real_window(laptop) as program:
        read_in(program, sent)
        press("Ctrl+2")
        type_text(f"kw: {WRITTEN}")
        press("Return", "Ctrl+1")
        settle(program)
        hand_on(program, back)
    with real_window(office) as program:
        read_in(program, back)
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), ImportPreviewDialog))
        press("Return")
        settle(program)
        texts = [each.text for each in services_of(program).views.statements(session_of(program))]
        assert texts == [WRITTEN]
    assert content(laptop) == content(office)


def test_what_the_office_changed_later_reaches_the_laptop(
    qapp: QApplication, tmp_path: Path, sent: Path
) -> None:
    laptop, office = tmp_path / "laptop.db", tmp_path / "office" / "workspace.db"
    with real_window(laptop) as program:
        read_in(program, sent)
    with workspace(office) as services:
        (summary,) = services.views.sessions()
        first = services.views.plan_items(summary.uid)[0]
        services.plan.update(first.uid, PlanItemChanges(minutes=25))
        services.documents.write(summary.uid, sent)
    with real_window(laptop) as program:
        read_in(program, sent)
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), ImportPreviewDialog))
        press("Esc")
        settle(program)
        assert minutes(program) == 10
        read_in(program, sent)
        wait_until(lambda: isinstance(QApplication.activeModalWidget(), ImportPreviewDialog))
        press("Return")
        settle(program)
        assert minutes(program) == 25


def read_in(program: Program, path: Path) -> None:
    press("Ctrl+O")
    name_the_file(path)
    settle(program)


def hand_on(program: Program, path: Path) -> None:
    press("Ctrl+Shift+S")
    name_the_file(path)
    wait_until(path.exists)
    settle(program)


def name_the_file(path: Path) -> None:
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    press("Ctrl+A")
    type_text(str(path))
    press("Return")


def session_of(program: Program) -> str:
    (summary,) = services_of(program).views.sessions()
    return summary.uid


def minutes(program: Program) -> int:
    return services_of(program).views.plan_items(session_of(program))[0].minutes


def content(path: Path) -> dict[str, list[dict[str, object]]]:
    """All tables that travel, without what each machine decides for itself."""
    tables = everything(path, CONTENT)
    for row in tables["dialogue_session"]:
        row.pop("state")
    return tables
