"""One organisation or group that was read: two lines, opened to be corrected."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QComboBox, QSizePolicy, QWidget

from app.domain.statements import Actor
from app.domain.vocabulary import OrganisationKind, Participation
from app.texts import Texts
from ui.icons import paint_icon
from ui.review.saved_fields import SavedLine
from ui.theme import Role, Theme, Tone
from ui.widgets.buttons import button
from ui.widgets.frames import column
from ui.widgets.labels import label

_TEXT_AT = 38


class ActorHead(QAbstractButton):
    """Name, kind and participation in two lines; pressing it opens and closes the fields."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._detail = ""
        self._icon = "users-group"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_actor(self, name: str, detail: str, *, organisation: bool) -> None:
        """What stands in it."""
        self._icon = "building-community" if organisation else "users-group"
        self._detail = detail
        self.setText(name)
        self.setAccessibleName(", ".join(filter(None, (name, detail))))
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines; the width is given. The style sheet would squeeze a QPushButton."""
        return QSize(self._theme.px(160), self._theme.px(38) + self._theme.gap(14))

    def minimumSizeHint(self) -> QSize:
        """Long names end in "…"."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A sunk box with icon, words and an arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, tokens = self._theme, self._theme.tokens
        painter.setPen(QPen(tokens.line, 1))
        painter.setBrush(tokens.tint if self.isDown() else tokens.sunk)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        size, middle = theme.px(18), self.height() / 2
        color = tokens.chip(Tone.ACTOR).ink
        paint_icon(painter, self._icon, color, theme.gap(11), middle - size / 2, size)
        arrow = "chevron-up" if self.isChecked() else "chevron-down"
        right = self.width() - theme.gap(10) - theme.px(16)
        paint_icon(painter, arrow, tokens.ink2, right, middle - theme.px(8), theme.px(16))
        left = theme.px(_TEXT_AT)
        room, top = right - left - theme.gap(6), theme.gap(7)
        name = QRectF(left, top, room, theme.px(20))
        self._write(painter, Role.STRONG, "ink", self.text(), name)
        below = QRectF(left, top + theme.px(20), room, theme.px(18))
        self._write(painter, Role.META, "ink2", self._detail, below)

    def _write(self, painter: QPainter, role: Role, color: str, text: str, box: QRectF) -> None:
        font = self._theme.font(role)
        painter.setFont(font)
        painter.setPen(self._theme.color(color))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, align, shown)


class ActorRow(QWidget):
    """An actor with its fields. ``changed`` carries the ``Actor`` or None to take it away."""

    changed = Signal(object)
    opened = Signal()
    left = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._actor: Actor | None = None
        self._default = Participation.TAKES_PART
        self.head = ActorHead(theme)
        self.name = SavedLine(self.tr("Organisation or group"))
        self.kind = QComboBox()
        self.participation = QComboBox()
        self.remove = button(theme, self.tr("Take away"), icon="trash", variant="link")
        self._fields = QWidget()
        self._build()
        self._connect()

    @property
    def actor(self) -> Actor | None:
        """What is shown; None for one that has no name yet."""
        return self._actor

    def show_actor(self, actor: Actor | None, default: Participation, *, force: bool) -> None:
        """Show an actor; None: a new one to be named."""
        self._actor, self._default = actor, default
        participation = actor.participation if actor else default
        kind = actor.kind if actor else None
        name = actor.name if actor else ""
        self.name.load(name, force=force)
        self.kind.setCurrentIndex(list(OrganisationKind).index(kind) + 1 if kind else 0)
        self.participation.setCurrentIndex(list(Participation).index(participation))
        words = [self._texts.word(kind)] if kind else []
        words.append(self._texts.word(participation))
        self.head.show_actor(
            name or self.tr("New entry"), " · ".join(words), organisation=kind is not None
        )

    def open(self) -> None:
        """Show the fields, with the focus in the first."""
        self.head.setChecked(True)
        self._fields.show()
        self.name.setFocus()
        self.name.selectAll()

    def close_fields(self) -> None:
        """Only two lines."""
        self.head.setChecked(False)
        self._fields.hide()

    def set_read_only(self, *, read_only: bool) -> None:
        """A closed session is only read."""
        self.name.setReadOnly(read_only)
        for part in (self.kind, self.participation, self.remove):
            part.setEnabled(not read_only)

    # -- inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(spacing=6)
        self.setLayout(layout)
        layout.addWidget(self.head)
        layout.addWidget(self._fields)
        inner = column(spacing=6, margins=(10, 0, 0, 6))
        self._fields.setLayout(inner)
        self.kind.addItem(self.tr("kind unknown"))
        for kind in OrganisationKind:
            self.kind.addItem(self._texts.word(kind))
        for participation in Participation:
            self.participation.addItem(self._texts.word(participation))
        for text, editor in (
            (self.tr("Name"), self.name),
            (self.tr("Kind"), self.kind),
            (self.tr("Participation"), self.participation),
        ):
            above = label(text, Role.LABEL)
            above.setBuddy(editor)
            editor.setAccessibleName(text)
            inner.addWidget(above)
            inner.addWidget(editor)
        inner.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        self._fields.hide()

    def _connect(self) -> None:
        self.head.clicked.connect(self._toggle)
        self.name.saved.connect(self._send)
        self.name.left.connect(self._leave)
        self.kind.activated.connect(self._send)
        self.participation.activated.connect(self._send)
        self.remove.clicked.connect(self._take_away)

    def _toggle(self, checked: bool) -> None:
        if checked:
            self.opened.emit()
            self.open()
        else:
            self._fields.hide()

    def _leave(self) -> None:
        if self.head.isChecked():
            self.close_fields()
            self.head.setFocus()
        else:
            self.left.emit()

    def _send(self, _value: object = None) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            return
        kind = self.kind.currentIndex()
        actor = Actor(
            name=name,
            participation=list(Participation)[self.participation.currentIndex()],
            kind=list(OrganisationKind)[kind - 1] if kind else None,
        )
        if actor != self._actor:
            self.changed.emit(actor)

    def _take_away(self) -> None:
        self.changed.emit(None)
