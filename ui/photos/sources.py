"""Where photos come from: files, the clipboard, what is dropped."""

from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageReader

from app.services.photo_files import SUFFIXES

Source: TypeAlias = Path | QImage


def is_photo(path: Path) -> bool:
    """Whether a file is named like a photo."""
    return path.suffix.lower() in SUFFIXES


def photos_in(data: QMimeData) -> tuple[Source, ...]:
    """The photos on the clipboard: files, or a picture – unless there is text, which is meant."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if paths and all(map(is_photo, paths)):
        return tuple(paths)
    if data.hasImage() and not data.hasText():
        image = QImage(data.imageData())
        return () if image.isNull() else (image,)
    return ()


def content_of(image: QImage) -> bytes:
    """A picture from the clipboard as a file. Takes a while: for a worker."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Hardly compressed: it is read again at once.
    image.save(buffer, "PNG", 90)  # type: ignore[call-overload]
    return bytes(data.data())


def picture_of(content: bytes | None, side: int) -> QImage:
    """A kept photo, no larger than ``side`` pixels a side; a null image if it cannot be shown."""
    if content is None:
        return QImage()
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > side:
        scale = side / max(size.width(), size.height())
        size.setWidth(max(1, round(size.width() * scale)))
        size.setHeight(max(1, round(size.height() * scale)))
        reader.setScaledSize(size)
    return reader.read()
