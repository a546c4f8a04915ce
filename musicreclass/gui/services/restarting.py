"""Starting the program again: the same command, and the same library or the one it moved to."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from musicreclass import paths

PROPERTY = "restarts"  # of the application: the command it is to be followed by
LIBRARY_OPTION = "--library"


def ask_for_restart(library_file: Path | None = None) -> None:
    """Let the program be started again once it has ended; with another library, where given."""
    command = command_of(sys.executable, sys.orig_argv[1:], library_file)
    QCoreApplication.instance().setProperty(PROPERTY, command)  # type: ignore[union-attr]


def forget_restart() -> None:
    """Let the program end as usual: a window did not want to close."""
    QCoreApplication.instance().setProperty(PROPERTY, None)  # type: ignore[union-attr]


def command_of(
    executable: str, arguments: Sequence[str], library_file: Path | None = None
) -> list[str]:
    """Return the command that starts the program as it was started.

    Args:
        library_file: what stands in place of the library that was named then.
    """
    command = [executable, *arguments]
    if library_file is None:
        return command
    for index, word in enumerate(command):
        if word == LIBRARY_OPTION and index + 1 < len(command):
            command[index + 1] = str(library_file)
        elif word.startswith(f"{LIBRARY_OPTION}="):
            command[index] = f"{LIBRARY_OPTION}={library_file}"
    return command


def is_library_named(arguments: Sequence[str]) -> bool:
    """Say whether the library was named at the start, so that no setting can tell another."""
    named = any(word.partition("=")[0] == LIBRARY_OPTION for word in arguments)
    return named or bool(os.environ.get(paths.LIBRARY_VARIABLE))


def restart_where_asked(application: QCoreApplication) -> None:
    """Start the program again if that was asked for; nothing of the old one is left then."""
    command = application.property(PROPERTY)
    if not isinstance(command, list) or not command:
        return
    if sys.platform == "win32":  # where nothing takes the place of a process
        subprocess.Popen(command)
    else:
        os.execv(command[0], command)
