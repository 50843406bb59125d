"""Anonymous shares as a table: kinds of organisations, never persons, never minutes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from app.domain.sessions import SessionView
from app.domain.shares import AnonymousShares, SharedKinds
from app.errors import BadInputError
from app.export.formats import MinutesFormat, check_suffix
from app.export.statement_table import Cell
from app.texts import Texts

_WIDTHS = {"kind": 44, "people": 16, "statements": 16, "time": 16}


class SharesTable:
    """The rows of one session; shares of time only where they say something."""

    author = ""

    def __init__(self, session: SessionView, shares: AnonymousShares, texts: Texts) -> None:
        self._shares = shares
        self._texts = texts
        self._columns = tuple(name for name in _WIDTHS if name != "time" or shares.timed)
        self.title = f"{self._say('title')}: {session.title}"

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(map(self._say, self._columns))

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns in letters."""
        return tuple(_WIDTHS[name] for name in self._columns)

    def rows(self) -> Iterator[Sequence[Cell]]:
        """A row for each kind, and one for all that stand for few people."""
        for row in self._shares.rows:
            numbers = (row.people, row.statements, row.time)
            yield [self._kind(row), *numbers[: len(self._columns) - 1]]

    def _kind(self, row: SharedKinds) -> str:
        if row.folded:
            return self._say("folded")
        return self._texts.heading(row.kind) if row.kind else self._say("no_kind")

    def _say(self, key: str) -> str:
        return self._texts.get(f"documents.shares.{key}")


def write_shares(
    session: SessionView, shares: AnonymousShares, texts: Texts, form: MinutesFormat, path: Path
) -> None:
    """Write the shares as an Excel or CSV table.

    Raises ``UserError`` for another form, a wrong ending, or a file that cannot be written.
    """
    if not form.is_table:
        raise BadInputError("shares_are_a_table")
    check_suffix(path, form)
    table = SharesTable(session, shares, texts)
    if form is MinutesFormat.CSV:
        from app.export.csv_file import write_table_csv

        write_table_csv(table, path)
    else:
        from app.export.xlsx_file import write_table_xlsx

        write_table_xlsx(table, texts.get("documents.shares.sheet"), session.date, path)
