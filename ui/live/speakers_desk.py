"""The speakers list at work: between the card, the entry line and the service."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.domain.initials import Person, initials
from app.domain.person_line import split_person
from app.domain.proposals import person_completion
from app.domain.schedule import clock_text
from app.domain.speakers import Proposal, SpeakersList, SpeakingRequestView, line_up
from app.domain.unheard import Said, unheard
from app.domain.vocabulary import RequestKind, SpeakingOrder, SpeakingReason
from app.errors import UserError
from ui.live.clock_desk import ClockDesk
from ui.live.live_session import LiveSession
from ui.live.page import LivePage
from ui.live.speakers_board import BoardRows, SpeakersBoard
from ui.live.speakers_queue import SHOWN, QueueRow
from ui.live.unheard_panel import UnheardPanel
from ui.models.movable_model import Move
from ui.pages import Toolbox

_PLAIN = (SpeakingReason.FIRST_COME, SpeakingReason.ALONE)
"""Reasons that go without saying."""


class SpeakersDesk(QObject):
    """Made when the list is first used. ``done`` is called when the field is left."""

    def __init__(
        self,
        page: LivePage,
        tools: Toolbox,
        clock: ClockDesk,
        done: Callable[[], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._clock = clock
        self._done = done
        self._session: LiveSession | None = None
        self._kind = RequestKind.CONTRIBUTION
        self._tab = 0
        self.speakers = SpeakersList()
        self.board = SpeakersBoard(tools.theme)
        self.panel = UnheardPanel(tools.theme, tools.texts, page)
        page.side.speakers.put_in(self.board)
        page.order_tabs()
        clock.ticked.connect(self.tick)
        self._connect()

    # -- what is shown ----------------------------------------------------------------------

    def open(self, session: LiveSession) -> None:
        """Another session."""
        self._session = session
        self.board.ask.hide()
        self.refresh()

    def refresh(self) -> None:
        """The list is another one now."""
        session = self._session
        if session is None:
            return
        before = self.speakers.speaking
        self.speakers = self._tools.services.views.speakers(session.uid)
        order = line_up(self.speakers)
        speaking = self.speakers.speaking
        used = bool(self.speakers.requests) or self.speakers != SpeakersList()
        waiting = self.tr("%1 wait").replace("%1", str(len(order)))
        words = {0: self.tr("nobody waits"), 1: self.tr("one waits")}
        card = self._page.side.speakers
        card.show_used(used=used, waiting=words.get(len(order), waiting))
        self.board.setVisible(used or not self.board.ask.isHidden())
        self.board.show_rows(self._rows(order, speaking))
        self._suggest(speaking)
        self.tick()
        if speaking is not None and speaking != before:
            self._clock.announce(self.board.speaker.accessibleName())

    def tick(self) -> None:
        """A second has passed: only the time of who speaks is another one."""
        speaking = self.speakers.speaking
        if speaking is not None:
            text = clock_text(speaking.spoken(self._clock.now())).removeprefix("0")
            self.board.speaker.show_time(text)

    # -- what can be done -------------------------------------------------------------------

    def ask(self, kind: RequestKind = RequestKind.CONTRIBUTION) -> None:
        """Let somebody be typed who wants the floor."""
        session = self._session
        if session is None or session.is_closed:
            return
        self._kind = kind
        self._tab = self._page.tabs.current
        self._page.reach_speakers()
        self.board.show()
        self._page.side.speakers.ask.hide()
        plain = kind is RequestKind.CONTRIBUTION
        self.board.ask.start(session.context().people, "" if plain else self._word(kind))
        QTimer.singleShot(0, self._scroll_to_field)  # when it has its room

    def _scroll_to_field(self) -> None:
        self._page.scroll_to(self.board.ask)

    def next(self) -> None:
        """The turn is over; the proposed one is next."""
        self._write(self._tools.services.speakers.give_floor)

    def show_unheard(self, *, shown: bool) -> None:
        """Who has not been heard: only as long as something is pressed."""
        session = self._session
        item = session.standing.shown if session is not None else None
        if not shown or session is None or item is None:
            self.panel.hide()
            return
        statements = self._tools.services.views.statements(session.uid)
        found = unheard(
            tuple(session.people.values()),
            [Said(s.participant_uid, s.plan_item_uid) for s in statements if s.participant_uid],
            self._tools.services.views.speakers(session.uid),
            plan_item_uid=item.uid,
            now=self._clock.now(),
        )
        self.panel.show_unheard(found, session.words.item(item))

    def _write(self, write: Callable[[str], object]) -> bool:
        """Do something to the list; what is refused is said. ``refresh`` comes with the change."""
        session = self._session
        if session is None or session.is_closed:
            return False
        try:
            write(session.uid)
        except UserError as error:
            self._tools.messages.error(error)
            return False
        return True

    def _request(self, participant_uid: str) -> None:
        service, kind = self._tools.services.speakers, self._kind
        self._write(lambda uid: service.request(uid, participant_uid, kind))
        self._leave_field()

    def _request_guest(self, typed: str) -> None:
        """Whoever is on no list is present from now on, and waits for the floor."""
        from app.domain.incoming.people import ParticipantDraft

        name, organisation = split_person(typed)
        draft = ParticipantDraft(name=name, organisation=organisation)
        taken_in: list[str] = []

        def walk_in(session_uid: str) -> None:
            check_in = self._tools.services.check_in
            taken_in.append(check_in.walk_in(session_uid, draft, guest=True))

        if self._write(walk_in):
            self._request(taken_in[0])

    def _give(self, request_uid: str) -> None:
        self._write(lambda uid: self._tools.services.speakers.give_floor(uid, request_uid))

    def _withdraw(self, request_uid: str) -> None:
        self._write(lambda uid: self._tools.services.speakers.withdraw(uid, request_uid))

    def _end(self) -> None:
        self._write(self._tools.services.speakers.end_turn)

    def _move(self, move: Move) -> None:
        shown = [row.uid for row in self.board.queue.rows.rows() if row.uid != move.uid]
        place = shown.index(move.after) + 1 if move.after is not None else 0
        self._write(lambda uid: self._tools.services.speakers.move(uid, move.uid, place))

    def _set_order(self, order: SpeakingOrder) -> None:
        if order is SpeakingOrder.QUOTA and not self.speakers.groups:
            self._open_groups()
        else:
            self._write(lambda uid: self._tools.services.speakers.set_order(uid, order))

    def _open_groups(self) -> None:
        from ui.live.speaking_groups import SpeakingGroupsDialog

        session = self._session
        if session is not None and not session.is_closed:
            dialog = SpeakingGroupsDialog(
                self._tools, session.uid, self.speakers.groups, parent=self._page.window()
            )
            dialog.show_over()

    def _leave_field(self) -> None:
        self.board.ask.hide()
        if self._page.narrow:
            self._page.show_tab(self._tab)
        self.refresh()
        self._done()

    # -- the menu -----------------------------------------------------------------------------

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.popup(self.board.menu.mapToGlobal(self.board.menu.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """What is needed less often: other kinds of requests, orders, the end of a turn."""
        menu = QMenu(self.board.menu)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind in (RequestKind.DIRECT_REPLY, RequestKind.POINT_OF_ORDER):
            self._add(menu, f"{self._word(kind)} …", partial(self._ask_for, kind))
        end = self._add(menu, self.tr("End the turn, nobody is next"), self._end_now)
        end.setEnabled(self.speakers.speaking is not None)
        menu.addSeparator()
        group = QActionGroup(menu)
        for order in SpeakingOrder:
            word = self._tools.texts.heading(order)
            action = self._add(menu, word, partial(self._choose_order, order))
            action.setCheckable(True)
            action.setChecked(order is self.speakers.order)
            group.addAction(action)
        self._add(menu, self.tr("Groups …"), self._groups_now)
        return menu

    def _add(self, menu: QMenu, text: str, do: Callable[..., None]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(do)
        menu.addAction(action)
        return action

    def _ask_for(self, kind: RequestKind, _checked: bool = False) -> None:
        self.ask(kind)

    def _choose_order(self, order: SpeakingOrder, _checked: bool = False) -> None:
        self._set_order(order)

    def _end_now(self, _checked: bool = False) -> None:
        self._end()

    def _groups_now(self, _checked: bool = False) -> None:
        self._open_groups()

    # -- rows ---------------------------------------------------------------------------------

    def _rows(self, order: tuple[Proposal, ...], speaking: SpeakingRequestView | None) -> BoardRows:
        hidden = len(order) - SHOWN
        return BoardRows(
            speaking=speaking.name if speaking else "",
            initials=initials(speaking.name) if speaking else "",
            waiting=tuple(self._row(at, each) for at, each in enumerate(order, start=1)),
            reason=self._reason(order[0]) if order else "",
            more=self.tr("+ %1 more").replace("%1", str(hidden)) if hidden > 0 else "",
        )

    def _row(self, number: int, proposal: Proposal) -> QueueRow:
        request = proposal.request
        note = ""
        if request.kind is not RequestKind.CONTRIBUTION:
            note = self._tools.texts.word(request.kind, "short")
        elif not any(t.participant_uid == request.participant_uid for t in self.speakers.turns):
            note = self.tr("new")
        said = ", ".join(filter(None, (str(number), request.name, request.organisation, note)))
        return QueueRow(request.uid, str(number), request.name, initials(request.name), note, said)

    def _reason(self, proposal: Proposal) -> str:
        if proposal.reason in _PLAIN:
            return ""
        words = f"vocabulary.SpeakingReason.{proposal.reason}"
        text = self.tr("Next: %1 – %2").replace(
            "%2", self._tools.texts.get(words, **proposal.values)
        )
        return text.replace("%1", proposal.request.name)

    def _word(self, kind: RequestKind) -> str:
        return self._tools.texts.heading(kind)

    # -- the others -----------------------------------------------------------------------------

    def _suggest(self, speaking: SpeakingRequestView | None) -> None:
        """Whoever speaks is offered to the empty entry line."""
        entry = self._page.entry
        if speaking is None:
            entry.suggest(None)
        else:
            who = Person(speaking.participant_uid, speaking.name, speaking.organisation)
            entry.suggest(person_completion(who, 0, 0))

    def _connect(self) -> None:
        board = self.board
        board.ask.chosen.connect(self._request)
        board.ask.guest_wanted.connect(self._request_guest)
        board.ask.left.connect(self._leave_field)
        board.next.clicked.connect(self.next)
        board.report.clicked.connect(self._ask_plainly)
        board.menu.clicked.connect(self._open_menu)
        board.queue.floor_wanted.connect(self._give)
        board.queue.withdraw_wanted.connect(self._withdraw)
        board.queue.move_wanted.connect(self._move)
        board.queue.left.connect(self._done)

    def _ask_plainly(self) -> None:
        self.ask()
