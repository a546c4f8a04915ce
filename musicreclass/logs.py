"""What is written down for whoever looks into a fault: a log, and one of decoders' noise."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from musicreclass import paths

MOST_BYTES = 1 << 20


def log_file() -> Path:
    """Return the program's log."""
    return paths.log_dir() / "musicreclass.log"


def start_logging() -> None:
    """Send what modules log into the program's log, and nothing to the terminal."""
    kept = RotatingFileHandler(log_file(), maxBytes=MOST_BYTES, backupCount=1, encoding="utf-8")
    kept.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(kept)
    logging.getLogger().setLevel(logging.INFO)


def decoder_log() -> Path:
    """Return the file for what decoders print by themselves, begun anew where it has grown."""
    path = paths.log_dir() / "decoders.log"
    if path.exists() and path.stat().st_size > MOST_BYTES:
        path.unlink()
    return path
