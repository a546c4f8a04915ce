"""The GTZAN collection: ten folders of a hundred excerpts, and the split without its faults.

The lists leave out what is distorted, mislabelled or there twice, and keep artists apart. Nobody
who splits at random can see past an artist here: the files name none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from musicreclass.sentences.reason import because
from musicreclass.training.sources.tables import SourceProblem, source_errors

EXAMPLE = "genres/blues/blues.00000.wav"
AUDIO_FOLDERS = ("genres", "genres_original", "audio", "")
LIST_FOLDERS = ("", "splits")
LISTS = {
    "training": "train_filtered.txt",
    "validation": "valid_filtered.txt",
    "test": "test_filtered.txt",
}
_NAME = re.compile(r"([a-z]+)\.\d{5}")


def audio_files(folder: Path) -> Mapping[str, Path]:
    """Return name, such as "blues.00000", -> file.

    Raises:
        SourceProblem: no folder of a genre holds such files.
    """
    for name in AUDIO_FOLDERS:
        with source_errors(folder):
            found = {path.stem: path for path in sorted(_files(folder / name))}
        if found:
            return found
    raise SourceProblem(folder, because("training.gtzan_no_files", example=EXAMPLE))


def genre_of(name: str) -> str:
    """Return the genre in a name such as "blues.00000"."""
    return name.partition(".")[0]


def read_split(folder: Path) -> Mapping[str, str]:
    """Return name -> part ("training", "validation" or "test"); empty where there are no lists.

    Raises:
        SourceProblem: some of the three lists are missing, or one names no tracks.
    """
    paths = {part: _list(folder, name) for part, name in LISTS.items()}
    if not any(path.exists() for path in paths.values()):
        return {}
    parts: dict[str, str] = {}
    for part, path in paths.items():
        with source_errors(path):
            lines = path.read_text(encoding="utf-8").split()
        for line in lines:
            name = Path(line).name.removesuffix(".wav")
            if not _NAME.fullmatch(name):
                raise SourceProblem(
                    path, because("training.gtzan_name", found=line, example=Path(EXAMPLE).stem)
                )
            if parts.setdefault(name, part) != part:
                raise SourceProblem(path, because("training.gtzan_twice", name=name))
    return parts


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for genre in folder.iterdir():
        if genre.is_dir():
            yield from (
                path
                for path in genre.iterdir()
                if _NAME.fullmatch(path.stem) and genre_of(path.stem) == genre.name
            )


def _list(folder: Path, name: str) -> Path:
    candidates = [folder / below / name for below in LIST_FOLDERS]
    return next((path for path in candidates if path.exists()), candidates[0])
