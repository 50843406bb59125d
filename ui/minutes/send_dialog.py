"""Sending the minutes: what goes into an e-mail is copied piece by piece; nothing is sent here."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QWidget

from app.domain.exports import MAX_RECIPIENT
from app.services.sending import Sending
from ui.dialogs.form_dialog import FormDialog, field
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label, wrapped


class SendDialog(FormDialog):
    """Accepted: ``recipient`` is to be noted. What was copied last is said beside the buttons."""

    folder_wanted = Signal()

    def __init__(
        self, theme: Theme, sending: Sending, *, file_name: str, recipient: str, parent: QWidget
    ) -> None:
        title = self.tr("Send the minutes")
        super().__init__(theme, title, self.tr("Done"), width=640, parent=parent)
        self._sending = sending
        hint = self.tr(
            "The program sends nothing. Copy the addresses and the text into your mail program and"
            " attach “%1”."
        )
        self.body.addWidget(wrapped(hint.replace("%1", file_name), Role.META))
        self.addresses = self._copy_button(self.tr("Copy addresses for Bcc"), "users")
        self.text_button = self._copy_button(self.tr("Copy text"), "message")
        self.subject_button = self._copy_button(self.tr("Copy subject"), "tag")
        self.folder = self.add_button(self.tr("Open the folder"), icon="folder-open")
        self.text = QPlainTextEdit(sending.text)
        self.recipient = QLineEdit(recipient)
        self.copied = label("", Role.META, "settled")
        self._build()
        self._connect()
        first = self.addresses if sending.addresses else self.subject_button
        first.setFocus()

    def _copy_button(self, text: str, icon: str) -> QPushButton:
        result = button(self.theme, text, icon=icon)
        result.setAutoDefault(True)  # Enter copies where the keyboard is
        return result

    def _build(self) -> None:
        self.addresses.setEnabled(bool(self._sending.addresses))
        self.recipient.setMaxLength(MAX_RECIPIENT)
        self.body.addWidget(wrapped(self._people(), Role.BODY))
        line = row(spacing=8)
        for each in (self.addresses, self.subject_button, self.text_button):
            line.addWidget(each)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.copied)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(self.theme.px(150))
        field(self.body, self.tr("Text"), self.text, stretch=1)
        field(self.body, self.tr("For whom, for the list of what was given out"), self.recipient)

    def _connect(self) -> None:
        self.addresses.clicked.connect(self._copy_addresses)
        self.subject_button.clicked.connect(self._copy_subject)
        self.text_button.clicked.connect(self._copy_text)
        self.folder.clicked.connect(self.folder_wanted)

    def _people(self) -> str:
        found = self._sending
        if not found.addresses:
            said = self.tr("Nobody with an e-mail address has agreed to be contacted.")
        elif len(found.addresses) == 1:
            said = self.tr("1 person has agreed to be contacted by e-mail.")
        else:
            said = self.tr("%1 people have agreed to be contacted by e-mail.")
        lines = [said.replace("%1", str(len(found.addresses)))]
        if found.without_address:
            more = self.tr("Agreed, but without an e-mail address: %1.")
            lines.append(more.replace("%1", str(found.without_address)))
        if found.not_agreed:
            lines.append(self.tr("Not agreed: %1.").replace("%1", str(found.not_agreed)))
        return " ".join(lines)

    def _copy_addresses(self) -> None:
        self._copy(self._sending.bcc, self.tr("The addresses are copied: paste them into Bcc."))

    def _copy_subject(self) -> None:
        self._copy(self._sending.subject, self.tr("The subject is copied."))

    def _copy_text(self) -> None:
        self._copy(self.text.toPlainText(), self.tr("The text is copied."))

    def _copy(self, text: str, said: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.copied.setText(said)
        self.setAccessibleDescription(said)
