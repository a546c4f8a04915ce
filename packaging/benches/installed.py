"""Installs the Debian package in a bare Debian without Python, works with it, and removes it.

Before it: `bootstrap.py freeze` and `package`. It needs root, mmdebstrap, Xvfb and xdotool. What is
done there is what people do: the package is put in, a file is classified (as the sources do), music
is scanned and trained on, the window is opened by the desktop entry, and all is purged again.
"""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from configparser import RawConfigParser
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path

import debian_packages
from _figures import keep
from installers import debian, freezing

from tests.own_genres import write_genres

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {"mmdebstrap": "mmdebstrap", "Xvfb": "xvfb", "xdotool": "xdotool", "dpkg-deb": "dpkg-dev"}
SUITE, SOURCES = "bookworm", Path("/etc/apt/sources.list.d/debian.sources")
ENTRY = "usr/share/applications/io.github.musicreclass.desktop"
PATH = "PATH=/usr/bin:/bin:/usr/sbin:/sbin"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")
WINDOW_SECONDS = 120  # that a window may take on a busy machine
# In name spaces of its own, so that what is mounted is gone with the command.
INSIDE = (
    'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && '
    'mount -t tmpfs tmpfs "$0/dev/shm" && exec chroot "$0" "$@"'
)

LACKING = f"""
cd /{debian.FOLDER}/_internal
export LD_LIBRARY_PATH=$PWD
find . -name '*.so*' -type f | while read -r one; do
    ldd "$one" 2>/dev/null | sed -n "s#^[[:space:]]*\\(.*\\) => not found#$one: \\1#p"
done
"""


@dataclass(frozen=True, slots=True)
class BareSystem:
    """A minimal Debian in a folder."""

    root: Path

    def command(self, *words: str, display: str = "") -> list[str]:
        """Return what runs a command in it, with no more of an environment than a login has."""
        screen = [f"DISPLAY={display}"] if display else []
        inside = ["unshare", "--mount", "--propagation", "private", "sh", "-c", INSIDE]
        bare = ["env", "-i", PATH, "HOME=/root", "LC_ALL=C.UTF-8", *screen]
        return [*inside, str(self.root), *bare, *words]

    def run(self, *words: str, statuses: Sequence[int] = (0,)) -> tuple[float, str]:
        """Return how long a command takes and what it prints.

        Raises:
            SystemExit: it ends with another status.
        """
        started = time.monotonic()
        done = subprocess.run(self.command(*words), capture_output=True, text=True, check=False)
        if done.returncode not in statuses:
            sys.exit(f"{shlex.join(words)}: status {done.returncode}\n{done.stdout}{done.stderr}")
        return time.monotonic() - started, done.stdout

    def files(self) -> set[str]:
        """Return all that is on its disk, but for logs of installing and what a person has."""
        apart = ("proc/", "dev/", "sys/", "root/", "tmp/", "var/log/", "var/lib/dpkg/")
        found = (path.relative_to(self.root).as_posix() for path in self.root.rglob("*"))
        return {name for name in found if not name.startswith(apart)}


def main() -> None:
    package = newest_package()
    check_tools()
    with tempfile.TemporaryDirectory(dir=ROOT / "build") as scratch:
        system = BareSystem(Path(scratch) / "system")
        make_system(system, package)
        try_it(system, package)


def newest_package() -> Path:
    """Return what `bootstrap.py package` made last."""
    found = sorted((ROOT / "dist").glob(f"{debian.NAME}_*.deb"), key=lambda p: p.stat().st_mtime)
    if not found:
        sys.exit("There is no package; run: bootstrap.py freeze, then bootstrap.py package")
    return found[-1]


def check_tools() -> None:
    missing = sorted(package for tool, package in TOOLS.items() if not shutil.which(tool))
    if os.geteuid() != 0:
        sys.exit("Only root may make a system and install in it.")
    if missing:
        debian_packages.install(missing, "What the bench needs")


def make_system(system: BareSystem, package: Path) -> None:
    """Make a Debian that has what the package depends on, and nothing else."""
    wanted = subprocess.run(
        ["dpkg-deb", "-f", package, "Depends"], check=True, capture_output=True, text=True
    ).stdout
    names = [one.split("|")[0].split("(")[0].strip() for one in wanted.split(",")]
    command = ["mmdebstrap", "--quiet", "--variant=minbase", f"--include={','.join(names)}"]
    subprocess.run([*command, SUITE, str(system.root), str(SOURCES)], check=True)
    if shutil.which("python3", path=str(system.root / "usr" / "bin")):
        sys.exit("This is no test: there is a Python in the bare system.")


def try_it(system: BareSystem, package: Path) -> None:
    """Put the package in, do what people do, purge it; print what came of it.

    Raises:
        SystemExit: something is not as it should be.
    """
    shutil.copy(package, system.root / "tmp" / "package.deb")
    before = system.files()
    installing, _ = system.run("dpkg", "-i", "/tmp/package.deb")
    say("install", "put into a bare Debian without Python", f"{installing:.1f} s")
    program = (system.root / debian.FOLDER).rglob("*")
    size = sum(path.lstat().st_size for path in program if path.is_file())
    sizes = f"{megabytes(package.stat().st_size)}; {megabytes(size)}"
    say("size", "the package; installed", sizes)
    wrong = [*classified(system), *advised(system), *lacking_libraries(system)]
    trained(system)
    say("serve", "its server, until it answers", f"{served(system):.1f} s")
    say("window", "the window, by the desktop entry", f"{opened_window(system):.1f} s")
    system.run("dpkg", "--purge", debian.NAME)
    left = sorted(system.files() - before)
    say("left", "files left once it was purged", f"{len(left)}")
    if wrong or left:
        sys.exit("\n".join(["Something is wrong.", *wrong, *left]))


def say(name: str, what: str, measured: str) -> None:
    print(f"{what}: {measured}")
    keep(f"installed.{name}", what, measured)


def classified(system: BareSystem) -> list[str]:
    """Classify a file twice; return what is said of it where the sources say something else."""
    inside = Path("/root/sound.wav")
    sound = freezing.write_sound(system.root / "root" / inside.name)
    first, said = system.run("musicreclass", *freezing.classifying(inside))
    again, _ = system.run("musicreclass", *freezing.classifying(inside))
    by_sources = json.loads(said_by_sources(sound)) | {"path": str(inside)}
    is_same = json.loads(said) == by_sources
    words = "the same" if is_same else "another"
    what = "one file classified there, and again; its answer beside the sources'"
    say("classify", what, f"{first:.1f} s, {again:.1f} s; {words}")
    return [] if is_same else [said]


def trained(system: BareSystem) -> None:
    """Scan music, train on it, and export what was trained for other programs."""
    write_genres(system.root / "root" / "genres")
    scanning, _ = system.run("musicreclass", "scan", "/root/genres", "--listen")
    training, said = system.run(
        *("musicreclass", "train", "/root/genres", "--preset", "quick"),
        *("--out", "/root/own.pth", "--json"),
    )
    system.run("musicreclass", "classifiers", "export", "/root/own.pth", "--onnx", "/root/onnx")
    accuracy = json.loads(said)["accuracy"]
    what = "12 files scanned and classified; trained on, quick"
    say("train", what, f"{scanning:.1f} s; {training:.1f} s, {accuracy:.0%} right")


def served(system: BareSystem) -> float:
    """Start the server and ask it how it is; return how long that took. It shares the loopback."""
    started = time.monotonic()
    words = system.command("musicreclass", "serve", "--port", "0")
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            address = next(found[0] for line in server.stdout if (found := ADDRESS.search(line)))
            with urllib.request.urlopen(f"{address}/healthz", timeout=60.0) as answer:
                if answer.status != HTTPStatus.OK:
                    sys.exit(f"The server answers {answer.status}.")
            return time.monotonic() - started
        finally:
            server.terminate()


def advised(system: BareSystem) -> list[str]:
    """Return what doctor finds wrong, but for a font: a bare system has none for Chinese."""
    _, said = system.run("musicreclass", "doctor", "--json", statuses=(0, 1))
    found = [one for one in map(json.loads, said.splitlines()) if one["advice"]]
    wrong = [one for one in found if "font" not in one["subject"]]
    return [f"doctor: {one['subject']}: {one['state']}" for one in wrong]


def lacking_libraries(system: BareSystem) -> list[str]:
    """Return which library of the package finds which other one neither there nor in the system."""
    _, said = system.run("sh", "-c", LACKING)
    found = sorted(set(filter(None, said.splitlines())))
    say("libraries", "libraries that its libraries look for in vain", f"{len(found)}")
    return found


def megabytes(size: int) -> str:
    return f"{size / freezing.MEGABYTE:,.0f} MB"


def said_by_sources(sound: Path) -> str:
    words = [sys.executable, "-P", "-m", "musicreclass", *freezing.classifying(sound)]
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "MUSICRECLASS_HOME": home}
        done = subprocess.run(words, check=True, capture_output=True, text=True, env=environment)
    return done.stdout


def opened_window(system: BareSystem) -> float:
    """Open the window as a desktop does, and close it; return how long it took to be there."""
    entry = RawConfigParser()
    entry.read(system.root / ENTRY, encoding="utf-8")
    words = shlex.split(entry["Desktop Entry"]["exec"].replace("%F", "/root/genres"))
    with screen() as display:
        started = time.monotonic()
        program = subprocess.Popen(system.command(*words, display=display))
        try:
            outside = {**os.environ, "DISPLAY": display}
            search = ["xdotool", "search", "--sync", "--onlyvisible", "--class", "musicreclass"]
            subprocess.run(
                search, check=True, env=outside, timeout=WINDOW_SECONDS, stdout=subprocess.DEVNULL
            )
            seconds = time.monotonic() - started
            time.sleep(10.0)  # that it has read and classified something, and shows it
            if shutil.which("import"):
                picture = ROOT / "build" / "installed_window.png"
                subprocess.run(["import", "-window", "root", picture], check=True, env=outside)
                print(f"a picture of the window is in {picture}")
        finally:
            program.send_signal(signal.SIGTERM)
            status = program.wait(30.0)
    if status:
        sys.exit(f"The window ended with status {status}.")
    return seconds


@contextmanager
def screen() -> Iterator[str]:
    """Give a screen of our own, whichever number is free."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
