"""Buttons: by variant and size, with an icon that follows the theme."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from ui.theme import Theme, repolish

_EN_SPACE = "\u2002"


def button(
    theme: Theme,
    text: str,
    *,
    icon: str = "",
    variant: str = "outlined",
    size: str = "",
    parent: QWidget | None = None,
) -> QPushButton:
    """A push button. ``variant`` and ``size`` are those of ``ui.style.sheet``.

    The text is also the accessible name; Enter presses it when it has the focus.
    """
    result = QPushButton(text, parent)
    result.setProperty("variant", variant)
    if size:
        result.setProperty("buttonSize", size)
    if icon:
        theme.set_icon(result, icon)
    result.setAutoDefault(True)
    return result


def icon_button(
    theme: Theme,
    icon: str,
    name: str,
    *,
    variant: str = "outlined",
    parent: QWidget | None = None,
) -> QPushButton:
    """A square button with an icon only; ``name`` is its tooltip and accessible name."""
    result = QPushButton(parent)
    result.setProperty("variant", variant)
    result.setProperty("iconOnly", True)
    result.setToolTip(name)
    result.setAccessibleName(name)
    result.setAutoDefault(True)
    result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    theme.set_icon(result, icon)
    return result


def show_text(target: QPushButton, theme: Theme, text: str, *, shown: bool) -> None:
    """Let a button with an icon show or hide its text (narrow windows); tooltip when hidden."""
    said, tip = (text, "") if shown else ("", text)
    if (target.text(), target.toolTip(), target.accessibleName()) == (said, tip, text):
        return
    target.setText(said)
    target.setToolTip(tip)
    target.setAccessibleName(text)
    target.setProperty("iconOnly", not shown)
    theme.set_icon(target, target.property("iconName"), target.property("iconTone") or "")
    repolish(target)


def check_one(chosen: QAbstractButton, group: QButtonGroup) -> None:
    """Check a button of a group and make it the group's one tab stop.

    Qt moves the stop only when a button gets the focus, not when the program checks it.
    """
    chosen.setChecked(True)
    for button in group.buttons():
        stop = Qt.FocusPolicy.StrongFocus if button is chosen else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(stop)


class PillButton(QPushButton):
    """A checkable filter with a count: "Ergebnisse 3"."""

    def __init__(
        self, theme: Theme, text: str, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._text = text
        self._icon = icon
        self.setProperty("variant", "pill")
        self.setCheckable(True)
        self.toggled.connect(self._recolor)
        self._recolor()

    def set_count(self, count: int | None) -> None:
        """Show how many the filter leaves; None: no number."""
        self.setText(self._text if count is None else f"{self._text}{_EN_SPACE}{count}")

    def set_compact(self, *, compact: bool) -> None:
        """Show the icon only, in a narrow window; the name stays for screen readers."""
        self.setText("" if compact else self._text)
        self.setAccessibleName(self._text)

    def _recolor(self) -> None:
        if self._icon:
            tone = "primary" if self.isChecked() else "ink"
            self._theme.set_icon(self, self._icon, tone, size=16)
