"""The card of signs: looked at, printed or saved as PDF, on A4 or A5."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, QStandardPaths, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QLabel, QRadioButton, QWidget

from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.messages import Messages
from ui.print import HEIGHT, WIDTH
from ui.print_out import PageId, print_on, write_pdf
from ui.sign_card import SignCard
from ui.theme import Role, Theme
from ui.widgets.frames import row
from ui.widgets.labels import label, wrapped

_SIZES = (PageId.A5, PageId.A4)
_PREVIEW = QSize(300, 424)
_SHARP = 2.0


class SignCardDialog(FormDialog):
    """The filled button saves; what went wrong is said in the dialog itself."""

    def __init__(self, theme: Theme, messages: Messages, *, parent: QWidget) -> None:
        title = QCoreApplication.translate("SignCardDialog", "Signs on a card")
        save = QCoreApplication.translate("SignCardDialog", "Save as PDF …")
        super().__init__(theme, title, save, width=460, parent=parent)
        self._messages = messages
        self._card = SignCard()
        self._paper = self._card.paper()
        self._paper.build()
        self.cancel.setText(self.tr("Close"))
        self.sizes: list[QRadioButton] = []
        self._add_preview()
        self._add_sizes()
        self.said = wrapped("", Role.META)
        self.said.hide()
        self.body.addWidget(self.said)
        self.print = self.add_button(self.tr("Print …"))
        self.print.clicked.connect(self._print)

    @property
    def size_chosen(self) -> PageId:
        """A5 or A4."""
        return next(size for size, b in zip(_SIZES, self.sizes, strict=True) if b.isChecked())

    def accept(self) -> None:
        """Ask for the file; the dialog stays."""
        dialog = QFileDialog(self, self._card.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(documents))
        dialog.selectFile(f"{self._card.title}.pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.save)
        dialog.open()

    def save(self, file: str) -> None:
        """Write the PDF."""
        try:
            write_pdf(self._paper, Path(file), self.size_chosen, self._card.title)
        except UserError as error:
            self._say(self._messages.in_words(error))
        else:
            self._say(self.tr("Saved: %1").replace("%1", Path(file).name))

    def _print(self) -> None:
        if not QPrinterInfo.availablePrinterNames():
            self._say(self.tr("No printer is set up here. Save the card as PDF and print that."))
            return
        self._printer = QPrinter()
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer)
        dialog.setModal(True)
        dialog.show()

    def _on_printer(self) -> None:
        print_on(self._paper, self._printer, self.size_chosen)
        self._say(self.tr("Sent to the printer."))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.show()
        self.resize(self.sizeHint())

    def _add_preview(self) -> None:
        size = _PREVIEW * (self.theme.scale / 100)
        image = QPixmap(size * _SHARP)
        image.setDevicePixelRatio(_SHARP)
        painter = QPainter(image)
        painter.scale(size.width() / WIDTH, size.height() / HEIGHT)
        self._paper.paint_page(painter, 0)
        painter.end()
        preview = QLabel()
        preview.setPixmap(image)
        preview.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        preview.setAccessibleName(self._card.title)
        preview.setAccessibleDescription(self._paper.text_of(0))
        self.add_scrolling(preview, name=self._card.title)

    def _add_sizes(self) -> None:
        line = row(spacing=16)
        line.addWidget(label(self.tr("Paper"), Role.LABEL))
        group = QButtonGroup(self)
        for size, text in zip(_SIZES, ("A5", "A4"), strict=True):
            option = QRadioButton(text)
            option.setAccessibleDescription(self.tr("Paper"))
            option.setChecked(size is PageId.A5)
            group.addButton(option)
            self.sizes.append(option)
            line.addWidget(option)
        line.addStretch()
        self.body.addLayout(line)
