"""Live: what plays now is classified, by whatever suggests genres elsewhere."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from musicreclass.core.genre import Taxonomy
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.workers import Workers
from musicreclass.pipeline.processes.compute_child import Run, in_place

INPUT_KEY = "live/input"  # of what a window remembers

if TYPE_CHECKING:
    from musicreclass.gui.live.live_page import LivePage


def live_page(theme: Theme, taxonomy: Taxonomy, choices: Choices) -> LateWidget[LivePage]:
    """Return the page to come."""

    def make() -> LivePage:
        from musicreclass.gui.live.live_page import LivePage

        return LivePage(theme, taxonomy, choices.settings.review.colours)

    return LateWidget(make)


def add_live(
    window: MainWindow,
    page: LateWidget[LivePage],
    choices: Choices,
    memory: WindowMemory,
    workers: Workers,
    run: Run = in_place,
) -> None:
    """Let what plays be classified; nothing is opened before the page is shown."""

    def serve(made: LivePage) -> None:
        from musicreclass.gui.live.live_service import LiveService
        from musicreclass.gui.live.sound_inputs import open_inputs

        preferred = memory.restore_text(INPUT_KEY)
        service = LiveService(
            *(made, open_inputs(), lambda: choices.settings, workers, run), preferred=preferred
        )
        service.preferred.connect(partial(memory.keep_text, INPUT_KEY))
        window.closing.connect(service.stop)
        choices.changed.connect(lambda _, now: made.spectrogram.choose_colours(now.review.colours))

    page.when_made(serve)
