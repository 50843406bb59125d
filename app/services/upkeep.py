"""What can wait for an idle moment: merging the search index and emptying the write-ahead log.

A save writes its own small piece of the index and appends to the log, which is quick and one sync;
too many pieces would make the search slow and a long log the next start. Runs on a thread of its
own with its own connection, in steps short enough that no save notices.
"""

import logging
import threading
import time

from app.errors import UserError
from app.storage import search
from app.storage.database import Database

log = logging.getLogger(__name__)

IDLE_AFTER = 5.0
"""Seconds without a change."""


class Upkeep:
    """Tidies up some seconds after the last change."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._condition = threading.Condition()
        self._due: float | None = None
        self._working = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="upkeep", daemon=True)
        self._thread.start()

    def touch(self, *_change: object) -> None:
        """Something was written: tidy up when it has been quiet for a while."""
        with self._condition:
            was_due, self._due = self._due, time.monotonic() + IDLE_AFTER
            if was_due is None:
                self._condition.notify_all()

    def wait(self, timeout: float) -> bool:
        """Wait until everything is tidy; False if it is not by then."""
        with self._condition:
            return self._condition.wait_for(
                lambda: self._due is None and not self._working, timeout
            )

    def close(self) -> None:
        """End the thread; what is left can wait."""
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        while self._wait_until_idle():
            try:
                while self._undisturbed() and self._merge():
                    pass
                if self._undisturbed():
                    self._database.checkpoint()
            except UserError as error:  # a long import has the database to itself
                log.info("idle work put off: %s", error.code)
                self.touch()
            except Exception:  # tidying can wait; the data is safe without it
                log.exception("idle work failed")
            with self._condition:
                self._working = False
                self._condition.notify_all()

    def _wait_until_idle(self) -> bool:
        """True when there is something to do and nothing was written for a while."""
        with self._condition:
            self._condition.wait_for(lambda: self._closing or self._due is not None)
            while not self._closing and self._due is not None:
                left = self._due - time.monotonic()
                if left <= 0:
                    self._due, self._working = None, True
                    break
                self._condition.wait(left)
            return not self._closing

    def _undisturbed(self) -> bool:
        with self._condition:
            return not self._closing and self._due is None

    def _merge(self) -> bool:
        with self._database.save() as driver:
            return search.merge(driver)
