"""What an action is, and where it works: the table itself stands in ``ui.actions``."""

from dataclasses import dataclass
from enum import StrEnum


class Context(StrEnum):
    """Where an action works. Keys are unique in a place together with ``WINDOW``/``SESSION``."""

    WINDOW = "window"
    SESSION = "session"
    START = "start"
    PREPARE = "prepare"
    LIVE = "live"
    REVIEW = "review"
    MINUTES = "minutes"
    CHECK_IN = "check_in"
    READING_BACK = "reading_back"
    FEEDBACK = "feedback"
    ROOM = "room"
    SPEAKERS = "speakers"


@dataclass(frozen=True, slots=True)
class Spec:
    """One action. ``text`` and ``shown`` are English sources, translated in context "Actions".

    ``shown`` replaces the keys on the sheet where one line stands for several ("Alt+1 … Alt+8").
    ``listed`` False: left out of the sheet.
    """

    id: str
    context: Context
    text: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    typed: bool = False
    shown: str = ""
    listed: bool = True


def shared_contexts(context: Context) -> frozenset[Context]:
    """The contexts whose keys work at the same time as those of ``context``."""
    # a dialog keeps the keys to itself
    if context in (Context.CHECK_IN, Context.READING_BACK, Context.FEEDBACK):
        return frozenset({context})
    if context in (Context.ROOM, Context.SPEAKERS):  # with the focus there, nothing is typed
        return frozenset({Context.WINDOW, Context.SESSION, context})
    if context in (Context.WINDOW, Context.START):
        return frozenset({Context.WINDOW, context})
    return frozenset({Context.WINDOW, Context.SESSION, context})
