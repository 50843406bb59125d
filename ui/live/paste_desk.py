"""Pasting into the entry line: long texts are asked about, several lines may be several statements.

Nothing that was pasted is read as shorthand, and the clipboard stays as it is.
"""

from functools import partial

from PySide6.QtCore import QLocale, QObject

from app.domain.pasting import lines_of
from app.domain.statements import MAX_TEXT
from app.errors import BadInputError
from ui.live.page import LivePage
from ui.pages import Toolbox


class PasteDesk(QObject):
    """Between the line, the offer above it and the band."""

    def __init__(self, page: LivePage, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._entry = page.entry
        self._tools = tools
        edit = self._entry.edit
        edit.paste_asked.connect(self._ask)
        edit.cleaned.connect(self.say_cleaned)
        edit.lines_pasted.connect(self._offer)
        self._entry.changed.connect(self._update_offer)

    @property
    def offers_lines(self) -> bool:
        """Whether each line may become a statement."""
        return self._page.lines.count > 0

    def say_cleaned(self, count: int) -> None:
        """Say that something was left out."""
        text = (
            self.tr("A sign that no document can hold was left out.")
            if count == 1
            else self.tr("%1 signs that no document can hold were left out.")
        )
        self._page.show_quiet(text.replace("%1", str(count)))

    def _offer(self, _pasted: int) -> None:
        self._page.lines.offer(len(lines_of(self._entry.typed().parsed.text)))

    def _update_offer(self) -> None:
        """What is typed on changes the number; with one line left there is nothing to offer."""
        if self.offers_lines:
            self._offer(0)

    def _ask(self, text: str) -> None:
        messages = self._tools.messages
        if len(text) > MAX_TEXT:
            messages.error(BadInputError("text_too_long", length=len(text), limit=MAX_TEXT))
            return
        question = self.tr("The pasted text has %1 characters. Put it all into this statement?")
        action = partial(self._entry.edit.insert_pasted, text)
        messages.warn(
            question.replace("%1", QLocale().toString(len(text))), self.tr("Insert"), action
        )
