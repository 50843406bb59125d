"""When a version begins, whether it is final, and what is said about the differences."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.feedback import DifferingView
from app.domain.minutes import MinutesOptions, MinutesRecord, MinutesState
from app.domain.minutes_names import masking
from app.domain.off_record import OffRecordView
from app.domain.photos import MediaType, PhotoView
from app.domain.presence import Attendance
from app.domain.statements import NextStepView
from app.domain.version_lines import (
    ChangeKind,
    LineChange,
    LinePart,
    PrintedLine,
    differing,
    line_from,
    shortened,
    stored_line,
)
from app.domain.versions import (
    Issue,
    MinutesVersion,
    issue_of,
    printed_lines,
    state_of_minutes,
)
from app.domain.vocabulary import (
    MinutesKind,
    NamingLevel,
    Outcome,
    PlanItemKind,
    SessionState,
)
from tests.support.evening import SESSION, START, evening, participants, uid
from tests.support.minutes import in_the_room, session_of, statement

TODAY, LATER = dt.date(2026, 11, 20), dt.date(2026, 12, 1)
FULL, SUMMARY = MinutesKind.FULL, MinutesKind.SUMMARY
PRELIMINARY, FINAL = MinutesState.PRELIMINARY, MinutesState.FINAL


def line(key: str, text: str, **more: str) -> PrintedLine:
    return PrintedLine(LinePart.STATEMENT, key, f"STU-1-{key}", text, **more)


def issue(
    now: list[PrintedLine], *earlier: MinutesVersion, kind: MinutesKind = FULL, day: dt.date = LATER
) -> Issue:
    return issue_of(now, earlier, MinutesOptions(kind=kind, created=day), str)


A, B = line("1", "Erstens."), line("2", "Zweitens.")
FIRST = MinutesVersion(1, FULL, TODAY, (A, B))


# -- preliminary or final -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("session", "deadline", "unreleased", "open_feedback", "expected"),
    [
        (SessionState.RUNNING, None, 0, 0, PRELIMINARY),
        (SessionState.PLANNED, dt.date(2026, 11, 1), 0, 0, PRELIMINARY),
        (SessionState.REVIEW, None, 0, 0, PRELIMINARY),
        (SessionState.REVIEW, TODAY, 0, 0, PRELIMINARY),
        (SessionState.REVIEW, TODAY - dt.timedelta(days=1), 0, 0, FINAL),
        (SessionState.REVIEW, TODAY - dt.timedelta(days=1), 0, 3, FINAL),
        (SessionState.REVIEW, TODAY - dt.timedelta(days=1), 1, 0, PRELIMINARY),
        (SessionState.CLOSED, None, 0, 0, FINAL),
        (SessionState.CLOSED, LATER, 0, 0, FINAL),
        (SessionState.CLOSED, LATER, 0, 1, PRELIMINARY),
        (SessionState.CLOSED, None, 2, 0, PRELIMINARY),
    ],
)
def test_preliminary_until_the_date_has_passed_or_everything_is_settled(
    session: SessionState,
    deadline: dt.date | None,
    unreleased: int,
    open_feedback: int,
    expected: MinutesState,
) -> None:
    found = state_of_minutes(
        session=session,
        deadline=deadline,
        today=TODAY,
        unreleased=unreleased,
        open_feedback=open_feedback,
    )
    assert found is expected


def test_the_series_sets_the_deadline_and_a_session_its_own() -> None:
    held = replace(SESSION, date=dt.date(2026, 11, 12), feedback_days=None)
    assert held.feedback_deadline is None
    usual = replace(held, feedback_days=14)
    assert usual.feedback_deadline == dt.date(2026, 11, 26)
    assert replace(usual, feedback_until=LATER).feedback_deadline == LATER
    assert replace(held, date=dt.date.max, feedback_days=14).feedback_deadline is None


# -- which version ---------------------------------------------------------------------------


def test_the_first_thing_given_out_is_version_one() -> None:
    assert issue([A]) == Issue(1, LATER, is_new=True)


def test_the_same_again_stays_the_version_with_its_date() -> None:
    assert issue([A, B], FIRST) == Issue(1, TODAY, is_new=False)


@pytest.mark.parametrize(
    ("now", "change"),
    [
        ([A, B, line("3", "Neu.")], (ChangeKind.NEW, "3", "", "Neu.")),
        ([A], (ChangeKind.REMOVED, "2", "", "")),
        ([A, replace(B, text="Drittens.")], (ChangeKind.CHANGED, "2", "Zweitens.", "Drittens.")),
        ([A, replace(B, rest="anders")], (ChangeKind.CHANGED, "2", "", "")),
    ],
)
def test_what_is_not_as_it_was_begins_a_version_and_is_listed(
    now: list[PrintedLine], change: tuple[ChangeKind, str, str, str]
) -> None:
    found = issue(now, FIRST)
    assert (found.number, found.given_on, found.is_new, found.since) == (2, LATER, True, 1)
    (listed,) = found.changes
    assert (listed.kind, listed.key, listed.old, listed.new) == change
    assert listed.number == f"STU-1-{listed.key}"


def test_minutes_of_another_kind_only_differ_in_what_both_print() -> None:
    assert issue([A], FIRST, kind=SUMMARY) == Issue(1, TODAY, is_new=False)
    changed = issue([replace(A, text="Anders.")], FIRST, kind=SUMMARY)
    assert (changed.number, changed.is_new, changed.since) == (2, True, None)


def test_a_kind_that_skipped_a_version_lists_what_is_new_since_it_was_printed_last() -> None:
    new = replace(A, text="Anders.")
    second = MinutesVersion(2, SUMMARY, TODAY, (new,))
    found = issue([new, B], FIRST, second)
    assert (found.number, found.is_new, found.since) == (2, False, 1)
    assert [change.key for change in found.changes] == ["1"]


def test_only_where_both_say_who_can_another_person_be_a_change() -> None:
    named = MinutesVersion(1, FULL, TODAY, (replace(A, who="x"),))
    assert not issue([A], named).is_new
    assert issue([replace(A, who="y")], named).is_new


def test_a_field_of_the_head_that_one_kind_leaves_out_is_no_change() -> None:
    place = PrintedLine(LinePart.HEAD, "place", rest="1")
    assert not issue([A, B, place], FIRST).is_new
    with_place = MinutesVersion(1, FULL, TODAY, (A, place))
    assert not issue([A], with_place).is_new
    (change,) = issue([A, replace(place, rest="2")], with_place).changes
    assert (change.part, change.key) == (LinePart.HEAD, "place")


# -- words ------------------------------------------------------------------------------------


def test_only_the_words_that_differ_are_shown_with_a_few_around_them() -> None:
    old = "Am Anfang war die Idee, einen Mittagstisch zu gründen, für alle im Quartier und darüber."
    new = old.replace("Mittagstisch", "Abendtisch")
    assert differing(old, new) == (
        "… die Idee, einen Mittagstisch zu gründen, für …",
        "… die Idee, einen Abendtisch zu gründen, für …",
    )
    assert differing("Ja", "Ja und nein") == ("Ja", "Ja und nein")


@given(st.text(), st.text())
def test_differing_never_fails_and_stays_short(old: str, new: str) -> None:
    before, after = differing(old, new)
    for text in (before, after):
        assert "\n" not in text
    if old.split() == new.split():
        assert before == after


def test_a_long_text_is_cut_between_words() -> None:
    text = "Wort " * 60
    assert len(shortened(text)) <= 124
    assert shortened(text).endswith("Wort …")


def test_a_line_is_stored_and_read_without_loss() -> None:
    full = PrintedLine(LinePart.STEP, "k", "STU-1-1", "Text", "r", "w")
    for each in (full, PrintedLine(LinePart.HEAD, "place", rest="x")):
        assert line_from(stored_line(each)) == each
    assert "text" not in stored_line(PrintedLine(LinePart.HEAD, "place"))


# -- names ------------------------------------------------------------------------------------


def test_a_name_that_may_not_be_named_now_stands_in_no_change() -> None:
    """It was typed and printed; the list of what is new must not print it again."""
    (weiss,) = [p for p in participants() if "Weiß" in p.name]
    hidden = replace(weiss, naming=NamingLevel.ORGANISATION)
    old, new = statement(1, "Frau Weiß kocht donnerstags."), statement(1, "Es wird gekocht.")
    before = session_of([old], people=[hidden])
    now = session_of([new], people=[hidden])
    options = MinutesOptions(kind=FULL, created=LATER)
    version = MinutesVersion(1, FULL, TODAY, printed_lines(before, options))

    def listed(masked: bool) -> str:
        found = issue_of(
            printed_lines(now, options),
            [version],
            options,
            masking(now, options) if masked else str,
        )
        return " ".join(f"{change.old} {change.new}" for change in found.changes)

    assert "Weiß" in listed(masked=False), "the search sees it at all"
    assert "Weiß" not in listed(masked=True)
    assert "gekocht" in listed(masked=True)


def test_a_name_that_is_replaced_by_what_stood_for_it_is_no_change() -> None:
    (weiss,) = [p for p in participants() if "Weiß" in p.name]
    hidden = replace(weiss, naming=NamingLevel.ANONYMOUS)
    record = session_of([statement(1, "Frau Weiß kocht.")], people=[hidden])
    options = MinutesOptions(kind=FULL, created=LATER)
    lines = printed_lines(record, options)
    masked = masking(record, options)
    cleaned = tuple(replace(each, text=masked(each.text)) for each in lines)
    version = MinutesVersion(1, FULL, TODAY, cleaned)
    assert not issue_of(lines, [version], options, masked).is_new
    assert issue_of(lines, [version], options, str).is_new, "else nothing was cleaned"


def test_another_limit_or_other_choices_are_no_new_version() -> None:
    record = evening()
    usual = MinutesOptions(kind=FULL, created=LATER)
    version = MinutesVersion(1, FULL, TODAY, printed_lines(record, usual))
    for other in (
        replace(usual, naming_limit=NamingLevel.ANONYMOUS),
        replace(usual, times=False, contents=False, statement_kinds=False, evidence=False),
        replace(usual, distribution=False, attendance_list=False, attribution=False),
    ):
        lines = printed_lines(record, other)
        assert issue_of(lines, [version], other, str).changes == ()


def test_the_head_is_kept_as_digests_only() -> None:
    record = evening()
    options = MinutesOptions(kind=FULL, created=LATER)
    head = [each for each in printed_lines(record, options) if each.part is LinePart.HEAD]
    assert len(head) > 8
    assert all(len(each.rest) == 16 and not each.text for each in head)


def test_a_change_of_the_head_is_found_field_by_field() -> None:
    record = evening()
    options = MinutesOptions(kind=FULL, created=LATER)
    version = MinutesVersion(1, FULL, TODAY, printed_lines(record, options))
    moved = replace(record, session=replace(record.session, place="Rathaus"))
    found = issue_of(printed_lines(moved, options), [version], options, str)
    # The version before is 1, and only what it says about the place is another.
    assert [(c.part, c.key) for c in found.changes] == [(LinePart.HEAD, "place")]
    assert isinstance(found.changes[0], LineChange)


# -- what stands beside the statements ---------------------------------------------------------


def _again(record: MinutesRecord, **more: object) -> MinutesRecord:
    return replace(record, **more)  # type: ignore[arg-type]


ROOM = in_the_room(evening())
SAID = next(iter(ROOM.statements.of(ROOM.questions[0].uid)))
VIEW = DifferingView(uid("view"), None, "Die Träger sehen es anders.", "wording")
PHOTO = PhotoView(uid("photo"), ROOM.questions[0].uid, 1, "Karten", "", 4, 3, MediaType.PNG, "a")
TALK = next(item for item in ROOM.items if item.kind is PlanItemKind.PRESENTATION)
PASSAGE = OffRecordView(uid("passage"), ROOM.questions[0].uid, START, START, printed=True)
FIRST_HANDS, *OTHER_HANDS = ROOM.hand_counts
FIRST_TOPIC, *OTHER_TOPICS = ROOM.parked_topics
GUEST = replace(ROOM.participants[0], attendance=Attendance(is_guest=True))
BESIDE = {
    "view": (_again(ROOM, differing={SAID.uid: (VIEW,)}), ("new", "differing", VIEW.text)),
    "hands counted again": (
        _again(ROOM, hand_counts=(replace(FIRST_HANDS, agree=1), *OTHER_HANDS)),
        ("changed", "hands", ""),
    ),
    "hands": (_again(ROOM, hand_counts=tuple(OTHER_HANDS)), ("removed", "hands", "")),
    "settled": (
        _again(ROOM, parked_topics=(replace(FIRST_TOPIC, settled=True), *OTHER_TOPICS)),
        ("changed", "parked", ""),
    ),
    "topic": (_again(ROOM, parked_topics=tuple(OTHER_TOPICS)), ("removed", "parked", "")),
    "passage": (_again(ROOM, off_record=(PASSAGE,)), ("new", "passage", "")),
    "guest": (
        _again(ROOM, participants=(GUEST, *ROOM.participants[1:])),
        ("changed", "head", ""),
    ),
}


@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_the_statements_begins_a_new_version_too(name: str) -> None:
    now, expected = BESIDE[name]
    options = MinutesOptions(kind=FULL, created=LATER)
    version = MinutesVersion(1, FULL, TODAY, printed_lines(ROOM, options))
    assert not issue_of(printed_lines(ROOM, options), [version], options, str).is_new
    found = issue_of(printed_lines(now, options), [version], options, str)
    assert found.is_new
    assert [(c.kind, c.part, c.new) for c in found.changes] == [expected]


def test_the_outcome_of_reading_back_begins_a_new_version() -> None:
    said = replace(statement(1, "Ein Treff fehlt."), is_result=True)
    before = session_of([said])
    now = session_of([replace(said, outcome=Outcome.CONFIRMED)])
    for kind in MinutesKind:
        options = MinutesOptions(kind=kind, created=LATER)
        version = MinutesVersion(1, kind, TODAY, printed_lines(before, options))
        found = issue_of(printed_lines(now, options), [version], options, str)
        assert [(c.kind, c.part) for c in found.changes] == [("changed", "statement")]


def test_a_sheet_is_no_other_for_what_it_never_prints() -> None:
    options = MinutesOptions(kind=MinutesKind.RESULTS, created=LATER)
    version = MinutesVersion(1, options.kind, TODAY, printed_lines(ROOM, options))
    for name in ("view", "settled", "topic", "passage"):
        now, _ = BESIDE[name]
        assert not issue_of(printed_lines(now, options), [version], options, str).is_new
    now, _ = BESIDE["hands"]
    assert issue_of(printed_lines(now, options), [version], options, str).is_new


@pytest.mark.parametrize("kind", MinutesKind)
@pytest.mark.parametrize("photos", [True, False])
def test_photos_are_compared_where_they_are_printed(kind: MinutesKind, *, photos: bool) -> None:
    options = MinutesOptions(kind=kind, created=LATER, photos=photos)
    printed = kind is MinutesKind.PHOTO or (photos and kind is not MinutesKind.RESULTS)
    more = _again(ROOM, photos=(*ROOM.photos, PHOTO))
    again = _again(ROOM, photos=(*ROOM.photos, replace(PHOTO, caption="Alle Karten")))
    for before, now, found in (
        (ROOM, more, ("new", "", "Karten")),
        (more, again, ("changed", "Karten", "Alle Karten")),
        (more, ROOM, ("removed", "", "")),
    ):
        issue = _compared(before, now, options)
        assert issue.is_new is printed
        assert [(c.kind, c.old, c.new) for c in issue.changes] == ([found] if printed else [])


@pytest.mark.parametrize("name", ["themes", "memos"])
def test_themes_and_memos_are_compared_where_they_are_printed(name: str) -> None:
    said = statement(1, "Ein Treff fehlt.")
    values: dict[str, object] = {"themes": ("Räume",)} if name == "themes" else {"memo": "prüfen"}
    before, after = session_of([said]), session_of([replace(said, **values)])  # type: ignore[arg-type]
    with_it = MinutesOptions(kind=FULL, created=LATER, **{name: True})  # type: ignore[arg-type]
    for one, other in ((before, after), (after, before)):
        (change,) = _compared(one, other, with_it).changes
        assert (change.kind, change.part, change.key) == ("changed", "statement", said.uid)
        assert not _compared(one, other, replace(with_it, **{name: False})).is_new  # type: ignore[arg-type]
        assert not _compared(one, other, replace(with_it, kind=MinutesKind.RESULTS)).is_new
    kept = " ".join(map(repr, printed_lines(after, with_it)))
    assert "Räume" not in kept
    assert "prüfen" not in kept


def test_the_heading_of_any_item_is_compared_where_it_is_printed() -> None:
    opening, closing = (
        next(item for item in ROOM.items if item.kind is kind)
        for kind in (PlanItemKind.OPENING, PlanItemKind.CLOSING)
    )
    options = MinutesOptions(kind=FULL, created=LATER)
    (change,) = _compared(ROOM, _renamed(ROOM, closing.uid, title="Ende"), options).changes
    assert (change.kind, change.part, change.new) == ("changed", "title", "Ende")
    assert not opening.statement_count
    silent = _compared(ROOM, _renamed(ROOM, opening.uid, title="Kaffee"), options)
    assert not silent.is_new, "nothing is printed of it"
    (only,) = _compared(ROOM, _renamed(ROOM, opening.uid, summary="Hallo."), options).changes
    assert only.part == "summary", "a heading that comes with its first words is no second change"


def _renamed(record: MinutesRecord, item: str, **more: str) -> MinutesRecord:
    items = (replace(each, **more) if each.uid == item else each for each in record.items)  # type: ignore[arg-type]
    return _again(record, items=tuple(items))


def _until(day: dt.date | None) -> MinutesRecord:
    session = replace(ROOM.session, feedback_until=day, feedback_days=None)
    return _again(ROOM, session=session)


def test_another_deadline_is_a_change_as_long_as_one_is_printed() -> None:
    options = MinutesOptions(kind=FULL, created=LATER)
    soon, late = LATER + dt.timedelta(days=3), LATER + dt.timedelta(days=9)
    for before, now in ((None, soon), (soon, late), (late, None)):
        (change,) = _compared(_until(before), _until(now), options).changes
        assert (change.kind, change.part) == ("changed", "deadline")
        final = replace(options, state=FINAL)
        assert not _compared(_until(before), _until(now), options, final).is_new
        sheet = replace(options, kind=MinutesKind.RESULTS)
        assert not _compared(_until(before), _until(now), sheet).is_new
    passed = replace(options, created=late)
    assert not _compared(_until(soon), _until(soon), options, passed).is_new


def test_a_version_of_old_has_nothing_of_what_was_not_kept_then() -> None:
    """Else its photos, themes and memos would all look new."""
    said = replace(statement(1, "Ein Treff fehlt."), themes=("Räume",), memo="prüfen")
    photo = replace(PHOTO, plan_item_uid=said.plan_item_uid)
    record = _again(session_of([said]), photos=(photo,))
    options = MinutesOptions(kind=FULL, created=LATER, photos=True, themes=True, memos=True)
    lines = printed_lines(record, options)
    new = {LinePart.PHOTO, LinePart.TITLE, LinePart.DEADLINE}
    old = tuple(
        replace(each, themes="", memo="")
        for each in lines
        if each.part not in new and each.key != "kept"
    )
    assert len(old) < len(lines)
    assert not issue_of(lines, [MinutesVersion(1, FULL, TODAY, old)], options, str).is_new
    marked = tuple(each for each in lines if each.part is not LinePart.PHOTO)
    assert issue_of(lines, [MinutesVersion(1, FULL, TODAY, marked)], options, str).is_new


@pytest.mark.parametrize(
    ("name", "option"), [("hands", "hands"), ("topic", "parking_lot"), ("settled", "parking_lot")]
)
def test_what_is_not_printed_begins_no_version(name: str, option: str) -> None:
    """A new number with nothing in its list would be a riddle."""
    now, _ = BESIDE[name]
    options = MinutesOptions(kind=FULL, created=LATER)
    without = replace(options, **{option: False})  # type: ignore[arg-type]
    assert _compared(ROOM, now, options).is_new
    assert not _compared(ROOM, now, without).is_new
    assert not _compared(ROOM, ROOM, options, without).is_new
    assert not _compared(ROOM, ROOM, without, options).is_new


def _compared(
    before: MinutesRecord,
    now: MinutesRecord,
    options: MinutesOptions,
    then: MinutesOptions | None = None,
) -> Issue:
    """The second document of a kind, the first of which was made of ``before``."""
    version = MinutesVersion(1, options.kind, TODAY, printed_lines(before, options))
    return issue_of(printed_lines(now, then or options), [version], then or options, str)


def test_who_asks_not_to_be_named_is_not_found_by_the_list_of_changes() -> None:
    """Statement by statement it would say which of them are from the same person."""
    weiss, other = participants()[:2]
    said = [replace(statement(n, f"Satz {n}."), participant_uid=weiss.uid) for n in (1, 2, 3)]
    view = replace(VIEW, participant_uid=weiss.uid)
    before = _again(session_of(said, people=[weiss, other]), differing={said[0].uid: (view,)})
    options = MinutesOptions(kind=FULL, created=LATER)
    version = MinutesVersion(1, FULL, TODAY, printed_lines(before, options))
    hidden = replace(weiss, withdrawn_at=START)
    after = _again(before, participants=(hidden, other))
    found = issue_of(printed_lines(after, options), [version], options, str)
    assert found.is_new
    assert {(c.part, c.key) for c in found.changes} <= {("head", "naming"), ("head", "listed")}
    assert ("head", "naming") in {(c.part, c.key) for c in found.changes}
    stricter = replace(said[0], naming=NamingLevel.ANONYMOUS)
    one = _again(
        session_of([stricter, *said[1:]], people=[weiss, other]), differing=before.differing
    )
    (change,) = issue_of(printed_lines(one, options), [version], options, str).changes
    assert change.key == said[0].uid, "a choice for one statement is told at that statement"


@pytest.mark.parametrize("kind", MinutesKind)
@pytest.mark.parametrize("where", ["step", "typed step", "office", "presentation"])
def test_who_is_named_without_a_statement_and_withdraws_begins_a_version(
    kind: MinutesKind, where: str
) -> None:
    weiss, other = participants()[:2]
    record = session_of([statement(1, "Es fehlt Zeit.")], people=[weiss, other])
    step = NextStepView("s", "Anrufen", weiss.name, None, None, "")
    own: dict[str, dict[str, object]] = {
        "step": {"next_steps": (replace(step, participant_uid=weiss.uid),)},
        "typed step": {"next_steps": (step,)},
        "office": {"session": replace(SESSION, facilitators=(f"{weiss.name}, EDZ",))},
        "presentation": {"items": (*record.items, replace(TALK, speaker=weiss.name))},
    }
    before = _again(record, **own[where])
    hidden = replace(weiss, withdrawn_at=START)
    options = MinutesOptions(kind=kind, created=LATER, attendance_list=False)
    (change,) = _compared(before, _again(before, participants=(hidden, other)), options).changes
    assert (change.part, change.key) == ("head", "naming"), "once, and not who"
    silent = _again(before, participants=(weiss, replace(other, withdrawn_at=START)))
    quiet = replace(options, attribution=False)
    assert not _compared(before, silent, quiet).is_new, "nobody reads of that"
    more = _again(before, next_steps=(*before.next_steps, replace(step, uid="t", who=other.name)))
    (new,) = _compared(before, more, options).changes
    assert new.part == "step", "who comes to it is named no otherwise than before"


def test_who_differs_is_compared_as_who_said_something() -> None:
    (weiss,) = [p for p in participants() if "Weiß" in p.name]
    said = statement(1, "Es fehlt Zeit.")
    record = session_of([said], people=[weiss])
    view = replace(VIEW, participant_uid=weiss.uid)
    options = MinutesOptions(kind=FULL, created=LATER)
    by_her = _again(record, differing={said.uid: (view,)})
    version = MinutesVersion(1, FULL, TODAY, printed_lines(by_her, options))
    quiet = replace(options, attribution=False)
    assert not issue_of(printed_lines(by_her, quiet), [version], quiet, str).is_new
    by_nobody = _again(record, differing={said.uid: (VIEW,)})
    assert issue_of(printed_lines(by_nobody, options), [version], options, str).is_new
