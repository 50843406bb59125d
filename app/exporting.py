"""The commands that write minutes and session documents: ``export`` and ``example``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from app.calls import AddCommand, Call
from app.domain.text import fold
from app.domain.vocabulary import MinutesKind, NamingLevel, PaperKind, PlanItemKind
from app.errors import AmbiguousError, NotFoundError
from app.usage import day

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.minutes import MinutesOptions
    from app.domain.minutes_names import NameInText
    from app.domain.plan import PlanItemView
    from app.domain.templates import HouseTemplate
    from app.texts import Texts

FORMATS = ("docx", "pdf", "xlsx", "csv", "txt", "json")
_PAPERS = tuple(kind.value for kind in PaperKind)
_SHARES = "shares"
_TABLES = ("xlsx", "csv")
_FEEDBACK = "feedback"
_PSEUDONYMS = "pseudonyms"
_WITHOUT_RESULTS = ("statements", "note")


def add_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    """Add them to the parser; ``command`` makes one, ``word`` gives its help."""
    export = command("export", _export)
    export.add_argument("session", metavar="SESSION", help=word("session"))
    kinds = [*(kind.value for kind in MinutesKind), *_PAPERS, _SHARES, _FEEDBACK, _PSEUDONYMS]
    export.add_argument("--kind", choices=kinds, help=word("kind"))
    export.add_argument("--format", choices=FORMATS, default="docx", help=word("format"))
    levels = [level.value for level in NamingLevel]
    export.add_argument("--naming", choices=levels, help=word("naming"))
    export.add_argument("--confidential", action="store_true", help=word("confidential"))
    export.add_argument("--without-results", choices=_WITHOUT_RESULTS, help=word("without_results"))
    export.add_argument("--template", type=Path, metavar="FILE", help=word("template"))
    export.add_argument("--pseudonyms", action="store_true", help=word("pseudonyms"))
    export.add_argument("--until", type=day, metavar="DATE", help=word("until"))
    export.add_argument("--return-to", default="", metavar="TEXT", help=word("return_to"))
    export.add_argument("--participant", default="", metavar="NAME", help=word("participant"))
    export.add_argument("--for", dest="recipient", default="", metavar="TEXT", help=word("for"))
    export.add_argument("--out", type=Path, required=True, metavar="FILE", help=word("out"))
    example = command("example", _example)
    example.add_argument("--out", type=Path, required=True, metavar="FILE", help=word("out"))


def _export(call: Call) -> int:
    options = call.options
    with call.services(writing=False) as services:
        session = services.views.find_session(options.session)
        if options.format == "json":
            services.documents.write(session, options.out)
            call.say("saved", path=options.out)
            return 0
        if options.kind in _PAPERS:
            return _export_paper(call, services, session, PaperKind(options.kind))
        others = {
            _FEEDBACK: _export_form, _SHARES: _export_shares, _PSEUDONYMS: _export_pseudonyms
        }  # fmt: skip
        if options.kind in others:
            return others[options.kind](call, services, session)
        if options.pseudonyms:
            return _export_with_pseudonyms(call, services, session)
        usual = MinutesKind.FULL if options.format in _TABLES else MinutesKind.SUMMARY
        kind = MinutesKind(options.kind) if options.kind else usual
        return _write(call, services, session, _options(call, services, session, kind))


def _export_paper(call: Call, services: Services, session: str, kind: PaperKind) -> int:
    services.papers.write(session, kind, call.options.out, created=_today())
    call.say("saved", path=call.options.out)
    return 0


def _export_form(call: Call, services: Services, session: str) -> int:
    asked = call.options
    person = _participant(services, session, asked.participant)
    deadline = services.views.session(session).feedback_deadline
    still = deadline if deadline and deadline >= _today() else None
    options = _options(call, services, session, MinutesKind.FULL)
    services.feedback_forms.write(
        session,
        options,
        asked.out,
        until=asked.until or still,
        return_to=asked.return_to,
        participant_uid=person,
    )
    call.say("saved", path=asked.out)
    return 0


def _participant(services: Services, session: str, name: str) -> str:
    """The participant with this name; nobody for no name.

    Raises:
        NotFoundError: nobody of the session is called so.
        AmbiguousError: several are.
    """
    if not name:
        return ""
    wanted = fold(name.strip())
    found = [p for p in services.views.participants(session) if fold(p.name) == wanted]
    if not found:
        raise NotFoundError("participant_unknown", name=name)
    if len(found) > 1:
        matches = tuple(f"{each.uid} {each.name}, {each.organisation}" for each in found)
        raise AmbiguousError("participant_ambiguous", reference=name, matches=matches)
    return found[0].uid


def _export_shares(call: Call, services: Services, session: str) -> int:
    from app.services.paper import MinutesFormat

    form, now = MinutesFormat(call.options.format), dt.datetime.now(dt.UTC)
    services.shares.write(session, call.options.out, form=form, now=now)
    call.say("saved", path=call.options.out)
    return 0


def _export_pseudonyms(call: Call, services: Services, session: str) -> int:
    services.pseudonyms.write(session, call.options.out, created=_today())
    call.say("saved", path=call.options.out)
    return 0


def _export_with_pseudonyms(call: Call, services: Services, session: str) -> int:
    kind = MinutesKind(call.options.kind or MinutesKind.FULL)
    options = _options(call, services, session, kind)
    services.pseudonyms.write_statements(session, options, call.options.out)
    call.say("saved", path=call.options.out)
    return 0


def _example(call: Call) -> int:
    with call.services(writing=True) as services:
        services.minutes.check_target(call.options.out)  # no session for a file that cannot be
        session = services.example.ensure()
        call.options.format = "docx"
        options = services.views.minutes_wishes(session).options(MinutesKind.SUMMARY, _today())
        return _write(call, services, session, options)


def _options(call: Call, services: Services, session: str, kind: MinutesKind) -> MinutesOptions:
    """What the series wants, and stricter where the call says so."""
    from app.domain.minutes import WithoutResults
    from app.domain.naming import strictest

    wishes, asked = services.views.minutes_wishes(session), call.options
    if asked.naming:
        level = strictest(wishes.naming_limit, NamingLevel(asked.naming))
        wishes = wishes.changed(naming_limit=level)
    return wishes.options(
        kind,
        _today(),
        confidential=asked.confidential,
        without_results=WithoutResults(asked.without_results or WithoutResults.STATEMENTS),
    )


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _write(call: Call, services: Services, session: str, options: MinutesOptions) -> int:
    from app.services.paper import MinutesFormat

    form = MinutesFormat(call.options.format)
    report = services.minutes.export(
        session,
        options,
        call.options.out,
        _template(call),
        form=form,
        draw=call.draw,
        recipient=getattr(call.options, "recipient", ""),
    )
    if not report.logged:
        call.note("not_in_the_log")
    if report.without_result:
        from app.domain.minutes import prints_all_instead

        numbers = ", ".join(str(item.number) for item in report.without_result)
        printed = "without_result" if prints_all_instead(options) else "only_without_result"
        call.note(printed, numbers=numbers, count=len(report.without_result))
    if names := services.minutes.names_in_texts(session, options):
        call.note("names_in_texts", count=len(names), places=_places(call.texts, names))
    call.say("saved", path=report.path)
    return 0


def _template(call: Call) -> HouseTemplate | None:
    """The template named on the command line; None leaves it to the series."""
    from app.services.house_templates import read_template

    path = getattr(call.options, "template", None)
    return None if path is None else read_template(path)


def _places(texts: Texts, names: Sequence[NameInText]) -> str:
    """Where the names are, each place once and in the order of the document; never the names."""
    questions = dict.fromkeys(str(each.item.number) for each in names if _is_question(each.item))
    places: dict[str, None] = {}
    for each in names:
        if each.item is None:
            word = texts.get(f"command_line.place.{each.place}")
        elif _is_question(each.item):
            word = texts.get("command_line.place.questions", numbers=", ".join(questions))
        else:
            word = texts.get("command_line.place.item", title=each.item.title)
        places[word] = None
    return "; ".join(places)


def _is_question(item: PlanItemView | None) -> TypeGuard[PlanItemView]:
    return item is not None and item.kind is PlanItemKind.QUESTION
