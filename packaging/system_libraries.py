"""Finds what Qt needs from the system before Qt is imported. Never imports Qt."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import debian_packages
from setup_problem import SetUpProblem

# What Qt's own libraries link to, and the Debian package of each. Only what a bare system lacks.
DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
}
AUGMENTING = {
    "libpulse.so.0": "libpulse0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libbrotlidec.so.1": "libbrotli1",
    "libXrandr.so.2": "libxrandr2",
    "libXext.so.6": "libxext6",
    "libdrm.so.2": "libdrm2",
    "libbz2.so.1": "libbz2-1.0",
}
X11_WINDOWS = {
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
CHINESE_FONT = "fonts-noto-cjk"
# What lets a test read the window as a screen reader does: a screen, a bus, and what speaks to it.
SCREEN_READER = ("xvfb", "dbus", "at-spi2-core", "gir1.2-atspi-2.0", "python3-gi")
SYSTEM_PYTHON = Path("/usr/bin/python3")  # Debian's bindings are for no other
_TYPELIBS = ("usr/lib/*/girepository-1.0/Atspi-2.0.typelib", "usr/lib/girepository-1.0/Atspi-2.0.*")


def needed_libraries(environment: Mapping[str, str]) -> dict[str, str]:
    """Return library -> package for the way Qt will draw: on a screen, or off it."""
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    on_screen = platform in ("", "xcb")
    return {**DRAWING, **AUGMENTING, **(X11_WINDOWS if on_screen else {})}


def missing_libraries(
    needed: Mapping[str, str], load: Callable[[str], object] = ctypes.CDLL
) -> dict[str, str]:
    """Return those of `needed` that the loader cannot find."""
    # Asking the loader itself is exact and quick; find_library starts a compiler to guess.
    return {name: package for name, package in needed.items() if not _loads(name, load)}


def _loads(name: str, load: Callable[[str], object]) -> bool:
    try:
        load(name)
    except OSError:
        return False
    return True


def ensure_libraries(environment: Mapping[str, str]) -> None:
    """Install what Qt needs and the system lacks, or say in one sentence what to install."""
    if not sys.platform.startswith("linux"):
        return
    needed = needed_libraries(environment)
    missing = missing_libraries(needed)
    if missing and debian_packages.may_install():
        debian_packages.install(packages_of(missing), "System libraries for the window")
        missing = missing_libraries(needed)
    if missing:
        raise SetUpProblem(libraries_sentence(missing, debian_packages.is_debian()))


def packages_of(missing: Mapping[str, str]) -> list[str]:
    """Return the packages to install, each once."""
    return sorted(set(missing.values()))


def libraries_sentence(missing: Mapping[str, str], on_debian: bool) -> str:
    """Say what is missing and what to do about it."""
    names = ", ".join(sorted(missing))
    if on_debian:
        line = debian_packages.apt_line(packages_of(missing))
        return f"Qt cannot start without {names}; run: {line}"
    return f"Qt cannot start without {names}; install them with your system's package manager."


def ensure_chinese_font(tried: Path) -> None:
    """Install a font that has Chinese, or hint at it; a vain attempt is noted in `tried`."""
    if not sys.platform.startswith("linux") or has_chinese_font():
        return
    if debian_packages.may_install() and not tried.exists():
        tried.touch()
        try:
            debian_packages.install([CHINESE_FONT], "A font for Chinese titles")
        except SetUpProblem as problem:
            print(problem, file=sys.stderr)
        return
    print(font_hint(debian_packages.is_debian()), file=sys.stderr)


def ensure_screen_reader(tried: Path) -> None:
    """Install what reads the window in a test, where that can be done without asking."""
    if not sys.platform.startswith("linux") or not missing_of_screen_reader():
        return
    if debian_packages.may_install() and not tried.exists():
        tried.touch()
        try:
            debian_packages.install(missing_of_screen_reader(), "A screen reader for tests")
        except SetUpProblem as problem:
            print(problem, file=sys.stderr)


def missing_of_screen_reader() -> list[str]:
    """Return the packages that a test with a screen reader needs and that are not there."""
    root = Path("/")
    there = {
        "xvfb": bool(shutil.which("Xvfb")),
        "dbus": bool(shutil.which("dbus-run-session")),
        "at-spi2-core": any(root.glob("usr/lib*/**/at-spi-bus-launcher")),
        "gir1.2-atspi-2.0": any(any(root.glob(pattern)) for pattern in _TYPELIBS),
        "python3-gi": any(root.glob("usr/lib/python3*/dist-packages/gi/__init__.py")),
    }
    lacking = [package for package in SCREEN_READER if not there[package]]
    return [*lacking, *packages_of(missing_libraries(X11_WINDOWS))]


def screen_reader_hint(on_debian: bool) -> str:
    """Say what the test with a screen reader needs."""
    names = missing_of_screen_reader()
    if on_debian:
        return f"no screen reader can be run; run: {debian_packages.apt_line(names)}"
    return f"no screen reader can be run without {', '.join(names)} (by their names in Debian)"


def font_hint(on_debian: bool) -> str:
    """Say why Chinese titles will be boxes and what to do about it."""
    advice = "install one, for example Noto Sans CJK"
    if on_debian:
        advice = f"run: {debian_packages.apt_line([CHINESE_FONT])}"
    return f"No font here has Chinese, so Chinese titles will show as boxes; {advice}"


def has_chinese_font() -> bool:
    """Ask fontconfig's library, as Qt will; its command line tool may not be installed."""
    try:
        fontconfig = ctypes.CDLL("libfontconfig.so.1")
    except OSError:
        return False
    parse, details, listed = (
        _returning_pointer(fontconfig, name)
        for name in ("FcNameParse", "FcObjectSetCreate", "FcFontList")
    )
    fonts = listed(None, ctypes.c_void_p(parse(b":lang=zh")), ctypes.c_void_p(details()))
    # The list begins with the number of its fonts; an empty one may be no list at all.
    return bool(fonts) and ctypes.c_int.from_address(fonts).value > 0


def _returning_pointer(library: ctypes.CDLL, name: str) -> Callable[..., int]:
    function = library[name]
    function.restype = ctypes.c_void_p  # ctypes would cut a pointer to 32 bits
    return function
