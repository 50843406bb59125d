"""Forms that LibreOffice has saved again before they come back."""

from pathlib import Path

import pytest
from docx.document import Document

from app.domain.feedback import FormDifferences
from app.domain.vocabulary import FeedbackAnswer
from app.errors import BadInputError
from tests.services.test_feedback_forms import NEW, SAID, _tracked, changed
from tests.support.feedback import (
    CHANGE,
    LEAVE_OUT,
    TEXT,
    WORDING,
    Said,
    cells_of,
    filled,
    form_of,
    rows_of,
)
from tests.support.programs import output_of
from tests.support.room import Room

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own settings, apart from those of whoever sits here."""
    return tmp_path_factory.mktemp("libreoffice")


@pytest.fixture
def sent(room: Room, tmp_path: Path) -> Path:
    """A form with two statements that went out."""
    for text in SAID[:2]:
        room.say(text, person=0)
    return form_of(room.services, room.uid, tmp_path / "bogen.docx")


def resaved(path: Path, profile: Path, suffix: str = "docx") -> Path:
    """The file as LibreOffice writes it."""
    folder = path.parent / "again"
    output_of(
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", suffix, "--outdir", folder, path,
    )  # fmt: skip
    return folder / path.with_suffix(f".{suffix}").name


def read(room: Room, path: Path) -> FormDifferences:
    return room.services.feedback_forms.look_at(room.uid, path)


def test_answers_survive(room: Room, sent: Path, profile: Path) -> None:
    said = {"S1-1-1": Said(CHANGE, NEW), "S1-1-2": Said(LEAVE_OUT)}
    filled(sent, said, name="Karin Weiß")
    before, after = read(room, sent), read(room, resaved(sent, profile))
    assert after == before
    assert [each.answer for each in after.answers] == [
        FeedbackAnswer.CHANGE,
        FeedbackAnswer.LEAVE_OUT,
    ]
    assert (after.participant_uid, after.problems) == (room.people[0], ())


def test_an_untouched_form_stays_untouched(room: Room, sent: Path, profile: Path) -> None:
    again = resaved(sent, profile)
    assert again.read_bytes() != sent.read_bytes()
    assert (read(room, again).answers, read(room, again).unanswered) == ((), 2)


def test_tracked_changes_survive_and_count_as_accepted(
    room: Room, sent: Path, profile: Path
) -> None:
    def track(document: Document) -> None:
        first, second = rows_of(document)
        _tracked(cells_of(first)[TEXT], SAID[0], NEW)
        _tracked(cells_of(second)[WORDING], "", "Der Schlüssel liegt im Büro.")

    found = read(room, resaved(changed(sent, track), profile))
    assert [(each.wording, each.tracked) for each in found.answers] == [
        (NEW, True),
        ("Der Schlüssel liegt im Büro.", True),
    ]


@pytest.mark.parametrize(
    ("suffix", "code"), [("odt", "open_document"), ("doc", "old_word"), ("pdf", "pdf")]
)
def test_other_formats_are_refused_with_what_to_do(
    room: Room, sent: Path, profile: Path, suffix: str, code: str
) -> None:
    """Also under the name of a Word file."""
    other = resaved(sent, profile, suffix)
    renamed = other.rename(other.with_suffix(".docx"))
    with pytest.raises(BadInputError, match=f"feedback_form_{code}"):
        read(room, renamed)
