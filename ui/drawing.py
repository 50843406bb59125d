"""Documents as PDF files: by the window, and by the command line without one."""

import os
import sys

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QGuiApplication

from app.services.paper import Document
from ui.print import Paper
from ui.print_out import PageId, pdf_of
from ui.style.fonts import load_fonts


def draw(document: Document) -> bytes:
    """All pages of a document as a PDF file. Needs an application."""
    paper = Paper(document.page, tuple(document.blocks))
    return pdf_of(paper, PageId.A4, document.properties.title)


def draw_without_window(document: Document) -> bytes:
    """The same from the command line, with or without a screen."""
    if QGuiApplication.instance() is not None:
        return draw(document)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Where no font has a script, Qt says so of every font there is, hundreds of lines long.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    application = QGuiApplication(sys.argv[:1])
    load_fonts()
    try:
        return draw(document)
    finally:
        application.shutdown()
