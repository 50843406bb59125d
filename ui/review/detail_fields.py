"""The fields for afterwards that a question asks for: purpose, since when, whom to ask."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.statements import StatementDetails
from app.domain.vocabulary import ActivityStatus
from app.texts import Texts
from ui.review.saved_fields import SavedLine, SavedText
from ui.style.fonts import Role
from ui.widgets.frames import column, row
from ui.widgets.labels import label

STATUS = "status"
_LONG = ("purpose", "why_missing", "reason")
_PAIRS = {"since": STATUS, "year": "who_began"}
"""Short fields that share a line."""
_SHARES = {"since": (6, 5), "year": (4, 7)}
"""Of that line: "September 2023" has to fit, and beside a year a name."""


class DetailFields(QWidget):
    """All of them, made once; only those that are asked for are shown."""

    changed = Signal(str, object)
    """Name of the field and its new value."""
    left = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._lines: dict[str, SavedLine] = {}
        self._long: dict[str, SavedText] = {}
        self.status = QComboBox()
        self._blocks: dict[str, QWidget] = {}
        self._build()
        self.show_fields((), StatementDetails(), force=True)

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that are shown."""
        return tuple(name for name, block in self._blocks.items() if not block.isHidden())

    def editor(self, name: str) -> QWidget:
        """The widget of a field."""
        if name == STATUS:
            return self.status
        return self._long.get(name) or self._lines[name]

    def controls(self) -> tuple[QWidget, ...]:
        """All editors in the order in which they stand there."""
        first = [name for name in self._blocks if name not in _PAIRS.values()]
        pairs = ((name, _PAIRS.get(name)) for name in first)
        return tuple(self.editor(name) for pair in pairs for name in pair if name)

    def show_fields(self, names: Sequence[str], details: StatementDetails, *, force: bool) -> None:
        """Show these, and whatever else is filled in already."""
        for name, block in self._blocks.items():
            value = getattr(details, name)
            block.setVisible(name in names or bool(value))
            if name == STATUS:
                self._show_status(cast("ActivityStatus | None", value))
            elif name in self._long:
                self._long[name].load(value, force=force)
            else:
                self._lines[name].load(value, force=force)
        self.setVisible(bool(self.names))

    def set_read_only(self, *, read_only: bool) -> None:
        """A closed session is only read."""
        for line in self._lines.values():
            line.setReadOnly(read_only)
        for text in self._long.values():
            text.setReadOnly(read_only)
        self.status.setEnabled(not read_only)

    def flush(self) -> None:
        """Save what is being typed."""
        for name in self.names:
            editor = self.editor(name)
            if isinstance(editor, SavedLine | SavedText):
                editor.flush()

    # -- inside -----------------------------------------------------------------------------

    def _words(self) -> Mapping[str, str]:
        return {
            "purpose": self.tr("What for"),
            "since": self.tr("Since"),
            STATUS: self.tr("State"),
            "place": self.tr("Place"),
            "role": self.tr("Role"),
            "why_missing": self.tr("Missing because"),
            "who_asks": self.tr("Who asks them"),
            "level": self.tr("Level that could solve it"),
            "year": self.tr("Year"),
            "who_began": self.tr("Who began"),
            "reason": self.tr("Reason"),
        }

    def _build(self) -> None:
        layout = column(spacing=10)
        self.setLayout(layout)
        for name, text in self._words().items():
            self._blocks[name] = self._block(name, text)
        seconds = set(_PAIRS.values())
        for name, block in self._blocks.items():
            if name in _PAIRS:
                line = row(spacing=8)
                for part, share in zip((name, _PAIRS[name]), _SHARES[name], strict=True):
                    line.addWidget(self._blocks[part], share)
                layout.addLayout(line)
            elif name not in seconds:
                layout.addWidget(block)

    def _block(self, name: str, text: str) -> QWidget:
        block = QWidget()
        layout = column(spacing=4)
        block.setLayout(layout)
        editor = self._make(name)
        above = label(text, Role.LABEL)
        above.setBuddy(editor)
        editor.setAccessibleName(text)
        layout.addWidget(above)
        layout.addWidget(editor)
        return block

    def _make(self, name: str) -> QWidget:
        if name == STATUS:
            return self._make_status()
        if name in _LONG:
            text = self._long[name] = SavedText()
            text.saved.connect(partial(self._send, name))
            text.left.connect(self.left)
            return text
        line = self._lines[name] = SavedLine()
        line.saved.connect(partial(self._send, name))
        line.left.connect(self.left)
        return line

    def _make_status(self) -> QComboBox:
        self.status.addItem(self.tr("unknown"))
        for status in ActivityStatus:
            self.status.addItem(self._texts.word(status))
        self.status.activated.connect(self._on_status)
        return self.status

    def _show_status(self, status: ActivityStatus | None) -> None:
        self.status.setCurrentIndex(list(ActivityStatus).index(status) + 1 if status else 0)

    def _on_status(self, index: int) -> None:
        self._send(STATUS, list(ActivityStatus)[index - 1] if index else None)

    def _send(self, name: str, value: object) -> None:
        self.changed.emit(name, value)
