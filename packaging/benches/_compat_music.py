"""Makes the music of the bench `compat`: short clips of three genres that can be told apart."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.material import write_audio

SAMPLE_RATE = 22_050
SECONDS = 6.0
ARTISTS = 4
TRACKS_PER_ARTIST = 2
WAITING = 9  # tracks of no known genre
SUFFIXES = (".mp3", ".flac", ".ogg", ".m4a", ".wav")
GENRES = ("Blues", "Jazz", "Rock")

Samples = npt.NDArray[np.float32]  # shape (n_samples, 1)


@dataclass(frozen=True, slots=True)
class Music:
    """Where the music is."""

    sorted: Path  # a folder for each genre, to learn from
    waiting: Path  # one folder of tracks without a genre

    def files(self) -> dict[str, bytes]:
        """Return the bytes of all that waits, by name."""
        return {path.name: path.read_bytes() for path in sorted(self.waiting.iterdir())}


def make_music(folder: Path) -> Music:
    """Fill `folder`, always with the same sounds, and with two files that are none."""
    music = Music(folder / "sorted", folder / "waiting")
    for number, (genre, artist, title) in enumerate(_sorted()):
        index = music.sorted / genre / artist
        index.mkdir(parents=True, exist_ok=True)
        path = index / f"{title}{SUFFIXES[number % 3]}"
        _write(path, _sound(genre, number), {"artist": artist, "title": title, "genre": genre})
    music.waiting.mkdir()
    for number in range(WAITING):
        path = music.waiting / f"waiting {number}{SUFFIXES[number % len(SUFFIXES)]}"
        sound = _sound(GENRES[number % len(GENRES)], 1000 + number)
        _write(path, sound, {"artist": f"Stranger {number}", "title": path.stem, "genre": "Other"})
    for index in (music.waiting, music.sorted / GENRES[0]):
        (index / "damaged.flac").write_bytes(b"fLaC is all that is left of it")
    return music


def _sorted() -> Iterator[tuple[str, str, str]]:
    for genre in GENRES:
        for artist in range(ARTISTS):
            for track in range(TRACKS_PER_ARTIST):
                yield genre, f"{genre} artist {artist}", f"{genre} {artist} {track}"


def _write(path: Path, sound: Samples, tags: dict[str, str]) -> None:
    write_audio(path, samples=sound, sample_rate=SAMPLE_RATE, channels=1, tags=tags)


def _sound(genre: str, seed: int) -> Samples:
    rng = np.random.default_rng(seed)
    time = np.arange(round(SECONDS * SAMPLE_RATE)) / SAMPLE_RATE
    pitch = rng.uniform(80.0, 240.0)
    tone = sum(np.sin(2 * np.pi * pitch * ratio * time) for ratio in (1.0, 1.5, 2.0))
    beat = np.mod(time, 0.5 if genre == "Blues" else 0.25) < 0.05
    noise = rng.standard_normal(len(time))
    made = {
        "Blues": 0.15 * tone + 0.1 * beat * noise,
        "Jazz": 0.05 * tone * np.sin(2 * np.pi * 6.0 * time) + 0.15 * beat * noise,
        "Rock": 0.3 * np.tanh(4.0 * tone) + 0.05 * noise,
    }[genre]
    return (made + 0.003 * noise).astype(np.float32)[:, None]
