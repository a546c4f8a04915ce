import os

import numpy as np
import pytest

from musicreclass.core.analysis import Analysis
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey


def analysis(value=1.0, *, frames=10):
    return Analysis(
        start_seconds=5.0,
        seconds=30.0,
        total_seconds=None,
        features=np.full(518, value, dtype=np.float32),
        mels=(np.full((128, frames), value, dtype=np.float16),),
        remarks=("the sound is cut off",),
    )


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_was_analyzed_comes_back_as_it_was(tmp_path):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("one"), analysis(0.1))

    back = cache.get(AnalysisKey("one"))

    assert (back.start_seconds, back.seconds, back.total_seconds) == (5.0, 30.0, None)
    assert back.remarks == ("the sound is cut off",)
    np.testing.assert_array_equal(back.features, analysis(0.1).features)
    np.testing.assert_array_equal(back.mels[0], analysis(0.1).mels[0])
    assert back.mels[0].dtype == np.float16


def test_what_was_not_analyzed_is_not_there(tmp_path):
    assert AnalysisCache(tmp_path).get(AnalysisKey("nothing")) is None


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 and then nothing", bytes(1000)])
def test_a_damaged_file_is_as_if_it_were_not_there(tmp_path, damage):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("one"), analysis())
    (path,) = files_in(tmp_path)
    path.write_bytes(damage)

    assert cache.get(AnalysisKey("one")) is None
    assert not path.exists()


def test_a_file_cut_off_anywhere_is_as_if_it_were_not_there(tmp_path):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("one"), analysis())
    (path,) = files_in(tmp_path)
    path.write_bytes(path.read_bytes()[:-200])

    assert cache.get(AnalysisKey("one")) is None


def test_nothing_in_it_can_run_code(tmp_path):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("one"), analysis())
    (path,) = files_in(tmp_path)
    np.savez(path, facts=np.array([os.system], dtype=object), allow_pickle=True)

    assert cache.get(AnalysisKey("one")) is None


def test_the_longest_unused_go_first(tmp_path):
    one_size = _size_of_one(tmp_path / "scale")
    cache = AnalysisCache(tmp_path / "cache", limit_bytes=3 * one_size + 10)
    for number, key in enumerate(["oldest", "used", "newer"]):
        cache.put(AnalysisKey(key), analysis())
        _age(cache, key, days=10 - number)
    assert cache.get(AnalysisKey("used")) is not None

    cache.put(AnalysisKey("newest"), analysis())

    kept = [key for key in ("oldest", "used", "newer", "newest") if cache.get(AnalysisKey(key))]
    assert kept == ["used", "newest"]
    assert cache.size() <= 3 * one_size


def test_a_disk_that_cannot_be_written_to_stops_nothing(tmp_path):
    (tmp_path / "cache").write_bytes(b"a file where the folder should be")
    cache = AnalysisCache(tmp_path / "cache")

    cache.put(AnalysisKey("one"), analysis())

    assert cache.get(AnalysisKey("one")) is None


def test_keys_of_any_bytes_can_be_used(tmp_path):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("/music/\udcff.mp3"), analysis())

    assert cache.get(AnalysisKey("/music/\udcff.mp3")) is not None


def _size_of_one(folder):
    AnalysisCache(folder).put(AnalysisKey("one"), analysis())
    return files_in(folder)[0].stat().st_size


def _age(cache, key, days):
    path = cache._path(AnalysisKey(key))
    stat = path.stat()
    os.utime(path, (stat.st_atime - 86_400 * days, stat.st_mtime - 86_400 * days))


def test_what_was_analyzed_of_a_sound_is_known_under_its_new_name(tmp_path):
    cache = AnalysisCache(tmp_path)
    cache.put(AnalysisKey("old", "whole"), analysis(0.1))
    cache.put(AnalysisKey("old", "30 s"), analysis(0.2))
    cache.put(AnalysisKey("other", "30 s"), analysis(0.3))

    cache.carry_over("old", "new")

    assert cache.get(AnalysisKey("old", "30 s")) is None
    assert cache.get(AnalysisKey("new", "whole")).features[0] == np.float32(0.1)
    assert cache.get(AnalysisKey("new", "30 s")).features[0] == np.float32(0.2)
    assert cache.get(AnalysisKey("other", "30 s")) is not None
