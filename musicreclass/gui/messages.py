"""Words for numbers: how the window says lengths, rates and counts, in the user's language."""

from PySide6.QtCore import QCoreApplication, QLocale

from musicreclass.core.job import Pace, Progress


def clock(seconds: float) -> str:
    """Return a length as "3:59" or "1:02:03"; nothing where it is not known."""
    if seconds <= 0:
        return ""
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02}:{whole % 60:02}"
    return f"{minutes}:{whole % 60:02}"


def count(number: int) -> str:
    """Return a number with the language's thousands separators."""
    return QLocale().toString(number)


def time_left(seconds: float) -> str:
    """Return how long something will take still, as people say it."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("Messages", "{number} s left").format(number=max(1, round(seconds)))
    if seconds < 3600:
        return translate("Messages", "{number} min left").format(number=round(seconds / 60))
    return translate("Messages", "{number} h left").format(number=round(seconds / 3600))


def pace_text(pace: Pace, progress: Progress) -> str:
    """Return "12,300 of 100,000 · 1,600 files/s · 2 min left"."""
    translate = QCoreApplication.translate
    so_far = translate("Messages", "{done} of {total}")
    parts = [so_far.format(done=count(progress.done), total=count(progress.total))]
    if pace.per_second >= 1.0:
        rate = translate("Messages", "{rate} files/s")
        parts.append(rate.format(rate=count(round(pace.per_second))))
    if (left := pace.seconds_left(progress)) is not None:
        parts.append(time_left(left))
    return " · ".join(parts)
