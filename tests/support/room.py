"""A session to try things on, with short ways to its questions and people."""

import datetime as dt

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.sessions import SessionDraft
from app.domain.incoming.statements import StatementDraft
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import OrganisationKind


class Room:
    """A planned session from the built-in guide with three participants."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.uid = services.sessions.create(
            SessionDraft(date=dt.date(2026, 11, 22), place="Lindenviertel, Gemeindehaus")
        )
        self.people = [
            services.people.add(self.uid, ParticipantDraft(name=name, organisation=organisation))
            for name, organisation in (
                ("Karin Weiß", "Kirchengemeinde St. Lukas"),
                ("Mehmet Öztürk", "Nachbarschaftshilfe e. V."),
                ("Sabine Brandt", ""),
            )
        ]
        services.people.update(
            self.people[0], ParticipantChanges(organisation_kind=OrganisationKind.PARISH)
        )

    def question(self, number: int) -> PlanItemView:
        """The plan item of a guiding question."""
        return next(item for item in self.items if item.number == number)

    @property
    def items(self) -> tuple[PlanItemView, ...]:
        """The plan as it is now."""
        return self.services.views.plan_items(self.uid)

    def say(self, text: str, question: int = 1, person: int | None = None) -> StatementView:
        """Record a statement under a question."""
        return self.services.capture.record(
            StatementDraft(
                plan_item_uid=self.question(question).uid,
                text=text,
                participant_uid=None if person is None else self.people[person],
            )
        )

    def texts(self, question: int = 1) -> list[str]:
        """What stands under a question, in order."""
        item = self.question(question).uid
        return [each.text for each in self.services.views.statements(self.uid, item)]
