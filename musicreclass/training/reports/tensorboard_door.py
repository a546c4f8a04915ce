"""The one way to TensorBoard, which comes with the extra "tensorboard" and may be missing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.errors import FileProblem, MusicReclassError

if TYPE_CHECKING:
    from torch.utils.tensorboard.writer import SummaryWriter


class TensorboardMissing(MusicReclassError):
    """The package of the extra is not installed, or cannot be loaded."""


def ensure() -> None:
    """Make sure that logs can be written, before hours are spent on what they would tell.

    Raises:
        TensorboardMissing: they cannot.
    """
    try:
        import tensorboard  # noqa: F401 - loaded for torch
    except (ImportError, OSError) as error:
        raise TensorboardMissing(
            "Logs for TensorBoard need the package tensorboard: pip install "
            "musicreclass[tensorboard]."
        ) from error


def writer(folder: Path) -> SummaryWriter:
    """Return what writes logs into `folder`, which is made.

    Raises:
        TensorboardMissing: the package is not installed.
        FileProblem: nothing can be written there.
    """
    ensure()
    from torch.utils.tensorboard import SummaryWriter

    try:
        return SummaryWriter(str(folder))
    except OSError as error:
        raise FileProblem(folder, f"cannot be written: {error.strerror or error}.") from error
