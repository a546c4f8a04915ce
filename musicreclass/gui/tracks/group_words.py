"""What the row of a group says in each column."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from musicreclass.core.location import path_of, readable
from musicreclass.core.review.grouped_rows import GroupAgreement, GroupBy
from musicreclass.core.track import TrackLine
from musicreclass.gui.messages import clock, count, tracks

GROUP_GAP = "  ·  "  # between what a group is called and its number of tracks


def group_title(by: GroupBy, first: TrackLine) -> str:
    """Return what a group is called, by its first track."""
    translate = QCoreApplication.translate
    folder = readable(path_of(first.location).parent.name) or "/"
    if by is GroupBy.ALBUM:
        return first.album or translate("Groups", "{folder} (no album)").format(folder=folder)
    if by is GroupBy.ARTIST:
        return first.artist or translate("Groups", "No artist")
    return first.folder or folder


def group_text(
    column: str, by: GroupBy, lines: Sequence[TrackLine], agreement: GroupAgreement, genre: str
) -> str:
    """Return what a column says of a group.

    Args:
        genre: what that of most of its tracks is called here.
    """
    translate, first = QCoreApplication.translate, lines[0]
    if column == "title":
        return f"{group_title(by, first)}{GROUP_GAP}{tracks(agreement.tracks)}"
    if column == "artist":
        artists = {line.artist for line in lines[:200]}
        return first.artist if len(artists) == 1 and by is not GroupBy.ARTIST else ""
    if column == "suggested" and genre:
        if agreement.number == agreement.tracks:
            return genre
        words = translate("Groups", "{genre} · {number} of {tracks}")
        return words.format(
            genre=genre, number=count(agreement.number), tracks=count(agreement.tracks)
        )
    if column == "state":
        words = translate("Groups", "{decided} of {tracks} decided")
        decided, every = count(agreement.decided), count(agreement.tracks)
        return words.format(decided=decided, tracks=every) if agreement.decided else ""
    if column == "length":
        return clock(agreement.seconds)
    return first.folder if column == "folder" and by is not GroupBy.ARTIST else ""


def ranking_text(agreement: GroupAgreement, names: Sequence[str]) -> str:
    """Return which genres the keys 1 to 5 give to a group."""
    ranked = "\n".join(f"{rank}  {name}" for rank, name in enumerate(names, 1))
    hint = QCoreApplication.translate(
        "Groups", "A or 1 to 5 decides for all its tracks that nobody has decided on."
    )
    return f"{hint}\n{ranked}" if ranked else hint
