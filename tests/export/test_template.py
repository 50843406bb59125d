"""The base template: built from one description, without the faults of others."""

import runpy
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from app.export import look
from app.export.docx.package import Package
from app.paths import resource
from tests.support.docx_checks import W, assert_sound, leftovers, parts, read

TEMPLATE = resource("templates", "minutes.docx")
BUILDER = Path(__file__).parents[2] / "packaging" / "build_template.py"


def test_the_committed_template_is_what_the_description_gives(tmp_path: Path) -> None:
    built = tmp_path / "built.docx"
    runpy.run_path(str(BUILDER))["build"](built)
    assert parts(built) == parts(TEMPLATE), "run: python packaging/build_template.py"


def test_building_it_again_gives_the_same_file(tmp_path: Path) -> None:
    build = runpy.run_path(str(BUILDER))["build"]
    build(tmp_path / "one.docx")
    build(tmp_path / "two.docx")
    assert (tmp_path / "one.docx").read_bytes() == (tmp_path / "two.docx").read_bytes()


def test_it_has_none_of_the_faults_of_other_templates() -> None:
    names = set(parts(TEMPLATE))
    assert not {name for name in names if "thumbnail" in name or "stylesWithEffects" in name}
    assert leftovers(TEMPLATE) == []
    settings = parts(TEMPLATE)["word/settings.xml"].decode()
    assert '<w:zoom w:percent="100"/>' in settings
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert "updateFields" not in settings
    styles = parts(TEMPLATE)["word/styles.xml"].decode()
    assert '<w:lang w:val="de-DE"' in styles
    assert "ja-JP" not in styles


def test_every_style_of_the_look_is_in_it_with_exactly_its_settings() -> None:
    styles = etree.fromstring(parts(TEMPLATE)["word/styles.xml"])
    by_name = {
        style.find(f"{W}name").get(f"{W}val"): style  # type: ignore[union-attr]
        for style in styles.iter(f"{W}style")
    }
    for style in look.PARAGRAPHS.values():
        found = by_name[style.name]
        spacing = found.find(f"{W}pPr/{W}spacing")
        assert spacing is not None, style.name
        assert spacing.get(f"{W}before") == str(round(style.before * 20)), style.name
        assert spacing.get(f"{W}after") == str(round(style.after * 20)), style.name
        assert spacing.get(f"{W}line") == str(round(style.line * 240)), style.name
        size = found.find(f"{W}rPr/{W}sz")
        assert size is not None, style.name
        assert size.get(f"{W}val") == str(round(style.size * 2)), style.name
    assert {run.name for run in look.RUNS.values()} < set(by_name)
    assert look.TABLE_STYLE in by_name


def test_the_smallest_letters_have_nine_points() -> None:
    sizes = [style.size for style in look.PARAGRAPHS.values()]
    sizes += [run.size for run in look.RUNS.values() if run.size]
    assert min(sizes) == 9


@pytest.mark.parametrize("colour", [c for c in look.Colour if c and c is not look.Colour.RULE])
def test_every_colour_of_text_has_contrast_on_white(colour: look.Colour) -> None:
    assert contrast_on_white(colour) >= 4.5


def test_the_hairlines_alone_have_less() -> None:
    """The measure tells a difference."""
    assert contrast_on_white(look.Colour.RULE) < 3


def contrast_on_white(colour: look.Colour) -> float:
    """As in WCAG."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    luminance = sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 1.05 / (luminance + 0.05)


def test_it_is_a4_with_a_first_page_of_its_own() -> None:
    section = read(TEMPLATE).sections[0]
    assert section.different_first_page_header_footer
    sizes = (section.page_width, section.page_height, section.left_margin, section.right_margin)
    assert [round(size.cm, 1) for size in sizes if size is not None] == [21.0, 29.7, 2.5, 2.0]


def test_styles_are_found_by_name_whatever_their_id(tmp_path: Path) -> None:
    """A German Word calls the id of a heading ``berschrift1``."""
    german = tmp_path / "german.docx"
    with zipfile.ZipFile(german, "w") as package:
        for name, content in parts(TEMPLATE).items():
            package.writestr(name, content.replace(b'"Heading1"', b'"berschrift1"'))
    assert Package(german).style_id("heading 1") == "berschrift1"


def test_a_document_of_the_template_alone_is_sound(tmp_path: Path) -> None:
    document = read(TEMPLATE)
    document.paragraphs[0].add_run("Text")
    document.save(str(tmp_path / "plain.docx"))
    assert_sound(tmp_path / "plain.docx")
