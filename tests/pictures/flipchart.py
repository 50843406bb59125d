"""A photo of a flipchart, as somebody takes one at the end of an evening. Nobody's, painted."""

from PIL import Image, ImageDraw, ImageFont

from app.paths import resource

WALL, SHEET, EDGE, PEN = "#B9B2A6", "#FBFAF6", "#8C8579", "#20385C"
CARDS = (
    ("#F7E27B", "Schlüssel für\nden Saal"),
    ("#A9D6B8", "eine Nummer\nfür alle"),
    ("#F4B8A6", "wer zahlt die\nReinigung?"),
    ("#BBD3EE", "Kalender im\nSchaukasten"),
    ("#F7E27B", "Lotsen aus\ndem Haus"),
    ("#A9D6B8", "Treff am\nDonnerstag"),
)


def flipchart(width: int = 1600, height: int = 1200) -> Image.Image:
    """A sheet with a heading and six cards in two rows."""
    image = Image.new("RGB", (width, height), WALL)
    draw = ImageDraw.Draw(image)
    left, top, right, bottom = width // 8, height // 20, width * 7 // 8, height
    draw.polygon(
        [(left, top), (right, top + 12), (right - 16, bottom), (left + 10, bottom)],
        fill=SHEET,
        outline=EDGE,
    )
    draw.text((left + 70, top + 60), "Was trägt bei uns?", fill=PEN, font=_font(84))
    for number, (colour, text) in enumerate(CARDS):
        x = left + 70 + (number % 3) * 365
        y = top + 240 + (number // 3) * 400 + (number % 2) * 26
        draw.rectangle((x, y, x + 320, y + 300), fill=colour, outline=EDGE, width=2)
        draw.multiline_text((x + 26, y + 70), text, fill=PEN, font=_font(46), spacing=18)
    return image


def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(resource("fonts", "Inter-SemiBold.otf")), size)
