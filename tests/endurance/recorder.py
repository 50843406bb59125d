"""The program without its window: records and exports until it has done so often enough.

What was done goes to a file with one system call a line, so that a log of system calls shows it in
order with the writes and syncs before it: ``confirmed TEXT``, ``exported COUNT NAME``,
``refused CODE``, ``broken TYPE`` for anything that is no expected error.
"""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from tests.endurance.weakened import weaken

TEXT = "Die Nachbarschaftshilfe am Lindenplatz hat {} Besuche gemacht, ohne dass jemand fragte."
EXPORT_EVERY, TIDY_EVERY = 5, 25
SAID = "said.txt"
JSON, WORD = "out.session.json", "out.docx"


def main(database: Path, count: int, without: str, *, exports: bool) -> None:
    """Record ``count`` statements."""
    weaken(without)
    from app.bootstrap import Services, workspace
    from app.domain.drafts import DraftPayload
    from app.domain.incoming.statements import StatementDraft
    from app.domain.minutes import MinutesOptions
    from app.domain.vocabulary import MinutesKind
    from app.errors import UserError

    said = _Said(database.with_name(SAID))

    def attempt(done: str, what: Callable[..., object], *arguments: object) -> None:
        try:
            what(*arguments)
        except UserError as error:
            said(f"refused {error.code}")
        except Exception as error:  # noqa: BLE001 - the harness wants to know of anything
            said(f"broken {type(error).__name__}")
        else:
            said(done)

    def export(services: Services, session: str) -> None:
        now, folder = len(services.views.statements(session)), database.parent
        options = MinutesOptions(kind=MinutesKind.FULL, created=date(2026, 11, 22))
        write, minutes = services.documents.write, services.minutes.export
        attempt(f"exported {now} {JSON}", write, session, folder / JSON)
        attempt(f"exported {now} {WORD}", minutes, session, options, folder / WORD)

    def go() -> None:
        with workspace(database) as services:
            session = services.views.sessions()[0].uid
            item = services.views.plan_items(session)[0].uid
            begun = len(services.views.statements(session))
            for number in range(begun, begun + count):
                text = TEXT.format(number)
                services.drafts.keep(session, "entry", DraftPayload(text, len(text), {}))
                draft = StatementDraft(plan_item_uid=item, text=text)
                attempt(f"confirmed {text}", services.capture.record, draft)
                if exports and number % EXPORT_EVERY == 0:
                    export(services, session)
                if number % TIDY_EVERY == TIDY_EVERY - 1:
                    attempt("tidied", services._database.checkpoint)
        said("closed")

    attempt("ended", go)


class _Said:
    """Lines in a file; written so that no fault which is put into ``write`` meets them."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)

    def __call__(self, line: str) -> None:
        os.pwritev(self._file, [f"{line}\n".encode()], 0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3], exports=sys.argv[4] == "exports")
