"""An answer that came by phone, by mail or in person, typed in: number, who, when, how, what.

What is typed is a draft of the statement at each key: neither closing the dialog nor the end of
the program loses it. Only recording ends it, and throwing it away.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.answer_drafts import BY_HAND, by_hand_slot
from app.domain.drafts import DraftPayload
from app.domain.feedback import MAX_WHO
from app.domain.incoming.feedback import FeedbackDraft
from app.domain.text import fold
from app.domain.vocabulary import FeedbackAnswer, FeedbackWay
from app.errors import UserError
from ui.dialogs.form_dialog import ConfirmDialog, FormDialog
from ui.prepare.entries import parse_date
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.dates import Dates
from ui.theme import Role
from ui.widgets.frames import column, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from app.services.drafts import DraftService
    from ui.pages import Toolbox

_A_YEAR = dt.timedelta(days=365)
_WAYS = tuple(way for way in FeedbackWay if way is not FeedbackWay.FORM)
_ANSWERS = (FeedbackAnswer.CHANGE, FeedbackAnswer.LEAVE_OUT, FeedbackAnswer.AGREE)


class ByHandDialog(FormDialog):
    """``entered`` carries the uid of the answer. What is wrong is said at its field."""

    entered = Signal(str)
    left = Signal()
    """Closed, and what was typed waits."""

    def __init__(self, tools: Toolbox, session_uid: str, *, parent: QWidget) -> None:
        title = self.tr("Enter feedback")
        super().__init__(tools.theme, title, self.tr("Keep"), width=620, parent=parent)
        self._tools = tools
        self._uid = session_uid
        self._today = dt.datetime.now().astimezone().date()
        self._people = tools.services.views.participants(session_uid)
        theme, texts = tools.theme, tools.texts
        statements = tools.services.views.statements(session_uid)
        self._statements = {
            fold(number): each
            for each in statements
            for number in (*each.evidence_also, each.evidence)
            if number
        }
        self._slot = by_hand_slot("")
        self._revision: int | None = None
        self.number = TextField(theme, self.tr("Evidence number"))
        self.statement = wrapped("", Role.META)
        self.who = QComboBox()
        self.date = TextField(theme, self.tr("Date"))
        self.way, self.answer = QComboBox(), QComboBox()
        self.way.addItems([texts.word(way) for way in _WAYS])
        self.answer.addItems([texts.word(answer) for answer in _ANSWERS])
        self.wording = GrowEdit(min_lines=3, max_lines=6)
        self.wording_field = LabeledField(theme, self.tr("New wording"), self.wording)
        self.comment = QLineEdit()
        self.away = self.add_button(self.tr("Throw away …"))
        self._build()
        self._fill()
        self._take_up()
        self._connect()

    def accept(self) -> None:
        """Keep the answer and close."""
        date = self._day()
        if date is None:
            self.date.show_problem(self.tr("Please write a day until today, as in 18.11.2026."))
            self.date.line.setFocus()
            return
        if not self.number.text():
            self.number.show_problem(self.tr("Which statement? The number stands before it."))
            self.number.line.setFocus()
            return
        try:
            uid = self._tools.services.feedback.add(self._uid, self._draft(date))
        except UserError as error:
            self._complain(error)
            return
        # What still waits to be written must not come back when the dialog is opened again at once.
        self._drafts.discard(self._uid, self._slot)
        super().accept()
        self.entered.emit(uid)

    def reject(self) -> None:
        """Close; what was typed stands here again the next time."""
        super().reject()
        if self._is_typed():
            self.left.emit()

    def throw_away(self) -> None:
        """Empty every field after a question: nothing brings it back."""
        asks = ConfirmDialog(
            self.theme,
            self.tr("Throw away what was typed?"),
            self.tr("It has not been kept as feedback and is gone then."),
            self.tr("Throw away"),
            parent=self,
        )
        asks.accepted.connect(self._empty)
        asks.show_over()

    def _empty(self) -> None:
        for line in (self.number.line, self.comment):
            line.clear()
        self.who.setCurrentText("")
        self.wording.clear()
        self.number.line.setFocus()

    # -- the draft ------------------------------------------------------------------------------

    @property
    def _drafts(self) -> DraftService:
        return self._tools.services.drafts

    def _is_typed(self) -> bool:
        """Whether there are words to lose; what is chosen alone has none."""
        words = (self.number.text(), self.who.currentText(), self.comment.text())
        return bool(self.wording.text() or any(map(str.strip, words)))

    def _keep_typed(self) -> None:
        said = self._statements.get(fold(self.number.text()))
        slot = by_hand_slot(said.uid if said else "")
        if slot != self._slot:
            self._drafts.discard(self._uid, self._slot)
            self._slot = slot
        typed = self._is_typed()
        self.away.setVisible(typed)
        if not typed:
            self._drafts.discard(self._uid, slot)
            return
        data = {
            "number": self.number.line.text(),
            "who": self.who.currentText(),
            "date": self.date.line.text(),
            "way": _WAYS[self.way.currentIndex()].value,
            "answer": _ANSWERS[self.answer.currentIndex()].value,
            "comment": self.comment.text(),
        }
        payload = DraftPayload(self.wording.text(), self.wording.textCursor().position(), data)
        self._revision = self._drafts.keep(self._uid, slot, payload)

    def _take_up(self) -> None:
        """What was typed and not kept stands there again."""
        kept = kept_by_hand(self._drafts, self._uid)
        if kept is not None:
            self._slot, payload = kept
            data = {name: str(value) for name, value in payload.data.items()}
            self.number.line.setText(data.get("number", ""))
            self.who.setCurrentText(data.get("who", ""))
            self.date.set_text(data.get("date", self.date.text()))
            ways, answers = list(map(str, _WAYS)), list(map(str, _ANSWERS))
            self.way.setCurrentIndex(_place(ways, data.get("way")))
            self.answer.setCurrentIndex(_place(answers, data.get("answer")))
            self.comment.setText(data.get("comment", ""))
            self.wording.setPlainText(payload.text)
            self.wording.moveCursor(self.wording.textCursor().MoveOperation.End)
        self.away.setVisible(kept is not None)
        self._show_statement()
        self._show_wording()

    def _day(self) -> dt.date | None:
        """The day that was written; without a year the last such day."""
        for base in (self._today, self._today - _A_YEAR):
            found = parse_date(self.date.text(), base)
            if found is not None and found <= self._today:
                return found
        return None

    def _draft(self, date: dt.date) -> FeedbackDraft:
        person = self._person()
        return FeedbackDraft(
            evidence=self.number.text(),
            participant_uid=person or None,
            who="" if person else self.who.currentText().strip()[:MAX_WHO],
            way=_WAYS[self.way.currentIndex()],
            given_on=date,
            answer=_ANSWERS[self.answer.currentIndex()],
            wording=self.wording.text().strip() if self._wants_wording() else "",
            comment=self.comment.text().strip(),
            draft_revision=self._revision,
        )

    def _person(self) -> str:
        """The participant with the name in the field, if there is exactly one."""
        typed = fold(self.who.currentText().strip())
        found = [person.uid for person in self._people if typed and fold(person.name) == typed]
        return found[0] if len(found) == 1 else ""

    def _complain(self, error: UserError) -> None:
        text = self._tools.texts.error(error)
        at_wording = error.code == "feedback_wording_needed"
        (self.wording_field if at_wording else self.number).show_problem(text)
        (self.wording if at_wording else self.number.line).setFocus()

    def _wants_wording(self) -> bool:
        return _ANSWERS[self.answer.currentIndex()] is FeedbackAnswer.CHANGE

    def _build(self) -> None:
        self.cancel.setText(self.tr("Close"))  # nothing is lost by it
        content = QWidget()
        layout = column(spacing=12, margins=(0, 0, 8, 0))
        content.setLayout(layout)
        first, second = row(spacing=12), row(spacing=12)
        top = Qt.AlignmentFlag.AlignTop
        who = LabeledField(self.theme, self.tr("Who"), self.who)
        way = LabeledField(self.theme, self.tr("How it came"), self.way)
        answer = LabeledField(self.theme, self.tr("Answer"), self.answer)
        for line, fields in ((first, (self.number, who)), (second, (self.date, way, answer))):
            for each in fields:
                line.addWidget(each, 1, top)
        layout.addLayout(first)
        layout.addWidget(self.statement)
        layout.addLayout(second)
        layout.addWidget(self.wording_field)
        layout.addWidget(LabeledField(self.theme, self.tr("Remark"), self.comment))
        self.add_scrolling(content)

    def _fill(self) -> None:
        self.who.setEditable(True)
        self.who.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.who.addItems(["", *(person.name for person in self._people)])
        self.date.set_text(Dates(self._tools.texts.language).field(self._today))
        self.number.line.setFocus()

    def _connect(self) -> None:
        self.number.line.textChanged.connect(self._show_statement)
        self.answer.currentIndexChanged.connect(self._show_wording)
        self.away.clicked.connect(self.throw_away)
        for typed in (self.number.line, self.date.line, self.comment):
            typed.textChanged.connect(self._keep_typed)
        self.who.editTextChanged.connect(self._keep_typed)
        self.wording.textChanged.connect(self._keep_typed)
        for chosen in (self.way, self.answer):
            chosen.currentIndexChanged.connect(self._keep_typed)

    def _show_statement(self) -> None:
        """What the number stands for, so that a slip of the finger is noticed."""
        self.number.show_problem("")
        said = self._statements.get(fold(self.number.text()))
        text = said.text if said else ""
        self.statement.setText(text)
        self.statement.setVisible(bool(text))

    def _show_wording(self) -> None:
        self.wording_field.setVisible(self._wants_wording())


def kept_by_hand(drafts: DraftService, session_uid: str) -> tuple[str, DraftPayload] | None:
    """Slot and draft of the feedback that was begun and not kept, if there is any."""
    kept = drafts.load(session_uid).items()
    return next(((slot, found) for slot, found in kept if slot.startswith(BY_HAND)), None)


def _place(words: list[str], word: str | None) -> int:
    """Where a kept word stands; a later program may know others."""
    return words.index(word) if word in words else 0
