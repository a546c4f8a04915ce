"""Sound tags on clips with known genres: how columns are merged, how often styles are right.

Nobody has labelled moods, voices and eras of these clips; of styles, the genre that each is a kind
of tells how often that much of it is right. The encoder was trained by others and knows no clip.
"""

import argparse
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
from _figures import keep
from box_classifier.strangers import strangers
from sklearn.metrics import roc_auc_score

from musicreclass.core.genre import Taxonomy
from musicreclass.core.review.columns.line_columns import LineColumns
from musicreclass.core.review.query import parse
from musicreclass.core.sound_tags import TagReader, TagSort
from musicreclass.core.track import TrackLine
from musicreclass.pipeline.classification.sound_tagging import load_sound_tagging

SCORES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5)
ROWS, REPEATS = 100_000, 9

Rows = npt.NDArray[np.float32]  # shape (n_tracks, n_columns)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with real_music in it")
    tracks = strangers(parser.parse_args().data).tracks
    reader = load_sound_tagging(None).reader
    assert reader is not None
    assert tracks.features is not None
    genres = np.array([tracks.genres[label] for label in tracks.labels])
    print_merging(reader, tracks.features, genres)
    print_styles(reader, tracks.features, genres)
    print_search(reader.shown(tracks.features))


def print_merging(reader: TagReader, rows: Rows, genres: npt.NDArray[np.str_]) -> None:
    """Print how well a style tells its genre when columns are merged by mean, and by maximum."""
    standing = (rows - reader.centre) / reader.spread
    for tag, weights in zip(reader.tags, reader.weights, strict=True):
        is_genre = genres == tag.names["en"]
        if len(tag.columns) > 1 and is_genre.any():
            own = standing[:, weights > 0]
            mean, most = (roc_auc_score(is_genre, said) for said in (own.mean(1), own.max(1)))
            print(f"{tag.id}: area under the curve {mean:.3f} by mean, {most:.3f} by maximum")


def print_styles(reader: TagReader, rows: Rows, genres: npt.NDArray[np.str_]) -> None:
    """Print how often a style that is shown is a kind of the clip's genre, by its score."""
    known = Taxonomy.shipped()
    families = {tag.id: family(known, tag.id) for tag in reader.tags if tag.sort is TagSort.STYLE}
    ids = {found.id for genre in set(genres) if (found := known.find(str(genre))) is not None}
    right, scores = [], []
    for row, genre in zip(rows, genres, strict=True):
        own = known.find(str(genre))
        for one in reader.tags_of(row).shown:
            if own is not None and families.get(one.id, set()) & ids:
                right.append(own.id in families[one.id])
                scores.append(one.score)
    for least in SCORES:
        given = np.array(scores) >= least
        share = np.array(right)[given].mean()
        print(f"styles from {least}: {given.sum()}, a kind of the clip's genre: {share:.1%}")
        if least == 0.3:
            what = f"styles shown of {len(rows)} clips from a score of 0.3: a kind of their genre"
            keep("sound_tags.styles", what, f"{share:.1%} of {given.sum()}")


def family(known: Taxonomy, genre_id: str) -> set[str]:
    return {genre_id, *known.parents(genre_id)}


def print_search(shown: list[tuple[str, ...]]) -> None:
    """Print how long a search for a tag among very many tracks takes."""
    blank = TrackLine(0, "/a", "a", "", "", "", "", 0.0, "", "", "", "", "", 0, 1, 0, 0)
    lines = [blank._replace(sound_tags=shown[i % len(shown)]) for i in range(ROWS)]
    columns, query = LineColumns.of(lines), parse("tag:mellow -era:80s")
    took = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        query.mask(columns)
        took.append(time.perf_counter() - started)
    text = f"median {np.median(took) * 1000:.0f} ms, at most {max(took) * 1000:.0f} ms"
    print(f"tag:mellow -era:80s among {ROWS:,}: {text}")
    keep("sound_tags.search", f"search for tag:mellow -era:80s among {ROWS:,} tracks", text)


if __name__ == "__main__":
    main()
