"""Every change of statements in both lists, as one undoable step each, and what is said of it.

What concerns very many statements is done beside the window, so that it goes on answering.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.plan import PlanItemView
from app.domain.statement_parts import least_worked_on, names_differ
from app.domain.statements import MAX_COUNT, StatementView
from app.domain.vocabulary import StatementState
from app.errors import UserError
from ui.pages import Toolbox
from ui.tasks import Task

if TYPE_CHECKING:
    from app.domain.incoming.statements import StatementChanges
    from ui.models.statement_model import StatementRow
    from ui.removing import Removing
    from ui.review.review_session import ReviewSession

MANY = 200
"""From so many statements on a change takes longer than a blink."""


class Changes(QObject):
    """Does it, or says why not. Methods tell whether it was done, or is being done."""

    def __init__(self, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._services = tools.services
        self._removing: Removing | None = None

    def update(self, uids: Sequence[str], changes: "StatementChanges") -> bool:
        """Write fields into statements; more than one says so."""
        text = self.tr("%1 statements changed.") if len(uids) > 1 else ""
        work = partial(self._services.capture.update, tuple(uids), changes)
        return self._do(work, uids, text)

    def delete(self, uids: Sequence[str]) -> bool:
        """Delete; the band offers to undo it."""
        one, many = self.tr("Statement deleted."), self.tr("%1 statements deleted.")
        work = partial(self._services.capture.delete, tuple(uids))
        return self._do(work, uids, one if len(uids) == 1 else many)

    def ask_to_remove(
        self, session_uid: str, rows: Sequence["StatementRow"], window: QWidget
    ) -> None:
        """Ask whether statements are to be gone for good."""
        if self._removing is None:
            from ui.removing import Removing

            self._removing = Removing(self._tools, self)
        self._removing.ask(session_uid, rows, window)

    def move_to_item(self, uids: Sequence[str], item: PlanItemView) -> bool:
        """Put statements under another item; the band says where they are now."""
        one, many = self.tr("Statement moved to %2."), self.tr("%1 statements moved to %2.")
        text = (one if len(uids) == 1 else many).replace("%2", f"„{item.title}“")
        work = partial(self._services.capture.move_to_item, tuple(uids), item.uid)
        return self._do(work, uids, text)

    def merge(self, statements: Sequence[StatementView]) -> bool:
        """Put statements together; says if nobody is named any more."""
        uids = [statement.uid for statement in statements]
        text = self.tr("%1 statements merged.")
        if names_differ(statements):
            text = self.tr("%1 statements merged. As different people spoke, nobody is named now.")
        return self._do(partial(self._services.capture.merge, uids), uids, text)

    def split(self, uid: str, first: str, second: str) -> bool:
        """Cut a statement in two."""
        done = self.attempt(partial(self._services.capture.split, uid, first, second))
        if done:
            self._offer_undo(self.tr("Statement split."))
        return done

    def restore_wording(self, uid: str, text: str) -> bool:
        """Give a statement an earlier wording back."""
        done = self.attempt(partial(self._services.capture.restore_wording, uid, text))
        if done:
            self._offer_undo(self.tr("Earlier wording restored."))
        return done

    def move(self, uid: str, after: str | None) -> bool:
        """Another place in the same item."""
        return self.attempt(partial(self._services.capture.move, uid, after=after))

    def undo_text(self, session_uid: str) -> str:
        """What undo would take back, for a menu: "Rückgängig: Beitrag teilen"; or nothing."""
        code = self._services.history.undoable(session_uid)
        if code is None:
            return ""
        return self.tr("Undo: %1").replace("%1", self._tools.texts.get(f"operations.{code}"))

    def undo(self) -> None:
        """As Ctrl+Z does it."""
        self._tools.actions.get("session.undo").trigger()

    def toggle_result(self, statements: Sequence[StatementView]) -> bool:
        """Mark as a result, or unmark when all of them are."""
        from app.domain.incoming.statements import StatementChanges

        wanted = not all(statement.is_result for statement in statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(is_result=wanted))

    def toggle_quote(self, statements: Sequence[StatementView]) -> bool:
        """Mark as the person's own words, or unmark when all of them are."""
        from app.domain.incoming.statements import StatementChanges

        wanted = not all(statement.verbatim for statement in statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(verbatim=wanted))

    def are_short(self, session_uid: str, statements: Sequence[StatementView]) -> bool:
        """Whether all of them are in the short minutes, proposed or chosen."""
        from app.domain.minutes import is_ticked  # not needed before the first key

        openers = self._services.views.theme_openers(session_uid)
        return all(is_ticked(statement, openers) for statement in statements)

    def toggle_short(self, session_uid: str, statements: Sequence[StatementView]) -> bool:
        """Put into the short minutes, or take out when all of them are in."""
        from app.domain.incoming.statements import StatementChanges

        wanted = not self.are_short(session_uid, statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(in_short=wanted))

    def set_state(
        self, session_uid: str, statements: Sequence[StatementView], state: StatementState
    ) -> bool:
        """Bring statements into a state; the band says which."""
        uids = [statement.uid for statement in statements]
        one, many = self.tr("Statement: %2."), self.tr("%1 statements: %2.")
        text = (one if len(uids) == 1 else many).replace("%2", self._tools.texts.word(state))
        work = partial(self._services.release.set_state, session_uid, uids, state)
        return self._do(work, uids, text)

    def next_state(self, session: "ReviewSession", statements: Sequence[StatementView]) -> bool:
        """One state further than the statement that lags behind; after the last the first."""
        if not session.with_release:
            text = self.tr("Statements are not checked and released here; switch it on if wanted.")
            feedback = self._tools.actions.get("session.feedback")
            self._tools.messages.warn(text, self.tr("Switch on …"), feedback.trigger)
            return False
        order = list(StatementState)
        least = least_worked_on(statement.state for statement in statements)
        state = order[(order.index(least) + 1) % len(order)]
        return self.set_state(session.uid, statements, state)

    def toggle_clarify(self, statements: Sequence[StatementView]) -> bool:
        """Mark as to be clarified, or unmark when all of them are."""
        from app.domain.incoming.statements import StatementChanges

        wanted = not all(statement.clarify for statement in statements)
        uids = [statement.uid for statement in statements]
        return bool(uids) and self.update(uids, StatementChanges(clarify=wanted))

    def count(self, statement: StatementView, *, assent: int = 0, dissent: int = 0) -> bool:
        """So many more in the room agreed or did not."""
        from app.domain.incoming.statements import StatementChanges

        if assent:
            changes = StatementChanges(assent=min(statement.assent + assent, MAX_COUNT))
        else:
            changes = StatementChanges(dissent=min(statement.dissent + dissent, MAX_COUNT))
        return self.update([statement.uid], changes)

    def by_sign(self, sign: str, statements: Sequence[StatementView]) -> bool:
        """What a typed sign changes at once; False if the sign means something else."""
        if sign == '"':
            self.toggle_quote(statements)
        elif sign == "?":
            self.toggle_clarify(statements)
        elif sign in "!-" and len(statements) == 1:
            self.count(statements[0], assent=int(sign == "!"), dissent=int(sign == "-"))
        else:
            return False
        return True

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do it; an expected error is said."""
        try:
            work()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return False
        return True

    def _do(self, work: Callable[[], object], uids: Sequence[str], text: str) -> bool:
        """Do it, here or beside the window; ``text`` says it was done, with the undo."""
        said = text.replace("%1", str(len(uids)))
        if len(uids) > MANY:
            done = partial(self._after, said)
            title = self.tr("Changing %1 statements").replace("%1", str(len(uids)))
            self._tools.tasks.run(partial(_beside, work), done=done, title=title)
            return True
        done_here = self.attempt(work)
        if done_here and said:
            self._offer_undo(said)
        return done_here

    def _after(self, text: str, _nothing: object) -> None:
        """The committed change was shown before: the band comes after it."""
        self._offer_undo(text)

    def _offer_undo(self, text: str) -> None:
        undo = self._tools.actions.get("session.undo")
        self._tools.messages.done(text, self.tr("Undo"), undo.trigger)


def _beside(work: Callable[[], object], _task: Task) -> None:
    work()
