"""The menu of a statement: everything that can be done with it, for mouse and menu key."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import StatementKind
from ui.icons import KIND_ICONS
from ui.live.live_session import LiveSession
from ui.pages import Toolbox
from ui.review.changes import Changes
from ui.widgets.menu_entry import add_entry
from ui.widgets.statement_list import HISTORY, MEMO, MERGE, TIME

if TYPE_CHECKING:
    from app.domain.incoming.statements import StatementChanges


class StatementMenu(QObject):
    """Made anew each time it is opened."""

    edit_wanted = Signal(str)
    delete_wanted = Signal(object)
    result_wanted = Signal(object)
    move_wanted = Signal(str, int)
    sign_chosen = Signal(str)
    """What the list does when its key is pressed."""

    def __init__(self, tools: Toolbox, changes: Changes, owner: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._changes = changes
        self._owner = owner
        self._add = partial(add_entry, tools.theme)

    def open(self, session: LiveSession, statement: StatementView, position: QPoint) -> QMenu:
        """Show the menu at a place of the screen."""
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setEnabled(not session.is_closed)
        self._add_marks(menu, statement)
        menu.addSeparator()
        self._add_kinds(menu.addMenu(self.tr("Kind")), session, statement)
        self._add_people(menu.addMenu(self.tr("Person")), session, statement)
        self._add_items(menu, session, statement)
        self._add_fields(menu)
        menu.addSeparator()
        self._add_whole(menu)
        self._add_places(menu, statement)
        rows = [session.rows.row(statement)]
        ask = partial(self._changes.ask_to_remove, session.uid, rows, self._owner.window())
        self._add(menu, self.tr("Remove on request …"), ask, icon="hand-stop")
        if undo := self._changes.undo_text(session.uid):
            menu.addSeparator()
            self._add(menu, undo, self._changes.undo, icon="arrow-back-up", key="Ctrl+Z")
        menu.popup(position)
        return menu

    def open_kinds(self, session: LiveSession, statement: StatementView, position: QPoint) -> QMenu:
        """Only the kinds."""
        return self._open_one(self._add_kinds, session, statement, position)

    def open_people(
        self, session: LiveSession, statement: StatementView, position: QPoint
    ) -> QMenu:
        """Only the people."""
        return self._open_one(self._add_people, session, statement, position)

    def _open_one(
        self,
        fill: Callable[[QMenu, LiveSession, StatementView], None],
        session: LiveSession,
        statement: StatementView,
        position: QPoint,
    ) -> QMenu:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, session, statement)
        checked = next((a for a in menu.actions() if a.isChecked()), None)
        menu.popup(position)
        menu.setActiveAction(checked or menu.actions()[0])
        return menu

    def _add_marks(self, menu: QMenu, statement: StatementView) -> None:
        from app.domain.incoming.statements import StatementChanges

        uid = statement.uid
        edit = partial(self.edit_wanted.emit, uid)
        self._add(menu, self.tr("Edit"), edit, icon="pencil", key="Return")
        result = partial(self.result_wanted.emit, (uid,))
        star = "star" if statement.is_result else "star-filled"
        self._add(menu, self.tr("Result"), result, icon=star, key="*", on=statement.is_result)
        quote = partial(self._change, uid, StatementChanges(verbatim=not statement.verbatim))
        self._add(menu, self.tr("Quote"), quote, icon="quote", key='"', on=statement.verbatim)
        clarify = partial(self.sign_chosen.emit, "?")
        self._add(menu, self.tr("To clarify"), clarify, key="?", on=statement.clarify)

    def _add_fields(self, menu: QMenu) -> None:
        for text, sign, icon, key in (
            (self.tr("Time …"), TIME, "clock", "Ctrl+T"),
            (self.tr("Memo …"), MEMO, "notes", "Ctrl+M"),
            (self.tr("One more agrees"), "!", "check", "!"),
            (self.tr("One more disagrees"), "-", "x", "-"),
        ):
            self._add(menu, text, partial(self.sign_chosen.emit, sign), icon=icon, key=key)

    def _add_kinds(self, kinds: QMenu, session: LiveSession, statement: StatementView) -> None:
        from app.domain.incoming.statements import StatementChanges

        item = session.standing.find(statement.plan_item_uid)
        offered = item.kinds_offered if item else ()
        for number, kind in enumerate(dict.fromkeys((*offered, *StatementKind))):
            if number == len(offered) and offered:
                kinds.addSeparator()
            change = partial(self._change, statement.uid, StatementChanges(kind=kind))
            word, icon = self._tools.texts.heading(kind), KIND_ICONS[kind]
            self._add(kinds, word, change, icon=icon, on=kind is statement.kind)

    def _add_people(self, people: QMenu, session: LiveSession, statement: StatementView) -> None:
        from app.domain.incoming.statements import StatementChanges

        nobody = StatementChanges(participant_uid=None, source="", person_unclear="")
        none = partial(self._change, statement.uid, nobody)
        silent = statement.participant_uid is None and not statement.source
        self._add(people, self.tr("nobody named yet"), none, on=silent)
        people.addSeparator()
        for uid, person in session.people.items():
            changes = StatementChanges(participant_uid=uid, source="", person_unclear="")
            text = ", ".join(filter(None, (person.name, person.organisation)))
            change = partial(self._change, statement.uid, changes)
            self._add(people, text, change, on=uid == statement.participant_uid)

    def _add_items(self, menu: QMenu, session: LiveSession, statement: StatementView) -> None:
        items = menu.addMenu(self.tr("Move to"))
        for item in session.standing.items:
            number = f"{item.number}. " if item.number else ""
            here = item.uid == statement.plan_item_uid
            move = partial(self._move_to, statement.uid, item)
            self._add(items, f"{number}{item.title}", move, on=here).setEnabled(not here)

    def _add_places(self, menu: QMenu, statement: StatementView) -> None:
        uid = statement.uid
        up, down = partial(self.move_wanted.emit, uid, -1), partial(self.move_wanted.emit, uid, 1)
        self._add(menu, self.tr("Move up"), up, icon="arrow-up", key="Alt+Up")
        self._add(menu, self.tr("Move down"), down, icon="arrow-down", key="Alt+Down")
        menu.addSeparator()
        delete = partial(self.delete_wanted.emit, (uid,))
        self._add(menu, self.tr("Delete"), delete, icon="trash", key="Del")

    def _add_whole(self, menu: QMenu) -> None:
        for text, sign, icon, key in (
            (self.tr("Merge with the previous one"), MERGE, "link", "Ctrl+J"),
            (self.tr("History …"), HISTORY, "history", "Ctrl+H"),
        ):
            self._add(menu, text, partial(self.sign_chosen.emit, sign), icon=icon, key=key)

    def _change(self, uid: str, changes: "StatementChanges") -> None:
        self._changes.update([uid], changes)

    def _move_to(self, uid: str, item: PlanItemView) -> None:
        self._changes.move_to_item([uid], item)
