"""One answer: what the statement says, what it should say, and what becomes of that."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from app.domain.feedback import FeedbackView
from app.domain.incoming.feedback import DecisionDraft
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision
from app.texts import Texts
from ui.dates import short_day
from ui.prepare.labeled_field import LabeledField
from ui.review.flow_layout import FlowLayout
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import label, wrapped
from ui.widgets.word_marks import word_marks


@dataclass(frozen=True, slots=True)
class TypedDecision:
    """What stands in the fields of an answer that is being decided about."""

    uid: str
    wording: str
    reason: str
    changed: bool
    """Whether it is anything else than the answer itself says."""


class AnswerPanel(QWidget):
    """``decided`` carries a ``DecisionDraft``, ``typed`` what was typed until then.

    ``kept`` says what was typed to an answer and not decided yet.
    """

    decided = Signal(object)
    typed = Signal(object)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        kept: Callable[[str], TypedDecision | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._texts = texts
        self._kept = kept
        self._answer: FeedbackView | None = None
        self._filling = False
        self._may = True
        self.head = wrapped("", Role.SECTION)
        self.source = wrapped("", Role.META)
        self.text_label = label(self.tr("Now, with what is wanted"), Role.LABEL)
        self.text = wrapped("", Role.BODY)
        self.comment = wrapped("", Role.BODY)
        self.wording = GrowEdit(min_lines=2, max_lines=6)
        self.reason = GrowEdit(min_lines=1, max_lines=3)
        self.wording_field = LabeledField(theme, self.tr("New wording"), self.wording)
        self.reason_field = LabeledField(theme, self.tr("Reason"), self.reason)
        self.outcome = wrapped("", Role.STRONG)
        words = (
            (FeedbackDecision.ADOPTED, self.tr("Adopt (1)"), "check"),
            (FeedbackDecision.NOTED, self.tr("Note as a differing view (2)"), "quote"),
            (FeedbackDecision.DECLINED, self.tr("Decline (3)"), "x"),
        )
        self.buttons: dict[FeedbackDecision, QPushButton] = {
            decision: button(theme, text, icon=icon, size="small") for decision, text, icon in words
        }
        self._build()

    @property
    def answer(self) -> FeedbackView | None:
        """The answer that is shown."""
        return self._answer

    def show_answer(self, answer: FeedbackView | None, *, closed: bool) -> None:
        """Show an answer, or none; in a closed session nothing can be decided."""
        same = answer is not None and self._answer == answer
        self._answer = answer
        self.setVisible(answer is not None)
        if answer is None:
            return
        self._may = not closed and answer.decision is not FeedbackDecision.ADOPTED
        self.head.setText(self._head(answer))
        self.source.setText(self._source(answer))
        self._show_text(answer)
        self.comment.setText(self.tr("Remark: %1").replace("%1", answer.comment))
        self.comment.setVisible(bool(answer.comment))
        if not same:
            self._fill(answer)
            self.show_problem("")
        self._show_what_can_be_done(answer)

    def show_problem(self, text: str) -> None:
        """Why a decision was not taken; the reason is where it is missing."""
        self.reason_field.show_problem(text)

    def forget(self) -> None:
        """It is decided: what was typed is written down."""
        self._answer = None

    def decide(self, decision: FeedbackDecision) -> None:
        """Take a decision, if one can be taken."""
        if self._answer is not None and self.buttons[decision].isEnabled():
            changed = self.wording.text().strip()
            self.decided.emit(
                DecisionDraft(decision=decision, reason=self.reason.text().strip(), wording=changed)
            )

    def controls(self) -> tuple[QWidget, ...]:
        """What can have the focus, in order."""
        return (self.wording, self.reason, *self.buttons.values())

    def _fill(self, answer: FeedbackView) -> None:
        """What was typed to an answer stands there again when the cursor comes back."""
        kept = self._kept(answer.uid) if self._may else None
        self._filling = True
        self.wording.setPlainText(kept.wording if kept else answer.wording)
        self.reason.setPlainText(kept.reason if kept else answer.reason)
        self._filling = False

    def _keep_typed(self) -> None:
        answer = self._answer
        if answer is not None and not self._filling:
            wording, reason = self.wording.text(), self.reason.text()
            changed = (wording, reason) != (answer.wording, answer.reason)
            self.typed.emit(TypedDecision(answer.uid, wording, reason, changed=changed))

    def _head(self, answer: FeedbackView) -> str:
        parts = (answer.evidence, self._texts.word(answer.answer))
        return " · ".join(parts)

    def _source(self, answer: FeedbackView) -> str:
        who = answer.who or self.tr("without a name")
        parts = [who, self._texts.word(answer.way), short_day(answer.given_on)]
        if answer.tracked:
            parts.append(self.tr("from tracked changes"))
        if answer.is_own:
            parts.append(self.tr("has said it"))
        elif answer.answer is FeedbackAnswer.LEAVE_OUT:
            parts.append(self.tr("somebody else has said it"))
        return " · ".join(parts)

    def _show_text(self, answer: FeedbackView) -> None:
        wanted = answer.wording if answer.answer is FeedbackAnswer.CHANGE else ""
        gone = self.tr("The statement does not exist any more.")
        self.text.setTextFormat(Qt.TextFormat.RichText)
        after = "" if answer.answer is FeedbackAnswer.LEAVE_OUT else wanted or answer.text
        self.text.setText(word_marks(answer.text, after) if answer.statement_uid else gone)
        now = self.tr("now: %1").replace("%1", answer.text)
        then = self.tr("wanted: %1").replace("%1", wanted)
        self.text.setAccessibleName(f"{now}\n{then}" if wanted else now)

    def _show_what_can_be_done(self, answer: FeedbackView) -> None:
        agrees = answer.answer is FeedbackAnswer.AGREE
        there = answer.statement_uid is not None
        self.wording_field.setVisible(not agrees and there)
        self.reason_field.setVisible(not agrees)
        self.wording.setReadOnly(not self._may)
        self.reason.setReadOnly(not self._may)
        for decision, each in self.buttons.items():
            each.setVisible(not agrees)
            possible = there or decision is FeedbackDecision.DECLINED
            each.setEnabled(self._may and possible and not agrees)
        word = self._texts.word(answer.decision) if answer.decision else ""
        self.outcome.setText(self.tr("Decided: %1").replace("%1", word))
        self.outcome.setVisible(bool(word))

    def _build(self) -> None:
        layout = column(spacing=10)
        self.setLayout(layout)
        self.wording.textChanged.connect(self._keep_typed)
        self.reason.textChanged.connect(self._keep_typed)
        for part in (
            *(self.head, self.source, self.outcome, self.text_label, self.text, self.comment),
            *(self.wording_field, self.reason_field),
        ):
            layout.addWidget(part)
        row = QWidget()
        flow = FlowLayout(spacing=8)
        row.setLayout(flow)
        for decision, each in self.buttons.items():
            each.clicked.connect(partial(self._clicked, decision))
            flow.addWidget(each)
        layout.addWidget(row)
        layout.addStretch(1)

    def _clicked(self, decision: FeedbackDecision, _checked: bool = False) -> None:
        self.decide(decision)
