"""A process that would be the window on a library, and says what becomes of it."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from musicreclass.gui.care.window_instance import WindowInstance


def say(words):
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main():
    library_file, patience, *folders = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    instance = WindowInstance(Path(library_file), float(patience))
    if not instance.claim([Path(folder) for folder in folders]):
        say("handed over")
        return
    instance.asked.connect(lambda found: say("asked " + " ".join(map(str, found))))
    instance.answer()
    say(f"window, but {instance.complaint}" if instance.complaint else "window")
    application.exec()
