"""A library of as many made-up tracks as wanted, a folder for each album, in forty languages."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

FOLDERS = 2_000  # at the top
TRACKS_PER_ALBUM = 12
AT_ONCE = 20_000
GENRES = ("Pop", "Rock", "Jazz", "流行", "Electronic", "Classical", "民謠", "Folk; Pop", "")
FORMATS = ("MP3", "FLAC", "Ogg Vorbis", "AAC")
TAG_KINDS = {"MP3": "ID3v2.3", "FLAC": "Vorbis comment", "Ogg Vorbis": "Vorbis comment"}
# A few words of each of forty languages, as titles and names hold them.
WORDS = """
love night river blue light|青花 時間 月亮 故事 天空|东风 夜曲 晴天 回忆 世界|夜 花 風 涙 東京|사랑 밤 바다 하늘 꿈
amour nuit rivière lumière été|Liebe Nacht Straße Licht Grüße|amor noche corazón luz río|amor noite coração luz mar
amore notte cuore luce città|любовь ночь река свет дождь|кохання ніч ріка світло дощ|любов нощ река светлина дъжд
љубав ноћ река светло киша|miłość noc rzeka światło deszcz|láska noc řeka světlo déšť|láska noc rieka svetlo dážď
szerelem éjszaka folyó fény eső|dragoste noapte râu lumină ploaie|aşk gece nehir ışık yağmur|αγάπη νύχτα ποτάμι φως βροχή
אהבה לילה נהר אור גשם|حب ليل نهر نور مطر|عشق شب رود نور باران|محبت رات دریا روشنی بارش|प्यार रात नदी रोशनी बारिश
ভালোবাসা রাত নদী আলো বৃষ্টি|காதல் இரவு ஆறு ஒளி மழை|ప్రేమ రాత్రి నది వెలుగు వాన|ความรัก คืน แม่น้ำ แสง ฝน|tình đêm sông sáng mưa
cinta malam sungai cahaya hujan|pag-ibig gabi ilog liwanag ulan|upendo usiku mto mwanga mvua|rakkaus yö joki valo sade
kärlek natt flod ljus regn|kærlighed nat flod lys regn|kjærlighet natt elv lys regn|ást nótt fljót ljós rigning
meilė naktis upė šviesa lietus|mīlestība nakts upe gaisma lietus|armastus öö jõgi valgus vihm|სიყვარული ღამე მდინარე სინათლე წვიმა
սեր գիշեր գետ լույս անձրև
"""  # noqa: E501
COLUMNS = (
    "id", "folder_id", "location", "name", "size", "mtime_ns", "fingerprint", "format", "seconds",
    "sample_rate", "channels", "bits_per_second", "title", "artist", "album_artist", "album",
    "track_number", "year", "genres", "genre", "tag_kind", "legacy_encoding",
)  # fmt: skip


def make_library(file: Path, rows: int, root: str = "/music") -> None:
    """Make a library of `rows` tracks, none of which has a file."""
    from musicreclass.library.store import Library

    file.parent.mkdir(parents=True, exist_ok=True)
    with Library(file) as library:
        folder = library.add_folder(Path(root)).id
    marks = ", ".join("?" for _ in COLUMNS)
    with closing(sqlite3.connect(file)) as db, db:
        db.execute("PRAGMA synchronous = OFF")
        db.executemany(
            f"INSERT INTO track({', '.join(COLUMNS)}) VALUES ({marks})",
            _rows(rows, folder, root),
        )


def languages() -> list[list[str]]:
    """Return the words of each language."""
    return [words.split() for words in WORDS.strip().replace("\n", "|").split("|")]


def _rows(rows: int, folder: int, root: str) -> Iterator[tuple[Any, ...]]:
    chance, spoken = random.Random(rows), languages()
    for track in range(rows):
        album = track // TRACKS_PER_ALBUM
        words = spoken[album % FOLDERS % len(spoken)]
        number = track % TRACKS_PER_ALBUM + 1
        artist = f"{words[album % 5]} {words[album // 7 % 5]} {album // 40}".title()
        name = f"{words[album // 3 % 5]} {album}"
        title = f"{chance.choice(words)} {chance.choice(words)} {chance.randrange(rows)}"
        kind = FORMATS[album % len(FORMATS)]
        above = f"{root}/{album % FOLDERS:04} {words[0]}/{name}"
        file = f"{number:02} {title}.{kind[:4].lower().strip()}"
        genre = GENRES[album % len(GENRES)]
        yield (
            track + 1, folder, f"{above}/{file}", file,
            3_000_000 + chance.randrange(9_000_000), 1_700_000_000_000_000_000 + track * 1_000_003,
            f"{track:032x}", kind, round(chance.uniform(60, 420), 3), 44_100, 2, 192_000,
            title, artist, artist, name, f"{number}/{TRACKS_PER_ALBUM}",
            str(1960 + album % 65), json.dumps(genre.split("; ")), genre,
            TAG_KINDS.get(kind, "MP4"), "",
        )  # fmt: skip
