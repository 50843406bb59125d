"""The menus of the review: everything that can be done with one statement or with several."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCollator, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.incoming.statements import StatementChanges
from app.domain.statements import StatementView
from app.domain.vocabulary import NamingLevel, StatementKind, StatementState
from ui.icons import KIND_ICONS
from ui.pages import Toolbox
from ui.review.changes import Changes
from ui.review.review_session import ReviewSession
from ui.widgets.menu_entry import add_entry
from ui.widgets.statement_list import HISTORY, MEMO, MERGE, SHORT, STATE, TIME


class ReviewMenu(QObject):
    """Made anew each time one is opened. What it cannot do itself it asks for by signals."""

    edit_wanted = Signal(str)
    move_wanted = Signal(str, int)
    themes_wanted = Signal()
    sign_chosen = Signal(str)
    """What the list does when its key is pressed."""

    def __init__(self, tools: Toolbox, changes: Changes, owner: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._changes = changes
        self._owner = owner
        self._add = partial(add_entry, tools.theme)

    def open(
        self, session: ReviewSession, statements: Sequence[StatementView], place: QPoint
    ) -> QMenu:
        """Everything, at a place of the screen."""
        menu = self._menu()
        menu.setEnabled(not session.is_closed)
        if len(statements) > 1:
            text = self.tr("%1 statements").replace("%1", str(len(statements)))
            menu.addAction(text).setEnabled(False)
            menu.addSeparator()
        self._add_marks(menu, session, statements)
        menu.addSeparator()
        self._add_kinds(menu.addMenu(self.tr("Kind")), session, statements)
        self._add_people(menu.addMenu(self.tr("Person")), session, statements)
        self._add_items(menu.addMenu(self.tr("Move to")), session, statements)
        if session.with_release:
            self._add_states(menu.addMenu(self.tr("State")), session, statements)
        if not session.view.confidential:
            self._add_levels(menu.addMenu(self.tr("Named")), session, statements)
        if len(statements) == 1:
            self._add_single(menu, statements[0])
        menu.addSeparator()
        self._add_whole(menu, statements)
        delete = partial(self._changes.delete, _uids(statements))
        self._add(menu, self.tr("Delete"), delete, icon="trash", key="Del")
        rows = [session.rows.row(statement) for statement in statements]
        ask = partial(self._changes.ask_to_remove, session.uid, rows, self._owner.window())
        self._add(menu, self.tr("Remove on request …"), ask, icon="hand-stop")
        if undo := self._changes.undo_text(session.uid):
            menu.addSeparator()
            self._add(menu, undo, self._changes.undo, icon="arrow-back-up", key="Ctrl+Z")
        menu.popup(place)
        return menu

    def open_kinds(
        self, session: ReviewSession, statements: Sequence[StatementView], place: QPoint
    ) -> QMenu:
        """Only the kinds."""
        return self._open_one(self._add_kinds, session, statements, place)

    def open_people(
        self, session: ReviewSession, statements: Sequence[StatementView], place: QPoint
    ) -> QMenu:
        """Only the people."""
        return self._open_one(self._add_people, session, statements, place)

    def open_items(
        self, session: ReviewSession, statements: Sequence[StatementView], place: QPoint
    ) -> QMenu:
        """Only the items of the plan."""
        return self._open_one(self._add_items, session, statements, place)

    # -- parts ------------------------------------------------------------------------------

    def _menu(self) -> QMenu:
        menu = QMenu(self._owner)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _open_one(
        self,
        fill: Callable[[QMenu, ReviewSession, Sequence[StatementView]], None],
        session: ReviewSession,
        statements: Sequence[StatementView],
        place: QPoint,
    ) -> QMenu:
        menu = self._menu()
        fill(menu, session, statements)
        checked = next((a for a in menu.actions() if a.isChecked()), None)
        menu.popup(place)
        menu.setActiveAction(checked or menu.actions()[0])
        return menu

    def _add_marks(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        if len(statements) == 1:
            edit = partial(self.edit_wanted.emit, statements[0].uid)
            self._add(menu, self.tr("Edit"), edit, icon="pencil", key="Return")
        results = all(statement.is_result for statement in statements)
        quotes = all(statement.verbatim for statement in statements)
        star = partial(self._changes.toggle_result, statements)
        self._add(menu, self.tr("Result"), star, key="*", on=results)
        quote = partial(self._changes.toggle_quote, statements)
        self._add(menu, self.tr("Quote"), quote, key='"', on=quotes)
        short = partial(self.sign_chosen.emit, SHORT)
        in_it = self._changes.are_short(session.uid, statements)
        self._add(menu, self.tr("In the short minutes"), short, key="Ctrl+B", on=in_it)
        clarify = partial(self._changes.toggle_clarify, statements)
        open_ = all(statement.clarify for statement in statements)
        self._add(menu, self.tr("To clarify"), clarify, key="?", on=open_)

    def _add_kinds(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        item = session.item(statements[0].plan_item_uid)
        offered = item.kinds_offered if item else ()
        chosen = {statement.kind for statement in statements}
        for number, kind in enumerate(dict.fromkeys((*offered, *StatementKind))):
            if offered and number == len(offered):
                menu.addSeparator()
            change = self._change(statements, StatementChanges(kind=kind))
            word = self._tools.texts.heading(kind)
            self._add(menu, word, change, icon=KIND_ICONS[kind], on=chosen == {kind})

    def _add_people(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        chosen = {statement.participant_uid for statement in statements}
        nobody = StatementChanges(participant_uid=None, source="", person_unclear="")
        silent = chosen == {None} and not any(statement.source for statement in statements)
        self._add(menu, self.tr("nobody"), self._change(statements, nobody), on=silent)
        menu.addSeparator()
        key = QCollator().sortKey
        for uid, person in sorted(session.people.items(), key=lambda pair: key(pair[1].name)):
            changes = StatementChanges(participant_uid=uid, source="", person_unclear="")
            text = ", ".join(filter(None, (person.name, person.organisation)))
            self._add(menu, text, self._change(statements, changes), on=chosen == {uid})

    def _add_items(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        here = statements[0].plan_item_uid
        for item in session.items:
            number = f"{item.number}. " if item.number else ""
            move = partial(self._changes.move_to_item, _uids(statements), item)
            key = f"Alt+{item.number}" if item.number and item.number <= _KEYS else ""
            action = self._add(menu, f"{number}{item.title}", move, key=key)
            action.setEnabled(item.uid != here)

    def _add_states(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        chosen = {statement.state for statement in statements}
        for state in StatementState:
            change = partial(self._changes.set_state, session.uid, statements, state)
            word = self._tools.texts.heading(state)
            self._add(menu, word, change, on=chosen == {state})
        menu.addSeparator()
        further = partial(self.sign_chosen.emit, STATE)
        self._add(menu, self.tr("Next state"), further, key="Ctrl+G")

    def _add_levels(
        self, menu: QMenu, session: ReviewSession, statements: Sequence[StatementView]
    ) -> None:
        """Only stricter than every person's own level: looser would not be obeyed."""
        bases = [session.naming_of(statement.participant_uid) for statement in statements]
        loosest = max(base.strictness for base in bases)
        chosen = {statement.naming for statement in statements}
        agreed = self._change(statements, StatementChanges(naming=None))
        self._add(menu, self.tr("as agreed"), agreed, on=chosen == {None})
        menu.addSeparator()
        for level in NamingLevel:
            if level.strictness > loosest:
                change = self._change(statements, StatementChanges(naming=level))
                self._add(menu, self._tools.texts.word(level), change, on=chosen == {level})

    def _add_single(self, menu: QMenu, statement: StatementView) -> None:
        uid = statement.uid
        self._add(menu, self.tr("Themes …"), self.themes_wanted.emit, icon="tag", key="#")
        sign = self.sign_chosen.emit
        self._add(menu, self.tr("Time …"), partial(sign, TIME), icon="clock", key="Ctrl+T")
        self._add(menu, self.tr("Memo …"), partial(sign, MEMO), icon="notes", key="Ctrl+M")
        menu.addSeparator()
        assent, dissent = self.tr("One more agrees"), self.tr("One more disagrees")
        self._add(menu, assent, partial(sign, "!"), icon="check", key="!")
        self._add(menu, dissent, partial(sign, "-"), icon="x", key="-")
        menu.addSeparator()
        up, down = partial(self.move_wanted.emit, uid, -1), partial(self.move_wanted.emit, uid, 1)
        self._add(menu, self.tr("Move up"), up, icon="arrow-up", key="Alt+Up")
        self._add(menu, self.tr("Move down"), down, icon="arrow-down", key="Alt+Down")

    def _add_whole(self, menu: QMenu, statements: Sequence[StatementView]) -> None:
        """What becomes of the statement as a whole, and what it was before."""
        one = len(statements) == 1
        text = self.tr("Merge with the previous one") if one else self.tr("Merge into one")
        merge = partial(self.sign_chosen.emit, MERGE)
        self._add(menu, text, merge, icon="link", key="Ctrl+J")
        if one:
            history = partial(self.sign_chosen.emit, HISTORY)
            self._add(menu, self.tr("History …"), history, icon="history", key="Ctrl+H")

    def _change(
        self, statements: Sequence[StatementView], changes: StatementChanges
    ) -> Callable[[], object]:
        return partial(self._changes.update, _uids(statements), changes)


_KEYS = 8


def _uids(statements: Sequence[StatementView]) -> tuple[str, ...]:
    return tuple(statement.uid for statement in statements)
