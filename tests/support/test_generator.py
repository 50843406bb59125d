"""The generated sessions have the shapes they stand for, the same in every run."""

import zlib
from collections import Counter
from itertools import islice
from pathlib import Path
from statistics import fmean

import pytest

from app.bootstrap import Services, workspace
from app.domain.changes import Entity
from app.domain.text import fold
from tests.support import generator
from tests.support.generator import Document
from tests.support.german import RARE_WORD


def _texts(document: Document) -> list[str]:
    return [row["text"] for row in document["statements"]]


@pytest.mark.parametrize(
    "make", [generator.plenary, generator.neighbourhood, lambda: generator.evening(7)]
)
def test_every_run_makes_the_same(make: generator.Maker) -> None:
    assert make() == make()


def test_ids_are_unique_within_and_across_sessions() -> None:
    ids = Counter(
        row["id"]
        for document in (generator.plenary(), *islice(generator.archive(2_000), 5))
        for rows in ("participants", "questions", "statements")
        for row in document[rows]
    )
    assert max(ids.values()) == 1


def test_the_plenary_has_many_speakers_on_few_questions() -> None:
    document = generator.plenary()
    assert len(document["statements"]) == 1_536
    assert len(document["participants"]) == 87
    assert len({row["organisation"] for row in document["participants"]}) == 12
    per_question = Counter(row["question"] for row in document["statements"])
    assert (len(per_question), min(per_question.values()) > 90) == (8, True)
    speakers = Counter(row["participant"] for row in document["statements"])
    assert speakers.most_common(1)[0][1] > 40
    assert 220 < fmean(map(len, _texts(document))) < 380
    assert not any("\n" in text for text in _texts(document))


def test_the_neighbourhood_speaks_at_length_with_themes_and_without_names() -> None:
    document = generator.neighbourhood()
    assert len(document["statements"]) == 697
    assert (len(document["questions"]), document["participants"]) == (1, [])
    assert sum("\n" in text for text in _texts(document)) > 500
    assert max(text.count("\n") for text in _texts(document)) >= 8
    assert 380 < fmean(map(len, _texts(document))) < 560
    themes = Counter(len(row["themes"]) for row in document["statements"])
    assert {0, 2, 3, 7} <= set(themes)


def test_texts_cost_what_real_ones_cost_to_compress() -> None:
    """A phrase that comes again and again would make every Word file small and quick."""
    text = " ".join(_texts(generator.plenary())).encode()
    assert len(zlib.compress(text, 6)) / len(text) > 0.24


def test_an_archive_has_exactly_so_many_statements_and_the_rare_word_now_and_then() -> None:
    documents = list(generator.archive(5_300))
    assert sum(len(document["statements"]) for document in documents) == 5_300
    assert len({document["session"]["id"] for document in documents}) == 14
    hits = [text for each in documents for text in _texts(each) if fold(RARE_WORD) in fold(text)]
    assert generator.RARE_HITS <= len(hits) <= generator.RARE_HITS + 1


def test_the_program_reads_them_without_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "x.session.json"
    with workspace(tmp_path / "w.db") as services:
        for document in (generator.plenary(), generator.neighbourhood(), generator.evening(1, 40)):
            _read(services, document, path)


def _read(services: Services, document: Document, path: Path) -> None:
    report = services.documents.read(generator.write(document, path))
    assert (report.cleaned, report.warnings, report.different) == (0, (), {})
    assert report.new[Entity.STATEMENT] == len(document["statements"])
