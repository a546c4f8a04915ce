"""What the bench `compat` has the program do before its redesign, where no verb does it.

Written against the names of the revision 5198652, which are not those of this repository any more;
it runs with that revision on PYTHONPATH, and prints a line of JSON.
"""

# mypy: ignore-errors
# ruff: noqa: I001 (these modules are not here any more)
import json
import sys
from dataclasses import replace
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.core.job import CancelToken


class Quiet(CancelToken):
    """Takes reports and says nothing."""

    def report(self, progress):
        pass

    def publish(self, batch):
        pass


def listen(*names):
    """Let classifiers analyze the library, and say how many tracks each did."""
    from musicreclass.pipeline.classify import listen_to_library
    from musicreclass.pipeline.installed import find

    return [
        listen_to_library(paths.library_file(), find(name), Quiet(), workers=2).heard
        for name in names
    ]


def choose():
    """Choose something other than usual in the settings, and of the columns of the window."""
    from PySide6.QtWidgets import QApplication

    from musicreclass.gui.app import build_window
    from musicreclass.gui.review.columns import section_of
    from musicreclass.gui.workers import Workers

    file = paths.config_dir() / "settings.toml"
    chosen = settings.load(file)
    settings.save(
        replace(
            chosen,
            appearance="dark",
            language="en",
            scan=replace(chosen.scan, workers=1),
            listening=replace(chosen.listening, speed="fast"),
            review=replace(chosen.review, colours="viridis"),
            player=replace(chosen.player, volume=35, plays_on_move=True),
            writing=replace(chosen.writing, id3="2.4", separator=" / "),
            history=replace(chosen.history, keep_days=99),
        ),
        file,
    )
    application = QApplication([])
    workers = Workers()
    window = build_window(application, workers, paths.library_file())
    window.show()
    header = window.review.table.header
    header.hide_sections([section_of("album"), section_of("number")])
    header.moveSection(header.visualIndex(section_of("confidence")), 1)
    window.close()
    workers.shutdown()
    return file.exists()


def order(folder, out):
    """Take note of a training as the window does when one begins."""
    from musicreclass.pipeline.training_order import Sources, TrainingOrder, keep

    wanted = TrainingOrder(Sources(Path(folder)), Path(out), {"Rock": None}, "quick", {"epochs": 7})
    keep(wanted, paths.data_dir() / "trainings")
    return wanted.name


if __name__ == "__main__":
    verb, *words = sys.argv[1:]
    print(json.dumps({"listen": listen, "choose": choose, "order": order}[verb](*words)))
