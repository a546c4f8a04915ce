"""A report on made-up answers, with all that may be in one."""

from pathlib import Path

import numpy as np

from musicreclass.errors import FileProblem
from musicreclass.sentences.reason import as_said
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.evaluation import Difference
from musicreclass.training.measure.leakage_gap import LeakageGap
from musicreclass.training.measure.learning_curve import LearningCurve, Outlook
from musicreclass.training.reports.build_report import Findings, OutOfFold, report_of
from musicreclass.training.reports.report import About, CurrentClassifier, ReportTrack
from tests.training.answers import mostly_right

GENRES = ("Blues", "Jazz", "搖滾")
EVIL = "<script>alert('1')</script>\" onmouseover=\"alert(2)"
LABELS = np.arange(60) % 3
GROUPS = np.arange(60) // 6 * 3 + LABELS
ABOUT = About(
    "own",
    ("/music/按曲風",),
    "standard",
    3,
    5,
    412.0,
    "2026-11-21T12:00:00+00:00",
    {"musicreclass": "0.1"},
    (as_said("The estimate is of a classifier taught from scratch."),),
)
FINDINGS = Findings(
    Grouping(GROUPS, {"artist": 60}, copies=2),
    copies=[(0, 3)],
    curve=LearningCurve((20.0, 48.0), (0.6, 0.7), Outlook(20, 0.03, Interval(0.01, 0.05))),
    leakage_gap=LeakageGap(0.6, 0.8),
    current=CurrentClassifier(
        "box", 60, 0.5, Difference(0.2, Interval(0.1, 0.3), 0.001), as_said("It has heard them.")
    ),
    warnings=(as_said("Jazz has only 9 tracks."),),
    left_out=(FileProblem(Path("/music/bad.mp3"), as_said("the file is empty")),),
)


def made_up_report(
    *,
    tested=60,
    findings=FINDINGS,
    title=EVIL,
    share=0.8,
    about=ABOUT,
    groups=GROUPS,
    cross_val=None,
):
    """Return a report on 60 tracks, the first of which has a title that nobody should trust."""
    tracks = LabelledTracks(tuple(map(str, range(60))), GENRES, LABELS, groups)
    shown = [
        ReportTrack(
            path=f"/music/{i}.mp3",
            title=title if i == 0 else f"青花瓷 {i}",
            artist="周杰倫",
            seconds=8.0 if i < 6 else 30.0,
            genre=GENRES[i % 3],
        )
        for i in range(60)
    ]
    alone = {name: mostly_right(LABELS, share, 3, seed) for name, seed in (("mlp", 1), ("cnn", 2))}
    said = OutOfFold(mostly_right(LABELS, share, 3), alone, np.arange(tested), cross_val)
    return report_of(about, tracks, shown, said, findings)
