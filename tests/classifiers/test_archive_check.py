"""Files that run nothing and would still take all that a machine has."""

import io
import pickle
import struct
import zipfile
import zlib
from collections import OrderedDict
from functools import partial
from typing import Any

import numpy as np
import pytest
import torch

from musicreclass.classifiers import foreign, weights_file
from musicreclass.classifiers.bundle import load, save
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from tests.classifiers.bundles import FEATURES, bundle

HARM = "could do harm"


class Called:
    """What unpickling calls, with which arguments."""

    def __init__(self, function, *arguments):
        self.reduced = function, arguments

    def __reduce__(self):
        return self.reduced


@pytest.fixture
def path(tmp_path):
    return tmp_path / "theirs.pth"


def entries_of(path):
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_entries(path, entries):
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def with_training(path, training):
    """Write a bundle that is good but for what it says of its training."""
    save(bundle(), path)
    content = torch.load(path, weights_only=True)
    content["training"] = training
    torch.save(content, path)


def pickled_with(path, pickled):
    """Write a file of torch that holds this pickle."""
    torch.save({"a": 1}, path)
    entries = entries_of(path)
    write_entries(path, {k: pickled if "pkl" in k else kept for k, kept in entries.items()})


def nested(levels):
    value: list[Any] = ["x"] * 8
    for _ in range(levels):
        value = [value] * 8
    return value


def refused(path, match, read=load):
    with pytest.raises(ClassifierFileProblem, match=match):
        read(path)


def test_a_pickle_that_asks_for_memory_is_refused(path):
    torch.save({"b": Called(bytearray, 50_000_000)}, path)

    refused(path, HARM)


def test_one_tensor_under_a_hundred_thousand_names_is_refused(path):
    shared = torch.zeros(1_000)
    with_training(path, {f"n{i}": shared for i in range(100_000)})

    refused(path, HARM)


def test_lists_that_hold_each_other_again_and_again_are_refused(path):
    with_training(path, {"nested": nested(28)})

    refused(path, HARM)


def test_a_list_that_holds_itself_is_refused(path):
    endless = []
    endless.append(endless)
    with_training(path, {"endless": endless})

    refused(path, HARM)


def test_a_long_text_said_again_and_again_is_refused(path):
    said = "x" * 1_000_000
    with_training(path, {"said": [[said] * 1_000] * 1_000})

    refused(path, HARM)


def test_keys_without_an_end_are_refused(path):
    key: tuple[Any, ...] = ()
    for _ in range(60):
        key = (key, key)
    # Put down by hand: the dict itself could never be made.
    packed = pickle.dumps(key, protocol=2)
    pickled_with(path, b"\x80\x02}" + packed[2:-1] + b"K\x01s.")

    refused(path, HARM)


def test_tables_that_copy_others_are_refused(path):
    filled = [(f"k{i}", i) for i in range(1_000)]
    torch.save([Called(OrderedDict, filled) for _ in range(1_000)], path)

    refused(path, HARM)


def test_a_storage_that_claims_more_than_the_file_holds_is_refused(path):
    """Torch would hand out what lies in memory behind it."""
    torch.save({"w": torch.ones(7)}, path)
    entries = entries_of(path)
    forged = {k: v.replace(b"K\x07", b"M\x07\x70") if "pkl" in k else v for k, v in entries.items()}
    write_entries(path, forged)

    refused(path, HARM)


def test_more_steps_than_a_classifier_needs_are_refused(path):
    pickled_with(path, b"\x80\x02]" + b"]a" * 600_000 + b".")

    refused(path, HARM)


@pytest.mark.parametrize(
    "made",
    [
        Called(np.empty(0).__reduce__()[0], np.ndarray, (10_000_000,), b"b"),
        Called(np.float64(0).__reduce__()[0], np.dtype("V10000000")),
        Called(np.float64(0).__reduce__()[0], np.dtype("f8")),
    ],
    ids=["array", "void", "nothing"],
)
def test_arrays_made_of_nothing_are_refused(path, made):
    torch.save({"scaler_mean": made}, path)

    refused(path, HARM, partial(foreign.load, features=FEATURES))


def test_arrays_are_read_where_they_are_expected_only(path):
    torch.save({"n": np.zeros(3)}, path)

    refused(path, HARM)
    assert weights_file.read(path, also_allowed=foreign.NUMPY_ARRAYS)["n"].shape == (3,)


def local_header(name, content):
    crc, size = zlib.crc32(content), len(content)
    return struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, crc, size, size, len(name), 0) + name


def test_entries_that_share_their_bytes_are_refused(path):
    inner = local_header(b"archive/data/1", b"y" * 100) + b"y" * 100
    torch.save({"a": 1}, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("archive/data/0", inner)
        outer = archive.getinfo("archive/data/0")
        quoted = zipfile.ZipInfo("archive/data/1", outer.date_time)
        quoted.header_offset = outer.header_offset + 30 + len(outer.filename)
        quoted.file_size = quoted.compress_size = 100
        quoted.CRC = zlib.crc32(b"y" * 100)
        archive.filelist.append(quoted)
        archive.NameToInfo[quoted.filename] = quoted

    refused(path, f"{HARM}|cut off")


def test_an_archive_with_more_behind_it_is_refused(path):
    torch.save({"a": 1}, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.comment = b"more"

    refused(path, HARM)


def test_two_entries_of_one_name_are_refused(path):
    torch.save({"a": 1}, path)
    kept = entries_of(path)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(next(name for name in kept if "pkl" in name), b"\x80\x02N.")

    refused(path, HARM)


def test_what_packs_itself_small_is_refused(path):
    torch.save({"a": 1}, path)
    entries = entries_of(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)

    refused(path, "damaged in")


def test_what_optimisers_and_random_numbers_keep_can_still_be_read(path):
    weight = torch.nn.Parameter(torch.randn(3, 2))
    optimiser = torch.optim.AdamW([weight])
    weight.sum().backward()
    optimiser.step()
    kept = {
        "optimiser": optimiser.state_dict(),
        "random": torch.get_rng_state(),
        "best": {"weight": weight.detach()},
        "more": (None, True, -5, 1 << 40, 0.5, "文", torch.zeros(0), torch.zeros(2).half()),
    }
    weights_file.write(kept, path)

    found = weights_file.read(path)

    packed = io.BytesIO()
    torch.save(found, packed)
    assert packed.getvalue() == path.read_bytes()
