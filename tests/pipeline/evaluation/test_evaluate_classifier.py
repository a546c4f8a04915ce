import json

import numpy as np
import pytest

from musicreclass import paths
from musicreclass.__main__ import main
from musicreclass.audio.decoding.waveform import Remark
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled, UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.evaluation.evaluate_classifier import evaluate_on_folders
from musicreclass.tags.read import read_facts
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from musicreclass.training.measure.evaluation import CannotEvaluate
from tests.material import write_audio
from tests.recording_context import RecordingContext
from tests.small_bundles import made_up, remember, save_small_bundle, small_bundle

SILENCE = "there is nothing but silence to hear"


def put(folder, cache, *names, artist="", **analysis):
    """Write tracks of which the cache knows the analyses."""
    for seed, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        samples = np.random.default_rng([*name.encode()]).normal(size=(800, 1))
        write_audio(path, samples=(0.1 * samples).astype("f4"), tags={"artist": artist})
        stamp, fingerprint = FileStamp.of(path), read_facts(path).fingerprint
        remember(cache, small_bundle(), path, stamp, fingerprint, made_up(seed, **analysis))
    return folder


def measure(folder, bundle_file, cache, ctx=None, **options):
    ctx = ctx or RecordingContext()
    return evaluate_on_folders(folder, bundle_file, ctx, AnalysisOptions(cache, 1), **options)


@pytest.fixture
def cache():
    return AnalysisCache(paths.cache_dir() / "heard")


@pytest.fixture
def bundle_file(tmp_path):
    """A classifier that takes all music for blues, and is sure of it."""
    return save_small_bundle(tmp_path / "small.pth", ("blues", "Jazz", "Rock"))


@pytest.fixture
def music(tmp_path, cache):
    """A folder with a track of blues, one of jazz, and one that the classifier cannot know."""
    return put(tmp_path / "music", cache, "Blues/a.wav", "Jazz/b.wav", "Polka/c.wav")


@pytest.fixture(scope="module")
def measured(tmp_path_factory):
    """What such a classifier is worth on a folder with all that may lie there."""
    folder = tmp_path_factory.mktemp("measured")
    cache, music = AnalysisCache(folder / "heard"), folder / "music"
    put(music, cache, "Blues/a.wav", "Blues/Some album/b.wav", artist="Memphis Minnie")
    put(music, cache, "jazz/Blue/c.wav", "jazz/Blue/d.wav", "jazz/e.wav")
    put(music, cache, "jazz/short.wav", seconds=1.0)
    put(music, cache, "jazz/silent.wav", remarks=(Remark.SILENT.value,))
    put(music, cache, "Polka/f.wav", "Polka/g.wav")
    (music / "Blues" / "bad.mp3").write_bytes(b"")
    return measure(music, save_small_bundle(folder / "small.pth", ("blues", "Jazz", "Rock")), cache)


def test_folders_say_what_is_right(measured):
    figures = measured.evaluation

    assert figures.n_tracks == 6
    assert figures.accuracy == pytest.approx(2 / 6)
    assert figures.genres == ("Blues", "Jazz", "Rock")
    assert figures.confusion.tolist() == [[2, 0, 0], [4, 0, 0], [0, 0, 0]]
    assert figures.untested == ("Rock",)
    assert measured.spared == 0


def test_each_verdict_has_its_precision(measured):
    figures = {f.verdict: (f.tracks, f.share_right) for f in measured.verdicts}

    assert figures[Verdict.SURE] == (5, 0.4)
    assert figures[Verdict.NOT_SURE] == (1, 0.0)
    assert figures[Verdict.DIFFER] == figures[Verdict.NOVEL] == (0, None)


def test_tracks_of_an_artist_or_else_an_album_are_one_group(measured):
    assert measured.evaluation.n_groups == 4
    assert measured.grouped_by == {"artist": 2, "folder": 2, "nothing": 2}


def test_folders_that_the_classifier_does_not_know_are_named_and_left_out(measured):
    assert measured.unknown == {"Polka": 2}


def test_what_cannot_be_analyzed_is_left_out_with_the_reason(measured):
    assert {p.path.name: str(p.reason) for p in measured.left_out} == {
        "bad.mp3": "the file is empty",
        "silent.wav": SILENCE,
    }


def test_the_bundle_is_held_to_its_promises(music, tmp_path, cache):
    calibrator = EnsembleCalibrator.from_dict(small_bundle().ensemble)
    outcomes = Outcomes(np.full(100, 0.6), np.ones(100))
    promising = EnsembleCalibrator(calibrator.ensemble, calibrator.sets, outcomes).to_dict()
    bundle_file = save_small_bundle(tmp_path / "promising.pth", ensemble=promising)

    figures = measure(music, bundle_file, cache).evaluation

    assert (figures.covered.wanted, figures.covered.reached) == (0.9, 0.5)
    assert (figures.kept.threshold, figures.kept.accepted) == (0.6, 2)
    assert figures.kept.share_right == 0.5


def test_a_folder_without_known_genres_is_refused_with_those_that_would_do(
    tmp_path, bundle_file, cache
):
    folder = put(tmp_path / "music", cache, "Polka/a.wav")

    with pytest.raises(CannotEvaluate, match=r"knows none .* \(Polka\); it knows Blues, Jazz, R"):
        measure(folder, bundle_file, cache)


def test_a_folder_without_music_is_refused(tmp_path, bundle_file, cache):
    (tmp_path / "music").mkdir()

    with pytest.raises(CannotEvaluate, match="music holds no folders with music; make a folder"):
        measure(tmp_path / "music", bundle_file, cache)


def test_where_nothing_can_be_analyzed_the_first_reason_is_said(tmp_path, bundle_file, cache):
    folder = put(tmp_path / "music", cache, "Blues/a.wav", remarks=(Remark.SILENT.value,))

    with pytest.raises(
        CannotEvaluate, match=rf"The one file could not be heard.* a\.wav: {SILENCE}\."
    ):
        measure(folder, bundle_file, cache)


def test_what_is_no_folder_is_wrong_use(tmp_path, bundle_file, cache):
    with pytest.raises(UsageProblem, match="nowhere is not a folder"):
        measure(tmp_path / "nowhere", bundle_file, cache)


def test_it_stops_when_told_to(music, bundle_file, cache):
    with pytest.raises(Cancelled):
        measure(music, bundle_file, cache, RecordingContext(stop_after=4))


def test_the_verb_prints_json_for_programs(music, bundle_file, capsys):
    status = main(["evaluate", str(bundle_file), str(music), "--json", "--fast", "--workers", "1"])

    printed = json.loads(capsys.readouterr().out)
    assert status == 0
    assert (printed["accuracy"], printed["n_tracks"]) == (0.5, 2)
    assert printed["verdicts"]["sure"] == {"tracks": 2, "share_right": 0.5}
    assert printed["unknown"] == {"Polka": 1}
    assert printed["untested"] == ["Rock"]
    assert printed["spared"] == 2


def test_the_verb_prints_tables_and_sentences_for_people(music, bundle_file, capsys):
    (music / "Blues" / "bad.mp3").write_bytes(b"")

    status = main(["evaluate", str(bundle_file), str(music), "--workers", "1"])

    printed = capsys.readouterr()
    lines = [" ".join(line.split()) for line in printed.out.splitlines()]
    assert status == 1
    assert lines[0].startswith("small.pth heard 2 tracks in 2 groups in ")
    assert "Blues 1 50.0 100.0 66.7" in lines
    assert "sure 2 50.0" in lines
    assert "From no confidence on does it promise that 90% are right." in lines
    assert "There was no music to test: Rock." in lines
    assert "The classifier does not know Polka; 1 file left out." in lines
    assert "bad.mp3: the file is empty" in printed.err


def test_a_classifier_that_is_not_there_is_wrong_use(tmp_path, capsys):
    assert main(["evaluate", "nobody", str(tmp_path)]) == 2

    assert "There is no classifier nobody; installed are: " in capsys.readouterr().err


def known_bundle(path, *paths):
    """Save a classifier that was trained on some files, and takes all music for blues."""
    provenance = TrainingProvenance.of(read_facts(file).fingerprint for file in paths)
    training = {KEY: provenance.to_plain()}
    return save_small_bundle(path, ("blues", "Jazz", "Rock"), training=training)


def test_tracks_that_it_was_trained_on_are_counted_and_the_rest_measured(music, tmp_path, cache):
    bundle_file = known_bundle(tmp_path / "known.pth", music / "Blues" / "a.wav")

    found = measure(music, bundle_file, cache)

    assert (found.trained_on, found.evaluation.n_tracks, found.evaluation.accuracy) == (1, 2, 0.5)
    assert found.on_the_rest is not None
    assert (found.on_the_rest.n_tracks, found.on_the_rest.accuracy) == (1, 0.0)


def test_the_verb_warns_of_inflated_figures(music, tmp_path, cache, capsys):
    bundle_file = known_bundle(tmp_path / "known.pth", music / "Blues" / "a.wav")

    main(["evaluate", str(bundle_file), str(music)])
    said = capsys.readouterr()
    main(["evaluate", str(bundle_file), str(music), "--json"])
    facts = json.loads(capsys.readouterr().out)

    assert "known.pth was taught 1 of these 2 tracks, and is flattered." in said.err
    assert "Without what it was taught: 0.0 % of 1 tracks" in said.out
    assert facts["trained_on"] == 1
    assert facts["on_the_rest"]["n_tracks"] == 1


def test_where_it_was_trained_on_all_nothing_is_left_to_measure(music, tmp_path, cache, capsys):
    songs = music / "Blues" / "a.wav", music / "Jazz" / "b.wav"
    bundle_file = known_bundle(tmp_path / "known.pth", *songs)

    main(["evaluate", str(bundle_file), str(music), "--json"])

    said = capsys.readouterr()
    assert "taught 2 of these 2 tracks" in said.err
    assert "Nothing is left that it could be measured on." in said.err
    assert json.loads(said.out)["on_the_rest"] is None


def test_a_classifier_that_does_not_tell_is_warned_of(music, bundle_file, cache, capsys):
    main(["evaluate", str(bundle_file), str(music), "--json"])

    said = capsys.readouterr()
    assert "does not say what music it was taught" in said.err
    assert json.loads(said.out)["trained_on"] is None
