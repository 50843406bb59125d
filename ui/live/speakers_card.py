"""The speakers list in the right column: three quiet lines until somebody asks for the floor.

What it shows then stands in ``ui.live.speakers_board`` and is only imported when it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import row
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from ui.live.speakers_board import SpeakersBoard


class SpeakersCard(QFrame):
    """Heading with how many wait, the way in, and what stands in between once it is used."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board: SpeakersBoard | None = None
        self.setProperty("surface", "card")
        self._count = label("", Role.META)
        self._quiet = wrapped(self.tr("Nobody has asked yet."), Role.META)
        self.ask = button(theme, self.tr("Put somebody on the list"), variant="link")
        self.unheard = button(theme, self.tr("Not heard yet"), icon="ear", variant="link")
        self.unheard.setToolTip(self.tr("Only to be seen while you press"))
        self.unheard.setAccessibleName(self.tr("Not heard yet, shown while pressed"))
        self.check_in = icon_button(
            theme, "clipboard-check", self.tr("Check-in: who is here"), variant="flat"
        )
        self.check_in.setProperty("buttonSize", "tiny")
        head = row()
        head.addWidget(label(self.tr("Speakers list"), Role.SECTION), 1)
        head.addWidget(self._count)
        head.addWidget(self.check_in)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(17, 10, 17, 8)
        self._layout.setSpacing(2)
        self._layout.addLayout(head)
        self._layout.addWidget(self._quiet)
        for link in (self.ask, self.unheard):
            self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.show_used(used=False)

    def stops(self) -> list[QWidget]:
        """Where the tab key stops, from top to bottom."""
        board = [] if self._board is None else self._board.stops()
        return [self.check_in, *board, self.ask, self.unheard]

    def put_in(self, board: SpeakersBoard) -> None:
        """What the list shows when it is used."""
        self._board = board
        self._layout.insertWidget(self._layout.indexOf(self.ask), board)

    def show_used(self, *, used: bool, waiting: str = "") -> None:
        """Whether the list is used, and how many wait, in words."""
        self._count.setText(waiting)
        self._count.setVisible(used)
        self._quiet.setVisible(not used)
        self.ask.setVisible(not used)
