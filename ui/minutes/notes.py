"""The right column: what was saved, what to look at before saving, and what is in the minutes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.domain.exports import ExportView
from app.domain.minutes import WithoutResults
from app.domain.minutes_names import NameInText
from app.domain.minutes_review import FewPeople, FewPlace
from app.domain.plan import PlanItemView
from app.domain.vocabulary import MinutesKind
from app.texts import Texts
from ui.icons import pixmap
from ui.minutes.digest import Digest, Open
from ui.minutes.given_out import GivenOut
from ui.minutes.names_card import NamesList
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row, rule
from ui.widgets.labels import ElidedLabel, label, tabular, wrapped
from ui.widgets.scroll_column import ScrollColumn

WIDTH = 340
_INDENT = 26
_LINK_PADDING = 8
"""How far the words of a link lie inside it; everything else has to be moved in."""


class Notes(QWidget):
    """Most important first, each with its jump; none stops the saving."""

    jump_wanted = Signal(str, str)
    """Plan item and statement (may be empty) to look at in the review."""
    without_results_chosen = Signal(object)
    open_file = Signal(object)
    open_folder = Signal(object)
    replace_wanted = Signal(object)
    """Notes (a tuple) whose allowed form is to stand in the text."""
    leave_wanted = Signal(object)
    """A name that may stand as it is."""
    send_wanted = Signal()
    all_given_wanted = Signal()
    withdrawal_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts = texts
        self._icons: list[tuple[QLabel, str, str]] = []
        self._controls: list[QWidget] = []
        self._saved_path: Path | None = None
        self._chosen = WithoutResults.STATEMENTS
        self._digest: Digest | None = None
        self._kind = MinutesKind.SUMMARY
        self._names: tuple[NameInText, ...] = ()
        self._closed = False
        self._given: tuple[ExportView, ...] = ()
        self._zone = ""
        self._layout = column(spacing=12)
        outer = column()
        self.setLayout(outer)
        self._area = ScrollColumn(self._layout, (20, 14, 20, 16), self)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # more to read than to press
        self._area.setAccessibleName(self.tr("Notes"))
        outer.addWidget(self._area)
        theme.changed.connect(self._repaint)

    @property
    def digest(self) -> Digest | None:
        """The numbers shown now."""
        return self._digest

    @property
    def saved_path(self) -> Path | None:
        """The file that was saved last, as long as it is said."""
        return self._saved_path

    # -- what is shown ----------------------------------------------------------------------

    def show_digest(self, digest: Digest, kind: MinutesKind, chosen: WithoutResults) -> None:
        """Show these numbers and what follows from them."""
        if (digest, kind, chosen) != (self._digest, self._kind, self._chosen):
            self._digest, self._kind, self._chosen = digest, kind, chosen
            self._rebuild()

    def show_names(self, names: tuple[NameInText, ...], *, closed: bool) -> None:
        """Show the protected names that were found; in a ``closed`` session only where they are."""
        if (names, closed) != (self._names, self._closed):
            self._names, self._closed = names, closed
            self._rebuild()

    @property
    def names(self) -> tuple[NameInText, ...]:
        """The protected names shown now."""
        return self._names

    def show_saved(self, path: Path | None) -> None:
        """Say what was saved and where; None takes it away again."""
        if path != self._saved_path:
            self._saved_path = path
            self._rebuild()

    def show_given(self, exports: tuple[ExportView, ...], zone: str) -> None:
        """Show what was given out of the session, the newest first; times in this zone."""
        if (exports, zone) != (self._given, self._zone):
            self._given, self._zone = exports, zone
            self._rebuild()

    @property
    def first_stop(self) -> QWidget:
        """Where the Tab key comes first."""
        return self._area

    def note_count(self) -> int:
        """How many notes there are."""
        digest = self._digest
        if digest is None:
            return 0
        return sum(
            map(
                bool,
                (
                    digest.without_result,
                    self._names,
                    digest.few,
                    digest.clarify.count,
                    digest.unclear.count,
                    digest.nobody.count,
                ),
            )
        )

    def first_control(self) -> QWidget | None:
        """What F6 leads to."""
        return next(iter(self._controls), None)

    # -- building ---------------------------------------------------------------------------

    def _rebuild(self) -> None:
        focus = self._focused_name()
        self._clear()
        if self._saved_path is not None:
            self._layout.addWidget(self._saved_card(self._saved_path))
        if self._digest is not None:
            self._add_notes(self._digest)
            self._add_counts(self._digest)
        if self._given:
            self._add_given()
        self._layout.addStretch()
        self._repaint()
        self.order_tabs()
        self._focus_again(focus)

    def _clear(self) -> None:
        self._icons.clear()
        self._controls.clear()
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def order_tabs(self) -> None:
        """What was just made comes behind the column itself, not behind the whole page."""
        before: QWidget = self._area
        for control in self._controls:
            QWidget.setTabOrder(before, control)
            before = control

    def _focused_name(self) -> str:
        focus = self.focusWidget()
        return focus.objectName() if focus is not None and focus.hasFocus() else ""

    def _focus_again(self, name: str) -> None:
        """On what took the place of the control that had the focus, else on the next there is."""
        if not name:
            return
        found = next((c for c in self._controls if c.objectName() == name), None)
        (found or self.first_control() or self._area).setFocus()

    def _add_notes(self, digest: Digest) -> None:
        add = self._layout.addWidget
        add(self._heading(digest))
        if digest.without_result:
            add(self._without_result_card(digest))
        if self._names:
            add(self._names_card(self._names))
        if digest.few:
            add(self._few_card(digest.few))
        if digest.clarify.count:
            add(self._statements_card(self._clarify_text(digest.clarify.count), digest.clarify))
        if digest.unclear.count:
            add(self._statements_card(self._unclear_text(digest.unclear.count), digest.unclear))
        if digest.nobody.count:
            add(
                self._statements_card(
                    self._nobody_text(digest.nobody.count), digest.nobody, warning=False
                )
            )
        if not self.note_count() and not digest.is_empty:
            add(self._settled_line(self.tr("Nothing left to look at")))

    def _heading(self, digest: Digest) -> QWidget:
        holder = QWidget()
        layout = column(spacing=4)
        holder.setLayout(layout)
        layout.addWidget(label(self.tr("Before saving"), Role.TITLE))
        count = self.note_count()
        if digest.is_empty:
            text = self.tr("No statements yet. The minutes can be saved all the same.")
        elif count == 1:
            text = self.tr("1 note. You can save at any time all the same.")
        elif count:
            text = self.tr("%1 notes. You can save at any time all the same.")
        else:
            return holder
        layout.addWidget(wrapped(text.replace("%1", str(count)), Role.META))
        return holder

    def _clarify_text(self, count: int) -> str:
        if count == 1:
            return self.tr("1 statement is still to clarify.")
        return self.tr("%1 statements are still to clarify.").replace("%1", str(count))

    def _unclear_text(self, count: int) -> str:
        if count == 1:
            return self.tr("1 statement has initials that fit several people.")
        text = self.tr("%1 statements have initials that fit several people.")
        return text.replace("%1", str(count))

    def _nobody_text(self, count: int) -> str:
        if count == 1:
            return self.tr("1 statement without a person stands without attribution.")
        text = self.tr("%1 statements without a person stand without attribution.")
        return text.replace("%1", str(count))

    def _names_text(self, count: int) -> str:
        if count == 1:
            return self.tr("1 text names somebody or something that is protected.")
        text = self.tr("%1 texts name somebody or something that is protected.")
        return text.replace("%1", str(count))

    def _without_result_text(self, items: Sequence[PlanItemView]) -> str:
        numbers = QLocale().createSeparatedList([str(item.number) for item in items])
        if len(items) == 1:
            text = self.tr("Question %1 has neither a summary nor a result.")
        else:
            text = self.tr("Questions %1 have neither a summary nor a result.")
        return text.replace("%1", numbers)

    # -- cards ------------------------------------------------------------------------------

    def _card(self, icon: str, tone: str, text: str) -> tuple[QFrame, QVBoxLayout]:
        """A card with an icon beside its sentence; what is added stands below the sentence."""
        frame, layout = card(padding=14, spacing=6)
        top = row(spacing=8)
        top.addWidget(self._icon(icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        sentence = wrapped(text, Role.STRONG)
        top.addWidget(sentence, 1)
        layout.addLayout(top)
        below = column(spacing=6, margins=(_INDENT - _LINK_PADDING, 0, 0, 0))
        layout.addLayout(below)
        return frame, below

    def _without_result_card(self, digest: Digest) -> QFrame:
        items = digest.without_result
        frame, layout = self._card("alert-triangle", "open", self._without_result_text(items))
        if digest.offers_all:
            self._add_choice(frame, layout)
        self._add_jump(layout, self.tr("Choose results now"), items[0].uid, "")
        return frame

    def _add_choice(self, frame: QFrame, layout: QVBoxLayout) -> None:
        group = QButtonGroup(frame)
        for value, text in (
            (WithoutResults.STATEMENTS, self.tr("print all statements")),
            (WithoutResults.NOTE, self.tr("“no results recorded”")),
        ):
            choice = QRadioButton(text)
            choice.setObjectName(f"without-{value}")
            choice.setChecked(value is self._chosen)
            choice.clicked.connect(partial(self._choose, value))
            group.addButton(choice)
            self._controls.append(choice)
            layout.addLayout(_moved_in(choice))

    def _statements_card(self, text: str, found: Open, *, warning: bool = True) -> QFrame:
        icon, tone = ("alert-triangle", "open") if warning else ("info-circle", "ink2")
        frame, layout = self._card(icon, tone, text)
        self._add_jump(layout, self.tr("Look at them"), found.plan_item_uid, found.statement_uid)
        return frame

    def _names_card(self, names: Sequence[NameInText]) -> QFrame:
        """What is typed is printed as it stands; so the card says where, and replaces it."""
        texts = len({note.typed for note in names})
        frame, layout = self._card("alert-triangle", "open", self._names_text(texts))
        content = NamesList(self._theme, names, closed=self._closed)
        content.replace_wanted.connect(self.replace_wanted)
        content.leave_wanted.connect(self.leave_wanted)
        content.jump_wanted.connect(self.jump_wanted)
        self._controls.extend(content.controls)
        layout.addWidget(content)
        return frame

    def _few_card(self, few: Sequence[FewPeople]) -> QFrame:
        """One list of what points to few people: a reader who was there knows who it was."""
        frame, layout = self._card("alert-triangle", "open", self.tr("Few people can be meant by:"))
        lines = "\n".join(map(self._few_text, few))
        layout.addLayout(_moved_in(wrapped(lines, Role.META)))
        advice = self.tr("A stricter limit on the left keeps them back.")
        layout.addLayout(_moved_in(wrapped(advice, Role.META)))
        return frame

    def _few_text(self, few: FewPeople) -> str:
        if few.kind is None:
            what = self.tr("statements without a name")
        else:
            what = self._texts.word(few.kind, "printed")
        if few.place is FewPlace.CELLS:
            what = self.tr("%1, in the table of next steps").replace("%1", what)
        people = self.tr("1 person") if few.people == 1 else self.tr("%1 people")
        return f"{what}: {people.replace('%1', str(few.people))}"

    def _add_jump(self, layout: QVBoxLayout, text: str, item: str, statement: str) -> None:
        jump = self._link(text, "arrow-right", partial(self._jump, item, statement))
        layout.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeft)

    def _saved_card(self, path: Path) -> QFrame:
        frame, layout = self._card("circle-check", "settled", self.tr("Saved"))
        name = ElidedLabel(path.name, Role.BODY)
        name.setToolTip(str(path))
        layout.addLayout(_moved_in(name))
        for text, icon, slot in (
            (self.tr("Open the file"), "file-text", partial(self._open, path)),
            (self.tr("Open the folder"), "folder-open", partial(self._folder, path)),
            (self.tr("Send …"), "message", self._send),
        ):
            link = self._link(text, icon, slot)
            link.setObjectName(icon)
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _settled_line(self, text: str) -> QWidget:
        holder = QWidget()
        layout = row(spacing=8, margins=(14, 0, 0, 0))
        holder.setLayout(layout)
        layout.addWidget(self._icon("circle-check", "settled"))
        layout.addWidget(label(text, Role.BODY, "settled"), 1)
        return holder

    def _link(self, text: str, icon: str, slot: Callable[..., object]) -> QWidget:
        result = button(self._theme, text, icon=icon, variant="link")
        result.clicked.connect(slot)
        self._controls.append(result)
        return result

    def _icon(self, name: str, tone: str) -> QLabel:
        result = QLabel()
        self._icons.append((result, name, tone))
        return result

    # -- counts -----------------------------------------------------------------------------

    def _add_counts(self, digest: Digest) -> None:
        counts = [(count, text) for count, text in self._counts(digest) if count]
        if not counts:
            return
        self._layout.addWidget(rule())
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label(self.tr("It contains"), Role.SECTION), 0, 0, 1, 2)
        for number, (count, text) in enumerate(counts, start=1):
            figure = tabular(label(QLocale().toString(count), Role.STRONG))
            grid.addWidget(figure, number, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(text, Role.BODY, "ink2"), number, 1)
        self._layout.addWidget(holder)

    def _counts(self, digest: Digest) -> list[tuple[int, str]]:
        shown = (
            (digest.statements, self.tr("statement"), self.tr("statements")),
            (digest.quotes, self.tr("quote"), self.tr("quotes")),
            (digest.summaries, self.tr("summary"), self.tr("summaries")),
            (digest.results, self.tr("result"), self.tr("results")),
            (digest.recommendations, self.tr("recommendation"), self.tr("recommendations")),
            (digest.agreements, self.tr("agreement"), self.tr("agreements")),
            (digest.next_steps, self.tr("next step"), self.tr("next steps")),
        )
        kept = shown[:4] + shown[6:] if self._kind is MinutesKind.FULL else shown[2:]
        return [(count, one if count == 1 else many) for count, one, many in kept]

    def _add_given(self) -> None:
        given = GivenOut(self._theme, self._texts, self._given, self._zone)
        given.all_wanted.connect(self.all_given_wanted)
        given.withdrawal_wanted.connect(self.withdrawal_wanted)
        self._controls.extend(given.controls)
        self._layout.addWidget(rule())
        self._layout.addWidget(given)

    # -- doing ------------------------------------------------------------------------------

    def _choose(self, value: WithoutResults, _checked: bool = False) -> None:
        self.without_results_chosen.emit(value)

    def _jump(self, item: str, statement: str, _checked: bool = False) -> None:
        self.jump_wanted.emit(item, statement)

    def _open(self, path: Path, _checked: bool = False) -> None:
        self.open_file.emit(path)

    def _folder(self, path: Path, _checked: bool = False) -> None:
        self.open_folder.emit(path)

    def _send(self, _checked: bool = False) -> None:
        self.send_wanted.emit()

    def _repaint(self) -> None:
        size = self._theme.px(18)
        for target, name, tone in self._icons:
            target.setPixmap(pixmap(name, self._theme.color(tone), size))


def _moved_in(widget: QWidget) -> QHBoxLayout:
    layout = row(margins=(_LINK_PADDING, 0, 0, 0))
    layout.addWidget(widget)
    return layout
