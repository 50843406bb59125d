"""The left column: which minutes, how people are named at most, what goes in, and saving."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QVBoxLayout,
    QWidget,
)

from app.domain.minutes import WithoutResults
from app.domain.minutes_wishes import MinutesWishes
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.texts import Texts
from ui.minutes.kind_choice import KindChoice
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column
from ui.widgets.labels import label, wrapped
from ui.widgets.scroll_column import ScrollColumn

WIDTH = 300
UNLIMITED = 16_777_215
"""Qt's own largest width."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants in the minutes: for this session, and remembered for its series."""

    kind: MinutesKind = MinutesKind.SUMMARY
    series: MinutesWishes = field(default_factory=MinutesWishes)
    without_results: WithoutResults = WithoutResults.STATEMENTS


_PER_KIND = {"attribution": "attributed", "times": "with_times"}
"""Choices that every kind has for itself, and what an option makes of them."""
_PEOPLE = ("attribution", "attendance_list")
"""Senseless in a confidential session."""
_ABSENT: Mapping[MinutesKind, frozenset[str]] = {
    MinutesKind.PHOTO: frozenset({"photos"}),
    MinutesKind.RESULTS: frozenset(
        {
            "statement_kinds",
            "themes",
            "memos",
            "answers",
            "parking_lot",
            "durations",
            "photos",
            "attendance_list",
            "distribution",
            "contents",
            "signatures",
        }
    ),
}
"""What a kind always has or never."""


class Choices(QFrame):
    """Shows wishes and says when the user has others. ``save_button`` is the conclusion."""

    changed = Signal(object)
    """The new ``Wishes``."""
    template_wanted = Signal()
    head_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._wishes = Wishes()
        self._framed = True
        self.setProperty("surface", "sunk")
        self.kinds = self._make_kinds()
        self._group = QButtonGroup(self)
        self.naming = QComboBox()
        self.naming_label = label(self.tr("How people are named"), Role.LABEL)
        self.naming_note = label(self.tr("Stricter wishes always hold."), Role.CAPTION)
        self.confidential = wrapped(self.tr("A confidential session: nobody is named."), Role.META)
        self.boxes = self._make_boxes()
        self.template = button(theme, "", icon="file-text", variant="link")
        self.head = button(theme, self.tr("Head and foot …"), icon="pencil", variant="link")
        self.save_button = button(
            theme,
            self.tr("Save as a Word file …"),
            icon="download",
            variant="primary",
            size="conclusion",
        )
        self.other_button = button(theme, self.tr("Save in another form"), icon="file-export")
        self._build()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def checks(self) -> tuple[QCheckBox, ...]:
        """What can go in or stay out, from top to bottom."""
        return tuple(self.boxes.values())

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order, without the conclusion."""
        return (*self.kinds.values(), self.naming, *self.checks, self.template, self.head)

    def show_wishes(self, wishes: Wishes, *, confidential: bool) -> None:
        """Show these; nothing is emitted."""
        self._wishes = wishes
        self.kinds[wishes.kind].setChecked(True)
        self.naming.setCurrentIndex(list(NamingLevel).index(wishes.series.naming_limit))
        usual, absent = wishes.series.usual_for(wishes.kind), _ABSENT.get(wishes.kind, frozenset())
        for name, box in self.boxes.items():
            box.setChecked(getattr(usual, _PER_KIND.get(name, name)))
            box.setVisible(name not in absent and not (confidential and name in _PEOPLE))
        for part in (self.naming_label, self.naming, self.naming_note):
            part.setVisible(not confidential)
        self.confidential.setVisible(confidential)

    def show_template(self, name: str) -> None:
        """The name of the house template's file; empty: our own."""
        shown = name or self.tr("Built-in template")
        room = self._theme.gap(WIDTH - 90)
        metrics = self.template.fontMetrics()
        self.template.setText(metrics.elidedText(shown, Qt.TextElideMode.ElideMiddle, room))
        self.template.setToolTip(shown)
        self.template.setAccessibleName(self.tr("Template: %1").replace("%1", shown))

    def take_button(self) -> None:
        """The conclusion stands at the foot of this column."""
        self._foot.addWidget(self.other_button)
        self._foot.addWidget(self.save_button)

    def set_framed(self, *, framed: bool) -> None:
        """As a column of its own, or – in narrow windows – as the content of a tab."""
        self._framed = framed
        margins = (16, 8, 16, 16) if framed else (0, 0, 0, 0)
        self._foot.setContentsMargins(*margins)
        self._fit()

    def _make_kinds(self) -> dict[MinutesKind, KindChoice]:
        word = self._texts.word
        return {
            kind: KindChoice(self._theme, word(kind), word(kind, "description"))
            for kind in MinutesKind
        }

    def _make_boxes(self) -> dict[str, QCheckBox]:
        names = {
            "attribution": self.tr("Who said what"),
            "times": self.tr("Times"),
            "statement_kinds": self.tr("Kinds of statements"),
            "evidence": self.tr("Evidence numbers"),
            "themes": self.tr("Themes"),
            "memos": self.tr("Memos"),
            "answers": self.tr("What the room said to it"),
            "hands": self.tr("Shows of hands"),
            "parking_lot": self.tr("Topics put off"),
            "durations": self.tr("Planned and actual minutes"),
            "photos": self.tr("Photos at their question"),
            "attendance_list": self.tr("Those present who agreed"),
            "distribution": self.tr("Distribution list"),
            "contents": self.tr("Table of contents"),
            "signatures": self.tr("Signatures"),
        }
        return {name: QCheckBox(text) for name, text in names.items()}

    def _build(self) -> None:
        layout = column(spacing=4)
        area = ScrollColumn(layout, (8, 14, 8, 12), self)
        heading = label(self.tr("Which minutes?"), Role.SECTION)
        heading.setContentsMargins(12, 0, 0, 4)
        layout.addWidget(heading)
        for kind in self.kinds.values():
            self._group.addButton(kind)
            layout.addWidget(kind)
        layout.addSpacing(10)
        layout.addLayout(self._options())
        layout.addStretch()
        outer = column(spacing=0)
        self.setLayout(outer)
        outer.addWidget(area, 1)
        self._foot = column(spacing=8)
        outer.addLayout(self._foot)
        self.take_button()

    def _options(self) -> QVBoxLayout:
        result = column(spacing=6, margins=(12, 0, 12, 0))
        for level in NamingLevel:
            # Without a limit everybody is named as agreed, which is hardly ever by name.
            limited = self.tr("at most: %1").replace("%1", self._texts.word(level))
            self.naming.addItem(self.tr("as agreed") if level is NamingLevel.NAME else limited)
        self.naming_label.setBuddy(self.naming)
        self.naming.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.naming.setMinimumContentsLength(8)
        self.naming.currentTextChanged.connect(self.naming.setToolTip)  # it may be cut off
        for part in (self.naming_label, self.naming, self.naming_note, self.confidential):
            result.addWidget(part)
        result.addSpacing(8)
        result.addWidget(label(self.tr("Goes in"), Role.SECTION))
        for box in self.checks:
            result.addSpacing(3)
            result.addWidget(box)
        result.addSpacing(8)
        result.addWidget(label(self.tr("Template"), Role.SECTION))
        for link in (self.template, self.head):
            result.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return result

    def _connect(self) -> None:
        for kind in self.kinds.values():
            kind.clicked.connect(self._on_kind)
        self.naming.activated.connect(self._on_naming)
        for name, box in self.boxes.items():
            box.clicked.connect(partial(self._on_box, name))
        self.template.clicked.connect(self.template_wanted)
        self.head.clicked.connect(self.head_wanted)

    def _on_kind(self) -> None:
        kind = next(kind for kind, choice in self.kinds.items() if choice.isChecked())
        self.changed.emit(replace(self._wishes, kind=kind))

    def _on_naming(self) -> None:
        level = list(NamingLevel)[self.naming.currentIndex()]
        self._want(self._wishes.series.changed(naming_limit=level))

    def _on_box(self, name: str, _checked: bool = False) -> None:
        series, wanted = self._wishes.series, self.boxes[name].isChecked()
        if name in _PER_KIND:
            self._want(series.with_own(name, self._wishes.kind, wanted=wanted))
        else:
            self._want(series.changed(**{name: wanted}))

    def _want(self, series: MinutesWishes) -> None:
        self.changed.emit(replace(self._wishes, series=series))

    def _fit(self) -> None:
        width = self._theme.gap(WIDTH)
        self.setMinimumWidth(width if self._framed else 0)
        self.setMaximumWidth(width if self._framed else UNLIMITED)
