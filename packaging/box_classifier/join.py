"""Joining the encoder's head to the networks of the box, and what all are worth among strangers.

Temperatures, weights, sets, precision and novelty come from answers to collections left out whole:
they speak of a stranger's library, and not of the music that the networks grew up with.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep
from _quiet import QuietContext

from box_classifier.material import GENRES, provenance
from box_classifier.strangers import Strangers, answers_left_out, head, no_music, strangers
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.training.calibrate import (
    Members,
    combined_out_of_fold,
    fit_calibrator,
    fit_novelty,
)
from musicreclass.training.data.provenance import KEY
from musicreclass.training.make import fitted
from musicreclass.training.measure.evaluation import Evaluation, evaluate
from musicreclass.training.reports.text_tables import genre_table, percent, table

FOLDER = Path(__file__).parents[2] / "resources" / "classifiers"
BUNDLE, CARD = FOLDER / "box.pth", FOLDER / "box.md"
ENCODER = "encoder"
BEFORE, TOGETHER = "mlp + cnn, as weighed at home", "all together"
AT_HOME = "calibrated_at_home"  # how the networks were weighed before there was a head
COVERAGE = 0.9

Reals = npt.NDArray[np.floating]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What everybody says of clips from anywhere, none of whose collection they know."""

    members: Members
    embeddings: npt.NDArray[np.float32]  # the head's, of all clips
    labels: npt.NDArray[np.intp]
    parts: npt.NDArray[np.intp]  # no collection is in two
    groups: npt.NDArray[np.intp]  # the collections


def join(data: Path) -> None:
    """Write the box with the encoder's head, and what it is worth into its card."""
    before = bundles.load(BUNDLE)
    networks = tuple(c for c in before.classifiers if c.name != ENCODER)
    found, member = strangers(data), head()
    said, embeddings = answers_left_out(found, member)
    network, _ = fitted(member, found.tracks, QuietContext(), seed=0)
    answers = _answers(found, said, embeddings, networks)
    known = network.answers(found.tracks.features).embeddings
    novelty = fit_novelty(ENCODER, known, found.tracks.labels, answers.embeddings)
    truth = [GENRES[i] for i in answers.labels]
    calibrator, _ = fit_calibrator(answers.members, truth, answers.parts, COVERAGE, novelty)
    bundle = replace(
        before,
        classifiers=(Classifier(ENCODER, network), *networks),
        ensemble=calibrator.to_dict(),
        training={
            **before.training,
            **_figures(answers, calibrator),
            KEY: provenance(data).to_plain(),
            AT_HOME: before.training.get(AT_HOME, before.ensemble),
        },
    )
    bundles.save(bundle, BUNDLE)
    section = _section(found, said, answers, bundle, calibrator, data)
    CARD.write_text(_with(CARD.read_text(encoding="utf-8"), section), encoding="utf-8")


def _figures(answers: Answers, calibrator: EnsembleCalibrator) -> dict[str, float]:
    """Return what the file says of itself."""
    found = _together(answers, calibrator)
    return {
        "accuracy": found.accuracy,
        "balanced_accuracy": found.balanced_accuracy,
        "macro_f1": found.macro_f1,
        "calibration_error": found.calibration_error,
    }


def _together(answers: Answers, calibrator: EnsembleCalibrator) -> Evaluation:
    said = combined_out_of_fold(answers.members, GENRES, answers.labels, answers.parts)
    curve = fit_precision(calibrator.outcomes)
    return evaluate(said, answers.labels, GENRES, answers.groups, sets=calibrator.sets, curve=curve)


def _answers(
    found: Strangers,
    said: npt.NDArray[np.float32],
    embeddings: npt.NDArray[np.float32],
    networks: Sequence[Classifier],
) -> Answers:
    anywhere = np.flatnonzero(found.is_from_anywhere)
    tracks = found.tracks.at(anywhere)
    members = {ENCODER: (GENRES, said[anywhere])} | {
        c.name: (GENRES, c.network.answers(None, tracks.mels).log_probs) for c in networks
    }
    collections = np.unique(np.array(found.collections)[anywhere], return_inverse=True)[1]
    return Answers(
        members,
        embeddings[anywhere],
        tracks.labels,
        found.parts()[anywhere],
        np.asarray(collections),
    )


def _section(
    found: Strangers,
    said: npt.NDArray[np.float32],
    answers: Answers,
    bundle: Bundle,
    calibrator: EnsembleCalibrator,
    data: Path,
) -> str:
    """Return what the card says of music from anywhere."""
    said_by = answers.members.items()
    evaluations = {name: _evaluated(scores, answers) for name, (_, scores) in said_by}
    at_home = EnsembleCalibrator.from_dict(bundle.training[AT_HOME]).ensemble
    evaluations[BEFORE] = _evaluated(at_home.combine(answers.members), answers)
    evaluations[TOGETHER] = _together(answers, calibrator)
    verdicts = _verdicts_left_out(answers)
    keep(
        "box.anywhere",
        f"right on {len(answers.labels)} clips of collections left out: as it was before, and now",
        f"{_accuracy(evaluations[BEFORE])}, {_accuracy(evaluations[TOGETHER])}; {verdicts.sure}",
    )
    content = BUNDLE.read_bytes()
    return "\n\n".join(
        (
            f"{len(content) / 1e6:.1f} MB, sha256 `{hashlib.sha256(content).hexdigest()}`, and "
            f"`encoder.pth`. On {len(answers.labels)} clips of {len(np.unique(answers.groups))} "
            "collections from anywhere, each answered by a head that learned from others; "
            "intervals draw collections:",
            _summary(evaluations),
            genre_table(evaluations[TOGETHER], markdown=True),
            "What it says of these answers, calibrated on other collections, and how often it is "
            "right then:",
            verdicts.table,
            "Each of the two large collections, by a head that learned from all others:",
            _by_collection(found, said),
            "Of sounds that are no music it says:",
            _noises(bundle, calibrator, data),
        )
    )


def _evaluated(scores: Reals, answers: Answers) -> Evaluation:
    return evaluate(scores, answers.labels, GENRES, answers.groups)


def _accuracy(found: Evaluation) -> str:
    interval = found.accuracy_interval
    drawn = "" if interval is None else f" ({percent(interval.low)} to {percent(interval.high)})"
    return f"{percent(found.accuracy)} %{drawn}"


def _summary(evaluations: Mapping[str, Evaluation]) -> str:
    rows = [
        (
            name,
            _accuracy(one),
            percent(one.balanced_accuracy),
            f"{one.log_loss:.3f}",
            percent(one.calibration_error),
        )
        for name, one in evaluations.items()
    ]
    header = ("from anywhere", "accuracy", "balanced %", "log-loss", "ECE %")
    return table(header, rows, markdown=True)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How verdicts fall where nothing was fitted to the collection."""

    table: str
    sure: str


def _verdicts_left_out(answers: Answers) -> Verdicts:
    verdicts: list[Verdict] = []
    right: list[bool] = []
    for part in np.unique(answers.parts):
        inside, outside = answers.parts == part, answers.parts != part
        members = {n: (genres, s[outside]) for n, (genres, s) in answers.members.items()}
        truth = [GENRES[i] for i in answers.labels[outside]]
        calibrator, _ = fit_calibrator(members, truth, answers.parts[outside], COVERAGE)
        for i in np.flatnonzero(inside):
            suggestion = calibrator.suggest(
                [
                    Prediction(name, GENRES, scores[i], seconds_analyzed=12.0)
                    for name, (_, scores) in answers.members.items()
                ]
            )
            verdicts.append(suggestion.verdict)
            right.append(suggestion.candidates[0].genre == GENRES[answers.labels[i]])
    rows = {}
    for verdict in Verdict:
        of_these = [r for v, r in zip(verdicts, right, strict=True) if v is verdict]
        share = percent(float(np.mean(of_these))) if of_these else "-"
        rows[verdict] = (verdict.value, percent(len(of_these) / len(right)), share)
    _, share, right_share = rows[Verdict.SURE]
    return Verdicts(
        table(("verdict", "of clips %", "right %"), list(rows.values()), markdown=True),
        f"sure of {share} %, and right on {right_share} % of these",
    )


def _by_collection(found: Strangers, said: npt.NDArray[np.float32]) -> str:
    rows = []
    for name in ("GTZAN", "Emotify"):
        inside = np.array(found.collections) == name
        right = said[inside].argmax(axis=1) == found.tracks.labels[inside]
        rows.append((name, str(int(inside.sum())), percent(float(right.mean()))))
    return table(("collection", "clips", "accuracy %"), rows, markdown=True)


def _noises(bundle: Bundle, calibrator: EnsembleCalibrator, data: Path) -> str:
    by_kind: dict[str, list[str]] = {}
    for kind, features, mel in no_music(data):
        predictions = []
        for classifier in bundle.classifiers:
            has_features = classifier.network.config.measured is not None
            said = classifier.network.answer(features if has_features else None, mel)
            predictions.append(
                Prediction(
                    classifier.name,
                    GENRES,
                    said.log_probs,
                    embedding=said.embedding,
                    seconds_analyzed=30.0,
                )
            )
        by_kind.setdefault(kind, []).append(calibrator.suggest(predictions).verdict.value)
    words = [verdict.value for verdict in Verdict]
    rows = [(kind, *(str(said.count(w) or "") for w in words)) for kind, said in by_kind.items()]
    return table(("sound", *words), rows, markdown=True)


def _with(card: str, section: str) -> str:
    """Return the card with another section between its two marks."""
    begin, end = "<!-- from anywhere -->", "<!-- end -->"
    pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
    if not pattern.search(card):
        raise ValueError(f"the card lacks {begin} and {end}")
    return pattern.sub(lambda _: f"{begin}\n{section}\n{end}", card)
