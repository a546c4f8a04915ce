import json

import pytest

from musicreclass.core.genre import Taxonomy
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.training.training_table import training_table
from musicreclass.training.sources.mapping import GenreMapping, MappingProblem
from tests.recording_context import RecordingContext


@pytest.fixture
def surveyed(tmp_path, write_mp3):
    for genre in ("jazz", "Pop"):
        for number in range(2):
            write_mp3(tmp_path / genre / f"{number}.mp3", title="A", artist=f"{genre} {number}")
    (tmp_path / "Pop" / "bad.mp3").write_bytes(b"")
    return survey(tmp_path, RecordingContext(), workers=1)


def test_a_folder_is_a_table_before_anything_is_heard(surveyed):
    table = training_table(surveyed)

    assert [(row.folder, row.genre, row.tracks) for row in table.rows] == [
        ("jazz", "Jazz", 2),
        ("Pop", "Pop", 2),
    ]
    assert [concern.kind.value for concern in table.concerns] == [
        "few tracks", "few tracks", "unreadable",
    ]  # fmt: skip
    assert table.hindrance == ""
    assert json.loads(json.dumps(table.to_plain()))["rows"][0]["artists"] == 2


def test_the_time_grows_with_the_tracks_that_count(surveyed):
    whole = training_table(surveyed)
    half = training_table(surveyed.under(GenreMapping({"jazz": None})))

    assert whole.quick_seconds == pytest.approx(2 * half.quick_seconds)
    assert half.quick_seconds > 0.0


def test_an_edited_table_is_made_of_the_same_files(surveyed):
    mapping = surveyed.found.mapping.with_genre(["jazz"], "pop", Taxonomy.shipped())

    table = training_table(surveyed.under(mapping))

    assert [row.genre for row in table.rows] == ["Pop", "Pop"]
    assert table.hindrance.startswith("All tracks in ")
    assert [c.kind.value for c in table.concerns] == ["few tracks", "merged", "unreadable"]
    assert len(table.survey.found.unreadable) == 1


def test_a_mapping_for_other_folders_is_refused(surveyed):
    with pytest.raises(MappingProblem, match="not there: blues"):
        surveyed.under(GenreMapping({"blues": "Blues"}))
