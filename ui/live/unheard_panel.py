"""Who has not been heard yet. Neighbours see the screen: shown only while something is pressed."""

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from app.domain.unheard import Unheard
from app.texts import Texts
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.frames import column
from ui.widgets.labels import wrapped

_WIDTH = 400
_MARGIN = 20
_NAMES = 12
"""More names than these are not read in a glance."""


class UnheardPanel(QFrame):
    """A card over the right part of the page; it takes no focus and no clicks."""

    def __init__(self, theme: Theme, texts: Texts, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self._texts = texts
        self.setProperty("surface", "card")
        self.setAutoFillBackground(True)
        self._layout = column(spacing=4, margins=(20, 14, 20, 16))
        self.setLayout(self._layout)
        self._people = self._section(self.tr("Has not spoken yet"))
        self._here_title = wrapped("", Role.SECTION)
        self._here = wrapped("")
        self._layout.addSpacing(6)
        self._layout.addWidget(self._here_title)
        self._layout.addWidget(self._here)
        self._shares_title = wrapped("", Role.SECTION)
        self._shares = wrapped("")
        self._layout.addSpacing(6)
        self._layout.addWidget(self._shares_title)
        self._layout.addWidget(self._shares)
        self.hide()

    def show_unheard(self, found: Unheard, item: str) -> None:
        """Show this about ``item`` ("Leitfrage 4"), at the lower right of the page."""
        self._people.setText(self._names(found))
        title = self.tr("Not yet heard on this: %1").replace("%1", item)
        self._here_title.setText(title)
        self._here.setText(self._silent(found))
        by_time, by_number = self.tr("Shares of speaking time"), self.tr("Shares of statements")
        self._shares_title.setText(by_time if found.by_time else by_number)
        self._shares.setText(self._percents(found))
        self._place()
        self.show()
        self.raise_()

    def texts(self) -> tuple[str, str, str]:
        """What is said, section by section."""
        return self._people.text(), self._here.text(), self._shares.text()

    def _section(self, title: str) -> QLabel:
        self._layout.addWidget(wrapped(title, Role.SECTION))
        text = wrapped("")
        self._layout.addWidget(text)
        return text

    def _names(self, found: Unheard) -> str:
        names = [person.name for person in found.people]
        if not names:
            return self.tr("Everybody has spoken.")
        more = len(names) - _NAMES
        rest = self.tr("and %1 more").replace("%1", str(more))
        return ", ".join(names[:_NAMES]) + (f" {rest}" if more > 0 else "")

    def _silent(self, found: Unheard) -> str:
        if not found.grouped:
            return self.tr("No kind of organisation is known of anybody here.")
        kinds = (self._texts.heading(kind) for kind in found.kinds)
        return ", ".join((*kinds, *found.groups)) or self.tr("All groups were heard.")

    def _percents(self, found: Unheard) -> str:
        other = self.tr("without a kind of organisation")
        lines: dict[int, list[str]] = {}
        for share in found.shares:
            word = self._texts.heading(share.kind) if share.kind else other
            lines.setdefault(share.percent, []).append(word)
        shown = [f"{percent} %  {', '.join(words)}" for percent, words in lines.items()]
        return "\n".join(shown) or self.tr("No statement has a person yet.")

    def _place(self) -> None:
        page = self._page
        width = min(self._theme.px(_WIDTH), page.width() - 2 * _MARGIN)
        height = min(self._layout.totalHeightForWidth(width), page.height() - 2 * _MARGIN)
        left, top = page.width() - width - _MARGIN, page.height() - height - _MARGIN
        self.setGeometry(left, top, width, height)
