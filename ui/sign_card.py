"""The signs of the entry line on one page, to lie beside the laptop."""

from PySide6.QtCore import QObject

from app.services.paper import (
    Block,
    Column,
    Page,
    Paragraph,
    ParagraphRole,
    Run,
    RunRole,
    Table,
)
from ui.print import Paper
from ui.signs import SignGroup, Signs

_WIDTHS = (4.4, 6.4, 5.7)


class SignCard(QObject):
    """Makes the paper."""

    @property
    def title(self) -> str:
        """What stands above it and is the name of the file."""
        return self.tr("Signs of the entry line")

    def paper(self) -> Paper:
        """One page of A4, small enough to be read at half the size."""
        empty = _plain(ParagraphRole.HEADER, "")
        keys = self.tr("All keys: F1")
        footer = _plain(ParagraphRole.FOOTER, f"Quartiersdialog\t{keys}")
        return Paper(Page(empty, empty, footer), tuple(self._blocks()))

    def _blocks(self) -> list[Block]:
        promise = self.tr("None of them has to be known: text and Enter are enough.")
        return [
            _plain(ParagraphRole.TITLE, self.title),
            _plain(ParagraphRole.SUBTITLE, promise),
            *(self._table(group) for group in Signs().groups()),
        ]

    def _table(self, group: SignGroup) -> Table:
        titles = (group.heading, "", "")
        columns = tuple(
            Column(title, width, RunRole.WHO if number == 0 else RunRole.PLAIN)
            for number, (title, width) in enumerate(zip(titles, _WIDTHS, strict=True))
        )
        rows = tuple((line.written, line.meaning, line.example) for line in group.lines)
        return Table(columns, rows, group.heading, self.tr("Sign, meaning, example"))


def _plain(role: ParagraphRole, text: str) -> Paragraph:
    return Paragraph(role, (Run(RunRole.PLAIN, text),))
