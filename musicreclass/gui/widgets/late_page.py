"""A page that is made when it is first looked at: until then it takes neither time nor memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Page = TypeVar("Page", bound=QWidget)


class LatePage(Generic[Page]):
    """A page to come, and all that is to be done with it once it is there."""

    def __init__(self, make: Callable[[], Page]) -> None:
        self._make = make
        self._wants: list[Callable[[Page], object]] = []
        self.made: Page | None = None

    def get(self) -> Page:
        """Return the page, made where it is not yet."""
        if self.made is None:
            self.made = self._make()
            wants, self._wants = self._wants, []
            for do in wants:
                do(self.made)
        return self.made

    def when_made(self, do: Callable[[Page], object]) -> None:
        """Do something with the page as soon as it is made, before it is shown."""
        if self.made is None:
            self._wants.append(do)
        else:
            do(self.made)
