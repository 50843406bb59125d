"""Builds ``resources/templates/minutes.docx``, the base of every Word document of the program.

Made from nothing instead of cleaned up from somebody's file: it holds only what we mean, and a
change of the look is a change in ``app/export/look.py`` that can be read. The built file is
committed; a test builds it again and compares.

    python packaging/build_template.py [FILE]
"""

import sys
from dataclasses import replace
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.export import look
from app.export.blocks import ParagraphRole
from app.export.look import Colour, ParagraphLook, RunLook, Tab

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

THEME_COLOURS = {
    "dk2": Colour.INK_2,
    "lt2": "F5F2EC",
    "accent1": Colour.PETROL,
    "accent2": Colour.INK_2,
    "accent3": Colour.INK_3,
    "accent4": Colour.RULE,
    "accent5": "1B5E3C",
    "accent6": "9B2226",
    "hlink": Colour.PETROL,
    "folHlink": Colour.INK_2,
}
THEME_OF = {
    Colour.PETROL: "accent1",
    Colour.INK_2: "text2",
    Colour.INK_3: "accent3",
    Colour.RULE: "accent4",
}
"""The theme colour that stands for each colour, so that the colour menu in Word fits."""

RESULT_BULLET, LIST_BULLET = 1, 2
NUMBERING_OF = {
    "Ergebnis": RESULT_BULLET,
    "Ergebnis mit Zusatz": RESULT_BULLET,
    "Blatt Ergebnis": RESULT_BULLET,
    "Blatt Ergebnis mit Antwort": RESULT_BULLET,
    "List Bullet": LIST_BULLET,
    "Blatt Liste": LIST_BULLET,
}
BUILT_IN = {
    "Title", "Subtitle", "heading 1", "heading 2", "Quote", "List Bullet", "TOC Heading",
    "toc 1", "toc 2", "Signature", "caption", "header", "footer",
}  # fmt: skip
NEXT = {
    "Dachzeile": "Title",
    "Title": "Subtitle",
    "heading 1": "Zusammenfassung",
    "heading 2": "Beitrag",
    "Ergebnis": "Ergebnis ohne Nummer",
    "Ergebnis mit Zusatz": "Ergebniszusatz",
    "Ergebniszusatz mit weiterem": "Ergebniszusatz",
    "Ergebniszusatz": "Ergebnis ohne Nummer",
    "Beitrag": "Beitrag ohne Nummer",
    "Beitrag mit Zusatz": "Beitragszusatz",
    "Zitat mit Zusatz": "Beitragszusatz",
    "Beitragszusatz": "Beitrag ohne Nummer",
    "Signature": "Unterschrift Name",
}
"""What follows on Enter, where it is not the same style again."""


def twips(centimetres: float) -> int:
    """Centimetres as twentieths of a point."""
    return round(centimetres / 2.54 * 1440)


def style_id(name: str) -> str:
    """The id of a style as Word itself would make it from the name."""
    if name.startswith("toc "):
        return f"TOC{name[4:]}"
    return "".join(word[:1].upper() + word[1:] for word in name.split())


def colour(value: Colour) -> str:
    """The colour of text; nothing for automatic."""
    return f'<w:color w:val="{value}" w:themeColor="{THEME_OF[value]}"/>' if value else ""


def border(side: str, eighths: int, value: Colour, space: int = 0) -> str:
    """One line of a border, ``eighths`` of a point thick."""
    return (
        f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{value}"'
        f' w:themeColor="{THEME_OF[value]}"/>'
    )


def run_properties(*, bold: bool, italic: bool, ink: Colour, size: float) -> str:
    """``w:rPr`` of a style; ``size`` 0 leaves the size alone."""
    parts = "<w:b/><w:bCs/>" * bold + "<w:i/><w:iCs/>" * italic + colour(ink)
    if size:
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return f"<w:rPr>{parts}</w:rPr>" if parts else ""


def tab(stop: Tab) -> str:
    """One tab stop."""
    leader = f' w:leader="{stop.leader}"' if stop.leader else ""
    side = "right" if stop.right else "left"
    return f'<w:tab w:val="{side}"{leader} w:pos="{twips(stop.at)}"/>'


def borders_of(name: str) -> str:
    """The rules around the head and above the footer."""
    if name == "Protokollkopf":
        sides = border("top", 6, Colour.PETROL, 6) + border("bottom", 6, Colour.PETROL, 6)
        return f"<w:pBdr>{sides}</w:pBdr>"
    if name == "footer":
        return f"<w:pBdr>{border('top', 4, Colour.RULE, 6)}</w:pBdr>"
    return ""


def paragraph_properties(style: ParagraphLook) -> str:
    """``w:pPr`` of a style."""
    number = NUMBERING_OF.get(style.name)
    parts = [
        "<w:keepNext/>" * style.keep_next,
        "<w:keepLines/>" * style.keep_lines,
        f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else "",
        borders_of(style.name),
        f"<w:tabs>{''.join(map(tab, style.tabs))}</w:tabs>" if style.tabs else "",
        spacing(style),
        indent(style),
        f'<w:outlineLvl w:val="{style.outline - 1}"/>' if style.outline else "",
    ]
    return f"<w:pPr>{''.join(parts)}</w:pPr>"


def spacing(style: ParagraphLook) -> str:
    """``w:spacing``."""
    return (
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}"'
        f' w:line="{round(style.line * 240)}" w:lineRule="auto"/>'
    )


def indent(style: ParagraphLook) -> str:
    """``w:ind``, or nothing."""
    sides = {"left": style.left, "right": style.right, "hanging": style.hanging}
    values = "".join(f' w:{side}="{twips(value)}"' for side, value in sides.items() if value)
    return f"<w:ind{values}/>" if values else ""


def paragraph_style(style: ParagraphLook) -> str:
    """One paragraph style."""
    custom = "" if style.name in BUILT_IN else ' w:customStyle="1"'
    following = NEXT.get(style.name)
    hidden = style.name in {"toc 1", "toc 2", "TOC Heading", "header", "footer"}
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{style_id(following)}"/>' if following else "")
        + f'<w:uiPriority w:val="{39 if hidden else 9}"/>'
        + ("<w:unhideWhenUsed/>" if hidden else "<w:qFormat/>")
        + paragraph_properties(style)
        + run_properties(bold=style.bold, italic=False, ink=style.colour, size=style.size)
        + "</w:style>"
    )


def without_number(style: ParagraphLook) -> ParagraphLook:
    """What a writer gets on Enter: the text at the same place, without number and bullet."""
    return replace(
        style, name=f"{style.name} ohne Nummer", hanging=0, tabs=(), bullet=False, keep_lines=False
    )


def character_style(style: RunLook) -> str:
    """One character style."""
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id(style.name)}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:uiPriority w:val="10"/><w:qFormat/>'
        + run_properties(bold=style.bold, italic=style.italic, ink=style.colour, size=style.size)
        + "</w:style>"
    )


def table_style() -> str:
    """Rules above, below the head and at the end, hairlines between, no vertical lines."""
    margin = twips(look.CELL_MARGIN)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{look.TABLE_STYLE}">'
        f'<w:name w:val="{look.TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/>'
        '<w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>'
        + border("top", 8, Colour.PETROL)
        + border("bottom", 8, Colour.PETROL)
        + border("insideH", 4, Colour.RULE)
        + f'</w:tblBorders><w:tblCellMar><w:left w:w="{margin}" w:type="dxa"/>'
        f'<w:right w:w="{margin}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        + border("top", 8, Colour.PETROL)
        + border("bottom", 8, Colour.PETROL)
        + "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


DEFAULTS = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"'
    ' w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
    '<w:lang w:val="de-DE" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
)

BASIC_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:qFormat/><w:pPr><w:widowControl/><w:spacing w:after="120" w:line="276"'
    ' w:lineRule="auto"/></w:pPr></w:style>'
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0"'
    ' w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
    '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    "</w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)


def styles() -> str:
    """``word/styles.xml``."""
    numbered = (ParagraphRole.RESULT, ParagraphRole.STATEMENT)
    paragraphs = [
        *look.PARAGRAPHS.values(),
        *(without_number(look.PARAGRAPHS[role]) for role in numbered),
    ]
    return (
        f"{HEAD}<w:styles {W}>{DEFAULTS}{BASIC_STYLES}"
        + "".join(map(paragraph_style, paragraphs))
        + "".join(map(character_style, look.RUNS.values()))
        + f"{table_style()}</w:styles>"
    )


def bullet_list(number: int, *, suffix: str, left: float) -> str:
    """One list definition with a bullet; what follows the bullet is a space or a tab."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>'
        f'<w:suff w:val="{suffix}"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(left)}"/></w:pPr>'
        f"<w:rPr>{colour(Colour.PETROL)}</w:rPr></w:lvl></w:abstractNum>"
    )


def numbering() -> str:
    """``word/numbering.xml``."""
    return (
        f"{HEAD}<w:numbering {W}>"
        + bullet_list(RESULT_BULLET, suffix="space", left=look.MARGIN_COLUMN)
        + bullet_list(LIST_BULLET, suffix="tab", left=0.5)
        + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
            for number in (RESULT_BULLET, LIST_BULLET)
        )
        + "</w:numbering>"
    )


def document() -> str:
    """``word/document.xml``: one page format, one paragraph where the content goes."""
    return (
        f"{HEAD}<w:document {W} {R}><w:body><w:p/><w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId10"/>'
        '<w:headerReference w:type="first" r:id="rId11"/>'
        '<w:footerReference w:type="default" r:id="rId12"/>'
        '<w:footerReference w:type="first" r:id="rId13"/>'
        f'<w:pgSz w:w="{twips(look.PAGE_WIDTH)}" w:h="{twips(look.PAGE_HEIGHT)}"/>'
        f'<w:pgMar w:top="{twips(look.MARGIN_TOP)}" w:right="{twips(look.MARGIN_RIGHT)}"'
        f' w:bottom="{twips(look.MARGIN_BOTTOM)}" w:left="{twips(look.MARGIN_LEFT)}"'
        f' w:header="{twips(look.HEADER_DISTANCE)}" w:footer="{twips(look.FOOTER_DISTANCE)}"'
        ' w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def edge(element: str, style: str) -> str:
    """A header or footer with one paragraph that the program fills."""
    return (
        f'{HEAD}<w:{element} {W} {R}><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'
        f"</w:{element}>"
    )


SETTINGS = (
    f'{HEAD}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
    '<w:compatSetting w:name="compatibilityMode"'
    ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="de-DE"/><w:clrSchemeMapping w:bg1="light1" w:t1="dark1"'
    ' w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2" w:accent3="accent3"'
    ' w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"'
    ' w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val=","/>'
    '<w:listSeparator w:val=";"/></w:settings>'
)

FONTS = (
    f'{HEAD}<w:fonts {W}><w:font w:name="{look.FONT}"><w:panose1 w:val="020F0502020204030204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)


def theme() -> str:
    """``word/theme/theme1.xml``: our colours, one typeface, plain effects."""
    rest = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in THEME_COLOURS.items()
    )
    face = f'<a:latin typeface="{look.FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = "".join(
        f'<a:ln w="{width}">{fill}<a:prstDash val="solid"/></a:ln>'
        for width in (6350, 12700, 19050)
    )
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' name="Quartiersdialog"><a:themeElements><a:clrScheme name="Quartiersdialog">'
        '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
        f'<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>{rest}</a:clrScheme>'
        f'<a:fontScheme name="Quartiersdialog"><a:majorFont>{face}</a:majorFont>'
        f"<a:minorFont>{face}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Quartiersdialog"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


RELATIONSHIPS = {
    "rId1": ("styles", "styles.xml"),
    "rId2": ("settings", "settings.xml"),
    "rId3": ("numbering", "numbering.xml"),
    "rId4": ("fontTable", "fontTable.xml"),
    "rId5": ("theme", "theme/theme1.xml"),
    "rId10": ("header", "header1.xml"),
    "rId11": ("header", "header2.xml"),
    "rId12": ("footer", "footer1.xml"),
    "rId13": ("footer", "footer2.xml"),
}


def relationships(entries: dict[str, tuple[str, str]]) -> str:
    """A ``.rels`` part: id → (type, target)."""
    lines = "".join(
        f'<Relationship Id="{key}" Type="{kind if ":" in kind else f"{OFFICE}/{kind}"}"'
        f' Target="{target}"/>'
        for key, (kind, target) in entries.items()
    )
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def content_types() -> str:
    """``[Content_Types].xml``."""
    types = {
        "/word/document.xml": f"{WORD_TYPE}.document.main+xml",
        "/word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": (
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
        ),
    }
    for kind, target in RELATIONSHIPS.values():
        types.setdefault(f"/word/{target}", f"{WORD_TYPE}.{kind}+xml")
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in types.items()
    )
    return (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


CORE = (
    f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"/>'
)
APP = (
    f'{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    'extended-properties"><Application>Quartiersdialog</Application></Properties>'
)


def parts() -> dict[str, str]:
    """Every part of the package with its content, in the order of the file."""
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            {
                "rId1": ("officeDocument", "word/document.xml"),
                "rId2": (
                    f"{PACKAGE}/relationships/metadata/core-properties",
                    "docProps/core.xml",
                ),
                "rId3": ("extended-properties", "docProps/app.xml"),
            }
        ),
        "docProps/core.xml": CORE,
        "docProps/app.xml": APP,
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships(RELATIONSHIPS),
        "word/styles.xml": styles(),
        "word/settings.xml": SETTINGS,
        "word/numbering.xml": numbering(),
        "word/fontTable.xml": FONTS,
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": edge("hdr", "Header"),
        "word/header2.xml": edge("hdr", "Header"),
        "word/footer1.xml": edge("ftr", "Footer"),
        "word/footer2.xml": edge("ftr", "Footer"),
    }


def build(path: Path) -> None:
    """Write the template; the same input gives the same bytes."""
    with ZipFile(path, "w") as package:
        for name, content in parts().items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "resources" / "templates" / "minutes.docx"
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
