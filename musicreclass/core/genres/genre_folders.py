"""Folders that are genres: where a file would lie if it were of another one.

A track at `Pop/Artist/Album/01.mp3` becomes `Rock/Artist/Album/01.mp3`: what lies between the
genre's folder and the file stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from musicreclass.core.genre import Taxonomy


def folders_by_genre(labelled: Iterable[tuple[str, Path]], root: Path) -> dict[str, Path]:
    """Return the folder right below `root` in which most tracks of each genre lie.

    Args:
        labelled: the genre and the file of each track.
    """
    counts: dict[str, Counter[str]] = {}
    for genre, path in labelled:
        if path.is_relative_to(root) and len(inside := path.relative_to(root).parts) > 1:
            counts.setdefault(genre, Counter())[inside[0]] += 1
    return {genre: root / found.most_common(1)[0][0] for genre, found in counts.items()}


def named_folder(path: Path, root: Path, genre: str, taxonomy: Taxonomy) -> Path | None:
    """Return the folder of a genre beside the one that the file lies in; None where there is none.

    The nearest folder above the file that bears a genre's name is the one that it lies in.
    """
    wanted = taxonomy.find(genre)
    for above in path.parents if wanted is not None else ():
        if above == root or root not in above.parents:
            return None
        if taxonomy.find(above.name) is not None:
            beside = sorted(one for one in above.parent.iterdir() if one.is_dir())
            return next((one for one in beside if taxonomy.find(one.name) == wanted), None)
    return None


def destination(path: Path, folder: Path, folders: Mapping[str, Path] | None = None) -> Path:
    """Return the folder, in that of another genre, that `path` would lie in.

    Args:
        folder: of the other genre, beside the one of `path`.
        folders: those of all genres; without them, the one beside `folder`.
    """
    homes = folders.values() if folders is not None else _beside(path, folder)
    home = next((one for one in homes if one in path.parents), None)
    return folder if home is None else folder / path.parent.relative_to(home)


def _beside(path: Path, folder: Path) -> Iterable[Path]:
    return (above for above in path.parents if above.parent == folder.parent)
