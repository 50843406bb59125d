"""Next steps: who does what until when. Added at the top, taken away with Del."""

import datetime as dt
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.domain.due_dates import NotADateError, parse_due
from app.domain.incoming.statements import NextStepDraft
from app.domain.statements import NextStepView
from ui.icons import pixmap
from ui.review.saved_fields import SavedText
from ui.theme import Role, Theme
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, tabular, wrapped
from ui.widgets.scroll_column import ScrollColumn


def date_text(date: dt.date) -> str:
    """As in "4. Dezember 2026"."""
    locale = QLocale()
    form = "d. MMMM yyyy" if locale.language() == QLocale.Language.German else "d MMMM yyyy"
    return locale.toString(QDate(date.year, date.month, date.day), form)


@dataclass(frozen=True, slots=True)
class StepWords:
    """What is said around a step."""

    remove: str


class StepCard(QFrame):
    """One step. Can have the focus: Del takes it away, the arrows go on."""

    remove_wanted = Signal(str)
    moved = Signal(int)
    left = Signal()

    def __init__(
        self, theme: Theme, step: NextStepView, words: StepWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._uid = step.uid
        self.setProperty("surface", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        parts = [step.who, date_text(step.due) if step.due else ""]
        detail = " · ".join(filter(None, parts))
        self.setAccessibleName(", ".join(filter(None, (step.text, detail))))
        self.remove = icon_button(theme, "trash", words.remove, variant="flat")
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.clicked.connect(self._remove)
        layout = row(spacing=4, margins=(14, 10, 6, 10))
        self.setLayout(layout)
        inner = column(spacing=3)
        inner.addWidget(wrapped(step.text))
        if detail:
            inner.addWidget(wrapped(detail, Role.META))
        if step.evidence:
            inner.addWidget(tabular(label(step.evidence, Role.CAPTION)))
        layout.addLayout(inner, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def uid(self) -> str:
        """Which step it is."""
        return self._uid

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del, arrows, Esc."""
        key = event.key()
        if key == Qt.Key.Key_Delete:
            self._remove()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._uid)


@dataclass(frozen=True, slots=True)
class StepTyped:
    """What stands in the form, as it was typed."""

    text: str = ""
    who: str = ""
    due: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing was typed."""
        return not (self.text or self.who or self.due)


class StepForm(QFrame):
    """What, who, until when. Enter in any field adds the step."""

    added = Signal(object)
    """A ``NextStepDraft``; call ``clear`` when it is stored."""
    changed = Signal(object)
    """A ``StepTyped`` at each key."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._loading = False
        self.setProperty("surface", "card")
        self.text = SavedText(min_lines=1, max_lines=4, keeps_on_escape=True)
        self.who = QLineEdit()
        self.due = QLineEdit()
        self.due.setPlaceholderText(self.tr("4.12."))
        self.add = button(theme, self.tr("Add"), icon="plus")
        self._problem_icon = QLabel()
        self._problem_text = wrapped("", Role.CHIP, "error")
        self._problem = QWidget()
        self._build()
        self.text.left.connect(self._on_text_left)
        self.text.textChanged.connect(self._on_typed)
        for line in (self.who, self.due):
            line.returnPressed.connect(self.submit)
            line.textChanged.connect(self._on_typed)
        self.add.clicked.connect(self.submit)
        theme.changed.connect(self._repaint)
        self._repaint()

    @property
    def problem(self) -> str:
        """What is wrong, or empty."""
        return self._problem_text.text()

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.text, self.who, self.due, self.add)

    def typed(self) -> StepTyped:
        """What stands in it."""
        return StepTyped(self.text.text(), self.who.text(), self.due.text())

    def show_typed(self, typed: StepTyped) -> None:
        """Put in what was typed before; nobody is typing now."""
        self._loading = True
        self.text.load(typed.text, force=True)
        self.who.setText(typed.who)
        self.due.setText(typed.due)
        self._loading = False
        self._complain("", None)

    def submit(self) -> None:
        """Hand over what was typed, if it can be understood."""
        text = self.text.text().strip()
        if not text:
            self._complain(self.tr("What is to be done?"), self.text)
            return
        try:
            due = parse_due(self.due.text(), dt.datetime.now().astimezone().date())
        except NotADateError as error:
            no_day = self.tr("There is no such day. Please check day and month.")
            form = self.tr("Please write the date like 4.12.2026.")
            self._complain(no_day if error.no_such_day else form, self.due)
            return
        self._complain("", None)
        who = " ".join(self.who.text().split())
        self.added.emit(NextStepDraft(text=text, who=who, due=due))

    def clear(self) -> None:
        """It is stored: ready for the next one."""
        self.show_typed(StepTyped())
        self.changed.emit(self.typed())
        self.text.setFocus()

    def _on_typed(self) -> None:
        if not self._loading:
            self.changed.emit(self.typed())

    def _complain(self, text: str, field: QWidget | None) -> None:
        self._problem_text.setText(text)
        self._problem.setVisible(bool(text))
        if field is not None:
            field.setFocus()

    def _on_text_left(self) -> None:
        """Enter goes on to the next field; Esc in an empty form leaves."""
        if self.text.text().strip():
            self.who.setFocus()
        else:
            self.left.emit()

    def _build(self) -> None:
        layout = column(spacing=8, margins=(14, 12, 14, 14))
        self.setLayout(layout)
        self._add_field(layout, self.tr("New step"), self.text)
        line = row(spacing=8)
        for text, editor, stretch in (
            (self.tr("Who"), self.who, 3),
            (self.tr("Until"), self.due, 2),
        ):
            block = column()
            self._add_field(block, text, editor)
            line.addLayout(block, stretch)
        layout.addLayout(line)
        layout.addWidget(self.add)
        problem = row(spacing=6)
        self._problem.setLayout(problem)
        problem.addWidget(self._problem_icon, 0, Qt.AlignmentFlag.AlignTop)
        problem.addWidget(self._problem_text, 1)
        self._problem.hide()
        layout.addWidget(self._problem)

    @staticmethod
    def _add_field(layout: QVBoxLayout, text: str, editor: QWidget) -> None:
        block = column(spacing=4)
        above = label(text, Role.LABEL)
        above.setBuddy(editor)
        editor.setAccessibleName(text)
        block.addWidget(above)
        block.addWidget(editor)
        layout.addLayout(block)

    def _repaint(self) -> None:
        size = self._theme.px(15)
        icon = pixmap("alert-triangle", self._theme.color("error"), size)
        self._problem_icon.setPixmap(icon)


class NextSteps(QWidget):
    """The steps as cards, and the form below them."""

    add_wanted = Signal(object)
    remove_wanted = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps: tuple[NextStepView, ...] | None = None
        self.cards: list[StepCard] = []
        layout = column(spacing=12)
        self._area = ScrollColumn(layout, parent=self)
        self.form = StepForm(theme, self._area.content)
        self.nothing = wrapped(self.tr("No next steps yet."), Role.META)
        self._list = column(spacing=8)
        layout.addWidget(self.form)
        layout.addWidget(self.nothing)
        layout.addLayout(self._list)
        layout.addStretch()
        outer = column()
        self.setLayout(outer)
        outer.addWidget(self._area)
        self.form.added.connect(self.add_wanted)
        self.form.left.connect(self.left)

    def set_margins(self, margins: tuple[int, int, int, int]) -> None:
        """Around the cards: left, top, right, bottom."""
        self._area.set_margins(margins)

    @property
    def last_control(self) -> QWidget:
        """The last stop of the Tab key in here."""
        return self.cards[-1] if self.cards else self.form.add

    def show_steps(self, steps: tuple[NextStepView, ...], *, read_only: bool) -> None:
        """Show these; the focus goes to the neighbour of one that is gone, or to the form."""
        if steps != self._steps:
            focused = next((n for n, c in enumerate(self.cards) if c.hasFocus()), -1)
            self._steps = steps
            self._replace_cards()
            if focused >= 0:
                self._focus(min(focused, len(self.cards) - 1))
        self.nothing.setVisible(not steps)
        self.form.setVisible(not read_only)
        for card in self.cards:
            card.remove.setVisible(not read_only)

    def _replace_cards(self) -> None:
        words = StepWords(remove=self.tr("Take this step away"))
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [StepCard(self._theme, step, words) for step in self._steps or ()]
        before: QWidget = self.form.add
        for number, card in enumerate(self.cards):
            card.remove_wanted.connect(self.remove_wanted)
            card.moved.connect(partial(self._move, number))
            card.left.connect(self.left)
            self._list.addWidget(card)
            card.show()  # to have the focus at once
            QWidget.setTabOrder(before, card)
            before = card

    def _move(self, number: int, step: int) -> None:
        self._focus(number + step)

    def _focus(self, number: int) -> None:
        if 0 <= number < len(self.cards):
            self.cards[number].setFocus()
        elif number < 0:
            self.form.text.setFocus()
