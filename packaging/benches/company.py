"""Pooling over the company that tracks keep, beside tracks by themselves.

On own folders by artists never analyzed, split as `own_folders` splits them (what is in its --kept
is not trained again); on albums made of their clips: mixed of anything, with and without names that
tell, with one odd clip, and as often mixed as those of FMA are; and on collections that the
encoder's head never learned from, pooled by the constants of the program. With --choose, what other
constants would give.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep
from _own_folders_jobs import Material, Split, honest_backbone, material
from box_classifier.material import gtzan_artists
from box_classifier.standings import SeedRuns, accuracy_text, compare, standings_table
from box_classifier.strangers import answers_left_out, head, strangers
from own_folders import TrainingConfig

from musicreclass import paths
from musicreclass.core.company import Names, companies_of
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.pooling import Companies, Pooling
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.training.calibrate import combined_out_of_fold, fit_conformal_sets, fit_pooling
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.presets import quick, standard
from musicreclass.training.reports.text_tables import percent, table

Indices = npt.NDArray[np.intp]
Pooled = Callable[[LogProbs, Indices], LogProbs]

SIZES = (3, 5, 12, 20)  # clips of a mixed album
DRAWS = 3  # of mixed albums, from each deal
LEAST = 5  # clips of an artist who gets an odd one
FMA_MIXED = 1.0 - 5_028 / 5_152  # albums of more than one genre


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--kept", type=Path, default=paths.cache_dir() / "own_folders")
    parser.add_argument("--repeats", type=int, default=10)
    parser.add_argument("--choose", action="store_true", help="try other constants")
    options = parser.parse_args()
    options.kept.mkdir(parents=True, exist_ok=True)
    features = all_features()
    plans = {
        "quick": quick(features),
        "standard": standard(features, honest_backbone(options.data, options.kept)),
    }
    analyzed = material(options.data, {})
    for name, plan in plans.items():
        config = TrainingConfig(name, plan, options.repeats)
        splits = [Split(repeat) for repeat in range(options.repeats)]
        runs = [config.together(analyzed, split, options.kept) for split in splits]
        print(_own_folders(name, analyzed, splits, runs), end="\n\n")
        print(_made_albums(name, analyzed, runs), end="\n\n")
        if options.choose:
            print(_choices(analyzed, runs), end="\n\n")
    print(_left_out(options.data))


def _keep(preset: str, row: str, what: str, measured: str) -> None:
    """Keep a row of the usual preset; the others are printed."""
    if preset == "standard":
        keep(row, what, measured)


def _usual(log_probs: LogProbs, groups: Indices) -> LogProbs:
    return Pooling().pooled(log_probs, Companies.of_groups(groups))


def _own_folders(
    name: str, analyzed: Material, splits: Sequence[Split], runs: Sequence[LogProbs]
) -> str:
    tracks = analyzed.tracks
    pooled = []
    for split, single in zip(splits, runs, strict=True):
        fold_of = split.folds_of(tracks)
        found = np.empty_like(single)
        for fold in np.unique(fold_of):
            out, inside = fold_of != fold, fold_of == fold
            fitted = fit_pooling(single[out], tracks.labels[out], tracks.groups[out])
            found[inside] = fitted.pooled(
                single[inside], Companies.of_groups(tracks.groups[inside])
            )
        pooled.append(found)
    entries = [
        SeedRuns(f"{name}, single tracks", np.stack(runs)),
        SeedRuns(f"{name}, pooled", np.stack(pooled)),
    ]
    standings = compare(entries, tracks.labels, tracks.genres, tracks.groups)
    gains = [
        _right(p, tracks.labels) - _right(s, tracks.labels)
        for s, p in zip(runs, pooled, strict=True)
    ]
    before, after = (
        f"{accuracy_text(one)}, ECE {percent(one.calibration_error.mean)} %" for one in standings
    )
    _keep(
        name,
        f"company.{name}",
        f"right on {len(tracks)} tracks of own folders, pooled by artist, {len(runs)} ways of "
        f"dealing: {name}",
        f"{after}; single tracks {before}",
    )
    sure = "; ".join(
        f"{entry.name}: {_sure(entry.runs, runs, splits, tracks)}" for entry in entries
    )
    worst = f"the least gain of one deal: {100 * min(gains):+.1f} points"
    return f"{standings_table(standings)}\nsure, and right where sure: {sure}\n{worst}"


def _sure(
    runs: npt.NDArray[np.floating],
    singles: Sequence[LogProbs],
    splits: Sequence[Split],
    tracks: LabelledTracks,
) -> str:
    """Return the share that is sure, by sets fitted to single tracks, and the share right of it."""
    is_sure, is_right = [], []
    for said, single, split in zip(runs, singles, splits, strict=True):
        fold_of = split.folds_of(tracks)
        for fold in np.unique(fold_of):
            out, inside = fold_of != fold, fold_of == fold
            sets = fit_conformal_sets(single[out], tracks.labels[out])
            sure = (sets.contains(said[inside]).sum(axis=1) == 1) & (
                said[inside].max(axis=1) >= np.log(0.5)
            )
            is_sure.append(sure)
            is_right.append((said[inside].argmax(axis=1) == tracks.labels[inside])[sure])
    shares = (percent(float(np.concatenate(some).mean())) for some in (is_sure, is_right))
    return " %, ".join(shares) + " %"


def _right(log_probs: LogProbs, truth: Indices) -> float:
    return float((log_probs.argmax(axis=1) == truth).mean())


def _made_albums(name: str, analyzed: Material, runs: Sequence[LogProbs]) -> str:
    """Return what becomes of albums made of clips: points gained or lost beside single tracks."""
    labels, groups = analyzed.tracks.labels, analyzed.tracks.groups
    rows = []
    blind = []
    for size in SIZES:
        lost = _gain_of_mixed(labels, runs, size, _usual)
        blind.append(lost)
        rows.append((f"mixed of any {size}, names hidden", f"{lost:+.1f}"))
        named = _gain_of_mixed(labels, runs, size, lambda lp, of: _usual(lp, _by_names(of, groups)))
        rows.append((f"mixed of any {size}, artists in the tags", f"{named:+.1f}"))
    fma = _gain_as_in_fma(labels, groups, runs)
    rows.append(
        (f"by artist, {100 * FMA_MIXED:.1f} % of them mixed, as albums of FMA are", f"{fma:+.1f}")
    )
    odd, others = _odd_ones(labels, groups, runs)
    rows.append(("an odd clip on an artist's album: right alone, pooled", odd))
    rows.append(("the others of that album: right alone, pooled", others))
    _keep(
        name,
        f"company.{name} mixed",
        f"points that albums mixed of any {' / '.join(map(str, SIZES))} clips lose, names hidden; "
        f"an odd clip on an artist's album right alone, pooled: {name}",
        f"{' / '.join(f'{lost:+.1f}' for lost in blind)}; {odd}",
    )
    return table((f"{name}: albums made of clips", "points beside single tracks"), rows)


def _gain_of_mixed(labels: Indices, runs: Sequence[LogProbs], size: int, pooled: Pooled) -> float:
    random = np.random.default_rng(size)
    gains = []
    for single in runs:
        for _ in range(DRAWS):
            albums = random.permutation(len(labels)) // size
            gains.append(_right(pooled(single, albums), labels) - _right(single, labels))
    return 100.0 * float(np.mean(gains))


def _by_names(albums: Indices, artists: Indices) -> Indices:
    """Return the companies of tracks whose tags have an album and an artist."""
    names = [
        Names(f"{a}/{i}.mp3", artist=f"artist {b}", album=f"album {a}")
        for i, (a, b) in enumerate(zip(albums.tolist(), artists.tolist(), strict=True))
    ]
    keys = [one.album or ("alone", str(i)) for i, one in enumerate(companies_of(names))]
    return np.asarray(np.unique([" ".join(key) for key in keys], return_inverse=True)[1])


def _gain_as_in_fma(labels: Indices, groups: Indices, runs: Sequence[LogProbs]) -> float:
    random = np.random.default_rng(0)
    genre_of = {int(g): int(np.bincount(labels[groups == g]).argmax()) for g in np.unique(groups)}
    gains = []
    for single in runs:
        albums = groups.copy()
        for group in genre_of:
            if random.random() < FMA_MIXED / 2.0:  # two become one
                others = [g for g, genre in genre_of.items() if genre != genre_of[group]]
                albums[groups == group] = random.choice(others)
        gains.append(_right(_usual(single, albums), labels) - _right(single, labels))
    return 100.0 * float(np.mean(gains))


def _odd_ones(labels: Indices, groups: Indices, runs: Sequence[LogProbs]) -> tuple[str, str]:
    random = np.random.default_rng(0)
    right = []
    for single in runs:
        for group in np.flatnonzero(np.bincount(groups) >= LEAST):
            inside = np.flatnonzero(groups == group)
            genre = np.bincount(labels[inside]).argmax()
            odd = random.choice(np.flatnonzero((labels != genre) & (groups != group)))
            album = np.append(inside, odd)
            pooled = _usual(single[album], np.zeros(len(album), dtype=np.intp))
            alone, together = (s.argmax(axis=1) == labels[album] for s in (single[album], pooled))
            right.append((alone[-1], together[-1], alone[:-1].mean(), together[:-1].mean()))
    mean = np.mean(right, axis=0)
    return tuple(f"{percent(mean[i])} %, {percent(mean[i + 1])} %" for i in (0, 2))  # type: ignore[return-value]


def _choices(analyzed: Material, runs: Sequence[LogProbs]) -> str:
    """Return what other constants come to: right, log-loss, and what mixed albums lose."""
    labels, groups = analyzed.tracks.labels, analyzed.tracks.groups
    rows = []
    for company in (0.25, 0.33, 0.4, 0.5, 0.67, 100.0):
        for own in (0.2, 0.25, 0.33, 0.5):
            pooling = Pooling(company_discord=company, own_discord=own)

            def pooled(log_probs: LogProbs, of: Indices, pooling: Pooling = pooling) -> LogProbs:
                return pooling.pooled(log_probs, Companies.of_groups(of))

            found = [pooled(single, groups) for single in runs]
            loss = np.mean([-one[np.arange(len(labels)), labels].mean() for one in found])
            lost = [f"{_gain_of_mixed(labels, runs, size, pooled):+.1f}" for size in SIZES]
            right = percent(float(np.mean([_right(one, labels) for one in found])))
            rows.append((f"{company} {own}", right, f"{loss:.3f}", " / ".join(lost)))
    return table(("discord: company, own", "accuracy %", "log-loss", "mixed albums"), rows)


def _left_out(data: Path) -> str:
    """Return how pooling does on collections that the encoder's head never learned from."""
    found = strangers(data)
    tracks, parts = found.tracks, found.parts()
    said, _ = answers_left_out(found, head())
    members = {"encoder": (tracks.genres, said)}
    single = combined_out_of_fold(members, tracks.genres, tracks.labels, parts)
    artist_of = gtzan_artists(data)
    named = [
        f"GTZAN {artist_of.get(Path(name).stem, name)}" if collection == "GTZAN" else str(group)
        for name, collection, group in zip(
            tracks.names, found.collections, tracks.groups, strict=True
        )
    ]
    groups = np.asarray(np.unique(named, return_inverse=True)[1])
    pooled = _usual(single, groups)
    rows = []
    collections = np.array(found.collections)
    for name, which in (
        ("GTZAN's snippets", collections == "GTZAN"),
        ("Emotify", collections == "Emotify"),
        ("from anywhere", found.is_from_anywhere),
    ):
        has_company = which & (np.bincount(groups)[groups] > 1)
        before, after = (_right(s[which], tracks.labels[which]) for s in (single, pooled))
        counts = (str(int(some.sum())) for some in (which, has_company))
        rows.append((name, *counts, percent(before), percent(after)))
    keep(
        "company.left_out",
        "right on collections left out, the encoder's head alone: single tracks, pooled by artist",
        "; ".join(f"{name} ({count}): {one} %, {other} %" for name, count, _, one, other in rows),
    )
    return table(("left out", "clips", "with company", "single %", "pooled %"), rows)


if __name__ == "__main__":
    main()
