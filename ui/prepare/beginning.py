"""Beginning a session: its first item starts to run and the page Durchführen opens.

Before its day somebody is probably only looking, or practising with the real thing: asked first.
"""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from app.domain.vocabulary import SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import ConfirmDialog
from ui.pages import Step
from ui.start.dates import Dates

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.sessions import SessionView
    from ui.pages import Toolbox


def begin(tools: Toolbox, session_uid: str, over: QWidget, *, now: dt.datetime) -> None:
    """Begin a planned session; any other one is only opened. ``now`` is aware."""
    session = tools.services.views.session(session_uid)
    if session.state is not SessionState.PLANNED:
        tools.frame.open_session(session_uid, Step.LIVE)
    elif session.date > now.astimezone(ZoneInfo(session.time_zone)).date():
        _ask(tools, session, over)
    else:
        _start(tools, session_uid)


def _start(tools: Toolbox, session_uid: str) -> None:
    items = tools.services.views.plan_items(session_uid)
    try:
        if items and all(item.started_at is None for item in items):
            tools.services.plan.start(items[0].uid)
    except UserError as error:
        tools.messages.error(error)
        return
    tools.frame.open_session(session_uid, Step.LIVE)


def _ask(tools: Toolbox, session: SessionView, over: QWidget) -> None:
    dialog = EarlyDialog(tools, session, over)
    dialog.accepted.connect(partial(_start, tools, session.uid))
    dialog.show_over()


class EarlyDialog(ConfirmDialog):
    """Begin before the day? A third way only looks at the page."""

    def __init__(self, tools: Toolbox, session: SessionView, over: QWidget) -> None:
        date = Dates(tools.texts.language).weekday(session.date)
        text = self.tr("It is planned for %1. Once it has begun, the clock of the first item runs.")
        super().__init__(
            tools.theme,
            self.tr("Begin the session already?"),
            text.replace("%1", date),
            self.tr("Begin now"),
            parent=over,
        )
        self._tools = tools
        self._session_uid = session.uid
        self.look = self.add_button(self.tr("Only look at the page"))
        self.look.clicked.connect(self._look)

    def _look(self) -> None:
        self.reject()
        self._tools.frame.open_session(self._session_uid, Step.LIVE)
