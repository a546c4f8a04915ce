"""What is dragged from a file manager."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def folders_in(data: QMimeData) -> list[Path]:
    """Return the folders among what is dragged."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return [path for path in paths if path.is_dir()]
