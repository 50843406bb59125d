"""The reality check: one tinted band for the whole plan, with one proposal; "×" hides it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QSpinBox, QWidget

from app.domain.reality import Reality
from app.domain.sessions import MAX_SECONDS_EACH, MIN_SECONDS_EACH
from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.frames import column, row, surface
from ui.widgets.labels import label, wrapped

_STEP = 10


class RealityBand(QWidget):
    """Hidden without reason. ``seconds_set``: one contribution is taken to last that long."""

    seconds_set = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._hidden: object = None
        self._shown: object = None
        self._icon = QLabel()
        self.text = wrapped("", Role.BODY)
        self.proposal = wrapped("", Role.CAPTION)
        self.seconds = QSpinBox()
        self.seconds.setRange(MIN_SECONDS_EACH, MAX_SECONDS_EACH)
        self.seconds.setSingleStep(_STEP)
        self.seconds.setSuffix(" s")
        self.seconds.setKeyboardTracking(False)
        self.seconds.setAccessibleName(self.tr("Seconds per contribution"))
        self.seconds.valueChanged.connect(self.seconds_set)
        self.close_button = icon_button(theme, "x", self.tr("Hide the hint"), variant="flat")
        self.close_button.clicked.connect(self._dismiss)
        self._build()
        theme.changed.connect(self._repaint)
        self._repaint()
        self.hide()

    def show_reality(self, reality: Reality | None, about: object) -> None:
        """Say this about a plan; ``about`` is what it depends on: what is hidden stays hidden."""
        self._shown = about
        if about != self._hidden:
            self._hidden = None
        if reality is not None:
            self._say(reality)
        self.setVisible(reality is not None and self._hidden is None)

    def _say(self, reality: Reality) -> None:
        self.seconds.blockSignals(True)
        self.seconds.setValue(reality.seconds_each)
        self.seconds.blockSignals(False)
        text = self.tr("Time for about %1 contributions per question, %2 people expected")
        text = text.replace("%1", str(reality.voices)).replace("%2", str(reality.heads))
        head = self.tr("%1 per head in all")
        self.text.setText(f"{text} – {head.replace('%1', self._length(reality.seconds_per_head))}.")
        proposal = self.tr(
            "At %1 tables all get a turn: F2 attaches a method to a question, such as “%2”."
        )
        proposal = proposal.replace("%1", str(reality.tables))
        self.proposal.setText(proposal.replace("%2", self.tr("World café")))

    def _length(self, seconds: int) -> str:
        """As "2 min 37 s"."""
        minutes, rest = divmod(seconds, 60)
        text = self.tr("%1 min %2 s") if minutes else self.tr("%2 s")
        return text.replace("%1", str(minutes)).replace("%2", str(rest))

    def _dismiss(self) -> None:
        self._hidden = self._shown
        self.hide()

    def _build(self) -> None:
        frame = surface("open")
        layout = row(spacing=10, margins=(12, 8, 6, 8))
        frame.setLayout(layout)
        outer = column(margins=(0, 0, 0, 10))
        self.setLayout(outer)
        outer.addWidget(frame)
        words = column(spacing=2)
        words.addWidget(self.text)
        words.addWidget(self.proposal)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        each = label(self.tr("each"), Role.CAPTION)
        each.setBuddy(self.seconds)
        self.seconds.lineEdit().setTextMargins(self._theme.gap(9), 0, 0, 0)
        self.seconds.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        layout.addWidget(each)
        layout.addWidget(self.seconds)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)

    def _repaint(self) -> None:
        color = self._theme.color("open")
        self._icon.setPixmap(pixmap("users", color, self._theme.px(18)))
