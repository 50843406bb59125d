"""No text is cut off: every page, both languages, all sizes of window and type."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.inspection import clipped, too_wide
from tests.support.real_window import LAPTOP, LAPTOP_AT_150, run_events, settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import EMPTY, HOME, LEADING, REVIEWING, World, stations, top_of
from ui.program import Program
from ui.widgets.labels import ElidedLabel
from ui.widgets.scroll_column import ScrollColumn

SIZES = (
    (LAPTOP, 100),
    (LAPTOP, 150),
    (LAPTOP, 200),
    (LAPTOP_AT_150, 100),
    (LAPTOP_AT_150, 125),
)
"""Window in logical pixels and size of type in percent."""


def looks(program: Program) -> Iterator[str]:
    """Bring the window to one size after the other."""
    for size, scale in SIZES:
        program.window.resize(*size)
        program.theme.set_scale(scale)
        yield f"{size[0]} x {size[1]} at {scale} %"


@pytest.mark.parametrize("world", [EMPTY, HOME, LEADING, REVIEWING])
@pytest.mark.parametrize("language", ["de", "en"])
def test_no_text_is_cut_off(
    start: Open, session_of: Callable[[World], str], world: World, language: str
) -> None:
    program = start(world, language)
    faults = []
    for look in looks(program):
        for station in stations(world):
            station.go(program, session_of(world))
            settle(program)
            run_events(0)
            faults += [f"{station.name}, {look}: {fault}" for fault in clipped(top_of(program))]
    assert not faults, "\n".join(faults)


def test_texts_that_do_not_fit_are_noticed(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    button, label = QPushButton("Gespräch beginnen"), QLabel("Noch nichts festgehalten")
    elided = ElidedLabel("Strategiegespräch Quartier")
    for part in (button, label, elided):
        layout.addWidget(part)
    qtbot.addWidget(window)
    window.show()
    assert clipped(window) == []
    for part in (button, label, elided):
        part.setFixedWidth(40)
    run_events(0)
    elided.setToolTip("")
    assert len(clipped(window)) == 4  # the button is also too small to be drawn


def test_a_column_with_more_than_fits_is_noticed(qtbot: QtBot) -> None:
    wide = QPushButton("Gespräch beginnen")
    wide.setMinimumWidth(400)
    layout = QVBoxLayout()
    layout.addWidget(wide)
    column = ScrollColumn(layout)
    column.setFixedWidth(500)
    qtbot.addWidget(column)
    column.show()
    assert too_wide(column) == []
    column.setFixedWidth(300)
    run_events(0)
    assert len(too_wide(column)) == 1
