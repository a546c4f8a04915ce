"""`classifiers list|show|use|tag|import|export`: what there is to classify with."""

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from musicreclass import paths, settings
from musicreclass.classifiers import bundle
from musicreclass.classifiers.onnx.export import export_onnx
from musicreclass.classifiers.weights_file import ClassifierFileProblem
from musicreclass.cli.console import ConsoleContext
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.classification import installed
from musicreclass.pipeline.classification.loaded_classifier import load_classifier
from musicreclass.pipeline.classification.sound_tagging import load_tagger
from musicreclass.sentences.reason import because

ACTIONS = {
    "list": "list what is installed; * marks the one in use",
    "show": "say what is known of one",
    "use": "listen with this one from now on",
    "tag": "let a tagger of train --magnatagatune give tags, too; none: no more",
    "import": "take over a file, or another program's checkpoint",
    "export": "copy one to a file, or write it as ONNX",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    of = {name: actions.add_parser(name, help=w, description=w) for name, w in ACTIONS.items()}
    for name in ("show", "use", "export"):
        of[name].add_argument("name", metavar="NAME|FILE", help="an installed one, or its file")
    of["tag"].add_argument("name", metavar="FILE|none", help="what it wrote")
    of["list"].add_argument("--json", action="store_true", help="print one JSON object per line")
    of["show"].add_argument(
        "--json", action="store_true", help="print the result as one JSON object"
    )
    of["import"].add_argument("file", type=Path, metavar="FILE", help="what another gave you")
    of["export"].add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="where the copy goes"
    )
    of["export"].add_argument(
        "--onnx", type=Path, metavar="DIR", help="write ONNX files into a folder"
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    actions = {
        "list": _list,
        "show": _show,
        "use": _use,
        "tag": _tag,
        "import": _import,
        "export": _export,
    }
    return actions[options.action](options, ctx)


def _list(options: argparse.Namespace, ctx: ConsoleContext) -> int:

    in_use = installed.chosen_file(settings.load(paths.settings_file()))
    has_problems = False
    for one in installed.installed():
        facts: dict[str, Any] = {
            "name": one.name,
            "file": str(one.path),
            "in_use": one.path == in_use,
            "in_box": one.is_in_box,
            "genres": [],
            "problem": None,
        }
        try:
            facts["genres"] = _facts_of(one.path)["genres"]
        except ClassifierFileProblem as problem:
            facts["problem"] = str(problem.reason)
            has_problems = True
        print(json.dumps(facts) if options.json else _line(facts, ctx))
    return 1 if has_problems else 0


def _line(facts: dict[str, Any], ctx: ConsoleContext) -> str:
    mark = "*" if facts["in_use"] else " "
    origin = ctx.said(because("cli.from_box") if facts["in_box"] else because("cli.yours"))
    what = facts["problem"] or ", ".join(facts["genres"])
    return f"{mark} {facts['name']:<24}  {origin:<21}  {what}"


def _show(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    facts = _facts_of(installed.find(options.name))
    if options.json:
        print(json.dumps(facts))
        return 0
    width = max(map(len, facts))
    for name, value in facts.items():
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        print(f"{name.replace('_', ' '):<{width}}  {text}")
    return 0


def _use(options: argparse.Namespace, ctx: ConsoleContext) -> int:

    found = installed.find(options.name)
    load_classifier(found)  # whatever is wrong with it is said now
    known = {one.path for one in installed.installed()}
    name = found.stem if found in known else str(found.absolute())
    file = paths.settings_file()
    old = settings.load(file)
    settings.save(replace(old, classifying=replace(old.classifying, classifier=name)), file)
    ctx.say(because("cli.classifier_chosen", name=found.stem))
    return 0


def _tag(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    path, file = Path(options.name), paths.settings_file()
    is_none = options.name == "none"
    if not is_none:
        load_tagger(path)  # whatever is wrong with it is said now
    old = settings.load(file)
    tagger = "" if is_none else str(path.absolute())
    settings.save(replace(old, classifying=replace(old.classifying, tagger=tagger)), file)
    ctx.say(because("cli.no_tagger" if is_none else "cli.tagger_chosen", name=path.stem))
    return 0


def _import(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    ctx.say(because("cli.classifier_installed", name=installed.install(options.file).name))
    return 0


def _export(options: argparse.Namespace, ctx: ConsoleContext) -> int:

    if (options.file is None) == (options.onnx is None):
        raise UsageProblem(because("cli.export_where"))
    if options.file is not None:
        installed.export(options.name, options.file)
        print(options.file)
        return 0

    for path in export_onnx(bundle.load(installed.find(options.name)), options.onnx):
        print(path)
    return 0


def _facts_of(path: Path) -> dict[str, Any]:
    """Return what is known of a file of classifiers, plain."""

    loaded = load_classifier(path)
    bundle = loaded.bundle
    return {
        "file": str(path),
        "digest": loaded.digest,
        "genres": list(bundle.genres),
        "classifiers": [c.name for c in bundle.classifiers],
        "listens_to": f"{bundle.clip.part.value}, {bundle.clip.seconds:g} s",
        "is_calibrated": bool(bundle.ensemble),
        "program": bundle.program,
        "data_licence": bundle.data_licence or "unknown",
        **{
            f"training_{name}": value
            for name, value in bundle.training.items()
            if isinstance(value, str | int | float | bool)
        },
    }
