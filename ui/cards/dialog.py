"""Many cards at once: Enter takes the next one, digits and names sort them, the photo beside.

Every key is kept as a draft of the item, as in the entry line: closing the dialog, or the end of
the program, loses nothing. Only "Festhalten" makes statements of the cards.
"""

from functools import partial

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from app.bootstrap import Services
from app.domain.cards import slot_of
from app.domain.drafts import DraftPayload
from app.domain.photos import PhotoView
from app.domain.plan import PlanItemView
from app.errors import UserError
from app.services.photo_files import MAX_SIDE
from ui.cards.lists import CardList, GroupList
from ui.dialogs.form_dialog import FormDialog, field
from ui.pages import Toolbox
from ui.photos.dialog import PictureView
from ui.photos.sources import picture_of
from ui.tasks import Task
from ui.theme import Role
from ui.widgets.buttons import icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, wrapped
from ui.widgets.text_rows import EnterLine

_WIDTH = 1040
_LONGEST = 5_000
"""What fits on the largest card."""


class CardsDialog(FormDialog):
    """The stack of one plan item."""

    def __init__(
        self, tools: Toolbox, session_uid: str, item: PlanItemView, *, parent: QWidget
    ) -> None:
        title = self.tr("Cards: %1").replace("%1", item.heading)
        super().__init__(tools.theme, title, self.tr("Record"), width=_WIDTH, parent=parent)
        self._tools = tools
        self._place = session_uid, item.uid
        self._edited: int | None = None
        self._renamed = ""
        self._revision: int | None = None
        self.line = EnterLine()
        self.cards = CardList(self.tr("Cards"))
        self.groups = GroupList(self.tr("Groups"))
        self.group = EnterLine()
        self.problem = wrapped("", Role.CHIP, "error")
        self.photos = _Photos(tools, session_uid, item.uid)
        self.stack = tools.services.cards.stack(session_uid, item.uid)
        self._restore()
        self._build()
        self._connect()
        self._show()

    # -- the stack ------------------------------------------------------------------------------

    def accept(self) -> None:
        """Record everything; what stands in the line is a card, too."""
        self._take_line()
        try:
            count = self._tools.services.cards.record(
                self._place[1], self.stack, draft_revision=self._revision
            )
        except UserError as error:
            self._say(self._tools.texts.error(error))
            return
        # What still waits to be written must not come back when the dialog is opened again at once.
        self._tools.services.drafts.discard(self._place[0], slot_of(self._place[1]))
        super().accept()
        text = self.tr("%1 cards recorded.").replace("%1", str(count))
        text = {0: self.tr("Cards sorted."), 1: self.tr("One card recorded.")}.get(count, text)
        undo = self._tools.actions.get("session.undo")
        self._tools.messages.done(text, self.tr("Undo"), undo.trigger)

    def reject(self) -> None:
        """Close; the cards wait."""
        super().reject()
        if self.stack.new or self.line.text().strip():
            text = self.tr("The cards are kept and stand here again the next time.")
            self._tools.messages.done(text)

    def take_card(self) -> None:
        """Enter: the line is a card, and the line is free for the next one."""
        self._take_line()
        self.line.setFocus()

    def sort_into(self, number: int) -> None:
        """Put the current card into a group by its number, 0 for none; on to the next one."""
        if number <= len(self.stack.clusters):
            self._sort(self.stack.clusters[number - 1] if number else "")

    def sort_by_name(self) -> None:
        """Put the current card into the group that was typed, which may be new.

        After F2 on a group this is its new name.
        """
        name, renamed = self.group.text().strip(), self._renamed
        self.group.clear()
        self._renamed = ""
        if renamed:
            self.stack = self.stack.rename(renamed, name)
            self._changed()
        elif name:
            self._sort(name)
        self.cards.setFocus()

    def _take_line(self) -> None:
        text = self.line.text()
        if self._edited is None:
            self.stack = self.stack.add(text)
            at = len(self.stack.cards) - 1
        else:
            self.stack = self.stack.reword(self._edited, text)
            at = self._edited
        self._edited = None
        self.line.clear()
        self._changed()
        self.cards.setCurrentRow(at)

    def _sort(self, name: str) -> None:
        at = self.cards.currentRow()
        if not 0 <= at < len(self.stack.cards):
            return
        self.stack = self.stack.sort(at, name)
        self._changed()
        self.cards.setCurrentRow(self.stack.next_unsorted(at))

    def _edit(self, at: int) -> None:
        if not 0 <= at < len(self.stack.cards):
            return
        if self.stack.cards[at].uid:
            self._say(self.tr("This card is a statement already; edit it in the list."))
            return
        self._take_line()
        self._edited = at
        self.line.setText(self.stack.cards[at].text)
        self.line.setFocus()

    def _remove(self, at: int) -> None:
        if not 0 <= at < len(self.stack.cards):
            return
        if self.stack.cards[at].uid:
            self._say(self.tr("This card is a statement already; delete it in the list."))
            return
        if self._edited is not None:
            self._take_line()
        self.stack = self.stack.remove(at)
        self._changed()

    def _rename(self, number: int) -> None:
        if not number:
            return
        self._renamed = self.stack.clusters[number - 1]
        self.group.setText(self._renamed)
        self.group.selectAll()
        self.group.setFocus()

    # -- drafts ---------------------------------------------------------------------------------

    def _restore(self) -> None:
        session_uid, item_uid = self._place
        kept = self._tools.services.drafts.load(session_uid).get(slot_of(item_uid))
        if kept is not None:
            self.stack = self.stack.with_kept(kept.data)
            self.line.setText(kept.text)

    def _keep(self) -> None:
        session_uid, item_uid = self._place
        payload = DraftPayload(self.line.text(), self.line.cursorPosition(), self._data())
        self._revision = self._tools.services.drafts.keep(session_uid, slot_of(item_uid), payload)

    def _data(self) -> dict[str, object]:
        """Nothing while there is nothing that is not recorded yet: then there is no draft."""
        recorded = self._tools.services.cards.stack(*self._place)
        return {} if self.stack == recorded else self.stack.data()

    # -- showing --------------------------------------------------------------------------------

    def _changed(self) -> None:
        self._say("")
        self._keep()
        self._show()

    def _show(self) -> None:
        self.cards.show_stack(self.stack)
        self.groups.show_stack(self.stack, self.tr("in no group"))
        count = len(self.stack.new)
        text = self.tr("Record %1 cards").replace("%1", str(count))
        plain = {0: self.tr("Record"), 1: self.tr("Record one card")}
        self.confirm.setText(plain.get(count, text))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _build(self) -> None:
        self.cancel.setText(self.tr("Close"))  # nothing is lost by it
        self.line.setMaxLength(_LONGEST)
        self.group.setPlaceholderText(self.tr("Name, then Enter"))
        columns = row(spacing=16)
        left, middle = column(spacing=10), column(spacing=10)
        field(left, self.tr("Next card, then Enter"), self.line)
        field(left, self.tr("Cards"), self.cards, stretch=1)
        field(middle, self.tr("Put the current card into a group"), self.group)
        field(middle, self.tr("Groups: digit, Enter or drag"), self.groups, stretch=1)
        columns.addLayout(left, 5)
        columns.addLayout(middle, 4)
        columns.addWidget(self.photos, 5)
        self.body.addLayout(columns, 1)
        self.body.addWidget(self.problem)
        self.problem.hide()
        for view in (self.cards, self.groups):
            view.setMinimumHeight(self.theme.px(120))
        self.cards.setMinimumWidth(self.theme.px(200))
        self.line.setFocus()

    def _connect(self) -> None:
        self.line.entered.connect(self.take_card)
        self.line.down_wanted.connect(self.cards.setFocus)
        self.line.textEdited.connect(self._keep)
        self.cards.number_typed.connect(self.sort_into)
        self.cards.letter_typed.connect(self._type_group)
        self.cards.edit_wanted.connect(self._edit)
        self.cards.remove_wanted.connect(self._remove)
        self.cards.left.connect(self.line.setFocus)
        self.cards.itemDoubleClicked.connect(self._edit_current)
        self.group.entered.connect(self.sort_by_name)
        self.group.down_wanted.connect(self.groups.setFocus)
        self.groups.chosen.connect(self.sort_into)
        self.groups.dropped.connect(self.sort_into)
        self.groups.rename_wanted.connect(self._rename)

    def _edit_current(self) -> None:
        self._edit(self.cards.currentRow())

    def _type_group(self, letter: str) -> None:
        self.group.setText(letter)
        self.group.setFocus()
        self.group.setCursorPosition(len(letter))


class _Photos(QWidget):
    """The photos of the item, one at a time; nothing if there is none."""

    def __init__(self, tools: Toolbox, session_uid: str, item_uid: str) -> None:
        super().__init__()
        self._tools = tools
        found = tools.services.views.photos(session_uid)
        self._photos: tuple[PhotoView, ...] = tuple(
            photo for photo in found if photo.plan_item_uid == item_uid
        )
        self._at = 0
        self.picture = PictureView(tools.theme)
        self.back = icon_button(tools.theme, "chevron-left", self.tr("Previous photo"))
        self.on = icon_button(tools.theme, "chevron-right", self.tr("Next photo"))
        self._caption = ElidedLabel("", Role.META)
        layout = column(spacing=6)
        self.setLayout(layout)
        layout.addWidget(self.picture, 1)
        line = row(spacing=8)
        line.addWidget(self._caption, 1)
        for arrow, step in ((self.back, -1), (self.on, 1)):
            arrow.setVisible(len(self._photos) > 1)
            arrow.clicked.connect(partial(self._go, step))
            line.addWidget(arrow)
        layout.addLayout(line)
        self.setVisible(bool(self._photos))
        self._go(0)

    def _go(self, step: int) -> None:
        if not self._photos:
            return
        self._at = (self._at + step) % len(self._photos)
        photo = self._photos[self._at]
        name = self.tr("Photo %1").replace("%1", str(photo.number))
        self._caption.setText(f"{name}: {photo.caption}" if photo.caption else name)
        self.picture.setAccessibleName(photo.alt_text or self._caption.text())
        work = partial(_picture, self._tools.services, photo.sha256)
        self._tools.tasks.run(work, done=partial(self._show, photo.sha256))

    def _show(self, sha256: str, image: QImage) -> None:
        if isValid(self) and self._photos[self._at].sha256 == sha256:
            self.picture.show_image(image)


def _picture(services: Services, sha256: str, _task: Task) -> QImage:
    return picture_of(services.views.photo_content(sha256), MAX_SIDE)
