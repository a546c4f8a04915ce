"""The program as a library for scripts: each example of its documentation is run."""

import doctest
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

from musicreclass import api
from musicreclass.api import Classifier, classify, scan
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.errors import MusicReclassError, UsageProblem
from tests.material import tone, write_audio
from tests.own_genres import write_genres
from tests.small_bundles import GENRES, save_small_bundle


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Return a folder with what the examples name."""
    folder = tmp_path_factory.mktemp("api")
    (folder / "music").mkdir()
    write_audio(folder / "music" / "tone.wav", samples=tone(seconds=4.0), sample_rate=44_100)
    (folder / "music" / "broken.mp3").touch()
    write_genres(folder / "genres", tracks=4, seconds=2.0)
    return folder


@pytest.fixture
def bundle(tmp_path):
    return save_small_bundle(tmp_path / "small.pth")


EXAMPLES = [test for test in doctest.DocTestFinder().find(api, "api") if test.examples]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_what_the_examples_say_is_so(example, folder, monkeypatch):
    monkeypatch.chdir(folder)
    said = []

    results = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, out=said.append)

    assert results.failed == 0, "".join(said)


def test_each_way_in_has_an_example():
    assert {test.name for test in EXAMPLES} == {
        "api.Classifier", "api.classify", "api.scan", "api.train"
    }  # fmt: skip


def test_all_that_is_public_is_documented_and_typed():
    for name in api.__all__:
        public = getattr(api, name)

        assert inspect.getdoc(public)
        if inspect.isfunction(public):
            assert public.__annotations__.keys() >= set(inspect.signature(public).parameters)


# What scripts rely on: a name may be added behind these, and none goes away or changes its index.
FIRST_NAMES = {
    "classify": "files_or_folders classifier speed by workers on_progress",
    "scan": "folders library workers on_progress",
    "train": "folder out preset seed workers on_progress",
    "Classifier": "name_or_file",
    "ClassifiedTrack": "path genre confidence verdict candidates sound_tags seconds_analyzed "
    "problem",
    "Candidate": "genre confidence",
    "LeftOut": "path reason",
    "TrainedClassifier": "path genres accuracy interval seconds left_out warnings",
    "ScanSummary": "files tracks new changed moved missing problems seconds leftovers",
    "Progress": "done total current",
}


@pytest.mark.parametrize("name", FIRST_NAMES)
def test_what_scripts_rely_on_stays_as_it_was(name):
    first = FIRST_NAMES[name].split()

    assert list(inspect.signature(getattr(api, name)).parameters)[: len(first)] == first


def test_verdicts_and_ways_of_a_classifier_stay_as_they_were():
    assert [verdict.value for verdict in api.Verdict] == ["sure", "not sure", "differ", "unlike"]
    assert {"name", "path", "genres", "classify"} <= {*dir(Classifier), *vars(Classifier())}


def test_each_file_is_told_with_its_candidates(folder, bundle):
    broken, song = classify(folder / "music", classifier=bundle, workers=1)

    assert (song.path, song.genre, song.verdict) == (
        folder / "music" / "tone.wav", "Blues", api.Verdict.SURE
    )  # fmt: skip
    assert {one.genre for one in song.candidates} == set(GENRES)
    assert song.confidence == song.candidates[0].confidence > 0.9
    assert (broken.genre, broken.verdict, broken.problem) == (None, None, "the file is empty")


def test_a_script_is_told_how_far_it_is_and_may_end_it(folder, bundle):
    told = []

    def on_progress(progress):
        told.append(progress)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(classify(folder / "music", classifier=bundle, workers=1, on_progress=on_progress))

    assert [(one.done, one.total) for one in told] == [(1, 2)]


def test_nothing_is_left_running_where_a_script_has_seen_enough(folder, bundle):
    tracks = classify(folder / "genres", classifier=bundle, workers=1)

    assert next(tracks).candidates[0].genre == "Blues"
    tracks.close()


def test_the_classifier_in_use_is_taken_where_none_is_named():
    assert Classifier().name == "box"


@pytest.mark.parametrize(
    ("call", "error", "said"),
    [
        (lambda f: Classifier("nobody"), UsageProblem, "nobody"),
        (lambda f: Classifier(f / "music" / "tone.wav"), ClassifierFileProblem, "tone.wav"),
        (lambda f: scan(f / "nowhere"), UsageProblem, "nowhere"),
        (lambda f: list(classify(f / "nowhere")), UsageProblem, "nowhere"),
        (lambda f: api.train(f / "music", f / "own.pth"), MusicReclassError, "music"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(folder, call, error, said):
    with pytest.raises(error, match=said):
        call(folder)


def test_a_library_of_its_own_is_begun_by_a_scan(folder, tmp_path, home):
    found = scan(folder / "music", library=tmp_path / "own.db", workers=1)

    assert (found.tracks, found.problems) == (1, 1)
    assert (tmp_path / "own.db").exists()
    assert not (home / "data" / "library.db").exists()


SCRIPT = """\
import sys
from musicreclass.api import classify

if __name__ == "__main__":
    for track in classify(sys.argv[1], classifier=sys.argv[2], workers=2):
        print(track.path.name, track.genre or track.problem)
"""


def test_a_script_as_it_is_documented_starts_processes_that_load_it_too(folder, bundle, tmp_path):
    script = tmp_path / "my script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    root = str(Path(api.__file__).parents[1])

    done = subprocess.run(
        [sys.executable, script, folder / "music", bundle],
        capture_output=True, text=True, env=os.environ | {"PYTHONPATH": root},
    )  # fmt: skip

    assert done.stdout.splitlines() == ["broken.mp3 the file is empty", "tone.wav Blues"]


def test_a_script_that_scans_loads_no_networks():
    code = "import musicreclass.api, sys; print('torch' in sys.modules, 'PySide6' in sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(api.__file__).parents[1],
    )

    assert done.stdout == "False False\n"
