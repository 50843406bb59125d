"""Builds ``resources/templates/sheets.docx``, the base of the papers for the room.

From the same parts as the template of the minutes; only the styles and the page are others.

    python packaging/build_sheets.py [FILE]
"""

import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.export.sheets import LOOKS, SheetLook

ROOT = Path(__file__).resolve().parent.parent

_EDGES = ("header", "footer")


def _minutes_builder() -> ModuleType:
    """``build_template``, which is a script and no package."""
    path = Path(__file__).with_name("build_template.py")
    spec = spec_from_file_location("build_template", path)
    assert spec is not None  # noqa: S101 - the file stands beside this one
    assert spec.loader is not None  # noqa: S101 - as every Python file
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


base = _minutes_builder()


def paragraph_style(look: SheetLook) -> str:
    """One style, with the page it begins and its alignment at their places in ``w:pPr``."""
    style: str = base.paragraph_style(look.style)
    if look.new_page:
        keep = "<w:keepLines/>" if look.style.keep_lines else "<w:keepNext/>"
        style = style.replace(keep, f"{keep}<w:pageBreakBefore/>", 1)
    if look.centred:
        style = style.replace("</w:pPr>", '<w:jc w:val="center"/></w:pPr>', 1)
    return style


def styles() -> str:
    """``word/styles.xml``."""
    return (
        f"{base.HEAD}<w:styles {base.W}>{base.DEFAULTS}{base.BASIC_STYLES}"
        + "".join(map(paragraph_style, LOOKS.values()))
        + "</w:styles>"
    )


def parts() -> dict[str, str]:
    """The parts of the minutes without headers, footers and lists."""
    related = {key: entry for key, entry in base.RELATIONSHIPS.items() if entry[0] not in _EDGES}
    vars(base)["RELATIONSHIPS"] = related
    found: dict[str, str] = base.parts()
    found["word/document.xml"] = (
        f"{base.HEAD}<w:document {base.W}><w:body><w:p/></w:body></w:document>"
    )
    found["word/styles.xml"] = styles()
    return {name: text for name, text in found.items() if not name.startswith(_dropped())}


def _dropped() -> tuple[str, ...]:
    return tuple(f"word/{edge}" for edge in _EDGES)


def build(path: Path) -> None:
    """Write the template; the same input gives the same bytes."""
    with ZipFile(path, "w") as package:
        for name, content in parts().items():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, content)


if __name__ == "__main__":
    default = ROOT / "resources" / "templates" / "sheets.docx"
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
