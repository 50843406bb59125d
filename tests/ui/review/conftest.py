"""The example evening, which is a whole session."""

import pytest

from app.bootstrap import Services
from tests.support.desk import Desk
from tests.ui.review.room import Review


@pytest.fixture
def evening(services: Services) -> str:
    """The uid of the example session: 67 statements of one evening."""
    return services.example.ensure()


@pytest.fixture
def review(desk: Desk, evening: str) -> Review:
    return Review(desk, evening)
