"""Decisions on one kind of music, and what becomes of others, by what the encoder says of tracks.

The first story happened: some thirty decisions on Mandopop made all classical tracks Pop.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from musicreclass.classifiers import encoder as encoders
from musicreclass.core.decision import Decision, ReviewState
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.library.encodings import EncodedRow
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_library, suggestions
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from tests.recording_context import RecordingContext
from tests.scored_library import STAMP, write_library
from tests.small_bundles import made_up, remember, save_small_bundle, small_bundle

KINDS = {"sinfonia": ("Blues", 0.93), "gequ": ("Rock", 0.55), "song": ("Rock", 0.55)}


@dataclass
class Shelf:
    """A library with three kinds of music: two that lie near each other, and one far from both."""

    library_file: Path
    folder: Path
    bundle_file: Path
    ids: dict[str, int] = field(default_factory=dict)

    def fill(self, unseen=(), **counts):
        """Make so many tracks of each kind, and let the bundle and the encoder speak of them."""
        said = {f"{kind}{n:02}.mp3": KINDS[kind] for kind in counts for n in range(counts[kind])}
        self.ids = write_library(self.library_file, self.folder, self.bundle_file, said)
        self.encode({name: i for name, i in self.ids.items() if name not in unseen})

    def encode(self, ids):
        scaling = encoders.of_the_box().scaling
        rng = np.random.default_rng(0)
        centres = {"sinfonia": -1.0, "gequ": 0.6, "song": 0.19}
        with Library(self.library_file) as library:
            for name, track_id in ids.items():
                scaled = centres[name[:-6]] + 0.33 * rng.normal(size=len(scaling.centre))
                row = EncodedRow(
                    encoders.of_the_box().digest,
                    (scaling.centre + scaling.spread * scaled).astype(np.float32),
                )
                predictions = library.predictions.of_track(track_id, digest_of(self.bundle_file))
                scored = ScoredTrack(track_id, STAMP, predictions, encoded=row)
                library.predictions.record(digest_of(self.bundle_file), [scored])

    def of(self, kind):
        return [track_id for name, track_id in self.ids.items() if name.startswith(kind)]

    def decide(self, track_ids, genre, said=ReviewState.CHANGED, became=None):
        made = Decision(said, (genre,) if genre else (), datetime.now(UTC), Candidate("Rock", 0.5),
                        became=became)  # fmt: skip
        with Library(self.library_file) as library:
            library.decisions.record(dict.fromkeys(track_ids, made))

    def suggested(self, bundle_file=None, learns=True):
        ctx = RecordingContext()
        suggestions(self.library_file, bundle_file or self.bundle_file, ctx, learns=learns)
        return dict(ctx.lines)

    def genres(self, kind, **wanted):
        lines = self.suggested(**wanted)
        return [lines[i].genre for i in self.of(kind)]


@pytest.fixture
def shelf(library_file, tmp_path):
    return Shelf(library_file, tmp_path / "music", save_small_bundle(tmp_path / "small.pth"))


def test_thirty_decisions_on_one_kind_of_music_leave_another_kind_alone(shelf):
    shelf.fill(sinfonia=70, gequ=40)
    before = shelf.suggested()

    shelf.decide(shelf.of("gequ")[:30], "Mandopop")

    after = shelf.suggested()
    assert {i: after[i] for i in shelf.of("sinfonia")} == {
        i: before[i] for i in shelf.of("sinfonia")
    }
    assert set(shelf.genres("gequ")[30:]) == {"Mandopop"}


def test_a_genre_named_by_a_person_is_suggested_after_three_examples(shelf):
    shelf.fill(gequ=20, sinfonia=10)

    shelf.decide(shelf.of("gequ")[:3], "外婆的歌")

    lines = shelf.suggested()
    others = [lines[i] for i in shelf.of("gequ")[3:]]
    assert {line.genre for line in others} == {"外婆的歌"}
    assert max(line.confidence for line in others) < 0.8
    assert Verdict.SURE not in {line.verdict for line in others}
    assert set(shelf.genres("sinfonia")) == {"Blues"}


def test_accepted_suggestions_hold_what_lies_around_them(shelf):
    shelf.fill(gequ=10, song=30)
    shelf.decide(shelf.of("gequ")[:6], "Mandopop")
    alone = shelf.genres("song")[15:]

    shelf.decide(shelf.of("song")[:15], "Rock", ReviewState.ACCEPTED)

    assert "Mandopop" in alone
    assert set(shelf.genres("song")[15:]) == {"Rock"}
    assert set(shelf.genres("gequ")[6:]) == {"Mandopop"}


@pytest.mark.parametrize(
    ("genre", "said", "became"),
    [
        ("Mandopop", ReviewState.CHANGED, ReviewState.UNDONE),
        ("", ReviewState.SKIPPED, None),
    ],
    ids=["undone", "skipped"],
)
def test_nothing_is_learned_from_what_was_undone_or_skipped(shelf, genre, said, became):
    shelf.fill(gequ=20)
    before = shelf.suggested()

    shelf.decide(shelf.of("gequ")[:10], genre, said, became)

    assert shelf.suggested() == before


def test_decisions_count_with_any_classifier_in_use(shelf, tmp_path):
    shelf.fill(gequ=20, sinfonia=10)
    shelf.decide(shelf.of("gequ")[:5], "Mandopop")
    other = save_small_bundle(tmp_path / "other.pth", seed=2, believes=0.2)
    with Library(shelf.library_file) as library:
        for track_id in shelf.ids.values():
            said = library.predictions.of_track(track_id, digest_of(shelf.bundle_file))
            library.predictions.record(digest_of(other), [ScoredTrack(track_id, STAMP, said)])

    assert set(shelf.genres("gequ", bundle_file=other)[5:]) == {"Mandopop"}
    assert set(shelf.genres("sinfonia", bundle_file=other)) == {"Blues"}


def test_another_classifier_gives_corrected_suggestions_while_it_is_classifying(shelf, tmp_path):
    """Two classifiers in turn: what the second says at once is what it says after a restart."""
    shelf.fill(gequ=12)
    shelf.decide(shelf.of("gequ")[6:], "Mandopop")
    other = save_small_bundle(tmp_path / "other.pth", seed=2, believes=0.2)
    cache = AnalysisCache(tmp_path / "cache")
    for seed, name in enumerate(shelf.ids):
        analysis = made_up(seed)
        remember(cache, small_bundle(), shelf.folder / name, STAMP, f"of {name}", analysis)
    ctx = RecordingContext()

    classify_library(shelf.library_file, other, ctx, AnalysisOptions(cache, 1), learns=True)

    undecided = shelf.of("gequ")[:6]
    said_at_once = dict(ctx.lines)
    assert {said_at_once[i].genre for i in undecided} == {"Mandopop"}
    assert {said_at_once[i].genre for i in undecided} == {
        shelf.suggested(bundle_file=other)[i].genre for i in undecided
    }


def test_tracks_that_the_encoder_never_saw_keep_what_classifiers_say(shelf):
    shelf.fill(unseen=["gequ19.mp3"], gequ=20)

    shelf.decide(shelf.of("gequ")[:10], "Mandopop")

    assert shelf.genres("gequ")[10:] == ["Mandopop"] * 9 + ["Rock"]
