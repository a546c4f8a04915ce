"""Files that appear whole, by way of one that nobody else could have put there."""

import os
import stat

import pytest

from musicreclass.classifiers.weights_file import write_bytes
from musicreclass.paths import unfinished_beside
from musicreclass.pipeline.whole_files import write_whole


def test_an_unfinished_file_is_new_and_of_another_name_each_time(tmp_path):
    made = {unfinished_beside(tmp_path / "a.csv") for _ in range(20)}

    assert len(made) == 20
    assert set(tmp_path.iterdir()) == made


@pytest.mark.skipif(os.name != "posix", reason="elsewhere links take rights")
@pytest.mark.parametrize("write", [write_whole, lambda path, content: write_bytes(content, path)])
def test_what_is_written_has_the_usual_rights_and_goes_through_no_link(tmp_path, write):
    target, victim = tmp_path / "a.html", tmp_path / "victim"
    victim.write_text("mine")
    (tmp_path / f".{target.name}.{os.getpid()}.part").symlink_to(victim)
    mask = os.umask(0o022)
    try:
        write(target, b"page")
    finally:
        os.umask(mask)

    assert (target.read_bytes(), victim.read_text()) == (b"page", "mine")
    assert stat.S_IMODE(target.stat().st_mode) == 0o644
