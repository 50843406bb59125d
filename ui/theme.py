"""The theme at work: fonts, palette, style sheet and icons, changed while the program runs.

One ``Theme`` is made in ``ui.main`` before the first widget and handed to whatever paints or
carries icons. Stock widgets only set properties (see ``ui.style.sheet``)::

    label.setProperty("role", Role.TITLE)
    theme.set_icon(button, "search")
    theme.changed.connect(self._repaint)  # only painters that cache colours or heights

Sizes are logical pixels. ``theme.px(18)`` is a length that follows the text size, ``theme.gap(14)``
a padding that follows it half as fast.
"""

from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QAction, QColor, QFont, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QStyleFactory, QWidget

from ui import icons
from ui.style.fonts import REGULAR, STATEMENT_LINE_HEIGHT, TYPES, Role, load_fonts, make_font
from ui.style.sheet import IMAGES, Measures, build_sheet
from ui.style.tokens import DARK, LIGHT, Chip, Tokens, Tone, contrast, tone_of

__all__ = [
    "DARK",
    "LIGHT",
    "SCALES",
    "STATEMENT_LINE_HEIGHT",
    "Chip",
    "Role",
    "Theme",
    "ThemeChoice",
    "Tokens",
    "Tone",
    "contrast",
    "repolish",
    "set_role",
    "set_tone",
    "tone_of",
]

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)
"""Text sizes in percent that Ctrl+Plus and Ctrl+Minus step through."""


class ThemeChoice(StrEnum):
    """What the user chose; ``SYSTEM`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Colours, type and icons of the running program. ``changed``: any of them is different now."""

    changed = Signal()

    def __init__(
        self, app: QApplication, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: int = 100
    ) -> None:
        super().__init__(app)
        load_fonts()
        self._app = app
        self._choice = choice
        self._measures = Measures(_nearest(scale))
        self.tokens: Tokens = LIGHT
        app.setStyle(QStyleFactory.create("Fusion"))
        app.styleHints().colorSchemeChanged.connect(self._follow_desktop)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        """System, light or dark, as chosen."""
        return self._choice

    def set_choice(self, choice: ThemeChoice) -> None:
        """Change the colours of the running program."""
        if choice != self._choice:
            self._choice = choice
            self._apply()

    @property
    def scale(self) -> int:
        """Text size in percent."""
        return self._measures.scale

    def set_scale(self, percent: int) -> None:
        """Set the text size to the nearest of ``SCALES``."""
        if _nearest(percent) != self.scale:
            self._measures = Measures(_nearest(percent))
            self._apply()

    def step_scale(self, steps: int) -> None:
        """Text larger (+1) or smaller (-1), within ``SCALES``."""
        index = SCALES.index(self.scale) + steps
        self.set_scale(SCALES[min(max(index, 0), len(SCALES) - 1)])

    def px(self, pixels: float) -> int:
        """A length that follows the text size: fonts, icons, rows."""
        return self._measures.text(pixels)

    def gap(self, pixels: float) -> int:
        """A padding or distance: follows the text size half as fast."""
        return self._measures.space(pixels)

    def font(self, role: Role, *, weight: int | None = None, tabular: bool = False) -> QFont:
        """The font of a role at the text size; ``tabular`` for clocks and columns of numbers."""
        kind = TYPES[role]
        return QFont(_font(self.px(kind.size), weight or kind.weight, tabular))

    def color(self, name: str) -> QColor:
        """A colour of the current tokens by name, as ``"ink2"`` or ``"open"``."""
        return self.tokens.color(name)

    def set_icon(
        self, target: QAbstractButton | QAction, name: str, tone: str = "", size: int = 18
    ) -> None:
        """Give a button or action an icon that follows theme and text size.

        ``tone`` names a colour; without one a filled button gets ``on_primary``, a link
        ``primary``, anything else ``ink``. ``size`` is at 100 % text size.
        """
        target.setProperty("iconName", name)
        target.setProperty("iconTone", tone)
        target.setProperty("iconSizeAt100", size)
        self._paint_icon_on(target)

    def icon(self, name: str, tone: str = "ink", size: int = 18) -> QIcon:
        """An icon in the current colours; stays as it is when the theme changes."""
        return icons.icon(name, self.color(tone), self.px(size), disabled=self.tokens.disabled)

    def _follow_desktop(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _is_dark(self) -> bool:
        if self._choice is ThemeChoice.SYSTEM:
            return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._choice is ThemeChoice.DARK

    def _apply(self) -> None:
        self.tokens = DARK if self._is_dark() else LIGHT
        self._app.setFont(_font(self.px(14), REGULAR, False))
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(build_sheet(self.tokens, self._measures, self._image_files()))
        self._renew_icons()
        self.changed.emit()

    def _image_files(self) -> dict[str, str]:
        return {name: self._image_file(*source) for name, source in IMAGES.items()}

    def _image_file(self, name: str, tone: str) -> str:
        color = self.color(tone)
        path = Path(_pictures().filePath(f"{name}-{color.name()[1:]}.svg"))
        if not path.exists():
            path.write_bytes(icons.colored_svg(name, color))
        return path.as_posix()

    def _renew_icons(self) -> None:
        for widget in self._app.allWidgets():
            if isinstance(widget, QAbstractButton):
                self._paint_icon_on(widget)
            for action in widget.actions():
                self._paint_icon_on(action)

    def _paint_icon_on(self, target: QAbstractButton | QAction) -> None:
        name = target.property("iconName")
        if not name:
            return
        size = self.px(target.property("iconSizeAt100"))
        if isinstance(target, QAction):
            color = self.color(target.property("iconTone") or "ink2")
            target.setIcon(icons.icon(name, color, size, disabled=self.tokens.disabled))
            return
        gap = self.gap(6) if target.text() else 0
        if target.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            gap = -gap  # the icon stands behind the text
        color = self.color(target.property("iconTone") or _icon_tone(target))
        target.setIcon(icons.icon(name, color, size, disabled=self.tokens.disabled, gap=gap))
        target.setIconSize(icons.icon_size(size, gap))


def repolish(widget: QWidget) -> None:
    """Let the style sheet see a property that changed after the widget was shown."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_role(widget: QWidget, role: Role) -> None:
    """Give a label another role of type, also after it was shown."""
    if widget.property("role") != role.value:
        widget.setProperty("role", role.value)
        repolish(widget)


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another colour by name, also after it was shown."""
    if widget.property("tone") != tone:
        widget.setProperty("tone", tone)
        repolish(widget)


def _nearest(percent: int) -> int:
    return min(SCALES, key=lambda scale: abs(scale - percent))


@cache
def _pictures() -> QTemporaryDir:
    """Where the sheet finds its pictures; it stays as long as the application that reads them."""
    return QTemporaryDir()


@lru_cache(maxsize=256)
def _font(size: int, weight: int, tabular: bool) -> QFont:
    return make_font(size, weight, tabular=tabular)


def _icon_tone(button: QAbstractButton) -> str:
    variant = button.property("variant")
    tones = {"primary": "on_primary", "link": "primary", "menu": "primary", "flat": "ink2"}
    return tones.get(variant, "ink")


def _palette(t: Tokens) -> QPalette:
    palette = QPalette(t.surface, t.paper)
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    colors = {
        role.Window: t.paper,
        role.WindowText: t.ink,
        role.Base: t.surface,
        role.AlternateBase: t.sunk,
        role.Text: t.ink,
        role.PlaceholderText: t.ink3,
        role.Button: t.surface,
        role.ButtonText: t.ink,
        role.BrightText: t.on_primary,
        role.Highlight: t.primary,
        role.HighlightedText: t.on_primary,
        role.Accent: t.primary,
        role.Link: t.primary,
        role.LinkVisited: t.primary,
        role.ToolTipBase: t.ink,
        role.ToolTipText: t.paper,
        role.Mid: t.line,
        role.Midlight: t.sunk,
        role.Light: t.surface,
        role.Dark: t.control,
        role.Shadow: t.control,
    }
    for name, color in colors.items():
        palette.setColor(name, color)
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, name, t.disabled)
    return palette
