"""What was given out so far: the newest at the foot of the notes, and a way to all of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.exports import ExportView
from app.services.export_words import in_words
from app.texts import Texts
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column
from ui.widgets.labels import label, wrapped

SHOWN = 3


class GivenOut(QWidget):
    """``controls`` are in the order of the Tab key."""

    all_wanted = Signal()
    withdrawal_wanted = Signal()

    def __init__(
        self, theme: Theme, texts: Texts, exports: Sequence[ExportView], zone: str
    ) -> None:
        super().__init__()
        layout = column(spacing=4)
        self.setLayout(layout)
        layout.addWidget(label(self.tr("Given out so far"), Role.SECTION))
        for export in exports[:SHOWN]:
            said = in_words(export, texts, zone)
            layout.addSpacing(4)
            layout.addWidget(wrapped(said.what, Role.STRONG))
            layout.addWidget(wrapped(said.details, Role.META))
        text = self.tr("All %1, and for whom …").replace("%1", str(len(exports)))
        if len(exports) == 1:
            text = self.tr("For whom …")
        more = button(theme, text, icon="history", variant="link")
        more.setObjectName("given-out")
        more.clicked.connect(self.all_wanted)
        layout.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        withdrawal = button(theme, self.tr("Do not name somebody any more …"), variant="link")
        withdrawal.setObjectName("withdrawal")
        withdrawal.clicked.connect(self.withdrawal_wanted)
        layout.addWidget(withdrawal, 0, Qt.AlignmentFlag.AlignLeft)
        self.controls: list[QWidget] = [more, withdrawal]
