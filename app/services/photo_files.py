"""Foreign picture files become photos: small, upright, without anything but what they show.

A file may be of any size and broken in any way. Its pixels are counted before one of them is
decoded; what comes out is a JPEG, or a PNG where that is smaller, of at most ``MAX_SIDE`` pixels a
side, made from the bare pixels: place, time, camera, comments and previews stay behind.

HEIC is read with pi-heif, the decoding half of pillow-heif: that one's wheels contain an encoder
under the GPL.
"""

import stat
import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.photos import MediaType
from app.errors import BadInputError, reason

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 2000
"""Enough to read a flipchart printed over the width of a page."""
MAX_BYTES = 100_000_000
MAX_PIXELS = 60_000_000
"""Of what must be decoded whole: 240 MB at four bytes a pixel."""
MAX_REDUCIBLE_PIXELS = 250_000_000
"""Of a JPEG that can be decoded at an eighth of its size, line by line."""
SUFFIXES = (
    *(".jpg", ".jpeg", ".png", ".heic", ".heif", ".webp", ".tif", ".tiff", ".bmp", ".gif"),
    ".svg",  # refused, but in words
)
"""Names of files that are taken for photos when they are dropped."""

_FORMATS = ("JPEG", "PNG", "HEIF", "WEBP", "TIFF", "BMP", "GIF")
_QUALITY = 85
_FEW_COLOURS = 256
_HEADER = 1024
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1")
_WHITE = (255, 255, 255)


@dataclass(frozen=True, slots=True)
class PreparedPhoto:
    """What is kept of a picture file."""

    data: bytes
    media_type: MediaType
    width: int
    height: int
    first_of_several: bool = False
    """The file held several pictures, as an animation does; this is the first."""

    @property
    def sha256(self) -> str:
        """The name of the content."""
        import hashlib  # loads OpenSSL, which nobody needs to type the first line

        return hashlib.sha256(self.data).hexdigest()


def prepared_file(path: Path) -> PreparedPhoto:
    """The photo in a file.

    Raises:
        BadInputError: it cannot be read, or is no picture that can be kept.
    """
    return prepared(content_of(path), path.name)


def content_of(path: Path) -> bytes:
    """What is in a picture file. Raises ``BadInputError`` if it cannot be read."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BadInputError("is_a_directory", path=path)
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe may never end
            raise BadInputError("not_a_file", path=path)
        if found.st_size > MAX_BYTES:
            size, limit = found.st_size // 1_000_000, MAX_BYTES // 1_000_000
            raise BadInputError("photo_too_large", name=path.name, size=size, limit=limit)
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInputError("file_not_found", path=path) from None
    except (OSError, ValueError) as error:
        raise BadInputError("not_readable", path=path, reason=reason(error)) from None


def prepared(data: bytes, name: str, max_side: int = MAX_SIDE) -> PreparedPhoto:
    """The photo in the content of a file, at most so many pixels a side; ``name``: for messages.

    Raises:
        BadInputError: it is no picture that can be kept.
    """
    if not data:
        raise BadInputError("photo_empty", name=name)
    image = _opened(data, name)
    try:
        with warnings.catch_warnings():  # of details that are left behind anyway
            warnings.simplefilter("ignore")
            several = image.format != "MPO" and bool(getattr(image, "is_animated", False))
            plain = _plain(image, max_side)
            content, media_type = _encoded(plain)
    except MemoryError:
        raise BadInputError("photo_no_memory", name=name) from None
    except Exception as error:  # a decoder raises whatever a broken file drives it to
        raise BadInputError("photo_broken", name=name) from error
    return PreparedPhoto(content, media_type, plain.width, plain.height, several)


def _opened(data: bytes, name: str) -> "Image":
    """The picture with its header read, not decoded yet."""
    import PIL.Image

    _know_heif()
    PIL.Image.MAX_IMAGE_PIXELS = None  # its limit also refuses what can be decoded at an eighth
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = PIL.Image.open(BytesIO(data), formats=_FORMATS)
    except Exception as error:  # a decoder raises whatever a broken file drives it to
        raise BadInputError(_what_else(data), name=name) from error
    limit = MAX_REDUCIBLE_PIXELS if _is_reducible(image) else MAX_PIXELS
    if image.width * image.height > limit:
        pixels = image.width * image.height // 1_000_000
        raise BadInputError(
            "photo_too_many_pixels", name=name, found=pixels, limit=limit // 1_000_000
        )
    return image


def _know_heif() -> None:
    import pi_heif

    pi_heif.register_heif_opener(thumbnails=False)


def _is_reducible(image: "Image") -> bool:
    """A progressive JPEG is kept whole in memory while it is decoded."""
    return image.format in ("JPEG", "MPO") and not image.info.get("progressive")


def _what_else(data: bytes) -> str:
    """The code of the error for a file that is no picture of a known form."""
    head = data[:_HEADER].lstrip().lower()
    if head.startswith(b"%pdf"):
        return "photo_is_pdf"
    if b"<svg" in head:
        return "photo_is_svg"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return "photo_broken"
    if data.startswith((b"\xff\xd8", b"\x89PNG")):
        return "photo_broken"
    return "photo_unknown"


def _plain(image: "Image", max_side: int) -> "Image":
    """Small, upright, in grey or in the colours of a screen, on white, and nothing beside it."""
    import PIL.Image

    scale = min(1.0, max_side / max(image.size))
    size = tuple(max(1, round(side * scale)) for side in image.size)
    image.draft(None, (2 * size[0], 2 * size[1]))  # of a JPEG, no more than this is decoded
    image.load()
    turn = _TURNS.get(_orientation(image))  # a TIFF is turned while it is loaded
    image = _in_eight_bits(image)
    if image.size != size:
        resample = PIL.Image.Resampling.LANCZOS
        image = image.resize((size[0], size[1]), resample, reducing_gap=2.0)
    if turn is not None:
        image = image.transpose(PIL.Image.Transpose[turn])
    plain = PIL.Image.new(image.mode, image.size)
    plain.paste(image)
    return plain


def _orientation(image: "Image") -> int:
    """Which side is up, as the camera has written it; what cannot be read says nothing."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - a decoder raises whatever a broken file drives it to
        return 1


_ORIENTATION = 0x0112
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
"""What Pillow calls the way back from each orientation of the EXIF standard."""


def _in_eight_bits(image: "Image") -> "Image":
    """Grey or RGB; what shines through is white."""
    if image.mode.startswith(("I", "F")):
        # Pillow would cut off everything above 255.
        wide = image.convert("I" if image.mode.startswith("I") else "F")
        deep = wide.point(lambda value: value * (1 / 256)) if image.mode != "F" else wide
        return deep.convert("L")
    if image.has_transparency_data:
        import PIL.Image

        shining = image.convert("RGBA")
        result = PIL.Image.new("RGB", image.size, _WHITE)
        result.paste(shining, mask=shining.getchannel("A"))
        return result
    if image.mode in ("L", "1"):
        return image.convert("L")
    return _in_screen_colours(image)


def _in_screen_colours(image: "Image") -> "Image":
    """RGB; by its colour profile, which does not come along, if the file has a usable one."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            found = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                outputMode="RGB",
            )
        except (ImageCms.PyCMSError, OSError):  # not of this kind of picture, or broken
            return image.convert("RGB")
        if found is not None:
            return found
    return image.convert("RGB")


def _encoded(image: "Image") -> tuple[bytes, MediaType]:
    """As a JPEG, or as a PNG where that is smaller: line art in few colours."""
    photo = BytesIO()
    # Not optimised: that comes as one long step at the end, in which no other thread may run.
    image.save(photo, "JPEG", quality=_QUALITY)
    if image.getcolors(_FEW_COLOURS) is not None:
        drawing = BytesIO()
        image.save(drawing, "PNG", optimize=True)
        if drawing.tell() < photo.tell():
            return drawing.getvalue(), MediaType.PNG
    return photo.getvalue(), MediaType.JPEG


def kept(data: bytes, name: str) -> PreparedPhoto:
    """The photo in what another copy of this program has kept: as it is, if it is ``prepared``.

    Raises ``BadInputError`` like ``prepared``.
    """
    return _as_it_is(data) or prepared(data, name)


def _as_it_is(data: bytes) -> PreparedPhoto | None:
    import PIL.Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            PIL.Image.MAX_IMAGE_PIXELS = None
            image = PIL.Image.open(BytesIO(data), formats=[kind.name for kind in MediaType])
            parts = {name for name, _ in getattr(image, "applist", ())}
            if max(image.size) > MAX_SIDE or parts - {"APP0"}:
                return None
            image.load()
    except Exception:  # noqa: BLE001 - a decoder raises whatever a broken file drives it to
        return None
    if image.info.keys() - _HARMLESS:
        return None
    return PreparedPhoto(data, MediaType[str(image.format)], image.width, image.height)


_HARMLESS = frozenset({"jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi"})
"""What Pillow tells of a picture that has nothing beside it."""
