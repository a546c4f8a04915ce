"""The right-hand panel: the track in hand, drawn, played and explained."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from musicreclass.core.decision import GENRE_SEPARATOR
from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import path_of
from musicreclass.core.sound_tags import NO_TAGS, TrackTags
from musicreclass.core.track import TrackLine
from musicreclass.gui.detail.evidence_words import analyzed_text, named_genres, why_text
from musicreclass.gui.detail.previews import DecodedPreview, TrackPreviews
from musicreclass.gui.detail.sound_tag_words import scores_text, sounds_like_text, style_words
from musicreclass.gui.detail.sounds_like import SoundsLike
from musicreclass.gui.detail.track_head import Head
from musicreclass.gui.language import as_sentence, genre_name
from musicreclass.gui.messages import WAITING
from musicreclass.gui.player.player import Player
from musicreclass.gui.player.player_bar import PlayerBar
from musicreclass.gui.theme import Theme
from musicreclass.gui.tracks.review_words import doubted_text, genre_text
from musicreclass.gui.widgets.controls import legend, text_label
from musicreclass.gui.widgets.focus.tab_order import put_in_order
from musicreclass.gui.widgets.genre_editor import BETWEEN_NAMES
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.panels import ScrolledGround, fill
from musicreclass.gui.workers import in_turns, single_shot

if TYPE_CHECKING:
    from musicreclass.gui.detail.confidences import Confidences
    from musicreclass.gui.detail.spectrogram import Spectrogram
    from musicreclass.gui.detail.strip import StripPlot
    from musicreclass.gui.detail.time_view import TimeView
    from musicreclass.pipeline.preview.track_preview import Neighbour, TrackEvidence, TrackPreview

LEAST_WIDTH = 250
PAINTED_MS = 30  # after which the first picture of the window is on the screen
REST_MS = 40  # a held key moves on before; opening each file on the way would only cost time
SOUND_HEIGHTS = 170, 440  # spectrogram and strip together: at least and at most
SOUND_SHARE = 0.34  # of the height of the panel, whatever else there is to be shown


class DetailPanel(ScrolledGround):
    """Shows one track, and what its preview tells by now.

    What draws is made once the window was painted for the first time, or a track is shown.

    Signals:
        plots_wanted: the window was painted, and what draws may be loaded. Whoever does that calls
            `await_plots` at once and `make_plots` later; else they come with the first track.
        wanted: the TrackLine of a neighbour that is to be played.
        tag_wanted: what to search for to find tracks that sound alike: "tag:mellow".
        colours_chosen: the name of a colour map.
    """

    plots_wanted = Signal()
    wanted = Signal(object)
    tag_wanted = Signal(str)
    colours_chosen = Signal(str)

    def __init__(
        self,
        previews: TrackPreviews,
        player: Player,
        theme: Theme,
        taxonomy: Taxonomy,
        *,
        colours: str = "magma",
        plays_on_move: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("The track in hand"), parent)
        self._previews = previews
        self._theme = theme
        self._taxonomy = taxonomy
        self._line: TrackLine | None = None
        self._next: TrackLine | None = None
        self._decoded: DecodedPreview | None = None
        self._colours = colours
        self._resting = single_shot(self, REST_MS, self._load)
        self._strip = LateWidget(self._made_strip)
        self._spectrogram = LateWidget(self._made_spectrogram)
        self._sound = LateWidget(self._made_sound)
        self._confidences = LateWidget(self._made_confidences)
        self._awaits_plots = False
        self._painted = single_shot(self, PAINTED_MS, self.plots_wanted.emit)
        self._ground = QWidget(self)
        self.player = player
        self.head = Head(theme, self)
        self.bar = PlayerBar(player, theme, plays_on_move, self)
        self.legend = text_label("", self, wraps=True)
        self.bars_legend = text_label("", self, "dim", wraps=True)
        self.why = text_label("", self, wraps=True)
        self.sound_tags = text_label("", self, wraps=True)
        flags = Qt.TextInteractionFlag
        self.sound_tags.setTextInteractionFlags(
            flags.LinksAccessibleByMouse | flags.LinksAccessibleByKeyboard
        )
        self.neighbours_title = text_label(self.tr("Most alike"), self, "dim", wraps=True)
        self.neighbours = SoundsLike(taxonomy, self)
        self.tag = text_label("", self, wraps=True)
        self.tags = text_label("", self, "dim", wraps=True)
        self.problems = text_label("", self, "bad", wraps=True)
        self._lay_out()
        self._connect()
        self.show_track(None, ())

    def show_track(self, line: TrackLine | None, ahead: Sequence[TrackLine]) -> None:
        """Show a track; `ahead` are those that may come next, the likeliest first."""
        is_other = line is None or self._line is None or line.id != self._line.id
        self._line = line
        found = self._previews.want([] if line is None else [line, *ahead])
        if line is None:
            self._decoded = None
            self._ground.setEnabled(False)
            self.player.unload()
        else:
            self._ground.setEnabled(True)
            self._next = ahead[0] if ahead else None
            if is_other:
                self._resting.start()
        if is_other or (found is not None and found is not self._decoded):
            self._show(found)
        else:
            self._show_words()

    @property
    def sound(self) -> TimeView:
        """Return the spectrogram with the genres below, made where it is not yet."""
        return self._sound.get()

    @property
    def confidences(self) -> Confidences:
        """Return the bars of the best genres, made where they are not yet."""
        return self._confidences.get()

    def show_colours(self, name: str) -> None:
        """Draw in the colours that were chosen elsewhere."""
        self._colours = name
        if self._sound.made is not None:
            self._sound.made.show_colours(name)

    @property
    def is_ready(self) -> bool:
        """Whether the track in hand is drawn, and its sound can begin or never will."""
        line, decoded = self._line, self._decoded
        if line is None or decoded is None or decoded.preview.track_ref.id != line.id:
            return False
        is_loaded = self.player.path == path_of(line.location) or bool(self.player.why_off)
        is_drawn = decoded.preview.picture is not None and not self._awaits_plots
        return is_drawn and is_loaded

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sound its share of the height: nothing that comes later may push it about."""
        super().resizeEvent(event)
        if self._sound.made is not None:
            self._size(self._sound.made)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._sound.made is None and not self._awaits_plots:
            self._painted.start()

    def _load(self) -> None:
        """Let the player take the track, now that whoever moved through the list rests."""
        if self._line is not None:
            self.player.load(path_of(self._line.location), plays=self.bar.plays_on_move)
        if self._next is not None:
            self.player.prepare(path_of(self._next.location))

    def _show(self, decoded: DecodedPreview | None) -> None:
        """Draw what is known by now; nothing of another track stays."""
        self._decoded = decoded
        preview = decoded.preview if decoded is not None else None
        for widget in (self.head, self.bar):
            widget.setVisible(self._line is not None)
        self.head.cover.show_image(decoded.cover if decoded is not None else None)
        self._draw(preview)
        self.bar.set_length(self._seconds())
        self._show_neighbours(preview.neighbours if preview is not None else ())
        self._show_words()

    def _draw(self, preview: TrackPreview | None) -> None:
        """Draw sound and confidences; there is nothing to draw before the first track."""
        if self._awaits_plots or (self._sound.made is None and self._line is None):
            return
        evidence = preview.evidence if preview is not None else None
        self.sound.setVisible(self._line is not None)
        self.sound.show_sound(preview.picture if preview is not None else None, self._seconds())
        self.sound.show_strip(evidence.strip if evidence is not None else None)
        self.sound.show_position(self._position())
        self.confidences.show_evidence(evidence)

    def _show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        self.neighbours.show_neighbours(neighbours)
        for widget in (self.neighbours_title, self.neighbours):
            widget.setVisible(bool(neighbours))

    def _show_words(self) -> None:
        line, preview = self._line, self._decoded.preview if self._decoded is not None else None
        evidence = preview.evidence if preview is not None else None
        self.legend.setText(self._legend(evidence))
        if (confidences := self._confidences.made) is not None:
            self.bars_legend.setText(confidences.legend())
            confidences.setVisible(evidence is not None)
        for label in (self.legend, self.bars_legend):
            label.setVisible(evidence is not None)
        tags = preview.sound_tags if preview is not None else NO_TAGS
        self.why.setText(self._why(evidence, tags))
        tokens = self._theme.tokens
        self.sound_tags.setText(sounds_like_text(tags, tokens.accent, tokens.raised))
        self.sound_tags.setToolTip(scores_text(tags))
        self.sound_tags.setVisible(bool(tags.shown))
        self.head.show_track(line, preview.facts if preview is not None else None)
        self.tag.setText(self._tag_text(line))
        problems = preview.problems if preview is not None else ()
        self.problems.setText("\n".join(map(as_sentence, problems)))
        self.problems.setVisible(bool(problems))
        self.make_room()

    def _position(self) -> float:
        """Return the position of the player, in seconds, in the track that is shown."""
        is_loaded = self._line is not None and self.player.path == path_of(self._line.location)
        return self.player.seconds if is_loaded else 0.0

    def _seconds(self) -> float:
        """Return how long the track is, as far as anybody knows."""
        preview = self._decoded.preview if self._decoded is not None else None
        if preview is not None and preview.picture is not None:
            return preview.picture.seconds
        return self._line.seconds if self._line is not None else 0.0

    def _legend(self, evidence: TrackEvidence | None) -> str:
        if evidence is None:
            return ""
        return legend(
            (self._taxonomy.colour(genre), genre_name(self._taxonomy, genre))
            for genre in named_genres(evidence.strip)
        )

    def _why(self, evidence: TrackEvidence | None, tags: TrackTags) -> str:
        if self._line is None:
            return self.tr("Choose a track to see and hear it.")
        if evidence is None:
            is_known = self._decoded is not None and self._decoded.preview.is_finished
            return self.tr("No classifier has heard this track yet.") if is_known else WAITING
        why = why_text(evidence, self._taxonomy, style_words(tags))
        return f"{analyzed_text(evidence, self._seconds())} · {why}"

    def _tag_text(self, line: TrackLine | None) -> str:
        """Return the genre in the file and what it may become: "Genre in file: none → Pop".

        Genres are named as the window speaks; behind that stands what the file has, where it is in
        other words: "流行 · Pop".
        """
        if line is None:
            return ""
        spoken = self._spoken(line.genre)
        before = spoken if spoken == line.genre else f"{spoken}{BETWEEN_NAMES}{line.genre}"
        text = self.tr("Genre in file: {genre}").format(genre=escape(before) or self.tr("none"))
        after = genre_text(line.suggestion, line.decision)
        if not after or after == line.genre:
            return text
        colour, named = self._theme.tokens.accent, escape(self._becomes(line))
        return f'{text} → <span style="color:{colour}">{named}</span>'

    def _becomes(self, line: TrackLine) -> str:
        if line.decision and line.decision.holds:
            text = line.decision.text
            return text if line.decision.is_typed else self._spoken(text)
        suggestion = line.suggestion
        return doubted_text(suggestion, self._spoken(suggestion.genre)) if suggestion else ""

    def _spoken(self, genres: str) -> str:
        pieces = genres.split(GENRE_SEPARATOR)
        return GENRE_SEPARATOR.join(genre_name(self._taxonomy, piece) for piece in pieces)

    def _lay_out(self) -> None:
        self._ground.setObjectName("detail")
        layout = fill(QVBoxLayout(self._ground), margins=(8, 4, 4, 4), spacing=6)
        fill(layout, self.head, self.problems, self.bar, self.legend, self.bars_legend, self.why)
        fill(layout, self.sound_tags, self.tag)
        fill(layout, self.neighbours_title, self.neighbours, None)
        self.setWidget(self._ground)
        self.setMinimumWidth(LEAST_WIDTH)

    def _connect(self) -> None:
        self._previews.came.connect(self._on_came)
        self._previews.failed.connect(self._on_failed)
        self.neighbours.wanted.connect(self.wanted)
        self.sound_tags.linkActivated.connect(self.tag_wanted)
        self._theme.changed.connect(self._show_words)

    def await_plots(self) -> None:
        """Draw nothing until `make_plots`: what that takes is being loaded."""
        self._awaits_plots = True

    def make_plots(self) -> None:
        """Make what draws, each in a turn of its own, and show what came meanwhile."""
        plots = (self._confidences, self._strip, self._spectrogram, self._sound)
        in_turns(self, *(plot.get for plot in plots), self._show_awaited)

    def _show_awaited(self) -> None:
        self._awaits_plots = False
        if self._line is not None:
            self._show(self._decoded)

    def _made_strip(self) -> StripPlot:
        from musicreclass.gui.detail.strip import StripPlot  # and with it pyqtgraph

        return StripPlot(self._taxonomy)

    def _made_spectrogram(self) -> Spectrogram:
        from musicreclass.gui.detail.spectrogram import Spectrogram

        return Spectrogram(self._colours)

    def _made_sound(self) -> TimeView:
        from musicreclass.gui.detail.time_view import TimeView

        plots = self._spectrogram.get(), self._strip.get()
        sound = TimeView(self._theme, self._taxonomy, self._colours, self._ground, plots=plots)
        self._size(sound)
        self._put(sound, self.legend)
        self.player.moved.connect(sound.show_position)
        sound.sought.connect(self.player.seek)
        sound.colours_chosen.connect(self.colours_chosen)
        return sound

    def _made_confidences(self) -> Confidences:
        from musicreclass.gui.detail.confidences import Confidences

        confidences = Confidences(self._theme, self._taxonomy, self._ground)
        self._put(confidences, self.bars_legend)
        return confidences

    def _put(self, widget: QWidget, before: QWidget) -> None:
        """Put in what was made late; it is shown when there is something to show."""
        layout = self._ground.layout()
        assert isinstance(layout, QVBoxLayout)
        widget.hide()
        layout.insertWidget(layout.indexOf(before), widget)
        put_in_order((self.bar, widget, self.sound_tags, self.neighbours))

    def _size(self, sound: TimeView) -> None:
        least, most = SOUND_HEIGHTS
        sound.setFixedHeight(max(least, min(most, round(SOUND_SHARE * self.height()))))

    def _on_failed(self, sentence: str) -> None:
        self.problems.setText(sentence)
        self.problems.show()

    def _on_came(self, decoded: DecodedPreview) -> None:
        if self._line is not None and decoded.preview.track_ref.id == self._line.id:
            self._show(decoded)
