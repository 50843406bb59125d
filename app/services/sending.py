"""Sending minutes: addresses and a text to be copied. Nothing is sent by the program."""

import re
from dataclasses import dataclass

from app.domain.minutes import MinutesOptions, MinutesRecord, MinutesState
from app.domain.vocabulary import ConsentPurpose
from app.export.minutes_context import Context
from app.texts import Texts

_ADDRESS = re.compile(r"[^\s@,;:<>()\[\]\"]+@[^\s@,;:<>()\[\]\"]+\.[^\s@,;:<>()\[\]\".]+")
"""An e-mail address in what somebody left to be reached by: a telephone number may stand there."""


@dataclass(frozen=True, slots=True)
class Sending:
    """What goes into an e-mail."""

    addresses: tuple[str, ...]
    """Of those who agreed to be contacted, each once; for Bcc, so that nobody sees the others."""
    without_address: int
    """Who agreed, but left no e-mail address."""
    not_agreed: int
    subject: str
    text: str

    @property
    def bcc(self) -> str:
        """The addresses as mail programs take them."""
        return "; ".join(self.addresses)


def sending(
    record: MinutesRecord, options: MinutesOptions, texts: Texts, *, is_table: bool = False
) -> Sending:
    """Addresses and cover text for minutes as ``options`` have just given them out."""
    agreed = [
        person
        for person in record.participants
        if person.attendance.consent(ConsentPurpose.CONTACT).given
    ]
    found = [_ADDRESS.findall(person.attendance.contact) for person in agreed]
    addresses = {address.casefold(): address for each in found for address in each}
    context = Context(record, options, texts)
    kind = texts.word(options.kind)
    return Sending(
        addresses=tuple(addresses.values()),
        without_address=sum(not each for each in found),
        not_agreed=len(record.participants) - len(agreed),
        subject=context.words.say("sending.subject", kind=kind, title=context.title),
        text=_text(context, is_table=is_table),
    )


def _text(context: Context, *, is_table: bool) -> str:
    """The cover text, with the feedback date as long as feedback is taken."""
    words, options = context.words, context.options
    about = "table" if is_table else options.state.value
    body = [
        words.say(
            f"sending.{about}",
            kind=words.texts.word(options.kind),
            title=words.quoted(context.title),
            date=words.date(context.session.date),
            version=options.version,
        )
    ]
    if options.changes and not is_table:
        body.append(words.say("sending.changed", since=options.since))
    parts = [words.say("sending.greeting"), " ".join(body)]
    deadline = context.session.feedback_deadline
    preliminary = options.state is MinutesState.PRELIMINARY
    if deadline is not None and deadline >= options.created and preliminary:
        parts.append(words.say("sending.until", date=words.date(deadline)))
    parts += [words.say("sending.not_named"), words.say("sending.regards")]
    return "\n\n".join(parts).replace("\u00a0", " ")
