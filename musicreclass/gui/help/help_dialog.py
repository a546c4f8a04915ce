"""The dialog of all help, as pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from musicreclass.gui.help.about_page import AboutPage
from musicreclass.gui.help.guide_pages import AllKeysPage, JobsPage, KeptPage
from musicreclass.gui.help.log_page import LogPage
from musicreclass.gui.review.key_bindings import KeyBindings
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.dialogs.paged_dialog import PagedDialog
from musicreclass.settings import Settings


class HelpDialog(PagedDialog):
    def __init__(
        self,
        bindings: KeyBindings,
        library_file: Path,
        settings: Callable[[], Settings],
        about_lane: Lane,
        log_lane: Lane,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Help"))
        self.jobs = JobsPage(bindings, self)
        self.keys = AllKeysPage(bindings, self)
        self.kept = KeptPage(library_file, self)
        self.about = AboutPage(library_file, about_lane, self)
        self.log = LogPage(library_file, settings, log_lane, self)
        pages = (self.jobs, self.keys, self.kept, self.about, self.log)
        self.add_pages([(page.title, page) for page in pages])
        for lane in (about_lane, log_lane):
            lane.failed.connect(self.say)
