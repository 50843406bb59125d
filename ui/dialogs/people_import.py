"""A list of participants before it is taken over: which column says what, and who is new."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.domain.people_table import PeopleField
from app.services.people_import import LineState
from ui.dialogs.form_dialog import FormDialog
from ui.start.list_view import ListView
from ui.start.rows import ListRow
from ui.theme import Role, Tone
from ui.widgets.badges import ChipText
from ui.widgets.frames import card, column, row, scrolling
from ui.widgets.labels import ElidedLabel, label, wrapped

if TYPE_CHECKING:
    from app.domain.people_table import Head
    from app.services.people_import import PeopleLine, PeoplePreview
    from ui.pages import Toolbox

_CHOICES: tuple[PeopleField | None, ...] = (None, *PeopleField)


class PeopleImportDialog(FormDialog):
    """Accepted: take over who is new.

    Signals:
        columns_changed(object): what columns say now, as ``{head: field or None}``; whoever
            listens answers with ``show_preview``.
    """

    columns_changed = Signal(object)

    def __init__(self, tools: Toolbox, preview: PeoplePreview, *, parent: QWidget) -> None:
        super().__init__(tools.theme, self.tr("Read participants in"), "", width=860, parent=parent)
        self._texts = tools.texts
        self.preview = preview
        self.columns: dict[str, PeopleField | None] = {}
        """What was chosen by hand."""
        self._combos: dict[str, QComboBox] = {}
        self.body.addWidget(wrapped(self._source(preview), Role.CAPTION))
        self._summary = wrapped("", Role.BODY)
        self.list = ListView(tools.theme, self.tr("Rows of the list"), fits=False)
        self.list.viewport().unsetCursor()
        self._nobody = wrapped(self.tr("Which column holds the names? Choose it on the left."))
        parts = row(spacing=20)
        parts.addWidget(self._columns_part(preview.heads), 3)
        parts.addLayout(self._people_part(), 4)
        self.body.addLayout(parts, 1)
        self.show_preview(preview)

    def show_preview(self, preview: PeoplePreview) -> None:
        """What the list brings with the columns as they are now."""
        self.preview = preview
        for head in preview.heads:
            if combo := self._combos.get(head.text):
                combo.setCurrentIndex(_CHOICES.index(head.field))
        lines = preview.lines
        self.list.show_rows([self._row(one) for one in lines])
        self._frame.setVisible(bool(lines))
        self._nobody.setVisible(not preview.names_people)
        new = preview.count(LineState.NEW)
        self._summary.setText(self._sums(preview) if preview.names_people else "")
        take = self.tr("Take over %1 people") if new != 1 else self.tr("Take over one person")
        self.confirm.setText(take.replace("%1", str(new)) if new else self.tr("Take over"))
        self.confirm.setEnabled(bool(new))

    def _source(self, preview: PeoplePreview) -> str:
        sheet = self.tr("sheet “%1”").replace("%1", preview.sheet) if preview.sheet else ""
        others = self.tr("not read, though people stand there too: %1")
        names = ", ".join(preview.other_sheets)
        left = others.replace("%1", names) if names else ""
        return " · ".join(filter(None, (preview.source, sheet, left)))

    def _columns_part(self, heads: tuple[Head, ...]) -> QWidget:
        content = QWidget()
        layout = column(spacing=8)
        content.setLayout(layout)
        layout.addWidget(label(self.tr("Columns of the list"), Role.LABEL))
        table = QGridLayout()
        table.setHorizontalSpacing(12)
        table.setVerticalSpacing(6)
        table.setColumnStretch(0, 1)
        for line, head in enumerate(head for head in heads if head.text):
            table.addWidget(ElidedLabel(head.text), line, 0)
            table.addWidget(self._combo(head), line, 1)
        layout.addLayout(table)
        layout.addStretch(1)
        return scrolling(content)

    def _combo(self, head: Head) -> QComboBox:
        combo = QComboBox()
        combo.addItems([self._word(field) for field in _CHOICES])
        combo.setAccessibleName(self.tr("Column “%1” says").replace("%1", head.text))
        combo.activated.connect(partial(self._choose, head.text))
        self._combos.setdefault(head.text, combo)
        return combo

    def _word(self, field: PeopleField | None) -> str:
        return self._texts.get(f"fields.list.{field}") if field else self.tr("left out")

    def _people_part(self) -> QVBoxLayout:
        layout = column(spacing=8)
        layout.addWidget(self._summary)
        layout.addWidget(self._nobody)
        self._frame, inner = card(padding=1, spacing=0)
        self.list.setMinimumHeight(self.theme.px(300))
        inner.addWidget(self.list, 1)
        layout.addWidget(self._frame, 1)
        layout.addStretch(0)
        return layout

    def _choose(self, head: str, number: int) -> None:
        """One column per field: whichever had it before is left out."""
        field = _CHOICES[number]
        if field is not None:
            for other in self.preview.heads:
                if other.field is field and other.text != head:
                    self.columns[other.text] = None
        self.columns[head] = field
        self.columns_changed.emit(dict(self.columns))

    def _sums(self, preview: PeoplePreview) -> str:
        left_out = (LineState.TWICE, LineState.WITHOUT_NAME, LineState.FORMULA)
        counts = (
            (self.tr("new: %1"), preview.count(LineState.NEW)),
            (self.tr("on the list already: %1"), preview.count(LineState.KNOWN)),
            (self.tr("left out: %1"), sum(preview.count(state) for state in left_out)),
        )
        return " · ".join(text.replace("%1", str(count)) for text, count in counts if count)

    def _row(self, one: PeopleLine) -> ListRow:
        line, chip = one.line, self._chip(one.state)
        title = line.name if one.state is not LineState.WITHOUT_NAME else line.organisation
        detail = self._detail(one)
        return ListRow(
            uid=str(line.number),
            title=title or "–",
            detail=detail,
            accessible=", ".join(filter(None, (title, detail, chip.word))),
            chip=chip,
            leads=False,
        )

    def _detail(self, one: PeopleLine) -> str:
        line = one.line
        where = self.tr("row %1").replace("%1", str(line.number))
        naming = self._texts.word(line.naming) if line.naming else ""
        if line.unclear_naming:
            unclear = self.tr("naming “%1” is not understood, so %2")
            naming = unclear.replace("%1", line.unclear_naming).replace("%2", naming)
        return " · ".join(filter(None, (line.organisation, line.role, naming, where)))

    def _chip(self, state: LineState) -> ChipText:
        return {
            LineState.NEW: ChipText(Tone.SETTLED, "user-plus", self.tr("new")),
            LineState.KNOWN: ChipText(Tone.NEUTRAL, "check", self.tr("on the list already")),
            LineState.TWICE: ChipText(Tone.OPEN, "users", self.tr("twice in the list")),
            LineState.WITHOUT_NAME: ChipText(Tone.OPEN, "alert-triangle", self.tr("without name")),
            LineState.FORMULA: ChipText(
                Tone.OPEN, "alert-triangle", self.tr("formula without result")
            ),
        }[state]
