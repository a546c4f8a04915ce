"""Encoders from folders in their real shapes, with random weights: how long and how much memory.

OpenJMLA's 150 tensors of 86,366,208 numbers, AST as it is for AudioSet, and HTSAT of CLAP are
written, looked into, and asked about 30 seconds of sound, each in a process of its own.
"""

from __future__ import annotations

import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from _figures import keep

RUNS = 3
SECONDS = 30.0
JMLA_TENSORS, JMLA_NUMBERS = 150, 86_366_208
WIDTH, BLOCKS, HIDDEN, SQUARES = 768, 12, 3_072, 5 * 187


def main() -> None:
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as workshop:
        for name, write in WRITERS.items():
            folder = Path(workshop) / name
            folder.mkdir()
            with spawn.Pool(1) as pool:
                about = pool.apply(write, (folder,))
            with spawn.Pool(1) as pool:
                said = pool.apply(measured, (folder,))
            print(f"{name}, {about}: {said}")
            what = f"{name} from a folder, {about} drawn at random, one thread"
            keep(f"encoder_folders.{name}", what, said)


def write_jmla(folder: Path) -> str:
    """Write a checkpoint with the names and shapes of OpenJMLA's, and say how large it is."""
    tensors = jmla_tensors()
    count = sum(tensor.numel() for tensor in tensors.values())
    assert (len(tensors), count) == (JMLA_TENSORS, JMLA_NUMBERS)
    torch.save({"state_dict": tensors, "author": "MMSelfSup"}, folder / "epoch_20.pth")
    return f"{len(tensors)} tensors of {count:,} numbers"


def jmla_tensors() -> dict[str, torch.Tensor]:
    """Return random tensors under OpenJMLA's names."""
    random = torch.Generator().manual_seed(0)

    def linear(name: str, inputs: int, outputs: int) -> dict[str, torch.Tensor]:
        weight = torch.randn(outputs, inputs, generator=random) * inputs**-0.5
        return {f"{name}.weight": weight, f"{name}.bias": torch.zeros(outputs)}

    def norm(name: str) -> dict[str, torch.Tensor]:
        return {f"{name}.weight": torch.ones(WIDTH), f"{name}.bias": torch.zeros(WIDTH)}

    found = {
        "cls_token": torch.randn(1, 1, WIDTH, generator=random) * 0.02,
        "pos_embed": torch.randn(1, SQUARES + 1, WIDTH, generator=random) * 0.02,
        **linear("patch_embed.projection", 768, WIDTH),
    }
    for number in range(BLOCKS):
        block = f"layers.{number}"
        found |= norm(f"{block}.ln1") | linear(f"{block}.attn.qkv", WIDTH, 3 * WIDTH)
        found |= linear(f"{block}.attn.proj", WIDTH, WIDTH) | norm(f"{block}.ln2")
        found |= linear(f"{block}.ffn.layers.0.0", WIDTH, HIDDEN)
        found |= linear(f"{block}.ffn.layers.1", HIDDEN, WIDTH)
    return found | norm("ln1")


def write_ast(folder: Path) -> str:
    """Write an AST with a head for AudioSet, and say how large it is."""
    from transformers import ASTConfig, ASTFeatureExtractor, ASTForAudioClassification

    network = ASTForAudioClassification(ASTConfig(num_labels=527))
    return saved(network, ASTFeatureExtractor(), folder)


def write_htsat(folder: Path) -> str:
    """Write the audio tower of CLAP, and say how large it is."""
    from transformers import ClapAudioConfig, ClapAudioModelWithProjection, ClapFeatureExtractor

    network = ClapAudioModelWithProjection(ClapAudioConfig())
    front_end = ClapFeatureExtractor(frequency_min=50, truncation="rand_trunc")
    return saved(network, front_end, folder)


def saved(network: torch.nn.Module, *parts: object) -> str:
    """Save a network and its front end into a folder, and say how large it is."""
    from transformers.utils import logging

    logging.disable_progress_bar()
    *others, folder = parts
    for part in (network, *others):
        part.save_pretrained(folder)  # type: ignore[attr-defined]
    tensors = network.state_dict().values()
    count = sum(tensor.numel() for tensor in tensors)
    return f"{len(tensors)} tensors of {count:,} numbers"


WRITERS: dict[str, Callable[[Path], str]] = {
    "OpenJMLA": write_jmla,
    "AST": write_ast,
    "HTSAT of CLAP": write_htsat,
}


def measured(folder: Path) -> str:
    """Return what it takes to look into a folder, to open it, and to ask about 30 seconds."""
    torch.set_num_threads(1)  # as where files are analyzed, a process for each core
    from musicreclass.classifiers.encoders.folder_encoder import open_folder
    from musicreclass.classifiers.encoders.shelf import look_into

    started = time.perf_counter()
    card = look_into(folder, "one").card
    looked = time.perf_counter()
    encoder = open_folder(folder)
    opened = time.perf_counter()
    count = round(SECONDS / card.seconds)
    samples = round(card.seconds * card.sample_rate)
    noise = np.random.default_rng(0).normal(0.0, 0.1, (count, samples)).astype(np.float32)
    encoder.encode(list(noise[:1]))
    asked = []
    for _ in range(RUNS):
        before = time.perf_counter()
        rows = encoder.encode(list(noise))
        asked.append(time.perf_counter() - before)
    assert np.isfinite(rows).all()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return (
        f"looked into in {looked - started:.1f} s, opened in {opened - looked:.1f} s, "
        f"{statistics.median(asked):.1f} s for 30 s of sound in {count} patches, "
        f"{rows.shape[1]:,} numbers each; at most {peak:,.0f} MB"
    )


if __name__ == "__main__":
    main()
