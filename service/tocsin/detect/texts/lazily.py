"""Lazily: values of an object that are worked out when something first asks for them."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class lazily(Generic[Value]):  # noqa: N801 - a decorator
    """Work a value out once, as functools.cached_property does, which in Python 3.11 takes a lock and four times as long for it."""

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> Self: ...
    @overload
    def __get__(self, owner: object, kind: type) -> Value: ...
    def __get__(self, owner: object, kind: type) -> Self | Value:
        """Return the value and leave it in the object, where it is found without a call from then on."""
        if owner is None:
            return self
        value = owner.__dict__[self._name] = self._work(owner)
        return value
