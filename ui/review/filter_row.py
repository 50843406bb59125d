"""The filters above the list: pills with counts, and a menu for kind, person and theme."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCollator, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.domain.vocabulary import StatementKind
from app.texts import Texts
from ui.icons import KIND_ICONS
from ui.review.filters import Counts, Filter, Mark
from ui.review.flow_layout import FlowLayout
from ui.theme import Theme
from ui.widgets.buttons import PillButton

_ICONS = {
    Mark.RESULT: "star",
    Mark.NOBODY: "user",
    Mark.UNCLEAR: "help-circle",
    Mark.QUOTE: "quote",
    Mark.UNREAD: "alert-triangle",
    Mark.CLARIFY: "help-circle",
    Mark.NOTE: "notes",
    Mark.CHECKED: "check",
    Mark.RELEASED: "circle-check",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of the menu: what it is called and the filter it leads to."""

    text: str
    count: int
    chosen: bool
    filter: Filter
    icon: str = ""


class FilterRow(QWidget):
    """Shows a filter and says when the user wants another one."""

    changed = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._filter = Filter()
        self._counts = Counts()
        self._names: Mapping[str, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.everything = PillButton(theme, self.tr("All"))
        self.everything.clicked.connect(self.clear)
        self.pills = {mark: self._pill(mark, text) for mark, text in self._mark_words().items()}
        self.kind = self._chosen_pill("tag", self._without_kind)
        self.person = self._chosen_pill("user", self._without_person)
        self.theme = self._chosen_pill("tag", self._without_theme)
        self.more = PillButton(theme, self.tr("More …"), icon="filter")
        self.more.setCheckable(False)
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        layout = FlowLayout(spacing=8)
        self.setLayout(layout)
        for pill in (self.everything, *self.pills.values(), *self._chosen_pills(), self.more):
            layout.addWidget(pill)

    def show_filter(self, chosen: Filter, counts: Counts, names: Mapping[str, str]) -> None:
        """Show a filter with what there is to count; ``names`` of participants by uid."""
        self._filter, self._counts, self._names = chosen, counts, names
        self.everything.setChecked(chosen.is_empty)
        self.everything.set_count(counts.total)
        for mark, pill in self.pills.items():
            found = counts.marks.get(mark, 0)
            pill.setChecked(mark in chosen.marks)
            pill.set_count(found)
            pill.setVisible(bool(found) or mark in chosen.marks)
        kind = self._texts.heading(chosen.kind) if chosen.kind else ""
        person = names.get(chosen.participant_uid, "")
        for pill, text in zip(self._chosen_pills(), (kind, person, chosen.theme), strict=True):
            pill.setText(text)
            pill.setChecked(True)
            pill.setVisible(bool(text))
        self.more.setVisible(counts.total > 1)
        self.updateGeometry()

    def clear(self) -> None:
        """Show everything."""
        self.changed.emit(Filter())

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.everything, *self.pills.values(), *self._chosen_pills(), self.more)

    # -- pills ------------------------------------------------------------------------------

    def _mark_words(self) -> Mapping[Mark, str]:
        return {
            Mark.RESULT: self.tr("Results"),
            Mark.NOBODY: self.tr("Without person"),
            Mark.UNCLEAR: self.tr("Initials unclear"),
            Mark.UNREAD: self.tr("Still to look at"),
            Mark.CLARIFY: self.tr("Open: to clarify"),
            Mark.QUOTE: self.tr("Quotes"),
            Mark.NOTE: self.tr("Notes"),
            Mark.CHECKED: self.tr("Checked"),
            Mark.RELEASED: self.tr("Released"),
        }

    def _pill(self, mark: Mark, text: str) -> PillButton:
        pill = PillButton(self._theme, text, icon=_ICONS[mark])
        pill.clicked.connect(partial(self._toggle, mark))
        return pill

    def _chosen_pill(self, icon: str, slot: Callable[[], None]) -> PillButton:
        """Stands for something chosen in the menu; pressing it takes the choice back."""
        pill = PillButton(self._theme, "", icon=icon)
        pill.setToolTip(self.tr("Take this filter away"))
        pill.clicked.connect(slot)
        pill.hide()
        return pill

    def _chosen_pills(self) -> tuple[PillButton, ...]:
        return (self.kind, self.person, self.theme)

    def _toggle(self, mark: Mark, _checked: bool = False) -> None:
        self.changed.emit(self._filter.toggled(mark))

    def _without_kind(self) -> None:
        self.changed.emit(replace(self._filter, kind=None))

    def _without_person(self) -> None:
        self.changed.emit(replace(self._filter, participant_uid=""))

    def _without_theme(self) -> None:
        self.changed.emit(replace(self._filter, theme=""))

    # -- menu -------------------------------------------------------------------------------

    def _fill_menu(self) -> None:
        self._menu.clear()
        for title, choices in (
            (self.tr("Kind"), self._kinds()),
            (self.tr("Person"), self._people()),
            (self.tr("Theme"), self._themes()),
        ):
            entries = self._menu.addMenu(title)
            self._fill(entries, choices)
            entries.setEnabled(not entries.isEmpty())

    def _fill(self, menu: QMenu, choices: Iterable[Choice]) -> None:
        for choice in choices:
            text = choice.text.replace("&", "&&")
            action = menu.addAction(f"{text}\t{choice.count}")
            action.setCheckable(True)
            action.setChecked(choice.chosen)
            action.triggered.connect(partial(self._choose, choice.filter))

    def _choose(self, chosen: Filter, _checked: bool = False) -> None:
        self.changed.emit(chosen)

    def _kinds(self) -> Iterable[Choice]:
        for kind in StatementKind:
            found = self._counts.kinds.get(kind, 0)
            if found:
                chosen = self._filter.kind is kind
                wanted = replace(self._filter, kind=None if chosen else kind)
                word = self._texts.heading(kind)
                yield Choice(word, found, chosen, wanted, KIND_ICONS[kind])

    def _people(self) -> Iterable[Choice]:
        found = {self._names.get(uid, ""): uid for uid in self._counts.people}
        for name in _sorted(name for name in found if name):
            uid = found[name]
            chosen = self._filter.participant_uid == uid
            wanted = replace(self._filter, participant_uid="" if chosen else uid)
            yield Choice(name, self._counts.people[uid], chosen, wanted)

    def _themes(self) -> Iterable[Choice]:
        for name in _sorted(self._counts.themes):
            chosen = self._filter.theme == name
            wanted = replace(self._filter, theme="" if chosen else name)
            yield Choice(name, self._counts.themes[name], chosen, wanted)


def _sorted(names: Iterable[str]) -> list[str]:
    return sorted(names, key=QCollator().sortKey)
