import json
import sys

import pytest

from musicreclass.__main__ import main
from musicreclass.audio.decoding import decode
from musicreclass.classifiers import encoder as encoders
from musicreclass.library.store import Library
from musicreclass.pipeline import health
from musicreclass.pipeline.health import chinese_font, examine
from musicreclass.sentences.reason import because


def by_subject(findings):
    return {str(finding.subject): finding for finding in findings}


def test_what_the_program_stands_on_is_looked_at(library_file):
    found = by_subject(examine(library_file))

    assert {"Python", "numpy", "torch", "FFmpeg", "folder for cache", "library"} <= found.keys()
    assert found["torch"].state.code == "pipeline.computes_on"
    assert found["library"].state == because("pipeline.no_library_yet", file=library_file)


def test_a_library_is_opened_and_counted(library_file):
    with Library(library_file):
        pass

    library = by_subject(examine(library_file))["library"]

    assert library.is_fine
    assert str(library.state).endswith("0 folders, 0 tracks")


def test_what_lacks_codecs_is_told_what_to_install(library_file, monkeypatch):
    monkeypatch.setattr(decode, "WANTED_CODECS", ("mp3", "eight_track"))

    ffmpeg = by_subject(examine(library_file))["FFmpeg"]

    assert str(ffmpeg.advice) == "install a PyAV whose FFmpeg knows eight_track"


def test_an_encoder_that_was_cut_off_is_said(library_file, monkeypatch, tmp_path):
    whole = encoders.in_the_box().read_bytes()
    (tmp_path / "encoder.pth").write_bytes(whole[: len(whole) // 2])
    monkeypatch.setattr(encoders, "in_the_box", lambda: tmp_path / "encoder.pth")

    found = by_subject(examine(library_file))["pretrained encoder"]

    assert "encoder.pth" in str(found.state)
    assert "install the program again" in str(found.advice)


@pytest.mark.parametrize(
    ("prints", "code"),
    [("", "pipeline.no_chinese_font"), ("Noto Sans CJK TC,Noto", "said.text")],
)
def test_without_a_chinese_font_there_is_advice(prints, code):
    found = chinese_font([sys.executable, "-c", f"print({prints!r})"])

    assert (found.state.code, found.is_fine) == (code, bool(prints))


def test_without_fontconfig_nobody_knows(tmp_path):
    assert chinese_font([str(tmp_path / "none")]).state == because("pipeline.no_fontconfig")


def test_the_verb_prints_a_line_for_each_and_json_in_english(monkeypatch, capsys):
    monkeypatch.setattr(health, "_window", list)

    plain = main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    as_json = main(["doctor", "--json"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert (plain, as_json) == (0, 0)
    assert lines[1].startswith("ok  Python")
    assert [set(one) for one in found] == [{"subject", "state", "advice"}] * len(found)
