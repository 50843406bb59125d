"""The photos of an item in the right column: one quiet line, and the strip when there are some."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from ui.photos.strip import PhotoStrip
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label


class PhotosCard(QFrame):
    """Heading, links to type cards and add photos, and the strip."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.add = button(theme, self.tr("Add …"), variant="link")
        self.add.setProperty("flush", "right")
        self.add.setAccessibleName(self.tr("Add photos"))
        self.cards = button(theme, self.tr("Cards …"), variant="link")
        self.cards.setAccessibleName(self.tr("Type and sort cards"))
        self.strip = PhotoStrip(theme, self.tr("Photos"))
        line = row(spacing=8)
        line.addWidget(label(self.tr("Photos"), Role.SECTION), 1)
        line.addWidget(self.cards)
        line.addWidget(self.add)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(17, 4, 17, 6)
        layout.setSpacing(2)
        layout.addLayout(line)
        layout.addWidget(self.strip)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """How many photos there are."""
        self.strip.setVisible(count > 0)
