"""Makes a part of a page unreadable, as behind frosted glass; it can still be used."""

from PySide6.QtWidgets import QGraphicsBlurEffect, QWidget

_RADIUS = 14
"""Letters up to twice the usual size cannot be guessed any more."""


def set_blurred(part: QWidget, *, blurred: bool) -> None:
    """Blur a widget with everything in it, or let it be read again."""
    if not blurred:
        part.setGraphicsEffect(None)  # type: ignore[arg-type]  # Qt removes it
        return
    effect = QGraphicsBlurEffect(part)
    effect.setBlurRadius(_RADIUS)
    part.setGraphicsEffect(effect)
