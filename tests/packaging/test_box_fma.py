from box_classifier.fma import TAGS, fma_table

from musicreclass import paths
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.encoder import of_the_box

GENRES = bundles.load(paths.resource("classifiers/box.pth")).genres


def rows():
    return [[c.strip() for c in r.split("|")[1:-1]] for r in fma_table(GENRES).splitlines()[2:]]


def test_each_top_genre_of_the_archive_is_a_genre_of_the_box_or_a_tag():
    assert len(rows()) == 16
    assert all(genre or tags for _, genre, tags in rows())


def test_each_genre_of_the_box_is_filed_once_in_the_archive():
    filed = [genre for _, genres, _ in rows() for genre in genres.split(", ") if genre]

    assert sorted(filed) == sorted(GENRES)


def test_the_tags_named_are_tags_of_the_encoder():
    named = {tag for text in TAGS.values() if ":" not in text for tag in text.split(", ")}

    assert named <= {tag for network in of_the_box().networks for tag in network.tags}


def test_the_card_has_the_table():
    assert fma_table(GENRES) in paths.resource("classifiers/box.md").read_text(encoding="utf-8")
