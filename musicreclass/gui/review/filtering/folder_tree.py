"""The folders of the library with those below them, as far as they are unfolded."""

from __future__ import annotations

import os
from bisect import insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.location import readable
from musicreclass.core.review.columns.folder_sums import FolderPart
from musicreclass.core.track import Folder

MOST_SHOWN = 2_000  # folders in one: nobody looks through more, and each holds up the window


@dataclass(frozen=True, slots=True)
class FolderNode:
    """A folder as the sidebar shows it."""

    part: FolderPart
    name: str
    path: str  # for people
    depth: int  # folders of the library around it
    is_open: bool | None  # whether those in it are shown; None where there are none
    left_out: int = 0  # not a folder, but how many more there are than are shown


class FolderTree:
    """Knows which folders there are, and which of them are unfolded; makes but what is shown."""

    def __init__(self) -> None:
        self._folders: tuple[Folder, ...] = ()
        self._parts: frozenset[FolderPart] = frozenset()  # all with tracks in or below them
        self._below: defaultdict[FolderPart, list[str]] = defaultdict(list)  # names right in each
        self.unfolded: set[str] = set()  # paths, for ids are other ones in another library

    def set_folders(self, folders: Iterable[Folder]) -> None:
        self._folders = tuple(folders)

    @property
    def folders(self) -> tuple[Folder, ...]:
        return self._folders

    def set_parts(self, parts: Collection[FolderPart]) -> bool:
        """Take note of all folders with tracks in or below them; say whether others are shown."""
        before, known = list(self.visible()), self._parts
        self._parts = frozenset(parts)
        if known - self._parts:
            known = frozenset()
            self._below.clear()
        for folder_id, path in self._parts - known:
            if path:
                above, _, name = path.rpartition("/")
                insort(self._below[folder_id, above], name, key=lambda one: (one.casefold(), one))
        return list(self.visible()) != before

    def visible(self) -> Iterator[FolderNode]:
        """Yield the folders to be shown, each before those in it."""
        for folder in self._folders:
            yield from self._from((folder.id, ""), folder.path.name or "/", folder.path, 0)

    def fold(self, path: str, *, is_open: bool) -> None:
        """Show what is in a folder, or fold it away."""
        if is_open:
            self.unfolded.add(path)
        else:
            self.unfolded.discard(path)

    def path_of(self, part: FolderPart) -> str:
        """Return the path of a folder; "" where the library has none such."""
        root = next((folder.path for folder in self._folders if folder.id == part[0]), None)
        return "" if root is None else readable(str(root / part[1] if part[1] else root))

    def part_at(self, path: str) -> FolderPart | None:
        """Return which folder of the library lies at a path, or which part of one."""
        for folder in self._folders:
            root = readable(str(folder.path))
            if path == root:
                return folder.id, ""
            inside = root.rstrip(os.sep) + os.sep
            if path.startswith(inside):
                return folder.id, path[len(inside) :].replace(os.sep, "/")
        return None

    def name_of(self, part: FolderPart) -> str:
        """Return what a folder is called."""
        return Path(self.path_of(part)).name or part[1] or "/"

    def unfold_to(self, part: FolderPart) -> bool:
        """Unfold all around a folder; say whether any was folded."""
        around = [(part[0], "")]
        names = part[1].split("/") if part[1] else []
        around += [(part[0], "/".join(names[:n])) for n in range(1, len(names))]
        paths = {self.path_of(one) for one in around} if names else set()
        is_new = not paths <= self.unfolded
        self.unfolded |= paths
        return is_new

    def _from(self, part: FolderPart, name: str, path: Path, depth: int) -> Iterator[FolderNode]:
        below, shown = self._below.get(part, ()), readable(str(path))
        is_open = shown in self.unfolded if below else None
        yield FolderNode(part, readable(name), shown, depth, is_open)
        if is_open:
            for inner in below[:MOST_SHOWN]:
                inside = f"{part[1]}/{inner}" if part[1] else inner
                yield from self._from((part[0], inside), inner, path / inner, depth + 1)
            if (left_out := len(below) - MOST_SHOWN) > 0:
                yield FolderNode(part, "", "", depth + 1, None, left_out)
