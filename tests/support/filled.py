"""A small database with rows in every table, for the schemas that people's files already have.

``python -m tests.support.filled tests/data/schema-NNNN.db`` lays one down; once per schema, at the
commit that releases it, and never again: later programs cannot write it any more.
"""

import datetime as dt
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bootstrap import Services, workspace
from app.domain.drafts import DraftPayload
from app.domain.incoming.feedback import FeedbackDraft
from app.domain.incoming.in_the_room import HandCountDraft, TopicDraft
from app.domain.incoming.series import OwnWordDraft
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.minutes import MinutesOptions
from app.domain.templates import HouseTemplate
from app.domain.vocabulary import Addressee, ConsentPurpose, MinutesKind, Presence, StatementState
from app.services.logos import small_logo
from app.services.photo_files import prepared
from tests.support.generator import evening, write
from tests.support.house_templates import TEMPLATES
from tests.support.room import Room

DATA = Path(__file__).resolve().parents[1] / "data"


def fill(services: Services, folder: Path) -> str:
    """Read a session in and lead another one; returns the uid of that one."""
    services.documents.read(write(evening(3, 24), folder / "evening.session.json"))
    room = Room(services)
    services.plan.start(room.question(1).uid)
    for number in range(6):
        room.say(f"Beitrag {number}: größer, schöner, „weiter“.", question=8, person=number % 3)
    first = room.say("Kirchengemeinde St. Lukas + Nachbarschaftshilfe e. V.: Mittagstisch", 4)
    services.capture.record(
        StatementDraft(
            plan_item_uid=room.question(2).uid, text="Mit Themen", themes=("Räume", "Neues")
        )
    )
    changes = StatementChanges(is_result=True, addressees=(Addressee.FEDERAL,))
    services.capture.update([first.uid], changes)
    services.capture.delete([room.say("Gelöscht").uid])
    services.capture.add_next_step(room.uid, NextStepDraft(text="Nachfragen", who="Karin Weiß"))
    step = NextStepDraft(text="Anrufen", who="Karin Weiß", participant_uid=room.people[0])
    services.capture.add_next_step(room.uid, step)
    services.words.add(room.uid, OwnWordDraft(word="Stuberwiesen"))
    block = TextBlockDraft(name="fw", text="Freiwillige Feuerwehr")
    services.text_blocks.add(room.uid, block)
    photo = prepared((DATA / "upright.heic").read_bytes(), "upright.heic")
    services.photos.add(room.question(1).uid, [photo])
    services.check_in.mark(room.people[0], Presence.PRESENT)
    services.check_in.answer(room.people[0], ConsentPurpose.CONTACT, given=True)
    services.check_in.keep_contact(room.people[0], "karin@example.org")
    services.capture.move(first.uid, after=None)
    services.capture.update([first.uid], StatementChanges(reading_confirmed=True))
    services.history.undo(room.uid)
    for person in room.people:
        services.speakers.request(room.uid, person)
    services.speakers.set_groups(room.uid, {room.people[0]: "Nord"})
    services.speakers.give_floor(room.uid)
    counted = HandCountDraft(wording="Wer ist dafür?", agree=12, disagree=3, undecided=2)
    services.in_the_room.count_hands(room.question(1).uid, counted)
    topic = TopicDraft(text="Wer haftet?", plan_item_uid=room.question(1).uid)
    services.in_the_room.park(room.uid, topic)
    services.reading_back.confirm(first.uid)
    services.off_record.begin(room.question(1).uid, at=dt.datetime.now(dt.UTC))
    services.off_record.end(room.uid, at=dt.datetime.now(dt.UTC))
    services.release.set_state(room.uid, [first.uid], StatementState.RELEASED)
    answer = FeedbackDraft(
        evidence=services.views.statement(first.uid).evidence,
        who="Frau Albers",
        given_on=dt.date(2026, 11, 28),
        wording="Anders gesagt",
    )
    services.feedback.add(room.uid, answer)
    series = services.views.session(room.uid).series_uid
    services.house_templates.choose(series, HouseTemplate("Haus.docx", TEMPLATES["letterhead"]))
    services.drafts.keep(room.uid, "entry", DraftPayload("halb getippt", 4, {"at": None}))
    logo = [("Stiftung Gemeinwesen", small_logo((DATA / "upright.heic").read_bytes(), "x"))]
    services.logos.add(services.views.session(room.uid).series_uid, logo)
    options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
    services.minutes.export(room.uid, options, folder / "minutes.docx")
    services.pseudonyms.of_series(services.views.session(room.uid).series_uid)
    services.withdrawal.withdraw(room.people[2])
    services.drafts.flush()
    return room.uid


def main(target: Path) -> None:
    """Write the file; the log of SQLite goes into it when it is closed."""
    os.environ["LOGNAME"] = "protokoll"  # whoever made it does not stand in it
    with TemporaryDirectory() as folder, workspace(target) as services:
        fill(services, Path(folder))
    target.with_name(target.name + ".lock").unlink(missing_ok=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
