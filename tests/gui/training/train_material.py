"""Reports and tables for tests of the Train page, made up without analyzing anything."""

import numpy as np

from musicreclass.core.ensemble.log_probs import normalised
from musicreclass.sentences.reason import as_said
from musicreclass.training.data.grouping import Grouping
from musicreclass.training.data.labelled_tracks import LabelledTracks
from musicreclass.training.measure.confidence_intervals import Interval
from musicreclass.training.measure.evaluation import Difference
from musicreclass.training.measure.learning_curve import LearningCurve, Outlook
from musicreclass.training.reports.build_report import Findings, OutOfFold, report_of
from musicreclass.training.reports.report import About, CurrentClassifier, ReportTrack
from musicreclass.training.sources.folders import GenreRow

GENRES = ("Blues", "Jazz", "搖滾")
TRACKS = 60
LABELS = np.arange(TRACKS) % 3
GROUPS = np.arange(TRACKS) // 6 * 3 + LABELS
SWAPPED = (0, 4)  # a Blues taken for Jazz, and a Jazz for Blues


def folder_row(folder, genre="", **changed):
    """Return a row of the table of folders."""
    figures = {"suggestion": None, "tracks": 12, "artists": 3, "albums": 4, "minutes": 40.0}
    return GenreRow(**({"folder": folder, "genre": genre or folder} | figures | changed))


def made_up_report(tested=TRACKS, *, current=True):
    """Return a report on tracks of which two are taken for what they are not."""
    tracks = LabelledTracks(tuple(map(str, range(TRACKS))), GENRES, LABELS, GROUPS)
    shown = [
        ReportTrack(f"/music/{i}.mp3", f"青花瓷 {i}", "周杰倫", 30.0, GENRES[i % 3])
        for i in range(TRACKS)
    ]
    answers = LABELS.copy()
    answers[list(SWAPPED)] = 1 - answers[list(SWAPPED)]
    scores = np.random.default_rng(0).normal(0.0, 0.3, size=(TRACKS, 3))
    scores[np.arange(TRACKS), answers] += 4.0
    said = normalised(scores)
    about = About("own", ("/music/按曲風",), "quick", 0, 5, 90.0, "2026-11-21", {"numpy": "2"})
    findings = Findings(
        Grouping(GROUPS, {"artist": TRACKS}, copies=1),
        copies=[(0, 3)],
        curve=LearningCurve((20.0, 48.0), (0.6, 0.7), Outlook(20, 0.03, Interval(0.01, 0.05))),
        current=CurrentClassifier("box", TRACKS, 0.5, Difference(0.2, Interval(0.1, 0.3), 0.001))
        if current
        else None,
        warnings=(as_said("Jazz has only 9 tracks."),),
    )
    return report_of(
        about, tracks, shown, OutOfFold(said, {"mlp": said}, np.arange(tested)), findings
    )
