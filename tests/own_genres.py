"""A person's folders of genres, made on the spot: sounds of two kinds that nobody confuses."""

import numpy as np

from tests.material import write_audio

RATE = 22_050


def write_genres(folder, *, tracks=6, seconds=3.0):
    """Write `tracks` files each into the folders "Drums" and "Flutes", two by each artist."""
    for number in range(tracks):
        for genre, sound in (("Drums", drum), ("Flutes", flute)):
            path = folder / genre / f"{number}.flac"
            path.parent.mkdir(parents=True, exist_ok=True)
            samples = sound(number, seconds)[:, None].astype(np.float32)
            tags = {"artist": f"{genre} {number // 2}", "title": f"{number}"}
            write_audio(path, samples=samples, sample_rate=RATE, tags=tags)
    return folder


def drum(number, seconds):
    """Return noise that dies away again and again, each track in a tempo of its own."""
    time = np.arange(round(seconds * RATE)) / RATE
    noise = np.random.default_rng(number).normal(size=len(time))
    return 0.2 * noise * np.exp(-8.0 * (time * (1.5 + 0.3 * number) % 1.0))


def flute(number, seconds):
    """Return a tune of four notes, each track in a key and of a vibrato of its own."""
    time = np.arange(round(seconds * RATE)) / RATE
    steps = np.random.default_rng(number).permutation([0, 4, 7, 12])
    notes = 330.0 * 2.0 ** ((number + steps[(time * 2).astype(int) % 4]) / 12.0)
    phase = 2 * np.pi * np.cumsum(notes) / RATE + 0.3 * number * np.sin(2 * np.pi * 5 * time)
    return 0.3 * np.sin(phase) + 0.05 * np.sin(2 * phase)
