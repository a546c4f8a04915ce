import numpy as np
import pytest

from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.known_sets import FmaSource, GtzanSource, MsdSource
from musicreclass.training.config import AudioAugmentation
from musicreclass.training.sources import msd
from musicreclass.training.sources.tables import SourceProblem
from musicreclass.training.sources.trainable import CannotTrain
from tests.known_sets import write_cls, write_fma, write_msd
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute
from tests.recording_context import RecordingContext

COLUMNS = measured_features().columns
SPLIT = ("training", "training", "validation", "test")


@pytest.fixture
def analysis_options(tmp_path):
    return AnalysisOptions(AnalysisCache(tmp_path / "heard"), workers=1)


def fma_tracks(count=16):
    """Return tracks of two genres, two by each artist, a quarter of them in the test part."""
    return {
        i: (SPLIT[i % 4], "small", ("Rock", "Folk")[i // 4 % 2], f"Artist {i // 2}", "Album")
        for i in range(1, count + 1)
    }


def numbers(tracks, missing=()):
    rng = np.random.default_rng(0)
    rows = {i: rng.normal(size=len(COLUMNS)).astype(np.float32) for i in tracks}
    return {
        i: ["" if i in missing and c == 3 else x for c, x in enumerate(row)]
        for i, row in rows.items()
    }


def test_features_of_fma_are_a_dataset_without_any_sound(tmp_path, analysis_options):
    tracks = fma_tracks()
    metadata = write_fma(tmp_path / "fma", tracks, numbers(tracks, missing={5}), COLUMNS)

    dataset = FmaSource(metadata, analysis_options).survey(RecordingContext())
    labelled = dataset.analyze(AnalysisSpec(), RecordingContext())

    assert labelled.tracks.features.shape == (15, 518)
    assert labelled.tracks.genres == ("Folk", "Rock")
    assert labelled.grouping.known_by == {"artist": 15}
    assert labelled.tested.names == ("000003", "000007", "000011", "000015")
    assert len(labelled.fitted.tracks) == 11
    assert labelled.fitted.grouping.count == len(set(labelled.fitted.tracks.groups.tolist()))
    assert [str(p) for p in dataset.left_out] == ["000005: features.csv lacks some of its numbers"]


def test_who_wants_mels_of_numbers_is_told_how(tmp_path, analysis_options):
    tracks = fma_tracks()
    metadata = write_fma(tmp_path / "fma", tracks, numbers(tracks), COLUMNS)
    dataset = FmaSource(metadata, analysis_options, "small").survey(RecordingContext())

    with pytest.raises(UsageProblem, match="which is enough for the preset quick; choose that"):
        dataset.analyze(AnalysisSpec(mels=(GTZAN_MEL,)), RecordingContext())


def test_who_wants_copies_of_numbers_is_told_how(tmp_path, analysis_options):
    tracks = fma_tracks()
    metadata = write_fma(tmp_path / "fma", tracks, numbers(tracks), COLUMNS)
    dataset = FmaSource(metadata, analysis_options, "small").survey(RecordingContext())
    labelled = dataset.analyze(AnalysisSpec(), RecordingContext())

    with pytest.raises(UsageProblem, match="leave copies at 0, or give the folder of the audio"):
        dataset.augment(labelled, AnalysisSpec(), {AudioAugmentation(): 2}, 0, RecordingContext())


def test_tracks_without_features_are_counted(tmp_path, analysis_options):
    tracks = fma_tracks()
    rows = {i: row for i, row in numbers(tracks).items() if i > 2}
    metadata = write_fma(tmp_path / "fma", tracks, rows, COLUMNS)

    dataset = FmaSource(metadata, analysis_options, "small").survey(RecordingContext())

    assert [str(warning) for warning in dataset.warnings] == [
        f"Of the 16 tracks 14 have features in {metadata}; the others are left out."
    ]


def test_the_audio_of_fma_is_analyzed_with_its_artists_and_its_split(tmp_path, analysis_options):
    tracks = fma_tracks(8)
    metadata = write_fma(tmp_path / "fma", tracks)
    for i, (_, _, genre, _, _) in tracks.items():
        sound = drum if genre == "Rock" else flute
        path = tmp_path / "audio" / "000" / f"{i:06}.mp3"
        path.parent.mkdir(parents=True, exist_ok=True)
        samples = sound(i, 1.0)[:, None].astype(np.float32)
        write_audio(path, samples=samples, sample_rate=RATE, tags={"artist": "wrong"})
    path.unlink()

    source = FmaSource(metadata, analysis_options, "small", audio=tmp_path / "audio")
    dataset = source.survey(RecordingContext())
    labelled = dataset.analyze(AnalysisSpec(), RecordingContext())

    assert labelled.tracks.groups.tolist() == [0, 1, 1, 2, 2, 3, 3]
    assert labelled.is_test.tolist() == [False, False, True, False, False, False, True]
    assert [problem.path.name for problem in dataset.left_out] == ["000008.mp3"]


def test_a_folder_without_the_audio_is_a_sentence(tmp_path, analysis_options):
    metadata = write_fma(tmp_path / "fma")

    with pytest.raises(SourceProblem, match=r"holds none of the 2 files wanted, such as .*000002"):
        FmaSource(metadata, analysis_options, "small", tmp_path).survey(RecordingContext())


@pytest.fixture
def gtzan(tmp_path):
    for genre, sound in (("blues", drum), ("jazz", flute)):
        for number in range(4):
            path = tmp_path / "gtzan" / "genres" / genre / f"{genre}.{number:05}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            samples = sound(number, 1.0)[:, None].astype(np.float32)
            write_audio(path, samples=samples, sample_rate=RATE)
    return tmp_path / "gtzan"


def test_the_filtered_split_of_gtzan_leaves_out_its_faults(gtzan, analysis_options):
    for part, numbers in (("train", (0,)), ("valid", (1,)), ("test", (3,))):
        lines = [f"{genre}/{genre}.{n:05}.wav\n" for genre in ("blues", "jazz") for n in numbers]
        (gtzan / f"{part}_filtered.txt").write_text("".join(lines))

    dataset = GtzanSource(gtzan, analysis_options).survey(RecordingContext())
    labelled = dataset.analyze(AnalysisSpec(), RecordingContext())

    assert labelled.tracks.genres == ("Blues", "Jazz")
    assert len(labelled.tracks) == 6
    assert labelled.is_test.tolist() == [False, False, True] * 2


def test_gtzan_without_its_lists_is_warned_of(gtzan, analysis_options):
    dataset = GtzanSource(gtzan, analysis_options).survey(RecordingContext())

    assert str(dataset.warnings[-1]).endswith("are not there: the figures flatter.")
    assert dataset.analyze(AnalysisSpec(), RecordingContext()).tested is None


@pytest.fixture
def songs(tmp_path):
    names = [f"TRAAA{n:02}" for n in range(6)]
    for n, name in enumerate(names):
        write_msd(tmp_path / "msd" / "A" / f"{name}.h5", (name,), artist=f"A{n // 2}", seed=n)
    (tmp_path / "msd" / "A" / "broken.h5").write_bytes(b"no song")
    genres = {name: ("Rap", "Jazz")[n % 2] for n, name in enumerate(names[:5])}
    return tmp_path / "msd", write_cls(tmp_path / "genres.cls", genres)


def test_songs_of_the_million_are_a_dataset_of_other_features(songs):
    folder, genres = songs
    dataset = MsdSource(folder, genres).survey(RecordingContext())
    labelled = dataset.analyze(AnalysisSpec(), RecordingContext())

    assert dataset.features == msd.FEATURES
    assert labelled.tracks.features.shape == (5, len(msd.FEATURES.columns))
    assert labelled.counts == {"Jazz": 2, "Rap": 3}
    assert labelled.grouping.known_by == {"artist": 5}
    assert [problem.path.name for problem in dataset.left_out] == ["broken.h5"]
    assert str(dataset.warnings[1]).startswith("Of the 6 songs 5 have a genre in")


def test_songs_of_one_genre_are_a_sentence(songs, tmp_path):
    one = write_cls(tmp_path / "one.cls", {"TRAAA00": "Rap", "TRAAA01": "Rap"})

    with pytest.raises(CannotTrain, match="that can be used are Rap; to tell genres apart"):
        MsdSource(songs[0], one).survey(RecordingContext())


def test_a_list_of_other_songs_is_a_sentence(songs, tmp_path):
    other = write_cls(tmp_path / "other.cls", {"TRZZZ": "Rap"})

    with pytest.raises(SourceProblem, match="names none of the 6 songs in"):
        MsdSource(songs[0], other).survey(RecordingContext())


def test_a_folder_without_songs_is_a_sentence(songs, tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(SourceProblem, match=r"empty holds no files such as A/A/A/TR.*\.h5"):
        MsdSource(tmp_path / "empty", songs[1]).survey(RecordingContext())


def test_reading_songs_stops_when_told_to(songs):
    folder, genres = songs

    with pytest.raises(Cancelled):
        MsdSource(folder, genres).survey(RecordingContext(stop_after=2))
