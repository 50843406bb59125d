"""Cards and review rows: what keys and pointer ask for, and the editor in the row."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.cards import LONG, many, rows, statement
from ui.models.statement_model import StatementModel
from ui.theme import Theme, ThemeChoice
from ui.widgets.statement_delegates import MAX_TEXT_WIDTH, ReviewDelegate
from ui.widgets.statement_list import StatementCards, StatementList, StatementReview, row_words

pytestmark = pytest.mark.usefixtures("german")


def shown(qtbot: QtBot, view: StatementList) -> StatementList:
    model = StatementModel(view)
    model.set_rows(rows())
    view.setModel(model)
    qtbot.addWidget(view)
    view.resize(744, 700)
    view.show()
    qtbot.waitExposed(view)
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


@pytest.fixture
def cards(qtbot: QtBot, theme: Theme) -> StatementList:
    return shown(qtbot, StatementCards(theme, row_words(), "Beiträge"))


@pytest.fixture
def review(qtbot: QtBot, theme: Theme) -> StatementList:
    return shown(qtbot, StatementReview(theme, row_words(), "Beiträge"))


def test_the_focus_starts_at_the_newest_card(cards: StatementList) -> None:
    assert cards.current_uid() == "5"


def test_the_focus_starts_at_the_first_row_of_the_review(review: StatementList) -> None:
    assert review.current_uid() == "1"
    assert review.chosen_uids() == ("1",)


@pytest.mark.parametrize(
    ("key", "modifier", "signal", "value"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "edit_wanted", ["4"]),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "delete_wanted", [("4",)]),
        (Qt.Key.Key_Asterisk, Qt.KeyboardModifier.NoModifier, "star_wanted", [("4",)]),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, "move_wanted", ["4", -1]),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier, "move_wanted", ["4", 1]),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier, "left", []),
    ],
)
def test_keys_say_what_is_wanted(
    qtbot: QtBot,
    cards: StatementList,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
    signal: str,
    value: list[object],
) -> None:
    cards.select("4")
    with qtbot.waitSignal(getattr(cards, signal)) as heard:
        qtbot.keyClick(cards, key, modifier)
    assert heard.args == value


def test_a_double_click_edits(qtbot: QtBot, cards: StatementList) -> None:
    cards.select("2")
    point = cards.visualRect(cards.statements().index_of("2")).center()
    with qtbot.waitSignal(cards.edit_wanted) as heard:
        qtbot.mouseDClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert heard.args == ["2"]


def test_the_editor_stays_until_the_text_is_saved(qtbot: QtBot, cards: StatementList) -> None:
    cards.open_editor("2")
    editor = cards.editor()
    assert editor is not None
    assert editor.text() == LONG
    assert QApplication.focusWidget() is editor
    qtbot.keyClicks(editor, " Nachtrag.")
    with qtbot.waitSignal(cards.edited) as heard:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert heard.args == ["2", f"{LONG} Nachtrag."]
    assert cards.editor() is editor
    cards.close_editor()
    assert cards.editor() is None
    assert cards.hasFocus()


def test_giving_up_an_edit_closes_and_says_so(qtbot: QtBot, cards: StatementList) -> None:
    cards.open_editor("2", "Entwurf")
    editor = cards.editor()
    assert editor is not None
    assert editor.text() == "Entwurf"
    with qtbot.waitSignal(cards.edit_cancelled) as heard:
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert heard.args == ["2"]
    assert cards.editing_uid == ""


def test_each_change_is_told_for_the_draft(qtbot: QtBot, cards: StatementList) -> None:
    cards.open_editor("2", "")
    editor = cards.editor()
    assert editor is not None
    with qtbot.waitSignals([cards.edit_changed] * 2):
        qtbot.keyClicks(editor, "ab")


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_leaving_the_editor_asks_to_save(qtbot: QtBot, cards: StatementList, key: Qt.Key) -> None:
    cards.edited.connect(lambda _uid, _text: cards.close_editor())
    cards.open_editor("2", "Entwurf")
    with qtbot.waitSignal(cards.edited) as heard:
        qtbot.keyClick(cards.editor(), key)
    assert heard.args == ["2", "Entwurf"]
    assert cards.editor() is None


def test_an_editor_that_could_not_be_saved_has_the_focus_again(
    qtbot: QtBot, cards: StatementList
) -> None:
    cards.open_editor("2", "Entwurf")
    editor = cards.editor()
    with qtbot.waitSignal(cards.edited):
        cards.setFocus()
    assert QApplication.focusWidget() is editor


def test_a_menu_over_the_editor_is_not_leaving(qtbot: QtBot, cards: StatementList) -> None:
    cards.open_editor("2", "Entwurf")
    editor = cards.editor()
    assert editor is not None
    with qtbot.assertNotEmitted(editor.focus_lost):
        visit = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
        QApplication.sendEvent(editor, visit)


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("text", ["kurz", LONG, "Zeile\n" * 9])
def test_the_editor_needs_no_scroll_bar_for_a_usual_text(
    cards: StatementList, theme: Theme, text: str, scale: int
) -> None:
    theme.set_scale(scale)
    cards.open_editor("2", text)
    editor = cards.editor()
    assert editor is not None
    QApplication.processEvents()
    assert editor.document().size().height() <= 12
    assert editor.verticalScrollBar().maximum() == 0
    editor.setFixedHeight(editor.height() - 2)
    assert editor.verticalScrollBar().maximum() > 0


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_the_ring_of_the_editor_covers_nothing(
    review: StatementReview, theme: Theme, scale: int
) -> None:
    theme.set_scale(scale)
    review.open_editor("2")
    editor = review.editor()
    assert editor is not None
    QApplication.processEvents()
    ring = editor.geometry().adjusted(-3, -3, 3, 3)
    box = review.box_of(review.statements().number_of("2"))
    assert box.adjusted(4, 4, -4, -4).contains(ring)
    assert not review._review.star_box(box).intersects(ring)


def test_the_row_grows_with_its_editor_and_shift_enter_breaks(
    qtbot: QtBot, cards: StatementList
) -> None:
    cards.open_editor("3", "kurz")
    editor = cards.editor()
    assert editor is not None
    number = cards.statements().number_of("3")
    before = cards.box_of(number).height()
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QApplication.processEvents()
    assert editor.text().count("\n") == 4
    box = cards.box_of(number)
    assert box.height() > before + 60
    assert box.top() <= editor.geometry().top()
    assert editor.geometry().bottom() <= box.bottom()


def test_arrows_in_the_review_move_without_selecting(qtbot: QtBot, review: StatementList) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(review, key)
    assert review.current_uid() == "4"
    assert review.chosen_uids() == ("2",)
    qtbot.keyClick(review, Qt.Key.Key_Space)
    assert review.chosen_uids() == ("2", "4")
    qtbot.keyClick(review, Qt.Key.Key_Space)
    assert review.chosen_uids() == ("2",)


def test_shift_and_arrows_extend(qtbot: QtBot, review: StatementList) -> None:
    qtbot.keyClick(review, Qt.Key.Key_Down)
    for _ in range(2):
        qtbot.keyClick(review, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert review.chosen_uids() == ("2", "3", "4")
    qtbot.keyClick(review, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert review.chosen_uids() == ("2", "3")


def test_ctrl_a_selects_all(qtbot: QtBot, review: StatementList) -> None:
    qtbot.keyClick(review, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert review.chosen_uids() == ("1", "2", "3", "4", "5")


def sign(review: StatementList, uid: str, which: str) -> QPoint:
    delegate = review.itemDelegate()
    assert isinstance(delegate, ReviewDelegate)
    box = review.visualRect(review.statements().index_of(uid))
    found = delegate.check_box(box) if which == "check" else delegate.star_box(box)
    return found.center()


def test_check_box_and_star_are_pressed_with_the_pointer(
    qtbot: QtBot, review: StatementList
) -> None:
    left = Qt.MouseButton.LeftButton
    for uid in ("2", "4"):
        qtbot.mouseClick(review.viewport(), left, pos=sign(review, uid, "check"))
    assert review.chosen_uids() == ("2", "4")
    with qtbot.waitSignal(review.star_wanted) as heard:
        qtbot.mouseClick(review.viewport(), left, pos=sign(review, "3", "star"))
    assert heard.args == [("3",)]
    assert review.chosen_uids() == ("2", "4")


def test_a_click_on_the_text_only_moves(qtbot: QtBot, review: StatementList) -> None:
    point = review.visualRect(review.statements().index_of("3")).center()
    qtbot.mouseClick(review.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert review.current_uid() == "3"
    assert review.selectionModel().selectedRows() == []


def test_two_lines_in_the_review_the_current_row_whole(review: StatementList) -> None:
    two = review.statements().number_of("4")
    folded = review.box_of(two).height()
    review.select("4")
    assert review.box_of(two).height() > folded
    review.select("1")
    assert review.box_of(two).height() == folded


@pytest.mark.parametrize("kind", ["cards", "review"])
def test_a_quote_is_painted_in_its_marks_which_take_their_room(
    request: pytest.FixtureRequest, kind: str
) -> None:
    view: StatementList = request.getfixturevalue(kind)
    room = view._statements.text_width(view.viewport().width())
    metrics = QFontMetricsF(view._statements.text_font)
    fits = "m" * int(room / metrics.horizontalAdvance("m"))  # a line without marks, two with them
    view.statements().set_rows(
        rows([statement("said", fits), statement("quote", fits, verbatim=True)])
    )
    view.select("said")
    line = round(view._statements.line)
    said, quote = view.box_of(0).height(), view.box_of(1).height()
    assert quote - said in range(line - 2, line + 3)


def test_lines_stay_readable_in_wide_windows(cards: StatementList, theme: Theme) -> None:
    assert cards._statements.text_width(2400) == MAX_TEXT_WIDTH
    theme.set_scale(200)
    assert cards._statements.text_width(2400) == 2 * MAX_TEXT_WIDTH


def test_rows_that_were_filtered_away_leave_no_current_row(review: StatementList) -> None:
    review.select("4")
    heard: list[str] = []
    review.current_changed.connect(heard.append)
    review.statements().set_rows(rows()[:2])
    assert review.current_uid() in {"1", "2"}
    review.statements().set_rows([])
    assert review.current_uid() == ""
    assert heard[-1] == ""


def edge(view: StatementList, uid: str) -> set[str]:
    """The colours of the left edge of a row."""
    QApplication.processEvents()
    image: QImage = view.viewport().grab().toImage()
    box = view.visualRect(view.statements().index_of(uid))
    return {image.pixelColor(x, box.center().y()).name() for x in range(box.left(), box.left() + 8)}


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("kind", ["cards", "review"])
def test_the_result_and_the_row_with_the_focus_can_be_seen(
    request: pytest.FixtureRequest, theme: Theme, choice: ThemeChoice, kind: str
) -> None:
    view: StatementList = request.getfixturevalue(kind)
    theme.set_choice(choice)
    view.select("4")
    assert theme.tokens.result.name() in edge(view, "4")
    assert theme.tokens.focus.name() in edge(view, "4")


def test_without_the_focus_the_current_row_has_a_quiet_border(
    review: StatementList, theme: Theme
) -> None:
    review.select("4")
    review.clearFocus()
    assert theme.tokens.primary.name() in edge(review, "4")
    assert theme.tokens.focus.name() not in edge(review, "4")


def test_painting_ten_thousand_rows_paints_a_windowful(cards: StatementList) -> None:
    cards.statements().set_rows(many(10_000))
    cards.scroll_to_end()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert not cards.viewport().grab().isNull()
    assert cards.statements().rowCount() == 10_000
