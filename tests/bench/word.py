"""Word export side by side with the same bytes, with python-docx and with docxtpl.

Every function returns one line of the table: what was measured, ours, the other, the goal.
"""

import gc
import tracemalloc
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import docx

from app.bootstrap import Services
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from app.export.blocks import Column, Table
from app.export.docx.writer import BODY, write_document
from app.export.minutes import compose, write_minutes
from tests.support import generator
from tests.support.docx_oracle import with_python_docx
from tests.support.evening import CREATED, evening

STATEMENTS = 3_000
MANY_STATEMENTS = 30_000
FULL = MinutesOptions(kind=MinutesKind.FULL, created=CREATED)


class Measured(NamedTuple):
    """One line: seconds (or bytes) of ours and of the other, which may be a plain limit.

    ``faster``: the other must take at least ``goal`` times ours; else ours at most ``goal`` times
    the other.
    """

    name: str
    ours: float
    other: float
    goal: float
    faster: bool = False

    @property
    def ratio(self) -> float:
        """What is compared with the goal."""
        return self.other / self.ours if self.faster else self.ours / self.other

    @property
    def reached(self) -> bool:
        """Whether the goal is reached."""
        return self.ratio >= self.goal if self.faster else self.ratio <= self.goal


def side_by_side(rounds: int, *tasks: Callable[[], object]) -> list[float]:
    """The best time of each task; they take turns, so that a busy moment meets all of them."""
    best = [float("inf")] * len(tasks)
    for _ in range(rounds):
        for i, task in enumerate(tasks):
            start = perf_counter()
            task()
            best[i] = min(best[i], perf_counter() - start)
    return best


def filled(services: Services, folder: Path, statements: int = STATEMENTS) -> str:
    """The uid of a session of so many statements, all with evidence numbers."""
    source = generator.write(generator.plenary(statements), folder / "plenary.session.json")
    uid = services.documents.read(source).session_uid
    services.minutes.export(uid, FULL, folder / "numbered.docx")
    return uid


def against_zip(services: Services, uid: str, folder: Path) -> Measured:
    """Export from the database beside writing the finished XML into a zip."""
    target = folder / "ours.docx"
    services.minutes.export(uid, FULL, target)
    ours, floor = side_by_side(
        15, lambda: services.minutes.export(uid, FULL, target), _zip_of(target)
    )
    return Measured("A Word export from the database : zip of the same XML", ours, floor, 2.5)


def against_python_docx(services: Services, uid: str, folder: Path) -> Measured:
    """Export from the database beside python-docx used as in its documentation."""
    target = folder / "ours.docx"
    record = services.minutes.record(uid)

    def naive() -> None:
        blocks = compose(record, FULL, services.texts).blocks
        with_python_docx(blocks).save(str(folder / "naive.docx"))

    (ours,) = side_by_side(5, lambda: services.minutes.export(uid, FULL, target))
    (other,) = side_by_side(1, naive)
    return Measured("A Word export from the database : python-docx", ours, other, 50, faster=True)


def against_docxtpl(services: Services, uid: str, folder: Path) -> Measured | None:
    """Export from the database beside a template of docxtpl; None where it is not installed."""
    try:
        import docxtpl  # type: ignore[import-not-found,import-untyped,unused-ignore]
    except ModuleNotFoundError:
        return None
    template = folder / "template.docx"
    made = docx.Document()
    for line in ("{%p for s in said %}", "{{ s.number }}\t{{ s.text }}", "{%p endfor %}"):
        made.add_paragraph(line)
    made.save(str(template))
    record = services.minutes.record(uid)
    statements = [s for item in record.items for s in record.statements.of(item.uid)]
    said = [{"number": s.evidence, "text": s.text} for s in statements]

    def render() -> None:
        document = docxtpl.DocxTemplate(str(template))
        document.render({"said": said}, autoescape=True)
        document.save(str(folder / "docxtpl.docx"))

    target = folder / "ours.docx"
    ours, other = side_by_side(3, lambda: services.minutes.export(uid, FULL, target), render)
    return Measured("A Word export from the database : docxtpl", ours, other, 3, faster=True)


def memory(services: Services, uid: str, folder: Path) -> Measured:
    """How much memory an export of many statements takes at its peak, beside 10 MB."""
    record = services.minutes.record(uid)
    write_minutes(evening(), FULL, services.texts, folder / "warm.docx")
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        write_minutes(record, FULL, services.texts, folder / "many.docx")
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    return Measured("A memory growth at 30,000 statements : 10 MB", peak, 10e6, 1.0)


def table_against_zip(services: Services, folder: Path) -> Measured:
    """A table with one row per statement beside writing its XML into a zip."""
    target, rows = folder / "table.docx", _rows()
    _write_table(services, rows, target)
    ours, floor = side_by_side(10, lambda: _write_table(services, rows, target), _zip_of(target))
    return Measured("A one table row per statement : zip of the same XML", ours, floor, 2.5)


def table_against_add_row(services: Services, folder: Path) -> Measured:
    """A table with one row per statement beside ``add_row().cells`` of python-docx."""
    rows = _rows()

    def naive() -> None:
        document = docx.Document()
        table = document.add_table(rows=0, cols=3)
        for values in rows:
            for cell, value in zip(table.add_row().cells, values, strict=True):
                cell.text = value
        document.save(str(folder / "naive_table.docx"))

    (ours,) = side_by_side(5, lambda: _write_table(services, rows, folder / "table.docx"))
    (other,) = side_by_side(1, naive)
    return Measured("A one table row per statement : add_row().cells", ours, other, 20, faster=True)


def _zip_of(path: Path) -> Callable[[], object]:
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
