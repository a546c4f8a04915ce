"""What the program is, which version, and where it keeps its log: for whoever reports a fault."""

from PySide6.QtWidgets import QMessageBox, QWidget

from musicreclass import __version__, paths
from musicreclass.core.location import readable
from musicreclass.gui.widgets.on_screen import OnScreen


class AboutBox(QMessageBox):
    """Can be copied from, as faults are reported with what it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About musicreclass"))
        OnScreen(self)
        self.setText(f"musicreclass {__version__}")
        about = self.tr(
            "Proposes genres for your music, and writes those that you accept.\n\n"
            "Free software under the GNU General Public License, version 3 or later.\n\n"
            "The encoder is musicnn by Jordi Pons, © Music Technology Group, Universitat Pompeu"
            " Fabra, ISC licence.\n\n"
            "Log: {log}"
        )
        self.setInformativeText(about.format(log=readable(str(paths.log_dir()))))
        self.setStandardButtons(QMessageBox.StandardButton.Close)
