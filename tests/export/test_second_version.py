"""Logos, list of changes and deadline in every kind and form, sound and with their names."""

from dataclasses import replace
from pathlib import Path

import docx
import pytest

from app.domain.minutes import MinutesState
from app.domain.version_lines import ChangeKind, LinePart
from app.domain.vocabulary import MinutesKind
from app.export.blocks import Paragraph, RunRole
from app.export.minutes_changes import ANCHOR
from tests.support.docx_checks import assert_sound, parts
from tests.support.minutes import ENGLISH, GERMAN, blocks, lines, written
from tests.support.second_version import CHANGES, second_options, second_version


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH])
@pytest.mark.parametrize("kind", MinutesKind)
def test_every_kind_is_sound(kind: MinutesKind, texts: object, tmp_path: Path) -> None:
    path = written(second_version(), second_options(kind), tmp_path / "a.docx", texts)  # type: ignore[arg-type]
    assert_sound(path)
    document = parts(path)["word/document.xml"].decode()
    assert 'descr="Wappen des Landes"' in document
    assert document.count("<wp:inline") >= 2
    assert document.index("<wp:inline") < document.index("<w:t")


def test_every_change_is_said_with_its_number_and_in_words() -> None:
    found = lines(second_version(), second_options())
    start = found.index("Änderungen gegenüber Fassung 1") + 1
    assert found[start : start + len(CHANGES)] == [
        "Kopf: Ort geändert",
        "Leitfrage 3: geändert: „Was ist daran neu?“ statt „Was ist neu?“",
        "Zusammenfassung zu Leitfrage 3: neu: „Neu ist die gemeinsame Anlaufstelle.“",
        "STU-1-2 – geändert: „… das ganze Jahr …“ statt „… nur im Winter …“",
        "STU-2-1 – geändert",
        "STU-6-9 – neu: „Es fehlt ein Raum am Abend.“",
        "STU-8-4 – entfernt",
        "STU-8-5 – Abweichende Sicht: neu: „Das sehen die Träger anders.“",
        "STU-8-6 – Abweichende Sicht: neu",
        "Stimmungsbild: geändert",
        "Austausch ohne Protokoll: neu",
        "Foto: neu: „Die Karten“",
        "Nächster Schritt: entfernt",
        "Zurückgestelltes Thema: neu: „Kinderbetreuung“",
        "Überschrift: geändert: „Ausklang“ statt „Abschluss“",
        "Rückmeldefrist: geändert",
    ]
    assert "Stand\tvorläufig, Fassung 2 vom 12. November 2026" in found
    assert {change.kind for change in CHANGES} == set(ChangeKind)
    assert {change.part for change in CHANGES} == set(LinePart)


def test_the_head_leads_to_the_list_and_the_foot_names_the_day() -> None:
    found = blocks(second_version(), second_options())
    led = [
        run.text
        for block in found
        if isinstance(block, Paragraph)
        for run in block.runs
        if run.role is RunRole.PAGE_OF
    ]
    assert ANCHOR in led
    assert [b.anchor for b in found if isinstance(b, Paragraph) and b.anchor == ANCHOR]
    until = "Rückmeldungen zu diesem Protokoll bitte bis zum 27. November 2026."
    assert until in lines(second_version(), second_options())
    final = replace(second_options(), state=MinutesState.FINAL)
    assert until not in lines(second_version(), final)


def test_without_evidence_numbers_a_statement_is_called_one(tmp_path: Path) -> None:
    found = lines(second_version(), replace(second_options(), evidence=False))
    assert "Beitrag: entfernt" in found
    assert "Abweichende Sicht: neu" in found
    assert not any("STU-8-4 – " in line for line in found)


def test_the_first_version_has_neither_list_nor_line() -> None:
    found = lines(second_version(), replace(second_options(), version=1, since=None, changes=()))
    assert not any("Fassung 1:" in line or "Änderungen" in line for line in found)


def test_both_logos_stand_in_one_paragraph_and_their_picture_is_stored_once(
    tmp_path: Path,
) -> None:
    path = written(second_version(), second_options(), tmp_path / "a.docx")
    first = docx.Document(str(path)).paragraphs[0]
    assert first._p.xml.count("<wp:inline") == 2
    media = [name for name in parts(path) if "/media/" in name]
    assert len(media) == 1


def test_the_sheet_without_a_head_says_too_what_it_is() -> None:
    """A house template has a foot of its own, and a text has none."""
    options = second_options(MinutesKind.RESULTS)
    said = "Donnerstag, 12. November 2026 · Fassung 2, vorläufig"
    assert said in lines(second_version(), options)
    final = lines(second_version(), replace(options, state=MinutesState.FINAL))
    assert said.replace("vorläufig", "endgültig") in final
