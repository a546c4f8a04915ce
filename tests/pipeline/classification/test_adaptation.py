import numpy as np
import pytest

from musicreclass.core.decision import ReviewState
from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.review.transitions import accept, change
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.adaptation import adapt, load_suggester, renew
from musicreclass.pipeline.review.decide import accept_all, decide, undo_last
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import GENRES, save_small_bundle

N_TRACKS = 40


@pytest.fixture
def bundle_file(tmp_path):
    calibrator = EnsembleCalibrator(
        Ensemble(GENRES, ("cnn",), np.ones(1), np.ones(1)), ConformalSets(0.9, 0.5)
    )
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def ids(library_file, tmp_path, bundle_file):
    """Fill the library with what is all called Blues, half of which sounds otherwise."""
    said = {
        f"{number:02}.mp3": ("Blues", 0.6, (-1.0 if number % 2 else 1.0, 0.1 * (number % 7)))
        for number in range(N_TRACKS)
    }
    return list(write_library(library_file, tmp_path / "music", bundle_file, said).values())


@pytest.fixture
def say(library_file, bundle_file):
    """Return what decides of some tracks that those of odd numbers are Jazz."""

    def decide_some(track_ids):
        with Library(library_file) as library:
            lines = {line.id: line for batch in library.lines() for line in batch}
        for track_id in track_ids:
            line = lines[track_id]
            is_odd = int(line.name.removesuffix(".mp3")) % 2
            made = change(line, ["Jazz" if is_odd else "Blues"])
            decide(library_file, track_id, made, RecordingContext())

    return decide_some


def shown_in(library_file, bundle_file, learns=False):
    found = reviewable(library_file, bundle_file, RecordingContext(), learns=learns)
    return {line.id: line.suggestion for line in found.lines}


def test_a_handful_of_corrections_changes_what_sounds_like_them(
    library_file, bundle_file, ids, say
):
    shown = shown_in(library_file, bundle_file)
    say(ids[:12])
    ctx = RecordingContext()

    learned = adapt(library_file, bundle_file, ctx, shown=shown, learns=True)

    changed = {i: line.genre for i, line in ctx.lines}
    assert learned.decision_count == 12
    assert learned.changed_count == N_TRACKS / 2
    assert {changed[i] for i in ids[1::2]} == {"Jazz"}
    assert shown_in(library_file, bundle_file, learns=True) == shown | dict(ctx.lines)


def test_a_genre_of_ones_own_goes_by_the_script_of_names(library_file, bundle_file, tmp_path):
    rng = np.random.default_rng(0)
    names = [f"歌{i}.mp3" for i in range(20)] + [f"song {i}.mp3" for i in range(20)]
    said = {name: ("Blues", 0.6, tuple(rng.normal(size=2))) for name in names}
    by_name = write_library(library_file, tmp_path / "music", bundle_file, said)
    with Library(library_file) as library:
        lines = {line.id: line for batch in library.lines() for line in batch}
    for name in names[:6]:
        line = lines[by_name[name]]
        decide(library_file, line.id, change(line, ["我的歌"]), RecordingContext())

    shown = shown_in(library_file, bundle_file, learns=True)

    genre_of = {
        name: shown[track_id].genre for name, track_id in by_name.items() if name in names[6:]
    }
    assert [genre_of[name] for name in names[6:20]].count("我的歌") >= 8
    assert {genre_of[name] for name in names[20:]} == {"Blues"}


def test_switched_off_all_is_as_before(library_file, bundle_file, ids, say):
    before = shown_in(library_file, bundle_file)
    say(ids[:12])
    fitted = shown_in(library_file, bundle_file, learns=True)
    ctx = RecordingContext()

    learned = adapt(library_file, bundle_file, ctx, shown=fitted, learns=False)

    again = fitted | dict(ctx.lines)
    assert (learned.decision_count, learned.changed_count) == (0, N_TRACKS / 2)
    assert again == before


def test_decisions_taken_back_are_no_longer_learned_from(library_file, bundle_file, ids, say):
    before = shown_in(library_file, bundle_file)
    say(ids[:12])
    for _ in range(12):
        undo_last(library_file, RecordingContext())

    assert shown_in(library_file, bundle_file, learns=True) == before


def test_what_was_written_and_taken_back_out_of_the_files_is_not_learned_from(
    library_file, bundle_file, ids, say
):
    before = shown_in(library_file, bundle_file)
    say(ids[:12])
    with Library(library_file) as library:
        library.decisions.mark(ids[:12], ReviewState.WRITTEN)
        library.decisions.mark(ids[:12], ReviewState.UNDONE)

    assert shown_in(library_file, bundle_file, learns=True) == before


def test_what_classifiers_say_without_decisions_is_told_where_these_changed_it(
    library_file, bundle_file, ids, say
):
    say(ids[:12])
    with Library(library_file) as library:
        learned = load_suggester(library, bundle_file, learns=True)
        alone = load_suggester(library, bundle_file, learns=False)

        assert learned.of_track(library, ids[21]).candidates[0].genre == "Jazz"
        assert learned.unlearned(library, ids[21]).genre == "Blues"
        assert alone.unlearned(library, ids[21]) is None


def test_nothing_is_learned_from_what_nobody_looked_at(library_file, bundle_file, ids):
    found = reviewable(library_file, bundle_file, RecordingContext())
    accept_all(library_file, found.lines, RecordingContext(), min_confidence=0.0)

    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=True)

    assert suggester.corrections is None


def test_where_nothing_is_learned_nothing_is_published(library_file, bundle_file, ids, say):
    shown = shown_in(library_file, bundle_file)
    say(ids[:2])
    ctx = RecordingContext()

    learned = adapt(library_file, bundle_file, ctx, shown=shown, learns=True)

    assert (learned.decision_count, learned.changed_count, ctx.lines) == (0, 0, [])


def test_the_classifiers_file_stays_as_it_is(library_file, bundle_file, ids, say):
    before = bundle_file.read_bytes()
    say(ids[:12])

    adapt(library_file, bundle_file, RecordingContext(), shown={}, learns=True)

    assert bundle_file.read_bytes() == before


def test_one_genre_under_two_spellings_is_one(library_file, bundle_file, ids, tmp_path):
    found = reviewable(library_file, bundle_file, RecordingContext())
    for number, line in enumerate(found.lines[1:24:2]):
        spelling = "hip hop" if number % 2 else "Hip-Hop"
        decide(library_file, line.id, change(line, [spelling]), RecordingContext())
    for line in found.lines[0:24:2]:
        decide(library_file, line.id, accept(line), RecordingContext())

    shown = shown_in(library_file, bundle_file, learns=True)

    assert {shown[line.id].genre for line in found.lines[25::2]} == {"Hip-Hop"}


def test_another_classifier_suggests_what_the_library_has_of_it_and_nothing_else(
    library_file, bundle_file, ids, tmp_path
):
    other = save_small_bundle(tmp_path / "other.pth", seed=2)
    ctx = RecordingContext()

    renewal = renew(library_file, other, ctx, learns=True, by="album")

    assert (renewal.suggested_count, renewal.unscored_count) == (0, N_TRACKS)
    assert sorted(ctx.lines) == [(track_id, None) for track_id in sorted(ids)]


def test_going_back_to_a_classifier_suggests_as_it_did(library_file, bundle_file, ids):
    ctx = RecordingContext()

    renewal = renew(library_file, bundle_file, ctx, learns=True, by="album")

    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=True, by="album")
        expected = [line for b in suggester.batches(library, ctx) for line in b.lines()]
    assert renewal.suggested_count == N_TRACKS
    assert sorted(ctx.lines) == sorted(expected)
