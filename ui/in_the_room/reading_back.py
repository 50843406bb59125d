"""Results read back: one large at a time, one key for each answer of the room.

Every answer is written at once. What is typed – the changed wording, the dissent – is a draft of
its result at each key and stands there again when the dialog is opened the next time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.answer_drafts import ANSWER, answer_slot
from app.domain.drafts import DraftPayload
from app.domain.reading_back import answered, results_to_read
from app.domain.text import after_editing
from app.domain.vocabulary import Outcome, SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.icons import OUTCOME_ICONS, pixmap
from ui.in_the_room.answer_edit import AnswerEdit
from ui.in_the_room.reading_model import ReadingModel
from ui.in_the_room.words import ANSWER_TONES, InTheRoomWords
from ui.in_the_room_keys import reading_back_keys
from ui.keys import key_text
from ui.live.read_area import ReadArea
from ui.theme import Role, set_tone
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row
from ui.widgets.labels import label, wrapped
from ui.widgets.text_rows import TextRows

if TYPE_CHECKING:
    from app.domain.reading_back import ReadResult
    from app.services.reading_back import ReadingBackService
    from ui.pages import Toolbox

_WIDTH, _HEIGHT = 1040, 380
_ROW = 90
"""So much of a result stands in its row."""


class _Rows(TextRows):
    """Rows that would like to be many and make do with three."""

    wanted_height = 0

    def sizeHint(self) -> QSize:
        """As high as is wanted."""
        return QSize(super().sizeHint().width(), self.wanted_height)

    def minimumSizeHint(self) -> QSize:
        """A few rows."""
        return QSize(super().minimumSizeHint().width(), self.wanted_height // 4)


class ReadingBackDialog(FormDialog):
    """The results of one session."""

    sheet_wanted = Signal()
    """The dialog is closed; the result sheet is to be shown."""

    def __init__(
        self, tools: Toolbox, session_uid: str, model: ReadingModel, *, parent: QWidget
    ) -> None:
        title = self.tr("Reading back")
        super().__init__(tools.theme, title, self.tr("Done"), width=_WIDTH, parent=parent)
        self._tools = tools
        self._session = tools.services.views.session(session_uid)
        self._words = InTheRoomWords(self)
        self._writing: Outcome | None = None
        self._steps = 0
        self.model = model
        model.setParent(self)
        self.list = _Rows(self.tr("Results"))
        self.where = label("", Role.OVERLINE)
        self.question = wrapped("", Role.TITLE)
        self.text = wrapped("", Role.QUESTION)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.answer_icon = QLabel()
        self.answer = label("", Role.STRONG)
        self.prompt = wrapped("", Role.LABEL)
        self.editor = AnswerEdit()
        self.problem = wrapped("", Role.CHIP, "error")
        self.count = label("", Role.META)
        self.keep_button = button(self.theme, "", icon="check", size="conclusion")
        self.buttons_of = {outcome: self._answer_button(outcome) for outcome in Outcome}
        self._build()
        self._connect()
        self.load()
        self._take_up()

    # -- answering ------------------------------------------------------------------------------

    def answer_with(self, outcome: Outcome) -> None:
        """One key: confirmed at once, the others after what is typed."""
        result = self.model.current
        if result is None or self.closed or self._writing is not None:
            return
        if outcome is Outcome.CONFIRMED:
            self._answered(partial(self._service.confirm, result.uid))
        else:
            self._write(outcome, result)

    def take_back(self) -> None:
        """The current result counts as not read back."""
        result = self.model.current
        if result is None or self.closed or result.statement.outcome is None:
            return
        if self._try(partial(self._service.take_back, result.uid)):
            self.load()

    def keep(self) -> None:
        """Enter in the editor: what was typed is the answer."""
        result, outcome = self.model.current, self._writing
        if result is None or outcome is None:
            return
        text = self.editor.text()
        if outcome is Outcome.CHANGED:
            said = after_editing(result.statement.text, text)
            work: Callable[[], object] = partial(self._service.change, result.uid, said)
        else:
            work = partial(self._service.dispute, result.statement, self._dissent(result, text))
        if self._answered(work):
            self._tools.services.drafts.discard(self._session.uid, answer_slot(outcome, result.uid))

    def leave_editor(self) -> None:
        """Esc: what was typed waits until its key is pressed again."""
        self._writing = None
        self._show()
        self.list.setFocus()

    def undo(self) -> None:
        """Take the last step of this dialog back."""
        if self._steps and self._writing is None:
            history = self._tools.services.history
            if self._try(partial(history.undo, self._session.uid), steps=-1):
                self.load()

    def to_sheet(self) -> None:
        """Close, and go to the result sheet."""
        self.accept()
        self.sheet_wanted.emit()

    def accept(self) -> None:
        """Close; a text in the editor waits."""
        if self._writing is not None:
            text = self.tr("What you typed is kept and stands here again the next time.")
            self._tools.messages.done(text)
        super().accept()

    def reject(self) -> None:
        """Esc closes the editor first."""
        if self._writing is not None:
            self.leave_editor()
        else:
            self.accept()

    @property
    def closed(self) -> bool:
        """A closed session takes no answer."""
        return self._session.state is SessionState.CLOSED

    @property
    def _service(self) -> ReadingBackService:
        return self._tools.services.reading_back

    def _answered(self, work: Callable[[], object]) -> bool:
        """Carry it out, and on to the next open result."""
        if not self._try(work):
            return False
        self._writing = None
        self.load()
        self.model.go_on()
        self.list.setFocus()
        return True

    def _try(self, work: Callable[[], object], *, steps: int = 1) -> bool:
        try:
            work()
        except UserError as error:
            self._say(self._tools.texts.error(error))
            return False
        self._say("")
        self._steps += steps
        return True

    def _dissent(self, result: ReadResult, text: str) -> str:
        """What was said against it, and against what."""
        said = text.strip()
        if not said:
            return ""
        form = self.tr("On %1: %2").replace("%1", self._words.named(result))
        return form.replace("%2", said)

    # -- typing ---------------------------------------------------------------------------------

    def _write(self, outcome: Outcome, result: ReadResult) -> None:
        self._writing = outcome
        kept = self._tools.services.drafts.load(self._session.uid)
        payload = kept.get(answer_slot(outcome, result.uid))
        before = result.statement.text if outcome is Outcome.CHANGED else ""
        self.editor.blockSignals(True)  # what is shown was not typed
        self.editor.setPlainText(payload.text if payload else before)
        self.editor.blockSignals(False)
        self.editor.fit()
        self._show()
        self.editor.setFocus()
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)

    def _keep_typed(self) -> None:
        result, outcome = self.model.current, self._writing
        if result is None or outcome is None:
            return
        text, drafts = self.editor.text(), self._tools.services.drafts
        slot = answer_slot(outcome, result.uid)
        before = result.statement.text if outcome is Outcome.CHANGED else ""
        if text in (before, ""):
            drafts.discard(self._session.uid, slot)
        else:
            data = {"uid": result.uid, "outcome": str(outcome)}
            drafts.keep(self._session.uid, slot, DraftPayload(text, len(text), data))

    def _take_up(self) -> None:
        """What was typed and not kept when the program ended stands there again."""
        if self.closed:
            return
        kept = self._tools.services.drafts.load(self._session.uid)
        for slot, payload in kept.items():
            places = [
                n for n, r in enumerate(self.model.results) if r.uid == payload.data.get("uid")
            ]
            if slot.startswith(ANSWER) and places:
                self.model.go_to(places[0])
                self._write(Outcome(str(payload.data["outcome"])), self.model.results[places[0]])
                return

    # -- showing --------------------------------------------------------------------------------

    def load(self) -> None:
        """The results as they are stored now."""
        views, uid = self._tools.services.views, self._session.uid
        found = results_to_read(views.plan_items(uid), views.statements(uid))
        self.model.show(found)

    def _show(self) -> None:
        """The current result, its answer, and the rows beside."""
        model, result = self.model, self.model.current
        self.list.blockSignals(True)
        self.list.show_texts([_line(each) for each in model.results])
        self.list.setCurrentRow(model.place)
        self.list.blockSignals(False)
        for number, each in enumerate(model.results):
            self.list.item(number).setIcon(self._icon(each.statement.outcome))
            self.list.item(number).setData(Qt.ItemDataRole.AccessibleTextRole, self._said(each))
        counts = answered(model.results)
        text = self.tr("%1 of %2 answered").replace("%1", str(counts[True]))
        self.count.setText(text.replace("%2", str(len(model.results))))
        self._show_result(result)
        for answering in self.buttons_of.values():
            answering.setEnabled(result is not None and not self.closed)
            answering.setVisible(self._writing is None and result is not None)
        self.keep_button.setVisible(self._writing is not None)

    def _show_result(self, result: ReadResult | None) -> None:
        if result is None:
            self.where.setText("")
            self.question.setText("")
            self.text.setText(self.tr("There are no results yet. * marks a statement as one."))
        else:
            self.where.setText(self._words.result_place(result))
            self.question.setText(" ".join(result.item.heading.split()))
            self.text.setText(result.statement.text)
        outcome = result.statement.outcome if result else None
        self.answer.setText(self._tools.texts.word(outcome) if outcome else self.tr("not read yet"))
        self._show_answer_icon(outcome)
        writing = self._writing
        changes = writing is Outcome.CHANGED
        self.prompt.setText(
            self.tr("As it is to be. Enter keeps it, Esc leaves it.")
            if changes
            else self.tr("What is said against it. Enter keeps it, Esc leaves it.")
        )
        self.editor.setAccessibleName(self.prompt.text())
        self.large.setVisible(not changes)
        for part in (self.prompt, self.editor):
            part.setVisible(writing is not None)
        for part in (self.answer_icon, self.answer):
            part.setVisible(writing is None and result is not None)

    def _show_answer_icon(self, outcome: Outcome | None) -> None:
        name, tone = _sign(outcome) if outcome else ("repeat", "ink2")
        self.answer_icon.setPixmap(pixmap(name, self.theme.color(tone), self.theme.px(18)))
        set_tone(self.answer, tone)

    def _icon(self, outcome: Outcome | None) -> QIcon:
        name, tone = _sign(outcome) if outcome else ("minus", "ink3")
        return QIcon(pixmap(name, self.theme.color(tone), self.theme.px(18)))

    def _said(self, result: ReadResult) -> str:
        outcome = result.statement.outcome
        answer = self._tools.texts.word(outcome) if outcome else self.tr("not read yet")
        return f"{self._words.item(result.item)}: {result.statement.text}, {answer}"

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    # -- building -------------------------------------------------------------------------------

    def _answer_button(self, outcome: Outcome) -> QPushButton:
        key = key_text(reading_back_keys()[outcome.value][0])
        word = self._tools.texts.word(outcome)
        text = f"{word[:1].upper()}{word[1:]}   {key}"
        result = button(self.theme, text, icon=OUTCOME_ICONS[outcome], size="conclusion")
        result.setAutoDefault(False)
        return result

    def _build(self) -> None:
        self.cancel.hide()
        self.confirm.setDefault(False)
        self.confirm.setAutoDefault(False)
        key = key_text(reading_back_keys()["sheet"][0])
        text = self.tr("Result sheet")
        self.sheet = self.add_button(f"{text}   {key}", icon="file-text")
        columns = row(spacing=20)
        left = column(spacing=8)
        left.addWidget(self.list, 1)
        left.addWidget(self.count)
        columns.addLayout(left, 2)
        columns.addLayout(self._right(), 3)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.list.wanted_height = self.theme.px(_HEIGHT)
        text = self.tr("Keep")
        self.keep_button.setText(f"{text}   {key_text('Return')}")
        self.keep_button.setAutoDefault(False)
        self.list.setFocus()

    def _right(self) -> QVBoxLayout:
        """The result in large type, what was answered, and the answers."""
        right = column(spacing=10)
        frame, inner = card(padding=16, spacing=8)
        inner.addWidget(self.where)
        inner.addWidget(self.question)
        large = QWidget()
        large.setLayout(column(margins=(2, 2, 12, 2)))
        large.layout().addWidget(self.text)  # type: ignore[union-attr]  # just set
        self.large = ReadArea(large, self.tr("Result"))
        large.setAutoFillBackground(False)  # it stands on a card
        inner.addWidget(self.large, 1)
        inner.addWidget(self.prompt)
        inner.addWidget(self.editor)
        inner.addStretch(0)
        state = row(spacing=8)
        state.addWidget(self.answer_icon)
        state.addWidget(self.answer, 1)
        inner.addLayout(state)
        right.addWidget(frame, 1)
        answers = row(spacing=8)
        for each in (*self.buttons_of.values(), self.keep_button):
            answers.addWidget(each)
        answers.addStretch(1)
        right.addLayout(answers)
        return right

    def _connect(self) -> None:
        self.model.changed.connect(self._show)
        self.list.currentRowChanged.connect(self._go_to)
        self.sheet.clicked.connect(self.to_sheet)
        self.editor.accepted.connect(self.keep)
        self.editor.cancelled.connect(self.leave_editor)
        self.editor.textChanged.connect(self._keep_typed)
        self._tools.speller.watch(self.editor)
        self._tools.blocks.watch(self.editor)
        self.theme.changed.connect(self._show)
        for outcome, each in self.buttons_of.items():
            each.clicked.connect(partial(self._on_button, outcome))
        self.keep_button.clicked.connect(self.keep)
        ways: dict[str, Callable[[], None]] = {
            **{o.value: partial(self.answer_with, o) for o in Outcome},
            "open": self.take_back,
            "sheet": self.to_sheet,
            "undo": self.undo,
        }
        for name, way in ways.items():
            for key in reading_back_keys()[name]:
                QShortcut(QKeySequence(key), self).activated.connect(way)

    def _on_button(self, outcome: Outcome, _checked: bool = False) -> None:
        """The same as its key."""
        self.answer_with(outcome)

    def _go_to(self, place: int) -> None:
        """Another row; what stands in the editor is a draft of its own result."""
        self._writing = None
        self.model.go_to(place)


def _sign(outcome: Outcome) -> tuple[str, str]:
    """Icon and tone of an answer: never the colour alone."""
    return OUTCOME_ICONS[outcome], ANSWER_TONES[outcome]


def _line(result: ReadResult) -> str:
    """Number of the question and how the result begins."""
    text = " ".join(result.statement.text.split())
    number = f"{result.item.number}  " if result.item.number else ""
    return f"{number}{text}" if len(text) <= _ROW else f"{number}{text[:_ROW].rsplit(' ', 1)[0]} …"
