import numpy as np
import pytest
import torch

from musicreclass.classifiers import encoder as encoders
from musicreclass.classifiers import tagger as taggers
from musicreclass.classifiers.bundle import Bundle, Classifier, save
from musicreclass.classifiers.feature_set import FeatureSet
from musicreclass.classifiers.kinds.columns.linear import LinearConfig
from musicreclass.classifiers.kinds.columns.mlp import MlpConfig
from musicreclass.classifiers.tagger import Tagger
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.core.analysis import EncodedPatches
from musicreclass.core.sound_tags import TagBatch
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_library, suggestions
from musicreclass.pipeline.classification.loaded_classifier import PATCHES, measured_features
from musicreclass.pipeline.classification.sound_tagging import (
    load_sound_tagging,
    load_tagger,
    usable_sound_tagging,
)
from tests.recording_context import RecordingContext
from tests.small_bundles import GENRES, made_up, remember, save_small_bundle, small_bundle
from tests.sounding_rows import encoder, keep_rows, row_of

STAMP = FileStamp(100, 5)
NAMES = ("a.mp3", "b.mp3")
MLP = MlpConfig(measured_features(), measured_features().columns[:4], hidden=(4,))


@pytest.fixture
def cache(tmp_path):
    return AnalysisCache(tmp_path / "cache")


@pytest.fixture
def folder(library_file, tmp_path):
    """Return the folder of a library of two tracks."""
    folder = tmp_path / "music"
    folder.mkdir()
    with Library(library_file) as library:
        folder_id = library.add_folder(folder).id
        stream = Stream("MP3", 180.0, 44_100)
        facts = {name: FileFacts(stream, Tags(), f"of {name}") for name in NAMES}
        library.record([ScannedFile(str(folder / n), folder_id, STAMP, facts[n]) for n in NAMES])
    return folder


@pytest.fixture
def tagger_file(tmp_path):
    """Return the file of a tagger that gives the first and third of its tags to all music."""
    torch.manual_seed(0)
    network = MLP.build(3).eval()
    network.head.weight.data *= 0.0
    network.head.bias.data.copy_(torch.tensor([3.0, -3.0, 2.0]))
    tagger = Tagger(("woman", "gongs", "hammond organ"), (0.5, 0.5, 0.5), network)
    taggers.save(tagger, tmp_path / "tags.pth")
    return tmp_path / "tags.pth"


def tags_by_name(library_file, tagging):
    with Library(library_file) as library:
        names = {line.id: line.name for batch in library.lines() for line in batch}
        pairs = [pair for batch in tagging.batches(library) for pair in batch.pairs]
        of_each = tagging.of_tracks(library, list(names))
    assert {i: set(tags.shown_ids) for i, tags in of_each.items()} == {
        i: set(shown) for i, shown in pairs
    }
    return {names[track_id]: set(shown) for track_id, shown in pairs}


def published(ctx):
    return {i: set(shown) for batch in ctx.of(TagBatch) for i, shown in batch.pairs}


def test_tags_are_read_out_of_what_the_library_kept_of_the_encoder(library_file, folder):
    keep_rows(library_file, {"a.mp3": row_of("mellow", "80s"), "b.mp3": row_of()})

    tags = tags_by_name(library_file, load_sound_tagging(None))

    assert tags == {"a.mp3": {"mellow", "80s"}, "b.mp3": set()}


def test_equal_tags_of_many_tracks_are_kept_once(library_file, folder):
    keep_rows(library_file, {name: row_of("mellow", "80s") for name in NAMES})

    with Library(library_file) as library:
        [batch] = load_sound_tagging(None).batches(library)

    (_, one), (_, other) = batch.pairs
    assert one is other


def test_suggestions_bring_the_tags_of_the_library_along(library_file, folder, tmp_path):
    keep_rows(library_file, {"a.mp3": row_of("sad")})
    ctx = RecordingContext()

    suggestions(library_file, save_small_bundle(tmp_path / "small.pth"), ctx)

    assert list(published(ctx).values()) == [{"sad"}]


def test_a_classifier_on_the_encoder_brings_tags_as_it_goes(library_file, folder, tmp_path, cache):
    features = FeatureSet.of_encoder(encoder().spec(PATCHES), encoder().columns)
    head = LinearConfig(features, features.columns).build(len(GENRES)).eval()
    bundle = Bundle(GENRES, (Classifier("encoder", head),))
    save(bundle, tmp_path / "encoder.pth")
    for name, tag in zip(NAMES, ("happy", "house"), strict=True):
        patches = EncodedPatches((0.0, 3.0), np.stack([row_of(tag)] * 2))
        analysis = made_up(features=None, mels=(), encoded=patches)
        remember(cache, bundle, folder / name, STAMP, f"of {name}", analysis)
    ctx = RecordingContext()

    classify_library(library_file, tmp_path / "encoder.pth", ctx, AnalysisOptions(cache, 1))

    assert sorted(published(ctx).values(), key=str) == [{"happy"}, {"house"}]


def test_a_tagger_answers_for_the_library_and_is_asked_once(
    library_file, folder, tmp_path, cache, tagger_file
):
    bundle = save_small_bundle(tmp_path / "small.pth")
    for seed, name in enumerate(NAMES):
        remember(cache, small_bundle(), folder / name, STAMP, f"of {name}", made_up(seed))
    options, ctx = AnalysisOptions(cache, 1), RecordingContext()

    classify_library(library_file, bundle, ctx, options, tagger_file=tagger_file)
    before = cache.hits
    classify_library(library_file, bundle, RecordingContext(), options, tagger_file=tagger_file)

    assert list(published(ctx).values()) == [{"female-voice", "hammond organ"}] * 2
    assert cache.hits == before


def test_a_tagger_adds_to_the_encoder_which_has_the_say(
    library_file, folder, tmp_path, cache, tagger_file
):
    remember(cache, small_bundle(), folder / "a.mp3", STAMP, "of a.mp3", made_up(0))
    remember(cache, small_bundle(), folder / "b.mp3", STAMP, "of b.mp3", made_up(1))
    bundle = save_small_bundle(tmp_path / "small.pth")
    options = AnalysisOptions(cache, 1)
    classify_library(library_file, bundle, RecordingContext(), options, tagger_file=tagger_file)
    keep_rows(library_file, {"a.mp3": row_of("male-voice", "rock")})

    tags = tags_by_name(library_file, load_sound_tagging(tagger_file))

    assert tags == {
        "a.mp3": {"male-voice", "rock", "hammond organ"},
        "b.mp3": {"female-voice", "hammond organ"},
    }


def test_what_is_no_tagger_or_wants_other_features_is_refused(tmp_path, tagger_file):
    others = FeatureSet("made up", ("x", "y"))
    tagger = Tagger(("a",), (0.5,), MlpConfig(others, others.columns, hidden=(2,)).build(1).eval())
    taggers.save(tagger, tmp_path / "others.pth")

    with pytest.raises(ClassifierFileProblem, match="other features than"):
        load_tagger(tmp_path / "others.pth")
    with pytest.raises(ClassifierFileProblem, match="a classifier of genres, not of tags"):
        load_tagger(save_small_bundle(tmp_path / "small.pth"))
    with pytest.raises(ClassifierFileProblem):
        load_tagger(tmp_path / "missing.pth")


def test_without_a_tagger_that_can_be_used_the_encoder_gives_tags_alone(library_file, folder):
    keep_rows(library_file, {"a.mp3": row_of("piano")})

    tags = tags_by_name(library_file, usable_sound_tagging(folder / "missing.pth"))

    assert tags == {"a.mp3": {"piano"}}


def test_without_an_encoder_there_are_no_tags(library_file, folder, monkeypatch, tmp_path):
    keep_rows(library_file, {"a.mp3": row_of("piano")})
    monkeypatch.setattr(encoders, "in_the_box", lambda: tmp_path / "missing.pth")

    assert tags_by_name(library_file, load_sound_tagging(None)) == {}
