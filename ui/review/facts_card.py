"""The right column, second card: who, when, what kind, which themes – and how it may be named."""

import datetime as dt
import re
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from app.domain.incoming.statements import StatementChanges
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.statements import MAX_CLUSTER, MAX_COUNT, StatementView
from app.domain.vocabulary import NamingLevel, StatementKind
from app.texts import Texts
from ui.icons import pixmap
from ui.review.addressee_field import AddresseeField
from ui.review.flow_layout import FlowLayout
from ui.review.person_box import PersonBox
from ui.review.review_session import ReviewSession
from ui.review.saved_fields import SavedLine, SavedText
from ui.review.tab_order import put_between
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, tabular, wrapped

_MOST_CANDIDATES = 4
_TIME = re.compile(r"(\d{1,2})(?:[:.]?(\d{2}))?(?: ?(?:Uhr|h))?", re.IGNORECASE)


def parse_time(typed: str) -> dt.time | None:
    """A time as people write it: 17:40, 17.40, 1740, 9 Uhr. None: it is something else."""
    found = _TIME.fullmatch(typed.strip())
    if found is None:
        return None
    try:
        return dt.time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None


class FactsCard(QFrame):
    """All fields of the current statement. ``changed`` carries ``StatementChanges``."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._statement: StatementView | None = None
        self._session: ReviewSession | None = None
        self._kinds: list[StatementKind] = []
        self._levels: list[NamingLevel] = []
        self.setProperty("surface", "card")
        self.number = tabular(label("", Role.META))
        self.person = PersonBox()
        self.unclear = QWidget()
        self._last_choice: QWidget = self.person
        self._unclear_icon = QLabel()
        self._unclear_text = wrapped("", Role.META, "open")
        self._candidates: QVBoxLayout = column(spacing=0)
        self.time = SavedLine()
        self.kind = QComboBox()
        self.naming = QComboBox()
        self.themes = SavedLine(self.tr("divided by commas"))
        self.quote = QCheckBox(self.tr("Quote, word by word"))
        self.clarify = QCheckBox(self.tr("To clarify"))
        self.assent, self.dissent = SavedLine(), SavedLine()
        self.memo = SavedText(min_lines=1, max_lines=5)
        self.cluster = SavedLine(self.tr("in no group"))
        self._cluster_block = QWidget()
        """Only statements that came from cards have a group."""
        self.addressees = AddresseeField(texts)
        self.details_place = column()
        """Where the fields that the question asks for are put."""
        self._naming_block = QWidget()
        self._build()
        self._connect()
        theme.changed.connect(self._repaint)
        self._repaint()

    # -- showing ----------------------------------------------------------------------------

    def set_session(self, session: ReviewSession) -> None:
        """Another session, or its people have changed."""
        self._session = session
        self.person.set_people(session.people)
        self._naming_block.setVisible(not session.view.confidential)

    def show_statement(
        self, statement: StatementView, item: PlanItemView | None, *, directed: bool
    ) -> None:
        """Show a statement; ``directed``: the question asks for addressees."""
        session = self._session
        if session is None:
            return
        force = self._statement is None or self._statement.uid != statement.uid
        self._statement = statement
        self.number.setText(statement.evidence)
        self.person.show_person(statement.participant_uid or "", statement.source)
        self._show_unclear(session, statement)
        self._show_time(session, statement, force=force)
        self._show_kinds(statement.kind, item)
        self._show_naming(session, statement)
        self.themes.load(", ".join(statement.themes), force=force)
        self.quote.setChecked(statement.verbatim)
        self.clarify.setChecked(statement.clarify)
        self.assent.load(str(statement.assent or ""), force=force)
        self.dissent.load(str(statement.dissent or ""), force=force)
        self.memo.load(statement.memo, force=force)
        self.cluster.load(statement.cluster, force=force)
        self._cluster_block.setVisible(bool(statement.cluster) or self.cluster.hasFocus())
        filled = bool(statement.addressees or statement.addressee_note)
        self.addressees.setVisible(directed or filled)
        self.addressees.show_values(statement.addressees, statement.addressee_note, force=force)
        self._set_read_only(read_only=session.is_closed)

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        fields = (self.person, self.kind, self.naming, self.themes, self.time)
        marks = (self.assent, self.dissent, self.quote, self.clarify, self.memo, self.cluster)
        return (*fields, *marks, self.addressees.box, self.addressees.note)

    def flush(self) -> None:
        """Save what is being typed."""
        self.time.flush()
        self.themes.flush()
        self.assent.flush()
        self.dissent.flush()
        self.memo.flush()
        self.cluster.flush()
        self.addressees.flush()

    def _show_unclear(self, session: ReviewSession, statement: StatementView) -> None:
        somebody = statement.participant_uid or statement.source
        initials = "" if somebody else statement.person_unclear
        self.unclear.setVisible(bool(initials))
        self._last_choice = self.person
        while (item := self._candidates.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if not initials:
            return
        found = session.people_called(initials)[:_MOST_CANDIDATES]
        text = self.tr("“%1” fits several people.") if found else self.tr("“%1” fits nobody.")
        self._unclear_text.setText(text.replace("%1", initials))
        for person in found:
            self._add_candidate(person)

    def _add_candidate(self, person: ParticipantView) -> None:
        choice = button(self._theme, person.name, icon="user", variant="link")
        choice.clicked.connect(partial(self._choose_person, person.uid))
        self._candidates.addWidget(choice, 0, Qt.AlignmentFlag.AlignLeft)
        choice.show()
        put_between(self._last_choice, (choice,), self.kind)
        self._last_choice = choice

    def _show_time(self, session: ReviewSession, statement: StatementView, *, force: bool) -> None:
        local = statement.recorded_at.astimezone(session.zone)
        self.time.load(f"{local:%H:%M}", force=force)

    def _show_kinds(self, chosen: StatementKind, item: PlanItemView | None) -> None:
        offered = item.kinds_offered if item else ()
        kinds = list(dict.fromkeys((*offered, *StatementKind)))
        if kinds != self._kinds:
            self._kinds = kinds
            self.kind.clear()
            self.kind.addItems([self._texts.heading(kind) for kind in kinds])
        self.kind.setCurrentIndex(kinds.index(chosen))

    def _show_naming(self, session: ReviewSession, statement: StatementView) -> None:
        base = session.naming_of(statement.participant_uid)
        self._levels = [level for level in NamingLevel if level.strictness > base.strictness]
        self.naming.clear()
        self.naming.addItem(self.tr("as agreed"))
        self.naming.setToolTip(self.tr("agreed: %1").replace("%1", self._texts.word(base)))
        self.naming.setAccessibleDescription(self.naming.toolTip())
        self.naming.addItems([self._texts.word(level) for level in self._levels])
        chosen = statement.naming
        known = chosen is not None and chosen in self._levels
        self.naming.setCurrentIndex(self._levels.index(chosen) + 1 if known and chosen else 0)

    def _set_read_only(self, *, read_only: bool) -> None:
        for part in (
            self.person,
            self.kind,
            self.naming,
            self.quote,
            self.clarify,
            self.unclear,
        ):
            part.setEnabled(not read_only)
        for line in (self.time, self.themes, self.assent, self.dissent, self.memo, self.cluster):
            line.setReadOnly(read_only)
        self.addressees.set_read_only(read_only=read_only)

    # -- changing ---------------------------------------------------------------------------

    def _choose_person(self, uid: str, _checked: bool = False) -> None:
        changes = StatementChanges(participant_uid=uid or None, source="", person_unclear="")
        self.changed.emit(changes)

    def _on_kind(self, index: int) -> None:
        self.changed.emit(StatementChanges(kind=self._kinds[index]))

    def _on_naming(self, index: int) -> None:
        self.changed.emit(StatementChanges(naming=self._levels[index - 1] if index else None))

    def _on_time(self, typed: str) -> None:
        session, statement = self._session, self._statement
        if session is None or statement is None:
            return
        local = statement.recorded_at.astimezone(session.zone)
        time = parse_time(typed)
        if time is None or (local.hour, local.minute) == (time.hour, time.minute):
            self.time.load(f"{local:%H:%M}", force=True)
        else:
            moved = local.replace(hour=time.hour, minute=time.minute)
            self.changed.emit(StatementChanges(recorded_at=moved.astimezone(dt.UTC)))

    def _on_themes(self, text: str) -> None:
        names = (part.strip().lstrip("#").strip() for part in text.split(","))
        themes = tuple(dict.fromkeys(name for name in names if name))
        self.changed.emit(StatementChanges(themes=themes))

    def _on_quote(self, checked: bool) -> None:
        self.changed.emit(StatementChanges(verbatim=checked))

    def _on_clarify(self, checked: bool) -> None:
        self.changed.emit(StatementChanges(clarify=checked))

    def _on_memo(self, text: str) -> None:
        self.changed.emit(StatementChanges(memo=text))

    def _on_cluster(self, name: str) -> None:
        self.changed.emit(StatementChanges(cluster=name))

    def _on_count(self, name: str, typed: str) -> None:
        """A number; what is none is as it was."""
        statement = self._statement
        if statement is None:
            return
        line: SavedLine = getattr(self, name)
        count = int(typed or 0) if not typed or (typed.isascii() and typed.isdigit()) else -1
        if 0 <= count <= MAX_COUNT:
            self.changed.emit(StatementChanges.model_validate({name: count}))
        else:
            line.load(str(getattr(statement, name) or ""), force=True)

    def _on_addressees(self, addressees: object) -> None:
        self.changed.emit(StatementChanges.model_validate({"addressees": addressees}))

    def _on_note(self, note: str) -> None:
        self.changed.emit(StatementChanges(addressee_note=note))

    # -- inside -----------------------------------------------------------------------------

    def _build(self) -> None:
        layout = column(spacing=10, margins=(14, 14, 14, 14))
        self.setLayout(layout)
        head = row(spacing=8)
        head.addWidget(label(self.tr("Details"), Role.STRONG), 1)
        head.addWidget(self.number)
        layout.addLayout(head)
        self._add_field(layout, self.tr("Person"), self.person)
        layout.addWidget(self.unclear)
        self._build_unclear()
        self._add_field(layout, self.tr("Kind"), self.kind)
        inner = column()
        self._naming_block.setLayout(inner)
        self._add_field(inner, self.tr("Named"), self.naming)
        layout.addWidget(self._naming_block)
        self._add_field(layout, self.tr("Themes"), self.themes)
        layout.addLayout(self._short_fields())
        layout.addLayout(self._marks())
        self._add_field(layout, self.tr("Memo, printed only if wanted"), self.memo)
        inner = column()
        self._cluster_block.setLayout(inner)
        self._add_field(inner, self.tr("Group of the card"), self.cluster)
        self.cluster.setMaxLength(MAX_CLUSTER)
        layout.addWidget(self._cluster_block)
        layout.addWidget(self.addressees)
        layout.addLayout(self.details_place)
        for box in (self.person, self.kind, self.naming):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(6)

    def _short_fields(self) -> QHBoxLayout:
        """When it was said, and what the room thought of it."""
        line = row(spacing=8)
        fields = (
            (self.tr("Time"), self.time),
            (self.tr("Agree"), self.assent),
            (self.tr("Disagree"), self.dissent),
        )
        for text, editor in fields:
            block = column()
            self._add_field(block, text, editor)
            line.addLayout(block, 1)
        return line

    def _marks(self) -> FlowLayout:
        marks = FlowLayout(spacing=16)
        marks.addWidget(self.quote)
        marks.addWidget(self.clarify)
        return marks

    def _build_unclear(self) -> None:
        layout = column(spacing=2)
        self.unclear.setLayout(layout)
        line = row(spacing=6)
        line.addWidget(self._unclear_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._unclear_text, 1)
        layout.addLayout(line)
        layout.addLayout(self._candidates)

    @staticmethod
    def _add_field(layout: QVBoxLayout, text: str, editor: QWidget) -> None:
        block = column(spacing=4)
        above = label(text, Role.LABEL)
        above.setBuddy(editor)
        editor.setAccessibleName(text)
        block.addWidget(above)
        block.addWidget(editor)
        layout.addLayout(block)

    def _connect(self) -> None:
        self.person.chosen.connect(self._choose_person)
        self.person.left.connect(self.left)
        self.time.saved.connect(self._on_time)
        self.time.left.connect(self.left)
        self.kind.activated.connect(self._on_kind)
        self.naming.activated.connect(self._on_naming)
        self.themes.saved.connect(self._on_themes)
        self.themes.left.connect(self.left)
        self.quote.clicked.connect(self._on_quote)
        self.clarify.clicked.connect(self._on_clarify)
        self.assent.saved.connect(partial(self._on_count, "assent"))
        self.dissent.saved.connect(partial(self._on_count, "dissent"))
        self.memo.saved.connect(self._on_memo)
        self.cluster.saved.connect(self._on_cluster)
        for field in (self.assent, self.dissent, self.memo, self.cluster):
            field.left.connect(self.left)
        self.addressees.chosen.connect(self._on_addressees)
        self.addressees.note_saved.connect(self._on_note)
        self.addressees.left.connect(self.left)

    def _repaint(self) -> None:
        size = self._theme.px(16)
        self.time.setMaximumWidth(self._theme.px(84))
        for count in (self.assent, self.dissent):
            count.setMaximumWidth(self._theme.px(84))
        icon = pixmap("alert-triangle", self._theme.color("open"), size)
        self._unclear_icon.setPixmap(icon)
