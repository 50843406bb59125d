"""What the review knows of the open session, and how it is asked for again."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from app.bootstrap import Services
from app.domain.initials import People, Person
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.sessions import SessionView
from app.domain.vocabulary import NamingLevel, PlanItemKind, SessionState
from app.texts import Texts
from ui.models.statement_model import RowMaker
from ui.widgets.statement_list import row_words


class ReviewSession:
    """The open session: head, plan, people and themes."""

    def __init__(self, services: Services, texts: Texts, session_uid: str) -> None:
        self._services = services
        self.uid = session_uid
        self.view: SessionView = services.views.session(session_uid)
        self.items: tuple[PlanItemView, ...] = ()
        self.people: Mapping[str, ParticipantView] = {}
        self.names: Mapping[str, str] = {}
        self.themes: tuple[str, ...] = ()
        self.rows = RowMaker(texts, row_words(), self.view.time_zone)
        self._known: People | None = None
        self.with_release = False
        self.reload_release()
        self.reload_plan()
        self.reload_people()
        self.reload_themes()

    @property
    def is_closed(self) -> bool:
        """A closed session is only read."""
        return self.view.state is SessionState.CLOSED

    @property
    def zone(self) -> ZoneInfo:
        """The zone all times are shown in."""
        return ZoneInfo(self.view.time_zone)

    @property
    def questions(self) -> int:
        """How many guiding questions there are."""
        return sum(item.kind is PlanItemKind.QUESTION for item in self.items)

    def reload_head(self) -> None:
        """The session itself is different now: its state, for one."""
        self.view = self._services.views.session(self.uid)

    def reload_release(self) -> None:
        """Statements are released from now on, or not any more."""
        self.with_release = self._services.views.with_release(self.uid)
        self.rows.with_state = self.with_release

    def reload_plan(self) -> None:
        """The plan, or what its items hold, is different now."""
        self.items = self._services.views.plan_items(self.uid)

    def reload_people(self) -> None:
        """Somebody came, went or has another name."""
        participants = self._services.views.participants(self.uid)
        self.people = {participant.uid: participant for participant in participants}
        self.names = {uid: person.name for uid, person in self.people.items()}
        self._known = None
        self.rows.set_people(self.people)

    def reload_themes(self) -> None:
        """The codebook is different now."""
        themes = self._services.views.themes(self.view.series_uid)
        self.themes = tuple(theme.name for theme in themes)

    def organisation_names(self) -> tuple[str, ...]:
        """What helps to read a line: the organisations of the workspace."""
        return tuple(organisation.name for organisation in self._services.views.organisations())

    def item(self, uid: str) -> PlanItemView | None:
        """An item of the plan."""
        return next((item for item in self.items if item.uid == uid), None)

    def question(self, number: int) -> PlanItemView | None:
        """A question by its number."""
        return next((item for item in self.items if item.number == number), None)

    def first_item(self) -> PlanItemView | None:
        """Where to begin: with a question without result, else with one that has statements."""
        asked = [item for item in self.items if item.kind is PlanItemKind.QUESTION]
        said = [item for item in asked if item.statement_count]
        open_ = [item for item in said if not item.result_count]
        return next(iter((*open_, *said, *asked, *self.items)), None)

    def people_called(self, initials: str) -> tuple[ParticipantView, ...]:
        """Everybody whom initials like "SB" can mean."""
        if self._known is None:
            everybody = self.people.values()
            self._known = People(Person(p.uid, p.name, p.organisation) for p in everybody)
        found = self._known.match(initials)
        return tuple(self.people[person.uid] for person in found if person.uid in self.people)

    def naming_of(self, participant_uid: str | None) -> NamingLevel:
        """How somebody is named in this session, before a statement makes it stricter."""
        person = self.people.get(participant_uid or "")
        return (person.agreed if person else None) or self.view.naming
