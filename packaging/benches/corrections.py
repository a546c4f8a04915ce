"""Corrections by a person: what a review of one collection changes in it, and in all others.

So many tracks of a collection are decided, drawn again and again. Then the others of it by other
artists are asked, and all tracks of other collections; classifiers answer each collection by
heads that never saw it. The same where the person names genres that no classifier knows, and with
an own classifier of four genres while decisions on Mandopop come in. At the end: how long it takes.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep
from _quiet import MemoryWatch
from box_classifier.material import GENRES
from box_classifier.strangers import Strangers, answers_left_out, head, strangers

from musicreclass.classifiers import encoder as encoders
from musicreclass.core.ensemble.corrections import Corrections, Points
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.job import QuietContext
from musicreclass.core.naming.scripts import script_of
from musicreclass.pipeline.spaces.sound_space import scaled_points
from musicreclass.training.data.labelled_tracks import Indices
from musicreclass.training.fit.fit_corrections import MOST, fit_corrections
from musicreclass.training.make import fitted
from musicreclass.training.reports.text_tables import table

COUNTS = (3, 5, 10, 20, 50, 100, 200)  # decisions
FEWEST_CLIPS = 30  # of a collection that is reviewed
MOST_DECIDED = 0.75  # of a collection; the others are asked
MAY_FALL = 0.5  # points, elsewhere
MAY_BE_READ = 0.1  # confidence from which on a genre is seen among the candidates
STORY_DECISIONS = 30
ASKED_FOR_TIME, AT_A_TIME = 100_000, 5_000


@dataclass(frozen=True, slots=True, eq=False)
class Music:
    """Clips as a library has them, with what is right of each."""

    found: Strangers
    known: tuple[str, ...]  # genres of the classifiers
    log_probs: LogProbs
    points: Points
    given: npt.NDArray[np.str_]  # what a person calls each
    right: npt.NDArray[np.str_]  # what each is to the box
    scripts: npt.NDArray[np.str_]  # of their names

    @property
    def artists(self) -> Indices:
        return self.found.tracks.groups

    def of_collection(self, name: str) -> npt.NDArray[np.bool_]:
        return np.asarray(np.array(self.found.collections) == name)

    def corrections(self, decided: Indices) -> Corrections | None:
        return fit_corrections(
            self.known,
            self.log_probs[decided],
            self.points[decided],
            self.given[decided].tolist(),
            self.artists[decided],
            self.scripts[decided],
        )

    def suggested(
        self, asked: Indices, corrections: Corrections | None = None
    ) -> tuple[npt.NDArray[np.str_], LogProbs]:
        """Return the genre suggested for each, and log-probabilities of all genres."""
        said = self.log_probs[asked]
        if corrections is None:
            return np.array(self.known)[said.argmax(axis=1)], said
        corrected = corrections.correct(said, self.points[asked], self.scripts[asked])
        return np.array(corrections.genres)[corrected.argmax(axis=1)], corrected


@dataclass(frozen=True, slots=True)
class Replayed:
    """One review: shares of tracks, and of what it named anew."""

    before: float  # right, of the others of the collection
    after: float
    change: float  # of what is right elsewhere
    candidates: float  # of the others, that have what is right among what can be read
    sureness: tuple[
        tuple[float, bool], ...
    ]  # of changed suggestions: what they claim, and whether it is so


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="holds real_music, music_by_genre and gtzan"
    )
    parser.add_argument("--draws", type=int, default=20)
    options = parser.parse_args()
    music = _music(options.data)
    sizes = Counter(music.found.collections)
    reviewed = [name for name, size in sizes.most_common() if size >= FEWEST_CLIPS]
    print(_of_known_genres(music, reviewed, options.draws), end="\n\n")
    print(_of_new_genres(music, options.draws), end="\n\n")
    print(_story(music, options.draws))
    print(_seconds(music))


def _music(data: Path) -> Music:
    found = strangers(data)
    said, _ = answers_left_out(found, head())
    rows = found.tracks.features
    assert rows is not None
    points = scaled_points(encoders.of_the_box().scaling, rows.astype(np.float16))
    right = np.array(GENRES)[found.tracks.labels]
    scripts = np.array([script_of(title) for title in found.titles])
    return Music(found, GENRES, said.astype(np.float64), points, right, right, scripts)


def _of_known_genres(music: Music, reviewed: Sequence[str], draws: int) -> str:
    rows, falls, rises, moved = [], [], {}, []
    for collection in reviewed:
        inside = music.of_collection(collection)
        name = collection if collection in ("GTZAN", "Emotify") else f"one of {inside.sum()} clips"
        for count, replays in _reviews(music, inside, draws):
            rows.append((name, str(count), *_cells(replays)))
            falls += [(_mean(replays, "change"), name, count)]
            moved += [one for replay in replays for one in replay.sureness]
            rises[name] = f"{_mean(replays, 'before'):.1f} to {_mean(replays, 'after'):.1f} %"
    lowest, name, count = min(falls)
    keep(
        "corrections.elsewhere",
        f"right in all other collections after 3 to 200 decisions in one of {len(reviewed)}, "
        f"mean of {draws} draws",
        f"at worst {lowest:+.2f} points ({name}, {count} decisions)",
    )
    keep(
        "corrections.within",
        "right on others of the same collection, other artists, as many decided as it allows",
        "; ".join(f"{name} {rise}" for name, rise in rises.items()),
    )
    header = ("decided in", "tracks", "right before %", "after %", "elsewhere", "worst draw")
    verdict = "kept" if lowest >= -MAY_FALL else "MISSED"
    return (
        f"{table(header, rows)}\n\nElsewhere at worst {lowest:+.2f} points; may fall by "
        f"{MAY_FALL}: {verdict}. {_calibration(moved)}"
    )


def _of_new_genres(music: Music, draws: int) -> str:
    is_chinese = np.array(["/c-pop/" in name for name in music.found.tracks.names])
    mandopop = replace(music, given=np.where(is_chinese, "Mandopop", music.given))
    is_own = music.of_collection("Emotify")
    own = replace(music, given=np.where(is_own, np.char.add("My ", music.given), music.given))
    rows, kept, moved = [], [], []
    for name, named, inside in (("c-pop", mandopop, is_chinese), ("own folders", own, is_own)):
        for count, replays in _reviews(named, inside, draws):
            candidates = f"{_mean(replays, 'candidates'):.1f}"
            rows.append((name, str(count), *_cells(replays)[1:], candidates))
            kept.append((_mean(replays, "change"), name, count, rows[-1][2], candidates))
            moved += [one for replay in replays for one in replay.sureness]
    claimed = _claimed_of_its_script(mandopop, is_chinese, draws)
    five, most = (next(one for one in kept if one[1:3] == ("c-pop", k)) for k in (5, 20))
    keep(
        "corrections.new",
        "Mandopop named by a person, others of it: suggested, and among the candidates",
        f"5 examples: {five[3]} and {five[4]} %, 20: {most[3]} and {most[4]} %; elsewhere "
        f"{min(kept)[0]:+.2f} points at worst",
    )
    what = (
        "music but pop, had it names in that script too, taken for Mandopop after so many examples"
    )
    keep("corrections.script", what, claimed)
    header = ("new genres of", "tracks", "suggested %", "elsewhere", "worst draw", "candidate %")
    return f"{table(header, rows)}\n\n{_calibration(moved)}\n{what}: {claimed}"


def _claimed_of_its_script(music: Music, inside: npt.NDArray[np.bool_], draws: int) -> str:
    """Return how much of other music a new genre would claim if its names were of its script."""
    alike = replace(music, scripts=np.where(inside, music.scripts, "Hani"))
    outside = np.flatnonzero(~inside & (music.right != "Pop"))
    said = []
    for count in (5, 10, 20):
        claimed = []
        for draw in range(draws):
            order = np.random.default_rng((draw, count)).permutation(np.flatnonzero(inside))
            after, _ = alike.suggested(outside, alike.corrections(order[:count]))
            claimed.append(_share(after == "Mandopop"))
        said.append(f"{count}: {np.mean(claimed):.1f} %")
    return ", ".join(said)


def _reviews(
    music: Music, inside: npt.NDArray[np.bool_], draws: int
) -> Iterable[tuple[int, list[Replayed]]]:
    """Yield replays for each number of decisions that a collection has tracks for."""
    for count in COUNTS:
        if count <= MOST_DECIDED * inside.sum():
            yield count, [_replay(music, inside, count, draw) for draw in range(draws)]


def _replay(music: Music, inside: npt.NDArray[np.bool_], count: int, draw: int) -> Replayed:
    order = np.random.default_rng((draw, count)).permutation(np.flatnonzero(inside))
    decided, rest = order[:count], order[count:]
    others = rest[~np.isin(music.artists[rest], music.artists[decided])]
    asked = np.concatenate([others, np.flatnonzero(~inside)])
    corrections, given = music.corrections(decided), music.given[asked]
    before, _ = music.suggested(asked)
    after, corrected = music.suggested(asked, corrections)
    genres = music.known if corrections is None else corrections.genres
    belief, index = np.exp(corrected), {genre: i for i, genre in enumerate(genres)}
    of_right = [row[index[g]] if g in index else 0.0 for row, g in zip(belief, given, strict=True)]
    n, changed = len(others), before != after
    sureness = zip(belief.max(axis=1)[changed], (after == given)[changed], strict=True)
    return Replayed(
        _share(before[:n] == given[:n]),
        _share(after[:n] == given[:n]),
        _share(after[n:] == given[n:]) - _share(before[n:] == given[n:]),
        _share(np.array(of_right[:n]) >= MAY_BE_READ),
        tuple((float(claimed), bool(is_right)) for claimed, is_right in sureness),
    )


def _share(is_so: npt.NDArray[np.bool_]) -> float:
    return 100.0 * float(is_so.mean()) if len(is_so) else float("nan")


def _mean(replays: Sequence[Replayed], field: str) -> float:
    return float(np.nanmean([getattr(one, field) for one in replays]))


def _cells(replays: Sequence[Replayed]) -> tuple[str, str, str, str]:
    worst = min(one.change for one in replays)
    if np.isnan([one.before for one in replays]).all():  # nobody but its artists
        return "", "", f"{_mean(replays, 'change'):+.2f}", f"{worst:+.2f}"
    before, after = _mean(replays, "before"), _mean(replays, "after")
    return f"{before:.1f}", f"{after:.1f}", f"{_mean(replays, 'change'):+.2f}", f"{worst:+.2f}"


def _calibration(moved: Sequence[tuple[float, bool]]) -> str:
    """Return how often changed suggestions are right, near and far, by what they claim."""
    claimed, right = np.array(moved, dtype=np.float64).T
    parts = []
    for low, high in ((0.0, 0.5), (0.5, 0.7), (0.7, 0.85), (0.85, 1.01)):
        of_part = (claimed >= low) & (claimed < high)
        if of_part.any():
            parts.append(
                f"{100.0 * claimed[of_part].mean():.0f} % claimed, "
                f"{100.0 * right[of_part].mean():.0f} % right ({of_part.sum():,})"
            )
    return f"Changed suggestions: {'; '.join(parts)}."


def _story(music: Music, draws: int) -> str:
    """Return what becomes of classical tracks while decisions on Mandopop come in."""
    is_own = music.of_collection("Emotify")
    own_rows = np.flatnonzero(is_own)
    is_chinese = np.array(["/c-pop/" in name for name in music.found.tracks.names])
    named = replace(
        music,
        known=tuple(np.unique(music.given[own_rows])),
        log_probs=_of_own_classifier(music, own_rows),
        given=np.where(is_chinese, "Mandopop", music.given),
    )
    classical = np.flatnonzero(is_own & (music.given == "Classical"))
    before = (named.suggested(classical)[0] == "Classical").sum()
    left, others = [], []
    for draw in range(draws):
        order = np.random.default_rng(draw).permutation(np.flatnonzero(is_chinese))
        corrections = named.corrections(order[:STORY_DECISIONS])
        left.append((named.suggested(classical, corrections)[0] == "Classical").sum())
        changed = named.suggested(own_rows, corrections)[0] != named.suggested(own_rows)[0]
        others.append(changed.sum())
    found = (
        f"Classical for {before} of {len(classical)} before, at least {min(left)} after; of all "
        f"{len(own_rows)} own tracks at most {max(others)} got another genre"
    )
    what = f"{STORY_DECISIONS} decisions on Mandopop with an own classifier of four genres"
    keep("corrections.story", what, found)
    return f"{what}: {found}."


def _of_own_classifier(music: Music, own: Indices) -> LogProbs:
    """Return what a classifier says of all tracks that was trained on the own ones."""
    tracks = music.found.tracks
    genres, labels = np.unique(music.given[own], return_inverse=True)
    of_own = replace(tracks.at(own), genres=tuple(genres), labels=labels)
    network, _ = fitted(head(), of_own, QuietContext(), seed=0)
    return np.asarray(network.answers(tracks.features).log_probs, dtype=np.float64)


def _seconds(music: Music) -> str:
    rng = np.random.default_rng(0)
    decided, asked = (rng.integers(0, len(music.points), count) for count in (MOST, AT_A_TIME))

    def work() -> tuple[float, float]:
        started, computed = time.perf_counter(), time.process_time()
        corrections = fit_corrections(
            music.known,
            music.log_probs[decided],
            music.points[decided],
            music.given[decided].tolist(),
        )
        assert corrections is not None
        for _ in range(ASKED_FOR_TIME // AT_A_TIME):
            corrections.correct(music.log_probs[asked], music.points[asked])
        return time.perf_counter() - started, time.process_time() - computed

    watch = MemoryWatch()
    seconds, computed = watch.run(work)
    what = f"learning from {MOST:,} decisions and correcting {ASKED_FOR_TIME:,} tracks"
    found = f"{seconds:.2f} s, {computed:.2f} s of CPU time"
    keep("corrections.seconds", what, found)
    return f"{what}: {found}; {watch.text()}."


if __name__ == "__main__":
    main()
