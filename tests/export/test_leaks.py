"""A protected name is nowhere in what leaves: any kind, any option, any form of file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.people import ParticipantView
from app.domain.photos import MediaType, PhotoView
from app.domain.statements import NextStepView
from app.domain.text import fold
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind, StatementKind
from app.export.blocks import Document, SideBySide
from app.export.formats import MinutesFormat, writer_of
from app.export.minutes import compose
from tests.support.docx_checks import names_in_package
from tests.support.evening import CONTENTS, CREATED, uid
from tests.support.minutes import GERMAN, question, session_of, statement

FIRST = ("Zdenka", "Änne-Marie", "Jörg", "Siobhán", "Thea")
LAST = ("O’Quux", "Würzlbrandt", "von Ymbach-Öhl", "d'Xanten", "Größkämper")
NAMES = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
LEVELS = st.sampled_from(list(NamingLevel))
PRINTED = ("attribution", "times", "contents", "attendance_list", "signatures", "statement_kinds")
MORE = ("themes", "memos", "durations", "distribution", "photos", "evidence")


def drawn(document: Document) -> bytes:
    """Everything a PDF file would be drawn from, without Qt."""
    said = [document.properties.title, document.properties.subject]
    said += [document.page.first_header.text, document.page.header.text, document.page.footer.text]
    for block in document.blocks:
        parts = (*block.left, *block.right) if isinstance(block, SideBySide) else (block,)
        said += [repr(part) for part in parts]
    return f"%PDF-{said}".encode()


def people(names: list[str], levels: list[NamingLevel]) -> list[ParticipantView]:
    """One person for each name, none of them on the attendance list."""
    return [
        ParticipantView(
            uid=uid(f"person {number}"),
            person_uid=uid(f"human {number}"),
            name=name,
            organisation="Wunderwerk",
            organisation_kind=OrganisationKind.ASSOCIATION,
            role="Ehrenamt",
            naming=level,
            on_attendance_list=None,
            statement_count=1,
        )
        for number, (name, level) in enumerate(zip(names, levels, strict=True))
    ]


def record(names: list[str], levels: list[NamingLevel]) -> MinutesRecord:
    """Everybody says something of every sort, asks for a step and is named in a caption."""
    item, kinds = question(), list(StatementKind)
    participants = people(names, levels)
    said = [
        replace(
            statement(number, f"Herr {person.name} meint es gut", item),
            participant_uid=person.uid,
            kind=kinds[number % len(kinds)],
            is_result=number % 2 == 0,
            verbatim=number % 3 == 0,
            about=(person.uid,),
            memo=f"Rückfrage bei {person.name}",
            themes=("Räume",),
        )
        for number, person in enumerate(participants)
    ]
    steps = [
        NextStepView(uid(f"step {n}"), "Anrufen", person.name, None, None, "")
        for n, person in enumerate(participants)
    ]
    photo = PhotoView(
        uid("photo"), item.uid, 1, f"Karte von {names[0]}", "", 400, 300, MediaType.JPEG, "wide"
    )
    made = session_of(said, items=[item])
    return replace(
        made,
        participants=tuple(participants),
        next_steps=tuple(steps),
        photos=(photo,),
        photo_content=CONTENTS.get,
    )


def found(path: Path, names: list[str]) -> list[str]:
    """The names that stand anywhere in a file."""
    if path.suffix in {".docx", ".xlsx"}:
        return [hit.name for hit in names_in_package(path, names)]
    text = fold(path.read_text(encoding="utf-8"))
    return [name for name in names if fold(name) in text]


def written(made: MinutesRecord, options: MinutesOptions, form: MinutesFormat, to: Path) -> Path:
    path = to / f"protokoll{form.suffix}"
    writer_of(form, drawn)(made, options, GERMAN, path)
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for many examples."""
    return tmp_path_factory.mktemp("leaks")


@pytest.mark.parametrize("form", MinutesFormat)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_protected_name_is_nowhere(
    folder: Path, form: MinutesFormat, data: st.DataObject
) -> None:
    names = data.draw(st.lists(NAMES, min_size=1, max_size=4, unique=True))
    levels = data.draw(st.lists(LEVELS, min_size=len(names), max_size=len(names)))
    limit = data.draw(LEVELS)
    confidential = data.draw(st.booleans())
    choices: dict[str, Any] = {name: data.draw(st.booleans()) for name in (*PRINTED, *MORE)}
    kind = data.draw(st.sampled_from(list(MinutesKind)))
    options = MinutesOptions(
        kind, CREATED, naming_limit=limit, confidential=confidential, **choices
    )
    protected = [
        name
        for name, level in zip(names, levels, strict=True)
        if confidential or level is not NamingLevel.NAME or limit is not NamingLevel.NAME
    ]
    made = record(names, levels)
    assert found(written(made, options, form, folder), protected) == []


@pytest.mark.parametrize("form", MinutesFormat)
def test_a_name_that_may_be_printed_is_found(folder: Path, form: MinutesFormat) -> None:
    """The control: the same search on the same record with nobody protected."""
    names = ["Änne-Marie O’Quux", "Siobhán von Ymbach-Öhl"]
    made = record(names, [NamingLevel.NAME, NamingLevel.NAME])
    options = MinutesOptions(MinutesKind.FULL, CREATED)
    assert set(found(written(made, options, form, folder), names)) == set(names)


def test_a_level_that_is_passed_over_would_be_found(folder: Path) -> None:
    """The control: were the limit lost on the way, the name would stand there."""
    names = ["Jörg Würzlbrandt"]
    made = record(names, [NamingLevel.NAME])
    options = MinutesOptions(MinutesKind.FULL, CREATED, naming_limit=NamingLevel.ORGANISATION)
    path = written(made, options, MinutesFormat.XLSX, folder)
    assert found(path, names) == []
    path = written(
        made, replace(options, naming_limit=NamingLevel.NAME), MinutesFormat.XLSX, folder
    )
    assert found(path, names) == names


@pytest.mark.parametrize("kind", MinutesKind)
def test_no_kind_says_more_than_the_others(kind: MinutesKind) -> None:
    strict = MinutesOptions(kind, CREATED, confidential=True, photos=True, attribution=True)
    names = ["Thea Größkämper"]
    document = compose(record(names, [NamingLevel.NAME]), strict, GERMAN)
    text = fold(drawn(document).decode())
    assert fold(names[0]) not in text
    assert "wunderwerk" not in text
