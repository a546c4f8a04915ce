"""After a file was written or taken back: what the library must know, in one go."""

from __future__ import annotations

import os

from musicreclass.core.review.decision import ReviewState
from musicreclass.core.tag_change import ChangeState
from musicreclass.core.track import FileFacts, ScannedFile
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, sound_key
from musicreclass.tags.safe_write.safe_file import Written

_BECAME = {ChangeState.WRITTEN: ReviewState.WRITTEN, ChangeState.UNDONE: ReviewState.UNDONE}


def settle_change(
    library: Library,
    cache: AnalysisCache,
    change_id: int,
    track_id: int,
    state: ChangeState,
    written: Written,
    facts: FileFacts | None,
) -> None:
    """Note that a change is in its file, or out of it again: in journal, track and decision.

    What was heard of the track goes on to hold, unless the file was not the one that was heard.

    Args:
        facts: what the file says of itself now; None leaves that to the next scan.
    """
    digest = written.digest if state is ChangeState.WRITTEN else None
    with library.in_one_go():
        library.journal.settle(change_id, state, digest=digest)
        library.decisions.mark([track_id], _BECAME[state])
        if facts is not None:
            _renew(library, cache, track_id, written, facts)


def _renew(
    library: Library, cache: AnalysisCache, track_id: int, written: Written, facts: FileFacts
) -> None:
    for line in library.lines_of([track_id]):  # none where its folder is no longer watched over
        fingerprint = library.track(track_id).fingerprint
        path = os.fsdecode(line.location)
        library.record([ScannedFile(path, line.folder_id, written.stamp, facts)])
        is_as_heard = line.stamp == written.stamp_before and fingerprint == facts.fingerprint
        if is_as_heard and line.stamp != written.stamp:
            library.predictions.carry_over(track_id, line.stamp, written.stamp)
            cache.carry_over(
                sound_key(fingerprint, line.stamp), sound_key(fingerprint, written.stamp)
            )
