"""A package of a stand-in for the frozen folder is packed, looked at, installed and removed."""

import hashlib
import os
import shutil
import subprocess

import pytest
from installers import debian

pytestmark = pytest.mark.skipif(
    not shutil.which("dpkg-deb"), reason="packages for Debian are made on Debian, by dpkg-deb"
)
VERSION = "1.2.3"


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory):
    """Return folders like those that are packed: a frozen program, and what `share` holds."""
    folder = tmp_path_factory.mktemp("parts")
    frozen, shared = folder / "frozen", folder / "shared"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "musicreclass").write_text("#!/bin/sh\necho started\n", "utf-8")
    (frozen / "musicreclass").chmod(0o700)
    (frozen / "_internal" / "libsound.so.1").write_bytes(b"sound" * 1000)
    (frozen / "_internal" / "libsound.so").symlink_to("libsound.so.1")
    (shared / "share" / "applications").mkdir(parents=True)
    (shared / "share" / "applications" / "a.desktop").write_text("[Desktop Entry]\n", "utf-8")
    (shared / "other.ico").write_bytes(b"")
    return frozen, shared


@pytest.fixture(scope="module")
def package(laid_out, tmp_path_factory):
    folder = tmp_path_factory.mktemp("package")
    frozen, shared = laid_out
    debian.lay_out(frozen, shared, folder / "root")
    return debian.build(folder / "root", VERSION, folder / "dist")


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_the_package_says_what_it_is_and_needs(package):
    fields = {
        name: said("dpkg-deb", "-f", package, name).strip()
        for name in ("Package", "Version", "Architecture", "Depends", "Installed-Size")
    }

    assert package.name == f"musicreclass_{VERSION}_{fields['Architecture']}.deb"
    assert (fields["Package"], fields["Version"]) == ("musicreclass", VERSION)
    assert "libc6 (>= 2." in fields["Depends"]
    assert "python" not in fields["Depends"]
    assert 5 <= int(fields["Installed-Size"]) <= 10


def test_all_lies_where_it_should_and_belongs_to_root(package):
    lines = said("dpkg-deb", "-c", package).splitlines()
    listed = {line.split(None, 5)[5]: line.split()[:2] for line in lines}

    assert listed["./usr/lib/musicreclass/musicreclass"] == ["-rwxr-xr-x", "root/root"]
    assert listed["./usr/lib/musicreclass/_internal/libsound.so.1"][0] == "-rw-r--r--"
    assert "./usr/lib/musicreclass/_internal/libsound.so -> libsound.so.1" in listed
    assert "./usr/bin/musicreclass -> ../lib/musicreclass/musicreclass" in listed
    assert "./usr/bin/musicreclass-gui -> ../lib/musicreclass/musicreclass" in listed
    assert "./usr/share/applications/a.desktop" in listed
    assert not any("other.ico" in name for name in listed)
    assert {owner for _, owner in listed.values()} == {"root/root"}


def test_the_sums_are_those_of_the_files(package, tmp_path):
    subprocess.run(["dpkg-deb", "-R", package, tmp_path], check=True)

    sums = (tmp_path / "DEBIAN" / "md5sums").read_text("utf-8").splitlines()
    files = [p for p in (tmp_path / "usr").rglob("*") if p.is_file() and not p.is_symlink()]
    assert sorted(sums) == sorted(
        f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(tmp_path)}" for p in files
    )


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root may install")
def test_it_can_be_installed_and_removed_without_a_trace(package, tmp_path):
    (tmp_path / "var/lib/dpkg").mkdir(parents=True)
    for name in ("info", "updates"):
        (tmp_path / "var/lib/dpkg" / name).mkdir()
    (tmp_path / "var/lib/dpkg/status").touch()
    dpkg = ["dpkg", f"--root={tmp_path}", "--force-depends", "--no-triggers", "--log=/dev/null"]
    subprocess.run([*dpkg, "-i", package], check=True, capture_output=True)
    started = said(tmp_path / "usr/bin/musicreclass-gui")

    subprocess.run([*dpkg, "-P", "musicreclass"], check=True, capture_output=True)

    assert started == "started\n"
    assert [path.name for path in tmp_path.iterdir()] == ["var"]


def test_what_was_packed_stays_as_it_was(laid_out, package):
    frozen, _ = laid_out

    assert (frozen / "musicreclass").read_text("utf-8").endswith("echo started\n")
    assert (frozen / "_internal" / "libsound.so").readlink().name == "libsound.so.1"
