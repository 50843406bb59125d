"""What is proposed while the entry line is typed: people, kinds and themes, best first."""

import re
from collections.abc import Iterable

from app.domain.entry import Completion, Line, Sign
from app.domain.initials import Person
from app.domain.person_line import could_be_somebody, split_person
from app.domain.shorthand import MAX_NAME, EntryContext, ParsedLine, parse
from app.domain.text import fold
from app.domain.text_blocks import fitting, name_being_typed

MAX_PROPOSALS = 5

_TYPING = re.compile(r"(?:^[*\"!?+>]*|(?<=\s))([@#/])((?!\s)[^\n@#/]*)$")


def completions(
    line: Line, cursor: int, context: EntryContext, parsed: ParsedLine | None = None
) -> tuple[Completion, ...]:
    """At most five proposals for what is being typed at ``cursor``, best first.

    Begun by ``@``, ``#``, ``/`` or ``;`` where these mean something, or standing behind a name with
    a colon that fits several people. ``parsed`` is how the line is read, if somebody knows.
    """
    begun = name_being_typed(line.text, cursor) if context.blocks else None
    if begun is not None:
        return tuple(_blocks(begun, line, cursor, context))
    parsed = parsed or parse(line, context)
    typing = _TYPING.search(line.text, max(0, cursor - MAX_NAME), cursor)
    if typing is None:
        return _settling(line, cursor, context, parsed)
    start, sign, query = typing.start(1), typing[1], typing[2]
    if line.is_literal(start, cursor) or any(c.overlaps(start, cursor) for c in line.chosen):
        return ()
    if sign == "@":
        return tuple(_people(query, start, cursor, context))
    if parsed.step is not None:
        return ()  # A next step has neither kind nor theme.
    make = _themes if sign == "#" else _kinds
    return tuple(make(query, start, cursor, context))


def _blocks(begun: str, line: Line, end: int, context: EntryContext) -> Iterable[Completion]:
    start = end - len(begun) - 1
    if not line.is_literal(start, end):
        for block in fitting(context.blocks, begun)[:MAX_PROPOSALS]:
            shown = " ".join(block.text.split())
            yield Completion(start, end, block.text, Sign.BLOCK, block.uid, block.name, shown)


def _people(query: str, start: int, end: int, context: EntryContext) -> Iterable[Completion]:
    """Who fits; then somebody new, if nobody is called exactly so."""
    people = context.people
    found = people.complete(query, previous=context.previous, limit=MAX_PROPOSALS)
    for person in found:
        yield person_completion(person, start, end)
    name, organisation = split_person(query)
    if len(found) < MAX_PROPOSALS and could_be_somebody(query) and not people.match(name):
        insert, typed = f"@{name}", query.strip()
        yield Completion(start, end, insert, Sign.PERSON, typed, name, organisation, is_new=True)


def _settling(
    line: Line, cursor: int, context: EntryContext, parsed: ParsedLine
) -> tuple[Completion, ...]:
    """The people an unclear name before the cursor may mean."""
    for span in parsed.spans:
        if span.what is Sign.UNCLEAR and span.end <= cursor <= span.end + 1:
            typed = line.text[span.start : span.end].strip("@:,; ")
            found = context.people.match(typed)[:MAX_PROPOSALS]
            return tuple(person_completion(person, span.start, span.end) for person in found)
    return ()


def person_completion(person: Person, start: int, end: int) -> Completion:
    """The proposal of somebody for the characters from ``start`` to ``end``."""
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
