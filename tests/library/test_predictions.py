import sqlite3
from typing import Any

import numpy as np
import pytest
from sqlite_utils import Database

from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.track import FileFacts, FileStamp, Problem, ScannedFile, Stream, Tags
from musicreclass.library import migrations
from musicreclass.library.predictions import ScoredTrack, Undecodable
from musicreclass.library.store import Library
from musicreclass.sentences.reason import as_said

GENRES = ("Pop", "Jazz", "民謠")
STAMP = FileStamp(100, 5)


@pytest.fixture
def library(tmp_path):
    with Library(tmp_path / "library.db") as library:
        yield library


@pytest.fixture
def folder(library, tmp_path):
    (tmp_path / "music").mkdir()
    return library.add_folder(tmp_path / "music")


@pytest.fixture
def track_ids(library, folder):
    return library.record([scanned(folder, f"{name}.mp3") for name in "cab"]).new


def scanned(folder, name, stamp=STAMP):
    facts = FileFacts(Stream("MP3", 180.0, 44_100), Tags(title=name), f"sound of {name}")
    return ScannedFile(str(folder.path / name), folder.id, stamp, facts)


def said(classifier="cnn", seed=0, **changed):
    random = np.random.default_rng(seed)
    made: dict[str, Any] = {
        "genres": GENRES,
        "scores": random.normal(size=3).astype(np.float32),
        "segments": random.normal(size=(2, 3)).astype(np.float32),
        "embedding": random.normal(size=8).astype(np.float16).astype(np.float32),
        "seconds_analyzed": 30.0,
        "starts": (60.0, 62.5),
    }
    return Prediction(classifier, **(made | changed))


def plain(classifier, seed=0):
    return said(classifier, seed, segments=None, embedding=None, starts=())


def scored(track_id, *predictions, stamp=STAMP):
    return ScoredTrack(track_id, stamp, predictions or (said(),))


def unscored_names(library, bundle="b1"):
    return [track.path.name for track in library.predictions.unscored(bundle)]


def test_what_was_said_comes_back_as_it_was(library, track_ids):
    silent = said("mlp", 1, segments=None, embedding=None, starts=(), is_silent=True)
    library.predictions.record("b1", [scored(track_ids[0], said(), silent)])

    cnn, mlp = library.predictions.of_track(track_ids[0], "b1")

    np.testing.assert_array_equal(cnn.scores, said().scores)
    np.testing.assert_array_equal(cnn.segments, said().segments)
    np.testing.assert_array_equal(cnn.embedding, said().embedding)
    assert (cnn.genres, cnn.starts, cnn.seconds_analyzed) == (GENRES, (60.0, 62.5), 30.0)
    assert (mlp.segments, mlp.embedding, mlp.starts) == (None, None, ())
    assert (cnn.is_silent, mlp.is_silent) == (False, True)


def test_unscored_tracks_come_by_path_until_they_are_scored(library, track_ids):
    assert unscored_names(library) == ["a.mp3", "b.mp3", "c.mp3"]

    library.predictions.record("b1", [scored(track_ids[1])])

    assert unscored_names(library) == ["b.mp3", "c.mp3"]


def test_an_unscored_track_says_what_is_needed_to_score_it(library, folder, track_ids):
    first = library.predictions.unscored("b1")[0]

    assert (first.id, first.path) == (track_ids[1], folder.path / "a.mp3")
    assert (first.stamp, first.fingerprint) == (STAMP, "sound of a.mp3")


def test_a_track_whose_costly_classifiers_were_spared_can_be_scored_again(library, track_ids):
    library.predictions.record("b1", [scored(track_ids[0], said(), plain("mlp"))])
    library.predictions.record("b1", [scored(i, plain("mlp")) for i in track_ids[1:]])

    assert unscored_names(library) == []
    again = library.predictions.unscored("b1", classifier_count=2)
    assert [track.path.name for track in again] == ["a.mp3", "b.mp3"]


def test_another_bundle_has_scored_nothing_yet(library, track_ids):
    library.predictions.record("b1", [scored(track_id) for track_id in track_ids])

    assert len(unscored_names(library, "b2")) == 3
    assert library.predictions.of_track(track_ids[0], "b2") == ()


def test_a_file_that_changed_is_unscored_and_what_was_said_is_stale(library, folder, track_ids):
    library.predictions.record("b1", [scored(track_id) for track_id in track_ids])

    library.record([scanned(folder, "a.mp3", FileStamp(101, 6))])

    assert unscored_names(library) == ["a.mp3"]
    assert library.predictions.of_track(track_ids[1], "b1") == ()
    (batch,) = library.predictions.batches("b1")
    assert batch.track_ids == (track_ids[0], track_ids[2])


def test_new_predictions_replace_the_old(library, track_ids):
    library.predictions.record("b1", [scored(track_ids[0], said("cnn"), said("mlp"))])

    library.predictions.record("b1", [scored(track_ids[0], said("cnn", seed=7))])

    (only,) = library.predictions.of_track(track_ids[0], "b1")
    np.testing.assert_array_equal(only.scores, said("cnn", seed=7).scores)


def test_missing_tracks_and_those_of_removed_folders_are_not_to_be_scored(
    library, folder, track_ids
):
    library.mark_missing([track_ids[1]])
    assert unscored_names(library) == ["b.mp3", "c.mp3"]

    library.predictions.record("b1", [scored(track_ids[0])])
    library.remove_folder(folder.id)

    assert unscored_names(library) == []
    assert list(library.predictions.batches("b1")) == []


def test_columns_hold_what_each_track_was_given(library, track_ids):
    library.predictions.record(
        "b1", [scored(i, said("cnn", i), plain("mlp", i)) for i in track_ids]
    )

    batches = list(library.predictions.batches("b1", size=2))

    assert [batch.track_ids for batch in batches] == [track_ids[:2], track_ids[2:]]
    columns = batches[0].columns
    assert columns.by_classifier["cnn"].genres == GENRES
    np.testing.assert_array_equal(
        columns.by_classifier["mlp"].scores, [plain("mlp", i).scores for i in track_ids[:2]]
    )
    np.testing.assert_array_equal(
        columns.by_classifier["cnn"].embeddings, [said("cnn", i).embedding for i in track_ids[:2]]
    )
    assert columns.by_classifier["mlp"].embeddings is None
    assert columns.seconds_analyzed.tolist() == [30.0, 30.0]
    assert columns.is_silent.tolist() == [False, False]


def test_tracks_scored_by_different_classifiers_stand_in_different_columns(library, track_ids):
    library.predictions.record(
        "b1", [scored(track_ids[0], said()), scored(track_ids[1], said(), plain("mlp"))]
    )

    alone, together = library.predictions.batches("b1")

    assert (alone.track_ids, list(alone.columns.by_classifier)) == ((track_ids[0],), ["cnn"])
    assert (together.track_ids, list(together.columns.by_classifier)) == (
        (track_ids[1],),
        ["cnn", "mlp"],
    )


def test_an_embedding_too_large_for_half_precision_stays_finite(library, track_ids):
    large = said(embedding=np.array([1e6, -1e6], dtype=np.float32))

    library.predictions.record("b1", [scored(track_ids[0], large)])

    (kept,) = library.predictions.of_track(track_ids[0], "b1")
    assert kept.embedding.tolist() == [65504.0, -65504.0]


def test_what_cannot_be_decoded_is_a_problem_and_tried_again_last(library, folder, track_ids):
    failed = Undecodable(track_ids[1], STAMP, as_said("it is empty"))

    library.predictions.record("b1", [], [failed])

    assert library.problems() == [Problem(folder.path / "a.mp3", as_said("it is empty"), folder.id)]
    assert unscored_names(library) == ["b.mp3", "c.mp3", "a.mp3"]


def test_a_problem_with_decoding_survives_a_scan_and_ends_with_the_file_or_with_success(
    library, folder, track_ids
):
    failures = [Undecodable(track_id, STAMP, as_said("it is empty")) for track_id in track_ids]
    library.predictions.record("b1", [], failures)

    library.replace_problems([], [str(problem.path) for problem in library.problems()])
    library.predictions.record("b2", [scored(track_ids[0])])
    library.record([scanned(folder, "a.mp3", FileStamp(101, 6))])

    assert [problem.path.name for problem in library.problems()] == ["b.mp3"]


def test_tracks_that_are_no_longer_there_are_passed_over(library, track_ids):
    gone = max(track_ids) + 1

    library.predictions.record(
        "b1", [scored(gone)], [Undecodable(gone, STAMP, as_said("it is empty"))]
    )

    assert list(library.predictions.batches("b1")) == []
    assert library.problems() == []


def test_what_was_said_of_a_track_goes_with_it(library, track_ids, tmp_path):
    library.predictions.record(
        "b1", [scored(track_ids[0])], [Undecodable(track_ids[1], STAMP, as_said("?"))]
    )

    with sqlite3.connect(tmp_path / "library.db") as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM track")
    connection.close()

    assert list(library.predictions.batches("b1")) == []
    assert library.problems() == []


def test_a_library_of_the_first_version_is_taken_over_with_its_rows(tmp_path):
    path = tmp_path / "library.db"
    old = Database(sqlite3.connect(path))
    migrations.migrations.apply(old, stop_before="m002_predictions")
    old.execute("INSERT INTO folder(id, location, added_at) VALUES (1, '/music', '')")
    names = ["fingerprint", "format", "title", "artist", "album_artist", "album", "track_number"]
    names += ["year", "genre", "tag_kind", "legacy_encoding"]
    old.execute(
        "INSERT INTO track(folder_id, location, name, size, mtime_ns, seconds, sample_rate,"
        f" channels, bits_per_second, genres, {', '.join(names)})"
        f" VALUES (1, '/music/a.mp3', 'a.mp3', 1, 2, 3, 4, 5, 6, '[]', {', '.join('?' * 11)})",
        names,
    )
    old.conn.commit()
    old.close()

    with Library(path) as library:
        ((line,),) = library.lines()
        assert (line.name, line.title) == ("a.mp3", "title")
        assert unscored_names(library) == ["a.mp3"]
