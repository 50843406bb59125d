"""The list of the shown item at work: show, edit in place, mark, move, delete."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QPoint, Qt, Signal

from app.domain.changes import ChangeSet, Entity
from app.domain.drafts import DraftPayload
from app.domain.statements import StatementView
from app.domain.text import after_editing
from app.errors import BadInputError, UserError
from ui.live.live_session import LiveSession
from ui.live.page import LivePage
from ui.live.statement_menu import StatementMenu
from ui.models.statement_model import StatementModel
from ui.pages import Toolbox
from ui.review.changes import Changes
from ui.widgets.statement_list import HISTORY, MEMO, MERGE, TIME

_SLOT = "edit:"
_ROW_ENTITIES = (Entity.STATEMENT, Entity.PARTICIPANT, Entity.PERSON, Entity.ORGANISATION)


class StatementDesk(QObject):
    """Between the cards and the services. ``left``: the focus goes back to the entry line."""

    left = Signal()

    def __init__(self, page: LivePage, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._list = page.list
        self._tools = tools
        self._services = tools.services
        self._session: LiveSession | None = None
        self._item_uid = ""
        self._statements: dict[str, StatementView] = {}
        self._edits: dict[str, str] = {}
        self._typed = ""
        self.model = StatementModel(self)
        self._list.setModel(self.model)
        self.changes = Changes(tools, self)
        self._menu = StatementMenu(tools, self.changes, self._list, self)
        self._connect()

    def _connect(self) -> None:
        self._list.edit_wanted.connect(self.edit)
        self._list.editor_opened.connect(self._tools.speller.watch)
        self._list.editor_opened.connect(self._tools.blocks.watch)
        self._list.edited.connect(self._save_edit)
        self._list.edit_changed.connect(self._keep_edit)
        self._list.edit_cancelled.connect(self._give_up_edit)
        self._list.delete_wanted.connect(self.delete)
        self._list.star_wanted.connect(self.toggle_result)
        self._list.move_wanted.connect(self.move)
        self._list.left.connect(self._leave)
        self._list.split_wanted.connect(self._split)
        self._list.sign_typed.connect(self._on_sign)
        self._menu.sign_chosen.connect(self._on_sign)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._open_menu)
        self._menu.edit_wanted.connect(self.edit)
        self._menu.delete_wanted.connect(self.delete)
        self._menu.result_wanted.connect(self.toggle_result)
        self._menu.move_wanted.connect(self.move)

    # -- showing --------------------------------------------------------------------------------

    def open(self, session: LiveSession) -> None:
        """Another session; edits that were not saved are taken up when their row is shown."""
        self._list.close_editor()
        self._session, self._item_uid = session, ""
        kept = self._tools.services.drafts.load(session.uid)
        self._edits = {
            slot.removeprefix(_SLOT): payload.text
            for slot, payload in kept.items()
            if slot.startswith(_SLOT)
        }

    def show_item(self, uid: str) -> None:
        """The statements of another item; a change in progress is saved first."""
        if uid != self._item_uid:
            self.finish_edit()
            self._item_uid = uid
            self._list.clearSelection()
            self._load()
            self._list.scroll_to_end()
            self._take_up_edit()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed in this session."""
        if any(change_set.uids(entity) for entity in _ROW_ENTITIES):
            self._load()
        elif change_set.uids(Entity.SESSION) or change_set.uids(Entity.OFF_RECORD_PASSAGE):
            self._show_state()

    def append(self, statement: StatementView) -> None:
        """The entry line recorded it: one row at the end, if its item is shown."""
        if self._session is not None and statement.plan_item_uid == self._item_uid:
            self._statements[statement.uid] = statement
            self.model.append(self._session.rows.row(statement))
            self._show_state()

    def statements(self) -> tuple[StatementView, ...]:
        """What is shown, in order."""
        return tuple(self._statements.values())

    def chosen(self) -> StatementView | None:
        """The statement the focus is on, in the list or in its editor."""
        editing = self._list.editing_uid
        uid = editing or (self._list.current_uid() if self._list.hasFocus() else "")
        return self._statements.get(uid)

    def select_last(self) -> None:
        """Up in the empty line."""
        if self.model.rowCount():
            self._page.reach_list()
            self._list.select(self.model.row_at(self.model.rowCount() - 1).uid)

    def reveal(self, uid: str) -> bool:
        """Show a statement if it is in the list."""
        if uid not in self._statements:
            return False
        self._page.reach_list()
        return self._list.select(uid)

    # -- changing -------------------------------------------------------------------------------

    def edit(self, uid: str) -> None:
        """Edit in place."""
        if self._session is not None and not self._session.is_closed and uid in self._statements:
            self.finish_edit()
            self._typed = self._statements[uid].text
            self._list.open_editor(uid)

    def finish_edit(self) -> None:
        """Save the row being edited, if there is one."""
        editor = self._list.editor()
        if editor is not None:
            self._save_edit(self._list.editing_uid, editor.text())

    def delete(self, uids: tuple[str, ...]) -> None:
        """Delete; the band offers to undo it."""
        if self.changes.delete(uids) and not self.model.rowCount():
            self._leave()

    def toggle_result(self, uids: tuple[str, ...]) -> None:
        """Mark as a result, or unmark when all of them are."""
        known = [self._statements[uid] for uid in uids if uid in self._statements]
        self.changes.toggle_result(known)

    def move(self, uid: str, steps: int) -> None:
        """One place up or down in its item."""
        order = list(self._statements)
        at = order.index(uid) if uid in order else -1
        target = at + steps
        if at < 0 or not 0 <= target < len(order):
            return
        before = target if steps > 0 else target - 1
        after = order[before] if before >= 0 else None
        if self.changes.move(uid, after):
            self._list.select(uid)

    def move_to_item(self, uid: str) -> bool:
        """Put the chosen statement under another item, if the focus is in the list."""
        chosen = self._statements.get(self._list.current_uid())
        item = self._session.standing.find(uid) if self._session else None
        if chosen is None or item is None or not self._list.hasFocus():
            return False
        if chosen.plan_item_uid != uid:
            self.changes.move_to_item([chosen.uid], item)
        return True

    def _on_sign(self, sign: str) -> None:
        """The signs of the entry line, and the keys of the list."""
        session, statement = self._session, self._statements.get(self._list.current_uid())
        if session is None or statement is None:
            return
        if sign == HISTORY:
            from ui.histories import show_history

            show_history(
                self._tools, self.changes, statement.uid, session.view, self._page.window()
            )
        elif session.is_closed or self.changes.by_sign(sign, [statement]):
            return
        elif sign in (TIME, MEMO):
            self._open_fields(session, statement, sign)
        elif sign == MERGE:
            self._merge(statement)
        elif sign == "/":
            self._menu.open_kinds(session, statement, self._list.menu_place())
        elif sign == "@":
            self._menu.open_people(session, statement, self._list.menu_place())

    def _open_fields(self, session: LiveSession, statement: StatementView, sign: str) -> None:
        from ui.dialogs.statement_fields import StatementFieldsDialog

        window = self._page.window()
        zone = ZoneInfo(session.view.time_zone)
        dialog = StatementFieldsDialog(self._tools.theme, statement, zone, parent=window)
        (dialog.memo if sign == MEMO else dialog.time).setFocus()
        dialog.changed.connect(partial(self.changes.update, [statement.uid]))
        dialog.show_over()

    def _merge(self, statement: StatementView) -> None:
        """Into the one before it."""
        order = list(self._statements.values())
        at = order.index(statement)
        if at and self.changes.merge(order[at - 1 : at + 1]):
            self._list.select(order[at - 1].uid)

    def _split(self, uid: str, first: str, second: str) -> None:
        """Cut the statement being edited; the cursor goes to the second part."""
        if self.changes.split(uid, first, second):
            self._list.close_editor()
            self._forget_edit(uid)
            order = list(self._statements)
            self._list.select(order[order.index(uid) + 1])

    # -- inside ---------------------------------------------------------------------------------

    def _load(self) -> None:
        session = self._session
        if session is None or not self._item_uid:
            return
        statements = self._services.views.statements(session.uid, self._item_uid)
        self._statements = {statement.uid: statement for statement in statements}
        self.model.set_rows([session.rows.row(statement) for statement in statements])
        self._show_state()

    def _show_state(self) -> None:
        count = self.model.rowCount()
        self._page.set_statement_count(count)
        closed = self._session is not None and self._session.takes_nothing
        nothing = (
            self.tr("Nothing was recorded here.")
            if closed
            else self.tr("Nothing recorded yet. Just type, Enter records.")
        )
        self._page.show_empty("" if count else nothing)

    def _try(self, work: partial[None]) -> bool:
        try:
            work()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return False
        return True

    def _leave(self) -> None:
        self._list.clearSelection()
        self.left.emit()

    def _open_menu(self, position: QPoint) -> None:
        """Of the row under the pointer; the menu key asks at the current row."""
        index = self._list.indexAt(position)
        uid = self.model.row_at(index.row()).uid if index.isValid() else self._list.current_uid()
        if self._session is not None and uid in self._statements:
            self._list.select(uid)
            place = self._list.viewport().mapToGlobal(position)
            self._menu.open(self._session, self._statements[uid], place)

    # -- editing in place -----------------------------------------------------------------------

    def _take_up_edit(self) -> None:
        """A change that was typed and not saved stands in its row again."""
        uid = next((uid for uid in self._edits if uid in self._statements), "")
        if uid and self._session is not None and not self._session.is_closed:
            self._typed = self._edits[uid]
            self._list.open_editor(uid, self._typed)
            self._page.show_quiet(self.tr("Change of a statement, not saved yet. Enter saves it."))

    def _keep_edit(self, uid: str, text: str) -> None:
        if self._session is not None:
            self._typed = text
            self._edits[uid] = text
            self._tools.services.drafts.keep(
                self._session.uid, f"{_SLOT}{uid}", DraftPayload(text, len(text), {"uid": uid})
            )

    def _save_edit(self, uid: str, text: str) -> None:
        from app.domain.incoming.statements import StatementChanges

        before = self._statements.get(uid)
        text = text.strip()
        if before is not None and text != before.text.strip():
            if not text:
                self._tools.messages.error(BadInputError("text_empty"))
                return
            change = StatementChanges(text=after_editing(before.text, text))
            if not self._try(partial(self._services.capture.update, [uid], change)):
                return
        self._list.close_editor()
        self._forget_edit(uid)

    def _give_up_edit(self, uid: str) -> None:
        typed, before = self._typed, self._statements.get(uid)
        self._forget_edit(uid)
        if before is not None and typed != before.text:
            back = partial(self._edit_again, uid, typed)
            self._tools.messages.done(
                self.tr("Change given up."), self.tr("Restore it"), back, lasting=True
            )

    def _edit_again(self, uid: str, text: str) -> None:
        if uid in self._statements:
            self._list.open_editor(uid, text)
            self._keep_edit(uid, text)

    def _forget_edit(self, uid: str) -> None:
        if self._edits.pop(uid, None) is not None and self._session is not None:
            self._tools.services.drafts.discard(self._session.uid, f"{_SLOT}{uid}")
            self._page.show_quiet("")
