"""The photos of the shown item at work: take in, show, open, remove.

Whatever looks at a picture's pixels runs beside the window; a photo that cannot be taken is said
with what to do, and the others of the same batch are taken nevertheless.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget
from shiboken6 import isValid

from app.bootstrap import Services
from app.domain.changes import ChangeSet, Entity
from app.domain.photos import PhotoView
from app.errors import UserError
from app.services.photo_files import SUFFIXES, prepared, prepared_file
from ui.pages import Toolbox
from ui.photos.sources import Source, content_of, picture_of
from ui.photos.strip import HEIGHT, WIDTH, PhotoRow, PhotoStrip
from ui.tasks import Task

FOLDER = "photo_folder"
"""Setting: where photos were last taken from."""
_SHARPNESS = 4
"""Pixels loaded for each that is shown, for large text on dense screens."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """What became of a batch."""

    uids: tuple[str, ...]
    first_of_several: bool
    errors: tuple[UserError, ...]


class PhotoDesk(QObject):
    """Between a strip and the services. ``shown`` carries how many photos there are."""

    shown = Signal(int)
    added = Signal()
    left = Signal()

    def __init__(self, strip: PhotoStrip, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._strip = strip
        self._tools = tools
        self._services = tools.services
        self._place = ("", "")
        """Session and item."""
        self._closed = False
        self._photos: tuple[PhotoView, ...] = ()
        strip.opened.connect(self.show_large)
        strip.remove_wanted.connect(self.remove)
        strip.move_wanted.connect(self.move)
        strip.pasted.connect(self.add)
        strip.left.connect(self.left)
        strip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        strip.customContextMenuRequested.connect(self._open_menu)

    # -- showing --------------------------------------------------------------------------------

    def open(self) -> None:
        """Another session, or the same one read in anew."""
        self._place = "", ""

    def show_item(self, session_uid: str, item_uid: str, *, closed: bool) -> None:
        """The photos of an item; a closed session's are only looked at."""
        self._closed = closed
        if (session_uid, item_uid) != self._place:
            self._place = session_uid, item_uid
            self._load()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed in this session."""
        if change_set.uids(Entity.PHOTO) or change_set.uids(Entity.SESSION, "created"):
            self._load()

    def _load(self) -> None:
        session_uid, item_uid = self._place
        found = self._services.views.photos(session_uid)
        self._photos = tuple(photo for photo in found if photo.plan_item_uid == item_uid)
        current = self._strip.current_uid()
        self._strip.rows.set_rows([self._row(photo) for photo in self._photos])
        if current and not self._strip.current_uid() and self._photos:
            self._strip.select(self._photos[-1].uid)
        self.shown.emit(len(self._photos))
        self._load_pictures()

    def _row(self, photo: PhotoView) -> PhotoRow:
        name = self.tr("Photo %1").replace("%1", str(photo.number))
        said = photo.caption or photo.alt_text
        return PhotoRow(photo.uid, photo.sha256, f"{name}: {said}" if said else name)

    def _load_pictures(self) -> None:
        pictures = self._strip.pictures
        wanted = {photo.sha256 for photo in self._photos}
        for sha256 in pictures.keys() - wanted:
            del pictures[sha256]
        missing = tuple(wanted - pictures.keys())
        if missing:
            side = max(WIDTH, HEIGHT) * _SHARPNESS
            work = partial(_small_pictures, self._services, missing, side)
            self._tools.tasks.run(work, done=self._show_pictures)

    def _show_pictures(self, found: dict[str, QImage]) -> None:
        if isValid(self._strip):
            self._strip.pictures.update(found)
            self._strip.viewport().update()

    # -- adding ---------------------------------------------------------------------------------

    def ask(self) -> None:
        """Let the user choose files."""
        dialog = QFileDialog(self._window(), self.tr("Add photos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        suffixes = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        photos = self.tr("Photos")
        dialog.setNameFilters([f"{photos} ({suffixes})", self.tr("All files (*)")])
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _chosen(self, names: Sequence[str]) -> None:
        paths = tuple(map(Path, names))
        if paths:
            self._tools.settings.put(FOLDER, str(paths[0].parent))
            self.add(paths)

    def add(self, sources: Sequence[Source]) -> None:
        """Take photos in behind those of the shown item."""
        _, item_uid = self._place
        if not item_uid or not sources:
            return
        clipboard = self.tr("Clipboard")
        work = partial(_take, self._services, item_uid, tuple(sources), clipboard)
        title = self.tr("Taking in photos")
        self._tools.tasks.run(work, done=self._taken, title=title)

    def _taken(self, taken: _Taken) -> None:
        self.added.emit()
        if taken.errors:
            self._say_errors(taken)
            return
        text = _counted(self.tr("Photo added."), self.tr("%1 photos added."), len(taken.uids))
        if taken.first_of_several:
            text += " " + self.tr("Of a moving picture it is the first.")
        self._offer_undo(text)

    def _say_errors(self, taken: _Taken) -> None:
        """The first in full; how many more there were, and how many photos are in."""
        first, *others = taken.errors
        text = self._tools.texts.error(first)
        if others:
            more = _counted(
                self.tr("One more was not taken either."),
                self.tr("%1 more were not taken either."),
                len(others),
            )
            text = f"{text} {more}"
        if taken.uids:
            good = _counted(self.tr("Photo added."), self.tr("%1 photos added."), len(taken.uids))
            text = f"{text} {good}"
        self._tools.messages.warn(text)

    # -- one photo ------------------------------------------------------------------------------

    def show_large(self, uid: str) -> None:
        """Show it large, with what is said of it."""
        photo = next((photo for photo in self._photos if photo.uid == uid), None)
        if photo is None:
            return
        from ui.photos.dialog import PhotoDialog

        dialog = PhotoDialog(self._tools, photo, closed=self._closed, parent=self._window())
        dialog.remove_wanted.connect(self.remove)
        dialog.show_over()

    def remove(self, uid: str) -> None:
        """Take it away; the band offers to undo it."""
        if not self._closed and self._attempt(
            partial(self._services.photos.remove, uid, initiator=self)
        ):
            self._offer_undo(self.tr("Photo removed."))

    def move(self, uid: str, places: int) -> None:
        """One place to the left or right."""
        uids = [photo.uid for photo in self._photos]
        to = uids.index(uid) + places
        if 0 <= to < len(uids) and not self._closed:
            uids.remove(uid)
            after = uids[to - 1] if to else None
            self._attempt(partial(self._services.photos.move, uid, after=after, initiator=self))
            self._strip.select(uid)

    def _attempt(self, work: "partial[None]") -> bool:
        try:
            work()
        except UserError as error:
            self._tools.messages.unsaved(error)
            return False
        return True

    def _open_menu(self) -> None:
        uid = self._strip.current_uid()
        if not uid:
            return
        menu = QMenu(self._strip)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = self._tools.theme
        show = menu.addAction(self.tr("Show and describe …"))
        theme.set_icon(show, "photo")
        show.triggered.connect(partial(self.show_large, uid))
        remove = menu.addAction(self.tr("Remove"))
        theme.set_icon(remove, "trash")
        remove.setEnabled(not self._closed)
        remove.triggered.connect(partial(self.remove, uid))
        box = self._strip.visualRect(self._strip.currentIndex())
        menu.popup(self._strip.viewport().mapToGlobal(box.bottomLeft()))

    def _offer_undo(self, text: str) -> None:
        undo = self._tools.actions.get("session.undo")
        self._tools.messages.done(text, self.tr("Undo"), undo.trigger)

    def _window(self) -> QWidget:
        return self._strip.window()


def _counted(one: str, many: str, number: int) -> str:
    return one if number == 1 else many.replace("%1", str(number))


def _small_pictures(
    services: Services, names: Sequence[str], side: int, _task: Task
) -> dict[str, QImage]:
    return {name: picture_of(services.views.photo_content(name), side) for name in names}


def _take(
    services: Services, item_uid: str, sources: Sequence[Source], clipboard: str, task: Task
) -> _Taken:
    """Prepare all, then write those that are photos as one step. Runs on the worker."""
    photos, errors = [], []
    for number, source in enumerate(sources):
        task.report(number, len(sources))
        try:
            if isinstance(source, Path):
                photos.append(prepared_file(source))
            else:
                photos.append(prepared(content_of(source), clipboard))
        except UserError as error:
            errors.append(error)
    uids = services.photos.add(item_uid, photos) if photos else ()
    several = any(photo.first_of_several for photo in photos)
    return _Taken(uids, several, tuple(errors))
