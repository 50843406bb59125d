"""The entry line as note-takers write it: who, which kind, which theme – all optional.

``kw: Die Miete steigt #Wohnen`` is a statement of Karin Weiß on the theme Wohnen. The rules:

* *Opening*: ``+`` before a word continues the statement before, ``>`` before a word is a next
  step, in which "bis Freitag" is its date and the first person who does it. Numbers keep their
  sign: "+ 50 Wohnungen", "> 100 Leute".
* *Head*: what stands before the text. There ``kw:`` or ``@kw`` names the person (initials or
  name; somebody else's word with a colon stays text), ``"`` begins a quote (closed at the end or
  not at all, so a sentence that begins with a quoted word is none), ``*`` marks a result, ``!``
  assent in the room and ``?`` what is to be clarified.
* ``/`` and ``#`` after white space or at the start give kind and theme; kinds and themes must be
  written out to the next white space or punctuation, or be chosen from the proposals.
* ``@kw`` inside the text is somebody the statement is about; the name stays part of the text.
* A line that is only one of ``* " ! ?`` marks the statement before.
* Nothing in a literal range (``entry.Line``: pasted or taken back) is read.
* Other chips are not part of the text; everything else is saved as it was typed.

What is proposed while typing stands in ``proposals``.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from app.domain.entry import MARKS, Line, Sign, Span
from app.domain.initials import People, Person, plain_name
from app.domain.text import fold
from app.domain.text_blocks import TextBlockView
from app.domain.vocabulary import StatementKind

if TYPE_CHECKING:
    from app.domain.due_dates import Due

_MAX_WORDS = 6
MAX_NAME = 240
"""No name is longer; so a pasted book costs no more than a line."""

_MAX_UNCLEAR = 50

_WORD = re.compile(r"\S+")
_END_PUNCTUATION = '.,;:!?)…"“”»«'
_BEFORE_TEXT = re.compile(r"\s*[:,]|;|\s+;(?=\s)")
"""A semicolon behind a space and before a letter begins the name of a text block."""
_BETWEEN_CHIPS = re.compile(r"[,;](?=\s*(?:[#/]|$))")
_NAME_AND_COLON = re.compile(r"([^:\n]{1,80}):(?=$|\s|[^\W\d_]|[\"*„“»])")
_TOKEN = re.compile(r"(?:^|(?<=\s))[#/@](?=\S)")
_AFTER_QUOTE = re.compile(r'"[\s.,;!?…]*(?:[#/].*)?', re.DOTALL)
_SHORT_WORDS = frozenset(
    ("Ab", "Am", "An", "Da", "Du", "Er", "Es", "Im", "In", "Ja", "Ob", "So", "Um", "Wo", "Zu")
)
"""Begin a sentence ("Ja: aber nur …") and are nobody's initials when written like this."""
_LONE = {"*": Sign.RESULT, '"': Sign.VERBATIM, "!": Sign.ASSENT, "?": Sign.CLARIFY}
"""What marks the statement before when it stands alone, and this one before its text."""
_AFTER_MARK = re.compile(r"[\s*@#/\"„»]|[^\W\d_]")
_OPENING = re.compile(r"([+>])(?=\s*(?:[^\W\d_]|[@„»\"]))")
"""Before a word only: "+ 50", "+49 30", "> 100", ">= 3", "+/-" are text."""
_MEANT = re.compile(r"(?:^|(?<=\s))[@#/][^\W\d_]\w+(?![\w/.\\@])")
"""A sign and a word: no path, no unit such as "/h", no address."""
_OPENINGS = {"+": Sign.CONTINUES, ">": Sign.NEXT_STEP}


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What the signs can mean in this session.

    ``previous`` are participants' uids, the latest speaker first; ``kinds`` gives the words of
    every kind, the one to show first; ``offered`` are the kinds of the question.
    """

    people: People = field(default_factory=People)
    previous: tuple[str, ...] = ()
    kinds: Mapping[StatementKind, tuple[str, ...]] = field(default_factory=dict)
    offered: tuple[StatementKind, ...] = ()
    themes: tuple[str, ...] = ()
    blocks: tuple[TextBlockView, ...] = ()
    today: dt.date | None = None
    """The day of the session, from which dates are counted; None: no dates are read."""


@dataclass(frozen=True, slots=True)
class ParsedStep:
    """That a line is a next step: who does it until when, as far as it says so."""

    who: str = ""
    due: dt.date | None = None
    participant_uid: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """How a line is read. ``text`` is what will be saved; it may be empty.

    With ``person_unclear`` ("SB") several people fit and ``participant_uid`` is None. ``about``
    are the people named inside the text.
    """

    text: str
    participant_uid: str | None = None
    person_unclear: str = ""
    kind: StatementKind | None = None
    themes: tuple[str, ...] = ()
    verbatim: bool = False
    is_result: bool = False
    assent: int = 0
    clarify: bool = False
    about: tuple[str, ...] = ()
    continues: bool = False
    step: ParsedStep | None = None
    no_such_day: str = ""
    """A date that does not exist ("bis 31.2."); it stays text."""
    marks_previous: Sign | None = None
    spans: tuple[Span, ...] = ()


def parse(line: Line, context: EntryContext) -> ParsedLine:
    """How ``line`` is read."""
    lone = _LONE.get(line.text.strip())
    if lone is not None and not line.is_literal(0, len(line.text)):
        at = len(line.text) - len(line.text.lstrip())
        return ParsedLine("", marks_previous=lone, spans=(Span(at, at + 1, lone),))
    reader = _Reader(line, context)
    reader.read_opening()
    reader.read_head()
    reader.read_body()
    reader.read_due()
    return _parsed(line.text, reader)


def not_read(line: Line, parsed: ParsedLine) -> str:
    """A sign that was meant to say something and says nothing: "/hem", "#Klima", "+" alone."""
    alone = line.text.strip()
    if alone in _OPENINGS:
        return alone
    for found in _MEANT.finditer(line.text):
        start, end = found.span()
        chip = any(span.overlaps(start, end) for span in parsed.spans)
        if not chip and not line.is_literal(start, end):
            return found[0]
    return ""


class _Reader:
    """Finds the chips of one line from left to right."""

    def __init__(self, line: Line, context: EntryContext) -> None:
        self.line = line
        self.text = line.text
        self.context = context
        self.spans: list[Span] = []
        self.at = self.head_end = 0
        self.is_step = self.continues = False
        self.due: Due | None = None
        self._known: dict[str, Mapping[str, tuple[str, str]]] = {}

    def read_opening(self) -> None:
        """Take ``+`` or ``>`` before a word."""
        start = _blank(self.text, 0)
        found = _OPENING.match(self.text, start)
        if found is None or not self._free(start, start + 1):
            return
        what = _OPENINGS[found[1]]
        self.spans.append(Span(start, start + 1, what))
        self.at = self.head_end = start + 1
        self.is_step, self.continues = what is Sign.NEXT_STEP, what is Sign.CONTINUES

    def read_head(self) -> None:
        """Take chips until something else begins; ``head_end`` is where the text starts."""
        while not self.continues:
            start = self.at + _blank(self.text, self.at)
            span = self._head_chip(start)
            if span is None:
                break
            self.spans.append(span)
            self.at = span.end
            if span.what not in MARKS and self.text[span.end - 1] != ":":
                self._take_separator(_BEFORE_TEXT)
        self.head_end = self.at

    def _head_chip(self, start: int) -> Span | None:
        if self.is_step:
            return self._chosen(start, in_head=True) or self._person(start)
        span = self._chosen(start, in_head=True) or self._mark(start) or self._person(start)
        return span or self._token(start)

    def read_body(self) -> None:
        """Take kinds, themes and people inside the text, chosen chips and the end of a quote."""
        chosen = (c.start for c in self.line.chosen if c.start >= self.at)
        for start in sorted({*chosen, *self._tokens()}):
            span = self._chosen(start) or self._token(start) or self._mentioned(start)
            if span is not None and start >= self.at:
                self.spans.append(span)
                self.at = span.end
                if span.what in (Sign.KIND, Sign.THEME):
                    self._take_separator(_BETWEEN_CHIPS)
        if self._has(Sign.VERBATIM):
            self._take_closing_quote()

    def read_due(self) -> None:
        """Take the date of a next step; one that does not exist stays text."""
        if not self.is_step or self.context.today is None:
            return
        from app.domain.due_dates import find_due  # for the few lines that are next steps

        found = find_due(self.text[self.head_end :], self.context.today)
        if found is None:
            return
        start, end = self.head_end + found.start, self.head_end + found.end
        if not self._free(start, end) or any(span.overlaps(start, end) for span in self.spans):
            return
        self.due = found
        if found.date is not None:
            day = found.date
            self.spans.append(Span(start, end, Sign.DUE, day.isoformat(), f"{day:%d.%m.%Y}"))
            self.spans.sort(key=_start)

    def names_somebody(self) -> bool:
        """Whether it is said who speaks or does it."""
        return self._has(Sign.PERSON, Sign.UNCLEAR)

    def _tokens(self) -> Iterator[int]:
        """Where a sign stands that may begin a kind or theme, between the literal ranges."""
        at = self.at
        for start, end in (*self.line.literal, (len(self.text), len(self.text))):
            yield from (match.start() for match in _TOKEN.finditer(self.text, at, max(at, start)))
            at = max(at, end)

    def _has(self, *signs: Sign) -> bool:
        return any(span.what in signs for span in self.spans)

    def _free(self, start: int, end: int) -> bool:
        chosen = any(span.overlaps(start, end) for span in self.line.chosen)
        return not chosen and not self.line.is_literal(start, end)

    def _chosen(self, start: int, *, in_head: bool = False) -> Span | None:
        """A chosen chip; of people only the first one before the text speaks."""
        span = next((span for span in self.line.chosen if span.start == start), None)
        if span is None or span.what not in (Sign.PERSON, Sign.ABOUT):
            return span
        speaks = (in_head or self.is_step) and not self.names_somebody()
        return replace(span, what=Sign.PERSON if speaks else Sign.ABOUT)

    def _mark(self, start: int) -> Span | None:
        """One of ``* " ! ?`` before the text, if a text follows."""
        sign, rest = self.text[start : start + 1], self.text[start + 1 :]
        if not rest.strip() or not self._free(start, start + 1):
            return None
        what = _LONE.get(sign)
        if what is None or self._has(what):
            return None
        fits = _is_quote(rest) if what is Sign.VERBATIM else _marks(sign, rest)
        return Span(start, start + 1, what) if fits else None

    def _person(self, start: int) -> Span | None:
        """``@name`` or ``name:``, once."""
        if self.names_somebody():
            return None
        if self.text.startswith("@", start):
            return self._called(start, start + 1)
        match = _NAME_AND_COLON.match(self.text, start)
        if match is None or match[1] in _SHORT_WORDS or not self._free(start, match.end()):
            return None
        return _person_span(start, match.end(), match[1], self.context.people.match(match[1]))

    def _called(self, start: int, first: int) -> Span | None:
        for end, typed in _names(self.text, first):
            found = self.context.people.match(typed)
            if found and self._free(start, end):
                return _person_span(start, end, typed, found)
        return None

    def _mentioned(self, start: int) -> Span | None:
        """``@name`` inside the text, if exactly one person fits."""
        if not self.text.startswith("@", start):
            return None
        span = self._called(start, start + 1)
        if span is None or span.what is Sign.UNCLEAR:
            return None
        does_it = self.is_step and not self.names_somebody()
        return span if does_it else replace(span, what=Sign.ABOUT)

    def _token(self, start: int) -> Span | None:
        """A kind or theme that is written out in full; the longest fitting one."""
        sign = self.text[start : start + 1]
        if self.is_step or sign not in ("#", "/") or (sign == "/" and self._has(Sign.KIND)):
            return None
        for end, typed in _names(self.text, start + 1):
            found = self._words_of(sign).get(_key(typed))
            if found is not None and self._free(start, end):
                what = Sign.THEME if sign == "#" else Sign.KIND
                return Span(start, end, what, *found)
        return None

    def _words_of(self, sign: str) -> Mapping[str, tuple[str, str]]:
        """All kinds or themes by their folded words; most lines name neither."""
        if sign not in self._known:
            known = _known_themes if sign == "#" else _known_kinds
            self._known[sign] = known(self.context)
        return self._known[sign]

    def _take_separator(self, separator: re.Pattern[str]) -> None:
        """The colon in ``/ziel: mehr`` and the comma in ``#Wohnen, #Pflege`` are no text."""
        match = separator.match(self.text, self.at)
        if match and self._free(self.at, match.end()):
            self.at = match.end()
            self.spans[-1] = replace(self.spans[-1], end=self.at)

    def _take_closing_quote(self) -> None:
        opening = next(span for span in self.spans if span.what is Sign.VERBATIM)
        end = self.text.find('"', opening.end)
        if end > 0 and self._free(end, end + 1):
            self.spans.append(Span(end, end + 1, Sign.VERBATIM))
            self.spans.sort(key=_start)


def _parsed(text: str, reader: _Reader) -> ParsedLine:
    spans = reader.spans
    values = {span.what: span for span in reversed(spans)}

    def value(what: Sign) -> str:
        return values[what].value if what in values else ""

    kind = value(Sign.KIND)
    due = reader.due
    return ParsedLine(
        text=_without(text, spans),
        participant_uid=value(Sign.PERSON) or None,
        person_unclear=value(Sign.UNCLEAR),
        kind=StatementKind(kind) if kind else None,
        themes=_values(spans, Sign.THEME),
        verbatim=Sign.VERBATIM in values,
        is_result=Sign.RESULT in values,
        assent=int(value(Sign.ASSENT) or 1) if Sign.ASSENT in values else 0,
        clarify=Sign.CLARIFY in values,
        about=_values(spans, Sign.ABOUT),
        continues=reader.continues,
        step=_step(values, due) if reader.is_step else None,
        no_such_day=due.typed if due is not None and due.date is None else "",
        spans=tuple(spans),
    )


def _values(spans: Iterable[Span], what: Sign) -> tuple[str, ...]:
    return tuple(dict.fromkeys(span.value for span in spans if span.what is what))


def _step(values: Mapping[Sign, Span], due: Due | None) -> ParsedStep:
    date = due.date if due is not None else None
    if Sign.UNCLEAR in values:
        return ParsedStep(values[Sign.UNCLEAR].value, date)
    person = values.get(Sign.PERSON)
    return ParsedStep(person.label, date, person.value) if person else ParsedStep("", date)


def _start(span: Span) -> int:
    return span.start


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text between the chips, without the spaces they leave behind."""
    kept, at = "", 0
    for span in spans:
        kept = _glued(kept, text[at : span.start])
        kept += span.label if span.what is Sign.ABOUT else ""
        at = span.end
    return _glued(kept, text[at:]).strip()


def _glued(before: str, after: str) -> str:
    if before[-1:].isspace():
        after = after.lstrip(" ").removeprefix("\n")
        if after[:1] in (".", ",", ";", ":", "!", "?", "…", ")"):
            before = before.rstrip(" ")
    return before + after


def _blank(text: str, at: int) -> int:
    rest = text[at:]
    return len(rest) - len(rest.lstrip())


def _marks(sign: str, rest: str) -> bool:
    """Whether a sign before this is a mark: ``**``, ``?!`` and ``!1`` are none."""
    return rest[0] != "*" if sign == "*" else bool(_AFTER_MARK.match(rest))


def _is_quote(rest: str) -> bool:
    """Whether what follows a ``"`` is one quote up to the end, closed or not."""
    quoted, closing, after = rest.partition('"')
    return bool(quoted.strip()) and bool(_AFTER_QUOTE.fullmatch(closing + after) or not closing)


def _names(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What may be the name that begins at ``start``, longest first, with its end.

    It ends at white space or before punctuation that ends a word.
    """
    line_end = text.find("\n", start, start + MAX_NAME)
    stop = line_end if line_end >= 0 else min(len(text), start + MAX_NAME)
    ends = [word.end() for word in islice(_WORD.finditer(text, start, stop), _MAX_WORDS)]
    if stop == start + MAX_NAME and ends[-1:] == [stop]:
        ends.pop()
    if not ends or text[start].isspace():
        return
    for end in reversed(ends):
        typed = text[start:end]
        yield end, typed
        shorter = typed.rstrip(_END_PUNCTUATION)
        if shorter and shorter != typed:
            yield start + len(shorter), shorter


def _person_span(start: int, end: int, typed: str, found: Sequence[Person]) -> Span | None:
    if not found:
        return None
    if len(found) == 1:
        return Span(start, end, Sign.PERSON, found[0].uid, found[0].name)
    unclear = plain_name(typed)[:_MAX_UNCLEAR]
    unclear = unclear.upper() if len(unclear) <= len("KWS") else unclear
    return Span(start, end, Sign.UNCLEAR, unclear, f"{unclear}?")


def _key(typed: str) -> str:
    return " ".join(fold(typed).split())


def _known_themes(context: EntryContext) -> dict[str, tuple[str, str]]:
    return {_key(name): (name, name) for name in context.themes}


def _known_kinds(context: EntryContext) -> dict[str, tuple[str, str]]:
    return {
        _key(word): (str(kind), words[0]) for kind, words in context.kinds.items() for word in words
    }
