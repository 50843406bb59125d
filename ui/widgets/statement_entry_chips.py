"""The chips inside the entry line: objects in the text, painted like all other chips."""

import datetime as dt
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)

from app.domain.entry import MARKS, Sign, Span
from app.domain.initials import initials
from app.domain.vocabulary import StatementKind
from ui.dates import short_day
from ui.icons import KIND_ICONS, paint_icon
from ui.style.fonts import MEDIUM, Role
from ui.theme import Theme, Tone, tone_of

CHIP_TYPE = int(QTextFormat.ObjectTypes.UserObject) + 1
_CHIP = int(QTextFormat.Property.UserProperty) + 1

_HEIGHT = 28
_INNER = 22
_ICON = 16
_BEHIND = 2
_BEHIND_MARK = 7
"""Marks have no space behind them in the line."""
_TONES = {
    Sign.UNCLEAR: Tone.OPEN,
    Sign.THEME: Tone.NEUTRAL,
    Sign.VERBATIM: Tone.QUOTE,
    Sign.RESULT: Tone.OPEN,
    Sign.ASSENT: Tone.NEUTRAL,
    Sign.CLARIFY: Tone.OPEN,
    Sign.CONTINUES: Tone.NEUTRAL,
    Sign.NEXT_STEP: Tone.NEUTRAL,
    Sign.DUE: Tone.NEUTRAL,
    Sign.ABOUT: Tone.NEUTRAL,
}
_ICONS = {
    Sign.UNCLEAR: "help-circle",
    Sign.THEME: "tag",
    Sign.VERBATIM: "quote",
    Sign.RESULT: "star-filled",
    Sign.ASSENT: "check",
    Sign.CLARIFY: "help-circle",
    Sign.CONTINUES: "plus",
    Sign.NEXT_STEP: "arrow-right",
    Sign.DUE: "clock",
    Sign.ABOUT: "user",
}


@dataclass(frozen=True, slots=True)
class Chip:
    """A chip in the field: what it stands for and what was typed for it."""

    what: Sign
    value: str
    label: str
    source: str

    def at(self, start: int) -> Span:
        """The range of the line it stands for."""
        return Span(start, start + len(self.source), self.what, self.value, self.label)


def chip_format(span: Span, source: str, theme: Theme) -> QTextCharFormat:
    """The format of the object character of a chip; ``source`` is what was typed for it."""
    result = QTextCharFormat()
    result.setObjectType(CHIP_TYPE)
    # Qt centres an object a quarter of the x-height above the baseline, which is too low beside
    # text; the letters of a font this large put it in the middle of capitals.
    result.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
    result.setProperty(QTextFormat.Property.FontPixelSize, theme.px(_HEIGHT * 1.5))
    result.setProperty(_CHIP, [str(span.what), span.value, span.label, source])
    return result


def chip_of(char_format: QTextFormat) -> Chip | None:
    """The chip of a format; None if it is none."""
    values = char_format.property(_CHIP)
    return Chip(Sign(values[0]), *values[1:]) if values else None


class ChipObject(QPyTextObject):
    """Measures and paints the chips of a text field."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sizes: dict[Chip, QSizeF] = {}
        theme.changed.connect(self._forget_sizes)

    def intrinsicSize(
        self, _document: QTextDocument, _position: int, char_format: QTextFormat
    ) -> QSizeF:
        """Sign, label and padding."""
        chip = chip_of(char_format)
        if chip is None:
            return QSizeF()
        if chip not in self._sizes:
            self._sizes[chip] = self._measured(chip)
        return self._sizes[chip]

    def _forget_sizes(self) -> None:
        self._sizes.clear()

    def _measured(self, chip: Chip) -> QSizeF:
        theme = self._theme
        inner = theme.px(_INNER if chip.what is Sign.PERSON else _ICON)
        words = QFontMetricsF(self._font()).horizontalAdvance(self.word(chip))
        width = self._pad(chip.what) + inner + theme.gap(6) + words + theme.gap(10) + _behind(chip)
        return QSizeF(width, theme.px(_HEIGHT))

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        char_format: QTextFormat,
    ) -> None:
        """A pill with icon or initials and the word."""
        chip = chip_of(char_format)
        if chip is None:
            return
        ink, ground = self._colors(chip)
        box = QRectF(rect).adjusted(0, 0, -_behind(chip), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        left = self._paint_sign(painter, box, chip) + self._theme.gap(6)
        painter.setFont(self._font())
        painter.setPen(ink)
        baseline = round(box.center().y() + painter.fontMetrics().capHeight() / 2)
        painter.drawText(QPointF(left, baseline), self.word(chip))
        painter.restore()

    def word(self, chip: Chip) -> str:
        """What the chip says."""
        if chip.what is Sign.DUE:
            return self.tr("by %1").replace("%1", short_day(dt.date.fromisoformat(chip.value)))
        marks = {
            Sign.VERBATIM: self.tr("Quote"),
            Sign.RESULT: self.tr("Result"),
            Sign.ASSENT: self.tr("Assent"),
            Sign.CLARIFY: self.tr("To clarify"),
            Sign.CONTINUES: self.tr("Continued"),
            Sign.NEXT_STEP: self.tr("Next step"),
        }
        return marks.get(chip.what, chip.label)

    def _paint_sign(self, painter: QPainter, box: QRectF, chip: Chip) -> float:
        """Initials or icon; returns where it ends."""
        left, middle = box.left() + self._pad(chip.what), box.center().y()
        if chip.what is Sign.PERSON:
            size = self._theme.px(_INNER)
            circle = QRectF(left, middle - size / 2, size, size)
            self._paint_initials(painter, circle, initials(chip.label))
            return left + size
        size = self._theme.px(_ICON)
        ink, _ = self._colors(chip)
        kind = StatementKind(chip.value) if chip.what is Sign.KIND else None
        name = KIND_ICONS[kind] if kind else _ICONS[chip.what]
        color = self._theme.tokens.result if chip.what is Sign.RESULT else ink
        paint_icon(painter, name, color, left, middle - size / 2, size)
        return left + size

    def _paint_initials(self, painter: QPainter, circle: QRectF, letters: str) -> None:
        font = QFont(self._theme.font(Role.CHIP, weight=600))
        font.setPixelSize(self._theme.px(11))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.primary)
        painter.drawEllipse(circle)
        painter.setFont(font)
        painter.setPen(self._theme.tokens.on_primary)
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, letters)

    def _colors(self, chip: Chip) -> tuple[QColor, QColor]:
        tokens = self._theme.tokens
        if chip.what is Sign.PERSON:
            return tokens.primary, tokens.tint
        kind = StatementKind(chip.value) if chip.what is Sign.KIND else None
        pair = tokens.chip(tone_of(kind) if kind else _TONES[chip.what])
        return pair.ink, pair.ground

    def _font(self) -> QFont:
        return self._theme.font(Role.BODY, weight=MEDIUM)

    def _pad(self, sign: Sign) -> int:
        return self._theme.px(3) if sign is Sign.PERSON else self._theme.gap(9)


def _behind(chip: Chip) -> int:
    return _BEHIND_MARK if chip.what in MARKS else _BEHIND
