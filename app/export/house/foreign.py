"""Reads a Word file that somebody else made: looked at before it is opened, nothing in it is run.

A template is foreign data. Sizes are compared before anything is unpacked, every part of XML is
searched for declarations before it is parsed, and what could fetch or start something else – links
into other files, macros, embedded objects – is refused in words that say what to do in Word.
"""

import posixpath
import re
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from app.errors import BadInputError, reason
from app.export.house.names import (
    DOCUMENT_TYPE,
    RELATIONSHIPS,
    TEMPLATE_TYPE,
    TYPES,
    Element,
)

MAX_FILE = 20_000_000
"""Of the file itself. What a template needs is a logo, not a photo album."""
MAX_ENTRIES = 200
MAX_UNPACKED = 50_000_000
MAX_RATIO = 100
_RATIO_FROM = 100_000
"""Smaller parts may be as regular as they like."""
_MAX_XML = 8_000_000
_MAX_MARKS = 300_000
"""Tags and attributes in all parts: each takes a hundred bytes and more when it is parsed."""
_MAX_PIXELS = 60_000_000
_ENTRY = b"PK\x01\x02"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN_STARTS = (
    (b"{\\rtf", "rtf"), (b"%PDF", "pdf"), (b"\x89PNG", "picture"), (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"), (b"BM", "picture"), (b"II*\0", "picture"), (b"MM\0*", "picture"),
    (b"RIFF", "picture"),
)  # fmt: skip
_DECLARATION = re.compile(r"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_ENCODING = re.compile(r"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']""")
_LOCAL_TEMPLATE = re.compile(r"(?i)^(file:|[a-z]:|\\\\|[^:]+$)")
_HARMLESS_LINK = re.compile(r"(?i)^(https?://|mailto:|tel:|#)")
_PICTURE_TYPES = frozenset({"png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff"})


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship: ``target`` is the name of a part, or an address if ``external``."""

    id: str
    kind: str
    """The last piece of its type, as in ``header``."""
    type: str
    target: str
    external: bool


class ForeignPackage:
    """The parts of a file that stood the looking at. ``name`` stands in messages."""

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._marks = 0
        self._zip = _opened(data, name)
        self.parts = {info.filename: info for info in self._zip.infolist() if not info.is_dir()}
        self._texts: dict[str, str] = {}
        self._check_texts()
        self._defaults, self._overrides = self._content_types()
        self.document = self._main_document()
        self._check_all_links()

    def type_of(self, part: str) -> str:
        """The content type of a part."""
        suffix = part.rpartition(".")[2].lower()
        return self._overrides.get(part) or self._defaults.get(suffix, "")

    def tree(self, part: str) -> Element:
        """A part as elements. Raises ``BadInputError`` if it is no sound XML."""
        # Comments and instructions are nothing that is printed.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            return etree.fromstring(self._texts[part].encode(), parser)
        except (KeyError, etree.XMLSyntaxError) as error:
            raise self.refused("template_damaged") from error

    def links(self, part: str) -> tuple[Link, ...]:
        """The relationships of a part; an empty name asks for those of the package."""
        folder, _, file = part.rpartition("/")
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        if name not in self.parts:
            return ()
        return tuple(self._link(each, folder) for each in self.tree(name).iter(_RELATIONSHIP))

    def content(self, part: str) -> bytes:
        """The bytes of a part, unpacked."""
        try:
            return self._zip.read(part)
        except (BadZipFile, KeyError, EOFError, zlib.error, OSError) as error:
            raise self.refused("template_damaged") from error

    def refused(self, code: str, **values: object) -> BadInputError:
        """The error that says why this file cannot be used."""
        return BadInputError(code, name=self.name, **values)

    # -- looking at it ------------------------------------------------------------------------

    def _check_texts(self) -> None:
        for part in self.parts:
            if _is_xml(part):
                self._texts[part] = self._checked_text(part)

    def _checked_text(self, part: str) -> str:
        if self.parts[part].file_size > _MAX_XML:
            raise self.refused("template_too_much")
        data = self.content(part)
        try:
            text = data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
        except UnicodeDecodeError as error:
            raise self.refused("template_damaged") from error
        encoding = _ENCODING.match(text)
        if encoding and encoding[1].lower() not in ("utf-8", "utf-16"):
            raise self.refused("template_damaged")
        if _DECLARATION.search(text):
            raise self.refused("template_declares")
        self._marks += text.count("<") + text.count("=")
        if self._marks > _MAX_MARKS:
            raise self.refused("template_too_much")
        # Python has decoded it: what the declaration says of the bytes is no longer true.
        return re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL)

    def _content_types(self) -> tuple[dict[str, str], dict[str, str]]:
        if "[Content_Types].xml" not in self.parts:
            raise self.refused("template_open_document" if self._is_odf() else "template_no_word")
        root = self.tree("[Content_Types].xml")
        defaults = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in root.iter(f"{TYPES}Default")
        }
        overrides = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in root.iter(f"{TYPES}Override")
        }
        for content_type in (*defaults.values(), *overrides.values()):
            if re.search(r"(?i)macroEnabled|vba|activeX", content_type):
                raise self.refused("template_macros")
        return defaults, overrides

    def _is_odf(self) -> bool:
        found = self.parts.get("mimetype")
        return found is not None and b"opendocument" in self.content("mimetype")[:200]

    def _main_document(self) -> str:
        links = self.links("")
        main = [link for link in links if link.kind == "officeDocument" and not link.external]
        if any("purl.oclc.org" in link.type for link in main):
            raise self.refused("template_strict")
        if len(main) != 1 or main[0].target not in self.parts:
            raise self.refused("template_no_word")
        if self.type_of(main[0].target) not in (DOCUMENT_TYPE, TEMPLATE_TYPE):
            raise self.refused("template_no_word")
        return main[0].target

    def _check_all_links(self) -> None:
        for part in self.parts:
            folder, _, file = part.rpartition("/")
            if file.endswith(".rels") and folder.rpartition("/")[2] == "_rels":
                source = posixpath.join(folder.rpartition("/")[0], file.removesuffix(".rels"))
                for link in self.links(source):
                    self._check_link(link)

    def _check_link(self, link: Link) -> None:
        kind = link.kind
        if kind in _MACROS:
            raise self.refused("template_macros")
        if kind in _OBJECTS:
            raise self.refused("template_objects")
        if not link.external:
            return
        if kind == "hyperlink" and _HARMLESS_LINK.match(link.target):
            return
        if kind == "attachedTemplate" and _LOCAL_TEMPLATE.match(link.target):
            return  # Word notes in every letter where its template lies; that note is left out
        code = "template_linked_picture" if kind == "image" else "template_external"
        raise self.refused(code, target=link.target[:80])

    def _link(self, element: Element, folder: str) -> Link:
        target, full = element.get("Target", ""), element.get("Type", "")
        external = element.get("TargetMode", "").lower() == "external"
        if not external:
            target = self._inside(target, folder)
        return Link(element.get("Id", ""), full.rpartition("/")[2], full, target, external)

    def _inside(self, target: str, folder: str) -> str:
        path = unquote(target).partition("#")[0]
        joined = path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
        found = posixpath.normpath(joined) if path else ""
        if found.startswith("..") or "\\" in found or ":" in found:
            raise self.refused("template_outside")
        return found

    def check_picture(self, part: str) -> None:
        """Raise ``BadInputError`` if a picture is none, or larger than anybody can print."""
        if part.rpartition(".")[2].lower() not in _PICTURE_TYPES:
            return  # a drawing of lines: nothing is unpacked here
        import PIL.Image

        PIL.Image.MAX_IMAGE_PIXELS = None  # the own limit below speaks in words
        try:
            with self._zip.open(part) as file, PIL.Image.open(file) as image:
                pixels = image.width * image.height
        except (OSError, ValueError, SyntaxError, BadZipFile, zlib.error, EOFError) as error:
            raise self.refused("template_picture", part=part) from error
        if pixels > _MAX_PIXELS:
            raise self.refused("template_picture_size", pixels=pixels // 1_000_000)


_RELATIONSHIP = f"{RELATIONSHIPS}Relationship"
_MACROS = frozenset(
    {
        "vbaProject",
        "wordVbaData",
        "attachedToolbars",
        "keyMapCustomizations",
        "activeXControlBinary",
    }
)
_OBJECTS = frozenset(
    {"oleObject", "package", "control", "ctrlProp", "aFChunk", "subDocument", "chart", "chartEx"}
)


def read_file(path: Path) -> bytes:
    """The bytes of a file that may become a template.

    Raises:
        BadInputError: it cannot be read, or is too large to be one.
    """
    try:
        if path.is_dir():
            raise BadInputError("is_a_directory", path=path)
        if path.exists() and not path.is_file():  # a device or a pipe may never end
            raise BadInputError("not_a_file", path=path)
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError:
        raise BadInputError("file_not_found", path=path) from None
    except (OSError, ValueError) as error:
        raise BadInputError("not_readable", path=path, reason=reason(error)) from None
    if len(data) > MAX_FILE:
        raise BadInputError("template_too_large", name=path.name, limit=MAX_FILE // 1_000_000)
    return data


def _opened(data: bytes, name: str) -> ZipFile:
    """The package, after all that can be known without unpacking it."""
    _check_start(data, name)
    if data.count(_ENTRY) > MAX_ENTRIES:  # before Python makes an object of each
        raise BadInputError("template_too_much", name=name)
    try:
        package = ZipFile(BytesIO(data))
    except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise BadInputError("template_damaged", name=name) from error
    for problem in _problems(package.infolist(), len(data)):
        raise BadInputError(problem, name=name)
    return package


def _check_start(data: bytes, name: str) -> None:
    if not data:
        raise BadInputError("template_empty", name=name)
    if data.startswith(_OLE):
        protected = "EncryptedPackage".encode("utf-16-le") in data
        raise BadInputError("template_password" if protected else "template_old_word", name=name)
    for start, what in _KNOWN_STARTS:
        if data.startswith(start):
            raise BadInputError(f"template_is_{what}", name=name)
    if not data.startswith(b"PK"):
        raise BadInputError("template_no_word", name=name)


def _problems(entries: list[ZipInfo], length: int) -> Iterator[str]:
    """Codes of what speaks against unpacking these entries."""
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        yield "template_too_much"
    if packed > length:  # the same bytes several times
        yield "template_bomb"
    for entry in entries:
        if entry.flag_bits & 1:
            yield "template_password"
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield "template_damaged"
        if entry.file_size > max(_RATIO_FROM, MAX_RATIO * entry.compress_size):
            yield "template_bomb"
        if _leads_outside(entry):
            yield "template_outside"
    if unpacked > max(_RATIO_FROM, MAX_RATIO * packed):
        yield "template_bomb"
    names = [entry.filename.lower() for entry in entries]
    if len(set(names)) < len(names):
        yield "template_damaged"


def _leads_outside(entry: ZipInfo) -> bool:
    """A name that would be somewhere else if it were unpacked, or a link."""
    name = entry.orig_filename
    is_link = (entry.external_attr >> 16) & 0o170000 == stat.S_IFLNK
    odd = name.startswith("/") or "\\" in name or ":" in name or "\0" in name
    return odd or is_link or ".." in name.split("/")


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml", ".svg"))
