"""About: which version, whose work it stands upon, and under which licences."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from musicreclass import __version__, paths
from musicreclass.core.location import readable
from musicreclass.gui.services.lane import Lane
from musicreclass.gui.widgets.controls import push_button, text_label
from musicreclass.gui.widgets.panels import CoveredView, fill
from musicreclass.logs import log_file
from musicreclass.pipeline.support.packages import PackageLicence, installed_packages


class AboutPage(QWidget):
    def __init__(self, library_file: Path, lane: Lane, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QCoreApplication.translate("AboutPage", "About")
        self._lane = lane
        self._library_file = library_file
        self.packages: tuple[PackageLicence, ...] = ()
        self.version = text_label(f"musicreclass {__version__}", self, "title")
        self.about = text_label(
            self.tr(
                "Proposes genres for your music, and writes those that you accept. Free software "
                "under the GNU General Public License, version 3 or later.\n"
                "The encoder that listens is musicnn by Jordi Pons, © Music Technology Group, "
                "Universitat Pompeu Fabra, ISC licence; it was trained on the Million Song Dataset "
                "and on MagnaTagATune."
            ),
            self,
            wraps=True,
        )
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Packages"))
        self.licence = QPlainTextEdit(self)
        self.licence.setReadOnly(True)
        self.licence.setTabChangesFocus(True)
        self.licence.setAccessibleName(self.tr("Licence"))
        self.copy_button = push_button(
            self.tr("Copy"), self, tip=self.tr("Versions and folders, as text")
        )
        self.copy_button.clicked.connect(self.copy)
        self.list.currentRowChanged.connect(self._show_licence)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.packages:
            self._lane.run(installed_packages, self._on_packages)

    def copy(self) -> None:
        """Put versions and folders into the clipboard."""
        lines = [
            f"musicreclass {__version__}",
            f"library {readable(str(self._library_file))}",
            f"settings {readable(str(paths.settings_file()))}",
            f"log {readable(str(log_file()))}",
            *(f"{one.name} {one.version}" for one in self.packages),
        ]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def _lay_out(self) -> None:
        self.licence.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        parts = QSplitter(self)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.licence)
        parts.setStretchFactor(1, 1)
        self.cover = CoveredView(parts, self)
        self.cover.cover(self.tr("Looking through what is installed…"))
        below = fill(QHBoxLayout(), None, self.copy_button)
        heading = text_label(self.tr("What it is made of, and the licences of it"), self, "dim")
        layout = fill(QVBoxLayout(self), margins=(16, 12, 16, 12), spacing=8)
        fill(layout, self.version, self.about, heading, (self.cover, 1), below)

    def _on_packages(self, packages: list[PackageLicence]) -> None:
        gpl = _own_licence()
        own = PackageLicence("musicreclass", __version__, "GPL-3.0-or-later", gpl)
        encoder = PackageLicence("musicnn", "", "ISC", _encoder_licence())
        self.packages = (own, encoder, *packages)
        self.list.addItems([" ".join(filter(None, (p.name, p.version))) for p in self.packages])
        self.list.setCurrentRow(0)
        self.cover.uncover()

    def _show_licence(self, row: int) -> None:
        if 0 <= row < len(self.packages):
            one = self.packages[row]
            nothing = self.tr("The package brings no text of its licence along.")
            said = one.licence or self.tr("not said")
            self.licence.setPlainText(f"{one.name} {one.version}: {said}\n\n{one.text or nothing}")


def _encoder_licence() -> str:
    return paths.resource("classifiers/encoder_licence.txt").read_text(encoding="utf-8")


def _own_licence() -> str:
    """Return the text of the licence where it lies beside the program, as in its sources."""
    try:
        return (paths.PACKAGE.parent / "LICENSE").read_text(encoding="utf-8")
    except OSError:
        return "https://www.gnu.org/licenses/gpl-3.0.txt"
