"""How fast, how large and how alike runs of classifying are; for the bench `classify`."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from _figures import keep
from _quiet import MemoryWatch

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.core.job import QuietContext
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.predict_files import (
    FAST_CONFIDENCE,
    Classified,
    Speed,
)
from musicreclass.pipeline.datasets.survey import survey

ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Run:
    """One way through all files."""

    found: Mapping[str, Classified]  # by path
    seconds: float
    cpu_seconds: float

    @property
    def genres(self) -> Mapping[str, str]:
        """Return the best genre of each file, sure or not."""
        return {p: f.suggestion.candidates[0].genre for p, f in self.found.items()}


class Pace(NamedTuple):
    """How fast files are gone through."""

    per_second: float
    cpu_seconds: float  # of each, in all processes together

    def __str__(self) -> str:
        return f"{self.per_second:.1f} tracks/s ({self.cpu_seconds:.2f} s of CPU each)"


def measure(
    data: Path, bundle_file: Path | None, most: int, times: int, workers: int
) -> tuple[list[str], dict[str, Pace]]:
    """Measure all there is to measure, and print it.

    Returns:
        The files, and how many of them a second became genres, by how thoroughly.
    """
    bundle_file = bundle_file or box()
    known = survey(data, QuietContext()).found.files
    chosen = known[:: max(1, len(known) // most)] if most else known
    truth = {file.path: file.genre for file in chosen}
    print(f"{len(truth)} files, {bundle_file.name}, load {os.getloadavg()[0]:.1f} at the start")
    with tempfile.TemporaryDirectory() as scratch:
        cache = AnalysisCache(Path(scratch) / "heard")
        paces = {"thorough": whole_path(list(truth), bundle_file, cache, workers)}
        glimpses = AnalysisCache(Path(scratch) / "glimpses")
        paces["fast"] = whole_path(list(truth), bundle_file, glimpses, workers, "fast")
        if times > 1:
            copies = links(list(truth), times, Path(scratch) / "copies")
            whole_path(copies, bundle_file, AnalysisCache(Path(scratch) / "again"), workers)
        networks(list(truth), bundle_file, cache, Path(scratch))
        sparing(truth, bundle_file, cache)
    return list(truth), paces


def box() -> Path:
    """Return the bundle that comes with the program."""
    found = sorted(paths.resource("classifiers").glob("*.pth"))
    if not found:
        raise SystemExit("There is no classifier in the box; give one with --bundle.")
    return found[0]


def links(files: Sequence[str], times: int, folder: Path) -> list[str]:
    """Return so many other names for each file; none is in the cache when they are asked for."""
    folder.mkdir()
    made = []
    for time_ in range(times):
        for number, file in enumerate(files):
            link = folder / f"{time_}-{number}{Path(file).suffix}"
            link.symlink_to(Path(file).absolute())
            made.append(str(link))
    return made


def whole_path(
    files: Sequence[str],
    bundle_file: Path,
    cache: AnalysisCache,
    workers: int,
    speed: Speed = "thorough",
) -> Pace:
    """Classify everything, and keep nothing of it that would count as memory."""
    memory = MemoryWatch()
    started, cpu_started = time.perf_counter(), _cpu_seconds()
    analyzed = memory.run(
        lambda: sum(
            isinstance(outcome, Classified)
            for outcome in outcomes(files, bundle_file, cache, workers, speed)
        )
    )
    seconds, cpu_seconds = time.perf_counter() - started, _cpu_seconds() - cpu_started
    pace = Pace(len(files) / seconds, cpu_seconds / len(files))
    print(
        f"from file to verdict, {speed}, {len(files):,} files, {workers} processes: "
        f"{pace}, {len(files) - analyzed} not heard"
    )
    print(f"  memory: {memory.text()}")
    keep(
        "classify.anew" if speed == "thorough" else "classify.anew_fast",
        f"the same from {len(files):,} files with an empty cache, {workers} processes, {speed}",
        f"{len(files) / seconds:.0f} tracks/s, {memory.text()}",
    )
    return pace


def _cpu_seconds() -> float:
    """Return what this process has had of processors, and those that it has seen off."""
    took = os.times()
    return took.user + took.system + took.children_user + took.children_system


def networks(files: Sequence[str], bundle_file: Path, cache: AnalysisCache, scratch: Path) -> None:
    """Time each network alone, and all together, on what is in the cache."""
    started = time.perf_counter()
    bundle = bundles.load(bundle_file)
    loading = f"{1000 * (time.perf_counter() - started):.0f} ms"
    keep("classify.loading", "loading the classifier in the box, torch loaded already", loading)
    cases = {"all": bundle_file}
    for classifier in bundle.classifiers:
        cases[classifier.name] = scratch / f"{classifier.name}.pth"
        alone = replace(bundle, classifiers=(classifier,), ensemble={})
        bundles.save(alone, cases[classifier.name])
    runs = in_turns(
        {n: lambda f=file: classified(files, f, cache) for n, file in cases.items()}  # type: ignore[misc]
    )
    for name, of_it in runs.items():
        print(f"from the cache, {name}: {pace(of_it)}")
    keep(
        "classify.cached",
        "MLP, CNN and ensemble on 30-s excerpts, from the cache",
        pace(runs["all"]),
    )


def sparing(truth: Mapping[str, str], bundle_file: Path, cache: AnalysisCache) -> None:
    """Say what is won and lost by running costly networks only where in doubt."""
    loaded = load_classifier(bundle_file)
    costly = sum(not classifier.is_cheap for classifier in loaded.bundle.classifiers)
    runs = in_turns(
        {
            "thorough": lambda: classified(list(truth), bundle_file, cache),
            "fast": lambda: classified(list(truth), bundle_file, cache, speed="fast"),
        }
    )
    thorough, fast = runs["thorough"][0], runs["fast"][0]
    spared = sum(found.spared_count for found in fast.found.values())
    share = spared / max(1, costly * len(fast.found))
    print(f"sparing from a confidence of {FAST_CONFIDENCE:g}: {share:.1%} of the costly networks")
    for name, of_it in runs.items():
        print(f"  {name}: {pace(of_it)}; {accuracy(of_it[0], truth, loaded.bundle.genres)}")
    print(f"  the same best genre: {agreement(thorough, fast):.1%}")
    keep(
        "classify.fast",
        "fast instead of thorough: the CNN only where the MLP is not sure enough",
        f"{pace(runs['fast'])} instead of {pace(runs['thorough'])}",
    )


def outcomes(
    files: Sequence[str],
    bundle_file: Path,
    cache: AnalysisCache,
    workers: int = 0,
    speed: Speed = "thorough",
) -> Iterator[Classified | FileProblem]:
    found = classify_files(
        [Path(file) for file in files],
        bundle_file,
        QuietContext(),
        AnalysisOptions(cache, workers),
        speed=speed,
    )
    with closing(found):
        yield from found


def classified(
    files: Sequence[str],
    bundle_file: Path,
    cache: AnalysisCache,
    speed: Speed = "thorough",
) -> Run:
    started, cpu_started = time.perf_counter(), time.process_time()
    every = outcomes(files, bundle_file, cache, speed=speed)
    found = {str(outcome.path): outcome for outcome in every if isinstance(outcome, Classified)}
    return Run(found, time.perf_counter() - started, time.process_time() - cpu_started)


def in_turns(cases: Mapping[str, Callable[[], Run]]) -> dict[str, list[Run]]:
    """Run all cases one after the other, once to get warm and then several times."""
    for run in cases.values():
        run()
    runs: dict[str, list[Run]] = {name: [] for name in cases}
    for _ in range(ROUNDS):
        for name, run in cases.items():
            runs[name].append(run())
    return runs


def pace(runs: Sequence[Run]) -> str:
    n_tracks = max(1, len(runs[0].found))
    seconds = statistics.median(run.seconds for run in runs)
    cpu = statistics.median(run.cpu_seconds for run in runs)
    return f"{n_tracks / seconds:.1f} tracks/s, {1000 * cpu / n_tracks:.1f} ms of CPU each"


def accuracy(run: Run, truth: Mapping[str, str], genres: Sequence[str]) -> str:
    known = [path for path in run.found if truth[path] in genres]
    right = sum(run.genres[path] == truth[path] for path in known)
    return f"{right} of {len(known)} right"


def agreement(one: Run, other: Run) -> float:
    same = sum(one.genres[path] == genre for path, genre in other.genres.items())
    return same / max(1, len(other.found))
