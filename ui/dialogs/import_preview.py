"""A later version of a known session: what is new and what is different, before it is taken."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.domain.changes import Difference, Entity
from app.services.fields import field_word, is_shown, value_words
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role
from ui.widgets.frames import card, column
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.services.documents import ImportReport
    from ui.pages import Toolbox

_LONGEST = 240
"""Of a text that is shown whole; a longer one stands in its tooltip."""


_SHORT, _LONG = 12, 60
"""Characters between which the length of a value counts for its share of the width."""


class ImportPreviewDialog(FormDialog):
    """Accepted: update the session from the file."""

    def __init__(
        self, tools: Toolbox, report: ImportReport, file_name: str, *, parent: QWidget
    ) -> None:
        super().__init__(
            tools.theme,
            self.tr("A later version of this session"),
            self.tr("Update the session"),
            width=720,
            parent=parent,
        )
        self._texts = tools.texts
        self.body.addWidget(wrapped(self.tr("“%1”").replace("%1", report.title), Role.STRONG))
        self.body.addWidget(wrapped(file_name, Role.CAPTION))
        content = QWidget()
        parts = column(spacing=12)
        content.setLayout(parts)
        self._add_new(parts, report)
        self._add_different(parts, [one for one in report.differences if is_shown(one.field)])
        parts.addStretch(1)
        self.add_scrolling(content, name=self.tr("What the file brings"))
        self.body.addWidget(wrapped(self._consequence(report), Role.BODY, "ink2"))
        self.cancel.setText(self.tr("Leave as it is"))

    def _add_new(self, parts: QVBoxLayout, report: ImportReport) -> None:
        counts = [(word, report.new.get(entity, 0)) for entity, word in self._words().items()]
        found = [(word, count) for word, count in counts if count]
        if not found:
            return
        frame, layout = card(padding=14, spacing=8)
        layout.addWidget(label(self.tr("New in the file"), Role.LABEL))
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(6)
        table.setColumnStretch(0, 1)
        for line, (word, count) in enumerate(found):
            table.addWidget(label(word), line, 0)
            table.addWidget(label(str(count)), line, 1)
        layout.addLayout(table)
        parts.addWidget(frame)

    def _words(self) -> dict[Entity, str]:
        """What is counted. People and organisations come with the participants."""
        return {
            Entity.PLAN_ITEM: self.tr("Items of the plan"),
            Entity.PARTICIPANT: self.tr("Participants"),
            Entity.STATEMENT: self.tr("Statements"),
            Entity.NEXT_STEP: self.tr("Next steps"),
            Entity.HAND_COUNT: self.tr("Shows of hands"),
            Entity.PARKED_TOPIC: self.tr("Topics put off"),
            Entity.THEME: self.tr("Themes"),
        }

    def _add_different(self, parts: QVBoxLayout, differences: Sequence[Difference]) -> None:
        if not differences:
            return
        frame, layout = card(padding=14, spacing=8)
        table = QGridLayout()
        table.setHorizontalSpacing(24)
        table.setVerticalSpacing(6)
        heads = (self.tr("Different"), self.tr("here"), self.tr("in the file"))
        for at, head in enumerate(heads):
            table.addWidget(label(head, Role.LABEL), 0, at)
        groups: dict[str, list[Difference]] = {}
        for one in differences:
            groups.setdefault(self._name(one), []).append(one)
        for name, found in groups.items():
            table.addWidget(wrapped(name, Role.STRONG), table.rowCount(), 0, 1, 3)
            for one in found:
                self._add_line(table, one)
        self._share_width(table, differences)
        layout.addLayout(table)
        parts.addWidget(frame)

    def _share_width(self, table: QGridLayout, differences: Sequence[Difference]) -> None:
        """Between the two values by their lengths: a column of dashes needs little."""
        table.setColumnMinimumWidth(0, self.theme.px(150))
        columns = [self._values(one) for one in differences]
        for at, values in enumerate(zip(*columns, strict=True), start=1):
            longest = max(len(value) for value in values)
            table.setColumnStretch(at, min(max(longest, _SHORT), _LONG))

    def _values(self, one: Difference) -> list[str]:
        """What stands here and what in the file."""
        found = (one.here, one.in_file)
        return [value_words(self._texts, one.entity, one.field, value) or "–" for value in found]

    def _name(self, one: Difference) -> str:
        return self.tr("Details of the session") if one.entity is Entity.SESSION else one.name

    def _add_line(self, table: QGridLayout, one: Difference) -> None:
        line, top = table.rowCount(), Qt.AlignmentFlag.AlignTop
        field = wrapped(field_word(self._texts, one.entity, one.field), tone="ink2")
        table.addWidget(field, line, 0, top)
        for at, words in enumerate(self._values(one), start=1):
            brief = shorten(words, _LONGEST, placeholder=" …") if len(words) > _LONGEST else words
            shown = wrapped(brief)
            shown.setToolTip(words if brief is not words else "")
            table.addWidget(shown, line, at, top)

    def _consequence(self, report: ImportReport) -> str:
        text = self.tr(
            "What is new is added. Details, plan and participants take the values of the file. "
            "Nothing is deleted."
        )
        if report.kept:
            more = self.tr("Statements and next steps that differ stay as they are here: %1.")
            text += " " + more.replace("%1", str(report.kept))
        if report.taken_numbers:
            more = self.tr("New statements whose evidence number is given already get another: %1.")
            text += " " + more.replace("%1", str(len(report.taken_numbers)))
        return text
