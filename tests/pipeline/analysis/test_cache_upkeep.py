from musicreclass import paths, settings
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisKey
from musicreclass.pipeline.analysis.cache_upkeep import cache_state, clear_cache, obey_limit
from musicreclass.settings import CacheSettings, Settings
from tests.recording_context import RecordingContext
from tests.small_bundles import made_up


def fill(cache, count=4):
    for number in range(count):
        cache.put(AnalysisKey(f"sound {number}"), made_up(number))


def test_the_limit_and_the_folder_of_the_settings_hold_for_everybody(tmp_path):
    assert AnalysisCache.of_this_user().limit_bytes == 10 << 30
    chosen = Settings(cache=CacheSettings(gigabytes=3, folder=str(tmp_path)))
    settings.save(chosen, paths.settings_file())

    cache = AnalysisCache.of_this_user()

    assert cache.limit_bytes == 3 << 30
    assert tmp_path in cache.folder.parents


def test_damaged_settings_leave_the_usual_cache():
    paths.settings_file().write_text("cache = 3")

    assert AnalysisCache.of_this_user().limit_bytes == 10 << 30


def test_a_limit_that_was_lowered_is_obeyed_at_once(tmp_path):
    fill(AnalysisCache(tmp_path))
    size = AnalysisCache(tmp_path).size()

    left = AnalysisCache(tmp_path, size // 2).make_room()

    assert 0 < left <= size // 2
    assert AnalysisCache(tmp_path).size() == left


def test_a_cache_says_its_size_and_is_cleared():
    fill(AnalysisCache.of_this_user())
    before = cache_state(RecordingContext())
    assert before.byte_count == AnalysisCache.of_this_user().size() > 0
    assert obey_limit(RecordingContext()) == before

    after = clear_cache(RecordingContext())

    assert after.byte_count == 0
    assert after.folder == before.folder


def test_nothing_but_what_is_the_caches_own_is_cleared(tmp_path):
    (tmp_path / "U2").mkdir()
    (tmp_path / "U2" / "song.mp3").write_bytes(b"mine")
    fill(AnalysisCache(tmp_path))

    AnalysisCache(tmp_path).clear()

    assert (tmp_path / "U2" / "song.mp3").exists()
