"""Reading back is opened from several steps, with or without a room view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.in_the_room.reading_back import ReadingBackDialog
from ui.in_the_room.reading_model import ReadingModel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.pages import Toolbox
    from ui.room.entrance import RoomEntrance


def open_reading_back(
    tools: Toolbox, session_uid: str, window: QWidget, room: RoomEntrance | None = None
) -> ReadingBackDialog:
    """Open the dialog over the window; the result sheet is one key from there.

    While it is open a room view that is switched on shows the result that is read out.
    """
    dialog = ReadingBackDialog(tools, session_uid, ReadingModel(), parent=window)
    dialog.sheet_wanted.connect(tools.actions.get("session.result_sheet").trigger)
    if room is not None and room.is_used:
        _show_in_room(tools, session_uid, dialog, room)
    dialog.show_over()
    return dialog


def _show_in_room(
    tools: Toolbox, session_uid: str, dialog: ReadingBackDialog, room: RoomEntrance
) -> None:
    from app.domain.room import RoomNames
    from app.services.names import name_words
    from ui.room.results import results_in

    views = tools.services.views
    session, people = views.session(session_uid), views.participants(session_uid)
    names = RoomNames(session, people, name_words(tools.texts))
    room.show_content(results_in(dialog.model, tools.texts, names))
    dialog.finished.connect(room.take_content)
