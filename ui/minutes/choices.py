"""The left column: which minutes, how people are named at most, what goes in, and saving."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

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
    """What the user wants in the minutes; kept while the session is open."""

    kind: MinutesKind = MinutesKind.SUMMARY
    naming_limit: NamingLevel = NamingLevel.NAME
    attribution: Mapping[MinutesKind, bool] = field(
        default_factory=lambda: {MinutesKind.SUMMARY: False, MinutesKind.FULL: True}
    )
    """Who said what, per kind: only the full minutes say it by themselves."""
    attendance_list: bool = True
    contents: bool = True
    signatures: bool = True
    times: bool = False
    without_results: WithoutResults = WithoutResults.STATEMENTS

    def with_attribution(self, *, wanted: bool) -> "Wishes":
        """The same with another choice for the kind chosen now."""
        return replace(self, attribution={**self.attribution, self.kind: wanted})


class Choices(QFrame):
    """Shows wishes and says when the user has others. ``save_button`` is the conclusion."""

    changed = Signal(object)
    """The new ``Wishes``."""
    template_wanted = Signal()

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
        self.attribution = QCheckBox(self.tr("Who said what"))
        self.attendance = QCheckBox(self.tr("Those present who agreed"))
        self.contents = QCheckBox(self.tr("Table of contents"))
        self.signatures = QCheckBox(self.tr("Signatures"))
        self.template = button(theme, "", icon="file-text", variant="link")
        self.times = QCheckBox(self.tr("Planned and actual minutes"))
        self.save_button = button(
            theme,
            self.tr("Save as a Word file …"),
            icon="download",
            variant="primary",
            size="conclusion",
        )
        self._build()
        self._connect()
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def checks(self) -> tuple[QCheckBox, ...]:
        """What can go in or stay out, from top to bottom."""
        return (self.attribution, self.attendance, self.contents, self.times, self.signatures)

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order, without the conclusion."""
        return (*self.kinds.values(), self.naming, *self.checks, self.template)

    def show_wishes(self, wishes: Wishes, *, confidential: bool) -> None:
        """Show these; nothing is emitted."""
        self._wishes = wishes
        self.kinds[wishes.kind].setChecked(True)
        self.naming.setCurrentIndex(list(NamingLevel).index(wishes.naming_limit))
        states = (
            wishes.attribution[wishes.kind],
            wishes.attendance_list,
            wishes.contents,
            wishes.times,
            wishes.signatures,
        )
        for box, checked in zip(self.checks, states, strict=True):
            box.setChecked(checked)
        for part in (self.naming_label, self.naming, self.naming_note, *self.checks[:2]):
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
        self._foot = column()
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
        result.addWidget(self.template, 0, Qt.AlignmentFlag.AlignLeft)
        return result

    def _connect(self) -> None:
        for kind in self.kinds.values():
            kind.clicked.connect(self._on_kind)
        self.naming.activated.connect(self._on_options)
        for box in self.checks:
            box.clicked.connect(self._on_options)
        self.template.clicked.connect(self.template_wanted)

    def _on_kind(self) -> None:
        kind = next(kind for kind, choice in self.kinds.items() if choice.isChecked())
        self.changed.emit(replace(self._wishes, kind=kind))

    def _on_options(self) -> None:
        wishes = replace(
            self._wishes,
            naming_limit=list(NamingLevel)[self.naming.currentIndex()],
            attendance_list=self.attendance.isChecked(),
            contents=self.contents.isChecked(),
            signatures=self.signatures.isChecked(),
            times=self.times.isChecked(),
        )
        self.changed.emit(wishes.with_attribution(wanted=self.attribution.isChecked()))

    def _fit(self) -> None:
        width = self._theme.gap(WIDTH)
        self.setMinimumWidth(width if self._framed else 0)
        self.setMaximumWidth(width if self._framed else UNLIMITED)
