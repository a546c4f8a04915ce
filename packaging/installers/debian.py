"""The Debian package: the frozen folder with what `share` holds, packed by dpkg-deb alone."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

NAME = "musicreclass"
FOLDER = f"usr/lib/{NAME}"
PROGRAMS = (NAME, f"{NAME}-gui")  # one and the same; without a terminal nobody sees a difference
MAINTAINER = "The musicreclass maintainers <maintainers@musicreclass.invalid>"
# What the bundle leaves to the system: what draws, and what must be of the same make as it.
DEPENDS = (
    *("libegl1", "libgl1", "libopengl0", "libglx0", "libx11-6", "libxcb1", "libxcb-dri3-0"),
    *("libdrm2", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "zlib1g"),
    *("fontconfig", "fonts-dejavu-core | fonts-freefont-ttf"),
)
RECOMMENDS = ("fonts-noto-cjk", "libpulse0", "desktop-file-utils", "hicolor-icon-theme")
DESCRIPTION = """\
proposes genres for music, and writes those that you accept
 A desktop program that listens to your music, proposes genres, lets you
 review them fast, writes the genre into the files safely, and trains a
 classifier on your own folders. All of it happens on this computer.
 .
 The package brings its own Python, Qt and networks along, and touches none
 of the system's."""


def control(version: str, architecture: str, kilobytes: int, libc: str) -> str:
    """Return the file that says what the package is.

    Args:
        kilobytes: that its files take.
        libc: the version of glibc that it was frozen on.
    """
    fields = {
        "Package": NAME,
        "Version": version,
        "Architecture": architecture,
        "Maintainer": MAINTAINER,
        "Installed-Size": str(kilobytes),
        "Depends": ", ".join((f"libc6 (>= {libc})", *DEPENDS)),
        "Recommends": ", ".join(RECOMMENDS),
        "Section": "sound",
        "Priority": "optional",
        "Description": DESCRIPTION,
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items())


def lay_out(frozen: Path, shared: Path, root: Path) -> None:
    """Lay all files as they will lie on the system, whatever was in `root` before.

    Files of the frozen folder are linked, where the disk can: there is a gigabyte of them.
    """
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / FOLDER, symlinks=True, copy_function=_linked)
    shutil.copytree(shared / "share", root / "usr" / "share")
    (root / "usr" / "bin").mkdir()
    for program in PROGRAMS:
        (root / "usr" / "bin" / program).symlink_to(f"../lib/{NAME}/{NAME}")
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            is_run = path.is_dir() or os.access(path, os.X_OK)
            path.chmod(0o755 if is_run else 0o644)


def build(root: Path, version: str, folder: Path) -> Path:
    """Pack what was laid out, and return the file in `folder`.

    Raises:
        OSError: dpkg-deb is not there.
        CalledProcessError: it refuses.
    """
    architecture = _said_by("dpkg", "--print-architecture")
    libc = (os.confstr("CS_GNU_LIBC_VERSION") or "glibc 0").split()[1]
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(-(-path.stat().st_size // 1024) for path in files)
    of_package = root / "DEBIAN"
    of_package.mkdir()
    of_package.chmod(0o755)
    (of_package / "control").write_text(control(version, architecture, kilobytes, libc), "utf-8")
    (of_package / "md5sums").write_text("".join(_sums(root, files)), "utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{NAME}_{version}_{architecture}.deb"
    # The libraries of torch shrink little, and xz would take ten minutes for them.
    command = [
        "dpkg-deb",
        "--root-owner-group",
        "-Zzstd",
        "-z12",
        "--build",
        str(root),
        str(target),
    ]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


def _sums(root: Path, files: list[Path]) -> Iterator[str]:
    for path in files:
        with path.open("rb") as stream:
            found = hashlib.file_digest(stream, "md5").hexdigest()
        yield f"{found}  {path.relative_to(root).as_posix()}\n"


def _linked(source: str, target: str) -> str:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
    return target


def _said_by(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
