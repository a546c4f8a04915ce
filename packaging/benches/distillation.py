"""What a network gains by a teacher: trained on the genres alone, and by the encoder, too.

Tracks below --data are parted by artist, several times: a third with their genres to learn from,
a third without, and a third to be asked about. Both networks begin alike, and learn as long.
"""

import argparse
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep

from musicreclass.core.job import QuietContext
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.datasets.training_sources import FolderSource
from musicreclass.pipeline.training.training_plan import TrainingSettings
from musicreclass.training.data.labelled_tracks import NO_GENRE, LabelledTracks
from musicreclass.training.data.split import folds
from musicreclass.training.make import fitted
from musicreclass.training.measure.evaluation import paired

THIRDS = 3

Answers = npt.NDArray[np.float32]  # shape (n_tracks, n_genres)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="a folder of genre folders")
    parser.add_argument("--splits", type=int, default=10)
    parser.add_argument("--network", default="cnn", help="that learns")
    parser.add_argument("--epochs", type=int, default=20)
    options = parser.parse_args()
    overrides = {"epochs": options.epochs}
    by_teacher = TrainingSettings(
        Path(), "quick", overrides=overrides, network=options.network, teacher="encoder"
    )
    source = FolderSource(options.data, AnalysisOptions.of_this_user())
    tracks = source.survey(QuietContext()).analyze(by_teacher.plan().needs, QuietContext()).tracks
    said: dict[str, list[Answers]] = {"hard": [], "distilled": []}
    truth, groups, teachers = [], [], []
    for split in range(options.splits):
        third = folds(tracks.labels, tracks.groups, THIRDS, split)
        known, others, asked = (tracks.at(np.flatnonzero(third == one)) for one in range(THIRDS))
        others = replace(others, labels=np.full(len(others), NO_GENRE))
        for name, settings in (("hard", by_teacher.without_teacher()), ("distilled", by_teacher)):
            said[name].append(_answers(settings, known, others, asked, split))
        teachers.append(_right_of_teacher(by_teacher, known, asked, split))
        truth.append(asked.labels)
        groups.append(asked.groups)
        right = [np.mean(said[n][-1].argmax(axis=1) == asked.labels) for n in said]
        print(
            f"split {split + 1}: hard {right[0]:.1%}, distilled {right[1]:.1%}, teacher "
            f"{teachers[-1]:.1%} of {len(asked)}",
            flush=True,
        )
    labels, of_artists = np.concatenate(truth), np.concatenate(groups)
    hard, distilled = (np.concatenate(said[name]) for name in ("hard", "distilled"))
    gain = paired(distilled, hard, labels, of_artists)
    low, high = (gain.interval.low, gain.interval.high) if gain.interval else (-1.0, 1.0)
    text = (
        f"right on {np.mean(distilled.argmax(axis=1) == labels):.1%} instead of "
        f"{np.mean(hard.argmax(axis=1) == labels):.1%} (gained {100 * gain.accuracy:+.1f} points, "
        f"{100 * low:+.1f} to {100 * high:+.1f}), the teacher itself on {np.mean(teachers):.1%}; "
        f"{options.splits} splits of {len(tracks)} tracks"
    )
    print(text)
    keep(f"distillation.{options.network}", f"a {options.network} taught by the encoder", text)


def _answers(
    settings: TrainingSettings,
    known: LabelledTracks,
    others: LabelledTracks,
    asked: LabelledTracks,
    seed: int,
) -> Answers:
    (member,) = settings.plan().members
    network, _ = fitted(member, known, QuietContext(), seed=seed, unlabelled=others)
    return network.answers(asked.features, asked.mels).log_probs


def _right_of_teacher(
    settings: TrainingSettings, known: LabelledTracks, asked: LabelledTracks, seed: int
) -> float:
    (member,) = settings.plan().members
    assert member.teacher is not None
    own = replace(member, config=member.teacher.config, teacher=None)
    network, _ = fitted(own, known, QuietContext(), seed=seed)
    said = network.answers(asked.features, asked.mels).log_probs
    return float(np.mean(said.argmax(axis=1) == asked.labels))


if __name__ == "__main__":
    main()
