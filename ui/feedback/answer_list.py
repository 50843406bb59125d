"""The answers of a session as a list: what is open first, each in two lines."""

from collections.abc import Sequence
from textwrap import shorten

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.feedback import FeedbackView
from app.texts import Texts
from ui.widgets.text_rows import TextRows

_LONGEST = 90


class AnswerList(TextRows):
    """``typed`` carries a digit; everything else moves."""

    typed = Signal(str)
    remove_wanted = Signal()
    opened = Signal()

    def __init__(self, name: str, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._texts = texts
        self._answers: tuple[FeedbackView, ...] = ()

    def show_answers(self, answers: Sequence[FeedbackView], uid: str) -> None:
        """Show these, with the cursor on one of them."""
        self._answers = tuple(sorted(answers, key=_order))
        self.show_texts([self._line(each) for each in self._answers])
        uids = [each.uid for each in self._answers]
        if uid in uids:
            self.setCurrentRow(uids.index(uid))

    def current(self) -> FeedbackView | None:
        """The answer the cursor is on."""
        row = self.currentRow()
        return self._answers[row] if 0 <= row < len(self._answers) else None

    def first_open(self) -> str:
        """The first answer that somebody has to decide, or empty."""
        return next((each.uid for each in self._answers if each.is_open), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits decide, Del removes, Enter goes on to the wording."""
        if event.text() in ("1", "2", "3"):
            self.typed.emit(event.text())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _line(self, answer: FeedbackView) -> str:
        """As "KAL-1-3 · bitte ändern · Karin Weiß" and what became of it, or what is wanted."""
        head = (answer.evidence, self._texts.word(answer.answer), answer.who)
        if answer.decision is not None:
            below = self._texts.word(answer.decision)
        else:
            below = answer.wording or answer.comment
        short = shorten(below, _LONGEST, placeholder=" …")
        return "\n".join(filter(None, (" · ".join(filter(None, head)), short)))


def _order(answer: FeedbackView) -> bool:
    return not answer.is_open
