"""The frame around the pages: navigation, search, menu, the strip, drops. No logic lives here.

It stands by itself at first, and is shown so: what is in it takes longer to load than it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.location import readable
from musicreclass.gui.messages import TRACKS, count
from musicreclass.gui.review.search_box import SearchBox
from musicreclass.gui.services.restarting import ask_for_restart
from musicreclass.gui.services.window_memory import WindowMemory
from musicreclass.gui.summary_words import classified_sentence, scan_sentence
from musicreclass.gui.widgets.dialogs.folder_dialog import ask_folder
from musicreclass.gui.widgets.dialogs.on_screen import OnScreen
from musicreclass.gui.widgets.focus.tab_order import put_in_order
from musicreclass.gui.widgets.job_strip import JobStrip
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.page_stack import PageStack
from musicreclass.gui.widgets.panels import bundles_in, fill, folders_in

if TYPE_CHECKING:  # the frame stands before all that is loaded for what is in it
    from musicreclass.core.classify_summary import ClassifySummary
    from musicreclass.core.track import Folder
    from musicreclass.gui.review.review_page import ReviewPage
    from musicreclass.gui.services.classifying.classify_service import ClassifyService
    from musicreclass.gui.services.library_session import LibrarySession
    from musicreclass.gui.workers import JobThread
    from musicreclass.pipeline.scanning.scan import ScanSummary

USUAL_SIZE = QSize(1440, 900)
LEAST_SIZE = QSize(640, 360)  # half of 1280 by 720, for screens shown at 200 %
ON_SCREEN = 0.94  # at most so much of the screen; frames and panels of the desktop need the rest


class MainWindow(QMainWindow):
    """The frame.

    Signals:
        opening: before anything is read from the library.
        closing: before the window closes.
        files_dropped: files that may hold classifiers.
    """

    opening = Signal()
    closing = Signal()
    files_dropped = Signal(object)

    session: LibrarySession
    classify_service: ClassifyService
    review: ReviewPage
    menu: QMenu

    def __init__(self, memory: WindowMemory) -> None:
        """Make the bare frame: what is in it comes when it is made."""
        super().__init__()
        self._memory = memory
        self._is_assembled = False
        self._notice = ""  # on what was found at the start, until the first scan has ended
        self.setWindowTitle("musicreclass")
        self.setMinimumSize(LEAST_SIZE)
        self.strip = JobStrip(self)
        self.search = SearchBox(self)
        self.search.setEnabled(False)
        self._menu_button = QToolButton(self)
        self._menu_button.setText("⚙")
        self._menu_button.setAccessibleName(self.tr("Menu"))
        self._menu_button.setToolTip(self.tr("Folders, settings, help"))
        self._menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu_button.setEnabled(False)
        self.pages = PageStack(self._page_names(), self)
        self.setCentralWidget(self._ground())
        if not memory.restore_window(self):
            self.resize(USUAL_SIZE.boundedTo(self.screen().availableGeometry().size() * ON_SCREEN))
        OnScreen(self)

    def assemble(
        self,
        session: LibrarySession,
        classify_service: ClassifyService,
        review: ReviewPage,
        pages: Sequence[LateWidget[Any]],
        menus: Sequence[QMenu] = (),
    ) -> None:
        """Put Review and more `pages` into the frame, as its buttons name them."""
        self.session = session
        self.classify_service = classify_service
        self.review = review
        self.menus = menus
        self.menu = self._menu_of_all()
        self._menu_button.setMenu(self.menu)
        self.pages.hold((LateWidget(lambda: review), *pages))
        self._connect()
        self._menu_button.setEnabled(True)
        self.search.setEnabled(True)
        self.setAcceptDrops(True)
        self._is_assembled = True
        self._put_in_order()

    def open(self, folders: Sequence[Path]) -> None:
        """Show the library, then look at what is new: in `folders`, or in all it watches over."""
        self.review.sidebar.setFocus()
        self.opening.emit()
        self.session.load()
        self.session.scan(folders)

    def add_to_menu(self, text: str, keys: QKeySequence | None, does: Callable[[], object]) -> None:
        """Add what can be done from everywhere to the menu, before its end."""
        action = QAction(text, self.menu)
        if keys is not None:
            action.setShortcut(keys)
        action.triggered.connect(lambda: does())
        self.menu.insertAction(self._quit, action)

    def restart(self) -> None:
        """Close, and have the program begin anew."""
        ask_for_restart()
        self.close()

    def notice(self, sentence: str) -> None:
        """Say what was found at the start; the first scan, which follows, does not hide it."""
        self._notice = " · ".join(filter(None, (self._notice, sentence)))
        self.strip.say(self._notice)

    def show_in_review(self, track_ids: frozenset[int]) -> None:
        """Turn to Review, where these tracks and no others are shown."""
        self.review.show_only(track_ids)
        self.turn_to(self.review)

    def search_in_review(self, text: str) -> None:
        """Turn to Review, where the tracks are shown that a text asks for."""
        self.search.setText(text)
        self.turn_to(self.review)

    def search_tag(self, term: str) -> None:
        """Have tracks searched for that sound alike: by a term behind what is searched for."""
        text = self.search.text()
        if term not in text:
            self.search.setText(f"{text} {term}".strip())

    def choose_folder(self) -> None:
        if chosen := ask_folder(self, self.tr("Add a folder of music")):
            self.session.scan([chosen])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        data = event.mimeData()
        if self._is_assembled and (folders_in(data) or bundles_in(data)):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if folders := folders_in(event.mimeData()):
            self.session.scan(folders)
        if files := bundles_in(event.mimeData()):
            self.files_dropped.emit(files)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_assembled:
            self._put_in_order()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_assembled:
            self.closing.emit()
            self.review.decisions.finish()
        self._memory.keep_window(self)
        super().closeEvent(event)

    def _page_names(self) -> Sequence[str]:
        own = (self.tr("Review"), self.tr("Train"), self.tr("Insights"), self.tr("Classifiers"))
        return (*own, self.tr("Genres"), self.tr("History"), self.tr("Live"))

    def _ground(self) -> QWidget:
        ground = QWidget(self)
        ground.setObjectName("ground")
        top = fill(QHBoxLayout(), margins=(12, 8, 12, 0), spacing=4)
        fill(top, *self.pages.buttons, None, (self.search, 1000), self._menu_button)
        layout = fill(QVBoxLayout(ground), margins=(0, 0, 0, 0), spacing=0)
        fill(layout, top, (self.pages, 1), self.strip)
        return ground

    def _menu_of_all(self) -> QMenu:
        menu = QMenu(self._menu_button)
        menu.addAction(self.tr("Add a folder…"), QKeySequence("Ctrl+O"), self.choose_folder)
        menu.addAction(self.tr("Scan all folders"), QKeySequence("F5"), self.session.scan)
        classify = self.tr("Listen to all folders")
        menu.addAction(classify, QKeySequence("F6"), self.classify_service.classify)
        decisions = self.tr("Decisions…")
        menu.addAction(decisions, QKeySequence("Ctrl+D"), self.review.log_wanted.emit)
        menu.addSeparator()
        for submenu in self.menus:
            menu.addMenu(submenu)
        menu.addSeparator()
        self._quit = menu.addAction(self.tr("Quit"), QKeySequence("Ctrl+Q"), self.close)
        return menu

    def _connect(self) -> None:
        self.review.folder_wanted.connect(self.choose_folder)
        self.review.said.connect(self.strip.say)
        self.review.told.connect(self.strip.say_passing)
        self.review.decisions.ordered.connect(self.strip.let_pass)
        self.review.term_wanted.connect(self.search_tag)
        self.search.textChanged.connect(self.review.search)
        self.review.text_wanted.connect(self._show_text)
        self.review.filtering.understood.connect(self._show_understood)
        self.pages.turned.connect(self._on_page)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._on_find)
        self.session.contents_changed.connect(lambda contents: self._name(contents.folders))
        self.session.scanning.connect(self._on_scanning)
        self.session.scanned.connect(self._on_scanned)
        self.session.failed.connect(self.strip.say)
        self.classify_service.began.connect(self._on_began)
        self.classify_service.classified.connect(self._on_classified)
        self.classify_service.failed.connect(self.strip.add)

    def _name(self, folders: Sequence[Folder]) -> None:
        """Name the folders in the title, so that windows and switchers tell them apart."""
        names = [Path(readable(str(folder.path))).name for folder in folders]
        more = f" + {count(len(names) - 1)}" if len(names) > 1 else ""
        self.setWindowTitle(f"{names[0]}{more} – musicreclass" if names else "musicreclass")

    def _on_page(self) -> None:
        """Show the search box where there is something that it searches."""
        self.search.setVisible(self.pages.shown is self.review)
        self._put_in_order()

    def _put_in_order(self) -> None:
        """Let Tab go through the window as it is read."""
        head = (*self.pages.buttons, self.search, self._menu_button)
        shown = self.pages.shown
        body = self.review.parts if shown is self.review else (shown,)
        put_in_order((*head, *body, self.strip))

    def _show_text(self, text: str) -> None:
        """Say in the box what is searched for, where that was chosen elsewhere."""
        if text != self.search.text():
            self.search.setText(text)

    def _show_understood(self, is_all: bool) -> None:
        """Mark the box where something of it makes no sense; the bar above the table says what."""
        if self.search.property("unfit") is not (not is_all):
            self.search.setProperty("unfit", not is_all)
            self.search.style().polish(self.search)

    def _on_find(self) -> None:
        self.turn_to(self.review)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def turn_to(self, page: QWidget | LateWidget[Any]) -> None:
        """Show a page."""
        self.pages.turn_to(page)

    @property
    def page_number(self) -> int:
        """Return which page is shown, 0 for Review."""
        return self.pages.currentIndex()

    def turn_to_number(self, number: int) -> None:
        """Show a page by its number, where there is one."""
        if 0 <= number < len(self.pages.buttons):
            self.pages.buttons[number].click()

    def _on_scanning(self, thread: JobThread) -> None:
        self.strip.watch(thread, self.tr("Scanning"), go_on=self.session.scan)

    def _on_began(self, thread: JobThread) -> None:
        self.strip.watch(thread, self.tr("Listening"), TRACKS, self.classify_service.classify)

    def _on_scanned(self, summary: ScanSummary) -> None:
        notice, self._notice = self._notice, ""
        self.strip.say(" · ".join(filter(None, (notice, scan_sentence(summary)))))

    def _on_classified(self, summary: ClassifySummary) -> None:
        if sentence := classified_sentence(summary):
            self.strip.say(sentence)
