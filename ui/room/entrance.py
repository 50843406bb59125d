"""The way to the room view: what it needs is only imported when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.live.clock_desk import ClockDesk
    from ui.live.live_session import LiveSession
    from ui.live.page import LivePage
    from ui.pages import Toolbox
    from ui.room.desk import RoomDesk
    from ui.room.stage import MakeContent

ACTIONS = (
    *("live.room", "live.room_menu", "live.room_black", "live.room_message"),
    "live.cover",
)


class RoomEntrance(QObject):
    """Off until first used."""

    def __init__(self, page: LivePage, tools: Toolbox, clock: ClockDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._clock = clock
        self._session: LiveSession | None = None
        self._desk: RoomDesk | None = None
        for name in ACTIONS:
            tools.actions.get(name).triggered.connect(self._act)

    @property
    def desk(self) -> RoomDesk:
        """The room view at work, made now if this is the first time."""
        if self._desk is None:
            from ui.room.desk import RoomDesk

            self._desk = RoomDesk(self._page, self._tools, self._clock, self)
            if self._session is not None:
                self._desk.show_session(self._session)
        return self._desk

    @property
    def is_used(self) -> bool:
        """Whether the room view is switched on, whether or not there is a projector now."""
        return self._desk is not None and self._desk.is_on

    def show_session(self, session: LiveSession) -> None:
        """Another session, or something in it is different now."""
        self._session = session
        if self._desk is not None:
            self._desk.show_session(session)

    def end_session(self) -> None:
        """The session is left: nothing of it stays on the wall."""
        if self._desk is not None:
            self._desk.close()

    def show_content(self, make: MakeContent) -> None:
        """Show something else instead of question and clock, until ``take_content``.

        It is shown when the room view is open, now or later; opening it is up to the user.
        """
        self.desk.show_content(make)

    def take_content(self) -> None:
        """Question and clock again."""
        if self._desk is not None:
            self._desk.take_content()

    def _act(self) -> None:
        """A key or an entry of a menu. The action says which: a partial would keep us alive."""
        action = self.sender()
        if action is not None:
            self.desk.act(action.objectName())
