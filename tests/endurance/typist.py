"""Somebody who types into the real program until the process ends; started by a harness.

Says on stdout, with the moment: ``restored`` what stood in the line at the start, ``typed`` the
line in progress, ``recorded`` a statement that is in the list. With ``until_fault`` it ends by
itself when the program shows that something is not saved (``visible``) and says what then stands
in the line (``stands``) – or that nothing was shown (``unseen``). ``unsaved``: the first draft that
did not reach the disk.
"""

import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.endurance.weakened import weaken
from tests.support.keyboard import press, type_text
from tests.support.real_window import child, real_window, run_events, services_of
from ui.program import Program
from ui.widgets.saved_indicator import SavedIndicator
from ui.widgets.statement_entry import StatementEntry

SENTENCE = "Wer sich im Haus kennt, hilft eher – das rechnet sich für alle."
SHORT = SENTENCE.split()
LONG = SHORT * 6
"""Two seconds of typing: long enough to lose more than one of them."""
WORD_MS = 20
PATIENCE = 4.0
"""Seconds after a failed save; twice what is promised."""


def main(database: Path, session: str, without: str, mode: str) -> None:
    """Type for ever, or until a fault."""
    weaken(without)
    app = QApplication(sys.argv[:1])
    with real_window(database, session=session, page="live") as program:
        typist = _Typist(program, session)
        if mode == "until_fault":
            typist.type_until(_Fault(program))
        else:
            typist.type_until(lambda: False)
        _say("stands", typist.line())
        app.processEvents()


class _Typist:
    def __init__(self, program: Program, session: str) -> None:
        self._entry = child(program, StatementEntry)
        self._recorded = len(services_of(program).views.statements(session))
        _say("restored", self.line())
        while not self._entry.is_empty():
            press("Ctrl+A", "Delete")

    def line(self) -> str:
        return self._entry.edit.toPlainText()

    def type_until(self, done: Callable[[], bool]) -> None:
        for number in count(self._recorded):
            words = LONG if (number - self._recorded) % 2 else SHORT
            for text in self._words(number, words):
                run_events(WORD_MS)
                if done():
                    return
                _say("typed", text)
            press("Return")
            run_events(0)
            if self._entry.is_empty():
                _say("recorded", text)
            if done():
                return

    def _words(self, number: int, words: list[str]) -> Iterator[str]:
        """Type a line word by word."""
        text = f"{number}:"
        type_text(text)
        for word in words:
            text = f"{text} {word}"
            type_text(f" {word}")
            yield text


class _Fault:
    """Becomes true when the window shows one, and patience ends when it does not."""

    def __init__(self, program: Program) -> None:
        self._indicator = child(program, SavedIndicator)
        self._drafts = services_of(program).drafts
        self._since: float | None = None

    def __call__(self) -> bool:
        if self._drafts.failed is not None and self._since is None:
            self._since = time.monotonic()
            _say("unsaved", "")
        if self._indicator.failed:
            _say("visible", self._indicator.text())
            return True
        if self._since is not None and time.monotonic() - self._since > PATIENCE:
            _say("unseen", "")
            return True
        return False


def _say(what: str, text: str) -> None:
    sys.stdout.buffer.write(f"{what} {time.time()} {text}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4])
