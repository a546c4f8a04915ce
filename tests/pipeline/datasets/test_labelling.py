import shutil

import numpy as np
import pytest

from musicreclass.audio.decoding.decode import decode
from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.datasets.labelling import Labelled, analyze_and_label
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.sources.trainable import CannotTrain
from tests.material import write_audio
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext

BOTH = AnalysisSpec(mels=(GTZAN_MEL,))


@pytest.fixture
def music(tmp_path):
    return write_genres(tmp_path / "music", tracks=4)


def labelled(music, analysis_spec, tmp_path):
    ctx, cache = RecordingContext(), AnalysisCache(tmp_path / "heard")
    return analyze_and_label(
        survey(music, ctx, workers=1), analysis_spec, ctx, AnalysisOptions(cache, 1)
    )


def test_tracks_bear_the_genres_of_their_folders_and_stay_with_their_artists(music, tmp_path):
    result = labelled(music, BOTH, tmp_path)

    tracks = result.tracks
    assert tracks.genres == ("Drums", "Flutes")
    assert tracks.labels.tolist() == [0] * 4 + [1] * 4
    assert tracks.groups.tolist() == [0, 0, 1, 1, 2, 2, 3, 3]
    assert result.grouping.known_by == {"artist": 8}
    assert tracks.features.shape == (8, 518)
    assert [mel.shape[0] for mel in tracks.mels] == [GTZAN_MEL.n_mels] * 8
    assert list(tracks.names) == sorted(str(path) for path in music.rglob("*.flac"))


def test_a_copy_in_another_format_stays_with_its_original(music, tmp_path):
    samples = decode(music / "Drums" / "0.flac").samples
    tags = {"artist": "Somebody else"}
    path = music / "Drums" / "9.wav"
    write_audio(path, samples=0.5 * samples[:, None], sample_rate=22_050, tags=tags)

    result = labelled(music, AnalysisSpec(), tmp_path)

    assert result.tracks.groups.tolist() == [0, 0, 1, 1, 0, 2, 2, 3, 3]
    assert result.grouping.copies == 2
    assert result.tracks.mels is None


def test_a_copy_in_another_format_and_another_genre_counts_in_neither(music, tmp_path):
    samples = decode(music / "Drums" / "0.flac").samples
    path = music / "Flutes" / "9.wav"
    write_audio(path, samples=0.5 * samples[:, None], sample_rate=22_050, tags={"artist": "X"})

    result = labelled(music, AnalysisSpec(), tmp_path)

    assert result.counts == {"Drums": 3, "Flutes": 4}
    assert [str(problem) for problem in result.left_out] == [
        "0.flac: it sounds like 9.wav in Flutes; keep the recording in one of them",
        "9.wav: it sounds like 0.flac in Drums; keep the recording in one of them",
    ]
    assert [str(warning) for warning in result.warnings] == [
        "One pair of files in different genres sound like one recording and do not count: "
        "Drums/0.flac = Flutes/9.wav. Keep each in the one where it belongs."
    ]


def test_silent_and_damaged_files_are_left_out_with_the_reason(music, tmp_path):
    write_audio(music / "Drums" / "silent.flac", samples=np.zeros((66_150, 1), np.float32))
    whole = (music / "Drums" / "0.flac").read_bytes()
    (music / "Drums" / "stub.flac").write_bytes(whole[:600])

    result = labelled(music, AnalysisSpec(), tmp_path)

    assert len(result.tracks) == 8
    silent, stub = result.left_out
    assert str(silent) == "silent.flac: there is nothing but silence to learn from"
    assert stub.path.name == "stub.flac"


def test_a_genre_of_which_nothing_can_be_analyzed_is_refused(music, tmp_path):
    shutil.rmtree(music / "Flutes")
    (music / "Flutes").mkdir()
    for name in ("a", "b"):
        samples = np.zeros((66_150 + ord(name), 1), np.float32)
        write_audio(music / "Flutes" / f"{name}.flac", samples=samples)

    with pytest.raises(CannotTrain, match="too few tracks that can be heard of Flutes"):
        labelled(music, AnalysisSpec(), tmp_path)


@pytest.mark.parametrize(("nameless", "count"), [({}, 0), ({"nothing": 3}, 1)])
def test_tracks_that_name_nobody_are_warned_of(nameless, count):
    tracks = LabelledTracks((), ("Jazz",), np.array([], np.intp), np.array([], np.intp))
    grouping = Grouping(tracks.groups, nameless, copies=0)

    warnings = Labelled(tracks, grouping, ()).warnings

    assert [str(w).startswith("3 of the tracks name neither artist") for w in warnings] == [
        True
    ] * count
