"""Letters of five by seven dots, for captions of pictures where there is no font to draw with.

Capitals and digits; small letters are drawn as capitals, accents are left off, and what has no
letter here is a box.
"""

import numpy as np
import numpy.typing as npt

from musicreclass.core.genre import fold

Dots = npt.NDArray[np.bool_]  # shape (7, 6 x letters): five columns each, and a gap

WIDTH, HEIGHT = 6, 7

# A row of five dots is two hexadecimal digits; seven rows from above.
_LETTERS = {
    " ": "00000000000000",
    ".": "00000000000C0C",
    ",": "00000000060204",
    "-": "0000001F000000",
    "/": "01010204081010",
    "&": "0C12140815120D",
    "'": "0C040800000000",
    "%": "18190204081303",
    "+": "0004041F040400",
    "(": "02040808080402",
    ")": "08040202020408",
    ":": "000C0C000C0C00",
    "0": "0E11131519110E",
    "1": "040C040404040E",
    "2": "0E11010204081F",
    "3": "1F02040201110E",
    "4": "02060A121F0202",
    "5": "1F101E0101110E",
    "6": "0608101E11110E",
    "7": "1F010204080808",
    "8": "0E11110E11110E",
    "9": "0E11110F01020C",
    "a": "0E11111F111111",
    "b": "1E11111E11111E",
    "c": "0E11101010110E",
    "d": "1C12111111121C",
    "e": "1F10101E10101F",
    "f": "1F10101E101010",
    "g": "0E11101711110F",
    "h": "1111111F111111",
    "i": "0E04040404040E",
    "j": "0702020202120C",
    "k": "11121418141211",
    "l": "1010101010101F",
    "m": "111B1515111111",
    "n": "11111915131111",
    "o": "0E11111111110E",
    "p": "1E11111E101010",
    "q": "0E11111115120D",
    "r": "1E11111E141211",
    "s": "0F10100E01011E",
    "t": "1F040404040404",
    "u": "1111111111110E",
    "v": "11111111110A04",
    "w": "1111111515150A",
    "x": "11110A040A1111",
    "y": "1111110A040404",
    "z": "1F01020408101F",
}
_BOX = "1F11111111111F"


def dots_of(text: str) -> Dots:
    """Return `text` as dots."""
    letters = fold(text)
    dots = np.zeros((HEIGHT, WIDTH * len(letters)), dtype=bool)
    for place, letter in enumerate(letters):
        rows = bytes.fromhex(_LETTERS.get(letter, _BOX))
        for row, bits in enumerate(rows):
            for column in range(5):
                dots[row, WIDTH * place + column] = bits >> (4 - column) & 1
    return dots
