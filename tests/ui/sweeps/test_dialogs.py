"""Every dialog opens in both languages, fits on a small screen, closes with Esc and is freed."""

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from tests.support.inspection import clipped, nameless
from tests.support.keyboard import press
from tests.support.real_window import LAPTOP, LAPTOP_AT_150, run_events, settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import (
    EMPTY,
    HOME,
    OPENINGS,
    Opening,
    World,
    classes_of_the_window,
    open_dialog,
    opened,
    openings,
)
from ui.dialogs.form_dialog import ConfirmDialog, FormDialog
from ui.program import Program

SessionOf = Callable[[World], str]
SHAPES = {"FormDialog", "ItemForm"}
"""Classes that only others are made from."""
SCREEN_EDGE = QSize(16, 48)
"""What a dialog leaves free on a screen: a rim and the task bar."""


def dialog_classes() -> set[str]:
    """All dialogs of the program."""
    return {each.__name__ for each in classes_of_the_window(QDialog)}


def test_no_dialog_is_left_out() -> None:
    assert dialog_classes() - SHAPES == {opening.dialog for opening in OPENINGS}


def dialogs(program: Program, world: World, session: str) -> Iterator[tuple[Opening, FormDialog]]:
    """One dialog of a world after the other; each is closed before the next."""
    for opening in openings(world):
        yield opening, opened(program, opening, session)
        close_all(program)


def close_all(program: Program) -> None:
    while (dialog := open_dialog()) is not None:
        dialog.reject()
        run_events(0)
    settle(program)


@pytest.mark.parametrize("world", [EMPTY, HOME])
@pytest.mark.parametrize("language", ["de", "en"])
def test_dialogs_are_named_whole_and_fit_on_a_small_screen(
    start: Open, session_of: SessionOf, world: World, language: str
) -> None:
    program = start(world, language)
    faults = []
    for scale, screen in ((100, LAPTOP_AT_150), (150, LAPTOP), (200, LAPTOP)):
        program.theme.set_scale(scale)
        for opening, dialog in dialogs(program, world, session_of(world)):
            where = f"{opening.dialog} at {scale} %"
            fit(dialog, screen)
            found = [*nameless(dialog), *clipped(dialog)]
            if not dialog.windowTitle():
                found.append("no title")
            faults += [f"{where}: {fault}" for fault in found]
    assert not faults, "\n".join(faults)


def fit(dialog: QDialog, screen: tuple[int, int]) -> None:
    """As large as it can be on this screen; the one of the tests may be larger."""
    dialog.resize(dialog.size().boundedTo(QSize(*screen) - SCREEN_EDGE))
    run_events(0)


@pytest.mark.parametrize("world", [EMPTY, HOME])
@pytest.mark.parametrize("language", ["de", "en"])
def test_esc_closes_and_frees_every_dialog(
    start: Open, session_of: SessionOf, world: World, language: str
) -> None:
    program = start(world, language)
    kept = []
    for opening in openings(world):
        dialog = weakref.ref(opened(program, opening, session_of(world)))
        press("Esc")
        close_all(program)
        if not freed(dialog):
            kept.append(opening.dialog)
    assert not kept


def freed(dialog: "weakref.ref[FormDialog]") -> bool:
    """Whether a closed dialog goes: nobody refers to it, and its widgets are deleted.

    A worker that was reading for it may just be ending.
    """
    for _ in range(_TRIES):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        if dialog() is None:
            return True
        run_events(25)
    return False


_TRIES = 20


def test_a_dialog_that_stays_is_noticed(start: Open) -> None:
    program = start(EMPTY)
    assert not freed(closed_dialog(program, stays=True))
    assert freed(closed_dialog(program, stays=False))


def closed_dialog(program: Program, *, stays: bool) -> "weakref.ref[FormDialog]":
    dialog = ConfirmDialog(program.theme, "Titel", "Text", "Ja", parent=program.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not stays)
    dialog.show_over()
    dialog.reject()
    return weakref.ref(dialog)


def test_a_dialog_that_is_too_large_or_has_no_names_is_noticed(start: Open) -> None:
    program = start(EMPTY)
    dialog = ConfirmDialog(program.theme, "Titel", "Text", "Ja", parent=program.window)
    button, tall = QPushButton(), QLabel("Zu hoch")
    tall.setMinimumHeight(2_000)
    dialog.body.addWidget(button)
    dialog.body.addWidget(tall)
    dialog.show_over()
    fit(dialog, LAPTOP)
    assert any("outside" in fault for fault in clipped(dialog))
    assert any("no name" in fault for fault in nameless(dialog))
    button.setText("Ein Knopf mit viel Text")
    button.setMaximumWidth(20)
    run_events(0)
    assert any("wide" in fault for fault in clipped(dialog))
    dialog.reject()
