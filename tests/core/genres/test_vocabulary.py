import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.ensemble.genre_folding import GenreFolding
from musicreclass.core.genre import Taxonomy, TaxonomyProblem
from musicreclass.core.genres.genre_file import (
    VocabularyProblem,
    load_vocabulary,
    save_vocabulary,
    set_aside_if_damaged,
    taxonomy_in_use,
    vocabulary_file,
)
from musicreclass.core.genres.vocabulary import Vocabulary

SHIPPED = Taxonomy.shipped()
IDS = [genre.id for genre in SHIPPED.genres]
NAMES = {"en": "Dorm Ballads", "zh_TW": "宿舍情歌集", "zh_CN": "宿舍情歌辑"}


def test_an_own_genre_is_found_by_all_its_names_below_its_parent():
    known = Vocabulary().with_genre(NAMES, "folk", ("Sushe",)).applied(SHIPPED)

    assert {known.canonical(t) for t in ("宿舍情歌集", "宿舍情歌辑", "dorm ballads", "SUSHE")} == {
        "Dorm Ballads"
    }
    assert known.is_finer("宿舍情歌集", "民謠")
    assert "Dorm Ballads" in known.complete("dorm")


def test_a_name_in_one_language_does_for_all():
    known = Vocabulary().with_genre({"zh_TW": "台語老歌"}, None).applied(SHIPPED)

    assert known.name("台語老歌", "en") == "台語老歌"


def test_a_genre_needs_a_name():
    with pytest.raises(TaxonomyProblem, match="needs a name"):
        Vocabulary().with_genre({"en": " - "}, None)


def test_a_spelling_of_another_genre_is_refused_by_name():
    with pytest.raises(TaxonomyProblem, match="Rock"):
        Vocabulary().with_genre({"en": "Rock"}, None).applied(SHIPPED)


def test_a_renamed_genre_is_still_found_by_what_it_was_called():
    genre = SHIPPED.find("Hip-Hop")
    names = {**genre.names, "zh_TW": "饒舌嘻哈"}
    known = Vocabulary().changed(genre, names, (), None, SHIPPED).applied(SHIPPED)

    assert known.name("Hip-Hop", "zh_TW") == "饒舌嘻哈"
    assert known.canonical(genre.names["zh_TW"]) == known.canonical("饒舌嘻哈") == "Hip-Hop"


def test_naming_a_genre_as_it_is_called_anyway_changes_nothing():
    genre = SHIPPED.find("Pop")

    made = Vocabulary().changed(genre, genre.names, genre.aliases, None, SHIPPED)

    assert made == Vocabulary()


def test_an_own_genre_that_is_removed_leaves_its_children_to_its_parent():
    vocabulary = Vocabulary().with_genre(NAMES, "folk")
    (own,) = vocabulary.added
    vocabulary = vocabulary.with_genre({"en": "Dorm Songs"}, own.id)

    known = vocabulary.without(own.id).applied(SHIPPED)

    assert known.find("Dorm Ballads") is None
    assert known.is_finer("Dorm Songs", "Folk")


def test_a_merged_genre_counts_as_the_other_and_so_does_what_is_below_it():
    known = Vocabulary().with_merged("metal", "rock").applied(SHIPPED)

    assert known.canonical("Metal") == known.canonical("金屬") == "Rock"
    assert known.find("Death Metal").parent == "rock"


def test_a_genre_may_count_as_one_below_it():
    known = Vocabulary().with_merged("pop", "mandopop").applied(SHIPPED)

    assert known.canonical("Pop") == "Mandopop"
    assert known.parents("mandopop") == ("c-pop",)


def test_merging_is_taken_back_by_parting():
    merged = Vocabulary().with_merged("disco", "funk")

    assert merged.with_parted("disco") == Vocabulary()


def test_genres_do_not_count_as_each_other_in_a_circle():
    with pytest.raises(TaxonomyProblem, match="cannot count as itself"):
        Vocabulary().with_merged("disco", "funk").with_merged("funk", "disco")


@given(st.lists(st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)), max_size=4))
def test_whatever_is_merged_every_name_still_finds_a_genre(pairs):
    vocabulary = Vocabulary()
    for source, target in pairs:
        try:
            vocabulary = vocabulary.with_merged(source, target)
        except TaxonomyProblem:
            continue
    known = vocabulary.applied(SHIPPED)

    assert all(known.find(genre.name) is not None for genre in SHIPPED.genres)


def test_what_is_not_suggested_any_more_goes_to_its_parent_and_else_to_nobody():
    vocabulary = Vocabulary().with_shown("disco", False).with_shown("jazz", False)
    known = vocabulary.applied(SHIPPED)

    assert known.suggestible("Disco") == SHIPPED.find("soul-rnb").name
    assert known.suggestible("Jazz") is None
    assert known.suggestible("Rock") == "Rock"


def log_probs(*rows):
    return np.log(np.array(rows))


def test_evidence_for_a_hidden_genre_counts_for_the_one_above_it():
    known = Vocabulary().with_shown("metal", False).applied(SHIPPED)
    folding = GenreFolding.of(("Metal", "Rock", "Jazz"), known)

    assert folding.genres == ("Rock", "Jazz")
    assert np.exp(folding.folded(log_probs([0.5, 0.3, 0.2])))[0] == pytest.approx([0.8, 0.2])


def test_without_one_above_it_the_next_candidate_is_suggested():
    known = Vocabulary().with_shown("jazz", False).applied(SHIPPED)
    folding = GenreFolding.of(("Jazz", "Rock", "Pop"), known)

    folded = np.exp(folding.folded(log_probs([0.6, 0.3, 0.1])))

    assert folding.genres == ("Rock", "Pop")
    assert folded[0] == pytest.approx([0.75, 0.25])


def test_where_all_genres_are_hidden_they_are_suggested_all_the_same():
    known = Vocabulary().with_shown("jazz", False).with_shown("rock", False).applied(SHIPPED)

    assert GenreFolding.of(("Jazz", "Rock"), known).genres == ("Jazz", "Rock")


def test_evidence_of_merged_genres_adds_up():
    known = Vocabulary().with_merged("disco", "pop").applied(SHIPPED)
    folding = GenreFolding.of(("Pop", "Rock", "Disco"), known)

    assert np.exp(folding.folded(log_probs([0.3, 0.4, 0.3])))[0] == pytest.approx([0.6, 0.4])


def test_without_a_vocabulary_nothing_is_folded():
    probs = log_probs([0.3, 0.7])

    assert GenreFolding.of(("Pop", "Rock"), SHIPPED).folded(probs) is probs


def test_a_vocabulary_comes_back_as_it_was_kept(tmp_path):
    vocabulary = (
        Vocabulary()
        .with_genre(NAMES, "folk", ("A", "B"))
        .with_shown("disco", False)
        .with_merged("metal", "rock")
        .changed(SHIPPED.find("Pop"), {"en": "Pop", "zh_TW": "通俗"}, ("Popular",), None, SHIPPED)
    )
    save_vocabulary(vocabulary, tmp_path / "genres.json")

    assert load_vocabulary(tmp_path / "genres.json") == vocabulary


def test_all_rooms_get_the_genres_that_were_kept_last():
    assert taxonomy_in_use().find("Dorm Ballads") is None
    save_vocabulary(Vocabulary().with_genre(NAMES, "folk"), vocabulary_file())

    assert taxonomy_in_use().canonical("宿舍情歌集") == "Dorm Ballads"


@pytest.mark.parametrize(
    "content",
    [
        "{",
        "[]",
        '{"hidden": 3}',
        '{"genres": [{"id": "a"}]}',
        json.dumps({"genres": [{"id": "own-x", "en": "Rock", "zh_TW": "a", "zh_CN": "b"}]}),
        b"\xff\xfe\x00",
    ],
)
def test_a_damaged_file_is_named_and_set_aside_and_nothing_is_lost(content):
    path = vocabulary_file()
    whole = content if isinstance(content, bytes) else content.encode()
    path.write_bytes(whole)

    with pytest.raises(VocabularyProblem):
        load_vocabulary(path)
    assert taxonomy_in_use().canonical("Rock") == "Rock"
    said = str(set_aside_if_damaged(path))

    assert str(path) in said
    assert "genres.broken.json" in said
    assert path.with_name("genres.broken.json").read_bytes() == whole
    assert set_aside_if_damaged(path) is None


def test_what_a_later_version_knows_is_passed_over(tmp_path):
    path = tmp_path / "genres.json"
    path.write_text('{"version": 9, "hidden": ["no-such-genre"], "merged": {"gone": "rock"}}')

    assert load_vocabulary(path).applied(SHIPPED).find("Rock") is not None


def test_a_file_of_before_a_language_was_known_is_read():
    own = {"id": "own-x", "en": "Dorm Ballads", "zh_TW": "宿舍情歌集", "zh_CN": "宿舍情歌辑"}

    known = Vocabulary.from_plain({"version": 1, "genres": [own]}).applied(SHIPPED)

    assert known.name("own-x", "ja") == "Dorm Ballads"
    assert known.name("own-x", "zh_CN") == "宿舍情歌辑"
