"""Dates: ID3v2.3 has year, day and minute in a frame each, ID3v2.4 all of them in one."""

import re
from collections.abc import Callable, Sequence

from musicreclass.tags.id3_reencode import body_of, texts_of

Content = tuple[bytes, bytes]  # name and plain body of a frame
Lose = Callable[[bytes, str], None]

_OLD_DATES = (b"TYER", b"TDAT", b"TIME")
_YEAR = re.compile(r"(\d{4})(-\d{2}-\d{2})?")  # whole dates are often written there
_PAIR = re.compile(r"(\d{2})(\d{2})")
_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?")


def dates_for_4(contents: Sequence[Content], lose: Lose) -> list[Content]:
    """Put year, day and minute into one frame, where the first of them was.

    Args:
        lose: is told of what has no place.
    """
    bodies = dict(reversed(contents))  # of several the first counts
    moment = "" if b"TDRC" in bodies else _moment(bodies, lose)
    found: list[Content] = []
    for name, body in contents:
        if name in _OLD_DATES:
            if moment:
                found.append((b"TDRC", body_of([moment])))
                moment = ""
        elif name == b"TORY" and b"TDOR" not in bodies:
            found.append((b"TDOR", body))
        else:
            found.append((name, body))
    return found


def _moment(bodies: dict[bytes, bytes], lose: Lose) -> str:
    year, day, minute = (_first(bodies, name) for name in _OLD_DATES)
    years, days, minutes = _YEAR.fullmatch(year), _PAIR.fullmatch(day), _PAIR.fullmatch(minute)
    moment = year if years else ""
    if years and days and not years[2]:
        moment += f"-{days[2]}-{days[1]}"
    if len(moment) > len("1999") and minutes:
        moment += f"T{minutes[1]}:{minutes[2]}"
    for name, text, is_kept in (
        (b"TYER", year, moment),
        (b"TDAT", day, days and moment[5:10] == f"{days[2]}-{days[1]}"),
        (b"TIME", minute, "T" in moment),
    ):
        if text and not is_kept:
            lose(name, f"“{text}”")
    return moment


def dates_for_3(contents: Sequence[Content], lose: Lose) -> list[Content]:
    """Put what one frame says of a date into three; what is finer than a minute is lost."""
    present = {name for name, _ in contents}
    found: list[Content] = []
    for name, body in contents:
        text = next(iter(texts_of(body)), "") if name in (b"TDRC", b"TDOR") else ""
        if name == b"TDRC":
            if not present & set(_OLD_DATES):
                found += _three(text, lose)
        elif name == b"TDOR":
            if b"TORY" not in present:
                found += _year_alone(text, lose)
        else:
            found.append((name, body))
    return found


def _three(text: str, lose: Lose) -> list[Content]:
    match = _MOMENT.match(text)
    if match is None or match.end() < len(text):
        lose(b"TDRC", f"“{text}” in full")
    if match is None:
        return []
    year, month, day, hour, minute = match.groups()
    found = [(b"TYER", body_of([year]))]
    if month:
        found.append((b"TDAT", body_of([day + month])))
    if hour:
        found.append((b"TIME", body_of([hour + minute])))
    return found


def _year_alone(text: str, lose: Lose) -> list[Content]:
    match = _YEAR.match(text)
    if match is None or text != match[1]:
        lose(b"TDOR", f"“{text}” in full")
    return [] if match is None else [(b"TORY", body_of([match[1]]))]


def _first(bodies: dict[bytes, bytes], name: bytes) -> str:
    return next(iter(texts_of(bodies.get(name, b""))), "")
