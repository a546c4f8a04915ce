"""All classifiers that a person has, with what is known of each.

Files are opened for it, which takes a moment; what was read of a file is kept as long as it is as
it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from musicreclass import paths
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.job import JobContext
from musicreclass.pipeline.classification.installed import (
    Installed,
    installed,
    known,
    tagger_file,
)
from musicreclass.pipeline.classification.loaded_classifier import (
    ENCODER_FACT,
    LICENCE_FACT,
    LoadedClassifier,
    digest_of,
    read_classifier,
)
from musicreclass.pipeline.classification.own_weights import own_shares, shares_of
from musicreclass.pipeline.classification.usable_classifier import usable
from musicreclass.pipeline.inventory.box_card import box_card
from musicreclass.pipeline.inventory.classifier_facts import (
    ClassifierFacts,
    Inventory,
    MemberFacts,
    Origin,
    Quality,
    by_genre_of,
    evaluation_of,
    quality_of,
)
from musicreclass.pipeline.inventory.kept_reports import has_report, trained_files
from musicreclass.settings import Settings

LONGEST_TEXT = 4_000  # letters of a licence; files come from strangers


def inventory(settings: Settings, ctx: JobContext) -> Inventory:
    """Return all classifiers that are installed, in use elsewhere, or trained and still there.

    Raises:
        Cancelled: the user stopped.
    """
    found = usable(settings)
    listed = known(settings)
    facts = []
    for one in listed:
        ctx.raise_if_cancelled()
        facts.append(facts_on(one, is_in_use=one.path == found.path))
    facts.extend(_trained({one.digest for one in facts}, {one.path for one in listed}))
    return Inventory(tuple(facts), found.sentence, tagger_file(settings))


def facts_on(one: Installed, *, is_in_use: bool = False) -> ClassifierFacts:
    """Return what is known of a classifier, or what is wrong with its file."""
    own = {known.path for known in installed()}
    origin: Origin = "box" if one.is_in_box else "own" if one.path in own else "elsewhere"
    try:
        stat = one.path.stat()
        stamps = stat.st_ino, stat.st_size, stat.st_mtime_ns, shelf.stamp()
        facts = _facts(one.path, *stamps)
    except OSError:
        facts = _damaged(one.path)
    facts = replace(facts, name=one.name, origin=origin, is_in_use=is_in_use)
    facts = _weighed(replace(facts, has_report=has_report(facts.digest)))
    return _with_card(facts) if one.is_in_box else facts


def _trained(digests: set[str], files: set[Path]) -> Iterator[ClassifierFacts]:
    """Yield what was trained, is not installed, and is as it was when its report was kept."""
    for digest, path in trained_files():
        if digest in digests or path in files or not path.is_file():
            continue
        try:
            is_as_it_was = digest_of(path) == digest
        except ClassifierFileProblem:
            continue
        if is_as_it_was:
            yield replace(facts_on(Installed(path.stem, path)), origin="trained")


@lru_cache(maxsize=64)
def _facts(path: Path, *_as_it_is: int) -> ClassifierFacts:
    try:
        return _read(path, read_classifier(path))
    except ClassifierFileProblem as problem:
        return ClassifierFacts(path.stem, path, "elsewhere", problem=problem.reason)


def _damaged(path: Path) -> ClassifierFacts:
    """Return what is wrong with a file that is not there, or cannot be looked at."""
    try:
        digest_of(path)
    except ClassifierFileProblem as problem:
        return ClassifierFacts(path.stem, path, "elsewhere", problem=problem.reason)
    return _facts(path)


def _read(path: Path, loaded: LoadedClassifier) -> ClassifierFacts:
    bundle, training = loaded.bundle, loaded.bundle.training
    stat = path.stat()
    kinds = {one.name: one.network.config.kind.name for one in bundle.classifiers}
    shares = shares_of(loaded.calibrator.ensemble)
    encoder = loaded.encoder
    return ClassifierFacts(
        path.stem,
        path,
        "elsewhere",
        digest=loaded.digest,
        size_bytes=stat.st_size,
        made_at=_day(stat.st_mtime),
        genres=loaded.genres,
        members=tuple(MemberFacts(n, kinds.get(n, ""), s, s) for n, s in shares.items()),
        is_calibrated=bool(bundle.ensemble),
        clip=(bundle.clip.part.value, bundle.clip.seconds),
        quality=quality_of(training),
        evaluation=evaluation_of(training),
        by_genre=by_genre_of(training),
        tracks=_count(training, "tracks"),
        counts=_counts(training),
        groups=_count(training, "groups"),
        source=_text(training, "source"),
        preset=_text(training, "preset"),
        warm_start=_text(training, "beginning"),
        licence=bundle.data_licence[:LONGEST_TEXT],
        program=bundle.program[:LONGEST_TEXT],
        encoder_origin=encoder.origin[:LONGEST_TEXT] if encoder else _text(training, ENCODER_FACT),
        encoder_licence=_encoder_licence() if encoder else _text(training, LICENCE_FACT),
        encoder_problem=loaded.encoder_problem,
    )


def _weighed(facts: ClassifierFacts) -> ClassifierFacts:
    """Return the facts with the shares that a person gave its members."""
    shares = own_shares(facts.digest) if facts.digest else {}
    given = {one.name: shares.get(one.name, 0.0) for one in facts.members}
    total = sum(given.values())
    if not total > 0.0:
        return facts
    members = tuple(replace(one, share=given[one.name] / total) for one in facts.members)
    return replace(facts, members=members, has_own_weights=True)


def _with_card(facts: ClassifierFacts) -> ClassifierFacts:
    """Return the facts on the box with what its card says was measured on music from anywhere."""
    card = box_card()
    facts = replace(facts, card=card.text, made_at="")
    if card.accuracy is None:
        return facts
    quality = Quality(card.accuracy, card.interval, "collections", card.clips, card.collections)
    return replace(facts, quality=quality, by_genre=card.by_genre or facts.by_genre)


def _encoder_licence() -> str:
    """Return the licence that lies beside the encoder in the box."""
    try:
        path = paths.resource("classifiers") / encoders.LICENCE_NAME
        return path.read_text(encoding="utf-8")
    except (paths.ResourceMissing, OSError):
        return ""


def _counts(training: Mapping[str, Any]) -> Mapping[str, int] | None:
    kept = training.get("genres", training.get("counts"))
    if not isinstance(kept, Mapping):
        return None
    return {str(name): number for name, number in kept.items() if isinstance(number, int)}


def _text(training: Mapping[str, Any], name: str) -> str:
    value = training.get(name)
    return value[:LONGEST_TEXT] if isinstance(value, str) else ""


def _count(training: Mapping[str, Any], name: str) -> int:
    value = training.get(name)
    return value if isinstance(value, int) else 0


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
