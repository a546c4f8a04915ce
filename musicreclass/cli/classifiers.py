"""`classifiers list|show|use|weigh|…`: what there is to classify with."""

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
from musicreclass.cli.terminal import shown_path
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.classification import installed
from musicreclass.pipeline.classification.loaded_classifier import digest_of, load_classifier
from musicreclass.pipeline.classification.own_weights import BOX, MOST, shares_of, with_own_shares
from musicreclass.pipeline.classification.sound_tagging import load_tagger
from musicreclass.pipeline.classification.usable_classifier import usable
from musicreclass.pipeline.inventory import classifier_files
from musicreclass.pipeline.inventory.kept_reports import kept_report
from musicreclass.pipeline.whole_files import write_page
from musicreclass.sentences.printable import printable
from musicreclass.sentences.reason import because
from musicreclass.training.reports.pages import report_page

AS_TRAINED = "as-trained"
ACTIONS = {
    "list": "list what is installed; * marks the one in use",
    "show": "say what is known of one",
    "use": "listen with this one from now on",
    "weigh": "let members of one count for more or less: NAME cnn=2 mlp=1, or NAME as-trained; "
    "box=0.5 lets the box have a say beside them",
    "tag": "let a tagger of train --magnatagatune give tags, too; none: no more",
    "import": "take over a file, or another program's checkpoint",
    "export": "copy one to a file, or write it as ONNX",
    "rename": "give one of your own another name",
    "remove": "remove one of your own",
    "report": "write the report on its training as a page for a browser",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    of = {name: actions.add_parser(name, help=w, description=w) for name, w in ACTIONS.items()}
    for name in ("show", "use", "weigh", "export", "rename", "remove", "report"):
        of[name].add_argument("name", metavar="NAME|FILE", help="an installed one, or its file")
    of["weigh"].add_argument(
        "shares", nargs="+", metavar="MEMBER=WEIGHT", help="those not named keep theirs"
    )
    of["rename"].add_argument("new_name", metavar="NEW", help="what it is called from now on")
    of["report"].add_argument("file", type=Path, metavar="FILE", help="where the page goes")
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
        "weigh": _weigh,
        "tag": _tag,
        "import": _import,
        "export": _export,
        "rename": _rename,
        "remove": _remove,
        "report": _report,
    }
    return actions[options.action](options, ctx)


def _list(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    chosen = settings.load(paths.settings_file())
    found = usable(chosen)
    if found.sentence is not None:
        ctx.say(found.sentence, is_problem=True)
    has_problems = found.sentence is not None
    for one in installed.known(chosen):
        facts: dict[str, Any] = {
            "name": one.name,
            "file": str(one.path),
            "in_use": one.path == found.path,
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
    return printable(f"{mark} {facts['name']:<24}  {origin:<21}  {what}")


def _show(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    chosen = settings.load(paths.settings_file())
    path = installed.find(options.name, chosen)
    facts = _facts_of(path) | {"in_use": path.absolute() == usable(chosen).path}
    if options.json:
        print(json.dumps(facts))
        return 0
    width = max(map(len, facts))
    for name, value in facts.items():
        text = ", ".join(map(str, value)) if isinstance(value, list) else value
        if isinstance(value, dict):
            text = ", ".join(f"{member} {share:.0%}" for member, share in value.items())
        print(f"{name.replace('_', ' '):<{width}}  {printable(str(text))}")
    return 0


def _use(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    file = paths.settings_file()
    old = settings.load(file)
    found = installed.find(options.name, old)
    load_classifier(found)  # whatever is wrong with it is said now
    known = {one.path for one in installed.installed()}
    name = found.stem if found in known else str(found.absolute())
    settings.save(replace(old, classifying=replace(old.classifying, classifier=name)), file)
    ctx.say(because("cli.classifier_chosen", name=found.stem))
    return 0


def _weigh(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    file = paths.settings_file()
    old = settings.load(file)
    loaded = load_classifier(installed.find(options.name, old))
    shares: dict[str, float] = {}
    if options.shares != [AS_TRAINED]:
        shares = shares_of(loaded.calibrator.ensemble) | _given_shares(
            options, [*loaded.calibrator.ensemble.classifiers, BOX]
        )
        if not any(shares.values()):
            raise UsageProblem(because("core.no_weight"))
    settings.save(with_own_shares(old, loaded.digest, shares), file)
    code = "cli.weighed" if shares else "cli.weighed_as_trained"
    ctx.say(because(code, name=options.name))
    return 0


def _given_shares(options: argparse.Namespace, known: list[str]) -> dict[str, float]:
    """Return the shares that were asked for.

    Raises:
        UsageProblem: there is no such member, or its weight is none.
    """
    shares = {}
    for text in options.shares:
        member, _, said = text.rpartition("=")
        if member not in known:
            named = tuple(known)
            raise UsageProblem(
                because("pipeline.no_such_member", name=options.name, member=member, known=named)
            )
        try:
            shares[member] = float(said)
        except ValueError:
            raise UsageProblem(because("cli.no_weight_given", given=text)) from None
        if not 0.0 <= shares[member] <= MOST:
            raise UsageProblem(because("cli.no_weight_given", given=text))
    return shares


def _rename(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    file = paths.settings_file()
    old = settings.load(file)
    path = installed.find(options.name, old)
    is_chosen = path == installed.chosen_file(old)
    renamed = classifier_files.rename(path, options.new_name)
    if is_chosen:
        classifying = replace(old.classifying, classifier=renamed.name)
        settings.save(replace(old, classifying=classifying), file)
    ctx.say(because("cli.classifier_renamed", old=path.stem, new=renamed.name))
    return 0


def _remove(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    file = paths.settings_file()
    old = settings.load(file)
    path = installed.find(options.name, old)
    is_chosen = path == installed.chosen_file(old)
    removed = classifier_files.remove(path)
    ctx.say(because("cli.classifier_removed", name=removed.name, kept=removed.kept))
    if is_chosen:
        settings.save(replace(old, classifying=replace(old.classifying, classifier="")), file)
        ctx.say(because("cli.back_to_box"))
    return 0


def _report(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    path = installed.find(options.name, settings.load(paths.settings_file()))
    kept = kept_report(digest_of(path))
    write_page(options.file, report_page(kept.report, ctx.sentences))
    print(shown_path(options.file))
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
    path = installed.find(options.name, settings.load(paths.settings_file()))
    if options.file is not None:
        installed.export(str(path), options.file)
        print(shown_path(options.file))
        return 0

    for written in export_onnx(bundle.load(path), options.onnx):
        print(shown_path(written))
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
        "shares": shares_of(loaded.calibrator.ensemble),
        "has_own_weights": loaded.has_own_weights,
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
