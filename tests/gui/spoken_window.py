"""The window on some tracks with suggestions, for a screen reader in another process to read.

`main` takes a library and a folder of music.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from musicreclass.core.ensemble.prediction import SuggestionLine, Verdict
from musicreclass.errors import MusicReclassError
from musicreclass.gui.assembling import build_window
from musicreclass.gui.services.classifying.classify_jobs import ClassifyJobs
from musicreclass.gui.workers import Workers
from musicreclass.sentences.reason import as_said


def no_classifier(jobs, ctx):
    raise MusicReclassError(as_said("No classifier is installed; train one."))


def main():
    library_file, folder = map(Path, sys.argv[1:3])
    setattr(ClassifyJobs, "suggest", no_classifier)  # noqa: B010  # what is said comes from below
    application = QApplication(["musicreclass"])
    workers = Workers()
    window = build_window(application, workers, library_file)
    window.open([folder])
    window.show()

    def suggest():
        lines = window.review.tracks.tracks.shown()
        if len(lines) < len(list(folder.iterdir())):
            return
        timer.stop()
        said = SuggestionLine("Pop", 0.91, Verdict.SURE, (("mlp", "Pop", 0.91),))
        window.classify_service.suggestions_came.emit([(line.id, said) for line in lines])
        window.activateWindow()
        window.review.table.setFocus()
        window.review.table.go_to(0)

    timer = QTimer()
    timer.timeout.connect(suggest)
    timer.start(50)
    status = application.exec()
    workers.shutdown()
    sys.exit(status)


if __name__ == "__main__":
    main()
