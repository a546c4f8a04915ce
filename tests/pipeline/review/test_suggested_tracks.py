import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.precision import Outcomes
from musicreclass.core.ensemble.prediction import Candidate, Verdict
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.review.transitions import accept, change, skip
from musicreclass.errors import Cancelled
from musicreclass.pipeline.classification.loaded_classifier import digest_of
from musicreclass.pipeline.review.decide import accept_all, decide
from musicreclass.pipeline.review.suggested_tracks import precision_basis, reviewable, useful_order
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import GENRES, save_small_bundle


@pytest.fixture
def bundle_file(tmp_path):
    """Return a bundle that was right about all tracks it was calibrated on."""
    ensemble = Ensemble(GENRES, ("cnn", "mlp"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(
        ensemble, ConformalSets(0.9, 0.5), Outcomes(np.full(40, 0.9), np.ones(40))
    )
    return save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())


@pytest.fixture
def fill(library_file, tmp_path, bundle_file):
    return lambda said: write_library(library_file, tmp_path / "music", bundle_file, said)


def test_tracks_come_with_what_is_suggested_and_decided(library_file, bundle_file, fill):
    ids = fill({"a.mp3": ("Blues", 0.95), "b.mp3": ("Jazz", 0.4), "c.mp3": None})
    before = reviewable(library_file, bundle_file, RecordingContext())
    accept_all(library_file, before.lines, RecordingContext())

    by_id = {
        line.id: line for line in reviewable(library_file, bundle_file, RecordingContext()).lines
    }

    a, b, c = (by_id[ids[name]] for name in ("a.mp3", "b.mp3", "c.mp3"))
    assert (a.suggestion.genre, a.suggestion.verdict) == ("Blues", Verdict.SURE)
    assert (a.decision.text, b.decision, c.suggestion) == ("Blues", None, None)
    assert b.suggestion.verdict is Verdict.NOT_SURE
    assert before.bundle == digest_of(bundle_file)


def test_without_a_classifier_nothing_is_suggested(library_file, fill):
    fill({"a.mp3": ("Blues", 0.95)})

    found = reviewable(library_file, None, RecordingContext())

    assert (found.lines[0].suggestion, found.bundle) == (None, "")
    assert found.basis.expected(np.array([0.9])).precision.evidence_tracks == 0.0


def test_a_stopped_reading_is_stopped(library_file, bundle_file, fill):
    fill({"a.mp3": ("Blues", 0.95)})
    ctx = RecordingContext()
    ctx.cancel()

    with pytest.raises(Cancelled):
        reviewable(library_file, bundle_file, ctx)


def test_what_a_person_corrects_lowers_what_is_promised(library_file, bundle_file, fill):
    fill({f"{number}.mp3": ("Blues", 0.9) for number in range(20)})
    found = reviewable(library_file, bundle_file, RecordingContext())
    promised = found.basis.of_lines(found.lines, 0.5)

    for line in found.lines:
        made = change(line, ["Rock"])
        decide(library_file, line.id, made, RecordingContext(), bundle=found.bundle)
    corrected = precision_basis(library_file, bundle_file, RecordingContext())

    now = corrected.of_lines(found.lines, 0.5)
    assert (promised.precision.expected, promised.calibration_tracks) == (1.0, 40)
    assert now.precision.expected == pytest.approx(40 / 60)
    assert (now.calibration_tracks, now.own_decisions) == (40, 20)


def test_a_bulk_accept_proves_nothing_about_itself(library_file, bundle_file, fill):
    fill({f"{number}.mp3": ("Blues", 0.9) for number in range(20)})
    found = reviewable(library_file, bundle_file, RecordingContext())
    accept_all(library_file, found.lines, RecordingContext(), bundle=found.bundle)

    basis = precision_basis(library_file, bundle_file, RecordingContext())

    assert len(basis.decided.confidences) == 0


def test_genres_in_the_files_correct_what_is_promised_before_anybody_decides(
    library_file, bundle_file, tmp_path
):
    said = {f"{number}.mp3": ("Blues", 0.9) for number in range(20)}
    genres = {name: (("Jazz",) if i < 15 else ("Blues",)) for i, name in enumerate(said)}
    ids = write_library(library_file, tmp_path / "music", bundle_file, said, genres=genres)

    found = reviewable(library_file, bundle_file, RecordingContext())
    promised = found.basis.of_lines(found.lines, 0.5)

    assert (promised.tagged, promised.agreement) == (20, 0.25)
    assert promised.precision.expected == pytest.approx((40 + 0.5 * 5) / (40 + 0.5 * 20))
    line = next(line for line in found.lines if line.id == ids["0.mp3"])
    decide(library_file, line.id, skip(line), RecordingContext(), bundle=found.bundle)
    assert len(precision_basis(library_file, bundle_file, RecordingContext()).tagged.is_right) == 19


def test_files_that_were_trained_on_prove_nothing(library_file, tmp_path):
    provenance = TrainingProvenance.of([], ["a", "b"])
    bundle_file = save_small_bundle(tmp_path / "s.pth", training={KEY: provenance.to_plain()})
    said = dict.fromkeys(("a.mp3", "b.mp3", "c.mp3"), ("Blues", 0.9))
    genres = dict.fromkeys(said, ("Blues",))
    write_library(library_file, tmp_path / "music", bundle_file, said, genres=genres)

    basis = precision_basis(library_file, bundle_file, RecordingContext())

    assert basis.tagged.is_right.tolist() == [1.0]


def order_of(library_file, bundle_file, ids):
    names = {track_id: name for name, track_id in ids.items()}
    return [names[i] for i in useful_order(library_file, bundle_file, RecordingContext())]


def test_the_doubtful_come_first_and_near_duplicates_late(library_file, bundle_file, fill):
    ids = fill(
        {
            "duplicate 1": ("Blues", 0.4, (1.0, 0.0)),
            "duplicate 2": ("Blues", 0.41, (1.0, 0.01)),
            "duplicate 3": ("Blues", 0.42, (1.0, 0.02)),
            "other": ("Jazz", 0.6, (-9.0, 5.0)),
            "certain": ("Jazz", 0.99, (-9.0, 5.1)),
            "unheard": None,
        }
    )

    assert order_of(library_file, bundle_file, ids) == [
        "duplicate 1",
        "other",
        "duplicate 2",
        "duplicate 3",
        "certain",
    ]


def test_what_is_decided_needs_no_order(library_file, bundle_file, fill):
    ids = fill({"a": ("Blues", 0.4), "b": ("Blues", 0.5), "c": ("Jazz", 0.6), "d": ("Jazz", 0.7)})
    by_name = {
        line.name: line for line in reviewable(library_file, bundle_file, RecordingContext()).lines
    }
    said = {
        "a": accept(by_name["a"]),
        "b": change(by_name["b"], [Candidate("Rock", 0.1).genre]),
        "c": skip(by_name["c"]),
    }
    for name, made in said.items():
        decide(library_file, ids[name], made, RecordingContext())

    assert order_of(library_file, bundle_file, ids) == ["d"]


def test_a_library_without_tracks_has_no_order(library_file, bundle_file, fill):
    fill({})

    assert useful_order(library_file, bundle_file, RecordingContext()) == []
