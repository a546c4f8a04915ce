import itertools
import re
import time
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtGui import QImage, QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QTableView

from musicreclass.core.ensemble.prediction import Verdict
from musicreclass.core.review.conditions import OfTags
from musicreclass.core.review.query import parse
from musicreclass.core.sound_tags import TagScore, TrackTags
from musicreclass.gui.detail.detail_panel import DetailPanel
from musicreclass.gui.detail.following import Following
from musicreclass.gui.detail.previews import DecodedPreview
from musicreclass.gui.detail.sound_tag_words import search_term
from musicreclass.gui.player.player import Player
from musicreclass.gui.theme import LIGHT
from musicreclass.gui.tracks.track_table import TrackTableModel
from musicreclass.gui.widgets.column_table import ROW_ROLE
from musicreclass.sentences.reason import as_said
from tests import previews


class PreviewsInMemory(QObject):
    """Previews that are at hand if somebody put them there."""

    came = Signal(object)
    failed = Signal(str)

    def __init__(self):
        super().__init__()
        self.at_hand = {}
        self.wanted = []
        self.suggested = []

    def want(self, lines):
        self.wanted = [line.id for line in lines]
        return self.at_hand.get(lines[0].id) if lines else None

    def note_suggested(self, track_ids):
        self.suggested.extend(track_ids)


def decoded(line, cover=None, **changed):
    return DecodedPreview(previews.preview(line, **changed), cover)


@pytest.fixture
def at_hand(qapp):
    return PreviewsInMemory()


@pytest.fixture
def player(workers, outputs):
    return Player(workers, 50, lambda: outputs)


@pytest.fixture
def panel(qtbot, at_hand, player, theme, taxonomy):
    panel = DetailPanel(at_hand, player, theme, taxonomy)
    qtbot.addWidget(panel)
    panel.resize(340, 760)
    panel.show()
    return panel


@pytest.fixture
def song(line, suggestion):
    return line(
        1, "青花瓷", artist="周杰倫", album="我很忙", seconds=239.0, suggestion=suggestion()
    )


@pytest.fixture
def table(qtbot, at_hand, panel, line):
    tracks = TrackTableModel()
    tracks.put([line(number, f"Song {number}") for number in range(1, 7)])
    table: Any = QTableView()
    table.setModel(tracks)
    qtbot.addWidget(table)
    table.following = Following(table, tracks, at_hand, panel)
    table.following.begin()
    table.tracks_model = tracks
    return table


def current_id(table):
    return table.currentIndex().data(ROW_ROLE).id


def test_without_a_track_the_panel_says_what_to_do(panel):
    assert panel.why.text() == "Choose a track to see and hear it."
    assert not panel.bar.play_button.isEnabled()


def test_a_prepared_track_is_shown_whole_and_at_once(panel, at_hand, song):
    at_hand.at_hand[1] = decoded(song)
    took = []
    for _ in range(3):
        panel.show_track(None, ())
        started = time.process_time()
        panel.show_track(song, ())
        took.append(time.process_time() - started)

    assert panel.head.title.text() == "青花瓷"
    assert panel.head.artist.text() == "周杰倫 · 我很忙"
    assert panel.head.facts.text() == "MP3 · 320 kbit/s · 44.1 kHz · stereo · ID3v2.3"
    assert panel.sound.spectrogram.picture is at_hand.at_hand[1].preview.picture
    assert panel.why.text() == "Heard 30 s of 4:00 in 2 segments · mlp: Pop 90% · cnn: Pop 80%"
    assert "Pop" in panel.legend.text()
    assert min(took) < 0.1


def test_what_comes_later_is_filled_in(panel, at_hand, song):
    panel.show_track(song, ())
    before = panel.sound.spectrogram.picture
    at_hand.came.emit(decoded(song))

    assert before is None
    assert panel.sound.spectrogram.picture is not None
    assert panel.bar.length.text() == "4:00"


def test_what_comes_for_another_track_is_not_shown(panel, at_hand, song, line):
    panel.show_track(song, ())
    at_hand.came.emit(decoded(line(2, "Other")))

    assert panel.sound.spectrogram.picture is None


def test_nothing_of_the_last_track_stays(panel, at_hand, song, line):
    image = QImage(9, 9, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    at_hand.at_hand[1] = decoded(song, image)
    bare = panel.head.cover.grab().toImage()
    panel.show_track(song, ())
    covered = panel.head.cover.grab().toImage()
    panel.show_track(line(2, "Other"), ())

    assert covered != bare
    assert panel.head.cover.grab().toImage() == bare
    assert panel.sound.spectrogram.picture is None
    assert not panel.confidences.isVisible()


def test_the_tag_is_shown_before_and_after(panel, line, suggestion):
    panel.show_track(line(1, "a", genre="Other <b>", suggestion=suggestion("Rock")), ())

    assert panel.tag.text().startswith("Genre in file: Other &lt;b&gt; → ")
    assert ">suggested · Rock</span>" in panel.tag.text()


def test_a_track_without_genre_or_suggestion_says_so(panel, line):
    panel.show_track(line(1, "a"), ())

    assert panel.tag.text() == "Genre in file: none"


def test_an_unscored_track_says_so(panel, at_hand, song):
    at_hand.at_hand[1] = decoded(song, evidence=None)
    panel.show_track(song, ())

    assert panel.why.text() == "No classifier has heard this track yet."


def test_without_a_track_nothing_is_drawn(panel, song):
    assert not panel.sound.isVisible()

    panel.show_track(song, ())

    assert panel.sound.isVisible()


def test_problems_are_sentences_and_the_rest_goes_on(panel, at_hand, song):
    trouble = "The folder is not there; is its drive connected?"
    at_hand.at_hand[1] = decoded(song, picture=None, problems=(as_said(trouble),))
    panel.show_track(song, ())

    assert panel.problems.isVisible()
    assert panel.problems.text() == trouble
    assert panel.confidences.isVisible()


def test_a_fault_in_the_making_is_said_too(panel, at_hand, song):
    panel.show_track(song, ())
    at_hand.failed.emit("This track cannot be shown in full.")

    assert panel.problems.isVisible()
    assert panel.problems.text() == "This track cannot be shown in full."


def test_seeking_in_the_picture_moves_player_and_playhead(panel, player, song, qtbot):
    panel.show_track(song, ())
    qtbot.waitUntil(lambda: player.path == Path(song.location))
    panel.sound.sought.emit(100.0)

    assert player.seconds == 100.0
    assert [head.value() for head in panel.sound._playheads] == [100.0, 100.0]


def test_the_next_track_is_made_ready_to_play(panel, outputs, song, line, qtbot):
    panel.show_track(song, [line(2, "Next"), line(3, "Later")])
    qtbot.waitUntil(lambda: len(outputs.playbacks) == 2 and outputs.playbacks[1].path is not None)

    assert outputs.playbacks[1].path == Path("/music/0002.mp3")


def test_a_held_key_opens_only_the_last_track(panel, outputs, line, qtbot):
    for number in range(1, 9):
        panel.show_track(line(number, "a"), ())
    qtbot.waitUntil(lambda: bool(outputs.playbacks))

    assert outputs.playbacks[0].loaded == [Path("/music/0008.mp3")]


def test_the_window_changes_its_colours_and_the_panel_with_it(panel, at_hand, song, theme):
    at_hand.at_hand[1] = decoded(song)
    panel.show_track(song, ())
    theme.choose("light")
    QApplication.processEvents()

    assert panel.sound.backgroundBrush().color().name() == LIGHT.panel
    assert LIGHT.accent in panel.tag.text()


def test_moving_through_the_table_moves_the_panel_and_says_what_may_be_next(table, panel, at_hand):
    table.selectRow(2)

    assert panel.head.title.text() == "Song 3"
    assert at_hand.wanted == [3, 4, 5, 2]


def test_at_the_end_of_the_table_nothing_is_next(table, at_hand):
    table.selectRow(5)

    assert at_hand.wanted == [6, 5]


def test_a_suggestion_that_comes_is_shown(table, panel, at_hand, suggestion):
    table.selectRow(0)
    pairs = [(1, suggestion("Jazz"))]
    table.tracks_model.suggest(pairs)
    table.following.note_suggestions(pairs)

    assert "Jazz" in panel.tag.text()
    assert at_hand.suggested == [1]


def test_without_a_track_nothing_of_the_last_ones_title_stays(panel, song):
    panel.show_track(song, ())
    panel.show_track(None, ())

    assert (panel.head.title.text(), panel.head.artist.text(), panel.tag.text()) == ("", "", "")


def test_an_emptied_table_empties_the_panel(table, panel, player):
    table.selectRow(0)
    table.tracks_model.drop_folder(1)

    assert panel.why.text() == "Choose a track to see and hear it."
    assert player.path is None


def test_a_neighbour_is_gone_to_and_played(table, panel, at_hand, player, line, qtbot):
    near = line(5, "Song 5", genre="Jazz")
    at_hand.at_hand[1] = decoded(line(1, "Song 1"), neighbours=previews.neighbours(near))
    table.selectRow(0)
    said = panel.neighbours.item(0).text()
    panel.neighbours.setCurrentRow(0)
    qtbot.keyClick(panel.neighbours, Qt.Key.Key_Return)

    assert said == "Song 5 · Jazz"
    assert current_id(table) == 5
    assert player.path == Path("/music/0005.mp3")
    assert player.is_playing


def test_a_neighbour_that_the_table_does_not_show_is_played_all_the_same(
    table, panel, player, line
):
    table.selectRow(0)
    panel.wanted.emit(line(77, "Elsewhere"))

    assert panel.head.title.text() == "Elsewhere"
    assert player.path == Path("/music/0077.mp3")
    assert player.is_playing


def test_an_unsure_genre_is_not_called_a_neighbours(panel, at_hand, song, line, suggestion):
    unsure = line(2, "B", suggestion=suggestion("Rock", 0.3, Verdict.NOT_SURE))
    sure = line(3, "C", suggestion=suggestion("Rock"))
    at_hand.at_hand[1] = decoded(song, neighbours=previews.neighbours(unsure, sure))
    panel.show_track(song, ())

    assert [panel.neighbours.item(row).text() for row in range(2)] == ["B", "C · Rock"]


def test_where_tracks_are_played_as_they_come_one_follows_the_other(
    table, panel, outputs, player, qtbot
):
    panel.bar.auto_play.setChecked(True)
    table.selectRow(0)
    qtbot.waitUntil(lambda: player.is_playing)
    outputs.playbacks[0].ended.emit()
    qtbot.waitUntil(lambda: player.path == Path("/music/0002.mp3"))

    assert current_id(table) == 2
    assert player.is_playing


def test_where_tracks_are_not_played_as_they_come_the_end_is_the_end(table, outputs, player, qtbot):
    table.selectRow(0)
    qtbot.waitUntil(lambda: player.path is not None)
    outputs.playbacks[0].ended.emit()

    assert current_id(table) == 1


def test_every_control_has_a_name_and_the_keyboard_reaches_it(panel):
    reachable = (
        panel.bar.play_button,
        panel.bar.slider,
        panel.bar.volume_button,
        panel.sound,
        panel.neighbours,
    )

    assert all(widget.accessibleName() for widget in reachable)
    assert all(widget.focusPolicy() & Qt.FocusPolicy.TabFocus for widget in reachable)


TAGS = TrackTags(
    (
        TagScore("80s", 0.21, True),
        TagScore("mellow", 0.053, True),
        TagScore("female-voice", 0.3, True),
        TagScore("sad", 0.01),
    )
)


def test_the_panel_says_what_a_track_sounds_like_and_keeps_scores_for_a_tooltip(
    panel, at_hand, song
):
    at_hand.at_hand[1] = decoded(song, sound_tags=TAGS)
    panel.show_track(song, ())

    shown = QTextDocumentFragment.fromHtml(panel.sound_tags.text()).toPlainText()
    told = QTextDocumentFragment.fromHtml(panel.sound_tags.toolTip()).toPlainText()
    assert shown.split() == ["Sounds", "like:", "mellow", "female", "voice", "80s"]
    assert panel.sound_tags.text().count("background-color:") == 3
    assert "mellow 0.05 · sad 0.01" in told
    assert "no chances of being right" in told


def test_a_track_of_which_no_tags_are_known_says_nothing(panel, at_hand, song):
    at_hand.at_hand[1] = decoded(song)
    panel.show_track(song, ())

    assert not panel.sound_tags.isVisible()


@pytest.mark.parametrize(
    ("tag_id", "term"),
    [("mellow", "tag:mellow"), ("80s", "era:80s"), ("female-voice", 'voice:"female voice"')],
)
def test_a_click_on_a_tag_wants_it_searched_for(panel, at_hand, song, qtbot, tag_id, term):
    at_hand.at_hand[1] = decoded(song, sound_tags=TrackTags((TagScore(tag_id, 0.5, True),)))
    panel.show_track(song, ())
    (link,) = re.findall('href="([^"]+)"', panel.sound_tags.text())

    with qtbot.waitSignal(panel.tag_wanted) as wanted:
        panel.sound_tags.linkActivated.emit(unescape(link))

    assert wanted.args == [term]
    assert parse(term).conditions == (OfTags((tag_id,)),)


@pytest.mark.parametrize("language", ["zh_TW", "ja"])
def test_genres_are_named_in_the_language_of_the_window(panel, line, suggestion, language):
    QLocale.setDefault(QLocale(language))
    pop, rock = {"zh_TW": ("流行", "搖滾"), "ja": ("ポップ", "ロック")}[language]

    panel.show_track(line(1, "a", genre="Pop", suggestion=suggestion("Rock")), ())

    assert f"{pop} · Pop → " in panel.tag.text()
    assert f" · {rock}</span>" in panel.tag.text()


@pytest.mark.parametrize(
    ("language", "says"), [("zh_TW", "柔和"), ("zh_CN", "舒缓"), ("ja", "まろやか")]
)
def test_tags_are_named_and_found_in_the_language_of_the_window(language, says):
    QLocale.setDefault(QLocale(language))

    term = search_term("mellow")

    assert term == f"tag:{says}"
    assert parse(term).conditions == (OfTags(("mellow",)),)


def test_the_spectrogram_stays_where_it_is_as_more_becomes_known(panel, at_hand, song, line, qtbot):
    panel.show_track(song, ())
    QApplication.processEvents()  # what appears has its style, and its height, from then on
    qtbot.waitUntil(lambda: panel.head.height() == panel.head.sizeHint().height())
    before = panel.sound.geometry()
    alike = previews.neighbours(line(2, "Alike"), line(3, "Too"))
    at_hand.came.emit(decoded(song, neighbours=alike, sound_tags=TAGS))
    QApplication.processEvents()

    assert panel.sound.geometry() == before
    rows = [panel.neighbours.visualItemRect(panel.neighbours.item(row)) for row in range(2)]
    assert all(panel.neighbours.viewport().rect().contains(row) for row in rows)


def test_nothing_lies_on_top_of_each_other_as_evidence_comes_into_a_low_panel(
    panel, at_hand, song, qtbot
):
    panel.resize(318, 421)
    panel.show_track(song, ())
    qtbot.wait(20)
    at_hand.came.emit(decoded(song))  # all is laid out at once, and not later

    ground, layout = panel.widget(), panel.widget().layout()
    shown = [layout.itemAt(number).widget() for number in range(layout.count() - 1)]
    tops = [widget.geometry() for widget in shown if widget.isVisible()]
    assert ground.height() == ground.heightForWidth(ground.width()) > panel.viewport().height()
    assert all(above.bottom() < below.top() for above, below in itertools.pairwise(tops))


def test_what_comes_while_plots_are_loaded_is_drawn_once_they_are(panel, at_hand, song, qtbot):
    panel.await_plots()
    panel.show_track(song, ())
    at_hand.came.emit(decoded(song))
    made_before, was_ready = panel._sound.made, panel.is_ready
    panel.make_plots()
    qtbot.waitUntil(lambda: panel.is_ready)

    assert made_before is None
    assert not was_ready
    assert panel.sound.isVisible()
    assert panel.sound.spectrogram.picture is not None
    assert panel.confidences.isVisible()
