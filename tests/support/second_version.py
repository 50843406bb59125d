"""The invented evening as its second version: with logos, a deadline and a list of changes."""

import datetime as dt
from dataclasses import replace

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.photos import LogoView
from app.domain.version_lines import ChangeKind, LineChange, LinePart
from app.domain.vocabulary import MinutesKind
from tests.support.evening import CREATED, evening, options

N, C, R = ChangeKind.NEW, ChangeKind.CHANGED, ChangeKind.REMOVED
CHANGES = (
    LineChange(C, LinePart.HEAD, "place", ""),
    LineChange(C, LinePart.HEADING, "q3", "3", "Was ist neu?", "Was ist daran neu?"),
    LineChange(N, LinePart.SUMMARY, "q3", "3", new="Neu ist die gemeinsame Anlaufstelle."),
    LineChange(C, LinePart.STATEMENT, "s1", "STU-1-2", "… nur im Winter …", "… das ganze Jahr …"),
    LineChange(C, LinePart.STATEMENT, "s2", "STU-2-1"),
    LineChange(N, LinePart.STATEMENT, "s3", "STU-6-9", new="Es fehlt ein Raum am Abend."),
    LineChange(R, LinePart.STATEMENT, "s4", "STU-8-4"),
    LineChange(N, LinePart.DIFFERING, "f1", "STU-8-5", new="Das sehen die Träger anders."),
    LineChange(N, LinePart.DIFFERING, "f2", "STU-8-6"),
    LineChange(C, LinePart.HANDS, "h1", ""),
    LineChange(N, LinePart.PASSAGE, "o1", ""),
    LineChange(N, LinePart.PHOTO, "p1", "", new="Die Karten"),
    LineChange(R, LinePart.STEP, "n1", ""),
    LineChange(N, LinePart.PARKED, "t1", "", new="Kinderbetreuung"),
    LineChange(C, LinePart.TITLE, "i1", "", "Abschluss", "Ausklang"),
    LineChange(C, LinePart.DEADLINE, "deadline", ""),
)


def second_version() -> MinutesRecord:
    """The record, with two logos above it; their picture is a photo of the evening."""
    record = evening()
    photo = record.photos[0]
    logos = tuple(
        LogoView(name, name, height, photo.width, photo.height, photo.media_type, photo.sha256)
        for name, height in (("Wappen des Landes", 12), ("Stiftung Gemeinwesen Ebersfurt", 9))
    )
    session = replace(record.session, feedback_until=CREATED + dt.timedelta(days=14))
    return replace(record, session=session, logos=logos)


def second_options(kind: MinutesKind = MinutesKind.SUMMARY) -> MinutesOptions:
    """Version 2 of another day than the file was made on."""
    given_on = CREATED - dt.timedelta(days=1)
    return replace(options(kind), version=2, given_on=given_on, since=1, changes=CHANGES)
