"""All texts of the program with their translations, and the terms that they are held to."""

import json
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

from musicreclass.cli.help_texts import help_texts
from musicreclass.paths import resource
from tests.sentences.every_reason import CATALOGUE, templates

TERMS = tomllib.loads(resource("translations/termbase.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Text:
    where: str
    english: str
    translated: str


def texts(language: str) -> Iterator[Text]:
    """Yield every text in a language: of window, page and help, sentences, genres, sound tags."""
    yield from _of_window(language)
    yield from _of_page(language)
    for english, translated in help_texts(language).items():
        yield Text("--help", english, translated)
    for code, entry in CATALOGUE.items():
        english = " ".join(templates(entry, "en"))
        for translated in templates(entry, language):
            yield Text(code, english, translated)
    for name, key in (("genres.json", "genres"), ("sound_tags.json", "tags")):
        for entry in json.loads(resource(name).read_text(encoding="utf-8"))[key]:
            if language in entry:
                yield Text(f"{name}: {entry['id']}", entry["en"], entry[language])


def _of_window(language: str) -> Iterator[Text]:
    file = resource(f"translations/musicreclass_{language}.ts")
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            source, translated = message.findtext("source"), message.findtext("translation")
            yield Text(str(context.findtext("name")), str(source), str(translated))


def _of_page(language: str) -> Iterator[Text]:
    english, translated = (
        json.loads(resource(f"page/texts/{name}.json").read_text(encoding="utf-8"))
        for name in ("en", language)
    )
    for key, text in english.items():
        yield Text(f"page: {key}", text, translated[key])
