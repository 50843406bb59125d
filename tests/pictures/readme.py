"""The pictures of the README: five pages of the window, and a page of the Word file."""

import subprocess
from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import time_machine
from PySide6.QtGui import QImage

from app.bootstrap import workspace
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from tests.pictures.camera import save
from tests.pictures.documents import read_evening
from tests.pictures.worlds import reviewing

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "pictures"
VARIANT = "de-light-100"
SOURCES = {
    "start": "20-start-today",
    "prepare": "30-prepare",
    "live": "41-live",
    "review": "51-review",
    "minutes": "60-minutes",
}
WORD_PAGE, _WORD_PAGE_HEIGHT = "word-page.png", 1_000
_COLOURS, _FREQUENT = 256, 96
LARGEST = 250_000
"""Bytes of a picture; more makes the repository heavy."""


def renew(rendered: Path) -> list[Path]:
    """Take the five pages from a folder of pictures and print the sixth; returns all six."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, source in SOURCES.items():
        picture = QImage(str(rendered / f"{source}_{VARIANT}.png"))
        save(with_few_colours(picture), FOLDER / f"{name}.png")
    with TemporaryDirectory() as scratch:
        _print_word_page(Path(scratch))
    pictures = [*(FOLDER / f"{name}.png" for name in SOURCES), FOLDER / WORD_PAGE]
    for path in pictures:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"{path} has {path.stat().st_size} bytes, more than {LARGEST}")
    return pictures


def with_few_colours(picture: QImage) -> QImage:
    """The picture in 256 of its colours: the most frequent, and rare ones unlike any other."""
    picture = picture.convertToFormat(QImage.Format.Format_RGB32)
    pixels = memoryview(picture.constBits()).cast("I")
    table, nearest = _table([colour for colour, _ in Counter(pixels).most_common()])
    index = {colour: table.index(kept) for colour, kept in nearest.items()}
    data = bytes(map(index.__getitem__, pixels))
    size = picture.size()
    few = QImage(data, size.width(), size.height(), size.width(), QImage.Format.Format_Indexed8)
    few.setColorTable(table)
    return few.copy()


def _table(colours: list[int]) -> tuple[list[int], dict[int, int]]:
    """Chosen colours, and for each colour the chosen one it is most like."""
    table = colours[:_FREQUENT]
    nearest = {each: min(table, key=partial(_difference, each)) for each in colours}
    distance = {each: _difference(each, kept) for each, kept in nearest.items()}
    while len(table) < _COLOURS and (odd := max(distance, key=distance.__getitem__)) not in table:
        table.append(odd)
        for each in colours:
            if (closer := _difference(each, odd)) < distance[each]:
                nearest[each], distance[each] = odd, closer
    return table, nearest


def _difference(one: int, other: int) -> int:
    """How unlike two colours are."""
    return sum(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


def _print_word_page(scratch: Path) -> None:
    """The first page of the example as LibreOffice prints it."""
    word = scratch / "page.docx"
    _export(word, scratch / "workspace.db")
    profile = f"-env:UserInstallation={(scratch / 'profile').as_uri()}"
    _run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", scratch, word)
    size = ("-scale-to-y", str(_WORD_PAGE_HEIGHT), "-scale-to-x", "-1")
    pages = ("-f", "1", "-l", "1", "-singlefile")
    _run("pdftoppm", "-png", *pages, *size, scratch / "page.pdf", FOLDER / Path(WORD_PAGE).stem)


def _run(*command: str | Path) -> None:
    silent = subprocess.DEVNULL
    subprocess.run(command, check=True, stdout=silent, stderr=silent)


def _export(path: Path, database: Path) -> None:
    evening = read_evening()
    with time_machine.travel(evening.moment, tick=False) as clock:
        session = reviewing(database, evening, clock)
        options = MinutesOptions(kind=MinutesKind.SUMMARY, created=evening.at(9, 30, days=1).date())
        with workspace(database) as services:
            services.minutes.export(session, options, path)
