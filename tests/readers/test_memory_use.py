from __future__ import annotations

import gc

import pytest

from tradeoff_app.readers.memory_use import leave_garbage


@pytest.mark.parametrize("was_enabled", [True, False])
def test_that_the_collector_is_left_as_it_was_even_after_a_refusal(*, was_enabled: bool) -> None:
    before = gc.isenabled()
    (gc.enable if was_enabled else gc.disable)()
    try:
        with pytest.raises(ValueError, match="looks: False"), leave_garbage():
            raise ValueError(f"looks: {gc.isenabled()}")
        assert gc.isenabled() == was_enabled
    finally:
        (gc.enable if before else gc.disable)()
