"""Photos and logos, and apart from them what they show."""

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from app.storage.tables.base import TravellingRow


class PhotoContentRow(SQLModel, table=True):
    """The bytes of a photo, once for all rows that show the same. Only read by itself."""

    __tablename__ = "photo_content"

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(unique=True)
    data: bytes


class PhotoRow(TravellingRow, table=True):
    """A photo at a plan item. ``sha256`` leads to its content.

    That is no foreign key: of a damaged file, what is left must fit together without it.
    """

    __tablename__ = "photo"
    __table_args__ = (
        Index("ix_photo_session", "session_id"),
        Index("ix_photo_plan_item", "plan_item_id", "order_key", "uid"),
    )

    session_id: int = Field(foreign_key="dialogue_session.id")
    plan_item_id: int = Field(foreign_key="plan_item.id")
    order_key: str
    caption: str = ""
    alt_text: str = ""
    width: int
    height: int
    media_type: str
    sha256: str


class LogoRow(TravellingRow, table=True):
    """A logo of a series, printed ``height_mm`` high. ``sha256`` leads to its content."""

    __tablename__ = "logo"
    __table_args__ = (Index("ix_logo_series", "series_id", "order_key"),)

    series_id: int = Field(foreign_key="series.id")
    order_key: str
    alt_text: str = ""
    height_mm: int
    width: int
    height: int
    media_type: str
    sha256: str
