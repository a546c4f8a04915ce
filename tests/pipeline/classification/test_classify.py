import numpy as np
import pytest
import soundfile
import torch

from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.errors import Cancelled, FileProblem, UsageProblem
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.analysis.analyze_file import FileChanged
from musicreclass.pipeline.classification import classify
from musicreclass.pipeline.classification.classify import (
    classify_files,
    classify_library,
    suggestions,
)
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.classification.predict_files import predict_files
from musicreclass.pipeline.scanning.drives import DriveSilent
from musicreclass.sentences.reason import because
from tests.material import tone
from tests.recording_context import RecordingContext
from tests.small_bundles import GENRES, made_up, remember, save_small_bundle, small_bundle

STAMP = FileStamp(100, 5)


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "cache")


@pytest.fixture
def bundle_file(tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


@pytest.fixture
def record(library_file, tmp_path, cache):
    """Return a maker of tracks of which the cache knows the analysis."""
    folder = tmp_path / "music"
    folder.mkdir()

    def record(*names, stamp=STAMP, **analysis_fields):
        with Library(library_file) as library:
            folder_id = library.add_folder(folder).id
            files = [
                ScannedFile(
                    str(folder / name), folder_id, stamp, FileFacts(STREAM, Tags(), f"of {name}")
                )
                for name in names
            ]
            recorded = library.record(files)
        for seed, name in enumerate(names):
            analysis = made_up(seed, **analysis_fields)
            remember(cache, small_bundle(), folder / name, stamp, f"of {name}", analysis)
        return recorded.ids

    return record


STREAM = Stream("MP3", 180.0, 44_100)


def run(library_file, bundle_file, cache, ctx=None, **options):
    ctx = ctx or RecordingContext()
    summary = classify_library(library_file, bundle_file, ctx, AnalysisOptions(cache, 2), **options)
    return summary, dict(ctx.lines)


def predictions(library_file, bundle_file, track_id):
    with Library(library_file) as library:
        return library.predictions.of_track(track_id, digest_of(bundle_file))


def test_all_tracks_are_analyzed_and_suggested(library_file, bundle_file, cache, record):
    track_ids = record("a.mp3", "b.mp3")

    summary, lines = run(library_file, bundle_file, cache)

    assert (summary.classified, summary.from_cache, summary.problems, summary.spared) == (
        2,
        2,
        0,
        0,
    )
    assert lines.keys() == set(track_ids)
    line = lines[track_ids[0]]
    assert (line.genre, line.verdict, line.agreeing) == ("Blues", Verdict.SURE, ("cnn", "mlp"))
    cnn, mlp = predictions(library_file, bundle_file, track_ids[0])
    assert cnn.segments.shape == (10, len(GENRES))
    assert cnn.starts[0] == 10.0
    assert mlp.embedding.shape == (8,)


def test_what_was_analyzed_is_suggested_again_without_analysis(
    library_file, bundle_file, cache, record
):
    record("a.mp3", "b.mp3", "c.mp3")
    _, first = run(library_file, bundle_file, cache)
    ctx = RecordingContext()

    count = suggestions(library_file, bundle_file, ctx)

    again = dict(ctx.lines)
    assert count == 3
    assert {i: (s.genre, s.verdict) for i, s in again.items()} == {
        i: (s.genre, s.verdict) for i, s in first.items()
    }
    assert [s.confidence for s in again.values()] == pytest.approx(
        [first[i].confidence for i in again], abs=1e-6
    )


def test_only_what_is_new_changed_or_asked_of_another_bundle_is_analyzed(
    library_file, bundle_file, cache, record, tmp_path
):
    record("a.mp3", "b.mp3")
    run(library_file, bundle_file, cache)
    nothing, _ = run(library_file, bundle_file, cache)
    ids = record("a.mp3", stamp=FileStamp(101, 6)) + record("c.mp3")

    summary, lines = run(library_file, bundle_file, cache)

    assert nothing.classified == 0
    assert (summary.classified, summary.from_cache) == (2, 2)
    assert lines.keys() == set(ids)
    other, _ = run(library_file, save_small_bundle(tmp_path / "other.pth", seed=2), cache)
    assert other.classified == 3


def test_a_stopped_run_keeps_what_it_analyzed_and_the_next_goes_on(
    library_file, bundle_file, cache, record
):
    record("a.mp3", "b.mp3", "c.mp3")
    ctx = RecordingContext(stop_after=2)

    with pytest.raises(Cancelled):
        run(library_file, bundle_file, cache, ctx)

    assert len(ctx.lines) == 2
    assert run(library_file, bundle_file, cache)[0].classified == 1


def test_results_are_kept_every_few_tracks(library_file, bundle_file, cache, record, monkeypatch):
    monkeypatch.setattr(classify, "COMMIT_TRACKS", 2)
    record("a.mp3", "b.mp3", "c.mp3", "d.mp3", "e.mp3")
    batches = []
    ctx = RecordingContext()
    monkeypatch.setattr(ctx, "publish", lambda batch: batches.append(len(batch)))

    run(library_file, bundle_file, cache, ctx)

    assert batches == [2, 2, 1]


def test_silence_is_novel_and_a_second_is_never_sure(library_file, bundle_file, cache, record):
    (silent,) = record("silent.mp3", remarks=(Remark.SILENT.value,))
    (short,) = record("short.mp3", seconds=1.0)

    _, lines = run(library_file, bundle_file, cache)

    assert lines[silent].verdict is Verdict.NOVEL
    assert lines[short].verdict is Verdict.NOT_SURE
    ctx = RecordingContext()
    suggestions(library_file, bundle_file, ctx)
    assert [dict(ctx.lines)[i].verdict for i in (silent, short)] == [
        Verdict.NOVEL,
        Verdict.NOT_SURE,
    ]


def test_in_a_hurry_the_costly_are_asked_only_where_the_cheap_are_in_doubt(
    library_file, bundle_file, cache, record, tmp_path
):
    (track_id,) = record("a.mp3")
    in_doubt = save_small_bundle(tmp_path / "in_doubt.pth", believes=0.0)

    quick, _ = run(library_file, bundle_file, cache, speed="fast")
    doubtful, _ = run(library_file, in_doubt, cache, speed="fast")

    assert (quick.spared, doubtful.spared) == (1, 0)
    assert len(predictions(library_file, bundle_file, track_id)) == 1
    assert len(predictions(library_file, in_doubt, track_id)) == 2
    thorough, _ = run(library_file, bundle_file, cache)
    assert thorough.classified == 1
    assert len(predictions(library_file, bundle_file, track_id)) == 2


def test_networks_leave_the_cores_to_the_decoders_and_then_give_torch_its_threads_back(
    library_file, bundle_file, cache, record, monkeypatch
):
    record("a.mp3")
    threads = []
    ctx = RecordingContext()
    monkeypatch.setattr(ctx, "report", lambda progress: threads.append(torch.get_num_threads()))
    before = torch.get_num_threads()
    torch.set_num_threads(2)

    run(library_file, bundle_file, cache, ctx)

    after = torch.get_num_threads()
    torch.set_num_threads(before)
    assert (set(threads), after) == ({1}, 2)


def test_a_track_that_cannot_be_analyzed_is_a_problem_and_the_others_go_on(
    library_file, bundle_file, cache, record, tmp_path
):
    record("a.mp3", features=None, mels=())
    (fine,) = record("b.mp3")

    summary, lines = run(library_file, bundle_file, cache)

    assert (summary.classified, summary.problems) == (1, 1)
    assert list(lines) == [fine]
    with Library(library_file) as library:
        (problem,) = library.problems()
    assert problem.path == tmp_path / "music" / "a.mp3"
    assert "hear it again" in str(problem.reason)


def test_tracks_of_a_drive_that_went_away_are_tried_again_once_it_is_back(
    library_file, bundle_file, cache, record, tmp_path, monkeypatch
):
    tracks = record("a.mp3", "b.mp3")
    music, passes = tmp_path / "music", []

    def away_at_first(loaded, files, *arguments, **options):
        passes.append(len(files))
        if len(passes) == 1:
            problems = (
                DriveSilent(music / "a.mp3", because("pipeline.drive_silent")),
                FileChanged(music / "b.mp3", because("pipeline.gone_scan_again")),
            )
            yield from zip(files, problems, strict=True)
            (music / "a.mp3").write_bytes(b"x")  # now it is back
        else:
            yield from predict_files(loaded, files, *arguments, **options)

    monkeypatch.setattr(classify, "predict_files", away_at_first)
    monkeypatch.setattr(classify, "WAITS", (0.01,))
    monkeypatch.setattr(classify, "LOOK_SECONDS", 0.01)

    summary, lines = run(library_file, bundle_file, cache)

    assert passes == [2, 2]
    assert (summary.classified, summary.problems) == (2, 0)
    assert sorted(lines) == sorted(tracks)


def test_a_drive_that_stays_away_is_no_fault_of_its_tracks(
    library_file, bundle_file, cache, record, monkeypatch
):
    record("a.mp3", stamp=FileStamp(1, 2))
    cache.clear()
    monkeypatch.setattr(classify, "WAITS", (0.01,))
    monkeypatch.setattr(classify, "LOOK_SECONDS", 0.01)

    summary, _ = run(library_file, bundle_file, cache)

    assert (summary.classified, summary.problems) == (0, 1)
    with Library(library_file) as library:
        assert list(library.problems()) == []


@pytest.mark.parametrize("hole", [np.nan, np.inf])
def test_numbers_that_are_missing_never_become_a_genre(
    library_file, bundle_file, cache, record, hole
):
    features, mel = np.zeros(518, np.float32), np.zeros((16, 937), np.float16)
    features[3], mel[2, 5] = hole, hole
    (half,) = record("half.mp3", features=features)
    (none,) = record("none.mp3", features=features, mels=(mel,))

    summary, lines = run(library_file, bundle_file, cache)

    assert (summary.classified, summary.problems) == (1, 2)
    assert lines.keys() == {half}
    assert lines[half].agreeing == ("cnn",)
    assert predictions(library_file, bundle_file, none) == ()
    with Library(library_file) as library:
        reasons = {problem.path.name: str(problem.reason) for problem in library.problems()}
    assert reasons["half.mp3"].startswith("mlp: 1 of 1 tracks lack numbers")
    assert "cnn: The mel spectrogram lacks numbers" in reasons["none.mp3"]


def test_a_classifier_that_cannot_answer_is_a_problem_and_is_not_asked_again(
    library_file, bundle_file, cache, record
):
    (track_id,) = record("a.mp3", features=None)

    first, lines = run(library_file, bundle_file, cache)
    second, _ = run(library_file, bundle_file, cache)

    assert (first.classified, first.problems, second.classified) == (1, 1, 0)
    assert lines[track_id].agreeing == ("cnn",)
    with Library(library_file) as library:
        (problem,) = library.problems()
    assert str(problem.reason).startswith("mlp: No features were measured")


def test_files_are_classified_without_a_library(bundle_file, cache, tmp_path):
    soundfile.write(tmp_path / "long.wav", tone(seconds=4.0), 44_100)
    soundfile.write(tmp_path / "short.wav", tone(seconds=1.0), 44_100)
    soundfile.write(tmp_path / "silent.wav", 0.0 * tone(seconds=4.0), 44_100)
    (tmp_path / "broken.mp3").write_bytes(b"")
    names = ("long.wav", "short.wav", "silent.wav", "broken.mp3")

    outcomes = list(
        classify_files(
            [tmp_path / name for name in names],
            bundle_file,
            RecordingContext(),
            AnalysisOptions(cache, 2),
        )
    )

    by_name = {outcome.path.name: outcome for outcome in outcomes}
    assert by_name.keys() == set(names)
    assert isinstance(by_name["broken.mp3"], FileProblem)
    assert by_name["long.wav"].suggestion.genre == "Blues"
    assert by_name["short.wav"].suggestion.verdict is Verdict.NOT_SURE
    assert by_name["silent.wav"].suggestion.verdict is Verdict.NOVEL
    assert by_name["silent.wav"].remarks == (Remark.SILENT.reason,)


def test_a_path_that_does_not_exist_is_wrong_use(bundle_file, cache, tmp_path):
    outcomes = classify_files(
        [tmp_path / "none"], bundle_file, RecordingContext(), AnalysisOptions(cache)
    )

    with pytest.raises(UsageProblem, match="does not exist"):
        list(outcomes)
