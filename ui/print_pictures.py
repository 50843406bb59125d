"""Pictures on the paper of the screen: read once, at the size in which they are shown.

May be called beside the window: only ``QImage`` is used, which belongs to no thread.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from PySide6.QtCore import QBuffer, QByteArray, QSize
from PySide6.QtGui import QImage, QImageReader

from app.services.paper import Block, Logos, Picture, SideBySide

_DOTS = 180 / 2.54
"""Dots of a centimetre: enough for print, and a photo takes one or two megabytes."""
_KEPT = 40


def image_of(picture: Picture) -> QImage:
    """The picture; grey where its content cannot be read."""
    size = QSize(round(picture.width * _DOTS), round(picture.height * _DOTS))
    return _read(picture, size.width(), size.height())


def prepare(blocks: Iterable[Block]) -> None:
    """Read all pictures, so that nobody waits for them later."""
    for block in blocks:
        for part in _parts(block):
            if isinstance(part, Picture):
                image_of(part)


def _parts(block: Block) -> Sequence[object]:
    if isinstance(block, SideBySide):
        return block.left
    return block.pictures if isinstance(block, Logos) else (block,)


@lru_cache(maxsize=_KEPT)
def _read(picture: Picture, width: int, height: int) -> QImage:
    content = QByteArray(picture.read())
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setScaledSize(QSize(width, height))
    image = reader.read()
    if image.isNull():
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0xFFDDDDDD)
    return image
