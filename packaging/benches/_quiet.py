"""What benches share: a watch on memory."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import psutil

Result = TypeVar("Result")


@dataclass(slots=True)
class MemoryWatch:
    """Notes the memory of this process and of its children, ten times a second."""

    parent: list[int] = field(default_factory=list)
    children: list[int] = field(default_factory=list)
    _done: threading.Event = field(default_factory=threading.Event)

    def run(self, work: Callable[[], Result]) -> Result:
        watcher = threading.Thread(target=self._watch)
        watcher.start()
        try:
            return work()
        finally:
            self._done.set()
            watcher.join()

    def _watch(self) -> None:
        me = psutil.Process()
        while not self._done.wait(0.1):
            self.parent.append(me.memory_info().rss)
            self.children.append(sum(_resident(child) for child in me.children()))

    def text(self) -> str:
        """Return the peaks, of both halves of the time: flat memory has them alike."""
        half = len(self.parent) // 2
        return (
            f"parent {_peak(self.parent[:half])} then {_peak(self.parent[half:])} MB, "
            f"children together {_peak(self.children[:half])} then {_peak(self.children[half:])} MB"
        )


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _peak(sizes: list[int]) -> int:
    return max(sizes, default=0) >> 20
