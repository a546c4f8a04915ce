"""A widget that is made when it is first needed: until then it takes neither time nor memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


class LateWidget(Generic[Kind]):
    """A widget to come, and all that is to be done with it once it is there."""

    def __init__(self, make: Callable[[], Kind]) -> None:
        self._make = make
        self._wants: list[Callable[[Kind], object]] = []
        self.made: Kind | None = None

    def get(self) -> Kind:
        """Return the widget, made where it is not yet."""
        if self.made is None:
            self.made = self._make()
            wants, self._wants = self._wants, []
            for do in wants:
                do(self.made)
        return self.made

    def when_made(self, do: Callable[[Kind], object]) -> None:
        """Do something with the widget as soon as it is made, before it is shown."""
        if self.made is None:
            self._wants.append(do)
        else:
            do(self.made)
