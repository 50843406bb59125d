"""What people take for photos comes in clean, or is refused in words that say what to do."""

import os
import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from app.domain.photos import MediaType
from app.errors import BadInputError
from app.services.photo_files import MAX_SIDE, kept, prepared, prepared_file
from app.texts import LANGUAGES, Texts
from tests.support.pictures_made import RED, coded, noise, phone_photo, picture

HEIC = Path(__file__).parents[1] / "data" / "upright.heic"


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def is_red(pixel: object) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, RED, strict=True))


def refused(data: bytes) -> str:
    with pytest.raises(BadInputError) as caught:
        prepared(data, "tafel.jpg")
    for language in LANGUAGES:
        assert "tafel.jpg" in Texts(language).error(caught.value)
    return caught.value.code


def test_a_large_photo_is_scaled_and_a_small_one_left() -> None:
    large = prepared(coded(noise(4032, 3024), "JPEG"), "x")
    assert (large.width, large.height) == (MAX_SIDE, 1500)
    assert opened(large.data).size == (MAX_SIDE, 1500)
    small = prepared(coded(noise(300, 200), "JPEG"), "x")
    assert (small.width, small.height, small.media_type) == (300, 200, MediaType.JPEG)
    assert prepared(coded(picture(3000, 2), "PNG"), "x").height == 1


def test_nothing_comes_along_but_the_picture() -> None:
    data = phone_photo()
    assert b"GEHEIM" in data  # otherwise this proves nothing
    photo = prepared(data, "x")
    assert b"GEHEIM" not in photo.data
    assert not opened(photo.data).getexif()
    assert not opened(photo.data).info.keys() & {"exif", "comment", "icc_profile", "xmp"}
    png = coded(picture(), "PNG", dpi=(300, 300), exif=b"Exif\0\0GEHEIM")
    assert b"GEHEIM" in png
    assert b"GEHEIM" not in prepared(png, "x").data


@pytest.mark.parametrize(
    ("turned", "corner"), [(1, (5, 5)), (3, (-5, -5)), (6, (-5, 5)), (8, (5, -5))]
)
def test_the_right_side_is_up(turned: int, corner: tuple[int, int]) -> None:
    photo = prepared(phone_photo(turned=turned), "x")
    upright = turned in (1, 3)
    assert (photo.width, photo.height) == ((300, 200) if upright else (200, 300))
    at = corner[0] % photo.width, corner[1] % photo.height
    image = opened(photo.data).convert("RGB")
    assert is_red(image.getpixel(at))
    assert not is_red(image.getpixel((photo.width - 1 - at[0], at[1])))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "TIFF", "WEBP"])
def test_every_form_is_turned_once(form: str) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    photo = prepared(coded(picture(), form, exif=exif), "x")
    assert (photo.width, photo.height) == (200, 300)
    assert is_red(opened(photo.data).convert("RGB").getpixel((194, 5)))


def test_line_art_stays_sharp_and_small() -> None:
    drawing = prepared(coded(picture(), "PNG"), "x")
    assert drawing.media_type is MediaType.PNG
    assert opened(drawing.data).convert("RGB").getpixel((0, 0)) == RED
    assert prepared(coded(noise(300, 200), "PNG"), "x").media_type is MediaType.JPEG


@pytest.mark.parametrize("mode", ["CMYK", "L", "1", "P", "RGBA", "LA"])
def test_every_kind_of_colour_becomes_one_of_a_screen(mode: str) -> None:
    image = picture().convert("L").convert("LA") if mode == "LA" else picture(mode=mode)
    photo = prepared(coded(image, "JPEG" if mode == "CMYK" else "PNG"), "x")
    found = opened(photo.data)
    assert found.mode in ("RGB", "L")
    assert found.convert("L").getpixel((299, 199)) == pytest.approx(255, abs=3)
    assert found.convert("L").getpixel((5, 5)) != pytest.approx(255, abs=60)


def test_what_shines_through_is_white() -> None:
    shining = Image.new("RGBA", (50, 50), (0, 0, 0, 0))
    assert opened(prepared(coded(shining, "PNG"), "x").data).convert("L").getpixel((9, 9)) == 255


def test_sixteen_bits_are_scaled_not_cut_off() -> None:
    deep = Image.new("I;16", (20, 20), 0x8000)
    photo = prepared(coded(deep, "PNG"), "x")
    assert opened(photo.data).getpixel((5, 5)) == 128


def test_heic_is_read() -> None:
    photo = prepared_file(HEIC)
    assert (photo.width, photo.height) == (120, 80)
    assert is_red(opened(photo.data).convert("RGB").getpixel((5, 5)))
    assert b"Kamera" in HEIC.read_bytes()
    assert b"Kamera" not in photo.data
    assert refused(HEIC.read_bytes()[:200]) == "photo_broken"


def test_of_an_animation_the_first_picture_is_taken_and_said() -> None:
    frames = [picture(), Image.new("RGB", (300, 200), "blue")]
    moving = coded(frames[0], "GIF", save_all=True, append_images=frames[1:])
    photo = prepared(moving, "x")
    assert photo.first_of_several
    assert is_red(opened(photo.data).convert("RGB").getpixel((5, 5)))
    assert not prepared(coded(frames[0], "GIF"), "x").first_of_several


def test_two_hundred_megapixels_are_decoded_small() -> None:
    data = coded(Image.new("L", (16_320, 12_240), 200), "JPEG", quality=30)
    photo = prepared(data, "x")
    assert (photo.width, photo.height) == (MAX_SIDE, 1500)


def test_what_cannot_be_decoded_small_is_refused_before_it_is_decoded() -> None:
    assert refused(png_header(20_000, 20_000)) == "photo_too_many_pixels"
    assert refused(png_header(4_000_000_00, 3)) == "photo_too_many_pixels"
    # The same header with few pixels gets as far as the missing content.
    assert refused(png_header(20, 20)) == "photo_broken"


def png_header(width: int, height: int) -> bytes:
    """A PNG that says how large it is and has nothing behind that: a decompression bomb's head."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        end = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + end

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "photo_empty"),
        (b"%PDF-1.7\n1 0 obj", "photo_is_pdf"),
        (b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'/>", "photo_is_svg"),
        (b"Liebe Leute, anbei das Foto", "photo_unknown"),
        (bytes(2000), "photo_unknown"),
        (b"\xff\xd8\xff\xe0 kein Bild", "photo_broken"),
    ],
)
def test_what_is_no_photo_is_refused_by_what_it_is(data: bytes, code: str) -> None:
    assert refused(data) == code


@pytest.mark.parametrize("form", ["JPEG", "PNG", "GIF", "TIFF", "BMP", "WEBP"])
def test_a_truncated_file_is_refused(form: str) -> None:
    whole = coded(noise(300, 200), form)
    prepared(whole, "x")
    for part in (0.9, 0.5, 0.05):
        assert refused(whole[: int(len(whole) * part)]) in ("photo_broken", "photo_unknown")


def test_a_broken_file_never_does_more_than_being_refused() -> None:
    whole = bytearray(phone_photo())
    for at in range(0, len(whole), 97):
        hit = bytes([*whole[:at], 0xFF, 0x00, 0xFF, *whole[at + 3 :]])
        try:
            prepared(hit, "x")
        except BadInputError as error:
            assert error.code.startswith("photo_")  # noqa: PT017 - most are not refused at all


def test_paths_that_are_no_photos(tmp_path: Path) -> None:
    (tmp_path / "ordner.jpg").mkdir()
    (tmp_path / "leer.jpg").touch()
    found = {}
    for name in ("ordner.jpg", "leer.jpg", "fehlt.jpg", "a\0b.jpg"):
        with pytest.raises(BadInputError) as caught:
            prepared_file(tmp_path / name)
        found[name] = caught.value.code
    assert list(found.values()) == [
        "is_a_directory",
        "photo_empty",
        "file_not_found",
        "not_readable",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes has nothing to try")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(BadInputError) as caught:
        prepared_file(tmp_path / "pipe.jpg")
    assert caught.value.code == "not_a_file"


def test_a_file_of_many_megabytes_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "riesig.jpg"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    with pytest.raises(BadInputError) as caught:
        prepared_file(path)
    assert caught.value.code == "photo_too_large"


def test_what_another_copy_has_kept_is_kept_as_it_is_if_it_is_clean() -> None:
    for image in (noise(300, 200), picture()):
        photo = prepared(coded(image, "PNG"), "x")
        assert kept(photo.data, "x") == photo
    foreign = phone_photo()
    assert b"GEHEIM" not in kept(foreign, "x").data
    large = coded(noise(2100, 10), "JPEG")
    assert kept(large, "x").width == MAX_SIDE
