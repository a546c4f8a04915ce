"""Adaptation of the classifier in use to a person's decisions, as long as that is wanted.

Corrections are fitted anew from the library each time and kept nowhere: taking a decision back, or
switching this off, leaves nothing behind.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from musicreclass.core.classify_summary import Adaptation, Renewal
from musicreclass.core.ensemble.company_evidence import By
from musicreclass.core.ensemble.corrections import Points
from musicreclass.core.ensemble.log_probs import LogProbs
from musicreclass.core.ensemble.prediction import SuggestionLine
from musicreclass.core.genres.genre_file import shipped_taxonomy, taxonomy_in_use
from musicreclass.core.job import JobContext
from musicreclass.core.review.not_shown_so import NotShownSo
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.box_mix import BoxMix
from musicreclass.pipeline.classification.company_index import CompanyIndex
from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier, load_classifier
from musicreclass.pipeline.classification.suggester import Suggester, mix_of
from musicreclass.pipeline.spaces.sound_space import SoundSpace
from musicreclass.training.fit.fit_corrections import FEWEST, MOST, fit_corrections


def load_suggester(
    library: Library, bundle_file: Path, *, learns: bool, by: By = "track"
) -> Suggester:
    """Return who suggests by the bundle in `bundle_file`, and by what was decided in a library.

    Args:
        learns: whether a person's decisions count.
        by: whose evidence is pooled: that of albums where they are known, else of artists, or the
            other way round, and the mix of the library with either; "track" takes each for itself.

    Raises:
        ClassifierFileProblem: it is no bundle, damaged, or wants what is not measured here.
        LibraryProblem: the library cannot be used.
    """
    return suggester_of(library, load_classifier(bundle_file), learns=learns, by=by)


def suggester_of(
    library: Library, loaded: LoadedClassifier, *, learns: bool, by: By = "track"
) -> Suggester:
    """Return who suggests by a loaded classifier; else as `load_suggester`."""
    suggester = Suggester(loaded, box=BoxMix.of(loaded))
    if by != "track":
        suggester = replace(suggester, mix=mix_of(library, loaded))
    if learns:
        suggester = _fitted(library, suggester)
    company = CompanyIndex.of_library(library, suggester.genres, by, learns=learns)
    return replace(suggester, company=company)


def adapt(
    library_file: Path,
    bundle_file: Path,
    ctx: JobContext,
    *,
    shown: Mapping[int, SuggestionLine],
    learns: bool,
    by: By = "track",
) -> Adaptation:
    """Suggest anew, and publish batches of (track id, `SuggestionLine`) for what is not so shown.

    Args:
        shown: the suggestions that a person sees, by track id.
        learns: whether decisions count; without them, what classifiers say stands again.
        by: whose evidence is pooled, as in `load_suggester`.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    news = NotShownSo(ctx, shown)
    decision_count = suggest_all(library_file, bundle_file, news, learns=learns, by=by)
    return Adaptation(decision_count, news.changed_count)


def suggest_all(
    library_file: Path, bundle_file: Path, ctx: JobContext, *, learns: bool, by: By = "track"
) -> int:
    """Publish batches of (track id, `SuggestionLine`) for all that the bundle has scores of.

    Returns:
        How many decisions they were fitted to.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        for batch in suggester.batches(library, ctx):
            ctx.publish(batch.lines())
    return suggester.decision_count


def renew(
    library_file: Path, bundle_file: Path, ctx: JobContext, *, learns: bool, by: By = "track"
) -> Renewal:
    """Suggest by a classifier that was not in use before, from what the library has of it.

    Batches of (track id, `SuggestionLine`) are published for all tracks of the library, with None
    where the classifier was not asked about one: they are what a restart would show.

    Raises:
        ClassifierFileProblem: the file is no bundle that can be used.
        LibraryProblem: the library cannot be used.
        Cancelled: the user stopped.
    """
    suggested: set[int] = set()
    with Library(library_file) as library:
        suggester = load_suggester(library, bundle_file, learns=learns, by=by)
        for batch in suggester.batches(library, ctx):
            ctx.publish(batch.lines())
            suggested.update(batch.scored.track_ids)
        ids = [line.id for lines in library.lines() for line in lines]
    if left := [(track_id, None) for track_id in ids if track_id not in suggested]:
        ctx.publish(left)
    return Renewal(len(suggested), len(left))


def refitted(library: Library, suggester: Suggester, by: By) -> Suggester:
    """Return who suggests by the same classifiers, as what is decided and scored by now has it.

    The mix of the library stays what it was, see `remixed`.
    """
    loaded, company = suggester.loaded, suggester.company
    fitted = _fitted(library, Suggester(loaded, box=BoxMix.of(loaded), mix=suggester.mix))
    if fitted.genres != suggester.genres:
        company = CompanyIndex.of_library(library, fitted.genres, by, learns=True)
    return replace(fitted, company=company)


def remixed(library: Library, suggester: Suggester, by: By, *, learns: bool) -> Suggester:
    """Return who suggests by the same classifiers, as the library's mix of genres is by now."""
    if by == "track":
        return suggester
    renewed = replace(suggester, mix=mix_of(library, suggester.loaded))
    return refitted(library, renewed, by) if learns else renewed


def _fitted(library: Library, plain: Suggester) -> Suggester:
    """Return who suggests as decisions have it, where `plain` does without any."""
    loaded = plain.loaded
    given = {said.track_id: said for said in library.decisions.corrections(MOST)}
    space = None
    if len(given) >= FEWEST:
        space = SoundSpace.of(library, loaded.calibrator, loaded.digest, list(given))
    if space is None:
        return plain
    ids: list[int] = []
    log_probs: list[LogProbs] = []
    points: list[Points] = []
    for batch in library.predictions.of_tracks(loaded.digest, list(given)):
        rows, found = space.points(library, batch)
        ids += [batch.track_ids[row] for row in rows]
        log_probs.append(plain.uncorrected(library, batch).log_probs[rows])
        points.append(found)
    if not ids:
        return plain
    artists = [given[i].artist or f"\0{i}" for i in ids]  # nobody's tracks are nobody else's
    corrections = fit_corrections(
        plain.genres,
        np.concatenate(log_probs),
        np.concatenate(points),
        _names_among(plain.genres, [given[i].genre for i in ids]),
        np.unique(artists, return_inverse=True)[1],
        np.array(library.scripts_of(ids)),
    )
    if corrections is None:
        return plain
    return replace(plain, corrections=corrections, space=space, decision_count=len(ids))


def _names_among(genres: Sequence[str], texts: Sequence[str]) -> list[str]:
    """Return what a classifier calls genres that a person gave, in that person's vocabulary.

    What the classifier does not know keeps its usual name. Where several of its genres count as
    one, that one comes first.
    """
    known, shipped = taxonomy_in_use(), shipped_taxonomy()
    called = {known.identity(genre): genre for genre in reversed(genres)}
    for genre in genres:
        if shipped.identity(genre) == known.identity(genre):
            called[known.identity(genre)] = genre
    return [called.get(known.identity(text), known.canonical(text)) for text in texts]
