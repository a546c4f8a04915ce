"""`train DIR`: a classifier of your own genres, from folders named after them or other sources."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from musicreclass import paths, settings
from musicreclass.classifiers.runtime import device
from musicreclass.cli.chosen_classifier import in_use
from musicreclass.cli.console import ConsoleContext, add_shared, duration, say_left_out
from musicreclass.cli.terminal import shown_path
from musicreclass.cli.training_source import add_source_arguments, source_of
from musicreclass.core.location import readable
from musicreclass.errors import UsageProblem
from musicreclass.pipeline.analysis.analysis_cache import AnalysisOptions
from musicreclass.pipeline.classification.loaded_classifier import kept_for
from musicreclass.pipeline.datasets.tagged_clips import MttSource
from musicreclass.pipeline.datasets.training_sources import TrainingSource
from musicreclass.pipeline.training.train_classifier import train
from musicreclass.pipeline.training.train_tagger import TagSummary, train_tagger
from musicreclass.pipeline.training.training_order import plan_name, run_folder
from musicreclass.pipeline.training.training_plan import TrainingSettings
from musicreclass.pipeline.training.training_report import ReportWish
from musicreclass.pipeline.training.training_summary import TrainingSummary
from musicreclass.pipeline.whole_files import check_page_file, write_page
from musicreclass.sentences.reason import because
from musicreclass.training.fit.checkpoints import Checkpoints
from musicreclass.training.measure.evaluation import Evaluation
from musicreclass.training.overrides import OVERRIDES, Value
from musicreclass.training.reports.pages import report_page, tagger_page
from musicreclass.training.reports.report import TrainingReport
from musicreclass.training.reports.tensorboard import TensorboardContext
from musicreclass.training.reports.text_tables import confusion_table, genre_table, summary_table

OUT = Path("music_classifier.pth")
HIGHEST_SEED = 2**32 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_source_arguments(parser)
    parser.add_argument(
        "--preset",
        default="standard",
        metavar="quick|standard|thorough",
        help="how thoroughly (standard)",
    )
    parser.add_argument(
        "--out", type=Path, default=OUT, metavar="FILE", help=f"where the classifier goes ({OUT})"
    )
    parser.add_argument(
        "--encoder",
        default="",
        metavar="NAME",
        help="learn from what one of `encoders list` says of the music, in place of a preset",
    )
    parser.add_argument(
        "--fine-tune",
        type=int,
        default=0,
        metavar="N",
        help="with --encoder: fit its last N blocks further, too; wants a GPU",
    )
    add_shared(parser, "seed", "workers")
    parser.add_argument(
        "--from-scratch",
        action="store_true",
        help="build upon nothing that the classifier in the box has learned",
    )
    parser.add_argument(
        "--network",
        default="",
        metavar="cnn|crnn|transformer|vae|wave",
        help="train this network alone and from nothing, as long as the preset asks for; wave "
        "hears raw sound in place of spectrograms",
    )
    parser.add_argument(
        "--teacher",
        default="",
        metavar="encoder|NAME",
        help="let the encoder that comes along, or one of `encoders list`, teach a network (cnn), "
        "by tracks of the library that are not in DIR, too",
    )
    parser.add_argument(
        "--workdir",
        type=Path,
        metavar="DIR",
        help="keeps what was learned until all is done (a folder beside the library)",
    )
    parser.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="go on where the same training was broken off (yes)",
    )
    parser.add_argument(
        "--report",
        type=Path,
        metavar="FILE",
        help="write what was learned, how well, and what to look at as a page for a browser",
    )
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="turn a switch of teaching, such as epochs=20 or cnn.mixup=0.4; may be repeated",
    )
    parser.add_argument(
        "--tensorboard", type=Path, metavar="DIR", help="write logs for TensorBoard into a folder"
    )
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    check_seed(options.seed)
    overrides = _overrides(options.set)
    classifier = in_use(settings.load(paths.settings_file()), ctx)
    analysis_options = replace(
        AnalysisOptions.of_this_user(options.workers), wider=kept_for(classifier)
    )
    source = source_of(options, library_file, analysis_options)
    alone = options.network or options.teacher or isinstance(source, MttSource)
    if options.encoder and (alone or (options.set and not options.fine_tune)):
        raise UsageProblem(because("cli.not_with_encoder"))
    _check_fine_tune(options, ctx)
    if options.report:
        check_page_file(options.report)
    if isinstance(source, MttSource):
        return _train_tagger(options, source, ctx)
    summary = _trained(options, source, analysis_options, overrides, library_file, ctx)
    ctx.clear()
    if summary.report is not None:
        write_page(options.report, report_page(summary.report, ctx.sentences))
    if options.json:
        print(json.dumps(summary.to_plain()))
    else:
        _print(summary, ctx)
    return 1 if summary.left_out else 0


def _check_fine_tune(options: argparse.Namespace, ctx: ConsoleContext) -> None:
    """Say what fine-tuning wants, before hours are spent on it.

    Raises:
        UsageProblem: it cannot be.
    """
    if not options.fine_tune:
        return
    if not options.encoder:
        raise UsageProblem(because("ears.fine_tune_without_encoder"))
    if device().type == "cpu":
        ctx.say(because("ears.tuned_without_gpu"), is_problem=True)


def _trained(
    options: argparse.Namespace,
    source: TrainingSource,
    analysis_options: AnalysisOptions,
    overrides: Mapping[str, Value],
    library_file: Path,
    ctx: ConsoleContext,
) -> TrainingSummary:
    checkpoints = _checkpoints(options, source)
    wish = _wish(analysis_options, ctx) if options.report else None
    planned = TrainingSettings(
        options.out,
        plan_name(options.preset, options.encoder),
        options.seed,
        options.from_scratch,
        overrides,
        options.encoder,
        options.network,
        options.teacher,
        library_file if options.teacher and library_file.exists() else None,
        options.fine_tune,
    )
    if not options.tensorboard:
        return train(source, planned, ctx, checkpoints=checkpoints, wish=wish)
    with closing(TensorboardContext(ctx, options.tensorboard)) as tensorboard:
        summary = train(source, planned, tensorboard, checkpoints=checkpoints, wish=wish)
        if summary.measured.together is not None:
            tensorboard.publish(summary.measured.together)
    return summary


def _checkpoints(options: argparse.Namespace, source: TrainingSource) -> Checkpoints:
    runs = options.workdir or paths.data_dir() / "trainings"
    folder = run_folder(
        runs,
        source.path,
        plan_name(options.preset, options.encoder),
        options.seed,
        from_scratch=options.from_scratch,
        network=" by ".join(filter(None, (options.network, options.teacher)))
        or (f"fine-tune {options.fine_tune}" if options.fine_tune else ""),
    )
    checkpoints = Checkpoints(folder)
    if not options.resume:
        checkpoints.clear()
    return checkpoints


def _wish(analysis_options: AnalysisOptions, ctx: ConsoleContext) -> ReportWish:
    return ReportWish(analysis_options, in_use(settings.load(paths.settings_file()), ctx))


def check_seed(seed: int) -> None:
    """Refuse a seed that no generator of random numbers takes.

    Raises:
        UsageProblem: in a sentence.
    """
    if not 0 <= seed <= HIGHEST_SEED:
        raise UsageProblem(because("cli.seed_out_of_range", most=HIGHEST_SEED))


def _overrides(given: Sequence[str]) -> Mapping[str, Value]:
    """Return the overrides; the last word on a hyperparameter counts.

    Raises:
        UsageProblem: a text sets nothing.
    """
    pairs = [text.partition("=") for text in given]
    if wrong := next((text for text, equals, _ in pairs if not equals), None):
        names = tuple(known.name for known in OVERRIDES)
        raise UsageProblem(because("cli.set_without_value", given=wrong, names=names))
    return {name.strip(): value for name, _, value in pairs}


def _print(summary: TrainingSummary, ctx: ConsoleContext) -> None:
    learned = because(
        "cli.learned_genres",
        genres=len(summary.counts),
        tracks=sum(summary.counts.values()),
        duration=duration(summary.seconds),
        groups=summary.grouping.count,
    )
    ctx.say(learned)
    print()
    if summary.measured.together is not None:
        ctx.say(because("cli.out_of_fold", folds=summary.n_folds))
        print()
        _print_figures(summary.measured.together, ctx)
    if summary.official is not None:
        ctx.say(because("cli.official_test"))
        print()
        _print_figures(summary.official, ctx)
    if summary.warm_start is not None:
        ctx.say(summary.warm_start)
    inestimable = (genre.reason for genre in summary.inestimable)
    for reason in (*summary.notes, *inestimable, *summary.warnings):
        ctx.say(reason)
    if summary.report is not None:
        _print_findings(summary.report, ctx)
    say_left_out(summary.left_out, ctx)
    ctx.say(because("cli.classifier_is_in", path=shown_path(summary.out)))


def _print_findings(report: TrainingReport, ctx: ConsoleContext) -> None:
    for pair in report.pairs:
        pair_of = because("training.both", first=pair.first, second=pair.second)
        ctx.say(because("training.pair", pair=pair_of, separation=pair.separation.reason))
    if report.mislabels:
        ctx.say(because("cli.mislabelled", count=len(report.mislabels)))
    for found in (report.curve, report.leakage_gap):
        if found is not None:
            ctx.say(found.reason)


def _print_figures(found: Evaluation, ctx: ConsoleContext) -> None:
    for table in (summary_table, genre_table, confusion_table):
        print(f"{table(found, ctx.said)}\n")


def _train_tagger(options: argparse.Namespace, source: MttSource, ctx: ConsoleContext) -> int:
    summary = train_tagger(source, options.out, ctx, seed=options.seed)
    ctx.clear()
    if options.report:
        name = readable(options.out.stem)
        measured, clips, left_out = summary.measured, summary.clips, summary.left_out
        page = tagger_page(name, measured, clips, left_out, ctx.sentences)
        write_page(options.report, page)
    if options.json:
        print(json.dumps(summary.to_plain()))
    else:
        _print_tags(summary, ctx)
    return 1 if summary.left_out else 0


def _print_tags(summary: TagSummary, ctx: ConsoleContext) -> None:
    measured = summary.measured
    learned = because(
        "cli.learned_tags",
        tags=len(measured.by_tag),
        clips=summary.clips["training"],
        duration=duration(summary.seconds),
        tested=summary.clips["test"],
    )
    ctx.say(learned)
    print()
    print(f"{'':24}{'clips':>7}{'ROC-AUC':>9}{'PR-AUC':>8}{'F1':>7}{'from':>7}")
    for figures in measured.by_tag:
        print(
            f"{figures.tag:24.24}{figures.support:7,}{_share(figures.roc_auc, 9)}"
            f"{_share(figures.pr_auc, 8)}{_share(figures.f1, 7)}{_share(figures.threshold, 7)}"
        )
    print(
        f"{'on average':31}{_share(measured.roc_auc, 9)}{_share(measured.pr_auc, 8)}"
        f"{_share(measured.f1, 7)}\n"
    )
    say_left_out(summary.left_out, ctx)
    ctx.say(because("cli.tags_are_in", path=shown_path(summary.out)))


def _share(value: float | None, width: int) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"
