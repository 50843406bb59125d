"""Feedback forms out and in: what people do with them, and what must never be done by one."""

import datetime as dt
import zipfile
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from app.bootstrap import Services, workspace
from app.domain.feedback import FormDifferences
from app.domain.incoming.feedback import DecisionDraft
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, MinutesKind, NamingLevel
from app.errors import BadInputError, RefusedError
from app.export.house.names import Element
from app.texts import Texts
from tests.support.docx_checks import assert_sound, names_in_package, parts
from tests.support.feedback import (
    AGREE,
    ANSWER,
    CHANGE,
    LEAVE_OUT,
    NUMBER,
    TEXT,
    TODAY,
    WORDING,
    Said,
    cells_of,
    filled,
    form_of,
    rows_of,
    text_of,
    write_into,
)
from tests.support.hostile_templates import HOSTILE
from tests.support.room import Room
from tests.support.word import words_of

SAID = ("Der Saal steht leer.", "Niemand hat den Schlüssel.", "Karin Weiß kocht.")
NEW = "Der Saal steht an drei Tagen leer."


@pytest.fixture
def talked(room: Room) -> Room:
    """Three statements; the last one speaks about the first person."""
    room.say(SAID[0], person=0)
    room.say(SAID[1], person=1)
    item = room.question(2).uid
    draft = StatementDraft(plan_item_uid=item, text=SAID[2], about=(room.people[0],))
    room.services.capture.record(draft)
    return room


@pytest.fixture
def sent(talked: Room, tmp_path: Path) -> Path:
    """A form that went out."""
    return form_of(talked.services, talked.uid, tmp_path / "bogen.docx")


def read(room: Room, path: Path) -> FormDifferences:
    return room.services.feedback_forms.look_at(room.uid, path)


def take(room: Room, path: Path) -> int:
    return room.services.feedback_forms.take(room.uid, read(room, path))


def changed(path: Path, change: Callable[[Document], None]) -> Path:
    document = docx.Document(str(path))
    change(document)
    document.save(str(path))
    return path


def codes(found: FormDifferences) -> list[str]:
    return [each.code for each in found.problems]


# -- out --------------------------------------------------------------------------------------


def test_a_form_is_sound_and_asks_about_every_statement(sent: Path) -> None:
    assert_sound(sent)
    rows = list(rows_of(docx.Document(str(sent))))
    assert [text_of(cells_of(row)[ANSWER]) for row in rows] == ["bitte wählen"] * 3
    assert [text_of(cells_of(row)[TEXT]) for row in rows][:2] == list(SAID[:2])
    assert [text_of(cells_of(row)[WORDING]) for row in rows] == [""] * 3


def test_deadline_and_address_stand_at_the_top(talked: Room, tmp_path: Path) -> None:
    path = form_of(
        talked.services,
        talked.uid,
        tmp_path / "bogen.docx",
        until=dt.date(2026, 12, 10),
        return_to="team@example.org",
    )
    assert "bis zum 10. Dezember 2026 zurück an: team@example.org" in words_of(path)


def test_which_form_it_is_stands_in_the_properties_and_at_the_end(talked: Room, sent: Path) -> None:
    custom = parts(sent)["docProps/custom.xml"].decode()
    assert talked.uid in custom
    assert talked.uid in docx.Document(str(sent)).paragraphs[-1].text


def test_names_are_as_agreed(talked: Room, sent: Path) -> None:
    """The session names organisations; whom a statement speaks about is replaced as well."""
    names = ["Karin Weiß", "Mehmet Öztürk"]
    assert names_in_package(sent, names) == []
    assert "Kirchengemeinde St. Lukas" in words_of(sent)
    person = ParticipantChanges(naming=NamingLevel.NAME)
    talked.services.people.update(talked.people[1], person)
    form_of(talked.services, talked.uid, sent)
    assert [each.name for each in names_in_package(sent, names)] == ["Mehmet Öztürk"]  # the control


def test_a_form_for_one_person_has_only_what_concerns_that_one(
    talked: Room, tmp_path: Path
) -> None:
    path = form_of(
        talked.services, talked.uid, tmp_path / "a.docx", participant_uid=talked.people[0]
    )
    assert_sound(path)
    assert len(list(rows_of(docx.Document(str(path))))) == 2
    found = read(talked, filled(path, {"S1-1-1": Said(AGREE)}))
    assert found.participant_uid == talked.people[0]


def test_without_a_statement_there_is_no_form(room: Room, talked: Room, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="feedback_form_empty"):
        form_of(room.services, room.uid, tmp_path / "a.docx", participant_uid=room.people[2])
    assert list(tmp_path.glob("*.docx")) == []


def test_a_confidential_session_names_nobody_in_a_form(talked: Room, tmp_path: Path) -> None:
    talked.services.sessions.update(talked.uid, SessionChanges(confidential=True))
    path = form_of(talked.services, talked.uid, tmp_path / "a.docx")
    assert names_in_package(path, ["Karin Weiß", "Kirchengemeinde St. Lukas"]) == []
    with pytest.raises(RefusedError, match="feedback_form_confidential"):
        form_of(talked.services, talked.uid, path, participant_uid=talked.people[0])


def test_writing_gives_numbers_and_no_other_step(talked: Room, sent: Path) -> None:
    numbers = [each.evidence for each in talked.services.views.statements(talked.uid)]
    assert numbers == ["S1-1-1", "S1-1-2", "S1-2-1"]
    assert talked.services.history.undoable(talked.uid) == "statement.record"


def test_that_a_form_went_out_is_in_the_log_with_whom_it_names(
    talked: Room, sent: Path, tmp_path: Path
) -> None:
    (line,) = talked.services.views.exports(talked.uid)
    assert (line.kind, line.form, line.file_name) == ("feedback", "docx", "bogen.docx")
    assert line.named == ()
    form_of(talked.services, talked.uid, tmp_path / "a.docx", participant_uid=talked.people[0])
    newest = max(talked.services.views.exports(talked.uid), key=lambda each: each.exported_at)
    assert newest.named == (talked.people[0],)


# -- in ---------------------------------------------------------------------------------------


def test_an_untouched_form_asks_for_nothing(talked: Room, sent: Path) -> None:
    found = read(talked, sent)
    assert (found.answers, found.unanswered, found.problems) == ((), 3, ())


def test_answers_are_kept_and_nothing_else_changes(talked: Room, sent: Path) -> None:
    said = {"S1-1-1": Said(CHANGE, NEW), "S1-1-2": Said(LEAVE_OUT), "S1-2-1": Said(AGREE)}
    filled(sent, said, name="Mehmet Öztürk")
    assert take(talked, sent) == 3
    found = talked.services.views.feedback(talked.uid)
    assert [(each.evidence, each.answer) for each in found] == [
        ("S1-1-1", FeedbackAnswer.CHANGE),
        ("S1-1-2", FeedbackAnswer.LEAVE_OUT),
        ("S1-2-1", FeedbackAnswer.AGREE),
    ]
    assert {each.participant_uid for each in found} == {talked.people[1]}
    assert [each.is_own for each in found] == [False, True, False]
    assert [s.text for s in talked.services.views.statements(talked.uid)] == list(SAID)
    assert talked.services.views.open_feedback(talked.uid) == 2
    talked.services.history.undo(talked.uid)
    assert talked.services.views.feedback(talked.uid) == ()


def test_looking_stores_nothing(talked: Room, sent: Path) -> None:
    filled(sent, {"S1-1-1": Said(CHANGE, NEW)})
    assert len(read(talked, sent).to_decide) == 1
    assert talked.services.views.feedback(talked.uid) == ()


def test_a_form_that_comes_back_twice_adds_nothing(talked: Room, sent: Path) -> None:
    filled(sent, {"S1-1-1": Said(CHANGE, NEW)}, name="Karin Weiß")
    assert (take(talked, sent), take(talked, sent)) == (1, 0)
    assert [each.is_known for each in read(talked, sent).answers] == [True]


def test_somebody_who_thinks_again_replaces_what_is_undecided(talked: Room, sent: Path) -> None:
    take(talked, filled(sent, {"S1-1-1": Said(CHANGE, NEW)}, name="Karin Weiß"))
    assert take(talked, filled(sent, {"S1-1-1": Said(CHANGE, "Noch anders.")})) == 1
    (found,) = talked.services.views.feedback(talked.uid)
    assert found.wording == "Noch anders."
    draft = DecisionDraft(decision=FeedbackDecision.NOTED)
    talked.services.feedback.decide(talked.uid, found.uid, draft)
    assert take(talked, filled(sent, {"S1-1-1": Said(LEAVE_OUT)})) == 1
    assert len(talked.services.views.feedback(talked.uid)) == 2


def test_two_people_may_answer_with_the_same_form(talked: Room, sent: Path) -> None:
    take(talked, filled(sent, {"S1-1-1": Said(CHANGE, NEW)}, name="Karin Weiß"))
    assert take(talked, filled(sent, {}, name="Mehmet Öztürk")) == 1
    assert len(talked.services.views.feedback(talked.uid)) == 2


def test_a_statement_that_was_changed_here_is_no_wish_of_theirs(talked: Room, sent: Path) -> None:
    first = talked.services.views.statements(talked.uid)[0]
    talked.services.capture.update([first.uid], StatementChanges(text=NEW))
    assert read(talked, sent).answers == ()
    (asked,) = read(talked, filled(sent, {"S1-1-1": Said(text="Nur abends leer.")})).answers
    assert (asked.before, asked.wording) == (NEW, "Nur abends leer.")  # the control


def test_the_property_alone_says_which_form_it_is(talked: Room, sent: Path) -> None:
    def without_line(document: Document) -> None:
        last = document.paragraphs[-1]
        last.text = ""

    assert read(talked, changed(sent, without_line)).unanswered == 3


def test_the_line_alone_does_too(talked: Room, sent: Path) -> None:
    rest = {name: data for name, data in parts(sent).items() if name != "docProps/custom.xml"}
    rest["[Content_Types].xml"] = _without(rest["[Content_Types].xml"], b"<Override", b"custom")
    rest["_rels/.rels"] = _without(rest["_rels/.rels"], b"<Relationship ", b"custom")
    _zip(sent, rest)
    assert read(talked, sent).unanswered == 3


# -- tracked changes --------------------------------------------------------------------------


def _tracked(cell: object, before: str, after: str) -> None:
    paragraph = next(cell.iter(qn("w:p")))  # type: ignore[attr-defined]
    for run in list(paragraph.iter(qn("w:r"))):
        run.getparent().remove(run)
    author = 'w:author="K" w:date="2026-11-20T10:00:00Z"'
    if before:
        text = f"<w:r><w:delText>{before}</w:delText></w:r>"
        paragraph.append(parse_xml(f'<w:del {nsdecls("w")} w:id="901" {author}>{text}</w:del>'))
    text = f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r>'
    paragraph.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="902" {author}>{text}</w:ins>'))


def test_tracked_changes_count_as_accepted_and_are_remembered(talked: Room, sent: Path) -> None:
    def track(document: Document) -> None:
        first, second, _ = rows_of(document)
        _tracked(cells_of(first)[TEXT], SAID[0], NEW)
        _tracked(cells_of(second)[WORDING], "", "Der Schlüssel liegt im Büro.")

    found = read(talked, changed(sent, track))
    assert [(each.wording, each.tracked) for each in found.answers] == [
        (NEW, True),
        ("Der Schlüssel liegt im Büro.", True),
    ]
    assert take(talked, sent) == 2
    assert all(each.tracked for each in talked.services.views.feedback(talked.uid))


def test_a_row_taken_out_with_tracking_is_no_answer(talked: Room, sent: Path) -> None:
    def track(document: Document) -> None:
        row = next(rows_of(document))
        properties = row.find(qn("w:trPr"))
        assert properties is not None
        properties.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="K"/>'))
        write_into(cells_of(row)[ANSWER], LEAVE_OUT)

    found = read(talked, changed(sent, track))
    assert (found.answers, found.unanswered) == ((), 2)


# -- tampered with ----------------------------------------------------------------------------


def _no_number(document: Document) -> None:
    row = next(rows_of(document))
    for mark in cells_of(row)[NUMBER].iter(qn("w:t")):
        mark.text = ""
    write_into(cells_of(row)[ANSWER], LEAVE_OUT)


def _properties(cell: Element) -> Element:
    found = cell.find(qn("w:tcPr"))
    assert found is not None
    return found


def _merged_across(document: Document) -> None:
    row = next(rows_of(document))
    _, _, answer, wording = cells_of(row)
    span = OxmlElement("w:gridSpan")
    span.set(qn("w:val"), "2")
    _properties(answer).append(span)
    row.remove(wording)


def _merged_down(document: Document) -> None:
    for number, row in zip(range(2), rows_of(document), strict=False):
        merge = OxmlElement("w:vMerge")
        if not number:
            merge.set(qn("w:val"), "restart")
        _properties(cells_of(row)[TEXT]).append(merge)


def _twice(document: Document) -> None:
    row = next(rows_of(document))
    again = deepcopy(row)
    write_into(cells_of(again)[ANSWER], LEAVE_OUT)
    row.addnext(again)


def _foreign_number(document: Document) -> None:
    row = next(rows_of(document))
    write_into(cells_of(row)[NUMBER], "S9-9-9")
    write_into(cells_of(row)[ANSWER], LEAVE_OUT)


@pytest.mark.parametrize(
    ("tamper", "expected"),
    [
        (_no_number, ["number_missing"]),
        (_merged_across, ["merged"]),
        (_merged_down, ["merged", "merged"]),
        (_twice, ["number_twice"]),
        (_foreign_number, ["number_unknown"]),
    ],
)
def test_what_cannot_be_understood_is_said_in_german_and_changes_nothing(
    talked: Room, sent: Path, tamper: Callable[[Document], None], expected: list[str]
) -> None:
    found = read(talked, changed(sent, tamper))
    assert codes(found) == expected
    assert found.to_decide == ()
    say = Texts("de").get
    for each in found.problems:
        values = {"line": each.line, "evidence": each.evidence, "found": each.found}
        assert say(f"errors.feedback_problem.{each.code}", **values)


def test_other_tables_and_texts_of_theirs_do_not_disturb(talked: Room, sent: Path) -> None:
    def add(document: Document) -> None:
        document.add_paragraph("Liebe Grüße")
        table = document.add_table(rows=2, cols=4)
        table.cell(0, 0).text = "Telefon"

    assert (read(talked, changed(sent, add)).problems, read(talked, sent).unanswered) == ((), 3)


def test_a_form_of_another_session_is_refused(talked: Room, sent: Path, tmp_path: Path) -> None:
    other = Room(talked.services)
    with pytest.raises(BadInputError, match="feedback_form_session_known") as caught:
        read(other, sent)
    assert "Lindenviertel" in Texts("de").error(caught.value)
    with (
        workspace(tmp_path / "elsewhere.db") as services,
        pytest.raises(BadInputError, match="feedback_form_session'"),
    ):
        read(Room(services), sent)


def test_a_document_without_identity_is_no_form(talked: Room, tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    docx.Document().save(str(path))
    with pytest.raises(BadInputError, match="feedback_form_other"):
        read(talked, path)
    assert not talked.services.feedback_forms.is_form(path)


def test_a_form_without_rows_is_refused(talked: Room, sent: Path) -> None:
    def empty(document: Document) -> None:
        for table in list(document.element.body.iter(qn("w:tbl"))):
            table.getparent().remove(table)

    with pytest.raises(BadInputError, match="feedback_form_without_rows"):
        read(talked, changed(sent, empty))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_in_words_about_a_form(
    talked: Room, tmp_path: Path, name: str
) -> None:
    """Nothing of a template is said of them; what a form cannot be is refused as well."""
    path = tmp_path / "bogen.docx"
    path.write_bytes(HOSTILE[name][1])
    with pytest.raises(BadInputError) as caught:
        read(talked, path)
    assert caught.value.code.startswith("feedback_form_")
    assert "Vorlage" not in Texts("de").error(caught.value)
    assert talked.services.views.feedback(talked.uid) == ()


def test_a_truncated_form_is_refused(talked: Room, sent: Path) -> None:
    sent.write_bytes(sent.read_bytes()[:-400])
    with pytest.raises(BadInputError, match="feedback_form_damaged"):
        read(talked, sent)


# -- what is printed --------------------------------------------------------------------------


def test_a_differing_view_stands_under_the_statement_as_agreed(
    talked: Room, sent: Path, tmp_path: Path, services: Services
) -> None:
    take(talked, filled(sent, {"S1-1-1": Said(CHANGE, NEW)}, name="Karin Weiß"))
    (found,) = services.views.feedback(talked.uid)
    options = services.views.minutes_wishes(talked.uid).options(MinutesKind.FULL, TODAY)
    path = tmp_path / "protokoll.docx"
    services.minutes.export(talked.uid, options, path)
    assert NEW not in words_of(path)  # not before somebody has decided
    draft = DecisionDraft(decision=FeedbackDecision.NOTED)
    services.feedback.decide(talked.uid, found.uid, draft)
    services.minutes.export(talked.uid, options, path)
    assert_sound(path)
    text = words_of(path)
    assert f"Abweichende Sicht – Kirchengemeinde St. Lukas: {NEW}" in text
    assert names_in_package(path, ["Karin Weiß"]) == []


def test_names_in_a_differing_view_are_listed_and_can_be_replaced(
    talked: Room, sent: Path, services: Services
) -> None:
    wording = "Das hat Mehmet Öztürk so nicht gesagt."
    take(talked, filled(sent, {"S1-1-1": Said(CHANGE, wording)}))
    (found,) = services.views.feedback(talked.uid)
    draft = DecisionDraft(decision=FeedbackDecision.NOTED)
    services.feedback.decide(talked.uid, found.uid, draft)
    options = services.views.minutes_wishes(talked.uid).options(MinutesKind.FULL, TODAY)
    notes = services.names.in_minutes(services.minutes.record(talked.uid), options)
    (note,) = [each for each in notes if each.typed.row == found.uid]
    services.names.replace(talked.uid, [note])
    (after,) = services.views.feedback(talked.uid)
    assert after.wording == "Das hat Nachbarschaftshilfe e. V. so nicht gesagt."


def _without(content: bytes, begin: bytes, what: bytes) -> bytes:
    """An XML part without the element that begins so and holds this."""
    pieces = content.split(begin)
    kept = [pieces[0]]
    for piece in pieces[1:]:
        own, _, rest = piece.partition(b"/>")
        kept.append(rest if what in own else begin + piece)
    return b"".join(kept)


def _zip(path: Path, content: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
