"""Words for numbers: how the window says lengths, rates and counts, in the user's language."""

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from musicreclass.core.job import Pace, Progress

# How fast a job goes; the words depend on what it takes in.
FILES = QT_TRANSLATE_NOOP("Messages", "{rate} files/s")
TRACKS = QT_TRANSLATE_NOOP("Messages", "{rate} tracks/s")
MEGABYTES = QT_TRANSLATE_NOOP("Messages", "{rate} MB/s")
WAITING = "…"  # what is still being read
UNKNOWN = "–"
BYTES_OF_MEGABYTE = 1e6
LEAST_RATE = 0.1  # what is slower is said by the time that is left


def clock(seconds: float) -> str:
    """Return a length as "3:59" or "1:02:03"; nothing where it is not known."""
    if seconds <= 0:
        return ""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"


def count(number: int) -> str:
    """Return a number with the language's thousands separators."""
    return QLocale().toString(number)


def tracks(number: int) -> str:
    """Return "1 track", "640 tracks"."""
    if number == 1:
        return QCoreApplication.translate("Messages", "1 track")
    return QCoreApplication.translate("Messages", "{number} tracks").format(number=count(number))


def files(number: int) -> str:
    """Return "1 file", "640 files"."""
    if number == 1:
        return QCoreApplication.translate("Messages", "1 file")
    return QCoreApplication.translate("Messages", "{number} files").format(number=count(number))


def listed(words: Iterable[str]) -> str:
    """Return words as a list, with what the language puts between them."""
    return QCoreApplication.translate("Messages", ", ").join(words)


def percent(share: float) -> str:
    """Return a share of one as "91%"."""
    return f"{round(share * 100)}%"


def time_left(seconds: float) -> str:
    """Return how long something will take still, as people say it."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Messages", "{number} s left").format(number=max(1, round(seconds)))
    if seconds < 3600:
        return translate("Messages", "{number} min left").format(number=round(seconds / 60))
    return translate("Messages", "{number} h left").format(number=round(seconds / 3600))


def rate(per_second: float) -> str:
    """Return a rate, with a decimal where it is so low that this matters."""
    whole = per_second >= 9.95
    return count(round(per_second)) if whole else QLocale().toString(per_second, "f", 1)


def pace_text(pace: Pace, progress: Progress, rate_words: object = FILES) -> str:
    """Return "12,300 of 100,000 · 1,600 files/s · 2 min left"."""
    translate = QCoreApplication.translate
    so_far = translate("Messages", "{done} of {total}")
    parts = [so_far.format(done=count(progress.done), total=count(progress.total))]
    if pace.per_second >= LEAST_RATE:
        said = translate("Messages", str(rate_words))
        parts.append(said.format(rate=rate(pace.per_second)))
    if (left := pace.seconds_left(progress)) is not None:
        parts.append(time_left(left))
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """Return how long something takes, as people say it."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Messages", "{number} s").format(number=max(1, round(seconds)))
    if seconds < 3600:
        return translate("Messages", "{number} min").format(number=round(seconds / 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    return translate("Messages", "{hours} h {minutes} min").format(hours=hours, minutes=minutes)
