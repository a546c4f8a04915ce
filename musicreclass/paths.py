"""Where the program keeps its things and finds what it ships.

The only module that knows how it was installed (checkout, pip, frozen) and the two variables that
override the platform's folders: MUSICRECLASS_HOME and MUSICRECLASS_LIBRARY.
"""

import os
import secrets
import sys
from pathlib import Path

from musicreclass.errors import MusicReclassError, system_words
from musicreclass.sentences.reason import because

APP_NAME = "musicreclass"
HOME_VARIABLE = "MUSICRECLASS_HOME"
LIBRARY_VARIABLE = "MUSICRECLASS_LIBRARY"
PACKAGE = Path(__file__).resolve().parent


class FolderProblem(MusicReclassError):
    """A folder that the program needs cannot be made."""


class ResourceMissing(MusicReclassError):
    """A file that belongs to the program is not there."""


def data_dir() -> Path:
    """Return the folder of the library and of trained classifiers: what must not be lost."""
    return _made(_home("data") or _platform("data"))


def cache_dir() -> Path:
    """Return the folder of what can be computed again."""
    return _made(_home("cache") or _platform("cache"))


def config_dir() -> Path:
    """Return the folder of the settings."""
    return _made(_home("config") or _platform("config"))


def settings_file() -> Path:
    """Return the file of the settings."""
    return config_dir() / "settings.toml"


def log_dir() -> Path:
    """Return the folder of the logs."""
    return _made(_home("log") or _platform("log"))


def library_file() -> Path:
    """Return the library: that of MUSICRECLASS_LIBRARY, of the settings, or the usual one."""
    named = os.environ.get(LIBRARY_VARIABLE)
    if named:
        return _absolute(named)
    return _chosen_library() or data_dir() / "library.db"


def _chosen_library() -> Path | None:
    from musicreclass import settings  # not at the top: it is of no use to `--help`

    try:
        chosen = settings.load(settings_file()).library.file
    except settings.SettingsProblem:  # whoever needs the settings says so
        return None
    return _absolute(chosen) if chosen else None


def resource(name: str) -> Path:
    """Return the file or folder `name`, such as "genres.json", that is shipped with the program.

    Raises:
        ResourceMissing: it is not there.
    """
    path = _resources() / name
    if not path.exists():
        raise ResourceMissing(because("start.resource_missing", path=path))
    return path


def unfinished_beside(path: Path) -> Path:
    """Make an empty file beside `path` for what is to take its place, and return where it is.

    Nobody can guess its name, and put a link there that leads the writing elsewhere.

    Raises:
        OSError: the disk refuses.
    """
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}.part")
    os.close(os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
    return unfinished


def _resources() -> Path:
    if getattr(sys, "frozen", False):
        unpacked = getattr(sys, "_MEIPASS", None) or Path(sys.executable).parent
        return Path(unpacked) / "resources"
    installed = PACKAGE / "resources"
    # The installed place comes first: `resources` beside a package in site-packages is a stranger.
    return installed if installed.is_dir() else PACKAGE.parent / "resources"


def _home(name: str) -> Path | None:
    home = os.environ.get(HOME_VARIABLE)
    return _absolute(home) / name if home else None


def _platform(name: str) -> Path:
    import platformdirs  # not at the top: some 25 ms that `--help` need not spend

    dirs = platformdirs.PlatformDirs(APP_NAME, appauthor=False)
    return {
        "data": dirs.user_data_path,
        "cache": dirs.user_cache_path,
        "config": dirs.user_config_path,
        "log": dirs.user_log_path,
    }[name]


def _absolute(path: str) -> Path:
    return Path(os.path.expanduser(path)).absolute()  # noqa: PTH111 - Path's raises without a home


def _made(path: Path) -> Path:
    """Create the folder for this person alone: its files tell what somebody listens to."""
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        reason = system_words(error)
        raise FolderProblem(
            because("start.no_folder", path=path, said=reason, variable=HOME_VARIABLE)
        ) from error
    return path
