"""An answer that came by phone, by mail or in person, typed in: number, who, when, how, what."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from app.domain.feedback import MAX_WHO
from app.domain.incoming.feedback import FeedbackDraft
from app.domain.text import fold
from app.domain.vocabulary import FeedbackAnswer, FeedbackWay
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.entries import parse_date
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.dates import Dates
from ui.theme import Role
from ui.widgets.frames import column, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from ui.pages import Toolbox

_A_YEAR = dt.timedelta(days=365)
_WAYS = tuple(way for way in FeedbackWay if way is not FeedbackWay.FORM)
_ANSWERS = (FeedbackAnswer.CHANGE, FeedbackAnswer.LEAVE_OUT, FeedbackAnswer.AGREE)


@dataclass(frozen=True, slots=True)
class Typed:
    """What stood in the fields when the dialog was left."""

    number: str
    who: str
    wording: str
    comment: str


class ByHandDialog(FormDialog):
    """``entered`` carries the uid of the answer. What is wrong is said at its field.

    ``left`` carries what was typed and not kept.
    """

    entered = Signal(str)
    left = Signal(object)

    def __init__(
        self, tools: Toolbox, session_uid: str, typed: Typed | None = None, *, parent: QWidget
    ) -> None:
        title = self.tr("Enter feedback")
        super().__init__(tools.theme, title, self.tr("Keep"), width=620, parent=parent)
        self._tools = tools
        self._uid = session_uid
        self._today = dt.datetime.now().astimezone().date()
        self._people = tools.services.views.participants(session_uid)
        theme, texts = tools.theme, tools.texts
        statements = tools.services.views.statements(session_uid)
        self._texts = {fold(s.evidence): s.text for s in statements if s.evidence}
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
        self._build()
        self._fill()
        if typed is not None:
            self._show_typed(typed)

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
        super().accept()
        self.entered.emit(uid)

    def reject(self) -> None:
        """Close; what was typed stands here again the next time."""
        who, wording = self.who.currentText(), self.wording.text()
        self.left.emit(Typed(self.number.text(), who, wording, self.comment.text()))
        super().reject()

    def _show_typed(self, typed: Typed) -> None:
        self.number.set_text(typed.number)
        self.who.setCurrentText(typed.who)
        self.wording.setPlainText(typed.wording)
        self.comment.setText(typed.comment)

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
        self.number.line.textChanged.connect(self._show_statement)
        self.answer.currentIndexChanged.connect(self._show_wording)
        self._show_statement()
        self.number.line.setFocus()

    def _show_statement(self) -> None:
        """What the number stands for, so that a slip of the finger is noticed."""
        self.number.show_problem("")
        text = self._texts.get(fold(self.number.text()), "")
        self.statement.setText(text)
        self.statement.setVisible(bool(text))

    def _show_wording(self) -> None:
        self.wording_field.setVisible(self._wants_wording())
