"""Minutes of every session of a series in one go, each as its series wants them."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.domain.vocabulary import MinutesKind, SessionState
from app.errors import UserError
from app.export.formats import Draw, MinutesFormat
from app.export.minutes import suggested_file_name
from app.services.minutes import MinutesService
from app.services.views import ViewService
from app.texts import Texts


@dataclass(frozen=True, slots=True)
class SessionMinutes:
    """What became of one session: the file, or why there is none."""

    title: str
    path: Path | None = None
    error: UserError | None = None


class SeriesMinutesService:
    """Writes the minutes of a series. What it writes is noted like every other export."""

    def __init__(self, minutes: MinutesService, views: ViewService, texts: Texts) -> None:
        self._minutes = minutes
        self._views = views
        self._texts = texts

    def sessions(self, series_uid: str) -> tuple[str, ...]:
        """The sessions (uids) that have taken place, the earliest first."""
        held = [
            session
            for session in self._views.sessions()
            if session.series_uid == series_uid and session.state is not SessionState.PLANNED
        ]
        return tuple(session.uid for session in sorted(held, key=lambda each: each.date))

    def write(
        self,
        series_uid: str,
        kind: MinutesKind,
        folder: Path,
        *,
        created: dt.date,
        form: MinutesFormat = MinutesFormat.DOCX,
        draw: Draw | None = None,
        step: Callable[[int, int], object] = lambda _done, _total: None,
    ) -> Iterator[SessionMinutes]:
        """Write one session after the other into ``folder``, each when it is asked for.

        No file that is there is replaced: another number goes behind the name. ``step`` hears
        before each session how many are done, and may raise to stop; then every file that was
        begun is whole. A session that cannot be written does not keep the others back.
        """
        uids = self.sessions(series_uid)
        for number, uid in enumerate(uids):
            step(number, len(uids))
            options = self._views.minutes_wishes(uid).options(kind, created)
            record = self._minutes.record(uid)
            path = _free(folder / suggested_file_name(record, options, self._texts, form))
            try:
                self._minutes.export(uid, options, path, form=form, draw=draw)
            except UserError as error:
                yield SessionMinutes(record.session.title, error=error)
            else:
                yield SessionMinutes(record.session.title, path)


def _free(path: Path) -> Path:
    """The path, or the first one with a number that nothing has."""
    free, number = path, 1
    while free.exists():
        number += 1
        free = path.with_stem(f"{path.stem} ({number})")
    return free
