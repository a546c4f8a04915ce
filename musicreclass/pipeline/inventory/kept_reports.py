"""Reports on trainings, kept by the digest of the file that came of each.

So a report is found again however its classifier is called by then, and wherever its file lies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from musicreclass import paths
from musicreclass.errors import system_words
from musicreclass.pipeline.whole_files import OutputProblem, write_whole
from musicreclass.sentences.reason import because
from musicreclass.training.reports.report import TrainingReport
from musicreclass.training.reports.stored_report import NoReport, from_kept, to_kept

FOLDER = "reports"


@dataclass(frozen=True, slots=True)
class KeptReport:
    """A report as it was kept: on which file, and where that went at first."""

    digest: str
    file: Path
    report: TrainingReport


def keep_report(report: TrainingReport, file: Path, digest: str) -> None:
    """Keep the report on the classifier in a file.

    Raises:
        OutputProblem: the disk refuses.
    """
    folder = _folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        refused = because("pipeline.page_refused", path=folder, reason=system_words(error))
        raise OutputProblem(refused) from error
    kept = {"file": str(file.absolute()), "report": to_kept(report)}
    write_whole(_path(digest), json.dumps(kept, ensure_ascii=False).encode())


def has_report(digest: str) -> bool:
    """Say whether a report is kept on the classifier of this digest."""
    return bool(digest) and _path(digest).is_file()


def kept_report(digest: str) -> KeptReport:
    """Return the report on the classifier of this digest.

    Raises:
        NoReport: there is none, or it cannot be read.
    """
    try:
        kept = json.loads(_path(digest).read_bytes())
        return KeptReport(digest, Path(kept["file"]), from_kept(kept["report"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NoReport(because("training.no_report")) from error


def trained_files() -> Iterator[tuple[str, Path]]:
    """Yield the digest and the file of each training that a report is kept on, the last first."""
    files = sorted(_folder().glob("*.json"), key=lambda path: -path.stat().st_mtime)
    for path in files:
        try:
            yield path.stem, Path(json.loads(path.read_bytes())["file"])
        except (OSError, ValueError, KeyError, TypeError):  # whoever opens it says so
            continue


def _folder() -> Path:
    return paths.data_dir() / FOLDER


def _path(digest: str) -> Path:
    return _folder() / f"{digest}.json"
