"""One item of the plan in full: what is said on the left, times and rules on the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.tables import parse_tables
from app.domain.methods import MethodCard
from app.domain.plan import MAX_KINDS_OFFERED, PlanItemView
from app.domain.tables import Table, tables_text
from app.domain.vocabulary import PlanItemKind, Reading, StatementKind
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.entries import parse_time
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.dates import clock
from ui.theme import Role, Theme
from ui.widgets.frames import column, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.pages import Toolbox

_MOST = 1440
_NO_STATEMENTS = frozenset({PlanItemKind.BREAK})


class ItemForm(FormDialog):
    """The two columns. ``chosen`` carries the changes or the draft when they are fine."""

    chosen = Signal(object)

    def __init__(
        self,
        tools: Toolbox,
        item: PlanItemView | PlanItemDraft,
        title: str,
        confirm: str,
        *,
        parent: QWidget,
    ) -> None:
        super().__init__(tools.theme, title, confirm, width=840, parent=parent)
        self._tools = tools
        self._item = item
        self._kinds = list(StatementKind)
        theme = tools.theme
        self.title = TextField(theme, self.tr("Short title"))
        self.text = GrowEdit(min_lines=2, max_lines=5)
        self.prompts = GrowEdit(min_lines=3, max_lines=7)
        self.notes = GrowEdit(min_lines=1, max_lines=6)
        self.tables = GrowEdit(min_lines=1, max_lines=4)
        self.speaker = TextField(theme, self.tr("Speaker"))
        self.organisation = TextField(theme, self.tr("Organisation"))
        self.minutes = _spin(theme)
        self.least = _spin(theme)
        self.protected = QCheckBox(self.tr("Protected"))
        self.optional = QCheckBox(self.tr("Can be left out"))
        self.protected.setToolTip(self.tr("Keeps its minutes when time runs over"))
        self.optional.setToolTip(self.tr("May be left out when time runs over"))
        self.method = QComboBox()
        self.together = QComboBox()
        self._together_field = LabeledField(
            theme, self.tr("Runs together with"), _narrow(self.together), self
        )
        self._together_field.hide()
        self._methods = tools.services.methods.all()
        self.pinned = TextField(theme, self.tr("Fixed begin"), placeholder=self.tr("not fixed"))
        self.kinds = [QComboBox() for _ in range(MAX_KINDS_OFFERED)]
        self.reading = QComboBox()
        self._columns()
        self._fill()

    def values(self) -> dict[str, object] | None:
        """What stands in the fields; None after saying what is wrong."""
        if not self.title.text():
            self.title.show_problem(self.tr("An item needs a short title."))
            self.title.line.setFocus()
            return None
        pinned = parse_time(self.pinned.text())
        if pinned is None and self.pinned.text():
            self.pinned.show_problem(self.tr("Please enter a time like 17:50, or nothing."))
            self.pinned.line.setFocus()
            return None
        kinds = self._chosen_kinds()
        return {
            "title": self.title.text(),
            "text": " ".join(self.text.text().split()),
            "minutes": self.minutes.value(),
            "min_minutes": self.least.value(),
            "protected": self.protected.isChecked(),
            "optional": self.optional.isChecked(),
            "method": ["", *self._methods][self.method.currentIndex()],
            "pinned_start": pinned,
            "statement_kind": kinds[0] if kinds else self._item.statement_kind,
            "kinds_offered": kinds or self._item.kinds_offered,
            "reading": list(Reading)[self.reading.currentIndex()],
            "prompts": _lines(self.prompts.text()),
            "tables": parse_tables(self.tables.text()),
            "notes": self.notes.text().strip(),
            "speaker": self.speaker.text(),
            "organisation": self.organisation.text(),
        }

    def _chosen_kinds(self) -> tuple[StatementKind, ...]:
        """The kinds in order, each once; the first is the default."""
        if self._item.kind in _NO_STATEMENTS:
            return ()
        first = self._kinds[self.kinds[0].currentIndex()]
        numbers = [combo.currentIndex() - 1 for combo in self.kinds[1:]]
        others = [self._kinds[number] for number in numbers if number >= 0]
        return tuple(dict.fromkeys([first, *others]))

    def _columns(self) -> None:
        content = QWidget()
        columns = row(spacing=24, margins=(4, 4, 4, 4))
        content.setLayout(columns)
        left, right = column(spacing=10), column(spacing=9)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._fill_left(left)
        self._fill_right(right)
        left.addStretch(1)
        right.addStretch(1)
        self.add_scrolling(content)

    def _fill_left(self, left: QVBoxLayout) -> None:
        kind, theme = self._item.kind, self.theme
        left.addWidget(self.title)
        if kind is PlanItemKind.PRESENTATION:
            left.addWidget(self.speaker)
            left.addWidget(self.organisation)
        if kind is PlanItemKind.QUESTION:
            left.addWidget(LabeledField(theme, self.tr("Whole question"), self.text))
        if kind not in _NO_STATEMENTS:
            prompts = LabeledField(theme, self.tr("Prompts, one per line"), self.prompts)
            left.addWidget(prompts)
        notes = LabeledField(theme, self.tr("Notes for the facilitator only"), self.notes)
        left.addWidget(notes)
        ways = row(spacing=12)
        ways.addWidget(LabeledField(theme, self.tr("Method"), _narrow(self.method)), 1)
        if kind is PlanItemKind.QUESTION:
            ways.addWidget(self._together_field, 1)
        left.addLayout(ways)

    def _fill_right(self, right: QVBoxLayout) -> None:
        theme = self.theme
        times = row(spacing=12)
        times.addWidget(LabeledField(theme, self.tr("Minutes"), self.minutes))
        times.addWidget(LabeledField(theme, self.tr("At least"), self.least))
        right.addLayout(times)
        right.addWidget(self.pinned)
        rules = row(spacing=12)
        for box in (self.protected, self.optional):
            rules.addWidget(box, 1)
            box.setAccessibleDescription(box.toolTip())
        right.addLayout(rules)
        if self._item.kind in _NO_STATEMENTS:
            return
        right.addLayout(self._kind_columns())
        if self._item.kind is PlanItemKind.QUESTION:
            right.addWidget(LabeledField(theme, self.tr("Lines are read"), self.reading))
        text = self.tr("Tables, one per line: name, minutes")
        right.addWidget(LabeledField(theme, text, self.tables))

    def _kind_columns(self) -> QHBoxLayout:
        """The proposed kind on the left, those offered beside it on the right."""
        proposed, *others = self.kinds
        for combo in self.kinds:
            self._fill_combo(combo, optional=combo is not proposed)
        left = column(spacing=8)
        left.addWidget(LabeledField(self.theme, self.tr("Proposed kind"), proposed))
        left.addWidget(wrapped(self.tr("These kinds stand first while leading."), Role.CAPTION))
        left.addStretch(1)
        right = column(spacing=8)
        right.addWidget(LabeledField(self.theme, self.tr("Further kinds"), others[0]))
        for number, combo in enumerate(others, 1):
            name = self.tr("Further kind, %1 of %2").replace("%1", str(number))
            combo.setAccessibleName(name.replace("%2", str(len(others))))
            if number > 1:
                right.addWidget(combo)
        result = row(spacing=12)
        result.addLayout(left, 1)
        result.addLayout(right, 1)
        return result

    def _fill_combo(self, combo: QComboBox, *, optional: bool) -> None:
        words = [self._tools.texts.heading(kind) for kind in self._kinds]
        combo.currentTextChanged.connect(combo.setToolTip)  # a large text may cut the longest word
        combo.addItems([*([self.tr("none")] if optional else []), *words])
        _narrow(combo).setMaxVisibleItems(len(words) + 1)

    def _fill(self) -> None:
        item = self._item
        for field, text, longest in (
            (self.title, item.title, 200),
            (self.speaker, item.speaker, 500),
            (self.organisation, item.organisation, 500),
            (self.pinned, clock(item.pinned_start) if item.pinned_start else "", 20),
        ):
            field.line.setMaxLength(longest)
            field.set_text(text)
        for edit, text in (
            (self.text, item.text),
            (self.prompts, "\n".join(item.prompts)),
            (self.notes, item.notes),
            (self.tables, tables_text(_tables(item))),
        ):
            edit.setPlainText(text)
        self.minutes.setValue(item.minutes)
        self.least.setValue(item.min_minutes)
        self.protected.setChecked(item.protected)
        self.optional.setChecked(item.optional)
        self._fill_methods(item.method)
        if item.kind not in _NO_STATEMENTS:
            self._fill_kinds(item)
        self.reading.addItems([self._tools.texts.word(reading) for reading in Reading])
        self.reading.setCurrentIndex(list(Reading).index(item.reading))
        self.title.line.setFocus()
        self.title.line.selectAll()

    def _fill_methods(self, chosen: str) -> None:
        """The method cards; one that this version does not know keeps its key."""
        if chosen:
            self._methods.setdefault(chosen, _unknown(chosen))
        titles = [card.title for card in self._methods.values()]
        self.method.addItems([self.tr("no method"), *titles])
        self.method.setMaxVisibleItems(len(titles) + 1)
        self.method.currentIndexChanged.connect(self._show_method)
        self.method.setCurrentIndex(["", *self._methods].index(chosen))
        self._show_method()

    def _show_method(self) -> None:
        """What the chosen method asks for, to choose by; its steps stand in the cockpit."""
        card = [None, *self._methods.values()][self.method.currentIndex()]
        said = " · ".join(filter(None, (card.size, card.time))) if card else ""
        self.method.setToolTip(said)
        self.method.setAccessibleDescription(said)

    def _fill_kinds(self, item: PlanItemView | PlanItemDraft) -> None:
        offered = item.kinds_offered or (item.statement_kind,)
        self.kinds[0].setCurrentIndex(self._kinds.index(offered[0]))
        for combo, kind in zip(self.kinds[1:], offered[1:], strict=False):
            combo.setCurrentIndex(self._kinds.index(kind) + 1)


class EditItemDialog(ItemForm):
    """Changes an item; ``chosen`` carries ``PlanItemChanges`` with what is different.

    ``join_chosen`` carries the uid of the question it is to run with, or None.
    """

    join_chosen = Signal(object)

    def __init__(
        self,
        tools: Toolbox,
        item: PlanItemView,
        plan: Sequence[PlanItemView] = (),
        *,
        parent: QWidget,
    ) -> None:
        word = tools.texts.word(item.kind)
        title = f"{word} {item.number}" if item.number else word
        super().__init__(tools, item, title, self.tr("Save"), parent=parent)
        self._before = self.values() or {}
        self._others = [each for each in plan if each.number and each.uid != item.uid]
        self._fill_together(item)

    def _fill_together(self, item: PlanItemView) -> None:
        if item.number is None or not self._others:
            return
        text = self.tr("Question %1: %2")
        titles = [
            text.replace("%1", str(each.number)).replace("%2", each.title) for each in self._others
        ]
        self.together.addItems([self.tr("alone"), *titles])
        with_it = [n for n, each in enumerate(self._others, 1) if each.block == item.block]
        self.together.setCurrentIndex(with_it[0] if item.block and with_it else 0)
        self._joined = self.together.currentIndex()
        self._together_field.show()

    def accept(self) -> None:
        """Hand over what is different, as one change."""
        values = self.values()
        if values is None:
            return
        different = {k: v for k, v in values.items() if v != self._before.get(k)}
        super().accept()
        if different:
            self.chosen.emit(PlanItemChanges.model_validate(different))
        index = self.together.currentIndex()
        if self.together.count() and index != self._joined:
            self.join_chosen.emit(self._others[index - 1].uid if index else None)


class NewItemDialog(ItemForm):
    """Asks for an item that is nothing without its text; ``chosen`` carries the draft."""

    def __init__(self, tools: Toolbox, draft: PlanItemDraft, *, parent: QWidget) -> None:
        title = self.tr("New: %1").replace("%1", tools.texts.word(draft.kind))
        super().__init__(tools, draft, title, self.tr("Add"), parent=parent)

    def accept(self) -> None:
        """Hand over the item; a question needs its text."""
        values = self.values()
        if values is None:
            return
        if self._item.kind is PlanItemKind.QUESTION and not values["text"]:
            values["text"] = values["title"]
        super().accept()
        self.chosen.emit(PlanItemDraft.model_validate({"kind": self._item.kind, **values}))


def _spin(theme: Theme) -> QSpinBox:
    result = QSpinBox()
    result.lineEdit().setTextMargins(theme.gap(9), 0, 0, 0)
    result.setRange(0, _MOST)
    result.setSuffix(" min")
    result.setSingleStep(5)
    return result


def _tables(item: PlanItemView | PlanItemDraft) -> list[Table]:
    return [Table(each.name, each.minutes) for each in item.tables]


def _narrow(combo: QComboBox) -> QComboBox:
    """Two of them stand side by side: the longest entry does not make the dialog wider."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for part in text.splitlines() if (line := part.strip()))


def _unknown(key: str) -> MethodCard:
    """The card of a method that this version does not know: nothing but its key."""
    return MethodCard.model_construct(title=key, size="", time="", steps=())
