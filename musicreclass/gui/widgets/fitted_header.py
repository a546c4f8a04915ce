"""A table header whose columns always fill the width and never more: no sideways scrolling."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

MIN_STRETCHED = 48


class FittedHeader(QHeaderView):
    """Shares what fixed columns leave among the stretching ones, in proportion to their sizes.

    A context menu shows and hides columns; dragging a border takes from the neighbour.

    Signals:
        arranged: the user moved, resized, hid or showed a column.
    """

    arranged = Signal()

    def __init__(
        self, widths: Sequence[int], stretching: Sequence[bool], table: QTableView
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._widths = list(widths)
        self._stretching = list(stretching)
        self._is_fitting = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(
            lambda at: self._chooser().exec(self.mapToGlobal(at))
        )
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(lambda *_: self.arranged.emit())

    def setModel(self, model: object) -> None:  # noqa: N802
        super().setModel(model)  # type: ignore[arg-type]
        self._table.viewport().installEventFilter(self)
        if isinstance(model, QAbstractItemModel):
            model.layoutChanged.connect(self.fit)  # Qt forgets widths as the first rows come
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.fit()
        return super().eventFilter(watched, event)

    def widths(self) -> list[int]:
        """Return the widths as they are to be remembered: pixels, or shares for stretching ones."""
        return list(self._widths)

    def set_widths(self, widths: Sequence[int]) -> None:
        self._widths = list(widths)
        self.fit()

    def hide_sections(self, sections: Iterable[int]) -> None:
        """Hide sections and show all others."""
        hidden = set(sections)
        self._is_fitting = True  # Qt reports a hidden column as one resized to nothing
        for section in range(self.count()):
            self.setSectionHidden(section, section in hidden)
        self._is_fitting = False
        self.fit()

    def show_section(self, section: int, shown: bool) -> None:
        hidden = {i for i in range(self.count()) if self.isSectionHidden(i)}
        self.hide_sections(hidden - {section} if shown else hidden | {section})
        self.arranged.emit()

    def fit(self) -> None:
        """Give every column its width, so that together they are as wide as the table."""
        visible = [i for i in range(self.count()) if not self.isSectionHidden(i)]
        stretching = [i for i in visible if self._stretching[i]]
        fixed = sum(self._widths[i] for i in visible if not self._stretching[i])
        room = max(self._table.viewport().width() - fixed, MIN_STRETCHED * len(stretching))
        shares = sum(self._widths[i] for i in stretching)
        was_fitting, self._is_fitting = self._is_fitting, True  # hiding a column may come to here
        for i in visible:
            if not self._stretching[i]:
                self.resizeSection(i, self._widths[i])
        for place, i in enumerate(stretching):
            width = room if place == len(stretching) - 1 else room * self._widths[i] // shares
            self.resizeSection(i, width)
            room, shares = room - width, shares - self._widths[i]
        self._is_fitting = was_fitting

    def _on_resized(self, section: int, old: int, new: int) -> None:
        """Let the user's new width stand, and take the difference from the others."""
        if self._is_fitting or new == 0:
            return  # hidden by Qt, which does so anew whenever rows have changed places
        if self._stretching[section]:
            for i in range(self.count()):
                if self._stretching[i] and not self.isSectionHidden(i):
                    self._widths[i] = max(1, self.sectionSize(i))
        else:
            self._widths[section] = new
        self.fit()
        self.arranged.emit()

    def _chooser(self) -> QMenu:
        menu = QMenu(self)
        for section in range(self.count()):
            heading = str(self.model().headerData(section, Qt.Orientation.Horizontal))
            action = menu.addAction(heading)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(section))
            action.setEnabled(section > 0)  # the first column says what the row is
            action.toggled.connect(lambda shown, i=section: self.show_section(i, shown))
        return menu
