import threading
from dataclasses import replace

import numpy as np
import pytest
import soundfile

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.errors import Cancelled
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.classify import classify_files
from musicreclass.pipeline.classification.installed import NoClassifier
from musicreclass.pipeline.live.classify_live import LiveReady, classify_live, publish_live
from musicreclass.pipeline.live.live_output import facts_of_report
from musicreclass.pipeline.live.piece_queue import PieceQueue
from musicreclass.pipeline.processes.compute_child import in_place
from musicreclass.settings import ClassifySettings, Settings
from tests.material import music
from tests.recording_context import RecordingContext, stopped_context
from tests.small_bundles import GENRES, save_small_bundle

RATE = 44_100


@pytest.fixture
def settings(tmp_path):
    bundle = save_small_bundle(tmp_path / "small.pth")
    return Settings(classifying=ClassifySettings(classifier=str(bundle)))


def sound(seconds, seed=7):
    return music(seed, seconds).mean(axis=1)


def silence(seconds):
    return np.zeros(round(seconds * RATE), dtype=np.float32)


def reports(settings, *sounds, settings_of=None, ctx=None):
    queue, whole = PieceQueue(RATE), np.concatenate([silence(0), *sounds])

    def give():
        for at in range(0, len(whole), RATE // 4):
            queue.add(whole[at : at + RATE // 4])
            while not queue.wait_for_room(1.0):
                pass
        queue.end()

    giving = threading.Thread(target=give)
    giving.start()
    try:
        return list(
            classify_live(queue, settings_of or (lambda: settings), ctx or RecordingContext())
        )
    finally:
        giving.join()


def test_each_piece_is_answered_and_summed_up(settings):
    ctx = RecordingContext()

    found = reports(settings, sound(4.5), ctx=ctx)

    assert ctx.of(LiveReady)
    assert [(r.start_seconds, r.end_seconds) for r in found] == [(0.0, 3.0), (1.5, 4.5)]
    last = found[-1]
    assert last.piece.candidates[0].genre == GENRES[0]
    assert last.now.genre == GENRES[0]
    assert last.minute.suggestion.genre == GENRES[0]
    assert last.minute.seconds == 4.5


def test_a_piece_is_said_to_be_what_a_file_of_it_would_be(settings, tmp_path):
    three_seconds = sound(3.0)
    path = tmp_path / "piece.wav"
    soundfile.write(path, three_seconds, RATE, subtype="FLOAT")
    bundle = tmp_path / "small.pth"
    ctx = RecordingContext()

    (live,) = reports(settings, three_seconds)
    (of_file,) = classify_files([path], bundle, ctx, AnalysisOptions.of_this_user(1))

    assert live.piece.verdict is of_file.suggestion.verdict
    confidences = [
        [one.confidence for one in sorted(said.candidates, key=lambda c: c.genre)]
        for said in (live.piece, of_file.suggestion, live.minute.suggestion)
    ]
    assert np.allclose(confidences[0], confidences[1], atol=1e-4)
    assert np.allclose(confidences[2], confidences[1], atol=1e-4)


def test_silence_is_no_genre_and_the_minute_stays_what_it_was(settings):
    found = reports(settings, sound(3.0), silence(4.5))

    heads = [(r.is_silent, r.now is None) for r in found]
    assert heads == [(False, False), (False, False), (True, True), (True, True)]
    assert found[-1].minute.suggestion.candidates[0].genre == GENRES[0]


def test_of_nothing_but_silence_the_minute_is_silent(settings):
    (only,) = reports(settings, silence(3.0))

    facts = facts_of_report(only, 0.25)
    assert only.minute.is_silent
    assert (facts["silent"], facts["genre"], facts["candidates"]) == (True, None, [])
    assert facts["now"]["verdict"] is facts["minute"]["verdict"] is None
    assert facts["latency"] == 0.25


def test_less_than_a_second_of_sound_in_a_piece_is_silence(settings):
    found = reports(settings, silence(2.6), sound(0.4))

    assert found[0].is_silent


def test_another_classifier_that_is_chosen_meanwhile_answers_from_then_on(settings, tmp_path):
    other = save_small_bundle(tmp_path / "other.pth", ("Folk", "Metal", "Soul"))
    chosen = iter([settings, settings])
    later = replace(settings, classifying=ClassifySettings(classifier=str(other)))

    found = reports(settings, sound(4.5), settings_of=lambda: next(chosen, later))

    assert [r.piece.candidates[0].genre for r in found] == [GENRES[0], "Folk"]
    assert {c.genre for c in found[-1].minute.suggestion.candidates} == {"Folk", "Metal", "Soul"}


def test_facts_have_what_was_dropped_and_the_best_candidates(settings):
    (only,) = reports(settings, sound(3.0))

    facts = facts_of_report(only, 0.1)

    assert facts.keys() == {
        *("piece", "start", "end", "level_db", "silent", "genre", "confidence", "verdict"),
        *("candidates", "tags", "now", "minute", "dropped", "latency", "problem"),
    }
    assert facts["verdict"] == only.piece.verdict.value
    assert facts["now"]["genre"] == GENRES[0]
    assert (facts["minute"]["seconds"], facts["dropped"]) == (3.0, 0)
    assert only.piece.verdict in Verdict


def test_a_window_is_given_the_same_by_publishing(settings):
    queue, ctx = PieceQueue(RATE), RecordingContext()
    queue.add(sound(3.0))
    queue.end()

    publish_live(queue, lambda: settings, in_place, ctx)

    assert [type(one).__name__ for one in ctx.published] == ["LiveReady", "LiveReport"]


def test_without_a_classifier_that_is_said(monkeypatch):
    monkeypatch.setattr(
        "musicreclass.pipeline.classification.usable_classifier.usable",
        lambda settings: type("Nothing", (), {"path": None}),
    )

    with pytest.raises(NoClassifier):
        reports(Settings(), sound(3.0))


def test_stop_is_noticed(settings):
    with pytest.raises(Cancelled):
        reports(settings, ctx=stopped_context())
