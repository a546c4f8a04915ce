"""Parsing of file names: title, artist, album and number, for files whose tags do not tell.

Careful rather than clever: what could be meant in two ways is left as a title. The files of one
folder are read together, for they tend to be called alike: that says which side of "A - B" is the
artist, and whether numbers in front count tracks.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import NamedTuple

# What stands where nobody is meant; tracks have nothing in common by it.
NOBODY = frozenset(
    {
        *("various artists", "various artist", "various", "va", "v.a.", "v/a", "compilation"),
        *("unknown artist", "unknown", "<unknown>", "[unknown]", "no artist", "artist", "n/a"),
        *("unknown album", "untitled", "album", "群星", "合輯", "合辑", "未知", "佚名"),
        *("未知藝術家", "未知艺术家", "未知藝人", "未知艺人", "未知專輯", "未知专辑"),
    }
)
NOT_ARTISTS = frozenset(  # folders that are called after what lies in them, not after an artist
    {
        *("music", "my music", "musik", "mp3", "mp3s", "flac", "audio", "songs", "albums", "media"),
        *("downloads", "download", "itunes", "library", "singles", "misc", "new", "other", "tmp"),
        *("音樂", "音乐", "歌曲", "專輯", "专辑", "下載", "下载", "華語", "华语", "國語", "国语"),
    }
)
FEW_FILES = 3  # fewer of a folder follow no pattern that one could tell
LEAST_SHARE = 0.6  # of a folder's files follow its pattern
LONGEST_ENDING = 5  # letters of "flac" and one more; what is longer is a word behind a dot
MOST_LETTERS = 60  # of an artist's name; what is longer is a sentence

_CJK = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
_DIGITS = str.maketrans("０１２３４５６７８９\u3000_", "0123456789  ")
_HAS_JUNK = re.compile(r"[\[(【（「]|\d\s?k|www|mqms|副本|copy|\.[a-z]{2,4}\b", re.IGNORECASE)
_MARK = (
    r"(?:mqms\d?|\d{2,4}\s?k(?:bps|b/s)?|hq|sq|hi-?res|flac|mp3|ape|wav|m4a|hd|4k|1080p|720p|"
    r"(?:official|lyrics?|audio|music)(?:\s+(?:music|lyrics?|audio|hd|4k))?(?:\s*(?:video|mv|audio))?|"
    r"mv|無損|无损|高清|高音質|高音质|官方[^\])】）]{0,12}|完整版\s?mv|動態歌詞[^\])】）]{0,8}|"
    r"动态歌词[^\])】）]{0,8}|(?:純|纯)?歌[詞词](?:版)?|(?:www\.)?[\w.-]+\.(?:com|net|org|cn|tw|cc|me|info|vip)"
    r"[^\])】）]{0,12}|(?=[^\]]*[\d_-])[\w-]{11})"
)
_MADE_FROM = re.compile(  # a file that was converted has two endings
    r"(?<!^)\.(?:mp3|flac|m4a|mp4|aac|ogg|opus|wav|wma|ape|webm|mkv)$", re.IGNORECASE
)
_BRACKETED_MARK = re.compile(rf"\s*[\[(【（]\s*{_MARK}\s*[\])】）]\s*", re.IGNORECASE)
_TRAILING_MARK = re.compile(
    r"\s*(?:[-\s]mqms\d?|[-\s]\d{2,3}\s?k(?:bps)?|(?:\s*-\s*)?(?:的?副本|\bcopy)(?:\s?\(\d+\))?|"
    r"\s\(\d{1,2}\)|[-\s](?:www\.)?[a-z0-9-]{2,}\.(?:com|net|org|cn|cc))$",
    re.IGNORECASE,
)
_LEADING_SITE = re.compile(
    r"^(?:www\.)?[a-z0-9-]{2,}\.(?:com|net|org|cn|cc)\s*[-－_\s]\s*", re.IGNORECASE
)
_NAMELESS = re.compile(
    r"(?:(?:audio|new)\s*)?(?:track|titel|piste|pista|untitled|unknown|record(?:ing)?|rec|voice|"
    r"audio|aud|song|sound|img|vid|音軌|音轨|曲目|未命名|無標題|无标题|未知|錄音|录音|新錄音|新录音)"
    r"\s*[-#.]?\s*[\d\s.-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"""
    [\[(【（]? (?:\d{{1,2}}-)? (?P<number>\d{{1,3}}) [\])】）]?
    (?P<gap> \s*[、．]\s* | \s*[.)\]】）]\s+ | \s+-\s+ | -\s+ | (?<=[\])】）]) \s*
        | [.\-](?={_CJK}) | (?<=\d\d)[.\-](?=[^\W\d]) | \s+ )
    (?=\S)
    """,
    re.VERBOSE,
)
_DASH = re.compile(r"\s+[-–—―~]+\s+|\s*[－—―]+\s*|\s-(?=\S)|(?<=\S)-\s")
_TIGHT_DASH = re.compile(rf"(?<={_CJK})-|-(?={_CJK})")
_BOOK = re.compile(
    r"(?P<before>[^《》]*)《(?P<book>[^《》]+)》\s*(?:(?P<number>\d{1,3})[\s.、．-]*)?(?P<after>[^《》]*)"
)
_LENTICULAR = re.compile(r"【(?P<artist>[^【】]{1,24})】\s*(?P<title>[^【】]+)")
_QUOTES = re.compile(r"[《「『](?P<inside>[^《》「」『』]+)[》」』]")
_VERSION = re.compile(
    r"(?:.*\b)?(?:live|remix|mix|edit|demo|acoustic|instrumental|remaster(?:ed)?|version|ver\.?|"
    r"karaoke|cover|unplugged|bonus track)\b.*|"
    r".*(?:現場|现场|伴奏|純音樂|纯音乐|版|演唱會|演唱会).*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[\[(（]?(?:19|20)\d\d[\])）]?[\s.－-]+")
_DISC = re.compile(r"(?:cd|dis[ck]|disco|碟|光碟|光盘)[\s._-]*\d{1,2}$")


_LETTERS = r"[^\W\d_][^\[\](){}（）《》「」『』【】–—―~－_.　-]*"
# "Artist - Title" and nothing else, as most names are that tell anything: the quick way.
_PLAIN = re.compile(
    rf"(?!.*(?:\d ?k|www|mqms|副本|copy))({_LETTERS}\S) - ({_LETTERS})(?:\.[a-z0-9]{{2,5}})?",
    re.IGNORECASE,
)


class FromName(NamedTuple):
    """What a name tells; an empty text says nothing."""

    title: str
    artist: str = ""
    album: str = ""
    number: str = ""


class _Parts(NamedTuple):
    """A name taken apart, before anybody knows how others of its folder are called."""

    title: str
    number: str
    is_counted: bool  # whether the number counts tracks whatever the others of the folder do
    sides: tuple[str, ...]  # around dashes, more than one
    artist: str = ""
    album: str = ""


def read_name(file: str) -> FromName:
    """Return what the name of one file tells by itself."""
    return read_names((file,))[0]


def read_names(files: Sequence[str]) -> list[FromName]:
    """Return what the names of the files of one folder tell, each in the light of the others."""
    parts = [_apart(file) for file in files]
    if len(parts) < FEW_FILES:
        return [_put_together(one, is_numbered=False) for one in parts]
    is_numbered = _is_numbered(parts)
    if is_numbered:
        parts = [one if one.is_counted or not one.number else _without_number(one) for one in parts]
    pairs = [one.sides for one in parts if len(one.sides) == 2]
    is_title_first = len(pairs) >= LEAST_SHARE * len(parts) and _repeats(pairs, 1, 0)
    shared = _shared_artist([one.sides for one in parts])
    return [_put_together(one, is_numbered, is_title_first, shared) for one in parts]


def from_folders(name: FromName, folders: Sequence[str], genres: Collection[str] = ()) -> FromName:
    """Return what folders tell beside the name of a numbered file: Artist/Album/01 Title.

    Args:
        folders: names of those around the file, below the one that a person gave.
        genres: folded names of genres: a folder called so is called after no artist.
    """
    around = [folder for folder in folders if not _DISC.match(folded(folder))]
    if not name.number or name.album or not around:
        return name
    artist, album = _of_album_folder(around[-1])
    if not artist and len(around) > 1:
        above = folded(around[-2])
        is_nobody = above in NOBODY or is_shelf(above, genres) or above.isdigit()
        artist = "" if is_nobody else around[-2].strip()
    if not artist or (name.artist and folded(name.artist) != folded(artist)):
        return name  # a folder of numbered files may be any list
    is_album = folded(album) not in NOBODY and not is_shelf(folded(album), genres)
    return name._replace(artist=name.artist or artist, album=album if is_album else "")


def is_shelf(folder: str, genres: Collection[str]) -> bool:
    """Say whether a folder is called after what lies in it, and not after whoever made it.

    Args:
        folder: its folded name.
        genres: folded names of genres.
    """
    return folder in NOT_ARTISTS or folder in genres


def stem_of(name: str) -> str:
    """Return the name of a file without its ending."""
    stem, _, ending = name.rpartition(".")
    return stem if stem and len(ending) <= LONGEST_ENDING and ending.isalnum() else name


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a name without its case, widths and gaps."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _apart(file: str) -> _Parts:
    if (plain := _PLAIN.fullmatch(file)) and "  " not in file:
        artist, title = plain.groups()
        return _Parts(f"{artist} - {title}", "", False, (artist, title))
    stem = _MADE_FROM.sub("", stem_of(file))
    text = stem.translate(_DIGITS)
    if _HAS_JUNK.search(text):
        text = _without_junk(text)
    text = " ".join(text.split())
    if not text or text.isdigit() or _NAMELESS.fullmatch(text):
        return _Parts(text or stem, "", False, ())
    if "《" in text and (found := _of_book(text)) is not None:
        return found
    number, is_counted, rest = _numbered(text)
    if is_counted:
        text = rest
    if text.startswith("【") and (around := _LENTICULAR.fullmatch(text)):
        artist, title = around["artist"].strip(), around["title"].strip()
        return _Parts(title, number, is_counted, (artist, title))
    return _Parts(text, number, is_counted, _sides(text))


def _without_junk(text: str) -> str:
    """Return a name without the marks of sites, of how a file was made, and of copies."""
    cleaned = _LEADING_SITE.sub("", _BRACKETED_MARK.sub(" ", text).strip())
    while (shorter := _TRAILING_MARK.sub("", cleaned).strip()) != cleaned:
        cleaned = shorter
    return cleaned if any(map(str.isalpha, cleaned)) else text


def _of_book(text: str) -> _Parts | None:
    """Take apart 歌手《歌名》, 《歌名》歌手 and 歌手《專輯》01 歌名."""
    found = _BOOK.fullmatch(text)
    if found is None:
        return None
    before, book, after = (found[name].strip(" -－—") for name in ("before", "book", "after"))
    _, is_counted, rest = _numbered(before) if before else ("", False, "")
    counted = before[: len(before) - len(rest)].strip(" .、．-") if is_counted else ""
    before = rest if is_counted else before
    if (alone := before.strip(" .、．-()[]（）【】")).isdigit():
        counted, before = alone, ""  # 01、《歌名》
    if found["number"] and after:
        return _Parts(after, found["number"], True, (), before, book)
    if before and (not after or _VERSION.fullmatch(after) or after[0] in "(（[【"):
        title = f"{book}{after}" if after else book
        return _Parts(title, counted, bool(counted), (), before)
    if after and not before:
        return _Parts(book, counted, bool(counted), (), "" if _VERSION.fullmatch(after) else after)
    return _Parts(text, "", False, ()) if before else _Parts(book, counted, bool(counted), ())


def _numbered(text: str) -> tuple[str, bool, str]:
    """Return a number in front, whether it surely counts tracks, and what is behind it."""
    found = _NUMBER.match(text) if text[0] in "0123456789[(【（" else None
    if found is None:
        return "", False, text
    number, is_gap_alone = found["number"], not found["gap"].strip()
    is_in_brackets = text[0] in "[(【（"
    if not is_in_brackets and text[found.end("number")] in "])】）" and found["gap"] == "":
        return "", False, text
    is_counted = not is_gap_alone or number[0] == "0" or "-" in found[0][: found.end("number")]
    return number, is_counted or is_in_brackets, text[found.end() :]


def _without_number(parts: _Parts) -> _Parts:
    """Take the number off that the others of the folder say is one."""
    _, _, rest = _numbered(parts.title)
    return _Parts(rest, parts.number, True, _sides(rest), parts.artist, parts.album)


def _sides(text: str) -> tuple[str, ...]:
    """Return what stands around dashes; nothing where there is no dash that parts names."""
    if not any(dash in text for dash in "-－–—―~"):
        return ()
    sides = _DASH.split(text)
    if len(sides) == 1 and text.count("-") == 1:
        sides = _TIGHT_DASH.split(text)
    found = tuple(side for part in sides if (side := part.strip()))
    return found if len(found) > 1 else ()


def _is_numbered(parts: Sequence[_Parts]) -> bool:
    numbers = [int(one.number) for one in parts if one.number]
    is_most = len(numbers) >= LEAST_SHARE * len(parts)
    return is_most and len(set(numbers)) >= 0.8 * len(numbers) and max(numbers) <= 3 * len(parts)


def _repeats(pairs: Sequence[tuple[str, ...]], often: int, seldom: int) -> bool:
    """Say whether one side names few, as artists do, and the other one each time another."""
    some, others = (len({folded(pair[side]) for pair in pairs}) for side in (often, seldom))
    return len(pairs) >= FEW_FILES and some <= len(pairs) / 2 and others > some


def _shared_artist(sides: Sequence[tuple[str, ...]]) -> str:
    """Return the first side that most names of a folder share; "" where they do not."""
    counts = Counter(folded(one[0]) for one in sides if len(one) > 1)
    name, number = counts.most_common(1)[0] if counts else ("", 0)
    return name if number >= max(FEW_FILES, LEAST_SHARE * len(sides)) else ""


def _put_together(
    parts: _Parts, is_numbered: bool, is_title_first: bool = False, shared: str = ""
) -> FromName:
    number = parts.number if parts.is_counted or is_numbered else ""
    sides = parts.sides
    if not sides:
        return FromName(parts.title, parts.artist, parts.album, number)
    if len(sides) > 2 and _VERSION.fullmatch(sides[-1]):
        sides = (*sides[:-2], f"{sides[-2]} - {sides[-1]}")
    if len(sides) == 2 and is_title_first:
        sides = (sides[1], sides[0])
    if len(sides) in (3, 4) and sides[-2].isdigit() and len(sides[-2]) <= 3:
        album = sides[1] if len(sides) == 4 else ""
        return _named(sides[-1], sides[0], album, sides[-2], parts.title)
    if len(sides) == 2:
        inner, is_counted, rest = _numbered(sides[1])
        if is_counted and inner[0] == "0" and not number:
            return _named(rest, sides[0], "", inner, parts.title)
        return _named(sides[1], sides[0], parts.album, number, parts.title)
    if shared and folded(sides[0]) == shared:
        return _named(" - ".join(sides[1:]), sides[0], "", number, parts.title)
    return FromName(parts.title, "", "", number)  # which of them is the artist nobody can say


def _named(title: str, artist: str, album: str, number: str, whole: str) -> FromName:
    if artist.isdigit() or title.isdigit() or len(artist) > MOST_LETTERS:
        return FromName(whole, "", "", number)
    if title[0] in "《「『" and (quoted := _QUOTES.fullmatch(title)):
        title = quoted["inside"].strip()
    return FromName(title, "" if folded(artist) in NOBODY else artist, album, number)


@lru_cache(maxsize=4096)
def _of_album_folder(folder: str) -> tuple[str, str]:
    """Return the artist, if any, and the album that the folder of an album is called after."""
    text = _YEAR.sub("", folder.translate(_DIGITS).strip(), count=1).strip()
    if (book := _BOOK.fullmatch(text)) and not book["after"].strip():
        return book["before"].strip(), book["book"].strip()
    sides = [side for side in _sides(text) if not _YEAR.fullmatch(f"{side} ")]
    if len(sides) == 2:
        return ("" if folded(sides[0]) in NOBODY else sides[0]), sides[1]
    return "", sides[0] if len(sides) == 1 else text or folder.strip()
