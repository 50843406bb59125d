"""Word files as python-docx reads them."""

from pathlib import Path

from docx import Document
from docx.oxml.ns import qn


def words_of(path: Path) -> str:
    """Everything that is printed in the body, paragraph by paragraph, with single spaces."""
    paragraphs = Document(str(path)).element.body.iter(qn("w:p"))
    texts = ("".join(run.text or "" for run in each.iter(qn("w:t"))) for each in paragraphs)
    return "\n".join(" ".join(text.split()) for text in texts)
