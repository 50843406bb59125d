"""Killed while a document is read in; thousands of documents with something wrong in them.

A document is there wholly or not at all, whatever happens, and every fault is said in words.
Controls: without a transaction a kill leaves a part, and so does a fault without a rollback.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from app.bootstrap import workspace
from tests.endurance.killing import kill, kill_weakened
from tests.endurance.mutations import mutated
from tests.endurance.processes import child, program, run
from tests.endurance.setting import (
    Setting,
    alone,
    copied,
    figure,
    side_by_side,
    tracing_fails,
)
from tests.endurance.table import Line
from tests.support.generator import evening, write
from tests.support.room import Room
from tests.support.small_document import small_document
from tests.support.tables import dump

EACH_PATIENCE = 5.0
"""Seconds for a document of a few lines, on average; never a measure of speed."""

STATEMENTS = (5, 12)
"""The statement at which a control ends: after the first that writes, before the last."""
AT_ONCE = 150
"""Documents for one database: every row of it is compared after each of them."""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of this harness."""
    place = setting.place("imports")
    source = place / "workspace.db"
    with workspace(source) as services:
        Room(services)
    yield _killed(setting, source)
    yield _mutated(setting, source)


def _killed(setting: Setting, source: Path) -> Line:
    document = write(evening(1, 400), source.parent / "evening.session.json")
    kills, controls = setting.many(3, 50, 500), setting.many(2, 4, 20)
    before, after = _counts(source), _whole(source, document)
    partly = partial(_is_partial, source, document, (before, after))
    found = side_by_side(partly, [(number, "") for number in range(kills)])
    weak = side_by_side(partly, [(number, "transactions") for number in range(controls)])
    return Line(
        "imports",
        "killed while reading a document in",
        f"{figure(kills)} kills: {sum(found)} read in partly",
        "0 partly",
        not any(found) and any(weak),
        f"no transaction: {sum(weak)} of {controls} partly",
    )


def _whole(source: Path, document: Path) -> object:
    database = copied(source, source.parent / "whole")
    ended = run(program(database, "import", document), database.parent)
    if ended.code:
        raise RuntimeError(f"the document is not read in:\n{ended.err}")
    return _counts(database)


def _counts(database: Path) -> dict[str, int]:
    """Rows by table; themes and people get other ids every time."""
    return {table: len(rows) for table, rows in dump(database).items()}


def _is_partial(
    source: Path, document: Path, states: Sequence[object], job: tuple[int, str]
) -> bool:
    number, without = job
    database = copied(source, source.parent / f"killed-{without}-{number}")
    rng = random.Random(f"import {without} {number}")
    traced = not tracing_fails()
    if without:
        at = rng.randint(5, 300) if traced else rng.randint(*STATEMENTS)
        kill_weakened(("import", document), database, without, at, traced=traced)
    else:
        when = rng.randint(5, 300) if traced and number % 2 == 0 else rng.uniform(0.5, 1.2)
        kill(program(database, "import", document), database, when)
    with workspace(database) as services:
        sound = services.workspace.check().problems == ()
    return not sound or _counts(database) not in states


def _mutated(setting: Setting, source: Path) -> Line:
    documents = setting.many(60, 300, 10_000)
    share = [
        range(start, min(start + AT_ONCE, documents)) for start in range(0, documents, AT_ONCE)
    ]
    rows = side_by_side(partial(_read, source, ""), share)
    found = sum(rows, Counter[str]())
    weak = _read(source, "rollback", range(60))
    faults = [found[what] for what in ("partial", "crashed", "hung")]
    return Line(
        "imports",
        "mutated documents",
        f"{figure(documents)} documents, {found['refused']} refused in words: {faults[0]} partly, "
        f"{faults[1]} crashes, {faults[2]} hangs",
        "0 partly, 0 crashes, 0 hangs",
        not any(faults) and found["refused"] > 0 and weak["partial"] > 0,
        f"no rollback: {weak['partial']} of 60 partly",
    )


def _read(source: Path, without: str, numbers: range) -> Counter[str]:
    """What became of the documents of these numbers."""
    database = copied(source, source.parent / f"mutated-{without}-{numbers.start}")
    paths = [database.with_name(f"{number}.session.json") for number in numbers]
    for number, path in zip(numbers, paths, strict=True):
        path.write_bytes(mutated(_own(number), number))
    ended = run(
        child("reader", database, without),
        database.parent,
        given="".join(f"{path}\n" for path in paths),
        patience=30 + EACH_PATIENCE * len(paths),
    )
    answers = [line.partition(" ")[0] for line in ended.out.splitlines()]
    found = Counter(answers)
    if ended.code is None:
        found["hung"] += 1
    elif ended.code or len(answers) < len(paths):
        found["crashed"] += 1
    with workspace(database) as services:
        found["partial"] += services.workspace.check().problems != ()
    return found


def _own(number: int) -> dict[str, object]:
    """A document with ids of its own, so that each is new."""
    text = json.dumps(small_document()).replace("-8000-", f"-{0x8000 + number % 0x3FFF:04x}-")
    content: dict[str, object] = json.loads(text)
    return content


if __name__ == "__main__":
    alone(measure)
