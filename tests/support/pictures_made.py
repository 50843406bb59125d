"""Picture files as they come from phones, scanners and elsewhere, made on the spot."""

from io import BytesIO
from typing import Any

from PIL import Image

RED, WHITE = (220, 30, 30), (255, 255, 255)


def picture(width: int = 300, height: int = 200, mode: str = "RGB") -> Image.Image:
    """White with a red (or dark) corner at the top left, so that one sees which side is up."""
    image = Image.new("RGB", (width, height), WHITE)
    image.paste(RED, (0, 0, width // 2, height // 2))
    return image if mode == "RGB" else image.convert(mode)


def coded(image: Image.Image, form: str, **options: Any) -> bytes:  # noqa: ANN401 - Pillow's own
    """The content of a file of this form."""
    out = BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def noise(width: int, height: int) -> Image.Image:
    """What no form of file makes small, as the grain of a photo."""
    return Image.effect_noise((width, height), 90).convert("RGB")


def phone_photo(width: int = 300, height: int = 200, *, turned: int = 1) -> bytes:
    """A JPEG with everything a phone writes beside the picture."""
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "GEHEIM-Kamera"
    exif[0x8825] = {1: "N", 2: (48.0, 46.0, 12.0)}
    return coded(picture(width, height), "JPEG", exif=exif, comment=b"GEHEIM-Kommentar", quality=90)
