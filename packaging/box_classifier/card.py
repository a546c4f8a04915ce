"""The bundle in the box and the card that goes with it, from what was trained and measured."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np

from box_classifier.fma import fma_table
from box_classifier.jobs import box_jobs, everything, fold_answers, fold_of
from box_classifier.material import GENRES, provenance
from box_classifier.plan import BOX_SEED, N_FOLDS, box_plan
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers.bundle import Bundle
from musicreclass.core.ensemble.precision import fit_precision
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
    "catalogue (Emotify, for research), from clips found in public repositories, of various or "
    "unknown licence, and from recorded speech; none of that is contained. The encoder is under "
    "the ISC licence, see `encoder_licence.txt`."
)

TEXT = """\
# The classifier in the box

`box.pth` holds three classifiers and what is known of them; `encoder.pth` beside it gives the first
of them its numbers.

- **encoder**: logistic regression on the 500 numbers of a pretrained encoder, which is musicnn
  0.1.0 by Jordi Pons, © Music Technology Group, Universitat Pompeu Fabra, 2019, under the ISC
  licence (see `encoder_licence.txt`): two networks trained by others on 50 tags of 200,000 songs of
  the Million Song Dataset and on 50 tags of MagnaTagATune, each with 200 numbers below its tags.
  They look at up to four patches of 3 seconds all over a track: 96 Slaney bands of 16,000 Hz. Tags
  that go by a genre's name speak for it from the start; what was learned corrects them.
- **mlp**: {mlp_columns} numbers that sum up a spectrogram (cepstra and their changes, rhythm,
  contrast, tones), but not how loud each part of the spectrum is: 256, 128, {n_genres}.
- **cnn**: five strided residual blocks on chunks of 3 seconds, each band's mean over the track
  taken away; ten chunks of a track, mean of their log-probabilities.
- The **ensemble** weighs all by what they said of collections that none of them knew; temperatures,
  sets, what is called novel and how often it is right come from the same answers, each tenth of
  which is a library.
- The **mix of genres** in a library of 20 tracks or more, as these sound, counts in each of them.

mlp and cnn look at the middle 30 seconds as one log-mel spectrogram: 128 Slaney bands of 22,050 Hz,
2048 samples a frame, every 1.785th frame of a hop of 512, in dB below the loudest point, down to
-80. This is what the published pictures of GTZAN show, so that music of which only pictures are
known could be learned from. Silence at both ends is cut off before anything is measured.

It knows {genres}; seed {seed}.
Pop in any language is Pop to it. Folk, soul, Latin, world, punk, funk and soundtracks were tried,
too: out of collection no more than 55 of 100 tracks that it called by one of these names were of
it, so that it does not offer them; they live on as tags of the encoder. The top genres of the Free
Music Archive are to it:

{fma}

## What it is worth on music from anywhere
<!-- from anywhere -->
<!-- end -->

Where this head and one upon another network, which has nothing in common with it and is no part of
the program, agree and are surest, the labels agree 72 times of 100: songs lie between genres, and
some labels are a file's name. What a person would say is not known better than that. A regional
genre (Mandopop) cannot be measured: all Chinese pop at hand is of one collection. It is suggested
once you have named a few such tracks so.

## What it learned
mlp and cnn, beside 307 clips of 12 seconds from anywhere, from which the cnn learned at last:

{counts}

{n_noises} recordings of speech, noises, hums, tones, clicks, lone strings and silence were taught
as being nothing of that. Each time it was taught, most tracks were changed as other machines might
have recorded them: tilted and rippled spectra, missing bands, squeezed or stretched dynamics, noise
floors, smeared high bands, other pitch and pace.

The head of the encoder: Emotify again, 2 to 3 seconds each of 499 tracks of GTZAN, and the clips
from anywhere, of whose labels about one in ten is doubtful.

## What mlp and cnn are worth at home
Before they learned from anywhere:

Taught GTZAN's 442 training tracks of the fault-filtered split, tuned on its 197 validation tracks,
asked once about its 290 test tracks; five seeds. Artists are on one side only. The ledger beside
this file says when the test part was opened. Intervals draw artists, not tracks.

{home}

With the encoder beside them, on the test tracks of which 2 to 3 seconds are at hand as sound;
taught the train part, weighed on the valid part, one seed:

<!-- snippets -->
<!-- end -->

Taught all of GTZAN, asked about classical and rock of a collection that it never heard, with and
without the changes to recordings named above:

{travel}

Of everything, out of fold (three folds, no artist in two of them):

{fold_summary}

{by_collection}

{fold_genres}

## What it is good and bad at
Good at classical, hip-hop and electronic music; bad at rock, which it takes for country, metal or
pop, and at country and jazz, of which it finds a quarter; of disco it knows old records only. What
is between two genres, as much is, it calls by either. It is a start until you train one on folders
of your own: a handful of examples a genre goes a long way.

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
    used = box_plan().members[0].config.used  # type: ignore[attr-defined]
    found = _out_of_fold(box, tracks)
    return TEXT.format(
        mlp_columns=len(used),
        n_genres=len(GENRES),
        genres=", ".join(bundle.genres),
        seed=BOX_SEED,
        counts=_counts(tracks),
        n_noises=int((~tracks.has_genre).sum()),
        home=home,
        travel=travel,
        fma=fma_table(bundle.genres),
        fold_summary=summary_table(found, markdown=True),
        by_collection=_by_collection(box, tracks),
        fold_genres=genre_table(found, markdown=True),
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
