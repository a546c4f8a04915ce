"""MagnaTagATune: clips with many tags each, in one table, and folders that are the usual split."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from musicreclass.sentences.reason import because
from musicreclass.training.sources.tables import SourceProblem, check_width, headers_of, rows_of

ANNOTATIONS = "annotations_final.csv"
ID, PATH = "clip_id", "mp3_path"
TOP = 50
# Folders 0-b are learned from, c is for choices, d-f are for figures, as in what is published.
PARTS = {**dict.fromkeys("0123456789ab", "training"), "c": "validation"}
PARTS |= dict.fromkeys("def", "test")

Truth = npt.NDArray[np.bool_]  # shape (n_clips, n_tags)


@dataclass(frozen=True, slots=True, eq=False)
class Annotations:
    """Clips, and which tags people gave them."""

    paths: tuple[str, ...]  # such as "f/name-0-29.mp3", below the folder of the data set
    tags: tuple[str, ...]
    truth: Truth
    parts: tuple[str, ...]  # "training", "validation" or "test"


def read_annotations(folder: Path, top: int | None = None) -> Annotations:
    """Return the clips of the data set in `folder`.

    Args:
        top: so many of the tags, those that are given most often; all if left out.

    Raises:
        SourceProblem: annotations_final.csv is not there, cut off, or something else.
    """
    path = folder / ANNOTATIONS
    rows = rows_of(path, "\t")
    [header] = headers_of(rows, path, 1)
    if header[0] != ID or header[-1] != PATH or len(header) < 4:
        raise SourceProblem(path, because("training.mtt_columns", first=ID, last=PATH))
    paths: list[str] = []
    marks: list[npt.NDArray[np.bool_]] = []
    for line, row in rows:
        check_width(path, line, row, len(header))
        paths.append(_clip(path, line, row[-1]))
        marks.append(_marks(path, line, row[1:-1]))
    if not paths:
        raise SourceProblem(path, because("training.mtt_no_clips"))
    tags, truth = np.array(header[1:-1]), np.stack(marks)
    if top is not None:
        most = np.argsort(-truth.sum(axis=0), kind="stable")[:top]
        tags, truth = tags[most], truth[:, most]
    parts = tuple(PARTS[name[0]] for name in paths)
    return Annotations(tuple(paths), tuple(tags.tolist()), truth, parts)


def _clip(path: Path, line: int, text: str) -> str:
    folder, slash, _ = text.partition("/")
    if folder not in PARTS or not slash:
        raise SourceProblem(
            path, because("training.mtt_folder", clip=text, line=line, last=max(PARTS))
        )
    return text


def _marks(path: Path, line: int, cells: list[str]) -> npt.NDArray[np.bool_]:
    if strangers := set(cells) - {"0", "1"}:
        raise SourceProblem(path, because("training.mtt_mark", found=min(strangers), line=line))
    return np.array([cell == "1" for cell in cells])
