"""The Classifiers page: the list with what is known of each, a comparison, or a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from musicreclass.core.genre import Taxonomy
from musicreclass.core.location import readable
from musicreclass.gui.classifiers.box_words import broad_genres
from musicreclass.gui.classifiers.classifier_detail import ClassifierDetail
from musicreclass.gui.classifiers.classifier_table import ClassifierTableModel
from musicreclass.gui.classifiers.comparison_view import ComparisonView
from musicreclass.gui.theme import Theme
from musicreclass.gui.widgets.column_view import ColumnView
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.flow_layout import FlowLayout
from musicreclass.gui.widgets.focus.tab_order import put_in_order
from musicreclass.gui.widgets.late_widget import LateWidget
from musicreclass.gui.widgets.notice_bar import NoticeBar
from musicreclass.gui.widgets.panels import ShownStack, bundles_in, fill, split

if TYPE_CHECKING:
    from musicreclass.gui.training.report.report_view import ReportView
    from musicreclass.pipeline.inventory.classifier_facts import ClassifierFacts, Inventory

LIST_SHARE, DETAIL_SHARE = 5, 4


class ClassifiersPage(QWidget):
    """Shows and asks; `ClassifiersService` does the work.

    Signals:
        shown: the page has come into sight.
        use_wanted, rename_wanted, remove_wanted, reveal_wanted, report_wanted, compare_wanted,
        export_wanted, onnx_wanted: the ClassifierFacts that it is about.
        import_wanted: files are to be chosen and taken over.
        encoders_wanted: the encoders are to be looked at.
        dropped: the files that were dropped to be taken over.
        train_wanted: the person wants one of their own.
        tagger_wanted: a tagger is to be chosen.
        no_tagger_wanted: no tagger is to give tags any more.
    """

    shown = Signal()
    use_wanted = Signal(object)
    rename_wanted = Signal(object)
    remove_wanted = Signal(object)
    reveal_wanted = Signal(object)
    report_wanted = Signal(object)
    compare_wanted = Signal(object)
    export_wanted = Signal(object)
    onnx_wanted = Signal(object)
    import_wanted = Signal()
    encoders_wanted = Signal()
    dropped = Signal(object)
    train_wanted = Signal()
    tagger_wanted = Signal()
    no_tagger_wanted = Signal()

    def __init__(self, theme: Theme, taxonomy: Taxonomy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._taxonomy = taxonomy
        self.setAcceptDrops(True)
        self.inventory: Inventory | None = None
        self.table = ClassifierTableModel(taxonomy, self)
        self.view = ColumnView(self.table, self.tr("Classifiers"), self)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.detail = ClassifierDetail(theme, taxonomy, self)
        self.comparison = ComparisonView(taxonomy, self)
        self.late_report = LateWidget(self._made_report)
        self.trouble = NoticeBar(self.tr("Trouble with the classifier"), self)
        self.notice = NoticeBar(self.tr("What was done"), self)
        self.box = text_label(broad_genres(taxonomy), self, "dim", wraps=True)
        self.hint = text_label(
            self.tr(
                "You have no classifier of your own yet. Train one on a folder of genre folders, "
                "or drop a file here: one of this program, msd_model.pth, or a CNN checkpoint."
            ),
            self,
            "hint",
            wraps=True,
        )
        self.tagger = text_label("", self, "dim", wraps=True)
        self._buttons()
        self._stack = ShownStack(self)
        self._lay_out()
        self._connect()
        self._enable()
        for widget in (self.detail, self.hint, self.train_button, self.no_tagger_button):
            widget.hide()  # until it is known which classifiers there are

    @property
    def report(self) -> ReportView:
        """Return the view of a report, made where it is not yet."""
        return self.late_report.get()

    def facts(self) -> ClassifierFacts | None:
        """Return the classifier in hand, None where there is none."""
        index = self.view.currentIndex()
        return self.table.row_at(index.row()) if index.isValid() else None

    def show_inventory(self, found: Inventory) -> None:
        """Show which classifiers there are; the one in hand stays so where it is still there."""
        self.inventory = found
        before = self.facts()
        self.table.show_rows(found.classifiers)
        wanted = before or found.in_use
        row = -1 if wanted is None else self.table.row_of(str(wanted.path))
        self.select(max(0, row))
        is_alone = not any(one.origin != "box" for one in found.classifiers)
        self.hint.setVisible(is_alone)
        self.train_button.setVisible(is_alone)
        self._show_tagger(found.tagger)
        self._enable()

    def select(self, row: int) -> None:
        """Take the classifier in a row in hand."""
        if 0 <= row < self.table.rowCount():
            self.view.setCurrentIndex(self.table.index(row, 0))

    def select_file(self, path: Path) -> None:
        """Take a classifier in hand by its file."""
        self.select(self.table.row_of(str(path)))

    def show_list(self) -> None:
        """Show the list of classifiers."""
        self._stack.setCurrentIndex(0)
        self.view.setFocus()

    def show_comparison(self) -> None:
        """Show two classifiers side by side."""
        self.notice.say("")
        self._stack.setCurrentWidget(self.comparison)
        self.comparison.first.setFocus()

    def show_report(self) -> None:
        """Show the report on a training."""
        self.notice.say("")
        self._stack.setCurrentWidget(self.report)
        self.report.again_button.setFocus()

    def say(self, sentence: str) -> None:
        """Say what came of what was asked for last; what can be undone is offered elsewhere."""
        self.undo_button.hide()
        self.notice.say(sentence)

    def offer_undo(self, sentence: str) -> None:
        """Say what was done, and that it can be taken back."""
        self.notice.say(sentence)
        self.undo_button.show()

    def menu(self) -> QMenu:
        """Return the menu of the classifier in hand."""
        menu, facts = QMenu(self), self.facts()
        if facts is None:
            return menu
        is_usable = facts.problem is None
        for text, signal, can in (
            (self.tr("Use"), self.use_wanted, is_usable and not facts.is_in_use),
            (self.tr("Training report"), self.report_wanted, facts.has_report),
            (self.tr("Compare on the library…"), self.compare_wanted, is_usable),
            (self.tr("Export…"), self.export_wanted, is_usable),
            (self.tr("Export as ONNX…"), self.onnx_wanted, is_usable),
            (self.tr("Rename…"), self.rename_wanted, facts.is_own),
            (self.tr("Remove…"), self.remove_wanted, facts.is_own),
            (self.tr("Show the file"), self.reveal_wanted, True),
        ):
            action = menu.addAction(text)
            action.setEnabled(can)
            action.triggered.connect(lambda _=False, signal=signal: signal.emit(facts))
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if bundles_in(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(bundles_in(event.mimeData()))

    def _ask(self, signal: SignalInstance, *, can: bool = True) -> None:
        """Ask for something about the classifier in hand, where it can be done."""
        facts = self.facts()
        if facts is not None and can:
            signal.emit(facts)

    def _on_row(self) -> None:
        if (facts := self.facts()) is not None:
            self.detail.show_facts(facts)
            self.detail.show()
        self._enable()

    def _enable(self) -> None:
        facts = self.facts()
        is_usable = facts is not None and facts.problem is None
        self.use_button.setEnabled(is_usable and facts is not None and not facts.is_in_use)
        self.more_button.setEnabled(facts is not None)
        usable = [one for one in self._all() if one.problem is None]
        self.compare_button.setEnabled(is_usable and len(usable) > 1)

    def _all(self) -> tuple[ClassifierFacts, ...]:
        return () if self.inventory is None else self.inventory.classifiers

    def _show_tagger(self, tagger: Path | None) -> None:
        if tagger is None:
            self.tagger.setText(
                self.tr("Tags of how music sounds come from the encoder; there is no other tagger.")
            )
        else:
            text = self.tr("Tags of how music sounds come from the encoder and from {file}.")
            self.tagger.setText(text.format(file=readable(str(tagger))))
        self.no_tagger_button.setVisible(tagger is not None)

    def show_trouble(self, sentence: str) -> None:
        """Say that the chosen classifier cannot be used, or nothing any more."""
        self.trouble.say(sentence)

    def _buttons(self) -> None:
        tip = self.tr("Lets it suggest from now on; what it has not listened to yet, it can later")
        self.use_button = push_button(self.tr("Use"), self, style="primary", tip=tip)
        tip = self.tr("Lets the classifier suggest that came with the program")
        self.box_button = push_button(self.tr("Back to the box"), self, tip=tip)
        tip = self.tr("Lets the one in use listen to all that it has not listened to yet")
        self.classify_button = push_button(self.tr("Listen again"), self, tip=tip)
        tip = self.tr("Lists which suggestions would be others with another classifier")
        self.compare_button = push_button(self.tr("Compare…"), self, tip=tip)
        self.more_button = QToolButton(self)
        self.more_button.setText(self.tr("More ▾"))
        self.more_button.setToolTip(self.tr("Export, rename, remove, show the file"))
        self.import_button = push_button(self.tr("Import…"), self)
        self.import_button.setToolTip(
            self.tr("A classifier of this program, msd_model.pth, or a CNN checkpoint (*.pth)")
        )
        tip = self.tr("Large networks that others trained, from folders or a hub, to train with")
        self.encoders_button = push_button(self.tr("Encoders…"), self, tip=tip)
        self.train_button = push_button(self.tr("Train one…"), self, style="primary")
        self.tagger_button = push_button(self.tr("Choose a tagger…"), self)
        self.no_tagger_button = push_button(self.tr("No tagger"), self)
        self.undo_button = self.notice.offer(self.tr("Undo"), lambda: None)
        self.notice.offer(self.tr("Close"), lambda: self.notice.say(""))

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(lambda *_: self._on_row())
        self.view.doubleClicked.connect(lambda _: self.use_button.click())
        self.view.customContextMenuRequested.connect(self._on_menu)
        self.use_button.clicked.connect(lambda: self._ask(self.use_wanted))
        self.compare_button.clicked.connect(lambda: self._ask(self.compare_wanted))
        self.more_button.clicked.connect(self._on_more)
        self.encoders_button.clicked.connect(self.encoders_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.train_button.clicked.connect(self.train_wanted)
        self.tagger_button.clicked.connect(self.tagger_wanted)
        self.no_tagger_button.clicked.connect(self.no_tagger_wanted)
        self.detail.report_wanted.connect(lambda: self._ask(self.report_wanted))
        self.comparison.back_wanted.connect(self.show_list)
        for key, ask in (
            (Qt.Key.Key_Return, self.use_button.click),
            (Qt.Key.Key_F2, lambda: self._ask(self.rename_wanted, can=self._is_own())),
            (Qt.Key.Key_Delete, lambda: self._ask(self.remove_wanted, can=self._is_own())),
        ):
            shortcut = QShortcut(QKeySequence(key), self.view)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(ask)
        self._leave_by_escape(self.comparison)

    def _leave_by_escape(self, view: QWidget) -> None:
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), view)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.show_list)

    def _made_report(self) -> ReportView:
        from musicreclass.gui.training.report.report_view import ReportView

        view = ReportView(self._theme, self._taxonomy, self)
        view.again_button.setText(self.tr("‹ Classifiers"))
        view.again_wanted.connect(self.show_list)
        self._leave_by_escape(view)
        self._stack.addWidget(view)
        put_in_order((self.comparison, view))  # or Tab would come to it behind the whole window
        return view

    def _is_own(self) -> bool:
        facts = self.facts()
        return facts is not None and facts.is_own

    def _on_menu(self, at: QPoint) -> None:
        if self.view.indexAt(at).isValid():
            self.menu().exec(self.view.viewport().mapToGlobal(at))

    def _on_more(self) -> None:
        self.menu().exec(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def _lay_out(self) -> None:
        on_chosen = FlowLayout(spacing=8, wants_one_line=True)
        for button in (
            *(self.use_button, self.box_button, self.classify_button),
            *(self.compare_button, self.more_button),
        ):
            on_chosen.addWidget(button)
        top = fill(QHBoxLayout(), on_chosen, None, spacing=8)
        fill(top, self.encoders_button, self.import_button)
        left = QWidget(self)
        below = FlowLayout(spacing=8)
        for button in (self.train_button, self.tagger_button, self.no_tagger_button):
            below.addWidget(button)
        column = fill(QVBoxLayout(left), (self.view, 1), self.hint, self.box, self.tagger)
        fill(column, below, spacing=8)
        column.setContentsMargins(4, 0, 8, 6)
        self.splitter = split(QSplitter(self), (left, LIST_SHARE), (self.detail, DETAIL_SHARE))
        self.splitter.setSizes([LIST_SHARE * 100, DETAIL_SHARE * 100])
        main = QWidget(self)
        layout = fill(QVBoxLayout(main), top, (self.splitter, 1), margins=(0, 0, 0, 0), spacing=8)
        layout.setStretch(1, 1)
        for widget in (main, self.comparison):
            self._stack.addWidget(widget)
        outer = fill(QVBoxLayout(self), self.trouble, self.notice, (self._stack, 1), spacing=8)
        outer.setContentsMargins(12, 8, 12, 0)
