"""The logos of the series in one line above everything else."""

from collections.abc import Iterator

from app.domain.photos import LogoView
from app.export.blocks import LOGO_GAP, Logos, Picture
from app.export.look import TEXT_WIDTH
from app.export.minutes_context import Context, PictureContent, one_line


def logos(context: Context) -> Iterator[Logos]:
    """One line; smaller where it would be wider than the text. None of them in a house template.

    In a confidential session a logo may be that of the host, so all are left out.
    """
    found = context.record.logos
    if not found or context.session.confidential:
        return
    width = sum(_width(logo) for logo in found)
    room = TEXT_WIDTH - LOGO_GAP * (len(found) - 1)
    scale = min(1.0, room / width)
    yield Logos(tuple(_picture(context, logo, scale) for logo in found))


def _width(logo: LogoView) -> float:
    return logo.height_mm / 10 * logo.width / logo.height


def _picture(context: Context, logo: LogoView, scale: float) -> Picture:
    described = one_line(logo.alt_text) or context.words.say("minutes.logo")
    return Picture(
        name=logo.sha256,
        media_type=logo.media_type.value,
        width=round(_width(logo) * scale, 2),
        height=round(logo.height_mm / 10 * scale, 2),
        alt_text=described,
        read=PictureContent(context.record, logo.sha256),
    )
