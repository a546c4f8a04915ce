"""The verb `stats`: what a collection consists of, from its tags and what is suggested for it.

Nothing is analyzed but for the genres' mean spectrograms, where that is wanted.
"""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from musicreclass.core.balance import Balance
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.location import path_of, readable
from musicreclass.core.track import FileFacts, TrackLine
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.survey import ReadFolder, read_folder
from musicreclass.pipeline.insights.genre_mels import GenreMel, cached_specs, genre_mels
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

EDGES = (0, 30, 60, 120, 180, 240, 300, 420, 600, 1200, 3600)  # seconds; the last bin is open


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long tracks are; those that do not say are not counted."""

    tracks: int
    total_seconds: float
    median_seconds: float
    shortest_seconds: float
    longest_seconds: float
    bins: tuple[tuple[int, int], ...]  # from so many seconds on, tracks

    @classmethod
    def of(cls, seconds: Sequence[float]) -> Lengths | None:
        """Return None where no track says how long it is."""
        known = [value for value in seconds if value > 0.0]
        if not known:
            return None
        count = Counter(max(edge for edge in EDGES if edge <= value) for value in known)
        return cls(
            len(known),
            sum(known),
            statistics.median(known),
            min(known),
            max(known),
            tuple((edge, count[edge]) for edge in EDGES),
        )

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {
            "tracks": self.tracks,
            "total_seconds": round(self.total_seconds, 3),
            "median_seconds": round(self.median_seconds, 3),
            "shortest_seconds": round(self.shortest_seconds, 3),
            "longest_seconds": round(self.longest_seconds, 3),
            "from_seconds": {str(edge): count for edge, count in self.bins},
        }


@dataclass(frozen=True, slots=True)
class Suggested:
    """What the library suggests for the files of a collection."""

    genres: Mapping[str, int]  # best candidate -> tracks, sure or not
    sure: int
    unclassified: int  # tracks without a suggestion


@dataclass(frozen=True, slots=True, eq=False)
class Stats:
    """What a collection consists of."""

    folder: Path
    tracks: int
    by_tag: Mapping[str, int]  # a track of several genres counts for each
    untagged: int
    by_folder: Mapping[str, int]  # genre that a folder of the first level names -> tracks
    formats: Mapping[str, int]
    lengths: Lengths | None  # None: no track says how long it is
    suggested: Suggested | None = None  # None: the library knows nothing of it
    mels: tuple[GenreMel, ...] = ()
    problems: tuple[FileProblem, ...] = ()

    @property
    def genres(self) -> Mapping[str, int]:
        """Return the genres that a classifier would be trained on: the folders', else the tags'."""
        return self.by_folder if len(self.by_folder) > 1 else self.by_tag

    @property
    def balance(self) -> Balance:
        return Balance(self.genres)

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        suggested = self.suggested
        return {
            "folder": str(self.folder),
            "tracks": self.tracks,
            "genres_in_tags": dict(self.by_tag),
            "without_genre_tag": self.untagged,
            "genres_of_folders": dict(self.by_folder),
            "suggested": suggested
            and {
                "genres": dict(suggested.genres),
                "sure": suggested.sure,
                "unheard": suggested.unclassified,
            },
            "balance": self.balance.to_plain(),
            "formats": dict(self.formats),
            "lengths": self.lengths and self.lengths.to_plain(),
            "mels": [mel.to_plain() for mel in self.mels],
            "problems": [problem.to_plain() for problem in self.problems],
        }


def collection_stats(
    folder: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    library_file: Path,
    bundle_file: Path | None,
    learns: bool = False,
    by: By = "track",
    analyzes: bool = False,
) -> Stats:
    """Return what the music below `folder` consists of.

    Args:
        library_file: whose suggestions count; there need not be one.
        bundle_file: the classifiers that suggested; None where there are none.
        learns: whether a person's decisions count in what is suggested.
        by: whose evidence is pooled, as in `load_suggester`.
        analyzes: analyze tracks for the genres' mean spectrograms; else those in the cache count.

    Raises:
        UsageProblem: `folder` is no folder.
        ClassifierFileProblem: the bundle cannot be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    read = read_folder(folder, ctx, workers=options.workers)
    found = _counted(folder, read)
    if bundle_file is not None and library_file.exists():
        from musicreclass.pipeline.review.suggested_tracks import reviewable  # brings torch

        paths = {path for path, _ in read.facts}
        lines = reviewable(library_file, bundle_file, ctx, learns=learns, by=by).lines
        found = replace(found, suggested=_suggested(paths, lines))
    mels = genre_mels(
        [AudioFileRef(path, read.stamps[path], facts.fingerprint) for path, facts in read.facts],
        _genre_by_file(found, read),
        cached_specs(bundle_file),
        ctx,
        options,
        analyzes=analyzes,
    )
    return replace(found, mels=mels)


def _counted(folder: Path, read: ReadFolder) -> Stats:
    known = taxonomy_in_use()
    facts = [one for _, one in read.facts]
    tags = Counter(genre for one in facts for genre in _genres(one, known))
    named = (_folder_genre(folder, path, known) for path, _ in read.facts)
    return Stats(
        folder=folder,
        tracks=len(facts),
        by_tag=largest_first(tags),
        untagged=sum(not one.tags.genres for one in facts),
        by_folder=largest_first(Counter(genre for genre in named if genre)),
        formats=largest_first(Counter(one.stream.format for one in facts)),
        lengths=Lengths.of([one.stream.seconds for one in facts]),
        problems=read.problems,
    )


def _folder_genre(folder: Path, path: str, known: Taxonomy) -> str:
    """Return the genre that a file's folder below `folder` names; "" where it lies in none."""
    name, *below = Path(path).relative_to(folder).parts
    return known.canonical(readable(name)) if below and not name.startswith(".") else ""


def _genre_by_file(found: Stats, read: ReadFolder) -> dict[str, str]:
    """Return the genre of each file that has one, as `Stats.genres` counts them, by path."""
    known = taxonomy_in_use()
    if len(found.by_folder) > 1:
        named = {path: _folder_genre(found.folder, path, known) for path, _ in read.facts}
    else:
        named = {path: next(iter(_genres(one, known)), "") for path, one in read.facts}
    return {path: genre for path, genre in named.items() if genre}


def _genres(facts: FileFacts, known: Taxonomy) -> list[str]:
    return list(dict.fromkeys(known.canonical(genre) for genre in facts.tags.genres))


def _suggested(paths: set[str], lines: Sequence[TrackLine]) -> Suggested | None:
    here = (line for line in lines if str(path_of(line.location)) in paths)
    said = [line.suggestion for line in here if line.suggestion is not None]
    if not said:
        return None
    return Suggested(
        largest_first(Counter(suggestion.genre for suggestion in said)),
        sure=sum(suggestion.verdict is Verdict.SURE for suggestion in said),
        unclassified=len(paths) - len(said),
    )


def largest_first(counts: Counter[str]) -> Mapping[str, int]:
    """Return counts in the order in which they are listed."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
