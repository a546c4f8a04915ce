"""The languages that the program speaks, and what is particular to each.

Who adds one begins here: a name in `Language`, a line in `FACTS`. Then tests say what is missing.
"""

import locale
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

Language = Literal["en", "zh_TW", "zh_CN", "ja"]
LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """What is particular to a language."""

    name: str  # in the language itself
    page_tag: str  # of pages for browsers (BCP 47)
    separator: str = "、"  # between the items of a list
    stop: str = "。"  # ends a sentence
    fonts: tuple[str, ...] = ()  # with Han characters as this language draws them, best first


FACTS: Mapping[Language, LanguageFacts] = {
    "en": LanguageFacts("English", "en", separator=", ", stop="."),
    "zh_TW": LanguageFacts(
        "繁體中文",
        "zh-Hant-TW",
        fonts=("Noto Sans CJK TC", "Noto Sans TC", "PingFang TC", "Microsoft JhengHei UI"),
    ),
    "zh_CN": LanguageFacts(
        "简体中文",
        "zh-Hans-CN",
        fonts=("Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei UI"),
    ),
    "ja": LanguageFacts(
        "日本語",
        "ja",
        fonts=("Noto Sans CJK JP", "Noto Sans JP", "Hiragino Sans", "Yu Gothic UI", "Meiryo UI"),
    ),
}
NAMES: Mapping[str, str] = {language: FACTS[language].name for language in LANGUAGES}

_TRADITIONAL = ("_tw", "_hk", "_mo", "hant")


def language_of(choice: str) -> Language:
    """Return the language that a person chose, or the system's where the choice is "system"."""
    for language in LANGUAGES:
        if choice == language:
            return language
    return language_of_locale(_system_locale())


def language_of_locale(name: str) -> Language:
    """Return the language for a locale's name, such as "zh_HK" or "ja-JP"; else English."""
    lowered = name.replace("-", "_").lower()
    if lowered.startswith("zh"):
        return "zh_TW" if any(part in lowered for part in _TRADITIONAL) else "zh_CN"
    spoken = lowered.replace(".", "_").partition("_")[0]
    return next((language for language in LANGUAGES if language == spoken), "en")


def _system_locale() -> str:
    """Return the name of the language that the system speaks, as "zh_TW.UTF-8"; "" is none."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return value
    if sys.platform == "win32":
        import ctypes

        number = ctypes.windll.kernel32.GetUserDefaultUILanguage()
        return locale.windows_locale.get(number, "")
    return locale.getlocale()[0] or ""
