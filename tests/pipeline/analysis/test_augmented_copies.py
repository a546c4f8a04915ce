"""Copies of tracks that are learned from, as files are really analyzed."""

from dataclasses import replace

import numpy as np
import pytest

from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.errors import Cancelled
from musicreclass.pipeline.analysis import augmented_copies, changed_sounds
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.augmented_copies import augment_copies
from musicreclass.pipeline.datasets.labelling import analyze_and_label
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.training import train_classifier
from musicreclass.pipeline.training.training_plan import TrainingSettings
from musicreclass.training.config import AudioAugmentation
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext

BOTH = AnalysisSpec(mels=(GTZAN_MEL,))
WANTED = {AudioAugmentation(): 2}


@pytest.fixture(scope="module")
def analysis(tmp_path_factory):
    """Analyze four tracks once; return them with where they are."""
    folder, ctx = tmp_path_factory.mktemp("heard"), RecordingContext()
    surveyed = survey(write_genres(folder / "music", tracks=4, seconds=1.0), ctx, workers=1)
    labelled = analyze_and_label(surveyed, BOTH, ctx, AnalysisOptions(AnalysisCache(folder), 1))
    return labelled.tracks, [surveyed.audio_file(file) for file in labelled.files]


def played(analysis, folder, *, ctx=None, seed=0, workers=1, wanted=WANTED):
    tracks, files = analysis
    return augment_copies(
        tracks,
        files,
        BOTH,
        wanted,
        ctx or RecordingContext(),
        AnalysisOptions(AnalysisCache(folder), workers),
        seed=seed,
    )


@pytest.fixture(scope="module")
def first(analysis, tmp_path_factory):
    """Return the folder where copies are kept, and the copies."""
    folder = tmp_path_factory.mktemp("first")
    return folder, played(analysis, folder)


def equal(one, other):
    pairs = zip(one.copies[AudioAugmentation()], other.copies[AudioAugmentation()], strict=True)
    return all(
        np.array_equal(copy.features, same.features)
        and all(map(np.array_equal, copy.mels, same.mels))
        for copy, same in pairs
    )


def test_copies_stand_where_the_tracks_do_and_sound_otherwise(analysis, first):
    tracks, (_, result) = analysis[0], first

    copies = result.copies[AudioAugmentation()]

    assert [copy.names for copy in copies] == [tracks.names] * 2
    assert [copy.labels.tolist() for copy in copies] == [tracks.labels.tolist()] * 2
    rows = np.stack([tracks.features, *(copy.features for copy in copies)])
    assert len(np.unique(rows.reshape(-1, 518), axis=0)) == 3 * len(tracks)
    assert {mel.shape[0] for copy in copies for mel in copy.mels} == {GTZAN_MEL.n_mels}
    assert result.warnings == ()


def test_neither_the_number_of_processes_nor_the_order_matters(analysis, first, tmp_path):
    tracks, files = analysis
    backwards = np.arange(len(tracks))[::-1]

    other = played((tracks.at(backwards), files[::-1]), tmp_path, workers=2)

    copies = {
        AudioAugmentation(): [copy.at(backwards) for copy in other.copies[AudioAugmentation()]]
    }
    assert equal(first[1], replace(other, copies=copies))


def test_what_was_played_once_is_not_played_again(analysis, first, monkeypatch):
    def nothing_left(work, items, ctx, **settings):
        assert list(items) == []
        yield from ()

    monkeypatch.setattr(changed_sounds, "map_in_processes", nothing_left)
    ctx = RecordingContext()

    again = played(analysis, first[0], ctx=ctx)

    assert equal(first[1], again)
    assert (ctx.reports[-1].done, ctx.reports[-1].total) == (8, 8)


def test_another_seed_plays_otherwise(analysis, first):
    assert not equal(first[1], played(analysis, first[0], seed=1))


def test_a_file_that_is_gone_stands_in_for_its_copies_and_is_named(analysis, tmp_path):
    tracks, files = analysis
    gone = replace(files[0], path=files[0].path + ".gone")
    tracks = replace(tracks, names=(gone.path, *tracks.names[1:]))

    result = played((tracks, [gone, *files[1:]]), tmp_path)

    for copy in result.copies[AudioAugmentation()]:
        np.testing.assert_array_equal(copy.features[0], tracks.features[0])
        assert not np.array_equal(copy.features[1], tracks.features[1])
    assert [problem.path.name for problem in result.problems] == ["0.flac.gone"]
    assert "one of the tracks" in str(result.warnings[0])
    assert "0.flac.gone: the file is no longer there" in str(result.warnings[0])


def test_a_silent_copy_is_not_learned_from(analysis, tmp_path, monkeypatch):
    def silent(samples, audio_augmentation, rng):
        return samples * np.float32(0.0)

    def in_place(work, items, ctx, **settings):
        yield from ((item, work(item)) for item in items)

    monkeypatch.setattr(augmented_copies, "augment_audio", silent)
    monkeypatch.setattr(changed_sounds, "map_in_processes", in_place)

    result = played(analysis, tmp_path)

    np.testing.assert_array_equal(
        result.copies[AudioAugmentation()][0].features, analysis[0].features
    )
    assert len(result.problems) == 8


def test_playing_can_be_stopped_and_goes_on_where_it_was(analysis, tmp_path):
    with pytest.raises(Cancelled):
        played(analysis, tmp_path, ctx=RecordingContext(stop_after=3))

    assert AnalysisCache(tmp_path).size() > 0


def test_copies_that_are_asked_for_are_played_and_learned_from(tmp_path, monkeypatch):
    music = write_genres(tmp_path / "music", tracks=3, seconds=1.0)
    options, ctx = AnalysisOptions(AnalysisCache(tmp_path / "heard"), workers=1), RecordingContext()
    overrides = {"copies": 1, "stretch": 0.2}
    settings, fitted = TrainingSettings(tmp_path / "own.pth", "quick", overrides=overrides), []

    def note(tracks, plan, ctx, *, copies, **settings):
        fitted.append(
            [copy.names == tracks.names for copy in copies[AudioAugmentation(stretch=0.2)]]
        )
        raise Cancelled

    monkeypatch.setattr(train_classifier, "make_bundle", note)

    with pytest.raises(Cancelled):
        train_classifier.train(FolderSource(music, options), settings, ctx)

    said = [report.current for report in ctx.reports if "Playing otherwise" in report.current]
    assert len(said) == 6
    assert fitted == [[True]]
