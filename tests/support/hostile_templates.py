"""Files that somebody might hand in as a template and that must not become one.

``HOSTILE`` gives for each the code of the error it has to end in.
"""

import struct
import zipfile
import zlib
from dataclasses import replace
from io import BytesIO

from tests.support.house_templates import OFFICE, PLAIN, Made, field_of
from tests.support.pictures_made import coded, picture

_MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _with(made: Made, **parts: bytes) -> bytes:
    """The file with these parts changed; ``_`` in a name stands for what cannot be in one."""
    return _zip({**made.parts(), **parts})


def _zip(parts: dict[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    memory = BytesIO()
    with zipfile.ZipFile(memory, "w", kind) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return memory.getvalue()


def _linked(kind: str, target: str) -> bytes:
    return replace(PLAIN, links=(("r9", kind, target),), extra={"word/x.bin": b"x"}).file()


def _document(text: bytes) -> bytes:
    return _zip({**PLAIN.parts(), "word/document.xml": text})


def _field(instruction: str) -> bytes:
    return replace(PLAIN, body=f"<w:p>{field_of(instruction)}</w:p>").file()


def _declared(declaration: bytes, inside: bytes = b"") -> bytes:
    text = PLAIN.parts()["word/document.xml"]
    text = text.replace(b"<w:document", declaration + b"<w:document", 1)
    return _document(text.replace(b"Haus am Markt", inside or b"Haus"))


def _laughs() -> bytes:
    entities = b'<!ENTITY a0 "ha">' + b"".join(
        b'<!ENTITY a%d "%s">' % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 10)
    )
    return _declared(b"<!DOCTYPE x [" + entities + b"]>", b"&a9;")


def _utf16() -> bytes:
    text = PLAIN.parts()["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    text = text.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "b">]><w:document', 1)
    return _document(text.encode("utf-16"))


def _png_of(width: int, height: int) -> bytes:
    """A picture that says it is of this size; its pixels were never written."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + head + struct.pack(">I", zlib.crc32(b"IHDR" + head))
    return b"\x89PNG\r\n\x1a\n" + chunk + struct.pack(">I", 0) + b"IDAT" + bytes(4) + bytes(500)


def _pictured(name: str, content: bytes) -> bytes:
    return replace(
        PLAIN,
        links=(("r9", "image", f"/word/media/{name}"),),
        extra={f"word/media/{name}": content},
    ).file()


def _locked() -> bytes:
    """The first entry says that it is encrypted."""
    data = bytearray(PLAIN.file())
    data[6] |= 1
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    return bytes(data)


def _overlapping() -> bytes:
    """The directory lists the same bytes under many names."""
    parts = {**PLAIN.parts(), "word/media/a.bin": bytes(range(256)) * 400}
    data = _zip(parts, zipfile.ZIP_STORED)
    start = data.index(b"PK\x01\x02")
    end = data.index(b"PK\x05\x06")
    entry = data[data.rindex(b"PK\x01\x02") : end]
    copies = b"".join(entry.replace(b"a.bin", b"%c.bin" % letter) for letter in b"bcdefghij")
    count = data[start:end].count(b"PK\x01\x02") + 9
    tail = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, end - start + len(copies), start, 0
    )
    return data[:end] + copies + tail


def _noisy(length: int) -> bytes:
    """Text that does not get much smaller, with an element in every few letters."""
    return b"".join(b"<w:p w:rsidR='%08X'/>" % (n * 2654435761 % 2**32) for n in range(length))


HOSTILE: dict[str, tuple[str, bytes]] = {
    "empty": ("template_empty", b""),
    "old Word": ("template_old_word", _OLE),
    "password": ("template_password", _OLE + "EncryptedPackage".encode("utf-16-le") + bytes(99)),
    "encrypted entries": ("template_password", _locked()),
    "rtf": ("template_is_rtf", b"{\\rtf1 Haus}"),
    "pdf": ("template_is_pdf", b"%PDF-1.7 ..."),
    "renamed picture": ("template_is_picture", coded(picture(), "PNG")),
    "renamed photo": ("template_is_picture", coded(picture(), "JPEG")),
    "text": ("template_no_word", b"Haus am Markt, 12345 Musterstadt"),
    "another archive": ("template_no_word", _zip({"a.txt": b"x"})),
    "open document": (
        "template_open_document",
        _zip({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}),
    ),
    "workbook": (
        "template_no_word",
        replace(
            PLAIN,
            main_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
        ).file(),
    ),
    "truncated": ("template_damaged", PLAIN.file()[:-300]),
    "half": ("template_damaged", PLAIN.file()[: len(PLAIN.file()) // 2]),
    "broken bytes": (
        "template_damaged",
        PLAIN.file().replace(PLAIN.file()[60:75], bytes(15), 1),
    ),
    "no closing tag": ("template_damaged", _document(b"<w:document>")),
    "no body": (
        "template_damaged",
        _document(PLAIN.parts()["word/document.xml"].replace(b"w:body", b"w:leib")),
    ),
    "strict": (
        "template_strict",
        _with(
            PLAIN,
            **{
                "_rels/.rels": PLAIN.parts()["_rels/.rels"].replace(
                    OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
                )
            },
        ),
    ),
    "macros by type": (
        "template_macros",
        replace(PLAIN, main_type="application/vnd.ms-word.document.macroEnabled.main+xml").file(),
    ),
    "macros in a template": (
        "template_macros",
        replace(
            PLAIN, main_type="application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
        ).file(),
    ),
    "macros by link": ("template_macros", _linked(f"{_MICROSOFT}/vbaProject", "/word/x.bin")),
    "embedded object": ("template_objects", _linked("oleObject", "/word/x.bin")),
    "embedded workbook": ("template_objects", _linked("package", "/word/x.bin")),
    "control": ("template_objects", _linked("control", "/word/x.bin")),
    "imported text": ("template_objects", _linked("aFChunk", "/word/x.bin")),
    "remote template": (
        "template_external",
        _linked("attachedTemplate", "https://a.example/x.dotm"),
    ),
    "remote picture": ("template_linked_picture", _linked("image", "https://a.example/x.png")),
    "remote part": ("template_external", _linked("header", "https://a.example/header1.xml")),
    "link to a file": ("template_external", _linked("hyperlink", "file:///etc/passwd")),
    "link that runs": ("template_external", _linked("hyperlink", "javascript:alert(1)")),
    "field that starts a program": (
        "template_field",
        _field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k"'),
    ),
    "field that reads a file": ("template_field", _field('INCLUDETEXT "C:\\\\geheim.txt"')),
    "field that fetches": ("template_field", _field('INCLUDEPICTURE "https://a.example/x"')),
    "doctype": ("template_declares", _declared(b"<!DOCTYPE w>")),
    "entity of a file": (
        "template_declares",
        _declared(b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', b"&a;"),
    ),
    "laughs": ("template_declares", _laughs()),
    "doctype in UTF-16": ("template_declares", _utf16()),
    "another encoding": (
        "template_damaged",
        _document(PLAIN.parts()["word/document.xml"].replace(b"UTF-8", b"UTF-7")),
    ),
    "regular text": (
        "template_bomb",
        _zip({**PLAIN.parts(), "word/extra.xml": b"<a>" + b" " * 30_000_000 + b"</a>"}),
    ),
    "regular picture": (
        "template_bomb",
        _zip({**PLAIN.parts(), "word/media/a.bmp": bytes(40_000_000)}),
    ),
    "too much": (
        "template_too_much",
        _zip({**PLAIN.parts(), **{f"word/media/{n}.bmp": bytes(9_000_000) for n in range(7)}}),
    ),
    "too many entries": (
        "template_too_much",
        _zip({**PLAIN.parts(), **{f"word/media/{n}.png": b"" for n in range(5000)}}),
    ),
    "too many elements": (
        "template_too_much",
        replace(PLAIN, body="", extra={"word/a.xml": b"<a>" + _noisy(300_000) + b"</a>"}).file(),
    ),
    "deep": (
        "template_damaged",
        replace(PLAIN, body="<w:sdt>" * 3000 + "</w:sdt>" * 3000).file(),
    ),
    "overlapping": ("template_bomb", _overlapping()),
    "traversal": ("template_outside", _zip({**PLAIN.parts(), "../../evil.xml": b"<a/>"})),
    "absolute": ("template_outside", _zip({**PLAIN.parts(), "/etc/evil.xml": b"<a/>"})),
    "backslashes": ("template_outside", _zip({**PLAIN.parts(), "word\\..\\..\\evil": b"x"})),
    "link outside": ("template_outside", _linked("image", "../../../etc/passwd")),
    "same name twice": (
        "template_damaged",
        _zip({**PLAIN.parts(), "WORD/DOCUMENT.XML": b"<a/>"}),
    ),
    "missing part": ("template_damaged", _linked("header", "/word/header9.xml")),
    "picture without pixels": ("template_picture", _pictured("a.png", b"\x89PNG broken")),
    "huge picture": ("template_picture_size", _pictured("a.png", _png_of(60_000, 60_000))),
    "program in a drawing": (
        "template_objects",
        _pictured("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
    ),
}
"""Code and file by name."""
