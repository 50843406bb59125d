"""Everything the keyboard reaches has a name and a role, and the keyboard reaches everything."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.inspection import described, focusable, nameless
from tests.support.keyboard import focus, press
from tests.support.real_window import LAPTOP, LAPTOP_AT_150, run_events, settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import EMPTY, HOME, LEADING, REVIEWING, World, stations, top_of

WORLDS = [EMPTY, HOME, LEADING, REVIEWING]


@pytest.mark.parametrize("world", WORLDS)
@pytest.mark.parametrize("language", ["de", "en"])
def test_what_takes_the_focus_says_what_it_is_and_tab_reaches_it(
    start: Open, session_of: Callable[[World], str], world: World, language: str
) -> None:
    program = start(world, language)
    faults = []
    for size in (LAPTOP, LAPTOP_AT_150):
        program.window.resize(*size)
        for station in stations(world):
            station.go(program, session_of(world))
            settle(program)
            found = [*nameless(top_of(program)), *not_reached(top_of(program))]
            faults += [f"{station.name}, {size[0]} wide: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("world", [HOME, LEADING, REVIEWING])
def test_tab_goes_left_centre_right_and_to_the_conclusion_last(
    start: Open, session_of: Callable[[World], str], world: World
) -> None:
    program = start(world)
    faults = []
    for station in stations(world):
        if station.name.endswith(" 0"):
            station.go(program, session_of(world))
            settle(program)
            faults += [f"{station.name}: {fault}" for fault in disorder(program.window.pages)]
    assert not faults, "\n".join(faults)


def disorder(page: QWidget) -> list[str]:
    """Where the walk with Tab goes back: to a column further left or to a control further up."""
    walk = round_trip(page)
    faults = []
    for before, after in pairwise(walk):
        earlier, later = (_place_of(each, page) for each in (before, after))
        if later < earlier and not _beside(before, after):
            faults.append(f"{described(before)} → {described(after)}")
    return faults


def round_trip(page: QWidget) -> list[QWidget]:
    """The stops inside the page in the order of Tab, from the first one on."""
    stops: list[QWidget] = []
    press("Tab")
    while (now := focus()) not in stops:
        stops.append(now)
        press("Tab")
    outside = [n for n, each in enumerate(stops) if not page.isAncestorOf(each)]
    last = max(outside, default=-1)
    return [each for each in stops[last + 1 :] + stops[:last] if page.isAncestorOf(each)]


def _place_of(widget: QWidget, page: QWidget) -> tuple[int, int]:
    """Column and height; the filled button at the bottom left comes last."""
    centre = widget.mapTo(page, widget.rect().center())
    column = 0 if centre.x() < _LEFT else 1 if centre.x() < page.width() - _RIGHT else 2
    at_the_foot = centre.y() > page.height() - _FOOT and not _scrolls(widget)
    if column == 0 and isinstance(widget, QPushButton) and at_the_foot:
        column = 3
    return column, centre.y()


def _scrolls(widget: QWidget) -> bool:
    """Whether it lies in something that scrolls, where the foot may only hide it."""
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, QScrollArea) or _scrolls(parent))


def _beside(one: QWidget, other: QWidget) -> bool:
    """Whether they stand in one line, where left and right decide."""
    first, second = (QRect(each.mapToGlobal(QPoint()), each.size()) for each in (one, other))
    overlap = first.top() < second.bottom() and second.top() < first.bottom()
    return overlap and first.left() < second.left()


_LEFT, _RIGHT, _FOOT = 300, 320, 95
"""Widths of the outer columns and height of the conclusion."""


def not_reached(window: QWidget) -> list[str]:
    """What a walk with Tab leaves out. Buttons of one group are one stop, as Qt has it."""
    wanted = [each for each in focusable(window) if not _is_one_of_a_group(each)]
    reached: list[QWidget] = []
    for _ in range(2 * len(wanted) + 10):
        press("Tab")
        now = QApplication.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
    return [f"not reached: {described(each)}" for each in wanted if each not in reached]


def _is_one_of_a_group(widget: QWidget) -> bool:
    """A button of an exclusive group that is not the chosen one."""
    group = getattr(widget, "group", lambda: None)()
    return group is not None and group.exclusive() and not widget.property("checked")


def test_a_missing_name_is_noticed(qtbot: QtBot) -> None:
    window, line = form(qtbot)
    line.setAccessibleName("Titel")
    assert nameless(window) == []
    line.setAccessibleName("")
    assert len(nameless(window)) == 1


def test_what_tab_does_not_reach_is_noticed(qtbot: QtBot) -> None:
    window, _ = form(qtbot)
    assert not_reached(window) == []
    trap = window.findChild(Trap)
    assert trap is not None
    trap.sticks = True
    window.findChildren(QPushButton)[0].setFocus()
    assert any("Danach" in fault for fault in not_reached(window))


class Trap(QPushButton):
    """Keeps the focus when told to."""

    sticks = False

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True if self.sticks else super().focusNextPrevChild(forward)


def form(qtbot: QtBot) -> tuple[QWidget, QLineEdit]:
    window, line = QWidget(), QLineEdit()
    line.setAccessibleName("Titel")
    layout = QVBoxLayout(window)
    for part in (QPushButton("Davor"), Trap("Hier"), line, QPushButton("Danach")):
        part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    run_events(0)
    return window, line
