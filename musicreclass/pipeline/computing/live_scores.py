"""Scores of sound as it plays, for whoever records it.

Jobs for a process that may load networks; this module loads none before one of them is run.
"""

from __future__ import annotations

from musicreclass.core.job import JobContext
from musicreclass.core.live.live_answer import LiveRules, PieceScores
from musicreclass.core.live.pieces import SoundPiece
from musicreclass.settings import Settings


def live_rules(settings: Settings, ctx: JobContext) -> LiveRules:
    """Return what makes suggestions of scores; it has all loaded that gives those.

    Raises:
        NoClassifier: no classifier is installed.
        ClassifierFileProblem: there is one, but it cannot be used.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.computing.piece_scoring import files_in_use, rules_of

    bundle_file, _ = files_in_use(settings)
    return rules_of(bundle_file)


def score_piece(piece: SoundPiece, settings: Settings, ctx: JobContext) -> PieceScores:
    """Return what classifiers say of a piece. Else as `live_rules`.

    Raises:
        UnfitSound: no classifier can answer.
    """
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.computing.piece_scoring import files_in_use, scores_of

    bundle_file, tagger = files_in_use(settings)
    return scores_of(piece, bundle_file, tagger)
