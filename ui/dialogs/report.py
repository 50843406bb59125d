"""The report of an unexpected fault, to be copied into a mail."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui.dialogs.form_dialog import FormDialog
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.labels import wrapped


class ReportDialog(FormDialog):
    """Shows the report; the filled button copies it."""

    def __init__(self, theme: Theme, text: str, *, parent: QWidget) -> None:
        title = QCoreApplication.translate("ReportDialog", "Report")
        copy = QCoreApplication.translate("ReportDialog", "Copy")
        super().__init__(theme, title, copy, width=620, parent=parent)
        self.body.addWidget(
            wrapped(
                self.tr("It says where the program stumbled. It holds no names and nothing said."),
                Role.META,
            )
        )
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        self.text.setMinimumHeight(theme.px(200))
        self.body.addWidget(self.text, 1)
        self.cancel.setText(self.tr("Close"))
        theme.set_icon(self.confirm, "copy")

    def accept(self) -> None:
        """Copy; the dialog stays, so that it can be read on."""
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.confirm.setText(self.tr("Copied"))
