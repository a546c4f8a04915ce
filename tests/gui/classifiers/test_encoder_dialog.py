"""The dialog of encoders driven as a person drives it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget
from shiboken6 import delete

from musicreclass import paths
from musicreclass.classifiers.encoders import shelf
from musicreclass.gui.classifiers.encoder_service import EncoderService
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.classifying.classifier_choice import ClassifierChoice
from tests.loopback_hub import LoopbackHub, running
from tests.tiny_encoders import ast_folder, onnx_folder

WAIT_MS = 20_000


@pytest.fixture
def choice(home, workers):
    return ClassifierChoice(Choices(paths.settings_file()), workers)


@pytest.fixture
def service(qapp, qtbot, workers, choice):
    return EncoderService(workers, choice)


@pytest.fixture
def dialog(service, qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.show()
    service.open(ground)
    qtbot.waitUntil(lambda: service.is_idle, timeout=WAIT_MS)
    yield service.dialog
    service.dialog.close()
    qtbot.waitUntil(lambda: service.is_idle, timeout=WAIT_MS)


def listed(dialog):
    return [dialog.table.index(row, 0).data() for row in range(dialog.table.rowCount())]


def click(qtbot, button):
    qtbot.waitUntil(button.isEnabled, timeout=WAIT_MS)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def answering(monkeypatch, answer):
    asked = []

    def question(parent, title, text):
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    return asked


def test_map_and_decisions_go_by_the_encoder_in_hand_and_by_the_box_again(
    dialog, choice, service, qtbot, monkeypatch, tmp_path
):
    onnx_folder(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    click(qtbot, dialog.add_button)
    qtbot.waitUntil(lambda: listed(dialog) == ["mine"] and service.is_idle, timeout=WAIT_MS)

    with qtbot.waitSignals([choice.changed, choice.classify_wanted]):
        click(qtbot, dialog.space_button)
    assert choice.space == "mine"
    assert "go by “mine”" in dialog.space.text()
    assert not dialog.space_button.isEnabled()

    with qtbot.assertNotEmitted(choice.classify_wanted):
        click(qtbot, dialog.box_button)
    assert choice.space == ""
    assert "the encoder in the box" in dialog.space.text()


def test_an_encoder_that_is_removed_leaves_map_and_decisions_to_the_box(
    dialog, choice, service, qtbot, monkeypatch, tmp_path
):
    onnx_folder(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    click(qtbot, dialog.add_button)
    qtbot.waitUntil(lambda: listed(dialog) == ["mine"] and service.is_idle, timeout=WAIT_MS)
    click(qtbot, dialog.space_button)
    answering(monkeypatch, QMessageBox.StandardButton.Yes)

    click(qtbot, dialog.remove_button)

    qtbot.waitUntil(lambda: listed(dialog) == [], timeout=WAIT_MS)
    assert choice.space == ""


def test_a_folder_is_added_and_listed(dialog, qtbot, monkeypatch, tmp_path):
    onnx_folder(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))

    click(qtbot, dialog.add_button)

    qtbot.waitUntil(lambda: listed(dialog) == ["mine"], timeout=WAIT_MS)
    texts = [dialog.table.index(0, column).data() for column in range(6)]
    assert texts[1:4] == ["ONNX", "1.0 s at 8,000 Hz", "CC0"]


def test_what_is_wrong_with_a_folder_is_said(dialog, qtbot, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))

    click(qtbot, dialog.add_button)

    qtbot.waitUntil(lambda: "no encoder of a known layout" in said(dialog), timeout=WAIT_MS)
    assert listed(dialog) == []


def said(dialog):
    return dialog.strip.findChild(type(dialog.strip._label)).toolTip() or dialog.strip._label.text()


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_download_says_size_and_licence_and_waits_for_a_yes(
    service, dialog, qtbot, monkeypatch, tmp_path, answer
):
    is_agreed = answer == QMessageBox.StandardButton.Yes
    ast_folder(tmp_path)
    hub = LoopbackHub({path.name: path.read_bytes() for path in tmp_path.iterdir()})
    asked = answering(monkeypatch, answer)
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_: ("someone/tiny", True))
    with running(hub) as address:
        monkeypatch.setenv("HF_ENDPOINT", address)
        click(qtbot, dialog.get_button)
        qtbot.waitUntil(lambda: bool(asked), timeout=WAIT_MS)
        qtbot.waitUntil(lambda: listed(dialog) == ["tiny"] * is_agreed, timeout=WAIT_MS)
        qtbot.waitUntil(lambda: service.is_idle, timeout=WAIT_MS)

    assert asked == ["Download someone/tiny? 0.2 MB. Licence: bsd-3-clause."]
    assert len(hub.asked) == (5 if is_agreed else 1)
    assert [one.name for one in shelf.shelved()] == (["tiny"] if is_agreed else [])


def test_what_is_removed_is_gone_and_its_folder_stays(dialog, qtbot, monkeypatch, tmp_path):
    onnx_folder(tmp_path / "mine")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    answering(monkeypatch, QMessageBox.StandardButton.Yes)
    click(qtbot, dialog.add_button)
    qtbot.waitUntil(lambda: listed(dialog) == ["mine"], timeout=WAIT_MS)

    click(qtbot, dialog.remove_button)

    qtbot.waitUntil(lambda: listed(dialog) == [], timeout=WAIT_MS)
    assert (tmp_path / "mine" / "tiny.onnx").is_file()


def test_it_opens_once(service, dialog, qtbot):
    dialog.close()
    service.open(dialog.parentWidget())

    assert service.dialog is dialog
    assert dialog.isVisible()


def test_what_is_found_after_its_window_went_is_shown_nowhere(service, qtbot):
    ground = QWidget()
    ground.show()
    service.open(ground)

    delete(ground)
    qtbot.waitUntil(lambda: service.is_idle, timeout=WAIT_MS)
    qtbot.wait(50)  # what was found may be told after the job has ended

    assert service.dialog is None


@pytest.mark.parametrize("way", ["button", "key", "frame"])
def test_it_closes_whichever_way_it_is_asked_to(dialog, qtbot, way):
    asked_to_stop = []
    dialog.closing.connect(lambda: asked_to_stop.append(way))

    if way == "button":
        click(qtbot, dialog.close_button)
    elif way == "key":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()

    assert not dialog.isVisible()
    assert asked_to_stop == [way]
