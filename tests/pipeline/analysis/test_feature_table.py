import csv
import io
import subprocess
import sys

import numpy as np
import pyarrow.parquet
import pytest
import soundfile

from musicreclass.__main__ import main
from musicreclass.audio.decoding.waveform import Remark
from musicreclass.audio.features.fma_features import COLUMNS
from musicreclass.core.analysis import Analysis, AnalysisSpec, Part
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache
from musicreclass.pipeline.analysis.analyze import key_of
from musicreclass.pipeline.analysis.feature_table import write_csv, write_table
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.whole_files import OutputProblem

RATE = 44_100


@pytest.fixture
def music(tmp_path):
    folder = tmp_path / "music"
    folder.mkdir()
    time = np.arange(2 * RATE) / RATE
    for name, frequency in (("青花瓷.wav", 440.0), ("十年.flac", 660.0)):
        soundfile.write(folder / name, 0.5 * np.sin(2 * np.pi * frequency * time), RATE)
    (folder / "壞.mp3").write_bytes(b"")
    return folder


def test_the_table_has_the_header_of_features_csv(capsys, music):
    assert main(["listen", str(music)]) == 1

    printed = capsys.readouterr()
    rows = list(csv.reader(io.StringIO(printed.out)))
    assert rows[0][:3] == ["feature", "chroma_cens", "chroma_cens"]
    assert rows[1][:2] == ["statistics", "kurtosis"]
    assert rows[2][:3] == ["number", "01", "02"]
    assert rows[3] == ["path", *[""] * 518]
    assert [row[0] for row in rows[4:]] == [str(music / "十年.flac"), str(music / "青花瓷.wav")]
    assert "壞.mp3: the file is empty" in printed.err


def test_every_kind_of_file_holds_the_same_numbers(music, tmp_path, capsys):
    (music / "壞.mp3").unlink()
    outputs = [tmp_path / f"out.{kind}" for kind in ("csv", "npz", "parquet")]
    options = [word for path in outputs for word in (f"--{path.suffix[1:]}", str(path))]

    assert main(["listen", str(music), *options]) == 0

    from_csv = np.loadtxt(
        outputs[0], delimiter=",", skiprows=4, usecols=range(1, 519), dtype=np.float32
    )
    with np.load(outputs[1]) as packed:
        np.testing.assert_array_equal(packed["features"], from_csv)
        assert list(packed["paths"]) == [str(music / "十年.flac"), str(music / "青花瓷.wav")]
    table = pyarrow.parquet.read_table(outputs[2])
    assert table.column_names[:2] == ["path", ".".join(COLUMNS[0])]
    np.testing.assert_array_equal(table["mfcc.mean.01"].to_numpy(), from_csv[:, _mfcc_mean()])


def test_a_file_given_twice_is_one_row(capsys, music):
    assert main(["listen", str(music / "十年.flac"), str(music / "十年.flac")]) == 0

    assert len(capsys.readouterr().out.splitlines()) == 5


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere.mp3"], "nowhere.mp3 does not exist; give files or folders with music in them."),
        (["--seconds", "0", "."], "--seconds should be more than 0."),
    ],
)
def test_wrong_use_is_a_sentence(capsys, arguments, sentence):
    assert main(["listen", *arguments]) == 2

    assert capsys.readouterr().err.strip() == sentence


def test_a_table_of_an_unknown_kind_is_a_sentence(tmp_path):
    with pytest.raises(OutputProblem, match=r"out.xlsx should end in .csv, .npz, .parquet"):
        write_table({}, COLUMNS, tmp_path / "out.xlsx")


def test_a_folder_that_cannot_be_written_to_is_a_sentence(tmp_path):
    with pytest.raises(OutputProblem, match="cannot be written"):
        write_table({}, COLUMNS, tmp_path / "no such folder" / "out.csv")


def test_numbers_come_back_from_text_to_the_last_bit():
    values = np.array([1 / 3, 1e-30, -7.25e8, 0.1], dtype=np.float32)
    text = io.StringIO()

    write_csv({"a.mp3": values}, [("zcr", "mean", "01")] * 4, text)

    last = text.getvalue().splitlines()[-1].split(",")[1:]
    np.testing.assert_array_equal(np.array(last, dtype=np.float32), values)


def _mfcc_mean():
    return COLUMNS.index(("mfcc", "mean", "01"))


def test_of_what_is_too_long_a_part_is_measured_and_that_is_said(capsys, music):
    song = AudioFileRef.of(music / "十年.flac")
    spec = AnalysisSpec(Part.WHOLE, 0.0)
    cut = Analysis(0.0, 6_087.0, 36_000.0, np.ones(518, np.float32), (), (Remark.CUT.value,))
    AnalysisCache.of_this_user().put(key_of(song, spec), cut)

    assert main(["features", str(music / "十年.flac"), "--whole"]) == 1

    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 5
    assert "十年.flac: the file is too long to be heard at once" in printed.err


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="nobody tells the peak of memory there")
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the most memory of a program")
def test_hours_of_silence_are_decoded_within_bounds(tmp_path):
    with soundfile.SoundFile(tmp_path / "a.flac", "w", 48_000, 1, format="FLAC") as file:
        for _ in range(2 * 60):
            file.write(np.zeros(60 * 48_000, dtype=np.float32))
    code = (
        "import sys; from pathlib import Path\n"
        "from musicreclass.audio.decoding.decode import decode\n"
        "found = decode(Path(sys.argv[1]))\n"
        "status = Path('/proc/self/status').read_text()\n"  # getrusage counts the parent's, too
        "print(found.seconds, int(status.split('VmHWM:')[1].split()[0]) >> 10)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a.flac"], check=True, capture_output=True
    )

    seconds, megabytes = map(float, done.stdout.split())
    assert seconds == pytest.approx(5_592, abs=1)
    assert megabytes < 1_500
