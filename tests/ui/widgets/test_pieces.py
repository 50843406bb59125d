"""Small pieces: labels, buttons, band, saved indicator, steps, growing field, focus ring."""

from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListView,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.look import clipped, longest_word, nameless, room_for_word
from ui.pages import Step
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.band import Band, BandKind, Notice
from ui.widgets.buttons import PillButton, button, icon_button, show_text
from ui.widgets.focus_ring import FocusRing
from ui.widgets.frames import scrolling
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import ElidedLabel, label, wrapped
from ui.widgets.saved_indicator import SavedIndicator
from ui.widgets.steps_bar import StepsBar
from ui.widgets.text_block import TextBlock

pytestmark = pytest.mark.usefixtures("german")


def show(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_an_elided_label_has_the_whole_text_in_its_tooltip(qtbot: QtBot, theme: Theme) -> None:
    line = ElidedLabel("Strategiegespräch Lindenviertel", Role.TITLE)
    show(qtbot, line)
    line.resize(600, 30)
    assert (line.elided(), line.toolTip()) == (line.text(), "")
    line.resize(120, 30)
    assert line.elided().endswith("…")
    assert line.toolTip() == "Strategiegespräch Lindenviertel"
    line.setText("zwei\nZeilen")
    assert line.text() == "zwei Zeilen"


def test_labels_show_plain_text_only(qtbot: QtBot, theme: Theme) -> None:
    line = label("<b>R&D</b>")
    assert line.textFormat() == Qt.TextFormat.PlainText


def test_a_wrapped_label_takes_the_height_of_its_lines(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    text = wrapped("Alles bleibt auf diesem Rechner. Jeder Beitrag ist sofort gespeichert.")
    layout.addWidget(text)
    show(qtbot, window)
    window.resize(200, 300)
    QApplication.processEvents()
    assert text.height() >= text.heightForWidth(text.width())
    assert clipped(window) == []


def test_a_button_without_room_keeps_its_name(qtbot: QtBot, theme: Theme) -> None:
    made = button(theme, "Suchen", icon="search")
    qtbot.addWidget(made)
    show_text(made, theme, "Suchen", shown=False)
    assert (made.text(), made.toolTip(), made.accessibleName()) == ("", "Suchen", "Suchen")
    assert made.sizeHint().width() == made.sizeHint().height()
    show_text(made, theme, "Suchen", shown=True)
    assert (made.text(), made.toolTip()) == ("Suchen", "")


def test_a_button_with_an_icon_only_has_a_name(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(icon_button(theme, "home", "Startseite"))
    qtbot.addWidget(window)
    assert nameless(window) == []
    layout.addWidget(QPushButton())
    assert nameless(window) == ["QPushButton"]


def test_a_pill_counts(qtbot: QtBot, theme: Theme) -> None:
    pill = PillButton(theme, "Ergebnisse", icon="star")
    qtbot.addWidget(pill)
    pill.set_count(3)
    assert pill.text().split() == ["Ergebnisse", "3"]
    pill.set_count(None)
    assert pill.text() == "Ergebnisse"
    pill.click()
    assert pill.isChecked()


def test_the_band_says_one_sentence_and_acts_once(qtbot: QtBot, theme: Theme) -> None:
    done: list[str] = []
    window = QWidget()
    layout = QVBoxLayout(window)
    band = Band(theme)
    layout.addWidget(band)
    show(qtbot, window)
    assert not band.isVisible()
    band.show_notice(
        Notice(BandKind.DONE, "3 Beiträge geändert", "Rückgängig", lambda: done.append("undo"))
    )
    assert band.isVisible()
    pressed = band.findChildren(QPushButton)[0]
    qtbot.mouseClick(pressed, Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert not band.isVisible()
    band.show_notice(Notice(BandKind.ERROR, "Kein Platz mehr"))
    assert not pressed.isVisible()
    assert band.accessibleName() == "Kein Platz mehr"
    qtbot.mouseClick(band.findChildren(QPushButton)[1], Qt.MouseButton.LeftButton)
    assert band.notice is None


def test_an_action_may_say_something_itself(qtbot: QtBot, theme: Theme) -> None:
    band = Band(theme)
    qtbot.addWidget(band)
    second = Notice(BandKind.DONE, "Wiederholt")
    band.show_notice(Notice(BandKind.DONE, "x", "y", lambda: band.show_notice(second)))
    band.findChildren(QPushButton)[0].click()
    assert band.notice == second


class BandBelow:
    """A field, and a band with a button below it."""

    def __init__(self, qtbot: QtBot, theme: Theme, *, clicks_take_the_focus: bool = False) -> None:
        self.window = window = QWidget()
        layout = QVBoxLayout(window)
        self.other, self.field, self.band = QLineEdit(), QLineEdit(), Band(theme)
        for part in (self.other, self.field, self.band):
            layout.addWidget(part)
        show(qtbot, window)
        self.lost: list[bool] = []
        self.band.focus_lost.connect(lambda: self.lost.append(True))
        self.field.setFocus()
        self.band.show_notice(Notice(BandKind.DONE, "x", "Rückgängig", lambda: None))
        self.button = self.band.findChildren(QPushButton)[0]
        if clicks_take_the_focus:
            self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def test_a_click_in_the_band_takes_no_focus(qtbot: QtBot, theme: Theme) -> None:
    case = BandBelow(qtbot, theme)
    qtbot.mousePress(case.button, Qt.MouseButton.LeftButton)
    assert case.field.hasFocus()
    qtbot.mouseRelease(case.button, Qt.MouseButton.LeftButton)
    assert not case.band.isVisible()
    assert case.field.hasFocus()
    control = BandBelow(qtbot, theme, clicks_take_the_focus=True)
    qtbot.mousePress(control.button, Qt.MouseButton.LeftButton)
    assert control.button.hasFocus(), "other buttons take it"
    qtbot.mouseRelease(control.button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("keys", [["Tab"], ["Tab", "Tab"]])
def test_when_the_band_goes_the_focus_returns_to_where_it_was(
    qtbot: QtBot, theme: Theme, keys: list[str]
) -> None:
    case = BandBelow(qtbot, theme)
    for key in keys:
        qtbot.keySequence(QApplication.focusWidget(), key)
    assert not case.field.hasFocus()
    case.band.clear()
    assert case.field.hasFocus()
    case.band.show_notice(Notice(BandKind.DONE, "x", "Rückgängig", lambda: None))
    case.button.setFocus(Qt.FocusReason.TabFocusReason)
    case.button.hide()
    assert not case.field.hasFocus(), "Qt alone would send it elsewhere"


def test_a_place_for_the_focus_that_is_gone_is_said(qtbot: QtBot, theme: Theme) -> None:
    case = BandBelow(qtbot, theme)
    case.button.setFocus(Qt.FocusReason.TabFocusReason)
    case.field.hide()
    case.band.clear()
    assert case.lost == [True]


def test_only_a_button_about_the_last_change_is_outdated(qtbot: QtBot, theme: Theme) -> None:
    band = Band(theme)
    qtbot.addWidget(band)
    lasting = Notice(BandKind.DONE, "x", "Ordner öffnen", lambda: None)
    band.show_notice(lasting)
    band.outdate()
    assert band.notice == lasting
    band.show_notice(Notice(BandKind.DONE, "x", "Rückgängig", lambda: None, passing=True))
    band.outdate()
    assert band.notice is None


def test_saved_and_not_saved(qtbot: QtBot, theme: Theme) -> None:
    indicator = SavedIndicator(theme)
    qtbot.addWidget(indicator)
    assert indicator.text() == "alles gespeichert"
    indicator.show_saved("10:42:07")
    assert (indicator.text(), indicator.failed) == ("gespeichert 10:42:07", False)
    indicator.show_failed()
    assert (indicator.text(), indicator.failed) == ("nicht gespeichert", True)
    help_button = indicator.findChild(QPushButton)
    assert help_button is not None
    assert help_button.text() == "Was tun?"
    with qtbot.waitSignal(indicator.help_wanted):
        help_button.click()
    indicator.show_saved("10:43:00")
    assert not indicator.failed


def test_the_steps_as_buttons_and_as_one_menu(qtbot: QtBot, theme: Theme) -> None:
    steps = StepsBar(theme)
    show(qtbot, steps)
    made = steps.buttons()
    texts = ["Vorbereiten", "Durchführen", "Nachbereiten", "Protokoll"]
    assert [made[step].text() for step in Step] == texts
    with qtbot.waitSignal(steps.chosen) as heard:
        made[Step.REVIEW].click()
    assert heard.args == [Step.REVIEW]
    steps.set_step(Step.REVIEW)
    assert made[Step.REVIEW].isChecked()
    steps.set_narrow(narrow=True)
    assert not any(item.isVisible() for item in made.values())
    menu = next(w for w in steps.findChildren(QPushButton) if w.isVisible())
    assert menu.text() == "Nachbereiten"
    with qtbot.waitSignal(steps.chosen) as heard:
        menu.menu().actions()[3].trigger()
    assert heard.args == [Step.MINUTES]


def test_a_field_grows_with_its_lines_up_to_a_limit(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    edit = GrowEdit(min_lines=1, max_lines=4)
    layout.addWidget(edit)
    show(qtbot, window)
    heights = []
    for count in range(1, 7):
        edit.setPlainText("\n".join("x" * count))
        heights.append(edit.height())
    line = edit.fontMetrics().lineSpacing()
    assert heights[0] == 36
    assert [b - a for a, b in pairwise(heights)] == pytest.approx([line, line, line, 0, 0], abs=1)
    theme.set_scale(200)
    QApplication.processEvents()
    assert edit.height() > heights[-1] * 1.7
    assert edit.viewport().height() >= edit.document().documentMargin() * 2 + 4 * line


def test_text_is_cut_after_its_lines_also_with_emoji(theme: Theme) -> None:
    font = theme.font(Role.STATEMENT)
    text = "👩‍👩‍👧 Familien brauchen Räume, in denen sie sich abends treffen können. " * 4
    whole = TextBlock(text, font, 300, 1.35)
    cut = TextBlock(text, font, 300, 1.35, max_lines=2)
    assert whole.lines > 2
    assert cut.lines == 2
    assert cut._rest.endswith("…")
    assert text[:3] in text
    assert TextBlock("kurz", font, 300, 1.35, max_lines=2)._rest == ""


class Form:
    """A window with a ring and some controls."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(20, 20, 20, 20)
        self.field, self.check, self.press = QLineEdit(), QCheckBox("ja"), QPushButton("Los")
        self.combo, self.spin, self.list = QComboBox(), QSpinBox(), QListView()
        self.combo.setEditable(True)
        self.list.setProperty("focusRing", False)
        inside = QWidget()
        self.deep = QLineEdit()
        QVBoxLayout(inside).addWidget(self.deep)
        self.area = scrolling(inside)
        for widget in (
            self.field,
            self.check,
            self.press,
            self.combo,
            self.spin,
            self.list,
            self.area,
        ):
            layout.addWidget(widget)
        self.ring = FocusRing(theme, self.window)
        self.window.resize(400, 500)
        show(qtbot, self.window)


@pytest.fixture
def form(qtbot: QtBot, theme: Theme) -> Form:
    return Form(qtbot, theme)


def test_the_ring_lies_outside_the_control_and_follows_it(form: Form) -> None:
    form.field.setFocus()
    assert form.ring.isVisible()
    assert form.ring.geometry() == form.field.geometry().adjusted(-3, -3, 3, 3)
    form.window.resize(600, 500)
    QApplication.processEvents()
    assert form.ring.geometry() == form.field.geometry().adjusted(-3, -3, 3, 3)
    form.field.hide()
    assert form.ring.target is not form.field


def test_the_ring_surrounds_the_whole_combo_and_spin_box(form: Form) -> None:
    for control in (form.combo, form.spin):
        control.setFocus()
        assert form.ring.target is control


def test_the_ring_of_a_check_box_is_as_wide_as_its_text(form: Form) -> None:
    form.check.setFocus()
    assert form.ring.width() < form.check.width()


def test_what_shows_its_focus_itself_has_no_ring(form: Form) -> None:
    form.field.setFocus()
    form.list.setFocus()
    assert not form.ring.isVisible()


def test_in_a_scroll_area_the_ring_is_clipped_with_the_control(form: Form) -> None:
    form.deep.setFocus()
    assert form.ring.parentWidget() is form.area.viewport()
    assert form.ring.isVisible()


def test_a_control_that_goes_takes_the_ring_along(qtbot: QtBot, form: Form) -> None:
    form.press.setFocus()
    assert form.ring.isVisible()
    form.press.deleteLater()
    form.press = QPushButton()
    qtbot.addWidget(form.press)
    qtbot.waitUntil(lambda: not form.ring.isVisible() or form.ring.target is not None)
    assert form.ring.target is not form.press


def test_a_clicked_button_needs_no_ring_a_clicked_field_does(qtbot: QtBot, form: Form) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(form.press, left)
    qtbot.mouseRelease(form.press, left)
    qtbot.mouseClick(form.field, left)
    assert form.ring.target is form.field


def test_a_combo_leaves_its_word_all_the_room_beside_the_arrow(qtbot: QtBot, theme: Theme) -> None:
    combo = QComboBox()
    combo.addItem("Anlass/Beweggrund")
    show(qtbot, combo)
    combo.resize(longest_word(combo) + theme.px(50), combo.height())
    assert room_for_word(combo) >= longest_word(combo)
