"""The minutes of a whole series: every session that took place, whole files or none."""

import datetime as dt
from pathlib import Path

import docx
import pytest

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import MinutesKind
from app.errors import UserError
from app.export.formats import MinutesFormat
from tests.support.room import Room

DAY = dt.date(2026, 11, 28)


class StoppedError(Exception):
    """What a task raises when somebody stops it."""


@pytest.fixture
def rooms(services: Services) -> list[Room]:
    """A series of twenty sessions, the last of which is still planned."""
    made = []
    for number in range(20):
        room = Room(services)
        changes = SessionChanges(title=f"Gespräch {number}", date=DAY + dt.timedelta(days=number))
        services.sessions.update(room.uid, changes)
        if number < 19:
            services.plan.start(room.question(1).uid)
            room.say(f"Nur im Gespräch {number} gesagt.", person=0)
        made.append(room)
    return made


def written(rooms: list[Room], folder: Path, **more: object) -> list[Path | None]:
    services = rooms[0].services
    series = services.views.session(rooms[0].uid).series_uid
    found = services.series_minutes.write(
        series,
        MinutesKind.FULL,
        folder,
        created=DAY,
        **more,  # type: ignore[arg-type]
    )
    return [each.path for each in found]


def text_of(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)


def test_every_session_that_took_place_has_its_file(rooms: list[Room], tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    paths = written(rooms, tmp_path, step=lambda *at: heard.append(at))
    assert heard == [(number, 19) for number in range(19)]
    assert len(set(paths)) == 19
    for number, path in enumerate(paths):
        assert path is not None
        assert f"Nur im Gespräch {number} gesagt." in text_of(path)
    assert len(list(tmp_path.glob("*.docx"))) == 19, "nothing else lies there"
    assert all(len(r.services.views.exports(r.uid)) == 1 for r in rooms[:-1]), "it is in the log"
    assert rooms[-1].services.views.exports(rooms[-1].uid) == ()


def test_no_file_that_is_there_is_replaced(rooms: list[Room], tmp_path: Path) -> None:
    first = written(rooms, tmp_path)
    before = {path: path.read_bytes() for path in first if path is not None}
    again = written(rooms, tmp_path)
    assert not set(first) & set(again)
    assert {path: path.read_bytes() for path in before} == before
    assert again[0] is not None
    assert again[0].stem.endswith(" (2)")


def test_stopped_it_leaves_whole_files_and_nothing_else(rooms: list[Room], tmp_path: Path) -> None:
    def step(done: int, _total: int) -> None:
        if done == 5:
            raise StoppedError

    with pytest.raises(StoppedError):
        written(rooms, tmp_path, step=step)
    left = sorted(path for path in tmp_path.iterdir() if not path.name.startswith(".user"))
    found = [path for path in left if path.suffix == ".docx"]
    assert len(found) == 5
    for number, path in enumerate(found):
        assert f"Nur im Gespräch {number} gesagt." in text_of(path)
    assert not [path for path in left if path.suffix == ".tmp"]


def test_what_cannot_be_written_keeps_nothing_else_back(rooms: list[Room], tmp_path: Path) -> None:
    """A folder that is gone: each session says so, none raises."""
    services = rooms[0].services
    series = services.views.session(rooms[0].uid).series_uid
    gone = tmp_path / "fort"
    made = list(services.series_minutes.write(series, MinutesKind.FULL, gone, created=DAY))
    assert [each.path for each in made] == [None] * 19
    assert {type(each.error) for each in made} == {UserError}
    assert made[3].title == "Gespräch 3"


def test_other_forms_too(rooms: list[Room], tmp_path: Path) -> None:
    paths = written(rooms[:1], tmp_path, form=MinutesFormat.TXT)
    assert {path.suffix for path in paths if path is not None} == {".txt"}
