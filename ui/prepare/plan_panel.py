"""The middle column of Vorbereiten: heading with the sum, the plan, and how to add to it."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QMenu, QSizePolicy, QWidget

from app.domain.vocabulary import PlanItemKind
from app.texts import Texts
from ui.icons import ITEM_ICONS, pixmap
from ui.prepare.plan_list import PlanEditList
from ui.prepare.plan_rows import PlanEditWords
from ui.prepare.reality_band import RealityBand
from ui.theme import Role, Theme, set_tone
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row
from ui.widgets.labels import ElidedLabel, label


class PlanPanel(QWidget):
    """Shows the plan. ``add_wanted``: an item of this ``PlanItemKind`` behind the current one."""

    add_wanted = Signal(object)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fits = True
        self.guide = ElidedLabel("", Role.CAPTION)
        self._sum_icon, self.sum = QLabel(), label("", Role.STRONG, "settled")
        self.reality = RealityBand(theme)
        self.list = PlanEditList(theme)
        self.add_button = button(theme, self.tr("Item"), icon="plus")
        self.break_button = button(theme, texts.word(PlanItemKind.BREAK), variant="flat")
        theme.set_icon(self.break_button, "coffee")
        self.hint = ElidedLabel(self.tr("Alt+↑ and Alt+↓ move the item"), Role.CAPTION)
        self.menu = QMenu(self.add_button)
        for kind in PlanItemKind:
            entry = self.menu.addAction(texts.word(kind))
            theme.set_icon(entry, ITEM_ICONS[kind])
            entry.triggered.connect(partial(self._add, kind))
        self.add_button.setMenu(self.menu)
        self.add_button.setAccessibleName(self.tr("Add an item"))
        self.break_button.setAccessibleName(self.tr("Add a break"))
        self.break_button.clicked.connect(partial(self._add, PlanItemKind.BREAK))
        self._captions = self._make_captions()
        self._build()
        theme.changed.connect(self._refresh)
        self._refresh()

    def words(self) -> PlanEditWords:
        """The words around items in the language of the window."""
        return PlanEditWords(
            minutes=self.tr("%1 minutes"),
            question=self.tr("question %1, %2"),
            fixed=self.tr("fixed at %1"),
            at_least=self.tr("at least %1 min"),
            protected=self.tr("protected"),
            optional=self.tr("can be left out"),
            together=self.tr("runs with question %1"),
            prompt=self.tr("1 prompt"),
            prompts=self.tr("%1 prompts"),
            gap=self.tr("%1 min free"),
            overlap=self.tr("%1 min planned twice"),
        )

    def show_sum(self, text: str, *, fits: bool) -> None:
        """The sum at the top right: green when the plan fits, amber when not."""
        self._fits = fits
        self.sum.setText(text)
        set_tone(self.sum, "settled" if fits else "open")
        self._refresh()

    def set_editable(self, *, editable: bool) -> None:
        """Whether anything can be changed here."""
        self.list.set_editable(editable=editable)
        self.reality.seconds.setEnabled(editable)
        for part in (self.add_button, self.break_button, self.hint):
            part.setVisible(editable)

    def show_menu(self) -> None:
        """The kinds of items, below the button; the first is chosen by Enter."""
        self.add_button.showMenu()

    def _add(self, kind: PlanItemKind, _checked: bool = False) -> None:
        self.add_wanted.emit(kind)

    def _build(self) -> None:
        layout = column(spacing=0)
        self.setLayout(layout)
        head = row(spacing=8)
        head.addWidget(label(self.tr("Plan"), Role.TITLE))
        head.addWidget(self.guide, 1)
        head.addWidget(self._sum_icon)
        head.addWidget(self.sum)
        layout.addLayout(head)
        layout.addSpacing(10)
        layout.addWidget(self.reality)
        layout.addWidget(self._captions)
        layout.addSpacing(6)
        frame, inner = card(padding=1, spacing=0)
        inner.addWidget(self.list)
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout.addWidget(frame, 1)
        layout.addSpacing(12)
        foot = row(spacing=8)
        foot.addWidget(self.add_button)
        foot.addWidget(self.break_button)
        foot.addWidget(self.hint, 1)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(foot)
        layout.addStretch(0)

    def _make_captions(self) -> QWidget:
        """Above the columns of the list; positions follow the delegate."""
        result = QWidget()
        self._caption_row = row(spacing=0)
        result.setLayout(self._caption_row)
        begin, name = label(self.tr("Begin"), Role.LABEL), label(self.tr("Item of the plan"))
        name.setProperty("role", Role.LABEL.value)
        self._begin = begin
        self._caption_row.addWidget(begin)
        self._caption_row.addWidget(name)
        self._caption_row.addStretch(1)
        self._caption_row.addWidget(label(self.tr("Minutes"), Role.LABEL))
        return result

    def _refresh(self) -> None:
        name, tone = ("circle-check", "settled") if self._fits else ("alert-triangle", "open")
        px, size = self._theme.px, self._theme.px(17)
        self._caption_row.setContentsMargins(px(35), 0, px(14), 0)
        self._begin.setFixedWidth(px(57))
        self._sum_icon.setPixmap(pixmap(name, self._theme.color(tone), size))
