from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.history import FieldChange, Word, word_differences
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import StatementKind
from app.errors import NotFoundError
from tests.support.room import Room


def test_every_change_of_a_statement_stands_in_its_history(services: Services, room: Room) -> None:
    uid = room.say("Erste Fassung", person=0).uid
    update = services.capture.update
    update([uid], StatementChanges(text="Zweite Fassung"))
    update([uid], StatementChanges(kind=StatementKind.GOAL, participant_uid=room.people[1]))
    update([uid], StatementChanges(themes=("Wohnen",)))
    services.capture.move_to_item([uid], room.question(2).uid)
    services.capture.delete([uid])
    services.history.undo(room.uid)

    history = services.history.of_statement(uid)

    assert history.wordings() == ("Erste Fassung", "Zweite Fassung")
    assert [(step.operation, step.role) for step in history.steps] == [
        ("statement.record", "do"),
        ("statement.edit", "do"),
        ("statement.update", "do"),
        ("statement.themes", "do"),
        ("statement.move_to_item", "do"),
        ("statement.delete", "do"),
        ("statement.delete", "undo"),
    ]
    made, edited, updated, themes, moved, deleted, back = history.steps
    assert made.is_first
    assert (edited.text_before, edited.text) == ("Erste Fassung", "Zweite Fassung")
    assert FieldChange("person", "Karin Weiß", "Mehmet Öztürk") in updated.changes
    assert FieldChange("kind", "reason", "goal") in updated.changes
    assert themes.changes == (FieldChange("themes", [], ["Wohnen"]),)
    before, after = room.question(1).title, room.question(2).title
    assert FieldChange("item", before, after) in moved.changes
    assert deleted.changes == (FieldChange("deleted", False, True),)
    assert back.changes == (FieldChange("deleted", True, False),)
    assert [step.rewords for step in history.steps] == [True, True, *[False] * 5]
    moments = [step.at for step in history.steps]
    assert moments == sorted(moments)


def test_marks_counts_and_memo_have_their_values(services: Services, room: Room) -> None:
    uid = room.say("Eins").uid
    services.capture.update([uid], StatementChanges(assent=12, clarify=True, memo="Nur für uns"))
    assert set(services.history.of_statement(uid).steps[-1].changes) == {
        FieldChange("assent", 0, 12),
        FieldChange("clarify", False, True),
        FieldChange("memo", "", "Nur für uns"),
    }


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("gleich", "gleich", [(Word.KEPT, "gleich")]),
        (
            "Wir haben Räume.",
            "Wir suchen Räume.",
            [
                (Word.KEPT, "Wir "),
                (Word.REMOVED, "haben"),
                (Word.ADDED, "suchen"),
                (Word.KEPT, " Räume."),
            ],
        ),
        ("Alte Wörter", "Neue Sätze", [(Word.REMOVED, "Alte Wörter"), (Word.ADDED, "Neue Sätze")]),
        ("Eins", "Eins zwei", [(Word.KEPT, "Eins"), (Word.ADDED, " zwei")]),
    ],
)
def test_differences_are_whole_words(
    before: str, after: str, expected: list[tuple[Word, str]]
) -> None:
    assert list(word_differences(before, after)) == expected


def test_moving_up_or_down_is_a_change_of_place(services: Services, room: Room) -> None:
    room.say("Eins")
    uid = room.say("Zwei").uid
    services.capture.move(uid, after=None)
    assert services.history.of_statement(uid).steps[-1].changes == (
        FieldChange("place", None, None),
    )


def test_a_deleted_statement_still_has_its_history(services: Services, room: Room) -> None:
    uid = room.say("Bleibt lesbar").uid
    services.capture.delete([uid])
    assert services.history.of_statement(uid).steps[-1].operation == "statement.delete"


def test_the_history_of_what_was_read_in_begins_with_the_reading(
    services: Services, room: Room, tmp_path: Path
) -> None:
    uid = room.say("Wie es kam").uid
    services.documents.write(room.uid, tmp_path / "a.session.json")
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(tmp_path / "a.session.json")
        other.capture.update([uid], StatementChanges(text="Wie es wurde"))
        history = other.history.of_statement(uid)
    assert [step.operation for step in history.steps] == ["document.read", "statement.edit"]
    assert history.steps[0].text == "Wie es kam"
    assert history.wordings() == ("Wie es kam", "Wie es wurde")


def test_an_unknown_statement_is_said(services: Services) -> None:
    with pytest.raises(NotFoundError) as caught:
        services.history.of_statement("nirgends")
    assert caught.value.code == "statement_not_found"


def test_numbers_stand_in_the_history_as_numbers(services: Services, room: Room) -> None:
    """SQLite gives a number back from the journal, not its text."""
    uid = room.say("Das wollen alle").uid
    services.capture.update([uid], StatementChanges(assent=4, dissent=1))
    changes = services.history.of_statement(uid).steps[-1].changes
    assert set(changes) == {FieldChange("assent", 0, 4), FieldChange("dissent", 0, 1)}
