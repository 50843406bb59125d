"""The theme at work: fonts, heights, icons, and changes while the program runs."""

import gc
import re
from pathlib import Path
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.domain.vocabulary import PlanItemKind, StatementKind
from app.paths import resource, resources_root
from ui.icons import ITEM_ICONS, KIND_ICONS, pixmap
from ui.style.fonts import FONT_FILES
from ui.style.sheet import IMAGES, Measures, build_sheet
from ui.theme import DARK, LIGHT, SCALES, Role, Theme, ThemeChoice, set_tone
from ui.widgets.buttons import button, icon_button


def test_inter_comes_with_the_program_and_with_its_licence(theme: Theme) -> None:
    assert {"Regular", "Medium", "SemiBold", "Semi Bold"} & set(QFontDatabase.styles("Inter"))
    assert all(resource("fonts", name).is_file() for name in FONT_FILES)
    assert "SIL OPEN FONT LICENSE" in resource("fonts", "OFL.txt").read_text(encoding="utf-8")
    assert theme.font(Role.BODY).family() == "Inter"


def test_tabular_digits_have_one_width(theme: Theme) -> None:
    def spread(*, tabular: bool) -> float:
        metrics = QFontMetricsF(theme.font(Role.CLOCK, tabular=tabular))
        widths = [metrics.horizontalAdvance(digit) for digit in "0123456789"]
        return max(widths) - min(widths)

    assert spread(tabular=True) < 0.1
    assert spread(tabular=False) > 1


def test_controls_have_the_heights_of_the_look(qtbot: QtBot, theme: Theme) -> None:
    heights = {
        size: button(theme, "Festhalten", size=size).sizeHint().height()
        for size in ("small", "", "conclusion", "large")
    }
    assert heights == {"small": 34, "": 36, "conclusion": 40, "large": 52}
    square = icon_button(theme, "home", "Startseite").sizeHint()
    assert (square.width(), square.height()) == (36, 36)
    for field in (QLineEdit(), QComboBox()):
        qtbot.addWidget(field)
        field.ensurePolished()
        assert field.sizeHint().height() == 36


@pytest.mark.parametrize("scale", SCALES)
def test_controls_take_the_height_of_their_text(qtbot: QtBot, theme: Theme, scale: int) -> None:
    theme.set_scale(scale)
    made = button(theme, "Festhalten")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.fontMetrics().height() <= made.sizeHint().height() - 2 * theme.gap(8)
    assert made.font().pixelSize() == round(14 * scale / 100)


def test_focus_changes_no_box(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    for widget in (QLineEdit(), QPlainTextEdit(), QComboBox(), QCheckBox("x"), QPushButton("y")):
        layout.addWidget(widget)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    controls = [w for w in window.children() if isinstance(w, QWidget)]
    before = [(w.geometry(), w.sizeHint()) for w in controls]
    for control in controls:
        control.setFocus()
        QApplication.processEvents()
        assert [(w.geometry(), w.sizeHint()) for w in controls] == before


_VARIANTS = ("outlined", "flat", "link", "pill", "primary", "step", "menu")


@pytest.mark.parametrize("variant", _VARIANTS)
def test_the_ring_is_the_only_sign_of_the_focus(qtbot: QtBot, theme: Theme, variant: str) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    made, other = button(theme, "Weitergeben", variant=variant), QLineEdit()
    layout.addWidget(other)
    layout.addWidget(made)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)

    def picture(*, focused: bool) -> QImage:
        (made if focused else other).setFocus(Qt.FocusReason.TabFocusReason)
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after a real Tab
        return made.grab().toImage()

    assert picture(focused=True) == picture(focused=False)
    app = cast(QApplication, QApplication.instance())
    app.setStyleSheet(app.styleSheet().replace("outline: none", ""))
    assert picture(focused=True) != picture(focused=False)  # Fusion draws a frame of its own


def test_no_rule_for_the_focus_has_another_width_than_the_rule_without() -> None:
    images = dict.fromkeys(IMAGES, "x.svg")
    sheet = build_sheet(LIGHT, Measures(100), images)
    for _names, body in re.findall(r"([^{}]*:focus[^{}]*)\{([^{}]*)\}", sheet):
        assert not re.search(r"padding:(?! 0)|margin:|border:(?! none)|width:", body)


def test_colours_change_while_the_program_runs(qtbot: QtBot, theme: Theme) -> None:
    label = QLabel("x")
    label.setProperty("role", Role.CAPTION)
    qtbot.addWidget(label)
    label.show()
    assert label.palette().windowText().color() == LIGHT.ink3
    with qtbot.waitSignal(theme.changed):
        theme.set_choice(ThemeChoice.DARK)
    QApplication.processEvents()
    assert theme.tokens is DARK
    assert label.palette().windowText().color() == DARK.ink3
    set_tone(label, "error")
    assert label.palette().windowText().color() == DARK.color("error")


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_the_header_of_the_file_dialog_can_be_read(
    qtbot: QtBot, theme: Theme, choice: ThemeChoice
) -> None:
    theme.set_choice(choice)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    header = dialog.findChild(QHeaderView)
    assert header is not None
    ground = header.grab().toImage().pixelColor(3, 3)
    assert ground == theme.tokens.surface
    # Without its rule Fusion paints the header black, on which the text of the light theme drowns.
    app = cast(QApplication, QApplication.instance())
    app.setStyleSheet(app.styleSheet().replace("QHeaderView", "NoSuchView"))
    ground = header.grab().toImage().pixelColor(3, 3)
    assert ground != theme.tokens.surface


def test_icons_follow_the_theme(qtbot: QtBot, theme: Theme) -> None:
    made = button(theme, "Suchen", icon="search")
    filled = button(theme, "Festhalten", icon="check", variant="primary")
    for widget in (made, filled):
        qtbot.addWidget(widget)
    assert _darkest(made) == LIGHT.ink.name()
    assert _darkest(filled) == LIGHT.on_primary.name()
    theme.set_choice(ThemeChoice.DARK)
    assert _darkest(made) == DARK.ink.name()
    assert _darkest(filled) == DARK.on_primary.name()
    size = made.iconSize()
    theme.set_scale(200)
    assert made.iconSize().height() == 2 * size.height()


def _darkest(made: QPushButton) -> str:
    """The colour of the most opaque pixel of a button's icon."""
    image = made.icon().pixmap(made.iconSize()).toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda color: color.alpha()).name()


def test_the_text_size_steps_within_its_limits(theme: Theme) -> None:
    for _ in SCALES:
        theme.step_scale(1)
    assert theme.scale == 200
    for _ in SCALES:
        theme.step_scale(-1)
    assert theme.scale == 80
    theme.set_scale(101)
    assert theme.scale == 100


def test_icons_are_sharp_at_double_density() -> None:
    image = pixmap("home", LIGHT.ink, 18, 2.0)
    assert (image.width(), image.height()) == (36, 36)
    assert image.deviceIndependentSize().width() == 18


def test_every_kind_has_an_icon_of_its_own() -> None:
    assert set(KIND_ICONS) == set(StatementKind)
    assert len(set(KIND_ICONS.values())) == len(StatementKind)
    assert set(ITEM_ICONS) == set(PlanItemKind)


def test_only_icons_that_are_used_are_shipped() -> None:
    root = resources_root().parent
    code = "".join(path.read_text(encoding="utf-8") for path in (root / "ui").rglob("*.py"))
    shipped = {path.stem for path in resource("icons").glob("*.svg")}
    named = set(re.findall(r'"([a-z0-9]+(?:-[a-z0-9]+)*)"', code))
    assert shipped - named == set()
    assert "MIT" in resource("icons", "LICENSE.txt").read_text(encoding="utf-8")


def test_an_unknown_icon_is_noticed(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        theme.icon("there-is-no-such-icon")


def test_the_pictures_of_the_sheet_stay_after_the_theme_has_gone(qapp: QApplication) -> None:
    gone = Theme(qapp, ThemeChoice.LIGHT)
    shiboken6.delete(gone)
    del gone
    gc.collect()
    pictures = re.findall(r"url\(\"?([^)\"]+)\"?\)", qapp.styleSheet())
    assert pictures
    assert all(Path(picture).exists() for picture in pictures)
