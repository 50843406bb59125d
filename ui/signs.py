"""Every sign of the entry line in words: for the sheet behind F1 and for the card to print.

``example`` is a line that the shorthand reads so; a test types every one of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.entry import Sign
from ui.keys import key_text


@dataclass(frozen=True, slots=True)
class SignLine:
    """What is written and what it means. ``sign`` None: a key, or no chip comes of it."""

    written: str
    meaning: str
    example: str = ""
    sign: Sign | None = None


@dataclass(frozen=True, slots=True)
class SignGroup:
    """Signs that work in the same place."""

    heading: str
    lines: Sequence[SignLine]


class Signs(QObject):
    """All signs, in the language of the window."""

    def groups(self) -> Sequence[SignGroup]:
        """In the order of the card."""
        alone = SignLine('*  "  !  ?', self.tr("marks the previous statement"), "*", Sign.RESULT)
        return (
            SignGroup(self.tr("At the start of the line"), self._at_the_start()),
            SignGroup(self.tr("Anywhere"), self._anywhere()),
            SignGroup(self.tr("Alone in the line"), (alone,)),
            SignGroup(self.tr("For questions about partners"), self._partners()),
            SignGroup(self.tr("Keys of the line"), self._keys()),
        )

    def _at_the_start(self) -> Sequence[SignLine]:
        return (
            SignLine(
                self.tr("sb:"),
                self.tr("who speaks: initials or name with a colon"),
                self.tr("sb: The hall is empty"),
                Sign.PERSON,
            ),
            SignLine(
                "@",
                self.tr("the same, to choose; alone: the previous one first"),
                self.tr("@sb The hall is empty"),
                Sign.PERSON,
            ),
            SignLine("*", self.tr("a result"), self.tr("* We open the hall"), Sign.RESULT),
            SignLine('"', self.tr("a quotation"), self.tr('"We want this"'), Sign.VERBATIM),
            SignLine(
                "!",
                self.tr("assent in the room"),
                self.tr("! The bridge has to go"),
                Sign.ASSENT,
            ),
            SignLine(
                "?",
                self.tr("to be clarified later"),
                self.tr("? Somebody else pays"),
                Sign.CLARIFY,
            ),
            SignLine(
                "+",
                self.tr("continues the previous statement"),
                self.tr("+ and soon"),
                Sign.CONTINUES,
            ),
            SignLine(
                ">",
                self.tr("a next step with person and date"),
                self.tr("> sb: calls the town bis Freitag"),
                Sign.NEXT_STEP,
            ),
        )

    def _anywhere(self) -> Sequence[SignLine]:
        return (
            SignLine(
                "@",
                self.tr("somebody the statement is about"),
                self.tr("Please ask @sb about it"),
                Sign.ABOUT,
            ),
            SignLine(
                "/", self.tr("kind of the statement"), self.tr("No money /obstacle"), Sign.KIND
            ),
            SignLine(
                self.tr(";fd"),
                self.tr("a text block of the series: becomes its text (all: {})").replace(
                    "{}", key_text("Ctrl+Shift+T")
                ),
                self.tr("The ;fd has room"),
            ),
            SignLine("#", self.tr("theme"), self.tr("The rent rises #Housing"), Sign.THEME),
        )

    def _partners(self) -> Sequence[SignLine]:
        return (
            SignLine(
                "A + B: …",
                self.tr("a cooperation and its purpose (question 4)"),
                self.tr("Church + school: lunch"),
            ),
            SignLine(
                "A, B",
                self.tr("several taking part or missing (questions 5 and 7)"),
                self.tr("Sports club, young families"),
            ),
        )

    def _keys(self) -> Sequence[SignLine]:
        return (
            SignLine(key_text("Return"), self.tr("record, always")),
            SignLine(key_text("Tab"), self.tr("take the proposal")),
            SignLine(key_text("Shift+Return"), self.tr("a new line in the same statement")),
            SignLine(key_text("Ctrl+Return"), self.tr("after pasting: one statement per line")),
            SignLine(key_text("Backspace"), self.tr("makes a chip text again")),
        )
