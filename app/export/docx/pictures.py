"""Pictures in a Word file: each content is a part of the package once, whatever shows it.

Bytes go from where they are kept into the package as they are, one picture at a time: they are
compressed already, and a session may have thirty of them.
"""

from collections.abc import Callable, Iterable, Iterator
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from app.domain.text import clean
from app.export.blocks import Picture

CONTENT_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_IMAGE = f"{_OFFICE}/image"
_NO_LINKS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships'
    b' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_PACKAGED = (1980, 1, 1, 0, 0, 0)
"""The time of a part: when a file was made is nobody's business."""
_ENDINGS = {"image/jpeg": "jpeg", "image/png": "png"}


class Pictures:
    """The pictures of one document in the order of their first use."""

    def __init__(self, *, first_number: int = 1) -> None:
        """``first_number``: no drawing that stands in the document already has it or a higher."""
        self._first_number = first_number
        self._kept: dict[str, tuple[str, str, Callable[[], bytes]]] = {}
        self._shown = 0

    def drawing(self, picture: Picture) -> str:
        """A run that shows the picture in its line."""
        ending = _ENDINGS[picture.media_type]
        number = len(self._kept) + 1
        kept = (f"rIdPhoto{number}", f"media/photo{number}.{ending}", picture.read)
        relation, _, _ = self._kept.setdefault(picture.name, kept)
        drawing = self._first_number + self._shown
        self._shown += 1
        size = f'cx="{_emu(picture.width)}" cy="{_emu(picture.height)}"'
        named = f'id="{drawing}" name="Foto {self._shown}" descr="{_attribute(picture)}"'
        return (
            "<w:r><w:drawing>"
            f'<wp:inline xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
            ' distT="0" distB="0" distL="0" distR="0">'
            f"<wp:extent {size}/><wp:docPr {named}/><wp:cNvGraphicFramePr>"
            f'<a:graphicFrameLocks xmlns:a="{_DRAWING}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_DRAWING}/main">'
            f'<a:graphicData uri="{_DRAWING}/picture"><pic:pic xmlns:pic="{_DRAWING}/picture">'
            f"<pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>"
            f'<a:blip xmlns:r="{_OFFICE}" r:embed="{relation}"/>'
            "<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData>'
            "</a:graphic></wp:inline></w:drawing></w:r>"
        )

    def declared(
        self, parts: Iterable[tuple[str, bytes]], body: str
    ) -> Iterator[tuple[str, bytes]]:
        """The parts of a package with what has to be said in them about the pictures.

        ``body``: the name of the part that shows them.
        """
        folder, _, file = body.rpartition("/")
        links = f"{folder}/_rels/{file}.rels".lstrip("/")
        missing = bool(self._kept)
        for name, content in parts:
            if self._kept and name == CONTENT_TYPES:
                types = "".join(self._types(content.decode()))
                yield name, _inside(content, b"</Types>", types)
            elif self._kept and name == links:
                missing = False
                yield name, self._linked(content)
            else:
                yield name, content
        if missing:
            yield links, self._linked(_NO_LINKS)

    def write(self, package: ZipFile, body: str) -> None:
        """Put every content into the package, beside the part that shows them."""
        folder = body.rpartition("/")[0]
        for _, target, read in self._kept.values():
            entry = ZipInfo(f"{folder}/{target}".lstrip("/"), _PACKAGED)
            entry.compress_type = ZIP_STORED
            package.writestr(entry, read())

    def _linked(self, content: bytes) -> bytes:
        return _inside(content, b"</Relationships>", "".join(self._relations()))

    def _relations(self) -> Iterator[str]:
        for relation, target, _ in self._kept.values():
            yield f'<Relationship Id="{relation}" Type="{_IMAGE}" Target="{target}"/>'

    def _types(self, declared: str) -> Iterator[str]:
        used = {target.rpartition(".")[2] for _, target, _ in self._kept.values()}
        for media_type, ending in _ENDINGS.items():
            if ending in used and f'Extension="{ending}"' not in declared:
                yield f'<Default Extension="{ending}" ContentType="{media_type}"/>'


def _inside(content: bytes, end: bytes, more: str) -> bytes:
    before, _, _ = content.rpartition(end)
    return before + more.encode() + end


def _emu(centimetres: float) -> int:
    return round(centimetres * 360_000)


def _attribute(picture: Picture) -> str:
    text = " ".join(clean(picture.alt_text).text.split())
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(character, entity)
    return text
