"""Says when what is being typed does not reach the disk."""

from PySide6.QtCore import QObject

from ui.pages import Toolbox
from ui.widgets.band import BandKind
from ui.widgets.statement_entry import StatementEntry


class DraftWatch(QObject):
    """Looks at the drafts whenever it is told to."""

    def __init__(self, entry: StatementEntry, tools: Toolbox, parent: QObject) -> None:
        super().__init__(parent)
        self._entry = entry
        self._tools = tools
        self._told_failure = False

    def look(self) -> None:
        """Say within seconds that typing does not reach the disk, and that it does again."""
        failed = self._tools.services.drafts.failed if not self._entry.is_empty() else None
        if failed is not None and not self._told_failure:
            self._tools.messages.saving_failed.emit()
            text = self.tr(
                "What you are typing cannot be saved at the moment. It stays in the line."
            )
            self._tools.messages.say(BandKind.ERROR, text, "", None)
        elif failed is None and self._told_failure:
            self._tools.messages.done(self.tr("What you are typing is saved again."))
        self._told_failure = failed is not None
