"""Which result is being read back: shared by the dialog and the room view."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.reading_back import ReadResult, next_open


class ReadingModel(QObject):
    """The results and the current one. ``changed``: others, another one, or another answer."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.results: tuple[ReadResult, ...] = ()
        self.place = -1

    @property
    def current(self) -> ReadResult | None:
        """What is read out now; None without results."""
        return self.results[self.place] if 0 <= self.place < len(self.results) else None

    def show(self, results: Sequence[ReadResult], uid: str = "") -> None:
        """Other results; the current one is ``uid``, or stays, or is the first open one."""
        wanted = uid or (self.current.uid if self.current else "")
        self.results = tuple(results)
        places = [n for n, result in enumerate(self.results) if result.uid == wanted]
        self.place = places[0] if places else next_open(self.results, -1)
        self.changed.emit()

    def go_to(self, place: int) -> None:
        """Another one."""
        if 0 <= place < len(self.results) and place != self.place:
            self.place = place
            self.changed.emit()

    def go_on(self) -> None:
        """The next one without an answer."""
        self.go_to(next_open(self.results, self.place))
