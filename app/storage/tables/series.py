"""Series, their codebook, their own words and text blocks."""

from sqlmodel import Field

from app.storage.tables.base import TravellingRow


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
