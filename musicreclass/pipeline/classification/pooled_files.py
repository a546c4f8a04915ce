"""Files wherever they lie, pooled: each is told of once all who keep company with it are done.

Some, spread over all files, come first: they tell the mix of genres, which counts in for each.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np

from musicreclass.core.company import Names
from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.ensemble.columns import Beliefs, PredictionColumns
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.genre_mix import FEWEST_TRACKS, LibraryMix, spread
from musicreclass.core.job import JobContext
from musicreclass.core.track import FileFacts, Tags
from musicreclass.errors import FileProblem
from musicreclass.pipeline.classification.company_index import CompanyIndex, Named
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
from musicreclass.pipeline.classification.predict_files import Classified
from musicreclass.pipeline.scanning.audio_files import AudioFileRef, read_found

MOST_FOR_MIX = 300  # files that all others wait for

Outcome = Classified | FileProblem


def spread_first(
    files: Sequence[AudioFileRef], loaded: LoadedClassifier, genres: Sequence[str], by: By
) -> list[AudioFileRef]:
    """Return files in another order where a mix of genres counts: those that tell it come first.

    Args: as for `pooled_files`.
    """
    count = 0 if by == "track" else _count_for_mix(len(files), loaded, genres)
    first = spread(len(files), count).tolist()
    others = sorted(set(range(len(files))).difference(first))
    return [files[index] for index in (*first, *others)]


def pooled_files(
    outcomes: Iterable[tuple[AudioFileRef, Outcome]],
    loaded: LoadedClassifier,
    genres: Sequence[str],
    files: Sequence[AudioFileRef],
    roots: Sequence[Path],
    by: By,
    ctx: JobContext,
    workers: int,
) -> Generator[Outcome, None, None]:
    """Yield what became of files, with suggestions that their company counts in.

    Args:
        outcomes: of `files`, each once.
        files: as `spread_first` has them.
        genres: that are believed of files.
        roots: the files and folders that a person named.
        workers: how many processes read tags; 0 for one per core.
        by: what they keep company by; with "track", each comes as soon as it is finished.
    """
    if by == "track":
        yield from (outcome for _, outcome in outcomes)
        return
    given = [str(root) for root in roots if root.is_dir()]
    id_of = {file.path: i for i, file in enumerate(files)}
    tags = dict.fromkeys(id_of, Tags())
    if len(files) > 1:
        tags |= {
            file.path: facts.tags
            for file, facts in read_found(files, ctx, workers=workers)
            if isinstance(facts, FileFacts)
        }
    named = [_named(i, path, tags[path], given) for path, i in id_of.items()]
    first = _count_for_mix(len(files), loaded, genres)
    waiting = _Waiting(loaded, CompanyIndex.of(named, genres, by), first)
    for file, outcome in outcomes:
        yield from waiting.take(id_of[file.path], outcome)


def pooled_known(
    found: Sequence[Classified],
    names: Sequence[str],
    tags: Sequence[Tags],
    loaded: LoadedClassifier,
    by: By,
) -> list[Classified]:
    """Return what is said of files that are all classified, with suggestions by their company.

    Args:
        found: at least one.
        names: by which they are known, instead of where they lie.
        tags: what they say of themselves.
        by: what they keep company by.
    """
    named = [_named(i, name, tags[i], ()) for i, name in enumerate(names)]
    genres = found[0].beliefs.genres
    first = _count_for_mix(len(found), loaded, genres)
    waiting = _Waiting(loaded, CompanyIndex.of(named, genres, by), first)
    pooled: dict[Path, Classified] = {}
    for i, one in enumerate(found):
        for outcome in waiting.take(i, one):
            if isinstance(outcome, Classified):
                pooled[outcome.path] = outcome
    return [pooled.get(one.path, one) for one in found]


def _count_for_mix(count: int, loaded: LoadedClassifier, genres: Sequence[str]) -> int:
    """Return how many of some files tell the mix of genres, 0 where it does not count."""
    is_known = loaded.calibrator.mix is not None and tuple(genres) == loaded.calibrator.genres
    return min(count, MOST_FOR_MIX) if is_known and count >= FEWEST_TRACKS else 0


def _named(number: int, path: str, tags: Tags, roots: Sequence[str]) -> Named:
    root = next((root for root in roots if path.startswith(root)), "")
    names = Names(path, root, tags.artist, tags.album_artist, tags.album, tags.track_number)
    return Named(number, names, GENRE_SEPARATOR.join(tags.genres))


@dataclass(slots=True, eq=False)
class _Waiting:
    loaded: LoadedClassifier
    index: CompanyIndex
    first: int  # that many files tell the mix of genres
    mix: LibraryMix | None = None
    awaited: set[int] = field(init=False)  # of those
    done: set[int] = field(default_factory=set)
    classified: dict[int, Classified] = field(default_factory=dict)
    held_back: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.awaited = set(range(self.first))

    def take(self, file: int, outcome: Outcome) -> Iterator[Outcome]:
        """Take what became of one file, and yield all that nothing is missing for any more."""
        self.done.add(file)
        if isinstance(outcome, FileProblem):
            yield outcome
        else:
            self.classified[file] = outcome
            self.held_back.add(file)
        if self.awaited:
            self.awaited.discard(file)
            if self.awaited:
                return
            self.mix, touched = self._mix(), list(self.held_back)
        else:
            touched = self.index.touched_by(np.array([file])).tolist()
        for one in self.held_back.intersection(touched):
            company = self.index.with_company(np.array([one]))
            if self.done.issuperset(company.tolist()):
                self.held_back.discard(one)
                yield self._pooled(one, [i for i in company.tolist() if i in self.classified])

    def _mix(self) -> LibraryMix | None:
        """Return the mix of genres that the first files have."""
        usual = self.loaded.calibrator.mix
        said = [
            one.beliefs.log_probs
            for number, one in self.classified.items()
            if number < self.first and not one.is_silent
        ]
        if usual is None or not said:
            return None
        return usual.in_library(np.concatenate(said))

    def _pooled(self, file: int, company: Sequence[int]) -> Classified:
        calibrator, found = self.loaded.calibrator, self.classified[file]
        each = [self.classified[i] for i in company]
        ids, row = np.array(company, dtype=np.int64), company.index(file)
        log_probs = np.concatenate([one.beliefs.log_probs for one in each])
        if self.mix is not None:
            log_probs = self.mix.weighed(log_probs)
        lends = np.array([not one.is_silent for one in each])
        companies, given = self.index.companies_at(ids, lends), self.index.given_at(ids)
        pooled = calibrator.pooling.pooled(log_probs, companies, given)[[row]]
        columns = PredictionColumns.of_track(found.predictions)
        suggested = calibrator.suggest_many(columns, Beliefs(found.beliefs.genres, pooled))[0]
        evidence = self.index.evidence(file, ids, log_probs)
        if self.mix is not None:
            evidence = self.mix.told(suggested.candidates[0].genre, self.index.genres, evidence)
        return replace(found, suggestion=replace(suggested, company=evidence))
