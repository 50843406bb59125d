"""Whatever is done to statements, in whatever order: undo leads back, redo leads there again."""

import tempfile
from contextlib import ExitStack
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from app.bootstrap import workspace
from app.domain.incoming.statements import NextStepDraft, StatementChanges
from app.domain.statements import StatementView
from app.domain.vocabulary import NamingLevel, StatementKind
from tests.support.room import Room
from tests.support.tables import everything

NUMBERS = st.integers(0, 30)
CHANGES = st.sampled_from(
    [
        StatementChanges(kind=StatementKind.GOAL),
        StatementChanges(kind=StatementKind.COOPERATION),
        StatementChanges(is_result=True),
        StatementChanges(is_result=False, verbatim=True),
        StatementChanges(themes=("Wohnen", "Neues Thema")),
        StatementChanges(themes=()),
        StatementChanges(memo="Nachfragen"),
        StatementChanges(clarify=True),
        StatementChanges(assent=4, dissent=1),
        StatementChanges(naming=NamingLevel.ANONYMOUS),
        StatementChanges(reading_confirmed=True),
        StatementChanges(text="Diakonie + Awo: Café"),
    ]
)


class Editing(RuleBasedStateMachine):
    """All operations on statements through the services, on one real file."""

    def __init__(self) -> None:
        super().__init__()
        self._open = ExitStack()
        folder = Path(self._open.enter_context(tempfile.TemporaryDirectory()))
        self._path = folder / "workspace.db"
        self._enter()
        self.room = Room(self.services)
        for number in range(3):
            self.room.say(f"Anfang {number}, Ende", question=number + 1, person=number)
        self.states = [everything(self._path)]

    def _enter(self) -> None:
        self._services = workspace(self._path)
        self.services = self._services.__enter__()

    def _pick(self, number: int, count: int = 1) -> list[StatementView]:
        found = self.services.views.statements(self.room.uid)
        start = number % len(found)
        return list(found[start : start + count])

    def _has_statements(self) -> bool:
        return bool(self.services.views.statements(self.room.uid))

    def _done(self) -> None:
        """One more step, unless nothing was different."""
        now = everything(self._path)
        if now != self.states[-1]:
            self.states.append(now)

    @rule(number=NUMBERS)
    def record(self, number: int) -> None:
        self.room.say(f"Beitrag {number}, und mehr", number % 8 + 1, number % 3)
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, count=st.integers(1, 4), changes=CHANGES)
    def update(self, number: int, count: int, changes: StatementChanges) -> None:
        self.services.capture.update([s.uid for s in self._pick(number, count)], changes)
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, person=st.one_of(st.none(), st.integers(0, 2)))
    def assign(self, number: int, person: int | None) -> None:
        uid = None if person is None else self.room.people[person]
        chosen = [s.uid for s in self._pick(number, 2)]
        self.services.capture.update(chosen, StatementChanges(participant_uid=uid))
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, at=NUMBERS)
    def split(self, number: int, at: int) -> None:
        (chosen,) = self._pick(number)
        cut = at % len(chosen.text)
        first, second = chosen.text[:cut], chosen.text[cut:]
        if first.strip() and second.strip():
            self.services.capture.split(chosen.uid, first, second)
            self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, count=st.integers(2, 4))
    def merge(self, number: int, count: int) -> None:
        chosen = [s.uid for s in self._pick(number, count)]
        if len(chosen) > 1:
            self.services.capture.merge(chosen)
            self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, question=st.integers(1, 8))
    def move_to_item(self, number: int, question: int) -> None:
        chosen = [s.uid for s in self._pick(number, 3)]
        self.services.capture.move_to_item(chosen, self.room.question(question).uid)
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS)
    def move_up(self, number: int) -> None:
        (chosen,) = self._pick(number)
        self.services.capture.move(chosen.uid, after=None)
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS, count=st.integers(1, 3))
    def delete(self, number: int, count: int) -> None:
        self.services.capture.delete([s.uid for s in self._pick(number, count)])
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS)
    def restore_wording(self, number: int) -> None:
        (chosen,) = self._pick(number)
        wordings = self.services.history.of_statement(chosen.uid).wordings()
        self.services.capture.restore_wording(chosen.uid, wordings[0])
        self._done()

    @precondition(_has_statements)
    @rule(number=NUMBERS)
    def add_next_step(self, number: int) -> None:
        (chosen,) = self._pick(number)
        draft = NextStepDraft(text="Anrufen", statement_uid=chosen.uid)
        self.services.capture.add_next_step(self.room.uid, draft)
        self._done()

    @rule()
    def start_anew(self) -> None:
        self._services.__exit__(None, None, None)
        self._enter()
        self.room.services = self.services

    def teardown(self) -> None:
        """Everything back and everything there again, each step on the way included."""
        start, end = self.states[0], self.states[-1]
        try:
            steps = self._undo_all()
            assert everything(self._path) == start
            for _ in range(steps):
                self.services.history.redo(self.room.uid)
            assert everything(self._path) == end
        finally:
            self._services.__exit__(None, None, None)
            self._open.close()

    def _undo_all(self) -> int:
        """Back to where the machine began, every state on the way as it was."""
        steps, at = 0, len(self.states) - 1
        while at:
            self.services.history.undo(self.room.uid)
            steps += 1
            now = everything(self._path)
            if now != self.states[at]:  # else the step changed only what is not compared
                at -= 1
                assert now == self.states[at]
        return steps


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
