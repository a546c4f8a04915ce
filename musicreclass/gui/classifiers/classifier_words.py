"""What is known of classifiers, in words: how good, where measured, on what trained."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, QLocale, Qt

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.language import classifier_name, genre_name, in_words
from musicreclass.gui.messages import BYTES_OF_MEGABYTE, UNKNOWN, count, listed, percent, tracks
from musicreclass.gui.training.choose.preset_choice import preset_name
from musicreclass.gui.training.report.report_words import interval_text, points

if TYPE_CHECKING:
    from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts, Quality

translate = QCoreApplication.translate
WORDS: dict[str, object] = {
    "box": QT_TRANSLATE_NOOP("ClassifierWords", "came with the program"),
    "own": QT_TRANSLATE_NOOP("ClassifierWords", "your own"),
    "elsewhere": QT_TRANSLATE_NOOP("ClassifierWords", "a file elsewhere"),
    "trained": QT_TRANSLATE_NOOP("ClassifierWords", "trained, not installed"),
    "middle": QT_TRANSLATE_NOOP("ClassifierWords", "the middle"),
    "start": QT_TRANSLATE_NOOP("ClassifierWords", "the beginning"),
    "whole": QT_TRANSLATE_NOOP("ClassifierWords", "all of it"),
}


def shown_name(facts: ClassifierFacts) -> str:
    """Return what a classifier is called here."""
    if facts.origin == "box":
        return translate("ClassifierWords", "In the box")
    return readable(facts.name)


def origin_word(facts: ClassifierFacts) -> str:
    """Return where it is from: the program, or the person."""
    return translate("ClassifierWords", str(WORDS[facts.origin]))


def quality_text(facts: ClassifierFacts) -> str:
    """Return how often it is right: "53.1 %"."""
    return UNKNOWN if facts.quality is None else points(facts.quality.accuracy)


def measured_text(quality: Quality | None) -> str:
    """Return where that was measured, in a few words."""
    if quality is None:
        return translate("ClassifierWords", "not measured")
    if quality.measured == "collections":
        text = translate("ClassifierWords", "{clips} clips of {parts} collections left out")
        return text.format(clips=count(quality.tracks), parts=count(quality.parts))
    if quality.measured == "official":
        text = translate("ClassifierWords", "test part of a known split, {tracks}")
        return text.format(tracks=tracks(quality.tracks))
    if quality.tracks and quality.parts:
        text = translate("ClassifierWords", "{tracks} of its own music, artists kept apart")
        return text.format(tracks=tracks(quality.tracks))
    return translate("ClassifierWords", "by its own training")


def measured_sentence(quality: Quality | None) -> str:
    """Return where it was measured, for people who want to know what the figure is worth."""
    if quality is None:
        return translate(
            "ClassifierWords",
            "Nobody has measured how often it is right, so that nothing it says is called sure.",
        )
    if quality.measured == "collections":
        text = translate(
            "ClassifierWords",
            "Right on so many of {clips} clips from anywhere. Each of the {parts} collections was "
            "left out whole: answered by classifiers that had learned from the others.",
        )
        return text.format(clips=count(quality.tracks), parts=count(quality.parts))
    if quality.measured == "official":
        text = translate(
            "ClassifierWords",
            "Right on so many of {tracks} in the test part of a split that others use, too.",
        )
        return text.format(tracks=tracks(quality.tracks))
    if quality.tracks and quality.parts:
        text = translate(
            "ClassifierWords",
            "Right on so many of {tracks} of the music that it was trained on, in {parts} folds: "
            "each answered by classifiers that knew neither it nor anything else by its artist.",
        )
        return text.format(tracks=tracks(quality.tracks), parts=count(quality.parts))
    return translate("ClassifierWords", "As its file says; how that was measured it does not say.")


def interval(quality: Quality | None) -> str:
    """Return where the figure lies 95 times of 100, nothing where nobody can say."""
    return "" if quality is None else interval_text(quality.interval)


def trained_on(facts: ClassifierFacts) -> str:
    """Return what it was trained on, in a few words."""
    parts = [_source(facts)] if facts.source else []
    if facts.tracks:
        parts.append(tracks(facts.tracks))
    return listed(parts) or UNKNOWN


def size_text(facts: ClassifierFacts) -> str:
    """Return how large the file is."""
    if not facts.size_bytes:
        return UNKNOWN
    megabytes = QLocale().toString(facts.size_bytes / BYTES_OF_MEGABYTE, "f", 1)
    return translate("ClassifierWords", "{number} MB").format(number=megabytes)


def day_text(facts: ClassifierFacts) -> str:
    """Return the day on which it was trained, or its file was made."""
    moment = QDateTime.fromString(facts.made_at, Qt.DateFormat.ISODate)
    if not moment.isValid():
        return UNKNOWN
    return QLocale().toString(moment.toLocalTime().date(), QLocale.FormatType.ShortFormat)


def members_text(facts: ClassifierFacts) -> str:
    """Return the members with the say that each has: "encoder 84%, cnn 16%"."""
    return listed(f"{classifier_name(one.name)} {percent(one.share)}" for one in facts.members)


def genres_text(facts: ClassifierFacts, taxonomy: Taxonomy) -> str:
    """Return all genres that it knows, in the window's language."""
    return listed(genre_name(taxonomy, genre) for genre in facts.genres)


def provenance(facts: ClassifierFacts, taxonomy: Taxonomy) -> Iterator[tuple[str, str]]:
    """Yield all that is known of it besides how good it is, as names and values."""
    genres = genres_text(facts, taxonomy)
    yield translate("ClassifierWords", "Genres"), f"{count(len(facts.genres))}: {genres}"
    yield translate("ClassifierWords", "Members"), members_text(facts)
    part = translate("ClassifierWords", str(WORDS.get(facts.clip[0], facts.clip[0])))
    text = translate("ClassifierWords", "{part}, {seconds} s of a track")
    part_text = text.format(part=part, seconds=QLocale().toString(facts.clip[1], "g", 4))
    yield translate("ClassifierWords", "Listens to"), part_text
    yield translate("ClassifierWords", "Trained on"), _trained_on_in_full(facts, taxonomy)
    if facts.preset:
        yield translate("ClassifierWords", "Preset"), preset_name(facts.preset)
    if facts.warm_start:
        yield translate("ClassifierWords", "Began with"), facts.warm_start
    if facts.origin != "box":
        yield translate("ClassifierWords", "Made on"), day_text(facts)
    yield translate("ClassifierWords", "Made by"), facts.program
    yield translate("ClassifierWords", "Size"), size_text(facts)
    yield translate("ClassifierWords", "File"), readable(str(facts.path))
    not_said = translate("ClassifierWords", "the file does not say")
    yield translate("ClassifierWords", "Licence of the data"), facts.licence or not_said
    if facts.encoder_origin:
        yield translate("ClassifierWords", "Encoder"), facts.encoder_origin
    if facts.encoder_problem is not None:
        name = translate("ClassifierWords", "Encoder cannot be used")
        yield name, in_words(facts.encoder_problem)
    if facts.encoder_licence:
        yield translate("ClassifierWords", "Licence of the encoder"), facts.encoder_licence


def _source(facts: ClassifierFacts) -> str:
    if facts.source.endswith(".db"):
        return translate("ClassifierWords", "what you decided")
    return readable(facts.source)


def _trained_on_in_full(facts: ClassifierFacts, taxonomy: Taxonomy) -> str:
    lines = [trained_on(facts)]
    if facts.groups:
        text = translate("ClassifierWords", "{groups} artists or albums")
        lines[0] = listed((lines[0], text.format(groups=count(facts.groups))))
    if facts.counts:
        lines.append(
            listed(
                f"{genre_name(taxonomy, genre)} {count(number)}"
                for genre, number in facts.counts.items()
            )
        )
    return "\n".join(lines)
