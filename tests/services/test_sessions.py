import datetime as dt

import pytest

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.vocabulary import NamingLevel, SessionState
from app.errors import AmbiguousError, NotFoundError
from tests.support.room import Room

COURSE = "qualifiziert-fuers-quartier"


def _create(services: Services, title: str = "", **values: object) -> str:
    return services.sessions.create(
        SessionDraft.model_validate(
            {"date": dt.date(2026, 11, 22), "place": "Gemeindehaus, Saal", "title": title, **values}
        )
    )


def test_date_and_place_are_enough(services: Services) -> None:
    uid = _create(services, start_time=dt.time(17))
    session = services.views.session(uid)
    assert session.title == "Strategiegespräch Quartier Gemeindehaus"
    assert (session.start_time, session.end_time) == (dt.time(17), dt.time(20))
    assert (session.state, session.naming) == (SessionState.PLANNED, NamingLevel.ORGANISATION)
    assert (session.code, session.number) == ("S1", 1)
    items = services.views.plan_items(uid)
    assert (len(items), sum(item.minutes for item in items)) == (14, 180)
    assert [theme.name for theme in services.views.themes(session.series_uid)][:2] == [
        "Engagement",
        "Personal",
    ]


def test_sessions_of_a_guide_share_a_series_and_their_questions(services: Services) -> None:
    first, second = _create(services), _create(services)
    course = _create(services, guide_key=COURSE)
    series = [services.views.session(uid).series_uid for uid in (first, second, course)]
    assert series[0] == series[1] != series[2]
    identities = [
        {item.identity for item in services.views.plan_items(uid) if item.identity}
        for uid in (first, second)
    ]
    assert identities[0] == identities[1]
    assert services.views.session(second).number == 2


def test_the_example_series_takes_no_real_session(services: Services) -> None:
    example = services.views.session(services.example.ensure())
    assert services.views.session(_create(services)).series_uid != example.series_uid


def test_a_session_is_found_by_uid_part_or_title(services: Services) -> None:
    first = _create(services, "Übergänge gestalten")
    second = _create(services, "Straße und Platz")
    for reference in (
        first,
        first[:13],
        first.upper(),
        "ÜBERGÄNGE",
        "ubergange gest",
        " übergänge ",
    ):
        assert services.views.find_session(reference) == first
    assert services.views.find_session("strasse") == second
    with pytest.raises(AmbiguousError) as caught:
        services.views.find_session("-4")
    assert len(caught.value.matches) == 2
    for nothing in ("Nirgendwo", "", " "):
        with pytest.raises(NotFoundError):
            services.views.find_session(nothing)


def test_a_whole_title_wins_over_a_part(services: Services) -> None:
    whole = _create(services, "Quartier")
    _create(services, "Quartier Nord")
    assert services.views.find_session("quartier") == whole


def test_a_word_of_one_title_wins_over_parts_of_uids(services: Services) -> None:
    uid = _create(services, "Runde 4")
    for _ in range(3):
        _create(services, "Andere")
    assert services.views.find_session("4") == uid


def test_deleted_sessions_are_gone_from_every_list(services: Services, room: Room) -> None:
    services.sessions.delete(room.uid)
    assert services.views.sessions() == ()
    assert services.search.page("a") == ()
    with pytest.raises(NotFoundError):
        services.views.session(room.uid)
    assert services.views.all_series()[0].session_count == 0


def test_changing_the_title_keeps_it_findable(services: Services, room: Room) -> None:
    services.sessions.update(room.uid, SessionChanges(title="Ganz anders"))
    assert services.views.find_session("ganz") == room.uid


def test_starting_and_ending_items_moves_the_session_on(services: Services, room: Room) -> None:
    first, second = room.items[0], room.items[1]
    services.plan.start(first.uid)
    services.plan.start(second.uid)
    items = room.items
    assert items[0].ended_at == items[1].started_at
    assert [item.is_running for item in items[:3]] == [False, True, False]
    assert services.views.session(room.uid).state is SessionState.RUNNING
    services.plan.start(first.uid)  # back: it runs on
    assert room.items[0].started_at == items[0].started_at
    services.plan.finish(room.uid)
    services.plan.start(first.uid)  # a session read in is in review until it is led
    assert services.views.session(room.uid).state is SessionState.RUNNING
    services.plan.finish(room.uid)
    assert not any(item.is_running for item in room.items)
    assert services.views.session(room.uid).state is SessionState.REVIEW


def test_counts_of_the_summary(services: Services, room: Room) -> None:
    room.say("Eins")
    room.say("Zwei", question=2)
    (summary,) = services.views.sessions()
    assert (summary.question_count, summary.participant_count) == (8, 3)
    assert (summary.statement_count, summary.questions_without_result) == (2, 8)


def test_nothing_runs_in_a_closed_session(services: Services, room: Room) -> None:
    item = room.question(4).uid
    services.plan.start(item)
    services.sessions.set_state(room.uid, SessionState.REVIEW)
    assert services.views.plan_item(item).is_running
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    ended = services.views.plan_item(item)
    assert not ended.is_running
    assert ended.ended_at is not None
    assert [i.uid for i in services.views.plan_items(room.uid) if i.ended_at] == [item]
