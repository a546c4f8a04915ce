"""What a study's networks are given: mels as all others, or raw sound that is fetched for them."""

import numpy as np

from musicreclass.audio.features.mel_filters import mel_centres_hz
from musicreclass.core.analysis import GTZAN_MEL, PieceSpec
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import all_features
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.study.study_material import study_material
from musicreclass.training.study.ways import StudyColumns, networks
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext


def test_a_network_on_raw_sound_gets_pieces_of_the_same_tracks(tmp_path):
    music = write_genres(tmp_path / "music", tracks=4, seconds=1.5)
    options = AnalysisOptions(AnalysisCache(tmp_path / "cache"), workers=1)
    columns, ctx = StudyColumns.of(all_features()), RecordingContext()
    centres_hz = mel_centres_hz(columns.mels[-1]).tolist()
    material = study_material(FolderSource(music, options), columns, ctx, centres_hz)
    spec = PieceSpec(8_000, 4_000, 3)

    tracks = material.tracks_for(spec, ctx)

    assert tracks.names == material.tracks.names
    assert {pieces.shape for pieces in tracks.mels} == {(3, 4_000)}
    assert {pieces.dtype for pieces in tracks.mels} == {np.dtype(np.int16)}
    assert material.tracks_for(GTZAN_MEL, ctx) is material.tracks


def test_only_a_thorough_study_tries_the_network_on_raw_sound():
    columns = StudyColumns.of(all_features())

    assert "wave" in {member.name for member in networks(columns, is_quick=False)}
    assert "wave" not in {member.name for member in networks(columns, is_quick=True)}
