"""Values that an object works out when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

Value = TypeVar("Value")

KEPT_READINGS = 64
"""Passages whose parts are kept by functions that several links ask about them."""


class lazy(Generic[Value]):  # noqa: N801  (used like a built-in decorator)
    """Like `functools.cached_property`, without its lock: one thread reads passages by the thousand."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self.work = work
        self.name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> lazy[Value]: ...

    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...

    def __get__(self, owner: object | None, kind: type) -> lazy[Value] | Value:
        if owner is None:
            return self
        value = owner.__dict__[self.name] = self.work(owner)
        return value
