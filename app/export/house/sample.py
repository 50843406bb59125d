"""A template to start from: our own look, with placeholders where ours writes by itself."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile
from zoneinfo import ZoneInfo

from app.domain.templates import Placeholder
from app.export.blocks import Page, ParagraphRole, Run, RunRole, paragraph
from app.export.docx.markup import Markup
from app.export.docx.package import Package
from app.export.docx.writer import check_package
from app.export.files import replaced_file
from app.export.wording import Wording
from app.texts import Texts


def write_sample(path: Path, texts: Texts) -> None:
    """Write it. Raises ``UserError`` when that is not possible."""
    package = Package()
    markup = Markup(package.style_id)
    content = markup.paragraph(paragraph(ParagraphRole.NOTE, _asked(Placeholder.MINUTES))).encode()
    package.fill_edges(_edges(texts), markup)
    with (
        replaced_file(path, check=check_package) as target,
        ZipFile(target, "w", ZIP_DEFLATED) as made,
    ):
        for name, part in package.parts():
            made.writestr(name, part.replace(package.marker, content, 1))


def _edges(texts: Texts) -> Page:
    state = texts.get(
        "documents.minutes.header_right",
        kind=_asked(Placeholder.KIND),
        state=_asked(Placeholder.STATE),
    )
    header = texts.get(
        "documents.minutes.header",
        series=_asked(Placeholder.SERIES),
        number=_asked(Placeholder.NUMBER),
        title=_asked(Placeholder.TITLE),
    )
    words = Wording(texts, ZoneInfo("UTC"), with_dates=False)
    pages = words.runs("minutes.page", page=Run(RunRole.PAGE, "1"), pages=Run(RunRole.PAGES, "1"))
    return Page(
        first_header=paragraph(ParagraphRole.HEADER, _asked(Placeholder.SENDER)),
        header=paragraph(ParagraphRole.HEADER, f"{header}\t{state}"),
        footer=paragraph(ParagraphRole.FOOTER, _asked(Placeholder.VERSION), "\t", *pages),
    )


def _asked(name: Placeholder) -> str:
    return f"{{{{ {name.value} }}}}"
