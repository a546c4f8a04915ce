from typing import Any

import pytest
import torch
from torch.nn import functional

from musicreclass.classifiers.musicnn import Musicnn, MusicnnConfig
from musicreclass.classifiers.tall_filters import TallFilters


@pytest.mark.parametrize(
    ("n_mels", "frames", "bands"), [(96, 7, 38), (96, 7, 67), (96, 1, 96), (15, 4, 9), (20, 3, 2)]
)
def test_the_strongest_band_is_that_of_the_convolution(n_mels, frames, bands):
    torch.manual_seed(0)
    weight, bias = torch.randn(5, 1, frames, bands), torch.randn(5)
    patch = 4.0 * torch.rand(37, n_mels)
    padded = functional.pad(patch[None, None], (0, 0, (frames - 1) // 2, frames // 2))
    expected = functional.conv2d(padded, weight, bias)[0].amax(dim=2)

    found = TallFilters.of(weight, bias, n_mels).strongest(patch)

    torch.testing.assert_close(found, expected, atol=1e-4, rtol=1e-5)


def test_a_network_says_the_same_by_spectra_as_by_convolutions():
    network = small_network()
    patches = torch.rand(3, 30, 40)

    with torch.no_grad():
        expected = network(patches)
    with torch.inference_mode():
        found = network(patches)

    for one, other in zip(found, expected, strict=True):
        torch.testing.assert_close(one, other, atol=1e-5, rtol=1e-5)


def test_other_weights_are_transformed_anew():
    network = small_network()
    patches = torch.rand(1, 30, 40)
    with torch.inference_mode():
        before = network(patches)[1]

    network.load_state_dict(small_network(seed=1).state_dict())

    with torch.inference_mode():
        after = network(patches)[1]
    with torch.no_grad():
        expected = network(patches)[1]
    assert not torch.allclose(after, before)
    torch.testing.assert_close(after, expected, atol=1e-5, rtol=1e-5)


def small_network(seed=0) -> Any:
    torch.manual_seed(seed)
    config = MusicnnConfig(
        n_tags=3, n_mels=40, timbral=((7, 17), (3, 30)), temporal=(8, 4), n_timbral=6,
        n_temporal=4, n_middle=5, width=7,
    )  # fmt: skip
    network = Musicnn(config).eval()
    for number, layer in enumerate(network.front):  # some filters are turned round
        with torch.no_grad():
            weight = layer.norm.weight
            weight.copy_(torch.linspace(-1.0, 1.0, weight.numel()) + number / 7)
    return network
