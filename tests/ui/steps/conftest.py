"""Pages are taken down before the rules are looked at."""

from collections.abc import Iterator

import pytest

from tests.ui.steps.stories import close_steps


@pytest.fixture(autouse=True)
def closed_steps(quiet_qt: None) -> Iterator[None]:
    """Whole pages: the layouts of plots own widgets of their own, which must not be deleted one by one."""
    yield
    close_steps()
