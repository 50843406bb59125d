"""The house template of a series: what is in it, another file, our own, a sample to start from."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import wrapped


class HouseTemplateDialog(FormDialog):
    """Accepted: use what is shown. The desk behind it reads files and keeps the choice."""

    file_wanted = Signal()
    own_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        title = self.tr("Template for the minutes")
        super().__init__(theme, title, self.tr("Use it"), width=640, parent=parent)
        hint = self.tr(
            "A Word file of your house: its letterhead, styles and margins are used for all minutes"
            " of this series. The content stands where {{ protokoll }} stands."
        )
        self.body.addWidget(wrapped(hint, Role.META))
        self.choose = button(theme, self.tr("Choose a file …"), icon="file-import")
        self.own = button(theme, self.tr("Built-in template"), icon="arrow-back-up")
        self.sample = self.add_button(self.tr("Save a sample template …"), icon="download")
        self.name = wrapped("", Role.STRONG)
        self.refusal = wrapped("", Role.BODY, "error")
        self._build()
        self.choose.setFocus()

    def show_own(self) -> None:
        """Our own template is to be used."""
        self._show(self.tr("Built-in template"), ())

    def show_report(self, name: str, sentences: Sequence[str]) -> None:
        """This file is to be used; the sentences say what is in it."""
        self._show(name, sentences)

    def show_refusal(self, text: str) -> None:
        """A file that cannot be used: why, and what is used instead."""
        self.refusal.setText(text)
        self.refusal.show()
        self.setAccessibleDescription(text)

    def _build(self) -> None:
        line = row(spacing=8)
        line.addWidget(self.choose)
        line.addWidget(self.own)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.refusal)
        self.refusal.hide()
        self.body.addWidget(self.name)
        content = QWidget()
        self._sentences = column(spacing=8)
        content.setLayout(self._sentences)
        self.add_scrolling(content, name=self.tr("What is in the template"))
        self.choose.clicked.connect(self.file_wanted)
        self.own.clicked.connect(self.own_wanted)
        self.sample.clicked.connect(self.sample_wanted)

    def _show(self, name: str, sentences: Sequence[str]) -> None:
        self.refusal.hide()
        self.name.setText(name)
        while (item := self._sentences.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for sentence in sentences:
            self._sentences.addWidget(wrapped(sentence))
        self._sentences.addStretch(1)
        self.setAccessibleDescription(" ".join((name, *sentences)))
