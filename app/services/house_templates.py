"""House templates: looked at, kept with a series, used for its minutes.

As with photos, the content stands in the database under its SHA-256: a backup is complete by
itself, and undo brings back the template of yesterday. It does not travel in session documents: a
letterhead belongs to the house that writes the minutes, and a file that comes with a session must
not put one on the letters of another house.
"""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.changes import Entity
from app.domain.templates import HouseTemplate, Placeholder, TemplateReport
from app.services import lookup
from app.storage.queries import templates
from app.storage.unit_of_work import Writer

if TYPE_CHECKING:
    from app.texts import Texts


_OF_WORD = {
    name: name.lower().replace(" ", "_")
    for name in (
        "Title", "Subtitle", "heading 1", "heading 2", "Quote", "List Bullet", "TOC Heading",
        "toc 1", "toc 2", "Signature", "header", "footer", "caption", "Normal",
    )
}  # fmt: skip


def read_template(path: Path) -> HouseTemplate:
    """The file as a template, not looked at yet. Raises ``BadInputError`` if it cannot be read."""
    from app.export.house.foreign import read_file

    return HouseTemplate(path.name, read_file(path))


def examine(template: HouseTemplate) -> TemplateReport:
    """What is in a template. Raises ``BadInputError``, with advice, if it cannot be used."""
    from app.export.house.package import examined

    return examined(template)


def write_sample(path: Path, texts: "Texts") -> None:
    """Write a template to start from. Raises ``UserError`` when the file cannot be written."""
    from app.export.formats import MinutesFormat, check_suffix
    from app.export.house import sample

    check_suffix(path, MinutesFormat.DOCX)
    sample.write_sample(path, texts)


def sentences(report: TemplateReport, texts: "Texts") -> tuple[str, ...]:
    """The report in words, the most important first."""

    def say(key: str, **values: object) -> str:
        return texts.get(f"documents.template.{key}", **values)

    lines = [say("usable", name=report.name)]
    lines += [say(f"note.{note.value}") for note in report.notes]
    for each in report.unknown:
        key = "unknown_meant" if each.meant else "unknown"
        lines.append(say(key, text=each.text, meant=each.meant and each.meant.value))
    for each in report.nearly:
        lines.append(say("nearly", text=each.text))
    if report.found:
        lines.append(say("found", names=_names(report.found)))
    if report.missing:
        lines.append(say("missing", names=_names(report.missing)))
    if report.styles_used:
        lines.append(say("styles_used", names=_styles(report.styles_used, texts)))
    if report.styles_added:
        lines.append(say("styles_added", names=_styles(report.styles_added, texts)))
    return tuple(lines)


def _names(placeholders: tuple[Placeholder, ...]) -> str:
    return ", ".join(each.value for each in placeholders)


def _styles(names: tuple[str, ...], texts: "Texts") -> str:
    """Styles as Word shows them in the user's language; files name its own ones in English."""
    return ", ".join(
        texts.get(f"documents.template.style.{_OF_WORD[name]}") if name in _OF_WORD else name
        for name in names
    )


class HouseTemplateService:
    """The house templates of series."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def of_series(self, series_uid: str) -> HouseTemplate | None:
        """The template of a series; None is our own."""
        with self._writer.database.look() as driver:
            return templates.of_series(driver, series_uid)

    def choose(
        self, series_uid: str, template: HouseTemplate, *, initiator: object | None = None
    ) -> TemplateReport:
        """Keep a template for all minutes of a series; returns what is in it.

        Raises:
            BadInputError: it cannot be used; nothing is changed.
            NotFoundError: no such series.
        """
        report = examine(template)
        sha256 = hashlib.sha256(template.data).hexdigest()
        with self._writer.operation("series.template", initiator=initiator) as unit:
            lookup.row(unit.connection, Entity.SERIES, series_uid)
            templates.keep(unit.driver, sha256, template.data)
            values = {"template_name": template.name, "template_sha256": sha256}
            unit.change(Entity.SERIES, series_uid, values)
        return report

    def remove(self, series_uid: str, *, initiator: object | None = None) -> None:
        """Back to our own template; undo brings the other back. Raises ``NotFoundError``."""
        with self._writer.operation("series.template", initiator=initiator) as unit:
            lookup.row(unit.connection, Entity.SERIES, series_uid)
            unit.change(Entity.SERIES, series_uid, {"template_name": "", "template_sha256": ""})
