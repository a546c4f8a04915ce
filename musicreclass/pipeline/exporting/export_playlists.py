"""Playlists by genre, as players on every system read them: M3U in UTF-8."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.job import JobContext, Progress
from musicreclass.core.location import readable
from musicreclass.core.naming.name_patterns import key_of_name, safe_name
from musicreclass.core.track import TrackLine
from musicreclass.errors import FileProblem
from musicreclass.pipeline.exporting.safe_texts import holds_break, on_one_line
from musicreclass.pipeline.whole_files import appearing_whole, make_folder, output_problems
from musicreclass.sentences.reason import because

END = ".m3u8"


@dataclass(frozen=True, slots=True)
class WrittenPlaylists:
    """What became of a list of tracks."""

    by_genre: dict[str, int]  # genre -> tracks in its playlist
    without_genre: int  # neither decided nor surely suggested, or missing
    left_out: tuple[FileProblem, ...]  # files that no playlist can name

    @property
    def tracks(self) -> int:
        return sum(self.by_genre.values())


def export_playlists(
    lines: Sequence[TrackLine], folder: Path, ctx: JobContext, *, is_relative: bool = False
) -> WrittenPlaylists:
    """Write a playlist for each genre that is decided or surely suggested; others stay.

    Args:
        is_relative: name files as seen from the folder, so that both can be carried away together.

    Raises:
        UsageProblem: there can be no such folder.
        OutputProblem: the disk refuses.
        Cancelled: the user stopped; each playlist is whole or as before.
    """
    make_folder(folder)
    sorted_lines: dict[str, list[TrackLine]] = {}
    left_out: list[FileProblem] = []
    without = 0
    for line in lines:
        genre = _genre(line)
        if genre is None or line.is_missing:
            without += 1
        elif holds_break(os.fsdecode(line.location)):
            path = Path(os.fsdecode(line.location))
            left_out.append(FileProblem(path, because("pipeline.line_break_in_name")))
        else:
            sorted_lines.setdefault(genre, []).append(line)
    names = _file_names(sorted_lines)
    for done, (genre, some) in enumerate(sorted_lines.items()):
        ctx.raise_if_cancelled()
        ctx.report(Progress(done, len(sorted_lines), genre))
        _write(folder / names[genre], some, folder if is_relative else None)
    by_genre = {genre: len(some) for genre, some in sorted_lines.items()}
    return WrittenPlaylists(by_genre, without, tuple(left_out))


def _genre(line: TrackLine) -> str | None:
    """Return the genre that a track counts under: decided, or else surely suggested."""
    said, decided = line.suggestion, line.decision
    if decided is not None and decided.holds:
        return decided.genres[0]
    if decided is not None and not decided.genres:  # skipped
        return None
    return said.genre if said is not None and said.verdict is Verdict.SURE else None


def _file_names(genres: Iterable[str]) -> dict[str, str]:
    """Return a name for each genre's playlist, no two of which any system takes for one."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for genre in genres:
        stem, number = safe_name(genre), 1
        name = stem
        while key_of_name(name) in taken:
            number += 1
            name = f"{stem} ({number})"
        taken.add(key_of_name(name))
        names[genre] = name + END
    return names


def _write(file: Path, lines: Iterable[TrackLine], start: Path | None) -> None:
    """Write one playlist.

    Raises:
        OutputProblem: the disk refuses.
    """
    text = ["#EXTM3U"]
    for line in sorted(lines, key=lambda one: os.fsdecode(one.location)):
        name = " - ".join(filter(None, (line.artist, line.shown_title)))
        shown = on_one_line(readable(name))
        text += [f"#EXTINF:{round(line.seconds) or -1},{shown}", _entry(line, start)]
    content = "\n".join([*text, ""]).encode("utf-8", "surrogateescape")
    with output_problems(file), appearing_whole(file) as unfinished:
        unfinished.write_bytes(content)


def _entry(line: TrackLine, start: Path | None) -> str:
    path = os.path.abspath(os.fsdecode(line.location))  # noqa: PTH100, a Path costs ten times more
    if start is None:
        return path
    try:
        relative = os.path.relpath(path, start)
    except ValueError:  # it is on another drive of Windows
        return path
    return f".{os.sep}{relative}" if relative.startswith("#") else relative
