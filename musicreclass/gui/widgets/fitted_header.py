"""The heading of a table: columns that fill its width, and hide where they say nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QStyleOptionHeader, QTableView

from musicreclass.gui.widgets.column_table import Column
from musicreclass.gui.widgets.focus.header_keys import HeaderKeys

MIN_STRETCHED = 48
HEADING_MARGIN = 12  # pixels at each side of a heading
SORT_ARROW = 14


class FittedHeader(QHeaderView):
    """Shares what fixed columns leave among the stretching ones, in proportion to their sizes.

    A context menu shows and hides columns; dragging a border takes from the neighbour. What a
    person shows or hides stays so; other columns hide where they say nothing, and give way where
    there is too little room.

    Signals:
        arranged: the user moved, resized, hid or showed a column.
    """

    arranged = Signal()

    def __init__(self, columns: Sequence[Column[Any]], table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._columns = tuple(columns)
        self._widths = [column.width for column in columns]
        self._stretching = [column.stretches for column in columns]
        self._chosen: dict[int, bool] = {}  # whether a person wants a section to be shown
        self._empty: frozenset[str] = frozenset()  # names of columns that say nothing
        self._is_fitting = False
        self.keys: HeaderKeys | None = None  # where there is something to do by keys
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
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

    def focus_area(self) -> QRect:
        """Return where the heading lies that the keyboard is on."""
        return self.keys.area() if self.keys is not None else self.rect()

    def widths(self) -> list[int]:
        """Return the widths as they are to be remembered: pixels, or shares for stretching ones."""
        return list(self._widths)

    def set_widths(self, widths: Sequence[int]) -> None:
        self._widths = list(widths)
        self.fit()

    def choices(self) -> dict[int, bool]:
        """Return which sections a person wants to be shown, and which not."""
        return dict(self._chosen)

    def set_choices(self, chosen: Mapping[int, bool]) -> None:
        """Show and hide sections as a person wanted, and leave all others to themselves."""
        self._chosen = dict(chosen)
        self.fit()

    def set_empty(self, names: frozenset[str]) -> None:
        """Take note of the columns that say nothing of any row."""
        if names != self._empty:
            self._empty = names
            self.fit()

    def hide_sections(self, sections: Iterable[int]) -> None:
        """Hide sections and show all others, as a person does."""
        hidden = set(sections)
        self.set_choices({section: section not in hidden for section in range(self.count())})

    def show_section(self, section: int, shown: bool) -> None:
        """Show or hide a section, as a person does: it stays so."""
        self._chosen[section] = shown
        self.fit()
        self.arranged.emit()

    def fit(self) -> None:
        """Give every column its width, so that together they are as wide as the table."""
        visible = self._fitting(self._table.viewport().width())
        was_fitting, self._is_fitting = self._is_fitting, True  # hiding a column may come to here
        for section in range(self.count()):
            if self.isSectionHidden(section) is (section in visible):
                self.setSectionHidden(section, section not in visible)
        for section, width in self._shared(visible).items():
            self.resizeSection(section, width)
        self._is_fitting = was_fitting

    def _fitting(self, room: int) -> list[int]:
        """Return the sections to be shown: but for those that give way where there is no room."""
        visible = [i for i in range(self.count()) if self._is_wanted(i)]
        giving = [i for i in visible if self._columns[i].gives_way and i not in self._chosen]
        giving.sort(key=lambda i: -self._columns[i].gives_way)
        while giving and sum(map(self._readable, visible)) > room:
            visible.remove(giving.pop())
        return visible

    def _is_wanted(self, section: int) -> bool:
        if section == 0:
            return True  # it says what the row is
        column = self._columns[section]
        is_shown = not column.is_extra and column.name not in self._empty
        return self._chosen.get(section, is_shown)

    def _least(self, section: int) -> int:
        """Return the fewest pixels that a section is to have."""
        if self._stretching[section]:
            return self._columns[section].least or MIN_STRETCHED
        return min(self._columns[section].least or self._widths[section], self._widths[section])

    def _readable(self, section: int) -> int:
        """Return the fewest pixels for which columns that give way are to stay."""
        least = self._least(section)
        if self._stretching[section]:
            return least
        return max(least, min(self._heading_width(section), self._wanted(section)))

    def _wanted(self, section: int) -> int:
        """Return the width of a fixed section: its heading is read, unless a person chose less."""
        width = self._widths[section]
        if width != self._columns[section].width:
            return width
        return max(width, self._heading_width(section))

    def _heading_width(self, section: int) -> int:
        if self.model() is None:
            return 0
        heading = str(self.model().headerData(section, Qt.Orientation.Horizontal))
        return self._heading_metrics().horizontalAdvance(heading) + 2 * HEADING_MARGIN + 1

    def _heading_metrics(self) -> QFontMetrics:
        font = self.font()
        font.setWeight(QFont.Weight.DemiBold)  # as the theme has headings
        return QFontMetrics(font)

    def _shared(self, visible: Sequence[int]) -> dict[int, int]:
        """Return the widths of sections: fixed ones give first, then what stretches shares."""
        room = self._table.viewport().width()
        stretching = [i for i in visible if self._stretching[i]]
        widths = {i: self._wanted(i) for i in visible if not self._stretching[i]}
        least = sum(map(self._least, stretching))
        missing = sum(widths.values()) + least - room
        for floor in (self._readable, self._least):  # headings are cut where nothing else helps
            for i in widths:
                gives = max(min(missing, widths[i] - floor(i)), 0)
                widths[i], missing = widths[i] - gives, missing - gives
        left = max(room - sum(widths.values()), MIN_STRETCHED * len(stretching))
        widths.update(self._stretched(stretching, left))
        return widths

    def _stretched(self, sections: Sequence[int], room: int) -> dict[int, int]:
        """Share room in proportion to the sections' sizes, but give each the least it needs.

        Headings are read whole where there is room for them all.
        """
        needs = {i: max(self._least(i), self._heading_width(i)) for i in sections}
        if sum(needs.values()) > room:
            needs = {i: self._least(i) for i in sections}
        if sum(needs.values()) > room:  # what says what the row is comes before all others
            share = room / sum(needs.values())
            needs = {i: int(need * share) for i, need in needs.items()}
        widths = {}
        open_sections, left = list(sections), room
        while open_sections:
            shares = sum(self._widths[i] for i in open_sections)
            short = [i for i in open_sections if left * self._widths[i] / shares < needs[i]]
            if not short:
                break
            for i in short:
                widths[i] = needs[i]
                left -= needs[i]
                open_sections.remove(i)
        shares = sum(self._widths[i] for i in open_sections)
        for i in open_sections:
            width = left if i == open_sections[-1] else left * self._widths[i] // shares
            widths[i] = width
            left, shares = left - width, shares - self._widths[i]
        if not open_sections and sections:
            widths[sections[0]] += left
        return widths

    def initStyleOptionForIndex(  # noqa: N802
        self, option: QStyleOptionHeader, section: int
    ) -> None:
        """End a heading in dots where there is no room: Qt knows nothing of the theme's margins."""
        super().initStyleOptionForIndex(option, section)
        room = self.sectionSize(section) - 2 * HEADING_MARGIN
        if self.sortIndicatorSection() == section:
            room -= SORT_ARROW
        option.text = self._heading_metrics().elidedText(
            option.text, Qt.TextElideMode.ElideRight, max(room, 0)
        )

    def _on_resized(self, section: int, old: int, new: int) -> None:
        """Let the user's new width stand, and take the difference from the others."""
        if self._is_fitting or new == 0:
            return  # hidden by Qt, which does so anew whenever rows have moved
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
        menu.addSeparator()
        menu.addAction(self.tr("As they suit"), self._leave_to_themselves)
        return menu

    def _leave_to_themselves(self) -> None:
        self.set_choices({})
        self.arranged.emit()
