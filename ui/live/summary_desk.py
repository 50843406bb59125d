"""The summary of the shown question: kept as a draft at each key, saved at each pause."""

from PySide6.QtCore import QObject, QTimer

from app.domain.drafts import DraftPayload
from app.domain.plan import PlanItemView
from app.domain.text import after_editing, editor_form
from app.errors import UserError
from ui.live.live_session import LiveSession
from ui.live.page import LivePage
from ui.pages import Toolbox

_PAUSE_MS = 2500


class SummaryDesk(QObject):
    """Between the summary field and the services."""

    def __init__(self, page: LivePage, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._field = page.summary
        self._tools = tools
        self._session: LiveSession | None = None
        self._item: PlanItemView | None = None
        self._drafts: dict[str, str] = {}
        self._loading = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)
        tools.speller.watch(self._field)
        tools.blocks.watch(self._field)
        self._field.textChanged.connect(self._keep)
        self._field.focus_left.connect(self.save)

    def open(self, session: LiveSession) -> None:
        """Another session; summaries that were typed and not saved stand there again."""
        self._session, self._item = session, None
        kept = self._tools.services.drafts.load(session.uid)
        self._drafts = {
            slot.removeprefix(_SLOT): payload.text
            for slot, payload in kept.items()
            if slot.startswith(_SLOT)
        }

    def show_item(self, item: PlanItemView | None) -> None:
        """The summary of another item, or of the same one after a change elsewhere."""
        if self._item is not None and item is not None and item.uid == self._item.uid:
            self._refresh(item)
            return
        self.save()
        self._item = item
        question = item is not None and item.number is not None
        self._page.set_summary_shown(shown=question)
        closed = self._session is not None and self._session.is_closed
        self._field.setReadOnly(closed)
        self._show(item.summary if item else "")
        draft = self._drafts.get(item.uid) if item and not closed else None
        if draft is not None:
            self._field.setPlainText(draft)

    def save(self) -> None:
        """Write what stands in the field, if it is different."""
        self._pause.stop()
        item, session = self._item, self._session
        if item is None or session is None or not self._is_changed():
            return
        from app.domain.incoming.plan import PlanItemChanges

        text = after_editing(item.summary, self._field.text())
        try:
            self._tools.services.plan.update(
                item.uid, PlanItemChanges(summary=text), initiator=self
            )
        except UserError as error:
            self._tools.messages.unsaved(error)
            return
        self._drafts.pop(item.uid, None)
        self._tools.services.drafts.discard(session.uid, f"{_SLOT}{item.uid}")

    def _is_changed(self) -> bool:
        item = self._item
        return item is not None and editor_form(item.summary) != self._field.text()

    def _refresh(self, item: PlanItemView) -> None:
        """The plan was read again; what is being typed stays."""
        typing = self._is_changed()
        self._item = item
        if not typing and self._is_changed():
            self._show(item.summary)

    def _show(self, text: str) -> None:
        self._loading = True
        try:
            self._field.setPlainText(text)
        finally:
            self._loading = False

    def _keep(self) -> None:
        if self._loading or self._item is None or self._session is None:
            return
        text = self._field.text()
        if self._is_changed():
            self._drafts[self._item.uid] = text
            cursor = self._field.textCursor().position()
            payload = DraftPayload(text, cursor, {"item": self._item.uid})
            slot = f"{_SLOT}{self._item.uid}"
            self._tools.services.drafts.keep(self._session.uid, slot, payload)
            self._pause.start()


_SLOT = "summary:"
