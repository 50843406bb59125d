"""Answers to the minutes: nothing reaches a statement before a decision, each is one step back."""

import datetime as dt
import json
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.feedback import FeedbackView
from app.domain.incoming.feedback import DecisionDraft, FeedbackDraft
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import (
    FeedbackAnswer,
    FeedbackDecision,
    FeedbackWay,
    SessionState,
    StatementState,
)
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room
from tests.support.tables import dump, everything

DAY = dt.date(2026, 11, 18)
ADOPTED, NOTED, DECLINED = FeedbackDecision
NOTE, CHECKED, RELEASED = StatementState


@pytest.fixture
def numbered(room: Room) -> Room:
    """Two statements with evidence numbers, the second said by the first person."""
    room.say("Der Saal steht leer.")
    room.say("Niemand hat den Schlüssel.", person=0)
    room.services.series.update(
        room.services.views.session(room.uid).series_uid, SeriesChanges(with_release=True)
    )
    room.services.release.release_all(room.uid)
    return room


def give(room: Room, number: str = "S1-1-1", **more: object) -> FeedbackView:
    """An answer by phone."""
    values = {"evidence": number, "given_on": DAY, "wording": "Der Saal steht oft leer."}
    uid = room.services.feedback.add(room.uid, FeedbackDraft.model_validate({**values, **more}))
    return answer(room, uid)


def answer(room: Room, uid: str) -> FeedbackView:
    return next(each for each in room.services.views.feedback(room.uid) if each.uid == uid)


def decide(room: Room, found: FeedbackView, decision: FeedbackDecision, **more: str) -> None:
    draft = DecisionDraft.model_validate({"decision": decision, **more})
    room.services.feedback.decide(room.uid, found.uid, draft)


def states(room: Room) -> list[StatementState]:
    return [each.state for each in room.services.views.statements(room.uid)]


# -- by hand ----------------------------------------------------------------------------------


def test_an_answer_is_kept_and_changes_nothing(numbered: Room) -> None:
    found = give(numbered, "s1-1-1", participant_uid=numbered.people[1], way=FeedbackWay.MAIL)
    assert found.is_open
    assert (found.evidence, found.who, found.way) == ("S1-1-1", "Mehmet Öztürk", FeedbackWay.MAIL)
    assert numbered.texts() == ["Der Saal steht leer.", "Niemand hat den Schlüssel."]
    assert numbered.services.views.open_feedback(numbered.uid) == 1


def test_a_number_that_was_merged_leads_to_the_statement_that_stayed(numbered: Room) -> None:
    uids = [each.uid for each in numbered.services.views.statements(numbered.uid)]
    numbered.services.capture.merge(uids)
    assert give(numbered, "S1-1-2").statement_uid == uids[0]


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"evidence": "S1-1-9"}, "feedback_number_unknown"),
        ({"wording": " "}, "feedback_wording_needed"),
    ],
)
def test_what_is_missing_is_said(numbered: Room, values: dict[str, str], code: str) -> None:
    with pytest.raises((BadInputError, NotFoundError), match=code):
        give(numbered, **values)
    assert numbered.services.views.feedback(numbered.uid) == ()


def test_a_closed_session_takes_none(numbered: Room) -> None:
    found = give(numbered)
    numbered.services.sessions.set_state(numbered.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError, match="session_closed"):
        give(numbered)
    with pytest.raises(RefusedError, match="session_closed"):
        decide(numbered, found, ADOPTED)
    with pytest.raises(RefusedError, match="session_closed"):
        numbered.services.feedback.remove(numbered.uid, found.uid)


# -- decisions --------------------------------------------------------------------------------


def test_an_adopted_change_is_one_step_to_undo(numbered: Room) -> None:
    found = give(numbered)
    decide(numbered, found, ADOPTED)
    assert numbered.texts()[0] == "Der Saal steht oft leer."
    assert states(numbered) == [CHECKED, RELEASED]  # other words than those that were released
    assert answer(numbered, found.uid).decision is ADOPTED
    numbered.services.history.undo(numbered.uid)
    assert numbered.texts()[0] == "Der Saal steht leer."
    assert states(numbered) == [RELEASED, RELEASED]
    assert answer(numbered, found.uid) == found


def test_the_wording_may_be_another_one_than_was_proposed(numbered: Room) -> None:
    found = give(numbered)
    decide(numbered, found, ADOPTED, wording="Der Saal steht an drei Tagen leer.")
    assert numbered.texts()[0] == "Der Saal steht an drei Tagen leer."


def test_leaving_out_what_another_one_said_needs_a_reason(numbered: Room) -> None:
    found = give(
        numbered,
        "S1-1-2",
        answer=FeedbackAnswer.LEAVE_OUT,
        wording="",
        participant_uid=numbered.people[1],
    )
    with pytest.raises(BadInputError, match="feedback_reason_other"):
        decide(numbered, found, ADOPTED)
    assert len(numbered.texts()) == 2
    decide(numbered, found, ADOPTED, reason="Karin Weiß ist einverstanden.")
    assert numbered.texts() == ["Der Saal steht leer."]
    numbered.services.history.undo(numbered.uid)
    assert len(numbered.texts()) == 2


def test_what_somebody_said_goes_when_that_one_asks(numbered: Room) -> None:
    own = give(
        numbered,
        "S1-1-2",
        answer=FeedbackAnswer.LEAVE_OUT,
        wording="",
        participant_uid=numbered.people[0],
    )
    assert own.is_own
    decide(numbered, own, ADOPTED)
    assert numbered.texts() == ["Der Saal steht leer."]
    assert answer(numbered, own.uid).statement_uid is None


@pytest.mark.parametrize("decision", [NOTED, DECLINED])
def test_other_decisions_leave_the_statement_alone(
    numbered: Room, decision: FeedbackDecision
) -> None:
    found = give(numbered)
    decide(numbered, found, decision, reason="So war es gesagt.")
    assert numbered.texts()[0] == "Der Saal steht leer."
    assert states(numbered) == [RELEASED, RELEASED]
    assert answer(numbered, found.uid).reason == "So war es gesagt."
    assert numbered.services.views.open_feedback(numbered.uid) == 0


def test_a_refusal_needs_a_reason(numbered: Room) -> None:
    found = give(numbered)
    with pytest.raises(BadInputError, match="feedback_reason"):
        decide(numbered, found, DECLINED, reason=" ")


def test_a_decision_may_be_thought_over_unless_it_was_carried_out(numbered: Room) -> None:
    found = give(numbered)
    decide(numbered, found, NOTED)
    decide(numbered, found, ADOPTED)
    with pytest.raises(RefusedError, match="feedback_decided"):
        decide(numbered, found, NOTED)


def test_of_a_statement_that_is_gone_it_can_only_be_declined(numbered: Room) -> None:
    found = give(numbered)
    first = numbered.services.views.statements(numbered.uid)[0]
    numbered.services.capture.delete([first.uid])
    with pytest.raises(RefusedError, match="feedback_statement_gone"):
        decide(numbered, found, NOTED)
    decide(numbered, found, DECLINED, reason="Der Beitrag ist schon entfallen.")


def test_an_answer_entered_by_mistake_goes_and_comes_back(numbered: Room) -> None:
    found = give(numbered)
    numbered.services.feedback.remove(numbered.uid, found.uid)
    assert numbered.services.views.feedback(numbered.uid) == ()
    numbered.services.history.undo(numbered.uid)
    assert numbered.services.views.feedback(numbered.uid) == (found,)


# -- states -----------------------------------------------------------------------------------


def test_nothing_is_unreleased_where_nobody_releases(room: Room) -> None:
    room.say("Ein Beitrag")
    assert room.services.views.unreleased(room.uid) == 0
    room.services.series.update(
        room.services.views.session(room.uid).series_uid, SeriesChanges(with_release=True)
    )
    assert room.services.views.unreleased(room.uid) == 1


def test_releasing_all_is_one_step_and_gives_numbers_for_good(room: Room) -> None:
    said = [room.say(f"Beitrag {number}") for number in range(3)]
    room.services.release.set_state(room.uid, [said[1].uid], CHECKED)
    assert room.services.release.release_all(room.uid) == 3
    assert states(room) == [RELEASED] * 3
    numbers = [each.evidence for each in room.services.views.statements(room.uid)]
    assert numbers == ["S1-1-1", "S1-1-2", "S1-1-3"]
    room.services.history.undo(room.uid)
    assert states(room) == [NOTE, CHECKED, NOTE]
    assert [each.evidence for each in room.services.views.statements(room.uid)] == numbers


def test_only_what_is_released_gets_a_number(room: Room) -> None:
    first, second = room.say("Eins"), room.say("Zwei")
    room.services.release.set_state(room.uid, [second.uid], RELEASED)
    room.services.release.set_state(room.uid, [first.uid], CHECKED)
    found = room.services.views.statements(room.uid)
    assert [each.evidence for each in found] == ["", "S1-1-1"]


def test_nothing_to_do_is_no_step(room: Room) -> None:
    said = room.say("Eins")
    assert room.services.release.set_state(room.uid, [said.uid], NOTE) == 0
    assert room.services.history.undoable(room.uid) == "statement.record"


def test_other_words_are_not_released_any_more(numbered: Room) -> None:
    """Whatever way they changed; a mark or a theme changes no words."""
    capture = numbered.services.capture
    first, second = numbered.services.views.statements(numbered.uid)
    capture.update([first.uid], StatementChanges(is_result=True))
    assert states(numbered) == [RELEASED, RELEASED]
    capture.update([first.uid], StatementChanges(text="Ganz anders"))
    assert states(numbered) == [CHECKED, RELEASED]
    capture.restore_wording(second.uid, "Noch einmal anders")
    assert states(numbered) == [CHECKED, CHECKED]


def test_splitting_and_merging_leave_checked_parts(numbered: Room) -> None:
    capture = numbered.services.capture
    first, second = numbered.services.views.statements(numbered.uid)
    capture.split(first.uid, "Der Saal", "steht leer.")
    assert states(numbered) == [CHECKED, CHECKED, RELEASED]
    numbered.services.history.undo(numbered.uid)
    assert states(numbered) == [RELEASED, RELEASED]
    numbered.services.release.set_state(numbered.uid, [second.uid], NOTE)
    capture.merge([first.uid, second.uid])
    assert states(numbered) == [NOTE]


# -- removal on request -----------------------------------------------------------------------


def test_what_is_taken_out_for_good_is_in_no_answer_either(
    numbered: Room, services: Services
) -> None:
    secret, reason = "Der Saal steht Yksilon oft leer.", "Wegen Zwyrnik so gesagt."
    found = give(numbered, wording=secret, who="Frau Albers")
    decide(numbered, found, NOTED, reason=reason)
    path = services.workspace.path
    assert any(secret in str(row) for row in dump(path)["feedback"])  # the control
    services.erasure.erase(numbered.uid, [str(found.statement_uid)])
    everything_left = str(dump(path))
    for word in ("Yksilon", "Zwyrnik", "Frau Albers"):
        assert word not in everything_left
    assert services.views.feedback(numbered.uid) == ()
    services.history.undo(numbered.uid)  # passes over what nothing is left of
    assert services.views.feedback(numbered.uid) == ()


# -- on the way -------------------------------------------------------------------------------


def test_everything_travels_with_the_session(numbered: Room, tmp_path: Path) -> None:
    give(numbered, participant_uid=numbered.people[1], comment="Am Telefon")
    decide(numbered, give(numbered, "S1-1-2", who="Frau Albers"), NOTED, reason="Beides gesagt.")
    gone = give(numbered, "S1-1-2", answer=FeedbackAnswer.LEAVE_OUT, wording="")
    decide(numbered, gone, ADOPTED, reason="Wunsch der Gruppe.")
    file = tmp_path / "session.session.json"
    numbered.services.documents.write(numbered.uid, file)
    rows = json.loads(file.read_text("utf-8"))["extensions"]["quartiersdialog"]["feedback"]
    assert len(rows) == 3
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(file)
        here = [_travelled(each) for each in numbered.services.views.feedback(numbered.uid)]
        assert [_travelled(each) for each in other.views.feedback(numbered.uid)] == here
        assert other.views.unreleased(numbered.uid) == 0
        assert other.views.statements(numbered.uid)[0].state is RELEASED
        before = everything(other.workspace.path)
        assert other.documents.read(file).new_rows == 0
        assert everything(other.workspace.path) == before


def _travelled(found: FeedbackView) -> tuple[object, ...]:
    return (found.uid, found.evidence, found.who, found.wording, found.comment, found.decision)


def test_the_names_of_the_steps_are_in_words(numbered: Room, services: Services) -> None:
    decide(numbered, give(numbered), NOTED)
    code = services.history.undoable(numbered.uid)
    assert services.texts.get(f"operations.{code}") == "Abweichende Sicht vermerken"
