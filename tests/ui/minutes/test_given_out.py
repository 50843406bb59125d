"""What was given out, in the window: listed, for whom, sent, named no more, head and logos."""

import gc
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges
from app.domain.vocabulary import ConsentPurpose, NamingLevel, SessionState
from app.services.logos import small_logo
from tests.support.desk import Desk
from tests.support.pictures_made import coded, picture
from tests.ui.minutes.step import drawn, opened, page_of, save_as, text_on
from ui.dialogs.form_dialog import FormDialog
from ui.minutes.controller import MinutesController
from ui.minutes.head_dialog import HeadDialog
from ui.minutes.log_dialog import ExportLogDialog
from ui.minutes.logos_dialog import LogosDialog
from ui.minutes.send_dialog import SendDialog
from ui.minutes.withdrawal_dialog import WithdrawalDialog

DialogT = TypeVar("DialogT", bound=FormDialog)


def dialog_of(desk: Desk, kind: type[DialogT]) -> DialogT:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), kind))
    desk.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, kind)
    dialog.activateWindow()
    desk.wait_for(dialog.isActiveWindow)
    return dialog


def closed(desk: Desk, place: MinutesController) -> None:
    desk.wait_for(lambda: QApplication.activeModalWidget() is None)
    desk.settle()
    drawn(desk, place)


def words_in(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if not each.isHidden())


def saved(desk: Desk, session: str, path: Path) -> MinutesController:
    place = opened(desk, session)
    page_of(place).choices.save_button.click()
    save_as(desk, path, place)
    back(desk, place)
    return place


def back(desk: Desk, place: MinutesController) -> None:
    """The keys are on the page again, as after a file dialog of the system."""
    desk.window.activateWindow()
    desk.wait_for(desk.window.isActiveWindow)
    place.focus_main()


def press(desk: Desk, *keys: str) -> None:
    """Where the focus of the dialog on top is."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    for key in keys:
        desk.press(key, to=dialog.focusWidget() or dialog)


def type_in(dialog: FormDialog, text: str) -> None:
    QTest.keyClicks(dialog.focusWidget() or dialog, text)


def test_what_was_saved_is_listed_and_for_whom_can_be_added_by_keyboard(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = saved(desk, evening, tmp_path / "Protokoll.docx")
    notes = words_in(page_of(place).notes)
    assert "Given out so far" in notes
    assert "Ergebnisprotokoll, Fassung 1, vorläufig" in notes
    assert "Protokoll.docx" in notes
    desk.press("Ctrl+L")
    dialog = dialog_of(desk, ExportLogDialog)
    assert dialog.focusWidget() is dialog.recipients[0]
    type_in(dialog, "alle Teilnehmenden")
    press(desk, "Return")
    closed(desk, place)
    (line,) = services.views.exports(evening)
    assert line.recipient == "alle Teilnehmenden"
    assert "für alle Teilnehmenden" in words_in(page_of(place).notes)


def test_the_list_waits_for_what_was_saved_a_moment_ago(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    """The log is kept after the file is shown: a quick hand would see a list without it."""
    place = saved(desk, evening, tmp_path / "Protokoll.docx")
    report = services.minutes.write(evening, place.options(), tmp_path / "Noch eins.docx")
    place._saving._on_saved(report)
    assert len(services.views.exports(evening)) == 1
    desk.press("Ctrl+L")
    dialog = dialog_of(desk, ExportLogDialog)
    assert len(dialog.recipients) == 2
    press(desk, "Esc")
    closed(desk, place)


def test_leaving_the_list_keeps_nothing(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = saved(desk, evening, tmp_path / "Protokoll.docx")
    desk.press("Ctrl+L")
    type_in(dialog_of(desk, ExportLogDialog), "doch nicht")
    press(desk, "Esc")
    closed(desk, place)
    assert services.views.exports(evening)[0].recipient == ""


def test_without_anything_given_out_the_key_does_nothing(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    assert "Given out so far" not in words_in(page_of(place).notes)
    desk.press("Ctrl+L")
    assert QApplication.activeModalWidget() is None
    desk.press("Ctrl+E")
    assert QApplication.activeModalWidget() is None


def test_addresses_and_text_are_copied_by_keyboard_and_nothing_is_sent(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    person = services.views.participants(evening)[0]
    services.check_in.answer(person.uid, ConsentPurpose.CONTACT, given=True)
    services.check_in.keep_contact(person.uid, "erste@example.org")
    place = saved(desk, evening, tmp_path / "Protokoll.docx")
    desk.press("Ctrl+E")
    dialog = dialog_of(desk, SendDialog)
    assert "“Protokoll.docx”" in words_in(dialog)
    assert "1 person has agreed" in words_in(dialog)
    assert dialog.focusWidget() is dialog.addresses
    clipboard = QGuiApplication.clipboard()
    press(desk, "Return")
    assert clipboard.text() == "erste@example.org"
    assert "copied" in dialog.copied.text()
    press(desk, "Tab", "Return")
    assert clipboard.text().startswith("Ergebnisprotokoll: Strategiegespräch")
    press(desk, "Tab", "Return")
    assert "vorläufige Ergebnisprotokoll" in clipboard.text()
    dialog.recipient.setFocus()
    type_in(dialog, "Runde")
    press(desk, "Return")
    closed(desk, place)
    assert services.views.exports(evening)[0].recipient == "Runde"


def test_after_a_change_the_paper_says_which_version_it_is(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = saved(desk, evening, tmp_path / "a.docx")
    assert "Fassung 1" in text_on(place)
    assert "Änderungen gegenüber" not in text_on(place)
    said = next(s for s in services.views.statements(evening) if s.is_result)
    services.capture.delete([said.uid])
    drawn(desk, place)
    assert "Fassung 2" in text_on(place)
    assert "Änderungen gegenüber Fassung 1" in text_on(place)
    number = said.evidence or next(
        s.evidence for s in services.views.statements(evening) if s.evidence
    )
    assert number.split("-")[0] in text_on(place)


def test_somebody_is_named_no_more_also_in_a_closed_session(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    person = services.views.participants(evening)[0]
    changes = ParticipantChanges(on_attendance_list=True, naming=NamingLevel.NAME)
    services.people.update(person.uid, changes)
    place = saved(desk, evening, tmp_path / "Protokoll.docx")
    services.sessions.set_state(evening, SessionState.CLOSED)
    drawn(desk, place)
    assert person.name in text_on(place)
    desk.press("Ctrl+Shift+N")
    dialog = dialog_of(desk, WithdrawalDialog)
    assert dialog.focusWidget() is dialog.people
    assert "Protokoll.docx" in words_in(dialog)
    dialog.confirm.setFocus()
    press(desk, "Return")
    desk.settle()
    assert "not named any more" in dialog.people.item(0).text()
    assert dialog.confirm.text() == "Name again"
    assert services.views.participants(evening)[0].is_withdrawn
    dialog.confirm.click()
    assert not services.views.participants(evening)[0].is_withdrawn
    dialog.confirm.click()
    press(desk, "Esc")
    closed(desk, place)
    assert person.name not in text_on(place)


def test_head_and_foot_are_filled_in_and_seen_at_once(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    desk.press("Ctrl+H")
    dialog = dialog_of(desk, HeadDialog)
    assert dialog.focusWidget() is dialog.occasion
    dialog.funding.setPlainText("gefördert vom Land")
    dialog.distribution.setPlainText("alle Eingeladenen")
    dialog.days.setValue(14)
    dialog.until.line.setText("31.2.2027")
    dialog.accept()
    assert dialog.isVisible(), "no such day"
    assert dialog.until.problem
    dialog.until.line.setText("31.12.2099")
    dialog.accept()
    closed(desk, place)
    session = services.views.session(evening)
    assert (session.distribution, session.feedback_days) == ("alle Eingeladenen", 14)
    for said in ("gefördert vom Land", "alle Eingeladenen", "31. Dezember 2099"):
        assert said in text_on(place).replace("\u00a0", " ")


def test_in_a_closed_session_only_the_series_can_be_changed(
    desk: Desk, services: Services, evening: str
) -> None:
    services.sessions.set_state(evening, SessionState.CLOSED)
    place = opened(desk, evening)
    page_of(place).choices.head.click()
    dialog = dialog_of(desk, HeadDialog)
    assert not dialog.occasion.isEnabled()
    assert dialog.focusWidget() is dialog.sender_line
    dialog.sender_line.setText("Diakonie Kalkofen")
    dialog.accept()
    closed(desk, place)
    session = services.views.session(evening)
    assert services.views.series(session.series_uid).sender == "Diakonie Kalkofen"


def with_logos(desk: Desk, services: Services, evening: str) -> LogosDialog:
    series = services.views.session(evening).series_uid
    logo = small_logo(coded(picture(), "PNG"), "x")
    services.logos.add(series, [("Land", logo), ("Stiftung", logo)])
    desk.press("Ctrl+H")
    dialog_of(desk, HeadDialog).logos.click()
    return dialog_of(desk, LogosDialog)


def test_logos_are_sorted_described_and_removed(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    dialog = with_logos(desk, services, evening)
    series = services.views.session(evening).series_uid

    def names() -> list[str]:
        return [logo.alt_text for logo in services.views.logos(series)]

    assert dialog.list.count() == 2
    assert not dialog.down.isEnabled(), "the last one is the current one"
    dialog.up.click()
    assert names() == ["Stiftung", "Land"]
    assert dialog.alt_text.text() == "Stiftung", "it stays the current one"
    dialog.alt_text.setText("Stiftung Gemeinwesen")
    dialog.height_mm.setValue(18)
    dialog.list.setCurrentRow(1)
    assert names() == ["Stiftung Gemeinwesen", "Land"]
    assert services.views.logos(series)[0].height_mm == 18
    dialog.remove.click()
    assert names() == ["Stiftung Gemeinwesen"]
    dialog.accept()
    dialog_of(desk, HeadDialog).reject()
    closed(desk, place)


def test_a_file_that_is_no_picture_is_explained_in_the_dialog(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = opened(desk, evening)
    dialog = with_logos(desk, services, evening)
    wrong = tmp_path / "logo.svg"
    wrong.write_text("<svg/>")
    dialog.add.click()
    save_as_open(desk, wrong)
    desk.wait_for(lambda: bool(dialog.problem.text()))
    assert "SVG" in dialog.problem.text()
    right = tmp_path / "Wappen.png"
    right.write_bytes(coded(picture(120, 80), "PNG"))
    dialog.add.click()
    save_as_open(desk, right)
    desk.wait_for(lambda: dialog.list.count() == 3)
    assert dialog.problem.isHidden()
    dialog.accept()
    dialog_of(desk, HeadDialog).reject()
    closed(desk, place)


def save_as_open(desk: Desk, path: Path) -> None:
    """Answer the file dialog on top."""
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(path))
    desk.press("Return", to=line)
    desk.settle()


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("Ctrl+L", ExportLogDialog),
        ("Ctrl+E", SendDialog),
        ("Ctrl+Shift+N", WithdrawalDialog),
        ("Ctrl+H", HeadDialog),
    ],
)
def test_the_dialogs_are_freed(
    desk: Desk,
    evening: str,
    tmp_path: Path,
    own_dialogs: None,
    key: str,
    kind: type[FormDialog],
) -> None:
    place = saved(desk, evening, tmp_path / "a.docx")
    desk.press(key)
    gone: Callable[[], object] = weakref.ref(dialog_of(desk, kind))
    press(desk, "Esc")
    closed(desk, place)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None
