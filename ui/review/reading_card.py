"""First card of the right column: how the statement was read, to be confirmed or corrected."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from app.domain.statements import Actor, StatementView
from app.domain.vocabulary import Participation, StatementKind
from app.texts import Texts
from ui.icons import pixmap
from ui.review.actor_row import ActorRow
from ui.review.tab_order import put_between
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, tabular, wrapped


class ReadingCard(QFrame):
    """Actors and what belongs to them. All changes are sent at once."""

    actors_changed = Signal(object)
    """The new tuple of actors."""
    confirmed = Signal()
    read_again = Signal()
    left = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._default = Participation.TAKES_PART
        self._read_only = False
        self._shown_uid = ""
        self.follows: QWidget | None = None
        """What comes before this card in the order of the Tab key."""
        self.setProperty("surface", "card")
        self.number = tabular(label("", Role.META))
        self.actors_label = label("", Role.LABEL)
        self.rows: list[ActorRow] = []
        self._rows_layout: QVBoxLayout = column(spacing=8)
        self.nothing = wrapped(self.tr("Nobody was read in this line."), Role.META)
        self.add = button(theme, "", icon="plus", variant="link")
        self.again = button(theme, self.tr("Read the text again"), icon="repeat", variant="link")
        self.details_place = column()
        """Where the fields that the question asks for are put."""
        self.confirm = button(theme, self.tr("That is right"), icon="check")
        self._settled_icon = QLabel()
        self.settled = QWidget()
        self._build()
        self._connect()
        theme.changed.connect(self._repaint)
        self._repaint()

    # -- showing ----------------------------------------------------------------------------

    def show_statement(
        self,
        statement: StatementView,
        default: Participation,
        *,
        read_only: bool,
    ) -> None:
        """Show how a statement was read; ``default`` is what a new entry begins with."""
        force = statement.uid != self._shown_uid
        self._shown_uid, self._default = statement.uid, default
        self._read_only = read_only
        cooperation = statement.kind is StatementKind.COOPERATION
        self.actors_label.setText(self.tr("Partners") if cooperation else self.tr("Involved"))
        self.add.setText(self.tr("Partner") if cooperation else self.tr("Entry"))
        self.number.setText(statement.evidence)
        self._show_actors(statement.actors, force=force)
        self.confirm.setVisible(not statement.reading_confirmed and not read_only)
        self.settled.setVisible(statement.reading_confirmed)
        for part in (self.add, self.again):
            part.setVisible(not read_only)

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order; rows are put before the first."""
        return (self.add, self.again, self.confirm)

    def flush(self) -> None:
        """Save what is being typed."""
        for row_ in self.rows:
            row_.name.flush()

    def _show_actors(self, actors: Sequence[Actor], *, force: bool) -> None:
        pending = [] if force else [r for r in self.rows if r.actor is None and r.head.isChecked()]
        wanted: list[Actor | None] = list(actors)
        if pending and not pending[0].name.text().strip():
            wanted.append(None)
        while len(self.rows) > len(wanted):
            self._drop(self.rows.pop())
        while len(self.rows) < len(wanted):
            self._append()
        for row_, actor in zip(self.rows, wanted, strict=True):
            if force:
                row_.close_fields()
            row_.show_actor(actor, self._default, force=force)
            row_.set_read_only(read_only=self._read_only)
        self.nothing.setVisible(not wanted)

    def _append(self) -> ActorRow:
        made = ActorRow(self._theme, self._texts)
        made.changed.connect(partial(self._on_actor, made))
        made.opened.connect(partial(self._on_opened, made))
        made.left.connect(self.left)
        self.rows.append(made)
        self._rows_layout.addWidget(made)
        made.show()  # not with the next turn of the event loop: it may get the focus now
        before = self.rows[-2].remove if len(self.rows) > 1 else self.follows
        if before is not None:
            parts = (made.head, made.name, made.kind, made.participation, made.remove)
            put_between(before, parts, self.add)
        return made

    def _drop(self, row_: ActorRow) -> None:
        self._rows_layout.removeWidget(row_)
        row_.hide()
        row_.deleteLater()

    # -- changing ---------------------------------------------------------------------------

    def _on_actor(self, row_: ActorRow, actor: Actor | None) -> None:
        actors = [r.actor if r is not row_ else actor for r in self.rows]
        had_name = row_.actor is not None
        if actor is None:
            self._drop(row_)
            self.rows.remove(row_)
            self.add.setFocus()
        if actor is not None or had_name:
            self.actors_changed.emit(tuple(each for each in actors if each is not None))

    def _on_opened(self, row_: ActorRow) -> None:
        for other in self.rows:
            if other is not row_:
                other.close_fields()

    def _add_actor(self) -> None:
        nameless = next((r for r in self.rows if r.actor is None), None)
        made = nameless or self._append()
        if nameless is None:
            made.show_actor(None, self._default, force=True)
        self._on_opened(made)
        made.open()
        self.nothing.hide()

    # -- inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(spacing=10, margins=(14, 14, 14, 14))
        self.setLayout(layout)
        head = row(spacing=8)
        head.addWidget(label(self.tr("Read as"), Role.STRONG), 1)
        head.addWidget(self.number)
        layout.addLayout(head)
        layout.addWidget(self.actors_label)
        layout.addLayout(self._rows_layout)
        layout.addWidget(self.nothing)
        links = row(spacing=8)
        links.addWidget(self.add)
        links.addWidget(self.again)
        links.addStretch()
        layout.addLayout(links)
        layout.addLayout(self.details_place)
        layout.addSpacing(4)
        layout.addWidget(self.confirm)
        line = row(spacing=8)
        self.settled.setLayout(line)
        line.addWidget(self._settled_icon)
        line.addWidget(label(self.tr("Looked at"), Role.BODY, "settled"), 1)
        layout.addWidget(self.settled)

    def _connect(self) -> None:
        self.add.clicked.connect(self._add_actor)
        self.again.clicked.connect(self.read_again)
        self.confirm.clicked.connect(self.confirmed)

    def _repaint(self) -> None:
        size = self._theme.px(18)
        self._settled_icon.setPixmap(pixmap("circle-check", self._theme.color("settled"), size))
