import pytest

from musicreclass.training.sources.mtt import read_annotations
from musicreclass.training.sources.tables import SourceProblem
from tests.known_sets import MTT_CLIPS, MTT_TAGS, write_mtt


@pytest.fixture
def folder(tmp_path):
    return write_mtt(tmp_path)


def test_clips_come_with_their_tags_and_their_part_of_the_split(folder):
    found = read_annotations(folder)

    assert found.paths == tuple(MTT_CLIPS)
    assert found.tags == MTT_TAGS
    assert found.truth.astype(int).tolist() == [list(marks) for marks in MTT_CLIPS.values()]
    assert found.parts == ("training", "validation", "test", "test")


def test_the_tags_given_most_often_are_chosen(folder):
    found = read_annotations(folder, top=2)

    assert found.tags == ("guitar", "loud")
    assert found.truth.astype(int).tolist() == [[1, 0], [1, 1], [1, 0], [0, 1]]


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('"clip_id"', '"id"', "should have the columns clip_id, one for each tag, and mp3_path"),
        ("\t", ",", "should have the columns clip_id, one for each tag"),
        ('"0"\t"1"\t"1"', '"0"\t"1"', "has 5 columns in line 2 where there should be 6: it is cut"),
        ('"0"\t"1"\t"1"', '"0"\t"1"\t"x"', "has 'x' in line 2 where there should be 0 or 1"),
        ('"c/b', '"z/b', "names 'z/b-0-29.mp3' in line 3, which lies in none of the folders 0 to"),
    ],
)
def test_a_table_of_something_else_is_a_sentence(folder, old, new, sentence):
    path = folder / "annotations_final.csv"
    path.write_text(path.read_text().replace(old, new))

    with pytest.raises(SourceProblem, match=f"annotations_final.csv {sentence}"):
        read_annotations(folder)


def test_an_empty_or_missing_table_is_a_sentence(tmp_path):
    with pytest.raises(SourceProblem, match="is not there"):
        read_annotations(tmp_path)
    with pytest.raises(SourceProblem, match="names no clips"):
        read_annotations(write_mtt(tmp_path, clips={}))
