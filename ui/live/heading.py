"""The head of the centre: which item it is, the question as large as it fits, its prompts."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme, set_role
from ui.widgets.buttons import button, icon_button
from ui.widgets.clock_card import PlanStatus
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel, label, tabular, wrapped

_SIZES = ((Role.QUESTION, 2), (Role.QUESTION_SMALL, 3))
_SIZES_LOW = ((Role.QUESTION_SMALL, 2),)
_LONGEST_WIDTH = 900


class QuestionLabel(QWidget):
    """A question of up to 400 characters: two lines at 25, three at 20, then "… mehr"."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._low = False
        self._whole = False
        self._label = wrapped("", Role.QUESTION)
        self.more = button(theme, self.tr("… more"), variant="link")
        self.more.clicked.connect(self._toggle)
        self.more.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._fit)

    def set_text(self, text: str) -> None:
        """Another question."""
        if text != self._text:
            self._text, self._whole = text, False
            self._label.setAccessibleName(text)
            self._fit()

    def text(self) -> str:
        """The whole question."""
        return self._text

    def set_low(self, *, low: bool) -> None:
        """Little height: 20 at once."""
        self._low = low
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, perhaps another size."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _toggle(self) -> None:
        self._whole = not self._whole
        self._fit()

    def _fit(self) -> None:
        role, shown = self._choose()
        set_role(self._label, role)
        self._label.setText(shown)
        self._label.setToolTip("" if shown == self._text else self._text)
        cut = shown != self._text
        self.more.setVisible(cut or self._whole)
        self.more.setText(self.tr("less") if self._whole else self.tr("… more"))

    def _choose(self) -> tuple[Role, str]:
        """Role and text that fit."""
        sizes = _SIZES_LOW if self._low else _SIZES
        for role, lines in sizes:
            if self._lines(self._text, role) <= lines:
                return role, self._text
        role, lines = sizes[-1]
        return role, self._text if self._whole else self._cut(role, lines)

    def _lines(self, text: str, role: Role) -> int:
        metrics = QFontMetrics(self._theme.font(role))
        flags = Qt.TextFlag.TextWordWrap
        box = metrics.boundingRect(QRect(0, 0, max(self.width(), 100), 10_000), flags, text)
        return round(box.height() / metrics.lineSpacing())

    def _cut(self, role: Role, lines: int) -> str:
        """As many words as fit into so many lines."""
        words = self._text.split()
        low, high = 1, len(words)
        while low < high:
            middle = (low + high + 1) // 2
            if self._lines(f"{' '.join(words[:middle])} …", role) <= lines:
                low = middle
            else:
                high = middle - 1
        return f"{' '.join(words[:low])} …"


class PromptRow(QWidget):
    """One prompt at a time: "Nachfrage: … 1 von 3 ›". ``changed``: another one is shown."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: tuple[str, ...] = ()
        self._number = 0
        self._label = label(self.tr("Prompt:"), Role.BODY, "ink2")
        font = self._label.font()
        font.setWeight(font.Weight.Medium)
        self._text = ElidedLabel("", Role.BODY, "ink2")
        self._count = tabular(label("", Role.META))
        self.next = icon_button(theme, "chevron-right", self.tr("Next prompt"), variant="flat")
        self.next.setProperty("buttonSize", "tiny")
        self.next.clicked.connect(self.show_next)
        layout = row(spacing=6)
        layout.addWidget(self._label)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._count)
        layout.addWidget(self.next)
        self.setLayout(layout)

    def show_prompts(self, prompts: Sequence[str]) -> None:
        """The prompts of an item, the first one first."""
        if tuple(prompts) != self._prompts:
            self._prompts, self._number = tuple(prompts), 0
            self._show()

    def show_next(self) -> None:
        """Go on to the next prompt; behind the last one comes the first."""
        if self._prompts:
            self._number = (self._number + 1) % len(self._prompts)
            self._show()

    def has_prompts(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._prompts)

    def text(self) -> str:
        """The prompt that is shown."""
        return self._text.text()

    def _show(self) -> None:
        if not self._prompts:
            return
        several = len(self._prompts) > 1
        self._text.setText(self._prompts[self._number])
        count = self.tr("%1 of %2").replace("%1", str(self._number + 1))
        self._count.setText(count.replace("%2", str(len(self._prompts))))
        self._count.setVisible(several)
        self.next.setVisible(several)
        self.changed.emit()


class Heading(QWidget):
    """Overline, question and prompt; without a right column also the minutes that are left."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._overline = label("", Role.OVERLINE)
        self._since = ElidedLabel("", Role.META)
        self._clock_icon = QLabel()
        self._clock = tabular(label("", Role.STRONG))
        self._status = ElidedLabel("", Role.LABEL)
        self.question = QuestionLabel(theme)
        self.question.setMaximumWidth(theme.px(_LONGEST_WIDTH))
        self._speaker = ElidedLabel("", Role.META)
        self.prompts = PromptRow(theme)
        self._clock_shown = False
        self._build()
        theme.changed.connect(self._repaint)
        self._repaint()

    def show_item(self, overline: str, since: str, question: str, speaker: str) -> None:
        """What is shown in the centre."""
        self._overline.setText(overline)
        self._since.setText(since)
        self.question.set_text(question)
        self._speaker.setText(speaker)
        self._speaker.setVisible(bool(speaker))

    def set_clock_shown(self, *, shown: bool) -> None:
        """Whether the time stands here, because there is no clock card."""
        self._clock_shown = shown
        self._arrange()

    def show_clock(self, remaining: str, tone: str) -> None:
        """The time left in a line; called every second, repaints only itself."""
        if remaining != self._clock.text():
            self._clock.setText(remaining)
        if self._clock.property("tone") != tone:
            self._clock.setProperty("tone", tone)
            self._clock.style().unpolish(self._clock)
            self._clock.style().polish(self._clock)
        self._arrange()

    def clock_text(self) -> str:
        """The time as it stands here."""
        return self._clock.text()

    def show_status(self, status: PlanStatus | None) -> None:
        """Ahead or behind, in the line."""
        self._status.setText(status.text if status else "")
        if status is not None and self._status.property("tone") != status.tone:
            self._status.setProperty("tone", status.tone)
            self._status.style().unpolish(self._status)
            self._status.style().polish(self._status)
        self._arrange()

    def _build(self) -> None:
        head = row(spacing=10)
        head.addWidget(self._overline)
        head.addWidget(self._since)
        head.addSpacing(6)
        head.addWidget(self._clock_icon)
        head.addWidget(self._clock)
        head.addSpacing(6)
        head.addWidget(self._status)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.question)
        layout.addWidget(self._speaker)
        layout.addWidget(self.prompts)

    def _arrange(self) -> None:
        shown = self._clock_shown and bool(self._clock.text())
        self._clock_icon.setVisible(shown)
        self._clock.setVisible(shown)
        self._since.setVisible(not shown)
        self._status.setVisible(self._clock_shown and bool(self._status.text()))

    def _repaint(self) -> None:
        icon = pixmap("clock", self._theme.color("ink2"), self._theme.px(16))
        self._clock_icon.setPixmap(icon)
        self.question.setMaximumWidth(self._theme.px(_LONGEST_WIDTH))
