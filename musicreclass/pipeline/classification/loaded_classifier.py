"""A bundle opened to be asked: its classifiers, their judge, and genres under one spelling."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from musicreclass.audio.features import fma_features
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.spec import FeatureSet
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.stored import DamagedCalibration
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genre import Taxonomy
from musicreclass.pipeline.classification.known_genres import taxonomy

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True, eq=False)
class LoadedClassifier:
    """Classifiers that are asked together, and what makes one suggestion of their answers."""

    bundle: Bundle
    calibrator: EnsembleCalibrator
    digest: str  # of the file: what scores in the library are kept under


def load_classifier(path: Path) -> LoadedClassifier:
    """Return what the bundle in `path` is asked through.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
    """
    digest = digest_of(path)
    loaded = bundles.load(path)
    _check_features(path, loaded)
    calibrator = _judge(path, loaded)
    names = canonical_names((*calibrator.ensemble.genres, *loaded.genres), taxonomy())
    genres = tuple(names[genre] for genre in loaded.genres)
    ensemble = replace(
        calibrator.ensemble, genres=tuple(names[genre] for genre in calibrator.ensemble.genres)
    )
    return LoadedClassifier(
        replace(loaded, genres=genres), replace(calibrator, ensemble=ensemble), digest
    )


def digest_of(path: Path) -> str:
    """Return what tells a file of classifiers from all others, whatever it is called.

    Raises:
        ClassifierFileProblem: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            made = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=DIGEST_BYTES))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ClassifierFileProblem(path, f"it cannot be read ({reason}).") from error
    return made.hexdigest()


def measured_features() -> FeatureSet:
    """Return the features that this program measures of sound."""
    return FeatureSet(
        fma_features.DEFINITION, tuple(".".join(column) for column in fma_features.COLUMNS)
    )


def canonical_names(genres: Iterable[str], known: Taxonomy) -> Mapping[str, str]:
    """Return each genre's usual name, so that "hiphop" and "Hip-Hop" are one wherever they meet.

    Two genres of one classifier that would become one keep their own names: it tells them apart.
    """
    names = {genre: known.canonical(genre) for genre in genres}
    claims = Counter(names.values())
    return {genre: name if claims[name] == 1 else genre for genre, name in names.items()}


def _check_features(path: Path, loaded: Bundle) -> None:
    if loaded.features not in (None, measured_features()):
        raise ClassifierFileProblem(
            path, "it was trained on other features than this program measures; train it again."
        )


def _judge(path: Path, loaded: Bundle) -> EnsembleCalibrator:
    if not loaded.ensemble:  # nobody has measured it: all count the same, and nothing is sure
        return EnsembleCalibrator(
            Ensemble.of_equals({c.name: loaded.genres for c in loaded.classifiers})
        )
    try:
        calibrator = EnsembleCalibrator.from_dict(loaded.ensemble)
    except DamagedCalibration as error:
        raise ClassifierFileProblem(path, str(error)) from error
    if not {c.name for c in loaded.classifiers} & set(calibrator.ensemble.classifiers):
        raise ClassifierFileProblem(
            path, "it was calibrated for other classifiers than it holds; train it again."
        )
    return calibrator
