"""Everything that was given out of a session, and for whom it was."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from app.domain.exports import MAX_RECIPIENT, ExportView
from app.services.export_words import in_words
from app.texts import Texts
from ui.dialogs.form_dialog import FormDialog, field
from ui.theme import Role, Theme
from ui.widgets.frames import column
from ui.widgets.labels import wrapped


class ExportLogDialog(FormDialog):
    """Newest first. Accepted: the recipients in ``changed`` are to be kept."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        exports: Sequence[ExportView],
        zone: str,
        *,
        parent: QWidget,
    ) -> None:
        title = self.tr("Given out so far")
        super().__init__(theme, title, self.tr("Save"), width=620, parent=parent)
        self._exports = tuple(exports)
        self.recipients: list[QLineEdit] = []
        content = QWidget()
        rows = column(spacing=10, margins=(0, 0, 8, 0))
        content.setLayout(rows)
        for export in self._exports:
            rows.addWidget(self._row(export, texts, zone))
        rows.addStretch(1)
        self.add_scrolling(content, name=title).setMinimumHeight(theme.px(260))
        if self.recipients:
            self.recipients[0].setFocus()

    def changed(self) -> Iterator[tuple[str, str]]:
        """Uid and recipient of the lines in which it is another one now."""
        for export, line in zip(self._exports, self.recipients, strict=True):
            if line.text().strip() != export.recipient:
                yield export.uid, line.text()

    def _row(self, export: ExportView, texts: Texts, zone: str) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "card")
        layout = column(spacing=6, margins=(14, 10, 14, 12))
        frame.setLayout(layout)
        said = in_words(export, texts, zone)
        layout.addWidget(wrapped(said.what, Role.STRONG))
        layout.addWidget(wrapped(said.details, Role.META))
        line = QLineEdit(export.recipient)
        line.setMaxLength(MAX_RECIPIENT)
        field(layout, self.tr("For whom"), line)
        line.setAccessibleDescription(f"{said.what}, {said.details}")
        self.recipients.append(line)
        return frame
