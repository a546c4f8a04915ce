"""What the box says of what it has no genre for: other genres, speech, noises, tones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from box_classifier.material import GENRES
from box_classifier.strangers import Sound, no_music, of_other_genres
from musicreclass.classifiers.bundle import Bundle
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.prediction import Prediction, Suggestion, Verdict
from musicreclass.training.reports.text_tables import percent, table

MOST_NAMED = 2  # genres that it takes another for


def no_music_table(bundle: Bundle, calibrator: EnsembleCalibrator, data: Path) -> str:
    """Return how speech and made-up noises are taken."""
    said = _said(bundle, calibrator, no_music(data))
    rows = [(kind, *_counts(suggestions)) for kind, suggestions in said.items()]
    return table(("sound", *(v.value for v in Verdict)), rows, markdown=True)


def other_genres_table(bundle: Bundle, calibrator: EnsembleCalibrator, data: Path) -> str:
    """Return how music of other genres is taken, and for what."""
    said = _said(bundle, calibrator, of_other_genres(data))
    everything = [one for suggestions in said.values() for one in suggestions]
    sure = sum(one.verdict is Verdict.SURE for one in everything) / len(everything)
    rows = [(kind, *_counts(suggestions), _taken_for(suggestions)) for kind, suggestions in
            sorted(said.items())]  # fmt: skip
    header = ("genre", *(v.value for v in Verdict), "taken for")
    found = table(header, rows, markdown=True)
    return f"{found}\n\nOf all {len(everything)} it is sure of {percent(sure)} %."


def _said(
    bundle: Bundle, calibrator: EnsembleCalibrator, sounds: Iterable[Sound]
) -> dict[str, list[Suggestion]]:
    said: dict[str, list[Suggestion]] = defaultdict(list)
    for kind, features, mel in sounds:
        predictions = []
        for classifier in bundle.classifiers:
            has_features = classifier.network.config.measured is not None
            answer = classifier.network.answer(features if has_features else None, mel)
            predictions.append(
                Prediction(
                    classifier.name,
                    GENRES,
                    answer.log_probs,
                    embedding=answer.embedding,
                    seconds_analyzed=30.0,
                )
            )
        said[kind].append(calibrator.suggest(predictions))
    return said


def _counts(said: list[Suggestion]) -> list[str]:
    return [str(sum(one.verdict is verdict for one in said) or "") for verdict in Verdict]


def _taken_for(said: list[Suggestion]) -> str:
    best = [one.candidates[0].genre for one in said]
    common = sorted(set(best), key=lambda genre: (-best.count(genre), genre))
    return ", ".join(f"{genre} {best.count(genre)}" for genre in common[:MOST_NAMED])
