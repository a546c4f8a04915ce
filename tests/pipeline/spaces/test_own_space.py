"""An encoder of one's own in place of the box's: what goes by it, when, and what never does."""

from dataclasses import replace

import numpy as np
import pytest

from musicreclass import paths, settings
from musicreclass.classifiers.encoders import shelf
from musicreclass.core.review.columns.line_columns import LineView
from musicreclass.core.track import FileFacts, FileStamp, ScannedFile, Stream, Tags
from musicreclass.library.predictions import ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.analysis.analysis_cache import AnalysisCache, AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.insights.library_map import map_of_library
from musicreclass.pipeline.preview.neighbours import Neighbourhood
from musicreclass.pipeline.spaces.embedding_run import embed_library
from musicreclass.pipeline.spaces.own_space import chosen_space, covering_space
from musicreclass.pipeline.spaces.sound_space import SoundSpace
from tests.material import write_audio
from tests.own_genres import RATE, drum, flute
from tests.recording_context import RecordingContext
from tests.scored_library import _prediction
from tests.small_bundles import save_small_bundle
from tests.tiny_encoders import onnx_folder


def choose(name):
    chosen = settings.load(paths.settings_file())
    classifying = replace(chosen.classifying, space=name)
    settings.save(replace(chosen, classifying=classifying), paths.settings_file())


class OwnLibrary:
    """A library of three drums and three flutes that a small bundle has scored."""

    def __init__(self, library_file, folder, bundle_file):
        self.file, self.bundle_file = library_file, bundle_file
        self.loaded = load_classifier(bundle_file)
        self.options = AnalysisOptions(AnalysisCache(folder / "cache"), workers=1)
        self.paths = []
        for number in range(3):
            for sound in (drum, flute):
                path = folder / f"{sound.__name__}{number}.wav"
                samples = sound(number, 1.5)[:, None].astype(np.float32)
                self.paths.append(write_audio(path, samples=samples, sample_rate=RATE))
        with Library(self.file) as library:
            folder_id = library.add_folder(folder).id
            facts = [FileFacts(Stream("WAV", 1.5, RATE), Tags(), p.name) for p in self.paths]
            stamps = [FileStamp.of(path) for path in self.paths]
            files = [
                ScannedFile(str(path), folder_id, stamp, fact)
                for path, stamp, fact in zip(self.paths, stamps, facts, strict=True)
            ]
            self.ids = list(library.record(files).ids)
            scored = [
                ScoredTrack(i, stamp, (_prediction("Blues", 0.9),))
                for i, stamp in zip(self.ids, stamps, strict=True)
            ]
            library.predictions.record(self.loaded.digest, scored)

    def embed(self):
        with Library(self.file) as library:
            return embed_library(library, RecordingContext(), self.options)

    def nearest(self, track_id):
        with Library(self.file) as library:
            predictions = library.predictions.of_track(track_id, self.loaded.digest)
            found = Neighbourhood().nearest(library, self.loaded, track_id, predictions, 2)
            return {other for other, _ in found}


@pytest.fixture
def own(library_file, tmp_path, home):
    (tmp_path / "music").mkdir()
    return OwnLibrary(library_file, tmp_path / "music", save_small_bundle(tmp_path / "small.pth"))


@pytest.fixture
def tiny(tmp_path, home):
    onnx_folder(tmp_path / "tiny")
    return shelf.add(tmp_path / "tiny")


def test_nothing_is_embedded_unless_an_encoder_is_chosen(own, tiny):
    assert own.embed() == 0
    assert chosen_space() is None


def test_a_track_is_embedded_once_for_the_file_as_it_is(own, tiny):
    choose("tiny")

    assert own.embed() == 6
    assert own.embed() == 0
    with Library(own.file) as library:
        assert library.predictions.coverage(chosen_space().key) == (6, 6)


def test_neighbours_are_those_of_the_chosen_encoder(own, tiny):
    choose("tiny")
    own.embed()

    with Library(own.file) as library:
        every = Neighbourhood().embeddings(library, own.loaded)

    assert every.own == chosen_space()
    assert every.vectors.shape == (6, tiny.card.layers[0].width)
    assert len(own.nearest(own.ids[0])) == 2


def test_until_nearly_all_are_embedded_the_box_goes_on_and_spaces_are_not_mixed(own, tiny):
    choose("tiny")
    own.embed()
    with Library(own.file) as library:
        library.predictions.forget_bundle(chosen_space().key)
        assert covering_space(library) is None
        every = Neighbourhood().embeddings(library, own.loaded)
        space = SoundSpace.of(library, own.loaded.calibrator, own.loaded.digest, own.ids)

    assert every.own is None
    assert space is None or space.own is None


def test_decisions_go_by_the_chosen_encoder(own, tiny):
    choose("tiny")
    own.embed()

    with Library(own.file) as library:
        space = SoundSpace.of(library, own.loaded.calibrator, own.loaded.digest, own.ids)
        (batch,) = library.predictions.batches(own.loaded.digest)
        having, points = space.points(library, batch)

    assert space.own == chosen_space()
    assert having.tolist() == list(range(6))
    assert points.shape == (6, tiny.card.layers[0].width)


def test_an_encoder_that_is_gone_leaves_the_box(own, tiny):
    choose("tiny")
    own.embed()
    shelf.remove("tiny")

    with Library(own.file) as library:
        assert covering_space(library) is None
    assert own.embed() == 0


def test_a_map_by_another_encoder_is_another_map(own, tiny):
    choose("tiny")
    own.embed()
    with Library(own.file) as library:
        lines = [line for batch in library.lines() for line in batch]
    by_own = map_of_library(own.file, lines, own.bundle_file, RecordingContext())

    choose("")
    with Library(own.file) as library:
        assert covering_space(library) is None

    assert "space" in by_own.bundle
    assert len(by_own.lines) == 6
    assert by_own.at_of(LineView.of(lines)).bundle == by_own.bundle
