"""The table of actions: no key means two things, every text is German, every icon exists."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.action_spec import Context, Spec, shared_contexts
from ui.actions import SPECS, Actions, keys_text, translated
from ui.icons import svg_text
from ui.theme import Theme


def twice(specs: tuple[Spec, ...], context: Context) -> list[str]:
    """Keys that mean several things at the same time in a context."""
    together = shared_contexts(context)
    keys = [
        QKeySequence(key).toString()
        for spec in specs
        if spec.context in together
        for key in spec.keys
    ]
    return [key for key, count in Counter(keys).items() if count > 1]


@pytest.mark.parametrize("context", list(Context))
def test_no_key_means_two_things(context: Context) -> None:
    assert twice(SPECS, context) == []


def test_a_key_given_twice_is_noticed() -> None:
    clash = Spec("live.other", Context.LIVE, "Other", ("Ctrl+K",))
    assert twice((*SPECS, clash), Context.LIVE) == ["Ctrl+K"]
    elsewhere = Spec("minutes.other", Context.MINUTES, "Other", ("F8",))
    assert twice((*SPECS, elsewhere), Context.LIVE) == []


def test_every_key_can_be_read_by_qt_and_every_id_is_unique() -> None:
    for spec in SPECS:
        for key in spec.keys:
            assert not QKeySequence(key).isEmpty(), spec.id
            assert "Unknown" not in QKeySequence(key).toString()
    assert len({spec.id for spec in SPECS}) == len(SPECS)


def test_every_icon_is_shipped() -> None:
    for spec in SPECS:
        if spec.icon:
            assert "<svg" in svg_text(spec.icon)


def test_the_keys_the_look_asks_for_are_there() -> None:
    while_leading = shared_contexts(Context.LIVE)
    keys = {key: spec.id for spec in SPECS if spec.context in while_leading for key in spec.keys}
    expected = {
        "Ctrl+1": "session.prepare",
        "Ctrl+2": "session.live",
        "Ctrl+3": "session.review",
        "Ctrl+4": "session.minutes",
        "Ctrl+F": "session.search",
        "Ctrl+K": "app.search",
        "Ctrl++": "app.larger",
        "Ctrl+-": "app.smaller",
        "Ctrl+0": "app.normal_size",
        "F1": "app.keys",
        "F6": "app.next_column",
        "Shift+F6": "app.previous_column",
        "F11": "session.right_column",
        "Ctrl+PgDown": "live.next",
        "Ctrl+PgUp": "live.previous",
        "Alt+8": "live.to_question_8",
        "Ctrl+Z": "session.undo",
        "Ctrl+Shift+Z": "session.redo",
        "F8": "live.take_back",
    }
    assert {key: keys.get(key) for key in expected} == expected


def test_keys_read_as_the_user_knows_them(german: None) -> None:
    by_id = {spec.id: spec for spec in SPECS}
    assert keys_text(by_id["session.search"]) == "Strg+F"
    assert keys_text(by_id["live.to_question_1"]) == "Alt+1 … Alt+8"
    assert translated(by_id["live.next"].text) == "Zum nächsten Programmpunkt"


def test_an_attached_key_works_only_inside_its_page(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    inside, outside = QPushButton("in"), QPushButton("out")
    page = QWidget()
    QVBoxLayout(page).addWidget(inside)
    layout.addWidget(page)
    layout.addWidget(outside)
    qtbot.addWidget(window)
    actions = Actions(theme, window)
    actions.attach(Context.LIVE, page)
    count: list[str] = []

    def fired() -> None:
        count.append("next")

    actions.get("live.next").triggered.connect(fired)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    outside.setFocus()
    qtbot.keyClick(outside, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert count == []
    inside.setFocus()
    qtbot.keyClick(inside, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert len(count) == 1
    actions.set_enabled(Context.LIVE, enabled=False)
    qtbot.keyClick(inside, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert len(count) == 1


def test_what_a_widget_understands_itself_is_no_shortcut(theme: Theme) -> None:
    actions = Actions(theme)
    with pytest.raises(KeyError):
        actions.get("live.record")
