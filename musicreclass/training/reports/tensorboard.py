"""What a training publishes, logged for TensorBoard as well.

The one door to that package, which comes with the extra "tensorboard" and may be missing.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from musicreclass.core.job import ForwardingContext, JobContext
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.sentences.reason import because
from musicreclass.training.fit.lr_finder import RateCurve
from musicreclass.training.fit.progress import Epoch
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.reports.text_tables import confusion_table, summary_table

if TYPE_CHECKING:
    from torch.utils.tensorboard.writer import SummaryWriter

CELL = 16  # pixels of a side, in the picture of a confusion matrix


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
        raise TensorboardMissing(because("training.tensorboard_missing")) from error


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
        reason = because("training.cannot_write_logs", said=error.strerror or str(error))
        raise FileProblem(folder, reason) from error


class TensorboardContext(ForwardingContext):
    """The context of a job, of which each fit and its worth also go into logs.

    Each fit has a run of its own: the third one of the CNN is called `cnn 3`.
    """

    def __init__(self, ctx: JobContext, folder: Path) -> None:
        """Write the logs into `folder`.

        Raises:
            TensorboardMissing: the package is not installed.
        """
        ensure()
        super().__init__(ctx)
        self._folder = folder
        self._fits: Counter[str] = Counter()
        self._latest: dict[str, int] = {}  # classifier -> number of its last epoch
        self._writers: dict[str, SummaryWriter] = {}

    def publish(self, batch: object) -> None:
        super().publish(batch)
        if isinstance(batch, Epoch):
            self._write_epoch(batch)
        elif isinstance(batch, RateCurve):
            self._write_curve(batch)
        elif isinstance(batch, Evaluation):
            self._write_evaluation(batch)

    def close(self) -> None:
        """Write what has not been written yet."""
        for writer in self._writers.values():
            writer.close()
        self._writers.clear()

    def _write_epoch(self, epoch: Epoch) -> None:
        if epoch.number <= self._latest.get(epoch.classifier, epoch.number):
            self._fits[epoch.classifier] += 1
        self._latest[epoch.classifier] = epoch.number
        self._scalars(
            f"{epoch.classifier} {self._fits[epoch.classifier]}",
            epoch.number,
            {
                "loss/taught": epoch.loss,
                "loss/watched": epoch.watched_loss,
                "accuracy/taught": epoch.accuracy,
                "accuracy/watched": epoch.watched_accuracy,
                "learning rate": epoch.rate,
                "memory/MB": None if epoch.memory_bytes is None else epoch.memory_bytes / 2**20,
                "seconds per epoch": epoch.seconds,
            },
        )

    def _write_curve(self, curve: RateCurve) -> None:
        for i, (rate, loss) in enumerate(zip(curve.rates, curve.losses, strict=True)):
            self._scalars(f"{curve.classifier} rates", i, {"trial/rate": rate, "trial/loss": loss})

    def _write_evaluation(self, found: Evaluation) -> None:
        writer = self._writer("result")
        for name, table in (("figures", summary_table), ("confusion", confusion_table)):
            writer.add_text(name, table(found, markdown=True))
        writer.add_image("confusion", confusion_picture(found.confusion), dataformats="HW")

    def _scalars(self, run: str, step: int, values: dict[str, float | None]) -> None:
        writer = self._writer(run)
        for name, value in values.items():
            if value is not None:
                writer.add_scalar(name, value, step)

    def _writer(self, run: str) -> SummaryWriter:
        if run not in self._writers:
            self._writers[run] = writer(self._folder / run)
        return self._writers[run]


def confusion_picture(confusion: npt.NDArray[np.integer]) -> npt.NDArray[np.uint8]:
    """Return a picture in shades of grey: rows are what tracks are, white is all of a genre."""
    counts = np.asarray(confusion, dtype=np.float64)
    shares = counts / np.maximum(1.0, counts.sum(axis=1, keepdims=True))
    cells = np.ones((CELL, CELL), dtype=np.uint8)
    return np.kron(np.rint(255.0 * shares).astype(np.uint8), cells)
