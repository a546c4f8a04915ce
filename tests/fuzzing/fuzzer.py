"""A fuzzer that mutates what is known to be read, in a process of its own.

Failures are exceptions that are no errors of the program's, inputs that take more than five seconds
of a processor, and those that take more than 500 MB of memory. What reaches lines of the program
that nothing reached before is mutated further. Run as a module, it prints a line of JSON now and
then, and the number of what it is at before it begins.
"""

import argparse
import json
import random
import resource
import signal
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from tests.fuzzing.parsers import PARSERS, Parser

MOST_SECONDS = 5.0  # of a processor
MOST_BYTES = 500 << 20
ALLOWED_BYTES = 4 << 30  # what goes beyond is refused by the system
TRACED_SHARE = 1 / 12  # of inputs whose lines are noted, which slows them down
MOST_KEPT = 400  # inputs to mutate further
CORPUS = Path(__file__).with_name("corpus")
OURS = str(Path(__file__).resolve().parents[2] / "musicreclass")


class Hung(BaseException):
    """An input takes too long."""


@dataclass(slots=True)
class Fuzzed:
    """What came of one parser so far."""

    parser: Parser
    pool: list[bytes]
    chance: random.Random
    inputs: int = 0
    failures: int = 0
    lines: set[tuple[str, int]] = field(default_factory=set)
    reasons: set[str] = field(default_factory=set)  # of failures, so that each is kept once

    @classmethod
    def of(cls, parser: Parser, seed: int) -> "Fuzzed":
        return cls(parser, parser.seeds() + list(corpus_of(parser)), random.Random(seed))

    def next_input(self) -> bytes:
        self.inputs += 1
        one, other = self.chance.choice(self.pool), self.chance.choice(self.pool)
        return self.parser.mutate(one, other, self.parser.words, self.chance)

    def keep(self, content: bytes) -> None:
        if len(self.pool) >= MOST_KEPT:
            self.pool.pop(self.chance.randrange(len(self.pool)))
        self.pool.append(content)


def corpus_of(parser: Parser) -> Iterator[bytes]:
    """Yield the inputs that are kept for a parser: each has failed once."""
    for path in sorted((CORPUS / parser.name).glob("*")):
        yield path.read_bytes()


def failure_of(parser: Parser, path: Path, most_seconds: float = MOST_SECONDS) -> str:
    """Return how reading a file fails; "" where it does not."""
    _forget_peak()
    before = _peak_bytes()
    signal.signal(signal.SIGPROF, _hang)
    signal.setitimer(signal.ITIMER_PROF, most_seconds)
    try:
        parser.read(path)
    except Hung:
        return f"took more than {most_seconds:g} s\n{_where(sys.exc_info()[2])}"
    except Exception as error:  # noqa: BLE001, this is what is looked for
        return f"{type(error).__name__}: {error}\n{_where(error.__traceback__)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    grown = _peak_bytes() - before
    return f"took {grown >> 20} MB" if grown > MOST_BYTES else ""


def _hang(number: int, frame: FrameType | None) -> None:
    raise Hung


def _where(trace: Any) -> str:
    frames = [f for f in traceback.extract_tb(trace) if f.filename.startswith(OURS)]
    shown = frames[-3:] or traceback.extract_tb(trace)[-2:]
    return " < ".join(f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in reversed(shown))


def _forget_peak() -> None:
    """Let the system measure the peak of memory from now on, where it can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10


class Lines:
    """Notes which lines of the program run, for as long as it is entered."""

    def __init__(self) -> None:
        self.found: set[tuple[str, int]] = set()

    def __enter__(self) -> "Lines":
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, event: str, arg: object) -> Any:
        return self._line if frame.f_code.co_filename.startswith(OURS) else None

    def _line(self, frame: FrameType, event: str, arg: object) -> Any:
        self.found.add((frame.f_code.co_filename, frame.f_lineno))
        return self._line


def fuzz_once(fuzzed: Fuzzed, path: Path) -> str:
    """Try one more input, which is left at `path`; return how it fails, "" where it does not."""
    content = fuzzed.next_input()
    path.write_bytes(content)
    if fuzzed.chance.random() >= TRACED_SHARE:
        return failure_of(fuzzed.parser, path)
    with Lines() as lines:
        failure = failure_of(fuzzed.parser, path)
    if not failure and not lines.found <= fuzzed.lines:
        fuzzed.lines |= lines.found
        fuzzed.keep(content)
    return failure


def main() -> None:
    """Fuzz parsers in turn until the time is over; what an input did is said before the next."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--folder", type=Path, required=True, help="for inputs and failures")
    parser.add_argument("--only", nargs="*", default=[], help="names of parsers")
    options = parser.parse_args()
    warnings.simplefilter("ignore")  # torch warns of odd pickles that it then refuses
    resource.setrlimit(resource.RLIMIT_DATA, (ALLOWED_BYTES, resource.RLIM_INFINITY))
    chosen = [p for p in PARSERS if not options.only or p.name in options.only]
    running = [Fuzzed.of(one, options.seed * 1_000 + n) for n, one in enumerate(chosen)]
    until = time.monotonic() + options.seconds
    while time.monotonic() < until:
        for fuzzed in running:
            _fuzz_for_a_while(fuzzed, options.folder)
            sys.stdout.write(json.dumps(_said(fuzzed)) + "\n")
            sys.stdout.flush()


def _fuzz_for_a_while(fuzzed: Fuzzed, folder: Path) -> None:
    path = folder / f"input{fuzzed.parser.ending}"
    (folder / "parser").write_text(fuzzed.parser.name)
    until = time.monotonic() + fuzzed.parser.seconds
    while time.monotonic() < until:
        failure = fuzz_once(fuzzed, path)
        if not failure:
            continue
        fuzzed.failures += 1
        kind = failure.split("\n")[-1] if "\n" in failure else failure.split(" ")[0]
        if kind not in fuzzed.reasons:
            fuzzed.reasons.add(kind)
            name = f"{fuzzed.parser.name}-{fuzzed.inputs}-{len(fuzzed.reasons)}"
            (folder / f"failed-{name}{fuzzed.parser.ending}").write_bytes(path.read_bytes())
            (folder / f"failed-{name}.reason").write_text(failure)


def _said(fuzzed: Fuzzed) -> dict[str, object]:
    return {
        "parser": fuzzed.parser.name,
        "inputs": fuzzed.inputs,
        "failures": fuzzed.failures,
        "lines": sorted(f"{Path(file).name}:{line}" for file, line in fuzzed.lines),
    }


if __name__ == "__main__":
    main()
