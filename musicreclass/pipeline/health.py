"""The health report: how every room is, and what all of them stand on."""

import ctypes
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path

from musicreclass import __version__, paths
from musicreclass.audio.decoding import decode
from musicreclass.core.job import CancelToken, QuietContext
from musicreclass.core.location import readable
from musicreclass.errors import FileProblem, MusicReclassError
from musicreclass.library.history.batch_file import folder_of
from musicreclass.library.history.forgetting import batch_files
from musicreclass.library.store import Library
from musicreclass.pipeline.care.backing_up import check_library, list_backups
from musicreclass.pipeline.care.mending import damage, is_damage
from musicreclass.pipeline.processes.limited_calls import LimitedCalls
from musicreclass.pipeline.processes.memory_limit import SOUND_BYTES
from musicreclass.pipeline.scanning.leftovers import known_leftovers
from musicreclass.sentences.reason import Reason, as_said, because

LOAD_SECONDS = 60.0  # that a library may take; a cold disk takes some
FREE_BYTES = 1 << 30  # below this, a scan and its caches may fill the disk
PACKAGES = ("PySide6", "pyqtgraph", "numpy", "scikit-learn", "mutagen", "sqlite-utils")
# Loading these loads all that Qt draws and plays with; the loader names what it cannot find.
QT_PARTS = ("lib/libQt6Gui.so.6", "lib/libQt6Multimedia.so.6", "plugins/platforms/libqxcb.so")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at, how it is, and what to do about it; nothing where all is well."""

    subject: Reason
    state: Reason
    advice: Reason | None = None

    @property
    def is_fine(self) -> bool:
        return self.advice is None

    def to_plain(self) -> dict[str, str]:
        """Return what JSON can hold, in English."""
        advice = "" if self.advice is None else str(self.advice)
        return {"subject": str(self.subject), "state": str(self.state), "advice": advice}


def examine(library_file: Path) -> list[Finding]:
    """Return what was found, in the order in which a person would ask."""
    here = because("pipeline.version_in", version=__version__, folder=paths.PACKAGE)
    python = because(
        "pipeline.version_on", version=platform.python_version(), system=platform.platform()
    )
    return [
        Finding(as_said("musicreclass"), here),
        Finding(as_said("Python"), python),
        *(_package(name) for name in PACKAGES),
        *_window(),
        *_torch(),
        *_encoder(),
        *_decoders(),
        *_folders(),
        _library(library_file),
        _backups(library_file),
        _undo_files(library_file),
        *_leftovers(library_file),
    ]


def _package(name: str) -> Finding:
    subject = as_said(name)
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return Finding(
            subject, because("pipeline.not_installed"), because("pipeline.repair_environment")
        )
    if name == "PySide6" and version.startswith("6.12.0") and sys.version_info < (3, 12):
        crashes = because("pipeline.crashes_on_this_python", version=version)
        return Finding(subject, crashes, because("pipeline.other_pyside"))
    return Finding(subject, as_said(version))


def _encoder() -> list[Finding]:
    """Return how the pretrained encoder is, without which most classifiers know less."""
    subject = because("pipeline.encoder")
    try:
        from musicreclass.classifiers import encoder as encoders

        encoder = encoders.of_the_box()
    except (ImportError, OSError):  # torch, of which another finding speaks
        return []
    except MusicReclassError as error:
        return [Finding(subject, error.sentence, because("pipeline.install_again"))]
    return [Finding(subject, as_said(encoder.digest))]


def _window() -> list[Finding]:
    """Return how the window's needs are met; other systems than Linux bring them along."""
    if not sys.platform.startswith("linux"):
        return []
    return [_libraries(_qt_folder()), chinese_font()]


def _qt_folder() -> Path | None:
    found = importlib.util.find_spec("PySide6")
    return Path(found.origin).parent / "Qt" if found is not None and found.origin else None


def _libraries(qt: Path | None) -> Finding:
    subject, repair = because("pipeline.window_libraries"), because("pipeline.repair_window")
    if qt is None:
        return Finding(subject, because("pipeline.no_pyside"), repair)
    # In a process of its own: Qt writes to the terminal while it is loaded, and stays loaded.
    loading = LimitedCalls(LOAD_SECONDS, SOUND_BYTES)
    try:
        missing = [name for part in QT_PARTS if (name := _missing_for(qt / part, loading))]
    finally:
        loading.stop()
    if missing:
        return Finding(subject, because("pipeline.missing", names=tuple(missing)), repair)
    return Finding(subject, because("pipeline.all_there"))


def _missing_for(library: Path, loading: LimitedCalls) -> str:
    """Return the library that the loader misses first, nothing where it misses none."""
    try:
        return loading.result_of(library, partial(said_by_loader, str(library)), QuietContext())
    except FileProblem as error:
        return f"{library.name} ({error.reason})"


def said_by_loader(library: str) -> str:
    """Return what the loader says is not there, nothing where it loads the library."""
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error).partition(":")[0]
    return ""


def chinese_font(command: Sequence[str] = ("fc-list", ":lang=zh", "family")) -> Finding:
    """Say whether Chinese titles can be shown."""
    subject, advice = because("pipeline.chinese_font"), because("pipeline.install_font")
    try:
        listed = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    except OSError:
        return Finding(subject, because("pipeline.no_fontconfig"), advice)
    families = sorted({line.partition(",")[0].strip() for line in listed.splitlines()} - {""})
    if not families:
        return Finding(subject, because("pipeline.no_chinese_font"), advice)
    return Finding(subject, as_said(families[0]))


def _torch() -> list[Finding]:
    subject = as_said("torch")
    try:
        from musicreclass.classifiers import runtime
    except (ImportError, OSError) as error:
        broken = because("pipeline.cannot_be_loaded", error=str(error))
        return [Finding(subject, broken, because("pipeline.install_torch"))]
    facts = runtime.torch_facts()
    device = as_said(facts.device_name)
    if facts.device == "mps":
        device = because("pipeline.apple_gpu")
    elif facts.device == "cpu":
        device = because("pipeline.processor", threads=facts.threads)
    works = because("pipeline.computes_on", version=facts.version, device=device)
    return [Finding(subject, works), _torchaudio()]


def _torchaudio() -> Finding:
    from musicreclass.classifiers.runtime import TorchaudioProblem, torchaudio

    subject = as_said("torchaudio")
    try:
        version = torchaudio().__version__
    except TorchaudioProblem as error:
        return Finding(subject, error.reason, because("pipeline.repair_torchaudio"))
    return Finding(subject, because("pipeline.transforms_work", version=version))


def _decoders() -> list[Finding]:
    lacking = decode.missing_codecs()
    advice = because("pipeline.install_pyav", codecs=tuple(lacking)) if lacking else None
    return [
        Finding(as_said(name), as_said(version), advice if name == "FFmpeg" else None)
        for name, version in decode.versions().items()
    ]


def _folders() -> list[Finding]:
    return [
        _folder(because("pipeline.data_folder"), paths.data_dir),
        _folder(because("pipeline.cache_folder"), paths.cache_dir),
        _folder(because("pipeline.settings_folder"), paths.config_dir),
        _folder(because("pipeline.log_folder"), paths.log_dir),
    ]


def _folder(subject: Reason, make: Callable[[], Path]) -> Finding:
    try:
        folder = make()
    except MusicReclassError as error:
        advice = because("pipeline.set_home", variable=paths.HOME_VARIABLE)
        return Finding(subject, error.sentence, advice)
    if not os.access(folder, os.W_OK):
        closed = because("pipeline.folder_closed", folder=folder)
        return Finding(subject, closed, because("pipeline.change_permissions"))
    free = shutil.disk_usage(folder).free
    state = because("pipeline.folder_free", folder=folder, gigabytes=free / (1 << 30))
    return Finding(subject, state, because("pipeline.make_room") if free < FREE_BYTES else None)


def _library(library_file: Path) -> Finding:
    subject = because("pipeline.the_library")
    if not library_file.exists():
        return Finding(subject, because("pipeline.no_library_yet", file=library_file))
    try:
        check_library(library_file, CancelToken())
        with Library(library_file) as library:
            folders = library.folders()
    except MusicReclassError as error:
        if is_damage(error):
            return Finding(subject, error.sentence, damage(library_file, error).advice)
        return Finding(subject, error.sentence, because("pipeline.see_the_sentence"))
    tracks = sum(folder.track_count for folder in folders)
    state = because(
        "pipeline.library_holds", file=library_file, folders=len(folders), tracks=tracks
    )
    return Finding(subject, state)


def _backups(library_file: Path) -> Finding:
    subject = because("pipeline.backups")
    backups = list_backups(library_file, CancelToken())
    if not backups:
        return Finding(subject, because("pipeline.no_backups_yet"))
    last = backups[0]
    return Finding(
        subject,
        because(
            "pipeline.backups_there",
            count=len(backups),
            folder=last.path.parent,
            made_at=f"{last.made_at.astimezone():%Y-%m-%d %H:%M}",
            decisions="?" if last.decisions is None else last.decisions,
        ),
    )


def _undo_files(library_file: Path) -> Finding:
    """Return where the old bytes of what was written lie, apart from the library."""
    subject, files = because("pipeline.old_bytes"), batch_files(library_file)
    folder = folder_of(library_file)
    if not files:
        return Finding(subject, because("pipeline.no_old_bytes", folder=folder))
    return Finding(
        subject,
        because(
            "pipeline.old_bytes_there",
            count=len(files),
            folder=folder,
            megabytes=sum(one.size for one in files) / (1 << 20),
            made_at=f"{files[-1].head.made_at.astimezone():%Y-%m-%d %H:%M}",
        ),
    )


def _leftovers(library_file: Path) -> list[Finding]:
    """Return what scans have found of copies that a crash left, if anything."""
    if not library_file.exists():
        return []
    try:
        with Library(library_file) as library:
            left = known_leftovers(library)
    except MusicReclassError:  # another finding speaks of the library
        return []
    if not left:
        return []
    subject, advice = because("pipeline.leftovers"), because("pipeline.remove_leftovers")
    first = readable(str(left[0]))
    return [
        Finding(subject, because("pipeline.leftovers_there", count=len(left), path=first), advice)
    ]
