"""The packages that the program is made of, with their licences as they bring them along."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata

from musicreclass.core.job import JobContext

LICENCE_NAMES = re.compile(r"(licen[cs]e|copying|notice|copyright)", re.IGNORECASE)
CLASSIFIER = "License :: "
LONGEST_NAME = 80  # of a licence; some packages put its whole text in the place of its name
LONGEST_TEXT = 400_000


@dataclass(frozen=True, slots=True)
class PackageLicence:
    """A package, and under which terms it is used."""

    name: str
    version: str
    licence: str  # its name, "" where the package does not say
    text: str  # whole, "" where the package brings none along


def installed_packages(ctx: JobContext) -> list[PackageLicence]:
    """Return all packages of this installation, by name."""
    found: dict[str, PackageLicence] = {}
    for one in metadata.distributions():
        ctx.raise_if_cancelled()
        facts = one.metadata  # which is read anew each time it is asked for
        name = facts["Name"]
        if name and name.lower() not in found:
            found[name.lower()] = PackageLicence(
                name, facts["Version"] or "", _licence(facts), _text(one)
            )
    return [found[name] for name in sorted(found)]


def _licence(facts: metadata.PackageMetadata) -> str:
    if expression := facts.get_all("License-Expression"):
        return str(expression[0])
    (said, *_) = facts.get_all("License") or [""]
    classified = [
        words.rpartition(" :: ")[2]
        for words in facts.get_all("Classifier") or ()
        if words.startswith(CLASSIFIER)
    ]
    first = said.strip().partition("\n")[0]
    return first if 0 < len(first) <= LONGEST_NAME else ", ".join(classified)


def _text(one: metadata.Distribution) -> str:
    return "\n\n".join(dict.fromkeys(_texts(one)))[:LONGEST_TEXT]


def _texts(one: metadata.Distribution) -> Iterator[str]:
    for file in one.files or ():
        inside = any(part.endswith(".dist-info") for part in file.parts)
        if inside and LICENCE_NAMES.search(file.name):
            try:
                yield file.read_text(encoding="utf-8").strip()
            except (OSError, UnicodeDecodeError):
                continue
