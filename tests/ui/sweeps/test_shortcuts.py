"""Every action of the table leads somewhere, and no key on a page is claimed twice."""

from collections import Counter
from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.real_window import settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import HOME, LEADING, REVIEWING, World, stations
from ui.actions import SPECS, Actions

WORLDS = [HOME, LEADING, REVIEWING]


def test_every_action_is_connected(
    start: Open, session_of: Callable[[World], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    get = Actions.get

    def listening(actions: Actions, name: str) -> QAction:
        asked.add(name)
        return get(actions, name)

    monkeypatch.setattr(Actions, "get", listening)
    for world in WORLDS:
        program = start(world)
        for station in stations(world):
            station.go(program, session_of(world))
            settle(program)
    forgotten = {spec.id for spec in SPECS if not spec.typed} - asked
    assert not forgotten


@pytest.mark.parametrize("world", WORLDS)
def test_no_key_is_claimed_twice(
    start: Open, session_of: Callable[[World], str], world: World
) -> None:
    program = start(world)
    for station in stations(world):
        station.go(program, session_of(world))
        settle(program)
        assert claimed_twice(program.window) == [], station.name


def claimed_twice(window: QWidget) -> list[str]:
    """Keys that Qt would call ambiguous: it then does nothing at all."""
    shown = [window, *(each for each in window.findChildren(QWidget) if each.isVisible())]
    keys = [
        key.toString()
        for action in {action for each in shown for action in each.actions() if action.isEnabled()}
        for key in action.shortcuts()
    ]
    keys += [each.key().toString() for each in window.findChildren(QShortcut) if each.isEnabled()]
    keys += [each.shortcut().toString() for each in shown if isinstance(each, QPushButton)]
    return [key for key, count in Counter(filter(None, keys)).items() if count > 1]


def test_a_second_claim_is_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    for text in ("&Gespräch", "&Gehen"):
        layout.addWidget(QPushButton(text))
    qtbot.addWidget(window)
    window.show()
    assert claimed_twice(window) == ["Alt+G"]
