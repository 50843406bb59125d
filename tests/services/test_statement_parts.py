import datetime as dt
import zipfile
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, NamingLevel, StatementKind
from app.errors import BadInputError
from tests.support.room import Room
from tests.support.tables import everything


def _view(services: Services, uid: str) -> StatementView:
    return services.views.statement(uid)


def test_both_parts_keep_who_when_and_what(services: Services, room: Room) -> None:
    uid = room.say("Wir brauchen Räume. Und Geld.", person=0).uid
    room.say("Danach")
    services.capture.update(
        [uid],
        StatementChanges(
            kind=StatementKind.OBSTACLE,
            themes=("Räume", "Finanzierung"),
            is_result=True,
            clarify=True,
            assent=7,
            memo="Nur für uns",
            naming=NamingLevel.ANONYMOUS,
        ),
    )
    before = _view(services, uid)
    made = services.capture.split(uid, "Wir brauchen Räume. ", " Und Geld.")
    first = _view(services, uid)
    assert room.texts() == ["Wir brauchen Räume.", "Und Geld.", "Danach"]
    for part in (first, made):
        for field in ("kind", "participant_uid", "recorded_at", "themes", "naming", "is_result"):
            assert getattr(part, field) == getattr(before, field)
        assert (part.clarify, part.assent) == (True, 7)
    assert (first.memo, made.memo) == ("Nur für uns", "")


def test_the_number_stays_with_the_first_part(services: Services, room: Room) -> None:
    uid = room.say("Eins. Zwei.").uid
    _print(services, room)
    made = services.capture.split(uid, "Eins.", "Zwei.")
    assert (_view(services, uid).evidence, made.evidence) == ("S1-1-1", "")
    _print(services, room)
    assert _view(services, made.uid).evidence == "S1-1-2"


@pytest.mark.parametrize(("first", "second"), [("", "alles"), ("alles", " \n ")])
def test_no_part_is_empty(services: Services, room: Room, first: str, second: str) -> None:
    uid = room.say("alles").uid
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.capture.split(uid, first, second)
    assert caught.value.code == "split_empty"
    assert everything(services.workspace.path) == before


def test_confirmed_partners_go_where_they_are_named(services: Services, room: Room) -> None:
    uid = room.say("Diakonie + Awo: Café", 4).uid
    services.capture.update([uid], StatementChanges(reading_confirmed=True))
    made = services.capture.split(uid, "Mit der Diakonie", "mit der Awo ein Café")
    assert [actor.name for actor in _view(services, uid).actors] == ["Diakonie"]
    assert [actor.name for actor in made.actors] == ["Awo"]


def test_together_they_say_everything_once(services: Services, room: Room) -> None:
    one, two = room.say("Mehr Räume", person=0), room.say("und zwar im Erdgeschoss", person=0)
    services.capture.update([one.uid], StatementChanges(themes=("Räume",), assent=3, memo="a"))
    services.capture.update(
        [two.uid],
        StatementChanges(
            themes=("Wohnen",),
            is_result=True,
            assent=5,
            dissent=1,
            memo="b",
            naming=NamingLevel.ORGANISATION_KIND,
        ),
    )
    step = services.capture.add_next_step(
        room.uid, NextStepDraft(text="Anrufen", statement_uid=two.uid)
    )
    both = services.capture.merge([two.uid, one.uid])
    assert both.uid == one.uid
    assert both.text == "Mehr Räume und zwar im Erdgeschoss"
    assert both.participant_uid == room.people[0]
    assert set(both.themes) == {"Räume", "Wohnen"}
    assert (both.is_result, both.assent, both.dissent) == (True, 5, 1)
    assert both.naming is NamingLevel.ORGANISATION_KIND
    assert both.memo == "a\nb"
    assert both.recorded_at == one.recorded_at
    assert room.texts() == [both.text]
    (left,) = services.views.next_steps(room.uid)
    assert (left.uid, left.statement_uid) == (step, one.uid)


def test_of_different_people_nobody_is_named(services: Services, room: Room) -> None:
    uids = [room.say("Ja", person=0).uid, room.say("Nein", person=1).uid]
    assert services.capture.merge(uids).participant_uid is None


def test_a_person_stays_where_the_other_was_nobody(services: Services, room: Room) -> None:
    uids = [room.say("Ja").uid, room.say("Nein", person=1).uid]
    assert services.capture.merge(uids).participant_uid == room.people[1]


def test_a_quote_among_others_gets_its_marks(services: Services, room: Room) -> None:
    one, two = room.say("Sie sagte"), room.say("Es reicht")
    services.capture.update([two.uid], StatementChanges(verbatim=True))
    both = services.capture.merge([one.uid, two.uid])
    assert (both.text, both.verbatim) == ("Sie sagte „Es reicht“", False)


def test_the_number_of_the_first_stays_and_names_the_others(services: Services, room: Room) -> None:
    uids = [room.say(text).uid for text in ("Eins", "Zwei", "Drei")]
    _print(services, room)
    both = services.capture.merge(uids)
    assert (both.evidence, both.evidence_also) == ("S1-1-1", ("S1-1-2", "S1-1-3"))
    new = room.say("Vier").uid
    _print(services, room)
    assert _view(services, new).evidence == "S1-1-4"


def test_a_number_that_went_into_another_statement_is_not_given_elsewhere(
    services: Services, room: Room, tmp_path: Path
) -> None:
    uids = [room.say(text).uid for text in ("Eins", "Zwei")]
    _print(services, room)
    services.capture.merge(uids)
    services.documents.write(room.uid, tmp_path / "a.session.json")
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(tmp_path / "a.session.json")
        assert other.views.statement(uids[0]).evidence_also == ("S1-1-2",)
        item = room.question(1).uid
        new = other.capture.record(StatementDraft(plan_item_uid=item, text="Neu")).uid
        other.minutes.export(
            room.uid,
            MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22)),
            tmp_path / "minutes.docx",
        )
        assert other.views.statement(new).evidence == "S1-1-3"


def test_too_much_for_one_statement_is_said(services: Services, room: Room) -> None:
    uids = [room.say("x" * 60_000).uid for _ in range(2)]
    with pytest.raises(BadInputError) as caught:
        services.capture.merge(uids)
    assert caught.value.code == "merge_too_long"
    assert len(room.texts()) == 2


def test_one_alone_is_not_merged(services: Services, room: Room) -> None:
    with pytest.raises(BadInputError) as caught:
        services.capture.merge([room.say("Allein").uid])
    assert caught.value.code == "merge_one"


def test_a_wording_comes_back_as_a_step_of_its_own(services: Services, room: Room) -> None:
    uid = room.say("Erste Fassung").uid
    services.capture.update([uid], StatementChanges(text="Zweite Fassung", is_result=True))
    services.capture.restore_wording(uid, "Erste Fassung")
    assert services.history.undoable(room.uid) == "statement.restore"
    assert _view(services, uid).text == "Erste Fassung"
    assert _view(services, uid).is_result
    assert [hit.statement_uid for hit in services.search.page("Erste Fassung")] == [uid]
    services.history.undo(room.uid)
    assert _view(services, uid).text == "Zweite Fassung"


def _print(services: Services, room: Room) -> None:
    """Minutes are saved: what has no number gets one."""
    path = services.workspace.path.with_name("minutes.docx")
    options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
    services.minutes.export(room.uid, options, path)


def test_a_memo_is_never_printed(services: Services, room: Room, tmp_path: Path) -> None:
    uid = room.say("Gesagt", person=0).uid
    services.capture.update([uid], StatementChanges(memo="Geheimnis", is_result=True))
    for kind in MinutesKind:
        path = tmp_path / f"{kind}.docx"
        options = MinutesOptions(kind=kind, created=dt.date(2026, 11, 22))
        services.minutes.export(room.uid, options, path)
        with zipfile.ZipFile(path) as package:
            content = b"".join(package.read(name) for name in package.namelist())
        assert b"Gesagt" in content
        assert b"Geheimnis" not in content


def test_both_numbers_are_printed(services: Services, room: Room, tmp_path: Path) -> None:
    uids = [room.say(text).uid for text in ("Eins", "Zwei")]
    _print(services, room)
    services.capture.merge(uids)
    _print(services, room)
    with zipfile.ZipFile(services.workspace.path.with_name("minutes.docx")) as package:
        assert b"S1-1-1 / S1-1-2" in package.read("word/document.xml")


def test_after_many_deletions_the_search_forgets_thoroughly_again(
    services: Services, room: Room
) -> None:
    uids = [room.say(f"Verschwunden {number}").uid for number in range(30)]
    services.capture.delete(uids)
    assert services.search.page("Verschwunden") == ()
    with services.capture._writer.database.look() as driver:
        config = dict(driver.execute("SELECT k, v FROM statement_search_config"))
    assert config["secure-delete"] == 1
    assert services.workspace.check().problems == ()
    services.history.undo(room.uid)
    assert len(services.search.page("Verschwunden")) == 30
