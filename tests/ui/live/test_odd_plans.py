"""Plans nobody would make on purpose: without questions, without items, without minutes."""

from pathlib import Path

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, PlanItemKind, SessionState
from tests.support.evening import CREATED
from tests.support.keyboard import press, type_text
from tests.support.word import words_of
from tests.ui.live.conftest import Live


def without_questions(live: Live) -> None:
    for item in live.room.items:
        if item.number is not None:
            live.services.plan.remove(item.uid)


def test_a_plan_without_questions_is_led_and_printed(live: Live, tmp_path: Path) -> None:
    without_questions(live)
    press("Ctrl+PgDown", "Alt+1")  # begins; there is no question to send the line to
    assert live.room.items[0].is_running
    live.enter("kw: Zur Begrüßung gesagt")
    (said,) = live.services.views.statements(live.room.uid, live.room.items[0].uid)
    assert said.participant_uid == live.room.people[0]
    while any(item.is_running for item in live.room.items):
        press("Ctrl+PgDown")
    assert live.services.views.session(live.room.uid).state is SessionState.REVIEW
    for kind in MinutesKind:
        path = tmp_path / f"{kind}.docx"
        live.services.minutes.export(
            live.room.uid, MinutesOptions(kind=kind, created=CREATED), path
        )
        assert path.exists()
    assert "Zur Begrüßung gesagt" in words_of(tmp_path / f"{MinutesKind.FULL}.docx")


def test_a_plan_without_items_keeps_what_is_typed(live: Live) -> None:
    for item in live.room.items:
        live.services.plan.remove(item.uid)
    live.page.entry.edit.setFocus()
    type_text("Trotzdem")
    press("Ctrl+PgDown", "Alt+Z", "Alt+M", "Alt+P", "F9", "Esc", "Return")
    assert "Der Ablauf ist leer" in live.page.quiet.text()
    assert live.line == "Trotzdem", "there is nowhere to put it, so it stays"
    assert live.draft() == "Trotzdem"
    draft = PlanItemDraft(kind=PlanItemKind.CLOSING, title="Schluss")
    uid = live.services.plan.add(live.room.uid, draft)
    press("Return")
    assert [s.text for s in live.services.views.statements(live.room.uid, uid)] == ["Trotzdem"]


def test_items_without_minutes_have_a_clock_that_only_counts(live: Live) -> None:
    for item in live.room.items:
        live.services.plan.update(item.uid, PlanItemChanges(minutes=0, min_minutes=0))
    live.run(4)
    card = live.page.side.clock
    live.clock.go_on(minutes=3)
    live.place.clock.tick()
    assert (card.face.text(), card.face.word()) == ("03:00", "seit")
    press("Alt+M")
    assert live.room.question(4).time_given == 1
    assert live.room.question(4).minutes == 0
    assert card.face.text() == "+02:00"


def test_two_people_of_one_name_are_told_apart(running: Live) -> None:
    """By what stands beside the name; without anything there are still two."""
    draft = ParticipantDraft(name="Karin Weiß", organisation="Volkshochschule")
    other = running.services.people.add(running.room.uid, draft)
    running.enter("kw: Wer von beiden")
    (unclear,) = running.statements(4)
    assert unclear.participant_uid is None
    press("Alt+R")
    type_text("kw")
    names = running.place.speakers._desk
    assert names is not None
    offered = names.board.ask.names
    shown = [offered.item(row).text() for row in range(offered.count())]
    assert shown == ["Karin Weiß, Kirchengemeinde St. Lukas", "Karin Weiß, Volkshochschule"]
    press("Down", "Return", "F9", "Tab")
    running.enter("Die andere")
    assert running.statements(4)[-1].participant_uid == other
