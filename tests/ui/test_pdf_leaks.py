"""A protected name is nowhere in a PDF file: neither on its pages nor in what it says of itself."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.text import fold
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.services.preview import compose
from tests.export.test_leaks import LEVELS, NAMES, record
from tests.export.test_name_leaks import Evening, evenings, taken
from tests.support.evening import options
from tests.support.minutes import GERMAN
from ui.drawing import draw
from ui.print import Paper

CODINGS = ("utf-8", "utf-16-be", "latin-1")


def pages_of(evening: Evening) -> str:
    """All that is painted, heads and feet too."""
    document = compose(evening.record, evening.options, GERMAN)
    paper = Paper(document.page, tuple(document.blocks))
    paper.build()
    page = document.page
    edges = (page.first_header.text, page.header.text, page.footer.text)
    return fold("\n".join((paper.document.toPlainText(), *edges)))


def file_of(evening: Evening) -> bytes:
    """The PDF file; what it says about itself is not compressed."""
    return draw(compose(evening.record, evening.options, GERMAN))


def found(evening: Evening, names: Sequence[str]) -> set[str]:
    pages, file = pages_of(evening), file_of(evening)
    painted = {name for name in names if fold(name) in pages}
    told = {name for name in names for coded in _coded(name) if coded in file}
    return painted | told


def _coded(name: str) -> list[bytes]:
    """The name as a PDF file may hold it."""
    return [name.encode(coding, "ignore") for coding in CODINGS]


@pytest.mark.usefixtures("qtbot")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(evenings())
def test_no_protected_name_is_in_a_pdf(evening: Evening) -> None:
    assert found(taken(evening), evening.protected) == set()


@pytest.mark.usefixtures("qtbot")
@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(NAMES, min_size=1, max_size=3, unique=True), LEVELS, st.data())
def test_no_level_is_passed_over(names: list[str], limit: NamingLevel, data: st.DataObject) -> None:
    levels = data.draw(st.lists(LEVELS, min_size=len(names), max_size=len(names)))
    chosen = options(data.draw(st.sampled_from(list(MinutesKind))))
    evening = Evening(record(names, levels), replace(chosen, naming_limit=limit, photos=True))
    protected = [
        name
        for name, level in zip(names, levels, strict=True)
        if level is not NamingLevel.NAME or limit is not NamingLevel.NAME
    ]
    assert found(evening, protected) == set()


@pytest.mark.usefixtures("qtbot")
def test_a_name_that_may_be_printed_is_found() -> None:
    """The control, on the pages and in the title of the file."""
    names = ["Änne-Marie O’Quux"]
    made = record(names, [NamingLevel.NAME])
    evening = Evening(made, options(MinutesKind.FULL))
    assert found(evening, names) == set(names)
    titled = replace(made, session=replace(made.session, title=f"Bei {names[0]}"))
    file = file_of(Evening(titled, options(MinutesKind.FULL)))
    assert any(coded in file for coded in _coded(names[0]))
