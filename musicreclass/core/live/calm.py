"""Smoothing of what plays now, so that nothing flickers: hysteresis for order, verdict and tags."""

from __future__ import annotations

from collections.abc import Mapping

from musicreclass.core.ensemble.prediction import Candidate, Suggestion, Verdict
from musicreclass.core.live.last_minute import tags_from
from musicreclass.core.live.live_answer import CalmView

MARGIN = 0.06  # of confidence, by which a genre must pass another to stand before it
CONTRADICTIONS = 3  # in a row, by which a verdict changes
TAG_COMES, TAG_GOES = 0.6, 0.2  # share of the pieces of late in which a tag is shown


def calmed(
    before: CalmView | None, suggestion: Suggestion, tag_shares: Mapping[str, float]
) -> CalmView:
    """Return what to show next, where `before` is shown.

    A genre passes another only by a margin. A verdict changes when it is contradicted three times
    in a row, or at once where another genre leads. A tag comes with most of the pieces of late,
    and stays until few of them have it.
    """
    if before is None:
        shown = tags_from(dict(tag_shares), TAG_COMES)
        return CalmView(suggestion.candidates, suggestion.verdict, shown)
    candidates = _in_calm_order(before, suggestion)
    tags = _calm_tags(before.tags, tag_shares)
    is_other = suggestion.verdict is not before.verdict
    leads_anew = candidates[0].genre != before.candidates[0].genre
    times = before.contradicted + 1
    if is_other and times < CONTRADICTIONS and not leads_anew:
        return CalmView(candidates, before.verdict, tags, times)
    return CalmView(candidates, suggestion.verdict, tags)


def _in_calm_order(before: CalmView, suggestion: Suggestion) -> tuple[Candidate, ...]:
    """Return the new confidences in the order before, but for what differs by more than a margin.

    Where the best is sure, it leads by however little.
    """
    margin = 0.0 if suggestion.verdict is Verdict.SURE else MARGIN
    rank = {one.genre: index for index, one in enumerate(before.candidates)}
    left = sorted(suggestion.candidates, key=lambda one: rank.get(one.genre, len(rank)))
    ordered = []
    while left:
        best = max(one.confidence for one in left)
        first = next(one for one in left if one.confidence >= best - margin)
        left.remove(first)
        ordered.append(first)
        margin = MARGIN
    return tuple(ordered)


def _calm_tags(before: tuple[str, ...], shares: Mapping[str, float]) -> tuple[str, ...]:
    weighed = {
        # What is there already stands before what comes as strongly, or they would take turns.
        tag: share + (TAG_COMES if tag in before else 0.0)
        for tag, share in shares.items()
        if share >= (TAG_GOES if tag in before else TAG_COMES)
    }
    return tags_from(weighed, 0.0)
