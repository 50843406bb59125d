"""The example evening, which is a whole session."""

import pytest

from app.bootstrap import Services


@pytest.fixture
def evening(services: Services) -> str:
    """The uid of the example session: 67 statements of one evening."""
    return services.example.ensure()
