import numpy as np
import pytest

from musicreclass.core.ensemble.prediction import Prediction
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.encodings import EncodedRow
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library

STAMP, LATER = FileStamp(100, 5), FileStamp(101, 6)
SAID = (Prediction("cnn", ("Pop", "Jazz"), np.zeros(2, np.float32)),)


@pytest.fixture
def library(tmp_path):
    (tmp_path / "music").mkdir()
    with Library(tmp_path / "library.db") as library:
        folder = library.add_folder(tmp_path / "music")
        library.record([scanned(folder, f"{name}.mp3") for name in "abc"])
        yield library


def scanned(folder, name, stamp=STAMP):
    facts = FileFacts(Stream("MP3", 180.0, 44_100), Tags(title=name), f"sound of {name}")
    return ScannedFile(str(folder.path / name), folder.id, stamp, facts)


def encode(library, track_id, *values, encoder="one", stamp=STAMP, is_glimpse=False):
    row = EncodedRow(encoder, np.array(values, np.float32), is_glimpse)
    library.predictions.record("bundle", [ScoredTrack(track_id, stamp, SAID, encoded=row)])


def test_rows_come_back_in_half_precision_by_track(library):
    encode(library, 2, 1.5, -2.0)
    encode(library, 1, 0.25, 1e9)

    [batch] = library.encodings.batches("one")

    assert batch.track_ids == (1, 2)
    assert batch.rows.tolist() == [[0.25, 65_504.0], [1.5, -2.0]]


def test_another_row_replaces_the_first(library):
    encode(library, 1, 1.0)
    encode(library, 1, 2.0)

    assert library.encodings.of_tracks("one", [1, 3]).rows.tolist() == [[2.0]]


def test_rows_of_other_encoders_are_nobody_s(library):
    encode(library, 1, 1.0, encoder="another")

    assert list(library.encodings.batches("one")) == []
    assert library.encodings.of_tracks("one", [1]).track_ids == ()


def test_a_row_ends_with_its_file_and_is_carried_over_when_only_tags_changed(library):
    encode(library, 1, 1.0, stamp=LATER)
    assert library.encodings.of_tracks("one", [1]).track_ids == ()

    library.predictions.carry_over(1, LATER, STAMP)
    assert library.encodings.of_tracks("one", [1]).track_ids == (1,)


def test_many_rows_come_in_batches(library):
    for track_id in (1, 2, 3):
        encode(library, track_id, float(track_id))

    batches = list(library.encodings.batches("one", size=2))

    assert [batch.track_ids for batch in batches] == [(1, 2), (3,)]


def test_a_glimpse_is_kept_until_more_is_known_and_replaces_nothing(library):
    def row():
        return library.encodings.of_tracks("one", [1]).rows.tolist()

    encode(library, 1, 9.0, encoder="older")
    encode(library, 1, 1.0, is_glimpse=True)
    at_first = row()
    encode(library, 1, 2.0)
    encode(library, 1, 3.0, is_glimpse=True)

    assert (at_first, row()) == ([[1.0]], [[2.0]])
