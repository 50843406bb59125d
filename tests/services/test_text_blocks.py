import json
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.changes import Entity
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.vocabulary import SessionState
from app.errors import BadInputError, NotFoundError, RefusedError, UserError
from tests.support.room import Room
from tests.support.tables import everything

FIRE = TextBlockDraft(name="fw", text="Freiwillige Feuerwehr")


def blocks(services: Services, uid: str) -> list[tuple[str, str]]:
    found = services.views.text_blocks(services.views.session(uid).series_uid)
    return [(block.name, block.text) for block in found]


def test_blocks_belong_to_the_series(services: Services, room: Room) -> None:
    services.text_blocks.add(room.uid, FIRE)
    assert blocks(services, Room(services).uid) == [("fw", "Freiwillige Feuerwehr")]
    assert services.views.text_blocks("another") == ()


def test_each_step_is_undone_and_done_again(services: Services, room: Room) -> None:
    uid = services.text_blocks.add(room.uid, FIRE)
    services.text_blocks.update(room.uid, uid, TextBlockDraft(name="ff", text="Neu"))
    services.text_blocks.remove(room.uid, uid)
    assert blocks(services, room.uid) == []
    assert services.history.undoable(room.uid) == "text_block.remove"
    services.history.undo(room.uid)
    assert blocks(services, room.uid) == [("ff", "Neu")]
    services.history.undo(room.uid)
    assert blocks(services, room.uid) == [("fw", "Freiwillige Feuerwehr")]
    services.history.undo(room.uid)
    assert blocks(services, room.uid) == []
    for _ in range(2):
        services.history.redo(room.uid)
    assert blocks(services, room.uid) == [("ff", "Neu")]


@pytest.mark.parametrize(
    "draft",
    [
        TextBlockDraft(name="f w", text="x"),
        TextBlockDraft(name="FW", text="x"),
        TextBlockDraft(name="x", text="\u2028 \x00"),
        TextBlockDraft(name="\x00", text="x"),
    ],
)
def test_what_is_none_is_refused(services: Services, room: Room, draft: TextBlockDraft) -> None:
    services.text_blocks.add(room.uid, FIRE)
    other = services.text_blocks.add(room.uid, TextBlockDraft(name="anders", text="x"))
    before = blocks(services, room.uid)
    with pytest.raises(BadInputError):
        services.text_blocks.add(room.uid, draft)
    with pytest.raises(BadInputError):
        services.text_blocks.update(room.uid, other, draft)
    assert blocks(services, room.uid) == before


def test_a_closed_session_and_a_block_that_is_gone(services: Services, room: Room) -> None:
    uid = services.text_blocks.add(room.uid, FIRE)
    services.text_blocks.update(room.uid, uid, FIRE)  # its own name is not taken
    services.text_blocks.remove(room.uid, uid)
    with pytest.raises(NotFoundError):
        services.text_blocks.update(room.uid, uid, FIRE)
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    calls: list[Callable[[], object]] = [
        lambda: services.text_blocks.add(room.uid, FIRE),
        lambda: services.text_blocks.update(room.uid, uid, FIRE),
        lambda: services.text_blocks.remove(room.uid, uid),
    ]
    for call in calls:
        with pytest.raises(RefusedError):
            call()


def _out(services: Services, room: Room, folder: Path) -> Path:
    out = folder / "out.session.json"
    services.documents.write(room.uid, out)
    return out


def _changed(path: Path, **values: object) -> Path:
    document = json.loads(path.read_text("utf-8"))
    document["extensions"]["quartiersdialog"]["text_block"][0].update(values)
    path.write_text(json.dumps(document), "utf-8")
    return path


OTHER_ID = "00000000-0000-4000-8000-000000000001"


def test_the_document_carries_them(services: Services, room: Room, tmp_path: Path) -> None:
    services.text_blocks.add(room.uid, FIRE)
    services.text_blocks.add(room.uid, TextBlockDraft(name="lang", text="Zeile 1\nZeile 2"))
    out = _out(services, room, tmp_path)
    with workspace(tmp_path / "elsewhere.db") as other:
        assert other.documents.read(out).new[Entity.TEXT_BLOCK] == 2
        here, there = everything(services.workspace.path), everything(other.workspace.path)
        assert here["text_block"] == there["text_block"] != []
        assert other.documents.read(out).new == {}
        uid = there["text_block"][0]["uid"]
        other.text_blocks.remove(room.uid, uid)
        other.documents.read(out)
        assert len(blocks(other, room.uid)) == 1


def test_the_same_block_from_elsewhere_is_not_doubled(
    services: Services, room: Room, tmp_path: Path
) -> None:
    services.text_blocks.add(room.uid, FIRE)
    services.documents.read(_changed(_out(services, room, tmp_path), id=OTHER_ID))
    assert len(blocks(services, room.uid)) == 1


def test_another_block_of_that_name_stands_beside_it(
    services: Services, room: Room, tmp_path: Path
) -> None:
    services.text_blocks.add(room.uid, FIRE)
    path = _changed(_out(services, room, tmp_path), id=OTHER_ID, name="FW", text="Fachwerk")
    services.documents.read(path)
    expected = [("FW-2", "Fachwerk"), ("fw", "Freiwillige Feuerwehr")]
    assert blocks(services, room.uid) == expected
    services.documents.read(path)
    assert blocks(services, room.uid) == expected


@pytest.mark.parametrize(
    "values", [{"name": "f w"}, {"name": ""}, {"text": None}, {"name": 5}, {"text": "x" * 5001}]
)
def test_a_faulty_block_in_a_file_is_an_error(
    services: Services, room: Room, tmp_path: Path, values: dict[str, object]
) -> None:
    services.text_blocks.add(room.uid, FIRE)
    path = _changed(_out(services, room, tmp_path), **values)
    with pytest.raises(UserError, match="text_block"):
        services.documents.read(path)
