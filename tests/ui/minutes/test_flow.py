"""The step "Protokoll" by keyboard: choose, look, save."""

import datetime as dt
import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QRadioButton,
    QWidget,
)

from app.bootstrap import Services
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import MinutesKind, NamingLevel
from tests.support.desk import Desk
from tests.support.look import clipped, lay_out, nameless
from ui.factories import FACTORIES
from ui.minutes.controller import MinutesController
from ui.minutes.page import MinutesPage
from ui.pages import Extent, Step
from ui.widgets.focus_ring import FocusRing

WITHOUT = (5, 7)
LEFT_OF_CHOICES = 8


@pytest.fixture
def open_questions(services: Services, evening: str) -> str:
    """The evening with two questions that have neither summary nor result."""
    for item in services.views.plan_items(evening):
        if item.number in WITHOUT:
            services.plan.update(item.uid, PlanItemChanges(summary=""))
            said = services.views.statements(evening, item.uid)
            services.capture.update([s.uid for s in said], StatementChanges(is_result=False))
    return evening


@pytest.fixture
def own_dialogs() -> Iterator[None]:
    """File dialogs of Qt's own, which answer to keys."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute)
    yield
    QCoreApplication.setAttribute(attribute, False)


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
    drawn(desk, place)


def test_the_full_minutes_hold_every_statement(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    said = services.views.statements(evening)
    summary = text_on(place)
    assert not all(statement.text in summary for statement in said)
    assert QApplication.focusWidget() is page_of(place).choices.kinds[MinutesKind.SUMMARY]
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    full = text_on(place)
    missing = [s.text for s in said if s.text.splitlines()[0] not in full]
    assert missing == []


def test_an_option_changes_the_paper_and_keeps_the_place(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    assert view.paper is not None
    anchor = list(view.paper.anchors)[5]
    view.go_to_heading(anchor)
    before, first = view.place(), view.paper
    assert before.anchor == list(view.paper.anchors)[4]
    page_of(place).choices.boxes["contents"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    assert view.paper is not first
    after = view.place()
    assert after.anchor == before.anchor
    assert after.below == pytest.approx(before.below, abs=3)
    assert view.verticalScrollBar().value() > 0


def test_who_said_what_is_remembered_for_each_kind(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    choices = page_of(place).choices
    assert not choices.boxes["attribution"].isChecked()
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert choices.boxes["attribution"].isChecked()
    choices.boxes["attribution"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    choices.kinds[MinutesKind.FULL].setFocus()
    for _ in range(2):
        desk.press("Up")
    drawn(desk, place)
    assert not choices.boxes["attribution"].isChecked()
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not choices.boxes["attribution"].isChecked()


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


def test_what_goes_in_is_remembered_for_the_series(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    choices = page_of(place).choices
    choices.boxes["themes"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    assert services.views.minutes_wishes(evening).themes
    assert "Themen:" in text_on(place)
    place.open_session(evening)
    assert choices.boxes["themes"].isChecked()


def test_the_result_sheet_is_one_key_away(desk: Desk, evening: str) -> None:
    desk.open(evening, Step.LIVE, object)
    desk.press("Ctrl+Shift+E")
    desk.settle()
    place = opened(desk, evening)
    assert page_of(place).choices.kinds[MinutesKind.RESULTS].isChecked()
    assert "Ergebnisblatt" in text_on(place)
    assert not page_of(place).choices.boxes["contents"].isVisible()


def test_the_counts_are_those_of_the_session(desk: Desk, services: Services, evening: str) -> None:
    place = opened(desk, evening)
    digest = page_of(place).notes.digest
    items = services.views.plan_items(evening)
    assert digest is not None
    assert digest.summaries == sum(bool(item.summary) for item in items)
    assert digest.results == sum(item.result_count for item in items)
    assert digest.next_steps == len(services.views.next_steps(evening))
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    full = page_of(place).notes.digest
    assert full is not None
    assert full.statements == sum(item.statement_count for item in items)


def test_the_choice_for_questions_without_result_is_made_in_the_notes(
    desk: Desk, services: Services, open_questions: str
) -> None:
    place = opened(desk, open_questions)
    item = next(i for i in services.views.plan_items(open_questions) if i.number == WITHOUT[0])
    texts = [s.text for s in services.views.statements(open_questions, item.uid)]
    assert all(text in text_on(place) for text in texts)
    desk.press("F6", "F6")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert page_of(place).notes.isAncestorOf(focus)
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not any(text in text_on(place) for text in texts)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.isChecked()


def test_statements_without_a_person_are_only_noted_where_people_are_named(
    desk: Desk, services: Services, evening: str
) -> None:
    said = [s for s in services.views.statements(evening) if s.is_result]
    free = StatementChanges(participant_uid=None, source="")
    services.capture.update([s.uid for s in said[:2]], free)
    services.capture.update([said[0].uid], StatementChanges(person_unclear="SB"))
    place = opened(desk, evening)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert (digest.unclear.statement_uid, digest.nobody.count) == (said[0].uid, 0)
    page_of(place).choices.boxes["attribution"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert digest.nobody.count >= 1


def said(notes: QWidget) -> list[str]:
    """What can be read in the column, in a window of whatever width."""
    return [each.text() for each in notes.findChildren(QLabel) if each.isVisibleTo(notes)]


def test_a_protected_name_in_a_text_is_noted_with_its_place(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    notes = page_of(place).notes
    before = notes.note_count()
    assert notes.names == ()
    person = next(
        p for p in services.views.participants(evening) if p.naming is NamingLevel.ANONYMOUS
    )
    item = next(i for i in services.views.plan_items(evening) if i.number == WITHOUT[0])
    services.plan.update(item.uid, PlanItemChanges(summary=f"Das sagte {person.name}."))
    services.sessions.update(evening, SessionChanges(title=f"Bei {person.name}"))
    drawn(desk, place)
    assert notes.note_count() == before + 1
    desk.wait_for(lambda: "2 texts name somebody or something that is protected." in said(notes))
    shown = "\n".join(said(notes))
    assert f"title of the session: Bei <b>{person.name}</b>" in shown
    assert f"question 5: Das sagte <b>{person.name}</b>." in shown
    jumps: list[str] = []
    notes.jump_wanted.connect(lambda uid, _statement: jumps.append(uid))
    desk.press("F6", "F6", "Tab", "Tab", "Tab", "Tab", "Return")
    assert jumps == [item.uid]


def test_what_is_changed_elsewhere_appears_on_the_paper(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    statement = next(s for s in services.views.statements(evening) if s.is_result)
    services.capture.update([statement.uid], StatementChanges(text="Ganz neuer Wortlaut"))
    drawn(desk, place)
    assert "Ganz neuer Wortlaut" in text_on(place)


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


def test_a_confidential_session_has_no_choice_of_names(
    desk: Desk, services: Services, evening: str
) -> None:
    services.sessions.update(evening, SessionChanges(confidential=True))
    place = opened(desk, evening)
    choices = page_of(place).choices
    assert not choices.naming.isVisible()
    assert not choices.boxes["attribution"].isVisible()
    assert choices.confidential.isVisible()
    names = [person.name for person in services.views.participants(evening)]
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not any(name in text_on(place) for name in names)


def test_an_empty_session_shows_its_head_and_says_so(desk: Desk, services: Services) -> None:
    uid = services.sessions.create(SessionDraft(date=dt.date(2026, 11, 20), place="Lindenviertel"))
    place = opened(desk, uid)
    assert services.texts.get("documents.minutes.no_statements") in text_on(place)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert digest.is_empty
    assert page_of(place).notes.note_count() == 0


def test_zoom_by_keys_and_back_to_the_width(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    fitting = view.percent
    desk.press("F6")
    assert QApplication.focusWidget() is view
    desk.press("+")
    assert view.percent > fitting
    desk.press("-", "-")
    assert view.percent < fitting
    page_of(place).zoom_button.setFocus()
    desk.press("Space")
    assert view.percent == fitting


def test_keys_lead_through_the_pages(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    desk.press("F6", "End")
    assert view.paper is not None
    assert view.current_page() == view.paper.page_count - 1
    assert str(view.paper.page_count) in page_of(place).page_label.text()
    desk.press("Home")
    assert view.current_page() == 0


def test_a_narrow_window_has_tabs_and_keeps_the_conclusion(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    page = page_of(place)
    place.set_extent(Extent(narrow=True, low=True))
    assert page.paper.isVisible()
    assert not page.notes.isVisible()
    assert page.choices.save_button.isVisible()
    page.tabs.tab(page.tabs.current).setFocus()
    desk.press("Right")
    assert page.notes.isVisible()
    assert not page.paper.isVisible()
    assert page.choices.save_button.isVisible()
    place.set_extent(Extent())
    assert page.paper.isVisible()
    assert page.notes.isVisible()
    assert page.choices.save_button.isVisible()


def test_f11_takes_the_notes_away_and_brings_them_back(desk: Desk, evening: str) -> None:
    page = page_of(opened(desk, evening))
    desk.press("F11")
    assert not page.notes.isVisible()
    desk.press("F11")
    assert page.notes.isVisible()


def test_tab_goes_left_centre_right_and_to_the_conclusion_last(
    desk: Desk, open_questions: str
) -> None:
    page = page_of(opened(desk, open_questions))
    visited: list[QWidget] = []
    while not visited or visited[-1] is not page.choices.save_button:
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus not in visited
        visited.append(focus)
        desk.press("Tab")
    notes = page.notes.first_control()
    assert notes is not None
    places = [
        page.choices.naming,
        page.choices.boxes["signatures"],
        page.zoom_in,
        page.paper,
        notes,
    ]
    found = [visited.index(place) for place in places]
    assert found == sorted(found)


def test_everything_that_takes_the_focus_has_a_name(desk: Desk, open_questions: str) -> None:
    page = page_of(opened(desk, open_questions))
    page.notes.show_saved(Path("protokoll.docx"))
    assert nameless(page) == []
    page.paper.setAccessibleName("")
    assert nameless(page) == ["PaperView"]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_cut_off(desk: Desk, open_questions: str, scale: int, german: None) -> None:
    desk.theme.set_scale(scale)
    page = page_of(opened(desk, open_questions))
    assert clipped(page) == []
    # Looked at in the moment it changes: what is measured is what will be seen.
    page.show_note_count(1_000_000)
    assert clipped(page) == []
    page.tabs.tab(2).setMaximumWidth(20)
    assert bool(clipped(page)) is page.tabs.isVisible()


@pytest.mark.parametrize("narrow", [False, True])
def test_the_choices_stay_in_their_column_and_the_ring_is_around_the_whole_box(
    desk: Desk, evening: str, narrow: bool, german: None
) -> None:
    place = opened(desk, evening)
    page, choices = page_of(place), page_of(place).choices
    place.set_extent(Extent(narrow=narrow, low=narrow))
    page.tabs.chosen.emit(0)
    for control in choices.controls():
        control.setFocus(Qt.FocusReason.TabFocusReason)
        lay_out(page)
        box = QRect(control.mapTo(choices, QPoint()), control.size())
        assert box.left() >= LEFT_OF_CHOICES
        assert box.right() <= choices.width() - LEFT_OF_CHOICES
    chosen = choices.kinds[MinutesKind.SUMMARY]
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    lay_out(page)
    (ring,) = (r for r in desk.window.findChildren(FocusRing) if r.target is chosen)
    assert ring.size() == chosen.size() + QSize(6, 6)
    host = ring.parentWidget()
    assert host is not None
    assert host.rect().contains(ring.geometry())


def test_a_page_that_is_not_needed_any_more_is_freed(desk: Desk, evening: str) -> None:
    place = FACTORIES[Step.MINUTES](desk.tools)
    place.page.show()
    place.open_session(evening)
    desk.settle()
    page, controller = weakref.ref(place.page), weakref.ref(place)
    place.page.deleteLater()
    del place
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert page() is None
    assert controller() is None
