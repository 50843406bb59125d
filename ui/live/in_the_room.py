"""What the room does while leading: agrees, raises hands, puts off, answers the results.

The dialogs behind the keys are only imported when they are first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.vocabulary import PlanItemKind

if TYPE_CHECKING:
    from app.domain.plan import PlanItemView
    from app.domain.statements import StatementView
    from ui.live.entry_desk import EntryDesk
    from ui.live.live_session import LiveSession
    from ui.live.page import LivePage
    from ui.live.statement_desk import StatementDesk
    from ui.pages import Toolbox
    from ui.room.entrance import RoomEntrance

_LONGEST = 60
"""How much of a statement is said when somebody agreed to it."""


class InTheRoom(QObject):
    """Between the keys of the room and the services."""

    left = Signal()
    """The entry line is to have the keyboard again."""

    def __init__(
        self,
        page: LivePage,
        tools: Toolbox,
        entry: EntryDesk,
        statements: StatementDesk,
        room: RoomEntrance,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._entry = entry
        self._statements = statements
        self._room = room
        self._session: LiveSession | None = None
        get = tools.actions.get
        get("live.agree").triggered.connect(self.agree)
        get("live.disagree").triggered.connect(self.disagree)
        get("live.park").triggered.connect(self.park)
        get("live.hands").triggered.connect(self.count_hands)
        get("live.room_lists").triggered.connect(self.open_lists)
        get("live.reading_back").triggered.connect(self.read_back)
        page.reading_back.clicked.connect(self.read_back)

    def open(self, session: LiveSession) -> None:
        """Another session."""
        self._session = session

    def show_item(self, item: PlanItemView) -> None:
        """The button for the results stands where they are read back."""
        self._page.reading_back.setVisible(item.kind is PlanItemKind.READING_BACK)

    def agree(self) -> None:
        """One more agrees to the chosen statement, or to the one recorded last."""
        self._count(assent=1)

    def disagree(self) -> None:
        """One more disagrees."""
        self._count(dissent=1)

    def park(self) -> None:
        """What stands in the line goes into the parking lot."""
        self._entry.park()

    def count_hands(self) -> None:
        """Ask for a show of hands at the item that is shown."""
        session = self._open_session()
        item = session.standing.shown if session else None
        if session is None or item is None:
            return
        from ui.in_the_room.hands_dialog import HandsDialog

        window = self._page.window()
        dialog = HandsDialog(self._tools, session.view, item, parent=window)
        dialog.kept.connect(self._say_hands)
        dialog.show_over()

    def open_lists(self) -> None:
        """The parking lot and the shows of hands."""
        if self._session is not None:
            from ui.in_the_room.lists_dialog import RoomListsDialog

            window = self._page.window()
            RoomListsDialog(self._tools, self._session.uid, parent=window).show_over()

    def read_back(self) -> None:
        """The results, one by one."""
        if self._session is not None:
            from ui.in_the_room.opening import open_reading_back

            self._statements.finish_edit()
            window = self._page.window()
            open_reading_back(self._tools, self._session.uid, window, self._room)

    def _count(self, *, assent: int = 0, dissent: int = 0) -> None:
        session = self._open_session()
        if session is None:
            return
        count, chosen = self._statements.changes.count, self._statements.chosen()
        if chosen is not None:  # and its row shows the count
            count(chosen, assent=assent, dissent=dissent)
            return
        last = self._tools.services.views.last_statement(session.uid)
        if last is None:
            self._page.show_quiet(self.tr("There is no statement yet to agree to."))
        elif count(last, assent=assent, dissent=dissent):
            self._say_count(last, assent, dissent)

    def _say_count(self, statement: StatementView, assent: int, dissent: int) -> None:
        """Which statement it was: it may stand above what can be seen."""
        text = self.tr("In the room: %1 for, %2 against – “%3”")
        text = text.replace("%1", str(statement.assent + assent))
        text = text.replace("%2", str(statement.dissent + dissent))
        said = " ".join(statement.text.split())
        short = said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"
        self._page.show_quiet(text.replace("%3", short))

    def _say_hands(self, draft: object) -> None:
        from ui.in_the_room.words import InTheRoomWords

        said = InTheRoomWords().hands(draft)  # type: ignore[arg-type]
        self._page.show_quiet(self.tr("Show of hands kept: %1").replace("%1", said))
        self.left.emit()

    def _open_session(self) -> LiveSession | None:
        """The session, unless it is closed."""
        session = self._session
        return None if session is None or session.is_closed else session
