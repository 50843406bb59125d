"""How statements were read, and the next steps, beside the list of the review."""

import datetime as dt

from PySide6.QtWidgets import QApplication

from app.domain.drafts import DraftPayload
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.sessions import SessionDraft
from app.domain.incoming.statements import StatementChanges
from app.domain.statements import StatementView
from app.domain.vocabulary import (
    ActivityStatus,
    OrganisationKind,
    Participation,
    StatementKind,
)
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.look import longest_word, room_for_word
from tests.ui.review.room import Review
from ui.review.next_steps import StepTyped

# -- how it was read ------------------------------------------------------------------------------


def unread(review: Review, number: int) -> list[StatementView]:
    read = {StatementKind.ACTOR, StatementKind.COOPERATION}
    found = [s for s in review.said(number) if s.kind in read]
    again = StatementChanges(reading_confirmed=False)
    review.services.capture.update([s.uid for s in found], again)
    return found


def test_that_is_right_goes_from_one_to_the_next(review: Review) -> None:
    found = unread(review, 4)
    review.go_to(4, row=[s.uid for s in review.said(4)].index(found[0].uid))
    for number, statement in enumerate(found):
        assert review.page.list.current_uid() == statement.uid
        press("F9")
        assert review.now(statement).reading_confirmed
        assert [review.now(s).reading_confirmed for s in found[number + 1 :]].count(True) == 0
    assert not review.page.side.next.isVisible()
    assert QApplication.focusWidget() is review.page.list


def test_an_actor_is_corrected(review: Review) -> None:
    statement = review.go_to(4)
    assert statement.actors
    reading = review.page.side.reading
    reading.rows[0].head.setFocus()
    press("Space")
    assert QApplication.focusWidget() is reading.rows[0].name
    press("Ctrl+A")
    type_text("Diakonie Nord")
    press("Return", "Tab")
    press("End")
    press("Tab", "End")
    first = review.now(statement).actors[0]
    assert first.name == "Diakonie Nord"
    assert first.kind is list(OrganisationKind)[-1]
    assert first.participation is Participation.MISSING
    assert review.now(statement).actors[1:] == statement.actors[1:]


def test_an_actor_is_added_and_taken_away(review: Review) -> None:
    statement = review.go_to(4)
    reading = review.page.side.reading
    reading.add.setFocus()
    press("Space")
    type_text("Sportverein")
    press("Return")
    assert [a.name for a in review.now(statement).actors][-1] == "Sportverein"
    assert len(reading.rows) == len(statement.actors) + 1
    reading.rows[-1].remove.setFocus()
    press("Space")
    assert review.now(statement).actors == statement.actors


def test_what_belongs_to_a_cooperation_is_saved_field_by_field(review: Review) -> None:
    statement = review.go_to(4)
    details = review.page.side.details
    assert set(details.names) >= {"purpose", "since", "status", "place"}
    details.editor("purpose").setFocus()
    press("Ctrl+A")
    type_text("Mittagstisch")
    press("Tab", "Ctrl+A")
    type_text("2024")
    press("Tab")
    details.status.setFocus()
    press("Home", "Down", "Down")
    changed = review.now(statement).details
    assert (changed.purpose, changed.since) == ("Mittagstisch", "2024")
    assert changed.status is ActivityStatus.RUNNING
    press("Ctrl+Z")
    assert review.now(statement).details.status is ActivityStatus.PLANNED


def test_the_text_can_be_read_again(review: Review) -> None:
    statement = review.go_to(4)
    text = StatementChanges(text="Kita Sonnenhof + Seniorenkreis: Vorlesen", actors=())
    review.services.capture.update([statement.uid], text)
    review.page.side.reading.again.setFocus()
    press("Space")
    changed = review.now(statement)
    assert [actor.name for actor in changed.actors] == ["Kita Sonnenhof", "Seniorenkreis"]
    assert changed.details.purpose == "Vorlesen"


def test_other_questions_show_their_own_fields(review: Review) -> None:
    review.go_to(2)
    assert not review.page.side.reading.isVisible()
    assert set(review.page.side.details.names) == {"year", "who_began"}
    review.go_to(8)
    facts = review.page.side.facts
    assert facts.addressees.isVisible()
    assert "reason" in review.page.side.details.names


def test_addressees_are_chosen_in_a_menu_that_stays(review: Review) -> None:
    statement = review.go_to(8)
    box = review.page.side.facts.addressees.box
    box.setFocus()
    press("Space")
    menu = box.menu
    review.desk.wait_for(menu.isVisible)
    before = len(statement.addressees)
    review.desk.press("Down", "Space", "Down", "Space", to=menu)
    assert menu.isVisible()
    menu.close()
    assert len(review.now(statement).addressees) != before


# -- next steps -----------------------------------------------------------------------------------


def test_a_next_step_is_added_with_person_and_date(review: Review) -> None:
    press("Ctrl+L")
    type_text("Raum anfragen")
    press("Return")
    type_text("Karin Weiß")
    press("Tab")
    type_text("4.12.2027")
    press("Return")
    step = review.services.views.next_steps(review.uid)[-1]
    assert (step.text, step.who, step.due) == ("Raum anfragen", "Karin Weiß", dt.date(2027, 12, 4))
    form = review.page.side.steps.form
    assert form.typed().is_empty
    assert review.services.drafts.load(review.uid) == {}
    assert QApplication.focusWidget() is form.text


def test_a_wrong_date_is_said_and_nothing_is_lost(review: Review) -> None:
    before = review.services.views.next_steps(review.uid)
    press("Ctrl+L")
    type_text("Raum anfragen")
    press("Return", "Tab")
    type_text("bald")
    press("Return")
    form = review.page.side.steps.form
    assert form.problem
    assert QApplication.focusWidget() is form.due
    assert form.text.text() == "Raum anfragen"
    assert review.services.views.next_steps(review.uid) == before


def test_a_day_that_does_not_exist_is_called_so(review: Review) -> None:
    press("Ctrl+L")
    form = review.page.side.steps.form
    form.show_typed(StepTyped("Anrufen", "", "31.2."))
    form.submit()
    assert form.problem.startswith("There is no such day")
    form.show_typed(StepTyped("Anrufen", "", "bald"))
    form.submit()
    assert "4.12.2026" in form.problem


def test_a_step_of_somebody_of_the_session_follows_the_person(review: Review) -> None:
    press("Ctrl+L")
    (person, *_) = review.services.views.participants(review.uid)
    form = review.page.side.steps.form
    for who, uid in ((person.name, person.uid), ("Stadtverwaltung", None)):
        form.show_typed(StepTyped("Anrufen", who))
        form.submit()
        step = review.services.views.next_steps(review.uid)[-1]
        assert (step.who, step.participant_uid) == (who, uid)
    review.services.people.update(person.uid, ParticipantChanges(name="Ganz Anders"))
    assert "Ganz Anders" in [step.who for step in review.services.views.next_steps(review.uid)]
    names = [card.accessibleName() for card in review.page.side.steps.cards]
    assert any("Ganz Anders" in name for name in names)


def test_a_next_step_is_taken_away_with_del_and_comes_back(review: Review) -> None:
    steps = review.services.views.next_steps(review.uid)
    press("Ctrl+L")
    review.page.side.steps.cards[0].setFocus()
    press("Down", "Del")
    assert review.services.views.next_steps(review.uid) == (steps[0], *steps[2:])
    assert QApplication.focusWidget() is review.page.side.steps.cards[1]
    press("Ctrl+Z")
    assert review.services.views.next_steps(review.uid) == steps


def test_a_next_step_that_was_not_added_is_a_draft(desk: Desk, evening: str) -> None:
    review = Review(desk, evening)
    press("Ctrl+L")
    type_text("Plakate aufhängen")
    press("Return")
    type_text("Karin")
    press("Tab")
    type_text("4.12.")
    kept = review.services.drafts.load(evening)["next_step"]
    assert (kept.text, kept.data) == ("Plakate aufhängen", {"who": "Karin", "due": "4.12."})
    press("Ctrl+A", "Del", "Shift+Tab", "Ctrl+A", "Del", "Shift+Tab", "Ctrl+A", "Del")
    assert review.services.drafts.load(evening) == {}


def test_a_next_step_that_was_not_added_stands_there_again(desk: Desk, evening: str) -> None:
    kept = DraftPayload("Plakate aufhängen", 3, {"who": "Karin"})
    desk.services.drafts.keep(evening, "next_step", kept)
    review = Review(desk, evening)
    form = review.page.side.steps.form
    assert form.typed() == StepTyped("Plakate aufhängen", "Karin", "")
    other = desk.services.sessions.create(SessionDraft(date=dt.date(2026, 11, 22)))
    review.place.open_session(other)
    assert form.typed().is_empty
    review.place.open_session(evening)
    assert form.typed() == StepTyped("Plakate aufhängen", "Karin", "")


def test_a_month_and_the_longest_state_are_read_whole_side_by_side(review: Review) -> None:
    review.go_to(4)
    details = review.page.side.details
    since = details.editor("since")
    margins = 2 * 12
    assert since.fontMetrics().horizontalAdvance("September 2024") <= since.width() - margins
    assert room_for_word(details.status) >= longest_word(details.status)
