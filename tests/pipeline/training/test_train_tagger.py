import json

import numpy as np
import pytest

from musicreclass.classifiers import tagger
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.datasets.tagged_clips import MttSource
from musicreclass.pipeline.training.train_tagger import train_tagger
from musicreclass.training.fit.multi_label import CannotTag
from musicreclass.training.sources.tables import SourceProblem
from tests.known_sets import write_mtt
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute
from tests.recording_context import RecordingContext

TAGS = ("drums", "flute", "both")


def clips():
    """Return clips of drums and of flutes in all three parts of the split."""
    named = {}
    for folder, count in (("0", 6), ("c", 2), ("f", 3)):
        for n in range(count):
            named[f"{folder}/drum{n}.mp3"] = (1, 0, 0)
            named[f"{folder}/flute{n}.mp3"] = (0, 1, 0)
    return named


@pytest.fixture
def folder(tmp_path):
    made = write_mtt(tmp_path / "mtt", clips(), TAGS)
    for number, (path, (is_drum, _, _)) in enumerate(clips().items()):
        sound = (drum if is_drum else flute)(number, 1.0)[:, None].astype(np.float32)
        (made / path).parent.mkdir(exist_ok=True)
        write_audio(made / path, samples=sound, sample_rate=RATE)
    return made


@pytest.fixture
def analysis_options(tmp_path):
    return AnalysisOptions(AnalysisCache(tmp_path / "heard"), workers=1)


def test_tags_are_learned_from_the_clips_and_measured_on_the_usual_split(
    folder, analysis_options, tmp_path
):
    (folder / "f" / "drum0.mp3").unlink()
    (folder / "f" / "flute0.mp3").write_bytes(b"no sound")

    summary = train_tagger(
        MttSource(folder, analysis_options), tmp_path / "tags.pth", RecordingContext()
    )

    assert summary.clips == {"training": 12, "validation": 4, "test": 4}
    assert summary.measured.roc_auc > 0.9
    assert [tag.tag for tag in summary.measured.by_tag if tag.roc_auc is None] == ["both"]
    assert {problem.path.name for problem in summary.left_out} == {"drum0.mp3", "flute0.mp3"}
    assert tagger.load(tmp_path / "tags.pth").training["clips"]["test"] == 4
    assert json.loads(json.dumps(summary.to_plain()))["tags"]["drums"]["support"] == 2


def test_without_the_clips_the_table_is_of_no_use(tmp_path, analysis_options):
    folder = write_mtt(tmp_path / "mtt", clips(), TAGS)

    with pytest.raises(SourceProblem, match=r"holds none of the clips, such as 0/drum0\.mp3"):
        train_tagger(MttSource(folder, analysis_options), tmp_path / "t.pth", RecordingContext())


def test_a_part_without_clips_is_a_sentence_and_leaves_nothing(folder, analysis_options, tmp_path):
    for path in (folder / "c").iterdir():
        path.unlink()

    with pytest.raises(CannotTag, match="12 tracks to learn tags from and 0 to choose"):
        train_tagger(MttSource(folder, analysis_options), tmp_path / "t.pth", RecordingContext())

    assert not (tmp_path / "t.pth").exists()
