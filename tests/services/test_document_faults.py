"""What a session document may say beyond version 1, and what happens to what cannot be shown."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.errors import BadInputError
from app.texts import Texts
from tests.support.small_document import row_id, small_document, statement, write
from tests.support.tables import everything

GERMAN = Texts("de")
EXTRA = "extensions.quartiersdialog"
BROKEN_EXTRAS: list[tuple[str, dict[str, Any], str]] = [
    (
        "statement",
        {"id": row_id(6), "is_result": "ja"},
        "[0].is_result: „ja“ gefunden, erwartet: true",
    ),
    ("statement", {"id": row_id(6), "is_result": 1}, "[0].is_result: „1“ gefunden, erwartet: true"),
    (
        "statement",
        {"id": row_id(6), "naming": "nie"},
        "[0].naming: „nie“ ist kein möglicher Wert (e",
    ),
    (
        "statement",
        {"id": row_id(6), "details": {"year": 5}},
        "[0].details.year: „5“ gefunden, erwar",
    ),
    (
        "statement",
        {"id": row_id(6), "details": {"a": ""}},
        "[0].details.a: „“ passt hier nicht (unb",
    ),
    (
        "statement",
        {"id": row_id(6), "actors": [{"name": ""}]},
        "[0].actors[0].name: „“ gefunden, er",
    ),
    (
        "plan_item",
        {"id": row_id(4), "minutes": 1441},
        "[0].minutes: „1441“ passt hier nicht (außerh",
    ),
    (
        "plan_item",
        {"id": row_id(4), "minutes": "12"},
        "[0].minutes: „12“ gefunden, erwartet: eine g",
    ),
    (
        "plan_item",
        {"id": row_id(4), "started_at": "2026-11-22T17:00"},
        "erwartet: ein Zeitpunkt mit",
    ),
    (
        "plan_item",
        {"id": row_id(4), "started_at": 5},
        "[0].started_at: „5“ gefunden, erwartet: ein ",
    ),
    (
        "plan_item",
        {"id": row_id(4), "title": "x" * 201},
        "[0].title: Der Text hat 201 Zeichen, mögl",
    ),
    (
        "plan_item",
        {"id": row_id(4), "notes": "x" * 100_001},
        "[0].notes: Der Text hat 100.001 Zeiche",
    ),
    (
        "session",
        {"id": row_id(2), "code": "A-B"},
        "[0].code: „A-B“ passt hier nicht (mit Zeichen, d",
    ),
    ("theme", {"id": row_id(50)}, "[0].name: Diese Angabe fehlt (erwartet: ein Text"),
    ("theme", {"id": row_id(50), "name": "\x07 "}, "[0].name: Diese Angabe fehlt (erwartet: ein T"),
    (
        "next_step",
        {"id": row_id(50), "text": "x", "statement": row_id(99)},
        "unter statements nicht vor",
    ),
    ("next_step", {"id": row_id(3), "text": "x"}, "[0].id: Die Kennung"),
    ("plan_item", {"id": row_id(3), "kind": "break"}, "[0].id: Die Kennung"),
]


@pytest.mark.parametrize(("entity", "row", "message"), BROKEN_EXTRAS)
def test_faults_in_extensions_are_named_in_german_too(
    services: Services, tmp_path: Path, entity: str, row: dict[str, Any], message: str
) -> None:
    document = {**small_document(), "extensions": {"quartiersdialog": {entity: [row]}}}
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(tmp_path / "liste.session.json", document))
    said = GERMAN.error(caught.value)
    assert said.startswith(f"liste.session.json: {EXTRA}.{entity}[0]")
    assert message in said
    assert everything(services.workspace.path) == before


@pytest.mark.parametrize(
    ("moment", "fits"),
    [
        ("0001-01-01T00:00:00+14:00", False),
        ("0001-01-01T00:00:00Z", False),
        ("0001-01-02T00:00:00Z", True),
        ("9999-12-30T23:59:59Z", True),
        ("9999-12-31T23:59:59Z", False),
        ("9999-12-31T23:59:59-12:00", False),
    ],
)
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
def test_a_moment_that_no_zone_could_show_is_refused_and_every_other_can_be_printed(
    services: Services, tmp_path: Path, moment: str, zone: str, *, fits: bool
) -> None:
    for name in ("started_at", "ended_at"):
        document = small_document()
        document["session"]["time_zone"] = zone
        row = {"id": row_id(4), "kind": "question", name: moment}
        document["extensions"] = {"quartiersdialog": {"plan_item": [row]}}
        path = write(tmp_path / "liste.session.json", document)
        if not fits:
            with pytest.raises(BadInputError) as caught:
                services.documents.read(path)
            said = f"liste.session.json: {EXTRA}.plan_item[0].{name}: „{moment}“ gefunden, erwartet"
            assert GERMAN.error(caught.value).startswith(f"{said}: ein Zeitpunkt mit Zeitzone")
        else:
            uid = services.documents.read(path).session_uid
            options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
            services.minutes.export(uid, options, tmp_path / "a.docx")
            services.documents.write(uid, tmp_path / "out.session.json")


def test_an_extension_that_says_two_things_of_one_row_is_refused(
    services: Services, tmp_path: Path
) -> None:
    rows = [{"id": row_id(6), "is_result": True}, {"id": row_id(6), "is_result": False}]
    document = {**small_document(), "extensions": {"quartiersdialog": {"statement": rows}}}
    with pytest.raises(BadInputError) as caught:
        services.documents.read(write(tmp_path / "a.session.json", document))
    assert caught.value.code == "document_duplicate_id"


def test_a_statement_below_another_item_needs_its_speaker(
    services: Services, tmp_path: Path
) -> None:
    for wrong in ({"participant": row_id(99)}, {"id": row_id(3)}, {"plan_item": row_id(99)}):
        row = {**statement(50, "", "Gruß"), "plan_item": row_id(4), **wrong}
        del row["question"]
        document = {**small_document(), "extensions": {"quartiersdialog": {"statement": [row]}}}
        with pytest.raises(BadInputError) as caught:
            services.documents.read(write(tmp_path / "a.session.json", document))
        assert caught.value.code in {"document_missing_reference", "document_duplicate_id"}


def test_nothing_may_be_missing_null_or_empty(services: Services, tmp_path: Path) -> None:
    """All that is not required, in the file as in its extensions."""
    for number, nothing in enumerate((None, "")):
        text = json.dumps(small_document()).replace("-8000-", f"-900{number}-")
        document = json.loads(text)
        document["session"] |= dict.fromkeys(("start_time", "time_zone", "place"), nothing)
        document["participants"][0] |= dict.fromkeys(("attribution", "person", "role"), nothing)
        document["questions"][0] |= dict.fromkeys(("kind", "identity"), nothing)
        document["statements"][0] |= {"participant": nothing, "quote": None, "themes": None}
        extra = {"id": document["session"]["id"], "occasion": nothing, "code": nothing}
        document["extensions"] = {"quartiersdialog": {"session": [extra]}}
        report = services.documents.read(write(tmp_path / "a.session.json", document))
        (person,) = services.views.participants(report.session_uid)
        assert person.naming is NamingLevel.ANONYMOUS


def test_what_stands_on_one_line_is_kept_on_one(services: Services, tmp_path: Path) -> None:
    document = small_document()
    document["session"] |= {"title": "Gespräch\nam Abend", "facilitators": ["Eva\r\nKern"]}
    document["participants"][0] |= {"name": "Karin\nWeiß", "organisation": "St.\u2028Lukas"}
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    assert (report.title, report.cleaned) == ("Gespräch am Abend", 0)
    session = services.views.session(report.session_uid)
    (person,) = services.views.participants(report.session_uid)
    assert (session.facilitators, person.name) == (("Eva Kern",), "Karin Weiß")
    assert person.organisation == "St. Lukas"


def test_names_of_unknown_fields_are_shown_on_one_line(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    text = json.dumps(small_document())[:-1] + ', "a\\nb\\u0007\\ud800": 1}'
    path.write_text(text, encoding="utf-8")
    assert services.documents.read(path).warnings == ("a b",)


def test_half_characters_in_extensions_are_cleaned_and_counted(
    services: Services, tmp_path: Path
) -> None:
    half = "t\ud800z"
    step = {"id": row_id(50), "text": half, "who": "Eva"}
    item = {"id": row_id(4), "title": half, "summary": half, "prompts": [half, "ganz"]}
    said = {"id": row_id(6), "details": {"purpose": half}, "actors": [{"name": half}]}
    extra = {"next_step": [step], "plan_item": [item], "statement": [said]}
    document = {**small_document(), "extensions": {"quartiersdialog": extra}}
    path = tmp_path / "a.session.json"
    path.write_text(json.dumps(document), encoding="ascii")
    report = services.documents.read(path)
    assert report.cleaned == 6
    found = services.views.plan_item(row_id(4))
    statement = services.views.statement(row_id(6))
    (next_step,) = services.views.next_steps(report.session_uid)
    assert (found.title, found.summary, found.prompts) == ("tz", "tz", ("tz", "ganz"))
    assert (statement.details.purpose, statement.actors[0].name) == ("tz", "tz")
    assert (next_step.text, next_step.who) == ("tz", "Eva")


def test_what_is_wrong_beside_half_characters_is_still_refused(
    services: Services, tmp_path: Path
) -> None:
    for fault in ({"minutes": "12"}, {"kind": "tee\ud800"}, {"started_at": "\ud800"}):
        row = {"id": row_id(4), "title": "t\ud800z", **fault}
        document = {**small_document(), "extensions": {"quartiersdialog": {"plan_item": [row]}}}
        path = tmp_path / "a.session.json"
        path.write_text(json.dumps(document), encoding="ascii")
        with pytest.raises(BadInputError) as caught:
            services.documents.read(path)
        assert f"plan_item[0].{next(iter(fault))}: " in GERMAN.error(caught.value)


def test_half_characters_beside_too_deep_a_nest_are_refused_in_words(
    services: Services, tmp_path: Path
) -> None:
    row = {"id": row_id(4), "title": "t\ud800z", "prompts": "NEST"}
    document = {**small_document(), "extensions": {"quartiersdialog": {"plan_item": [row]}}}
    for depth in (300, 600, 900):
        nest = "[" * depth + "]" * depth
        path = tmp_path / "a.session.json"
        path.write_text(json.dumps(document).replace('"NEST"', nest), encoding="ascii")
        with pytest.raises(BadInputError):
            services.documents.read(path)


def test_extensions_of_rows_that_are_not_there_are_a_warning(
    services: Services, tmp_path: Path
) -> None:
    extra = {
        "session": [{"id": row_id(99), "confidential": True}],
        "statement": [{"id": row_id(98), "memo": "Zu einem Beitrag, der nicht mehr da ist."}],
    }
    document = {**small_document(), "extensions": {"quartiersdialog": extra}}
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    assert report.warnings == (f"{EXTRA}.session[0].id", f"{EXTRA}.statement[0].id")


def test_new_statements_do_not_vanish_below_what_was_removed_here(
    services: Services, tmp_path: Path
) -> None:
    path = write(tmp_path / "a.session.json", {**small_document(), "statements": []})
    uid = services.documents.read(path).session_uid
    services.people.remove(row_id(3))
    services.plan.remove(row_id(4))
    write(path, small_document())
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(path)
    assert caught.value.code == "document_deleted_item"
    assert everything(services.workspace.path) == before
    services.history.undo(uid)
    report = services.documents.read(path)
    assert [each.participant_uid for each in services.views.statements(uid)] == [None, None]
    assert report.warnings == ("statements[1].participant",)
    services.documents.write(uid, tmp_path / "out.session.json")


def test_a_deleted_session_is_not_read_into_unseen(services: Services, tmp_path: Path) -> None:
    path = write(tmp_path / "a.session.json", small_document())
    services.sessions.delete(services.documents.read(path).session_uid)
    with pytest.raises(BadInputError) as caught:
        services.documents.read(path)
    assert "„Gespräch“ wurde hier gelöscht" in GERMAN.error(caught.value)


def test_a_plan_item_of_the_extensions_needs_only_its_id(
    services: Services, tmp_path: Path
) -> None:
    items = [{"id": row_id(50)}, {"id": row_id(51), "kind": "break"}]
    document = {**small_document(), "extensions": {"quartiersdialog": {"plan_item": items}}}
    report = services.documents.read(write(tmp_path / "a.session.json", document))
    kinds = {item.uid: item.kind.value for item in services.views.plan_items(report.session_uid)}
    assert (kinds[row_id(50)], kinds[row_id(51)]) == ("question", "break")
