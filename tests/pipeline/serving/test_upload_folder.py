"""The folder in which uploads lie: one's own alone, and gone with its owner."""

import pytest

from musicreclass import paths
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.serving.upload_folder import FOLDER, upload_folder


def fail_amid_uploads():
    with upload_folder() as folder:
        (folder / "deep").mkdir()
        (folder / "deep" / "a.mp3").write_bytes(b"sound")
        raise RuntimeError


def test_it_goes_with_all_that_lies_in_it_also_amid_a_fault():
    with pytest.raises(RuntimeError):
        fail_amid_uploads()

    assert list((paths.cache_dir() / FOLDER).iterdir()) == []


def test_another_that_is_in_use_stays():
    with upload_folder() as first:
        with upload_folder() as second:
            assert first.is_dir()
            assert second.is_dir()
        assert first.is_dir()
        assert not second.exists()


def test_what_is_no_folder_of_uploads_stays():
    ground = paths.cache_dir() / FOLDER
    ground.mkdir()
    (ground / "a person's").mkdir()

    with upload_folder():
        assert (ground / "a person's").is_dir()


def test_a_disk_that_refuses_is_a_sentence():
    (paths.cache_dir() / FOLDER).write_text("a file in its place")

    with pytest.raises(MusicReclassError) as refused, upload_folder():
        pass

    assert refused.value.reason.code == "serve.no_folder"
