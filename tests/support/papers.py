"""Papers of the evening, written in a line."""

from pathlib import Path
from zoneinfo import ZoneInfo

from app.domain.vocabulary import PaperKind
from app.export.docx.sheets import write_sheets
from app.export.papers import PaperSource, compose_paper
from app.export.wording import Wording
from app.texts import Texts
from tests.support.evening import CREATED, SESSION, evening, participants
from tests.support.minutes import GERMAN

EVENING = PaperSource(SESSION, evening().items, participants())


def wording(texts: Texts = GERMAN) -> Wording:
    """The words of a language, with the clock of the evening."""
    return Wording(texts, ZoneInfo("Europe/Berlin"), with_dates=False)


def paper(
    kind: PaperKind, path: Path, source: PaperSource = EVENING, texts: Texts = GERMAN
) -> Path:
    """The path of a freshly written file."""
    words = wording(texts)
    sheets = compose_paper(kind, source, words)
    write_sheets(sheets, language=words.language_tag, created=CREATED, path=path)
    return path
