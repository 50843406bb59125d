"""Series, their codebook, their own words and text blocks."""

from typing import Any

from sqlmodel import Field, SQLModel

from app.storage.tables.base import OptionalJSON, TravellingRow


class SeriesRow(TravellingRow, table=True):
    """A series (Reihe)."""

    __tablename__ = "series"

    title: str
    purpose: str = ""
    funding: str = ""
    sender: str = ""
    planned_sessions: int | None = None
    is_example: bool = False
    guide_key: str = ""
    template_name: str = ""
    template_sha256: str = ""
    minutes: dict[str, Any] | None = Field(default=None, sa_type=OptionalJSON)
    feedback_days: int | None = None
    with_release: bool = False


class TemplateContentRow(SQLModel, table=True):
    """The bytes of a house template, once for all series that use it. Only read by itself.

    Its ``size`` also tells it from the content of a photo where only pages of a damaged file are
    left.
    """

    __tablename__ = "template_content"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    size: int
    data: bytes


class ThemeRow(TravellingRow, table=True):
    """A code of the series' codebook; equal folded names in one series are one theme."""

    __tablename__ = "theme"

    series_id: int = Field(foreign_key="series.id", index=True)
    name: str
    folded_name: str
    definition: str = ""
    state: str
    order_key: str


class OwnWordRow(TravellingRow, table=True):
    """A word that is spelled right in this series, whatever the dictionary says."""

    __tablename__ = "own_word"

    series_id: int = Field(foreign_key="series.id", index=True)
    word: str


class TextBlockRow(TravellingRow, table=True):
    """A text that stands for its short name in this series."""

    __tablename__ = "text_block"

    series_id: int = Field(foreign_key="series.id", index=True)
    name: str
    text: str
