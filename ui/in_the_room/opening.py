"""Reading back is opened from several steps, with or without a room view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.in_the_room.reading_back import ReadingBackDialog
from ui.in_the_room.reading_model import ReadingModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages import Toolbox


def open_reading_back(tools: Toolbox, session_uid: str, window: QWidget) -> ReadingBackDialog:
    """Open the dialog over the window; the result sheet is one key from there."""
    dialog = ReadingBackDialog(tools, session_uid, ReadingModel(), parent=window)
    dialog.sheet_wanted.connect(tools.actions.get("session.result_sheet").trigger)
    dialog.show_over()
    return dialog
