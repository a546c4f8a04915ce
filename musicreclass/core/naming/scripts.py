"""Which script a name is written in, where it is not Latin."""

from __future__ import annotations

from bisect import bisect_right

# ISO 15924, by the first code point of a block and the one behind its last.
_BLOCKS = (
    (0x0370, 0x0400, "Grek"),
    (0x0400, 0x0530, "Cyrl"),
    (0x0530, 0x0590, "Armn"),
    (0x0590, 0x0600, "Hebr"),
    (0x0600, 0x0780, "Arab"),
    (0x0900, 0x0980, "Deva"),
    (0x0980, 0x0A00, "Beng"),
    (0x0B80, 0x0C00, "Taml"),
    (0x0E00, 0x0E80, "Thai"),
    (0x10A0, 0x1100, "Geor"),
    (0x1100, 0x1200, "Kore"),
    (0x3040, 0x3100, "Jpan"),
    (0x3400, 0xA000, "Hani"),
    (0xAC00, 0xD7B0, "Kore"),
    (0xF900, 0xFB00, "Hani"),
    (0x20000, 0x32000, "Hani"),
)
_STARTS = [start for start, *_ in _BLOCKS]
_MIXED_WITH_HAN = ("Jpan", "Kore")  # a name with a few kana is Japanese, however many are Han


def script_of(*names: str) -> str:
    """Return the script of most letters that are not Latin; "" where there are none."""
    counts: dict[str, int] = {}
    for name in names:
        if name.isascii():
            continue
        for letter in name:
            index = bisect_right(_STARTS, ord(letter)) - 1
            if index >= 0 and ord(letter) < _BLOCKS[index][1]:
                script = _BLOCKS[index][2]
                counts[script] = counts.get(script, 0) + 1
    for script in _MIXED_WITH_HAN:
        if script in counts:
            return script
    return max(counts, key=lambda script: counts[script], default="")
