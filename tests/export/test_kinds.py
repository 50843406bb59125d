"""Five kinds of minutes from one record: they agree, and each has what is its own."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import pytest

from app.domain.minutes import MinutesOptions, MinutesRecord, WithoutResults, printed_statements
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, StatementKind
from app.export.blocks import Block, Paragraph, Picture, SideBySide
from tests.support.docx_checks import assert_sound, parts, read
from tests.support.evening import CONTENTS, CREATED, evening, options
from tests.support.minutes import blocks, lines, question, session_of, statement, written

NUMBER = re.compile(r"STU-[A-Z0-9]+-\d+")
SHORT, FULL = options(MinutesKind.SHORT), options(MinutesKind.FULL)
PHOTO, RESULTS = options(MinutesKind.PHOTO), options(MinutesKind.RESULTS)


def said(record: MinutesRecord, chosen: MinutesOptions) -> list[StatementView]:
    return [s for item in record.items for s in printed_statements(record, item, chosen)]


def paragraphs(made: Iterable[Block]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for block in made:
        if isinstance(block, SideBySide):
            found += [*(p for p in block.left if isinstance(p, Paragraph)), *block.right]
        elif isinstance(block, Paragraph):
            found.append(block)
    return found


def numbers(record: MinutesRecord, chosen: MinutesOptions) -> list[str]:
    """The evidence numbers at the beginning of paragraphs, in order."""
    texts = [p.text for p in paragraphs(blocks(record, chosen))]
    return [found.group() for text in texts if (found := NUMBER.match(text))]


@pytest.mark.parametrize("kind", [kind for kind in MinutesKind if kind is not MinutesKind.RESULTS])
def test_a_document_holds_what_was_chosen_for_it_and_nothing_twice(kind: MinutesKind) -> None:
    record, chosen = evening(), options(kind)
    found = numbers(record, chosen)
    assert len(found) == len(set(found))
    assert set(found) == {s.evidence for s in said(record, chosen)}


def test_the_counts_agree_across_kinds() -> None:
    record = evening()
    noted = {
        kind: replace(options(kind), without_results=WithoutResults.NOTE) for kind in MinutesKind
    }
    held = {kind: {s.uid for s in said(record, chosen)} for kind, chosen in noted.items()}
    assert held[MinutesKind.SUMMARY] == held[MinutesKind.RESULTS]
    assert held[MinutesKind.SUMMARY] < held[MinutesKind.SHORT] < held[MinutesKind.FULL]
    assert held[MinutesKind.FULL] == held[MinutesKind.PHOTO]


# Kurzprotokoll


def short(*statements: StatementView, results: WithoutResults = WithoutResults.NOTE) -> list[str]:
    chosen = replace(SHORT, without_results=results)
    return [s.text for s in said(session_of(statements), chosen)]


def test_agreements_questions_quotes_and_the_first_of_a_theme_are_proposed() -> None:
    assert short(
        statement(1, "nichts"),
        replace(statement(2, "Vereinbarung"), kind=StatementKind.AGREEMENT),
        replace(statement(3, "Frage"), kind=StatementKind.QUESTION),
        replace(statement(4, "Zitat"), verbatim=True),
        replace(statement(5, "erstes zu Räumen"), themes=("Räume",)),
        replace(statement(6, "zweites zu Räumen"), themes=("Räume",)),
        replace(statement(7, "Ergebnis"), is_result=True),
    ) == ["Vereinbarung", "Frage", "Zitat", "erstes zu Räumen", "Ergebnis"]


def test_what_was_ticked_or_unticked_holds() -> None:
    assert short(
        replace(statement(1, "dazu"), in_short=True),
        replace(statement(2, "nicht"), verbatim=True, in_short=False),
    ) == ["dazu"]


def test_a_theme_is_proposed_once_in_a_session() -> None:
    items = [question(1), question(2)]
    two = [
        replace(statement(n, f"zu Frage {n}", item), themes=("Räume",))
        for n, item in enumerate(items, start=1)
    ]
    chosen = replace(SHORT, without_results=WithoutResults.NOTE)
    assert [s.text for s in said(session_of(two, items=items), chosen)] == ["zu Frage 1"]


def test_a_question_where_nothing_is_chosen_is_not_silent() -> None:
    record = session_of([statement(1, "nur dies")])
    assert "nur dies" in "\n".join(lines(record, SHORT))
    noted = "\n".join(lines(record, replace(SHORT, without_results=WithoutResults.NOTE)))
    assert "keine Ergebnisse festgehalten" in noted


# Fotoprotokoll


def test_photos_stand_at_their_item_with_the_typed_list_beside_them() -> None:
    sides = [block for block in blocks(evening(), PHOTO) if isinstance(block, SideBySide)]
    assert [len([p for p in side.left if isinstance(p, Picture)]) for side in sides] == [2, 1]
    captions = [p.text for p in sides[0].left if isinstance(p, Paragraph)]
    assert captions == ["Foto\u00a01: Karten zur Frage nach dem Anlass", "Foto\u00a02"]
    beside = [NUMBER.match(p.text) for p in sides[0].right]
    assert [found.group() for found in beside if found] == [f"STU-2-{n}" for n in range(1, 6)]


@pytest.mark.parametrize("chosen", [PHOTO, replace(FULL, photos=True)], ids=["photo", "annex"])
def test_the_bytes_of_a_photo_are_stored_once_and_as_they_are(
    chosen: MinutesOptions, tmp_path: Path
) -> None:
    path = written(evening(), chosen, tmp_path / "a.docx")
    assert_sound(path)
    media = [content for name, content in parts(path).items() if name.startswith("word/media/")]
    assert sorted(media) == sorted(CONTENTS.values())
    with ZipFile(path) as package:
        stored = [i for i in package.infolist() if i.filename.startswith("word/media/")]
    assert {info.compress_type for info in stored} == {ZIP_STORED}
    body = parts(path)["word/document.xml"].decode()
    assert body.count("<w:drawing>") == 3
    assert 'descr="Neun Karten an einer Wand"' in body
    assert 'descr="Foto 2"' in body


def test_without_the_wish_there_are_no_photos(tmp_path: Path) -> None:
    path = written(evening(), FULL, tmp_path / "a.docx")
    assert not [name for name in parts(path) if name.startswith("word/media/")]


# Ergebnisblatt


def long_evening(results: int) -> MinutesRecord:
    items = [question(number) for number in range(1, 9)]
    statements = [
        replace(statement(n * 100 + i, f"Ergebnis {n}.{i}", item), is_result=True)
        for n, item in enumerate(items, start=1)
        for i in range(results)
    ]
    return session_of(statements, items=items)


def test_a_short_sheet_prints_every_result() -> None:
    found = lines(long_evening(2), RESULTS)
    assert sum("Ergebnis " in line for line in found) == 16
    assert not any("Aus Platzgründen" in line for line in found)


def test_a_long_one_keeps_to_one_page_and_says_what_is_missing(tmp_path: Path) -> None:
    record = long_evening(30)
    found = lines(record, RESULTS)
    shown = sum("Ergebnis " in line for line in found)
    assert shown >= 16
    assert f"Aus Platzgründen nur im Protokoll: {240 - shown} Ergebnisse." in found
    path = written(record, RESULTS, tmp_path / "blatt.docx")
    assert_sound(path)
    footer = read(path).sections[0].footer.paragraphs[0].text
    assert footer.endswith("von\u00a01")


def test_no_more_is_left_out_than_has_no_room() -> None:
    """Halving alone would leave half a page empty."""
    (item,) = items = [question(1)]

    def shown(count: int) -> int:
        said = [
            replace(statement(n, f"Ergebnis {n}: {TEXT} {TEXT}", item), is_result=True)
            for n in range(count)
        ]
        return sum("Ergebnis " in line for line in lines(session_of(said, items=items), RESULTS))

    most = shown(100)
    assert shown(most) == most
    assert most <= shown(most + 1) <= most + 1, "the line about what is missing takes room"
    assert shown(2 * most - 1) == most


def with_steps(record: MinutesRecord, count: int) -> MinutesRecord:
    (first, *_) = evening().next_steps
    steps = [replace(first, uid=f"step {n}", text=f"Schritt {n}: {TEXT}") for n in range(count)]
    return replace(record, next_steps=tuple(steps))


TEXT = (
    "Versicherungsschutz des Fahrdienstes prüfen und die Antwort an alle weitergeben, die fragten"
)


def test_a_sheet_with_many_steps_keeps_to_one_page_too() -> None:
    opening = next(item for item in evening().items if not item.number)
    asked = [question(number) for number in range(1, 9)]
    said_there = [
        replace(statement(n * 100 + i, f"Ergebnis {n}.{i}", item), is_result=True)
        for n, item in enumerate(asked, start=1)
        for i in range(3)
    ]
    aside = replace(statement(9999, "Nebenbei gesagt", opening), is_result=True)
    record = session_of([aside, *said_there], items=[opening, *asked])
    found = lines(with_steps(record, 3), RESULTS)
    assert any("Nebenbei gesagt" in line for line in found)
    found = lines(with_steps(record, 18), RESULTS)
    assert not any("Nebenbei gesagt" in line for line in found)
    shown = sum("Schritt " in line for line in found)
    assert 2 <= shown < 18
    missing = f"17 Ergebnisse, {18 - shown} nächste Schritte."
    assert f"Aus Platzgründen nur im Protokoll: {missing}" in found
    assert sum("Ergebnis " in line for line in found) == 8  # each question has one


def test_a_star_stays_on_the_sheet_before_what_is_only_recommended() -> None:
    items = [question(number) for number in range(1, 9)]
    recommended = [
        replace(statement(i, f"Empfohlen {i}", items[7]), kind=StatementKind.RECOMMENDATION)
        for i in range(60)
    ]
    starred = replace(statement(99, "Mit Stern", items[7]), is_result=True)
    found = lines(session_of([*recommended, starred], items=items), RESULTS)
    assert any("Aus Platzgründen" in line for line in found)
    shown = [line for line in found if "Empfohlen" in line or "Mit Stern" in line]
    assert "Empfohlen 0" in shown[0]
    assert "Mit Stern" in shown[-1]


def test_where_there_are_no_pages_nothing_is_left_out() -> None:
    found = lines(long_evening(30), replace(RESULTS, paged=False))
    assert sum("Ergebnis " in line for line in found) == 240


def test_the_sheet_says_what_the_room_said(tmp_path: Path) -> None:
    record = session_of(
        [
            replace(statement(1, "klar"), is_result=True, assent=12),
            replace(statement(2, "strittig"), is_result=True, assent=9, dissent=4),
            replace(statement(3, "offen"), is_result=True),
        ]
    )
    found = [line.split("\t") for line in lines(record, RESULTS)]
    assert ["STU-1-1", "Zustimmung 12", "klar"] in found
    assert ["STU-1-2", "strittig 9 : 4", "strittig"] in found
    assert ["STU-1-3", "", "offen"] in found
    assert_sound(written(record, RESULTS, tmp_path / "blatt.docx"))


# What goes in


def with_all(chosen: MinutesOptions, *names: str, wanted: bool = True) -> MinutesOptions:
    changes: dict[str, Any] = dict.fromkeys(names, wanted)
    return replace(chosen, **changes)


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("times", "Uhr –"),
        ("statement_kinds", "Hemmnis:"),
        ("evidence", "STU-6-2"),
        ("distribution", "Steuerungskreis"),
        ("signatures", "Unterschriften"),
        ("attribution", "Karin Weiß ("),
    ],
)
def test_what_is_not_wanted_is_not_there(name: str, gone: str) -> None:
    assert gone in "\n".join(lines(evening(), FULL))
    assert gone not in "\n".join(lines(evening(), with_all(FULL, name, wanted=False)))


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("themes", "Themen: Räume, Personal"),
        ("memos", "Vermerk: nachfragen"),
    ],
)
def test_what_is_wanted_is_there(name: str, there: str) -> None:
    one = replace(statement(1, "gesagt"), themes=("Räume", "Personal"), memo="nachfragen")
    record = session_of([one])
    assert there not in "\n".join(lines(record, FULL))
    assert there in "\n".join(lines(record, with_all(FULL, name)))


@pytest.mark.parametrize("kind", MinutesKind)
def test_with_everything_a_file_is_sound(kind: MinutesKind, tmp_path: Path) -> None:
    everything = MinutesOptions(
        kind, CREATED, attribution=True, times=True, themes=True, memos=True, durations=True,
        photos=True,
    )  # fmt: skip
    assert_sound(written(evening(), everything, tmp_path / "a.docx"))
