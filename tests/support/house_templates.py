"""House templates as offices have them, made piece by piece: every oddity by itself.

``TEMPLATES`` gives the name of each and the bytes of its file; ``Made`` makes more.
"""

import zipfile
from dataclasses import dataclass, field, replace
from io import BytesIO

from app.export.house.names import DOCUMENT_TYPE, TEMPLATE_TYPE, WORD, WORD_TYPE
from tests.support.pictures_made import coded, picture

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
W = f'xmlns:w="{WORD}" xmlns:r="{OFFICE}"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
A4 = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'  # noqa: E501
LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1417" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'  # noqa: E501
DEFAULTS = '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'  # noqa: E501


def p(text: str, style: str = "") -> str:
    """A paragraph of one run."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{r(text)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def split(*pieces: str) -> str:
    """A paragraph whose text Word has divided over several runs."""
    runs = '<w:proofErr w:type="spellStart"/>'.join(
        r(piece, "<w:rPr><w:b/></w:rPr>" * (at % 2)) for at, piece in enumerate(pieces)
    )
    return f"<w:p>{runs}</w:p>"


def style(kind: str, id_: str, name: str, rest: str = "", *, default: bool = False) -> str:
    """A style."""
    marked = ' w:default="1"' * default
    head = f'<w:style w:type="{kind}"{marked} w:styleId="{id_}">'
    return f'{head}<w:name w:val="{name}"/>{rest}</w:style>'


NORMAL = style("paragraph", "Standard", "Normal", "<w:qFormat/>", default=True)
_BASED = '<w:basedOn w:val="Standard"/><w:qFormat/>'
_LETTERS = '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:b/><w:color w:val="7A1F5C"/><w:sz w:val="{}"/></w:rPr>'  # noqa: E501
GERMAN = NORMAL + "".join(
    style("paragraph", id_, name, _BASED + _LETTERS.format(size))
    for id_, name, size in (
        ("Titel", "Title", 44), ("Untertitel", "Subtitle", 26), ("berschrift1", "heading 1", 30),
        ("berschrift2", "heading 2", 24), ("Zitat", "Quote", 22), ("Verzeichnis1", "toc 1", 22),
        ("Verzeichnis2", "toc 2", 20), ("Inhaltsverzeichnisberschrift", "TOC Heading", 28),
        ("Aufzhlungszeichen", "List Bullet", 22), ("Unterschrift", "Signature", 22),
        ("Kopfzeile", "header", 18), ("Fuzeile", "footer", 18),
    )
)  # fmt: skip
"""As a German Word names them: English names, German ids without umlauts."""
ENGLISH = (
    GERMAN.replace("Standard", "Normal").replace("berschrift", "Heading").replace("Titel", "Title")
)
CAPITAL = GERMAN.replace('"heading 1"', '"Heading 1"').replace('"heading 2"', '"Heading 2"')
"""As LibreOffice and others write them."""
LOCALISED = (
    GERMAN.replace('"heading 1"', '"Überschrift 1"').replace('"heading 2"', '"Überschrift 2"')
    .replace('"Title"', '"Titel"').replace('"Subtitle"', '"Untertitel"')
    .replace("berschrift1", "Absatz17").replace("berschrift2", "Absatz18")
)  # fmt: skip
"""As converters write them that translate what must not be translated."""
CLASHING = GERMAN + "".join(
    style(kind, id_, name, "")
    for kind, id_, name in (
        ("character", "Beitrag", "Beitrag"), ("paragraph", "Wer", "Wer"),
        ("paragraph", "Ergebnis", "Etwas anderes"), ("table", "Hinweis", "Hinweis"),
    )
)  # fmt: skip
NUMBERED = GERMAN.replace(
    '"heading 1"/>' + _BASED,
    '"heading 1"/>'
    + _BASED
    + '<w:pPr><w:keepNext/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>',
)
CHANGED = GERMAN.replace(
    "<w:qFormat/>",
    '<w:qFormat/><w:rsid w:val="00FC693F"/><w:rPr><w:b/><w:rPrChange w:id="7" w:author="Berta'
    ' Beispiel" w:date="2026-01-01T00:00:00Z"><w:rPr/></w:rPrChange></w:rPr>',
    1,
)
"""As Word writes a style that somebody changed."""
LISTS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle'
    ' w:val="berschrift1"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="7"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
)


def field_of(instruction: str, shown: str = "1") -> str:
    """The runs of a field."""
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        char.format("begin")
        + f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        + char.format("separate") + r(shown) + char.format("end")
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Made:
    """A template in pieces; ``file()`` puts them together."""

    body: str = p("Haus am Markt") + p("{{ protokoll }}")
    section: str = A4
    styles: str = GERMAN
    defaults: str = DEFAULTS
    header: str = ""
    footer: str = ""
    numbering: str = ""
    settings: str = ""
    theme: str = ""
    main: str = "word/document.xml"
    main_type: str = DOCUMENT_TYPE
    links: tuple[tuple[str, str, str], ...] = ()
    """Id, type, target; what has a colon is external."""
    extra: dict[str, bytes] = field(default_factory=dict)
    types: dict[str, str] = field(default_factory=dict)
    root: str = W

    def file(self) -> bytes:
        """The file."""
        memory = BytesIO()
        with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in self.parts().items():
                package.writestr(name, content)
        return memory.getvalue()

    def parts(self) -> dict[str, bytes]:
        """Its parts by name."""
        stories = {"header": self.header, "footer": self.footer}
        kept = {
            name: f"{HEAD}<w:{tag} {W}>{text}</w:{tag}>"
            for name, text in stories.items()
            if text
            for tag in ("hdr" if name == "header" else "ftr",)
        }
        if self.styles:
            kept["styles"] = f"{HEAD}<w:styles {W}>{self.defaults}{self.styles}</w:styles>"
        kept |= {"numbering": HEAD + self.numbering} if self.numbering else {}
        if self.settings:
            kept["settings"] = f"{HEAD}<w:settings {W}>{self.settings}</w:settings>"
        kept |= {"theme": HEAD + self.theme} if self.theme else {}
        references = "".join(
            f'<w:{name}Reference w:type="default" r:id="rId_{name}"/>'
            for name in stories
            if name in kept
        )
        section = f"<w:sectPr>{references}{self.section}</w:sectPr>" if self.section else ""
        document = (
            f"{HEAD}<w:document {self.root}><w:body>{self.body}{section}</w:body></w:document>"
        )
        relations = [(f"rId_{name}", name, f"/word/{name}.xml") for name in kept]
        folder, _, file = self.main.rpartition("/")
        return {
            "[Content_Types].xml": self._types(kept).encode(),
            "_rels/.rels": _relations([("rId1", "officeDocument", f"/{self.main}")]),
            self.main: document.encode(),
            f"{folder}/_rels/{file}.rels": _relations([*relations, *self.links]),
            **{f"word/{name}.xml": text.encode() for name, text in kept.items()},
            **self.extra,
        }

    def _types(self, kept: dict[str, str]) -> str:
        known = {f"word/{name}.xml": f"{WORD_TYPE}.{name}+xml" for name in kept if name != "theme"}
        known["word/theme.xml"] = "application/vnd.openxmlformats-officedocument.theme+xml"
        overrides = {self.main: self.main_type, **known, **self.types}
        named = "".join(
            f'<Override PartName="/{name}" ContentType="{kind}"/>'
            for name, kind in overrides.items()
        )
        return (
            f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>' + named + "</Types>"
        )


def _relations(links: list[tuple[str, str, str]]) -> bytes:
    made = "".join(
        f'<Relationship Id="{id_}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}"'
        f' Target="{target}" TargetMode="{"External" if ":" in target else "Internal"}"/>'
        for id_, kind, target in links
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'.encode()


_DRAWING = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
LOGO = (
    f'<w:r><w:drawing><wp:inline {_DRAWING}><wp:extent cx="360000" cy="360000"/>'
    '<wp:docPr id="1" name="Logo" descr="Logo des Hauses"/><a:graphic><a:graphicData'
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip r:embed="rId_logo"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom'
    ' prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing></w:r>"
)
TEXT_BOX = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-'
    'compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/'
    f'wordprocessingShape"><mc:Choice Requires="wps"><w:drawing><wp:inline {_DRAWING}>'
    '<wp:extent cx="1800000" cy="360000"/><wp:docPr id="2" name="Textfeld"/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>BOX</w:txbxContent>'
    "</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    '</mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="b"'
    ' style="width:142pt;height:28pt"><v:textbox><w:txbxContent>BOX</w:txbxContent></v:textbox>'
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def text_box(text: str) -> str:
    """A text box as Word writes it, twice: for itself and for older programs."""
    return TEXT_BOX.replace("BOX", text)


def control(content: str, properties: str = "") -> str:
    """A content control."""
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="77"/>{properties}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def table(*cells: str) -> str:
    """A table of one row."""
    grid = '<w:gridCol w:w="3000"/>' * len(cells)
    filled = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell in cells
    )
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{filled}</w:tr></w:tbl>"
    )


def section(layout: str) -> str:
    """A paragraph that ends a section."""
    return f"<w:p><w:pPr><w:sectPr>{layout}</w:sectPr></w:pPr></w:p>"


def theme(accent: str) -> str:
    """A theme with this accent."""
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{accent if name == "accent1" else "336699"}"/></a:{name}>'
        for name in ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink",
                     "folHlink")
    )  # fmt: skip
    fonts = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Haus">'
        f'<a:themeElements><a:clrScheme name="Haus">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Haus"><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}'
        f'</a:minorFont></a:fontScheme><a:fmtScheme name="Haus"><a:fillStyleLst>{fill * 3}'
        f"</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst><a:effectStyleLst>{effect * 3}"
        f"</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


PLAIN = Made()
_HEADER = p("Diakonie Musterstadt · {{ titel }}", "Kopfzeile")
_FOOTER = f"<w:p>{r('Seite ')}{field_of('PAGE')}{r(' – {{ stand }}')}</w:p>"
_LOGO = {
    "links": (("rId_logo", "image", "/word/media/logo.png"),),
    "extra": {"word/media/logo.png": coded(picture(12, 12), "PNG")},
}
_INSERTED = '<w:ins w:id="5" w:author="Berta Beispiel" w:date="2024-01-01T00:00:00Z">{}</w:ins>'
_DELETED = (
    '<w:del w:id="6" w:author="Berta Beispiel" w:date="2024-01-01T00:00:00Z">'
    "<w:r><w:delText>gestrichen</w:delText></w:r></w:del>"
)
_MADE: dict[str, Made] = {
    "german Word": PLAIN,
    "english Word": replace(PLAIN, styles=ENGLISH),
    "a changed style": replace(PLAIN, styles=CHANGED),
    "capital names": replace(PLAIN, styles=CAPITAL),
    "translated names": replace(PLAIN, styles=LOCALISED),
    "a dotx": replace(PLAIN, main_type=TEMPLATE_TYPE),
    "no placeholder": replace(PLAIN, body=p("Haus am Markt") + "<w:p/><w:p/>"),
    "an empty page": replace(PLAIN, body="<w:p/>"),
    "nothing at all": replace(PLAIN, body=""),
    "no styles": replace(PLAIN, styles="", body=p("{{ protokoll }}")),
    "Normal alone": replace(PLAIN, styles=NORMAL),
    "no default style": replace(PLAIN, styles=style("paragraph", "a", "Absatz", "")),
    "names that clash": replace(PLAIN, styles=CLASHING),
    "numbered headings": replace(PLAIN, styles=NUMBERED, numbering=LISTS),
    "lists of its own": replace(PLAIN, numbering=LISTS),
    "letterhead": replace(PLAIN, header=_HEADER, footer=_FOOTER),
    "logo": replace(PLAIN, body=f"<w:p>{LOGO}</w:p>" + p("{{ protokoll }}"), **_LOGO),  # type: ignore[arg-type]
    "split over runs": replace(
        PLAIN, body=split("{", "{ ti", "tel", " }}") + split("{{", " protokoll ", "}}")
    ),
    "text box": replace(PLAIN, body=text_box(p("{{ ort }}")) + p("{{ protokoll }}")),
    "content control": replace(
        PLAIN,
        body=control(p("{{ titel }}"), "<w:showingPlcHdr/>")
        + control(p("{{ protokoll }}"), "<w:showingPlcHdr/>"),
    ),
    "table": replace(PLAIN, body=table(p("{{ datum }}"), p("{{ ort }}")) + p("{{ protokoll }}")),
    "content in a table": replace(PLAIN, body=table(p("{{ protokoll }}"), p("rechts")) + "<w:p/>"),
    "content in a text box": replace(PLAIN, body=text_box(p("{{ protokoll }}")) + p("Ende")),
    "landscape": replace(PLAIN, section=LANDSCAPE),
    "several sections": replace(
        PLAIN, body=p("Deckblatt") + section(A4) + p("{{ protokoll }}") + section(LANDSCAPE)
        + p("Anhang"),
    ),
    "content ends a section": replace(
        PLAIN, body=f"<w:p><w:pPr><w:sectPr>{LANDSCAPE}</w:sectPr></w:pPr>"
        + r("{{ protokoll }}") + "</w:p>" + p("Anhang"),
    ),
    "two columns": replace(PLAIN, section=A4 + '<w:cols w:num="2" w:space="708"/>'),
    "content within a sentence": replace(PLAIN, body=p("Vorher {{ protokoll }} nachher")),
    "content twice": replace(PLAIN, body=p("{{ protokoll }}") + p("{{Protokoll}}")),
    "revisions": replace(
        PLAIN, body=f"<w:p>{_INSERTED.format(r('neu {{ ort }}'))}{_DELETED}</w:p>"
        + p("{{ protokoll }}"),
    ),
    "protected": replace(
        PLAIN, settings='<w:zoom w:percent="100"/><w:documentProtection w:edit="readOnly"'
        ' w:enforcement="1"/><w:rsids><w:rsidRoot w:val="00112233"/></w:rsids>',
    ),
    "another name of the main part": replace(PLAIN, main="word/document2.xml"),
    "theme": replace(PLAIN, theme=theme("8A1538")),
    "pale theme": replace(PLAIN, theme=theme("FFE08A")),
    "bookmarks": replace(
        PLAIN, body='<w:p><w:bookmarkStart w:id="9" w:name="Anrede"/>' + r("Haus")
        + '<w:bookmarkEnd w:id="9"/></w:p>' + p("{{ protokoll }}"),
    ),
    "unknown placeholders": replace(
        PLAIN, body=p("{{ tittel }} {{ telefon }}") + p("{{ protokoll }}")
    ),
    "personal fields": replace(
        PLAIN, footer="<w:p>" + field_of("AUTHOR", "Berta Beispiel")
        + field_of("FILENAME", "Brief von Berta") + "</w:p>",
    ),
}  # fmt: skip
TEMPLATES = {name: made.file() for name, made in _MADE.items()}
"""File by name."""
