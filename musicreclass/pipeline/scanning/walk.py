"""Finding the audio files below a folder, whatever the folders hold: links, loops, locked doors.

Looks at names and stamps only; no file is opened.
"""

from __future__ import annotations

import os
import unicodedata
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem, system_words
from musicreclass.sentences.reason import because
from musicreclass.tags.safe_write.safe_file import is_unfinished


@dataclass(frozen=True, slots=True)
class FoundFile:
    """An audio file by its name, as it stands on the disk now."""

    path: str
    stamp: FileStamp


Identity = tuple[int, int]  # device and inode


@dataclass(slots=True)
class Walk:
    """One pass over a folder. Yields files and problems; afterwards knows where it could not look.

    Links are followed last, so that a file which is also reachable by its own name is found
    under that name, and once.
    """

    root: str
    suffixes: frozenset[str]
    follow_symlinks: bool = True
    closed: list[str] = field(default_factory=list)  # what could not be looked at or into
    unfinished: list[str] = field(default_factory=list)  # copies that somebody is or was at
    _seen_folders: set[Identity] = field(default_factory=set)
    _seen_files: set[Identity] = field(default_factory=set)
    _links: deque[os.DirEntry[str]] = field(default_factory=deque)

    def __iter__(self) -> Iterator[FoundFile | FileProblem]:
        yield from self._tree(self.root)
        while self._links:
            yield from self._link(self._links.popleft())

    def _tree(self, top: str) -> Iterator[FoundFile | FileProblem]:
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                entries = self._entries(folder)
            except OSError as error:
                self.closed.append(folder)
                yield FileProblem(
                    Path(folder), because("pipeline.folder_unreadable", reason=system_words(error))
                )
                continue
            below: list[str] = []
            for entry in entries:
                yield from self._entry(entry, below)
            waiting.extend(reversed(below))

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        """Return what is in `folder`, in order of name; nothing where we have been already."""
        stat = Path(folder).stat()
        if (stat.st_dev, stat.st_ino) in self._seen_folders:
            return []
        self._seen_folders.add((stat.st_dev, stat.st_ino))
        with os.scandir(folder) as found:
            return _one_per_name(sorted(found, key=lambda entry: entry.name))

    def _entry(
        self, entry: os.DirEntry[str], below: list[str]
    ) -> Iterator[FoundFile | FileProblem]:
        try:
            if entry.is_symlink():
                if self.follow_symlinks:
                    self._links.append(entry)
            elif entry.is_dir():
                below.append(entry.path)
            elif self._is_audio(entry.name) and entry.is_file():
                yield self._found(entry, entry.stat())
            elif is_unfinished(entry.name):
                self.unfinished.append(entry.path)
        except FileNotFoundError:
            return  # gone since the folder was listed
        except OSError as error:
            self.closed.append(entry.path)
            reason = because("pipeline.cannot_be_looked_at", reason=system_words(error))
            yield FileProblem(Path(entry.path), reason)

    def _link(self, entry: os.DirEntry[str]) -> Iterator[FoundFile | FileProblem]:
        try:
            stat = entry.stat()
        except FileNotFoundError:
            if self._is_audio(entry.name):
                yield FileProblem(Path(entry.path), because("pipeline.dangling_link"))
        except OSError as error:  # a loop of links, a locked folder on the way
            self.closed.append(entry.path)
            reason = because("pipeline.link_leads_nowhere", reason=system_words(error))
            yield FileProblem(Path(entry.path), reason)
        else:
            if entry.is_dir():
                yield from self._tree(entry.path)
            elif (
                self._is_audio(entry.name)
                and entry.is_file()
                and (stat.st_dev, stat.st_ino) not in self._seen_files
            ):
                yield self._found(entry, stat)

    def _found(self, entry: os.DirEntry[str], stat: os.stat_result) -> FoundFile:
        self._seen_files.add((stat.st_dev, stat.st_ino))
        return FoundFile(entry.path, FileStamp.of_stat(stat))

    def _is_audio(self, name: str) -> bool:
        # macOS leaves "._title.mp3" beside files on foreign drives; they hold no sound.
        return (
            os.path.splitext(name)[1].lower() in self.suffixes  # noqa: PTH122, run for every file
            and not name.startswith("._")
        )


@dataclass(slots=True)
class Listing(Walk):
    """A look into some directories of a folder, and not below them.

    Links to files elsewhere in the folder are left to a walk through all of it, which knows whether
    it met them by their own names.
    """

    directories: Sequence[str] = ()
    moving: frozenset[str] = frozenset()  # paths of files that are still being written
    known: frozenset[str] = frozenset()  # paths of links among them that were found before

    def __iter__(self) -> Iterator[FoundFile | FileProblem]:
        for directory in self.directories:
            try:
                entries = self._entries(directory)
            except (FileNotFoundError, NotADirectoryError):
                continue  # gone, with all that was in it
            except OSError as error:
                self.closed.append(directory)
                reason = because("pipeline.folder_unreadable", reason=system_words(error))
                yield FileProblem(Path(directory), reason)
                continue
            below: list[str] = []
            for entry in entries:
                if entry.path not in self.moving:
                    yield from self._entry(entry, below)
        for link in self._links:
            is_wanted = link.path in self.known or not self._leads_back(link.path)
            if is_wanted and not link.is_dir():
                yield from self._link(link)

    def _leads_back(self, link: str) -> bool:
        inside = os.path.realpath(self.root).rstrip(os.sep) + os.sep
        return os.path.realpath(link).startswith(inside)


def _one_per_name(entries: list[os.DirEntry[str]]) -> list[os.DirEntry[str]]:
    """Drop entries that are the same file under another composition of its accents."""
    if all(entry.name.isascii() for entry in entries):
        return entries
    kept: dict[tuple[str, int], os.DirEntry[str]] = {}
    for entry in entries:
        key = (unicodedata.normalize("NFC", entry.name), entry.inode())
        if key not in kept or entry.name == key[0]:
            kept[key] = entry
    return list(kept.values())
