"""From sound to suggestions: of files wherever they lie, and of the tracks of a library.

Raw scores are kept in the library every few seconds; what a killed run had not kept is simply
classified the next time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.analysis_amount import AS_TRAINED, AnalysisAmount
from musicreclass.core.classify_summary import ClassifySummary
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.genre_mix import FEWEST_TRACKS
from musicreclass.core.job import ForwardingContext, JobContext
from musicreclass.core.sound_tags import TagBatch
from musicreclass.errors import FileProblem
from musicreclass.library.predictions import ScoredTrack, Undecodable, UnscoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze_file import FileChanged
from musicreclass.pipeline.classification.adaptation import (
    load_suggester,
    refitted,
    remixed,
    suggest_all,
)
from musicreclass.pipeline.classification.box_mix import BoxMix, predict_mixed
from musicreclass.pipeline.classification.kept_predictions import keeping
from musicreclass.pipeline.classification.loaded_classifier import digest_of, load_classifier
from musicreclass.pipeline.classification.pooled_files import pooled_files, spread_first
from musicreclass.pipeline.classification.predict_files import Classified, Speed, predict_files
from musicreclass.pipeline.classification.sound_tagging import (
    load_sound_tagging,
    tag_library,
    usable_sound_tagging,
)
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.pipeline.scanning.audio_files import AudioFileRef, audio_files
from musicreclass.pipeline.scanning.drives import DriveSilent, answers, is_away
from musicreclass.pipeline.spaces.embedding_run import embed_library

COMMIT_SECONDS = 2.0
COMMIT_TRACKS = 500
WAITS = (2.0, 4.0, 8.0, 16.0, 30.0)  # seconds for a drive that is away, before all is tried again
GROWN = 1.5  # times as many tracks are scored until the mix of genres is looked at again
LOOK_SECONDS = 0.5  # between two looks whether it is back


def classify_files(
    paths: Sequence[Path],
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    tagger_file: Path | None = None,
    by: By = "track",
    amount: AnalysisAmount = AS_TRAINED,
    library_file: Path | None = None,
) -> Generator[Classified | FileProblem, None, None]:
    """Yield what is suggested for each file at and below `paths`, in their order.

    What is finished before its turn waits for it; behind problems that were found at once.

    Args:
        tagger_file: of a tagger that gives sound tags beside the encoder.
        by: whose evidence is pooled; files then come once all of their company are finished, and
            behind those that tell the mix of genres.
        amount: how much of each file is analyzed.
        library_file: a library that keeps what is said of its tracks, where it is there.

    Raises:
        UsageProblem: a path does not exist.
        ClassifierFileProblem: the file is no bundle, or the other no tagger, that can be used.
        Cancelled: the user stopped.
    """
    loaded, tagging = load_classifier(bundle_file), load_sound_tagging(tagger_file)
    in_order, problems = audio_files(paths)
    yield from problems
    mix = BoxMix.of(loaded)
    genres = loaded.genres if mix is None else mix.genres
    files = spread_first(in_order, loaded, genres, by)
    outcomes = predict_mixed(
        loaded, mix, files, ctx, options, speed=speed, tagging=tagging, amount=amount
    )
    with closing(outcomes), closing(keeping(outcomes, library_file, loaded.digest)) as kept:
        found = pooled_files(kept, loaded, genres, files, paths, by, ctx, options.workers)
        yield from _in_order(found, [Path(file.path) for file in in_order])


def _in_order(
    outcomes: Iterable[Classified | FileProblem], order: Sequence[Path]
) -> Iterator[Classified | FileProblem]:
    """Yield outcomes in the order of their paths, each as soon as all before it are there."""
    waiting: dict[Path, Classified | FileProblem] = {}
    wanted = iter(order)
    next_path = next(wanted, None)
    for outcome in outcomes:
        waiting[outcome.path] = outcome
        while next_path is not None and next_path in waiting:
            yield waiting.pop(next_path)
            next_path = next(wanted, None)
    yield from waiting.values()


def classify_library(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    learns: bool = False,
    tagger_file: Path | None = None,
    by: By = "track",
    amount: AnalysisAmount = AS_TRAINED,
    below: Sequence[Path] = (),
) -> ClassifySummary:
    """Classify all tracks that the bundle has no scores for as their files are now, and keep those.

    Batches of (track id, `SuggestionLine`) are published as they are kept, and each a `TagBatch`.

    Args:
        learns: whether a person's decisions count.
        tagger_file: of a tagger that gives sound tags beside the encoder, in the end.
        by: whose evidence is pooled, as in `load_suggester`.
        amount: how much is analyzed of tracks that have no scores yet.
        below: only the tracks below these folders; all without any.

    Raises:
        ClassifierFileProblem: the file is no bundle, or the other no tagger, that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped; all that was classified until then is kept.
    """
    with one_thread(), Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        if suggester.box is not None:  # whose answers the others are mixed with
            asked = Suggester(suggester.box.box)
            unsaid = _Unsaid(ctx)
            box = _Run(library, asked, unsaid, options, False, "track", amount, _roots(below))
            box.classify(speed)
        run = _Run(library, suggester, ctx, options, learns, by, amount, _roots(below))
        run.classify(speed)
        run.mix_anew()
        if embed_library(library, ctx, options):
            suggest_all(library_file, bundle_file, ctx, learns=learns, by=by)
        if tagger_file is not None:
            tagging = load_sound_tagging(tagger_file)
            assert tagging.own is not None
            needs = suggester.loaded.needs_at(amount)
            tag_library(library, tagging.own, needs, ctx, options)
            for batch in tagging.batches(library):
                ctx.publish(batch)
        return run.summary()


def suggestions(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    *,
    learns: bool = False,
    tagger_file: Path | None = None,
    by: By = "track",
) -> int:
    """Publish batches of (track id, `SuggestionLine`) for all that the bundle has scores of.

    Behind them come a `TagBatch` or several, of all tracks that sound tags are known of.

    Args:
        learns: whether a person's decisions count.
        tagger_file: of a tagger that gives sound tags beside the encoder.
        by: whose evidence is pooled, as in `load_suggester`.

    Returns:
        How many there are.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    total = 0
    with Library(library_file) as library:
        for batch in load_suggester(library, bundle_file, learns=learns, by=by).batches(
            library, ctx
        ):
            lines = batch.lines()
            ctx.publish(lines)
            total += len(lines)
        for tags in usable_sound_tagging(tagger_file).batches(library):
            ctx.raise_if_cancelled()
            ctx.publish(tags)
    return total


def forget_suggestions(library_file: Path, bundle_file: Path, ctx: JobContext) -> None:
    """Forget what a bundle said of all tracks, so that they are classified anew.

    Decisions stay. What was analyzed stays in the cache, and is used where the same is wanted.

    Raises:
        ClassifierFileProblem: the file cannot be read.
        LibraryProblem: the library cannot be used.
    """
    ctx.raise_if_cancelled()
    with Library(library_file) as library:
        library.predictions.forget_bundle(digest_of(bundle_file))


def _roots(folders: Sequence[Path]) -> tuple[str, ...]:
    """Return how the paths of all files below some folders begin."""
    spellings = {s for f in folders for s in (os.path.abspath(f), os.path.realpath(f))}  # noqa: PTH100
    return tuple(spelling.rstrip(os.sep) + os.sep for spelling in spellings)


@dataclass(slots=True)
class _Unsaid(ForwardingContext):
    """What is published through it is for nobody: it is suggested once it is mixed."""

    def publish(self, event: object) -> None:
        return


@dataclass(slots=True)
class _Run:
    library: Library
    suggester: Suggester
    ctx: JobContext
    options: AnalysisOptions
    learns: bool
    by: By
    amount: AnalysisAmount
    below: tuple[str, ...] = ()
    started: float = field(default_factory=time.monotonic)
    classified_count: int = 0
    problem_count: int = 0
    spared_count: int = 0
    scored: list[ScoredTrack] = field(default_factory=list)  # not kept yet
    undecodable: list[Undecodable] = field(default_factory=list)
    tags: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    kept_at: float = field(default_factory=time.monotonic)
    hits_before: int = field(init=False)  # of a cache that others use, too
    scored_count: int = field(init=False)  # before
    mixed_count: int = 0  # tracks that were classified when the mix of genres was looked at

    def __post_init__(self) -> None:
        self.hits_before = self.options.cache.hits
        digest = self.suggester.loaded.digest
        self.scored_count = len(self.library.predictions.scored_ids(digest))

    def classify(self, speed: Speed) -> None:
        wanted = len(self.suggester.loaded.bundle.classifiers) if speed == "thorough" else 1
        tracks = {
            str(track.path): track
            for track in self.library.predictions.unscored(self.suggester.loaded.digest, wanted)
            if not self.below or str(track.path).startswith(self.below)
        }
        files = [AudioFileRef(path, t.stamp, t.fingerprint) for path, t in tracks.items()]
        if self.learns:  # what was decided comes first, so that all others are suggested by it
            decided = {i for i, _ in chain.from_iterable(self.library.decisions.lines())}
            files.sort(key=lambda file: tracks[file.path].id not in decided)
        files = self._pass(files, tracks, speed)
        for pause in WAITS:
            # They are in the order of their folders: some may be on another drive than others.
            if files and self._came_back(pause, {Path(files[at].path) for at in (0, -1)}):
                files = self._pass(files, tracks, speed)
        self.problem_count += len(files)  # whose drives are away; the next run tries them again

    def _pass(
        self, files: Sequence[AudioFileRef], tracks: Mapping[str, UnscoredTrack], speed: Speed
    ) -> list[AudioFileRef]:
        """Classify files; return those whose drive did not answer."""
        outcomes = predict_files(
            self.suggester.loaded,
            files,
            self.ctx,
            self.options,
            speed=speed,
            tagging=load_sound_tagging(None),
            amount=self.amount,
        )
        away, folders = [], [folder.path for folder in self.library.folders()]
        try:
            for file, outcome in outcomes:
                if isinstance(outcome, FileProblem) and _is_away(outcome, folders):
                    away.append(file)
                else:
                    self._take(tracks[file.path], outcome)
        finally:
            outcomes.close()
            self._keep()
        return away

    def _came_back(self, seconds: float, files: Collection[Path]) -> bool:
        """Wait for the drive of any of some files, so long at most; say whether it is there."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.ctx.raise_if_cancelled()
            time.sleep(min(LOOK_SECONDS, seconds))
            if any(map(answers, files)):
                return True
        return False

    def summary(self) -> ClassifySummary:
        return ClassifySummary(
            classified=self.classified_count,
            from_cache=self.options.cache.hits - self.hits_before,
            problems=self.problem_count,
            spared=self.spared_count,
            seconds=round(time.monotonic() - self.started, 3),
        )

    def _take(self, track: UnscoredTrack, found: Classified | FileProblem) -> None:
        if isinstance(found, FileProblem):
            self.problem_count += 1
            self.undecodable.append(Undecodable(track.id, track.stamp, found.reason))
        else:
            self.classified_count += 1
            self.spared_count += found.spared_count
            self.problem_count += found.problem is not None
            self.scored.append(
                ScoredTrack(track.id, track.stamp, found.predictions, found.problem, found.encoded)
            )
            if found.sound_tags.scores:
                self.tags.append((track.id, found.sound_tags.shown_ids))
        waited = time.monotonic() - self.kept_at
        if waited >= COMMIT_SECONDS or len(self.scored) + len(self.undecodable) >= COMMIT_TRACKS:
            self._keep()

    def mix_anew(self) -> None:
        """Let the mix of genres count as it is by now, for all tracks of the library."""
        if self.suggester.loaded.calibrator.mix is None:
            return
        if self.mixed_count == self.classified_count:
            return
        self.mixed_count = self.classified_count
        before = self.suggester.mix
        self.suggester = remixed(self.library, self.suggester, self.by, learns=self.learns)
        if self.suggester.mix is not before:
            for batch in self.suggester.batches(self.library, self.ctx):
                self.ctx.publish(batch.lines())

    def _keep(self) -> None:
        if self.scored or self.undecodable:
            digest = self.suggester.loaded.digest
            self.library.predictions.record(digest, self.scored, self.undecodable)
            if self.learns:
                self.suggester = refitted(self.library, self.suggester, self.by)
            least = max(FEWEST_TRACKS, GROWN * (self.scored_count + self.mixed_count))
            if self.scored_count + self.classified_count >= least:
                self.mix_anew()
        touched = self.suggester.touched_by([track.id for track in self.scored])
        for batch in self.suggester.of_tracks(self.library, touched):
            self.ctx.publish(batch.lines())
        if self.tags:
            self.ctx.publish(TagBatch(self.tags))
        self.scored, self.undecodable, self.tags = [], [], []
        self.kept_at = time.monotonic()


def _is_away(problem: FileProblem, folders: Sequence[Path]) -> bool:
    """Say whether a problem is none of the file, but of its drive."""
    if isinstance(problem, FileChanged):
        return is_away(problem.path, folders)
    return isinstance(problem, DriveSilent)
