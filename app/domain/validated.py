"""The base of everything that is checked when it comes in."""

from pydantic import BaseModel, ConfigDict


class Validated(BaseModel):
    """A frozen model that refuses what it does not know.

    Its checks are built when it is first used: most of a start's time with pydantic would go into
    checks that this start never needs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
