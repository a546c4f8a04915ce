import json

import numpy as np
import pytest

from musicreclass import paths
from musicreclass.core.genre import Taxonomy, TaxonomyProblem
from musicreclass.core.sound_tags import (
    SoundTags,
    TagReader,
    TagScore,
    TagSort,
    TrackTags,
    additional_genres,
)
from musicreclass.sentences.languages import LANGUAGES

TEXT = paths.resource("sound_tags.json").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def tags():
    return SoundTags.shipped()


@pytest.fixture(scope="module")
def known():
    return Taxonomy.shipped()


@pytest.fixture(scope="module")
def reader(tags):
    """Return a reader of the vocabulary's columns alone, of which music at large has -4 ± 2."""
    columns = [column for tag in tags.tags for column in tag.columns]
    return TagReader.of(tags, columns, np.full(len(columns), -4.0), np.full(len(columns), 2.0))


def row(reader, **logits):
    """Return a row in which all columns of some tags have a logit, all others that of most."""
    made = np.full(reader.weights.shape[1], -4.0)
    for tag_id, logit in logits.items():
        index = next(i for i, t in enumerate(reader.tags) if t.id == tag_id.replace("_", "-"))
        made[reader.weights[index] > 0] = logit
    return made


def said(*tag_ids, score=0.5):
    return TrackTags(tuple(TagScore(tag_id, score, True) for tag_id in tag_ids))


def test_each_sort_has_tags_and_each_tag_a_name_in_every_language(tags):
    assert {tag.sort for tag in tags.tags} | {TagSort.OTHER} == set(TagSort)
    assert all(tag.names[language] for tag in tags.tags for language in LANGUAGES)


def test_no_column_stands_for_two_tags(tags):
    columns = [column for tag in tags.tags for column in tag.columns]

    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize(
    ("text", "sort", "expected"),
    [
        ("mellow", None, ("mellow",)),
        ("柔和", None, ("mellow",)),
        ("舒缓", None, ("mellow",)),
        ("Indie Rock", None, ("indie-rock",)),
        ("獨立搖滾", None, ("indie-rock",)),
        ("female", TagSort.VOICE, ("female-voice",)),
        ("女聲", TagSort.VOICE, ("female-voice",)),
        ("instrumental", TagSort.VOICE, ("no-voice",)),
        ("1980s", TagSort.ERA, ("80s",)),
        ("八十年代", TagSort.ERA, ("80s",)),
        ("mello", None, ("mellow",)),
        ("mellow", TagSort.ERA, ()),
        ("zither", None, ()),
        ("", None, ()),
    ],
)
def test_a_tag_is_found_by_any_of_its_names(tags, text, sort, expected):
    assert tags.find(text, sort) == expected


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["tags"][0].pop("columns"),
        lambda content: content["tags"][0].update(id="no genre"),
        lambda content: content["tags"][-1].update(en="60s"),
        lambda content: content["tags"][-1].pop("zh_CN"),
        lambda content: content["sorts"].pop("mood"),
    ],
)
def test_a_damaged_list_is_refused_in_a_sentence(known, change):
    content = json.loads(TEXT)
    change(content)

    with pytest.raises(TaxonomyProblem, match="the list of sound tags is damaged"):
        SoundTags.from_json(json.dumps(content), known)


def test_what_stands_out_is_shown_with_the_score_that_the_networks_give(reader):
    found = reader.tags_of(row(reader, mellow=0.0, female_voice=1.0))

    assert {one.id for one in found.shown} == {"mellow", "female-voice"}
    assert {one.id: one.score for one in found.shown}["mellow"] == 0.5
    assert len(found.scores) == len(reader.tags)


def test_names_of_one_tag_count_together_as_their_mean(reader):
    columns = reader.weights[[t.id for t in reader.tags].index("female-voice")] > 0
    one_of_six = row(reader)
    one_of_six[np.flatnonzero(columns)[0]] = 0.0  # two deviations by one name, none by five

    assert reader.tags_of(one_of_six).shown == ()


def test_music_at_large_sounds_like_nothing(reader):
    assert reader.tags_of(row(reader)).shown == ()


def test_a_track_has_one_voice_one_era_and_a_few_of_all_else(reader):
    loud = row(reader, female_voice=2.0, male_voice=3.0, **{"60s": 1.0, "80s": 4.0})
    loud[reader.weights[[t.id for t in reader.tags].index("sad")] > 0] = 5.0
    found = reader.tags_of(loud + np.where(loud == -4.0, 5.0, 0.0))

    sorts = [reader.vocabulary.sort_of(one.id) for one in found.shown]
    assert {"male-voice", "80s", "sad"} <= {one.id for one in found.shown}
    assert all(sorts.count(sort) <= reader.vocabulary.most[sort] for sort in TagSort)


def test_many_tracks_are_read_as_each_by_itself(reader):
    rows = np.random.default_rng(0).normal(-4.0, 2.5, (50, reader.weights.shape[1]))

    each = [set(reader.tags_of(one).shown_ids) for one in rows]
    assert list(map(set, reader.shown(rows))) == each


def test_people_are_told_sort_by_sort(tags):
    told = said("80s", "female-voice", "mellow", "indie").shown_ids

    assert told == ("indie", "mellow", "female-voice", "80s")


def test_sources_are_joined_within_the_limits_and_the_first_has_the_say(tags):
    joined = tags.joined(said("80s", "sad"), said("90s", "sad", "gongs", score=0.9))

    assert joined.shown_ids == ("sad", "80s", "gongs")
    assert {one.id: one.score for one in joined.scores}["sad"] == 0.9


def test_a_style_goes_to_the_nearest_genre_that_is_asked_for(tags, known):
    rock, metal = tags.styles_of(["Rock", "金屬"], known)
    alone, nothing = tags.styles_of(["Rock", "老歌集"], known)

    assert metal[0] == ("encoder.msd.tag.metal", "encoder.mtt.tag.metal")
    assert metal[1] == ("encoder.msd.tag.heavy metal",)
    assert "encoder.msd.tag.hard rock" in rock[1]
    assert set(alone[1]) - set(rock[1]) == {*metal[0], *metal[1]}
    assert nothing == ((), ())


def test_a_name_of_magnatagatune_is_the_tag_that_it_belongs_to(tags):
    assert tags.of_magnatagatune("woman") == "female-voice"
    assert tags.of_magnatagatune("gongs") == "gongs"


@pytest.mark.parametrize(
    ("genres", "styles", "expected"),
    [
        (("Pop",), ("indie-pop", "house"), ("Pop", "Indie Pop", "House")),
        (("Pop",), ("house", "electro", "dance"), ("Pop", "House", "Electro")),
        (("Hard Rock",), ("rock", "classic-rock"), ("Hard Rock", "Classic Rock")),
        (("rock",), ("rock", "punk"), ("rock", "Punk")),
        (("Pop",), ("indie-rock", "indie", "rock"), ("Pop", "Indie Rock")),
        (("民謠", "Jazz"), ("folk", "jazz", "mellow", "80s"), ("民謠", "Jazz")),
        (("老歌兒",), ("soul",), ("老歌兒", "Soul")),
    ],
)
def test_styles_follow_the_genre_where_they_say_more(known, genres, styles, expected):
    assert additional_genres(genres, said(*styles), known, 2, 0.3) == expected


def test_styles_below_the_score_or_not_shown_are_not_added(known):
    tags = TrackTags((TagScore("house", 0.29, True), TagScore("punk", 0.9, False)))

    assert additional_genres(("Pop",), tags, known, 2, 0.3) == ("Pop",)
