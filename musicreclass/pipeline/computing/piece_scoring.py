"""What the classifiers in use say of one piece of sound, as they would of a file that long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from musicreclass.audio.decoding.segments import Evidence
from musicreclass.audio.decoding.waveform import Source, Waveform, without_silent_ends
from musicreclass.classifiers.runtime import one_thread
from musicreclass.core.live.live_answer import LiveRules, PieceScores
from musicreclass.core.live.pieces import SoundPiece
from musicreclass.pipeline.analysis.analyze_file import measured
from musicreclass.pipeline.classification.installed import tagger_file
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.predict_files import classify_analysis
from musicreclass.pipeline.classification.sound_tagging import features_of, usable_sound_tagging
from musicreclass.pipeline.classification.usable_classifier import file_in_use
from musicreclass.settings import Settings

NAME = Path("sound.pcm")  # in errors on what cannot be measured


def rules_of(bundle_file: Path) -> LiveRules:
    """Return what makes suggestions of the scores that a file of classifiers gives.

    Raises:
        ClassifierFileProblem: it cannot be used.
    """
    loaded = load_classifier(bundle_file)
    return LiveRules(loaded.digest, loaded.calibrator)


def scores_of(piece: SoundPiece, bundle_file: Path, tagger: Path | None = None) -> PieceScores:
    """Return what is said of a piece; nothing where too little of it sounds.

    Raises:
        ClassifierFileProblem: the classifiers cannot be used.
        UnfitSound: no classifier can answer.
    """
    loaded, tagging = load_classifier(bundle_file), usable_sound_tagging(tagger)
    seconds = piece.end_seconds - piece.start_seconds
    source = Source(piece.sample_rate, 1, seconds, "pcm", "live")
    waveform = Waveform(piece.samples, piece.sample_rate, piece.start_seconds, source)
    needs, sounding = loaded.needs, without_silent_ends(waveform)
    nothing = PieceScores(piece.start_seconds, piece.end_seconds, loaded.digest)
    if Evidence.of(sounding.seconds) is Evidence.NONE:
        return nothing
    if needs.encoder is not None:  # as of files
        waveform = sounding
    with one_thread():
        analysis = measured(waveform, features_of(needs) if tagging.own else needs, NAME)
        said = classify_analysis(loaded, tagging, NAME, analysis)
    return replace(
        nothing,
        predictions=tuple(replace(one, segments=None, starts=()) for one in said.predictions),
        tags=said.sound_tags,
        problem=said.problem,
    )


def files_in_use(settings: Settings) -> tuple[Path, Path | None]:
    """Return the file to classify with, and the one of a person's own tagger where there is one.

    Raises:
        NoClassifier: nothing is installed.
    """
    return file_in_use(settings), tagger_file(settings)
