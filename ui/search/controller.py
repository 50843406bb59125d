"""Search at work: one query at a time on a worker, the superseded one interrupted.

The search service has one connection of its own. While a query runs, a newer one waits; the
running one is interrupted, and only the answer to the newest is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ui.search.hits import HitRow, hit_row

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.search import SearchService
    from ui.search.popup import SearchPopup
    from ui.tasks import Task, Tasks

ResultT = TypeVar("ResultT")

PAGE = 50


@dataclass(frozen=True, slots=True)
class _Query:
    text: str
    session_uid: str | None


class SearchController(QObject):
    """Connects a popup with the search. ``chosen`` carries the ``SearchHit`` to jump to."""

    chosen = Signal(object)

    def __init__(self, popup: SearchPopup, search: SearchService, tasks: Tasks) -> None:
        super().__init__(popup)
        self._popup = popup
        self._search = search
        self._tasks = tasks
        self._session_uid: str | None = None
        self._query: _Query | None = None
        self._running = False
        self._next: Callable[[], object] | None = None
        self._complete = True
        popup.queried.connect(self._on_query)
        popup.more_wanted.connect(self._load_more)
        popup.chosen.connect(self._on_chosen)
        popup.closed.connect(self._on_closed)

    def open(self, *, everywhere: bool, session_uid: str, text: str = "") -> None:
        """Show the popup over the open session (or none)."""
        self._session_uid = session_uid or None
        self._popup.open(everywhere=everywhere, in_session=bool(session_uid), text=text)

    def _on_query(self, text: str, everywhere: bool) -> None:
        query = _Query(text, None if everywhere else self._session_uid)
        if query == self._query:
            return
        self._query = query
        if not text:
            self._complete = True
            self._popup.show_hits([])
            self._popup.show_count("")
            self._begin(None)
            return
        self._begin(self._load_first)

    def _on_closed(self) -> None:
        self._query = None
        self._begin(None)

    def _on_chosen(self, row: HitRow) -> None:
        self.chosen.emit(row.hit)

    # -- one after the other ------------------------------------------------------------------

    def _begin(self, job: Callable[[], object] | None) -> None:
        """Do this next; what runs now is no longer wanted."""
        self._next = job
        if self._running:
            self._search.interrupt()
        elif job is not None:
            self._go_on()

    def _go_on(self) -> None:
        job, self._next = self._next, None
        if job is not None:
            job()

    def _run(self, work: Callable[[Task], ResultT], done: Callable[[ResultT], object]) -> None:
        query = self._query

        def finished(result: ResultT) -> None:
            self._running = False
            if query == self._query and query is not None:
                done(result)
            self._go_on()

        self._running = True
        self._tasks.run(work, done=finished, failed=self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        self._go_on()
        if not isinstance(error, InterruptedError):
            raise error

    def _load_first(self) -> None:
        self._load(None)

    def _load_more(self) -> None:
        rows = self._popup.model.rows()
        if rows and not self._complete and not self._running:
            self._load(rows[-1].hit.key)

    def _load(self, before: int | None) -> None:
        query = self._query
        if query is None:
            return

        def work(_task: Task) -> list[HitRow]:
            hits = self._search.page(
                query.text, session_uid=query.session_uid, before=before, limit=PAGE
            )
            return [hit_row(hit, query.text) for hit in hits]

        self._run(work, self._show_first if before is None else self._show_more)

    def _show_first(self, rows: list[HitRow]) -> None:
        self._show(rows, first=True)

    def _show_more(self, rows: list[HitRow]) -> None:
        self._show(rows, first=False)

    def _show(self, rows: list[HitRow], *, first: bool) -> None:
        self._complete = len(rows) < PAGE
        if not first:
            self._popup.add_hits(rows)
        else:
            self._popup.show_hits(rows)
            if self._complete:
                self._show_count(len(rows))
            else:
                self._popup.show_count(self.tr("more than %1 hits").replace("%1", str(PAGE - 1)))
                self._next = self._next or self._count

    def _count(self) -> None:
        query = self._query
        if query is None:
            return

        def work(_task: Task) -> int:
            return self._search.count(query.text, session_uid=query.session_uid)

        self._run(work, self._show_count)

    def _show_count(self, count: int) -> None:
        words = {0: self.tr("no hits"), 1: self.tr("1 hit")}
        text = words.get(count, self.tr("%1 hits").replace("%1", str(count)))
        self._popup.show_count(text)
