"""What argparse says of wrong arguments, as reasons that can be said in each language."""

from __future__ import annotations

import re

from musicreclass.sentences.reason import Reason, because

_MEANINGS = (
    (r"argument (?P<name>[^:]+): (?P<said>.+)", "cli.of_argument"),
    (r"the following arguments are required: (?P<names>.+)", "cli.arguments_missing"),
    (r"unrecognized arguments: (?P<words>.+)", "cli.arguments_unknown"),
    (r"invalid choice: (?P<value>.+) \(choose from (?P<choices>.+)\)", "cli.no_such_choice"),
    (r"invalid \S+ value: (?P<value>.+)", "cli.value_makes_no_sense"),
    (r"expected one argument", "cli.value_missing"),
    (r"expected at least one argument", "cli.values_missing"),
    (r"not allowed with argument (?P<other>.+)", "cli.not_with"),
    (r"ambiguous option: (?P<option>.+) could match (?P<options>.+)", "cli.option_of_several"),
    (r"one of the arguments (?P<names>.+) is required", "cli.one_missing"),
)


def meaning(message: str) -> Reason | str:
    """Return what a message means; the message itself where that is not known."""
    for pattern, code in _MEANINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            values = {
                name: meaning(text) if name == "said" else text
                for name, text in found.groupdict().items()
            }
            return because(code, **values)
    return message
