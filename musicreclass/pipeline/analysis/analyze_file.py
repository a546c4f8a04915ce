"""Hearing one file: decode it once, measure all that is wanted. Runs in child processes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.decode import DecodeError, Waveform, decode, probe
from musicreclass.audio.decoding.resample import resampled
from musicreclass.audio.decoding.segments import excerpt
from musicreclass.audio.features import fma_features
from musicreclass.audio.features.mel import log_mels
from musicreclass.core.analysis import Analysis, AnalysisSpec, Features, LogMel, Part
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem

# Raised when decoding or log-mels give other numbers than before; features have their own.
DEFINITION = "sound-1"


class FileChanged(FileProblem):
    """The file is not the one that was scanned."""


@dataclass(frozen=True, slots=True)
class AudioFileRef:
    """A file to be heard, as it stood when it was looked at."""

    path: str
    stamp: FileStamp
    fingerprint: str


@dataclass(frozen=True, slots=True)
class AnalysisTask:
    """One piece of work for a child."""

    file: AudioFileRef
    analysis_spec: AnalysisSpec


def definition_of(spec: AnalysisSpec) -> str:
    """Return what `spec` means in this version of the program; equal texts, equal numbers."""
    return f"{DEFINITION}|{fma_features.DEFINITION}|{spec.key()}"


def analyze_file(order: AnalysisTask) -> Analysis:
    """Return what is to be heard of a file.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        FileChanged: it is not the file that was scanned.
    """
    waveform = sound_of(order.file, order.analysis_spec)
    return measured(waveform, order.analysis_spec, Path(order.file.path))


def sound_of(file: AudioFileRef, analysis_spec: AnalysisSpec) -> Waveform:
    """Return the part of a file's sound that `analysis_spec` is about.

    Raises:
        DecodeError: no sound can be got out of it.
        FileChanged: it is not the file that was scanned.
    """
    path = Path(file.path)
    _check(path, file.stamp)
    waveform = _decoded(path, analysis_spec)
    _check(path, file.stamp)
    return waveform


def measured(waveform: Waveform, analysis_spec: AnalysisSpec, path: Path) -> Analysis:
    """Return what is to be heard of a sound that came from `path`.

    Raises:
        DecodeError: it is too short.
    """
    try:
        features = _features(waveform) if analysis_spec.features else None
    except fma_features.TooShort as error:
        raise DecodeError(path, str(error)) from error
    return Analysis(
        start_seconds=waveform.start_seconds,
        seconds=waveform.seconds,
        total_seconds=waveform.source.seconds,
        features=features,
        mels=_mels(waveform, analysis_spec),
        remarks=tuple(remark.value for remark in waveform.remarks),
    )


def _check(path: Path, stamp: FileStamp) -> None:
    try:
        now = FileStamp.of(path)
    except OSError as error:
        raise FileChanged(path, "the file is no longer there; scan again") from error
    if now != stamp:
        raise FileChanged(path, "the file has changed since it was looked at; scan again")


def _decoded(path: Path, analysis_spec: AnalysisSpec) -> Waveform:
    if analysis_spec.part is Part.WHOLE:
        return decode(path)
    start = 0.0
    if analysis_spec.part is Part.MIDDLE:
        start = excerpt(probe(path).seconds, analysis_spec.seconds).start_seconds
    return decode(path, start_seconds=start, seconds=analysis_spec.seconds)


def _features(waveform: Waveform) -> Features:
    samples = resampled(waveform.samples, waveform.sample_rate, fma_features.SAMPLE_RATE)
    return fma_features.measure(samples)


def _mels(waveform: Waveform, analysis_spec: AnalysisSpec) -> tuple[LogMel, ...]:
    made = log_mels(waveform.samples, waveform.sample_rate, analysis_spec.mels)
    return tuple(made[spec].astype(np.float16) for spec in analysis_spec.mels)
