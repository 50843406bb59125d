"""The menu of the room view: everything that can be switched, with the keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.actions import keys_text, spec_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.room.desk import RoomDesk


class RoomMenu(QObject):
    """Opens below the top bar, at the right, where its button is."""

    def __init__(self, desk: RoomDesk, page: QWidget) -> None:
        super().__init__(desk)
        self._desk = desk
        self._page = page

    def open(self) -> None:
        """Show it; it works with arrows and Enter."""
        menu = self.make()
        corner = self._page.mapToGlobal(self._page.rect().topRight())
        corner.setX(corner.x() - menu.sizeHint().width() - 12)
        menu.popup(corner)
        menu.setActiveAction(menu.actions()[0])

    def make(self) -> QMenu:
        """What there is."""
        desk, wishes = self._desk, self._desk.wishes
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        self._switch(menu, self.tr("Show on the projector"), desk.is_on, desk.toggle, "room")
        self._switch(menu, self.tr("Black"), wishes.black, desk.toggle_black, "room_black")
        message = self.tr("Take the message away") if wishes.message else self.tr("Message …")
        self._add(menu, message, desk.toggle_message, "room_message")
        menu.addSeparator()
        for name, text, on in (
            ("clock", self.tr("Clock"), wishes.clock),
            ("prompt", self.tr("Prompt"), wishes.prompt),
            ("speakers", self.tr("Speakers list"), wishes.speakers),
            (
                "statements",
                self.tr("Read along: statements as they are recorded"),
                wishes.statements,
            ),
        ):
            self._switch(menu, text, on, partial(desk.switch, name))
        menu.addSeparator()
        self._switch(menu, self.tr("Dark ground"), desk.look.is_dark, desk.toggle_dark)
        self._switch(
            menu, self.tr("Blur notes and names here"), desk.is_covered, desk.toggle_cover, "cover"
        )
        return menu

    def _switch(
        self, menu: QMenu, text: str, on: bool, do: Callable[[], object], action: str = ""
    ) -> None:
        entry = self._add(menu, text, do, action)
        entry.setCheckable(True)
        entry.setChecked(on)

    def _add(self, menu: QMenu, text: str, do: Callable[[], object], action: str = "") -> QAction:
        keys = keys_text(spec_of(f"live.{action}")) if action else ""
        entry = QAction(f"{text}\t{keys}" if keys else text, menu)
        entry.triggered.connect(partial(_call, do))
        menu.addAction(entry)
        return entry


def _call(do: Callable[[], object], _checked: bool = False) -> None:
    do()
