"""The house in figures: modules a folder, lines a file and a function, names that stand twice.

Counts what is in the package today, or in that of --revision, and says where a bar is missed.
Code lines are those left without docstrings, comments and blanks.
"""

import argparse
import ast
import io
import itertools
import statistics
import subprocess
import sys
import tarfile
import tempfile
import tokenize
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "musicreclass"
MOST_MODULES, SMALL, MOST_SMALL, MOST_LINES, MOST_CODE = 15, 60, 0.08, 400, 40_000
MEDIAN_FILE, MEDIAN_FUNCTION, LONG_FUNCTION = (100, 180), 6, 38
ONE_FILE_A_VERB = "cli"


@dataclass(frozen=True)
class Module:
    """One file of the package, taken apart."""

    path: Path  # from the package on
    text: str
    tree: ast.Module

    @property
    def lines(self) -> int:
        return len(self.text.splitlines())

    def code_lines(self) -> int:
        """Return how many lines hold code, be it one token."""
        skipped = {tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT}
        skipped |= {tokenize.DEDENT, tokenize.ENDMARKER}
        docs = set(itertools.chain.from_iterable(_docstring_lines(self.tree)))
        held: set[int] = set()
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type not in skipped:
                held.update(range(token.start[0], token.end[0] + 1))
        return len(held - docs)

    def functions(self) -> Iterator[int]:
        """Yield the lines of each function, without its docstring and decorators."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or node.lineno) - node.lineno + 1

    def classes(self) -> Iterator[str]:
        yield from (node.name for node in self.tree.body if isinstance(node, ast.ClassDef))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--revision", help="count the package of this commit instead")
    options = parser.parse_args()
    if options.revision is None:
        return report(modules_below(ROOT))
    with tempfile.TemporaryDirectory() as scratch:
        command = ["git", "archive", options.revision, PACKAGE]
        packed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
            archive.extractall(scratch, filter="data")
        return report(modules_below(Path(scratch)))


def modules_below(root: Path) -> list[Module]:
    files = sorted((root / PACKAGE).rglob("*.py"))
    texts = [(file, file.read_text(encoding="utf-8")) for file in files]
    return [Module(file.relative_to(root / PACKAGE), t, ast.parse(t)) for file, t in texts]


def report(every: list[Module]) -> int:
    """Print each figure with its bar; return 1 where one is missed."""
    modules = [module for module in every if module.path.name != "__init__.py"]
    lengths = [module.lines for module in modules]
    small = sum(length < SMALL for length in lengths) / len(lengths)
    functions = sorted(itertools.chain.from_iterable(m.functions() for m in modules))
    long = functions[int(0.99 * len(functions))]
    code = sum(module.code_lines() for module in every)
    folders = Counter(module.path.parent.as_posix() for module in modules)
    crowded = {f: n for f, n in folders.items() if n > MOST_MODULES and f != ONE_FILE_A_VERB}
    low, high = MEDIAN_FILE
    median = statistics.median(lengths)
    figures = (
        ("modules, and folders", f"{len(modules)}, {len(folders)}", True),
        (f"folders of more than {MOST_MODULES} modules", _listed(crowded), not crowded),
        (f"files below {SMALL} lines", f"{small:.1%}", small < MOST_SMALL),
        ("median file", f"{median:g} lines", low <= median <= high),
        ("longest file", f"{max(lengths)} lines", max(lengths) <= MOST_LINES),
        ("code lines", f"{code:,}", code <= MOST_CODE),
        ("median function", f"{statistics.median(functions):g} lines",
         statistics.median(functions) <= MEDIAN_FUNCTION),
        ("one function in a hundred is longer than", f"{long} lines", long <= LONG_FUNCTION),
    )  # fmt: skip
    for name, figure, is_kept in figures:
        print(f"{'ok    ' if is_kept else 'MISSED'} {name}: {figure}")
    for what, names in (("file", _file_names(modules)), ("class", _class_names(modules))):
        twice = sorted(name for name, count in Counter(names).items() if count > 1)
        print(f"       {what} names that stand twice: {', '.join(twice) or 'none'}")
    return 0 if all(is_kept for *_, is_kept in figures) else 1


def _file_names(modules: list[Module]) -> list[str]:
    return [module.path.name for module in modules]


def _class_names(modules: list[Module]) -> list[str]:
    return [name for module in modules for name in module.classes()]


def _listed(crowded: dict[str, int]) -> str:
    return ", ".join(f"{folder} ({count})" for folder, count in sorted(crowded.items())) or "none"


def _docstring_lines(tree: ast.Module) -> Iterator[range]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            match node.body:
                case [ast.Expr(value=ast.Constant(value=str())) as first, *_]:
                    yield range(first.lineno, (first.end_lineno or first.lineno) + 1)


if __name__ == "__main__":
    sys.exit(main())
