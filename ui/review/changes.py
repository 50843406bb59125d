"""Every change the review makes, as one undoable step each, and what is said about it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.domain.plan import PlanItemView
from app.domain.statements import StatementChanges, StatementView
from app.errors import UserError
from ui.pages import Toolbox


class Changes(QObject):
    """Does it, or says why not. Methods tell whether it was done."""

    def __init__(self, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._services = tools.services

    def update(self, uids: Sequence[str], changes: StatementChanges) -> bool:
        """Write fields into statements; more than one says so."""
        done = self.attempt(partial(self._services.capture.update, tuple(uids), changes))
        if done and len(uids) > 1:
            text = self.tr("%1 statements changed.").replace("%1", str(len(uids)))
            self._offer_undo(text)
        return done

    def delete(self, uids: Sequence[str]) -> bool:
        """Delete; the band offers to undo it."""
        done = self.attempt(partial(self._services.capture.delete, tuple(uids)))
        if done:
            one, many = self.tr("Statement deleted."), self.tr("%1 statements deleted.")
            self._offer_undo(_counted(one, many, len(uids)))
        return done

    def move_to_item(self, uids: Sequence[str], item: PlanItemView) -> bool:
        """Put statements under another item; the band says where they are now."""
        done = self.attempt(partial(self._services.capture.move_to_item, tuple(uids), item.uid))
        if done:
            one, many = self.tr("Statement moved to %2."), self.tr("%1 statements moved to %2.")
            text = _counted(one, many, len(uids)).replace("%2", f"„{item.title}“")
            self._offer_undo(text)
        return done

    def move(self, uid: str, after: str | None) -> bool:
        """Another place in the same item."""
        return self.attempt(partial(self._services.capture.move, uid, after=after))

    def toggle_result(self, statements: Sequence[StatementView]) -> bool:
        """Mark as a result, or unmark when all of them are."""
        wanted = not all(statement.is_result for statement in statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(is_result=wanted))

    def toggle_quote(self, statements: Sequence[StatementView]) -> bool:
        """Mark as the person's own words, or unmark when all of them are."""
        wanted = not all(statement.verbatim for statement in statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(verbatim=wanted))

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do it; an expected error is said."""
        try:
            work()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return False
        return True

    def _offer_undo(self, text: str) -> None:
        undo = self._tools.actions.get("session.undo")
        self._tools.messages.done(text, self.tr("Undo"), undo.trigger)


def _counted(one: str, many: str, number: int) -> str:
    return one if number == 1 else many.replace("%1", str(number))
