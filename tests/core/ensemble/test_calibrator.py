from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musicreclass.core.ensemble.calibrator import LEAST_SECONDS, ConformalSets, EnsembleCalibrator
from musicreclass.core.ensemble.columns import PredictionColumns, ScoreColumns
from musicreclass.core.ensemble.log_probs import UnusableScores
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.core.ensemble.stored import DamagedCalibration
from musicreclass.core.ensemble.weighting import Ensemble
from tests.core.known_predictions import GENRES, near_zero, says


def calibrator(least_probability=0.3, weights=(1.0, 1.0), novelty=None):
    ensemble = Ensemble(GENRES, ("a", "b"), np.array(weights), np.ones(2))
    return EnsembleCalibrator(ensemble, ConformalSets(0.9, least_probability), novelty=novelty)


def test_agreement_on_the_only_possible_genre_is_sure():
    suggestion = calibrator().suggest([says("a", 0.8, 0.1, 0.1), says("b", 0.7, 0.2, 0.1)])

    assert suggestion.verdict is Verdict.SURE
    assert suggestion.genre == "Pop"
    assert suggestion.possible == ("Pop",)
    assert [c.genre for c in suggestion.candidates] == ["Pop", "Rock", "Jazz"]
    assert sum(c.confidence for c in suggestion.candidates) == pytest.approx(1.0)
    assert [(o.classifier, o.genre) for o in suggestion.opinions] == [("a", "Pop"), ("b", "Pop")]
    assert suggestion.seconds_analyzed == 30.0


@pytest.mark.parametrize(
    ("least_probability", "n_possible"), [(0.01, 3), (0.999, 0)], ids=["several", "none"]
)
def test_more_than_one_possible_genre_or_none_is_not_sure(least_probability, n_possible):
    said = [says("a", 0.8, 0.1, 0.1), says("b", 0.7, 0.2, 0.1)]

    suggestion = calibrator(least_probability).suggest(said)

    assert suggestion.verdict is Verdict.NOT_SURE
    assert len(suggestion.possible) == n_possible


def test_lukewarm_classifiers_that_disagree_are_not_sure():
    suggestion = calibrator().suggest([says("a", 0.4, 0.3, 0.3), says("b", 0.3, 0.4, 0.3)])

    assert suggestion.verdict is Verdict.NOT_SURE


def test_an_ear_that_believes_in_another_genre_makes_them_differ():
    suggestion = calibrator().suggest([says("a", 0.98, 0.01, 0.01), says("b", 0.2, 0.7, 0.1)])

    assert suggestion.verdict is Verdict.DIFFER
    assert suggestion.genre is None


def test_an_ear_without_weight_cannot_contradict():
    said = [says("a", 0.98, 0.01, 0.01), says("b", 0.2, 0.7, 0.1)]

    assert calibrator(weights=(1.0, 0.0)).suggest(said).verdict is Verdict.SURE


@pytest.mark.parametrize(
    ("embedding", "verdict"), [(np.zeros(4), Verdict.SURE), (np.full(4, 9.0), Verdict.NOVEL)]
)
def test_what_is_like_nothing_known_is_novel_however_confident(embedding, verdict):
    known = calibrator(novelty=near_zero())

    suggestion = known.suggest([says("a", 0.98, 0.01, 0.01, embedding=embedding)])

    assert suggestion.verdict is verdict


def test_without_an_embedding_nothing_is_novel():
    suggestion = calibrator(novelty=near_zero()).suggest([says("a", 0.98, 0.01, 0.01)])

    assert suggestion.verdict is Verdict.SURE


def test_who_knows_one_genre_is_never_sure_of_it():
    alone = EnsembleCalibrator(Ensemble.of_equals({"a": ("Pop",)}), ConformalSets(0.9, 0.5))

    suggestion = alone.suggest([says("a", 1.0, genres=("Pop",))])

    assert suggestion.verdict is Verdict.NOT_SURE
    assert suggestion.confidence == 0.0
    assert suggestion.opinions[0].confidence == 0.0


def test_strangers_alone_get_a_sentence():
    with pytest.raises(UnusableScores, match="No classifier in use has heard this track"):
        calibrator().suggest([says("stranger", 0.8, 0.1, 0.1)])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("ensemble.weights", "weights is not made of numbers"),
        ("sets.coverage", "coverage is not made of numbers"),
        ("outcomes.is_right", "is_right is not made of numbers"),
        ("rule.sure_confidence", "sure_confidence is not made of numbers"),
        ("familiarity.whitener", "whitener is not made of numbers"),
    ],
)
def test_damage_anywhere_is_refused_in_a_sentence(name, reason):
    stored = calibrator(novelty=near_zero()).to_dict()

    with pytest.raises(DamagedCalibration, match=reason):
        EnsembleCalibrator.from_dict(stored | {name: ["rubbish"]})


def test_silence_is_novel_however_confident():
    silence = replace(says("a", 0.98, 0.01, 0.01), is_silent=True)

    suggestion = calibrator().suggest([silence, says("b", 0.98, 0.01, 0.01)])

    assert suggestion.verdict is Verdict.NOVEL
    assert suggestion.genre is None


@pytest.mark.parametrize(
    ("seconds", "verdict"), [(2.9, Verdict.NOT_SURE), (LEAST_SECONDS, Verdict.SURE)]
)
def test_too_little_sound_is_not_sure(seconds, verdict):
    short = replace(says("a", 0.98, 0.01, 0.01), seconds_analyzed=seconds)

    assert calibrator().suggest([short]).verdict is verdict


@st.composite
def tracks(draw):
    """Draw predictions of some tracks by the same classifiers, whose genres need not be equal."""
    n_tracks = draw(st.integers(1, 5))
    lists = [draw(st.permutations((*GENRES, "Polka")))[: draw(st.integers(1, 4))] for _ in "ab"]
    numbers = np.random.default_rng(draw(st.integers(0, 2**32)))
    embeds = draw(st.booleans())
    return [
        [
            Prediction(
                name,
                tuple(genres),
                (3.0 * numbers.normal(size=len(genres))).astype(np.float32),
                embedding=(3.0 * numbers.normal(size=4)).astype(np.float32) if embeds else None,
                seconds_analyzed=float(numbers.choice([1.0, 30.0])),
                is_silent=bool(numbers.random() < 0.2),
            )
            for name, genres in zip("ab", lists, strict=True)
        ]
        for _ in range(n_tracks)
    ]


def columns(tracks):
    said = {
        of_one[0].classifier: ScoreColumns(
            of_one[0].genres,
            np.stack([p.scores for p in of_one]),
            None if of_one[0].embedding is None else np.stack([p.embedding for p in of_one]),
        )
        for of_one in zip(*tracks, strict=True)
    }
    return PredictionColumns(
        said,
        np.array([max(p.seconds_analyzed for p in track) for track in tracks]),
        np.array([any(p.is_silent for p in track) for track in tracks]),
    )


@given(tracks())
def test_many_at_once_come_to_what_each_comes_to_alone(tracks):
    calibrator = EnsembleCalibrator(
        Ensemble.of_equals({p.classifier: p.genres for p in tracks[0]}),
        ConformalSets(0.9, 0.3),
        novelty=near_zero(),
    )

    together = calibrator.suggest_many(columns(tracks))

    alone = [calibrator.suggest(predictions) for predictions in tracks]
    made = [together[row] for row in range(len(together))]
    assert [s.verdict for s in made] == [s.verdict for s in alone]
    assert [[c.genre for c in s.candidates] for s in made] == [
        [c.genre for c in s.candidates] for s in alone
    ]
    np.testing.assert_allclose(
        [[c.confidence for c in s.candidates] for s in made],
        [[c.confidence for c in s.candidates] for s in alone],
        rtol=1e-9,
    )


@given(tracks())
def test_lines_say_what_whole_suggestions_say(tracks):
    calibrator = EnsembleCalibrator(Ensemble.of_equals({p.classifier: p.genres for p in tracks[0]}))

    together = calibrator.suggest_many(columns(tracks))

    assert together.lines() == [together[row].line for row in range(len(together))]


def test_a_line_names_those_who_agree_with_it():
    line = calibrator().suggest([says("a", 0.98, 0.01, 0.01), says("b", 0.2, 0.7, 0.1)]).line

    assert line.genre == "Pop"
    assert line.agreeing == ("a",)
    assert [(name, genre) for name, genre, _ in line.opinions] == [("a", "Pop"), ("b", "Rock")]


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        ({"coverage": 0.9}, "least_probability is missing"),
        ({"coverage": 1.5, "least_probability": 0.1}, "coverage is not from 0 to 1"),
        ({"coverage": 0.9, "least_probability": np.nan}, "least_probability is not finite"),
    ],
)
def test_damaged_sets_are_refused_in_a_sentence(stored, reason):
    with pytest.raises(DamagedCalibration, match=reason):
        ConformalSets.from_dict(stored)
