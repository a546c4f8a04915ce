"""A study of made-up answers, as reports show it: quick to make, and with a name that is evil."""

import numpy as np

from musicreclass.core.analysis import UNALTERED, USUAL_ALTERATIONS
from musicreclass.sentences.reason import because
from musicreclass.training.measure.comparison import (
    Comparison,
    Costs,
    Entry,
    differences_of,
    rows_of,
)
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.study.across import CollectionContrast, Crossing, Crossings
from musicreclass.training.study.edge_cases import FewExamples, altered_case
from musicreclass.training.study.genre_contrasts import (
    FeatureContrast,
    PairContrast,
    difficulties,
)
from musicreclass.training.study.occlusion import BANDS, TIMES, ShownDecision
from musicreclass.training.study.plain_answer import plain_answer
from musicreclass.training.study.study_result import CollectionStudy, NamedDecision, Study
from tests.training.fit_material import tracks

EVIL = "<script>alert('x')</script>"
WAYS = (
    *("features / linear", "features / rbf", "mel 64 / linear", "tags / linear"),
    *("embeddings / rbf", "all / linear", "mlp", "cnn", "crnn", "transformer", "vae", "wave"),
)
SOME = tracks(n=80)


def said(share, seed):
    """Return answers to `SOME` of which a share is right."""
    is_right = np.random.default_rng(seed).permutation(len(SOME)) < share * len(SOME)
    is_true = np.arange(2) == SOME.labels[:, None]
    return np.where(is_true == is_right[:, None], -0.1, -2.4)


def shown(answer, drops):
    picture = np.linspace(0.0, 1.0, 32 * 96, dtype=np.float32).reshape(32, 96)
    hz = tuple(float(f) for f in np.geomspace(50, 11_000, BANDS + 1))
    return ShownDecision(0, "Low", answer, 0.93, 24.0, hz, drops, picture)


def made_up_study(*, few=True, is_quick=True):
    """Return a study of one collection, and of what was learned from another."""
    entries = [
        Entry(name, said(0.9 - 0.03 * number, number), Costs(2.0, 0.1 * (number + 1), 4_000))
        for number, name in enumerate(WAYS)
    ]
    comparison = Comparison(
        EVIL,
        rows_of(entries, SOME.labels, SOME.genres, SOME.groups),
        differences_of(entries, SOME.labels, SOME.groups, resamples=2_000),
        3,
        {"artist": 80},
        60.0,
        remarks=(because("study.not_altered", count=1),),
    )
    best = entries[0].log_probs
    altered = tuple(
        altered_case(one, one.amount, said(0.7, 40 + i), best, SOME.labels, SOME.groups)
        for i, one in enumerate(USUAL_ALTERATIONS)
    )
    drops = np.zeros((BANDS, TIMES), dtype=np.float32)
    marked = drops.copy()
    marked[2, 3], marked[5, 1] = 0.4, -0.2
    interval = Interval(0.4, 1.2)
    features = tuple(
        FeatureContrast(column, effect, interval)
        for column, effect in (
            *(("mfcc.mean.01", 0.8), ("chroma_cens.std.02", -0.7), ("zcr.skew.01", 0.6)),
            *(("spectral_contrast.kurtosis.03", 0.5), ("tonnetz.max.06", 0.4)),
        )
    )
    collection = CollectionStudy(
        EVIL,
        comparison,
        plain_answer(comparison),
        WAYS[0],
        altered,
        (FewExamples(3, 5, SOME.genres, 80, 0.6, interval),) * few,
        difficulties(best, [one.log_probs for one in entries], SOME),
        (PairContrast("Low", "High", 0.6, Interval(0.5, 0.7), features),),
        (
            NamedDecision(EVIL, "/music/1.mp3", shown("High", marked)),
            NamedDecision("Two", "/music/2.mp3", shown("Low", drops)),
        ),
    )
    crossing = Crossing(WAYS[0], EVIL, "B", 80, 0.5, interval, 0.8, interval, 0.3, interval)
    contrast = CollectionContrast("level", -20.0, None, (80, 0), None, None)
    across = Crossings(EVIL, "B", ("Low", "High"), (80, 40), (crossing,), (contrast,))
    remarks = (because("study.without_encoder"),)
    assert UNALTERED in USUAL_ALTERATIONS
    return Study((collection,), (across,), is_quick, 0, 300.0, remarks)
