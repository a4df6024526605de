"""The one base of everything that people decide: frozen, strict, finite, and tolerant of fields of later versions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tradeoff_app.model.plugins import leave_plugins_out

leave_plugins_out()


class Frozen(BaseModel):
    """A value that never changes; a change makes a new one. Unknown fields of later versions are kept."""

    model_config = ConfigDict(
        frozen=True,
        extra="allow",
        strict=True,
        allow_inf_nan=False,
        hide_input_in_errors=True,
        ser_json_inf_nan="strings",
    )


Identifier = Annotated[str, StringConstraints(min_length=1, max_length=500)]
LARGEST = 1e15
"""Above this nothing that a person states is meant: sums and sentences stay finite."""

Amount = Annotated[float, Field(ge=-LARGEST, le=LARGEST)]
Share = Annotated[float, Field(ge=0.0, le=1.0)]
NonNegative = Annotated[float, Field(ge=0.0, le=LARGEST)]
