"""Why a genre is suggested, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from musicreclass.core.ensemble.calibrator import LEAST_SECONDS
from musicreclass.core.ensemble.doubt import Doubt
from musicreclass.core.ensemble.prediction import Opinion, Verdict
from musicreclass.core.genre import Taxonomy
from musicreclass.gui.language import classifier_name, genre_name, in_words
from musicreclass.gui.messages import clock, count, listed, percent

if TYPE_CHECKING:
    from musicreclass.pipeline.preview.track_preview import Strip, TrackEvidence

Naming = Callable[[str], str]  # from a genre to what it is called here

ENCODER = "encoder"  # the classifier that the encoder's words stand behind
MOST_AGREEING = 2  # classifiers of which each is named with its share
MOST_POSSIBLE = 3  # genres that are named as possible
MOST_NAMED = 5  # genres in the legend of the strip
LEAST_SHARE = 0.05  # of the belief, on average; what is less has no colour of its own


def analyzed_text(evidence: TrackEvidence, total_seconds: float) -> str:
    """Return how much was analyzed: "Heard 30 s of 3:59 in 10 segments"."""
    translate = QCoreApplication.translate
    seconds = evidence.suggestion.seconds_analyzed
    if total_seconds > seconds:
        said = translate("Words", "Heard {seconds} s of {total}")
    else:
        said = translate("Words", "Heard all of {total}")
    text = said.format(seconds=count(round(seconds)), total=clock(total_seconds or seconds))
    if evidence.segment_count < 2:
        return text
    in_segments = translate("Words", "{analyzed} in {number} segments")
    return in_segments.format(analyzed=text, number=evidence.segment_count)


def why_text(evidence: TrackEvidence, taxonomy: Taxonomy, styles: Sequence[str] = ()) -> str:
    """Return why the verdict is what it is, and what the track's company says to it.

    Args:
        styles: words that the encoder has for the track beside its genre.
    """
    company = evidence.suggestion.company
    name = partial(genre_name, taxonomy)
    said = () if company is None else company.reasons(name)
    why = _why_verdict(evidence, taxonomy, styles)
    return " · ".join(filter(None, [why, _what_was_learned(evidence, name), *map(in_words, said)]))


def _what_was_learned(evidence: TrackEvidence, name: Naming) -> str:
    """Return that decisions changed what is suggested, and what is said without them."""
    alone = evidence.unlearned
    if alone is None:
        return ""
    said = QCoreApplication.translate(
        "Words", "learned from what you decided: without that {genre} {share}"
    )
    return said.format(genre=name(alone.genre), share=percent(alone.confidence))


def _why_verdict(evidence: TrackEvidence, taxonomy: Taxonomy, styles: Sequence[str]) -> str:
    suggestion = evidence.suggestion
    if suggestion.verdict is Verdict.NOVEL:
        return _why_novel(evidence)
    said = partial(_who_says_what, partial(genre_name, taxonomy), styles)
    best = suggestion.candidates[0].genre
    if suggestion.verdict is Verdict.SURE:
        agreeing = [opinion for opinion in suggestion.opinions if opinion.genre == best]
        against = [opinion for opinion in suggestion.opinions if opinion.genre != best]
        parts = [said(agreeing), said(against)]
        if len(agreeing) > MOST_AGREEING:
            parts[0] = _they_agree(agreeing)
    elif suggestion.verdict is Verdict.DIFFER:
        parts = [said(suggestion.opinions)]
    else:
        rule = _why_not_sure(evidence, partial(genre_name, taxonomy))
        parts = [rule, said(suggestion.opinions)]
    return " · ".join(filter(None, parts))


def _why_novel(evidence: TrackEvidence) -> str:
    if evidence.is_silent:
        return QCoreApplication.translate("Words", "There is nothing but silence to hear")
    return QCoreApplication.translate("Words", "Unlike anything the classifiers have learned from")


def _they_agree(opinions: Sequence[Opinion]) -> str:
    said = QCoreApplication.translate("Words", "{names} agree")
    return said.format(names=_listed([classifier_name(o.classifier) for o in opinions]))


def _who_says_what(name: Naming, styles: Sequence[str], opinions: Sequence[Opinion]) -> str:
    """Return what each says, in words: "encoder: Rock 71%, indie · cnn: Pop 52%"."""
    said = QCoreApplication.translate("Words", "{name}: {words}")
    parts = []
    for opinion in opinions:
        share = f"{name(opinion.genre)} {percent(opinion.confidence)}"
        words = listed([share, *(styles if opinion.classifier == ENCODER else ())])
        parts.append(said.format(name=classifier_name(opinion.classifier), words=words))
    return " · ".join(parts)


def _why_not_sure(evidence: TrackEvidence, name: Naming) -> str:
    """Return which rule makes the suggestion not sure."""
    translate, suggestion = QCoreApplication.translate, evidence.suggestion
    match evidence.doubt:
        case Doubt.SEVERAL:
            return _what_is_possible(evidence, name)
        case Doubt.NONE:
            said = translate("Words", "No genre reaches the {share} from which on one is possible")
            return said.format(share=percent(evidence.least_possible))
        case Doubt.OWN_GENRE:
            said = translate("Words", "{genre} is your own: no classifier knows it, to be sure of")
            return said.format(genre=name(suggestion.candidates[0].genre))
        case Doubt.SHORT:
            said = translate("Words", "Too little was heard; sure needs {seconds} s")
            return said.format(seconds=count(round(LEAST_SECONDS)))
        case Doubt.UNLIKELY:
            said = translate("Words", "Only {genre} is possible, but sure needs {share}")
            share = percent(evidence.sure_confidence)
            return said.format(genre=name(suggestion.candidates[0].genre), share=share)
    return translate("Words", "No genre stands out")


def _what_is_possible(evidence: TrackEvidence, name: Naming) -> str:
    translate, possible = QCoreApplication.translate, evidence.suggestion.possible
    if not evidence.least_possible:
        return translate(
            "Words", "The classifiers were tried on too few tracks to rule any genre out"
        )
    ranked = [c.genre for c in evidence.suggestion.candidates if c.genre in possible]
    if len(ranked) <= MOST_POSSIBLE:
        said = translate(
            "Words",
            "Sure needs one possible genre; here {genres} are possible, each at {share} or more",
        )
        shown = _listed([name(genre) for genre in ranked])
        return said.format(genres=shown, share=percent(evidence.least_possible))
    said = translate(
        "Words",
        "Sure needs one possible genre; here {number} are possible, each at {share} or more",
    )
    return said.format(number=count(len(ranked)), share=percent(evidence.least_possible))


def _listed(names: list[str]) -> str:
    joined = QCoreApplication.translate("Words", "{some} and {last}")
    return joined.format(some=listed(names[:-1]), last=names[-1])


def named_genres(strip: Strip) -> list[str]:
    """Return the genres that have a colour in the strip, the strongest first."""
    if not len(strip.confidences):
        return []
    means = strip.confidences.mean(axis=0)
    order = means.argsort()[::-1][:MOST_NAMED]
    return [strip.genres[i] for i in order if means[i] >= LEAST_SHARE]
