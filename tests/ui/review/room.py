"""The review of the example evening with its window, for tests."""

from PySide6.QtWidgets import QApplication, QMenu

from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from tests.support.desk import Desk
from ui.pages import Step
from ui.review.controller import ReviewController
from ui.review.page import ReviewPage


class Review:
    """The review of the example evening, with short ways to what is in it."""

    def __init__(self, desk: Desk, uid: str) -> None:
        self.desk = desk
        self.services = desk.services
        self.uid = uid
        self.place = desk.open(uid, Step.REVIEW, ReviewController)
        assert isinstance(self.place.page, ReviewPage)
        self.page = self.place.page

    def item(self, number: int) -> PlanItemView:
        return next(i for i in self.services.views.plan_items(self.uid) if i.number == number)

    def said(self, number: int) -> tuple[StatementView, ...]:
        return self.services.views.statements(self.uid, self.item(number).uid)

    def go_to(self, number: int, row: int = 0) -> StatementView:
        """The cursor on a statement of a question, the focus in the list."""
        statement = self.said(number)[row]
        assert self.place.reveal(self.item(number).uid, statement.uid)
        return statement

    def now(self, statement: StatementView) -> StatementView:
        return self.services.views.statement(statement.uid)

    def shown(self) -> list[str]:
        return [row.uid for row in self.place.statements.model.rows()]

    def choose(self, text: str) -> None:
        """Choose an entry of the open menu by its keys."""
        self.desk.wait_for(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(200):
            action = menu.activeAction()
            if action is not None and action.text().split("\t")[0] == text:
                break
            self.desk.press("Down", to=menu)
        self.desk.press("Return", to=menu)
