"""A later version of a known session: what is new and what is different, before it is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.changes import Entity
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role
from ui.widgets.frames import card
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from app.services.documents import ImportReport
    from ui.pages import Toolbox


class ImportPreviewDialog(FormDialog):
    """Accepted: update the session from the file."""

    def __init__(
        self, tools: Toolbox, report: ImportReport, file_name: str, *, parent: QWidget
    ) -> None:
        super().__init__(
            tools.theme,
            self.tr("A later version of this session"),
            self.tr("Update the session"),
            width=520,
            parent=parent,
        )
        self.body.addWidget(wrapped(self.tr("“%1”").replace("%1", report.title), Role.STRONG))
        self.body.addWidget(wrapped(file_name, Role.CAPTION))
        frame, layout = card(padding=14, spacing=8)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(24)
        self._table.setVerticalSpacing(6)
        self._table.setColumnStretch(0, 1)
        layout.addLayout(self._table)
        self._fill(report)
        self.body.addWidget(frame)
        self.body.addWidget(wrapped(self._consequence(report), Role.BODY, "ink2"))
        self.cancel.setText(self.tr("Leave as it is"))

    def _fill(self, report: ImportReport) -> None:
        for column, text in enumerate(("", self.tr("new"), self.tr("different"))):
            self._table.addWidget(label(text, Role.LABEL), 0, column)
        line = 1
        for entity, word in self._words().items():
            new, different = report.new.get(entity, 0), report.different.get(entity, 0)
            if new or different:
                self._table.addWidget(label(word), line, 0)
                self._table.addWidget(label(str(new) if new else "–"), line, 1)
                self._table.addWidget(label(str(different) if different else "–"), line, 2)
                line += 1

    def _words(self) -> dict[Entity, str]:
        return {
            Entity.SESSION: self.tr("Date, place and other details"),
            Entity.SERIES: self.tr("Series"),
            Entity.PLAN_ITEM: self.tr("Items of the plan"),
            Entity.PARTICIPANT: self.tr("Participants"),
            Entity.PERSON: self.tr("People"),
            Entity.ORGANISATION: self.tr("Organisations"),
            Entity.THEME: self.tr("Themes"),
            Entity.STATEMENT: self.tr("Statements"),
            Entity.NEXT_STEP: self.tr("Next steps"),
        }

    def _consequence(self, report: ImportReport) -> str:
        text = self.tr(
            "What is new is added. Details, plan and participants take the values of the file. "
            "Nothing is deleted."
        )
        if report.different.get(Entity.STATEMENT, 0):
            text += " " + self.tr("Statements recorded here keep their wording.")
        if report.taken_numbers:
            more = self.tr("New statements whose evidence number is given already get another: %1.")
            text += " " + more.replace("%1", str(len(report.taken_numbers)))
        return text
