import numpy as np

from musicreclass.pipeline.study.told_groups import regrouped, told_groups
from musicreclass.training.data.grouping import Origin, groups_of


def test_a_table_beside_the_music_says_what_belongs_together(tmp_path):
    (tmp_path / "index.csv").write_text("path,genre,group\nJazz/1.mp3,Jazz,A\nJazz/2.mp3,Jazz,A\n")
    names = [str(tmp_path / "Jazz" / name) for name in ("1.mp3", "2.mp3", "3.mp3")]

    found = regrouped(names, groups_of([Origin()] * 3), told_groups(tmp_path))

    assert found.groups[0] == found.groups[1] != found.groups[2]
    assert found.known_by == {"artist": 2, "nothing": 1}


def test_what_tags_bind_stays_together(tmp_path):
    names = [str(tmp_path / name) for name in "abc"]
    by_tags = groups_of([Origin(artist="X"), Origin(artist="X"), Origin()])

    found = regrouped(names, by_tags, {names[1]: "Y", names[2]: "Y"})

    assert len(np.unique(found.groups)) == 1


def test_another_table_says_nothing(tmp_path):
    (tmp_path / "index.csv").write_text("file,who\n1.mp3,A\n")

    assert told_groups(tmp_path) == {}
    assert told_groups(tmp_path / "nowhere") == {}


def test_without_a_table_the_grouping_stays(tmp_path):
    grouping = groups_of([Origin(artist="X"), Origin()])

    assert regrouped(["a", "b"], grouping, {}) is grouping
