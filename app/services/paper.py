"""What a composed document holds and how it looks, for those who draw it: preview and print.

The window knows services, not the package that writes files; this hands on what of it is plain
description: the blocks of a document and their look.
"""

from app.export.blocks import (
    Block,
    Column,
    Contents,
    Document,
    Page,
    Paragraph,
    ParagraphRole,
    Run,
    RunRole,
    Table,
)
from app.export.look import (
    CELL_MARGIN,
    FONT,
    FOOTER_DISTANCE,
    HEADER_DISTANCE,
    MARGIN_BOTTOM,
    MARGIN_LEFT,
    MARGIN_RIGHT,
    MARGIN_TOP,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PARAGRAPHS,
    RUNS,
    TEXT_WIDTH,
    Colour,
    ParagraphLook,
    RunLook,
    Tab,
)

__all__ = [
    "CELL_MARGIN",
    "FONT",
    "FOOTER_DISTANCE",
    "HEADER_DISTANCE",
    "MARGIN_BOTTOM",
    "MARGIN_LEFT",
    "MARGIN_RIGHT",
    "MARGIN_TOP",
    "PAGE_HEIGHT",
    "PAGE_WIDTH",
    "PARAGRAPHS",
    "RUNS",
    "TEXT_WIDTH",
    "Block",
    "Colour",
    "Column",
    "Contents",
    "Document",
    "Page",
    "Paragraph",
    "ParagraphLook",
    "ParagraphRole",
    "Run",
    "RunLook",
    "RunRole",
    "Tab",
    "Table",
]
