"""Feedback and release: answers are decided one by one, each decision one step to undo.

Everything is written at once, and what is typed is a draft, so closing the dialog needs no answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QWidget
from shiboken6 import isValid

from app.domain.answer_drafts import decision_slot
from app.domain.drafts import DraftPayload
from app.domain.incoming.feedback import DecisionDraft
from app.domain.incoming.series import SeriesChanges
from app.domain.vocabulary import FeedbackDecision, SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import Fitting, FormDialog
from ui.feedback.answer_list import AnswerList
from ui.feedback.answer_panel import AnswerPanel, TypedDecision
from ui.feedback.by_hand import ByHandDialog, kept_by_hand
from ui.feedback.forms import FormDesk
from ui.feedback_keys import FEEDBACK
from ui.keys import key_text
from ui.review.flow_layout import FlowLayout
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages import Toolbox

_WIDTH = 1000
_DECISIONS = {
    "1": FeedbackDecision.ADOPTED,
    "2": FeedbackDecision.NOTED,
    "3": FeedbackDecision.DECLINED,
}


class FeedbackDialog(FormDialog):
    """The answers of one session, with their forms, and the release of its statements."""

    def __init__(self, tools: Toolbox, session_uid: str, *, parent: QWidget) -> None:
        title = self.tr("Feedback and release")
        super().__init__(tools.theme, title, self.tr("Close"), width=_WIDTH, parent=parent)
        self._tools = tools
        self._uid = session_uid
        self._session = tools.services.views.session(session_uid)
        self._steps = 0
        theme = tools.theme
        self.read = button(theme, self.tr("Read in a form …"), icon="file-import", size="small")
        self.enter = button(theme, self.tr("Enter by hand …"), icon="plus", size="small")
        self.write = button(theme, self.tr("Write a form …"), icon="file-export", size="small")
        self.with_release = QCheckBox(self.tr("Check and release statements"))
        self.release = button(theme, "", icon="check", size="small")
        self.count = label("", Role.META)
        self.list = AnswerList(self.tr("Feedback"), tools.texts)
        self.panel = AnswerPanel(theme, tools.texts, self._kept)
        self.nothing = wrapped(
            self.tr("No feedback yet. Write a form, send it out and read in what comes back."),
            Role.BODY,
        )
        self.said = wrapped("", Role.META)
        self.forms = FormDesk(tools, session_uid, self)
        self._build()
        self._connect()
        self._load("")
        self._load(self.list.first_open())
        if not self._is_closed and kept_by_hand(tools.services.drafts, session_uid):
            self._say_waiting()
        self.list.setFocus()

    # -- what happens ---------------------------------------------------------------------------

    def decide(self, draft: DecisionDraft) -> None:
        """Decide about the current answer and go on to the next open one."""
        answer = self.panel.answer
        if answer is None:
            return
        feedback = self._tools.services.feedback
        if not self._attempt(lambda: feedback.decide(self._uid, answer.uid, draft)):
            return
        self._tools.services.drafts.discard(self._uid, decision_slot(answer.uid))
        self.panel.forget()
        word = self._tools.texts.word(draft.decision)
        text = self.tr("%1: %2. Ctrl+Z takes it back.")
        self._say(text.replace("%1", answer.evidence).replace("%2", word))
        self._load(answer.uid)
        self._load(self.list.first_open() or answer.uid)
        self.list.setFocus()

    def undo(self) -> None:
        """Take back the last step that was done here."""
        if not self._steps:
            return
        history = self._tools.services.history
        if self._attempt(lambda: history.undo(self._uid), counts=False):
            self._steps -= 1
            self._say(self.tr("Taken back."))
            self._load(self._current())

    def remove(self) -> None:
        """Take the current answer away."""
        answer = self.panel.answer
        if answer is None or self._is_closed:
            return
        feedback = self._tools.services.feedback
        if self._attempt(lambda: feedback.remove(self._uid, answer.uid)):
            self._say(self.tr("Feedback removed. Ctrl+Z brings it back."))
            self._load("")

    def enter_by_hand(self) -> None:
        """An answer that came by phone, by mail or in person."""
        if not self._is_closed:
            dialog = ByHandDialog(self._tools, self._uid, parent=self)
            dialog.entered.connect(self._entered)
            dialog.left.connect(self._say_waiting)
            dialog.show_over()

    def release_all(self) -> None:
        """Check and release every statement."""
        release = self._tools.services.release
        count = self._tools.services.views.unreleased(self._uid)
        if self._attempt(lambda: release.release_all(self._uid), counts=count > 0):
            text = self.tr("%1 statements checked and released. Ctrl+Z takes it back.")
            self._say(text.replace("%1", str(count)))
            self._show_release()

    @property
    def _is_closed(self) -> bool:
        return self._session.state is SessionState.CLOSED

    def _attempt(self, work: Callable[[], object], *, counts: bool = True) -> bool:
        try:
            work()
        except UserError as error:
            text = self._tools.texts.error(error)
            self._say("")
            self.panel.show_problem(text)
            if not self.panel.isVisibleTo(self):
                self._say(text)
            return False
        self._steps += counts
        self.panel.show_problem("")
        return True

    def _keep(self, typed: TypedDecision) -> None:
        drafts, slot = self._tools.services.drafts, decision_slot(typed.uid)
        if typed.changed:
            payload = DraftPayload(typed.wording, len(typed.wording), {"reason": typed.reason})
            drafts.keep(self._uid, slot, payload)
        else:
            drafts.discard(self._uid, slot)

    def _kept(self, uid: str) -> TypedDecision | None:
        found = self._tools.services.drafts.load(self._uid).get(decision_slot(uid))
        if found is None:
            return None
        return TypedDecision(uid, found.text, str(found.data.get("reason", "")), changed=True)

    def _say_waiting(self) -> None:
        self._say(self.tr("Feedback that was begun waits under “Enter by hand …”."))

    def _entered(self, uid: str) -> None:
        self._say("")
        self._steps += 1
        self._load(uid)
        self.list.setFocus()

    def _taken(self, count: int) -> None:
        if isValid(self):
            self._steps += bool(count)
            text = self.tr("Answers read in: %1. Ctrl+Z takes it back.")
            self._say(text.replace("%1", str(count)))
            self._load("")
            self._load(self.list.first_open())
            self.list.setFocus()

    def _switch_release(self, on: bool) -> None:
        series = self._session.series_uid
        changes = SeriesChanges(with_release=on)
        services = self._tools.services
        self._attempt(lambda: services.series.update(series, changes), counts=False)
        self._show_release()

    # -- showing --------------------------------------------------------------------------------

    def _current(self) -> str:
        answer = self.panel.answer
        return answer.uid if answer is not None else ""

    def _load(self, uid: str) -> None:
        answers = self._tools.services.views.feedback(self._uid)
        self.list.show_answers(answers, uid or self._current())
        left = sum(each.is_open for each in answers)
        text = self.tr("Answers: %1, open: %2")
        self.count.setText(text.replace("%1", str(len(answers))).replace("%2", str(left)))
        self.nothing.setVisible(not answers)
        for part in (self.list, self.count):
            part.setVisible(bool(answers))
        self._show_current()
        self._show_release()

    def _show_current(self) -> None:
        self.panel.show_answer(self.list.current(), closed=self._is_closed)

    def _show_release(self) -> None:
        views = self._tools.services.views
        on, left = views.with_release(self._uid), views.unreleased(self._uid)
        self.with_release.setChecked(on)
        text = self.tr("Check and release all (%1)").replace("%1", str(left))
        self.release.setText(text)
        self.release.setVisible(on)
        self.release.setEnabled(left > 0 and not self._is_closed)

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    # -- building -------------------------------------------------------------------------------

    def _build(self) -> None:
        self.cancel.hide()
        top = QWidget()
        flow = FlowLayout(spacing=8)
        top.setLayout(flow)
        for part in (self.read, self.enter, self.write, self.with_release, self.release):
            flow.addWidget(part)
        self.body.addWidget(top)
        left = column(spacing=6)
        left.addWidget(self.count)
        left.addWidget(self.list, 1)
        columns = row(spacing=20)
        columns.addLayout(left, 4)
        columns.addWidget(Fitting(self.panel, ""), 6)
        self.body.addWidget(self.nothing)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.said)
        self.said.hide()
        self.list.setMinimumHeight(self.theme.px(160))
        for name, part in (("read", self.read), ("enter", self.enter), ("write", self.write)):
            part.setToolTip(key_text(next(key for each, _, key in FEEDBACK if each == name)))
        for part in (self.read, self.enter):
            part.setEnabled(not self._is_closed)
        if self._is_closed:
            self._say(
                self.tr(
                    "The session is closed. Open it again in the review to decide about feedback;"
                    " the minutes then get a new version."
                )
            )

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._show_current)
        self.list.typed.connect(self._decide_by_key)
        self.list.remove_wanted.connect(self.remove)
        self.list.opened.connect(self._go_to_fields)
        self.panel.decided.connect(self.decide)
        self.panel.typed.connect(self._keep)
        self.read.clicked.connect(self.forms.ask_for_file)
        self.enter.clicked.connect(self.enter_by_hand)
        self.write.clicked.connect(self.forms.ask_how)
        self.with_release.clicked.connect(self._switch_release)
        self.release.clicked.connect(self.release_all)
        self.forms.taken.connect(self._taken)
        self.forms.said.connect(self._say)
        ways: dict[str, Callable[[], None]] = {
            "enter": self.enter_by_hand,
            "read": self.forms.ask_for_file,
            "write": self.forms.ask_how,
            "undo": self.undo,
        }
        for name, _, key in FEEDBACK:
            if name in ways:
                QShortcut(QKeySequence(key), self).activated.connect(ways[name])

    def _decide_by_key(self, digit: str) -> None:
        self.panel.decide(_DECISIONS[digit])

    def _go_to_fields(self) -> None:
        field = self.panel.wording if self.panel.wording.isVisibleTo(self) else self.panel.reason
        field.setFocus()
