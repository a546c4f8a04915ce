import json
import re
from pathlib import Path

import numpy as np
import pytest

from musicreclass import paths
from musicreclass.__main__ import main
from musicreclass.core.analysis import GTZAN_MEL, AnalysisSpec
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.datasets.labelling import analyze_and_label
from musicreclass.pipeline.datasets.survey import survey
from musicreclass.pipeline.insights.genre_mels import COLUMNS, shrunk
from musicreclass.pipeline.insights.stats import Lengths, collection_stats
from musicreclass.pipeline.insights.stats_pictures import pictures
from tests.material import make_mp3, write_audio
from tests.own_genres import write_genres
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.sentences.every_reason import with_english
from tests.small_bundles import save_small_bundle


@pytest.fixture(scope="module")
def music(tmp_path_factory):
    """Two folders of genres, a file that lies in none, and one that cannot be read."""
    folder = write_genres(tmp_path_factory.mktemp("music"), tracks=3, seconds=5.0)
    write_audio(folder / "loose.mp3", seconds=2.0, tags={"genre": "hiphop"})
    (folder / "Drums" / "bad.flac").write_bytes(b"")
    return folder


def stats(folder, tmp_path, **options):
    return collection_stats(
        folder,
        RecordingContext(),
        AnalysisOptions(AnalysisCache(tmp_path / "heard"), 1),
        library_file=options.pop("library_file", tmp_path / "none.db"),
        bundle_file=options.pop("bundle_file", None),
        **options,
    )


def test_folders_and_tags_are_counted_by_genre(music, tmp_path):
    found = stats(music, tmp_path)

    assert found.tracks == 7
    assert found.by_folder == {"Drums": 3, "Flutes": 3}
    assert (found.by_tag, found.untagged) == ({"Hip-Hop": 1}, 6)
    assert found.formats == {"FLAC": 6, "MP3": 1}
    assert found.balance.ratio == 1.0
    assert [problem.path.name for problem in found.problems] == ["bad.flac"]


def test_without_folders_the_tags_are_what_a_classifier_would_learn(tmp_path):
    write_audio(tmp_path / "music.flac", tags={"genre": "Jazz"})

    assert stats(tmp_path, tmp_path).genres == {"Jazz": 1}


def test_nothing_is_analyzed_unless_it_was_asked_for(music, tmp_path):
    assert stats(music, tmp_path).mels == ()


def test_what_was_analyzed_looks_like_its_genre(music, tmp_path):
    drums, flutes = stats(music, tmp_path, analyzes=True).mels
    again = stats(music, tmp_path).mels

    assert (drums.genre, drums.tracks) == ("Drums", 3)
    assert drums.decibels.shape == (GTZAN_MEL.n_mels, COLUMNS)
    assert drums.thirds[2] > flutes.thirds[2] + 10
    np.testing.assert_array_equal(again[0].decibels, drums.decibels)


def test_what_was_analyzed_to_train_counts_too(music, tmp_path):
    ctx, cache = RecordingContext(), AnalysisCache(tmp_path / "heard")
    analyze_and_label(
        survey(music, ctx, workers=1),
        AnalysisSpec(mels=(GTZAN_MEL,)),
        ctx,
        AnalysisOptions(cache, 1),
    )

    assert [mel.tracks for mel in stats(music, tmp_path).mels] == [3, 3]


def test_a_spectrogram_of_any_length_gets_so_many_columns():
    mel = np.repeat(np.arange(96.0), 3)[None].astype(np.float16)

    np.testing.assert_array_equal(shrunk(mel), np.arange(96.0, dtype=np.float32)[None])
    assert shrunk(np.ones((4, 721), np.float16)).shape == (4, COLUMNS)


def test_lengths_are_counted_where_they_are_known():
    lengths = Lengths.of([0.0, 10.0, 45.0, 4_000.0])

    assert (lengths.tracks, lengths.median_seconds, lengths.longest_seconds) == (3, 45.0, 4_000.0)
    assert [edge for edge, count in lengths.bins if count] == [0, 30, 3_600]
    assert Lengths.of([0.0]) is None


def test_the_verb_prints_json_and_pictures(music, tmp_path, capsys):
    status = main(
        ["stats", str(music), "--json", "--mels", "--png", str(tmp_path / "png"), "--workers", "1"]
    )

    found = json.loads(capsys.readouterr().out)
    assert status == 1
    assert found["genres_of_folders"] == {"Drums": 3, "Flutes": 3}
    assert found["suggested"] is None
    assert found["lengths"]["tracks"] == 7
    assert [mel["genre"] for mel in found["mels"]] == ["Drums", "Flutes"]
    assert found["balance"]["advice"][0].startswith("Fewer than 10 tracks: Drums, Flutes.")
    made = {path.name: path.read_bytes()[:4] for path in (tmp_path / "png").iterdir()}
    assert made == dict.fromkeys(("genres.png", "lengths.png", "mels.png"), b"\x89PNG")


def test_suggestions_of_the_library_stand_beside_the_tags(tmp_path):
    bundle_file = save_small_bundle(tmp_path / "small.pth")
    library_file, folder = tmp_path / "library.db", tmp_path / "music"
    said = {"a.mp3": ("Blues", 0.9), "b.mp3": ("Blues", 0.4), "c.mp3": ("Rock", 0.8), "d.mp3": None}
    write_library(library_file, folder, bundle_file, said)
    for number, name in enumerate(said):
        make_mp3(folder / name, number=number)

    found = stats(folder, tmp_path, library_file=library_file, bundle_file=bundle_file)

    assert found.suggested.genres == {"Blues": 2, "Rock": 1}
    assert (found.suggested.sure, found.suggested.unclassified) == (2, 1)
    assert "genres.png" not in pictures(found)


def test_the_verb_prints_tables_and_advice(music, capsys):
    assert main(["stats", str(music), "--workers", "1"]) == 1

    printed = capsys.readouterr()
    lines = [" ".join(line.split()) for line in printed.out.splitlines()]
    assert lines[0] == f"7 tracks in {music}."
    assert "Drums 3" in lines
    assert "Hip-Hop 1" in lines
    assert "no genre 6" in lines
    assert "bad.flac: the file is empty" in printed.err


def test_the_tables_are_in_the_language_of_who_reads_them(music, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_TW.UTF-8")

    main(["stats", str(music), "--workers", "1"])

    said = re.sub("Drums|Flutes|Hip-Hop", "", capsys.readouterr().out.replace(str(music), ""))
    assert with_english({"stats": said}) == {}


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["nowhere"], "nowhere is not a folder"),
        ([".", "--png", "file.txt"], "file.txt cannot be a folder"),
    ],
)
def test_what_cannot_be_counted_is_a_sentence(tmp_path, monkeypatch, capsys, options, sentence):
    monkeypatch.chdir(tmp_path)
    Path("file.txt").write_text("dear", encoding="utf-8")

    assert main(["stats", *options]) == 2

    assert sentence in capsys.readouterr().err
    assert not paths.library_file().exists()
