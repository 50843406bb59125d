"""Hands are counted and topics put off: kept, changed, undone, handed on."""

import datetime as dt
from pathlib import Path

import pytest
from pydantic import ValidationError

from app.bootstrap import Services, workspace
from app.domain.drafts import DraftPayload
from app.domain.incoming.in_the_room import HandCountDraft, TopicDraft
from app.domain.vocabulary import SessionState
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room

ASKED = HandCountDraft(wording="  Wer ist\x0bdafür? ", agree=12, disagree=3, undecided=2)


def _count(room: Room, question: int = 1, draft: HandCountDraft = ASKED) -> str:
    return room.services.in_the_room.count_hands(room.question(question).uid, draft)


def _texts(room: Room) -> list[str]:
    return [topic.text for topic in room.services.views.parked_topics(room.uid)]


def test_several_counts_stand_under_a_question_with_wording_and_time(room: Room) -> None:
    at = dt.datetime(2026, 11, 22, 17, 5, tzinfo=dt.UTC)
    _count(room, 4)
    _count(room)
    _count(room, draft=ASKED.model_copy(update={"wording": "Und jetzt?", "counted_at": at}))
    found = room.services.views.hand_counts(room.uid)
    assert [(c.plan_item_uid, c.wording) for c in found] == [
        (room.question(1).uid, "Wer ist dafür?"),
        (room.question(1).uid, "Und jetzt?"),
        (room.question(4).uid, "Wer ist dafür?"),
    ]
    assert (found[0].agree, found[0].disagree, found[0].undecided) == (12, 3, 2)
    assert found[1].counted_at == at


def test_a_count_is_corrected_and_keeps_its_time(room: Room) -> None:
    uid = _count(room)
    (before,) = room.services.views.hand_counts(room.uid)
    room.services.in_the_room.correct_hands(uid, HandCountDraft(wording="Anders", agree=1))
    (after,) = room.services.views.hand_counts(room.uid)
    assert (after.wording, after.agree, after.disagree) == ("Anders", 1, 0)
    assert after.counted_at == before.counted_at


@pytest.mark.parametrize("number", [-1, 10_000])
def test_no_room_holds_so_many(number: int) -> None:
    with pytest.raises(ValidationError):
        HandCountDraft(wording="?", agree=number)


def test_an_item_with_hands_is_not_removed(room: Room) -> None:
    uid = _count(room)
    with pytest.raises(RefusedError) as refused:
        room.services.plan.remove(room.question(1).uid)
    assert refused.value.code == "item_has_hands"
    room.services.in_the_room.remove_hands(uid)
    room.services.plan.remove(room.question(1).uid)


def test_a_topic_keeps_its_question_and_ends_the_draft_of_the_line(room: Room) -> None:
    services, item = room.services, room.question(3).uid
    revision = services.drafts.keep(room.uid, "entry", DraftPayload("Haftung", 7, {}))
    draft = TopicDraft(text="Haftung", plan_item_uid=item, draft_revision=revision)
    services.in_the_room.park(room.uid, draft)
    services.drafts.flush()
    (topic,) = services.views.parked_topics(room.uid)
    assert (topic.text, topic.plan_item_uid, topic.settled) == ("Haftung", item, False)
    assert services.drafts.load(room.uid) == {}


def test_a_topic_is_reworded_settled_and_taken_away(room: Room) -> None:
    service, views = room.services.in_the_room, room.services.views
    uid = service.park(room.uid, TopicDraft(text="Haftung"))
    service.reword_topic(uid, " Wer haftet? ")
    service.settle_topic(uid, settled=True)
    (topic,) = views.parked_topics(room.uid)
    assert (topic.text, topic.settled, topic.plan_item_uid) == ("Wer haftet?", True, None)
    service.remove_topic(uid)
    assert views.parked_topics(room.uid) == ()


def test_a_topic_outlives_its_question(room: Room) -> None:
    item = room.question(3).uid
    room.services.in_the_room.park(room.uid, TopicDraft(text="Haftung", plan_item_uid=item))
    room.services.plan.remove(item)
    (topic,) = room.services.views.parked_topics(room.uid)
    assert topic.plan_item_uid is None


def test_each_step_is_undone_and_done_again(room: Room) -> None:
    service, history = room.services.in_the_room, room.services.history
    hands = _count(room)
    topic = service.park(room.uid, TopicDraft(text="Haftung"))
    service.settle_topic(topic, settled=True)
    service.remove_topic(topic)
    service.remove_hands(hands)
    for _ in range(5):
        history.undo(room.uid)
    views = room.services.views
    assert (views.hand_counts(room.uid), views.parked_topics(room.uid)) == ((), ())
    for _ in range(3):
        history.redo(room.uid)
    assert [c.wording for c in views.hand_counts(room.uid)] == ["Wer ist dafür?"]
    assert [t.settled for t in views.parked_topics(room.uid)] == [True]


def test_a_closed_session_takes_nothing(room: Room) -> None:
    service = room.services.in_the_room
    hands, topic = _count(room), service.park(room.uid, TopicDraft(text="Haftung"))
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    for change in (
        lambda: _count(room),
        lambda: service.correct_hands(hands, ASKED),
        lambda: service.remove_hands(hands),
        lambda: service.park(room.uid, TopicDraft(text="Neu")),
        lambda: service.reword_topic(topic, "Neu"),
        lambda: service.settle_topic(topic, settled=True),
        lambda: service.remove_topic(topic),
    ):
        with pytest.raises(RefusedError):
            change()
    assert _texts(room) == ["Haftung"]


def test_what_is_empty_strange_or_gone_is_refused(room: Room, services: Services) -> None:
    service = services.in_the_room
    with pytest.raises(BadInputError):
        service.park(room.uid, TopicDraft(text=" \x0b "))
    with pytest.raises(BadInputError):
        _count(room, draft=HandCountDraft(wording=" ", agree=1))
    other = Room(services)
    stranger = TopicDraft(text="Haftung", plan_item_uid=other.question(1).uid)
    with pytest.raises(NotFoundError):
        service.park(room.uid, stranger)
    with pytest.raises(NotFoundError):
        service.settle_topic("nichts", settled=True)
    assert _texts(room) == []


def test_both_travel_with_the_session_and_come_in_once(room: Room, tmp_path: Path) -> None:
    services, out = room.services, tmp_path / "out.session.json"
    _count(room)
    item = room.question(3).uid
    topic = services.in_the_room.park(room.uid, TopicDraft(text="Haftung", plan_item_uid=item))
    services.in_the_room.settle_topic(topic, settled=True)
    services.in_the_room.park(room.uid, TopicDraft(text="Ohne Frage"))
    services.documents.write(room.uid, out)
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(out)
        assert other.views.hand_counts(room.uid) == services.views.hand_counts(room.uid)
        assert other.views.parked_topics(room.uid) == services.views.parked_topics(room.uid)
        assert other.documents.read(out).new_rows == 0
        copied = other.documents.read_copy(out)
        assert len(other.views.parked_topics(copied)) == 2
        assert {t.uid for t in other.views.parked_topics(copied)}.isdisjoint(
            t.uid for t in services.views.parked_topics(room.uid)
        )


def test_a_wrong_row_of_a_file_names_its_place(room: Room, tmp_path: Path) -> None:
    out = tmp_path / "out.session.json"
    _count(room)
    room.services.documents.write(room.uid, out)
    text = out.read_text(encoding="utf-8")
    for before, after, place in (
        ('"agree": 12', '"agree": -12', "hand_count[0].agree"),
        (room.question(1).uid, "0" * 8 + room.question(1).uid[8:], ""),
    ):
        at = text.index('"hand_count"')
        out.write_text(text[:at] + text[at:].replace(before, after, 1), encoding="utf-8")
        with workspace(tmp_path / "elsewhere.db") as other:
            with pytest.raises(BadInputError) as wrong:
                other.documents.read(out)
            assert place in str(wrong.value.values["where"])
