"""What is wanted of files that somebody sent, as data that travels to whoever works on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from musicreclass.core.ensemble.company_evidence import By
from musicreclass.settings import Settings

Facts = Mapping[str, Any]  # what is said of a file, as JSON has it


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file as it lies for the moment, and what its owner calls it."""

    path: str
    name: str


@dataclass(frozen=True, slots=True)
class SoundLimit:
    """How much sound a file may hold."""

    seconds: float


@dataclass(frozen=True, slots=True)
class ClassifyWishes:
    """How files are classified, and what is told beside their genres."""

    classifier: str = ""  # a name of those that are known; "": the one in use
    speed: str = ""  # "": as the settings have it
    by: By = "track"  # whose evidence is pooled, of the files that came together
    segments: bool = False
    spectrogram: bool = False
    every_tag: bool = False  # those as well that do not stand out
    language: str = "en"  # of what is said for people


@dataclass(frozen=True, slots=True)
class FeatureWishes:
    """Of which part of a file the 518 features are."""

    seconds: float = 30.0
    offset: str = "middle"  # or "start", or "whole"


@dataclass(frozen=True, slots=True)
class ClassifyOrder:
    """A file to be classified."""

    file: SentFile
    wishes: ClassifyWishes
    settings: Settings = field(default_factory=Settings)
    limit: SoundLimit = field(default_factory=lambda: SoundLimit(float("inf")))


@dataclass(frozen=True, slots=True)
class FeatureOrder:
    """A file whose features are to be measured."""

    file: SentFile
    wishes: FeatureWishes
    limit: SoundLimit = field(default_factory=lambda: SoundLimit(float("inf")))


@dataclass(frozen=True, slots=True)
class UploadAnswer:
    """What is said of one file."""

    facts: Facts
    is_refused: bool = False  # nothing could be got out of it
    packed: bytes = b""  # what others of its company need to know, for `pooled` alone
