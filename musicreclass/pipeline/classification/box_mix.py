"""The classifier in the box as a member beside another: it has the share of the say that is asked.

Each is asked by itself, and its answers are kept by themselves; they are mixed when something is
suggested. Of a track that the box was not asked about, the other speaks alone.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from musicreclass.core.analysis_amount import AS_TRAINED, AnalysisAmount
from musicreclass.core.ensemble.columns import Beliefs, PredictionColumns
from musicreclass.core.job import JobContext
from musicreclass.library.predictions import ScoredBatch
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.installed import installed
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.own_weights import box_share, own_shares
from musicreclass.pipeline.classification.predict_files import (
    Answer,
    Classified,
    Speed,
    predict_files,
)
from musicreclass.pipeline.classification.sound_tagging import SoundTagging
from musicreclass.pipeline.scanning.audio_files import AudioFileRef

LEAST = 1e-12  # chance of a genre; of nothing there is no logarithm


@dataclass(frozen=True, slots=True, eq=False)
class BoxMix:
    """The box, its share, and the genres of both: first those of the other."""

    box: LoadedClassifier
    share: float  # above 0, at most 1
    genres: tuple[str, ...]

    @classmethod
    def of(cls, loaded: LoadedClassifier) -> BoxMix | None:
        """Return what is mixed into a classifier; None where a person asked for nothing of it.

        Raises:
            ClassifierFileProblem: the box cannot be used.
        """
        share = box_share(own_shares(loaded.digest))
        file = next((one.path for one in installed() if one.is_in_box), None)
        if not share or file is None:
            return None
        box = load_classifier(file)
        if box.digest == loaded.digest:
            return None
        others = (genre for genre in box.genres if genre not in loaded.genres)
        return cls(box, share, (*loaded.genres, *others))

    def blended(self, own: Beliefs, said: Beliefs, rows: npt.NDArray[np.intp]) -> Beliefs:
        """Return what is believed of tracks once the box has had its say.

        Args:
            own: of all tracks, by the other.
            said: by the box, of the tracks at `rows`.
        """
        chances = np.full((len(own.log_probs), len(self.genres)), LEAST)
        chances[:, : len(own.genres)] = np.exp(own.log_probs)
        column_of = {genre: index for index, genre in enumerate(self.genres)}
        columns = np.array([column_of[genre] for genre in said.genres], dtype=np.intp)
        chances[rows] *= 1.0 - self.share
        chances[np.ix_(rows, columns)] += self.share * np.exp(said.log_probs)
        chances = np.maximum(chances, LEAST)
        return Beliefs(self.genres, np.log(chances / chances.sum(axis=1, keepdims=True)))

    def mixed(self, library: Library, batch: ScoredBatch, own: Beliefs) -> Beliefs:
        """Return what is believed of a library's tracks once the box has had its say."""
        row_of = {track_id: row for row, track_id in enumerate(batch.track_ids)}
        found = list(library.predictions.of_tracks(self.box.digest, batch.track_ids))
        said = [self.box.calibrator.beliefs(one.columns).log_probs for one in found]
        rows = [row_of[track_id] for one in found for track_id in one.track_ids]
        of_box = np.concatenate(said) if said else np.zeros((0, len(self.box.genres)))
        return self.blended(own, Beliefs(self.box.genres, of_box), np.array(rows, dtype=np.intp))


def predict_mixed(
    loaded: LoadedClassifier,
    mix: BoxMix | None,
    files: Sequence[AudioFileRef],
    ctx: JobContext,
    options: AnalysisOptions,
    *,
    speed: Speed = "thorough",
    tagging: SoundTagging | None = None,
    amount: AnalysisAmount = AS_TRAINED,
) -> Generator[Answer, None, None]:
    """Yield what `predict_files` says of files, with suggestions that the box has its say in.

    It is asked about all files first.

    Args:
        mix: None where the box has no say.

    Raises:
        Cancelled: the user stopped; what was analyzed is kept in the cache.
    """
    said: dict[str, Beliefs] = {}
    if mix is not None:
        with closing(
            predict_files(mix.box, files, ctx, options, speed=speed, amount=amount)
        ) as asked:
            said = {f.path: one.beliefs for f, one in asked if isinstance(one, Classified)}
    answers = predict_files(
        loaded, files, ctx, options, speed=speed, tagging=tagging, amount=amount
    )
    with closing(answers):
        for file, found in answers:
            if mix is not None and isinstance(found, Classified) and file.path in said:
                beliefs = mix.blended(found.beliefs, said[file.path], np.array([0]))
                columns = PredictionColumns.of_track(found.predictions)
                suggestion = loaded.calibrator.suggest_many(columns, beliefs)[0]
                yield file, replace(found, suggestion=suggestion, beliefs=beliefs)
            else:
                yield file, found
