"""Proposals above the entry line: as many rows as fit, never the focus."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from app.domain.entry import Completion, Sign
from ui.theme import Theme
from ui.widgets.completion import CompletionPopup


def proposals(count: int) -> list[Completion]:
    return [
        Completion(0, 1, f"@Person {n}", Sign.PERSON, f"p{n}", f"Person {n}", "Verein")
        for n in range(count)
    ]


def test_five_rows_at_most_and_fewer_without_room(qtbot: QtBot, theme: Theme) -> None:
    roomy = CompletionPopup(theme)
    tight = CompletionPopup(theme, lambda: 3 * 44 + 30)
    for popup in (roomy, tight):
        qtbot.addWidget(popup)
        popup.show_proposals(proposals(7), "@")
    assert len(roomy.proposals()) == 5
    assert len(tight.proposals()) == 3
    assert tight.height() <= 3 * 44 + 30


def test_nothing_in_it_takes_the_focus(qtbot: QtBot, theme: Theme) -> None:
    popup = CompletionPopup(theme)
    qtbot.addWidget(popup)
    popup.show_proposals(proposals(2), "@")
    widgets = (popup, *popup.findChildren(QWidget))
    assert all(w.focusPolicy() == Qt.FocusPolicy.NoFocus or not w.isVisible() for w in widgets)


def test_a_click_chooses(qtbot: QtBot, theme: Theme) -> None:
    popup = CompletionPopup(theme)
    qtbot.addWidget(popup)
    popup.show_proposals(proposals(3), "@")
    view = popup.findChild(QListView)
    assert isinstance(view, QListView)
    second = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(popup.chosen) as caught:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert caught.args[0].value == "p1"


def test_the_current_proposal_stays_while_typing_leaves_the_same_ones(
    qtbot: QtBot, theme: Theme
) -> None:
    popup = CompletionPopup(theme)
    qtbot.addWidget(popup)
    popup.show_proposals(proposals(3), "@")
    popup.go(1)
    popup.show_proposals(proposals(3), "@P")
    assert popup.current() == proposals(3)[1]
    popup.go(-2)
    assert popup.current() == proposals(3)[2]


def test_the_model_keeps_the_rules_of_qt(qtbot: QtBot, theme: Theme) -> None:
    popup = CompletionPopup(theme)
    qtbot.addWidget(popup)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(popup._model, mode)
    for count in (3, 5, 1, 0, 4):
        popup.show_proposals(proposals(count), "@")
    assert tester.model() is popup._model


def test_a_screen_reader_hears_label_and_organisation(qtbot: QtBot, theme: Theme) -> None:
    popup = CompletionPopup(theme)
    qtbot.addWidget(popup)
    popup.show_proposals(proposals(1), "@")
    index = popup._model.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Person 0, Verein"
