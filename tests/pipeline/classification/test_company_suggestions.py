from datetime import UTC, datetime

import numpy as np
import pytest

from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.company_evidence import Most
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.classify import classify_library
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import STAMP, write_library
from tests.small_bundles import GENRES, made_up, remember, save_small_bundle, small_bundle

ALBUM = {"artist": "Queen", "album_artist": "Queen", "album": "Jazz"}


@pytest.fixture
def bundle_file(tmp_path):
    calibrator = EnsembleCalibrator(
        Ensemble(GENRES, ("cnn",), np.ones(1), np.ones(1)), ConformalSets(0.9, 0.5)
    )
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def fill(library_file, tmp_path, bundle_file):
    def fill(confidences, tags, **options):
        folder = tmp_path / "music"
        return write_library(library_file, folder, bundle_file, confidences, tags=tags, **options)

    return fill


@pytest.fixture
def ids(fill):
    """Fill the library with an album of Rock, a doubtful track on it, and one elsewhere."""
    album = {f"{i}.mp3": ("Rock", 0.8) for i in range(8)} | {"doubtful.mp3": ("Jazz", 0.4)}
    tags = dict.fromkeys(album, ALBUM)
    return fill(album | {"alone.mp3": ("Jazz", 0.4)}, tags)


def suggested(library_file, bundle_file, **how):
    found = reviewable(library_file, bundle_file, RecordingContext(), **how)
    return {line.name: line.suggestion for line in found.lines}


def decide(library_file, track_ids, genre, **changed):
    made = Decision(ReviewState.CHANGED, (genre,), datetime.now(UTC), **changed)
    with Library(library_file) as library:
        library.decisions.record(dict.fromkeys(track_ids, made))


def of_track(library_file, bundle_file, track_id, *, by="album", learns=False):
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        return suggester.of_track(library, track_id)


def test_a_doubtful_track_goes_with_its_album_and_others_do_not(library_file, bundle_file, ids):
    alone = suggested(library_file, bundle_file)

    found = suggested(library_file, bundle_file, by="album")

    assert alone["doubtful.mp3"].genre == "Jazz"
    assert found["doubtful.mp3"].genre == "Rock"
    assert found["alone.mp3"] == alone["alone.mp3"]


@pytest.mark.parametrize("by", ["track", "album", "artist"])
def test_a_track_is_suggested_the_same_by_itself_and_among_all(library_file, bundle_file, ids, by):
    every = suggested(library_file, bundle_file, by=by)

    for name, track_id in ids.items():
        line = of_track(library_file, bundle_file, track_id, by=by).line
        assert (line.genre, line.verdict) == (every[name].genre, every[name].verdict)
        assert line.confidence == pytest.approx(every[name].confidence)


def test_what_the_album_says_is_told_with_the_suggestion(library_file, bundle_file, ids):
    said = of_track(library_file, bundle_file, ids["doubtful.mp3"])

    assert said.company.tracks == 9
    assert said.company.sounds == Most("album", "Rock", 8)
    assert of_track(library_file, bundle_file, ids["alone.mp3"]).company is None


def test_an_album_whose_only_other_track_is_not_classified_says_nothing(
    library_file, bundle_file, fill
):
    names = ("a.mp3", "b.mp3")
    ids = fill({"a.mp3": ("Jazz", 0.6), "b.mp3": None}, dict.fromkeys(names, ALBUM))

    assert of_track(library_file, bundle_file, ids["a.mp3"]).company is None
    assert of_track(library_file, bundle_file, ids["b.mp3"]) is None


def test_tracks_without_an_album_keep_the_company_of_all_by_their_artist(
    library_file, bundle_file, fill
):
    album = {f"{i}.mp3": ("Rock", 0.8) for i in range(5)}
    tags = dict.fromkeys(album, ALBUM) | {"single.mp3": {"artist": "Queen"}}
    ids = fill(album | {"single.mp3": ("Jazz", 0.4)}, tags)

    said = of_track(library_file, bundle_file, ids["single.mp3"])

    assert said.candidates[0].genre == "Rock"
    assert said.company.sounds == Most("artist", "Rock", 5)


def test_a_compilation_leaves_each_track_as_it_sounds(library_file, bundle_file, fill):
    tracks = {f"{i}.mp3": (GENRES[i % 3], 0.6) for i in range(9)}
    tags = {
        name: {"artist": f"artist {name}", "album_artist": "Various Artists", "album": "Hits"}
        for name in tracks
    }
    fill(tracks, tags)

    assert suggested(library_file, bundle_file, by="album") == suggested(library_file, bundle_file)


def test_a_decision_on_one_track_counts_for_its_album_while_it_stands(
    library_file, bundle_file, fill
):
    names = ("a.mp3", "b.mp3", "c.mp3")
    ids = fill(dict.fromkeys(names, ("Rock", 0.5)), dict.fromkeys(names, ALBUM))
    before = suggested(library_file, bundle_file, by="album", learns=True)

    decide(library_file, [ids["a.mp3"], ids["b.mp3"]], "Blues")

    after = suggested(library_file, bundle_file, by="album", learns=True)
    assert (before["c.mp3"].genre, after["c.mp3"].genre) == ("Rock", "Blues")
    said = of_track(library_file, bundle_file, ids["c.mp3"], learns=True)
    assert said.company.decided == Most("artist", "Blues", 2)
    assert suggested(library_file, bundle_file, by="album") == before
    decide(library_file, [ids["a.mp3"], ids["b.mp3"]], "Blues", became=ReviewState.UNDONE)
    assert suggested(library_file, bundle_file, by="album", learns=True) == before


def test_what_was_accepted_in_bulk_is_nobodys_word(library_file, bundle_file, ids):
    made = Decision(ReviewState.ACCEPTED, ("Blues",), datetime.now(UTC), in_bulk=True)
    with Library(library_file) as library:
        library.decisions.record({ids["0.mp3"]: made})

        assert library.decisions.given() == {}


def test_genres_in_the_files_of_others_count_as_the_nearest_that_is_known(
    library_file, bundle_file, fill
):
    tracks = {"a.mp3": None, "b.mp3": None, "c.mp3": ("Jazz", 0.4)}
    genres = {"a.mp3": ("Delta Blues", "Rock"), "b.mp3": ("Delta Blues",)}
    ids = fill(tracks, dict.fromkeys(tracks, ALBUM), genres=genres)

    said = of_track(library_file, bundle_file, ids["c.mp3"])

    assert said.candidates[0].genre == "Blues"
    assert said.company.sounds is None
    assert said.company.tagged == Most("artist", "Blues", 2)


def test_what_came_into_the_library_later_stands_for_itself(
    library_file, bundle_file, fill, ids, tmp_path
):
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=False, by="album")
        new = fill({"new.mp3": ("Jazz", 0.4)}, {"new.mp3": ALBUM})

        said = suggester.of_track(library, new["new.mp3"])

    assert said.candidates[0].genre == "Jazz"
    assert said.company is None


def test_a_new_track_of_an_album_has_all_of_the_album_suggested_anew(
    library_file, tmp_path, fill, ids, bundle_file
):
    cache = AnalysisCache(tmp_path / "cache")
    new = fill({"new.mp3": None}, {"new.mp3": ALBUM})
    path = tmp_path / "music" / "new.mp3"
    remember(cache, small_bundle(), path, STAMP, "of new.mp3", made_up())
    ctx = RecordingContext()

    options = AnalysisOptions(cache, 1)
    classify_library(library_file, bundle_file, ctx, options, by="album", speed="fast")

    published = {track_id for track_id, _ in ctx.lines}
    assert published == {*new.values(), *ids.values()} - {ids["alone.mp3"]}
    assert (
        dict(ctx.lines)[ids["doubtful.mp3"]]
        == (suggested(library_file, bundle_file, by="album")["doubtful.mp3"])
    )


def test_thousands_of_tracks_are_read_in_pieces_none_of_which_cuts_an_album(
    library_file, bundle_file, fill, monkeypatch
):
    monkeypatch.setattr("musicreclass.pipeline.classification.suggester.BATCH", 3)
    tracks = {f"{i}.mp3": ("Rock", 0.8) for i in range(12)}
    tags = {f"{i}.mp3": ALBUM | {"album": f"album {i % 3}"} for i in range(12)}
    ids = fill(tracks, tags)

    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=False, by="album")
        batches = [
            batch.scored.track_ids for batch in suggester.batches(library, RecordingContext())
        ]

    albums = [{number % 3 for number, i in enumerate(ids.values()) if i in b} for b in batches]
    assert albums == [{0}, {1}, {2}]


def test_a_track_of_a_removed_folder_stands_for_itself(library_file, bundle_file, ids):
    with Library(library_file) as library:
        library.remove_folder(library.folders()[0].id)

    said = of_track(library_file, bundle_file, ids["doubtful.mp3"])

    assert said.candidates[0].genre == "Jazz"
    assert suggested(library_file, bundle_file, by="album") == {}
