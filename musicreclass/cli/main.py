"""From arguments to a verb or the window, and from errors to sentences and an exit status.

Exit status: 0 fine, 1 some files had problems or the run failed, 2 wrong use. Nothing heavy is
imported before it is known what is wanted.
"""

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import NoReturn

from musicreclass import __version__, paths
from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.help_texts import translate
from musicreclass.cli.memory_check import LEAST_BYTES, LEAST_FOR_NETWORKS, refuse_too_little
from musicreclass.cli.parser_words import meaning
from musicreclass.cli.terminal import OutputLost, discard, open_door
from musicreclass.errors import Cancelled, MusicReclassError, UsageProblem
from musicreclass.sentences.languages import Language, language_of
from musicreclass.sentences.reason import because

FINE, PROBLEMS, WRONG_USE, INTERRUPTED = 0, 1, 2, 130
VERBS = {  # each is a module of this folder
    "scan": "look for new, changed, moved and vanished files",
    "problems": "list the files that could not be read, with the reasons",
    "features": "measure the 518 features of files, as CSV, NPZ or Parquet",
    "classify": "say which genres files are of",
    "listen": "say what plays now sounds like: a microphone, the computer, or a pipe of sound",
    "review": "list how many tracks wait for what",
    "accept": "accept what is suggested, or give tracks genres of your own",
    "write": "write the genres that were accepted into the files",
    "organize": "sort files whose genre is decided into folders by genre",
    "undo": "take back what was written into files, or how files were sorted into folders",
    "export": "write the list of tracks as a table, or playlists by genre",
    "classifiers": "list, choose, take over and give away classifiers",
    "encoders": "list, add, download and remove pretrained networks to train with",
    "train": "train a classifier on a folder of genre folders, on decisions or on a known data set",
    "evaluate": "measure a classifier on a folder of genre folders",
    "compare": "compare kinds of classifiers, or those you have, on a folder of genre folders",
    "study": "compare representations and networks on folders of genres, and say what to use",
    "stats": "say what a collection consists of: genres, balance, lengths, formats, spectra",
    "serve": "serve genres of files to browsers and programs on this computer",
    "library": "list, make and restore backups of the library, look whether it is whole",
    "doctor": "check the installation and say what to do about anything wrong",
    "completions": "print what a shell needs to complete verbs, options, choices and files",
}
# Verbs that load torch or scipy.
OF_NETWORKS = frozenset(
    {"features", "classify", "listen", "review", "accept", "export", "classifiers", "encoders"}
    | {"train", "evaluate", "compare", "study", "stats", "serve", "completions"}
)
# Verbs that make no sense without a library, and such as set one right that is none any more.
READING = frozenset({"problems", "review", "write", "organize", "undo", "export"})
OF_CARE = frozenset({"library", "doctor"})
HELP = frozenset({"-h", "--help"})
# That scripts may still use. What listens to sound as it plays has the name, too, by its options.
FORMER_NAMES = {"listen": "features"}
OF_LIVE = frozenset({"--live", "--devices", "--pcm", "--from"}) | HELP

DESCRIPTION = "Listens to your music, proposes genres, and writes the ones you accept."
EPILOG = """\
Without a verb the window opens; with a folder it opens on that folder:
  musicreclass ~/Music/Musics_TBC
"""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one sentence, not in a page of usage."""

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Take words behind options for more of what there may be any number of.

        `accept ONE --genre Jazz OTHER` means both paths, where argparse would refuse the second.
        """
        found, left = super().parse_known_args(args, namespace)
        many = [one for one in self._get_positional_actions() if one.nargs in ("*", "+")]
        if many and left and not any(word.startswith("-") for word in left):
            more = [self._get_value(many[0], word) for word in left]
            setattr(found, many[0].dest, [*(getattr(found, many[0].dest) or ()), *more])
            left = []
        return found, left

    def error(self, message: str) -> NoReturn:
        raise UsageProblem(because("cli.wrong_arguments", verb=self.prog, said=meaning(message)))


OpenWindow = Callable[[Path, Sequence[Path]], int]  # library file, folders to open -> exit status


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Do what `arguments` ask for, and return the exit status."""
    try:
        with open_door():
            return _status(arguments, open_window)
    except OutputLost as error:
        return _fail(ConsoleContext(language=_language), error, PROBLEMS)
    except BrokenPipeError:  # whoever read our output has had enough
        discard(sys.stdout)
        return FINE


def _status(arguments: Sequence[str], open_window: OpenWindow) -> int:
    ctx = ConsoleContext(language=_language)
    try:
        return _dispatch(arguments, ctx, open_window)
    except UsageProblem as error:
        return _fail(ctx, error, WRONG_USE)
    except OutputLost:
        raise
    except MusicReclassError as error:
        return _fail(ctx, error, PROBLEMS)
    except KeyboardInterrupt:
        return _fail(ctx, Cancelled(), INTERRUPTED)


def _dispatch(arguments: Sequence[str], ctx: ConsoleContext, open_window: OpenWindow) -> int:
    word = _first_word(arguments)
    verb = _verb(word, arguments)
    if verb in VERBS and not HELP & set(arguments):
        refuse_too_little(LEAST_FOR_NETWORKS if verb in OF_NETWORKS else LEAST_BYTES)
    module = importlib.import_module(f"musicreclass.cli.{verb}") if verb in VERBS else None
    parser = _parser(None if module is None else (verb, module), word)
    if HELP & set(arguments):
        translate(parser, _language())
    if module is not None:
        options = parser.parse_args(arguments)
        _set_settings_right(ctx)
        _look_at_genres(ctx)
        return _run_verb(module, options, options.library or paths.library_file(), ctx)
    if word is not None and not Path(word).is_dir():
        raise UsageProblem(because("cli.no_verb", word=word))
    options = parser.parse_args([a for a in arguments if a != word])
    library_file = options.library or paths.library_file()
    _refuse_strangers_to_the_window(library_file)
    if options.library and not library_file.exists():  # a name that was misspelt would be one, too
        ctx.say(because("cli.library_begun", path=library_file), is_problem=True)
    return open_window(library_file, [] if word is None else [Path(word)])


def _set_settings_right(ctx: ConsoleContext) -> None:
    """Name settings that cannot be used, and go on without them: they are kept aside."""
    from musicreclass import settings  # not for --help

    _, complaint = settings.load_or_default(paths.settings_file())
    if complaint is not None:
        ctx.say(complaint, is_problem=True)


def _run_verb(
    module: ModuleType, options: argparse.Namespace, library_file: Path, ctx: ConsoleContext
) -> int:
    """Run a verb; where the library is damaged, say what can be done about it.

    Raises:
        MusicReclassError: in a sentence.
    """
    from musicreclass.library.connection import refuse_strangers, require

    was_there = library_file.exists()
    try:
        # A batch's own file tells all there is; whatever the library is, it is not in its way.
        if verb_name(module) not in OF_CARE and not getattr(options, "batch_file", None):
            refuse_strangers(library_file)
            if verb_name(module) in READING and not was_there:
                require(library_file)
        status: int = module.run(options, library_file, ctx)
    except MusicReclassError as error:
        from musicreclass.pipeline.care.mending import damage, is_damage

        if not is_damage(error):
            raise
        found = damage(library_file, error)
        ctx.clear()
        ctx.say(error, is_problem=True)
        ctx.say(found.advice, is_problem=True)
        if found.undo_advice is not None:
            ctx.say(found.undo_advice, is_problem=True)
        return PROBLEMS
    if not was_there and library_file.exists():
        ctx.say(because("cli.library_begun", path=library_file), is_problem=True)
    return status


def _refuse_strangers_to_the_window(library_file: Path) -> None:
    """Refuse a file that never was a library; what may be done for one that was, the window says.

    Raises:
        LibraryProblem: it is such, or cannot be read.
    """
    if not library_file.exists():
        return
    from musicreclass.library.backup.backups import backups
    from musicreclass.library.connection import refuse_strangers

    if not backups(library_file):
        refuse_strangers(library_file)


def verb_name(module: ModuleType) -> str:
    """Return the verb that a module of this folder is about."""
    return module.__name__.rpartition(".")[2]


def _verb(word: str | None, arguments: Sequence[str]) -> str | None:
    """Return the verb that a word means; one that has two meanings is told by its options."""
    is_bare = arguments[-1:] == [word]
    if word is None or (word in VERBS and (is_bare or OF_LIVE & set(arguments))):
        return word
    return FORMER_NAMES.get(word, word)


def _first_word(arguments: Sequence[str]) -> str | None:
    """Return the verb, or the folder in place of one; None where there is neither."""
    words = iter(arguments)
    for word in words:
        if word == "--library":
            next(words, None)
        elif not word.startswith("-"):
            return word
    return None


def _parser(
    wanted: tuple[str | None, ModuleType] | None, word: str | None = None
) -> argparse.ArgumentParser:
    """Return the parser of all verbs; only the one that is wanted knows its own arguments.

    Args:
        word: what it is called by, which may be a former name.
    """
    parser = bare_parser()
    prog = parser.prog
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", prog=prog, parser_class=Parser)
    for name, words in VERBS.items():
        is_wanted = wanted is not None and name == wanted[0]
        if name == word and not is_wanted:
            continue  # it is the former name of another
        former = [word] if is_wanted and word is not None and word != name else []
        parser_of_verb = verbs.add_parser(name, aliases=former, help=words, description=words)
        if wanted is not None and is_wanted:
            wanted[1].add_arguments(parser_of_verb)
    return parser


def bare_parser() -> Parser:
    """Return the parser of the program without its verbs."""
    parser = Parser(
        prog="musicreclass",
        usage="musicreclass [--library FILE] [FOLDER | VERB ...]",
        description=DESCRIPTION,
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"musicreclass {__version__}")
    parser.add_argument(
        "--library", type=Path, metavar="FILE", help="the library to use, for this run"
    )
    return parser


def _language() -> Language:
    """Return the language that was chosen in the window, else the system's."""
    from musicreclass import settings

    try:
        return language_of(settings.load(paths.settings_file()).language)
    except MusicReclassError:  # whoever needs the settings will say so
        return language_of("system")


def _look_at_genres(ctx: ConsoleContext) -> None:
    """Say so where the file of a person's genres is damaged, and move it aside."""
    from musicreclass.core.genres.genre_file import set_aside_if_damaged, vocabulary_file

    if (path := vocabulary_file()).exists() and (damage := set_aside_if_damaged(path)):
        ctx.say(damage, is_problem=True)


def _fail(ctx: ConsoleContext, error: MusicReclassError, status: int) -> int:
    ctx.clear()
    ctx.say(error, is_problem=True)
    return status
