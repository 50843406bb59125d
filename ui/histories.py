"""Opens the history of a statement from wherever statements are shown."""

from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from app.domain.sessions import SessionView
from app.domain.vocabulary import SessionState
from app.errors import UserError
from ui.pages import Toolbox
from ui.review.changes import Changes


def show_history(
    tools: Toolbox, changes: Changes, uid: str, session: SessionView, window: QWidget
) -> None:
    """The dialog over the window; restoring a wording is an undoable step."""
    from ui.dialogs.statement_history import StatementHistoryDialog

    try:
        history = tools.services.history.of_statement(uid)
    except UserError as error:
        tools.messages.error(error)
        return
    closed = session.state is SessionState.CLOSED
    zone = ZoneInfo(session.time_zone)
    dialog = StatementHistoryDialog(
        tools.theme, tools.texts, history, zone, read_only=closed, parent=window
    )
    dialog.restore_wanted.connect(partial(changes.restore_wording, uid))
    dialog.show_over()
