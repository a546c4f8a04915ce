"""A bundle loaded to predict: its networks, their calibration, and genres under one spelling."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from musicreclass.audio.features import fma_features
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.bundle import Bundle
from musicreclass.classifiers.encoder import Encoder
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import AnalysisSpec, EncoderSpec
from musicreclass.core.analysis_amount import AnalysisAmount
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.ensemble.stored import DamagedCalibration
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_file import (
    shipped_taxonomy,
    stamp_of,
    taxonomy_in_use,
    vocabulary_file,
)
from musicreclass.errors import system_words
from musicreclass.pipeline.classification.own_weights import Shares, own_shares, reweighed
from musicreclass.sentences.reason import Reason, because

DIGEST_BYTES = 16
ENCODER_FACT, LICENCE_FACT = "encoder", "encoder_licence"  # among the facts on a training
LONGEST_NAME = 100  # letters of an encoder's name; files come from strangers
WITHOUT_ENCODER = "MUSICRECLASS_WITHOUT_ENCODER"  # in the environment, anything
# Right on clips of artists and collections left out, of 280 and of 307, by logistic regression on
# so many patches of each: one 77.4 and 51 %, two 79.6 and 55, three 81.0 and 57, four 82.0 and
# 57, eight 81.6 %.
PATCHES = 4
GLIMPSE_SAY = 0.5  # of the weights of all


@dataclass(frozen=True, slots=True, eq=False)
class LoadedClassifier:
    """Networks that are asked together, and the calibrator that makes a suggestion of it."""

    bundle: Bundle
    calibrator: EnsembleCalibrator
    digest: str = ""  # of the file: what scores in the library are kept under
    encoder_problem: Reason | None = None  # why the classifiers that need it cannot answer
    has_own_weights: bool = False  # a person's, which nobody has measured

    @property
    def needs(self) -> AnalysisSpec:
        """Return what must be analyzed of a track for those who can answer."""
        needs = self.bundle.needs
        return needs if self.encoder_problem is None else replace(needs, encoder=None)

    def needs_at(self, amount: AnalysisAmount) -> AnalysisSpec:
        """Return what to analyze of a track where so much is wanted, and can be made use of."""
        return amount.of(self.needs) if self.bundle.takes_any_amount else self.needs

    def glimpse(self, patches: int) -> AnalysisSpec | None:
        """Return what to analyze of a track for a glimpse at so many patches.

        None where those who look at patches alone have not the most say.
        """
        encoder, ensemble = self.needs.encoder, self.calibrator.ensemble
        say = dict(zip(ensemble.classifiers, ensemble.weights.tolist(), strict=True))
        enough = GLIMPSE_SAY * sum(say.values())
        if encoder is None or sum(say.get(name, 0.0) for name in self.of_patches) < enough:
            return None
        few = replace(encoder, patches=patches)
        return AnalysisSpec(features=False, encoder=few, is_glimpse=True)

    @property
    def genres(self) -> tuple[str, ...]:
        """Return the genres of the ensemble, in the order of its log-probabilities."""
        return self.calibrator.ensemble.genres

    @property
    def encoder(self) -> Encoder | None:
        """Return the encoder of the box that it stands upon, None where it uses none."""
        spec = self.needs.encoder
        return None if spec is None or spec.wave is not None else encoders.encoder_for(spec)

    @property
    def of_patches(self) -> frozenset[str]:
        """Return the classifiers that look at the encoder's patches and nothing else."""
        every = self.bundle.classifiers
        return frozenset(c.name for c in every if c.network.is_of_patches)

    def log_probs(self, predictions: Sequence[Prediction]) -> LogProbs:
        """Return what its networks say together of one track, shape (n_genres,)."""
        members = {said.classifier: (said.genres, said.scores) for said in predictions}
        return self.calibrator.ensemble.combine(members)


def load_classifier(path: Path) -> LoadedClassifier:
    """Return the bundle in `path`, ready to predict, its members weighed as a person wants it.

    The last ones are kept: as long as the file and the weights are as they were, all jobs of a
    window share one. Genres are suggested in the vocabulary of the person whose program this is.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
    """
    loaded = load_as_trained(path)
    shares = own_shares(loaded.digest)
    return _reweighed(loaded, tuple(sorted(shares.items()))) if shares else loaded


def load_as_trained(path: Path) -> LoadedClassifier:
    """Return the bundle in `path`, its members weighed as they were trained.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
    """
    try:
        stat = path.stat()
    except OSError as error:
        raise _unreadable(path, error) from error
    loaded = _loaded(path, stat.st_ino, stat.st_size, stat.st_mtime_ns, shelf.stamp())
    return _in_vocabulary(loaded, stamp_of(vocabulary_file()))


def kept_for(path: Path | None) -> tuple[AnalysisSpec, ...]:
    """Return what was analyzed of tracks that the bundle in `path` classified; nothing without it.

    Who wants less of the same need not analyze it again.
    """
    if path is None:
        return ()
    try:
        return (load_classifier(path).needs,)
    except ClassifierFileProblem:
        return ()


@lru_cache(maxsize=2)
def _in_vocabulary(loaded: LoadedClassifier, *_as_it_is: object) -> LoadedClassifier:
    return replace(loaded, calibrator=replace(loaded.calibrator, vocabulary=taxonomy_in_use()))


def with_shares(loaded: LoadedClassifier, shares: Shares) -> LoadedClassifier:
    """Return the same networks, their members weighed by these shares."""
    calibrator = reweighed(loaded.calibrator, shares)
    is_own = calibrator is not loaded.calibrator
    return replace(loaded, calibrator=calibrator, has_own_weights=is_own) if is_own else loaded


@lru_cache(maxsize=2)
def _reweighed(loaded: LoadedClassifier, shares: tuple[tuple[str, float], ...]) -> LoadedClassifier:
    return with_shares(loaded, dict(shares))


@lru_cache(maxsize=2)  # the one in use, and one that is compared with it
def _loaded(path: Path, *_as_it_is: int) -> LoadedClassifier:
    return read_classifier(path)


def read_classifier(path: Path) -> LoadedClassifier:
    """Return the bundle in `path` as `load_as_trained` does, without keeping it.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
    """
    digest = digest_of(path)
    bundle = bundles.load(path)
    encoder_problem = _problem_with_encoder(path, bundle)
    calibrator = _calibrator(path, bundle)
    ensemble = calibrator.ensemble
    # Not a person's own names: scores in the library are kept under these, whatever they become.
    names = canonical_names((*ensemble.genres, *bundle.genres), shipped_taxonomy())
    ensemble = replace(ensemble, genres=tuple(names[genre] for genre in ensemble.genres))
    return LoadedClassifier(
        replace(bundle, genres=tuple(names[genre] for genre in bundle.genres)),
        replace(calibrator, ensemble=ensemble),
        digest,
        encoder_problem,
    )


def _problem_with_encoder(path: Path, bundle: Bundle) -> Reason | None:
    """Return why the encoder cannot be used where others can answer without it.

    Raises:
        ClassifierFileProblem: nobody can answer, or columns are wanted that nobody gives.
    """
    if bundle.stands_on is not None:
        _folder_columns(path, bundle, bundle.stands_on)
    spec, known = bundle.needs.encoder, measured_features()
    if spec is None:
        given = [None, known]
    elif spec.wave is not None:
        given = [FeatureSet.of_encoder(spec, _folder_columns(path, bundle, spec))]
    else:
        try:
            columns = encoders.encoder_for(spec).columns
        except ClassifierFileProblem as error:
            if all(c.network.config.measured is not None for c in bundle.classifiers):
                raise
            return error.sentence
        given = [known.and_encoder(spec, columns), FeatureSet.of_encoder(spec, columns)]
    if bundle.features not in given:
        raise ClassifierFileProblem(path, because("pipeline.other_features"))
    return None


def _folder_columns(path: Path, bundle: Bundle, spec: EncoderSpec) -> tuple[str, ...]:
    """Return the columns of an encoder from a folder, without opening it.

    Raises:
        ClassifierFileProblem: it is not here, or its files are others by now.
    """
    found = shelf.of_spec(spec)
    if found is None or found.spec.wave != spec.wave:
        named = bundle.training.get(ENCODER_FACT)
        name = named[:LONGEST_NAME] if isinstance(named, str) and named else spec.digest
        raise ClassifierFileProblem(path, because("pipeline.encoder_not_here", name=name))
    shelf.check_marks(found)
    return found.card.columns


def digest_of(path: Path) -> str:
    """Return what tells a file of classifiers from all others, whatever it is called.

    Raises:
        ClassifierFileProblem: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            made = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=DIGEST_BYTES))
    except OSError as error:
        raise _unreadable(path, error) from error
    return made.hexdigest()


def _unreadable(path: Path, error: OSError) -> ClassifierFileProblem:
    reason = system_words(error)
    return ClassifierFileProblem(path, because("pipeline.bundle_unreadable", reason=reason))


def measured_features() -> FeatureSet:
    """Return the features that this program measures of sound."""
    return FeatureSet(
        fma_features.DEFINITION, tuple(".".join(column) for column in fma_features.COLUMNS)
    )


def all_features() -> FeatureSet:
    """Return all features that this program can give: of the sound, and of its encoder.

    Without an encoder that can be used there are those of the sound alone, and where a person
    wants none: presets are then what they were before there was one, so that a training that was
    begun at that time goes on.
    """
    if os.environ.get(WITHOUT_ENCODER):
        return measured_features()
    try:
        encoder = encoders.of_the_box()
    except ClassifierFileProblem:
        return measured_features()
    return measured_features().and_encoder(encoder.spec(PATCHES), encoder.columns)


def with_encoder(bundle: Bundle) -> Bundle:
    """Return the bundle with all that it needs, so that its file works wherever it is taken."""
    spec = bundle.needs.encoder
    if spec is None or spec.wave is not None:  # others' weights are theirs to give, and large
        return bundle
    return replace(bundle, encoder=encoders.encoder_for(spec))


def canonical_names(genres: Iterable[str], known: Taxonomy) -> Mapping[str, str]:
    """Return each genre's usual name, so that "hiphop" and "Hip-Hop" are one wherever they meet.

    Two genres of one classifier that would become one keep their own names: it tells them apart.
    """
    names = {genre: known.canonical(genre) for genre in genres}
    claims = Counter(names.values())
    return {genre: name if claims[name] == 1 else genre for genre, name in names.items()}


def _calibrator(path: Path, bundle: Bundle) -> EnsembleCalibrator:
    if not bundle.ensemble:  # nobody has measured it: all count the same, and nothing is sure
        return EnsembleCalibrator(
            Ensemble.of_equals({c.name: bundle.genres for c in bundle.classifiers})
        )
    try:
        calibrator = EnsembleCalibrator.from_dict(bundle.ensemble)
    except DamagedCalibration as error:
        raise ClassifierFileProblem(path, error.sentence) from error
    if not {c.name for c in bundle.classifiers} & set(calibrator.ensemble.classifiers):
        raise ClassifierFileProblem(path, because("pipeline.calibrated_for_others"))
    return calibrator
