"""The entry line as note-takers write it: who, which kind, which theme – all optional.

``kw: Die Miete steigt #Wohnen`` is a statement of Karin Weiß on the theme Wohnen. The rules:

* *Head*: what stands before the text. There ``kw:`` or ``@kw`` names the person (initials or
  name; somebody else's word with a colon stays text), ``"`` begins a quote (closed at the end or
  not at all, so a sentence that begins with a quoted word is none) and ``*`` marks a result.
* ``/`` and ``#`` after white space or at the start give kind and theme; kinds and themes must be
  written out to the next white space or punctuation, or be chosen from the proposals.
* A line that is only ``*`` marks the statement before.
* Nothing in a literal range (``entry.Line``: pasted or taken back) is read.
* Chips are not part of the text; everything else is saved as it was typed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from app.domain.entry import Completion, Line, Sign, Span
from app.domain.initials import People, Person, plain_name
from app.domain.text import fold
from app.domain.vocabulary import StatementKind

MAX_PROPOSALS = 5
_MAX_WORDS = 6
_MAX_NAME = 240
"""No name is longer; so a pasted book costs no more than a line."""

_MAX_UNCLEAR = 50

_WORD = re.compile(r"\S+")
_END_PUNCTUATION = '.,;:!?)…"“”»«'
_BEFORE_TEXT = re.compile(r"\s*[:,;]")
_BETWEEN_CHIPS = re.compile(r"[,;](?=\s*(?:[#/]|$))")
_NAME_AND_COLON = re.compile(r"([^:\n]{1,80}):(?=$|\s|[^\W\d_]|[\"*„“»])")
_TOKEN = re.compile(r"(?:^|(?<=\s))[#/](?=\S)")
_AFTER_QUOTE = re.compile(r'"[\s.,;!?…]*(?:[#/].*)?', re.DOTALL)
_SHORT_WORDS = frozenset(
    ("Ab", "Am", "An", "Da", "Du", "Er", "Es", "Im", "In", "Ja", "Ob", "So", "Um", "Wo", "Zu")
)
"""Begin a sentence ("Ja: aber nur …") and are nobody's initials when written like this."""
_TYPING = re.compile(r"(?:^[*\"]*|(?<=\s))([@#/])((?!\s)[^\n@#/]*)$")


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


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """How a line is read. ``text`` is what will be saved; it may be empty.

    With ``person_unclear`` ("SB") several people fit and ``participant_uid`` is None.
    """

    text: str
    participant_uid: str | None = None
    person_unclear: str = ""
    kind: StatementKind | None = None
    themes: tuple[str, ...] = ()
    verbatim: bool = False
    is_result: bool = False
    marks_previous: bool = False
    spans: tuple[Span, ...] = ()


def parse(line: Line, context: EntryContext) -> ParsedLine:
    """How ``line`` is read."""
    if line.text.strip() == "*" and not line.is_literal(0, len(line.text)):
        at = line.text.index("*")
        return ParsedLine("", marks_previous=True, spans=(Span(at, at + 1, Sign.RESULT),))
    reader = _Reader(line, context)
    reader.read_head()
    reader.read_body()
    return _parsed(line.text, reader.spans)


def completions(line: Line, cursor: int, context: EntryContext) -> tuple[Completion, ...]:
    """At most five proposals for what is being typed at ``cursor``, best first.

    Begun by ``@``, ``#`` or ``/`` where these mean something, or standing behind a name with a
    colon that fits several people.
    """
    typing = _TYPING.search(line.text, max(0, cursor - _MAX_NAME), cursor)
    if typing is None:
        return _settling(line, cursor, context)
    start, sign, query = typing.start(1), typing[1], typing[2]
    if line.is_literal(start, cursor) or any(c.overlaps(start, cursor) for c in line.chosen):
        return ()
    if sign == "#":
        return tuple(_themes(query, start, cursor, context))
    if sign == "/":
        return tuple(_kinds(query, start, cursor, context))
    if not _takes_person(line, start, context):
        return ()
    found = context.people.complete(query, previous=context.previous, limit=MAX_PROPOSALS)
    return tuple(_person_completion(person, start, cursor) for person in found)


class _Reader:
    """Finds the chips of one line from left to right."""

    def __init__(self, line: Line, context: EntryContext) -> None:
        self.line = line
        self.text = line.text
        self.context = context
        self.spans: list[Span] = []
        self.at = 0
        self.known = {"#": _known_themes(context), "/": _known_kinds(context)}

    def read_head(self) -> None:
        """Take chips until something else begins; ``at`` is where the text starts."""
        while True:
            start = self.at + _blank(self.text, self.at)
            span = self._chosen(start) or self._mark(start) or self._person(start)
            span = span or self._token(start)
            if span is None:
                return
            self.spans.append(span)
            self.at = span.end
            if span.what not in (Sign.VERBATIM, Sign.RESULT) and self.text[span.end - 1] != ":":
                self._take_separator(_BEFORE_TEXT)

    def read_body(self) -> None:
        """Take kinds and themes inside the text, chosen chips and the end of a quote."""
        chosen = (c.start for c in self.line.chosen if c.start >= self.at)
        for start in sorted({*chosen, *self._tokens()}):
            span = self._chosen(start) or self._token(start)
            if span is not None and start >= self.at:
                self.spans.append(span)
                self.at = span.end
                self._take_separator(_BETWEEN_CHIPS)
        if self._has(Sign.VERBATIM):
            self._take_closing_quote()

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

    def _chosen(self, start: int) -> Span | None:
        return next((span for span in self.line.chosen if span.start == start), None)

    def _mark(self, start: int) -> Span | None:
        """A ``*`` or ``"`` before the text, if a text follows."""
        sign, rest = self.text[start : start + 1], self.text[start + 1 :]
        if not rest.strip() or not self._free(start, start + 1):
            return None
        if sign == "*" and rest[0] != "*" and not self._has(Sign.RESULT):
            return Span(start, start + 1, Sign.RESULT)
        if sign == '"' and _is_quote(rest) and not self._has(Sign.VERBATIM):
            return Span(start, start + 1, Sign.VERBATIM)
        return None

    def _person(self, start: int) -> Span | None:
        """``@name`` or ``name:``, once."""
        if self._has(Sign.PERSON, Sign.UNCLEAR):
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

    def _token(self, start: int) -> Span | None:
        """A kind or theme that is written out in full; the longest fitting one."""
        sign = self.text[start : start + 1]
        if sign not in ("#", "/") or (sign == "/" and self._has(Sign.KIND)):
            return None
        for end, typed in _names(self.text, start + 1):
            found = self.known[sign].get(_key(typed))
            if found is not None and self._free(start, end):
                what = Sign.THEME if sign == "#" else Sign.KIND
                return Span(start, end, what, *found)
        return None

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
            self.spans.sort(key=lambda span: span.start)


def _parsed(text: str, spans: Sequence[Span]) -> ParsedLine:
    values = {span.what: span.value for span in reversed(spans)}
    kind = values.get(Sign.KIND)
    themes = (span.value for span in spans if span.what is Sign.THEME)
    return ParsedLine(
        text=_without(text, spans),
        participant_uid=values.get(Sign.PERSON),
        person_unclear=values.get(Sign.UNCLEAR, ""),
        kind=StatementKind(kind) if kind else None,
        themes=tuple(dict.fromkeys(themes)),
        verbatim=Sign.VERBATIM in values,
        is_result=Sign.RESULT in values,
        spans=tuple(spans),
    )


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text between the chips, without the spaces they leave behind."""
    kept, at = "", 0
    for span in spans:
        kept = _glued(kept, text[at : span.start])
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


def _is_quote(rest: str) -> bool:
    """Whether what follows a ``"`` is one quote up to the end, closed or not."""
    quoted, closing, after = rest.partition('"')
    return bool(quoted.strip()) and bool(_AFTER_QUOTE.fullmatch(closing + after) or not closing)


def _names(text: str, start: int) -> Iterator[tuple[int, str]]:
    """What may be the name that begins at ``start``, longest first, with its end.

    It ends at white space or before punctuation that ends a word.
    """
    line_end = text.find("\n", start, start + _MAX_NAME)
    stop = line_end if line_end >= 0 else min(len(text), start + _MAX_NAME)
    ends = [word.end() for word in islice(_WORD.finditer(text, start, stop), _MAX_WORDS)]
    if stop == start + _MAX_NAME and ends[-1:] == [stop]:
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


def _takes_person(line: Line, at: int, context: EntryContext) -> bool:
    """Whether nothing but chips stands before ``at``, and no person yet."""
    before = Line(line.text[:at], line.literal, tuple(c for c in line.chosen if c.end <= at))
    reader = _Reader(before, context)
    reader.read_head()
    named = any(span.what in (Sign.PERSON, Sign.UNCLEAR) for span in reader.spans)
    return not named and not before.text[reader.at :].strip(' *"')


def _settling(line: Line, cursor: int, context: EntryContext) -> tuple[Completion, ...]:
    """The people an unclear name before the cursor may mean."""
    for span in parse(line, context).spans:
        if span.what is Sign.UNCLEAR and span.end <= cursor <= span.end + 1:
            typed = line.text[span.start : span.end].strip("@:,; ")
            found = context.people.match(typed)[:MAX_PROPOSALS]
            return tuple(_person_completion(person, span.start, span.end) for person in found)
    return ()


def _person_completion(person: Person, start: int, end: int) -> Completion:
    return Completion(
        start, end, f"@{person.name}", Sign.PERSON, person.uid, person.name, person.organisation
    )


def _kinds(query: str, start: int, end: int, context: EntryContext) -> Iterable[Completion]:
    """Kinds of the question first, then all others; only those with a word that begins so."""
    wanted = fold(query)
    kinds = dict.fromkeys((*context.offered, *context.kinds))
    fitting = [
        kind
        for kind in kinds
        if any(fold(word).startswith(wanted) for word in context.kinds.get(kind, ()))
    ]
    for kind in fitting[:MAX_PROPOSALS]:
        word = context.kinds[kind][0]
        yield Completion(start, end, f"/{word}", Sign.KIND, str(kind), word)


def _themes(query: str, start: int, end: int, context: EntryContext) -> Iterable[Completion]:
    """Themes that begin so, then those with such a word; a new one if there is room."""
    wanted = fold(query)
    ranked = [(rank, name) for name in context.themes if (rank := _theme_rank(name, wanted)) >= 0]
    ranked.sort(key=lambda entry: entry[0])
    for _, name in ranked[:MAX_PROPOSALS]:
        yield Completion(start, end, f"#{name}", Sign.THEME, name, name)
    known = any(fold(name) == wanted for _, name in ranked)
    if len(ranked) < MAX_PROPOSALS and not known and _can_be_theme(query):
        yield Completion(start, end, f"#{query}", Sign.THEME, query, query, is_new=True)


def _theme_rank(name: str, wanted: str) -> int:
    folded = fold(name)
    if folded.startswith(wanted):
        return 0
    return 1 if any(word.startswith(wanted) for word in re.split(r"\W+", folded)) else -1


def _can_be_theme(query: str) -> bool:
    """A word worth proposing: "#Klima", not "#1"."""
    return len(query) > 1 and query[0].isalpha() and not any(c.isspace() for c in query)
