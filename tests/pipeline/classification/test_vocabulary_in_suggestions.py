"""What a person made of the genres, in what is suggested for tracks that were scored before."""

import numpy as np
import pytest

from musicreclass.core.ensemble.calibrator import ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.ensemble.weighting import Ensemble
from musicreclass.core.genres.genre_file import (
    save_vocabulary,
    shipped_taxonomy,
    vocabulary_file,
)
from musicreclass.core.genres.vocabulary import Vocabulary
from musicreclass.pipeline.review.suggested_tracks import reviewable
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import GENRES, save_small_bundle

SHIPPED = shipped_taxonomy()


@pytest.fixture
def suggested(tmp_path, library_file):
    """Return what is suggested for a track that the bundle takes for Blues with 0.8."""
    ensemble = Ensemble(GENRES, ("cnn", "mlp"), np.ones(2), np.ones(2))
    calibrator = EnsembleCalibrator(ensemble, ConformalSets(0.9, 0.5))
    bundle_file = save_small_bundle(tmp_path / "small.pth", ensemble=calibrator.to_dict())
    write_library(library_file, tmp_path / "music", bundle_file, {"a.mp3": ("Blues", 0.8)})

    def suggested(vocabulary=None):
        if vocabulary is not None:
            save_vocabulary(vocabulary, vocabulary_file())
        (line,) = reviewable(library_file, bundle_file, RecordingContext()).lines
        return line.suggestion

    return suggested


def test_a_renamed_genre_is_suggested_by_its_new_name_from_scores_of_before(suggested):
    assert suggested().genre == "Blues"
    blues = SHIPPED.find("Blues")
    names = {**blues.names, "en": "Da Blues"}
    said = suggested(Vocabulary().changed(blues, names, (), None, SHIPPED))

    assert (said.genre, said.verdict) == ("Da Blues", Verdict.SURE)
    assert said.confidence == pytest.approx(0.8, abs=1e-6)
    assert {genre for _, genre, _ in said.opinions} == {"Da Blues"}


def test_a_hidden_genre_without_family_lets_the_next_candidate_be_suggested(suggested):
    said = suggested(Vocabulary().with_shown("blues", False))

    assert said.genre in set(GENRES) - {"Blues"}
    assert said.confidence == pytest.approx(1 / (len(GENRES) - 1), abs=1e-6)


def test_a_hidden_genre_gives_its_evidence_to_the_one_above_it(suggested):
    vocabulary = Vocabulary().with_genre({"en": "Roots"}, None)
    merged = vocabulary.with_genre({"en": "Old Blues"}, vocabulary.added[0].id)
    own = merged.added[1].id

    said = suggested(merged.with_merged("blues", own).with_shown(own, False))

    assert (said.genre, said.verdict) == ("Roots", Verdict.SURE)
    assert said.confidence == pytest.approx(0.8, abs=1e-6)


def test_evidence_of_merged_genres_adds_up_until_they_are_parted(suggested):
    other = next(genre for genre in GENRES if genre != "Blues")
    vocabulary = Vocabulary().with_merged(SHIPPED.find(other).id, "blues")

    said = suggested(vocabulary)
    parted = suggested(vocabulary.with_parted(SHIPPED.find(other).id))

    assert said.genre == "Blues"
    assert said.confidence == pytest.approx(0.8 + 0.2 / (len(GENRES) - 1), abs=1e-6)
    assert parted.confidence == pytest.approx(0.8, abs=1e-6)
