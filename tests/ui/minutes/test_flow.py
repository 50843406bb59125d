"""The step "Protokoll" by keyboard: choose, and look at what comes of it."""

import datetime as dt
import re

import pytest
from PySide6.QtWidgets import QApplication, QRadioButton

from app.bootstrap import Services
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import MinutesKind, NamingLevel
from tests.support.desk import Desk
from tests.ui.minutes.step import WITHOUT, drawn, opened, page_of, said, text_on
from ui.pages import Step


def test_the_full_minutes_hold_every_statement(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    said = services.views.statements(evening)
    summary = text_on(place)
    assert not all(statement.text in summary for statement in said)
    assert QApplication.focusWidget() is page_of(place).choices.kinds[MinutesKind.SUMMARY]
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    full = text_on(place)
    missing = [s.text for s in said if s.text.splitlines()[0] not in full]
    assert missing == []


def test_an_option_changes_the_paper_and_keeps_the_place(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    assert view.paper is not None
    anchor = list(view.paper.anchors)[5]
    view.go_to_heading(anchor)
    before, first = view.place(), view.paper
    assert before.anchor == list(view.paper.anchors)[4]
    page_of(place).choices.boxes["contents"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    assert view.paper is not first
    after = view.place()
    assert after.anchor == before.anchor
    assert after.below == pytest.approx(before.below, abs=3)
    assert view.verticalScrollBar().value() > 0


def test_who_said_what_is_remembered_for_each_kind(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    choices = page_of(place).choices
    assert not choices.boxes["attribution"].isChecked()
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert choices.boxes["attribution"].isChecked()
    choices.boxes["attribution"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    choices.kinds[MinutesKind.FULL].setFocus()
    for _ in range(2):
        desk.press("Up")
    drawn(desk, place)
    assert not choices.boxes["attribution"].isChecked()
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not choices.boxes["attribution"].isChecked()


def test_what_goes_in_is_remembered_for_the_series(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    choices = page_of(place).choices
    choices.boxes["themes"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    assert services.views.minutes_wishes(evening).themes
    assert "Themen:" in text_on(place)
    place.open_session(evening)
    assert choices.boxes["themes"].isChecked()


def test_the_result_sheet_is_one_key_away(desk: Desk, evening: str) -> None:
    desk.open(evening, Step.LIVE, object)
    desk.press("Ctrl+Shift+E")
    desk.settle()
    place = opened(desk, evening)
    chosen = page_of(place).choices.kinds[MinutesKind.RESULTS]
    assert chosen.isChecked()
    assert QApplication.focusWidget() is chosen
    assert "Ergebnisblatt" in text_on(place)
    assert not page_of(place).choices.boxes["contents"].isVisible()


def test_the_counts_are_those_of_the_session(desk: Desk, services: Services, evening: str) -> None:
    place = opened(desk, evening)
    digest = page_of(place).notes.digest
    items = services.views.plan_items(evening)
    assert digest is not None
    assert digest.summaries == sum(bool(item.summary) for item in items)
    assert digest.results == sum(item.result_count for item in items)
    assert digest.next_steps == len(services.views.next_steps(evening))
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    full = page_of(place).notes.digest
    assert full is not None
    assert full.statements == sum(item.statement_count for item in items)


def test_the_choice_for_questions_without_result_is_made_in_the_notes(
    desk: Desk, services: Services, open_questions: str
) -> None:
    place = opened(desk, open_questions)
    item = next(i for i in services.views.plan_items(open_questions) if i.number == WITHOUT[0])
    texts = [s.text for s in services.views.statements(open_questions, item.uid)]
    assert all(text in text_on(place) for text in texts)
    desk.press("F6", "F6")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert page_of(place).notes.isAncestorOf(focus)
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not any(text in text_on(place) for text in texts)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    assert focus.isChecked()


def test_a_result_sheet_offers_no_choice_that_it_does_not_follow(
    desk: Desk, open_questions: str
) -> None:
    place = opened(desk, open_questions)
    notes = page_of(place).notes
    assert notes.findChildren(QRadioButton) != []
    place.choose_kind(MinutesKind.RESULTS)
    drawn(desk, place)
    assert notes.digest is not None
    assert WITHOUT[0] in [item.number for item in notes.digest.without_result]
    assert [each for each in notes.findChildren(QRadioButton) if each.isVisible()] == []


def test_statements_without_a_person_are_only_noted_where_people_are_named(
    desk: Desk, services: Services, evening: str
) -> None:
    said = [s for s in services.views.statements(evening) if s.is_result]
    free = StatementChanges(participant_uid=None, source="")
    services.capture.update([s.uid for s in said[:2]], free)
    services.capture.update([said[0].uid], StatementChanges(person_unclear="SB"))
    place = opened(desk, evening)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert (digest.unclear.statement_uid, digest.nobody.count) == (said[0].uid, 0)
    page_of(place).choices.boxes["attribution"].setFocus()
    desk.press("Space")
    drawn(desk, place)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert digest.nobody.count >= 1


def test_a_protected_name_in_a_text_is_noted_with_its_place(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    notes = page_of(place).notes
    before = notes.note_count()
    assert notes.names == ()
    person = next(
        p for p in services.views.participants(evening) if p.naming is NamingLevel.ANONYMOUS
    )
    item = next(i for i in services.views.plan_items(evening) if i.number == WITHOUT[0])
    services.plan.update(item.uid, PlanItemChanges(summary=f"Das sagte {person.name}."))
    services.sessions.update(evening, SessionChanges(title=f"Bei {person.name}"))
    drawn(desk, place)
    assert notes.note_count() == before + 1
    desk.wait_for(lambda: "2 texts name somebody or something that is protected." in said(notes))
    shown = re.sub("<[^>]*>", "", "\n".join(said(notes)))
    assert f"title of the session: Bei {person.name}" in shown
    assert f"question 5: Das sagte {person.name}." in shown
    jumps: list[str] = []
    notes.jump_wanted.connect(lambda uid, _statement: jumps.append(uid))
    desk.press("F6", "F6", "Tab", "Tab", "Tab", "Tab", "Return")
    assert jumps == [item.uid]


def test_what_is_changed_elsewhere_appears_on_the_paper(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    statement = next(s for s in services.views.statements(evening) if s.is_result)
    services.capture.update([statement.uid], StatementChanges(text="Ganz neuer Wortlaut"))
    drawn(desk, place)
    assert "Ganz neuer Wortlaut" in text_on(place)


def test_a_confidential_session_has_no_choice_of_names(
    desk: Desk, services: Services, evening: str
) -> None:
    services.sessions.update(evening, SessionChanges(confidential=True))
    place = opened(desk, evening)
    choices = page_of(place).choices
    assert not choices.naming.isVisible()
    assert not choices.boxes["attribution"].isVisible()
    assert choices.confidential.isVisible()
    names = [person.name for person in services.views.participants(evening)]
    for _ in range(2):
        desk.press("Down")
    drawn(desk, place)
    assert not any(name in text_on(place) for name in names)


def test_an_empty_session_shows_its_head_and_says_so(desk: Desk, services: Services) -> None:
    uid = services.sessions.create(SessionDraft(date=dt.date(2026, 11, 20), place="Lindenviertel"))
    place = opened(desk, uid)
    assert services.texts.get("documents.minutes.no_statements") in text_on(place)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert digest.is_empty
    assert page_of(place).notes.note_count() == 0
