import json
from dataclasses import replace

import pytest

from musicreclass.__main__ import main
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.pipeline.training.training_report import ReportWish
from musicreclass.tags.read import read_facts
from musicreclass.training.data.provenance import KEY, TrainingProvenance
from tests.own_genres import write_genres
from tests.pipeline.training.quick_training import options_in, train_quick
from tests.recording_context import RecordingContext
from tests.small_bundles import save_small_bundle


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """Train once with a report, beside a classifier in use that takes all for drums."""
    folder = tmp_path_factory.mktemp("reported")
    music = write_genres(folder / "music")
    in_use = save_small_bundle(folder / "drummer.pth", ("Drums", "Polka"))
    (music / "Drums" / "bad.mp3").write_bytes(b"")
    return train_quick(
        music,
        folder / "own.pth",
        RecordingContext(),
        options_in(folder),
        seed=2,
        wish=ReportWish(options_in(folder), in_use),
    )


def test_a_report_says_what_the_summary_says(reported):
    report = reported.report

    assert report.evaluation.accuracy == reported.measured.together.accuracy
    assert report.counts == reported.counts
    assert report.grouped_by == {"artist": 12}
    assert (report.about.seed, report.about.preset) == (2, "quick")
    assert report.about.n_folds == reported.n_folds
    assert {"musicreclass", "torch", "numpy"} <= report.about.versions.keys()
    assert report.left_out == reported.left_out


def test_tracks_bear_the_names_that_their_tags_give(reported):
    track = reported.report.tracks[0]

    assert (track.title, track.artist, track.genre) == ("0", "Drums 0", "Drums")
    assert track.seconds == pytest.approx(3.0, abs=0.1)
    assert track.answer in ("Drums", "Flutes")


def test_those_in_use_are_asked_about_the_genres_that_they_know(reported):
    current = reported.report.current

    assert (current.name, current.tracks, current.accuracy) == ("drummer", 6, 1.0)
    assert current.ahead.accuracy <= 0.0
    assert str(current.remark).startswith("drummer does not say what music it was taught")


def test_those_in_use_are_not_asked_about_what_they_were_trained_on(tmp_path):
    music = write_genres(tmp_path / "music", tracks=4, seconds=1.5)
    provenance = TrainingProvenance.of(
        read_facts(path).fingerprint for path in music.rglob("*.flac")
    )
    in_use = save_small_bundle(
        tmp_path / "old.pth", ("Drums", "Flutes"), training={KEY: provenance.to_plain()}
    )

    report = train_quick(
        music,
        tmp_path / "own.pth",
        RecordingContext(),
        options_in(tmp_path),
        wish=ReportWish(options_in(tmp_path), in_use),
    ).report

    assert report.current is None
    assert str(report.warnings[-1]).startswith(
        "How old, in use until now, does on this music cannot"
    )


def test_what_cannot_be_told_of_so_few_tracks_is_said(reported):
    assert "there should be 12 tracks of each genre" in str(reported.report.curve.why_not)
    assert reported.report.leakage_gap.grouped <= 1.0


def test_the_summary_holds_the_report_for_json(reported):
    plain = json.loads(json.dumps(reported.to_plain()))

    assert plain["report"]["tracks"][0]["artist"] == "Drums 0"
    assert "report" not in replace(reported, report=None).to_plain()
    assert "report" not in reported.facts()


def test_those_in_use_that_cannot_be_opened_are_refused_before_anything_is_analyzed(tmp_path):
    music, ctx = write_genres(tmp_path / "music", tracks=2), RecordingContext()
    (tmp_path / "broken.pth").write_bytes(b"nothing")

    with pytest.raises(ClassifierFileProblem):
        train_quick(
            music,
            tmp_path / "own.pth",
            ctx,
            options_in(tmp_path),
            wish=ReportWish(options_in(tmp_path), tmp_path / "broken.pth"),
        )

    assert ctx.reports == []


def test_the_command_writes_the_page(tmp_path, capsys):
    music = write_genres(tmp_path / "music", tracks=4, seconds=1.5)
    page = tmp_path / "report.html"
    command = ["train", str(music), "--preset", "quick", "--out", str(tmp_path / "own.pth")]

    assert main([*command, "--workers", "1", "--report", str(page)]) == 0

    written = page.read_text(encoding="utf-8")
    assert "<title>own: what it learned and how well</title>" in written
    assert "How box, in use until now, does on this music cannot be told" in written
    assert "How much more tracks would help cannot be told" in capsys.readouterr().out


def test_a_page_that_cannot_be_is_refused_at_once(tmp_path, capsys):
    status = main(["train", str(tmp_path), "--report", str(tmp_path / "nowhere" / "page.html")])

    assert status == 2
    assert "nowhere is no folder; make it first." in capsys.readouterr().err
