import threading
import time
from contextlib import suppress

import pytest

from musicreclass.classifiers.predict import predict
from musicreclass.core.track import FileStamp
from musicreclass.errors import Cancelled
from musicreclass.library.predictions import PredictionStore, ScoredTrack
from musicreclass.library.store import Library
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.suggester import Suggester
from musicreclass.pipeline.preview import preview_service as preview_module
from musicreclass.pipeline.preview.preview_queue import (
    PreviewDraft,
    PreviewPart,
    PreviewRequest,
)
from musicreclass.pipeline.preview.preview_service import (
    PreviewLane,
    PreviewService,
    spectrogram_worker,
)
from musicreclass.pipeline.preview.track_preview import TrackRef
from musicreclass.pipeline.scanning.scan import scan
from musicreclass.sentences.reason import because
from musicreclass.settings import ClassifySettings, ReviewSettings, Settings
from tests import material
from tests.pipeline.pool_jobs import sleep_for_ever
from tests.recording_context import RecordingContext
from tests.scored_library import write_library
from tests.small_bundles import made_up, save_small_bundle


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


@pytest.fixture
def make(worker):
    """Return a maker of whole previews, which publishes their steps: `make(service, request)`."""

    def made(service, request, ctx=None):
        draft = PreviewDraft(request)
        ctx = ctx or RecordingContext()
        assert all(draft.begin(part) for part in PreviewPart)
        service.draw(worker, draft, ctx)
        service.ask(draft, ctx)
        return draft.preview

    return made


def test_a_preview_comes_step_by_step_until_all_of_it_is_there(preview_service, refs, make):
    ctx = RecordingContext()
    last = make(preview_service, PreviewRequest(refs[0]), ctx)

    assert last.facts.tags.title == "Song 0"
    assert last.picture.seconds == pytest.approx(1.0, abs=0.02)
    assert last.evidence.suggestion.candidates
    assert {neighbour.line.title for neighbour in last.neighbours} == {"Song 1", "Song 2"}
    assert all(neighbour.line.suggestion for neighbour in last.neighbours)
    assert last.problems == ()
    assert [one.is_finished for one in ctx.published].count(True) == 1
    assert ctx.published[0].facts is not None
    assert ctx.published[0].picture is None


def test_a_picture_that_is_there_is_not_drawn_again(preview_service, refs, worker, make):
    drawn = make(preview_service, PreviewRequest(refs[0])).picture
    worker.stop()

    again = make(preview_service, PreviewRequest(refs[0], picture=drawn))

    assert again.picture is drawn


def test_what_a_scan_forgets_amid_a_preview_is_said_of_nothing(
    preview_service, refs, make, monkeypatch
):
    of_track = Suggester.of_track

    def then_forgotten(suggester, library, track_id):
        said = of_track(suggester, library, track_id)
        monkeypatch.setattr(PredictionStore, "of_track", lambda *_: ())
        return said

    monkeypatch.setattr(Suggester, "of_track", then_forgotten)
    preview = make(preview_service, PreviewRequest(refs[0]))

    assert preview.evidence is None
    assert preview.picture is not None


def test_company_that_came_since_counts_in_the_next_preview(library_file, tmp_path, make):
    bundle = save_small_bundle(tmp_path / "small.pth")
    folder = tmp_path / "music"
    chosen = settings_with(bundle, review=ReviewSettings(pools_by="album"))
    service = PreviewService(library_file, lambda: chosen)
    tags = {name: {"artist": "Queen", "album": "Jazz"} for name in ("a.mp3", "b.mp3", "c.mp3")}
    said = {"a.mp3": ("Rock", 0.8), "b.mp3": ("Rock", 0.8)}
    first = write_library(library_file, folder, bundle, said, tags=tags)["a.mp3"]
    request = PreviewRequest(TrackRef(first, folder / "a.mp3", FileStamp(100, 5)))

    before = make(service, request)
    write_library(library_file, folder, bundle, {"c.mp3": ("Rock", 0.8)}, tags=tags)
    service.note_more_predictions()
    after = make(service, request)

    companies = [one.evidence.suggestion.company for one in (before, after)]
    assert [one.tracks for one in companies] == [2, 3]


def test_a_track_that_vanished_is_a_sentence_and_the_rest_goes_on(preview_service, refs, make):
    lost = TrackRef(refs[0].id, refs[0].path.with_name("lost.flac"), refs[0].stamp)

    preview = make(preview_service, PreviewRequest(lost))

    assert preview.problems == (because("pipeline.file_gone"),)
    assert preview.evidence is not None
    assert preview.is_finished


def test_a_drive_that_is_gone_is_another_sentence(preview_service, refs, make, tmp_path):
    lost = TrackRef(1, tmp_path / "drive" / "a.flac", FileStamp(1, 1))

    preview = make(preview_service, PreviewRequest(lost))

    assert preview.problems == (because("pipeline.folder_gone"),)


def test_a_file_that_cannot_be_decoded_still_shows_its_tags(preview_service, make, tmp_path):
    path = tmp_path / "a.ape"
    material.make_monkeys_audio(path, tail=material.ape_tag({"Title": b"Noise"}))

    preview = make(preview_service, PreviewRequest(TrackRef(99, path, FileStamp.of(path))))

    assert preview.picture is None
    assert preview.facts.tags.title == "Noise"
    assert len(preview.problems) == 1


def test_without_classifiers_there_is_a_picture_and_no_evidence(home, refs, make, monkeypatch):
    monkeypatch.setattr("musicreclass.pipeline.classification.installed.installed", list)
    preview_service = PreviewService(home[0], Settings)

    preview = make(preview_service, PreviewRequest(refs[1]))

    assert preview.evidence is None
    assert preview.picture is not None


def work_until(service, lanes, is_enough):
    """Have lanes work at once until what was published is enough; return that."""
    ctx = RecordingContext()

    def work(lane):
        with suppress(Cancelled):
            service.work(ctx, lane)

    threads = [threading.Thread(target=work, args=(lane,)) for lane in lanes]
    for thread in threads:
        thread.start()
    deadline = time.monotonic() + 30.0
    while not is_enough(ctx.published) and time.monotonic() < deadline:
        time.sleep(0.005)
    ctx.cancel()
    for thread in threads:
        thread.join()
    return list(ctx.published)


def finished_count(published):
    return sum(one.is_finished for one in published)


def drawn(published):
    return {one.track_ref for one in published if one.picture is not None}


def test_the_service_works_off_what_is_wanted_until_it_is_stopped(preview_service, refs):
    preview_service.waiting.want([PreviewRequest(track_ref) for track_ref in refs], refs[0].id)

    published = work_until(preview_service, PreviewLane, lambda come: finished_count(come) == 3)

    last = {one.track_ref: one for one in published}
    assert set(last) == set(refs)
    assert all(one.is_finished and one.picture and one.neighbours for one in last.values())


def test_all_pictures_are_drawn_while_a_classifier_does_not_answer(library_file, refs):
    def answer_never(job, ctx, *, is_repeatable=True):
        while True:
            ctx.raise_if_cancelled()

    service = PreviewService(library_file, Settings, run=answer_never)
    service.waiting.want([PreviewRequest(track_ref) for track_ref in refs], refs[0].id)

    published = work_until(service, PreviewLane, lambda come: drawn(come) == set(refs))

    assert drawn(published) == set(refs)
    assert finished_count(published) == 0


def test_what_a_fault_ended_is_made_when_it_is_wanted_again(preview_service, refs, monkeypatch):
    def fail(*_):
        raise RuntimeError("a bug")

    wanted = [PreviewRequest(refs[0])]
    preview_service.waiting.want(wanted, refs[0].id)
    with monkeypatch.context() as faulty:
        faulty.setattr(PreviewService, "ask", fail)
        with pytest.raises(RuntimeError):
            preview_service.work(RecordingContext(), PreviewLane.WORDS)
    work_until(preview_service, [PreviewLane.FIRST], lambda come: bool(drawn(come)))
    preview_service.waiting.want(wanted, refs[0].id)
    published = work_until(preview_service, PreviewLane, lambda come: finished_count(come) == 1)

    assert published[-1].evidence is not None


def large_song(folder):
    picture = b"\x89PNG" + bytes(1_000_000)
    tag = material.id3v2(3, [(b"TIT2", b"\0Large"), (b"APIC", b"\0image/png\0\3\0" + picture)])
    return material.make_mp3(folder / "large.mp3", head=tag), picture


def test_large_tags_are_shown_like_others(preview_service, refs, make, tmp_path):
    song, picture = large_song(tmp_path)
    request = PreviewRequest(TrackRef(refs[0].id, song, FileStamp.of(song)))

    last = make(preview_service, request)
    preview_service._heavy.stop()

    assert last.facts.tags.title == "Large"
    assert last.cover == picture


def test_tags_that_take_too_long_are_a_problem_of_the_file(home, refs, make, tmp_path, monkeypatch):
    monkeypatch.setattr(preview_module, "TAG_SECONDS", 0.0)
    monkeypatch.setattr(preview_module, "facts_and_cover", sleep_for_ever)
    service = PreviewService(home[0], lambda: settings_with(home[1]))
    song, _ = large_song(tmp_path)
    request = PreviewRequest(TrackRef(refs[0].id, song, FileStamp.of(song)))

    last = make(service, request)
    service._heavy.stop()

    assert last.facts is None
    assert "it took longer than 0 seconds; it is left out" in map(str, last.problems)
    assert last.evidence is not None
