"""Entries of menus that are made anew each time one is opened."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.keys import key_text
from ui.theme import Theme


def add_entry(
    theme: Theme,
    menu: QMenu,
    text: str,
    work: Callable[[], object],
    *,
    icon: str = "",
    key: str = "",
    on: bool | None = None,
) -> QAction:
    """Append an entry that does ``work``; with ``on`` it has a tick instead of an icon.

    ``key`` is shown only: whatever has the focus understands it by itself.
    """
    shown = f"\t{key_text(key)}" if key else ""
    action = QAction(text.replace("&", "&&") + shown, menu)
    if on is not None:
        action.setCheckable(True)
        action.setChecked(on)
    elif icon:
        theme.set_icon(action, icon)
    action.triggered.connect(partial(_run, work))
    menu.addAction(action)
    return action


def _run(work: Callable[[], object], _checked: bool = False) -> None:
    work()
