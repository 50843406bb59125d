"""One participant in full: name, organisation, role, how the person is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from app.domain.incoming.people import ParticipantChanges
from app.domain.people import ParticipantView
from app.domain.text import fold
from app.domain.vocabulary import NamingLevel, OrganisationKind
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.labeled_field import LabeledField, TextField
from ui.theme import Role
from ui.widgets.frames import column
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from app.domain.sessions import SessionView
    from ui.pages import Toolbox

_LISTED: tuple[bool | None, ...] = (None, True, False)


class ParticipantDialog(FormDialog):
    """``chosen`` carries ``ParticipantChanges`` with what is different."""

    chosen = Signal(object)

    def __init__(
        self, tools: Toolbox, session: SessionView, person: ParticipantView, *, parent: QWidget
    ) -> None:
        super().__init__(
            tools.theme, self.tr("Participant"), self.tr("Save"), width=480, parent=parent
        )
        self._person = person
        self._texts = tools.texts
        self._levels: list[NamingLevel | None] = [None, *NamingLevel]
        self._kinds: list[OrganisationKind | None] = [None, *OrganisationKind]
        self._known = {fold(one.name): one for one in tools.services.views.organisations()}
        theme = tools.theme
        self.name = TextField(theme, self.tr("Name"))
        self.organisation = TextField(theme, self.tr("Organisation"))
        self.kind = QComboBox()
        self.role = TextField(theme, self.tr("Role"))
        self.naming = QComboBox()
        self.listed = QComboBox()
        self._build(session)
        self._fill(session)
        self._before = self._values()

    def accept(self) -> None:
        """Hand over what is different, as one change."""
        if not self.name.text():
            self.name.show_problem(self.tr("Please enter a name, or “Guest 1”."))
            self.name.line.setFocus()
            return
        values = self._values()
        different = {k: v for k, v in values.items() if v != self._before[k]}
        if "organisation" in different and values["organisation_kind"]:
            # The kind belongs to the organisation: another one needs it said again.
            different["organisation_kind"] = values["organisation_kind"]
        super().accept()
        if different:
            self.chosen.emit(ParticipantChanges.model_validate(different))

    def _values(self) -> dict[str, object]:
        return {
            "name": self.name.text(),
            "organisation": self.organisation.text(),
            "organisation_kind": self._kinds[self.kind.currentIndex()],
            "role": self.role.text(),
            "naming": self._levels[self.naming.currentIndex()],
            "on_attendance_list": _LISTED[self.listed.currentIndex()],
        }

    def _build(self, session: SessionView) -> None:
        theme = self.theme
        content, fields = QWidget(), column(spacing=12, margins=(4, 4, 4, 4))
        content.setLayout(fields)
        kind = LabeledField(theme, self.tr("Kind of organisation"), self.kind)
        parts: list[QWidget] = [self.name, self.organisation, kind, self.role]
        if session.confidential:
            text = self.tr("The session is confidential: nobody is named or listed.")
            parts.append(wrapped(text, Role.META))
        else:
            parts.append(LabeledField(theme, self.tr("Is named in the minutes"), self.naming))
            parts.append(LabeledField(theme, self.tr("On the attendance list"), self.listed))
        for part in parts:
            fields.addWidget(part)
        self.add_scrolling(content)

    def _fill(self, session: SessionView) -> None:
        person, word = self._person, self._texts.word
        for field, text in (
            (self.name, person.name),
            (self.organisation, person.organisation),
            (self.role, person.role),
        ):
            field.line.setMaxLength(500)
            field.set_text(text)
        self.kind.addItems([word(kind) if kind else self.tr("not known") for kind in self._kinds])
        self.kind.setCurrentIndex(self._kinds.index(person.organisation_kind))
        self.kind.setMaxVisibleItems(len(self._kinds))
        common = self.tr("as for all (%1)").replace("%1", word(session.naming))
        self.naming.addItems([word(level) if level else common for level in self._levels])
        self.naming.setCurrentIndex(self._levels.index(person.naming))
        self.listed.addItems([self.tr("not asked yet"), self.tr("yes"), self.tr("no")])
        self.listed.setCurrentIndex(_LISTED.index(person.on_attendance_list))
        self._complete_organisation()
        self.name.line.setFocus()
        self.name.line.selectAll()

    def _complete_organisation(self) -> None:
        """Organisations of the workspace; choosing one brings its kind."""
        names = [one.name for one in self._known.values()]
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.organisation.line.setCompleter(completer)
        self.organisation.line.textChanged.connect(self._follow_organisation)
        self._follow_organisation()

    def _follow_organisation(self) -> None:
        known = self._known.get(fold(self.organisation.text()))
        self.kind.setEnabled(bool(self.organisation.text()))
        if not self.organisation.text():
            self.kind.setCurrentIndex(0)
        elif known is not None and known.kind is not None:
            self.kind.setCurrentIndex(self._kinds.index(known.kind))
