"""The export log and the versions: noted when something is there, travelling with the session."""

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import workspace
from app.domain.changes import Entity
from app.domain.exports import PRINTED, SESSION_FILE
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementChanges
from app.domain.minutes import MinutesOptions, MinutesState
from app.domain.vocabulary import ConsentPurpose, MinutesKind, NamingLevel, PaperKind, SessionState
from app.errors import BadInputError, NotFoundError, UserError
from app.services.export_words import in_words
from app.services.paper import MinutesFormat
from app.services.sending import sending
from tests.support.room import Room
from tests.support.sql import statements_of_sql

DAY, LATER = dt.date(2026, 11, 28), dt.date(2026, 12, 5)
FULL = MinutesOptions(kind=MinutesKind.FULL, created=DAY)


def export(room: Room, path: Path, options: MinutesOptions = FULL) -> None:
    room.services.minutes.export(room.uid, options, path)


def named(room: Room) -> None:
    """Everybody is named."""
    for uid in room.people:
        changes = ParticipantChanges(naming=NamingLevel.NAME, on_attendance_list=True)
        room.services.people.update(uid, changes)


# -- the log ---------------------------------------------------------------------------------


def test_a_file_is_noted_with_all_that_tells_it_from_others(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.", person=0)
    named(room)
    options = replace(FULL, themes=True, contents=False)
    report = room.services.minutes.export(
        room.uid, options, tmp_path / "Protokoll.docx", recipient=" Frau\nMüller "
    )
    (line,) = room.services.views.exports(room.uid)
    assert line.uid == report.logged
    assert (line.kind, line.form, line.file_name) == ("full", "docx", "Protokoll.docx")
    assert (line.version, line.state, line.naming) == (1, "preliminary", "organisation")
    assert line.options == {"themes": True, "contents": False}
    assert line.recipient == "Frau Müller"
    assert set(line.named) == set(room.people), "all stand on the attendance list"


def test_only_who_is_really_named_is_noted_as_named(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.", person=0)
    room.say("Frau Brandt hilft.", person=1)
    export(room, tmp_path / "a.docx")
    (line,) = room.services.views.exports(room.uid)
    assert line.named == (room.people[2],), "named in a text, the others by organisation"


def test_every_form_kind_and_print_is_noted(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.", person=0)
    for form in (MinutesFormat.XLSX, MinutesFormat.CSV, MinutesFormat.TXT):
        room.services.minutes.export(room.uid, FULL, tmp_path / f"a{form.suffix}", form=form)
    room.services.minutes.printed(room.uid, FULL)
    room.services.papers.write(room.uid, PaperKind.SLIPS, tmp_path / "z.docx", created=DAY)
    room.services.documents.write(room.uid, tmp_path / "a.session.json")
    lines = room.services.views.exports(room.uid)
    assert [(line.kind, line.form, line.version) for line in lines] == [
        (SESSION_FILE, "json", None),
        ("slips", "docx", None),
        ("full", PRINTED, 1),
        ("full", "txt", 1),
        ("full", "csv", None),
        ("full", "xlsx", None),
    ]
    assert all(set(line.named) == set(room.people) for line in lines[:2])


def test_a_feedback_form_is_noted_with_whom_it_names(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.", person=0)
    room.say("Frau Brandt hilft.", person=1)
    room.services.feedback_forms.write(room.uid, FULL, tmp_path / "Bogen.docx")
    (line,) = room.services.views.exports(room.uid)
    assert (line.kind, line.file_name) == ("feedback", "Bogen.docx")
    assert line.named == (room.people[2],)


def test_what_could_not_be_written_is_not_noted(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.")
    (tmp_path / "a.docx").mkdir()
    with pytest.raises(UserError):
        export(room, tmp_path / "a.docx")
    assert room.services.views.exports(room.uid) == ()


def test_noting_is_refused_while_a_window_writes_and_the_file_is_there(
    room: Room, tmp_path: Path
) -> None:
    room.say("Gesagt.")
    export(room, tmp_path / "a.docx")  # gives the numbers
    with workspace(room.services.workspace.path, writing=False) as reading:
        report = reading.minutes.export(room.uid, FULL, tmp_path / "b.docx")
    assert report.logged == ""
    assert (tmp_path / "b.docx").exists()
    assert len(room.services.views.exports(room.uid)) == 1


def test_for_whom_it_was_can_be_written_later(room: Room, tmp_path: Path) -> None:
    export(room, tmp_path / "a.docx")
    (line,) = room.services.views.exports(room.uid)
    room.services.exports.set_recipient(line.uid, "alle Teilnehmenden")
    (line,) = room.services.views.exports(room.uid)
    assert line.recipient == "alle Teilnehmenden"
    with pytest.raises(NotFoundError):
        room.services.exports.set_recipient("gibt es nicht", "x")


def test_the_log_is_read_in_words(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.")
    options = replace(FULL, confidential=True, signatures=False)
    room.services.minutes.export(room.uid, options, tmp_path / "P.docx", recipient="alle")
    room.services.documents.write(room.uid, tmp_path / "G.session.json")
    handed_on, minutes = room.services.views.exports(room.uid)
    said = in_words(minutes, room.services.texts, "Europe/Berlin")
    assert said.what == "Verlaufsprotokoll, Fassung 1, vorläufig"
    for part in ("Word-Datei", "vertraulichen", "ohne Unterschriften", "für alle", "P.docx"):
        assert part in said.details
    said = in_words(handed_on, room.services.texts, "Europe/Berlin")
    assert said.what == "Gespräch als Datei"
    assert "Datei zum Weitergeben" in said.details


def test_giving_out_is_nothing_to_undo(room: Room, tmp_path: Path) -> None:
    said = room.say("Gesagt.")
    room.services.capture.update([said.uid], StatementChanges(text="Anders."))
    export(room, tmp_path / "a.docx")
    room.services.history.undo(room.uid)
    assert room.texts() == ["Gesagt."]
    assert len(room.services.views.exports(room.uid)) == 1


# -- versions --------------------------------------------------------------------------------


def issued(room: Room, options: MinutesOptions = FULL) -> MinutesOptions:
    record = room.services.minutes.proposed(room.uid, options)
    return room.services.minutes.as_issued(record, options)


def test_a_look_begins_no_version_and_only_a_change_does(room: Room, tmp_path: Path) -> None:
    said = room.say("Gesagt.")
    assert issued(room).version == 1
    room.services.capture.update([said.uid], StatementChanges(text="Vor der Ausgabe geändert."))
    assert issued(room).version == 1, "nothing was given out yet"
    export(room, tmp_path / "a.docx")
    export(room, tmp_path / "a.docx", replace(FULL, created=LATER))
    assert (issued(room).version, issued(room).given_on) == (1, DAY)

    room.services.capture.update([said.uid], StatementChanges(text="Danach geändert."))
    later = issued(room, replace(FULL, created=LATER))
    assert (later.version, later.given_on, later.since) == (2, LATER, 1)
    (change,) = later.changes
    assert (change.number, change.old, change.new) == (
        "S1-1-1",
        "Vor der Ausgabe geändert.",
        "Danach geändert.",
    )
    room.services.capture.update([said.uid], StatementChanges(text="Vor der Ausgabe geändert."))
    assert issued(room).version == 1, "as it was given out"


def test_minutes_in_which_nothing_changed_say_so(room: Room, tmp_path: Path) -> None:
    """Minutes of another kind have begun the version."""
    summary = replace(FULL, kind=MinutesKind.SUMMARY)
    said = room.say("Gesagt.")
    room.services.capture.update([room.say("Auch.").uid], StatementChanges(is_result=True))
    for options in (FULL, summary):
        export(room, tmp_path / "a.docx", options)
    room.services.capture.update([said.uid], StatementChanges(is_result=True))
    export(room, tmp_path / "a.docx", summary)
    full = issued(room)
    assert (full.version, full.since, full.changes) == (2, 1, ())
    path = tmp_path / "a.txt"
    room.services.minutes.export(room.uid, FULL, path, form=MinutesFormat.TXT)
    text = path.read_text("utf-8-sig")
    assert "gegenüber Fassung 1: nichts, der Inhalt ist derselbe" in text
    assert "Änderungen gegenüber" not in text


def lines_are_read(room: Room, options: MinutesOptions = FULL) -> bool:
    """Whether what earlier versions printed is compared to tell the version."""
    record = room.services.minutes.record(room.uid)
    with statements_of_sql(room.services) as asked:
        room.services.minutes.as_issued(record, options)
    return any("v.lines" in sql for sql in asked)


def test_nothing_is_compared_while_nothing_has_changed(room: Room, tmp_path: Path) -> None:
    said = room.say("Gesagt.")
    export(room, tmp_path / "a.docx")
    assert not lines_are_read(room)
    assert not lines_are_read(room, replace(FULL, kind=MinutesKind.SUMMARY)), "another kind joins"
    assert lines_are_read(room, replace(FULL, attendance_list=False)), "other wishes may differ"
    room.services.capture.update([said.uid], StatementChanges(text="Anders."))
    assert lines_are_read(room)
    room.services.history.undo(room.uid)
    assert lines_are_read(room), "nobody has told that it is as it was"
    export(room, tmp_path / "a.docx")
    assert (issued(room).version, lines_are_read(room)) == (1, False)


def test_a_change_while_the_file_is_written_belongs_to_the_next_version(
    room: Room, tmp_path: Path
) -> None:
    said = room.say("Gesagt.")
    report = room.services.minutes.write(room.uid, FULL, tmp_path / "a.docx")
    room.services.capture.update([said.uid], StatementChanges(text="Inzwischen anders."))
    room.services.minutes.note(report)
    (change,) = issued(room).changes
    assert (change.old, change.new) == ("Gesagt.", "Inzwischen anders.")


def test_a_version_that_was_given_out_goes_on_listing_its_changes(
    room: Room, tmp_path: Path
) -> None:
    said = room.say("Gesagt.")
    export(room, tmp_path / "a.docx")
    room.services.capture.update([said.uid], StatementChanges(text="Anders."))
    export(room, tmp_path / "b.docx", replace(FULL, created=LATER))
    again = issued(room, replace(FULL, created=LATER + dt.timedelta(days=9)))
    assert (again.version, again.given_on, len(again.changes)) == (2, LATER, 1)
    assert [line.version for line in room.services.views.exports(room.uid)] == [2, 1]


def test_final_when_the_deadline_has_passed_and_a_new_version_after_reopening(
    room: Room, tmp_path: Path
) -> None:
    said = room.say("Gesagt.")
    services, session = room.services, room.services.views.session(room.uid)
    services.sessions.set_state(room.uid, SessionState.REVIEW)
    services.series.update(session.series_uid, SeriesChanges(feedback_days=10))
    deadline = session.date + dt.timedelta(days=10)
    assert services.views.session(room.uid).feedback_deadline == deadline
    assert issued(room, replace(FULL, created=deadline)).state is MinutesState.PRELIMINARY
    passed = replace(FULL, created=deadline + dt.timedelta(days=1))
    assert issued(room, passed).state is MinutesState.FINAL
    services.sessions.update(room.uid, SessionChanges(feedback_until=LATER.replace(year=2027)))
    assert issued(room, passed).state is MinutesState.PRELIMINARY

    services.sessions.set_state(room.uid, SessionState.CLOSED)
    export(room, tmp_path / "a.docx", passed)
    (line,) = services.views.exports(room.uid)
    assert (line.version, line.state) == (1, "final")
    services.sessions.set_state(room.uid, SessionState.REVIEW)
    services.capture.update([said.uid], StatementChanges(text="Nach Rückmeldung."))
    reopened = issued(room, passed)
    assert (reopened.version, reopened.state) == (2, MinutesState.PRELIMINARY)


def test_the_document_says_version_state_changes_and_deadline(room: Room, tmp_path: Path) -> None:
    said = room.say("Gesagt.")
    room.services.sessions.update(room.uid, SessionChanges(feedback_until=LATER))
    export(room, tmp_path / "a.docx")
    room.services.capture.update([said.uid], StatementChanges(text="Danach gesagt."))
    room.services.minutes.export(room.uid, FULL, tmp_path / "b.txt", form=MinutesFormat.TXT)
    text = (tmp_path / "b.txt").read_text("utf-8-sig")
    assert "vorläufig, Fassung 2 vom 28. November 2026" in text
    assert "Änderungen gegenüber Fassung 1" in text
    assert "S1-1-1 – geändert: „Danach gesagt.“ statt „Gesagt.“" in text
    assert "Rückmeldungen zu diesem Protokoll bitte bis zum 5. Dezember 2026." in text


# -- travelling ------------------------------------------------------------------------------


def test_whoever_gets_the_file_knows_what_was_sent_and_counts_on(
    room: Room, tmp_path: Path
) -> None:
    said = room.say("Gesagt.", person=0)
    export(room, tmp_path / "a.docx")
    path = tmp_path / "a.session.json"
    room.services.documents.write(room.uid, path)
    with workspace(tmp_path / "dort.db") as there:
        assert there.documents.read(path).new[Entity.EXPORT] == 1
        assert there.documents.read(path).new == {}
        (line,) = there.views.exports(room.uid)
        (here,) = [e for e in room.services.views.exports(room.uid) if e.kind == "full"]
        assert line == here
        assert there.minutes.as_issued(there.minutes.record(room.uid), FULL).version == 1
        there.capture.update([said.uid], StatementChanges(text="Dort geändert."))
        assert there.minutes.as_issued(there.minutes.record(room.uid), FULL).version == 2
        copied = there.documents.read_copy(path)
        assert [each.kind for each in there.views.exports(copied)] == ["full"]


@pytest.mark.parametrize(
    ("row", "where"),
    [
        ({"exported_at": "gestern", "kind": "full", "form": "docx"}, "exported_at"),
        ({"exported_at": "2026-11-28T10:00:00Z", "kind": "full"}, "form"),
        ({"exported_at": "2026-11-28T10:00:00Z", "kind": "", "form": "docx"}, "kind"),
    ],
)
def test_a_wrong_line_of_the_log_is_refused_with_its_place(
    room: Room, tmp_path: Path, row: dict[str, str], where: str
) -> None:
    path = _with_extension(room, tmp_path, "export", [{"id": _UID, **row}])
    with workspace(tmp_path / "dort.db") as there, pytest.raises(BadInputError) as fault:
        there.documents.read(path)
    assert where in there.texts.error(fault.value)


def test_a_wrong_version_is_refused(room: Room, tmp_path: Path) -> None:
    version = {"id": _UID, "number": 0, "kind": "full", "given_on": "2026-11-28"}
    path = _with_extension(room, tmp_path, "minutes_version", [version])
    with workspace(tmp_path / "dort.db") as there, pytest.raises(BadInputError):
        there.documents.read(path)


_UID = "6f1c2a54-0d0e-4a34-9d39-6f0a2f6f1c2a"


def _with_extension(
    room: Room, folder: Path, entity: str, rows: Sequence[dict[str, object]]
) -> Path:
    path = folder / "a.session.json"
    room.services.documents.write(room.uid, path)
    document = json.loads(path.read_text("utf-8"))
    document["extensions"]["quartiersdialog"][entity] = list(rows)
    path.write_text(json.dumps(document), "utf-8")
    return path


# -- sending ---------------------------------------------------------------------------------


def test_addresses_are_of_those_who_agreed_and_the_text_names_the_date(room: Room) -> None:
    services = room.services
    for uid, contact in zip(
        room.people, ("0170 1234, k.weiss@example.org", "0171 99", "x@y.de"), strict=True
    ):
        services.check_in.answer(uid, ConsentPurpose.CONTACT, given=True)
        services.check_in.keep_contact(uid, contact)
    services.check_in.answer(room.people[2], ConsentPurpose.CONTACT, given=False)
    services.sessions.update(room.uid, SessionChanges(feedback_until=LATER))
    found = sending(services.minutes.record(room.uid), issued(room), services.texts)
    assert found.bcc == "k.weiss@example.org"
    assert (found.without_address, found.not_agreed) == (1, 1)
    assert "vorläufige Verlaufsprotokoll" in found.text
    assert "bis zum 5. Dezember 2026" in found.text
    late = replace(issued(room), created=LATER + dt.timedelta(days=1))
    assert (
        "5. Dezember" not in sending(services.minutes.record(room.uid), late, services.texts).text
    )
