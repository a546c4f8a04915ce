"""Trainings that are killed at random moments and go on: do they end with the very same weights?

A child process trains the features' network of the preset `quick` and a small network of mels on
made-up tracks. It is killed without a warning and started again with the checkpoints it has left.
"""

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from _made_up_tracks import made_up_mels, made_up_rows

from musicreclass.classifiers import weights_file
from musicreclass.classifiers.kinds.chunks.cnn import CnnConfig
from musicreclass.core.analysis import GTZAN_MEL
from musicreclass.core.job import QuietContext
from musicreclass.pipeline.classification.loaded_classifier import measured_features
from musicreclass.training.config import ChannelAugmentation, TrainingConfig
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.fit.trainer import Trainer
from musicreclass.training.presets import quick

CNN_TRAINING = TrainingConfig(
    epochs=4, learning_rate=2e-3, mixup=0.0, crops=2, channel_augmentation=ChannelAugmentation()
)
MLP_TRACKS, CNN_TRACKS, GENRES = 400, 40, 6
BEGUN = "begun"
WEIGHTS = "weights.pth"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", type=Path, metavar="FOLDER", help="teach, and keep it there")
    options = parser.parse_args()
    if options.child is not None:
        fit(options.child)
        return
    with tempfile.TemporaryDirectory() as scratch:
        measure(Path(scratch), options.kills, random.Random(options.seed))


def measure(scratch: Path, kills: int, moments: random.Random) -> None:
    """Kill and resume so often, and print how often the weights were the same."""
    seconds = unbroken(scratch / "unbroken")
    expected = (scratch / "unbroken" / WEIGHTS).read_bytes()
    print(f"the unbroken run teaches for {seconds:.1f} s, {torch.get_num_threads()} threads")
    same = 0
    for number in range(kills):
        folder = scratch / str(number)
        moment = killed(folder, seconds, moments)
        left = ", ".join(sorted(path.name for path in folder.iterdir())) or "nothing"
        unbroken(folder)
        is_same = (folder / WEIGHTS).read_bytes() == expected
        same += is_same
        verdict = "the same bits" if is_same else "OTHER WEIGHTS"
        print(f"killed after {moment:5.2f} s, leaving {left}: {verdict}", flush=True)
    print(f"{same} of {kills} killed and resumed runs ended with the bits of the unbroken one")
    if same < kills:
        sys.exit(1)


def unbroken(folder: Path) -> float:
    """Let a child go on to the end, and return how long it trained."""
    with started(folder) as child:
        begun = time.perf_counter()
        if child.wait() != 0:
            sys.exit("the child failed")
        return time.perf_counter() - begun


def killed(folder: Path, longest: float, moments: random.Random) -> float:
    """Kill a child while it trains, and return how many seconds after it had begun."""
    while True:
        moment = moments.uniform(0.0, longest)
        with started(folder) as child:
            time.sleep(moment)
            child.kill()
        if not (folder / WEIGHTS).exists():
            return moment
        shutil.rmtree(folder)  # it was done before: another moment


def started(folder: Path) -> subprocess.Popen[str]:
    """Return a child that has begun to train."""
    folder.mkdir(exist_ok=True)
    command = [sys.executable, __file__, "--child", str(folder)]
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    if child.stdout.readline().strip() != BEGUN:
        sys.exit("the child did not begin")
    return child


def fit(folder: Path) -> None:
    """Train both networks with checkpoints in `folder`, and put their weights there."""
    rows, mels = made_up_rows(MLP_TRACKS, GENRES, seed=0), made_up_mels(CNN_TRACKS, GENRES, seed=0)
    member = quick(measured_features()).members[0]
    torch.manual_seed(0)
    mlp = member.config.build(GENRES)
    cnn = CnnConfig.of_size("small", GTZAN_MEL, is_band_centred=True).build(GENRES)
    run, ctx = Checkpoints(folder), QuietContext()
    print(BEGUN, flush=True)
    watched, config = rows.at(np.arange(0, len(rows), 7)), member.training_config
    Trainer(mlp, rows, config, ctx, 1, watched=watched, checkpoint=run.of("mlp")).fit()
    Trainer(cnn, mels, CNN_TRAINING, ctx, 1, checkpoint=run.of("cnn")).fit()
    weights_file.write([mlp.state_dict(), cnn.state_dict()], folder / WEIGHTS)


if __name__ == "__main__":
    main()
