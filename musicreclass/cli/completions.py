"""`completions bash|zsh|fish`: a script by which a shell completes the words of this program.

It is made of the parsers, so that it never says what they do not know. Names of classifiers are
looked for in the folder of a person's own, as the key is pressed, and nothing is started for it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from musicreclass.cli.console import ConsoleContext
from musicreclass.cli.main import FINE
from musicreclass.cli.outline import PROGRAM, Argument, Command, outline
from musicreclass.cli.terminal import exactly

PROGRAMS = (PROGRAM, f"{PROGRAM}-gui")
IN_BOX = "box"
KEPT_IN = (
    "~/.local/share/bash-completion/completions/musicreclass, "
    "as _musicreclass in a folder of zsh's fpath, "
    "or in ~/.config/fish/completions/musicreclass.fish"
)
ON_MACS = "Library/Application Support"  # below a home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "shell", choices=tuple(SHELLS), help=f"which one; keep what is printed in {KEPT_IN}"
    )


def run(options: argparse.Namespace, library_file: Path, ctx: ConsoleContext) -> int:
    print(SHELLS[options.shell](outline()), end="", file=exactly(sys.stdout))
    return FINE


def bash(program: Command) -> str:
    """Return the script for bash 3.2 and later; the package bash-completion is not needed."""
    values, valued, options, words = [], [], [], []
    for command in program.every():
        said = " ".join(command.words)
        for option in command.options:
            if option.takes_value:
                pattern = "|".join(f"'{said} {flag}'" for flag in option.flags)
                more = f"; _musicreclass_positionals '{said}'" if option.may_lack_value else ""
                values.append(f"        {pattern}) {_bash_offer(option)}{more} ;;")
                if not option.may_lack_value:
                    valued.append(pattern)
        flags = " ".join(flag for option in command.options for flag in option.flags)
        options.append(f"        '{said}') _musicreclass_words {_quoted(flags)} ;;")
        words.append(f"        '{said}') {_bash_positional(command)} ;;")
    parents = "|".join(f"'{' '.join(c.words)}'" for c in program.every() if c.actions)
    return BASH.format(
        box=IN_BOX,
        mac=ON_MACS,
        valued="|".join(valued),
        parents=parents,
        values="\n".join(values),
        options="\n".join(options),
        words="\n".join(words),
        programs=" ".join(PROGRAMS),
    )


def _bash_offer(argument: Argument) -> str:
    if argument.choices:
        return f"_musicreclass_words {_quoted(' '.join(argument.choices))}"
    offers = {
        "file": "_musicreclass_files -f",
        "path": "_musicreclass_files -f",
        "folder": "_musicreclass_files -d",
        "classifier": "_musicreclass_classifiers",
    }
    return offers.get(argument.kind, ":")


def _bash_positional(command: Command) -> str:
    if not command.words:
        verbs = " ".join(verb.words[0] for verb in command.actions)
        return f"_musicreclass_words {_quoted(verbs)}; _musicreclass_files -d"
    if command.actions:
        return f"_musicreclass_words {_quoted(' '.join(a.words[-1] for a in command.actions))}"
    offers = dict.fromkeys(_bash_offer(argument) for argument in command.positionals)
    return "; ".join(offers) or ":"


def zsh(program: Command) -> str:
    """Return the script for zsh, to lie as `_musicreclass` in a folder of its `fpath`."""
    functions = [_zsh_function(command) for command in program.every()]
    return ZSH.format(
        programs=" ".join(PROGRAMS), box=IN_BOX, mac=ON_MACS, functions="\n".join(functions)
    )


def _zsh_function(command: Command) -> str:
    specs = [_zsh_option(option) for option in command.options]
    name = "_".join(("_musicreclass", *command.words)).replace("-", "_")
    if not command.actions:
        for number, argument in enumerate(command.positionals, 1):
            index = "*" if argument.is_repeated else str(number)
            optional = ":" if argument.is_optional and not argument.is_repeated else ""
            specs.append(
                f"'{index}:{optional}{_zsh_said(argument.metavar)}:{_zsh_offer(argument)}'"
            )
        lines = " \\\n        ".join(["_arguments -s", *specs])
        return f"{name}() {{\n    {lines}\n}}\n"
    listed = "\n".join(
        f"        '{action.words[-1].replace(':', chr(92) + ':')}:{_zsh_said(action.help)}'"
        for action in command.actions
    )
    cases = "\n".join(
        f"        {action.words[-1]}) {'_'.join((name, action.words[-1])).replace('-', '_')} ;;"
        for action in command.actions
    )
    folders = "" if command.words else "\n            _files -/"
    specs += ["'1: :->first'", "'*:: :->rest'"]
    lines = " \\\n        ".join(["_arguments -C -s", *specs])
    return ZSH_PARENT.format(name=name, listed=listed, lines=lines, folders=folders, cases=cases)


def _zsh_option(option: Argument) -> str:
    said = _zsh_said(option.help).replace("[", "\\[").replace("]", "\\]")
    value = f":{_zsh_said(option.metavar)}:{_zsh_offer(option)}" if option.takes_value else ""
    value = f":{value}" if option.may_lack_value else value
    repeated = "*" if option.is_repeated else ""
    if len(option.flags) == 1:
        return f"'{repeated}{option.flags[0]}[{said}]{value}'"
    either = "" if repeated else f"({' '.join(option.flags)})"
    return f"'{repeated}{either}'{{{','.join(option.flags)}}}'[{said}]{value}'"


def _zsh_offer(argument: Argument) -> str:
    if argument.choices:
        return f"({' '.join(argument.choices)})"
    offers = {
        "file": "_files",
        "path": "_files",
        "folder": "_files -/",
        "classifier": "_musicreclass_classifiers",
    }
    return offers.get(argument.kind, " ")


def _zsh_said(text: str) -> str:
    return text.replace("'", "'\\''").replace(":", "\\:")


def fish(program: Command) -> str:
    """Return the script for fish."""
    parents = " ".join(verb.words[0] for verb in program.actions if verb.actions)
    lines = "\n".join(_fish_lines(program))
    return FISH.format(name=PROGRAM, box=IN_BOX, mac=ON_MACS, parents=parents, lines=lines)


def _fish_lines(program: Command) -> Iterator[str]:
    for command in program.every():
        at = f"__musicreclass_at {' '.join(command.words)}".rstrip()
        first = f"complete -c {PROGRAM} -n '{at}'"
        for action in command.actions:
            yield f"{first} -a {action.words[-1]} -d {_fish_quoted(action.help)}"
        if not command.words:
            yield f"{first} -a '(__fish_complete_directories)'"
        for offer in dict.fromkeys(map(_fish_offer, command.positionals)):
            if offer and not command.actions:
                yield f"{first} {offer}"
        for option in command.options:
            flags = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
                for flag in option.flags
            )
            yield f"{first} {flags}{_fish_value(option)} -d {_fish_quoted(option.help)}"


def _fish_value(option: Argument) -> str:
    if not option.takes_value:
        return ""
    # Where files may stand, too, `-x` would take them away.
    return f" {'-r' if '-F' in _fish_offer(option) else '-x'} {_fish_offer(option)}".rstrip()


def _fish_offer(argument: Argument) -> str:
    if argument.choices:
        return f"-a {_fish_quoted(' '.join(argument.choices))}"
    offers = {
        "file": "-F",
        "path": "-F",
        "folder": "-a '(__fish_complete_directories)'",
        "classifier": "-F -a '(__musicreclass_classifiers)'",
    }
    return offers.get(argument.kind, "")


def _fish_quoted(text: str) -> str:
    said = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{said}'"


def _quoted(text: str) -> str:
    said = text.replace("'", "'\\''")
    return f"'{said}'"


BASH = """\
# bash completion for musicreclass, made by: musicreclass completions bash

_musicreclass_words() {{
    local found
    while IFS= read -r found; do
        COMPREPLY+=("$found")
    done < <(compgen -W "$1" -- "$cur")
}}

_musicreclass_files() {{
    local found
    compopt -o filenames 2>/dev/null
    while IFS= read -r found; do
        COMPREPLY+=("$found")
    done < <(compgen "$1" -- "$cur")
}}

_musicreclass_classifiers() {{
    local file names={box} home
    home=${{XDG_DATA_HOME:-$HOME/.local/share}}/musicreclass
    [ -d "$HOME/{mac}" ] && home="$HOME/{mac}/musicreclass"
    [ -n "$MUSICRECLASS_HOME" ] && home=$MUSICRECLASS_HOME/data
    for file in "$home"/classifiers/*.pth; do
        [ -e "$file" ] && file=${{file##*/}} && names="$names ${{file%.pth}}"
    done
    _musicreclass_words "$names"
    _musicreclass_files -f
}}

_musicreclass_value() {{
    case $1 in
{values}
        *) return 1 ;;
    esac
}}

_musicreclass_options() {{
    case $1 in
{options}
    esac
}}

_musicreclass_positionals() {{
    case $1 in
{words}
    esac
}}

_musicreclass() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} option='' at='' word index
    COMPREPLY=()
    [ "$cur" = = ] && cur=''
    for ((index = 1; index < COMP_CWORD; index++)); do
        word=${{COMP_WORDS[index]}}
        [ "$word" = = ] && continue
        case $option in
            {valued}) option='' && continue ;;
        esac
        option=''
        case $word in
            -*) option="$at $word" ;;
            *) case $at in
                '') at=$word ;;
                {parents}) at="$at $word" ;;
            esac ;;
        esac
    done
    case $cur in
        -*) _musicreclass_options "$at" ;;
        *) _musicreclass_value "$option" || _musicreclass_positionals "$at" ;;
    esac
    return 0
}}

complete -F _musicreclass {programs}
"""

ZSH = """\
#compdef {programs}
# zsh completion for musicreclass, made by: musicreclass completions zsh

_musicreclass_classifiers() {{
    local home=${{XDG_DATA_HOME:-$HOME/.local/share}}/musicreclass
    [[ -d "$HOME/{mac}" ]] && home="$HOME/{mac}/musicreclass"
    [[ -n "$MUSICRECLASS_HOME" ]] && home=$MUSICRECLASS_HOME/data
    local -a names
    names=({box} "$home"/classifiers/*.pth(N:t:r))
    _alternative "classifiers:classifier:($names)" 'files:file:_files'
}}

{functions}
if [[ $funcstack[1] = _musicreclass ]]; then
    _musicreclass "$@"
else
    compdef _musicreclass {programs}
fi
"""

ZSH_PARENT = """\
{name}() {{
    local curcontext=$curcontext state line
    typeset -A opt_args
    local -a known
    known=(
{listed}
    )
    {lines} && return
    case $state in
        first)
            _describe -t commands command known{folders}
            ;;
        rest)
            case $line[1] in
{cases}
            esac
            ;;
    esac
}}
"""

FISH = """\
# fish completion for musicreclass, made by: musicreclass completions fish

# Whether the verb is this, and what it is told to do, if anything; without any, there is no verb.
function __musicreclass_at
    set -l words
    set -l is_value no
    for word in (commandline -opc)[2..-1]
        if test $is_value = yes
            set is_value no
        else if test $word = --library
            set is_value yes
        else if not string match -q -- '-*' $word
            set words $words $word
        end
    end
    set -l wanted (count $argv)
    if contains -- "$argv[1]" {parents}; and test $wanted -eq 1
        test (count $words) -eq 1; and test $words[1] = $argv[1]
        return
    end
    if test $wanted -eq 0
        test (count $words) -eq 0
        return
    end
    test (count $words) -ge $wanted; and test "$words[1..$wanted]" = "$argv"
end

function __musicreclass_classifiers
    set -l home $HOME/.local/share/musicreclass
    set -q XDG_DATA_HOME; and set home $XDG_DATA_HOME/musicreclass
    test -d "$HOME/{mac}"; and set home "$HOME/{mac}/musicreclass"
    set -q MUSICRECLASS_HOME; and set home $MUSICRECLASS_HOME/data
    echo {box}
    for file in $home/classifiers/*.pth
        basename $file .pth
    end
end

complete -c {name} -f
complete -c {name}-gui -w {name}
{lines}
"""

SHELLS: Mapping[str, Callable[[Command], str]] = {"bash": bash, "zsh": zsh, "fish": fish}
