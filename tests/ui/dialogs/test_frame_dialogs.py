"""Keys, settings and report: whole, named, freed, in both languages and all sizes."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.look import clipped, is_freed, nameless
from ui.actions import SPECS, keys_text, translated
from ui.dialogs.keys import KeysDialog
from ui.dialogs.report import ReportDialog
from ui.dialogs.settings import SettingsDialog
from ui.settings import Settings
from ui.theme import Theme, ThemeChoice

Make = Callable[[], QDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture(params=["keys", "settings", "report"])
def make(request: pytest.FixtureRequest, theme: Theme, settings: Settings, window: QWidget) -> Make:
    makers: dict[str, Make] = {
        "keys": partial(KeysDialog, theme, parent=window),
        "settings": partial(SettingsDialog, theme, settings, "de", parent=window),
        "report": partial(ReportDialog, theme, "ValueError\n  at x.py:1", parent=window),
    }
    return makers[request.param]


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("language", ["de", "en"])
def test_a_dialog_is_whole(
    request: pytest.FixtureRequest, make: Make, theme: Theme, scale: int, language: str
) -> None:
    if language == "de":
        request.getfixturevalue("german")
    theme.set_scale(scale)
    dialog = make()
    dialog.show()
    QApplication.processEvents()
    assert clipped(dialog) == []
    assert nameless(dialog) == []
    dialog.close()


def test_a_closed_dialog_is_gone(make: Make) -> None:
    assert is_freed(make)


def test_a_dialog_held_by_a_function_would_be_noticed(theme: Theme, window: QWidget) -> None:
    kept: list[QDialog] = []

    def make_and_keep() -> QDialog:
        kept.append(KeysDialog(theme, parent=window))
        return kept[0]

    assert not is_freed(make_and_keep)


def test_the_sheet_shows_every_listed_action(german: None, theme: Theme, window: QWidget) -> None:
    dialog = KeysDialog(theme, parent=window)
    shown = [label.text() for label in dialog.findChildren(QLabel)]
    for spec in SPECS:
        if spec.listed:
            assert translated(spec.text) in shown
            assert keys_text(spec) in shown
    assert "sb:" in shown
    dialog.close()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_column_of_the_sheet_is_cut(
    monkeypatch: pytest.MonkeyPatch, german: None, theme: Theme, window: QWidget, scale: int
) -> None:
    laptop = QRect(0, 0, 1366, 768)
    monkeypatch.setattr(KeysDialog, "_room", lambda _dialog: laptop)
    theme.set_scale(scale)

    def too_wide() -> bool:
        dialog = KeysDialog(theme, parent=window)
        dialog.show()
        QApplication.processEvents()
        content = dialog.area.widget()
        assert content is not None
        result = content.minimumSizeHint().width() > dialog.area.viewport().width()
        dialog.close()
        return result

    assert not too_wide()
    monkeypatch.setattr(KeysDialog, "_fits", lambda *_: True)  # always three columns
    assert too_wide() is (scale == 200)


def test_the_sheet_scrolls_by_key(theme: Theme, window: QWidget) -> None:
    theme.set_scale(200)
    dialog = KeysDialog(theme, parent=window)
    dialog.show()
    dialog.resize(900, 500)
    QApplication.processEvents()
    bar = dialog.area.verticalScrollBar()
    places = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        QTest.keyClick(dialog.confirm, key)
        places.append(bar.value())
    assert 0 < places[0] < places[1] == bar.maximum()
    assert places[2] < places[1]
    assert places[3] == 0
    dialog.close()


def test_colours_and_size_change_at_once_and_are_kept(
    theme: Theme, settings: Settings, window: QWidget
) -> None:
    dialog = SettingsDialog(theme, settings, "de", parent=window)
    dialog.show()
    dark = dialog.findChildren(QRadioButton)[2]
    dark.click()
    dialog.scale.setCurrentIndex(5)
    dialog.scale.activated.emit(5)
    assert theme.tokens.is_dark
    assert theme.scale == 150
    again = Settings(settings.path)
    assert again.text("theme") == ThemeChoice.DARK
    assert again.number("text_scale", 100) == 150
    dialog.close()


def test_the_language_changes_with_the_next_start_and_says_so(
    german: None, theme: Theme, settings: Settings, window: QWidget
) -> None:
    dialog = SettingsDialog(theme, settings, "de", parent=window)
    dialog.show()
    assert dialog.language.currentText() == "Deutsch"
    dialog.language.setCurrentIndex(1)
    dialog.language.activated.emit(1)
    assert Settings(settings.path).text("language") == "en"
    texts = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "Die Sprache wechselt mit dem nächsten Start." in texts
    dialog.close()


def test_the_report_is_copied_and_stays(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    dialog = ReportDialog(theme, "ValueError", parent=window)
    dialog.show()
    dialog.confirm.click()
    assert QApplication.clipboard().text() == "ValueError"
    assert dialog.isVisible()
    dialog.close()
