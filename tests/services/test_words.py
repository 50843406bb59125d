import json
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.changes import Entity
from app.domain.incoming.series import OwnWordDraft
from app.domain.vocabulary import SessionState
from app.errors import BadInputError, RefusedError
from tests.support.room import Room
from tests.support.tables import everything


def add(services: Services, room: Room, *words: str) -> None:
    for word in words:
        services.words.add(room.uid, OwnWordDraft(word=word))


def words(services: Services, uid: str) -> tuple[str, ...]:
    return services.views.own_words(services.views.session(uid).series_uid)


def test_words_belong_to_the_series(services: Services, room: Room) -> None:
    add(services, room, "Stuberwiesen", " Öztürk ", "Stuberwiesen")
    assert words(services, room.uid) == ("Stuberwiesen", "Öztürk")
    assert words(services, Room(services).uid) == ("Stuberwiesen", "Öztürk")
    series = everything(services.workspace.path)["series"]
    assert len(series) == 1
    assert services.views.own_words("another") == ()


def test_undo_and_redo(services: Services, room: Room) -> None:
    add(services, room, "Stuberwiesen")
    assert services.history.undoable(room.uid) == "own_word.add"
    changed = services.history.undo(room.uid)
    assert changed.uids(Entity.OWN_WORD, "deleted")
    assert words(services, room.uid) == ()
    services.history.redo(room.uid)
    assert words(services, room.uid) == ("Stuberwiesen",)
    services.words.remove(room.uid, "Stuberwiesen")
    services.words.remove(room.uid, "Unbekanntes")
    assert words(services, room.uid) == ()
    services.history.undo(room.uid)
    assert words(services, room.uid) == ("Stuberwiesen",)


def test_a_word_twice_is_no_operation(services: Services, room: Room) -> None:
    add(services, room, "Eins", "Eins")
    services.history.undo(room.uid)
    assert services.history.undoable(room.uid) != "own_word.add"


def test_what_is_no_word_or_comes_too_late_is_refused(services: Services, room: Room) -> None:
    with pytest.raises(BadInputError):
        add(services, room, "\u2028 \x00")
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        add(services, room, "Zuspät")
    assert words(services, room.uid) == ()


def test_the_document_carries_them(services: Services, room: Room, tmp_path: Path) -> None:
    add(services, room, "Stuberwiesen", "Öztürk")
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    with workspace(tmp_path / "elsewhere.db") as other:
        first = other.documents.read(out)
        assert first.new[Entity.OWN_WORD] == 2
        assert words(other, room.uid) == ("Stuberwiesen", "Öztürk")
        here, there = everything(services.workspace.path), everything(other.workspace.path)
        assert here["own_word"] == there["own_word"]
        assert other.documents.read(out).new == {}
        other.words.remove(room.uid, "Öztürk")
        other.documents.read(out)
        assert words(other, room.uid) == ("Stuberwiesen",)


def test_a_word_from_elsewhere_is_not_doubled(
    services: Services, room: Room, tmp_path: Path
) -> None:
    add(services, room, "Stuberwiesen")
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    document = json.loads(out.read_text("utf-8"))
    row = document["extensions"]["quartiersdialog"]["own_word"][0]
    row["id"] = "00000000-0000-4000-8000-000000000001"
    out.write_text(json.dumps(document), "utf-8")
    services.documents.read(out)
    assert len(everything(services.workspace.path)["own_word"]) == 1


@pytest.mark.parametrize("word", ["", "x" * 101, 5, None])
def test_a_faulty_word_in_a_file_is_an_error(
    services: Services, room: Room, tmp_path: Path, word: object
) -> None:
    add(services, room, "Stuberwiesen")
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    document = json.loads(out.read_text("utf-8"))
    document["extensions"]["quartiersdialog"]["own_word"][0]["word"] = word
    out.write_text(json.dumps(document), "utf-8")
    with pytest.raises(BadInputError):
        services.documents.read(out)
