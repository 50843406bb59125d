"""The statements of the shown item at work: filter, edit in place, mark, move, delete.

The current row stays in sight although it does not pass the filter any more – somebody who has
just named the person may want to set the time as well. It goes when the cursor goes on.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from app.domain.changes import ChangeSet, Entity
from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import StatementChanges
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.text import after_editing
from app.errors import BadInputError
from ui.models.statement_model import StatementModel, StatementRow
from ui.pages import Toolbox
from ui.review.bulk_bar import CLEAR, DELETE, ITEMS
from ui.review.changes import Changes
from ui.review.filter_row import FilterRow
from ui.review.filters import Filter, Mark, count, marks_of
from ui.review.review_list import ReviewList
from ui.review.review_session import ReviewSession
from ui.review.statement_menu import ReviewMenu
from ui.widgets.statement_list import HISTORY, MEMO, MERGE, SHORT, STATE, TIME

_SLOT = "edit:"
_ROW_ENTITIES = (
    *(Entity.PARTICIPANT, Entity.PERSON, Entity.ORGANISATION, Entity.THEME),
    Entity.SERIES,  # whether statements are released
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """A statement with what is made of it."""

    statement: StatementView
    row: StatementRow
    marks: frozenset[Mark]


class ListDesk(QObject):
    """Between list and filter on one side and the services on the other."""

    current_changed = Signal()
    """Another statement is current, or the current one is different."""
    shown = Signal(int, int)
    """How many statements are shown, and how many there are."""
    themes_wanted = Signal()
    time_wanted = Signal()
    memo_wanted = Signal()
    history_wanted = Signal(str)

    def __init__(
        self,
        view: ReviewList,
        row: FilterRow,
        tools: Toolbox,
        changes: Changes,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._list = view
        self._row = row
        self._tools = tools
        self._changes = changes
        self._services = tools.services
        self._session: ReviewSession | None = None
        self._item: PlanItemView | None = None
        self._statements: dict[str, StatementView] = {}
        self._filter = Filter()
        self._places: dict[str, str] = {}
        self._edits: dict[str, str] = {}
        self._taken_up = ""
        self._made: dict[str, _Entry] = {}
        self._filtering = False
        self.model = StatementModel(self)
        view.setModel(self.model)
        self._menu = ReviewMenu(tools, changes, view, self)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(0)
        self._again.timeout.connect(self._apply_filter)
        self._connect()

    def _connect(self) -> None:
        view, menu = self._list, self._menu
        view.edit_wanted.connect(self.edit)
        view.editor_opened.connect(self._tools.speller.watch)
        view.editor_opened.connect(self._tools.blocks.watch)
        view.edited.connect(self._save_edit)
        view.edit_changed.connect(self._keep_edit)
        view.edit_cancelled.connect(self._forget_edit)
        view.delete_wanted.connect(self._delete)
        view.star_wanted.connect(self._toggle_result)
        view.move_wanted.connect(self.move)
        view.current_changed.connect(self._on_current)
        view.sign_typed.connect(self._on_sign)
        view.item_wanted.connect(self._move_to_question)
        view.split_wanted.connect(self._split)
        view.customContextMenuRequested.connect(self._open_menu_at)
        menu.edit_wanted.connect(self.edit)
        menu.move_wanted.connect(self.move)
        menu.themes_wanted.connect(self.themes_wanted)
        menu.sign_chosen.connect(self._on_sign)
        self._row.changed.connect(self.set_filter)

    # -- showing ----------------------------------------------------------------------------

    def open(self, session: ReviewSession, kept: Mapping[str, DraftPayload]) -> None:
        """Another session; changes that were typed and not saved are taken up."""
        self._list.close_editor()
        self._session, self._item, self._filter = session, None, Filter()
        self._places.clear()
        self._made.clear()
        self._edits = {
            slot.removeprefix(_SLOT): payload.text
            for slot, payload in kept.items()
            if slot.startswith(_SLOT)
        }

    def show_item(self, item: PlanItemView | None) -> None:
        """The statements of another item, or the same after the plan was read again."""
        same = self._item is not None and item is not None and self._item.uid == item.uid
        if same:
            self._take_item(item)
            return
        self.finish_edit()
        self._item, self._filter = item, Filter()
        self._list.clearSelection()
        self._load()
        uid = self._places.get(item.uid, "") if item else ""
        if not self._list.select(uid) and self.model.rowCount():
            self._list.select(self.model.row_at(0).uid)
        self._take_up_edit()

    def _take_item(self, item: PlanItemView | None) -> None:
        """The plan was read again; how the item reads its lines may be different."""
        before, self._item = self._item, item
        if before is not None and item is not None and before.reading is not item.reading:
            self._made.clear()
            self._apply_filter()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed in this session."""
        if any(change_set.uids(entity) for entity in _ROW_ENTITIES):
            self._made.clear()
            self._load()
        elif change_set.uids(Entity.STATEMENT):
            self._refresh_statements(change_set)

    def current(self) -> StatementView | None:
        """The statement the cursor is on."""
        return self._statements.get(self._list.current_uid())

    def chosen(self) -> tuple[StatementView, ...]:
        """The selected statements, or the current one."""
        found = (self._statements.get(uid) for uid in self._list.chosen_uids())
        return tuple(statement for statement in found if statement is not None)

    def statements(self) -> tuple[StatementView, ...]:
        """All statements of the item, whatever the filter shows."""
        return tuple(self._statements.values())

    def reveal(self, uid: str) -> bool:
        """Show a statement of this item, without the filter if that hides it."""
        if uid not in self._statements:
            return False
        if self.model.number_of(uid) < 0:
            self.set_filter(Filter())
        return self._list.select(uid)

    def next_unread(self) -> bool:
        """Go to the next statement nobody has looked at; False if there is none."""
        order = list(self._statements)
        uid = self._list.current_uid()
        at = order.index(uid) + 1 if uid in order else 0
        for candidate in (*order[at:], *order[:at]):
            if Mark.UNREAD in marks_of(self._item, self._statements[candidate]):
                return self.reveal(candidate)
        return False

    # -- filtering --------------------------------------------------------------------------

    def set_filter(self, chosen: Filter) -> None:
        """Show other statements of the item."""
        self.finish_edit()
        self._filter = chosen
        self._list.clearSelection()
        self._apply_filter(sticky=False)
        if not self._list.currentIndex().isValid() and self.model.rowCount():
            self._list.select(self.model.row_at(0).uid)

    @property
    def filter(self) -> Filter:
        """What is shown now."""
        return self._filter

    def _apply_filter(self, *, sticky: bool = True) -> None:
        session = self._session
        if session is None:
            return
        kept = self._list.current_uid() if sticky else ""
        entries = [self._entry(session, statement) for statement in self._statements.values()]
        passes = self._filter.passes
        shown = [e.row for e in entries if e.row.uid == kept or passes(e.statement, e.marks)]
        self._filtering = True
        self.model.set_rows(shown)
        self._filtering = False
        counts = count((entry.statement, entry.marks) for entry in entries)
        self._row.show_filter(self._filter, counts, session.names)
        self.shown.emit(len(shown), len(self._statements))
        self.current_changed.emit()

    def _entry(self, session: ReviewSession, statement: StatementView) -> _Entry:
        """The ready row, made again only when the statement is another one."""
        made = self._made.get(statement.uid)
        if made is None or (made.statement is not statement and made.statement != statement):
            marks = marks_of(self._item, statement, with_state=session.with_release)
            made = _Entry(statement, session.rows.row(statement), marks)
            self._made[statement.uid] = made
        return made

    def _load(self) -> None:
        session, item = self._session, self._item
        if session is None:
            return
        found = self._services.views.statements(session.uid, item.uid) if item else ()
        self._statements = {statement.uid: statement for statement in found}
        self._apply_filter()

    def _refresh_statements(self, change_set: ChangeSet) -> None:
        """Read again only what is different, unless the order may be different too."""
        order = {"order_key", "plan_item_id"}
        changed = [c for c in change_set.changes if c.entity is Entity.STATEMENT]
        if any(c.what == "created" or order & set(c.fields) for c in changed):
            self._load()
            return
        uids = [c.uid for c in changed if c.uid in self._statements]
        if uids:
            found = {
                statement.uid: statement
                for statement in self._services.views.statements_by_uid(uids)
            }
            self._statements.update(found)
            for uid in set(uids) - set(found):
                del self._statements[uid]
            self._apply_filter()

    def _on_current(self, uid: str) -> None:
        if self._item is not None and uid:
            self._places[self._item.uid] = uid
        if self._filtering:
            return
        editing = self._list.editing_uid
        if editing and editing != uid:
            self.finish_edit()
        self.current_changed.emit()
        if not self._filter.is_empty:
            self._again.start()

    # -- changing ---------------------------------------------------------------------------

    def move(self, uid: str, step: int) -> None:
        """Before or behind its neighbour in what is shown."""
        at = self.model.number_of(uid)
        target = at + step
        if self._is_closed() or at < 0 or not 0 <= target < self.model.rowCount():
            return
        neighbour = self.model.row_at(target).uid
        order = [other for other in self._statements if other != uid]
        place = order.index(neighbour) + (1 if step > 0 else 0)
        if self._changes.move(uid, order[place - 1] if place else None):
            self._list.select(uid)

    def _is_closed(self) -> bool:
        return self._session is None or self._session.is_closed

    def _delete(self, uids: Sequence[str]) -> None:
        if not self._is_closed():
            self._changes.delete(uids)

    def _toggle_result(self, uids: Sequence[str]) -> None:
        if not self._is_closed():
            found = (self._statements.get(uid) for uid in uids)
            self._changes.toggle_result([s for s in found if s is not None])

    def _move_to_question(self, number: int) -> None:
        target = self._session.question(number) if self._session else None
        here = self._item.uid if self._item else ""
        if target is not None and target.uid != here and not self._is_closed():
            self._changes.move_to_item([s.uid for s in self.chosen()], target)

    def _on_sign(self, sign: str) -> None:
        """The signs of the entry line, and the keys of the list."""
        statements, session = self.chosen(), self._session
        current = self.current()
        if current is not None and sign == HISTORY:  # also of a closed session
            self.history_wanted.emit(current.uid)
        if session is None or session.is_closed or not statements or sign == HISTORY:
            return
        if self._changes.by_sign(sign, statements):
            return
        asked = {"#": self.themes_wanted, TIME: self.time_wanted, MEMO: self.memo_wanted}
        if sign in asked:
            asked[sign].emit()
        elif sign == MERGE:
            self.merge()
        elif sign == STATE:
            self._changes.next_state(session, statements)
        elif sign == SHORT:
            self._changes.toggle_short(session.uid, statements)
        elif sign == "/":
            self._menu.open_kinds(session, statements, self._list.menu_place())
        elif sign == "@":
            self._menu.open_people(session, statements, self._list.menu_place())

    def merge(self) -> None:
        """The selected statements become one; a single one goes into the one before it."""
        statements = self.chosen()
        if len(statements) == 1:
            at = self.model.number_of(statements[0].uid)
            before = self.model.row_at(at - 1).uid if at > 0 else ""
            statements = (*filter(None, [self._statements.get(before)]), *statements)
        if len(statements) > 1 and self._changes.merge(statements):
            self._list.clearSelection()
            self._list.select(statements[0].uid)

    def _split(self, uid: str, first: str, second: str) -> None:
        """Cut the statement being edited; the work goes on in the second part."""
        if self._changes.split(uid, first, second):
            self._list.close_editor()
            self._forget_edit(uid)
            order = list(self._statements)
            at = order.index(uid) + 1
            if at < len(order):
                self._list.select(order[at])

    def change_selected(self, what: str, place: QPoint) -> None:
        """What the bar below the list offers; menus open at ``place``."""
        statements, session = self.chosen(), self._session
        if what == CLEAR:
            self._list.clearSelection()
            self._list.setFocus()
        elif session is None or session.is_closed or not statements:
            return
        elif what == DELETE:
            self._delete([statement.uid for statement in statements])
        elif what == "*":
            self._changes.toggle_result(statements)
        elif what == MERGE:
            self.merge()
        else:
            menus = {
                "/": self._menu.open_kinds,
                "@": self._menu.open_people,
                ITEMS: self._menu.open_items,
            }
            menus[what](session, statements, place)

    # -- menus ------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """The menu of what is chosen, for a button."""
        statements = self.chosen()
        if self._session is not None and statements:
            self._menu.open(self._session, statements, self._list.menu_place())

    def _open_menu_at(self, position: QPoint) -> None:
        """Of the row under the pointer, with the selection if the row belongs to it."""
        index = self._list.indexAt(position)
        if index.isValid():
            uid = self.model.row_at(index.row()).uid
            if uid not in self._list.chosen_uids():
                self._list.clearSelection()
            self._list.select(uid)
        statements = self.chosen()
        if self._session is not None and statements:
            place = self._list.viewport().mapToGlobal(position)
            self._menu.open(self._session, statements, place)

    # -- editing in place -------------------------------------------------------------------

    def edit(self, uid: str) -> None:
        """Edit the text in its row, with what was typed before if it was not saved."""
        if not self._is_closed() and uid in self._statements:
            self.finish_edit()
            self._list.open_editor(uid, self._edits.get(uid))

    def finish_edit(self) -> None:
        """Save the row being edited, if there is one."""
        editor = self._list.editor()
        if editor is not None:
            self._save_edit(self._list.editing_uid, editor.text())

    def has_kept_edit(self) -> str:
        """The item with a change that was typed and not saved, or empty."""
        found = self._services.views.statements_by_uid(list(self._edits)) if self._edits else ()
        return found[0].plan_item_uid if found else ""

    def _take_up_edit(self) -> None:
        uid = next((uid for uid in self._edits if uid in self._statements), "")
        if uid and not self._is_closed():
            self.edit(uid)
            self._taken_up = uid
            text = self.tr("Here is a change that was not saved yet. Enter saves it.")
            self._tools.messages.warn(text)

    def _keep_edit(self, uid: str, text: str) -> None:
        if self._session is not None:
            self._edits[uid] = text
            payload = DraftPayload(text, len(text), {"uid": uid})
            self._tools.services.drafts.keep(self._session.uid, f"{_SLOT}{uid}", payload)

    def _save_edit(self, uid: str, text: str) -> None:
        before = self._statements.get(uid)
        text = text.strip()
        if before is not None and text != before.text.strip():
            if not text:
                self._tools.messages.error(BadInputError("text_empty"))
                return
            changes = StatementChanges(text=after_editing(before.text, text))
            if not self._changes.attempt(partial(self._services.capture.update, [uid], changes)):
                return
        self._list.close_editor()
        self._forget_edit(uid)

    def _forget_edit(self, uid: str) -> None:
        if self._edits.pop(uid, None) is not None and self._session is not None:
            self._tools.services.drafts.discard(self._session.uid, f"{_SLOT}{uid}")
        if uid == self._taken_up:
            self._taken_up = ""
            self._tools.messages.clear()
