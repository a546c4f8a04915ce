"""What is said of files that somebody sent. Each function runs in a child process.

This module loads nothing heavy itself: the process that serves names its functions, too. What they
raise is plain for the same reason.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from musicreclass.core.job import QuietContext
from musicreclass.core.track import Tags
from musicreclass.errors import FileProblem, MusicReclassError, UsageProblem
from musicreclass.pipeline.serving.upload_orders import (
    ClassifyOrder,
    FeatureOrder,
    SentFile,
    SoundLimit,
    UploadAnswer,
)
from musicreclass.sentences.catalogue import Sentences
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import Reason, because
from musicreclass.settings import Settings, amount_of

if TYPE_CHECKING:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
    from musicreclass.pipeline.classification.loaded_classifier import LoadedClassifier
    from musicreclass.pipeline.classification.predict_files import Classified, Speed
    from musicreclass.pipeline.scanning.audio_files import AudioFileRef

MOST_OF_A_STRETCH = 3  # genres that are told of it
DIGITS = 4  # of a confidence
TAG_FACTS = ("path", "tags", "seconds_heard", "problem", "problem_said")


def load_ahead(settings: Settings) -> None:
    """Load all that classifies, so that whoever comes first need not wait for it.

    Raises:
        MusicReclassError: there is no classifier that can be used.
    """
    with _plain_errors():
        import musicreclass.pipeline.preview.evidence
        import musicreclass.pipeline.preview.spectrogram_picture  # noqa: F401
        from musicreclass.classifiers.encoder import encoder_for

        loaded = _loaded("", settings)
        if loaded.needs.encoder is not None and loaded.needs.encoder.wave is None:
            encoder_for(loaded.needs.encoder)


def known_classifiers(settings: Settings) -> list[dict[str, Any]]:
    """Return what is known of each classifier, without where it lies.

    Raises:
        MusicReclassError: the settings or a folder cannot be read.
    """
    with _plain_errors():
        from musicreclass.pipeline.inventory.inventory import inventory

        found = inventory(settings, QuietContext())
        return [
            {
                "name": one.name,
                "in_use": one.is_in_use,
                "in_box": one.origin == "box",
                "genres": list(one.genres),
                "members": [member.name for member in one.members],
                "tracks": one.tracks,
                "accuracy": None if one.quality is None else round(one.quality.accuracy, DIGITS),
                "measured_on": None if one.quality is None else one.quality.measured,
                "licence": one.licence,
                "problem": None if one.problem is None else _without(str(one.problem), one.path),
            }
            for one in found.classifiers
        ]


def classified(order: ClassifyOrder, problem: Reason | None = None) -> UploadAnswer:
    """Return what `classify --json` says of a file, and what else was wished for.

    Args:
        problem: why nothing can be said of it, where that is known already.

    Raises:
        MusicReclassError: there is no such classifier.
    """
    with _plain_errors():
        if problem is not None:
            return _answer_of_problem(FileProblem(Path(order.file.path), problem), order)
        loaded = _loaded(order.wishes.classifier, order.settings)
        found = _outcome(order, loaded)
        if isinstance(found, FileProblem):
            return _answer_of_problem(found, order)
        packed = pickle.dumps(found) if order.wishes.by != "track" else b""
        return UploadAnswer(_facts(found, order, loaded), packed=packed)


def pooled(orders: Sequence[ClassifyOrder], packed: Sequence[bytes]) -> list[UploadAnswer]:
    """Return what is said of files once all of their company are known.

    Args:
        orders: of the files that came together and hold sound.
        packed: of the answer to each.

    Raises:
        MusicReclassError: there is no such classifier.
    """
    with _plain_errors():
        from musicreclass.pipeline.classification.pooled_files import pooled_known

        loaded = _loaded(orders[0].wishes.classifier, orders[0].settings)
        # Made by another process of the same pool, and never by anybody else.
        each = [cast("Classified", pickle.loads(one)) for one in packed]
        tags = [_tags_of(order.file) for order in orders]
        names = [order.file.name for order in orders]
        found = pooled_known(each, names, tags, loaded, orders[0].wishes.by)
        return [
            UploadAnswer(_facts(one, order, loaded))
            for one, order in zip(found, orders, strict=True)
        ]


def sounding(order: ClassifyOrder, problem: Reason | None = None) -> UploadAnswer:
    """Return what a file sounds like, and nothing of its genre; else as `classified`."""
    answer = classified(order, problem)
    few = {name: answer.facts[name] for name in TAG_FACTS if name in answer.facts}
    return UploadAnswer(few, answer.is_refused)


def measured(order: FeatureOrder, problem: Reason | None = None) -> UploadAnswer:
    """Return the 518 features of a file.

    Args:
        problem: why there are none, where that is known already.
    """
    if problem is not None:
        return _unmeasured(order, problem)
    from musicreclass.core.analysis import AnalysisSpec, Part
    from musicreclass.pipeline.analysis.analyze_file import AnalysisTask, analyze_file

    wishes = order.wishes
    is_whole = wishes.offset == "whole"
    spec = AnalysisSpec(Part(wishes.offset), 0.0 if is_whole else wishes.seconds)
    try:
        analysis = analyze_file(AnalysisTask(_file_ref(order.file, order.limit), spec))
    except FileProblem as found:
        return _unmeasured(order, found.reason)
    assert analysis.features is not None
    return UploadAnswer(
        {
            "path": order.file.name,
            "features": [float(str(number)) for number in analysis.features],  # as CSV has them
            "seconds_heard": round(analysis.seconds, 3),
            "problem": None,
        }
    )


def feature_names() -> list[str]:
    """Return the names of the 518 features, in their order."""
    from musicreclass.audio.features.fma_features import COLUMNS

    return [".".join(column) for column in COLUMNS]


def feature_table(rows: Sequence[tuple[str, Sequence[float]]]) -> str:
    """Return features as CSV in the layout of FMA's features.csv, as the verb writes them."""
    import io

    import numpy as np

    from musicreclass.audio.features.fma_features import COLUMNS
    from musicreclass.pipeline.analysis.feature_table import write_csv

    stream = io.StringIO()
    table = {name: np.asarray(row, dtype=np.float32) for name, row in rows}
    write_csv(table, COLUMNS, stream)
    return stream.getvalue()


def _unmeasured(order: FeatureOrder, problem: Reason) -> UploadAnswer:
    said = _problem_text(problem, order.file)
    facts = {"path": order.file.name, "features": None, "seconds_heard": 0.0, "problem": said}
    return UploadAnswer(facts, is_refused=True)


def _loaded(name: str, settings: Settings) -> LoadedClassifier:
    from musicreclass.pipeline.classification import installed
    from musicreclass.pipeline.classification.loaded_classifier import load_classifier
    from musicreclass.pipeline.classification.usable_classifier import file_in_use

    if not name:
        return load_classifier(file_in_use(settings))
    by_name = {one.name: one.path for one in installed.known(settings)}
    if name not in by_name:  # a name, and never a path
        raise UsageProblem(because("serve.no_classifier", name=name, known=tuple(by_name)))
    return load_classifier(by_name[name])


def _outcome(order: ClassifyOrder, loaded: LoadedClassifier) -> Classified | FileProblem:
    from musicreclass.pipeline.classification.box_mix import BoxMix, predict_mixed
    from musicreclass.pipeline.classification.installed import tagger_file
    from musicreclass.pipeline.classification.sound_tagging import usable_sound_tagging

    chosen = order.settings.classifying
    try:
        outcomes = predict_mixed(
            loaded,
            BoxMix.of(loaded),
            [_file_ref(order.file, order.limit)],
            QuietContext(),
            _options(),
            speed=cast("Speed", order.wishes.speed or chosen.speed),
            tagging=usable_sound_tagging(tagger_file(order.settings)),
            amount=amount_of(chosen),
        )
        with closing(outcomes):
            return next(outcomes)[1]
    except FileProblem as problem:
        return problem


def _options() -> AnalysisOptions:
    from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions, NoCache

    return AnalysisOptions(NoCache(), in_place=True)


def _file_ref(file: SentFile, limit: SoundLimit) -> AudioFileRef:
    """Return a file that may be analyzed.

    Raises:
        FileProblem: it cannot be read, or is longer than what is taken.
    """
    from musicreclass.audio.decoding.decode import probe
    from musicreclass.pipeline.scanning.audio_files import AudioFileRef

    path = Path(file.path)
    found = AudioFileRef.of(path)
    seconds = probe(path).seconds or 0.0
    if seconds > limit.seconds:
        reason = because("serve.too_long", minutes=seconds / 60, most=limit.seconds / 60)
        raise FileProblem(path, reason)
    return found


def _facts(found: Classified, order: ClassifyOrder, loaded: LoadedClassifier) -> dict[str, Any]:
    from musicreclass.pipeline.classification.classified_output import facts_of, tag_facts

    wishes = order.wishes
    facts = facts_of(found, segments=wishes.segments)
    if wishes.every_tag:
        facts["tags"] = [tag_facts(one) for one in found.sound_tags.scores]
    if wishes.segments:
        facts["timeline"] = _timeline(found, order.file, loaded)
    if wishes.spectrogram:
        facts["spectrogram"] = _spectrogram(order.file)
    return _for_its_owner(facts, found.problem, order)


def _answer_of_problem(found: FileProblem, order: ClassifyOrder) -> UploadAnswer:
    from musicreclass.pipeline.classification.classified_output import facts_of

    facts = facts_of(found, segments=order.wishes.segments)
    return UploadAnswer(_for_its_owner(facts, found.reason, order), is_refused=True)


def _for_its_owner(
    facts: dict[str, Any], problem: Reason | None, order: ClassifyOrder
) -> dict[str, Any]:
    """Return facts that name the file as its owner does, and nothing of this computer."""
    facts["path"] = order.file.name
    facts["problem"] = _problem_text(problem, order.file)
    language = order.wishes.language
    if problem is not None and language != "en" and language in LANGUAGES:
        said = Sentences(cast(Any, language)).of(problem)
        facts["problem_said"] = _without(said, Path(order.file.path), order.file.name)
    return facts


def _problem_text(problem: Reason | None, file: SentFile) -> str | None:
    return None if problem is None else _without(str(problem), Path(file.path), file.name)


def _without(text: str, path: Path, name: str = "") -> str:
    """Return what is said without where a file lies."""
    return text.replace(str(path), name or path.name).replace(str(path.parent), "")


def _tags_of(file: SentFile) -> Tags:
    from musicreclass.tags.read import read_facts

    try:
        return read_facts(Path(file.path)).tags
    except MusicReclassError:
        return Tags()


def _timeline(found: Classified, file: SentFile, loaded: LoadedClassifier) -> list[dict[str, Any]]:
    """Return the genres of each stretch as all networks together say them, calibrated."""
    from musicreclass.audio.decoding.decode import probe
    from musicreclass.core.ensemble.log_probs import UnusableScores
    from musicreclass.pipeline.preview.evidence import evidence

    total = probe(Path(file.path)).seconds or found.suggestion.seconds_analyzed
    try:
        said = evidence(
            found.suggestion,
            loaded.calibrator,
            found.predictions,
            total,
            of_patches=loaded.of_patches,
        )
    except UnusableScores:
        return []
    bounds = said.strip.bounds
    return [
        {
            "start": round(float(start), 3),
            "end": round(float(end), 3),
            "genres": [
                {"genre": genre, "confidence": round(share, DIGITS)}
                for genre, share in said.strip.top(float((start + end) / 2), MOST_OF_A_STRETCH)
            ],
        }
        for start, end in pairwise(bounds)
    ]


def _spectrogram(file: SentFile) -> dict[str, Any] | None:
    from musicreclass.pipeline.preview.spectrogram_picture import draw
    from musicreclass.pipeline.serving.spectrogram_png import png_facts

    try:
        return png_facts(draw(file.path))
    except FileProblem:  # what is said of the file says why
        return None


@contextmanager
def _plain_errors() -> Iterator[None]:
    """Raise what can be read where no network is loaded.

    Raises:
        MusicReclassError: with the reason of what was raised.
    """
    try:
        yield
    except UsageProblem:
        raise
    except MusicReclassError as error:
        raise MusicReclassError(error.sentence) from error
