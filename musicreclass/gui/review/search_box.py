"""What can be asked of the search box, by examples, and what is said of what was not understood."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from musicreclass.gui.language import in_words
from musicreclass.sentences.reason import Reason

EXAMPLES: tuple[tuple[str, object], ...] = (
    ("love song", QT_TRANSLATE_NOOP("SearchHelp", "both words, in title, artist, album or genre")),
    ('"love song"', QT_TRANSLATE_NOOP("SearchHelp", "just this phrase")),
    ("-live", QT_TRANSLATE_NOOP("SearchHelp", "without this word")),
    ("artist:周杰倫", QT_TRANSLATE_NOOP("SearchHelp", "also album:, title:, path: and format:")),
    ("folder:Musics_TBC", QT_TRANSLATE_NOOP("SearchHelp", "in this folder; also file:")),
    (
        "genre:jazz",
        QT_TRANSLATE_NOOP("SearchHelp", "the genre shown, in any language"),
    ),
    ("infile:jazz", QT_TRANSLATE_NOOP("SearchHelp", "the genre in the file; also suggested:")),
    ('infile:""', QT_TRANSLATE_NOOP("SearchHelp", "no genre in the file")),
    ("confidence:>0.8", QT_TRANSLATE_NOOP("SearchHelp", "also >=80%, <0.5 and 0.5..0.8")),
    ("state:accepted", QT_TRANSLATE_NOOP("SearchHelp", "also new, suggested, changed, skipped")),
    ("tag:mellow", QT_TRANSLATE_NOOP("SearchHelp", "sounds so: style, mood, instrument …")),
    ("voice:female", QT_TRANSLATE_NOOP("SearchHelp", "also male, none, choir, and era:80s")),
    ("length:>5:00", QT_TRANSLATE_NOOP("SearchHelp", "also <=90 (seconds) and 3:00..4:30")),
    ("year:1990..1999", QT_TRANSLATE_NOOP("SearchHelp", "also 1984 and >2000")),
    ("blues | jazz", QT_TRANSLATE_NOOP("SearchHelp", "one of both; OR does the same")),
    ("is:missing", QT_TRANSLATE_NOOP("SearchHelp", "also guessed: told by the file's name")),
    ('verdict:"not sure"', QT_TRANSLATE_NOOP("SearchHelp", "also sure, differ, unlike")),
)


def search_help() -> str:
    """Return the examples as a table for a tooltip."""
    rows = "".join(
        f"<tr><td><code>{escape(example)}</code>&nbsp;&nbsp;</td>"
        f"<td>{escape(QCoreApplication.translate('SearchHelp', str(meaning)))}</td></tr>"
        for example, meaning in EXAMPLES
    )
    return f"<table>{rows}</table>"


def remarks_text(remarks: Iterable[Reason]) -> str:
    """Return them as sentences, nothing where all was understood."""
    return " ".join(map(in_words, remarks))


class SearchBox(QLineEdit):
    """Where one types what is to be shown; the help is in its tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Search: 周杰倫  tag:mellow  confidence:>0.8"))
        self.setToolTip(search_help())
        self.setAccessibleName(self.tr("Search"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(120)
        self.setMaximumWidth(340)
