"""What a form that came back would bring: word by word, before anything is kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QWidget

from app.domain.feedback import FormDifferences, FormProblem, ProposedFeedback
from app.domain.vocabulary import FeedbackAnswer
from app.texts import Texts
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role, Theme
from ui.widgets.frames import column
from ui.widgets.labels import label, wrapped
from ui.widgets.word_marks import word_marks

_SHOWN = 200
"""More than anybody looks through here; the dialog after this one has them all."""


class FormPreviewDialog(FormDialog):
    """The filled button reads the answers in; nothing is decided by that."""

    def __init__(
        self, theme: Theme, texts: Texts, found: FormDifferences, name: str, *, parent: QWidget
    ) -> None:
        title = self.tr("Form that came back: %1").replace("%1", name)
        super().__init__(theme, title, "", width=720, parent=parent)
        self._texts = texts
        self.found = found
        count = len(found.new)
        many = self.tr("Read %1 answers in").replace("%1", str(count))
        nothing, one = self.tr("Nothing to read in"), self.tr("Read one answer in")
        self.confirm.setText({0: nothing, 1: one}.get(count, many))
        self.confirm.setEnabled(count > 0)
        self.body.addWidget(wrapped(self._summary(), Role.BODY))
        content = QWidget()
        self._layout_of_all = column(spacing=10, margins=(0, 0, 8, 0))
        content.setLayout(self._layout_of_all)
        for problem in found.problems:
            self._layout_of_all.addWidget(self._problem(problem))
        for answer in found.to_decide[:_SHOWN]:
            self._layout_of_all.addWidget(self._answer(answer))
        self._layout_of_all.addStretch(1)
        area = self.add_scrolling(content, name=self.tr("What the form says"))
        area.setMinimumHeight(theme.px(160))
        (self.confirm if count else self.cancel).setFocus()

    def _summary(self) -> str:
        found = self.found
        agree = sum(each.answer is FeedbackAnswer.AGREE for each in found.new)
        known = len(found.answers) - len(found.new)
        text = self.tr("From %1: %2 to decide, %3 agree, %4 left free.")
        who = found.who or self.tr("somebody without a name")
        numbers = (who, len(found.to_decide), agree, found.unanswered)
        for at, value in enumerate(numbers, start=1):
            text = text.replace(f"%{at}", str(value))
        if known:
            again = self.tr("Answers that were read in before and stay as they are: %1.")
            text = f"{text} {again.replace('%1', str(known))}"
        return text

    def _problem(self, problem: FormProblem) -> QWidget:
        values = {"line": problem.line, "evidence": problem.evidence, "found": problem.found}
        text = self._texts.get(f"errors.feedback_problem.{problem.code}", **values)
        return wrapped(text, Role.CHIP, "open")

    def _answer(self, answer: ProposedFeedback) -> QWidget:
        frame = QFrame()
        frame.setProperty("surface", "card")
        layout = column(spacing=6, margins=(14, 10, 14, 10))
        frame.setLayout(layout)
        head = [answer.evidence, self._texts.word(answer.answer)]
        if answer.tracked:
            head.append(self.tr("from tracked changes"))
        layout.addWidget(label(" · ".join(head), Role.STRONG))
        text = wrapped("", Role.BODY)
        text.setTextFormat(Qt.TextFormat.RichText)
        out = answer.answer is FeedbackAnswer.LEAVE_OUT
        wanted = "" if out else answer.wording or answer.before
        text.setText(word_marks(answer.before, wanted))
        text.setAccessibleName(f"{answer.before}\n{wanted}")
        layout.addWidget(text)
        if answer.comment:
            remark = self.tr("Remark: %1").replace("%1", answer.comment)
            layout.addWidget(wrapped(remark, Role.META))
        return frame
