"""A study as a page for a browser: what its template is filled with. Measures nothing itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from musicreclass.sentences.catalogue import ENGLISH, Sentences
from musicreclass.sentences.reason import Reason, because
from musicreclass.training.reports import study_plots as plots
from musicreclass.training.reports import study_text as text
from musicreclass.training.reports import study_words as words
from musicreclass.training.reports.pages import rendered
from musicreclass.training.reports.text_tables import Say
from musicreclass.training.study.study_result import CollectionStudy, Study
from musicreclass.training.study.ways import way_reason

RESAMPLES = 20_000  # as differences were drawn


@dataclass(frozen=True, slots=True)
class DrawnDecision:
    """A decision as the page shows it."""

    title: str
    plot: Markup
    said: Reason
    strongest: Reason
    is_right: bool


def study_page(found: Study, sentences: Sentences = ENGLISH) -> str:
    """Return the page of a study, ready to be written to a file as UTF-8."""
    return rendered("study", sentences, **study_values(found, sentences.of))


def study_values(found: Study, said: Say) -> dict[str, Any]:
    """Return what the template of a study is given."""
    names = tuple(one.name for one in found.collections)
    return {
        "study": found,
        "title": because("study.title", names=names),
        "took": because("study.took", minutes=found.seconds / 60.0),
        "answers": [list(words.answer_sentences(one)) for one in found.collections],
        "parts": [_part(one, said) for one in found.collections],
        "across": [
            {
                "heading": because("study.heading_across", first=one.first, second=one.second),
                "caption": text.across_caption(one),
                "tables": list(words.across_tables(one)),
                "contrasts": words.contrasts_table(one),
            }
            for one in found.crossings
        ],
    }


def _part(one: CollectionStudy, said: Say) -> dict[str, Any]:
    best, name = way_reason(one.best_way), one.name
    return {
        "heading_ways": because("study.heading_ways", name=name),
        "heading_behind": because("study.against_best", name=name),
        "heading_altered": because("study.heading_altered", name=name),
        "heading_few": because("study.heading_few", name=name),
        "heading_genres": because("study.heading_genres", name=name),
        "heading_pairs": because("study.heading_pairs", name=name),
        "heading_decisions": because("study.heading_decisions", name=name),
        "summary": text.summary(one),
        "ways_plot": plots.ways_plot(one, said),
        "ways": words.ways_table(one.comparison),
        "behind": words.behind_table(one),
        "behind_caption": because(
            "study.against_best_caption",
            way=best,
            resamples=RESAMPLES,
            pairs=len(one.comparison.differences),
        ),
        "altered_plot": plots.altered_plot(one, said) if one.altered else "",
        "altered_caption": text.altered_caption(one) if one.altered else "",
        "altered": words.altered_table(one.altered),
        "few_plot": plots.few_plot(one.few, said) if one.few else "",
        "few_caption": text.few_caption(one) if one.few else "",
        "few": words.few_table(one.few),
        "genres_plot": plots.genres_plot(one, said),
        "genres_caption": because("study.genres_caption", way=best),
        "genres": words.genres_table(one.genres),
        "pairs": [(words.pair_reason(pair), words.pair_table(pair)) for pair in one.pairs],
        "decisions": list(_decisions(one, said)),
        "remarks": one.comparison.remarks,
    }


def _decisions(one: CollectionStudy, said: Say) -> Iterator[DrawnDecision]:
    for shown in one.decisions:
        found = shown.decision
        sentence = words.decision_reason(found)
        yield DrawnDecision(
            shown.title,
            plots.decision_plot(found, said(sentence)),
            sentence,
            words.strongest_reason(found),
            found.is_right,
        )
