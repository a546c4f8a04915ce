"""The menu of what can be asked of tracks beside queues, folders and genres."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QMenu, QWidget

from musicreclass.core.review.track_list import TrackList
from musicreclass.core.sound_tags import SoundTags
from musicreclass.gui.language import spoken
from musicreclass.gui.messages import count
from musicreclass.gui.widgets.controls import verbatim

MOST_TAGS = 24
CONFIDENCES = {
    "confidence:>=90%": "≥ 90 %",
    "confidence:>=80%": "≥ 80 %",
    "confidence:50%..80%": "50 – 80 %",
    "confidence:<50%": "< 50 %",
}
PLAIN_TERMS: dict[str, object] = {
    'genre:""': QT_TRANSLATE_NOOP("FilterMenu", "No genre in the file"),
    "is:guessed": QT_TRANSLATE_NOOP("FilterMenu", "Title or artist from the file's name"),
}


class FilterMenu(QMenu):
    """Signals: `term_wanted` with a term of the language of searches; `missing_wanted`."""

    term_wanted = Signal(str)
    missing_wanted = Signal()

    def __init__(self, tracks: TrackList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracks = tracks
        confidences = self.addMenu(self.tr("Confidence"))
        for term, text in CONFIDENCES.items():
            self._add(confidences, text, term)
        self.tags = self.addMenu(self.tr("Sounds like"))
        self.formats = self.addMenu(self.tr("Format"))
        self.years = self.addMenu(self.tr("Years"))
        self.tags.aboutToShow.connect(self._fill_tags)
        self.formats.aboutToShow.connect(self._fill_formats)
        self.years.aboutToShow.connect(self._fill_years)
        self.addSeparator()
        for term in PLAIN_TERMS:
            self._add(self, term_words(term), term)
        self.addAction(self.tr("Missing files"), self.missing_wanted.emit)

    def _fill_tags(self) -> None:
        known = {tag.id: tag for tag in SoundTags.shipped().tags}
        counts = self._tracks.count_shown_by_tag()
        names = {
            f"tag:{tag}": (known[tag].names.get(spoken(), tag) if tag in known else tag, number)
            for tag, number in counts.most_common(MOST_TAGS)
        }
        self._fill(self.tags, ((t, *said) for t, said in names.items()))

    def _fill_formats(self) -> None:
        counts = self._tracks.count_shown_by("format").most_common()
        found = ((f'format:"{name}"', name, number) for name, number in counts if name)
        self._fill(self.formats, found)

    def _fill_years(self) -> None:
        counts: Counter[str] = Counter()
        for year, number in self._tracks.count_shown_by("year").items():
            if len(decade := year[:3]) == 3 and decade.isdecimal():
                counts[decade] += number
        self._fill(
            self.years,
            ((f"year:{d}0..{d}9", f"{d}0 – {d}9", counts[d]) for d in sorted(counts, reverse=True)),
        )

    def _fill(self, menu: QMenu, terms: Iterable[tuple[str, str, int]]) -> None:
        menu.clear()
        for term, text, number in terms:
            self._add(menu, f"{text}  ({count(number)})", term)
        if menu.isEmpty():
            menu.addAction(self.tr("nothing known")).setEnabled(False)

    def _add(self, menu: QMenu, text: str, term: str) -> None:
        menu.addAction(verbatim(text)).triggered.connect(lambda: self.term_wanted.emit(term))


def term_words(term: str) -> str:
    """Return what a chip says of a term: "Confidence ≥ 80 %", "mellow", "1990 – 1999"."""
    translate = QCoreApplication.translate
    if term in CONFIDENCES:
        return f"{translate('FilterMenu', 'Confidence')} {CONFIDENCES[term]}"
    if term in PLAIN_TERMS:
        return translate("FilterMenu", str(PLAIN_TERMS[term]))
    field, _, value = term.partition(":")
    value = value.strip('"')
    if field == "tag":
        known = {tag.id: tag for tag in SoundTags.shipped().tags}
        return known[value].names.get(spoken(), value) if value in known else value
    if field == "year":
        return value.replace("..", " – ")
    return value if field == "format" else term
