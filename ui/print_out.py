"""A finished paper on real paper or in a PDF. A4 is its own size; on A5 everything is smaller."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSaveFile, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter

from app.errors import RefusedError
from ui.print import HEIGHT, WIDTH, Paper

PageId = QPageSize.PageSizeId
_DOTS = 300


def write_pdf(paper: Paper, path: Path, size: PageId, title: str) -> None:
    """Write all pages; an existing file is replaced when the new one is whole.

    Raises:
        RefusedError: the file cannot be written.
    """
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise RefusedError("not_writable", path=path, reason=file.errorString())
    _write(paper, file, size, title)
    if not file.commit():
        raise RefusedError("not_writable", path=path, reason=file.errorString())


def pdf_of(paper: Paper, size: PageId, title: str) -> bytes:
    """All pages as the content of a PDF file."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    _write(paper, buffer, size, title)
    return bytes(buffer.data().data())


def print_on(paper: Paper, printer: QPrinter, size: PageId) -> None:
    """Print all pages."""
    printer.setFullPage(True)
    _paint(paper, printer, size)


def _write(paper: Paper, device: QIODevice, size: PageId, title: str) -> None:
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator("Quartiersdialog")
    writer.setResolution(_DOTS)
    _paint(paper, writer, size)


def _paint(paper: Paper, device: QPagedPaintDevice, size: PageId) -> None:
    paper.build()
    device.setPageLayout(
        QPageLayout(QPageSize(size), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    painter = QPainter(device)
    target = QSizeF(device.width(), device.height())
    painter.scale(target.width() / WIDTH, target.height() / HEIGHT)
    for number in range(paper.page_count):
        if number:
            device.newPage()
        paper.paint_page(painter, number)
    painter.end()
