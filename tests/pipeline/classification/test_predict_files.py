import numpy as np
import pytest

from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.predict_files import predict_files, predict_tracks
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.training.data.labelled_tracks import LabelledTracks
from tests.recording_context import RecordingContext
from tests.small_bundles import GENRES, made_up, remember, save_small_bundle, small_bundle

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


def test_what_is_wrong_with_a_file_replaces_its_prediction(tmp_path):
    loaded = load_classifier(save_small_bundle(tmp_path / "a.pth"))
    gone = AudioFileRef(str(tmp_path / "gone.mp3"), STAMP, "of gone")
    options = AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1)

    [(file, problem)] = predict_files(loaded, [gone], RecordingContext(), options)

    assert (file, problem.path.name) == (gone, "gone.mp3")
    assert "no longer there" in str(problem)
