"""Records texts from a file and takes them through Word and a session document.

Says ``exception TYPE`` and ``changed WHERE`` for whatever is not as it should be.
"""

import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.endurance.characters import normal_form
from tests.endurance.weakened import weaken


def main(folder: Path, without: str) -> None:
    """Take all texts of ``texts.json`` through."""
    weaken(without)
    from app.bootstrap import workspace
    from app.domain.incoming.people import ParticipantDraft
    from app.domain.incoming.statements import StatementDraft
    from app.domain.minutes import MinutesOptions
    from app.domain.vocabulary import MinutesKind
    from tests.support.room import Room

    texts: list[str] = json.loads((folder / "texts.json").read_bytes())
    wanted = [normal_form(text) for text in texts]
    document, word = folder / "out.session.json", folder / "out.docx"
    with workspace(folder / "here.db") as here:
        room = Room(here)
        item = room.question(1).uid

        def record(text: str) -> None:
            here.capture.record(StatementDraft(plan_item_uid=item, text=text))

        def join(text: str) -> None:
            here.people.add(room.uid, ParticipantDraft(name=f"Karin {text}"[:100]))

        for text in texts:
            _attempt(record, text)
        for text in texts[:30]:
            _attempt(join, text)
        _compare("database", [each.text for each in here.views.statements(room.uid)], wanted)
        options = MinutesOptions(kind=MinutesKind.FULL, created=date(2026, 11, 22))
        _attempt(here.minutes.export, room.uid, options, word)
        _attempt(_check_word, word, wanted)
        _attempt(here.documents.write, room.uid, document)
    with workspace(folder / "there.db") as there:
        _attempt(there.documents.read, document)
        _compare("document", [each.text for each in there.views.statements(room.uid)], wanted)
        problems = there.workspace.check().problems
    if problems:
        print(f"changed check {problems[0][0]}")


def _attempt(what: Callable[..., object], *arguments: object) -> None:
    try:
        what(*arguments)
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        print(f"exception {type(error).__name__} {str(error)[:300]!r}")


def _compare(where: str, found: list[str], wanted: list[str]) -> None:
    missing = set(wanted) - set(found)
    for text in missing or ([""] if len(found) != len(wanted) else []):
        print(f"changed {where} {ascii(text)[:80]}")


def _check_word(path: Path, wanted: list[str]) -> None:
    """The file is valid and every line of every text stands in it as it is."""
    from tests.support.docx_checks import assert_sound, texts

    assert_sound(path)
    printed = "\n".join(texts(path))
    for text in wanted:
        if text.strip("\n") not in printed:
            print(f"changed word {ascii(text)[:80]}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
