"""The export log in words: what was given out, and under which choices."""

from collections.abc import Iterator
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.domain.exports import ExportView
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.export.wording import Wording
from app.texts import Texts


@dataclass(frozen=True, slots=True)
class ExportWords:
    """A line of the log as it is read: what it was, and everything else about it."""

    what: str
    details: str


def in_words(export: ExportView, texts: Texts, zone: str) -> ExportWords:
    """Put a line of the log into words; times in this zone."""
    words = Wording(texts, ZoneInfo(zone), with_dates=True)
    return ExportWords(_what(export, words), " · ".join(_details(export, words)))


def _what(export: ExportView, words: Wording) -> str:
    if export.is_minutes:
        kind = words.texts.word(MinutesKind(export.kind))
    elif export.paper is not None:
        kind = words.texts.word(export.paper)
    else:
        kind = words.texts.find(f"documents.exports.{export.kind}") or export.kind
    if export.version is None:
        return kind
    state = words.texts.find(f"documents.minutes.state.{export.state}") or export.state
    return words.say("exports.version", kind=kind, version=export.version, state=state)


def _details(export: ExportView, words: Wording) -> Iterator[str]:
    find = words.texts.find
    yield words.moment(export.exported_at)
    yield find(f"documents.exports.form.{export.form}") or export.form
    if export.naming in set(NamingLevel):
        yield words.say(f"minutes.naming.{export.naming}")
    for name, value in export.options.items():
        if what := find(f"documents.exports.option.{name}"):
            with_it = value is True
            yield words.say(f"exports.{'with' if with_it else 'without'}", what=what)
    if export.template:
        yield words.say("exports.template", name=words.quoted(export.template))
    if export.recipient:
        yield words.say("exports.for", recipient=export.recipient)
    if export.file_name:
        yield export.file_name
