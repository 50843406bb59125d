"""What a careless script may hand to the services: blanks, control characters, rows of others."""

import datetime as dt
from collections.abc import Callable

import pytest
from pydantic import ValidationError

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.series import SeriesChanges, SeriesDraft
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.incoming.statements import NextStepDraft, StatementDraft
from app.domain.vocabulary import PlanItemKind
from app.errors import BadInputError, NotFoundError
from tests.support.room import Room
from tests.support.tables import everything

BLANK = " \u00a0\x00\n"
Call = Callable[[Services, Room], object]

BLANKS: list[Call] = [
    lambda s, room: s.sessions.update(room.uid, SessionChanges(title=BLANK)),
    lambda s, room: s.people.add(room.uid, ParticipantDraft(name=BLANK)),
    lambda s, room: s.people.update(room.people[0], ParticipantChanges(name=BLANK)),
    lambda s, room: s.plan.add(room.uid, PlanItemDraft(kind=PlanItemKind.BREAK, title=BLANK)),
    lambda s, room: s.plan.update(room.items[0].uid, PlanItemChanges(title=BLANK)),
    lambda s, room: s.capture.add_next_step(room.uid, NextStepDraft(text=BLANK)),
    lambda s, _: s.series.create(SeriesDraft(title=BLANK)),
    lambda s, room: s.series.update(_series(s, room), SeriesChanges(title=BLANK)),
]
STRANGERS: list[Call] = [
    lambda s, _: s.series.update("nirgends", SeriesChanges(title="Neu")),
    lambda s, room: s.capture.move(room.say("Eins").uid, after="nirgends"),
    lambda s, room: s.plan.move(room.items[0].uid, after="nirgends"),
    lambda s, room: s.capture.add_next_step(
        s.sessions.create(SessionDraft(date=dt.date(2026, 1, 1))),
        NextStepDraft(text="Anrufen", statement_uid=room.say("Zwei").uid),
    ),
    lambda s, _: s.views.find_session("\u00ad\u200b"),
]


@pytest.mark.parametrize("call", BLANKS)
def test_nothing_gets_a_blank_name(services: Services, room: Room, call: Call) -> None:
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        call(services, room)
    assert caught.value.code == "name_empty"
    assert everything(services.workspace.path) == before


@pytest.mark.parametrize("minutes", [-1, 1441, 10_000])
@pytest.mark.parametrize("field", ["minutes", "min_minutes", "minutes_now"])
def test_no_item_takes_less_than_nothing_or_more_than_a_day(field: str, minutes: int) -> None:
    with pytest.raises(ValidationError):
        PlanItemChanges.model_validate({field: minutes})
    assert PlanItemChanges.model_validate({field: 1440})


@pytest.mark.parametrize("minutes", [-10_000, 10_000])
def test_giving_minutes_ends_at_nothing_and_at_a_day(
    services: Services, room: Room, minutes: int
) -> None:
    services.plan.give(room.items[0].uid, minutes)
    assert room.items[0].time_given in (0, 1440)


@pytest.mark.parametrize("call", STRANGERS)
def test_what_is_not_there_is_said(services: Services, room: Room, call: Call) -> None:
    with pytest.raises(NotFoundError):
        call(services, room)


def test_titles_and_names_are_one_clean_line(services: Services, room: Room) -> None:
    typed, kept = "Eva\r\nKern\x07", "Eva Kern"
    services.sessions.update(room.uid, SessionChanges(title=typed, facilitators=(typed,)))
    services.people.update(room.people[0], ParticipantChanges(name=typed, role=typed))
    series = services.series.create(SeriesDraft(title=typed, purpose=typed))
    session = services.views.session(room.uid)
    person = services.views.participants(room.uid)[0]
    assert (session.title, session.facilitators) == (kept, (kept,))
    assert (person.name, person.role) == (kept, kept)
    view = services.views.series(series)
    assert (view.title, view.purpose) == (kept, "Eva\nKern")


def test_a_zone_nobody_knows_is_refused(services: Services, room: Room) -> None:
    """With it, no time of the session could be shown any more."""
    for zone in ("Mars/Olympus", "../etc", ""):
        with pytest.raises(BadInputError):
            services.sessions.update(room.uid, SessionChanges(time_zone=zone))
        with pytest.raises(BadInputError):
            services.sessions.create(SessionDraft(date=dt.date(2026, 1, 1), time_zone=zone))


def test_a_moment_without_zone_is_none(room: Room) -> None:
    with pytest.raises(ValidationError):
        StatementDraft(
            plan_item_uid=room.items[0].uid,
            text="Eins",
            recorded_at=dt.datetime(2026, 1, 1),  # noqa: DTZ001 - the fault
        )


def _series(services: Services, room: Room) -> str:
    return services.views.session(room.uid).series_uid
