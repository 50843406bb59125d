"""Where everything the program has to say ends up: one band below the top bar.

Controllers call ``messages.error(error)`` – or let an expected error fly: the crash handler brings
every ``UserError`` here. Nothing here knows the band; the frame connects the two.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.errors import UserError
from app.texts import Texts
from ui.widgets.band import BandKind, Notice


class Messages(QObject):
    """Says things. ``notice`` carries a ``Notice``; ``saving_failed`` turns the indicator red."""

    notice = Signal(object)
    cleared = Signal()
    saving_failed = Signal()

    def __init__(self, texts: Texts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts = texts

    def error(
        self, error: UserError, button: str = "", action: Callable[[], object] | None = None
    ) -> None:
        """Say an expected error, with at most one button."""
        self.say(BandKind.ERROR, self._texts.error(error), button, action)

    def in_words(self, error: UserError) -> str:
        """The sentence of an expected error, for a dialog that says it itself."""
        return self._texts.error(error)

    def unsaved(self, error: UserError) -> None:
        """Say an error and that the last change is not on the disk."""
        self.saving_failed.emit()
        self.error(error)

    def warn(
        self,
        text: str,
        button: str = "",
        action: Callable[[], object] | None = None,
        *,
        passing: bool = False,
    ) -> None:
        """Say something that is open. ``passing``: the action is about the change just made."""
        self.say(BandKind.WARNING, text, button, action, passing=passing)

    def done(
        self,
        text: str,
        button: str = "",
        action: Callable[[], object] | None = None,
        *,
        lasting: bool = False,
    ) -> None:
        """Say that something happened, as "3 Beiträge geändert" with "Rückgängig".

        It goes at the next change, for "Rückgängig" would then take back that one. ``lasting``:
        it stays whatever else is changed.
        """
        self.say(BandKind.DONE, text, button, action, passing=not lasting)

    def say(
        self,
        kind: BandKind,
        text: str,
        button: str,
        action: Callable[[], object] | None,
        *,
        passing: bool = False,
    ) -> None:
        """Say anything."""
        self.notice.emit(Notice(kind, text, button, action, passing))

    def clear(self) -> None:
        """What was said is settled."""
        self.cleared.emit()
