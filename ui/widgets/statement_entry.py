"""The entry line: where it belongs, the text with its chips, the kind, and "Festhalten".

It knows nothing of services: it says when something changed and when the line shall be recorded,
and it keeps its text until it is told that the text is on the disk (``reset``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.domain.entry import Completion, Line, Sign
from app.domain.shorthand import EntryContext, ParsedLine
from app.domain.vocabulary import StatementKind
from app.texts import Texts
from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import button, show_text
from ui.widgets.completion import CompletionPopup
from ui.widgets.frames import row
from ui.widgets.kind_combo import KindCombo
from ui.widgets.labels import ElidedLabel
from ui.widgets.statement_entry_edit import EntryEdit

_RADIUS = 10
_INSIDE = 4
"""As far from the edge there is nothing but ground."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the entry line. ``kind`` is what was chosen, None for the item's own."""

    line: Line
    parsed: ParsedLine
    cursor: int
    kind: StatementKind | None


class StatementEntry(QWidget):
    """One to three lines, chips, kind and button; above it a band when it belongs elsewhere."""

    submitted = Signal()
    lines_submitted = Signal()
    """Each line of it shall be a statement."""
    changed = Signal()
    """Text, chips, cursor or kind are different now."""

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        popup: CompletionPopup,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._default = StatementKind.REMARK
        self._chosen: StatementKind | None = None
        self._reason = ""
        self._speaker: Completion | None = None
        self._has_source = False
        self._is_discreet = False
        self.edit = EntryEdit(theme, popup)
        self.edit.setAccessibleName(self.tr("Statement"))
        self.kind = KindCombo(theme, texts)
        self._kind_label = QLabel(self.tr("Kind of statement"), self)
        self._kind_label.setBuddy(self.kind)
        self._kind_label.hide()
        self.record = button(
            theme, self.tr("Record"), icon="corner-down-left", variant="primary", size="small"
        )
        self.record.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._band = QWidget()
        self._band_icon = QLabel()
        self._band_text = ElidedLabel("", Role.OVERLINE)
        self._band_hint = ElidedLabel("", Role.META)
        self._frame = QWidget()
        self._line = QFrame()
        self._build()
        self._connect()
        self._show_placeholder()

    # -- what stands in it -----------------------------------------------------------------

    def typed(self) -> Typed:
        """What stands in the line now."""
        return Typed(self.edit.line, self.edit.parsed, self.edit.cursor_index(), self._chosen)

    def is_empty(self) -> bool:
        """Whether there is nothing to lose."""
        return self.edit.is_empty()

    def set_context(self, context: EntryContext) -> None:
        """What the shorthand can mean."""
        self.edit.set_context(context)

    def set_typed(
        self, line: Line, *, kind: StatementKind | None = None, cursor: int | None = None
    ) -> None:
        """Put something into the line: a kept draft, a statement taken back."""
        self._chosen = kind
        self.edit.set_line(line, cursor)

    def reset(self) -> None:
        """The text is on the disk: an empty line with the item's kind."""
        self.set_typed(Line())

    def offer_kinds(self, offered: Sequence[StatementKind], default: StatementKind) -> None:
        """The kinds of the item written to."""
        self._default = default
        self.kind.show_kinds(offered, self._effective_kind())

    def choose_kind(self, kind: StatementKind) -> None:
        """Choose a kind; a kind typed before goes."""
        chip = next((c for c in self.edit.parsed.spans if c.what is Sign.KIND), None)
        if chip is not None:
            line = self.edit.line.without(chip)
            self.edit.replace_line(line, min(self.edit.cursor_index(), len(line.text)))
        self._chosen = None if kind is self._default else kind
        self.kind.show_kind(self._effective_kind())
        self.changed.emit()

    # -- where it belongs, and states --------------------------------------------------------

    def show_target(self, text: str, hint: str) -> None:
        """Say where the line belongs ("Beitrag zu Leitfrage 3: …"); empty: to what runs."""
        self._band_text.setText(text)
        self._band_hint.setText(hint)
        self._band.setVisible(bool(text))
        self._describe()
        self.update()

    def target_text(self) -> str:
        """What the band says; empty while there is none."""
        return "" if self._band.isHidden() else self._band_text.text()

    def suggest(self, person: Completion | None) -> None:
        """Offer whoever speaks now in the empty line; only Tab takes it."""
        self._speaker = person
        self._offer()

    def set_source(self, name: str) -> None:
        """While a table reports nobody is offered: it is what stands beside the statement."""
        self._has_source = bool(name)
        self._offer()

    def _offer(self) -> None:
        self.edit.suggestion = None if self._has_source else self._speaker
        self._show_placeholder()

    def set_closed(self, reason: str) -> None:
        """With a reason the line takes nothing and says why; without, it takes statements."""
        self.edit.setEnabled(not reason)
        for part in (self._line, self.kind, self.record):
            part.setVisible(not reason)
        self._reason = reason
        self._show_placeholder()
        self.update()

    def set_discreet(self, *, discreet: bool) -> None:
        """Name nobody who was not typed: others may read along."""
        self._is_discreet = discreet
        self._show_placeholder()

    def set_compact(self, *, compact: bool) -> None:
        """Icons instead of words for kind and button."""
        self.kind.set_compact(compact=compact)
        show_text(self.record, self._theme, self.tr("Record"), shown=not compact)

    def _show_placeholder(self) -> None:
        """What stands pale in the empty line: why it is closed, who speaks, or what it is for."""
        person = self.edit.suggestion
        wordings: tuple[str, ...] = (self.tr("What is being said?"),)
        if person is not None:
            who = self.tr("Somebody") if self._is_discreet else person.label
            long, short = self.tr("%1 is speaking – Tab takes the name"), self.tr("Tab: %1")
            wordings = (long.replace("%1", who), short.replace("%1", who))
        self.edit.set_pale(*((self._reason,) if self._reason else wordings))

    # -- inside --------------------------------------------------------------------------------

    def _build(self) -> None:
        band = row(spacing=8, margins=(14, 7, 14, 7))
        band.addWidget(self._band_icon)
        band.addWidget(self._band_text, 3)
        band.addWidget(self._band_hint, 2)
        self._band_hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._band.setLayout(band)
        self._band.hide()
        self._line.setProperty("surface", "rule")
        self._line.setFixedWidth(1)
        line = row(spacing=0, margins=(14, 9, 8, 9))
        line.addWidget(self.edit, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(8)
        line.addWidget(self._line)
        line.addSpacing(14)
        line.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addSpacing(4)
        line.addWidget(self.record, 0, Qt.AlignmentFlag.AlignVCenter)
        self._frame.setLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._band)
        layout.addWidget(self._frame)
        self._repaint()

    def _connect(self) -> None:
        self.edit.submitted.connect(self.submitted)
        self.edit.lines_submitted.connect(self.lines_submitted)
        self.edit.line_changed.connect(self._on_line)
        self.edit.focus_changed.connect(self.update)
        self.record.clicked.connect(self.submitted)
        self.kind.chosen.connect(self.choose_kind)
        self._theme.changed.connect(self._repaint)

    def _effective_kind(self) -> StatementKind:
        return self.edit.parsed.kind or self._chosen or self._default

    def _on_line(self) -> None:
        if self.kind.count():
            self.kind.show_kind(self._effective_kind())
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        """For a screen reader: where the line belongs and what its chips say."""
        said = "; ".join(filter(None, (self.target_text(), *self.edit.chip_words())))
        if said != self.edit.accessibleDescription():
            self.edit.setAccessibleDescription(said)

    def _repaint(self) -> None:
        size = self._theme.px(16)
        self._band_icon.setPixmap(pixmap("pencil", self._theme.color("primary"), size))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The band is a tint behind the upper corners of the field."""
        painter = QPainter(self)
        tokens = self._theme.tokens
        ground = tokens.surface if self.edit.isEnabled() else tokens.paper
        inner = self._frame.geometry().adjusted(_INSIDE, _INSIDE, -_INSIDE, -_INSIDE)
        if inner.contains(event.rect()):  # each key: only what lies behind the text
            painter.fillRect(event.rect(), ground)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._band.isHidden():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.tint)
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        focused = self.edit.hasFocus()
        width = 2 if focused else 1
        painter.setPen(QPen(tokens.primary if focused else tokens.control, width))
        painter.setBrush(ground)
        box = QRectF(self._frame.geometry()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
