import pytest

from musicreclass import paths
from musicreclass.core.genre import Taxonomy
from musicreclass.training.sources.mapping import GenreMapping, MappingProblem, suggested

TAXONOMY = Taxonomy.from_json(paths.resource("genres.json").read_text(encoding="utf-8"))


@pytest.fixture
def mapping():
    return GenreMapping.proposed(["hiphop", "jazz", "For running"], TAXONOMY)


def test_names_of_folders_propose_genres(mapping):
    assert mapping.genres == {"hiphop": "Hip-Hop", "jazz": "Jazz", "For running": "For running"}


def test_folders_are_renamed_and_merged_by_giving_them_a_genre(mapping):
    changed = mapping.with_genre(["hiphop", "For running"], " hip hop ", TAXONOMY)

    assert changed.genres == {"hiphop": "Hip-Hop", "jazz": "Jazz", "For running": "Hip-Hop"}
    assert mapping.genres["For running"] == "For running"


def test_folders_are_left_out(mapping):
    assert mapping.without(["jazz"]).genres["jazz"] is None


def test_a_genre_without_a_name_is_refused(mapping):
    with pytest.raises(MappingProblem, match="A genre needs a name"):
        mapping.with_genre(["jazz"], "  ", TAXONOMY)


def test_a_folder_that_is_not_in_the_table_is_refused(mapping):
    with pytest.raises(MappingProblem, match="There is no folder blues"):
        mapping.without(["blues"])


def test_a_new_folder_is_proposed_beside_what_was_said(mapping):
    fitted = mapping.without(["jazz"]).fitted(["blues", "jazz", "hiphop", "For running"], TAXONOMY)

    assert fitted.genres["blues"] == "Blues"
    assert fitted.genres["jazz"] is None


def test_a_table_of_other_folders_is_refused_by_name(mapping):
    with pytest.raises(MappingProblem, match="folders that are not there: hiphop, For running"):
        mapping.fitted(["jazz"], TAXONOMY)


@pytest.mark.parametrize(
    ("name", "genre"),
    [
        ("jazz", "Jazz"),
        ("My old jazz (1994)", "Jazz"),
        ("Best of hip hop", "Hip-Hop"),
        ("睡前音樂聽聽", None),
        ("For running", None),
    ],
)
def test_a_name_that_speaks_of_a_genre_suggests_it(name, genre):
    found = suggested(name, TAXONOMY)

    assert (found and found.name) == genre
