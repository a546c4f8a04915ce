from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from musicreclass.classifiers.bundle import Classifier, save
from musicreclass.classifiers.encoder import of_the_box
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.chunks.four_block import FourBlockConfig
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.core.analysis import EncodedPatches
from musicreclass.core.analysis_amount import AnalysisAmount
from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.predict_files import predict_files, predict_tracks
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.training.data.labelled_tracks import LabelledTracks
from tests.recording_context import RecordingContext
from tests.small_bundles import GENRES, MEL, made_up, remember, save_small_bundle, small_bundle

STAMP = FileStamp(100, 5)


def test_files_and_analyzed_tracks_are_predicted_alike(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth"))
    files = [AudioFileRef(f"/{name}.mp3", STAMP, f"of {name}") for name in "abc"]
    analyses = [made_up(seed) for seed in range(3)]
    options = AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1)
    for file, analysis in zip(files, analyses, strict=True):
        remember(options.cache, small_bundle(), file.path, STAMP, file.fingerprint, analysis)
    none = np.zeros(3, dtype=np.intp)
    rows = np.stack([analysis.features for analysis in analyses])
    mels = [analysis.mels[0] for analysis in analyses]
    tracks = LabelledTracks(tuple("abc"), GENRES, none, none, rows, mels)

    of_files = dict(predict_files(loaded, files, RecordingContext(), options))
    of_tracks = predict_tracks(loaded, tracks)

    assert list(of_files) == files
    for row, found in zip(of_tracks, of_files.values(), strict=True):
        assert loaded.log_probs(found.predictions) == pytest.approx(row, abs=1e-5)
        assert found.seconds > 0.0
    assert of_tracks.shape == (3, len(loaded.genres))


def test_as_much_is_analyzed_as_a_person_chose(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth"))
    file = AudioFileRef("/a.mp3", STAMP, "of a")
    options = AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1)
    amount = AnalysisAmount("start", 60)
    spec = loaded.needs_at(amount)
    assert (spec.part.value, spec.seconds) == ("start", 60.0)
    options.cache.put(key_of(file, spec), made_up(seconds=60.0))

    [(_, found)] = predict_files(loaded, [file], RecordingContext(), options, amount=amount)
    [(_, usual)] = predict_files(loaded, [file], RecordingContext(), options)

    assert {said.seconds_analyzed for said in found.predictions} == {60.0}
    assert "no longer there" in str(usual)  # the cache has nothing of the usual amount


def test_a_classifier_of_fixed_frames_is_given_what_it_was_trained_on():
    network = FourBlockConfig(MEL, frames=64, widths=(4, 8)).build(len(GENRES)).eval()
    bundle = small_bundle(classifiers=(Classifier("fixed", network),))
    loaded = LoadedClassifier(bundle, EnsembleCalibrator.from_dict(bundle.ensemble))

    assert loaded.needs_at(AnalysisAmount("whole")) == loaded.needs


def test_what_is_wrong_with_a_file_replaces_its_prediction(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth"))
    gone = AudioFileRef(str(tmp_path / "gone.mp3"), STAMP, "of gone")
    options = AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1)

    [(file, problem)] = predict_files(loaded, [gone], RecordingContext(), options)

    assert (file, problem.path.name) == (gone, "gone.mp3")
    assert "no longer there" in str(problem)


@dataclass(frozen=True)
class Glimpses:
    """A classifier with a head on the encoder, which believes in a genre by the first column."""

    loaded: LoadedClassifier
    options: AnalysisOptions

    def know(self, spec, of, strength):
        """Let the cache hold an analysis of a file that says so strongly what it is."""
        rows = np.zeros((1, 500), dtype=np.float32)
        rows[0, 0] = strength
        mels = tuple(mel for _ in spec.mels for mel in made_up().mels)
        encoded = EncodedPatches((5.0,), rows)
        analysis = made_up(features=None, mels=mels, encoded=encoded)
        self.options.cache.put(key_of(self.file(of), spec), analysis)

    def file(self, name):
        return AudioFileRef(f"/{name}.mp3", STAMP, f"of {name}")

    def predict(self, *names, speed="fast"):
        files = [self.file(name) for name in names]
        ctx = RecordingContext()
        found = predict_files(self.loaded, files, ctx, self.options, speed=speed)
        by_name = {Path(file.path).stem: said for file, said in found}
        assert [p.done for p in ctx.reports] == list(range(1, len(by_name) + 1))
        assert {p.total for p in ctx.reports} == {len(files)}
        return by_name


@pytest.fixture
def glimpses(tmp_path):
    encoder = of_the_box()
    features = FeatureSet.of_encoder(encoder.spec(4), encoder.columns)
    config = LinearConfig(features, features.columns, clip=1e3)
    head: Any = config.build(len(GENRES)).eval()
    for parameter in head.head.parameters():
        parameter.data.zero_()
    head.head.weight.data[1, 0] = 1.0
    cnn = next(c for c in small_bundle().classifiers if c.name == "cnn")
    ensemble = Ensemble(GENRES, ("encoder", "cnn"), np.array([1.0, 0.5]), np.ones(2))
    made = small_bundle(
        classifiers=(Classifier("encoder", head), cnn),
        ensemble=EnsembleCalibrator(ensemble, ConformalSets(0.9, 0.5)).to_dict(),
    )
    save(made, tmp_path / "a.pth")
    loaded = load_classifier(tmp_path / "a.pth")
    return Glimpses(loaded, AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1))


def test_one_patch_is_enough_where_it_is_sure_and_three_are_where_it_is_not(glimpses):
    one, three = (glimpses.loaded.glimpse(patches) for patches in (1, 3))
    assert (one.encoder.patches, three.encoder.patches) == (1, 3)
    glimpses.know(one, "clear", 3.0)
    glimpses.know(one, "vague", 0.0)
    glimpses.know(three, "vague", 0.0)

    found = glimpses.predict("vague", "clear")

    assert [p.classifier for said in found.values() for p in said.predictions] == ["encoder"] * 2
    assert list(found) == ["clear", "vague"]
    assert {said.spared_count for said in found.values()} == {1}
    assert all(said.encoded.is_glimpse for said in found.values())


def test_balanced_takes_one_glimpse_and_asks_all_where_that_leaves_doubt(glimpses):
    one = glimpses.loaded.glimpse(1)
    glimpses.know(one, "clear", 3.0)
    glimpses.know(one, "vague", 0.0)
    glimpses.know(glimpses.loaded.glimpse(3), "vague", 3.0)
    glimpses.know(glimpses.loaded.needs, "unheard", 0.0)
    glimpses.know(one, "unheard", 0.0)

    found = glimpses.predict("clear", "unheard", "vague", speed="balanced")

    assert [p.classifier for p in found["clear"].predictions] == ["encoder"]
    assert [p.classifier for p in found["unheard"].predictions] == ["encoder", "cnn"]
    assert isinstance(found["vague"], FileProblem)  # there is no such file: it was to be read


def test_whoever_is_in_no_hurry_takes_no_glimpse(glimpses):
    for patches in (1, 3):
        glimpses.know(glimpses.loaded.glimpse(patches), "a", 3.0)
    glimpses.know(glimpses.loaded.needs, "a", 0.0)

    found = glimpses.predict("a", speed="thorough")["a"]

    assert [p.classifier for p in found.predictions] == ["encoder", "cnn"]
    assert not found.encoded.is_glimpse
    np.testing.assert_allclose(np.exp(found.predictions[0].scores), 1 / 3, atol=1e-3)


def test_what_is_analyzed_already_is_used_however_great_the_hurry(glimpses):
    glimpses.know(glimpses.loaded.glimpse(1), "a", -9.0)
    glimpses.know(glimpses.loaded.needs, "a", 9.0)

    found = glimpses.predict("a")["a"]

    assert found.suggestion.candidates[0].genre == "Jazz"
    assert not found.encoded.is_glimpse


def test_what_no_glimpse_can_tell_is_analyzed_or_has_its_problem(glimpses):
    problem = glimpses.predict("gone")["gone"]

    assert "no longer there" in str(problem)


def test_without_a_say_of_those_who_look_at_patches_there_is_no_glimpse(glimpses):
    calibrator = glimpses.loaded.calibrator
    mute = replace(calibrator.ensemble, weights=np.array([0.2, 0.9]))
    loaded = replace(glimpses.loaded, calibrator=replace(calibrator, ensemble=mute))

    assert loaded.glimpse(1) is None
    assert loaded.of_patches == {"encoder"}
