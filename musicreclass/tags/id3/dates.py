"""Converting dates: ID3v2.3 has a frame for each of year, day and minute, ID3v2.4 one for all."""

import re
from collections.abc import Callable, Mapping, Sequence

from musicreclass.sentences.reason import Reason, because
from musicreclass.tags.id3.reencode import body_of, texts_of

Content = tuple[bytes, bytes]  # name and plain body of a frame
Lose = Callable[[bytes, Reason], None]

_OLD_DATES = (b"TYER", b"TDAT", b"TIME")
_OLDER_NAMES = {b"TDRC": b"TYER", b"TDOR": b"TORY"}
_DATES = frozenset({*_OLD_DATES, *_OLDER_NAMES, *_OLDER_NAMES.values()})
_YEAR = re.compile(r"(\d{4})(-\d{2}-\d{2})?", re.ASCII)  # whole dates are often written there
_PAIR = re.compile(r"(\d{2})(\d{2})", re.ASCII)
_MOMENT = re.compile(r"(\d{4})(?:-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}))?)?", re.ASCII)


def dates_for_4(contents: Sequence[Content], lose: Lose) -> list[Content]:
    """Put year, day and minute into one frame, where the first of them was.

    Args:
        lose: is told of what cannot be said in the other version.
    """
    texts = _first_texts(contents)
    moment = texts[b"TDRC"] if b"TDRC" in texts else _moment(texts)
    _lose_what_differs(texts, moment, lose)
    found: list[Content] = []
    is_done = b"TDRC" in texts
    for name, body in contents:
        if name in _OLD_DATES:
            if moment and not is_done:
                found.append((b"TDRC", body_of([moment])))
            is_done = True
        elif name != b"TORY":
            found.append((name, body))
        elif b"TDOR" not in texts:
            found.append((b"TDOR", body))
        elif not texts[b"TDOR"].startswith(texts[name]):
            lose(name, because("tags.text", text=texts[name]))
    return found


def _moment(texts: Mapping[bytes, str]) -> str:
    year, day, minute = (texts.get(name, "") for name in _OLD_DATES)
    years, days, minutes = _YEAR.fullmatch(year), _PAIR.fullmatch(day), _PAIR.fullmatch(minute)
    if years is None:
        return ""
    if days and not years[2]:
        year += f"-{days[2]}-{days[1]}"
    if minutes and len(year) > len("1999"):
        year += f"T{minutes[1]}:{minutes[2]}"
    return year


def _lose_what_differs(texts: Mapping[bytes, str], moment: str, lose: Lose) -> None:
    year, day, minute = (texts.get(name, "") for name in _OLD_DATES)
    for name, text, is_kept in (
        (b"TYER", year, moment.startswith(year)),
        (b"TDAT", day, moment[5:10] == f"{day[2:]}-{day[:2]}"),
        (b"TIME", minute, moment[11:16] == f"{minute[:2]}:{minute[2:]}"),
    ):
        if text and not is_kept:
            lose(name, because("tags.text", text=text))


def dates_for_3(contents: Sequence[Content], lose: Lose) -> list[Content]:
    """Put what one frame says of a date into three; what is finer than a minute is lost."""
    texts = _first_texts(contents)
    found: list[Content] = []
    for name, body in contents:
        older = _OLDER_NAMES.get(name)
        if older is None:
            found.append((name, body))
        elif older not in texts:
            found += (_three if name == b"TDRC" else _year_alone)(texts[name], lose)
        elif not texts[name].startswith(texts[older]):
            lose(name, because("tags.text", text=texts[name]))
    return found


def _three(text: str, lose: Lose) -> list[Content]:
    match = _MOMENT.match(text)
    if match is None or match.end() < len(text):
        lose(b"TDRC", because("tags.text_in_full", text=text))
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
        lose(b"TDOR", because("tags.text_in_full", text=text))
    return [] if match is None else [(b"TORY", body_of([match[1]]))]


def _first_texts(contents: Sequence[Content]) -> dict[bytes, str]:
    """Return the text of the first of each kind of frames with a date, several separated by "/"."""
    found: dict[bytes, str] = {}
    for name, body in contents:
        if name in _DATES:
            found.setdefault(name, "/".join(texts_of(body)))
    return found
