"""Tiny made-up data sets in the shapes of those that are known."""

import csv

import h5py
import numpy as np

FMA_COLUMNS = ("mfcc.mean.01", "mfcc.mean.02", "zcr.mean.01")
FMA_TRACKS = {  # id: split, subset, genre, artist, album
    2: ("training", "small", "Hip-Hop", "AWOL", "A Way Of Life"),
    3: ("test", "medium", "Rock", "Kurt", "Constant"),
    5: ("validation", "small", "Rock", "Vile", "Hitmaker"),
    10: ("training", "large", "Pop", "Pop", "Niris"),
    20: ("training", "medium", "", "Nobody", "Untitled"),
}


def write_fma(folder, tracks=FMA_TRACKS, features=None, columns=FMA_COLUMNS):
    """Write tracks.csv and features.csv; a track's features are its id, twice its id, 0.5."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "tracks.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["", "album", "artist", "artist", "set", "set", "track", "track"])
        writer.writerow(["", "title", "bio", "name", "split", "subset", "genre_top", "title"])
        writer.writerow(["track_id", *[""] * 7])
        for track_id, (split, subset, genre, artist, album) in tracks.items():
            writer.writerow([track_id, album, "<p>\n", artist, split, subset, genre, "T"])
    rows = features or {track_id: (track_id, 2 * track_id, 0.5) for track_id in tracks}
    with (folder / "features.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        levels = zip(*(name.split(".") for name in columns), strict=True)
        for name, level in zip(("feature", "statistics", "number"), levels, strict=True):
            writer.writerow([name, *level])
        writer.writerow(["track_id", *[""] * len(columns)])
        writer.writerows([track_id, *row] for track_id, row in rows.items())
    return folder


MTT_TAGS = ("guitar", "slow", "loud", "flute")
MTT_CLIPS = {
    "0/a-0-29.mp3": (1, 1, 0, 0),
    "c/b-0-29.mp3": (1, 0, 1, 0),
    "f/c-0-29.mp3": (1, 0, 0, 1),
    "d/d-0-29.mp3": (0, 0, 1, 0),
}


def write_mtt(folder, clips=MTT_CLIPS, tags=MTT_TAGS):
    folder.mkdir(parents=True, exist_ok=True)
    lines = [("clip_id", *tags, "mp3_path")]
    lines += [(number, *marks, path) for number, (path, marks) in enumerate(clips.items())]
    text = "".join("\t".join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    (folder / "annotations_final.csv").write_text(text, encoding="utf-8")
    return folder


def write_msd(path, songs=("TRAAAAW128F429D538",), segments=20, artist="Casual", seed=0):
    """Write an HDF5 file of the Million Song Dataset; of several songs it is a summary."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    starts = np.arange(len(songs)) * segments
    analysed = np.dtype(
        [
            ("idx_segments_loudness_max", "i4"),
            ("idx_segments_pitches", "i4"),
            ("idx_segments_timbre", "i4"),
            ("tempo", "f8"),
            ("track_id", "S32"),
        ]
    )
    named = np.dtype([("artist_name", "S64"), ("release", "S64"), ("title", "S64")])
    with h5py.File(path, "w") as file:
        rows = [(s, s, s, 92.0 + i, songs[i]) for i, s in enumerate(starts)]
        file["analysis/songs"] = np.array(rows, dtype=analysed)
        file["metadata/songs"] = np.array([(artist, "Fear Itself", "T")] * len(songs), dtype=named)
        count = segments * len(songs)
        file["analysis/segments_timbre"] = rng.normal(seed, 1.0, (count, 12))
        file["analysis/segments_pitches"] = rng.random((count, 12))
        file["analysis/segments_loudness_max"] = rng.normal(-10.0, 3.0, count)
    return path


def write_cls(path, genres):
    lines = ["# MSD track ID<tab>majority genre<tab>minority genre\n"]
    lines += [f"{song}\t{genre}\n" for song, genre in genres.items()]
    path.write_text("".join(lines), encoding="utf-8")
    return path
