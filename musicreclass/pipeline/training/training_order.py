"""The order of a training, kept on disk so that a window opened later can resume it.

Its checkpoints lie beside it, in a folder of the order's name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from musicreclass.pipeline.whole_files import write_page
from musicreclass.training.overrides import Value

SUFFIX = ".order.json"
ENCODER_PRESET = "encoder"  # in place of a preset's name, before that of the encoder
DIGEST_BYTES = 8


@dataclass(frozen=True, slots=True)
class Sources:
    """Where tracks come from, and who says of which genre they are."""

    folder: Path | None = None  # None: what was decided, alone
    by_folders: bool = True
    by_tags: bool = False
    by_decisions: bool = False

    @property
    def is_empty(self) -> bool:
        """Return whether nothing says what the genres are."""
        if self.folder is None:
            return not self.by_decisions
        return not (self.by_folders or self.by_tags or self.by_decisions)


@dataclass(frozen=True, slots=True)
class TrainingOrder:
    """All that decides what a training makes, and where that goes."""

    sources: Sources
    out: Path
    mapping: Mapping[str, str | None] = field(default_factory=dict)  # of folders; None: left out
    preset: str = "standard"
    overrides: Mapping[str, Value] = field(default_factory=dict)
    seed: int = 0
    encoder: str = ""  # of a person's own, in place of the preset; "": none

    @property
    def plan_name(self) -> str:
        """Return what its plan is called: by the preset, or by the encoder in its place."""
        return plan_name(self.preset, self.encoder)

    @property
    def name(self) -> str:
        """Return what only the same training is called, wherever its result goes."""
        key = json.dumps(_plain(replace(self, out=Path())), sort_keys=True)
        return hashlib.blake2b(key.encode(), digest_size=DIGEST_BYTES).hexdigest()


def plan_name(preset: str, encoder: str) -> str:
    """Return what the plan of a training is called."""
    return f"{ENCODER_PRESET} {encoder}" if encoder else preset


def run_folder(
    runs: Path,
    music: Path,
    preset: str,
    seed: int,
    *,
    from_scratch: bool = False,
    network: str = "",
) -> Path:
    """Return the folder among `runs` for the checkpoints of a training that has no order.

    Checkpoints know what was fitted on: where music came or went in the meantime, those that it
    makes a difference to begin anew.
    """
    what = [network] if network else []
    key = json.dumps([str(music.absolute()), preset, seed, from_scratch, *what])
    return runs / hashlib.blake2b(key.encode(), digest_size=DIGEST_BYTES).hexdigest()


def keep(order: TrainingOrder, runs: Path) -> None:
    """Take note that a training begins.

    Raises:
        CannotWritePage: the disk refuses.
    """
    with suppress(OSError):  # writing says better what is wrong
        runs.mkdir(parents=True, exist_ok=True)
    content = json.dumps(_plain(order), ensure_ascii=True, indent=1)
    write_page(runs / (order.name + SUFFIX), content)


def unfinished(runs: Path) -> tuple[TrainingOrder, ...]:
    """Return the trainings that were begun and neither finished nor given up, the last one first.

    What cannot be read is passed over: somebody else put it there.
    """
    found: list[tuple[float, TrainingOrder]] = []
    for path in runs.glob(f"*{SUFFIX}"):
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            order = _order(json.loads(path.read_text(encoding="ascii")))
            found.append((path.stat().st_mtime, order))
    found.sort(key=lambda item: item[0], reverse=True)
    return tuple(order for _, order in found)


def forget(order: TrainingOrder, runs: Path) -> None:
    """Take note that a training is done, or shall not go on."""
    with suppress(OSError):
        (runs / (order.name + SUFFIX)).unlink(missing_ok=True)


def _plain(order: TrainingOrder) -> dict[str, Any]:
    sources = order.sources
    # Spelt as before encoders could be ordered, so that what was broken off goes on.
    encoder = {"encoder": order.encoder} if order.encoder else {}
    return encoder | {
        "folder": None if sources.folder is None else str(sources.folder),
        "by_folders": sources.by_folders,
        "by_tags": sources.by_tags,
        "by_decisions": sources.by_decisions,
        "out": str(order.out),
        "mapping": dict(order.mapping),
        "preset": order.preset,
        "switches": dict(order.overrides),
        "seed": order.seed,
    }


def _order(kept: Mapping[str, Any]) -> TrainingOrder:
    folder = kept["folder"]
    chosen = (bool(kept[name]) for name in ("by_folders", "by_tags", "by_decisions"))
    sources = Sources(None if folder is None else Path(folder), *chosen)
    out, preset, seed = Path(kept["out"]), str(kept["preset"]), int(kept["seed"])
    mapping, overrides = dict(kept["mapping"]), dict(kept["switches"])
    encoder = str(kept.get("encoder", ""))
    return TrainingOrder(sources, out, mapping, preset, overrides, seed, encoder)
