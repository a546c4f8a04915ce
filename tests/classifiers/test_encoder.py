"""The pretrained encoder: what the original says of a known sound, and what files are refused."""

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from musicreclass import paths
from musicreclass.audio.features.encoder_patches import PATCH_FRAMES, patches_of
from musicreclass.classifiers import bundle as bundles
from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers.bundle import Bundle, Classifier
from musicreclass.classifiers.encoder import Encoder, TagNetwork
from musicreclass.classifiers.feature_set import FeatureSet, Scaling
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.musicnn import Musicnn, MusicnnConfig
from musicreclass.classifiers.weights_file import ClassifierFileProblem, write
from musicreclass.core.analysis import EncoderSpec
from tests.audio.golden_signal import golden_signal

# What the original program says of `golden_signal(16_000)`.
GOLDEN = json.loads(
    (Path(__file__).parents[1] / "data" / "musicnn_of_golden_signal.json").read_text(
        encoding="utf-8"
    )
)
TINY = MusicnnConfig(2, 4, ((3, 2),), (4,), n_timbral=3, n_temporal=2, n_middle=2, width=5)


@pytest.fixture(scope="module")
def in_the_box():
    return encoders.load(paths.resource("classifiers") / encoders.FILE_NAME)


def tiny(seed=0, tags=("loud", "soft")):
    torch.manual_seed(seed)
    network = Musicnn(TINY).eval()
    with torch.no_grad():
        for layer in network.modules():
            if isinstance(layer, torch.nn.BatchNorm1d | torch.nn.BatchNorm2d):
                layer.weight.uniform_(-2.0, 2.0)
                layer.running_mean.uniform_(-0.1, 0.1)
                layer.running_var.uniform_(0.5, 2.0)
    plain = Scaling(np.zeros(7), np.ones(7))
    return Encoder((TagNetwork("tiny", tags, network),), "made for a test", plain)


def patches(count=2, seed=0):
    return np.random.default_rng(seed).random((count, 12, 4), dtype=np.float32)


@pytest.mark.parametrize("number", [0, 1])
def test_a_known_sound_gives_the_tags_and_the_embedding_of_the_original(in_the_box, number):
    network = in_the_box.networks[number]
    known = GOLDEN[f"{network.name.upper()}_musicnn"]
    with torch.inference_mode():
        logits, embeddings = network.network(
            torch.from_numpy(patches_of(golden_signal(16_000), 16_000))
        )
    tags = torch.sigmoid(logits)

    np.testing.assert_allclose(tags[0], known["tags_patch0"], atol=1e-4)
    np.testing.assert_allclose(tags.mean(dim=0), known["tags_mean"], atol=1e-4)
    np.testing.assert_allclose(embeddings[0], known["penultimate_patch0"], atol=1e-3)


def test_the_one_in_the_box_names_its_numbers_and_its_licence(in_the_box):
    assert len(in_the_box.columns) == len(set(in_the_box.columns)) == 500
    assert in_the_box.columns[200] == "encoder.msd.tag.rock"
    assert "ISC" in in_the_box.origin
    licence = (paths.resource("classifiers") / encoders.LICENCE_NAME).read_text(encoding="utf-8")
    assert "Universitat Pompeu Fabra" in licence


def plainly(front, normed):
    """Return what a front layer gives in the order in which it was trained: the maximum last."""
    frames = front.conv.kernel_size[0]
    padded = torch.nn.functional.pad(normed, (0, 0, (frames - 1) // 2, frames // 2))
    strength = torch.relu(front.conv(padded))
    norm = front.norm
    return torch.nn.functional.batch_norm(
        strength, norm.running_mean, norm.running_var, norm.weight, norm.bias, eps=norm.eps
    ).amax(dim=3)


def test_the_maximum_may_come_before_the_norm():
    network = tiny().networks[0].network
    normed = torch.from_numpy(patches()[:, None])

    with torch.inference_mode():
        assert any((front.norm.weight < 0).any() for front in network.front)
        for front in network.front:
            torch.testing.assert_close(front(normed), plainly(front, normed))


def test_a_patch_says_the_same_whatever_is_encoded_beside_it():
    encoder = tiny()

    together = encoder.encode(patches())

    assert np.array_equal(together[1:], encoder.encode(patches()[1:]))
    assert together.shape == (2, 7)


def test_a_sound_is_cut_into_patches_and_a_short_one_repeated():
    seconds = PATCH_FRAMES * 256 / 16_000
    tone = np.sin(np.arange(round(16_000 * 2.5 * seconds)) / 9.0).astype(np.float32)

    assert patches_of(tone, 16_000).shape == (2, PATCH_FRAMES, 96)
    short = patches_of(tone[:8_000], 16_000)
    assert short.shape == (1, PATCH_FRAMES, 96)
    assert np.array_equal(short[0, :32], short[0, 32:64])


def test_an_encoder_comes_back_from_its_file_as_it_was(tmp_path):
    encoder = tiny()
    encoders.save(encoder, tmp_path / "encoder.pth")

    again = encoders.load(tmp_path / "encoder.pth")

    assert again.digest == encoder.digest != tiny(seed=1).digest
    assert again.columns == encoder.columns
    np.testing.assert_allclose(again.encode(patches()), encoder.encode(patches()), rtol=1e-5)


def changed(**fields):
    return encoders.to_content(tiny()) | fields


def with_network(**fields):
    content = encoders.to_content(tiny())
    return content | {"networks": [content["networks"][0] | fields]}


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ({"format": "a letter"}, "no encoder of this program"),
        (changed(version=99), "newer version"),
        (changed(networks=[]), "no encoder of this program"),
        (with_network(tags=["loud"]), "not one name for each tag of tiny"),
        (with_network(tags=["loud", "loud"]), "not one name for each tag of tiny"),
        (with_network(tags=["loud", 3]), "not one name for each tag of tiny"),
        (changed(centre=torch.zeros(3, dtype=torch.float64)), "no encoder of this program"),
        (changed(spread=torch.zeros(7, dtype=torch.float64)), "no encoder of this program"),
        (with_network(weights={}), "weights"),
        (with_network(config={}), "config"),
    ],
)
def test_a_file_that_is_no_sound_encoder_is_refused(tmp_path, content, complaint):
    write(content, tmp_path / "encoder.pth")

    with pytest.raises(ClassifierFileProblem, match=complaint):
        encoders.load(tmp_path / "encoder.pth")


def test_a_file_that_was_cut_off_is_refused(tmp_path):
    encoders.save(tiny(), tmp_path / "encoder.pth")
    whole = (tmp_path / "encoder.pth").read_bytes()
    (tmp_path / "encoder.pth").write_bytes(whole[: len(whole) // 2])

    with pytest.raises(ClassifierFileProblem):
        encoders.load(tmp_path / "encoder.pth")


def bundle_with(encoder, spec=None):
    spec = encoder.spec(2) if spec is None else spec
    features = FeatureSet.of_encoder(spec, encoder.columns)
    network = LinearConfig(features, features.columns).build(2).eval()
    return Bundle(("Low", "High"), (Classifier("encoder", network),), encoder=encoder)


def test_a_bundle_brings_its_encoder_along(tmp_path):
    bundles.save(bundle_with(tiny()), tmp_path / "own.pth")

    bundle = bundles.load(tmp_path / "own.pth")

    assert bundle.needs.encoder == tiny().spec(2)
    assert bundle.needs.encoder.file == str(tmp_path / "own.pth")
    assert encoders.encoder_for(bundle.needs.encoder).columns == tiny().columns


def test_a_bundle_with_another_encoder_than_it_needs_is_refused(tmp_path):
    forged = bundle_with(tiny(), tiny(seed=1).spec(2))

    with pytest.raises(ClassifierFileProblem, match="another encoder"):
        bundles.save(forged, tmp_path / "own.pth")


def test_another_encoder_than_the_one_wanted_is_not_used(tmp_path):
    encoders.save(tiny(), tmp_path / "encoder.pth")
    spec = EncoderSpec(tiny(seed=1).digest, 2, str(tmp_path / "encoder.pth"))

    with pytest.raises(ClassifierFileProblem, match="another encoder"):
        encoders.encoder_for(spec)
