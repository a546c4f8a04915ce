"""The music of the long run, what is done to it from outside, and how each file has to be."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import mutagen
import soundfile

from tests.gui.journey import FOLDERS, RATE, sound
from tests.material import write_audio

SUFFIXES = (".mp3", ".flac", ".ogg")
SECONDS = 5.0
TRACKS_PER_ARTIST = 3
HOUR_NS = 3_600 * 1_000_000_000
GENRES_FROM_OUTSIDE = ("Jazz", "Folk", "Blues", "")
SOUNDS_PER_KIND = 100  # that differ by themselves


@dataclass(slots=True)
class File:
    """A file as it has to be."""

    number: int
    path: Path
    seed: int  # of its sound
    genres: tuple[str, ...] = ()
    sound: str = ""  # digest of its bytes without tags
    digest: str = ""  # of all its bytes
    is_there: bool = True  # where it belongs; else it lies aside
    track: int | None = None  # its id in the library
    was_renamed: bool = False  # since the window saw it last
    was_renewed: bool = False

    @property
    def kind(self) -> int:
        return self.number % len(FOLDERS)

    def note_seen(self) -> None:
        """Take note that the window knows it as it is now."""
        self.was_renamed = self.was_renewed = False


class Collection:
    """A folder of files by genre, and a folder aside for what is out of the window's sight."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.music, self.aside = folder / "music", folder / "aside"
        self.files: list[File] = []
        self._chance = chance
        self._seed = 0

    def make(self, count: int) -> None:
        """Make so many files, all of them where they belong."""
        self.aside.mkdir(parents=True)
        for number in range(count):
            suffix = SUFFIXES[number // len(FOLDERS) % len(SUFFIXES)]
            path = self.music / FOLDERS[number % len(FOLDERS)] / f"{number:03}{suffix}"
            path.parent.mkdir(parents=True, exist_ok=True)
            file = File(number, path, self._next_seed())
            self.files.append(file)
            self._write(file)

    def present(self) -> list[File]:
        return [file for file in self.files if file.is_there]

    def change(self) -> str:
        """Do one of the things that other programs do to music, and return what."""
        does = self._chance.choice(
            (self._remove, self._bring, self._rename, self._retag, self._renew)
        )
        return does()

    def shift_times(self) -> None:
        """Let all files be an hour younger, as a drive from another time zone does."""
        for file in self.present():
            stat = file.path.stat()
            os.utime(file.path, ns=(stat.st_atime_ns, stat.st_mtime_ns + HOUR_NS))

    def hide(self, file: File) -> Callable[[], None]:
        """Take a file away; return what brings it back."""
        away = self._aside(file)
        file.path.replace(away)
        return lambda: _back(away, file.path)

    def spoil(self, file: File) -> Callable[[], None]:
        """Cut a file short, or put noise into it; return what mends that."""
        away, data = self._aside(file), file.path.read_bytes()
        shutil.copy2(file.path, away)
        if self._chance.random() < 0.5:
            data = data[: self._chance.randrange(len(data))]
        else:
            data = self._chance.randbytes(len(data))
        file.path.write_bytes(data)
        return lambda: _back(away, file.path)

    def take_folder(self) -> Callable[[], None]:
        """Take a folder away, or all of them; return what brings it back."""
        folder = self._chance.choice([self.music, *(self.music / name for name in FOLDERS)])
        away = self.aside / "folder"
        folder.rename(away)
        return lambda: _back(away, folder)

    def note(self, file: File) -> None:
        """Take a file for right as it is by now, but for its sound."""
        file.genres, file.digest = genres_of(file.path), digest_of(file.path)

    def differences(self) -> list[str]:
        """Return in what files are not as they have to be."""
        found = []
        for file in self.present():
            if not file.path.exists():
                found.append(f"{file.path} is gone")
                continue
            if (genres := genres_of(file.path)) != file.genres:
                found.append(f"{file.path} says {genres}, and was to say {file.genres}")
            if sound_of(file.path) != file.sound:
                found.append(f"{file.path} sounds otherwise")
            if digest_of(file.path) != file.digest:
                found.append(f"{file.path} has other bytes")
        known = {file.path for file in self.present()}
        there = {path for path in self.music.rglob("*") if path.is_file()}
        return found + [f"{path} was left behind" for path in sorted(there - known)]

    def _remove(self) -> str:
        present = self.present()
        if len(present) < len(self.files) * 3 // 4:
            return self._bring()
        file = self._chance.choice(present)
        file.path.replace(self._aside(file))
        file.is_there = False
        return f"removed {file.number}"

    def _bring(self) -> str:
        absent = [file for file in self.files if not file.is_there]
        if not absent:
            return self._renew()
        file = self._chance.choice(absent)
        self._aside(file).replace(file.path)
        file.is_there = True
        return f"brought back {file.number}"

    def _rename(self) -> str:
        file = self._chance.choice([file for file in self.present() if not file.was_renewed])
        below = self._chance.choice(("", "disc 1", "盤 2"))
        name = f"{file.number:03} {self._chance.randrange(1_000)}{file.path.suffix}"
        target = self.music / FOLDERS[file.kind] / below / name
        target.parent.mkdir(exist_ok=True)
        file.path.replace(target)
        file.path, file.was_renamed = target, True
        return f"renamed {file.number}"

    def _retag(self) -> str:
        file = self._chance.choice(self.present())
        tagged = mutagen.File(file.path, easy=True)
        tagged["album"] = [f"Album {self._chance.randrange(100)}"]
        genre = self._chance.choice(GENRES_FROM_OUTSIDE)
        tagged["genre"] = [genre] if genre else []
        tagged.save()
        self.note(file)
        return f"retagged {file.number}"

    def _renew(self) -> str:
        """Let a file be another recording of what it was.

        Not of one with another name, too, that nobody has seen: it would rightly be a new track.
        """
        file = self._chance.choice([file for file in self.present() if not file.was_renamed])
        file.seed, file.was_renewed = self._next_seed(), True
        self._write(file)
        return f"recorded {file.number} anew"

    def _write(self, file: File) -> None:
        tags = {
            "title": f"Song {file.number}",
            "artist": f"{FOLDERS[file.kind]} {file.number // len(FOLDERS) // TRACKS_PER_ARTIST}",
            "genre": self._chance.choice(GENRES_FROM_OUTSIDE),
        }
        samples = sound(file.kind, file.seed % SOUNDS_PER_KIND, SECONDS)
        # So many sounds there are not; a trifle of a level makes others of them.
        samples = samples * (1.0 - 0.0005 * (file.seed // SOUNDS_PER_KIND))
        made = self._aside(file)
        write_audio(
            made, samples=samples, sample_rate=RATE, tags={k: v for k, v in tags.items() if v}
        )
        made.replace(file.path)
        file.sound = sound_of(file.path)
        self.note(file)

    def _aside(self, file: File) -> Path:
        return self.aside / f"{file.number}{file.path.suffix}"

    def _next_seed(self) -> int:
        self._seed += 1
        return self._seed


def _back(away: Path, path: Path) -> None:
    if away.exists():
        away.replace(path)


def digest_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def genres_of(path: Path) -> tuple[str, ...]:
    """Return what a file says of its genre, as another program reads it."""
    if path.suffix == ".mp3":
        tags = mutagen.File(path).tags
        frames = [] if tags is None else tags.getall("TCON")
        return tuple(genre for frame in frames for genre in frame.genres)
    return tuple(mutagen.File(path).get("genre", ()))


def sound_of(path: Path) -> str:
    """Return a digest of a file's bytes without tags; of Ogg, whose pages hold both, of samples."""
    data = path.read_bytes()
    if path.suffix == ".ogg":
        samples, _ = soundfile.read(path, dtype="int16")
        data = samples.tobytes()
    elif path.suffix == ".flac":
        at, is_last = 4, False
        while not is_last:
            is_last = bool(data[at] & 0x80)
            at += 4 + int.from_bytes(data[at + 1 : at + 4], "big")
        data = data[at:]
    else:
        if data[:3] == b"ID3":
            size = sum(
                (byte & 0x7F) << shift
                for byte, shift in zip(data[6:10], (21, 14, 7, 0), strict=True)
            )
            data = data[10 + size :]
        if data[-128:-125] == b"TAG":
            data = data[:-128]
    return hashlib.sha256(data).hexdigest()
