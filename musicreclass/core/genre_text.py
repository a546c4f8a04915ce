"""How the spelling of a genre is compared: what of a text counts, and what does not.

Knows no genre; `core.genre` does.
"""

import unicodedata

AND = "&"
ANDS = frozenset({AND, "and", "n"})


def fold(text: str) -> str:
    """Return `text` without its case, accents and full widths."""
    if text.isascii():
        return text.lower()
    folded = unicodedata.normalize("NFKD", text).casefold()
    decomposed = unicodedata.normalize("NFKD", folded)
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """Return the words of `text`, folded; "&", "+", "and" and "n" between two words are one."""
    folded = fold(text)
    if folded.isascii():
        words = folded.translate(ASCII_LETTER_OR_GAP).split()
    else:
        words = "".join(map(_letter_or_gap, folded)).split()
    between = range(1, len(words) - 1)
    return [
        AND if word in ANDS and place in between else word
        for place, word in enumerate(words)
        if word != AND or place in between
    ]


def key_of(text: str) -> str:
    """Return what is left of `text` when nothing but its words counts.

    "Hip-Hop", "hip hop" and "HIPHOP" have one key, as have "Drum & Bass" and "drum'n'bass". A text
    without any word has the key "".
    """
    return "".join(words_of(text))


def spelling_of(text: str) -> str:
    """Return `text` folded and without gaps, its punctuation kept: "R&B / Soul" is "r&b/soul"."""
    return "".join(fold(text).split())


def _letter_or_gap(character: str) -> str:
    if character.isalnum() or unicodedata.category(character).startswith("M"):
        return character  # marks are the vowels of some scripts
    return f" {AND} " if character in "&+" else " "


# Most texts are ASCII, and the completer asks about every genre of a library at each key.
ASCII_LETTER_OR_GAP = str.maketrans({chr(code): _letter_or_gap(chr(code)) for code in range(128)})
