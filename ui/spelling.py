"""Spelling in the fields of the window: what is marked, what a word could be instead.

A key never waits for it. Words are looked up in a worker when nobody has typed for a moment, and
each only once; the process with the dictionary is started by the first of them.
"""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit

from app.bootstrap import Services
from app.domain.changes import ChangeSet, Entity
from app.domain.spelling import words_to_check
from app.errors import UserError
from ui.messages import Messages
from ui.settings import SPELLING, Settings
from ui.tasks import Task, Tasks
from ui.theme import Theme

_NAMES = {
    Entity.OWN_WORD,
    Entity.ORGANISATION,
    Entity.PARTICIPANT,
    Entity.PERSON,
    Entity.PLAN_ITEM,
    Entity.SESSION,
    Entity.THEME,
}
"""What the words that are right here are taken from."""
_MOST = 100_000
"""Words remembered at the same time; more than an archive has."""


class Speller(QObject):
    """One per window. ``changed``: what is wrong may be different now."""

    changed = Signal()
    words_wanted = Signal()
    """The words and text blocks of the series shall be shown."""

    def __init__(
        self,
        theme: Theme,
        services: Services,
        settings: Settings,
        tasks: Tasks,
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._services = services
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._session_uid = ""
        self._own: frozenset[str] | None = None
        self._right: dict[str, bool] = {}
        self._asked: set[str] = set()
        self._missing = False

    # -- on and off -------------------------------------------------------------------------

    @property
    def enabled(self) -> bool:
        """Whether words are marked."""
        return self._settings.flag(SPELLING, default=True)

    def set_enabled(self, *, enabled: bool) -> None:
        """Switch it for all fields, and remember that."""
        self._settings.put(SPELLING, enabled)
        self.probe()
        self.changed.emit()

    @property
    def missing(self) -> bool:
        """Whether it turned out that there is no dictionary here."""
        return self._missing

    def probe(self) -> None:
        """Find out whether there is a dictionary; ``changed`` says when it is known."""
        if self.enabled:
            self._ask({"Quartier"})

    # -- what is right here -----------------------------------------------------------------

    def set_session(self, session_uid: str) -> None:
        """Names and own words are those of this session from now on."""
        if session_uid != self._session_uid:
            self._session_uid = session_uid
            self._forget()

    def on_changed(self, change_set: ChangeSet) -> None:
        """Something was committed: a name or an own word may be new."""
        here = change_set.session_uid in (None, self._session_uid)
        if here and any(change.entity in _NAMES for change in change_set.changes):
            self._forget()

    def _forget(self) -> None:
        """Look everything up again, if what is right here has become something else."""
        before, self._own = self._own, None
        if before is not None and before == self._own_words():
            return
        self._right.clear()
        self._asked.clear()
        self.changed.emit()

    def _own_words(self) -> frozenset[str]:
        if self._own is None:
            self._own = known_here(self._services, self._session_uid)
        return self._own

    # -- asking -----------------------------------------------------------------------------

    def wrong(self, words: Iterable[str]) -> frozenset[str]:
        """Those that are known to be wrong; what nobody knows yet is looked up."""
        wanted = set(words)
        unknown = wanted - self._right.keys() - self._asked
        if unknown and not self._missing:
            self._ask(unknown)
        return frozenset(word for word in wanted if not self._right.get(word, True))

    def _ask(self, words: set[str]) -> None:
        own = self._own_words()
        self._asked |= words
        look = partial(_check, self._services, sorted(words), own)
        self._tasks.run(look, done=partial(self._learn, own))

    def _learn(self, own: frozenset[str], found: dict[str, bool]) -> None:
        if own != self._own:
            return  # asked for another session
        self._missing = not found
        if len(self._right) > _MOST:
            self._right.clear()
        self._right.update(found)
        self._asked.clear()
        self.changed.emit()

    def suggest(self, word: str, done: Callable[[tuple[str, ...]], object]) -> None:
        """What the word could be instead; ``done`` is called when that is known."""
        look = partial(_suggest, self._services, word, self._own_words())
        self._tasks.run(look, done=done)

    def add_word(self, word: str) -> None:
        """It is right in this series."""
        from app.domain.incoming.series import OwnWordDraft

        try:
            self._services.words.add(self._session_uid, OwnWordDraft(word=word))
        except UserError as error:
            self._messages.error(error)

    # -- fields -----------------------------------------------------------------------------

    def watch(self, edit: object) -> None:
        """Help in a field as long as it lives: marks, and signs set as they are typed."""
        from ui.widgets.grow_edit import GrowEdit  # not for the start page
        from ui.widgets.spelling_marks import SpellingMarks
        from ui.widgets.statement_entry_edit import EntryEdit
        from ui.widgets.typesetting import Typesetting

        if isinstance(edit, QPlainTextEdit | QTextEdit):
            SpellingMarks(edit, self, self._theme)
        if isinstance(edit, GrowEdit | EntryEdit):
            edit.typesetting = Typesetting(edit, self._settings)

    def suggest_here(self) -> None:
        """The menu for the word at the cursor, or for the last wrong one before it."""
        from ui.widgets.spelling_marks import SpellingMarks

        focus = QApplication.focusWidget()
        marks = focus.findChild(SpellingMarks) if focus is not None else None
        if isinstance(marks, SpellingMarks):
            marks.open_at_cursor()


def known_here(services: Services, session_uid: str) -> frozenset[str]:
    """The words that are right in a session without standing in a dictionary."""
    if not session_uid:
        return frozenset()
    views = services.views
    session = views.session(session_uid)
    said = [session.title, session.series_title, session.place, session.host, session.occasion]
    said += [*session.facilitators, *session.note_takers]
    for person in views.participants(session_uid):
        said += [person.name, person.organisation]
    for item in views.plan_items(session_uid):
        said += [item.speaker, item.organisation]
    said += [organisation.name for organisation in views.organisations()]
    said += [theme.name for theme in views.themes(session.series_uid)]
    whole = (found.word.strip("-") for text in said for found in words_to_check(text))
    names = {part for word in whole for part in (word, *word.split("-")) if len(part) > 1}
    return frozenset(names | set(views.own_words(session.series_uid)))


def _check(
    services: Services, words: list[str], own: frozenset[str], _task: Task
) -> dict[str, bool]:
    return services.spelling.check(words, own)


def _suggest(services: Services, word: str, own: frozenset[str], _task: Task) -> tuple[str, ...]:
    return services.spelling.suggest(word, own)
