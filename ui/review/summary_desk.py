"""The summary of the shown question: a draft at each key, saved at a pause or on leaving."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from app.domain.drafts import DraftPayload
from app.domain.incoming.plan import PlanItemChanges
from app.domain.plan import PlanItemView
from app.domain.text import after_editing
from app.errors import UserError
from ui.pages import Toolbox
from ui.review.review_session import ReviewSession
from ui.review.saved_fields import SavedText

_SLOT = "summary:"
_PAUSE_MS = 2500


class SummaryDesk(QObject):
    """Between the summary field and the services."""

    def __init__(self, field: SavedText, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._tools = tools
        self._session: ReviewSession | None = None
        self._item: PlanItemView | None = None
        self._drafts: dict[str, str] = {}
        self._loading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        tools.speller.watch(field)
        tools.blocks.watch(field)
        field.saved.connect(self._save)
        field.textChanged.connect(self._keep)

    def open(self, session: ReviewSession, kept: Mapping[str, DraftPayload]) -> None:
        """Another session; summaries that were typed and not saved stand there again."""
        self._session, self._item = session, None
        self._drafts = {
            slot.removeprefix(_SLOT): payload.text
            for slot, payload in kept.items()
            if slot.startswith(_SLOT)
        }

    def show_item(self, item: PlanItemView | None) -> None:
        """The summary of another item, or of the same one after a change elsewhere."""
        session = self._session
        if session is None:
            return
        same = self._item is not None and item is not None and self._item.uid == item.uid
        if not same:
            self.save()
        self._item = item
        self._field.setReadOnly(session.is_closed)
        self._load(item.summary if item else "", force=not same)
        draft = self._drafts.get(item.uid) if item and not same and not session.is_closed else None
        if draft is not None:
            self._field.setPlainText(draft)

    def save(self) -> None:
        """Save what stands in the field, if it is different."""
        self._pause.stop()
        if self._item is not None:
            self._field.flush()

    def _load(self, text: str, *, force: bool) -> None:
        self._loading = True
        try:
            self._field.load(text, force=force)
        finally:
            self._loading = False

    def _save(self, text: str) -> None:
        item, session = self._item, self._session
        if item is None or session is None:
            return
        changes = PlanItemChanges(summary=after_editing(item.summary, text))
        try:
            self._tools.services.plan.update(item.uid, changes)
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        if self._drafts.pop(item.uid, None) is not None:
            self._tools.services.drafts.discard(session.uid, f"{_SLOT}{item.uid}")

    def _keep(self) -> None:
        item, session = self._item, self._session
        if self._loading or item is None or session is None or not self._field.is_changed():
            return
        text, cursor = self._field.text(), self._field.textCursor().position()
        self._drafts[item.uid] = text
        payload = DraftPayload(text, cursor, {"item": item.uid})
        self._tools.services.drafts.keep(session.uid, f"{_SLOT}{item.uid}", payload)
        self._pause.start()
