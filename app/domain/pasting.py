"""What comes from the clipboard, as it goes into a line: plain text, never read as shorthand."""

from app.domain.text import Cleaned, clean

_CELLS = " · "


def pasted(text: str) -> Cleaned:
    """``text`` in its normal form without empty lines around it; cells of a table get a dot.

    A row of a Word or Excel table is a line with tabs; empty cells leave nothing behind.
    """
    if "\t" in text:
        text = "\n".join(_row(line) for line in text.replace("\r\n", "\n").split("\n"))
    cleaned = clean(text)
    return Cleaned(cleaned.text.strip("\n"), cleaned.removed)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line for each in text.split("\n") if (line := each.strip()))


def _row(line: str) -> str:
    return _CELLS.join(cell for each in line.split("\t") if (cell := each.strip()))
