import json
from dataclasses import replace

import numpy as np
import pytest

from musicreclass import paths
from musicreclass.__main__ import main
from musicreclass.classifiers import bundle, tagger
from musicreclass.core.analysis import Part
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.pipeline.datasets.mapping_file import read_mapping
from musicreclass.training import presets
from musicreclass.training.config import MLP_TRAINING
from musicreclass.training.sources import msd
from tests.known_sets import write_cls, write_fma, write_msd, write_mtt
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute, write_genres
from tests.small_bundles import save_small_bundle

COLUMNS = measured_features().columns
TAGS = ("drums", "flutes")


@pytest.fixture
def train(tmp_path, capsys, monkeypatch):
    """Return a caller of `train --preset quick`, but hasty: status, the summary, complaints."""
    monkeypatch.setattr(presets, "MLP_TRAINING", replace(MLP_TRAINING, epochs=4))

    def call(*arguments):
        out = tmp_path / "own.pth"
        options = ["--preset", "quick", "--out", str(out), "--workers", "1", "--json"]
        status = main(["train", *map(str, arguments), *options])
        printed = capsys.readouterr()
        lines = printed.out.splitlines()
        return status, json.loads(lines[-1]) if lines else None, printed.err

    return call


def write_numbers(folder, count=24, broken=()):
    """Write FMA's tables with features that tell two genres apart; a quarter is the test part."""
    rng = np.random.default_rng(0)
    parts = ("training", "training", "validation", "test")
    tracks, rows = {}, {}
    for i in range(1, count + 1):
        genre = i // 4 % 2
        tracks[i] = (parts[i % 4], "small", ("Rock", "Folk")[genre], f"Artist {i // 2}", "")
        row = rng.normal(4.0 * genre, 1.0, len(COLUMNS)).astype(np.float32)
        rows[i] = [float("nan") if i in broken else x for x in row]
    return write_fma(folder, tracks, rows, COLUMNS)


def test_numbers_of_fma_make_a_classifier_measured_on_the_official_split(tmp_path, train):
    metadata = write_numbers(tmp_path / "fma", broken={1})

    status, summary, _ = train("--fma", metadata, "--size", "small")

    assert status == 1  # one track was left out
    assert summary["tracks"] == 17
    assert sum(map(sum, summary["official_test"]["confusion"])) == 6
    assert [p["reason"] for p in summary["left_out"]] == ["features.csv lacks some of its numbers"]
    assert bundle.load(tmp_path / "own.pth").clip.part is Part.WHOLE


def test_features_that_are_all_missing_leave_nothing_behind(tmp_path, train):
    metadata = write_numbers(tmp_path / "fma", count=8, broken=range(1, 9))

    status, _, complaint = train("--fma", metadata, "--size", "small")

    assert status == 1
    assert "fma holds no tracks that can be used; give the folder" in complaint
    assert not (tmp_path / "own.pth").exists()


def test_songs_of_the_million_make_a_classifier_of_their_own_features(tmp_path, train):
    genres = {}
    for n in range(12):
        name = f"TRAAA{n:02}"
        genres[name] = ("Rap", "Jazz")[n % 2]
        write_msd(tmp_path / "msd" / f"{name}.h5", (name,), artist=f"A{n}", seed=5 * (n % 2) + n)

    status, summary, _ = train(
        "--msd", tmp_path / "msd", "--cls", write_cls(tmp_path / "g.cls", genres)
    )

    assert (status, summary["genres"]) == (0, {"Jazz": 6, "Rap": 6})
    assert bundle.load(tmp_path / "own.pth").features == msd.FEATURES
    assert summary["official_test"] is None


def write_tagged_clips(folder, watched):
    """Write clips of drums and flutes: four to learn from, some to watch, one to measure with."""
    clips = {
        f"{part}/{kind}{n}.mp3": (int(kind == "drum"), int(kind == "flute"))
        for part, count in (("0", 4), ("c", watched), ("e", 1))
        for kind in ("drum", "flute")
        for n in range(count)
    }
    write_mtt(folder, clips, TAGS)
    for number, (path, (is_drum, _)) in enumerate(clips.items()):
        (folder / path).parent.mkdir(exist_ok=True)
        sound = (drum if is_drum else flute)(number, 1.0)[:, None].astype(np.float32)
        write_audio(folder / path, samples=sound, sample_rate=RATE)
    return folder


def test_tags_of_magnatagatune_make_a_tagger(tmp_path, train, capsys):
    folder = write_tagged_clips(tmp_path / "mtt", watched=1)

    status, summary, _ = train("--magnatagatune", folder, "--top", "2")
    assert (status, summary["roc_auc"]) == (0, 1.0)
    assert tagger.load(tmp_path / "own.pth").tags == TAGS

    out = str(tmp_path / "again.pth")
    assert main(["train", "--magnatagatune", str(folder), "--out", out, "--workers", "1"]) == 0
    printed = capsys.readouterr().out
    assert "Learned 2 tags from 8 clips in" in printed
    assert printed.endswith(f"The tags are in {out}.\n")


def test_the_report_on_a_tagger_has_each_tag_with_its_figures_and_threshold(
    tmp_path, train, capsys
):
    folder, page = write_tagged_clips(tmp_path / "mtt", watched=6), tmp_path / "tags.html"

    status, summary, _ = train("--magnatagatune", folder, "--report", page)

    assert status == 0
    written = page.read_text(encoding="utf-8")
    for word in ("ROC-AUC", "PR-AUC", "threshold", "Tags of own", *TAGS):
        assert word in written
    thresholds = [f"{summary['tags'][tag]['threshold']:.3f}" for tag in TAGS]
    assert all(f"<td>{threshold}</td>" in written for threshold in thresholds)
    assert tagger.load(tmp_path / "own.pth").thresholds == pytest.approx(
        [summary["tags"][tag]["threshold"] for tag in TAGS]
    )


def test_classify_says_below_each_file_what_it_sounds_like_where_that_is_asked_for(
    tmp_path, train, capsys
):
    folder = write_tagged_clips(tmp_path / "mtt", watched=6)
    assert train("--magnatagatune", folder)[0] == 0
    sound = drum(9, 1.0)[:, None].astype(np.float32)
    song = write_audio(tmp_path / "drum.wav", samples=sound, sample_rate=RATE)
    capsys.readouterr()

    main(["classify", str(song), "--tags", "--tagger", str(tmp_path / "own.pth")])
    told = capsys.readouterr().out
    main(["classify", str(song), "--tagger", str(tmp_path / "own.pth")])

    assert "sounds like: " in told
    assert "drums" in told.splitlines()[1]
    assert "sounds like" not in capsys.readouterr().out


def test_a_tagger_is_used_by_classify_once_or_until_it_is_chosen_no_more(tmp_path, train, capsys):
    folder = write_tagged_clips(tmp_path / "mtt", watched=6)
    assert train("--magnatagatune", folder)[0] == 0
    tagger_file = str(tmp_path / "own.pth")
    small = str(save_small_bundle(tmp_path / "small.pth"))

    def tags(*options):
        songs = [str(folder / "e" / f"{kind}0.mp3") for kind in ("drum", "flute")]
        capsys.readouterr()
        assert main(["classify", *songs, "--json", "--classifier", small, *options]) == 0
        said = (json.loads(line) for line in capsys.readouterr().out.splitlines())
        return {one["path"][-8:-5]: [tag["name"] for tag in one["tags"]] for one in said}

    assert tags() == {"rum": [], "ute": []}
    assert tags("--tagger", tagger_file) == {"rum": ["drums"], "ute": ["flutes"]}
    assert main(["classifiers", "tag", tagger_file]) == 0
    assert tags() == {"rum": ["drums"], "ute": ["flutes"]}
    assert main(["classifiers", "tag", "none"]) == 0
    assert tags() == {"rum": [], "ute": []}


def test_a_table_of_genres_is_saved_edited_and_used(tmp_path, train):
    music = write_genres(tmp_path / "music", tracks=4, seconds=1.0)
    table = tmp_path / "genres.toml"

    train(music, "--save-mapping", table)
    assert read_mapping(table).genres == {"Drums": "Drums", "Flutes": "Flutes"}
    table.write_text(table.read_text().replace('"Flutes"', '"Winds"'))
    status, summary, _ = train(music, "--mapping", table)

    assert (status, summary["genres"]) == (0, {"Drums": 4, "Winds": 4})


def test_genres_come_from_tags_wherever_files_lie(tmp_path, train):
    for number in range(10):
        genre, sound = (("hip hop", drum), ("Jazz", flute))[number % 2]
        path = tmp_path / "music" / "all of it" / f"{number}.flac"
        path.parent.mkdir(parents=True, exist_ok=True)
        tags = {"artist": f"{number}", "genre": genre}
        samples = sound(number, 1.0)[:, None].astype(np.float32)
        write_audio(path, samples=samples, sample_rate=RATE, tags=tags)

    status, summary, _ = train(tmp_path / "music", "--from-tags")

    assert (status, summary["genres"]) == (0, {"Hip-Hop": 5, "Jazz": 5})


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Say what to learn from: a folder of genre folders, --from-library, or a data set"),
        (["--fma", "a", "--gtzan", "b"], "Learn from one thing at a time: --fma or --gtzan."),
        (["music", "--msd", "b"], "Learn from one thing at a time: DIR or --msd."),
        (["music", "--cls", "a"], "--cls belongs to --msd; leave it out here."),
        (["--gtzan", "a", "--from-tags"], "--from-tags belongs to DIR; leave it out here."),
        (["--msd", "a"], "--msd needs the genres of its songs, too: --cls FILE."),
        (["--magnatagatune", "a", "--top", "-1"], "--top should be 1 or more."),
        (["--fma", "nowhere"], "tracks.csv is not there; give the folder that the data set was"),
        (["--gtzan", "nowhere"], "holds no files such as genres/blues/blues.00000.wav"),
        (["--magnatagatune", "nowhere"], "annotations_final.csv is not there"),
        (["--msd", "a", "--cls", "nowhere.cls"], "nowhere.cls is not there"),
        (["music", "--mapping", "nowhere.toml"], "nowhere.toml cannot be read: No such file"),
    ],
)
def test_what_does_not_go_together_is_a_sentence(tmp_path, monkeypatch, train, arguments, sentence):
    monkeypatch.chdir(tmp_path)

    status, _, complaint = train(*arguments)

    assert status == 2
    assert sentence in complaint
    assert not (tmp_path / "own.pth").exists()


def test_a_library_without_decisions_is_a_sentence(train):
    Library(paths.library_file()).close()

    status, _, complaint = train("--from-library")

    assert status == 1
    assert "accepted or changed too few genres" in complaint
