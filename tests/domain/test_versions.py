"""When a version begins, whether it is final, and what is said about the differences."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.minutes import MinutesOptions, MinutesState
from app.domain.minutes_names import masking
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
from app.domain.vocabulary import MinutesKind, NamingLevel, SessionState
from tests.support.evening import SESSION, evening, participants
from tests.support.minutes import session_of, statement

TODAY, LATER = dt.date(2026, 11, 20), dt.date(2026, 12, 1)
FULL, SUMMARY = MinutesKind.FULL, MinutesKind.SUMMARY
PRELIMINARY, FINAL = MinutesState.PRELIMINARY, MinutesState.FINAL


def line(key: str, text: str, **more: str) -> PrintedLine:
    return PrintedLine(LinePart.STATEMENT, key, f"STU-1-{key}", text, **more)


def issue(
    now: list[PrintedLine], *earlier: MinutesVersion, kind: MinutesKind = FULL, day: dt.date = LATER
) -> Issue:
    return issue_of(now, earlier, kind, day, str)


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
            FULL,
            LATER,
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
    assert not issue_of(lines, [version], FULL, LATER, masked).is_new
    assert issue_of(lines, [version], FULL, LATER, str).is_new, "else nothing was cleaned"


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
        assert issue_of(lines, [version], FULL, LATER, str).changes == ()


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
    found = issue_of(printed_lines(moved, options), [version], FULL, LATER, str)
    # The version before is 1, and only what it says about the place is another.
    assert [(c.part, c.key) for c in found.changes] == [(LinePart.HEAD, "place")]
    assert isinstance(found.changes[0], LineChange)
