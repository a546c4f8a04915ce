"""Analysis of one file: decoded once, all that is wanted measured. Runs in child processes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from musicreclass.audio.decoding.decode import DecodeError, Waveform, decode, probe
from musicreclass.audio.decoding.segments import excerpt
from musicreclass.audio.decoding.waveform import Remark, resampled, without_silent_ends
from musicreclass.audio.features import fma_features
from musicreclass.audio.features.mel import log_mels
from musicreclass.core.analysis import (
    Analysis,
    AnalysisSpec,
    EncoderSpec,
    Features,
    MelSpec,
    Part,
    Picture,
)
from musicreclass.core.track import FileStamp
from musicreclass.errors import FileProblem
from musicreclass.pipeline.analysis.encoding import (
    encoded_patches,
    encoded_sound,
    patches_of_track,
)
from musicreclass.pipeline.scanning.audio_files import AudioFileRef
from musicreclass.pipeline.scanning.drives import DriveSilent, is_silence, silence
from musicreclass.sentences.reason import because

# Raised when decoding or log-mels give other numbers than before; features have their own.
DEFINITION = "sound-1"


class FileChanged(FileProblem):
    """The file is not the one that was scanned."""


@dataclass(frozen=True, slots=True)
class AnalysisTask:
    """One piece of work for a child: a file, and what to measure of it."""

    file: AudioFileRef
    spec: AnalysisSpec


def definition_of(spec: AnalysisSpec) -> str:
    """Return what `spec` means in this version of the program; equal texts, equal numbers."""
    return f"{DEFINITION}|{fma_features.DEFINITION}|{spec.key()}"


def analyze_file(task: AnalysisTask) -> Analysis:
    """Decode a file and measure it.

    Raises:
        DecodeError: no sound can be got out of it, or too little.
        DriveSilent: its drive does not answer now.
        FileChanged: it is not the file that was scanned.
    """
    try:
        return _analysis(task)
    except DecodeError as error:
        away = silence(Path(task.file.path))
        if away is not None:
            raise away from error
        raise


def _analysis(task: AnalysisTask) -> Analysis:
    path, spec = Path(task.file.path), task.spec
    if spec.encoder is None:
        return measured(waveform_of(task.file, spec), spec, path)
    if spec.is_glimpse:
        _check(path, task.file.stamp)
        analysis = _glimpse(path, spec.encoder)
    else:
        waveform = waveform_of(task.file, spec)
        if not _goes_on_beyond(waveform, spec):
            return measured(waveform, spec, path)
        analysis = measured(waveform, replace(spec, encoder=None), path)
        everywhere = patches_of_track(path, waveform.source, spec.encoder)
        analysis = replace(analysis, encoded=encoded_patches(everywhere, spec.encoder))
    _check(path, task.file.stamp)
    return analysis


def _glimpse(path: Path, spec: EncoderSpec) -> Analysis:
    """Return what the encoder says of a file, of which nothing else is decoded."""
    source = probe(path)
    patches = patches_of_track(path, source, spec)
    remarks = dict.fromkeys(remark for patch in patches for remark in patch.remarks)
    if not all(Remark.SILENT in patch.remarks for patch in patches):
        remarks.pop(Remark.SILENT, None)
    _refuse_nonsense(path, tuple(remarks))
    return Analysis(
        start_seconds=patches[0].start_seconds,
        seconds=round(sum(patch.seconds for patch in patches), 1),
        total_seconds=source.seconds,
        features=None,
        mels=(),
        encoded=encoded_patches(patches, spec),
        remarks=tuple(remark.value for remark in remarks),
    )


def waveform_of(file: AudioFileRef, spec: AnalysisSpec) -> Waveform:
    """Return the part of a file's sound that `spec` is about.

    Raises:
        DecodeError: no sound can be got out of it.
        FileChanged: it is not the file that was scanned.
    """
    path = Path(file.path)
    _check(path, file.stamp)
    waveform = _decoded(path, spec)
    _check(path, file.stamp)
    return waveform


def measured(waveform: Waveform, spec: AnalysisSpec, path: Path) -> Analysis:
    """Return the features and mel spectrograms of a sound that came from `path`.

    Raises:
        DecodeError: it is too short, or no sound.
    """
    _refuse_nonsense(path, waveform.remarks)
    try:
        features = _features(waveform) if spec.features else None
    except fma_features.TooShort as error:
        raise DecodeError(path, error.reason) from error
    return Analysis(
        start_seconds=waveform.start_seconds,
        seconds=waveform.seconds,
        total_seconds=waveform.source.seconds,
        features=features,
        mels=_pictures(waveform, spec),
        encoded=None if spec.encoder is None else encoded_sound(waveform, spec.encoder),
        remarks=tuple(remark.value for remark in waveform.remarks),
    )


def _refuse_nonsense(path: Path, remarks: Sequence[Remark]) -> None:
    """Refuse what is silence only because its samples are no sound and were taken for silence.

    Raises:
        DecodeError: it is.
    """
    if Remark.SILENT in remarks and Remark.NOT_NUMBERS in remarks:
        raise DecodeError(path, because("audio.beyond_full_scale"))


def _check(path: Path, stamp: FileStamp) -> None:
    try:
        now = FileStamp.of(path)
    except OSError as error:
        if is_silence(error):
            raise DriveSilent(path, because("pipeline.drive_silent")) from error
        raise FileChanged(path, because("pipeline.gone_scan_again")) from error
    if now != stamp:
        raise FileChanged(path, because("pipeline.changed_scan_again"))


def _decoded(path: Path, spec: AnalysisSpec) -> Waveform:
    # What was made before there was an encoder was trained with silence at both ends.
    waveform = _excerpt(path, spec)
    return waveform if spec.encoder is None else without_silent_ends(waveform)


def _goes_on_beyond(waveform: Waveform, spec: AnalysisSpec) -> bool:
    """Say whether there is more of the track than what `spec` takes of it."""
    return spec.part is not Part.WHOLE and (waveform.source.seconds or 0.0) > spec.seconds


def _excerpt(path: Path, spec: AnalysisSpec) -> Waveform:
    if spec.part is Part.WHOLE:
        return decode(path)
    start = 0.0
    if spec.part is Part.MIDDLE:
        start = excerpt(probe(path).seconds, spec.seconds).start_seconds
    return decode(path, start_seconds=start, seconds=spec.seconds)


def _features(waveform: Waveform) -> Features:
    samples = resampled(waveform.samples, waveform.sample_rate, fma_features.SAMPLE_RATE)
    return fma_features.measure(samples)


def _pictures(waveform: Waveform, spec: AnalysisSpec) -> tuple[Picture, ...]:
    """Return the mels and the pieces of raw sound that are wanted, in the order of `spec`."""
    mels = [one for one in spec.mels if isinstance(one, MelSpec)]
    made = log_mels(waveform.samples, waveform.sample_rate, mels)
    return tuple(
        made[one].astype(np.float16)
        if isinstance(one, MelSpec)
        else one.pieces_of(resampled(waveform.samples, waveform.sample_rate, one.sample_rate))
        for one in spec.mels
    )
