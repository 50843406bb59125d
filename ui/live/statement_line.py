"""A recorded statement as the line it could have been typed as."""

from collections.abc import Mapping

from app.domain.entry import Line, Sign, Span
from app.domain.people import ParticipantView
from app.domain.statements import StatementView
from ui.live.shorthand_context import Speaker, chip_value


def line_of(statement: StatementView, people: Mapping[str, ParticipantView]) -> Line:
    """Person, marks and themes as chips, then the text, which is never read as shorthand."""
    chips = [
        *_person(statement, people),
        *([("*", Sign.RESULT, "", "")] if statement.is_result else []),
        *([('"', Sign.VERBATIM, "", "")] if statement.verbatim else []),
        *([("!", Sign.ASSENT, str(statement.assent), "")] if statement.assent else []),
        *([("?", Sign.CLARIFY, "", "")] if statement.clarify else []),
        *((f"#{theme}", Sign.THEME, theme, theme) for theme in statement.themes),
    ]
    text, spans = "", []
    for source, what, value, label in chips:
        spans.append(Span(len(text), len(text) + len(source), what, value, label))
        text += f"{source} "
    end = len(text) + len(statement.text)
    return Line(text + statement.text, ((len(text), end),), tuple(spans))


def _person(
    statement: StatementView, people: Mapping[str, ParticipantView]
) -> list[tuple[str, Sign, str, str]]:
    person = people.get(statement.participant_uid or "")
    if person is not None:
        return [(f"@{person.name}", Sign.PERSON, person.uid, person.name)]
    if statement.source:
        value = chip_value(Speaker(source=statement.source))
        return [(f"@{statement.source}", Sign.PERSON, value, statement.source)]
    if statement.person_unclear:
        initials = statement.person_unclear
        return [(f"@{initials}", Sign.UNCLEAR, initials, f"{initials}?")]
    return []
