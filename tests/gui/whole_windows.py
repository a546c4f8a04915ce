"""Windows that are opened whole, and are gone after each test: each would dress all others."""

from shiboken6 import delete

from musicreclass.gui.assembling import build_window
from musicreclass.gui.theme import Theme


def whole_windows(qapp, workers, library_file):
    """Yield an opener of windows on one and the same library; a fixture yields from it."""
    opened = []

    def open_one():
        window = build_window(qapp, workers, library_file)
        opened.append(window)
        window.show()
        return window

    yield open_one
    for window in opened:
        window.close()
    workers.shutdown()
    qapp.processEvents()
    for window in opened:
        delete(window)
    for theme in qapp.findChildren(Theme):
        theme.size_text(100)
        delete(theme)
