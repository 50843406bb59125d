import base64
import json
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.bootstrap import workspace
from app.domain.changes import Entity
from app.domain.incoming.photos import PhotoChanges
from app.domain.vocabulary import SessionState
from app.errors import BadInputError, NotFoundError, RefusedError, UserError
from app.services.photo_files import PreparedPhoto, prepared
from app.storage.salvage import salvage
from tests.support.pictures_made import coded, noise, phone_photo, picture
from tests.support.room import Room
from tests.support.tables import dump, everything


def photo(width: int = 40) -> PreparedPhoto:
    return prepared(coded(noise(width, 30), "JPEG"), "x")


def add(room: Room, *photos: PreparedPhoto, question: int = 1) -> tuple[str, ...]:
    return room.services.photos.add(room.question(question).uid, photos or (photo(),))


def widths(room: Room) -> list[int]:
    return [each.width for each in room.services.views.photos(room.uid)]


def test_photos_stand_in_the_order_of_the_plan_and_are_numbered(room: Room) -> None:
    add(room, photo(43), question=2)
    add(room, photo(41), photo(42))
    found = room.services.views.photos(room.uid)
    assert [(each.number, each.width) for each in found] == [(1, 41), (2, 42), (3, 43)]
    assert found[2].plan_item_uid == room.question(2).uid
    assert Room(room.services).services.views.photos("another") == ()


def test_what_it_shows_is_kept_once_and_read_by_itself(room: Room) -> None:
    one = photo()
    add(room, one, one, question=1)
    add(room, one, question=2)
    views = room.services.views
    assert {each.sha256 for each in views.photos(room.uid)} == {one.sha256}
    assert views.photo_content(one.sha256) == one.data
    assert views.photo_content("0" * 64) is None
    assert len(dump(room.services.workspace.path)["photo_content"]) == 1


def test_every_change_can_be_undone_and_done_again(room: Room) -> None:
    services = room.services
    first, second = add(room, photo(41), photo(42))
    services.photos.move(second, after=None)
    services.photos.update(first, PhotoChanges(caption=" Ergebnisse\nder Gruppe 1\n", alt_text="A"))
    services.photos.remove(second)
    assert widths(room) == [41]
    steps = []
    while (code := services.history.undoable(room.uid)) and code.startswith("photo."):
        services.history.undo(room.uid)
        captions = [each.caption for each in services.views.photos(room.uid)]
        steps.append((code, widths(room), captions))
    assert steps == [
        ("photo.remove", [42, 41], ["", "Ergebnisse der Gruppe 1"]),
        ("photo.update", [42, 41], ["", ""]),
        ("photo.move", [41, 42], ["", ""]),
        ("photo.add", [], []),
    ]
    for _ in steps:
        services.history.redo(room.uid)
    assert widths(room) == [41]
    assert services.workspace.check().problems == ()


def test_a_closed_session_takes_none_and_gives_none(room: Room) -> None:
    (uid,) = add(room)
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    for attempt in (
        lambda: add(room),
        lambda: room.services.photos.remove(uid),
        lambda: room.services.photos.update(uid, PhotoChanges(caption="x")),
    ):
        with pytest.raises(RefusedError):
            attempt()
    assert len(widths(room)) == 1


def test_what_is_not_there_is_said(room: Room) -> None:
    with pytest.raises(NotFoundError):
        room.services.photos.add("nowhere", [photo()])
    with pytest.raises(NotFoundError):
        room.services.photos.remove("nothing")
    (uid,) = add(room)
    room.services.photos.remove(uid)
    with pytest.raises(NotFoundError):
        room.services.photos.update(uid, PhotoChanges(caption="x"))


def test_an_item_with_photos_is_not_removed(room: Room) -> None:
    (uid,) = add(room)
    item = room.question(1).uid
    with pytest.raises(RefusedError) as caught:
        room.services.plan.remove(item)
    assert caught.value.code == "item_has_photos"
    room.services.photos.remove(uid)
    room.services.plan.remove(item)


def test_a_full_disk_is_said_and_leaves_everything_as_it_was(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    large = prepared(coded(noise(1500, 1200), "JPEG"), "x")
    assert len(large.data) > 300_000
    path = room.services.workspace.path
    before = dump(path)
    with room.services._database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 20}")
    with pytest.raises(UserError) as caught:
        add(room, large)
    assert caught.value.code == "disk_full"
    assert dump(path) == before
    with room.services._database.write() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    add(room, large)
    assert widths(room) == [1500]


# -- out and in -----------------------------------------------------------------------------------


def written(room: Room, tmp_path: Path) -> Path:
    out = tmp_path / "out.session.json"
    room.services.documents.write(room.uid, out)
    return out


def rows_of(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    document = json.loads(path.read_text("utf-8"))
    return document, document["extensions"]["quartiersdialog"]["photo"]


def test_the_document_carries_them_with_everything(room: Room, tmp_path: Path) -> None:
    one, other = photo(41), prepared(coded(picture(), "PNG"), "x")
    add(room, photo(43), question=2)
    first, _, gone = add(room, one, other, photo(44))
    room.services.photos.update(first, PhotoChanges(caption="Karten", alt_text="Zwölf Karten"))
    room.services.photos.remove(gone)
    out = written(room, tmp_path)
    with workspace(tmp_path / "elsewhere.db") as there:
        report = there.documents.read(out)
        assert report.new[Entity.PHOTO] == 3
        assert there.views.photos(room.uid) == room.services.views.photos(room.uid)
        assert there.views.photo_content(one.sha256) == one.data
        here = everything(room.services.workspace.path)
        assert here["photo"] == everything(there.workspace.path)["photo"]
        assert there.documents.read(out).new == {}
        assert there.documents.read(out).warnings == ()
        again = tmp_path / "again.session.json"
        there.documents.write(room.uid, again)
        assert again.read_bytes() == out.read_bytes()


def test_a_known_photo_is_never_overwritten_nor_a_removed_one_revived(
    room: Room, tmp_path: Path
) -> None:
    first, second = add(room, photo(41), photo(42))
    room.services.photos.update(first, PhotoChanges(caption="Vorher"))
    out = written(room, tmp_path)
    room.services.photos.update(first, PhotoChanges(caption="Hier geändert"))
    room.services.photos.remove(second)
    report = room.services.documents.read(out)
    assert report.different[Entity.PHOTO] == 1
    (left,) = room.services.views.photos(room.uid)
    assert left.caption == "Hier geändert"


def test_a_preview_and_a_copy(room: Room, tmp_path: Path) -> None:
    add(room)
    out = written(room, tmp_path)
    with workspace(tmp_path / "elsewhere.db") as there:
        assert there.documents.preview(out).new[Entity.PHOTO] == 1
        assert dump(there.workspace.path)["photo_content"] == []
        there.documents.read(out)
        copy = there.documents.read_copy(out)
        assert copy != room.uid
        (first,), (second,) = there.views.photos(room.uid), there.views.photos(copy)
        assert first.uid != second.uid
        assert first.sha256 == second.sha256


def test_what_another_program_wrote_is_cleaned(room: Room, tmp_path: Path) -> None:
    add(room)
    out = written(room, tmp_path)
    document, (row,) = rows_of(out)
    foreign = phone_photo()
    row["data"] = base64.b64encode(foreign).decode()
    row["sha256"] = PreparedPhoto(
        foreign, room.services.views.photos(room.uid)[0].media_type, 1, 1
    ).sha256
    out.write_text(json.dumps(document), "utf-8")
    with workspace(tmp_path / "elsewhere.db") as there:
        there.documents.read(out)
        (found,) = there.views.photos(room.uid)
        content = there.views.photo_content(found.sha256)
    assert content is not None
    assert b"GEHEIM" not in content
    assert (found.width, found.height) == (300, 200)


@pytest.mark.parametrize(
    "fault",
    [
        {"data": None},
        {"data": 5},
        {"data": "kein base64!"},
        {"data": base64.b64encode(b"kein Bild").decode()},
        {"data": base64.b64encode(photo(99).data).decode()},
        {"sha256": "zu kurz"},
        {"plan_item": "00000000-0000-4000-8000-000000000000"},
        {"caption": "x" * 301},
        {"id": "keine"},
    ],
)
def test_a_faulty_photo_in_a_file_is_an_error_and_changes_nothing(
    room: Room, tmp_path: Path, fault: dict[str, object]
) -> None:
    add(room)
    out = written(room, tmp_path)
    document, (row,) = rows_of(out)
    row.update(fault)
    out.write_text(json.dumps(document), "utf-8")
    with workspace(tmp_path / "elsewhere.db") as there:
        there.documents  # noqa: B018 - gives the device its name
        before = dump(there.workspace.path)
        with pytest.raises(BadInputError):
            there.documents.read(out)
        assert dump(there.workspace.path) == before


def test_photos_of_an_item_that_was_removed_here_are_an_error(room: Room, tmp_path: Path) -> None:
    (uid,) = add(room)
    out = written(room, tmp_path)
    document, (row,) = rows_of(out)
    row["id"] = "00000000-0000-4000-8000-000000000001"
    out.write_text(json.dumps(document), "utf-8")
    room.services.photos.remove(uid)
    room.services.plan.remove(room.question(1).uid)
    with pytest.raises(BadInputError) as caught:
        room.services.documents.read(out)
    assert caught.value.code == "document_deleted_item"


def test_the_size_of_a_document_with_photos_does_not_matter_for_memory(
    room: Room, tmp_path: Path
) -> None:
    import tracemalloc

    large = [prepared(coded(noise(1000 + n, 800), "JPEG"), "x") for n in range(24)]
    size = sum(len(each.data) for each in large)
    add(room, *large)
    room.services.views.photos(room.uid)
    with workspace(tmp_path / "before.db") as before:
        before.documents.read(written(room, tmp_path))  # everything is imported
    with workspace(tmp_path / "elsewhere.db") as there:
        there.documents  # noqa: B018
        tracemalloc.start()
        out = written(room, tmp_path)
        _, writing = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        there.documents.read(out)
        _, reading = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        json.loads(out.read_text("utf-8"))
        _, whole = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert len(there.views.photos(room.uid)) == 24
    assert whole > 2 * size  # what it would take
    assert writing < size
    assert reading < size


# -- backups and what is left of a damaged file ---------------------------------------------------


def test_a_backup_is_complete_by_itself(room: Room, tmp_path: Path) -> None:
    one = photo()
    add(room, one)
    copy = tmp_path / "copy.db"
    with (
        sqlite.connect(str(copy)) as target,
        sqlite.connect(str(room.services.workspace.path)) as source,
    ):
        source.backup(target)
    target.close()
    source.close()
    with workspace(copy) as there:
        assert there.views.photo_content(one.sha256) == one.data


def test_photos_are_salvaged(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    large = prepared(coded(noise(600, 500), "JPEG"), "x")
    with workspace(path) as services:
        room = Room(services)
        add(room, large)
        uid = room.uid
    salvage(path, tmp_path / "new.db", placeholder="verloren")
    with workspace(tmp_path / "new.db") as there:
        (found,) = there.views.photos(uid)
        assert there.views.photo_content(found.sha256) == large.data
