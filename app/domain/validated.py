"""The base of everything that is checked when it comes in."""

from dataclasses import asdict, is_dataclass
from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    ValidationInfo,
    model_validator,
)

_HALF = "string_unicode"
"""Pydantic's word for a text with half a character in it, which no encoding can hold."""

STRICT = {"halves": "refused"}
"""Context of a validation for whoever cleans, and counts, such texts himself."""


class Validated(BaseModel):
    """A frozen model that refuses what it does not know.

    Its checks are built when it is first used: most of a start's time with pydantic would go into
    checks that this start never needs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @model_validator(mode="wrap")
    @classmethod
    def _without_halves(
        cls,
        values: Any,  # noqa: ANN401 - pydantic hands over anything
        check: ModelWrapValidatorHandler[Self],
        info: ValidationInfo,
    ) -> Self:
        """An input method may leave half a character: what was typed is taken without it.

        Looked for only when pydantic has found one, for most texts have none.
        """
        try:
            return check(values)
        except ValidationError as error:
            found = error.errors(include_url=False)
            if info.context == STRICT or all(each["type"] != _HALF for each in found):
                raise
        return check(_whole(values))


def _whole(value: Any) -> Any:  # noqa: ANN401 - whatever was given
    if isinstance(value, str):
        return value.encode("utf-8", "ignore").decode("utf-8")
    if is_dataclass(value) and not isinstance(value, type):
        return _whole(asdict(value))
    if isinstance(value, dict):
        return {name: _whole(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_whole(part) for part in value)
    return value
