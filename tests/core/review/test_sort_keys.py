"""A key that knows columns sorts like the values that it gives for single lines."""

import random

import numpy as np
import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.sort_keys import OnDisk, all_ranks, keys_of
from musicreclass.gui.services.review_figures import UsefulFirst
from musicreclass.gui.tracks.track_columns import COLUMNS
from tests.core.review_lines import decided, line

NAMES = ("青花", "apple", "Apple", "b", "", "Übung", "zz top 10", "zz top 2")


@pytest.fixture(scope="module")
def lines():
    chance = random.Random(3)

    def suggestion():
        genre, share = chance.choice(("Pop", "Jazz")), chance.choice((0.2, 0.5, 0.9))
        opinions = (("mlp", genre, share), ("cnn", chance.choice(("Pop", "Jazz")), share))
        return SuggestionLine(genre, share, chance.choice(list(Verdict)), opinions)

    def one(track_id):
        folder, name = chance.choice(NAMES), f"{chance.choice(NAMES)}{track_id}.mp3"
        decision = decided(ReviewState.CHANGED, chance.choice(("Pop", "Folk")))
        return line(
            track_id,
            chance.choice(NAMES),
            artist=chance.choice(NAMES),
            album=chance.choice(NAMES),
            genre=chance.choice(NAMES),
            year=chance.choice(("1999", "2001-02", "")),
            track_number=chance.choice(("1/12", "2", "11", "")),
            seconds=chance.choice((0.0, 60.0, 200.5)),
            format=chance.choice(("MP3", "FLAC")),
            tag_kind=chance.choice(("ID3v2.3", "MP4")),
            legacy_encoding=chance.choice(("", "gb18030")),
            folder=folder,
            location=f"/m/{folder}/{name}",
            name=name,
            suggestion=chance.choice((None, suggestion())),
            decision=chance.choice((None, None, decision)),
            sound_tags=chance.choice((None, (), ("mellow",), ("indie", "80s"), ("a tagger's",))),
        )

    return [one(track_id) for track_id in range(1, 300)]


@pytest.mark.parametrize(
    "key",
    [*(column.sort_key for column in COLUMNS), OnDisk(), UsefulFirst([7, 3, 200, 999, 12])],
    ids=[*(column.name for column in COLUMNS), "on disk", "useful"],
)
def test_columns_are_sorted_as_their_lines_would_be(key, lines):
    columns = LineColumns.of(lines)

    found = np.argsort(all_ranks(key, columns), kind="stable").tolist()

    assert found == sorted(range(len(lines)), key=lambda row: key(lines[row]))
    assert keys_of(key, columns, np.arange(20)) == [key(one) for one in lines[:20]]
