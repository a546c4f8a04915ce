import threading

import pytest

from musicreclass.classifiers.predict import predict
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled
from musicreclass.library.predictions import PredictionStore, ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.pipeline.preview import preview_service as preview_module
from musicreclass.pipeline.preview.preview_service import (
    PreviewQueue,
    PreviewRequest,
    PreviewService,
    spectrogram_worker,
)
from musicreclass.pipeline.preview.track_preview import TrackRef
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.sentences.reason import because
from musicreclass.settings import ClassifySettings, ReviewSettings, Settings
from tests import material
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import made_up, save_small_bundle


class Publishing(RecordingContext):
    """Stops after so many finished previews."""

    def __init__(self, most_finished=99):
        super().__init__()
        self._most_finished = most_finished

    def publish(self, preview):
        super().publish(preview)
        if sum(one.is_finished for one in self.published) >= self._most_finished:
            self.cancel()


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A library of three tracks that a small bundle has classified, and the files."""
    folder = tmp_path_factory.mktemp("music")
    for number in range(3):
        tags = {"title": f"Song {number}", "genre": "Pop"}
        material.write_audio(folder / f"{number}.flac", seconds=1.0 + number, tags=tags)
    bundle = save_small_bundle(folder / "bundle" / "small.pth")
    library_file = folder / "library.db"
    scan(library_file, RecordingContext(), paths=[folder], workers=1)
    loaded = load_classifier(bundle)
    with Library(library_file) as library:
        predictions = [
            ScoredTrack(t.id, t.stamp, predict(loaded.bundle, made_up(t.id)).predictions)
            for t in library.predictions.unscored(loaded.digest)
        ]
        library.predictions.record(loaded.digest, predictions)
    return library_file, bundle


@pytest.fixture(scope="module")
def refs(home):
    with Library(home[0]) as library:
        tracks = [library.track(line.id) for lines in library.lines() for line in lines]
    return [TrackRef(track.id, track.path, track.stamp) for track in tracks]


def settings_with(bundle, **more):
    return Settings(classifying=ClassifySettings(classifier=str(bundle)), **more)


@pytest.fixture
def preview_service(home):
    library_file, bundle = home
    return PreviewService(library_file, lambda: settings_with(bundle))


@pytest.fixture
def worker():
    worker = spectrogram_worker()
    yield worker
    worker.stop()


def test_a_preview_comes_step_by_step_until_all_of_it_is_there(preview_service, refs, worker):
    ctx = Publishing()
    last = preview_service.make(PreviewRequest(refs[0]), worker, ctx)

    assert last.facts.tags.title == "Song 0"
    assert last.picture.seconds == pytest.approx(1.0, abs=0.02)
    assert last.evidence.suggestion.candidates
    assert {neighbour.line.title for neighbour in last.neighbours} == {"Song 1", "Song 2"}
    assert all(neighbour.line.suggestion for neighbour in last.neighbours)
    assert last.problems == ()
    assert [one.is_finished for one in ctx.published].count(True) == 1
    assert ctx.published[0].facts is not None
    assert ctx.published[0].picture is None


def test_a_picture_waits_for_no_classifier(library_file, refs, worker):
    ctx = Publishing()

    def answer_late(job, job_ctx, *, is_repeatable=True):
        while not any(one.picture for one in ctx.published):
            job_ctx.raise_if_cancelled()
        return job(job_ctx)

    service = PreviewService(library_file, Settings, run=answer_late)
    service.make(PreviewRequest(refs[0]), worker, ctx)

    drawn = [one for one in ctx.published if one.picture]
    assert drawn[0].evidence is None


def test_a_picture_that_is_there_is_not_drawn_again(preview_service, refs, worker):
    drawn = preview_service.make(PreviewRequest(refs[0]), worker, Publishing()).picture
    worker.stop()

    again = preview_service.make(PreviewRequest(refs[0], drawn), worker, Publishing())

    assert again.picture is drawn


def test_what_a_scan_forgets_amid_a_preview_is_said_of_nothing(
    preview_service, refs, worker, monkeypatch
):
    of_track = Suggester.of_track

    def then_forgotten(suggester, library, track_id):
        said = of_track(suggester, library, track_id)
        monkeypatch.setattr(PredictionStore, "of_track", lambda *_: ())
        return said

    monkeypatch.setattr(Suggester, "of_track", then_forgotten)
    preview = preview_service.make(PreviewRequest(refs[0]), worker, Publishing())

    assert preview.evidence is None
    assert preview.picture is not None


def test_company_that_came_since_counts_in_the_next_preview(library_file, tmp_path, worker):
    bundle = save_small_bundle(tmp_path / "small.pth")
    folder = tmp_path / "music"
    chosen = settings_with(bundle, review=ReviewSettings(pools_by="album"))
    service = PreviewService(library_file, lambda: chosen)
    tags = {name: {"artist": "Queen", "album": "Jazz"} for name in ("a.mp3", "b.mp3", "c.mp3")}
    said = {"a.mp3": ("Rock", 0.8), "b.mp3": ("Rock", 0.8)}
    first = write_library(library_file, folder, bundle, said, tags=tags)["a.mp3"]
    request = PreviewRequest(TrackRef(first, folder / "a.mp3", FileStamp(100, 5)))

    before = service.make(request, worker, Publishing())
    write_library(library_file, folder, bundle, {"c.mp3": ("Rock", 0.8)}, tags=tags)
    service.note_more_predictions()
    after = service.make(request, worker, Publishing())

    companies = [one.evidence.suggestion.company for one in (before, after)]
    assert [one.tracks for one in companies] == [2, 3]


def test_a_track_that_vanished_is_a_sentence_and_the_rest_goes_on(preview_service, refs, worker):
    lost = TrackRef(refs[0].id, refs[0].path.with_name("lost.flac"), refs[0].stamp)

    preview = preview_service.make(PreviewRequest(lost), worker, Publishing())

    assert preview.problems == (because("pipeline.file_gone"),)
    assert preview.evidence is not None
    assert preview.is_finished


def test_a_drive_that_is_gone_is_another_sentence(preview_service, refs, worker, tmp_path):
    lost = TrackRef(1, tmp_path / "drive" / "a.flac", FileStamp(1, 1))

    preview = preview_service.make(PreviewRequest(lost), worker, Publishing())

    assert preview.problems == (because("pipeline.folder_gone"),)


def test_a_file_that_cannot_be_decoded_still_shows_its_tags(preview_service, worker, tmp_path):
    path = tmp_path / "a.ape"
    material.make_monkeys_audio(path, tail=material.ape_tag({"Title": b"Noise"}))

    preview = preview_service.make(
        PreviewRequest(TrackRef(99, path, FileStamp.of(path))), worker, Publishing()
    )

    assert preview.picture is None
    assert preview.facts.tags.title == "Noise"
    assert len(preview.problems) == 1


def test_without_classifiers_there_is_a_picture_and_no_evidence(home, refs, worker, monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.installed.installed", list)
    preview_service = PreviewService(home[0], Settings)

    preview = preview_service.make(PreviewRequest(refs[1]), worker, Publishing())

    assert preview.evidence is None
    assert preview.picture is not None


def test_the_service_works_off_what_is_wanted_until_it_is_stopped(preview_service, refs):
    preview_service.waiting.want([PreviewRequest(track_ref) for track_ref in refs], refs[0].id)
    ctx = Publishing(most_finished=3)

    with pytest.raises(Cancelled):
        preview_service.work(ctx)

    finished = [one.track_ref.id for one in ctx.published if one.is_finished]
    assert finished == [track_ref.id for track_ref in refs]


def test_what_is_not_wanted_any_more_is_dropped(refs):
    waiting = PreviewQueue()
    waiting.want([PreviewRequest(track_ref) for track_ref in refs], refs[0].id)
    waiting.want([PreviewRequest(refs[2])], refs[2].id)

    assert waiting.take(0.0, only_first=False).track_ref == refs[2]
    assert waiting.take(0.0, only_first=False) is None


def test_who_works_for_the_first_only_leaves_the_others_alone(refs):
    waiting = PreviewQueue()
    waiting.want([PreviewRequest(refs[0]), PreviewRequest(refs[1])], refs[0].id)

    assert waiting.take(0.0, only_first=True).track_ref == refs[0]
    assert waiting.take(0.0, only_first=True) is None
    assert waiting.take(0.0, only_first=False).track_ref == refs[1]


def test_who_waits_is_woken(refs):
    waiting = PreviewQueue()
    timer = threading.Timer(0.05, waiting.want, ([PreviewRequest(refs[0])], refs[0].id))
    timer.start()

    assert waiting.take(5.0, only_first=True).track_ref == refs[0]
    timer.join()


def large_song(folder):
    picture = b"\x89PNG" + bytes(1_000_000)
    tag = material.id3v2(3, [(b"TIT2", b"\0Large"), (b"APIC", b"\0image/png\0\3\0" + picture)])
    return material.make_mp3(folder / "large.mp3", head=tag), picture


def test_large_tags_are_shown_like_others(preview_service, refs, worker, tmp_path):
    song, picture = large_song(tmp_path)
    request = PreviewRequest(TrackRef(refs[0].id, song, FileStamp.of(song)))

    last = preview_service.make(request, worker, Publishing())
    preview_service._heavy.stop()

    assert last.facts.tags.title == "Large"
    assert last.cover == picture


def test_tags_that_take_too_long_are_a_problem_of_the_file(
    home, refs, worker, tmp_path, monkeypatch
):
    monkeypatch.setattr(preview_module, "TAG_SECONDS", 0.0)
    service = PreviewService(home[0], lambda: settings_with(home[1]))
    song, _ = large_song(tmp_path)
    request = PreviewRequest(TrackRef(refs[0].id, song, FileStamp.of(song)))

    last = service.make(request, worker, Publishing())
    service._heavy.stop()

    assert last.facts is None
    assert "it took longer than 0 seconds; it is left out" in map(str, last.problems)
    assert last.evidence is not None
