"""The man page, made of the parsers: verbs, options and their helps are theirs alone."""

from collections.abc import Iterator

from musicreclass import __version__, paths
from musicreclass.cli.main import FINE, INTERRUPTED, PROBLEMS, WRONG_USE
from musicreclass.cli.outline import PROGRAM, Argument, Command

STATUS = {
    FINE: "All went well.",
    PROBLEMS: "Some files had problems, or the run failed; a sentence on stderr says why.",
    WRONG_USE: "The command was used wrongly.",
    INTERRUPTED: "It was interrupted; the next run goes on from there.",
}
ENVIRONMENT = {
    paths.LIBRARY_VARIABLE: "The library, where --library does not name one.",
    paths.HOME_VARIABLE: "A folder in which all is kept, in place of those of the system.",
    "MUSICRECLASS_WITHOUT_ENCODER": "Where it is set, trainings do without the encoder in the box.",
    "LC_ALL, LC_MESSAGES, LANG": "The language of what is said, where the settings name none.",
}

EXAMPLES = (
    (f"{PROGRAM} ~/Music", "Open the window on a folder."),
    (f"{PROGRAM} classify --json song.flac", "Say which genre a file is of, for a program."),
    (f"{PROGRAM} scan --listen ~/Music", "Fill the library and its suggestions."),
    (f"{PROGRAM} train ~/Genres --out own.pth", "Train a classifier on a folder of genre folders."),
)


def man_page(program: Command, date: str) -> str:
    """Return the page in roff, as `man` shows it.

    Args:
        date: of the version, as 2026-11-21.
    """
    return "\n".join(_lines(program, date)) + "\n"


def _lines(program: Command, date: str) -> Iterator[str]:
    yield f'.TH {PROGRAM.upper()} 1 "{date}" "{PROGRAM} {__version__}" "User Commands"'
    yield ".SH NAME"
    yield rf"{PROGRAM} \- proposes genres for music files, and writes those that are accepted"
    yield ".SH SYNOPSIS"
    yield f".B {PROGRAM}"
    yield _roff("[--library FILE] [FOLDER]")
    yield ".br"
    yield f".B {PROGRAM}"
    yield _roff("[--library FILE] VERB [ARGUMENTS]")
    yield ".SH DESCRIPTION"
    yield _roff(program.help)
    yield "Without a verb the window opens, on"
    yield r".I FOLDER"
    yield "where one is given."
    yield _roff("Results go to stdout, progress and problems to stderr.")
    yield ".SH OPTIONS"
    for option in program.options:
        yield from _tagged(option)
    yield ".SH VERBS"
    for verb in program.actions:
        yield from _verb(verb)
    yield ".SH EXIT STATUS"
    for number, said in STATUS.items():
        yield from (".TP", f".B {number}", _roff(said))
    yield ".SH ENVIRONMENT"
    for name, said in ENVIRONMENT.items():
        yield from (".TP", f".B {name}", _roff(said))
    yield ".SH EXAMPLES"
    for command, said in EXAMPLES:
        yield from (".TP", f".B {_roff(command)}", _roff(said))


def _verb(command: Command) -> Iterator[str]:
    shown = [_shown(argument) for argument in command.positionals]
    yield f".SS {_roff(' '.join((*command.words, *shown)))}"
    if command.help:
        yield _roff(f"{command.help[0].upper()}{command.help[1:]}.")
    for argument in (*command.positionals, *command.options):
        if argument.flags != ("-h", "--help"):
            yield from _tagged(argument)
    for action in command.actions:
        yield from _verb(action)


def _tagged(argument: Argument) -> Iterator[str]:
    yield ".TP"
    if argument.flags:
        value = f" \\fI{_roff(argument.metavar)}\\fR" if argument.takes_value else ""
        yield ", ".join(f"\\fB{_roff(flag)}\\fR{value}" for flag in argument.flags)
    else:
        yield f"\\fI{_roff(argument.metavar)}\\fR"
    choices = f" ({', '.join(argument.choices)})" if argument.choices else ""
    missing = choices if argument.metavar.count("|") == 0 else ""
    yield _roff(f"{argument.help}{missing}") or r"\&"


def _shown(argument: Argument) -> str:
    shown = f"{argument.metavar}..." if argument.is_repeated else argument.metavar
    return f"[{shown}]" if argument.is_optional else shown


def _roff(text: str) -> str:
    """Return a text in which roff sees no commands."""
    said = text.replace("\\", "\\e").replace("-", "\\-").replace("~", "\\(ti").replace("^", "\\(ha")
    return f"\\&{said}" if said.startswith((".", "'")) else said
