"""`encoders list|add|get|use|remove|zero-shot`: pretrained networks of a person's own."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from musicreclass import paths, settings
from musicreclass.classifiers.encoders import shelf
from musicreclass.classifiers.encoders.shelf import ShelvedEncoder
from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.terminal import shown_path
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.inventory.encoder_download import fetch, offer_of
from musicreclass.pipeline.inventory.encoder_facts import KNOWN, EncoderOffer
from musicreclass.pipeline.training.untrained_classifier import make_untrained
from musicreclass.sentences.printable import printable
from musicreclass.sentences.reason import Reason, because

OUT = Path("zero_shot.pth")
BOX = "box"
YES = frozenset({"y", "yes", "j", "是", "好"})
ACTIONS = {
    "list": "list the encoders there are",
    "add": "look into a folder with AST, CLAP, MAEST, OpenJMLA or ONNX files; use it from there",
    "get": f"download one: {', '.join(KNOWN)}, or owner/name; says size and licence, then asks",
    "use": "let map, neighbours and what is learned from decisions go by one, or by box again",
    "remove": "forget one; a folder of your own stays as it is, a download is deleted",
    "zero-shot": "write a classifier without training: by the encoder's labels, or names of genres",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    of = {name: actions.add_parser(name, help=w, description=w) for name, w in ACTIONS.items()}
    of["list"].add_argument("--json", action="store_true", help="print one JSON object per line")
    of["add"].add_argument("folder", type=Path, metavar="FOLDER", help="holds its files")
    of["add"].add_argument("--name", default="", help="what it is called (as the folder is)")
    of["get"].add_argument("name", metavar="NAME", help=f"{', '.join(KNOWN)}, or owner/name")
    of["get"].add_argument("--yes", action="store_true", help="do not ask")
    of["use"].add_argument("name", metavar="NAME|box", help="as `encoders list` has it")
    for name in ("remove", "zero-shot"):
        of[name].add_argument("name", metavar="NAME", help="as `encoders list` has it")
    of["zero-shot"].add_argument(
        "--genres", default="", metavar="A,B,…", help="which to tell apart (those of the box)"
    )
    of["zero-shot"].add_argument(
        "--out", type=Path, default=OUT, metavar="FILE", help=f"where the classifier goes ({OUT})"
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    actions = {
        "list": _list,
        "add": _add,
        "get": _get,
        "use": _use,
        "remove": _remove,
        "zero-shot": _zero_shot,
    }
    return actions[options.action](options, ctx)


def _list(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    found, has_problems = list(shelf.every_one()), False
    for one, problem in found:
        if one is not None:
            print(json.dumps(_plain(one)) if options.json else _line(one, ctx))
            problem = shelf.problem_with(one)
        if problem is not None:
            ctx.say(problem, is_problem=True)
            has_problems = True
    if not found and not options.json:
        ctx.say(because("cli.no_encoders", known=tuple(KNOWN)))
    return 1 if has_problems else 0


def _add(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    _say_added(shelf.add(options.folder, options.name), ctx)
    return 0


def _get(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    offer = offer_of(options.name, ctx)
    ctx.say(_offered(offer))
    if not options.yes and not _agreed(ctx):
        ctx.say(because("cli.nothing_fetched"))
        return 0
    made = fetch(offer, ctx)
    ctx.clear()
    _say_added(made, ctx)
    return 0


def _use(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    name = "" if options.name == BOX else shelf.find(options.name).name
    chosen = settings.load(paths.settings_file())
    changed = replace(chosen, classifying=replace(chosen.classifying, space=name))
    settings.save(changed, paths.settings_file())
    ctx.say(because("ears.space_of_box") if not name else because("ears.space_chosen", name=name))
    return 0


def _remove(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    removed = shelf.remove(options.name)
    if removed is None:
        ctx.say(because("cli.encoder_removed", name=options.name))
    elif removed.origin:
        ctx.say(because("cli.encoder_deleted", name=options.name))
    else:
        folder = shown_path(removed.folder)
        ctx.say(because("cli.encoder_forgotten", name=options.name, folder=folder))
    return 0


def _zero_shot(options: argparse.Namespace, ctx: ConsoleContext) -> int:
    genres = [text.strip() for text in options.genres.split(",") if text.strip()]
    bundle = make_untrained(options.name, genres, options.out, ctx)
    ctx.clear()
    ctx.say(because("cli.zero_shot_genres", genres=bundle.genres))
    ctx.say(because("cli.classifier_is_in", path=shown_path(options.out)))
    return 0


def _agreed(ctx: ConsoleContext) -> bool:
    """Ask whether it shall be downloaded; nobody there has not agreed.

    Raises:
        UsageProblem: there is nobody to ask.
    """
    try:
        said = input(ctx.said(because("cli.fetch_it")) + " ")
    except EOFError:
        raise UsageProblem(because("cli.nobody_agreed")) from None
    return said.strip().lower() in YES


def _offered(offer: EncoderOffer) -> Reason:
    licence = offer.licence or because("cli.licence_unknown")
    return because(
        "cli.encoder_offered",
        name=offer.repository,
        size=offer.size_bytes / 1e6,
        files=len(offer.files),
        licence=licence,
    )


def _say_added(one: ShelvedEncoder, ctx: ConsoleContext) -> None:
    print(_line(one, ctx))
    if one.card.remark:
        ctx.say(because(one.card.remark))
    ctx.say(because("cli.encoder_added", name=one.name))


def _line(one: ShelvedEncoder, ctx: ConsoleContext) -> str:
    card = one.card
    facts = because(
        "cli.encoder_facts",
        rate=card.sample_rate,
        seconds=card.seconds,
        layers=tuple(f"{layer.name} {layer.width}" for layer in card.layers),
        labels=len(card.labels),
        licence=card.licence or because("cli.licence_unknown"),
    )
    return printable(f"{one.name:<32}  {card.layout:<5} {ctx.said(facts)}")


def _plain(one: ShelvedEncoder) -> dict[str, Any]:
    card = one.card
    return {
        "name": one.name,
        "layout": card.layout,
        "folder": str(one.folder),
        "origin": one.origin,
        "digest": one.digest,
        "size_bytes": one.size_bytes,
        "sample_rate": card.sample_rate,
        "seconds": card.seconds,
        "layers": {layer.name: layer.width for layer in card.layers},
        "labels": list(card.labels),
        "licence": card.licence,
        "reads_words": card.can_read_words,
    }
