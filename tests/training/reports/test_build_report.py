import json

import numpy as np
import pytest

from tests.training.report_material import LABELS, made_up_report


def test_every_tested_track_has_its_answer():
    report = made_up_report(tested=50)

    right = [track.answer == track.genre for track in report.tracks[:50]]
    assert np.mean(right) == pytest.approx(report.evaluation.accuracy)
    assert {track.answer for track in report.tracks[50:]} == {None}
    assert report.counts == {"Blues": 20, "Jazz": 20, "搖滾": 20}


def test_the_cells_hold_as_many_tracks_as_the_confusion_matrix_counts():
    report = made_up_report()

    counts = [
        [len(report.cells().get((genre, answer), ())) for answer in report.evaluation.genres]
        for genre in report.evaluation.genres
    ]
    assert counts == report.evaluation.confusion.tolist()


def test_the_bins_of_confidence_tell_the_calibration_error():
    report = made_up_report()

    (only,) = report.calibration
    assert (only.low, only.high) == pytest.approx((0.8, 0.9))
    assert only.confidence == pytest.approx(0.8)
    assert only.tracks == 60
    assert only.share_right == pytest.approx(report.evaluation.accuracy)
    assert report.evaluation.calibration_error == pytest.approx(abs(only.share_right - 0.8))


def test_who_knows_the_artists_says_which_tracks_are_mislabelled():
    cross_val = np.full((60, 3), -4.0)
    cross_val[np.arange(60), LABELS] = -0.1
    cross_val[55] = [-0.1, -4.0, -4.0]  # its folder says Jazz

    report = made_up_report(tested=50, cross_val=cross_val)

    assert [(one.index, one.given, one.likely) for one in report.mislabels] == [
        (55, "Jazz", "Blues")
    ]


def test_mislabels_are_indices_among_all_tracks_and_few():
    report = made_up_report()

    first = report.mislabels[0]
    assert report.tracks[first.index].genre == first.given
    assert report.tracks[first.index].answer == first.likely
    assert 1 <= len(report.mislabels) <= 6


def test_short_clips_have_figures_of_their_own():
    report = made_up_report()

    edges = {str(edge.name): edge for edge in report.edges}
    hits = [track.answer == track.genre for track in report.tracks[:6]]
    assert edges["shorter than 15 s"].tracks == 6
    assert edges["shorter than 15 s"].share_right == pytest.approx(np.mean(hits))
    assert "of genres with fewer than 20 tracks" not in edges


def test_what_each_classifier_is_worth_alone_is_kept():
    report = made_up_report()

    assert [one.classifier for one in report.alone] == ["mlp", "cnn"]
    assert report.alone[0].interval.low < report.alone[0].accuracy < report.alone[0].interval.high


def test_where_nothing_could_be_tested_no_figure_is_made_up():
    report = made_up_report(tested=0)

    assert report.evaluation is None
    assert (report.pairs, report.calibration, report.mislabels, report.edges) == ((), (), (), ())
    assert len(report.tracks) == 60


def test_genres_by_too_few_artists_are_named():
    report = made_up_report(groups=LABELS)

    assert [genre.genre for genre in report.inestimable] == ["Blues", "Jazz", "搖滾"]


def test_all_of_it_can_be_held_by_json():
    plain = json.loads(json.dumps(made_up_report().to_plain()))

    assert plain["evaluation"]["accuracy"] == pytest.approx(0.8, abs=0.15)
    assert plain["curve"]["outlook"]["more_per_genre"] == 20
    assert plain["left_out"] == [{"path": "/music/bad.mp3", "reason": "the file is empty"}]
    assert plain["tracks"][3]["title"] == "青花瓷 3"
    assert plain["copies"] == [[0, 3]]
    assert plain["about"]["seed"] == 3
    assert json.loads(json.dumps(made_up_report(tested=0).to_plain()))["evaluation"] is None
