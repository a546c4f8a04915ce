"""One server for the tests of a file: its children take seconds to load what classifies."""

import numpy as np
import pytest
import soundfile

from tests.material import music, write_audio
from tests.serve.served import serving

TOKEN = "a-token-that-nobody-guesses"


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    with serving(tmp_path_factory.mktemp("home-of-server")) as server:
        yield server


@pytest.fixture(scope="session")
def songs(tmp_path_factory):
    """Return sounding files, and one of silence."""
    folder = tmp_path_factory.mktemp("songs")
    found = [
        write_audio(folder / f"song {seed}.mp3", samples=music(seed, seconds=8.0))
        for seed in (1, 2)
    ]
    soundfile.write(folder / "靜.wav", np.zeros((44_100 * 4, 2), np.float32), 44_100)
    return [*found, folder / "靜.wav"]


@pytest.fixture(scope="session")
def song(songs):
    return songs[0]
