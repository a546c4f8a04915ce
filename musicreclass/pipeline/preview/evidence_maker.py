"""What classifiers say of single tracks, for their previews: the evidence, and what sounds alike.

What suggests is kept between two tracks, and made anew where something else suggests by then.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from time import monotonic

from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.adaptation import load_suggester
from musicreclass.pipeline.classification.installed import tagger_file
from musicreclass.pipeline.classification.loaded_classifier import (
    LoadedClassifier,
    load_classifier,
)
from musicreclass.pipeline.classification.sound_tagging import usable_sound_tagging
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.pipeline.classification.usable_classifier import usable
from musicreclass.pipeline.preview.evidence import evidence
from musicreclass.pipeline.preview.neighbours import Neighbourhood
from musicreclass.pipeline.preview.track_preview import ClassifierWords, Neighbour, Noted
from musicreclass.settings import Settings

NEIGHBOUR_COUNT = 5
SHORT_SECONDS = 0.1  # of loading: nobody notices it before a preview
SPARE = 20  # where it takes longer, one part of so many of the time at most: more come all the time


@dataclass(slots=True, eq=False)
class EvidenceMaker:
    """Says what the classifiers in use say of tracks of a library. Safe to use from any thread."""

    library_file: Path
    neighbourhood: Neighbourhood = field(default_factory=Neighbourhood)
    _original: LoadedClassifier | None = None  # as it lies in its file
    _suggester: Suggester | None = None  # by the same, and by decisions
    _known: Noted = field(default_factory=Noted)  # to the suggester
    _noted_predictions: int = 0
    _renew_at: float = 0.0  # not before that for the sake of more predictions
    _loading: threading.Lock = field(default_factory=threading.Lock)

    def words(
        self, track_id: int, seconds: float, settings: Settings, noted: Noted
    ) -> ClassifierWords | None:
        """Return what is said of a track, None where there is no classifier.

        Args:
            seconds: how long the file is.
            noted: what may be others than last time.

        Raises:
            ClassifierFileProblem: the classifier cannot be used.
            LibraryProblem: the library cannot be used.
        """
        suggester = self._loaded(settings, noted)
        if suggester is None:
            return None
        loaded = suggester.loaded
        with Library(self.library_file) as library:
            said = suggester.of_track(library, track_id)
            predictions = library.predictions.of_track(track_id, loaded.digest)
            if said is None or not predictions:  # a scan may forget them in between
                return ClassifierWords()
            found = evidence(
                said,
                loaded.calibrator,
                predictions,
                seconds,
                of_patches=loaded.of_patches,
                unlearned=suggester.unlearned(library, track_id),
            )
            return ClassifierWords(found, _sound_tags(library, track_id, settings))

    def neighbours(self, track_id: int, settings: Settings, noted: Noted) -> tuple[Neighbour, ...]:
        """Return the tracks that sound like one, with their suggestions; else as `words`."""
        suggester = self._loaded(settings, noted)
        if suggester is None:
            return ()
        loaded = suggester.loaded
        with Library(self.library_file) as library:
            predictions = library.predictions.of_track(track_id, loaded.digest)
            nearest = self.neighbourhood.nearest(
                library, loaded, track_id, predictions, NEIGHBOUR_COUNT
            )
            lines = {line.id: line for line in library.lines_of([i for i, _ in nearest])}
            found = []
            for neighbour_id, similarity in nearest:
                if (line := lines.get(neighbour_id)) is not None:
                    said = suggester.of_track(library, neighbour_id)
                    shown = line._replace(suggestion=None if said is None else said.line)
                    found.append(Neighbour(shown, similarity))
            return tuple(found)

    def _loaded(self, settings: Settings, noted: Noted) -> Suggester | None:
        with self._loading:
            file = usable(settings).path
            if file is None:
                return None
            if noted.predictions != self._noted_predictions:
                self._noted_predictions = noted.predictions
                self.neighbourhood.note_more()
            original = load_classifier(file)
            is_old = original is not self._original or noted.changes != self._known.changes
            has_more = noted.predictions != self._known.predictions
            if self._suggester is None or is_old or (has_more and monotonic() >= self._renew_at):
                self._known = noted
                began_at = monotonic()
                review = settings.review
                with Library(self.library_file) as library:
                    self._suggester = load_suggester(
                        library, file, learns=review.learns, by=review.pools_by
                    )
                self._original = original
                taken = monotonic() - began_at
                self._renew_at = monotonic() + (SPARE * taken if taken > SHORT_SECONDS else 0.0)
            return self._suggester


@lru_cache(maxsize=1)
def evidence_maker(library_file: Path) -> EvidenceMaker:
    """Return the one that all previews of a process share."""
    return EvidenceMaker(library_file)


def _sound_tags(library: Library, track_id: int, settings: Settings) -> TrackTags:
    tagging = usable_sound_tagging(tagger_file(settings))
    return tagging.of_tracks(library, [track_id]).get(track_id, NO_TAGS)
