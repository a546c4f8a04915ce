"""The bundle in the box and the card that goes with it, from what was trained and measured."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from box_classifier.jobs import box_jobs, everything, fold_answers, fold_of
from box_classifier.material import GENRES, NOISE_SEED_UNHEARD, not_music, provenance
from box_classifier.plan import BOX_SEED, N_FOLDS, box_plan
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle
from musicreclass.core.ensemble.calibrator import EnsembleCalibrator
from musicreclass.core.ensemble.precision import fit_precision
from musicreclass.core.ensemble.prediction import Prediction, Verdict
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.data.provenance import KEY
from musicreclass.training.make import Made, assemble
from musicreclass.training.measure.evaluation import Evaluation, evaluate
from musicreclass.training.reports.text_tables import genre_table, percent, summary_table, table

FOLDER = Path(__file__).parents[2] / "resources" / "classifiers"
BUNDLE = FOLDER / "box.pth"
CARD = FOLDER / "box.md"

LICENCE = (
    "The weights are under the program's licence, GPL-3.0-or-later. They were learned from GTZAN "
    "(recordings of unknown licence, collected for research), from excerpts of Magnatune's "
    "catalogue (Emotify, for research) and from recorded speech; none of that is contained."
)

TEXT = """\
# The classifier in the box

`box.pth` holds two networks and what is known of them. It hears the middle 30 seconds of a file as
one log-mel spectrogram: 128 Slaney bands of 22,050 Hz, 2048 samples a frame, every 1.785th frame of
a hop of 512, in dB below the loudest point, down to -80. This is what the published pictures of
GTZAN show, so that music of which only pictures are known could be learned from.

- **mlp**: {mlp_columns} numbers that sum up the spectrogram (cepstra and their changes, rhythm,
  contrast, tones), but not how loud each part of the spectrum is: 256, 128, {n_genres}.
- **cnn**: five strided residual blocks on chunks of 3 seconds, each band's mean over the track
  taken away; ten chunks of a track, mean of their log-probabilities.
- The **ensemble** weighs both by what they said out of fold; temperatures, sets and thresholds come
  from the same answers.

It knows {genres}. {size:.1f} MB, sha256 `{digest}`, seed {seed}.

## What it heard
{counts}

{n_noises} recordings of speech, noises, hums, tones, clicks, lone strings and silence were taught
as being nothing of that. Each time it was taught, most tracks were changed as other machines might
have recorded them: tilted and rippled spectra, missing bands, squeezed or stretched dynamics, noise
floors, smeared high bands, other pitch and pace.

## What it is worth
Taught GTZAN's 442 training tracks of the fault-filtered split, tuned on its 197 validation tracks,
asked once about its 290 test tracks; five seeds. Artists are on one side only. The ledger beside
this file says when the test part was opened. Intervals draw artists, not tracks.

{home}

Taught all of GTZAN, asked about classical and rock of a collection that it never heard, with and
without the changes to recordings named above:

{travel}

Of everything, out of fold (three folds, no artist in two of them), which is what this very file
learned its confidences from:

{fold_summary}

{by_collection}

{fold_genres}

What it says of those answers, and how often it is right then:

{verdicts}

Of sounds that are no music, made anew and never taught, it says:

{noises}

## What it is good and bad at
Good at classical, metal, hip-hop, jazz; bad at rock, which it takes for country, metal or pop, and
at pop of our time. It knows nothing of folk, Latin, soul, traditional music of any country or
spoken word: there it should say "not sure" or "unlike anything known"; the tables above
say how often it does. It is a start until you train one on folders of your own.

## Licence
{licence}
"""


def made(data: Path, kept: Path) -> tuple[Made, LabelledTracks]:
    """Return the bundle with its calibrator, and what it was trained on."""
    tracks, plan = everything(data), box_plan()
    box, *by_fold = box_jobs(data, kept)
    networks = [classifier.network for classifier in bundles.load(box.file).classifiers]
    said = [fold_answers(job, plan) for job in by_fold]
    return assemble(tracks, plan, networks, fold_of(tracks), said), tracks


def install(data: Path, kept: Path, home: str, travel: str, commit: str) -> None:
    """Write the bundle and its card into the program's resources."""
    box, tracks = made(data, kept)
    known = np.flatnonzero(tracks.has_genre)
    found = _out_of_fold(box, tracks)
    training = {
        "tracks": len(known),
        "counts": dict(Counter(GENRES[i] for i in tracks.labels[known])),
        "not_music": int((~tracks.has_genre).sum()),
        "folds": N_FOLDS,
        "accuracy": found.accuracy,
        "balanced_accuracy": found.balanced_accuracy,
        "macro_f1": found.macro_f1,
        "calibration_error": found.calibration_error,
        "seed": BOX_SEED,
        "commit": commit,
        KEY: provenance(data).to_plain(),
    }
    bundle = replace(box.bundle, training=training, data_licence=LICENCE)
    FOLDER.mkdir(parents=True, exist_ok=True)
    bundles.save(bundle, BUNDLE)
    CARD.write_text(_card(bundle, box, tracks, data, home, travel), encoding="utf-8")


def _card(
    bundle: Bundle, box: Made, tracks: LabelledTracks, data: Path, home: str, travel: str
) -> str:
    content = BUNDLE.read_bytes()
    used = box_plan().members[0].config.used  # type: ignore[attr-defined]
    found = _out_of_fold(box, tracks)
    return TEXT.format(
        mlp_columns=len(used),
        n_genres=len(GENRES),
        genres=", ".join(bundle.genres),
        size=len(content) / 1e6,
        digest=hashlib.sha256(content).hexdigest(),
        seed=BOX_SEED,
        counts=_counts(tracks),
        n_noises=int((~tracks.has_genre).sum()),
        home=home,
        travel=travel,
        fold_summary=summary_table(found, markdown=True),
        by_collection=_by_collection(box, tracks),
        fold_genres=genre_table(found, markdown=True),
        verdicts=_verdicts(box, tracks),
        noises=_noises(box, not_music(data, NOISE_SEED_UNHEARD)),
        licence=LICENCE,
    )


def _said(box: Made) -> np.ndarray:
    said = {name: (GENRES, scores) for name, scores in box.out_of_fold.items()}
    index = [box.calibrator.ensemble.genres.index(genre) for genre in GENRES]
    return box.calibrator.ensemble.combine(said)[:, index]


def _out_of_fold(box: Made, tracks: LabelledTracks) -> Evaluation:
    known = np.flatnonzero(tracks.has_genre)
    return evaluate(
        _said(box)[known], tracks.labels[known], GENRES, tracks.groups[known],
        sets=box.calibrator.sets, curve=fit_precision(box.calibrator.outcomes),
    )  # fmt: skip


def _is_folder(tracks: LabelledTracks) -> np.ndarray:
    return np.array(["/" in name for name in tracks.names]) & tracks.has_genre


def _counts(tracks: LabelledTracks) -> str:
    in_folder = _is_folder(tracks)
    collections = {"GTZAN": tracks.has_genre & ~in_folder, "Emotify": in_folder}
    rows = [
        (genre, *(str(int((tracks.labels[which] == i).sum())) for which in collections.values()))
        for i, genre in enumerate(GENRES)
    ]
    return table(("genre", *collections), rows, markdown=True)


def _by_collection(box: Made, tracks: LabelledTracks) -> str:
    said, in_folder = _said(box), _is_folder(tracks)
    rows = []
    for name, which in (("GTZAN", tracks.has_genre & ~in_folder), ("Emotify", in_folder)):
        right = said[which].argmax(axis=1) == tracks.labels[which]
        rows.append((name, str(int(which.sum())), percent(float(right.mean()))))
    return table(("collection", "tracks", "accuracy %"), rows, markdown=True)


def _verdicts(box: Made, tracks: LabelledTracks) -> str:
    """Return how verdicts fall out of fold; novelty is left out, for each fold has its own."""
    calibrator = replace(box.calibrator, novelty=None)
    known = np.flatnonzero(tracks.has_genre)
    verdicts, right = [], []
    for i in known:
        suggestion = calibrator.suggest(
            [
                Prediction(name, GENRES, scores[i], seconds_analyzed=30.0)
                for name, scores in box.out_of_fold.items()
            ]
        )
        verdicts.append(suggestion.verdict)
        right.append(suggestion.candidates[0].genre == GENRES[tracks.labels[i]])
    return _shares(verdicts, right)


def _noises(box: Made, sounds: LabelledTracks) -> str:
    """Return what the finished bundle says of each kind of sound."""
    by_kind: dict[str, list[str]] = {}
    for i, name in enumerate(sounds.names):
        kind = name.partition(" ")[0].partition("_")[0]
        verdict = _verdict_of(box.calibrator, box.bundle, sounds.at(np.array([i])))
        by_kind.setdefault(kind, []).append(verdict.value)
    words = [verdict.value for verdict in Verdict]
    rows = [
        (kind, *(str(found.count(word) or "") for word in words)) for kind, found in by_kind.items()
    ]
    return table(("sound", *words), rows, markdown=True)


def _verdict_of(calibrator: EnsembleCalibrator, bundle: Bundle, track: LabelledTracks) -> Verdict:
    predictions = []
    for classifier in bundle.classifiers:
        said = classifier.network.answers(track.features, track.mels)
        predictions.append(
            Prediction(
                classifier.name,
                bundle.genres,
                said.log_probs[0],
                embedding=said.embeddings[0],
                seconds_analyzed=30.0,
            )
        )
    return calibrator.suggest(predictions).verdict


def _shares(verdicts: Sequence[Verdict], right: Sequence[bool]) -> str:
    rows = []
    for verdict in Verdict:
        of_these = [r for v, r in zip(verdicts, right, strict=True) if v is verdict]
        share = percent(float(np.mean(of_these))) if of_these else "-"
        rows.append((verdict.value, percent(len(of_these) / len(right)), share))
    return table(("verdict", "of tracks %", "right %"), rows, markdown=True)
