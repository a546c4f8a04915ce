"""What the mix of genres in a library is worth: how often suggestions are right by it, and without.

By the encoder's head, on clips from anywhere that it never saw: each tenth of their collections as
a library, and libraries drawn from half of the collections, of any size and any mix of genres,
where the usual mix is told by the other half.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep
from box_classifier.material import GENRES
from box_classifier.strangers import answers_left_out, head, strangers

from musicreclass.core.ensemble.genre_mix import GenreMix
from musicreclass.core.ensemble.log_probs import LogProbs, mean_log_loss
from musicreclass.training.calibrate import combined_out_of_fold, mixed_out_of_fold
from musicreclass.training.reports.text_tables import percent, table

SIZES = (30, 300, 1_000)  # tracks of a library
EVENNESS = {"few genres": 0.1, "some genres": 0.3, "most genres": 1.0, "all alike": 50.0}
DRAWS = 60

Labels = npt.NDArray[np.intp]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with real_music in it")
    options = parser.parse_args()
    found = strangers(options.data)
    said, _ = answers_left_out(found, head())
    members, anywhere = {"encoder": (GENRES, said[found.is_from_anywhere])}, found.is_from_anywhere
    labels, parts = found.tracks.labels[anywhere], found.parts()[anywhere]
    alone = combined_out_of_fold(members, GENRES, labels, parts)
    mixed = mixed_out_of_fold(alone, parts)
    before, after = (_figures(answers, labels) for answers in (alone, mixed))
    print(f"each tenth a library: {_text(before)} alone, {_text(after)} by its mix")
    keep(
        "genre_mix.tenths",
        f"right on {len(labels)} clips of collections left out, each tenth of these a library: "
        "by the encoder's head alone, and by the mix of genres",
        f"{_text(before)}; {_text(after)}",
    )
    rows = []
    for evenness, alpha in EVENNESS.items():
        for size in SIZES:
            drawn = np.array(
                [
                    (_figures(a, truth), _figures(m, truth))
                    for a, m, truth in _libraries(alone, labels, parts, size, alpha)
                ]
            ).mean(axis=0)
            rows.append((evenness, f"{size:,}", *(_text(tuple(one)) for one in drawn)))
    print(table(("library of", "tracks", "alone", "by its mix"), rows))
    for evenness in EVENNESS:
        measured = "; ".join(f"{a} to {m}" for name, _, a, m in rows if name == evenness)
        sizes = ", ".join(f"{size:,}" for size in SIZES)
        name = f"genre_mix.{evenness.replace(' ', '_')}"
        keep(name, f"the same, libraries of {sizes} drawn of {evenness}", measured)


def _libraries(
    alone: LogProbs, labels: Labels, parts: Labels, size: int, alpha: float
) -> Iterator[tuple[LogProbs, LogProbs, Labels]]:
    """Yield answers to drawn libraries, alone and by their mix, and what is right."""
    chance = np.random.default_rng(size)
    for _ in range(DRAWS):
        ours = np.isin(parts, chance.permutation(np.unique(parts))[::2])
        genres = np.unique(labels[ours])
        counts = chance.multinomial(size, chance.dirichlet(np.full(len(genres), alpha)))
        taken = np.concatenate(
            [
                chance.choice(np.flatnonzero(ours & (labels == genre)), count)
                for genre, count in zip(genres, counts, strict=True)
            ]
        )
        mix = GenreMix.of_answers(alone[~ours]).in_library(alone[taken])
        assert mix is not None
        yield alone[taken], mix.weighed(alone[taken]), labels[taken]


def _figures(answers: LogProbs, labels: Labels) -> tuple[float, float, float]:
    """Return how many are right, the mean of that over genres, and the log-loss."""
    right = answers.argmax(axis=1) == labels
    by_genre = [float(right[labels == genre].mean()) for genre in np.unique(labels)]
    return float(right.mean()), float(np.mean(by_genre)), mean_log_loss(answers, labels)


def _text(figures: tuple[float, float, float]) -> str:
    right, balanced, loss = figures
    return f"{percent(right)} % (balanced {percent(balanced)}, log-loss {loss:.2f})"


if __name__ == "__main__":
    main()
