"""Which words of a genre go and which come, so that a change can be seen at a glance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

_WORDS_AND_GAPS = re.compile(r"\w+|\W+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text that stays, or that is only before or only after."""

    text: str
    is_changed: bool


@lru_cache(maxsize=4096)  # few of a library's changes differ, and tables paint them often
def word_diff(before: str, after: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return two texts in pieces: what of the first goes, and what of the second comes."""
    old, new = _WORDS_AND_GAPS.findall(before), _WORDS_AND_GAPS.findall(after)
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    goes = [(old[i:j], step != "equal") for step, i, j, _, _ in steps]
    comes = [(new[i:j], step != "equal") for step, _, _, i, j in steps]
    return _pieces(goes), _pieces(comes)


def _pieces(runs: Sequence[tuple[Sequence[str], bool]]) -> tuple[Piece, ...]:
    """Join the words of each run; a gap that stays between two changes belongs to them."""
    joined = [("".join(words), is_changed) for words, is_changed in runs if words]
    pieces: list[Piece] = []
    for place, (text, is_changed) in enumerate(joined):
        is_gap = not any(map(str.isalnum, text))
        around = joined[max(place - 1, 0) : place] + joined[place + 1 : place + 2]
        belongs = is_changed or (is_gap and all(changed for _, changed in around))
        if pieces and pieces[-1].is_changed is belongs:
            pieces[-1] = Piece(pieces[-1].text + text, belongs)
        else:
            pieces.append(Piece(text, belongs))
    return tuple(pieces)
