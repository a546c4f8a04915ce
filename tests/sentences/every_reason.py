"""Every reason of the catalogue with values, and how to find English in what is said of it."""

import re
import string
from pathlib import Path

from musicreclass.sentences.catalogue import entries
from musicreclass.sentences.languages import LANGUAGES
from musicreclass.sentences.reason import Reason

CATALOGUE = entries()
TRANSLATED = tuple(language for language in LANGUAGES if language != "en")
# Words that stay as they are in Chinese: names of formats, programs, commands and their options.
NAMES = set(Path(__file__).with_name("untranslated.txt").read_text(encoding="utf-8").split())


def templates(entry, language):
    said = entry[language]
    return list(said.values()) if isinstance(said, dict) else [said]


def fields_of(entry, language="en"):
    """Return what each value of a reason is formatted with, by its name."""
    return {
        name: form
        for template in templates(entry, language)
        for _, name, form, _ in string.Formatter().parse(template)
        if name is not None
    }


def reason_of(code):
    """Return the reason of a code: two of all that it counts, and 樂 for all that it names."""
    fields = fields_of(CATALOGUE[code])
    return Reason(code, tuple((name, 2 if form else "樂") for name, form in fields.items()))


def with_english(said):
    """Return the English words of each text that has any, by its code."""
    found = {
        code: [
            word
            for word in re.findall(r"[A-Za-z_]+", re.sub(r"--[\w-]+", "", text))
            if word.lower() not in NAMES
        ]
        for code, text in said.items()
    }
    return {code: words for code, words in found.items() if words}
