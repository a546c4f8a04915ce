"""Whether a window can be shown at all, asked before Qt is: where it finds no screen, it aborts."""

from __future__ import annotations

import ctypes
import os
import socket
from collections.abc import Callable, Mapping
from pathlib import Path

ANSWER_SECONDS = 3.0


def answering_screen(environment: Mapping[str, str]) -> bool:
    """Say whether there is a screen on Linux, as far as that can be known without Qt.

    Args:
        environment: the variables by which Qt chooses.
    """
    platforms = environment.get("QT_QPA_PLATFORM", "")
    wanted = {platform.partition(":")[0] for platform in platforms.split(";")}
    if platforms and wanted - ASKED.keys():
        return True  # off-screen, or something that only Qt knows of
    return any(
        answers(environment)
        for platform, answers in ASKED.items()
        if not platforms or platform in wanted
    )


def _has_wayland(environment: Mapping[str, str]) -> bool:
    if environment.get("WAYLAND_SOCKET"):  # a connection that was handed over
        return True
    name = environment.get("WAYLAND_DISPLAY", "")
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(ANSWER_SECONDS)
        try:
            connection.connect(str(path))
        except (OSError, ValueError):
            return False
    return True


def _has_x(environment: Mapping[str, str]) -> bool:
    """Connect as Qt does, with the library that it does it with; a millisecond."""
    display = environment.get("DISPLAY", "")
    if not display:
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # then Qt may have one of its own
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    for name in ("xcb_connection_has_error", "xcb_disconnect"):
        getattr(xcb, name).argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    try:
        return not xcb.xcb_connection_has_error(connection)
    finally:
        xcb.xcb_disconnect(connection)


ASKED: Mapping[str, Callable[[Mapping[str, str]], bool]] = {  # by Qt's names
    "xcb": _has_x,
    "wayland": _has_wayland,
    "wayland-egl": _has_wayland,
}
