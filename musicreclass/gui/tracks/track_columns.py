"""The columns of the track table: a new column is one entry here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from musicreclass.core.review.sort_keys import (
    OfAlbumPosition,
    OfConfidence,
    OfFolder,
    OfName,
    OfSeconds,
    OfSoundTags,
    OfText,
    OfTexts,
    OfTitle,
    OfWord,
)
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import clock
from musicreclass.gui.tracks import review_words
from musicreclass.gui.widgets.column_table import RIGHT, Column

CONTEXT = "TrackTable"
SHOWN_ENCODINGS = {"gb18030": "GBK", "big5": "Big5", "shift_jis": "Shift-JIS", "euc_kr": "EUC-KR"}


def tag_text(tag_kind: str, legacy_encoding: str) -> str:
    """Return the kind of the tags, with the encoding that had to be guessed."""
    if not legacy_encoding:
        return tag_kind
    return f"{tag_kind} · {SHOWN_ENCODINGS.get(legacy_encoding, legacy_encoding)}"


GUESSED_FIELDS = {"title": "title", "artist": "artist", "album": "album", "number": "track_number"}


def is_guessed(line: TrackLine, column: str) -> bool:
    """Say whether what a column shows was told by the file's name, for its tags do not."""
    return GUESSED_FIELDS.get(column) in line.guessed.split()


def source_text(line: TrackLine, column: str) -> str:
    """Return that the file's name told something, nothing where its tags did."""
    if not is_guessed(line, column):
        return ""
    return QCoreApplication.translate("TrackTable", "from the file's name")


COLUMNS: tuple[Column[TrackLine], ...] = (
    Column(
        "title",
        QT_TRANSLATE_NOOP("TrackTable", "Title"),
        lambda line: line.shown_title,
        44,
        key=OfTitle(),
        stretches=True,
        least=220,
        detail=lambda line: source_text(line, "title"),
    ),
    Column(
        "artist",
        QT_TRANSLATE_NOOP("TrackTable", "Artist"),
        lambda line: line.artist,
        20,
        key=OfText("artist"),
        stretches=True,
        least=84,
        folds_when_empty=True,
        gives_way=6,
        detail=lambda line: source_text(line, "artist"),
    ),
    Column(
        "album",
        QT_TRANSLATE_NOOP("TrackTable", "Album"),
        lambda line: line.album,
        18,
        key=OfText("album"),
        stretches=True,
        least=84,
        folds_when_empty=True,
        gives_way=2,
        detail=lambda line: source_text(line, "album"),
    ),
    Column(
        "number",
        QT_TRANSLATE_NOOP("TrackTable", "No."),
        lambda line: line.track_number.partition("/")[0],
        52,
        key=OfAlbumPosition(),
        alignment=RIGHT,
        detail=lambda line: source_text(line, "number"),
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "genre",
        QT_TRANSLATE_NOOP("TrackTable", "Genre in file"),
        lambda line: line.genre,
        24,
        key=OfText("genre"),
        stretches=True,
        hint=QT_TRANSLATE_NOOP("TrackTable", "What the file says now"),
        least=96,
        folds_when_empty=True,
        gives_way=4,
    ),
    Column(
        "suggested",
        QT_TRANSLATE_NOOP("TrackTable", "Genre"),
        lambda line: review_words.genre_text(line.suggestion, line.decision),
        46,
        key=OfWord(review_words.genre_key),
        stretches=True,
        hint=QT_TRANSLATE_NOOP(
            "TrackTable",
            "What will be written: the genre you decided on; until then, after a ring and"
            " in italics, what is suggested",
        ),
        least=158,  # "not sure  Electronic" is read whole
    ),
    Column(
        "confidence",
        QT_TRANSLATE_NOOP("TrackTable", "Confidence"),
        lambda line: review_words.confidence_text(line.suggestion, line.decision),
        112,
        key=OfConfidence(),
        alignment=RIGHT,
        hint=QT_TRANSLATE_NOOP("TrackTable", "How likely the genre shown beside it is right"),
        detail=lambda line: review_words.confidence_meaning(line.suggestion, line.decision),
        least=64,
    ),
    Column(
        "state",
        QT_TRANSLATE_NOOP("TrackTable", "State"),
        lambda line: review_words.state_text(line.suggestion, line.decision),
        118,
        key=OfWord(review_words.state_key),
        least=100,
        gives_way=5,
    ),
    Column(
        "heard_by",
        QT_TRANSLATE_NOOP("TrackTable", "Heard by"),
        lambda line: review_words.classifiers_text(line.suggestion),
        84,
        key=OfWord(lambda suggestion, _: review_words.classifiers_key(suggestion)),
        is_quiet=True,
        is_extra=True,
        detail=lambda line: review_words.opinions_text(line.suggestion),
    ),
    Column(
        "year",
        QT_TRANSLATE_NOOP("TrackTable", "Year"),
        lambda line: line.year[:4],
        66,
        key=OfText("year"),
        alignment=RIGHT,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "length",
        QT_TRANSLATE_NOOP("TrackTable", "Length"),
        lambda line: clock(line.seconds),
        76,
        key=OfSeconds(),
        alignment=RIGHT,
        is_quiet=True,
        folds_when_empty=True,
        gives_way=1,
    ),
    Column(
        "format",
        QT_TRANSLATE_NOOP("TrackTable", "Format"),
        lambda line: line.format,
        84,
        key=OfText("format"),
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "folder",
        QT_TRANSLATE_NOOP("TrackTable", "Folder"),
        lambda line: line.folder,
        20,
        key=OfFolder(),
        stretches=True,
        least=90,
        folds_when_empty=True,
        gives_way=3,
        is_quiet=True,
    ),
    Column(
        "file",
        QT_TRANSLATE_NOOP("TrackTable", "File"),
        lambda line: line.name,
        26,
        key=OfName(),
        stretches=True,
        least=90,
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "tags",
        QT_TRANSLATE_NOOP("TrackTable", "Tags"),
        lambda line: tag_text(line.tag_kind, line.legacy_encoding),
        132,
        key=OfTexts("tag_kind", "legacy_encoding", tag_text),
        is_quiet=True,
        is_extra=True,
    ),
    Column(
        "sounds_like",
        QT_TRANSLATE_NOOP("TrackTable", "Sounds like"),
        lambda line: review_words.sounds_like_text(line.sound_tags or ()),
        20,
        key=OfSoundTags(review_words.sounds_like_text),
        stretches=True,
        hint=QT_TRANSLATE_NOOP(
            "TrackTable", "What networks say it sounds like: style, mood, voice, instrument, era"
        ),
        least=110,
        is_quiet=True,
        is_extra=True,
    ),
)
