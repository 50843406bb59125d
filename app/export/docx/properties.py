"""A property of a Word file beyond the usual ones: it stays when other programs save the file."""

from collections.abc import Iterable, Iterator

from app.export.docx.markup import escape

PART = "docProps/custom.xml"
_TYPES, _LINKS = "[Content_Types].xml", "_rels/.rels"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties'
    ' xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
)


def with_property(
    parts: Iterable[tuple[str, bytes]], wanted: tuple[str, str] | None
) -> Iterator[tuple[str, bytes]]:
    """The parts of a package with one named text more; without one as they are."""
    if wanted is None:
        yield from parts
        return
    for name, content in parts:
        if name == _TYPES:
            own = f'<Override PartName="/{PART}" ContentType="{_TYPE}"/></Types>'
            yield name, content.replace(b"</Types>", own.encode())
        elif name == _LINKS:
            own = f'<Relationship Id="rIdOwn" Type="{_LINK}" Target="{PART}"/></Relationships>'
            yield name, content.replace(b"</Relationships>", own.encode())
        else:
            yield name, content
    yield PART, _part(*wanted)


def _part(name: str, value: str) -> bytes:
    text = (
        f'{_HEAD}<property fmtid="{_FORMAT}" pid="2" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property></Properties>"
    )
    return text.encode()
