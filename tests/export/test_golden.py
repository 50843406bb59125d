"""Golden documents: the structure of whole files, as text that a person can read.

A wanted change is accepted with ``python -m tests.export.test_golden``.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.domain.minutes import MinutesRecord
from app.domain.vocabulary import MinutesKind
from app.texts import Texts
from tests.support.docx_outline import outline
from tests.support.evening import evening, options
from tests.support.minutes import edges, written
from tests.support.second_version import second_options, second_version

FOLDER = Path(__file__).parents[1] / "data" / "golden"
GOLDEN: dict[str, tuple[MinutesKind, str]] = {
    "evening-summary-de": (MinutesKind.SUMMARY, "de"),
    "evening-full-de": (MinutesKind.FULL, "de"),
    "evening-short-de": (MinutesKind.SHORT, "de"),
    "evening-photo-de": (MinutesKind.PHOTO, "de"),
    "evening-results-de": (MinutesKind.RESULTS, "de"),
    "evening-summary-en": (MinutesKind.SUMMARY, "en"),
    "confidential-full-de": (MinutesKind.FULL, "de"),
    "confidential-results-de": (MinutesKind.RESULTS, "de"),
    "empty-summary-de": (MinutesKind.SUMMARY, "de"),
    "second-summary-de": (MinutesKind.SUMMARY, "de"),
    "second-summary-en": (MinutesKind.SUMMARY, "en"),
}


def record_of(name: str) -> MinutesRecord:
    session = name.partition("-")[0]
    if session == "second":
        return second_version()
    return evening() if session == "evening" else edges()[session]


def made(name: str, folder: Path) -> str:
    kind, language = GOLDEN[name]
    record = record_of(name)
    chosen = second_options(kind) if name.startswith("second") else options(kind)
    return outline(written(record, chosen, folder / "made.docx", Texts(language)))


@pytest.mark.parametrize("name", GOLDEN)
def test_the_document_is_as_it_was(name: str, tmp_path: Path) -> None:
    golden = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    assert made(name, tmp_path).splitlines() == golden.splitlines()


def test_every_golden_document_belongs_to_a_test() -> None:
    own = {"feedback-form-de"}  # of test_feedback_form
    assert {path.stem for path in FOLDER.glob("*.txt")} == {*GOLDEN, *own}


def main() -> None:
    """Write all golden documents anew."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for name in GOLDEN:
            text = made(name, Path(folder))
            (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
