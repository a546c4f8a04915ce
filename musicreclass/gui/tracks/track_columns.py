"""The columns of the track table: a new column is one entry here."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.review.track_list import OfReview, OfSuggestion
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import clock
from musicreclass.gui.tracks import review_words

CONTEXT = "TrackTable"
SHOWN_ENCODINGS = {"gb18030": "GBK", "big5": "Big5", "shift_jis": "Shift-JIS", "euc_kr": "EUC-KR"}


@dataclass(frozen=True, slots=True)
class Column:
    """How one property of a track is shown, sorted and sized."""

    name: str  # key in what is remembered of the table; never renamed
    heading: object  # text, which Qt's marker for translators types as anything
    text: Callable[[TrackLine], str]
    key: Callable[[TrackLine], Any]  # what sorting compares; never the text
    width: int  # pixels at first, or the share of what is left where it `stretches`
    stretches: bool = False
    is_number: bool = False
    is_quiet: bool = False  # shown dimmed: context rather than subject
    is_extra: bool = False  # hidden until somebody asks for it
    detail: Callable[[TrackLine], str] | None = None  # what the cell means, where it is not text

    @property
    def shown_heading(self) -> str:
        return QCoreApplication.translate(CONTEXT, str(self.heading))

    def parts(self, line: TrackLine) -> list[str]:
        """Return all that the cell says of a track, for those who cannot see how it is drawn."""
        return [part for part in (self.text(line), self.detail and self.detail(line)) if part]


def tag_text(line: TrackLine) -> str:
    """Return the kind of the tags, with the encoding that had to be guessed."""
    if not line.legacy_encoding:
        return line.tag_kind
    shown = SHOWN_ENCODINGS.get(line.legacy_encoding, line.legacy_encoding)
    return f"{line.tag_kind} · {shown}"


def _place_on_album(line: TrackLine) -> str:
    return f"{line.album.casefold()}\n{line.track_number.partition('/')[0]:0>4}"


def section_of(name: str) -> int:
    """Return where the column of this name stands."""
    return next(i for i, column in enumerate(COLUMNS) if column.name == name)


COLUMNS: tuple[Column, ...] = (
    Column(
        "title",
        QT_TRANSLATE_NOOP("TrackTable", "Title"),
        lambda line: line.shown_title,
        lambda line: (line.title or line.name).casefold(),
        30,
        stretches=True,
    ),
    Column(
        "artist",
        QT_TRANSLATE_NOOP("TrackTable", "Artist"),
        lambda line: line.artist,
        lambda line: line.artist.casefold(),
        20,
        stretches=True,
    ),
    Column(
        "album",
        QT_TRANSLATE_NOOP("TrackTable", "Album"),
        lambda line: line.album,
        lambda line: line.album.casefold(),
        18,
        stretches=True,
        is_extra=True,
    ),
    Column(
        "number",
        QT_TRANSLATE_NOOP("TrackTable", "No."),
        lambda line: line.track_number.partition("/")[0],
        _place_on_album,
        52,
        is_number=True,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "genre",
        QT_TRANSLATE_NOOP("TrackTable", "Genre in file"),
        lambda line: line.genre,
        lambda line: line.genre.casefold(),
        26,
        stretches=True,
    ),
    Column(
        "suggested",
        QT_TRANSLATE_NOOP("TrackTable", "Suggested"),
        lambda line: review_words.settled_text(line.suggestion, line.decision),
        OfReview(review_words.settled_key),
        36,
        stretches=True,
    ),
    Column(
        "confidence",
        QT_TRANSLATE_NOOP("TrackTable", "Confidence"),
        lambda line: review_words.confidence_text(line.suggestion),
        OfSuggestion(review_words.confidence_key),
        112,
        is_number=True,
        detail=lambda line: review_words.verdict_text(line.suggestion),
    ),
    Column(
        "state",
        QT_TRANSLATE_NOOP("TrackTable", "State"),
        lambda line: review_words.state_text(line.suggestion, line.decision),
        OfReview(review_words.state_key),
        100,
    ),
    Column(
        "heard_by",
        QT_TRANSLATE_NOOP("TrackTable", "Heard by"),
        lambda line: review_words.heard_by_text(line.suggestion),
        OfSuggestion(review_words.heard_by_key),
        84,
        is_quiet=True,
        detail=lambda line: review_words.opinions_text(line.suggestion),
    ),
    Column(
        "year",
        QT_TRANSLATE_NOOP("TrackTable", "Year"),
        lambda line: line.year[:4],
        lambda line: line.year,
        66,
        is_number=True,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "length",
        QT_TRANSLATE_NOOP("TrackTable", "Length"),
        lambda line: clock(line.seconds),
        lambda line: line.seconds,
        76,
        is_number=True,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "format",
        QT_TRANSLATE_NOOP("TrackTable", "Format"),
        lambda line: line.format,
        lambda line: line.format,
        84,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "tags",
        QT_TRANSLATE_NOOP("TrackTable", "Tags"),
        tag_text,
        tag_text,
        132,
        is_quiet=True,
        is_extra=True,
    ),
)
