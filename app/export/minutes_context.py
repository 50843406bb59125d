"""What all parts of one document share: the record, the options, words and speakers."""

import re
from collections.abc import Iterator

from app.domain.minutes import MinutesOptions, MinutesRecord, obeying
from app.domain.minutes_names import gives_away
from app.domain.off_record import OffRecordView
from app.domain.photos import PhotoView
from app.domain.plan import PlanItemView
from app.domain.protection import NameSearch
from app.domain.statements import StatementView
from app.domain.text import fold
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Paragraph, ParagraphRole, Run, RunRole, paragraph, plain
from app.export.minutes_speakers import Speakers
from app.export.minutes_statements import Statements
from app.export.wording import Wording, listed
from app.texts import Texts


class Context:
    """One document in the making."""

    def __init__(self, record: MinutesRecord, options: MinutesOptions, texts: Texts) -> None:
        record = self.record = obeying(record, options)
        self.session = record.session
        self.options = options
        self.words = Wording(texts, record.zone, with_dates=record.spans_days)
        self.speakers = Speakers(record, options, texts)
        self.statements = Statements(record, options, self.words, self.speakers)
        self._gives_away = gives_away(record)
        self.title = self._titled(record.session.title, "minutes.confidential_title")
        self.series_title = self._titled(record.series.title, "minutes.confidential_series")
        self.author = "" if self.session.confidential else one_line(options.author)
        refusing = (p.name for p in record.participants if p.may_be_listed is False)
        self._refusing = NameSearch(refusing)

    def shown(self, text: str) -> str:
        """A line of the head; in a confidential session empty if it gives somebody away."""
        text = one_line(text)
        return "" if self._hides(text) else text

    def _hides(self, text: str) -> bool:
        mentions = self.speakers.protection.mentions_somebody
        return self.session.confidential and (mentions(text) or self._gives_away(text))

    def _titled(self, title: str, instead: str) -> str:
        title = one_line(title)
        return self.words.say(instead) if self._hides(title) else title

    def place(self) -> str:
        """Where it was; in a confidential session not if the place gives the host away."""
        place = self.shown(self.session.place)
        words = re.findall(r"\w{4,}", fold(self.session.host))
        if self.session.confidential and any(word in fold(place) for word in words):
            return ""
        return place

    def office(self, names: tuple[str, ...]) -> str:
        """Those who lead or take the minutes; who must not be named is only counted."""
        shown = [
            name
            for name in map(one_line, names)
            if not self.session.confidential and not self._refusing.first_in(name)
        ]
        if len(shown) < len(names):
            shown.append(self.words.count("people", len(names) - len(shown)))
        return listed(shown)

    def label(self, name: str, *value: Run | str) -> Paragraph:
        """One line of the head."""
        label = Run(RunRole.LABEL, self.words.say(f"minutes.head.{name}"))
        return paragraph(ParagraphRole.HEAD_LINE, label, "\t", *value)

    def heading(self, text: str, anchor: str) -> Paragraph:
        """The heading of a part that is no guiding question."""
        return paragraph(ParagraphRole.HEADING, text, anchor=anchor)

    def item_heading(self, item: PlanItemView) -> Paragraph:
        """The number and the text of a question, or the name of another item."""
        text = one_line(item.heading)
        if item.kind is not PlanItemKind.QUESTION:
            return self.heading(text, anchor_of(item))
        return paragraph(ParagraphRole.HEADING, f"{item.number}\t{text}", anchor=anchor_of(item))

    def presentation_heading(self, item: PlanItemView) -> Paragraph | None:
        """Title and speaker of a presentation; None if it has neither."""
        heading = one_line(item.heading)
        generic = {self.words.say("minutes.presentations"), ""}
        title = "" if heading in generic else heading
        by = self._presenter(item)
        if not title and not by:
            return None
        parts = [self.words.quoted(title) if title and by else title, by]
        text = " – ".join(part for part in parts if part)
        return paragraph(ParagraphRole.SUBHEADING, text, anchor=anchor_of(item))

    def cluster_heading(self, name: str, first: StatementView) -> Paragraph:
        """The name of a group of cards; its first card gives the anchor."""
        anchor = f"c_{first.uid.replace('-', '')}"
        return paragraph(ParagraphRole.SUBHEADING, one_line(name), anchor=anchor)

    def details(self, items: tuple[PlanItemView, ...]) -> Paragraph | None:
        """When the items took place and how much was said; None if neither is known."""
        parts = [self._period(items)]
        if len(items) > 1:
            parts.append(self.words.count("presentations", len(items)))
        count = sum(item.statement_count for item in items)
        if count:
            parts.append(self.words.count("statements", count))
        text = " · ".join(part for part in parts if part)
        return paragraph(ParagraphRole.DETAILS, text) if text else None

    def nothing_recorded(self, item: PlanItemView) -> Paragraph:
        """What stands under a question without statements: nothing yet, or it comes in writing."""
        text = "minutes.in_writing" if item.in_writing else "minutes.nothing_recorded"
        return paragraph(ParagraphRole.STATEMENT_ADDITION, self.words.say(text))

    def off_record(self, passage: OffRecordView) -> Paragraph:
        """As in "19:08 Uhr bis 19:12 Uhr: Austausch ohne Protokoll."."""
        end = self.words.moment(passage.ended_at) if passage.ended_at else ""
        period = self.words.period(self.words.moment(passage.started_at), end)
        text = self.words.say("minutes.off_record", period=period[:1].upper() + period[1:])
        return paragraph(ParagraphRole.STATEMENT_ADDITION, text)

    def passages(self, item: PlanItemView) -> Iterator[Paragraph]:
        """What stands under an item for its passages off the record."""
        return map(self.off_record, self.record.passages_of(item))

    def caption(self, photo: PhotoView) -> str:
        """As in "Foto 3: Die Karten zu Frage 2"."""
        number = self.words.say("minutes.photos.number", number=photo.number)
        caption = self.speakers.protection.remark(one_line(photo.caption))
        return f"{number}: {caption}" if caption else number

    def alternative(self, photo: PhotoView) -> str:
        """What the photo shows in words, or at least its caption."""
        described = self.speakers.protection.remark(one_line(photo.alt_text))
        return described or self.caption(photo)

    def summary(self, item: PlanItemView) -> Paragraph | None:
        """The summary of an item, if it has one."""
        text = item.summary.strip()
        return Paragraph(ParagraphRole.SUMMARY, (plain(text),)) if text else None

    def _presenter(self, item: PlanItemView) -> str:
        speaker, organisation = one_line(item.speaker), one_line(item.organisation)
        allowed = self.speakers.protection.presenter(speaker, organisation)
        if allowed.name:
            return ", ".join(part for part in (allowed.name, allowed.organisation) if part)
        return allowed.printed(self.speakers.kind_in_words)

    def _period(self, items: tuple[PlanItemView, ...]) -> str:
        starts = [item.started_at for item in items if item.started_at]
        ends = [item.ended_at for item in items if item.ended_at]
        if not starts:
            return ""
        end = self.words.moment(max(ends)) if len(ends) == len(starts) else ""
        return self.words.period(self.words.moment(min(starts)), end)


def anchor_of(item: PlanItemView) -> str:
    """The name under which the heading of an item is referred to."""
    return f"i_{item.uid.replace('-', '')}"


def group_anchor(first: PlanItemView) -> str:
    """The name of the heading above a group of presentations."""
    return f"g_{first.uid.replace('-', '')}"


def one_line(text: str) -> str:
    """``text`` without line breaks, for headings, heads and headers."""
    return " ".join(text.split("\n")).strip()


class PictureContent:
    """Reads the bytes of a photo or logo when they are needed."""

    def __init__(self, record: MinutesRecord, sha256: str) -> None:
        self._record = record
        self._sha256 = sha256

    def __call__(self) -> bytes:
        """The bytes; none where a damaged file has lost them."""
        return self._record.photo_content(self._sha256) or b""
