import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.decision import DecisionLine, ReviewState
from musicreclass.core.genre import Taxonomy
from musicreclass.core.genres.genre_rules import (
    Existing,
    GenreOrder,
    GenreRules,
    GenreRuling,
    NamesAs,
    UsualNames,
    language_of_name,
    outcome,
)
from musicreclass.sentences.languages import LANGUAGES

KNOWN = Taxonomy.shipped()
NAMES = [genre.name for genre in KNOWN.genres]
SPELLINGS = [name for genre in KNOWN.genres for name in genre.names.values()]
GENRES = st.lists(st.sampled_from(SPELLINGS), min_size=1, max_size=3, unique_by=KNOWN.identity)
RULES = st.builds(
    GenreRules,
    st.sampled_from(Existing),
    st.sampled_from(NamesAs),
    st.integers(0, 4),
    st.sampled_from(GenreOrder),
)


def accepted(*genres):
    return DecisionLine(ReviewState.ACCEPTED, genres, "; ".join(genres))


def chosen(*genres):
    return DecisionLine(ReviewState.CHANGED, genres, "; ".join(genres))


def typed(*genres, state=ReviewState.CHANGED):
    return DecisionLine(state, genres, "; ".join(genres), is_typed=True)


def in_file(old, decision, usual=None, **rules):
    return outcome(old, decision, GenreRules(**rules), KNOWN, usual or UsualNames())


@pytest.mark.parametrize(
    ("old", "accepts", "kept"),
    [
        ("Alternative Rock", "Rock", "Alternative Rock"),
        ("Hard Rock", "Rock", "Hard Rock"),
        ("World, Ambient, New Age", "Electronic", "Ambient"),
        ("Mandopop", "Pop", "Mandopop"),
        ("華語流行", "Pop", "華語流行"),
        ("死亡金屬", "Rock", "死亡金屬"),
    ],
)
def test_a_finer_genre_of_the_same_family_is_kept_and_that_is_said(old, accepts, kept):
    found = in_file((old,), accepted(accepts))

    assert found.genres == (old,)
    assert found.is_left
    assert str(found.reason) == f"keeps {kept}, which is finer"


@pytest.mark.parametrize(
    ("old", "accepts"), [("Rock", "Hard Rock"), ("Jazz", "Rock"), ("Nonsense", "Rock")]
)
def test_a_coarser_strange_or_unknown_genre_is_replaced(old, accepts):
    assert in_file((old,), accepted(accepts)).genres == (accepts,)


def test_of_several_accepted_genres_each_that_has_a_finer_one_is_kept():
    found = in_file(("Alternative Rock",), accepted("Rock", "Jazz"))

    assert found.genres == ("Alternative Rock", "Jazz")
    assert not found.is_left


def test_a_file_without_a_genre_gets_what_was_accepted_under_every_rule():
    for existing in Existing:
        assert in_file((), accepted("Rock"), existing=existing).genres == ("Rock",)


def test_where_only_empty_files_are_written_others_keep_what_they_have():
    found = in_file(("Jazz",), accepted("Rock"), existing=Existing.ONLY_EMPTY)

    assert found.is_left
    assert str(found.reason) == "keeps Jazz; only files without a genre are given one"


def test_replacing_replaces_a_finer_genre_too():
    found = in_file(("Alternative Rock",), accepted("Rock"), existing=Existing.REPLACE)

    assert found.genres == ("Rock",)


@pytest.mark.parametrize(
    ("order", "genres"),
    [
        (GenreOrder.NEW_FIRST, ("Rock", "Jazz", "Folk")),
        (GenreOrder.OLD_FIRST, ("Jazz", "Folk", "Rock")),
    ],
)
def test_genres_are_added_before_or_behind_those_that_are_there(order, genres):
    found = in_file(("Jazz", "Folk"), accepted("Rock"), existing=Existing.ADD, order=order)

    assert found.genres == genres


def test_no_more_genres_are_written_than_wanted_and_old_ones_may_leave_no_room():
    rules = {"existing": Existing.ADD, "most": 2}
    new_first = in_file(("Jazz", "Folk"), accepted("Rock"), **rules)
    old_first = in_file(("Jazz", "Folk"), accepted("Rock"), order=GenreOrder.OLD_FIRST, **rules)

    assert new_first.genres == ("Rock", "Jazz")
    assert old_first.is_left
    assert str(old_first.reason) == "has 2 already, and no more are to be written"


@pytest.mark.parametrize("existing", Existing)
@pytest.mark.parametrize("names_as", NamesAs)
def test_the_same_genre_in_another_language_leaves_a_file_as_it_is(existing, names_as):
    for spelled in ("流行", "Pop", "pop", "流行歌曲", "ポップ"):
        found = in_file((spelled,), accepted("Pop"), existing=existing, names_as=names_as)
        assert (found.genres, found.is_left) == ((spelled,), True)


@pytest.mark.parametrize(
    ("names_as", "written"),
    [
        (NamesAs.SUGGESTED, "Pop Rock"),
        (NamesAs.ENGLISH, "Pop Rock"),
        (NamesAs.TRADITIONAL, "流行搖滾"),
        (NamesAs.SIMPLIFIED, "流行摇滚"),
    ],
)
def test_suggested_names_are_written_in_the_language_chosen(names_as, written):
    assert in_file((), accepted("Pop Rock"), names_as=names_as).genres == (written,)


def test_names_are_written_as_most_files_have_them():
    usual = UsualNames.measured({"流行": 30, "搖滾": 9, "Jazz": 5, "Hip Hop": 2, "Rap": 1}, KNOWN)
    written = {
        genre: in_file((), accepted(genre), usual, names_as=NamesAs.FILES).genres
        for genre in ("Pop", "Hip-Hop", "Blues")
    }

    assert usual.language == "zh_TW"
    assert written == {"Pop": ("流行",), "Hip-Hop": ("Hip Hop",), "Blues": ("藍調",)}


def test_a_library_without_genres_is_taken_for_english():
    assert UsualNames.measured({}, KNOWN).language == "en"
    assert UsualNames.measured({"Klezmerx": 4}, KNOWN).language == "en"


def test_what_is_spelled_alike_in_both_chinese_scripts_speaks_for_traditional_first():
    assert language_of_name("流行", KNOWN) is None or language_of_name("流行", KNOWN) == "zh_TW"
    assert language_of_name("搖滾", KNOWN) == "zh_TW"
    assert language_of_name("摇滚", KNOWN) == "zh_CN"
    assert language_of_name("rock", KNOWN) == "en"
    assert language_of_name("Klezmerx", KNOWN) is None


def test_a_genre_chosen_by_hand_for_a_track_replaces_a_finer_one_in_the_language_chosen():
    found = in_file(("Alternative Rock",), chosen("Rock"), names_as=NamesAs.TRADITIONAL)

    assert found.genres == ("搖滾",)


def test_what_was_accepted_and_typed_is_written_though_the_file_has_a_finer_one():
    found = in_file(("Alternative Rock",), typed("Rock", state=ReviewState.ACCEPTED))

    assert found.genres == ("Rock",)


@given(st.lists(st.sampled_from(SPELLINGS), max_size=3), GENRES, RULES)
def test_typed_text_is_written_as_it_was_typed_whatever_the_rules(old, genres, rules):
    found = outcome(old, typed(*genres), rules, KNOWN)

    assert found.genres == tuple(genres)
    assert found.is_left is (tuple(old) == tuple(genres))


@given(st.lists(st.sampled_from(SPELLINGS), max_size=3), GENRES, RULES)
def test_writing_twice_changes_nothing_the_second_time(old, genres, rules):
    once = outcome(old, accepted(*genres), rules, KNOWN)
    twice = outcome(once.genres, accepted(*genres), rules, KNOWN)

    if not rules.most:
        assert twice.is_left or twice.genres == once.genres


@given(GENRES, GENRES)
def test_by_default_no_finer_genre_of_an_accepted_one_is_ever_lost(old, genres):
    found = in_file(old, accepted(*genres))

    for genre in genres:
        finer = [one for one in old if KNOWN.is_finer(one, genre)]
        assert not finer or set(finer) & set(found.genres)


@given(st.lists(st.sampled_from(SPELLINGS), max_size=3), GENRES, RULES)
def test_what_is_left_is_just_what_the_file_has(old, genres, rules):
    found = outcome(old, accepted(*genres), rules, KNOWN)

    assert not found.is_left or found.genres == tuple(old)


def test_without_a_decision_that_holds_a_file_stays_as_it_is():
    undone = DecisionLine(ReviewState.UNDONE, ("Rock",), "Rock")
    skipped = DecisionLine(ReviewState.SKIPPED, (), "")

    for decision in (None, undone, skipped):
        assert in_file(("Jazz",), decision).genres == ("Jazz",)


def test_a_ruling_answers_for_texts_as_lists_have_them():
    ruling = GenreRuling(GenreRules(), KNOWN)

    assert ruling.of_text("Jazz; Hard Rock", accepted("Rock")).genres == ("Jazz", "Hard Rock")
    assert ruling.of_text("", accepted("Rock")).genres == ("Rock",)


def test_names_can_be_written_in_each_language_that_there_is():
    assert [one.value for one in NamesAs] == ["suggested", "files", *LANGUAGES]
