"""The passages off the record of an item: whether the minutes mention each."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox, QWidget

from app.domain.changes import ChangeSet, Entity
from app.errors import UserError
from ui.dates import span
from ui.widgets.frames import column

if TYPE_CHECKING:
    from app.domain.off_record import OffRecordView
    from ui.pages import Toolbox
    from ui.review.page import ReviewPage
    from ui.review.review_session import ReviewSession


class PassagesDesk(QObject):
    """A box per passage, above the statements of its item; nothing where there is none."""

    def __init__(self, page: ReviewPage, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._session: ReviewSession | None = None
        self._item_uid = ""
        self._passages: tuple[OffRecordView, ...] = ()
        self.boxes: list[QCheckBox] = []

    def open(self, session: ReviewSession) -> None:
        """Another session."""
        self._session, self._item_uid = session, ""
        self._passages = self._tools.services.views.off_record(session.uid)

    def refresh(self, change_set: ChangeSet) -> None:
        """A passage began, ended or changed."""
        if self._session is not None and change_set.uids(Entity.OFF_RECORD_PASSAGE):
            self._passages = self._tools.services.views.off_record(self._session.uid)
            if change_set.initiator is not self:  # the box shows already what was chosen in it
                self.show_item(self._item_uid)

    def show_item(self, item_uid: str) -> None:
        """The passages of this item."""
        session = self._session
        if session is None:
            return
        self._item_uid = item_uid
        shown = [each for each in self._passages if each.plan_item_uid == item_uid]
        if not shown and not self.boxes:
            return
        had_focus = next((n for n, box in enumerate(self.boxes) if box.hasFocus()), None)
        self.boxes = [self._box(session, passage) for passage in shown]
        self._page.show_passages(self._holder())
        if had_focus is not None and had_focus < len(self.boxes):
            self.boxes[had_focus].setFocus()

    def _holder(self) -> QWidget | None:
        if not self.boxes:
            return None
        holder, layout = QWidget(), column(spacing=6, margins=(0, 6, 0, 0))
        holder.setLayout(layout)
        for box in self.boxes:
            layout.addWidget(box)
        return holder

    def _box(self, session: ReviewSession, passage: OffRecordView) -> QCheckBox:
        start = passage.started_at.astimezone(session.zone).strftime("%H:%M")
        end = (
            passage.ended_at.astimezone(session.zone).strftime("%H:%M") if passage.ended_at else ""
        )
        text = self.tr("Off the record %1: mention it in the minutes")
        box = QCheckBox(text.replace("%1", span(start, end or "…")))
        box.setChecked(passage.printed)
        box.setEnabled(not session.is_closed)
        box.toggled.connect(partial(self._set_printed, passage.uid))
        return box

    def _set_printed(self, uid: str, printed: bool) -> None:
        try:
            self._tools.services.off_record.set_printed(uid, printed=printed, initiator=self)
        except UserError as error:
            self._tools.messages.unsaved(error)
