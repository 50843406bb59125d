"""Tells whoever shows data what a committed operation changed."""

from collections.abc import Callable

from app.domain.changes import ChangeSet


class ChangeBus:
    """Calls its subscribers, in order, on the thread that committed."""

    def __init__(self) -> None:
        self._subscribers: list[Callable[[ChangeSet], None]] = []

    def subscribe(self, callback: Callable[[ChangeSet], None]) -> None:
        """Have ``callback`` called after every commit that changed something."""
        self._subscribers.append(callback)

    def unsubscribe(self, callback: Callable[[ChangeSet], None]) -> None:
        """Stop calling ``callback``."""
        self._subscribers.remove(callback)

    def publish(self, change_set: ChangeSet) -> None:
        """Report a committed change."""
        for callback in tuple(self._subscribers):
            callback(change_set)
