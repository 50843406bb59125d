"""Somebody who types into the real program until the process is killed; started by test_kill.

Says on stdout what the program has confirmed: ``recorded TEXT`` for a statement in the list,
``kept TEXT`` for a line in progress that has been handed to the disk.
"""

import sys
from itertools import count
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.support.keyboard import press, type_text
from tests.support.real_window import child, real_window, services_of
from ui.widgets.statement_entry import StatementEntry

SENTENCE = "Wer sich im Haus kennt, hilft eher – das rechnet sich für alle."


def main(database: Path, session: str) -> None:
    """Type for ever."""
    app = QApplication(sys.argv[:1])
    with real_window(database, session=session, page="live") as program:
        entry = child(program, StatementEntry)
        while not entry.is_empty():
            press("Ctrl+A", "Delete")
        for number in count(len(services_of(program).views.statements(session))):
            text = f"{number}:"
            type_text(text)
            for word in SENTENCE.split():
                text = f"{text} {word}"
                type_text(f" {word}")
                app.processEvents()
                services_of(program).drafts.flush()
                _say("kept", text)
            press("Return")
            app.processEvents()
            assert entry.is_empty()
            _say("recorded", text)


def _say(what: str, text: str) -> None:
    sys.stdout.buffer.write(f"{what} {text}\n".encode())
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
