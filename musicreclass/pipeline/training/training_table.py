"""What the Train page shows of a folder before anything is heard: rows, concerns, and the time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.errors import MusicReclassError
from musicreclass.pipeline.datasets.survey import Survey
from musicreclass.pipeline.processes.pool import default_workers
from musicreclass.training.sources.concerns import Concern
from musicreclass.training.sources.folders import GenreRow, genre_rows
from musicreclass.training.sources.trainable import check_trainable

# Seconds of one processor for a track: measured on 280 clips of 24 s, and on 256 of them.
LISTENING_SECONDS = 0.08  # decoding and the 518 features
QUICK_LESSONS_SECONDS = 0.036  # all lessons of the preset quick, which use one processor


@dataclass(frozen=True, slots=True)
class TrainingTable:
    """A folder of genre folders as a person looks it over and edits it."""

    survey: Survey
    rows: tuple[GenreRow, ...]
    concerns: tuple[Concern, ...]
    hindrance: str  # why nothing can be learned as it stands; "" where something can

    @property
    def quick_seconds(self) -> float:
        """Return about how long the preset quick takes here, were nothing heard before."""
        listening = LISTENING_SECONDS / default_workers()
        return len(self.survey.found.files) * (listening + QUICK_LESSONS_SECONDS)

    def to_plain(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        found = self.survey.found
        return {
            "folder": str(found.folder),
            "rows": [
                {
                    "folder": row.folder,
                    "genre": row.genre,
                    "suggestion": row.suggestion,
                    "tracks": row.tracks,
                    "artists": row.artists,
                    "albums": row.albums,
                    "minutes": round(row.minutes, 1),
                }
                for row in self.rows
            ],
            "concerns": [
                {
                    "kind": concern.kind.value,
                    "genre": concern.genre,
                    "sentence": concern.sentence,
                    "files": [[readable(path) for path in files] for files in concern.files],
                }
                for concern in self.concerns
            ],
            "hindrance": self.hindrance,
            "quick_seconds": round(self.quick_seconds),
        }


def training_table(survey: Survey) -> TrainingTable:
    """Return the table of `survey`; after an edit, that of `survey.under(mapping)`."""
    found = survey.found
    return TrainingTable(
        survey, genre_rows(found, Taxonomy.shipped()), found.concerns, _hindrance(survey)
    )


def _hindrance(survey: Survey) -> str:
    try:
        check_trainable(survey.found.folder, survey.found.counts, survey.found.advice)
    except MusicReclassError as error:
        return str(error)
    return ""
