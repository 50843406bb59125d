"""Every model of the program keeps Qt's rules while sessions change under it."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    qInstallMessageHandler,
)
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.vocabulary import PlanItemKind
from tests.support.keyboard import press, type_text
from tests.support.real_window import services_of, settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import (
    EMPTY,
    HOME,
    LEADING,
    REVIEWING,
    World,
    classes_of_the_window,
    opened,
    openings,
    stations,
)
from tests.ui.sweeps.test_dialogs import close_all
from ui.pages import Step
from ui.program import Program

WARNING = QAbstractItemModelTester.FailureReportingMode.Warning
"""Each warning fails the test; ``Fatal`` would end the whole run without a word."""


class Examiner:
    """Puts a tester on every model of our own that comes along."""

    def __init__(self) -> None:
        self.seen: set[type] = set()

    def look(self, window: QWidget) -> None:
        """Find models by their owner and by the views that show them."""
        models = {*window.findChildren(QAbstractItemModel)}
        models |= {view.model() for view in window.findChildren(QAbstractItemView)} - {None}
        for model in models:
            if type(model).__module__.startswith("ui."):
                self.seen.add(type(model))
                if not model.property("tested"):
                    model.setProperty("tested", True)
                    QAbstractItemModelTester(model, WARNING, model)


def test_models_keep_the_rules(start: Open, session_of: Callable[[World], str]) -> None:
    examiner = Examiner()
    for world in (EMPTY, HOME, LEADING, REVIEWING):
        program, session = start(world), session_of(world)
        for station in stations(world):
            station.go(program, session)
            settle(program)
            examiner.look(program.window)
        for opening in openings(world):
            examiner.look(opened(program, opening, session))
            close_all(program)
        if session:
            change_everything(services_of(program), session)
            settle(program)
    propose(start(LEADING), session_of(LEADING), examiner)
    missing = {each.__name__ for each in models()} - {each.__name__ for each in examiner.seen}
    assert not missing, f"no tester for {missing}"


def models() -> set[type[QAbstractItemModel]]:
    return classes_of_the_window(QAbstractItemModel)


def propose(program: Program, session: str, examiner: Examiner) -> None:
    """The completion, whose rows change with every sign."""
    program.frame.open_session(session, Step.LIVE)
    examiner.look(program.window)
    for text in ("@", "jo", "\b\b", "/", "#k"):
        type_text(text.replace("\b", ""))
        press(*["Backspace"] * text.count("\b"))


def change_everything(services: Services, session: str) -> None:
    """What people do to a session, and back again."""
    _change_plan(services, session)
    _change_people(services, session)
    _change_statements(services, session)
    while services.history.undoable(session):
        services.history.undo(session)
    while services.history.redoable(session):
        services.history.redo(session)


def _change_plan(services: Services, session: str) -> None:
    first, second = services.views.plan_items(session)[:2]
    draft = PlanItemDraft(kind=PlanItemKind.BREAK, title="Kaffee")
    added = services.plan.add(session, draft, after=first.uid)
    services.plan.update(second.uid, PlanItemChanges(minutes=33))
    services.plan.move(added, after=second.uid)
    services.plan.remove(added)
    services.plan.move(second.uid, after=None)


def _change_people(services: Services, session: str) -> None:
    uid = services.people.add(session, ParticipantDraft(name="Änne Zander"))
    services.people.update(uid, ParticipantChanges(name="Änne Abel"))
    services.people.remove(uid)


def _change_statements(services: Services, session: str) -> None:
    one, other = (item for item in services.views.plan_items(session) if item.number in (1, 2))
    made = [
        services.capture.record(StatementDraft(plan_item_uid=one.uid, text=f"Beitrag {number}")).uid
        for number in range(4)
    ]
    services.capture.update(made[:2], StatementChanges(is_result=True, text="Anders"))
    services.capture.move(made[3], after=None)
    services.capture.move_to_item(made[1:3], other.uid)
    services.capture.delete(made[:1])


class Broken(QAbstractListModel):
    """Has one row more than it says."""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return -1

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> object:
        return None


def test_a_broken_model_is_noticed(qtbot: QtBot) -> None:
    said: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, message: said.append(message))
    try:
        QAbstractItemModelTester(Broken(), WARNING)
    finally:
        qInstallMessageHandler(before)
    assert any("FAIL!" in message for message in said)
