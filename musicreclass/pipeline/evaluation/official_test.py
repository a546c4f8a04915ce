"""How well what was learned does on the test part of a split that others use, too."""

from __future__ import annotations

from musicreclass.classifiers.bundle import Bundle
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.make import answers
from musicreclass.training.measure.evaluation import Evaluation, evaluate


def measured_on_test(
    bundle: Bundle, calibrator: EnsembleCalibrator, tracks: LabelledTracks
) -> Evaluation:
    """Return the figures on tracks that the classifiers of `bundle` were not taught."""
    members = {
        classifier.name: (bundle.genres, answers(classifier.network, tracks).log_probs)
        for classifier in bundle.classifiers
    }
    combined = calibrator.ensemble.combine(members)
    return evaluate(combined, tracks.labels, tracks.genres, tracks.groups)
