from dataclasses import replace

import pytest

from musicreclass.core.live.live_answer import LiveRules
from musicreclass.errors import MusicReclassError
from musicreclass.gui.live.live_page import LivePage
from musicreclass.gui.live.live_service import LiveService
from musicreclass.pipeline.live.classify_live import LiveReady
from musicreclass.pipeline.live.recorders import InputKind, Recorder
from musicreclass.sentences.reason import as_said
from musicreclass.settings import ClassifySettings, Settings
from tests.core.live.made_up import CALIBRATOR, piece
from tests.gui.live.stand_in import (
    COMPUTER,
    HEADSET,
    SHARES,
    WEBCAM,
    InputsInMemory,
    report,
)
from tests.small_bundles import GENRES, save_small_bundle

FOUND = Recorder(InputKind.COMPUTER, "", ("parec",))


@pytest.fixture
def page(qtbot, theme, taxonomy):
    page = LivePage(theme, taxonomy, "magma")
    qtbot.addWidget(page)
    return page


@pytest.fixture
def inputs(qapp):
    return InputsInMemory(WEBCAM, COMPUTER)


def answering(job, ctx, *, is_repeatable=True):
    """Answer in place of networks, as a process that computes would."""
    if job.func.__name__ == "live_rules":
        return LiveRules("digest", CALIBRATOR)
    return replace(piece(job.args[0].number, SHARES), digest="digest")


@pytest.fixture
def service(page, inputs, workers):
    service = LiveService(page, inputs, Settings, workers, answering, lambda: (FOUND,))
    page.show()
    yield service
    service.stop()


def test_what_is_there_is_shown_with_the_page_and_nothing_is_opened(service, page, inputs, qtbot):
    assert page.inputs.count() == 2
    assert inputs.recordings == []
    qtbot.waitUntil(lambda: inputs.recorders == (FOUND,))


def test_sound_is_answered_on_the_page(service, page, inputs, qtbot):
    page.button.click()
    inputs.recordings[0].give(4.5)

    qtbot.waitUntil(lambda: page.now.headline.text() == "Rock")
    assert inputs.recordings[0].is_on
    assert page.minute.headline.text() == "Rock"
    assert page.said.text() == "Listening."


def test_silence_is_answered_without_any_network(page, inputs, workers, qtbot):
    asked = []

    def run(job, ctx, *, is_repeatable=True):
        asked.append(job.func.__name__)
        return answering(job, ctx)

    service = LiveService(page, inputs, Settings, workers, run, tuple)
    page.show()
    service.start()
    inputs.recordings[0].give(4.5, level=0.0)

    qtbot.waitUntil(lambda: page.now.headline.text() == "Silence")
    service.stop()
    assert asked == ["live_rules"]


def test_the_classifiers_in_use_answer(page, inputs, workers, qtbot, tmp_path):
    bundle = save_small_bundle(tmp_path / "small.pth")
    settings = Settings(classifying=ClassifySettings(classifier=str(bundle)))
    service = LiveService(page, inputs, lambda: settings, workers, find_recorders=tuple)
    page.show()
    service.start()
    inputs.recordings[0].give(4.5)

    qtbot.waitUntil(lambda: page.now.headline.text() == GENRES[0], timeout=30_000)
    service.stop()


def test_stop_ends_all_and_leaves_what_was_said(service, page, inputs, qtbot):
    page.button.click()
    inputs.recordings[0].give(3.0)
    qtbot.waitUntil(lambda: page.now.headline.text() == "Rock")

    page.button.click()

    assert not inputs.recordings[0].is_on
    assert not service.is_on
    assert page.now.headline.text() == "Rock"
    assert page.meter.accessibleDescription() == "Off"


def test_starting_again_and_again_leaves_nothing_behind(service, page, inputs, workers, qtbot):
    for _ in range(20):
        page.button.click()
        inputs.recordings[-1].give(3.0)
        qtbot.wait(1)
        page.button.click()

    qtbot.waitUntil(lambda: not workers.children())
    assert not any(one.is_on for one in inputs.recordings)


def test_who_leaves_the_page_is_not_recorded_any_more(service, page, inputs):
    page.button.click()
    page.hide()

    assert not service.is_on
    assert not inputs.recordings[0].is_on


def test_without_a_device_that_is_said_and_one_that_comes_can_be_used(page, workers, qtbot):
    inputs = InputsInMemory()
    service = LiveService(page, inputs, Settings, workers, answering, tuple)
    page.show()
    assert page.said.text().startswith("There is no microphone here, and no sound server")
    assert not page.button.isEnabled()

    inputs.plug(HEADSET)
    page.button.click()

    assert inputs.recordings[0].wanted is HEADSET
    service.stop()


def test_a_device_that_vanishes_is_waited_for_and_recorded_from_again(service, page, inputs, qtbot):
    page.button.click()
    inputs.recordings[0].give(0.1)
    inputs.plug(COMPUTER)

    assert not inputs.recordings[0].is_on
    assert not service.is_on
    assert page.said.text() == (
        "The device is gone; listening goes on as soon as there is one again."
    )

    inputs.plug(WEBCAM, COMPUTER)

    assert service.is_on
    assert inputs.recordings[-1].wanted is WEBCAM
    inputs.recordings[-1].give(0.1)
    qtbot.waitUntil(lambda: page.said.text() == "Listening.")


def test_a_recording_that_breaks_off_is_said_and_begun_again(service, page, inputs, qtbot):
    page.button.click()
    inputs.recordings[0].give(0.1)
    inputs.recordings[0].lost.emit()

    assert not service.is_on
    assert page.said.text().startswith("The device is gone")
    qtbot.waitUntil(lambda: service.is_on)
    assert [one.wanted for one in inputs.recordings] == [WEBCAM, WEBCAM]


def test_what_is_listed_though_it_gives_nothing_any_more_is_gone(page, inputs, workers, qtbot):
    service = LiveService(page, inputs, Settings, workers, answering, tuple, quiet_seconds=0.2)
    page.show()
    page.button.click()
    inputs.recordings[0].give(0.1)

    qtbot.waitUntil(lambda: page.said.text().startswith("The device is gone"))
    qtbot.waitUntil(lambda: len(inputs.recordings) > 1)
    assert page.said.text().startswith("The device is gone")
    inputs.recordings[-1].give(0.1)
    assert page.is_on
    service.stop()


def test_what_gives_no_sound_at_all_is_not_begun_again(service, page, inputs, qtbot):
    page.button.click()
    inputs.recordings[0].lost.emit()

    assert not service.is_on
    assert page.said.text().startswith("No sound comes from there; choose another input")
    qtbot.wait(50)
    assert len(inputs.recordings) == 1


def test_what_the_computer_plays_is_followed_to_another_output(service, page, inputs):
    page.inputs.setCurrentIndex(1)
    page.inputs.activated.emit(1)
    page.button.click()
    headphones = replace(COMPUTER, name="Headphones")
    inputs.plug(replace(WEBCAM, is_usual=False), headphones)
    inputs.plug(WEBCAM, headphones)

    assert [one.wanted for one in inputs.recordings] == [COMPUTER, headphones]
    assert [one.is_on for one in inputs.recordings] == [False, True]


def test_another_input_is_recorded_from_as_soon_as_it_is_chosen(service, page, inputs, qtbot):
    page.button.click()
    page.inputs.setCurrentIndex(1)
    page.inputs.activated.emit(1)

    assert [one.wanted for one in inputs.recordings] == [WEBCAM, COMPUTER]
    assert [one.is_on for one in inputs.recordings] == [False, True]


def test_what_was_chosen_once_is_chosen_again(page, inputs, workers, qtbot):
    first = LiveService(page, inputs, Settings, workers, answering, tuple)
    page.show()
    with qtbot.waitSignal(first.preferred) as preferred:
        page.inputs.setCurrentIndex(1)
        page.inputs.activated.emit(1)
    page.hide()
    first.deleteLater()

    LiveService(page, inputs, Settings, workers, answering, tuple, preferred=preferred.args[0])
    page.show()

    assert page.chosen == COMPUTER


def test_choosing_another_input_alone_begins_nothing(service, page, inputs):
    page.inputs.setCurrentIndex(1)
    page.inputs.activated.emit(1)

    assert inputs.recordings == []


def test_what_classifiers_cannot_answer_is_a_sentence(page, inputs, workers, qtbot):
    def run(job, ctx, *, is_repeatable=True):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    service = LiveService(page, inputs, Settings, workers, run, tuple)
    page.show()
    service.start()

    qtbot.waitUntil(lambda: "No classifier is installed" in page.said.text())
    assert not service.is_on
    assert not page.is_on


def test_pieces_that_were_dropped_are_said_once(service, page, inputs, qtbot):
    page.button.click()
    session = service._session
    for dropped in (0, 3, 3):
        session.thread.published.emit(report(dropped=dropped))

    said = page.said.text()
    session.thread.published.emit(LiveReady())
    assert said == "Listening."
    session.thread.published.emit(report(dropped=4))
    assert page.said.text() == "One piece of sound was left out: answers came too slowly."


def test_bytes_that_are_no_sound_are_a_sentence(service, page, inputs):
    page.button.click()
    inputs.recordings[0].came.emit(b"RIFF" + bytes(100))

    assert "This is a WAV file" in page.said.text()
    assert not service.is_on
