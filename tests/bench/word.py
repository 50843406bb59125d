"""A: Word export beside the same bytes, python-docx and docxtpl; one table row per statement."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from app.bootstrap import Services, workspace
from app.domain.minutes import MinutesOptions
from app.domain.templates import HouseTemplate
from app.domain.vocabulary import MinutesKind
from app.export.blocks import Column, Paragraph, Table
from app.export.docx.package import BODY
from app.export.docx.writer import write_document
from app.export.minutes import compose
from tests.bench.setting import Setting
from tests.bench.table import Line, at_most, at_most_times, not_measured, times_faster
from tests.bench.timing import Task, peak_memory, seconds, take_turns
from tests.support import generator
from tests.support.docx_oracle import with_python_docx
from tests.support.evening import CREATED, evening
from tests.support.house_templates import TEMPLATES

STATEMENTS = 3_000
MANY_STATEMENTS = 30_000
FULL = MinutesOptions(kind=MinutesKind.FULL, created=CREATED)
EXPORT = f"Word export from the database, {STATEMENTS:,} statements"
HOUSE = f"{EXPORT}, house template"
TABLE = f"one table row per statement, {STATEMENTS:,}"


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part A."""
    folder = setting.folder
    with workspace(folder / "word.db") as services:
        export = _Export(services, _filled(services, folder, STATEMENTS), folder)
        yield from _exports(export)
        yield from _kinds(export)
        yield from _tables(services, folder)
    yield _memory(setting)


class _Export:
    """A Verlaufsprotokoll of one session, as the program writes it; the log is kept afterwards.

    It was given out before: the first time, what a version prints is kept to be compared later.
    """

    def __init__(self, services: Services, uid: str, folder: Path) -> None:
        self.services = services
        self.uid = uid
        self.folder = folder
        self.target = folder / "ours.docx"
        self.template: HouseTemplate | None = None

    def __call__(self) -> None:
        self.services.minutes.write(self.uid, FULL, self.target, self.template)


def _filled(services: Services, folder: Path, statements: int) -> str:
    """The uid of a session of so many statements, all with evidence numbers."""
    source = generator.write(generator.plenary(statements), folder / "plenary.session.json")
    uid = services.documents.read(source).session_uid
    services.minutes.export(uid, FULL, folder / "numbered.docx")
    return uid


def _kinds(export: _Export) -> Iterator[Line]:
    """Every other kind beside the finished XML of the same file into a zip."""
    for kind in MinutesKind:
        if kind in {MinutesKind.FULL, MinutesKind.RESULTS}:
            continue  # measured above; one page, for which everything has to be read
        target = export.folder / f"{kind}.docx"
        options = MinutesOptions(kind=kind, created=CREATED)
        export.services.minutes.export(export.uid, options, target)
        write = partial(export.services.minutes.write, export.uid, options, target)
        ours, floor = take_turns(7, write, _zip_of(target))
        what = f"{EXPORT}: {kind}"
        yield at_most_times(
            "A", what, "the finished XML into a zip", ours=ours, other=floor, goal=2.5
        )


def _exports(export: _Export) -> Iterator[Line]:
    export()
    ours, floor = take_turns(15, export, _zip_of(export.target))
    beside = "the finished XML into a zip"
    yield at_most_times("A", EXPORT, beside, ours=ours, other=floor, goal=2.5)
    naive = seconds(_naive(export))
    beside = "python-docx as in its documentation"
    yield times_faster("A", EXPORT, beside, ours=ours, other=naive, goal=50)
    export.template = HouseTemplate("house.docx", TEMPLATES["letterhead"])
    export()
    ours, floor = take_turns(15, export, _zip_of(export.target))
    beside = "the finished XML into a zip"
    yield at_most_times("A", HOUSE, beside, ours=ours, other=floor, goal=2.5)
    export.template = None
    render = _docxtpl(export)
    if render is None:
        yield not_measured("A", EXPORT, "docxtpl", "docxtpl is not installed")
        return
    ours, other = take_turns(3, export, render)
    yield times_faster("A", EXPORT, "docxtpl", ours=ours, other=other, goal=3)


def _naive(export: _Export) -> Task:
    record = export.services.minutes.record(export.uid)

    def write() -> None:
        blocks = compose(record, FULL, export.services.texts).blocks
        with_python_docx(blocks).save(str(export.folder / "naive.docx"))

    return write


def _docxtpl(export: _Export) -> Task | None:
    """The same paragraphs through a template; None where docxtpl is not installed.

    What each run says is put together beforehand: only the document is measured.
    """
    try:
        import docxtpl  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ModuleNotFoundError:
        return None
    template = _template(export.folder / "template.docx")
    record = export.services.minutes.record(export.uid)
    blocks = compose(record, FULL, export.services.texts).blocks
    paragraphs = [
        {"number": block.runs[0].text, "runs": block.runs[1:], "text": block.text}
        for block in blocks
        if isinstance(block, Paragraph) and block.runs
    ]

    def render() -> None:
        document = docxtpl.DocxTemplate(str(template))
        document.render({"paragraphs": paragraphs}, autoescape=True)
        document.save(str(export.folder / "docxtpl.docx"))

    return render


def _template(path: Path) -> str:
    """A statement as number, who and time in their own type, then what was said; else a text."""
    made = docx.Document()
    made.add_paragraph("{%p for p in paragraphs %}")
    made.add_paragraph("{%p if p.runs|length == 6 %}")
    statement = made.add_paragraph()
    for text, bold in (
        ("{{ p.number }}", False),
        ("{{ p.runs[0].text }}", False),
        ("{{ p.runs[1].text }}", True),
        ("{{ p.runs[2].text }}", False),
        ("{{ p.runs[3].text }}", False),
        ("{{ p.runs[4].text }}", False),
        ("{{ p.runs[5].text }}", False),
    ):
        statement.add_run(text).bold = bold
    for text in ("{%p else %}", "{{ p.text }}", "{%p endif %}", "{%p endfor %}"):
        made.add_paragraph(text)
    made.save(str(path))
    return str(path)


def _tables(services: Services, folder: Path) -> Iterator[Line]:
    target, rows = folder / "table.docx", _rows()

    def ours() -> None:
        _write_table(services, rows, target)

    ours()
    took, floor = take_turns(15, ours, _zip_of(target))
    beside = "the finished XML into a zip"
    yield at_most_times("A", TABLE, beside, ours=took, other=floor, goal=2.5)
    naive = seconds(lambda: _naive_table(rows, folder / "naive_table.docx"))
    yield times_faster("A", TABLE, "add_row().cells", ours=took, other=naive, goal=20)


def _naive_table(rows: Sequence[tuple[str, ...]], path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=0, cols=3)
    for values in rows:
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    document.save(str(path))


def _zip_of(path: Path) -> Callable[[], None]:
    """Writing the finished XML of a Word file into a zip: the floor for the same bytes."""
    with ZipFile(path) as package:
        xml = package.read(BODY)

    def write() -> None:
        with ZipFile(BytesIO(), "w", ZIP_DEFLATED, compresslevel=6) as package:
            package.writestr(BODY, xml)

    return write


def _rows() -> Sequence[tuple[str, ...]]:
    statements = generator.plenary(STATEMENTS)["statements"]
    return [(f"STU-1-{i}", row["kind"], row["text"]) for i, row in enumerate(statements)]


def _write_table(services: Services, rows: Sequence[tuple[str, ...]], path: Path) -> None:
    columns = (Column("Nummer", 2.5), Column("Art", 3.0), Column("Beitrag", 11.0))
    table = Table(columns, rows, "Beiträge", "Alle Beiträge")
    document = compose(evening(), FULL, services.texts)
    write_document(replace(document, blocks=iter([table])), path)


def _memory(setting: Setting) -> Line:
    path, folder = setting.folder / "many.db", setting.folder
    with workspace(path) as services:
        few = _filled(services, folder, generator.EVENING_STATEMENTS)
    with workspace(path) as services:
        source = generator.write(generator.neighbourhood(MANY_STATEMENTS), folder / "many.json")
        many = services.documents.read(source).session_uid
        services.minutes.export(many, FULL, folder / "numbered.docx")
    grown = float(setting.child("word", path, few, many))
    what = f"memory growth at {MANY_STATEMENTS:,} statements"
    return at_most("A", what, found=grown, limit=10, unit="MB")


def _growth(path: Path, few: str, many: str) -> float:
    """By how much the process grows while it exports many statements, after an export of few."""
    with workspace(path) as services:
        services.minutes.write(few, FULL, path.with_suffix(".docx"))
        before = peak_memory()
        services.minutes.write(many, FULL, path.with_suffix(".docx"))
        return peak_memory() - before


if __name__ == "__main__":
    print(_growth(Path(sys.argv[1]), *sys.argv[2:]))
