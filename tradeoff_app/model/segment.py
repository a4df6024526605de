"""A segment: which units it holds, how many exposures a month it stands for, and whether it is protected."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator

from tradeoff_app.model.frozen import Frozen, Identifier
from tradeoff_app.model.names import readable_name
from tradeoff_app.model.range import Range

EVERYONE = "*"
"""The id of the whole population wherever a segment is named."""


class Exposure(Frozen):
    """Monthly volume on one basis (per query, session, user …), low to high."""

    basis: str = "unit"
    per_month: Range


def _as_list(value: Any) -> Any:
    """One exposure may be written without its list."""
    if value is None:
        return ()
    if isinstance(value, dict | Exposure):
        return (value,)
    return tuple(value) if isinstance(value, list) else value


Exposures = Annotated[tuple[Exposure, ...], BeforeValidator(_as_list)]


class Segment(Frozen):
    """Units whose dimension values are all listed in `where`; exposures one a basis."""

    id: Identifier
    label: str | None = None
    where: Mapping[str, tuple[str, ...]] = {}
    protected: bool = False
    exposure: Exposures = ()

    @property
    def name(self) -> str:
        """The label people read; the id where none was given."""
        return readable_name(self.label or self.id)

    def volume(self, basis: str | None) -> Range | None:
        """Exposures a month on this basis (the only one where no basis is asked for); None where not stated."""
        for exposure in self.exposure:
            if basis is None or exposure.basis == basis:
                return exposure.per_month
        return None
