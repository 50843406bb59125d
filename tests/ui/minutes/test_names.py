"""Protected names beside the paper: looked at, replaced, left, undone."""

from functools import partial

import pytest
from PySide6.QtWidgets import QPushButton

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.plan import PlanItemView
from app.domain.vocabulary import MinutesKind, NamingLevel, SessionState
from tests.support.desk import Desk
from tests.support.look import clipped, nameless
from tests.support.room import Room
from tests.ui.minutes.step import WITHOUT, drawn, opened, page_of, said
from ui.minutes.names_card import SHOWN


def fifth(services: Services, session: str) -> PlanItemView:
    """The first of the questions that are left open in the other tests."""
    return next(i for i in services.views.plan_items(session) if i.number == WITHOUT[0])


def test_all_that_are_surely_meant_are_replaced_at_once(
    desk: Desk, services: Services, evening: str
) -> None:
    names = [p.name for p in services.views.participants(evening) if p.naming is None][:3]
    typed = f"{names[0]}, {names[1]} und {names[2]} sprechen weiter."
    services.plan.update(fifth(services, evening).uid, PlanItemChanges(summary=typed))
    place = opened(desk, evening)
    notes = page_of(place).notes
    assert len(notes.names) == len(names)
    button = notes.findChild(QPushButton, "replace-all")
    assert button is not None
    button.setFocus()
    desk.press("Return")
    drawn(desk, place)
    assert not any(name in fifth(services, evening).summary for name in names)
    assert notes.names == ()
    desk.press("Ctrl+Z")
    desk.wait_for(lambda: len(notes.names) == len(names))


def test_very_many_are_replaced_beside_the_window(
    desk: Desk, services: Services, evening: str
) -> None:
    names = ", ".join(p.name for p in services.views.participants(evening))
    text = f"Viel gesagt haben {names}."
    for item in services.views.plan_items(evening)[:3]:
        services.plan.update(item.uid, PlanItemChanges(summary=text))
    notes = page_of(opened(desk, evening)).notes
    button = notes.findChild(QPushButton, "replace-all")
    assert button is not None
    assert len(notes.names) > 3 * SHOWN
    button.setFocus()
    desk.press("Return")
    desk.wait_for(lambda: notes.names == ())
    desk.settle()


def test_in_a_closed_session_names_are_shown_but_not_replaced(
    desk: Desk, services: Services, evening: str
) -> None:
    person = services.views.participants(evening)[0]
    services.sessions.update(evening, SessionChanges(title=f"Bei {person.name}"))
    services.people.update(person.uid, ParticipantChanges(naming=NamingLevel.ANONYMOUS))
    services.sessions.set_state(evening, SessionState.CLOSED)
    notes = page_of(opened(desk, evening)).notes
    assert [note.name for note in notes.names] == [person.name]
    assert notes.findChild(QPushButton, "name-0-replace") is None


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_a_long_list_of_names_is_not_cut_off(
    desk: Desk, services: Services, evening: str, scale: int, german: None
) -> None:
    desk.theme.set_scale(scale)
    names = ", ".join(p.name for p in services.views.participants(evening))
    item = fifth(services, evening)
    services.plan.update(item.uid, PlanItemChanges(summary=f"Viel gesagt haben {names}."))
    place = opened(desk, evening)
    page = page_of(place)
    page.show_notes()
    drawn(desk, place)
    assert len(page.notes.names) > SHOWN
    assert clipped(page) == []
    assert nameless(page) == []
    link = page.notes.findChild(QPushButton, "name-0-replace")
    assert link is not None
    link.setMaximumWidth(10)
    assert clipped(page) != []


def test_one_key_puts_the_allowed_form_there_and_undo_brings_the_text_back(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    person = next(
        p for p in services.views.participants(evening) if p.naming is NamingLevel.ANONYMOUS
    )
    surname = person.name.split()[-1]
    item = fifth(services, evening)
    typed = f"Das sagte Frau {surname}, {surname}s Vorschlag gilt."
    services.plan.update(item.uid, PlanItemChanges(summary=typed))
    drawn(desk, place)
    assert [note.name for note in page_of(place).notes.names] == [f"Frau {surname}", f"{surname}s"]

    def summary() -> str:
        return fifth(services, evening).summary

    def is_now(text: str) -> bool:
        return summary() == text

    desk.press("F6", "F6", "Return")
    drawn(desk, place)
    somebody = services.texts.get("documents.minutes.somebody")
    assert summary() == f"Das sagte {somebody}, {surname}s Vorschlag gilt."
    desk.press("Return")  # the focus is on the next one
    drawn(desk, place)
    assert summary() == f"Das sagte {somebody}, Vorschlag ({somebody}) gilt."
    assert page_of(place).notes.names == ()
    for undone in (f"Das sagte {somebody}, {surname}s Vorschlag gilt.", typed):
        desk.press("Ctrl+Z")
        desk.wait_for(partial(is_now, undone))


def test_a_name_that_may_stand_is_left_and_not_asked_again(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    person = next(
        p for p in services.views.participants(evening) if p.naming is NamingLevel.ANONYMOUS
    )
    services.sessions.update(evening, SessionChanges(title=f"Bei {person.name}"))
    drawn(desk, place)
    desk.press("F6", "F6", "Tab", "Return")
    assert page_of(place).notes.names == ()
    page_of(place).choices.kinds[MinutesKind.FULL].click()
    drawn(desk, place)
    assert page_of(place).notes.names == ()
    opened(desk, Room(services).uid)
    assert page_of(opened(desk, evening)).notes.names == ()
    services.sessions.update(evening, SessionChanges(title=f"Noch einmal bei {person.name}"))
    drawn(desk, place)
    assert [note.name for note in page_of(place).notes.names] == [person.name]


def test_what_points_to_few_people_is_one_list(
    desk: Desk, services: Services, evening: str
) -> None:
    place = opened(desk, evening)
    page_of(place).choices.kinds[MinutesKind.FULL].click()
    page_of(place).choices.naming.setCurrentIndex(3)
    page_of(place).choices.naming.activated.emit(3)
    drawn(desk, place)
    digest = page_of(place).notes.digest
    assert digest is not None
    assert len(digest.few) > 1
    (card,) = (text for text in said(page_of(place).notes) if text.count(": 1 person") > 1)
    assert card.count("\n") == len(digest.few) - 1
