"""What happens in the room, in the words of the window."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from app.domain.in_the_room import HandCountView
from app.domain.incoming.in_the_room import HandCountDraft
from app.domain.plan import PlanItemView
from app.domain.reading_back import ReadResult
from app.domain.vocabulary import Outcome

ANSWER_TONES: Mapping[Outcome, str] = {
    Outcome.CONFIRMED: "settled",
    Outcome.CHANGED: "primary",
    Outcome.DISPUTED: "open",
}


class InTheRoomWords(QObject):
    """Sentences about hands and topics."""

    def hands(self, count: HandCountView | HandCountDraft) -> str:
        """As "12 dafür, 3 dagegen, 2 offen"."""
        text = self.tr("%1 agree, %2 disagree, %3 open")
        text = text.replace("%1", str(count.agree)).replace("%2", str(count.disagree))
        return text.replace("%3", str(count.undecided))

    def result_place(self, result: ReadResult) -> str:
        """As "Leitfrage 3 · Ergebnis 2 von 3"."""
        text = self.tr("%1 · result %2 of %3").replace("%1", self.item(result.item))
        return text.replace("%2", str(result.number)).replace("%3", str(result.count))

    def named(self, result: ReadResult) -> str:
        """What a result is called where somebody speaks against it: never by its words.

        Those may have to go one day, and then nothing else may repeat them.
        """
        where = self.item(result.item)
        if result.statement.evidence or result.count == 1:
            return result.statement.evidence or where
        return self.tr("%1, result %2").replace("%1", where).replace("%2", str(result.number))

    def item(self, item: PlanItemView | None) -> str:
        """As "Leitfrage 3", or the title of another item; empty without one."""
        if item is None:
            return ""
        if item.number is None:
            return item.title
        return self.tr("Question %1").replace("%1", str(item.number))
