"""What figures of a library mean, in sentences of the window's language."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from musicreclass.core.balance import FEW, MOST_NAMED, UNEVEN, Balance
from musicreclass.gui.language import classifier_name
from musicreclass.gui.messages import count, duration, listed, percent, tracks

if TYPE_CHECKING:
    from musicreclass.pipeline.insights.library_insights import Agreement, Insights

Naming = Callable[[str], str]  # from a genre to what it is called here

translate = QCoreApplication.translate


def summary(found: Insights) -> str:
    """Return the library in one line."""
    parts = [tracks(found.tracks)]
    if found.lengths is not None:
        parts.append(duration(found.lengths.total_seconds))
    genres = translate("Insights", "genres in files: {number}")
    parts.append(genres.format(number=count(len(found.in_files))))
    if found.untagged:
        without = translate("Insights", "{number} without a genre")
        parts.append(without.format(number=count(found.untagged)))
    if found.classified:
        scored = translate("Insights", "{number} heard, {share} of them with a sure genre")
        parts.append(
            scored.format(
                number=count(found.classified), share=percent(found.sure / found.classified)
            )
        )
    return " · ".join(parts)


def advice(balance: Balance, name: Naming) -> Iterator[str]:
    """Yield how evenly files are spread over genres, and what to do before a training."""
    if len(balance.counts) < 2:
        yield translate("Insights", "The files name fewer than two genres: nothing to compare.")
        return
    by_size = sorted(balance.counts, key=lambda genre: -balance.counts[genre])
    text = translate(
        "Insights",
        "The largest genre has {ratio} times as many tracks as the smallest; together they are as"
        " varied as {number} genres of one size.",
    )
    yield text.format(
        ratio=QLocale().toString(balance.ratio, "f", 1),
        number=QLocale().toString(balance.effective_genres, "f", 1),
    )
    if balance.ratio >= UNEVEN:
        text = translate(
            "Insights",
            "A classifier trained on them would favour {genre}: add to genres with fewer than"
            " {wanted} tracks, or merge them.",
        )
        wanted = math.ceil(balance.counts[by_size[0]] / UNEVEN)
        yield text.format(genre=name(by_size[0]), wanted=count(wanted))
    if balance.largest_share > 0.5:
        text = translate(
            "Insights",
            "Who always says {genre} is right on {share}: look at balanced accuracy, too.",
        )
        yield text.format(genre=name(by_size[0]), share=percent(balance.largest_share))
    if few := [genre for genre in by_size if balance.counts[genre] < FEW]:
        text = translate(
            "Insights", "Fewer than {least} tracks: {genres}. They are hardly learned."
        )
        named = listed(map(name, few[:MOST_NAMED])) + "…" * (len(few) > MOST_NAMED)
        yield text.format(least=count(FEW), genres=named)


def agreement_name(one: Agreement) -> str:
    """Return who is compared with whom."""
    if one.second:
        return f"{classifier_name(one.first)} – {classifier_name(one.second)}"
    text = translate("Insights", "{name} – together")
    return text.format(name=classifier_name(one.first))
