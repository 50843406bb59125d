"""The example evening, which is a whole session, and what else tests of the step need."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from app.bootstrap import Services
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.statements import StatementChanges
from tests.ui.minutes.step import WITHOUT


@pytest.fixture
def evening(services: Services) -> str:
    """The uid of the example session: 67 statements of one evening."""
    return services.example.ensure()


@pytest.fixture
def open_questions(services: Services, evening: str) -> str:
    """The evening with two questions that have neither summary nor result."""
    for item in services.views.plan_items(evening):
        if item.number in WITHOUT:
            services.plan.update(item.uid, PlanItemChanges(summary=""))
            said = services.views.statements(evening, item.uid)
            services.capture.update([s.uid for s in said], StatementChanges(is_result=False))
    return evening


@pytest.fixture
def own_dialogs() -> Iterator[None]:
    """File dialogs of Qt's own, which answer to keys."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    QCoreApplication.setAttribute(attribute)
    yield
    QCoreApplication.setAttribute(attribute, False)
