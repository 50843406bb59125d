"""The plan by keyboard: minutes, order, times, items; on a real database."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QPushButton

from app.bootstrap import Services
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.statements import StatementDraft
from app.domain.vocabulary import PlanItemKind
from tests.support.desk import Desk
from tests.ui.prepare.conftest import Items
from ui.dialogs.plan_item import EditItemDialog, NewItemDialog
from ui.pages import Extent
from ui.prepare.controller import PrepareController
from ui.prepare.page import PLAN
from ui.prepare.plan_delegate import Part
from ui.prepare.plan_list import PlanEditList
from ui.start.lines import width_of
from ui.style.fonts import MEDIUM
from ui.theme import Role
from ui.widgets.band import BandKind


@pytest.fixture
def plan(prepare: PrepareController) -> PlanEditList:
    """The list with the keyboard on the first item."""
    view = prepare.page.plan.list
    view.setFocus(Qt.FocusReason.TabFocusReason)
    return view


def times(plan: PlanEditList) -> dict[str, str]:
    return {row.title: row.start for row in plan.rows.rows()}


def titles(plan: PlanEditList) -> list[str]:
    return [row.title for row in plan.rows.rows()]


def go(plan: PlanEditList, items: Items, title: str) -> None:
    plan.select(items()[title].uid)


def test_the_whole_plan_stands_there_with_its_times(
    plan: PlanEditList, prepare: PrepareController
) -> None:
    assert len(plan.rows.rows()) == 14
    assert times(plan)["Begrüßung"] == "16:15"
    assert times(plan)["Abschluss"] == "19:10"
    assert prepare.page.plan.sum.text() == "180 von 180 min, Ende 19:15"
    assert prepare.page.plan.guide.text() == "Leitfaden „Strategiegespräch Quartier“"


def test_all_items_fit_without_scrolling_on_a_small_laptop(plan: PlanEditList, desk: Desk) -> None:
    desk.wait_for(lambda: plan.verticalScrollBar().maximum() == 0)


def test_digits_set_the_minutes_and_the_times_follow_while_typing(
    plan: PlanEditList, desk: Desk, services: Services, session_uid: str, items: Items
) -> None:
    go(plan, items, "Vorstellungsrunde")
    desk.press("2", "5")
    assert times(plan)["Impulse"] == "16:50", "shown before it is kept"
    assert items()["Vorstellungsrunde"].minutes == 15
    desk.press("Return")
    assert items()["Vorstellungsrunde"].minutes == 25
    assert services.history.undoable(session_uid) == "plan.update"
    services.history.undo(session_uid)
    assert items()["Vorstellungsrunde"].minutes == 15, "one step"
    assert times(plan)["Impulse"] == "16:40"


def test_escape_takes_digits_back(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("9", "9", "Esc")
    assert times(plan)["Vorstellungsrunde"] == "16:25"
    assert items()["Begrüßung"].minutes == 10


def test_backspace_corrects_digits(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("3", "5", "Backspace", "0", "Return")
    assert items()["Begrüßung"].minutes == 30
    desk.press("7", "Backspace", "Return")
    assert items()["Begrüßung"].minutes == 30, "the empty number is none"


@pytest.mark.parametrize("key", ["Down", "Tab"])
def test_leaving_the_row_keeps_the_digits(
    plan: PlanEditList, desk: Desk, items: Items, key: str
) -> None:
    desk.press("2", "0", key)
    assert items()["Begrüßung"].minutes == 20


def test_leaving_the_page_keeps_the_digits(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("4", "0")
    desk.frame.leave()
    assert items()["Begrüßung"].minutes == 40


def test_more_than_a_day_is_not_possible(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("9", "9", "9", "9", "9", "Return")
    assert items()["Begrüßung"].minutes == 1440


def test_no_minutes_at_all_are_possible(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("0", "Return")
    assert items()["Begrüßung"].minutes == 0
    desk.press("-", "2", "Return")
    assert items()["Begrüßung"].minutes == 2


def test_plus_and_minus_go_by_five(plan: PlanEditList, desk: Desk, items: Items) -> None:
    desk.press("+")
    assert items()["Begrüßung"].minutes == 15
    desk.press("1", "2", "Return", "-")
    assert items()["Begrüßung"].minutes == 10
    desk.press("-", "-", "-", "-")
    assert items()["Begrüßung"].minutes == 0


def test_the_stepper_of_the_current_row_is_pressed_with_the_mouse(
    plan: PlanEditList, desk: Desk, items: Items
) -> None:
    for part, minutes in ((Part.PLUS, 15), (Part.MINUS, 10)):
        place = place_of(plan, part)
        desk.qtbot.mouseClick(plan.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert items()["Begrüßung"].minutes == minutes
        assert plan.currentIndex().row() == 0


def test_numbers_keep_their_place_when_the_stepper_appears(plan: PlanEditList) -> None:
    first, second = (plan.visualRect(plan.rows.index(number)) for number in (0, 1))
    places = [plan.delegate._places(box, plan.rows.row_at(0)) for box in (first, second)]
    assert places[0].number_end == places[1].number_end


def test_alt_and_arrows_move_the_item_and_the_keyboard_with_it(
    plan: PlanEditList, desk: Desk, items: Items, services: Services, session_uid: str
) -> None:
    go(plan, items, "Pause")
    uid = plan.current_uid()
    desk.press("Alt+Up")
    assert titles(plan).index("Pause") == 6
    assert plan.current_uid() == uid
    desk.press("Alt+Down", "Alt+Down")
    assert titles(plan).index("Pause") == 8
    assert [i.title for i in services.views.plan_items(session_uid)] == titles(plan)
    assert times(plan)["Wer macht mit?"] == "17:50"
    go(plan, items, "Begrüßung")
    desk.press("Alt+Up")
    assert titles(plan)[0] == "Begrüßung"


def test_dropping_a_row_asks_for_the_move(
    plan: PlanEditList, items: Items, services: Services, session_uid: str
) -> None:
    source = items()["Pause"]
    index = plan.rows.index_of(source.uid)
    data = plan.rows.mimeData([index])
    done = plan.rows.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, plan.rows.index(-1))
    assert not done, "the view must not take the row away by itself"
    assert [i.title for i in services.views.plan_items(session_uid)][:2] == ["Begrüßung", "Pause"]
    services.history.undo(session_uid)
    assert titles(plan).index("Pause") == 7


def test_shifted_times_are_marked_until_the_next_edit(
    plan: PlanEditList, desk: Desk, items: Items
) -> None:
    go(plan, items, "Empfehlungen")
    desk.press("3", "0", "Return")
    marked = {row.title for row in plan.rows.rows() if row.shifted}
    assert marked == {"Rückspiegelung", "Abschluss"}
    go(plan, items, "Abschluss")
    desk.press("+")
    assert not any(row.shifted for row in plan.rows.rows())


def test_too_long_is_said_with_the_end(
    plan: PlanEditList, desk: Desk, prepare: PrepareController
) -> None:
    desk.press("2", "2", "Return")
    assert prepare.page.plan.sum.text() == "12 min zu lang, Ende 19:27"
    assert prepare.page.plan.sum.property("tone") == "open"
    desk.press("1", "0", "Return")
    assert prepare.page.plan.sum.property("tone") == "settled"


def test_a_pinned_begin_holds_and_the_gap_is_a_row_in_words(
    plan: PlanEditList, services: Services, items: Items, desk: Desk, prepare: PrepareController
) -> None:
    services.plan.update(items()["Pause"].uid, PlanItemChanges(pinned_start=dt.time(17, 50)))
    row = {row.title: row for row in plan.rows.rows()}["Pause"]
    assert (row.pinned, row.gap) == (True, "")
    assert row.note == "fest um 17:50 Uhr, mindestens 10 min"
    desk.press("-")
    gap = {row.title: row for row in plan.rows.rows()}["Pause"]
    assert gap.gap == "5 min frei"
    assert gap.accessible.startswith("5 min frei, 17:50, Pause")
    height = plan.delegate.height
    assert height(gap, 600) > height(row, 600)
    desk.press("1", "7", "Return")
    over = {row.title: row for row in plan.rows.rows()}["Pause"]
    assert over.gap == "7 min doppelt verplant"
    assert prepare.page.plan.sum.property("tone") == "open"


def test_delete_takes_an_item_out_and_the_band_gives_it_back(
    plan: PlanEditList, desk: Desk, items: Items
) -> None:
    go(plan, items, "Pause")
    desk.press("Del")
    assert "Pause" not in items()
    notice = desk.window.band.notice
    assert notice is not None
    assert (notice.text, notice.button) == ("„Pause“ steht nicht mehr im Ablauf.", "Rückgängig")
    assert plan.currentIndex().isValid(), "the keyboard stays in the list"
    assert notice.action is not None
    notice.action()
    assert titles(plan).index("Pause") == 7


def test_the_band_keeps_its_word_and_the_focus(
    plan: PlanEditList, desk: Desk, items: Items, prepare: PrepareController
) -> None:
    go(plan, items, "Pause")
    desk.press("Del")
    prepare.page.people.add_field.setFocus()
    desk.type("Anna")
    undo = desk.window.band.findChildren(QPushButton)[0]
    desk.qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert "Pause" in items()
    desk.type(" B")
    assert prepare.page.people.add_field.text() == "Anna B"
    assert undo.text() == "Wiederholen"
    desk.press("Return")
    assert desk.window.band.notice is None, "it would repeat nothing now"


@pytest.mark.parametrize("scale", [100, 200])
def test_three_digits_keep_away_from_minus_and_plus(
    plan: PlanEditList, prepare: PrepareController, desk: Desk, items: Items, scale: int
) -> None:
    desk.theme.set_scale(scale)
    prepare.page.bring_forward(PLAN)
    plan.setFocus(Qt.FocusReason.TabFocusReason)
    go(plan, items, "Anlass")
    box, before = QRect(0, 0, 900, 70), plan.rows.row_at(4)
    places = plan.delegate._places(box, before)
    desk.press("1", "2", "0")
    wide = plan.delegate._places(box, before)
    assert (wide.number_end, wide.plus) == (places.number_end, places.plus), "numbers stay"
    digits = width_of("120", desk.theme.font(Role.BODY, weight=MEDIUM, tabular=True))
    sign = desk.theme.px(15) / 2
    for shown, fits in ((places, False), (wide, True)):
        minus = shown.minus.center().x() + sign
        assert (shown.number_end - digits - minus >= 6) is fits
    assert wide.plus.center().x() - sign - wide.number_end >= 5
    assert wide.edit.right() <= wide.minus.left()
    desk.press("Return")
    row = next(row for row in plan.rows.rows() if row.title == "Anlass")
    assert plan.delegate._places(box, row).minus == wide.minus


def test_an_item_with_statements_is_not_removed(
    plan: PlanEditList, desk: Desk, items: Items, services: Services
) -> None:
    question = items()["Anlass"]
    services.capture.record(StatementDraft(plan_item_uid=question.uid, text="Ein Anlass."))
    go(plan, items, "Anlass")
    desk.press("Del")
    assert "Anlass" in items()
    notice = desk.window.band.notice
    assert notice is not None
    assert notice.kind is BandKind.ERROR
    assert "Anlass" in notice.text


def test_a_break_is_added_behind_the_current_item(
    plan: PlanEditList, desk: Desk, items: Items, prepare: PrepareController
) -> None:
    go(plan, items, "Anlass")
    prepare.page.plan.break_button.click()
    at = titles(plan).index("Anlass")
    assert titles(plan)[at + 1] == "Pause"
    assert plan.currentIndex().row() == at + 1
    assert plan.hasFocus()


def test_insert_opens_the_menu_of_kinds(
    plan: PlanEditList, desk: Desk, prepare: PrepareController
) -> None:
    seen: list[str] = []
    menu = prepare.page.plan.menu

    def look() -> None:
        seen.extend(entry.text() for entry in menu.actions())
        menu.close()

    menu.aboutToShow.connect(look, Qt.ConnectionType.QueuedConnection)
    desk.press("Ins")
    desk.wait_for(lambda: bool(seen))
    assert seen == [
        "Begrüßung",
        "Vorstellungsrunde",
        "Impuls",
        "Leitfrage",
        "Pause",
        "Rückspiegelung",
        "Abschluss",
    ]


def test_a_question_is_asked_for_before_it_is_added(
    plan: PlanEditList, desk: Desk, items: Items, prepare: PrepareController, services: Services
) -> None:
    before = len(items())
    prepare.page.plan.add_wanted.emit(PlanItemKind.QUESTION)
    dialog = prepare.page.findChild(NewItemDialog)
    assert dialog is not None
    dialog.reject()
    assert len(items()) == before, "nothing is added when it is cancelled"
    prepare.page.plan.add_wanted.emit(PlanItemKind.QUESTION)
    dialog = prepare.page.findChildren(NewItemDialog)[-1]
    dialog.title.line.setText("Nachwuchs")
    dialog.text.setPlainText("Wer folgt auf uns?")
    dialog.accept()
    added = items()["Nachwuchs"]
    assert (added.text, added.kind) == ("Wer folgt auf uns?", PlanItemKind.QUESTION)
    assert added.identity


def test_a_presentation_has_speaker_and_organisation(
    plan: PlanEditList, items: Items, prepare: PrepareController
) -> None:
    prepare.page.plan.add_wanted.emit(PlanItemKind.PRESENTATION)
    dialog = prepare.page.findChild(NewItemDialog)
    assert dialog is not None
    dialog.title.line.setText("Gärten")
    dialog.speaker.line.setText("Jasmin Haddad")
    dialog.organisation.line.setText("Nachbarschaftsverein")
    dialog.accept()
    assert items()["Gärten"].speaker == "Jasmin Haddad"
    row = {row.title: row for row in plan.rows.rows()}["Gärten"]
    assert row.note == "Jasmin Haddad, Nachbarschaftsverein"


def test_enter_edits_the_item_in_one_step(
    plan: PlanEditList,
    desk: Desk,
    items: Items,
    prepare: PrepareController,
    services: Services,
    session_uid: str,
) -> None:
    go(plan, items, "Kooperationen")
    desk.press("Return")
    dialog = prepare.page.findChild(EditItemDialog)
    assert dialog is not None
    assert "\n" in dialog.prompts.text()
    dialog.title.line.setText("Partner")
    dialog.minutes.setValue(20)
    dialog.least.setValue(10)
    dialog.protected.setChecked(True)
    dialog.pinned.line.setText("1735")
    dialog.notes.setPlainText("Zeit lassen")
    dialog.kinds[1].setCurrentIndex(0)
    dialog.accept()
    item = items()["Partner"]
    assert (item.minutes, item.min_minutes, item.protected) == (20, 10, True)
    assert item.pinned_start == dt.time(17, 35)
    assert [str(kind) for kind in item.kinds_offered] == ["cooperation", "obstacle"]
    assert item.text == "Welche Kooperationen sind Sie eingegangen?"
    services.history.undo(session_uid)
    assert items()["Kooperationen"].minutes == 15, "one step"


def test_a_dialog_without_changes_writes_nothing(
    plan: PlanEditList, desk: Desk, prepare: PrepareController, services: Services, session_uid: str
) -> None:
    for number in range(plan.rows.rowCount()):
        plan.setCurrentIndex(plan.rows.index(number))
        desk.press("F2", to=plan)
        prepare.page.findChildren(EditItemDialog)[-1].accept()
    assert services.history.undoable(session_uid) is None


def test_a_wrong_pinned_time_is_explained_and_the_dialog_stays(
    plan: PlanEditList, desk: Desk, prepare: PrepareController
) -> None:
    desk.press("Return")
    dialog = prepare.page.findChild(EditItemDialog)
    assert dialog is not None
    dialog.pinned.line.setText("bald")
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.pinned.problem == "Bitte eine Uhrzeit eingeben wie 17:50 oder nichts."


def test_the_model_keeps_the_rules_of_models(plan: PlanEditList, desk: Desk, items: Items) -> None:
    QAbstractItemModelTester(plan.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, plan)
    desk.press("Alt+Down", "2", "0", "Return", "Del")
    assert len(items()) == 13


def test_rows_say_everything_in_words(plan: PlanEditList) -> None:
    words = {row.title: row.accessible for row in plan.rows.rows()}
    assert words["Kooperationen"] == "17:35, Leitfrage 4, Kooperationen, 15 Minuten, 3 Nachfragen"
    assert words["Empfehlungen"].endswith("geschützt, mindestens 15 min")


def test_narrow_windows_show_one_part_at_a_time(prepare: PrepareController, desk: Desk) -> None:
    page = prepare.page
    prepare.set_extent(Extent(narrow=True))
    assert page.tabs.isVisible()
    assert (page.form.isVisible(), page.plan.isVisible(), page.people.isVisible()) == (
        True,
        False,
        False,
    )
    page.tabs.tab(1).click()
    assert page.plan.isVisible()
    desk.wait_for(page.form.conclusion.isVisible)
    prepare.set_extent(Extent())
    assert page.form.isVisible()
    assert page.people.isVisible()


def test_the_list_is_one_tab_stop(plan: PlanEditList, desk: Desk) -> None:
    desk.press("Tab")
    assert QApplication.focusWidget() is not plan
    desk.press("Backtab", to=QApplication.focusWidget())
    assert QApplication.focusWidget() is plan


@pytest.mark.parametrize("narrow", [False, True])
def test_tab_ends_at_the_conclusion(
    prepare: PrepareController, desk: Desk, *, narrow: bool
) -> None:
    page = prepare.page
    prepare.set_extent(Extent(narrow=narrow))
    page.people.list.show_rows([])
    desk.wait_for(page.form.conclusion.isVisible)
    page.form.title.line.setFocus()
    seen: list[object] = []
    while page.form.conclusion.begin not in seen and len(seen) < 30:
        desk.press("Tab")
        seen.append(QApplication.focusWidget())
    assert seen[-1] is page.form.conclusion.begin
    assert seen[-2] is page.form.conclusion.hand_on
    assert page.form.confidential in seen
    assert (page.plan.list in seen) is not narrow


def place_of(plan: PlanEditList, part: Part) -> QPoint:
    """Somewhere on a tool of the current row."""
    box = plan.visualRect(plan.currentIndex())
    row = plan.rows.row_at(plan.currentIndex().row())
    for x in range(box.right(), box.left(), -2):
        place = QPoint(x, box.center().y())
        if plan.delegate.part_at(box, row, place) is part:
            return place
    raise AssertionError(part)
