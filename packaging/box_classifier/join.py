"""Joining the encoder's head to the networks of the box, all of which learn from everywhere.

Temperatures, weights, sets, precision and novelty come from answers to collections left out whole:
they speak of a stranger's library, and not of the music that the networks grew up with.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep

from box_classifier.anywhere import (
    BEFORE,
    IN_LIBRARY,
    TOGETHER,
    Answers,
    accuracy_text,
    in_library,
    sections,
    sure_text,
)
from box_classifier.gtzan_snippets import at_home_table
from box_classifier.jobs import anywhere_jobs, anywhere_part, box_jobs, loaded
from box_classifier.material import GENRES, provenance
from box_classifier.not_offered import no_music_table, other_genres_table
from box_classifier.strangers import Strangers, answers_left_out, head, strangers
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.job import QuietContext
from musicreclass.training.calibrate import Members, fit_calibrator, fit_novelty, fit_outcomes
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.provenance import KEY
from musicreclass.training.make import fitted
from musicreclass.training.reports.text_tables import percent, table

FOLDER = Path(__file__).parents[2] / "resources" / "classifiers"
BUNDLE, CARD = FOLDER / "box.pth", FOLDER / "box.md"
ENCODER = "encoder"
AT_HOME = "calibrated_at_home"  # how the networks were weighed before there was a head
COVERAGE = 0.9


def join(data: Path, kept: Path) -> None:
    """Write the box with the encoder's head, and what it is worth into its card."""
    found, member = strangers(data), head()
    said, embeddings = answers_left_out(found, member)
    network, _ = fitted(member, found.tracks, QuietContext(), seed=0)
    before = bundles.load(BUNDLE)
    at_home = before.training.get(AT_HOME, before.ensemble)
    answers = _answers(data, kept, found, said, EnsembleCalibrator.from_dict(at_home))
    anywhere = np.flatnonzero(found.is_from_anywhere)
    novelty = fit_novelty(
        ENCODER,
        network.answers(found.tracks.features).embeddings,
        found.tracks.labels,
        embeddings[anywhere],
    )
    truth = [GENRES[i] for i in answers.labels]
    calibrator, out_of_fold = fit_calibrator(
        answers.members, truth, answers.parts, COVERAGE, novelty, folds_are_libraries=True
    )
    assert out_of_fold is not None
    outcomes = fit_outcomes(out_of_fold, answers.labels, answers.groups)
    calibrator = replace(calibrator, outcomes=outcomes)
    tuned = bundles.load(anywhere_jobs(data, kept)[0].file).classifiers
    bundle = replace(
        before,
        classifiers=(Classifier(ENCODER, network), *tuned),
        ensemble=calibrator.to_dict(),
        training={
            **before.training,
            **_figures(answers, calibrator),
            KEY: provenance(data).to_plain(),
            AT_HOME: at_home,
        },
    )
    bundles.save(bundle, BUNDLE)
    CARD.write_text(
        _with(
            CARD.read_text(encoding="utf-8"),
            {
                "from anywhere": _section(found, said, answers, bundle, calibrator, data),
                "snippets": at_home_table(data, kept, found),
            },
        ),
        encoding="utf-8",
    )


def _figures(answers: Answers, calibrator: EnsembleCalibrator) -> dict[str, float]:
    """Return what the file says of itself."""
    found = in_library(answers, calibrator)
    return {
        "accuracy": found.accuracy,
        "balanced_accuracy": found.balanced_accuracy,
        "macro_f1": found.macro_f1,
        "calibration_error": found.calibration_error,
    }


def _answers(
    data: Path,
    kept: Path,
    found: Strangers,
    said: npt.NDArray[np.float32],
    at_home: EnsembleCalibrator,
) -> Answers:
    anywhere = np.flatnonzero(found.is_from_anywhere)
    tracks = found.tracks.at(anywhere)
    base = bundles.load(box_jobs(data, kept)[0].file)
    collections = np.unique(np.array(found.collections)[anywhere], return_inverse=True)[1]
    return Answers(
        {ENCODER: (GENRES, said[anywhere]), **_tuned_answers(data, kept, found)},
        {c.name: (GENRES, _log_probs(c, tracks)) for c in base.classifiers},
        at_home,
        tracks.labels,
        found.parts()[anywhere],
        np.asarray(collections),
        tuple(found.titles[i] for i in anywhere),
    )


def _log_probs(classifier: Classifier, tracks: LabelledTracks) -> npt.NDArray[np.float32]:
    return classifier.network.answers(None, tracks.mels).log_probs


def _tuned_answers(data: Path, kept: Path, found: Strangers) -> Members:
    """Return what mlp and cnn say of the clips from anywhere, each time without their part."""
    part_of = anywhere_part(found)[found.is_from_anywhere]
    by_part = [loaded(job) for job in anywhere_jobs(data, kept)[1:]]
    members = {}
    for name in by_part[0]:
        said = np.empty((len(part_of), len(GENRES)), dtype=np.float32)
        for part, answers in enumerate(by_part):
            said[part_of == part] = answers[name]
        members[name] = (GENRES, said)
    return members


def _section(
    found: Strangers,
    said: npt.NDArray[np.float32],
    answers: Answers,
    bundle: Bundle,
    calibrator: EnsembleCalibrator,
    data: Path,
) -> str:
    """Return what the card says of music from anywhere."""
    content = BUNDLE.read_bytes()
    kept = {name: accuracy_text(one) for name, one in answers.evaluations(calibrator).items()}
    keep(
        "box.anywhere",
        f"right on {len(answers.labels)} clips of collections left out: as it was before; now, "
        "each by itself; now, each tenth a library whose mix of genres counts",
        f"{kept[BEFORE]}; {kept[TOGETHER]}; {kept[IN_LIBRARY]}; {sure_text(answers)}",
    )
    return "\n\n".join(
        (
            f"{len(content) / 1e6:.1f} MB, sha256 `{hashlib.sha256(content).hexdigest()}`, and "
            f"`encoder.pth`. On {len(answers.labels)} clips of {len(np.unique(answers.groups))} "
            "collections from anywhere, each answered by classifiers that learned from others, "
            "weighed and calibrated on others; intervals draw collections:",
            sections(answers, calibrator),
            "Each of the two large collections, by a head of the encoder that learned from all "
            "others:",
            _by_collection(found, said),
            "Of music of genres that it does not know it says:",
            other_genres_table(bundle, calibrator, data),
            "Of sounds that are no music it says:",
            no_music_table(bundle, calibrator, data),
        )
    )


def _by_collection(found: Strangers, said: npt.NDArray[np.float32]) -> str:
    rows = []
    for name in ("GTZAN", "Emotify"):
        inside = np.array(found.collections) == name
        right = said[inside].argmax(axis=1) == found.tracks.labels[inside]
        rows.append((name, str(int(inside.sum())), percent(float(right.mean()))))
    return table(("collection", "clips", "accuracy %"), rows, markdown=True)


def _with(card: str, texts: Mapping[str, str]) -> str:
    """Return the card with other sections between their marks."""
    for name, text in texts.items():
        begin, end = f"<!-- {name} -->", "<!-- end -->"
        pattern = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if not pattern.search(card):
            raise ValueError(f"the card lacks {begin} and {end}")
        card = pattern.sub(f"{begin}\n{text}\n{end}".replace("\\", "\\\\"), card)
    return card
