"""A spectrogram as a PNG picture in JSON, with what its axes need. Runs in a child process."""

from __future__ import annotations

import base64
import io
from typing import Any

import numpy as np
from PIL import Image

from musicreclass.pipeline.insights.stats_pictures import HEAT, coloured
from musicreclass.pipeline.preview.spectrogram_picture import reduced
from musicreclass.pipeline.preview.track_preview import LOWEST_DB, STEPS, Picture

MOST_COLUMNS = 800  # a page shows no more of them
SHOWN_HZ = (100, 500, 1_000, 2_000, 4_000, 8_000, 16_000)  # that are written beside them


def png_facts(picture: Picture) -> dict[str, Any]:
    """Return the picture as a data URI, low bands below, and where frequencies lie in it."""
    decibels = reduced(picture.decibels, MOST_COLUMNS)[::-1]
    image = Image.fromarray(np.ascontiguousarray(decibels))
    colours = coloured(np.arange(STEPS + 1, dtype=np.float64), 0.0, STEPS, HEAT)
    image.putpalette(colours.tobytes())
    packed = io.BytesIO()
    image.save(packed, "PNG", optimize=True)
    encoded = base64.b64encode(packed.getvalue()).decode("ascii")
    return {
        "png": f"data:image/png;base64,{encoded}",
        "seconds": round(picture.seconds, 3),
        "lowest_db": LOWEST_DB,
        "hz": [
            {"hz": hz, "height": round(height, 4)}
            for hz in SHOWN_HZ
            if 0.0 < (height := _height(hz, picture)) < 1.0
        ],
    }


def _height(hz: float, picture: Picture) -> float:
    """Return where a frequency lies, 0 for the foot of the picture and 1 for its head."""
    bands = np.asarray(picture.band_hz)
    return float(np.interp(hz, bands, np.linspace(0.0, 1.0, len(bands))))
