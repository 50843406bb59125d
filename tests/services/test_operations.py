import re
from pathlib import Path

import pytest

import app.services
from app.domain.vocabulary import SessionState
from app.texts import LANGUAGES, Texts


def _names() -> set[str]:
    """Every operation name that stands in the services' code."""
    folder = Path(app.services.__file__).parent
    source = "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    found = re.findall(r'(?:operation|_operation)\(\s*"([a-z_]+\.[a-z_]+)"', source)
    return {*found, *(f"session.{state}" for state in SessionState)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_operation_has_a_name_to_show(language: str) -> None:
    texts = Texts(language)
    names = _names() - {"document.preview"}  # never committed
    assert len(names) > 20
    for name in names:
        assert texts.get(f"operations.{name}")
