"""Whether a text stands in any file of a folder, however it may be written there."""

import json
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.domain.text import fold


def traces(folder: Path, *texts: str) -> list[str]:
    """The files that hold one of the texts in a form the program or the system might write."""
    wanted = {form for text in texts for form in _forms(text)}
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    found = [(path, path.read_bytes()) for path in files]
    return [path.name for path, content in found if any(form in content for form in wanted)]


def _forms(text: str) -> Iterator[bytes]:
    for form in (text, fold(text)):
        yield form.encode("utf-8")
        yield form.encode("utf-16-le")
        yield form.encode("utf-16-be")
        yield json.dumps(form).strip('"').encode("ascii")


def trigrams(database: Path) -> set[str]:
    """The pieces of words that the search index of a database knows."""
    with closing(sqlite.connect(str(database))) as driver:
        driver.execute(
            "CREATE VIRTUAL TABLE temp.pieces USING fts5vocab(main, statement_search, row)"
        )
        return {term for (term,) in driver.execute("SELECT term FROM temp.pieces")}
