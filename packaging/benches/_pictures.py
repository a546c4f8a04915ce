"""The published pictures of GTZAN's mel spectrograms, as the decibels that they show."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage


def decibels(path: Path, range_db: float) -> NDArray[np.float64]:
    """Return the mel of a picture, lowest band first, in dB below the loudest point.

    Grey values from 0 to 127 stand for `range_db` decibels; the top row is the highest band.
    """
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    if image.isNull():
        raise SystemExit(f"{path} cannot be read as a picture.")
    bits = np.frombuffer(image.constBits(), dtype=np.uint8)
    rows_with_padding = bits.reshape(image.height(), image.bytesPerLine())
    grey = rows_with_padding[::-1, : image.width()].astype(np.float64)
    return range_db * (2.0 * grey / 255.0 - 1.0)
