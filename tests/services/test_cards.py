import datetime as dt
from pathlib import Path

import docx
import pytest

from app.bootstrap import Services, workspace
from app.domain.cards import Card, CardStack, slot_of
from app.domain.drafts import DraftPayload
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, SessionState
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.docx_checks import assert_sound
from tests.support.room import Room


def stack(*cards: str) -> CardStack:
    """Cards as "Gruppe: Text" or "Text"."""
    made = CardStack()
    for card in cards:
        cluster, _, text = card.rpartition(": ")
        made = made.add(text)
        made = made.sort(len(made.cards) - 1, cluster)
    return made


def said(room: Room) -> list[tuple[str, str, str]]:
    item = room.question(1).uid
    found = room.services.views.statements(room.uid, item)
    return [(each.text, each.cluster, each.source) for each in found]


CARDS = "Kartenabfrage"


def test_cards_become_statements_group_by_group(room: Room) -> None:
    room.say("Vorher gesagt")
    made = stack("Orte: Café", "Wege: Bus", "Zeit", "Orte: Bank")
    assert room.services.cards.record(room.question(1).uid, made) == 4
    assert said(room) == [
        ("Vorher gesagt", "", ""),
        ("Zeit", "", CARDS),
        ("Café", "Orte", CARDS),
        ("Bank", "Orte", CARDS),
        ("Bus", "Wege", CARDS),
    ]
    assert room.services.history.undoable(room.uid) == "statement.cards"
    room.services.history.undo(room.uid)
    assert said(room) == [("Vorher gesagt", "", "")]


def test_a_recorded_stack_is_taken_up_and_sorted_anew(room: Room) -> None:
    item, cards = room.question(1).uid, room.services.cards
    cards.record(item, stack("Orte: Café", "Zeit"))
    room.say("Kein Kärtchen")
    again = cards.stack(room.uid, item)
    assert [(card.text, card.cluster) for card in again.cards] == [("Zeit", ""), ("Café", "Orte")]
    assert again.new == ()
    again = again.sort(0, "Mangel").add("Geld")
    assert cards.record(item, again.sort(2, "Mangel")) == 1
    assert {text: cluster for text, cluster, _ in said(room)} == {
        "Zeit": "Mangel",
        "Café": "Orte",
        "Kein Kärtchen": "",
        "Geld": "Mangel",
    }


def test_nothing_new_is_no_operation_and_a_closed_session_takes_none(room: Room) -> None:
    item, cards = room.question(1).uid, room.services.cards
    with pytest.raises(BadInputError):
        cards.record(item, CardStack())
    cards.record(item, stack("Zeit"))
    with pytest.raises(BadInputError):
        cards.record(item, cards.stack(room.uid, item))
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        cards.record(item, stack("Geld"))
    assert len(said(room)) == 1


def test_a_card_whose_statement_is_gone_is_said_and_nothing_is_recorded(room: Room) -> None:
    gone = CardStack((Card("Zeit", "Mangel", "nothing"), Card("Neu")), ("Mangel",))
    with pytest.raises(NotFoundError):
        room.services.cards.record(room.question(1).uid, gone)
    assert said(room) == []


def test_the_draft_ends_with_the_commit(room: Room) -> None:
    item, drafts = room.question(1).uid, room.services.drafts
    made = stack("Zeit")
    revision = drafts.keep(room.uid, slot_of(item), DraftPayload("halb", 4, made.data()))
    drafts.flush()
    room.services.cards.record(item, made, draft_revision=revision)
    assert drafts.load(room.uid) == {}


def test_the_document_carries_the_group(services: Services, room: Room, tmp_path: Path) -> None:
    services.cards.record(room.question(1).uid, stack("Orte: Café"))
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    with workspace(tmp_path / "elsewhere.db") as there:
        there.documents.read(out)
        (found,) = there.views.statements(room.uid)
    assert (found.cluster, found.source) == ("Orte", CARDS)


def test_the_full_minutes_group_the_cards(room: Room, tmp_path: Path) -> None:
    item = room.question(1).uid
    room.services.cards.record(item, stack("Orte: Café", "Wege: Bus", "Zeit"))
    room.say("Danach gesagt")
    room.services.cards.record(item, stack("Orte: Bank"))
    out = tmp_path / "out.docx"
    chosen = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 23))
    room.services.minutes.export(room.uid, chosen, out)
    assert_sound(out)
    lines = [each.text for each in docx.Document(str(out)).paragraphs]
    parts = ["Zeit", "Danach gesagt", "Orte", "Café", "Bank", "Wege", "Bus"]
    # From the end: groups stand in the contents, too.
    found = [max(n for n, line in enumerate(lines) if line.endswith(part)) for part in parts]
    assert found == sorted(found), lines


def test_a_protected_name_in_the_name_of_a_group_is_noted(room: Room) -> None:
    room.services.cards.record(room.question(1).uid, stack("Idee von Karin Weiß: Café"))
    chosen = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 23))
    noted = room.services.minutes.names_in_texts(room.uid, chosen)
    assert [note.name for note in noted] == ["Karin Weiß"]
    chosen = MinutesOptions(kind=MinutesKind.SUMMARY, created=dt.date(2026, 11, 23))
    assert room.services.minutes.names_in_texts(room.uid, chosen) == ()
