"""The plan at the left: heights, what is activated, the foot with its buttons, slim windows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import PlanItemKind
from app.texts import Texts
from tests.support.cards import item, plan
from tests.support.look import clipped, lay_out
from ui.models.plan_model import PlanRows
from ui.theme import SCALES, Theme
from ui.widgets.buttons import button
from ui.widgets.plan_column import SLIM_WIDTH, WIDTH, PlanColumn, plan_words

pytestmark = pytest.mark.usefixtures("german")

STARTS = {"o": "16:15", "q3": "17:25", "q4": "17:35"}


def filled(qtbot: QtBot, theme: Theme, *, review: bool = False) -> PlanColumn:
    column = PlanColumn(theme, review=review)
    maker = PlanRows(Texts("de"), plan_words())
    column.model.set_rows(maker.review(plan()) if review else maker.live(plan(), STARTS))
    qtbot.addWidget(column)
    column.resize(column.width(), 700)
    column.show()
    qtbot.waitExposed(column)
    column.activateWindow()
    qtbot.waitUntil(column.isActiveWindow)
    return column


def test_the_model_keeps_qts_rules(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(column.model, fatal, column)
    maker = PlanRows(Texts("de"), plan_words())
    column.model.set_rows(maker.live(plan(), STARTS, written_to="q3"))
    column.model.set_rows([])
    assert tester.model() is column.model


def test_questions_are_50_high_and_other_items_32(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    view = column.list
    assert [view.box_of(number).height() for number in range(6)] == [32, 50, 50, 32, 50, 32]


def test_the_built_in_plan_fits_without_scrolling(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    column.add_button(button(theme, "Weiter", icon="chevron-right", variant="primary"), 1)
    items = [item(f"q{n}", number=n) for n in range(1, 9)]
    items += [item(f"o{n}", kind=plan()[0].kind) for n in range(6)]
    column.model.set_rows(PlanRows(Texts("de"), plan_words()).live(items, {}))
    column.resize(WIDTH, 768 - 60)
    QApplication.processEvents()
    assert column.list.verticalScrollBar().maximum() == 0


def test_the_focus_starts_at_the_running_item(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    column.list.setFocus()
    assert column.list.currentIndex().row() == 2


def test_arrows_only_move_and_enter_activates(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    view = column.list
    heard: list[str] = []
    view.item_activated.connect(heard.append)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == []
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert heard == ["b"]
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view, Qt.Key.Key_Escape)


def test_a_click_activates_once(qtbot: QtBot, theme: Theme) -> None:
    for review in (False, True):
        column = filled(qtbot, theme, review=review)
        view = column.list
        heard: list[str] = []
        view.item_activated.connect(heard.append)
        point = view.box_of(4).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert heard == ["q5"]


def test_in_the_review_an_arrow_shows_the_item_at_once(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme, review=True)
    view = column.list
    view.show_item("q3")
    heard: list[str] = []
    view.item_activated.connect(heard.append)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert heard == ["q4"]


def test_showing_an_item_activates_nothing(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme, review=True)
    view = column.list
    heard: list[str] = []
    view.item_activated.connect(heard.append)
    view.show_item("q5")
    view.show_item("there is none")
    assert view.currentIndex().row() == 4
    assert heard == []


def test_the_running_item_is_kept_in_view(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    items = [item(f"q{n}", number=n, started=n == 30) for n in range(1, 41)]
    column.model.set_rows(PlanRows(Texts("de"), plan_words()).live(items, {}))
    column.list.keep_running_in_view()
    box = column.list.visualRect(column.model.index_of("q30"))
    assert column.list.viewport().rect().contains(box)


@pytest.mark.parametrize("change", ["smaller", "scale"])
def test_the_running_item_stays_in_view_with_less_room(
    qtbot: QtBot, theme: Theme, change: str
) -> None:
    column = filled(qtbot, theme)
    items = [item(f"q{n}", number=n, started=n == 12) for n in range(1, 15)]
    column.model.set_rows(PlanRows(Texts("de"), plan_words()).live(items, {}))
    column.list.keep_running_in_view()
    if change == "smaller":
        column.resize(column.width(), 400)
    else:
        theme.set_scale(200)
    QApplication.processEvents()
    box = column.list.visualRect(column.model.index_of("q12"))
    assert column.list.viewport().rect().contains(box)
    column.list.verticalScrollBar().setValue(0)
    box = column.list.visualRect(column.model.index_of("q12"))
    assert not column.list.viewport().rect().contains(box), "there is too little room for all"


@pytest.mark.parametrize(
    ("reason", "row"),
    [
        (Qt.FocusReason.TabFocusReason, 2),
        (Qt.FocusReason.BacktabFocusReason, 2),
        (Qt.FocusReason.ShortcutFocusReason, 2),
        (Qt.FocusReason.PopupFocusReason, 1),
        (Qt.FocusReason.ActiveWindowFocusReason, 1),
    ],
)
def test_the_keyboard_arrives_at_the_running_item(
    qtbot: QtBot, theme: Theme, reason: Qt.FocusReason, row: int
) -> None:
    column = filled(qtbot, theme)
    column.list.show_item("q3")
    column.list.clearFocus()
    column.list.setFocus(reason)
    assert column.list.currentIndex().row() == row


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_running_item_says_so_whatever_else_stands_there(
    qtbot: QtBot, theme: Theme, scale: int
) -> None:
    column = filled(qtbot, theme)
    theme.set_scale(scale)
    delegate = column.list._plan
    title = "Vorstellung der Nachbarschaftsinitiativen"
    kind = PlanItemKind.PRESENTATION
    running = item("o", title=title, kind=kind, started=True, statements=12)
    (row,) = PlanRows(Texts("de"), plan_words()).live([running], {"o": "16:40"})
    room = column.list.width() * 0.65
    shown, second = delegate.line_of(row, room, tinted=True)
    assert second == "16:40 · läuft"
    assert shown.endswith("…")
    (row,) = PlanRows(Texts("de"), plan_words()).live(
        [replace(running, started_at=None)], {"o": "16:40"}
    )
    shown, second = delegate.line_of(row, room, tinted=False)
    assert second == "", "another item gives its room to the title"


def test_slim_shows_badges_with_tooltips_and_buttons_with_icons(qtbot: QtBot, theme: Theme) -> None:
    column = filled(qtbot, theme)
    back = button(theme, "Zurück", icon="chevron-left")
    go_on = button(theme, "Weiter: Pause", icon="chevron-right", variant="primary")
    column.add_button(back)
    column.add_button(go_on, 1)
    column.set_slim(slim=True)
    assert column.width() == SLIM_WIDTH
    assert (back.text(), back.toolTip(), back.accessibleName()) == ("", "Zurück", "Zurück")
    column.set_button_text(go_on, "Weiter: Frage 5")
    assert (go_on.text(), go_on.toolTip()) == ("", "Weiter: Frage 5")
    place = column.list.box_of(1).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, column.list.mapToGlobal(place))
    QApplication.sendEvent(column.list.viewport(), event)
    assert QToolTip.text().startswith("Leitfrage 3, Was ist neu?")
    QToolTip.hideText()
    column.set_slim(slim=False)
    assert (go_on.text(), go_on.toolTip()) == ("Weiter: Frage 5", "")
    assert column.width() == WIDTH


@pytest.mark.parametrize("scale", SCALES)
def test_the_first_button_keeps_its_word_beside_a_long_conclusion(
    qtbot: QtBot, theme: Theme, scale: int
) -> None:
    theme.set_scale(scale)
    column = filled(qtbot, theme)
    back = button(theme, "Zurück", icon="chevron-left")
    go_on = button(theme, "Weiter: Pause", icon="chevron-right", variant="primary")
    column.add_button(back)
    column.add_button(go_on, 1)
    for text in ("Weiter: Frage 8", "Weiter: Vorstellungsrunde", "Gespräch beenden", "Weiter"):
        column.set_button_text(go_on, text)
        lay_out(column)
        assert (back.text(), back.toolTip()) == ("Zurück", "")
        assert go_on.accessibleName() == text
        assert go_on.text() == text or (go_on.text().endswith("…") and go_on.toolTip() == text)
        assert clipped(column) == []
    assert not back.icon().isNull()
    assert not go_on.icon().isNull()


def test_going_back_keeps_its_icon_where_that_of_the_conclusion_makes_room(
    qtbot: QtBot, theme: Theme
) -> None:
    column = filled(qtbot, theme)
    back = button(theme, "Zurück", icon="chevron-left")
    go_on = button(theme, "Weiter: Frage 2", icon="chevron-right", variant="primary")
    column.add_button(back)
    column.add_button(go_on, 1)
    column.set_button_text(go_on, "Weiter: Abschluss")
    lay_out(column)
    assert (back.text(), go_on.text()) == ("Zurück", "Weiter: Abschluss")
    assert not back.icon().isNull()
    assert go_on.icon().isNull()


def test_without_any_room_the_first_button_is_an_icon_with_a_name(
    qtbot: QtBot, theme: Theme
) -> None:
    column = filled(qtbot, theme)
    back = button(theme, "Begin the session that was left", icon="player-play")
    go_on = button(theme, "Weiter: Vorstellungsrunde", icon="chevron-right", variant="primary")
    column.add_button(back)
    column.add_button(go_on, 1)
    lay_out(column)
    assert (back.text(), back.toolTip()) == ("", "Begin the session that was left")
    assert back.accessibleName() == "Begin the session that was left"
    assert not back.icon().isNull()
    assert go_on.text().startswith("Weiter: Vorst")
    assert clipped(column) == []
    back.hide()
    column.set_button_text(go_on, "Weiter: Rückspiegelung")
    assert (go_on.text(), go_on.toolTip()) == ("Weiter: Rückspiegelung", "")
    assert not go_on.icon().isNull()


@pytest.mark.parametrize("review", [False, True])
def test_everything_can_be_painted_at_any_size(qtbot: QtBot, theme: Theme, *, review: bool) -> None:
    column = filled(qtbot, theme, review=review)
    for scale in (80, 150, 200):
        theme.set_scale(scale)
        QApplication.processEvents()
        assert not column.grab().isNull()
        assert column.list.box_of(1).height() == round(50 * scale / 100)
    assert column.list.indexAt(QPoint(20, 5)).isValid()
