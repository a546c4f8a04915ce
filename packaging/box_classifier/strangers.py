"""Music from anywhere, and what the encoder's head says of each collection that it never saw.

Every promise of the box is measured here: the answers to a collection come from a head that was
fitted to others, and from networks that learned from none of them.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from box_classifier.material import GENRES, GTZAN_GENRES, NOISE_SEED_UNHEARD, SAMPLE_RATE
from box_classifier.noises import noises
from musicreclass.audio.decoding.waveform import Source, Waveform, without_silent_ends
from musicreclass.audio.features.mel import log_mels
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.spec import FeatureRow
from musicreclass.core.analysis import GTZAN_MEL, Analysis, AnalysisSpec, LogMel
from musicreclass.core.job import QuietContext
from musicreclass.core.track import FileStamp
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.analysis.analyze import analyze
from musicreclass.pipeline.analysis.encoding import encoded_sound
from musicreclass.pipeline.classification.loaded_classifier import PATCHES
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.tags.read import read_facts
from musicreclass.training.config import TrainingConfig
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.make import fitted
from musicreclass.training.members import Member

N_PARTS = 10  # of the collections, about as many clips in each
# Pop is pop in any language; what else the material has is too little to be told out of collection.
POP = ("c-pop", "k-pop", "j-pop", "bollywood")
# How far the head's weights may go from what tags say by name. Left out whole, of GTZAN 52.3 %, of
# Emotify 60.7 and of clips from anywhere 57.7 are right; at 0.003 50.1, 60.4 and 56.4.
FREEDOM = 0.0005
NAMES = {genre.lower(): genre for genre in GENRES} | dict.fromkeys(POP, "Pop")

Sound = tuple[str, FeatureRow, LogMel]  # what it is, its features, its mel


@dataclass(frozen=True, slots=True, eq=False)
class Strangers:
    """Clips of the genres of the box, with where each was found."""

    tracks: LabelledTracks
    collections: tuple[str, ...]  # of each track: "GTZAN", "Emotify", or where it was found
    titles: tuple[str, ...]  # for people

    @property
    def is_from_anywhere(self) -> npt.NDArray[np.bool_]:
        """Return which tracks are of neither of the two large collections."""
        return ~np.isin(self.collections, ("GTZAN", "Emotify"))

    def parts(self) -> npt.NDArray[np.intp]:
        """Return the part of each track: no collection is in two, the large ones are the last."""
        counts = Counter(np.array(self.collections)[self.is_from_anywhere].tolist())
        sizes, part_of = [0] * N_PARTS, {"GTZAN": N_PARTS, "Emotify": N_PARTS + 1}
        for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            smallest = sizes.index(min(sizes))
            part_of[name], sizes[smallest] = smallest, sizes[smallest] + count
        return np.array([part_of[name] for name in self.collections])


def head() -> Member:
    """Return the member that learns from what the encoder says."""
    encoder = encoders.of_the_box()
    features = FeatureSet.of_encoder(encoder.spec(PATCHES), encoder.columns)
    config = LinearConfig(features, features.columns, freedom=FREEDOM)
    return Member("encoder", config, TrainingConfig())


def strangers(data: Path) -> Strangers:
    """Return all clips that there are as sound, analyzed as the program analyzes them."""
    found = [*_from_anywhere(data / "real_music"), *_emotify(data), *_snippets(data)]
    songs = {data / "real_music" / r["path"]: r["song"] for r in _index(data / "real_music")}
    analyses = analyzed([path for path, *_ in found])
    kept = [one for one in found if str(one[0]) in analyses]
    rows = [analyses[str(path)].row for path, *_ in kept]
    groups = np.unique([group for *_, group in kept], return_inverse=True)[1]
    return Strangers(
        LabelledTracks(
            tuple(str(path.relative_to(data)) for path, *_ in kept),
            GENRES,
            np.array([GENRES.index(genre) for _, genre, _, _ in kept]),
            np.asarray(groups),
            features=np.stack([row for row in rows if row is not None]),
            mels=[analyses[str(path)].mels[0] for path, *_ in kept],
        ),
        tuple(collection for _, _, collection, _ in kept),
        tuple(songs.get(path) or f"{path.parent.name}/{path.name}" for path, *_ in kept),
    )


def answers_left_out(
    found: Strangers, member: Member
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return log-probabilities and embeddings of each track by a head that never saw its part."""
    tracks, part_of = found.tracks, found.parts()
    n_columns = tracks.features.shape[1] if tracks.features is not None else 0
    said = np.empty((len(tracks), len(GENRES)), dtype=np.float32)
    embeddings = np.empty((len(tracks), n_columns), dtype=np.float32)
    for part in np.unique(part_of):
        inside, outside = np.flatnonzero(part_of == part), np.flatnonzero(part_of != part)
        network, _ = fitted(member, tracks.at(outside), QuietContext(), seed=0)
        answered = network.answers(tracks.at(inside).features)
        said[inside], embeddings[inside] = answered.log_probs, answered.embeddings
    return said, embeddings


def of_other_genres(data: Path) -> Iterator[Sound]:
    """Yield genre, features and mel of the clips whose genre the box does not know."""
    folder = data / "real_music"
    others = {
        str(folder / r["path"]): r["genre"] for r in _index(folder) if r["genre"] not in NAMES
    }
    for path, said in analyzed(list(map(Path, others))).items():
        if said.row is not None:
            yield others[path], said.row, said.mels[0]


def no_music(data: Path) -> Iterator[Sound]:
    """Yield kind, features and mel of speech, and of noises made anew."""
    files = sorted((data / "not_music").iterdir())
    for path, said in analyzed(files).items():
        if said.row is not None:
            yield Path(path).stem.partition("_")[0], said.row, said.mels[0]
    spec = encoders.of_the_box().spec(PATCHES)
    for name, samples in noises(SAMPLE_RATE, NOISE_SEED_UNHEARD).items():
        source = Source(SAMPLE_RATE, 1, len(samples) / SAMPLE_RATE, "", "")
        sound = without_silent_ends(Waveform(samples, SAMPLE_RATE, 0.0, source))
        rows = encoded_sound(sound, spec).rows
        mel = log_mels(sound.samples, SAMPLE_RATE, [GTZAN_MEL])[GTZAN_MEL].astype(np.float16)
        yield name.partition(" ")[0], rows.mean(axis=0), mel


Found = tuple[Path, str, str, str]  # the file, its genre, its collection, its artist


def _from_anywhere(folder: Path) -> list[Found]:
    return [
        (folder / r["path"], NAMES[r["genre"]], r["collection"], f"{r['collection']} {r['group']}")
        for r in _index(folder)
        if r["genre"] in NAMES
    ]


def _index(folder: Path) -> list[dict[str, str]]:
    with (folder / "index.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _emotify(data: Path) -> list[Found]:
    files = sorted(path for path in (data / "music_by_genre").rglob("*") if path.is_file())
    return [
        (path, path.parent.name.capitalize(), "Emotify", read_facts(path).tags.artist or path.stem)
        for path in files
    ]


def _snippets(data: Path) -> list[Found]:
    files = sorted((data / "gtzan" / "snippets").glob("*.opus"))
    return [(path, GTZAN_GENRES[path.name.split(".")[0]], "GTZAN", path.stem) for path in files]


def analyzed(files: Sequence[Path]) -> dict[str, Analysis]:
    """Return what is measured of files for the box, by path; what cannot be decoded is left out."""
    spec = AnalysisSpec(
        features=False, mels=(GTZAN_MEL,), encoder=encoders.of_the_box().spec(PATCHES)
    )
    wanted = [AudioFileRef(str(path), FileStamp.of(path), path.name) for path in files]
    outcomes = analyze(wanted, spec, QuietContext(), AnalysisOptions.of_this_user())
    return {file.path: said for file, said in outcomes if isinstance(said, Analysis)}
