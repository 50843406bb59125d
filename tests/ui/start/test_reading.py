"""Files of sessions: read in and opened, shown before they update, refused in words."""

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from app.bootstrap import Services, workspace
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.vocabulary import SessionState
from app.texts import Texts
from tests.support.desk import Desk
from tests.support.small_document import row_id, small_document, statement, write
from tests.ui.start.conftest import TODAY, AddSession
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.prepare.handing_on import HandOn
from ui.start.reading import SessionReader
from ui.widgets.band import BandKind


@pytest.fixture
def reader(desk: Desk, german: None) -> SessionReader:
    return SessionReader(desk.tools, desk.window)


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    """A prepared session that the coordinator sent."""
    target = tmp_path / "gesendet.session.json"
    with workspace(tmp_path / "koordination.db") as office:
        uid = office.sessions.create(SessionDraft(date=TODAY, place="Gemeindehaus"))
        office.people.add(uid, ParticipantDraft(name="Anna Beispiel", organisation="Diakonie"))
        office.documents.write(uid, target)
    return target


def band(desk: Desk) -> str:
    notice = desk.window.band.notice
    return notice.text if notice else ""


def preview(desk: Desk) -> ImportPreviewDialog:
    desk.wait_for(lambda: desk.window.findChild(ImportPreviewDialog) is not None)
    found = desk.window.findChild(ImportPreviewDialog)
    assert found is not None
    return found


def changed(path: Path, **values: object) -> Path:
    document = json.loads(path.read_text(encoding="utf-8"))
    document["session"].update(values)
    later = path.with_name("später.session.json")
    later.write_text(json.dumps(document), encoding="utf-8")
    return later


def test_an_unknown_session_is_read_in_and_opened(
    reader: SessionReader, sent: Path, desk: Desk, services: Services
) -> None:
    reader.read([sent])
    desk.settle()
    (session,) = services.views.sessions()
    assert desk.frame.session_uid == session.uid
    assert session.state is SessionState.PLANNED
    assert "wurde eingelesen" in band(desk)
    assert services.views.participants(session.uid)[0].name == "Anna Beispiel"


def test_the_same_file_again_says_that_nothing_is_new(
    reader: SessionReader, sent: Path, desk: Desk
) -> None:
    reader.read([sent])
    desk.settle()
    reader.read([sent])
    desk.settle()
    assert "nichts Neues" in band(desk)
    assert desk.window.findChild(ImportPreviewDialog) is None


def test_a_later_version_shows_what_is_different_and_updates_after_a_yes(
    reader: SessionReader, sent: Path, desk: Desk, services: Services
) -> None:
    reader.read([sent])
    desk.settle()
    uid = services.views.sessions()[0].uid
    later = changed(sent, place="Rathaus", note_takers=["Tobias Reimers"])
    reader.read([later])
    dialog = preview(desk)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    place = shown.index("Ort")
    assert shown[place : place + 3] == ["Ort", "Gemeindehaus", "Rathaus"]
    notes = shown.index("Protokoll")
    assert shown[notes : notes + 3] == ["Protokoll", "–", "Tobias Reimers"]
    assert "Neu in der Datei" not in shown
    assert services.views.session(uid).place == "Gemeindehaus", "nothing before the yes"
    desk.press("Return", to=dialog.confirm)
    desk.wait_for(lambda: services.views.session(uid).place == "Rathaus")
    desk.settle()
    assert services.views.session(uid).note_takers == ("Tobias Reimers",)
    assert desk.frame.session_uid == uid


def test_numbers_that_are_taken_are_said_before_and_after(
    reader: SessionReader, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "a.session.json"
    document = small_document()
    numbers = [{"id": row_id(6), "evidence": "ABC-2-1"}]
    document["extensions"] = {"quartiersdialog": {"statement": numbers}}
    reader.read([write(path, document)])
    desk.settle()
    assert "Belegnummern" not in band(desk)
    document["statements"].append(statement(8, row_id(4), "Drei"))
    numbers.append({"id": row_id(8), "evidence": "ABC-2-1"})
    reader.read([write(path, document)])
    dialog = preview(desk)
    shown = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "deren Belegnummer schon vergeben ist, bekommen eine andere: 1." in shown
    desk.press("Return", to=dialog.confirm)
    desk.wait_for(lambda: "Belegnummern" in band(desk))
    assert "Schon vergebene Belegnummern, jetzt weggelassen: ABC-2-1." in band(desk)


def test_statements_that_differ_are_no_reason_to_ask(
    reader: SessionReader, desk: Desk, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "a.session.json"
    document = small_document()
    reader.read([write(path, document)])
    desk.settle()
    document["statements"][0]["text"] = "Anders als hier"
    reader.read([write(path, document)])
    desk.settle()
    assert desk.window.findChild(ImportPreviewDialog) is None
    assert "nichts Neues" in band(desk)
    assert "bleiben, wie sie hier stehen: 1." in band(desk)
    document["session"]["place"] = "Rathaus"
    reader.read([write(path, document)])
    dialog = preview(desk)
    said = "bleiben, wie sie hier stehen: 1."
    assert said in " ".join(label.text() for label in dialog.findChildren(QLabel))
    desk.press("Return", to=dialog.confirm)
    desk.wait_for(lambda: said in band(desk) and "auf dem Stand" in band(desk))
    texts = [one.text for one in services.views.statements(services.views.sessions()[0].uid)]
    assert "Anders als hier" not in texts


def test_a_no_leaves_everything_as_it_is(
    reader: SessionReader, sent: Path, desk: Desk, services: Services
) -> None:
    reader.read([sent])
    desk.settle()
    uid = services.views.sessions()[0].uid
    reader.read([changed(sent, place="Rathaus")])
    dialog = preview(desk)
    desk.press("Escape", to=dialog)
    desk.settle()
    assert services.views.session(uid).place == "Gemeindehaus"
    assert desk.frame.session_uid == uid


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "document_empty"),
        ("{kaputt", "document_broken_json"),
        ('{"format": "etwas anderes"}', "document_wrong_format"),
    ],
)
def test_a_bad_file_is_refused_with_the_exact_words(
    reader: SessionReader,
    desk: Desk,
    services: Services,
    tmp_path: Path,
    content: str,
    code: str,
) -> None:
    path = tmp_path / "schlecht.session.json"
    path.write_text(content, encoding="utf-8")
    reader.read([path])
    desk.settle()
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.kind is BandKind.ERROR
    beginning = Texts("de").get(f"errors.{code}").split("{")[0]
    assert notice.text.startswith(beginning or "schlecht.session.json")
    assert services.views.sessions() == ()


def test_of_several_files_the_good_ones_are_read_and_the_bad_ones_named(
    reader: SessionReader, desk: Desk, sent: Path, services: Services, tmp_path: Path
) -> None:
    bad = tmp_path / "schlecht.session.json"
    bad.write_text("{", encoding="utf-8")
    reader.read([bad, sent])
    desk.settle()
    assert len(services.views.sessions()) == 1
    assert "schlecht.session.json" in band(desk)
    assert desk.frame.session_uid == services.views.sessions()[0].uid


def test_the_file_dialog_is_driven_by_keyboard(
    reader: SessionReader, desk: Desk, sent: Path, services: Services
) -> None:
    reader.ask()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(sent))
    desk.press("Return", to=line)
    desk.wait_for(lambda: bool(services.views.sessions()))
    desk.settle()
    assert desk.settings.text("session_folder") == str(sent.parent)
    desk.wait_for(lambda: desk.window.findChild(QFileDialog) is None)


def test_a_session_goes_out_and_comes_in_elsewhere_unchanged(
    desk: Desk, german: None, add_session: AddSession, services: Services, tmp_path: Path
) -> None:
    uid = add_session("Gespräch: Nord/Süd?")
    services.sessions.update(uid, SessionChanges(note_takers=("Tobias",)))
    item = services.views.plan_items(uid)[3]
    services.plan.update(item.uid, PlanItemChanges(minutes=25, notes="Nur für die Moderation"))
    hand_on = HandOn(desk.tools, desk.window)
    hand_on.ask(uid)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    assert line.text() == "2026-11-20 Gespräch-Nord-Süd.session.json"
    line.setText(str(tmp_path / "stick"))
    desk.press("Return", to=line)
    target = tmp_path / "stick.session.json"
    desk.wait_for(target.exists)
    desk.settle()
    notice = desk.window.band.notice
    assert notice is not None
    assert str(target) in notice.text
    assert notice.button == "Ordner öffnen"
    with workspace(tmp_path / "anderswo.db") as elsewhere:
        assert elsewhere.documents.read(target).session_uid == uid
        assert elsewhere.views.session(uid).note_takers == ("Tobias",)
        arrived = {i.uid: i for i in elsewhere.views.plan_items(uid)}
        assert arrived[item.uid].minutes == 25
        assert arrived[item.uid].notes == "Nur für die Moderation"


def test_a_folder_that_cannot_be_written_is_said(
    desk: Desk, german: None, add_session: AddSession, tmp_path: Path
) -> None:
    uid = add_session("Gespräch")
    hand_on = HandOn(desk.tools, desk.window)
    hand_on._write(uid, str(tmp_path / "gibt es nicht" / "datei"))
    desk.settle()
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.kind is BandKind.ERROR


def test_dialogs_are_gone_afterwards(reader: SessionReader, desk: Desk) -> None:
    reader.ask()
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    QApplication.processEvents()
    desk.wait_for(lambda: desk.window.findChild(QFileDialog) is None)
