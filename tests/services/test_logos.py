"""Logos of a series: small, described, in order, on paper and on their way."""

import json
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.bootstrap import workspace
from app.domain.changes import Entity
from app.domain.incoming.photos import LogoChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.minutes import MinutesOptions
from app.domain.photos import MAX_LOGO_BYTES, MAX_LOGOS
from app.domain.templates import HouseTemplate
from app.domain.vocabulary import MinutesKind
from app.errors import BadInputError, NotFoundError, RefusedError
from app.export.blocks import Logos
from app.export.look import TEXT_WIDTH
from app.export.minutes import compose
from app.services.logos import prepared_logo, small_logo
from tests.support.docx_checks import assert_sound
from tests.support.evening import CREATED
from tests.support.house_templates import TEMPLATES
from tests.support.pictures_made import coded, noise, phone_photo, picture
from tests.support.room import Room

FULL = MinutesOptions(kind=MinutesKind.FULL, created=CREATED)


def add(room: Room, *names: str, width: int = 300) -> tuple[str, ...]:
    logos = [
        (name, small_logo(coded(picture(width + at, 200), "PNG"), name))
        for at, name in enumerate(names)
    ]
    return room.services.logos.add(series_of(room), logos)


def series_of(room: Room) -> str:
    return room.services.views.session(room.uid).series_uid


def shown(room: Room, options: MinutesOptions = FULL) -> list[Logos]:
    record = room.services.minutes.record(room.uid)
    blocks = compose(record, options, room.services.texts).blocks
    return [block for block in blocks if isinstance(block, Logos)]


def test_they_stand_above_the_minutes_in_their_order(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.")
    first, second = add(room, "Land", "Stiftung")
    services = room.services
    services.logos.move(second, after=None)
    services.logos.update(first, LogoChanges(alt_text="Wappen des Landes", height_mm=20))
    (line,) = shown(room)
    assert [each.alt_text for each in line.pictures] == ["Stiftung", "Wappen des Landes"]
    assert [each.height for each in line.pictures] == [1.0, 2.0]
    services.minutes.export(room.uid, FULL, tmp_path / "a.docx")
    assert_sound(tmp_path / "a.docx")
    services.logos.remove(second)
    assert [each.alt_text for each in services.views.logos(series_of(room))] == [
        "Wappen des Landes"
    ]


@pytest.mark.parametrize("kind", MinutesKind)
def test_every_kind_has_them(room: Room, kind: MinutesKind) -> None:
    assert shown(room, replace(FULL, kind=kind)) == []
    add(room, "Land")
    assert len(shown(room, replace(FULL, kind=kind))) == 1


def test_a_line_that_would_be_too_wide_is_made_smaller(room: Room) -> None:
    add(room, *"abcdefgh", width=800)
    (line,) = shown(room)
    assert sum(each.width for each in line.pictures) < TEXT_WIDTH
    assert all(each.width / each.height == pytest.approx(4, rel=0.1) for each in line.pictures)


def test_a_confidential_session_and_a_house_template_leave_them_out(
    room: Room, tmp_path: Path
) -> None:
    room.say("Gesagt.")
    add(room, "Land")
    template = HouseTemplate("haus.docx", TEMPLATES["german Word"])
    room.services.minutes.export(room.uid, FULL, tmp_path / "haus.docx", template)
    room.services.minutes.export(room.uid, FULL, tmp_path / "unser.docx")
    assert b"Land" not in _drawn(tmp_path / "haus.docx")
    assert b"Land" in _drawn(tmp_path / "unser.docx")
    room.services.sessions.update(room.uid, SessionChanges(confidential=True))
    assert shown(room) == []


def _drawn(path: Path) -> bytes:
    with ZipFile(path) as package:
        document = package.read("word/document.xml")
    return b"".join(part for part in document.split(b"<wp:docPr")[1:])


def test_nothing_but_what_it_shows_is_kept_and_it_is_small(tmp_path: Path) -> None:
    path = tmp_path / "logo.jpg"
    path.write_bytes(phone_photo(3000, 2000))
    logo = prepared_logo(path)
    assert b"GEHEIM" not in logo.data
    assert max(logo.width, logo.height) <= 900
    assert len(small_logo(coded(noise(1500, 900), "PNG"), "x").data) <= MAX_LOGO_BYTES


def test_a_drawing_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "logo.svg"
    path.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    with pytest.raises(BadInputError) as error:
        prepared_logo(path)
    assert error.value.code == "photo_is_svg"


def test_more_than_fit_into_a_line_are_refused_whole(room: Room) -> None:
    add(room, *"abcdef")
    with pytest.raises(RefusedError):
        add(room, *"xyz")
    assert len(room.services.views.logos(series_of(room))) == 6 <= MAX_LOGOS
    with pytest.raises(NotFoundError):
        room.services.logos.remove("gibt es nicht")


def test_they_travel_with_the_session_of_their_series(room: Room, tmp_path: Path) -> None:
    add(room, "Land", "Stiftung")
    path = tmp_path / "a.session.json"
    room.services.documents.write(room.uid, path)
    with workspace(tmp_path / "dort.db") as there:
        assert there.documents.read(path).new[Entity.LOGO] == 2
        assert there.documents.read(path).new == {}
        series = series_of(room)
        assert there.views.logos(series) == room.services.views.logos(series)
        (first, _) = there.views.logos(series)
        assert there.views.photo_content(first.sha256)


@pytest.mark.parametrize("data", ["", "kein Bild", "aGFsbG8=", "%%%"])
def test_a_logo_that_is_no_picture_is_refused(room: Room, tmp_path: Path, data: str) -> None:
    add(room, "Land")
    path = tmp_path / "a.session.json"
    room.services.documents.write(room.uid, path)
    document = json.loads(path.read_text("utf-8"))
    document["extensions"]["quartiersdialog"]["logo"][0]["data"] = data
    path.write_text(json.dumps(document), "utf-8")
    with workspace(tmp_path / "dort.db") as there, pytest.raises(BadInputError) as fault:
        there.documents.read(path)
    assert "logo[0].data" in there.texts.error(fault.value)
