import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Services, workspace
from app.domain.changes import Entity
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import NextStepDraft, StatementChanges
from app.domain.statements import StatementDetails
from app.domain.vocabulary import (
    ActivityStatus,
    Addressee,
    NamingLevel,
    SessionState,
    StatementKind,
)
from app.errors import BadInputError, UserError
from app.paths import resource
from app.texts import Texts
from tests.support.room import Room
from tests.support.small_document import row_id, small_document, statement, write
from tests.support.tables import everything

GERMAN = Texts("de")


def test_required_fields_are_enough(services: Services, tmp_path: Path) -> None:
    report = services.documents.read(write(tmp_path / "a.session.json", small_document()))
    assert not report.known
    assert report.new[Entity.STATEMENT] == 2
    session = services.views.session(report.session_uid)
    assert (session.state, session.time_zone) == (SessionState.REVIEW, "Europe/Berlin")
    items = services.views.plan_items(report.session_uid)
    assert [item.text for item in items] == ["Was war der Anlass?", "Was ist neu?"]
    assert {item.statement_kind for item in items} == {StatementKind.REMARK}
    (person,) = services.views.participants(report.session_uid)
    assert person.naming is NamingLevel.NAME


def test_reading_twice_adds_nothing_and_changes_nothing(services: Services, tmp_path: Path) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    services.documents.read(path)
    before = everything(services.workspace.path)
    operations = services.workspace.check().counts["operation"]
    report = services.documents.read(path)
    assert (report.known, report.new, report.different) == (True, {}, {})
    assert everything(services.workspace.path) == before
    assert services.workspace.check().counts["operation"] == operations


def test_known_rows_are_counted_never_overwritten_and_deleted_ones_not_revived(
    services: Services, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    services.documents.read(path)
    services.capture.update([row_id(6)], StatementChanges(text="Verbessert"))
    services.capture.delete([row_id(7)])
    changed = small_document()
    changed["statements"].append(statement(8, row_id(5), "Drei"))
    changed["session"]["title"] = "Neuer Titel"
    before = everything(services.workspace.path)
    report = services.documents.read(write(path, changed))
    assert report.new == {Entity.STATEMENT: 1}
    assert report.different == {Entity.SESSION: 1, Entity.STATEMENT: 1}
    after = everything(services.workspace.path)
    assert after["dialogue_session"] == before["dialogue_session"]
    assert {row["text"] for row in after["statement"]} == {"Drei", "Verbessert"}


def test_updating_takes_head_plan_and_people_but_no_statements(
    services: Services, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    services.documents.read(path)
    changed = small_document()
    changed["session"].update(title="Neuer Titel", place="Rathaus")
    changed["participants"][0].update(name="Karin Weiss", organisation="St. Lukas")
    changed["questions"][0]["planned_minutes"] = 20
    changed["statements"][0]["text"] = "Anders"
    write(path, changed)
    preview = services.documents.preview(path)
    assert preview.changes_something
    report = services.documents.update(path)
    assert report.different == preview.different
    assert report.differences == preview.differences
    assert preview.kept == 1
    assert {(one.name, one.field, one.here, one.in_file) for one in preview.differences} >= {
        ("Gespräch", "place", "", "Rathaus"),
        ("Karin Weiss", "name", "Karin Weiß", "Karin Weiss"),
        ("Karin Weiss", "organisation", "", "St. Lukas"),
    }
    assert [(one.here, one.in_file) for one in preview.differences if one.field == "minutes"] == [
        (0, 20)
    ]
    session = services.views.session(report.session_uid)
    assert (session.title, session.place) == ("Neuer Titel", "Rathaus")
    (person,) = services.views.participants(report.session_uid)
    assert (person.name, person.organisation) == ("Karin Weiss", "St. Lukas")
    assert services.views.plan_item(row_id(4)).minutes == 20
    assert services.views.statement(row_id(6)).text == "Eins"


def test_what_is_new_first_is_unchanged_afterwards(
    services: Services, room: Room, tmp_path: Path
) -> None:
    """Row for row, though people, organisations and themes come with them."""
    _use_everything(services, room)
    path = tmp_path / "out.session.json"
    services.documents.write(room.uid, path)
    document = json.loads(path.read_text("utf-8"))
    with workspace(tmp_path / "elsewhere.db") as other:
        first = other.documents.read(path)
        again = other.documents.read(path)
        assert sum(first.new.values()) > first.new_rows == sum(again.unchanged.values()) > 0
        assert (again.new_rows, again.different) == (0, {})
        document["participants"][0]["name"] += " (neu)"
        document["participants"][1]["role"] += " (neu)"
        renamed = other.documents.read(write(path, document))
        assert renamed.different == {Entity.PARTICIPANT: 2}
        assert sum(renamed.unchanged.values()) == first.new_rows - 2
        assert other.documents.update(path).different == {Entity.PARTICIPANT: 2}
        assert other.documents.read(path).different == {}


def test_a_preview_writes_nothing(services: Services, tmp_path: Path) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    before = everything(services.workspace.path)
    assert services.documents.preview(path).new[Entity.SESSION] == 1
    assert everything(services.workspace.path) == before


def test_a_whole_session_survives_the_way_out_and_in(
    services: Services, room: Room, tmp_path: Path
) -> None:
    _use_everything(services, room)
    path = tmp_path / "out.session.json"
    services.documents.write(room.uid, path)
    _assert_equal_elsewhere(services, room.uid, path, tmp_path)


def test_a_question_of_several_lines_survives_the_way_out_and_in(
    services: Services, tmp_path: Path
) -> None:
    document = small_document()
    document["questions"][0]["text"] = "Was ist neu? \n Und was bleibt?"
    uid = services.documents.read(write(tmp_path / "a.session.json", document)).session_uid
    path = tmp_path / "out.session.json"
    services.documents.write(uid, path)
    _assert_equal_elsewhere(services, uid, path, tmp_path)


def test_names_of_any_length_survive_the_way_out_and_in(services: Services, tmp_path: Path) -> None:
    """Version 1 sets no limit but that of every text; our own extensions repeat these names."""
    document = small_document()
    document["participants"][0]["organisation"] = "Verein " * 200
    document["statements"][0]["themes"] = ["Thema " * 200]
    uid = services.documents.read(write(tmp_path / "a.session.json", document)).session_uid
    path = tmp_path / "out.session.json"
    services.documents.write(uid, path)
    _assert_equal_elsewhere(services, uid, path, tmp_path)


def test_the_example_survives_the_way_out_and_in(services: Services, tmp_path: Path) -> None:
    uid = services.example.ensure()
    path = tmp_path / "out.session.json"
    services.documents.write(uid, path)
    _assert_equal_elsewhere(services, uid, path, tmp_path)


def _use_everything(services: Services, room: Room) -> None:
    """Give every field of every table a value of its own."""
    said = room.say("Kita Regenbogen + Schule: Lesen", question=4, person=0)
    services.capture.update(
        [said.uid],
        StatementChanges(
            verbatim=True,
            is_result=True,
            naming=NamingLevel.ANONYMOUS,
            addressees=(Addressee.EU, Addressee.STATE),
            addressee_note="Ausschuss",
            themes=("Wohnen", "Eigenes"),
            details=StatementDetails(purpose="Lesen", status=ActivityStatus.RUNNING, since="2024"),
            reading_confirmed=True,
            person_unclear="SB",
            source="Tisch 2",
        ),
    )
    room.say("Unter der Begrüßung", question=1)
    opening = room.items[0].uid
    services.capture.move_to_item([services.views.statements(room.uid)[0].uid], opening)
    services.plan.update(
        opening, PlanItemChanges(notes="Für mich", pinned_start=None, summary="Kurz")
    )
    services.plan.start(opening)
    services.plan.finish(room.uid)
    services.capture.add_next_step(room.uid, NextStepDraft(text="Anrufen", statement_uid=said.uid))
    services.people.update(room.people[0], ParticipantChanges(on_attendance_list=True))
    services.sessions.update(
        room.uid,
        SessionChanges(code="ABC", occasion="Anlass", facilitators=("A", "B"), confidential=True),
    )
    series = services.views.session(room.uid).series_uid
    services.series.update(series, SeriesChanges(funding="Stiftung", planned_sessions=8))


def _assert_equal_elsewhere(services: Services, uid: str, path: Path, folder: Path) -> None:
    with workspace(folder / "elsewhere.db") as other:
        other.documents.read(path)
        here, there = everything(services.workspace.path), everything(other.workspace.path)
        for table, rows in here.items():
            for own, their in zip(rows, there[table], strict=True):
                assert their == own, table
        again = folder / "again.session.json"
        other.documents.write(uid, again)
    assert json.loads(again.read_text("utf-8")) == json.loads(path.read_text("utf-8"))


def test_a_field_left_out_of_the_way_out_is_noticed(
    services: Services, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control of the two proofs above."""
    from app.domain import document_models as models

    _use_everything(services, room)
    fields = dict(models.StatementExtra.model_fields)
    fields.pop("source")
    monkeypatch.setattr(models.StatementExtra, "__pydantic_fields__", fields)
    path = tmp_path / "out.session.json"
    services.documents.write(room.uid, path)
    with pytest.raises(AssertionError):
        _assert_equal_elsewhere(services, room.uid, path, tmp_path)


BROKEN: list[tuple[str, Any, str]] = [
    ("format", "anderes", "format: „anderes“ gefunden"),
    ("version", 2, "Fassung 2, dieses Programm liest Fassung 1"),
    ("version", 0, "version: Fassung 0 gefunden; die gibt es nicht, bekannt ist Fassung 1."),
    ("version", -1, "version: Fassung -1 gefunden; die gibt es nicht"),
    ("extensions", {"quartiersdialog": []}, "extensions.quartiersdialog: „[]“ gefunden, erwart"),
    ("extensions", {"quartiersdialog": {"schema": "1"}}, ".schema: „1“ gefunden, erwartet: eine g"),
    ("extensions", {"quartiersdialog": {"schema": True}}, ".schema: „true“ gefunden, erwartet: e"),
    ("extensions", {"quartiersdialog": {"schema": 0}}, ".schema: Fassung 0 gefunden; die gibt es"),
    ("version", "1", "version: „1“ gefunden, erwartet: eine ganze Zahl"),
    ("version", True, "version: „true“ gefunden"),
    ("series", [], "series: „[]“ gefunden, erwartet: ein Objekt"),
    ("series.title", None, "series.title: Diese Angabe fehlt"),
    ("session.date", "22.11.2026", "session.date: „22.11.2026“ gefunden, erwartet: ein Datum"),
    ("session.date", "9999-12-31", "session.date: „9999-12-31“ gefunden, erwartet: ein Datum"),
    ("statements[0].recorded_at", "9999-12-31T23:59:59+00:00", "ein Zeitpunkt mit Zeitzone"),
    (
        "extensions",
        {"quartiersdialog": {"series": [{"id": row_id(1), "planned_sessions": 9**40}]}},
        "s",
    ),
    ("session.start_time", "5 Uhr", "session.start_time: „5 Uhr“ gefunden"),
    ("session.time_zone", "Mars/Olympus", "session.time_zone: „Mars/Olympus“"),
    ("session.facilitators", "Anna", "session.facilitators: „Anna“ gefunden, erwartet: eine Liste"),
    ("session.facilitators", [1], "session.facilitators[0]: „1“"),
    ("participants[0].attribution", "nickname", "„nickname“ ist keine Nennung (erlaubt: name,"),
    ("participants[0].name", "", "participants[0].name: Diese Angabe fehlt"),
    ("participants[0]", "Karin", "participants[0]: „Karin“ gefunden"),
    ("questions[0].planned_minutes", "10", "questions[0].planned_minutes: „10“"),
    ("questions[0].planned_minutes", -1, "questions[0].planned_minutes: „-1“"),
    ("questions[0].planned_minutes", 10_000, "questions[0].planned_minutes: „10000“"),
    ("questions[0].kind", "opinion", "questions[0].kind: „opinion“ ist keine Art des Beitrags"),
    ("statements[0].id", "6", "statements[0].id: „6“ gefunden, erwartet: eine Kennung"),
    ("statements[0].id", row_id(3), "steht schon unter participants[0]"),
    ("statements[0].question", row_id(99), "kommt unter questions nicht vor"),
    ("statements[0].participant", row_id(99), "kommt unter participants nicht vor"),
    ("statements[0].recorded_at", "2026-11-22T17:00:00", "ein Zeitpunkt mit Zeitzone"),
    ("statements[0].kind", None, "statements[0].kind: Diese Angabe fehlt"),
    ("statements[0].quote", "ja", "statements[0].quote: „ja“ gefunden"),
    ("statements[0].themes", "Wohnen", "statements[0].themes: „Wohnen“ gefunden"),
    ("statements[0].addressee", ["moon"], "statements[0].addressee[0]: „moon“ ist"),
    ("statements[0].text", "x" * 100_001, "statements[0].text: Der Text hat 100.001 Zeichen"),
    ("statements[0].text", 5, "statements[0].text: „5“ gefunden, erwartet: ein Text"),
    (
        "extensions",
        {"quartiersdialog": {"plan_item": [{"id": row_id(4), "minutes": "viel"}]}},
        "min",
    ),
    (
        "version",
        9**99,
        "Fassung 295126654306527521487534802261977363143592725170438328860638…, ",
    ),
    ("session.time_zone", "localtime", "session.time_zone: „localtime“ gefunden"),
    ("session.time_zone", 5, "session.time_zone: „5“ gefunden"),
]


@pytest.mark.parametrize(("place", "value", "message"), BROKEN)
def test_faults_are_named_and_nothing_is_changed(
    services: Services, tmp_path: Path, place: str, value: object, message: str
) -> None:
    document = small_document()
    _put(document, place, value)
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(tmp_path / "liste.session.json", document))
    said = GERMAN.error(caught.value)
    assert said.startswith("liste.session.json: ")
    assert message in said
    assert "\n" not in said
    assert everything(services.workspace.path) == before


def _put(document: dict[str, Any], place: str, value: object) -> None:
    *steps, last = place.replace("[", ".[").split(".")
    target: Any = document
    for step in steps:
        target = target[int(step[1:-1])] if step.startswith("[") else target[step]
    key: Any = int(last[1:-1]) if last.startswith("[") else last
    target[key] = value


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "document_empty"),
        (b"  \n", "document_empty"),
        (b"\xef\xbb\xbf\r\n", "document_empty"),
        (b"{", "document_broken_json"),
        (b"[]", "document_wrong_type"),
        (b"null", "document_wrong_type"),
        (b"\xff\xfe{}", "document_wrong_encoding"),
        (b"[" * 100_000, "document_too_deep"),
        (b'{"a":' * 100_000, "document_too_deep"),
        (b"[" * 900 + b"]" * 900, "document_wrong_type"),
        (b'{"version": ' + b"9" * 5000 + b"}", "document_broken_json"),
    ],
)
def test_files_that_are_no_documents(
    services: Services, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "x.session.json"
    path.write_bytes(content)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(path)
    assert caught.value.code == code
    assert GERMAN.error(caught.value)


def test_paths_that_cannot_be_read(services: Services, tmp_path: Path) -> None:
    for path, code in (
        (tmp_path, "is_a_directory"),
        (tmp_path / "none", "file_not_found"),
        (tmp_path / "nul\0name", "not_readable"),
        (Path(os.devnull), "not_a_file"),
    ):
        with pytest.raises(BadInputError) as caught:
            services.documents.read(path)
        assert caught.value.code == code


def test_control_characters_and_surrogates_are_cleaned_and_counted(
    services: Services, tmp_path: Path
) -> None:
    document = small_document()
    document["statements"][0]["text"] = "a\x00b\x0bc\x07"
    path = tmp_path / "a.session.json"
    path.write_text(json.dumps(document).replace("Zwei", "Zw\\ud800ei"), encoding="utf-8")
    report = services.documents.read(path)
    assert report.cleaned == 2
    texts = {each.text for each in services.views.statements(report.session_uid)}
    assert texts == {"ab\nc", "Zwei"}


def test_unknown_fields_are_a_warning(services: Services, tmp_path: Path) -> None:
    document = small_document()
    document["mood"] = "gut"
    document["statements"][1]["likes"] = 3
    document["extensions"] = {"other": {}, "quartiersdialog": {"schema": 1, "unknown": []}}
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    assert report.newer_schema is None
    assert report.warnings == (
        "mood",
        "extensions.other",
        "extensions.quartiersdialog.unknown",
        "statements[1].likes",
    )


def test_a_newer_schema_is_read_as_far_as_it_is_known(services: Services, tmp_path: Path) -> None:
    item = {"id": row_id(4), "title": "Neues", "mood": "gut"}
    extra = {"schema": 2, "plan_item": [item], "weather": "gut"}
    document = {**small_document(), "extensions": {"quartiersdialog": extra}}
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    assert report.newer_schema == 2
    own = "extensions.quartiersdialog"
    assert report.warnings == (f"{own}.weather", f"{own}.plan_item[0].mood")
    assert services.views.plan_item(row_id(4)).title == "Neues"
    extra["schema"] = 1
    again = services.documents.read(write(tmp_path / "a.session.json", document))
    assert again.newer_schema is None


def test_ties_keep_the_order_of_the_file(services: Services, tmp_path: Path) -> None:
    document = small_document()
    document["statements"] = [
        {**statement(10 + number, row_id(4), str(number)), "position": position}
        for number, position in enumerate([5, 1, 5, 1, 9])
    ]
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    said = services.views.statements(report.session_uid)
    assert [each.text for each in said] == ["1", "3", "0", "2", "4"]


def test_ten_megabytes_in_one_statement_are_refused_in_words(
    services: Services, tmp_path: Path
) -> None:
    document = small_document()
    document["statements"][0]["text"] = "x" * 10_000_000
    with pytest.raises(BadInputError, match="text_too_long"):
        services.documents.read(write(tmp_path / "a.session.json", document))


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_mutated_documents_are_read_or_refused_and_never_half(
    tmp_path: Path, data: st.DataObject
) -> None:
    """Any value anywhere: either the file is read or the database is as before."""
    document = json.loads(resource("example", "beispiel.session.json").read_text("utf-8"))
    for _ in range(data.draw(st.integers(1, 3))):
        _mutate(document, data)
    path = write(tmp_path / "m.session.json", document)
    with workspace(tmp_path / "mutated.db") as services:
        before = everything(services.workspace.path)
        try:
            services.documents.read(path)
        except UserError as error:
            refused = GERMAN.error(error)
            assert refused
            assert everything(services.workspace.path) == before
        assert services.workspace.check().problems == ()


JSON_VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text(max_size=5),
    st.builds(list), st.builds(dict), st.lists(st.just(1), min_size=1, max_size=2),
    st.just(row_id(1)),
)  # fmt: skip


def _mutate(document: dict[str, Any], data: st.DataObject) -> None:
    """Replace or remove one value at a random place."""
    place: Any = document
    while True:
        keys = list(place) if isinstance(place, dict) else range(len(place))
        if not keys:
            return
        key = data.draw(st.sampled_from(list(keys)))
        inner = place[key]
        if isinstance(inner, dict | list) and inner and data.draw(st.integers(0, 5)):
            place = inner
            continue
        if data.draw(st.booleans()):
            place[key] = data.draw(JSON_VALUES)
        else:
            del place[key]
        return
