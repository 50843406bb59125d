"""The groups that take turns on the speakers list: one a line, as anybody would write them."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.speaking_groups import groups_text, read_groups
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.live.shorthand_context import voices
from ui.pages import Toolbox
from ui.prepare.labeled_field import LabeledField
from ui.theme import Role
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped


class SpeakingGroupsDialog(FormDialog):
    """Saves groups and lets them take turns; without any, the list goes as they come again."""

    def __init__(
        self, tools: Toolbox, session_uid: str, groups: Mapping[str, str], *, parent: QWidget
    ) -> None:
        title = self.tr("Groups that take turns")
        super().__init__(tools.theme, title, self.tr("Save"), width=560, parent=parent)
        self._tools = tools
        self._session_uid = session_uid
        participants = tools.services.views.participants(session_uid)
        self._people = voices(participants)
        self.edit = GrowEdit(min_lines=4, max_lines=12)
        self.edit.setPlainText(groups_text(groups, participants))
        self.field = LabeledField(tools.theme, self.tr("One group a line"), self.edit)
        text = self.tr(
            "First its name, then a colon and who belongs to it: “North: kw, Sabine Brandt”."
            " Whoever is in no group is in one with the others without."
        )
        self.body.addWidget(wrapped(text, Role.META))
        self.body.addWidget(self.field)
        self.edit.setFocus()

    def accept(self) -> None:
        """Save; as long as somebody is unknown, nothing is."""
        read = read_groups(self.edit.text(), self._people)
        if read.unknown:
            text = self.tr("Nobody, or more than one, is meant by: %1")
            self.field.show_problem(text.replace("%1", ", ".join(read.unknown)))
            self.edit.setFocus()
            return
        try:
            self._tools.services.speakers.set_groups(self._session_uid, read.groups)
        except UserError as error:
            self.field.show_problem(self._tools.texts.error(error))
            return
        super().accept()
