"""The parking lot and the shows of hands of a session: add, reword, settle, correct, take away.

Everything is written at once, so closing the dialog needs no answer.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.domain.in_the_room import MAX_TOPIC, HandCountView, ParkedTopicView
from app.domain.incoming.in_the_room import TopicDraft
from app.domain.vocabulary import SessionState
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.in_the_room.hands_dialog import HandsDialog
from ui.in_the_room.words import InTheRoomWords
from ui.review.saved_fields import SavedText
from ui.theme import Role
from ui.widgets.buttons import button, icon_button
from ui.widgets.frames import card, column, row
from ui.widgets.labels import label, wrapped
from ui.widgets.text_rows import EnterLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages import Toolbox
    from ui.theme import Theme

_WIDTH = 720


class TopicCard(QWidget):
    """One topic: its text to edit in place, settled or not, and a way to take it away."""

    reworded = Signal(str)
    settled_wanted = Signal(bool)
    remove_wanted = Signal()

    def __init__(self, theme: Theme, topic: ParkedTopicView, where: str) -> None:
        super().__init__()
        self.uid = topic.uid
        self.text = SavedText(min_lines=1, max_lines=4)
        self.text.load(topic.text, force=True)
        self.text.setAccessibleName(self.tr("Topic"))
        self.settled = QCheckBox(self.tr("settled"))
        self.settled.setChecked(topic.settled)
        self.remove = icon_button(theme, "trash", self.tr("Take the topic away"), variant="flat")
        outer = column(margins=(0, 0, 0, 0))
        self.setLayout(outer)
        frame, inner = card(padding=12, spacing=6)
        outer.addWidget(frame)
        inner.addWidget(self.text)
        foot = row(spacing=12)
        foot.addWidget(label(where, Role.META), 1)
        foot.addWidget(self.settled)
        foot.addWidget(self.remove)
        inner.addLayout(foot)
        self.text.saved.connect(self.reworded)
        self.settled.clicked.connect(self.settled_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def set_read_only(self) -> None:
        """A closed session shows only."""
        self.text.setReadOnly(True)
        self.settled.setEnabled(False)
        self.remove.hide()


class HandsCard(QWidget):
    """One show of hands: what was asked, how many, and two ways on."""

    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, theme: Theme, count: HandCountView, told: str, where: str) -> None:
        super().__init__()
        self.edit = button(theme, self.tr("Edit"), icon="pencil", size="small")
        self.remove = icon_button(
            theme, "trash", self.tr("Take the show of hands away"), variant="flat"
        )
        outer = column(margins=(0, 0, 0, 0))
        self.setLayout(outer)
        frame, inner = card(padding=12, spacing=6)
        outer.addWidget(frame)
        inner.addWidget(wrapped(count.wording, Role.BODY))
        inner.addWidget(wrapped(told, Role.STRONG))
        foot = row(spacing=12)
        foot.addWidget(label(where, Role.META), 1)
        foot.addWidget(self.edit)
        foot.addWidget(self.remove)
        inner.addLayout(foot)
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)

    def set_read_only(self) -> None:
        """A closed session shows only."""
        self.edit.hide()
        self.remove.hide()


class RoomListsDialog(FormDialog):
    """Of one session, whatever step is open."""

    def __init__(self, tools: Toolbox, session_uid: str, *, parent: QWidget) -> None:
        title = self.tr("Topics put off and shows of hands")
        super().__init__(tools.theme, title, self.tr("Done"), width=_WIDTH, parent=parent)
        self._tools = tools
        self._session = tools.services.views.session(session_uid)
        self._items = {item.uid: item for item in tools.services.views.plan_items(session_uid)}
        self._words = InTheRoomWords(self)
        self._steps = 0
        self.line = EnterLine()
        self.problem = wrapped("", Role.CHIP, "error")
        self.nothing_parked = wrapped(self.tr("Nothing was put off."), Role.META)
        self.nothing_counted = wrapped(self.tr("No hands were counted."), Role.META)
        self.topics: list[TopicCard] = []
        self.counts: list[HandsCard] = []
        self._topic_place, self._count_place = column(spacing=8), column(spacing=8)
        self._build()
        self._show()

    @property
    def closed(self) -> bool:
        """A closed session takes no change."""
        return self._session.state is SessionState.CLOSED

    def accept(self) -> None:
        """What still stands in a field or in the line is saved."""
        for topic in self.topics:
            topic.text.flush()
        if self._add():
            super().accept()

    def reject(self) -> None:
        """Esc is "Fertig": there is nothing to give up."""
        self.accept()

    def undo(self) -> None:
        """Take the last step of this dialog back."""
        if self._steps and self._try(
            partial(self._tools.services.history.undo, self._session.uid), steps=-1
        ):
            self._show()

    # -- changing -------------------------------------------------------------------------------

    def _add(self) -> bool:
        """Enter in the line: one topic more."""
        text = self.line.text().strip()
        if not text or self.closed:
            return True
        park = self._tools.services.in_the_room.park
        added = self._try(partial(park, self._session.uid, TopicDraft(text=text)))
        if added:
            self.line.clear()
            self._show()
            self.line.setFocus()
        return added

    def _reword(self, topic: TopicCard, text: str) -> None:
        if not text.strip():
            self._say(self.tr("A topic needs a text. To be rid of it, take it away."))
        elif self._try(partial(self._tools.services.in_the_room.reword_topic, topic.uid, text)):
            topic.text.load(text)

    def _settle(self, topic: ParkedTopicView, settled: bool) -> None:
        settle = self._tools.services.in_the_room.settle_topic
        self._try(partial(settle, topic.uid, settled=settled))

    def _remove(self, remove: Callable[[str], None], uid: str) -> None:
        if self._try(partial(remove, uid)):
            self._show()
            self.line.setFocus()

    def _edit(self, count: HandCountView) -> None:
        item = self._items.get(count.plan_item_uid)
        if item is not None:
            dialog = HandsDialog(self._tools, self._session, item, count=count, parent=self)
            dialog.kept.connect(self._on_corrected)
            dialog.show_over()

    def _on_corrected(self) -> None:
        self._steps += 1
        self._show()

    def _try(self, change: Callable[[], object], *, steps: int = 1) -> bool:
        try:
            change()
        except UserError as error:
            self._say(self._tools.texts.error(error))
            return False
        self._say("")
        self._steps += steps
        return True

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    # -- showing --------------------------------------------------------------------------------

    def _show(self) -> None:
        views, uid = self._tools.services.views, self._session.uid
        room = self._tools.services.in_the_room
        topics, counts = views.parked_topics(uid), views.hand_counts(uid)
        _replace(self._topic_place, self.topics)
        _replace(self._count_place, self.counts)
        self.topics = [self._topic_card(topic, room.remove_topic) for topic in topics]
        self.counts = [self._count_card(count, room.remove_hands) for count in counts]
        for place, cards in ((self._topic_place, self.topics), (self._count_place, self.counts)):
            for each in cards:
                place.addWidget(each)
                if self.closed:
                    each.set_read_only()
        self.nothing_parked.setVisible(not topics)
        self.nothing_counted.setVisible(not counts)

    def _topic_card(self, topic: ParkedTopicView, remove: Callable[[str], None]) -> TopicCard:
        where = self._words.item(self._items.get(topic.plan_item_uid or ""))
        result = TopicCard(self.theme, topic, where)
        result.reworded.connect(partial(self._reword, result))
        result.settled_wanted.connect(partial(self._settle, topic))
        result.remove_wanted.connect(partial(self._remove, remove, topic.uid))
        return result

    def _count_card(self, count: HandCountView, remove: Callable[[str], None]) -> HandsCard:
        at = count.counted_at.astimezone(ZoneInfo(self._session.time_zone))
        where = self._words.item(self._items.get(count.plan_item_uid))
        where = self.tr("%1, %2").replace("%1", where).replace("%2", f"{at:%H:%M}")
        result = HandsCard(self.theme, count, self._words.hands(count), where)
        result.edit_wanted.connect(partial(self._edit, count))
        result.remove_wanted.connect(partial(self._remove, remove, count.uid))
        return result

    def _build(self) -> None:
        self.cancel.hide()
        self.confirm.setDefault(False)
        self.confirm.setAutoDefault(False)
        self.line.setPlaceholderText(self.tr("Another topic, then Enter"))
        self.line.setAccessibleName(self.tr("Another topic for later"))
        self.line.setMaxLength(MAX_TOPIC)
        self.line.setVisible(not self.closed)
        self.line.entered.connect(self._add)
        content, parts = QWidget(), column(spacing=10, margins=(2, 2, 12, 2))
        content.setLayout(parts)
        parts.addWidget(label(self.tr("Topics put off"), Role.SECTION))
        parts.addWidget(self.line)
        parts.addWidget(self.nothing_parked)
        parts.addLayout(self._topic_place)
        parts.addSpacing(8)
        parts.addWidget(label(self.tr("Shows of hands"), Role.SECTION))
        parts.addWidget(self.nothing_counted)
        parts.addLayout(self._count_place)
        parts.addStretch(1)
        self.add_scrolling(content, name=self.windowTitle() if self.closed else "")
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.line.setFocus()
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        QShortcut(keys, self).activated.connect(self.undo)


def _replace(place: QVBoxLayout, cards: list[TopicCard] | list[HandsCard]) -> None:
    for each in cards:
        place.removeWidget(each)
        each.hide()
        each.deleteLater()
