"""What nobody can learn from ends in a sentence, and leaves nothing half-written."""

import os
import shutil
from dataclasses import replace

import pytest

from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.pipeline.datasets.survey import FolderVanished, survey
from musicreclass.pipeline.training.train_classifier import CannotSave
from musicreclass.training import presets
from musicreclass.training.config import MLP_TRAINING
from musicreclass.training.sources.concerns import ConcernKind
from musicreclass.training.sources.trainable import CannotTrain
from tests.own_genres import write_genres
from tests.pipeline.training.quick_training import options_in, train_quick
from tests.recording_context import RecordingContext


def train(folder, ctx=None):
    out = folder / "out" / "own.pth"
    out.parent.mkdir(exist_ok=True)
    train_quick(
        folder / "music",
        out,
        ctx or RecordingContext(),
        options_in(folder),
    )


def written(folder):
    return [path.name for path in (folder / "out").iterdir()]


@pytest.mark.parametrize(
    ("folders", "sentence"),
    [
        ({}, "holds no folders with music that can be heard; make a folder for each genre"),
        ({"Jazz": 3}, "are Jazz; to tell genres apart there must be at least two"),
    ],
)
def test_too_little_music_is_a_sentence(tmp_path, write_mp3, folders, sentence):
    (tmp_path / "music").mkdir()
    for genre, count in folders.items():
        for number in range(count):
            write_mp3(tmp_path / "music" / genre / f"{number}.mp3", title="", artist=f"{number}")

    with pytest.raises(CannotTrain, match=sentence):
        train(tmp_path)

    assert written(tmp_path) == []


def test_where_all_are_copies_of_each_other_that_is_said(tmp_path, write_mp3):
    song = tmp_path / "song.mp3"
    write_mp3(song, title="", artist="")
    for name in ("Jazz/a.mp3", "Jazz/b.mp3", "Pop/a.mp3", "Pop/b.mp3"):
        (tmp_path / "music" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(song, tmp_path / "music" / name)

    with pytest.raises(CannotTrain, match=r"4 files were left out, because they are copies"):
        train(tmp_path)


def test_of_copies_within_a_genre_one_counts_and_the_others_are_mentioned(tmp_path, write_mp3):
    song = tmp_path / "music" / "Jazz" / "a.mp3"
    write_mp3(song, title="", artist="")
    shutil.copy(song, song.with_name("b.mp3"))

    with pytest.raises(CannotTrain, match=r"are Jazz.*One file was left out, because it is a copy"):
        train(tmp_path)


def test_three_hundred_genres_are_sorted_and_advised_against(tmp_path, write_mp3):
    for number in range(600):
        path = tmp_path / "music" / f"Genre {number % 300}" / f"{number}.mp3"
        write_mp3(path, title="", artist=f"{number}")

    found = survey(tmp_path / "music", RecordingContext(), workers=1).found

    [concern] = [c for c in found.concerns if c.kind is ConcernKind.MANY_GENRES]
    assert len(found.counts) == 300
    assert str(concern.reason).endswith("Merge those that you would not tell apart yourself.")


def test_a_drive_that_goes_away_while_it_is_analyzed_is_a_sentence(tmp_path):
    class Unplugging(RecordingContext):
        def report(self, progress):
            if progress.current.startswith("Listening"):
                shutil.rmtree(tmp_path / "music", ignore_errors=True)

    write_genres(tmp_path / "music", tracks=3, seconds=0.5)

    with pytest.raises(FolderVanished, match="is no longer there; was its drive unplugged"):
        train(tmp_path, Unplugging())

    assert written(tmp_path) == []


def test_a_full_disk_is_a_sentence_and_keeps_the_classifier_before(tmp_path, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(presets, "MLP_TRAINING", replace(MLP_TRAINING, epochs=2))
    write_genres(tmp_path / "music", tracks=2, seconds=0.5)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "own.pth").write_bytes(b"the one before")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(ClassifierFileProblem, match=r"cannot be written: No space left on device"):
        train(tmp_path)

    assert written(tmp_path) == ["own.pth"]
    assert (tmp_path / "out" / "own.pth").read_bytes() == b"the one before"


def test_a_folder_that_nobody_may_write_to_is_refused_before_anything_is_analyzed(
    tmp_path, monkeypatch
):
    def forbidden(*args, **kwargs):
        raise PermissionError(13, "Permission denied")

    write_genres(tmp_path / "music", tracks=2, seconds=0.5)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", forbidden)
    ctx = RecordingContext()

    with pytest.raises(CannotSave, match=r"cannot be written \(permission denied\)"):
        train(tmp_path, ctx)

    assert ctx.reports == []
