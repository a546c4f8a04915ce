import threading

import pytest

from musicreclass.classifiers.answering import answers
from musicreclass.core.job import CancelToken
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled
from musicreclass.library.predictions import HeardTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import open_panel
from musicreclass.pipeline.preview.preview_service import Commission, Studio, Waiting
from musicreclass.pipeline.preview.spectrogram_worker import Artist
from musicreclass.pipeline.preview.track_preview import Sitter
from musicreclass.pipeline.scanning.scan import scan
from tests import material
from tests.pipeline.recording_context import RecordingContext
from tests.small_bundles import made_up, save_small_bundle


class Publishing(CancelToken):
    """A context that keeps what is published, and stops after so many finished portraits."""

    def __init__(self, stop_after=99):
        super().__init__()
        self.published = []
        self._stop_after = stop_after

    def report(self, progress):
        pass

    def publish(self, portrait):
        self.published.append(portrait)
        if sum(one.is_finished for one in self.published) >= self._stop_after:
            self.cancel()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A library of three tracks that a small bundle has heard, and the files."""
    folder = tmp_path_factory.mktemp("music")
    for number in range(3):
        tags = {"title": f"Song {number}", "genre": "Pop"}
        material.write_audio(folder / f"{number}.flac", seconds=1.0 + number, tags=tags)
    bundle = save_small_bundle(folder / "bundle" / "small.pth")
    library_file = folder / "library.db"
    scan(library_file, RecordingContext(), paths=[folder], workers=1)
    panel = open_panel(bundle)
    with Library(library_file) as library:
        heard = [
            HeardTrack(t.id, t.stamp, answers(panel.bundle, made_up(t.id)).predictions)
            for t in library.predictions.unheard(panel.digest)
        ]
        library.predictions.record(panel.digest, heard)
    return library_file, bundle


@pytest.fixture(scope="module")
def sitters(home):
    with Library(home[0]) as library:
        tracks = [library.track(line.id) for lines in library.lines() for line in lines]
    return [Sitter(track.id, track.path, track.stamp) for track in tracks]


@pytest.fixture
def studio(home):
    library_file, bundle = home
    return Studio(library_file, lambda: bundle)


@pytest.fixture
def artist():
    artist = Artist()
    yield artist
    artist.dismiss()


def test_a_portrait_comes_step_by_step_until_all_of_it_is_there(studio, sitters, artist):
    ctx = Publishing()
    last = studio.make(Commission(sitters[0]), artist, ctx)

    assert last.facts.tags.title == "Song 0"
    assert last.picture.seconds == pytest.approx(1.0, abs=0.02)
    assert last.evidence.suggestion.candidates
    assert {neighbour.line.title for neighbour in last.neighbours} == {"Song 1", "Song 2"}
    assert all(neighbour.line.suggestion for neighbour in last.neighbours)
    assert last.problems == ()
    assert [one.is_finished for one in ctx.published].count(True) == 1
    assert ctx.published[0].facts is not None
    assert ctx.published[0].picture is None


def test_a_picture_that_is_there_is_not_drawn_again(studio, sitters, artist):
    drawn = studio.make(Commission(sitters[0]), artist, Publishing()).picture
    artist.dismiss()

    again = studio.make(Commission(sitters[0], drawn), artist, Publishing())

    assert again.picture is drawn


def test_a_track_that_vanished_is_a_sentence_and_the_rest_goes_on(studio, sitters, artist):
    lost = Sitter(sitters[0].id, sitters[0].path.with_name("lost.flac"), sitters[0].stamp)

    portrait = studio.make(Commission(lost), artist, Publishing())

    assert portrait.problems == ("The file is no longer where it was; scan its folder again.",)
    assert portrait.evidence is not None
    assert portrait.is_finished


def test_a_drive_that_is_gone_is_another_sentence(studio, sitters, artist, tmp_path):
    lost = Sitter(1, tmp_path / "drive" / "a.flac", FileStamp(1, 1))

    portrait = studio.make(Commission(lost), artist, Publishing())

    assert portrait.problems == ("The folder is not there; is its drive connected?",)


def test_a_file_that_cannot_be_decoded_still_shows_its_tags(studio, artist, tmp_path):
    path = tmp_path / "a.ape"
    material.make_monkeys_audio(path, tail=material.ape_tag({"Title": b"Noise"}))

    portrait = studio.make(Commission(Sitter(99, path, FileStamp.of(path))), artist, Publishing())

    assert portrait.picture is None
    assert portrait.facts.tags.title == "Noise"
    assert len(portrait.problems) == 1


def test_without_classifiers_there_is_a_picture_and_no_evidence(home, sitters, artist):
    studio = Studio(home[0], lambda: None)

    portrait = studio.make(Commission(sitters[1]), artist, Publishing())

    assert portrait.evidence is None
    assert portrait.picture is not None


def test_the_studio_works_off_what_is_wanted_until_it_is_stopped(studio, sitters):
    studio.waiting.want([Commission(sitter) for sitter in sitters], sitters[0].id)
    ctx = Publishing(stop_after=3)

    with pytest.raises(Cancelled):
        studio.work(ctx)

    finished = [one.sitter.id for one in ctx.published if one.is_finished]
    assert finished == [sitter.id for sitter in sitters]


def test_what_is_not_wanted_any_more_is_dropped(sitters):
    waiting = Waiting()
    waiting.want([Commission(sitter) for sitter in sitters], sitters[0].id)
    waiting.want([Commission(sitters[2])], sitters[2].id)

    assert waiting.take(0.0, only_first=False).sitter == sitters[2]
    assert waiting.take(0.0, only_first=False) is None


def test_who_works_for_the_first_only_leaves_the_others_alone(sitters):
    waiting = Waiting()
    waiting.want([Commission(sitters[0]), Commission(sitters[1])], sitters[0].id)

    assert waiting.take(0.0, only_first=True).sitter == sitters[0]
    assert waiting.take(0.0, only_first=True) is None
    assert waiting.take(0.0, only_first=False).sitter == sitters[1]


def test_who_waits_is_woken(sitters):
    waiting = Waiting()
    timer = threading.Timer(0.05, waiting.want, ([Commission(sitters[0])], sitters[0].id))
    timer.start()

    assert waiting.take(5.0, only_first=True).sitter == sitters[0]
    timer.join()
