"""What a person types, accepts and leaves out, from the keys to the bytes in the files."""

import pytest
from mutagen.id3 import ID3
from PySide6.QtCore import Qt, QTranslator

from musicreclass import paths, settings
from musicreclass.core.genres.genre_rules import Existing, GenreRules
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.detail.previews import TrackPreviews
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.widgets.genre_editor import GenreEditor
from musicreclass.gui.writing.change_rows import ChangeFilter
from musicreclass.gui.writing.change_table import AFTER, BEFORE, CHECK_ROLE, FILE, REMARK, STATE
from musicreclass.gui.writing.write_dialog import WriteDialog
from musicreclass.sentences.reason import as_said
from musicreclass.settings import Settings
from musicreclass.tags.read import read_facts

pytestmark = pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)

CLICK = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier
GENRES = {"a": "流行", "b": "Alternative Rock", "c": "Jazz"}


@pytest.fixture(autouse=True)
def _nothing_that_classifies_or_draws(monkeypatch):
    def say_so(jobs, ctx):
        raise MusicReclassError(as_said("No classifier is installed; train one."))

    monkeypatch.setattr(ClassifyJobs, "suggest", say_so)
    monkeypatch.setattr(TrackPreviews, "want", lambda previews, lines: None)


@pytest.fixture
def music(tmp_path, write_mp3):
    for name, genre in GENRES.items():
        write_mp3(tmp_path / "music" / f"{name}.mp3", title=name, genre=genre)
    return tmp_path / "music"


@pytest.fixture
def window(qapp, qtbot, workers, library_file, music, suggestion):
    """A Chinese window on three files, with Pop, Rock and Rock suggested for them."""
    settings.save(Settings(language="zh_TW"), paths.settings_file())
    window = build_window(qapp, workers, library_file)
    qtbot.addWidget(window, before_close_func=lambda _: workers.shutdown())
    window.resize(1280, 720)
    window.show()
    with qtbot.waitSignal(window.session.scanned, timeout=20_000):
        window.open([music])
    tracks = window.review.tracks
    qtbot.waitUntil(lambda: tracks.rowCount() == len(GENRES))
    wanted = dict(zip("abc", ("Pop", "Rock", "Rock"), strict=True))
    window.classify_service.suggestions_came.emit(
        [(line.id, suggestion(wanted[line.title])) for line in tracks.tracks.shown()]
    )
    qtbot.waitUntil(lambda: not window.review.pending_updates.is_waiting)
    window.activateWindow()
    window.review.table.setFocus()
    window.review.table.go_to(0)
    yield window
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)


def editor_in(window, qtbot):
    qtbot.keyClick(window.review.table, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.review.table.findChild(GenreEditor) is not None)
    return window.review.table.findChild(GenreEditor)


def typed(editor, qtbot, text):
    """Type as an input method does: its characters are no keys."""
    editor.selectAll()
    qtbot.keyClick(editor, Qt.Key.Key_Delete)
    for character in text:
        editor.insert(character)
        editor.textEdited.emit(editor.text())


def dialog_of(window, qtbot):
    qtbot.waitUntil(window.review.bulk.write_button.isEnabled)
    qtbot.mouseClick(window.review.bulk.write_button, CLICK)
    qtbot.waitUntil(lambda: window.findChild(WriteDialog) is not None)
    dialog = window.findChild(WriteDialog)
    qtbot.waitUntil(lambda: not dialog.strip.stop_button.isVisible())
    return dialog


def cells(dialog, column):
    model = dialog.changes
    return [model.index(row, column).data() for row in range(model.rowCount())]


def genres(music):
    return [read_facts(file).tags.genres for file in sorted(music.iterdir())]


def accept_all(window, qtbot):
    qtbot.keyClick(window.review.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(window.review.table, Qt.Key.Key_A)


def write(dialog, qtbot):
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(dialog.undo_button.isVisible, timeout=10_000)


@pytest.mark.parametrize("is_popup_open", [True, False])
@pytest.mark.parametrize("row", [0, 2])
def test_what_is_typed_in_chinese_is_shown_previewed_and_written_in_chinese(
    window, qtbot, music, row, is_popup_open
):
    window.review.table.go_to(row)
    editor = editor_in(window, qtbot)
    typed(editor, qtbot, "流行")
    assert editor.is_offering
    if not is_popup_open:
        qtbot.keyClick(editor, Qt.Key.Key_Escape)
        assert not editor.is_offering
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    tracks = window.review.tracks
    qtbot.waitUntil(lambda: tracks.row_at(row).decision is not None)
    column = [c.name for c in tracks.columns].index("suggested")
    assert tracks.index(row, column).data() == "流行"

    dialog = dialog_of(window, qtbot)

    assert cells(dialog, AFTER) == ["流行"]
    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: not window.review.tracks.tracks.to_write())
    qtbot.waitUntil(dialog.close_button.isEnabled)
    assert genres(music)[row] == ("流行",)
    assert ID3(sorted(music.iterdir())[row])["TCON"].text == ["流行"]


def test_a_genre_that_is_begun_in_chinese_and_completed_stays_chinese(window, qtbot):
    editor = editor_in(window, qtbot)
    typed(editor, qtbot, "流行搖")

    qtbot.keyClick(editor, Qt.Key.Key_Tab)

    assert editor.text() == "流行搖滾"


def test_the_same_genre_in_another_language_is_left_byte_for_byte(window, qtbot, music):
    before = (music / "a.mp3").read_bytes()
    accept_all(window, qtbot)
    dialog = dialog_of(window, qtbot)
    assert cells(dialog, AFTER)[0] == "流行"
    write(dialog, qtbot)

    assert (music / "a.mp3").read_bytes() == before


def test_a_finer_genre_is_kept_and_the_row_says_so(window, qtbot, music):
    before = (music / "b.mp3").read_bytes()
    accept_all(window, qtbot)
    dialog = dialog_of(window, qtbot)

    assert (cells(dialog, BEFORE)[1], cells(dialog, AFTER)[1]) == ("Alternative Rock",) * 2
    assert cells(dialog, REMARK)[1] == "保留較細的 Alternative Rock"
    assert dialog.changes.counts()[ChangeFilter.UNCHANGED] == 2
    write(dialog, qtbot)
    assert (music / "b.mp3").read_bytes() == before
    assert genres(music)[2] == ("Rock",)


def test_another_rule_shows_at_once_what_it_would_do_and_is_remembered(window, qtbot, music):
    accept_all(window, qtbot)
    dialog = dialog_of(window, qtbot)
    rules = dialog.choice_bar.rules
    rules.existing.setFocus()
    qtbot.keyClick(rules.existing, Qt.Key.Key_Down)
    qtbot.keyClick(rules.existing, Qt.Key.Key_Down)
    assert cells(dialog, AFTER) == ["流行", "Rock", "Rock"]  # before any file was looked at again
    qtbot.waitUntil(lambda: not dialog.strip.stop_button.isVisible())

    assert settings.load(paths.settings_file()).writing.existing == "replace"
    write(dialog, qtbot)
    assert genres(music) == [("流行",), ("Rock",), ("Rock",)]


def test_a_single_file_is_left_out_by_its_box_and_stays_out_under_other_rules(window, qtbot, music):
    accept_all(window, qtbot)
    dialog = dialog_of(window, qtbot)
    dialog.choice_bar.rules.show_rules(GenreRules(Existing.REPLACE))
    dialog.choices_changed.emit(dialog.choice_bar.choices())
    qtbot.waitUntil(lambda: not dialog.strip.stop_button.isVisible())
    dialog.view.setFocus()
    dialog.view.selectRow(1)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    box = dialog.changes.index(1, FILE).data(CHECK_ROLE)
    assert box == Qt.CheckState.Unchecked
    assert "1" in dialog.write_button.text()

    dialog.choice_bar.keep_times.click()
    write(dialog, qtbot)

    assert genres(music) == [("流行",), ("Alternative Rock",), ("Rock",)]
    assert len(window.review.tracks.tracks.to_write()) == 1


def test_where_all_are_left_out_only_what_stays_as_it_is_becomes_done(window, qtbot, music):
    accept_all(window, qtbot)
    dialog = dialog_of(window, qtbot)
    dialog.view.selectAll()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.changes.chosen_count == 0
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    assert dialog.changes.chosen_count == 1
    assert cells(dialog, STATE)[2].startswith("→")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Space)
    before = genres(music)

    qtbot.mouseClick(dialog.write_button, CLICK)
    qtbot.waitUntil(lambda: len(window.review.tracks.tracks.to_write()) == 1)

    assert genres(music) == before
    qtbot.waitUntil(dialog.close_button.isEnabled)
