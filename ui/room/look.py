"""How the room view looks: white in both themes, dark on request, measured by its height.

Everything in it is drawn in units: the height of the room view is 1,080 of them, whatever the
projector has. So the preview in the cockpit is the same picture, only smaller.
"""

from functools import lru_cache

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont

from ui.style.fonts import make_font
from ui.style.tokens import DARK, LIGHT, Tokens

HEIGHT = 1080
"""Units from top to bottom."""
MARGIN = 0.05
"""Of the width, left and right."""
SMALLEST = 36
"""Nothing is smaller: it is read from the last row."""


class RoomLook(QObject):
    """Colours and fonts of everything in the room view. ``changed``: other colours."""

    changed = Signal()

    def __init__(self, *, dark: bool = False, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dark = dark

    @property
    def tokens(self) -> Tokens:
        """The colours; the ground is ``surface``."""
        return DARK if self._dark else LIGHT

    @property
    def is_dark(self) -> bool:
        """Whether a dark ground is wanted."""
        return self._dark

    def set_dark(self, *, dark: bool) -> None:
        """White or dark ground."""
        if dark is not self._dark:
            self._dark = dark
            self.changed.emit()

    def color(self, name: str) -> QColor:
        """A colour by name, as ``"ink2"``."""
        return self.tokens.color(name)

    def font(self, units: int, weight: int, *, tabular: bool = False) -> QFont:
        """The font of the program at a size in units."""
        return QFont(_font(units, weight, tabular))


@lru_cache(maxsize=128)
def _font(units: int, weight: int, tabular: bool) -> QFont:
    return make_font(units, weight, tabular=tabular)
