"""Parts of a result that are computed when somebody looks: a slider move must not pay for what nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


class Lazily:
    """Mixed in before a frozen dataclass: some of its fields come from makers at their first use, then stay.

    `ready` are the fields known now; `makers` one function per field that waits.
    """

    def __init__(self, ready: Mapping[str, Any], makers: Mapping[str, Callable[[], Any]]) -> None:
        hidden = [name for name in makers if hasattr(type(self), name)]
        assert not hidden, f"a plain default would answer before the maker of {hidden}"
        self.__dict__.update(ready)
        self.__dict__["_makers"] = dict(makers)

    def __getattr__(self, name: str) -> Any:
        makers = self.__dict__.get("_makers", {})
        if name not in makers:
            raise AttributeError(name)
        made = makers[name]()
        self.__dict__[name] = made
        return made
