"""What people are told before they are asked: to read out, and to put into one's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.incoming.sessions import SessionChanges
from app.domain.sessions import MAX_INFORMATION
from app.domain.vocabulary import SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from ui.pages import Toolbox


class InformationDialog(FormDialog):
    """Large enough to be read standing; what is changed holds for this session and later ones."""

    def __init__(self, tools: Toolbox, session_uid: str, *, parent: QWidget) -> None:
        super().__init__(
            tools.theme, self.tr("To read out"), self.tr("Done"), width=760, parent=parent
        )
        self._tools = tools
        self._uid = session_uid
        session = tools.services.views.session(session_uid)
        self._standard = tools.services.papers.information(session_uid)
        self._shown = session.information or self._standard
        self.text = QPlainTextEdit(self._shown)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setTabChangesFocus(True)
        self.text.setReadOnly(session.state is SessionState.CLOSED)
        self.text.setFont(tools.theme.font(Role.TITLE, weight=400))
        self.text.setMinimumHeight(tools.theme.px(280))
        self.problem = wrapped("", Role.CHIP, "error")
        hint = self.tr(
            "The text can be changed. Who comes later has not heard it and stays anonymous until "
            "asked."
        )
        self.body.addWidget(wrapped(hint, Role.META))
        self.body.addWidget(self.text, 1)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.standard = self.add_button(self.tr("Built-in text"))
        self.standard.clicked.connect(self._take_standard)
        self.standard.setEnabled(not self.text.isReadOnly())
        self.cancel.hide()
        self.confirm.setFocus()

    def accept(self) -> None:
        """Keep the text if it was changed."""
        text = self.text.toPlainText().strip()
        if text != self._shown and not self._keep(text):
            return
        super().accept()

    def reject(self) -> None:
        """Esc keeps as well: nothing typed is lost."""
        self.accept()

    def _keep(self, text: str) -> bool:
        if len(text) > MAX_INFORMATION:
            number = QLocale().toString
            form = self.tr("The text has %1 characters, %2 are possible. Please shorten it.")
            self._say(
                form.replace("%1", number(len(text))).replace("%2", number(MAX_INFORMATION)),
            )
            return False
        own = "" if text == self._standard else text
        try:
            self._tools.services.sessions.update(self._uid, SessionChanges(information=own))
        except UserError as error:
            self._say(self._tools.texts.error(error))
            return False
        return True

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()

    def _take_standard(self) -> None:
        self.text.setPlainText(self._standard)
