"""The window as it first stands: in its language, its colours and its place, with nothing in it."""

import sys
from typing import NamedTuple

from PySide6.QtWidgets import QApplication

from musicreclass import paths
from musicreclass.gui import language
from musicreclass.gui.accessible_roles import tell_what_is_drawn
from musicreclass.gui.main_window import MainWindow
from musicreclass.gui.services.choices import Choices
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.theme import Theme, choose_fonts
from musicreclass.gui.workers import Workers

SWITCH_SECONDS = 0.001  # a job that computes in Python gives way so soon; 5 ms is Python's own way


class WindowFrame(NamedTuple):
    """The bare window, and what it was made with."""

    window: MainWindow
    workers: Workers
    choices: Choices
    theme: Theme
    memory: WindowMemory


def make_frame(application: QApplication, workers: Workers) -> WindowFrame:
    """Make the bare window, not shown yet."""
    sys.setswitchinterval(SWITCH_SECONDS)
    choices = Choices(paths.settings_file(), workers)
    language.speak(application, choices.settings.language, paths.resource("translations"))
    choose_fonts(application, language.spoken())
    tell_what_is_drawn()
    theme = Theme(application, choices.settings.appearance)
    memory = WindowMemory(paths.config_dir() / "window.ini")
    return WindowFrame(MainWindow(memory), workers, choices, theme, memory)
