"""Encoders on the shelf, looked at, added, fetched and removed.

Jobs for a process that may load networks; this module loads none before one of them is run.

Raises:
    ClassifierFileProblem: a folder holds nothing that can be used, or the disk refuses.
    UsageProblem: it cannot be done, in a sentence.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from musicreclass.core.job import JobContext
from musicreclass.sentences.reason import because

if TYPE_CHECKING:
    from musicreclass.classifiers.encoders.shelf import ShelvedEncoder
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts, EncoderOffer


def look_at_shelf(ctx: JobContext) -> tuple[EncoderFacts, ...]:
    """Return what is known of each encoder, by name."""
    ctx.raise_if_cancelled()
    from musicreclass.classifiers.encoders import shelf
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

    found = []
    for one, problem in shelf.every_one():
        ctx.raise_if_cancelled()
        if one is None:
            assert problem is not None
            found.append(EncoderFacts(problem.path.name, problem.path, problem=problem.reason))
            continue
        if (changed := shelf.problem_with(one)) is not None:
            found.append(EncoderFacts(one.name, one.folder, problem=changed.reason))
        else:
            found.append(_facts(one))
    return tuple(found)


def add_folder(folder: Path, ctx: JobContext) -> EncoderFacts:
    """Look into a folder, and use its encoder from there."""
    ctx.raise_if_cancelled()
    from musicreclass.classifiers.encoders import shelf

    return _facts(shelf.add(folder))


def ask_hub(name: str, ctx: JobContext) -> EncoderOffer:
    """Return what a hub offers under a name."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.encoder_download import offer_of

    return offer_of(name, ctx)


def fetch_encoder(offer: EncoderOffer, ctx: JobContext) -> EncoderFacts:
    """Download what a person agreed to."""
    ctx.raise_if_cancelled()
    from musicreclass.pipeline.inventory.encoder_download import fetch

    return _facts(fetch(offer, ctx))


def remove_encoder(name: str, ctx: JobContext) -> str:
    """Take an encoder from the shelf, and return its name; a person's own folder stays as it is."""
    ctx.raise_if_cancelled()
    from musicreclass.classifiers.encoders import shelf

    shelf.remove(name)
    return name


def _facts(one: ShelvedEncoder) -> EncoderFacts:
    from musicreclass.pipeline.inventory.encoder_facts import EncoderFacts

    card = one.card
    return EncoderFacts(
        one.name,
        one.folder,
        card.layout,
        bool(one.origin),
        one.size_bytes,
        card.licence,
        card.sample_rate,
        card.seconds,
        tuple(layer.name for layer in card.layers),
        len(card.labels),
        card.can_read_words,
        because(card.remark) if card.remark else None,
    )
