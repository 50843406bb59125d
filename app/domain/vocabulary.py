"""The closed lists of the field's words, as they stand in files, tables and on the command line.

The values are stable: they are written into databases and session documents. What the user reads
for a value comes from ``resources/i18n/*/vocabulary.toml``, never from here.
"""

from enum import StrEnum


class SessionState(StrEnum):
    """Where a session is in its life. Every state but ``CLOSED`` takes statements."""

    PLANNED = "planned"
    RUNNING = "running"
    REVIEW = "review"
    CLOSED = "closed"


class PlanItemKind(StrEnum):
    """What stands on the invitation (Programmpunkt)."""

    OPENING = "opening"
    INTRODUCTIONS = "introductions"
    PRESENTATION = "presentation"
    QUESTION = "question"
    BREAK = "break"
    READING_BACK = "reading_back"
    CLOSING = "closing"


class StatementKind(StrEnum):
    """Art des Beitrags."""

    REASON = "reason"
    GOAL = "goal"
    ACTIVITY = "activity"
    EXPERIENCE = "experience"
    COOPERATION = "cooperation"
    POTENTIAL = "potential"
    OBSTACLE = "obstacle"
    CONDITION = "condition"
    ACTOR = "actor"
    RECOMMENDATION = "recommendation"
    QUESTION = "question"
    AGREEMENT = "agreement"
    REMARK = "remark"


class StatementState(StrEnum):
    """How far the work on a statement is: only a released one is fit for final minutes."""

    NOTE = "note"
    CHECKED = "checked"
    RELEASED = "released"


class FeedbackAnswer(StrEnum):
    """What somebody says about a statement in the minutes."""

    AGREE = "agree"
    CHANGE = "change"
    LEAVE_OUT = "leave_out"


class FeedbackWay(StrEnum):
    """How an answer came."""

    FORM = "form"
    PHONE = "phone"
    MAIL = "mail"
    LETTER = "letter"
    IN_PERSON = "in_person"


class FeedbackDecision(StrEnum):
    """What became of an answer."""

    ADOPTED = "adopted"
    NOTED = "noted"
    """Printed under the statement as a differing view."""
    DECLINED = "declined"


class NamingLevel(StrEnum):
    """How a speaker is named, from open to strict (``strictness`` orders them)."""

    NAME = "name"
    ROLE = "role"
    ORGANISATION = "organisation"
    ORGANISATION_KIND = "organisation_kind"
    ANONYMOUS = "anonymous"

    @property
    def strictness(self) -> int:
        """0 for ``NAME`` up to 4 for ``ANONYMOUS``."""
        return list(NamingLevel).index(self)


class Presence(StrEnum):
    """Whether somebody on the list is there."""

    EXPECTED = "expected"
    PRESENT = "present"
    EXCUSED = "excused"


class ConsentPurpose(StrEnum):
    """What somebody is asked for at check-in; every answer counts as no until it is given."""

    ATTENDANCE_LIST = "attendance_list"
    NAMING = "naming"
    PHOTO = "photo"
    CONTACT = "contact"


class Reading(StrEnum):
    """How a line under a plan item is read as actors (product: questions 4, 5 and 7)."""

    NONE = "none"
    COOPERATION = "cooperation"
    TAKES_PART = "takes_part"
    MISSING = "missing"


class Participation(StrEnum):
    """Whether an actor takes part or is missing."""

    TAKES_PART = "takes_part"
    MISSING = "missing"


class ActivityStatus(StrEnum):
    """Stand of something new or of a cooperation."""

    PLANNED = "planned"
    RUNNING = "running"
    ESTABLISHED = "established"
    ENDED = "ended"


class Addressee(StrEnum):
    """Whom a recommendation is directed at (Richtet sich an)."""

    NEIGHBOURHOOD = "neighbourhood"
    PARISH = "parish"
    PROVIDER = "provider"
    MUNICIPALITY = "municipality"
    STATE = "state"
    REGIONAL_CHURCH = "regional_church"
    REGIONAL_ASSOCIATION = "regional_association"
    FEDERAL = "federal"
    CHURCH_FEDERAL = "church_federal"
    INSURERS = "insurers"
    EU = "eu"


class OrganisationKind(StrEnum):
    """Kinds of organisation; each has a printed form with article for the naming level."""

    DIAKONIE = "diakonie"
    PARISH = "parish"
    CHURCH_BODY = "church_body"
    REGIONAL_ASSOCIATION = "regional_association"
    STATE = "state"
    MUNICIPALITY = "municipality"
    PROVIDER = "provider"
    ASSOCIATION = "association"
    FOUNDATION = "foundation"
    SCIENCE = "science"
    HOUSING = "housing"
    SCHOOL = "school"
    CARE = "care"
    INSURER = "insurer"
    BUSINESS = "business"
    POLITICS = "politics"
    CITIZEN = "citizen"


class ThemeState(StrEnum):
    """An unknown ``#word`` is proposed until the coordinator accepts it."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"


class Outcome(StrEnum):
    """What the room said to a result that was read back."""

    CONFIRMED = "confirmed"
    CHANGED = "changed"
    """It says now what the room wants it to say."""
    DISPUTED = "disputed"


class MinutesKind(StrEnum):
    """Kinds of minutes, all made from one record."""

    SUMMARY = "summary"
    SHORT = "short"
    FULL = "full"
    PHOTO = "photo"
    RESULTS = "results"
    """Ergebnisblatt: one page before people leave."""


class PaperKind(StrEnum):
    """What is printed for the room."""

    ATTENDANCE = "attendance"
    SLIPS = "slips"
    RUN_SHEET = "run-sheet"
    POSTERS = "posters"
    NOTE_SHEETS = "note-sheets"
    NAME_CARDS = "name-cards"


class RequestKind(StrEnum):
    """What somebody asks for the floor for; all but the first go before others."""

    CONTRIBUTION = "contribution"
    DIRECT_REPLY = "direct_reply"
    POINT_OF_ORDER = "point_of_order"


class SpeakingOrder(StrEnum):
    """Who of those waiting is proposed next."""

    AS_THEY_COME = "as_they_come"
    BALANCED = "balanced"
    FIRST_SPEAKERS = "first_speakers"
    QUOTA = "quota"


class SpeakingReason(StrEnum):
    """Why somebody is proposed next."""

    FIRST_COME = "first_come"
    IN_LINE = "in_line"
    ALONE = "alone"
    POINT_OF_ORDER = "point_of_order"
    DIRECT_REPLY = "direct_reply"
    OVERTAKEN = "overtaken"
    NOT_YET = "not_yet"
    FEWEST_TURNS = "fewest_turns"
    GROUP = "group"
    NO_GROUP = "no_group"
