"""What the classifier in the box is worth, from answers that are kept: tables for people."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from _figures import keep

from box_classifier.jobs import Job, home_jobs, loaded, travel_jobs
from box_classifier.ledger import Candidate, Ledger
from box_classifier.material import GENRES, folders, gtzan, gtzan_part
from box_classifier.plan import SEEDS, box_plan
from box_classifier.standings import SeedRuns, Standing, accuracy_text, compare, standings_table
from musicreclass.classifiers.mel_summary import summarise
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.training.calibrate import fit_calibrator
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.measure.baselines import BASELINES
from musicreclass.training.measure.evaluation import Difference, Evaluation, evaluate, paired
from musicreclass.training.measure.metrics import expected_calibration_error
from musicreclass.training.reports.text_tables import (
    percent,
    table,
)

TEST_PART = "GTZAN, fault-filtered, test"
LEDGER = Path(__file__).parents[2] / "resources" / "classifiers" / "ledger.jsonl"
VALID_FOLDS = 5
SIMPLE = ("majority", "logistic regression", "svm", "xgboost")
NAMES = {"mlp": "MLP", "cnn": "CNN", "ensemble": "MLP + CNN, ensemble"}

ANCHORS = (
    ("chance", "10.0", ""),
    ("MFCC statistics, linear", "44.8", "recalled from the literature"),
    ("CLMR, probe", "68.6", "published"),
    ("AudioSet-supervised, probe", "72.8", "published"),
    ("MULE, probe", "73.4", "published"),
    ("Jukebox, probe", "79.7", "published"),
    ("Pandora's supervised network, probe", "83.4", "published"),
)


@dataclass(frozen=True, slots=True, eq=False)
class Home:
    """The figures on GTZAN's test part, learned from its train part, tuned on its valid part."""

    standings: tuple[Standing, ...]
    evaluations: tuple[Evaluation, ...]  # of the ensemble, one a seed
    pooled: Evaluation  # of all seeds' answers together
    best_member: str
    ahead: Difference  # the ensemble, of its best member; drawing tracks
    ahead_by_artists: Difference  # likewise, drawing artists
    calibrated_error: float  # what the calibration error would be if all confidences were right


def home(data: Path, kept: Path) -> Home:
    """Open the test part for the plan's candidates, and return what they are worth there."""
    music = gtzan(data)
    train, valid, test = (music.at(gtzan_part(data, music, p)) for p in ("train", "valid", "test"))
    candidates = [Candidate.of(box_plan(), seed, commit()) for seed in SEEDS]
    _open_test(candidates)
    answered = [_calibrated(job, valid) for job in home_jobs(data, kept)]
    runs = {name: np.stack([said[name] for _, said in answered]) for name in NAMES}
    members = [name for name in NAMES if name != "ensemble"]
    best = max(members, key=lambda name: _accuracy(runs[name], test))
    order = [best, *(name for name in members if name != best), "ensemble"]
    entries = [SeedRuns(NAMES[name], runs[name]) for name in order]
    entries += _baselines(train, test)
    evaluations = tuple(
        evaluate(said["ensemble"], test.labels, GENRES, test.groups, sets=calibrator.sets,
                 curve=fit_precision(calibrator.outcomes))
        for calibrator, said in answered
    )  # fmt: skip
    _record(candidates, evaluations)
    n = len(SEEDS)
    return Home(
        compare(entries, test.labels, GENRES, test.groups),
        evaluations,
        evaluate(
            np.concatenate(runs["ensemble"]),
            np.tile(test.labels, n),
            GENRES,
            np.tile(test.groups, n),
        ),
        best,
        paired(runs["ensemble"], runs[best], test.labels),
        paired(runs["ensemble"], runs[best], test.labels, test.groups),
        _error_by_chance(runs["ensemble"]),
    )


def home_tables(found: Home) -> str:
    """Return the table of entries, the anchors, and what the promises were worth."""
    covered = [e.covered.reached for e in found.evaluations if e.covered]
    kept = [e.kept for e in found.evaluations if e.kept and e.kept.share_right is not None]
    accepted = sum(k.accepted for k in kept)
    right = sum(k.accepted * (k.share_right or 0.0) for k in kept)
    promises = [
        ("ensemble ahead of its best member, drawing tracks", _difference(found.ahead)),
        ("the same, drawing artists", _difference(found.ahead_by_artists)),
        ("calibration error, mean of the seeds",
         percent(float(np.mean([e.calibration_error for e in found.evaluations])))),
        ("what chance alone makes of right confidences", percent(found.calibrated_error)),
        ("calibration error, all seeds' answers together", percent(found.pooled.calibration_error)),
        ("sets promised to hold the right genre 90.0 times of 100 do",
         f"{percent(float(np.mean(covered)))} (of the seeds: "
         f"{', '.join(percent(c) for c in covered)})"),
        ("accepted at a threshold that promises 90 % right, of 5 x 290", str(accepted)),
        ("of these right", percent(right / accepted) if accepted else "-"),
    ]  # fmt: skip
    return "\n\n".join(
        (
            standings_table(found.standings, markdown=True),
            table(("elsewhere, same split", "accuracy %", ""), ANCHORS, markdown=True),
            table(("promise", "measured %"), promises, markdown=True),
        )
    )


def keep_figures(found: Home) -> None:
    """Keep what README tells of it."""
    by_name = {standing.name: standing for standing in found.standings}
    simple = max((by_name[name] for name in SIMPLE), key=lambda one: one.accuracy.mean)
    what = f"right on {TEST_PART} part, {len(SEEDS)} seeds, intervals over artists"
    keep("box.ensemble", f"{what}: MLP and CNN together", accuracy_text(by_name[NAMES["ensemble"]]))
    members = "; ".join(accuracy_text(by_name[NAMES[name]]) for name in ("mlp", "cnn"))
    keep("box.members", "the same: MLP; CNN", members)
    keep("box.simple", f"the same: the best simple way, {simple.name}", accuracy_text(simple))


def travel_table(data: Path, kept: Path) -> str:
    """Return how often classical and rock of another collection are recognised."""
    music = gtzan(data)
    valid = music.at(gtzan_part(data, music, "valid"))
    calibrator, _ = _calibrated(home_jobs(data, kept)[0], valid)
    abroad = folders(data)
    rows = []
    for job in travel_jobs(data, kept):
        said = _combined(calibrator, {n: loaded(job)[f"folders.{n}"] for n in ("mlp", "cnn")})
        for name in NAMES:
            right = said[name].argmax(axis=1) == abroad.labels
            shares = [right[abroad.labels == GENRES.index(g)].mean() for g in ("Classical", "Rock")]
            fitted = job.name.removeprefix("travel, ")
            rows.append((NAMES[name], fitted, *map(percent, [*shares, float(np.mean(shares))])))
    header = ("never heard that collection", "taught", "classical %", "rock %", "mean %")
    return table(header, rows, markdown=True)


def _open_test(candidates: Sequence[Candidate]) -> None:
    """Note who sees the test part; what is kept of those who have seen it may be shown again."""
    ledger = Ledger(LEDGER)
    for candidate in candidates:
        if _recorded(ledger, candidate) is None:
            ledger.open_test(candidate, TEST_PART)


def _record(candidates: Sequence[Candidate], evaluations: Sequence[Evaluation]) -> None:
    """Note the figures, or make sure that they are those that stand there."""
    ledger = Ledger(LEDGER)
    for candidate, found in zip(candidates, evaluations, strict=True):
        before = _recorded(ledger, candidate)
        if before is None:
            ledger.record(candidate, TEST_PART, _figures(found))
        elif any(abs(before[name] - value) > 1e-6 for name, value in _figures(found).items()):
            raise SystemExit(
                f"Seed {candidate.seed} got other figures on {TEST_PART} before; the code has "
                "changed since, so that this is another candidate: give its plan another number."
            )


def _recorded(ledger: Ledger, candidate: Candidate) -> Mapping[str, float] | None:
    seen = [
        entry.figures
        for entry in ledger.entries()
        if (entry.digest, entry.seed) == (candidate.digest, candidate.seed)
        and entry.test_part == TEST_PART
        and entry.figures
    ]
    return seen[-1] if seen else None


def _calibrated(
    job: Job, valid: LabelledTracks
) -> tuple[EnsembleCalibrator, dict[str, np.ndarray]]:
    """Return a calibrator fitted on the valid part, and what everybody says of the test part."""
    said = loaded(job)
    members = {name: (GENRES, said[f"valid.{name}"]) for name in ("mlp", "cnn")}
    truth = [GENRES[i] for i in valid.labels]
    fold_of = folds(valid.labels, valid.groups, VALID_FOLDS, 0)
    calibrator = fit_calibrator(members, truth, fold_of).calibrator
    return calibrator, _combined(
        calibrator, {name: said[f"test.{name}"] for name in ("mlp", "cnn")}
    )


def _combined(
    calibrator: EnsembleCalibrator, said: Mapping[str, np.ndarray]
) -> dict[str, np.ndarray]:
    """Return the members' calibrated answers and the ensemble's, in the order of `GENRES`."""
    ensemble = calibrator.ensemble.combine(
        {name: (GENRES, scores) for name, scores in said.items()}
    )
    index = [calibrator.ensemble.genres.index(genre) for genre in GENRES]
    own = {n: calibrator.ensemble.own_log_probs(n, scores) for n, scores in said.items()}
    return {**own, "ensemble": ensemble[:, index]}


def _baselines(train: LabelledTracks, test: LabelledTracks) -> list[SeedRuns]:
    """Train the simple ways on the same features as the MLP, as they were recorded."""
    used = box_plan().members[0].config
    index = [used.features.columns.index(name) for name in used.used]  # type: ignore[attr-defined]
    fitted, asked = (_summaries(some)[:, index] for some in (train, test))
    entries = []
    for name in SIMPLE:
        runs = []
        for seed in SEEDS:
            baseline = BASELINES[name]()
            baseline.fit(fitted, train.labels, len(GENRES), seed, train.groups)
            runs.append(baseline.log_probs(asked))
        entries.append(SeedRuns(name, np.stack(runs)))
    return entries


def _summaries(tracks: LabelledTracks) -> np.ndarray:
    return np.stack([summarise(mel, GTZAN_MEL) for mel in tracks.mels or ()])


def _difference(ahead: Difference) -> str:
    low, high = (ahead.interval.low, ahead.interval.high) if ahead.interval else (0.0, 0.0)
    points = (f"{100 * share:+.1f}" for share in (ahead.accuracy, low, high))
    return "{} ({} to {}), p = {:.3f}".format(*points, ahead.p_not_better)


def _error_by_chance(runs: np.ndarray) -> float:
    """Return the calibration error of answers that are right as often as they say."""
    rng = np.random.default_rng(0)
    confidences = np.exp(runs[0].max(axis=1))
    drawn = [rng.random(len(confidences)) < confidences for _ in range(200)]
    return float(np.mean([expected_calibration_error(confidences, right) for right in drawn]))


def _accuracy(runs: np.ndarray, tracks: LabelledTracks) -> float:
    return float((runs.argmax(axis=2) == tracks.labels).mean())


def _figures(found: Evaluation) -> Mapping[str, float]:
    return {
        "accuracy": found.accuracy,
        "balanced_accuracy": found.balanced_accuracy,
        "macro_f1": found.macro_f1,
        "log_loss": found.log_loss,
        "calibration_error": found.calibration_error,
    }


def commit() -> str:
    """Return which commit this is, and whether files differ from it."""
    command: Sequence[str] = ("git", "describe", "--always", "--dirty")
    folder = Path(__file__).parent
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=folder)
    return done.stdout.strip()
