"""The topics put off, the shows of hands and the answers to the results, from the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.pages import Toolbox
    from ui.review.list_desk import ListDesk
    from ui.review.page import ReviewPage
    from ui.review.review_session import ReviewSession


class InTheRoom(QObject):
    """Opens their dialogs; what is being typed in the list is saved before."""

    def __init__(
        self, page: ReviewPage, tools: Toolbox, statements: ListDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._statements = statements
        self._session: ReviewSession | None = None
        get = tools.actions.get
        page.room_button.clicked.connect(self.open_lists)
        get("review.room_lists").triggered.connect(self.open_lists)
        get("review.reading_back").triggered.connect(self.read_back)

    def open(self, session: ReviewSession) -> None:
        """Another session."""
        self._session = session

    def open_lists(self) -> None:
        """The parking lot and the shows of hands."""
        if self._session is not None:
            from ui.in_the_room.lists_dialog import RoomListsDialog

            self._statements.finish_edit()
            window = self._page.window()
            RoomListsDialog(self._tools, self._session.uid, parent=window).show_over()

    def read_back(self) -> None:
        """The results, one by one."""
        if self._session is not None:
            from ui.in_the_room.opening import open_reading_back

            self._statements.finish_edit()
            open_reading_back(self._tools, self._session.uid, self._page.window())
