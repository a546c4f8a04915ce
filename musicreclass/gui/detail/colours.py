"""The colours of a spectrogram: maps in which equal steps look equal, by name."""

from functools import cache

import pyqtgraph as pg
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

# The choices of the settings, and pyqtgraph's names of them.
MAPS = {
    "magma": "magma",
    "inferno": "inferno",
    "viridis": "viridis",
    "cividis": "cividis",
    "grey": "CET-L1",
}
NAMES: dict[str, object] = {
    "magma": QT_TRANSLATE_NOOP("Colours", "Magma"),
    "inferno": QT_TRANSLATE_NOOP("Colours", "Inferno"),
    "viridis": QT_TRANSLATE_NOOP("Colours", "Viridis"),
    "cividis": QT_TRANSLATE_NOOP("Colours", "Cividis, also for colour-blind eyes"),
    "grey": QT_TRANSLATE_NOOP("Colours", "Grey"),
}


@cache
def colour_map(name: str) -> pg.ColorMap:
    """Return the map that a choice stands for."""
    return pg.colormap.get(MAPS[name])


def names() -> dict[str, str]:
    """Return what each choice is called."""
    return {key: QCoreApplication.translate("Colours", str(name)) for key, name in NAMES.items()}
