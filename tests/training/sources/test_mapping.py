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


def test_a_new_folder_is_proposed_beside_what_was_said():
    fitted = GenreMapping({"jazz": None}).fitted(["blues", "jazz"], TAXONOMY)

    assert fitted.genres == {"blues": "Blues", "jazz": None}


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
